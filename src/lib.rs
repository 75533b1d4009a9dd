//! Automatic differentiation of functions that the compiler knows, and of programs that are recorded as they run.
//!
//! [`func!`] makes a differentiable function of a body written as Rust is. Its gradient is compiled to straight-line
//! code, as if written by hand: there is no graph, no tape, no allocation and no `unsafe`.
//!
//! ```
//! use monograd::prelude::*;
//!
//! func! {
//!     /// Rosenbrock's function, f(x, y) = (1 − x)² + 100 (y − x²)².
//!     pub fn rosenbrock(x, y) {
//!         let a = 1 - x;
//!         let b = y - x * x;
//!         a * a + 100 * b * b
//!     }
//! }
//!
//! let (value, gradient) = rosenbrock.value_and_gradient(&[0.0, 1.0]);
//! assert_eq!((value, gradient), (101.0, [-2.0, 200.0]));
//! assert_eq!(rosenbrock.hessian(&[0.0, 1.0]), [[-398.0, 0.0], [0.0, 200.0]]);
//! ```
//!
//! Inputs can be vectors, matrices and structs. Inputs after `;` are data, which are not differentiated; a function is
//! summed over the rows of a data set by `over`:
//!
//! ```
//! use monograd::prelude::*;
//!
//! func! { fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() } }
//!
//! let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], 2.0)]; // x, y
//! let loss = error.over(&rows).mean();
//! let (value, (in_w, in_b)) = loss.value_and_gradient(&([0.5, 0.5], 0.0));
//! assert_eq!((value, in_w, in_b), (1.25, [-0.5, -1.5], -2.0));
//! ```
//!
//! A [`Value`] records what a program computes as it runs, as micrograd and PyTorch do; [`nn`] trains networks of them:
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
//! **Read on**: the [guide](guide::functions) to functions, and [that](guide) to values and networks; the
//! [`cookbook`], an answer to each question that begins with *How do I*; what things are called for those
//! [coming from](coming_from) JAX, PyTorch, Stan and others; all [operations](rules::table); what holds at
//! [zero, infinity and NaN](numerics); how [differential equations](differential_equations) are integrated, and
//! differentiated by adjoints.
//!
//! # Which trait, which call
//!
//! | for | call | on |
//! |---|---|---|
//! | ∇f of f: ℝᴺ → ℝ | [`gradient`](Function::gradient), [`value_and_gradient`](Function::value_and_gradient) | any [`Function`] with one result |
//! | the same on slices, in place | [`value_and_gradient_into`](Function::value_and_gradient_into) | |
//! | f′ of f: ℝ → ℝ | [`derivative`](Function::derivative) | `Function<1>` |
//! | some of the partial derivatives | [`partials`](Function::partials) | |
//! | J v, uᵀJ | [`jvp`](Function::jvp), [`vjp`](Function::vjp) | any [`Function`] |
//! | the Jacobian | [`jacobian`](Function::jacobian), by [forward](Function::jacobian_forward) or [reverse](Function::jacobian_reverse) mode | |
//! | ∇²f v, ∇²f | [`hvp`](Function::hvp), [`hessian`](Function::hessian), [`value_gradient_hessian`](Function::value_gradient_hessian) | with one result |
//! | ∂²f/∂xᵢ² | [`hessian_diagonal`](Function::hessian_diagonal), [`value_gradient_diagonal`](Function::value_gradient_diagonal) | with one result |
//! | all derivatives along a line | [`taylor`](Function::taylor) | |
//! | any of these with data | [`f.with(&data)`](Function::with), then as above | a function with inputs after `;` |
//! | … summed over a data set | [`f.over(&rows)`](OverRows::over), [`over_columns`](OverRows::over_columns) | |
//! | … each row with a weight | [`f.over(&rows).weights(&w)?`](Over::weights), then as above | |
//! | … over the rows of several machines | [`f.over(&my_rows).on(&world)`](Over::on) (feature `std`) | |
//! | JᵀJ and Jᵀr of least squares | [`normal_equations`](Over::normal_equations) | a function over rows |
//! | x of A x = b, det A, eigenvalues of small matrices | `a.solve(b)`, `a.det()`, … in a body: [the methods of `Ex`](Ex#implementations) | |
//! | the x at which g(x, p) is 0 or least | [`implicit::root`], [`implicit::minimum`] in a body | |
//! | a function on slices, as a trait object, for solvers and samplers | [`objective`](Function::objective) → [`Objective`], [`mapping`](Function::mapping) → [`Mapping`] | any [`Function`] without missing data |
//! | a sparse Hessian or Jacobian | `SparseHessian::of(f)`, `SparseJacobian::of(f)` in [`sparse`] | |
//! | a sum over rows that say which parameters they read | [`over(&rows).at(&starts, n)`](Over::at) | a function with data |
//! | a function as one node of a recorded graph | [`f.on(values)`](OnTape::on) | |
//! | gradients of a recorded program | [`backward`](Value::backward), [`grad`](Value::grad) | a [`Value`] |
//! | the derivative of generic code | call it with [`Dual`], [`MultiDual`] or [`Taylor`] numbers | code over `num_traits::Float` |
//! | a test of derivatives | [`check::assert_derivatives`] | any [`Function`] |
//!
//! In signatures: `f: impl Function<2>` is any function of two reals with one result, `Function<2, [R; 3]>` one with three
//! results, `Function<1, R, Net<R>>` one of a [struct of parameters](trait@expr::Parameters). Numbers are `S: Scalar`. Operations of your own
//! implement [`UnaryRule`](scalar::UnaryRule), [`BinaryRule`](scalar::BinaryRule) or [`Rule`](scalar::Rule).
//!
//! # Static or tape?
//!
//! | | a function of [`func!`] | a [`Value`] on a [`Tape`] |
//! |---|---|---|
//! | the formula is known | when the program is compiled | when it runs |
//! | loops | with bounds that the compiler knows | any, `while` and recursion too |
//! | sizes | constants, or generic; any number of rows | any |
//! | derivatives | of every order, all modes | first; higher ones over `Dual` |
//! | cost of an operation | that of hand-written code | about 5 ns and 40 bytes |
//! | without `std` | yes | no |
//!
//! They combine: a static function is one node on a tape, and a loss over rows needs no tape, however many rows there
//! are.
//!
//! # Limits
//!
//! - A function has up to 32 real inputs and 32 results. One with shapes has up to 12 inputs and 12 data inputs, each of
//!   any size.
//! - The bounds of a loop are made of constants, sizes and the indices of outer loops; there is no `while`, `break` or
//!   recursion in a body. An index is made of constants and of the indices of loops.
//! - A loop or a branch reads the fields of a struct of parameters, `net.hidden.w`, but does not give a whole struct to
//!   another function.
//! - Reverse mode stores the states of a loop on the stack: of all N steps, or of about √N with `#[checkpointed]`. Of a
//!   loop that only adds to sums, `s += …`, nothing is stored. Arrays in `let`s are on the stack, too.
//! - A single expression of more than about 120 operands exceeds the compiler's recursion limit. Split it by a `let`.
//! - The Hessian of a function with shapes, with more than 8 inputs, or with more than 96 `let`s times inputs, takes one
//!   sweep for each row; with shapes and up to 512 inputs one for every four rows.
//! - In reverse mode an infinite derivative times one that happens to be 0 is NaN: see [`numerics`].
//! - The instruction set of `simd` is chosen when the program is compiled. Its elementary functions are within 8 units in
//!   the last place. They are used over rows, in loops and branches, and for arrays of 32 elements or more, whose last digits
//!   may so depend on what stands in a `let` of its own; without `simd` no value does.
//! - A tape holds up to 2²⁸ values.
//!
//! # Features
//!
//! | feature | adds | brings |
//! |---|---|---|
//! | `std` (default) | elementary functions of the standard library, the tape, text and DOT drawings | |
//! | `nn` (default) | [`nn`] | `rand`, `smallvec` |
//! | `libm` | elementary functions without `std` | |
//! | `simd` | rows and arrays in vector lanes | `wide` |
//! | `rayon` | rows on all cores | `rayon` |
//! | `checkpoints` | models and optimisers in files | `serde`, `serde_json`, `crc32fast`, `tempfile` |
//! | `draw`, `png` | drawings as SVG, as PNG | `layout-rs`, `plotters`; `resvg` |
//! | `approx` | the traits of the crate `approx` for [`Dual`], [`MultiDual`] and [`Taylor`] | `approx` |
//!
//! For functions alone: `default-features = false` with `features = ["std"]`, or with `["libm"]` where there is no
//! standard library.
//!
//! Rust 1.95 or later. How versions are numbered, and what a patch release may change, is in the
//! [changelog](https://docs.rs/crate/monograd/latest/source/CHANGELOG.md).

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

pub mod implicit;

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

pub mod guide;

pub mod cookbook;

pub mod coming_from;

#[doc = include_str!("differential_equations.md")]
pub mod differential_equations {}

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
