//! Compile-time, generic automatic differentiation.
//!
//! **A differentiable function is a type; everything else is an interpretation of it.**
//!
//! ```
//! use monograd::prelude::*;
//!
//! func! {
//!     /// Rosenbrock's valley, f(x, y) = (1 − x)² + 100 (y − x²)².
//!     pub fn rosenbrock(x, y) {
//!         let a = 1.0 - x;
//!         let b = y - x * x;
//!         a * a + 100.0 * b * b
//!     }
//! }
//!
//! let (value, gradient) = rosenbrock.value_and_gradient(&[0.0_f64, 1.0]);
//! assert_eq!(value, 101.0);
//! assert_eq!(gradient, [-2.0, 200.0]);
//! assert_eq!(rosenbrock.hessian(&[0.0, 1.0]), [[-398.0, 0.0], [0.0, 200.0]]);
//! ```
//!
//! Inputs can be vectors and matrices, and data that is not differentiated:
//!
//! ```
//! use monograd::prelude::*;
//!
//! func! {
//!     fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() }
//! }
//! let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], 2.0)];
//! let (loss, (in_w, in_b)) = error.over(&rows).mean().value_and_gradient(&([0.5, 0.5], 0.0));
//! assert_eq!((loss, in_w, in_b), (1.25, [-0.5, -1.5], -2.0));
//! ```
//!
//! [`func!`] turns the body into a type. Evaluating it, and pulling a cotangent back through it, is
//! generic over the number and inlines into straight-line code: there is no graph, no tape, no
//! allocation.
//!
//! Beside it stands a dynamic [`Value`], which records a graph as the program runs and trains the
//! networks of [`nn`]:
//!
//! ```
//! # #[cfg(feature = "std")] {
//! use monograd::prelude::*;
//!
//! let tape = Tape::new();
//! let (x, w) = (tape.value(2.0), tape.value(-3.0));
//! let out = (x * w + 6.88).tanh();
//! out.backward();
//! assert_eq!(w.grad(), 2.0 * (1.0 - out.data()) * (1.0 + out.data()));
//! # }
//! ```
//!
//! # A tour, in reading order
//!
//! Each module knows only those above it.
//!
//! | module | holds |
//! |---|---|
//! | [`scalar`] | what a function can be evaluated over, and the form a rule takes |
//! | [`rules`] | the calculus: one row per operation |
//! | [`expr`] | expressions, and how they are pulled back |
//! | `function` | [`func!`], which defines functions |
//! | [`forward`] | [`Dual`], [`MultiDual`], [`Taylor`]: numbers with their derivatives |
//! | [`drivers`] | [`Function`]: everything that can be asked of a function |
//! | [`rows`] | a function over a data set: in lanes, on all cores, on several machines, least squares |
//! | [`sparse`] | patterns, colours, compressed Jacobians and Hessians; rows that carry indices into the parameters (feature `std`) |
//! | [`tape`] | the dynamic [`Value`] (feature `std`) |
//! | [`check`] | every mode against every other and against finite differences; where a NaN came from |
//! | [`nn`] | networks of values, their losses and optimisers (feature `nn`) |
//! | [`draw`] | graphs, formulas, loss curves, decision boundaries (feature `std`) |
//!
//! [`guide`] leads from a derivative to a trained network; [`numerics`] says what derivatives are where zero, infinity
//! and NaN meet.
//!
//! # Features
//!
//! - `std` (default): the elementary functions of the standard library, and the dynamic side.
//! - `libm`: the elementary functions of the `libm` crate. With it the static side works without
//!   `std`: `default-features = false, features = ["libm"]`.
//! - `nn` (default): [`nn`]; brings `rand` and `smallvec`. A program of the static side alone does without:
//!   `default-features = false, features = ["std"]`.
//! - `checkpoints`: [`nn::Checkpoint`], models and optimisers in files; brings `serde`, `serde_json`, `crc32fast` and
//!   `tempfile`.
//! - `draw`: pictures as SVG; brings `layout-rs` and `plotters`. `png` makes pixels of them; brings `resvg`.
//! - `simd`: rows of data in the lanes of vector registers, and vector functions for arrays; brings `wide`.
//!   The instruction set is that for which the program is compiled. Elementary functions may differ from the
//!   standard library's by a few units in the last place.
//! - `rayon`: rows of data on all cores.
//! - `approx`: the traits of the `approx` crate for the numbers that carry derivatives.

#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, unreachable_pub)]

#[cfg(not(any(feature = "std", feature = "libm")))]
compile_error!("monograd needs the elementary functions: enable the feature `std` or `libm`");

pub mod scalar;

pub mod rules;

pub mod expr;

#[macro_use]
mod function;

pub mod forward;

pub mod drivers;

pub mod rows;

#[cfg(feature = "std")]
pub mod sparse;

#[cfg(feature = "std")]
pub mod tape;

pub mod check;

#[cfg(feature = "std")]
pub mod draw;

#[cfg(feature = "nn")]
pub mod nn;

#[cfg(feature = "nn")]
#[doc = include_str!("guide.md")]
pub mod guide {}

#[doc = include_str!("numerics.md")]
pub mod numerics {}

/// What the macros need. It is no public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::drivers::{Differentiable, HasInputs};
    pub use crate::expr::plumbing::*;
    pub use crate::expr::*;
    pub use monograd_macros::func;
}

pub use monograd_macros::{Parameters, differentiable};

pub use drivers::{Function, Mapping, Objective};
pub use expr::{Ex, Parameters, R, constant, custom, fold, scan, select, stack};
pub use forward::{Dual, MultiDual, Taylor};
pub use rows::{Over, OverRows};
pub use scalar::{Scalar, Wrapped};
#[cfg(feature = "std")]
pub use tape::{OnTape, Tape, Value};

/// What most programs import: `use monograd::prelude::*;`.
pub mod prelude {
    pub use crate::{
        Dual, Function, Mapping, Objective, OverRows, Parameters, R, Scalar, Taylor, constant,
        custom, differentiable, fold, func, scan, select, stack,
    };
    #[cfg(feature = "std")]
    pub use crate::{OnTape, Tape, Value};
}

/// The README, so that its examples are tested.
#[cfg(all(doctest, feature = "nn"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(test)]
mod tests;
