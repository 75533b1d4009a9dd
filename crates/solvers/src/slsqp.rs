//! [slsqp](https://docs.rs/slsqp) 1.0: sequential quadratic programming, with bounds and inequality constraints.
//!
//! [`objective.slsqp()`](crate::ObjectiveSolvers::slsqp) is the closure that `slsqp::minimize` takes, for what is minimised and for constraints.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
//!     /// At most 0 in the unit disc.
//!     fn disc(x, y) { x * x + y * y - 1 }
//! }
//! let found = slsqp::minimize(
//!     rosenbrock.objective().slsqp(),
//!     &[0.5, 0.5],
//!     &[(-2.0, 2.0); 2],
//!     &[disc.objective().slsqp()],
//!     (),
//!     200,
//!     Some(slsqp::StopTols { ftol_rel: 1e-10, ..Default::default() }),
//! );
//! let (Ok((_, x, minimum)) | Err((slsqp::FailStatus::RoundoffLimited, x, minimum))) = found else {
//!     panic!("no minimum: {found:?}");
//! };
//! // The minimum of Rosenbrock's valley in the unit disc.
//! assert!((x[0] - 0.786415).abs() < 1e-4 && (x[1] - 0.617698).abs() < 1e-4);
//! assert!((minimum - 0.045674808).abs() < 1e-6);
//! ```
//!
//! Where it can go no further for rounding, as at a minimum on the edge of a constraint, it gives the minimum as a failure,
//! `RoundoffLimited`.
//!
//! slsqp has no error for what it calls: a start whose length is not the objective's dimension is a panic that says both.
//!
//! # The glue it replaces
//!
//! A closure of four lines, with the gradient written out.
