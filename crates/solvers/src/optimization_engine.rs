//! [optimization_engine](https://docs.rs/optimization_engine) 0.12: PANOC, for constraints onto which one can project.
//!
//! [`objective.optimization_engine(&constraints)`](crate::ObjectiveSolvers::optimization_engine) is the problem to minimise the
//! objective on a set: a ball, a box, a simplex, a cone. Gradients and costs at one point are one evaluation.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//! use optimization_engine::constraints::Ball2;
//! use optimization_engine::panoc::{PANOCCache, PANOCOptimizer};
//! use optimization_engine::Optimizer;
//!
//! func! {
//!     /// The squared distance from (3, 4).
//!     fn distance(x, y) { (x - 3).square() + (y - 4).square() }
//! }
//! let disc = Ball2::new(None, 1.0);
//! let mut cache = PANOCCache::new(2, 1e-10, 5);
//! let mut x = [0.0, 0.0];
//! let problem = distance.objective().optimization_engine(&disc);
//! PANOCOptimizer::new(problem, &mut cache).solve(&mut x)?;
//! assert!((x[0] - 0.6).abs() < 1e-8 && (x[1] - 0.8).abs() < 1e-8);
//! # Ok::<(), optimization_engine::SolverError>(())
//! ```
//!
//! The solver asserts that the point has the length for which its cache was made. Where the objective has another dimension, the run
//! ends with `SolverError::Cost`.
//!
//! # The glue it replaces
//!
//! By hand: two closures, one for the cost and one for the gradient written out, 8 lines for Rosenbrock's valley, and two evaluations a
//! point.

use monograd::Objective;
use optimization_engine::constraints::Constraint;
use optimization_engine::core::Problem;
use optimization_engine::{FunctionCallResult, SolverError};
use std::rc::Rc;

#[allow(clippy::type_complexity, reason = "an `impl` cannot be given a name")]
pub(crate) fn problem<O: Objective, C: Constraint>(
    objective: O,
    constraints: &C,
) -> Problem<
    '_,
    impl Fn(&[f64], &mut [f64]) -> FunctionCallResult + use<O, C>,
    C,
    impl Fn(&[f64], &mut f64) -> FunctionCallResult + use<O, C>,
> {
    let failed =
        |_| SolverError::Cost("the point has another length than the objective's dimension");
    let of_cost = Rc::new(objective.cached());
    let of_gradient = Rc::clone(&of_cost);
    Problem::new(
        constraints,
        move |x: &[f64], gradient: &mut [f64]| {
            of_gradient
                .value_and_gradient_at(x, gradient)
                .map(|_| ())
                .map_err(failed)
        },
        move |x: &[f64], cost: &mut f64| {
            *cost = of_cost.value_at(x).map_err(failed)?;
            Ok(())
        },
    )
}
