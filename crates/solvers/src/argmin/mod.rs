//! [argmin](https://docs.rs/argmin) 0.11: gradient descent, conjugate gradients, quasi-Newton, Newton, trust regions,
//! Gauss–Newton.
//!
//! [`objective.argmin()`](crate::ObjectiveSolvers::argmin) is a problem with cost, gradient and Hessian.
//! argmin computes the cost and the gradient at a point by two calls. Here the first of them evaluates both by one sweep,
//! and the second is a copy ([`cached`](monograd::Objective::cached)).
//! L-BFGS over 50,000 rows of 20 numbers takes 0.37 to 0.42 of the time that it takes without (`examples/one_evaluation.rs`, 13 iterations, 34 and
//! 85 ms of processor time).
//!
//! ```
//! use argmin::core::{Executor, State};
//! use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     /// The error of the decay a exp(−b t) at an observation.
//!     fn error(a, b; t, y) { (a * (-b * t).exp() - y).square() }
//! }
//! let rows: Vec<[f64; 2]> =
//!     (0..40).map(|i| { let t = 0.1 * i as f64; [t, 2.5 * (-1.3 * t).exp()] }).collect();
//!
//! let search = MoreThuenteLineSearch::new();
//! let solver = LBFGS::new(search, 7);
//! let result = Executor::new(error.over(&rows).mean().objective().argmin(), solver)
//!     .configure(|state| state.param(vec![1.0_f64, 1.0]).max_iters(50))
//!     .run()?;
//! let fit = result.state().get_best_param().expect("a point");
//! assert!((fit[0] - 2.5).abs() < 1e-6 && (fit[1] - 1.3).abs() < 1e-6);
//! # Ok::<(), argmin::core::Error>(())
//! ```
//!
//! # Points
//!
//! A point is a `Vec`, or by the features `nalgebra` and `ndarray` a `DVector` or an `SVector` of nalgebra 0.34, or an `Array1` of
//! ndarray 0.16. The compiler infers it from the start point. argmin-math 0.5, with which argmin computes, is a
//! dependency with the features that these need.
//!
//! | point | gradient | Hessian | Jacobian |
//! |---|---|---|---|
//! | `Vec<S>` | `Vec<S>` | `Vec<Vec<S>>` | `Vec<Vec<S>>` |
//! | `DVector<S>` | `DVector<S>` | `DMatrix<S>` | `DMatrix<S>` |
//! | `SVector<S, N>` | `SVector<S, N>` | `SMatrix<S, N, N>` | none: start at a `DVector` |
//! | `Array1<S>` | `Array1<S>` | `Array2<S>` | `Array2<S>` |
//!
//! Another major version of nalgebra or ndarray: argmin-math 0.5 has features for nalgebra 0.29 to 0.34 and ndarray 0.13 to 0.16.
//! The points of this crate are of one version each. With another, use `Vec`s in the solver and
//! convert the start point and the result, `point.as_slice().to_vec()` and `DVector::from_vec(best)`, once each.
//!
//! # A mean, not a sum
//!
//! Without a `mean`, [`over`](monograd::OverRows::over) is the sum of all rows. Value, gradient and Hessian of 1,000 rows
//! are then 1,000 times those of the mean, and the minimum is the same; but the first step of argmin's [`LBFGS`],
//! [`SteepestDescent`] and other first-order methods is not.
//! Their first direction is −∇f, and the line search begins with the whole of it. It is as long as the gradient: 1,000 times longer for a sum.
//! At its end an exponential overflows. The line search meets an infinite value or a NaN and gives up, and L-BFGS
//! **returns `Ok` with the start point**, and says why only in the termination status. Minimise
//! the mean, or give the line search a first step with `initial_step_length`, and look at the status:
//!
//! ```
//! # use argmin::core::{Executor, State, TerminationReason, TerminationStatus};
//! # use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
//! # use monograd::prelude::*;
//! # use monograd_solvers::prelude::*;
//! # func! { fn error(a, b; t, y) { (a * (-b * t).exp() - y).square() } }
//! # let rows: Vec<[f64; 2]> =
//! #     (0..1000).map(|i| { let t = 0.01 * i as f64; [t, 2.5 * (-1.3 * t).exp()] }).collect();
//! let of_sum = Executor::new(
//!     error.over(&rows).objective().argmin(),
//!     LBFGS::new(MoreThuenteLineSearch::new(), 7),
//! )
//! .configure(|state| state.param(vec![1.0, 1.0]))
//! .run()?;
//! assert_eq!(of_sum.state().get_best_param(), Some(&vec![1.0, 1.0]));
//! let TerminationStatus::Terminated(TerminationReason::SolverExit(reason)) =
//!     of_sum.state().get_termination_status()
//! else {
//!     panic!("it converged");
//! };
//! assert!(reason.contains("NaN or Inf"), "{reason}");
//! # Ok::<(), argmin::core::Error>(())
//! ```
//!
//! # Hessians
//!
//! Newton's method and the trust regions use the Hessian. It is exact, from n Hessian–vector products.
//!
//! ```
//! use argmin::core::{Executor, State};
//! use argmin::solver::trustregion::{Steihaug, TrustRegion};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! { fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() } }
//!
//! let solver = TrustRegion::new(Steihaug::new().with_max_iters(20));
//! let result = Executor::new(rosenbrock.objective().argmin(), solver)
//!     .configure(|state| state.param(vec![-1.2, 1.0]).max_iters(50))
//!     .run()?;
//! assert!(result.state().get_best_cost() < 1e-16);
//! # Ok::<(), argmin::core::Error>(())
//! ```
//!
//! # Gauss–Newton
//!
//! [`mapping.argmin_residuals()`](crate::MappingSolvers::argmin_residuals) are residuals with their Jacobian, for
//! `GaussNewton` and `GaussNewtonLS`. They invert a matrix: with points of nalgebra.
//!
//! ```
//! # #[cfg(feature = "nalgebra")] {
//! use argmin::core::{Executor, State};
//! use argmin::solver::gaussnewton::GaussNewton;
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//! use nalgebra::dvector;
//!
//! func! {
//!     /// Where two circles meet: the points at distance 5 from the origin and from (6, 0).
//!     fn circles(x, y) { [x.hypot(y) - 5, (x - 6).hypot(y) - 5] }
//! }
//! let result = Executor::new(circles.mapping().argmin_residuals(), GaussNewton::new())
//!     .configure(|state| state.param(dvector![1.0, 1.0]).max_iters(20))
//!     .run()?;
//! let meeting = result.state().get_best_param().expect("a point");
//! assert!((meeting - dvector![3.0, 4.0]).norm() < 1e-9);
//! # }
//! # Ok::<(), argmin::core::Error>(())
//! ```
//!
//! # When to end
//!
//! Besides the tolerances of each solver there are rules that hold for all: [`Stop::argmin`](crate::stopping::Stop::argmin) adds the norm of
//! the gradient, the relative decrease and the time. `Progress`, by the feature `progress`, is an observer that shows the run.
//!
//! # The glue it replaces
//!
//! A problem by hand is a struct that holds the rows, and an implementation each of `CostFunction`, `Gradient` and
//! `Hessian`: 17 to 26 lines, and two evaluations a point. Here it is `.objective().argmin()`.
//!
//! [`LBFGS`]: argmin::solver::quasinewton::LBFGS
//! [`SteepestDescent`]: argmin::solver::gradientdescent::SteepestDescent

mod gradient;
mod point;
mod problem;
mod residuals;
mod stopped;

pub use gradient::Gradient;
pub use point::{Point, ResidualPoint};
pub use problem::Problem;
pub use residuals::Residuals;
pub use stopped::Stopped;
