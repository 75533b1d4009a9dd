//! Functions of [monograd] as problems of Rust's numerical solvers, with exact derivatives.
//!
//! A function with one result becomes an [`Objective`](monograd::Objective) by `f.objective()`, one with several a
//! [`Mapping`](monograd::Mapping) by `f.mapping()`. Each solver takes it by one method, which has the name of the solver's
//! crate. There is a feature for each crate, and no default feature; only nlopt needs none.
//!
//! ```
//! # #[cfg(feature = "argmin")] {
//! use argmin::core::{Executor, State};
//! use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
//! }
//! let solver = LBFGS::new(MoreThuenteLineSearch::new(), 7);
//! let result = Executor::new(rosenbrock.objective().argmin(), solver)
//!     .configure(|state| state.param(vec![-1.2, 1.0]).max_iters(100))
//!     .run()?;
//! assert!(result.state().get_best_cost() < 1e-12);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Which call
//!
//! | to | call | page |
//! |---|---|---|
//! | minimise: L-BFGS, Newton, trust regions | `f.objective().argmin()` | [`argmin`] |
//! | the same with bounds and inequalities | `f.objective().slsqp()`, `f.objective().nlopt()` | [`slsqp`], [`nlopt`] |
//! | the same on a ball, a box, a cone | `f.objective().optimization_engine(&set)` | [`optimization_engine`] |
//! | fit by least squares | `r.mapping().levenberg_marquardt(start)?`, `r.mapping().argmin_residuals()` | [`levenberg_marquardt`], [`argmin`] |
//! | the same, large and sparse | `r.mapping().apex_solver()` | [`apex_solver`] |
//! | sample a posterior | `log_density.objective().nuts_rs()` | [`nuts_rs`] |
//! | solve differential equations, with sensitivities | `f.mapping().diffsol()` | [`diffsol`] |
//! | see how a long fit goes | `Progress::new()` | [`progress`] |
//! | end it by the gradient, the decrease, the time | `Stop::new()…` | [`stopping`] |
//!
//! The methods are those of [`ObjectiveSolvers`] and [`MappingSolvers`], which the [`prelude`] holds. Every objective and every
//! mapping has them: of a function with its data or over rows, on one core or on all, and of a type of one's own.
//!
//! The numbers of the start decide the precision. Where nothing else says that they are `f64`, write one of them so,
//! `vec![1.0_f64, 1.0]`.
//!
//! # Which versions
//!
//! A solver's traits are those of one version of its crate, and this crate implements them for that version:
//!
//! | feature | crate | its nalgebra |
//! |---|---|---|
//! | `argmin` | argmin 0.11, argmin-math 0.5 | 0.34, by the feature `nalgebra`; ndarray 0.16, by the feature `ndarray` |
//! | `levenberg-marquardt` | levenberg-marquardt 0.15 | 0.34, re-exported on its page |
//! | `nuts-rs` | nuts-rs 0.19 | none in a call |
//! | `diffsol` | diffsol 0.19 | 0.35, and faer 0.24; none in a call |
//! | `apex-solver` | apex-solver 1.5 | 0.33, re-exported on its page |
//! | `slsqp` | slsqp 1.0 | |
//! | none | nlopt 0.8, which is no dependency | |
//! | `optimization_engine` | optimization_engine 0.12 | |
//! | `progress` | indicatif 0.18 | |
//!
//! Cargo builds several versions of nalgebra beside each other. Where a program's own is another than the solver's, a slice
//! is what both understand: `DVector::from_column_slice(x.as_slice())` makes a vector of the one from a vector of the other.

#![cfg_attr(
    not(all(
        feature = "apex-solver",
        feature = "argmin",
        feature = "diffsol",
        feature = "levenberg-marquardt",
        feature = "nuts-rs",
        feature = "optimization_engine",
        feature = "progress",
        feature = "slsqp"
    )),
    // The table of pages is for all features.
    allow(rustdoc::broken_intra_doc_links)
)]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, unreachable_pub)]

mod closures;
mod mappings;
mod objectives;

#[cfg(feature = "apex-solver")]
pub mod apex_solver;
#[cfg(feature = "argmin")]
pub mod argmin;
#[cfg(feature = "diffsol")]
pub mod diffsol;
#[cfg(feature = "levenberg-marquardt")]
pub mod levenberg_marquardt;
pub mod nlopt;
#[cfg(feature = "nuts-rs")]
pub mod nuts_rs;
#[cfg(feature = "optimization_engine")]
pub mod optimization_engine;
#[cfg(feature = "progress")]
pub mod progress;
#[cfg(feature = "slsqp")]
pub mod slsqp;
pub mod stopping;

pub use mappings::MappingSolvers;
pub use objectives::ObjectiveSolvers;

/// The methods: `use monograd_solvers::prelude::*;`.
pub mod prelude {
    pub use crate::{MappingSolvers, ObjectiveSolvers};
}

/// The README, so that its examples are tested.
#[cfg(all(doctest, feature = "argmin"))]
#[doc = include_str!("../README.md")]
struct Readme;
