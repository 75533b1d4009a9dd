//! Expressions: types that say what to compute, over the inputs and `let`s of a function.
//!
//! `x * y.sin()` has the type `Ex<Mul<Input<0>, Sin<Input<1>>>>`: the tree of operations is in the
//! type, and a value of it holds nothing but the constants and parameters it was written with. What
//! it computes, in what mode and in which numbers, is decided where it is evaluated.
//!
//! [`func!`](crate::func) makes functions of them.

mod arity;
mod bodies;
mod calls;
mod choices;
mod cost;
mod elementwise;
mod frames;
pub(crate) mod kernels;
mod linear;
mod loops;
mod node;
pub(crate) mod plumbing;
mod products;
mod reductions;
mod shapes;
mod views;

pub(crate) use arity::{count, for_each_arity, for_each_small_arity};
pub(crate) use calls::arguments::are_distinct;
pub(crate) use linear::factor::Factored;
pub(crate) use plumbing::*;

pub use calls::call::{Call, Component};
pub use choices::select::{And, Comparison, Cond, IntoCondition, Not, Or, Select, select};
pub use elementwise::apply::{Apply, apply};
pub use elementwise::binary::Binary;
pub use elementwise::constant::{Constant, constant};
pub use elementwise::custom::{Custom, custom};
pub use elementwise::operations::*;
pub use elementwise::unary::Unary;
pub use frames::inputs::Inputs;
pub use frames::one::One;
pub use frames::structure::Parameters;
pub use frames::variable::{Datum, Input, Local};
pub use linear::equations::Solution;
pub use linear::of_matrix::OfMatrix;
pub use loops::recurrence::{Checkpoints, EveryState, Fold, Scan, fold, scan};
pub use products::dot::Dot;
pub use products::outer::Outer;
pub use reductions::reduction::{LogSumExp, Maximum, Mean, Minimum, Norm, Product, Sum};
pub use shapes::shape::{R, Shape};
pub use views::assembly::{Concat, Stack, stack};
pub use views::lines::{Along, ByColumns, ByRows};
pub use views::view::{Column, Diagonal, Element, Repeated, Tiled, Transposed, View, Window};
pub use views::whole::{CumulativeSum, LogSoftmax, Softmax};

/// An expression as it is written: a variable, a constant, or operations on expressions.
///
/// Operators and methods on it build larger ones. A number can stand on either side of an operator:
/// `f64` and `i32` literals are constants in whichever scalar the expression is evaluated.
///
/// In the body of a function `if x < y { … } else { … }` compares. In a helper outside of `func!`, as below, an
/// expression cannot be compared by Rust's `<`, since it has no number yet; use [`select`], [`max`](Ex::max) or
/// [`clamp`](Ex::clamp).
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn f(x, y) { (2 * x - 0.5).tanh() / (1 + y * y) }
/// }
/// assert_eq!(f.value(&[0.25_f64, 3.0]), 0.0);
///
/// // A helper is an ordinary generic function: its operations become part of the caller's.
/// use monograd::Ex;
/// use monograd::expr::Mul;
///
/// fn cube<E: Copy>(x: Ex<E>) -> Ex<Mul<Mul<E, E>, E>> {
///     x * x * x
/// }
/// let g = func!(|x| cube(x) + x);
/// assert_eq!(g.gradient(&[2.0]), [13.0]);
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "an expression computes nothing until a function that returns it is evaluated"]
pub struct Ex<E>(
    /// The expression.
    pub E,
);

/// What can stand where an expression is expected: an expression, or a number.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x| x.max(0) + x.min(0.5));
/// assert_eq!(f.value(&[2.0]), 2.5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    label = "neither an expression nor an `f64` or `i32` constant",
    note = "convert other numbers: `f64::from(k)`",
    note = "a condition is not a number: write `select(x.less_than(y), yes, no)`"
)]
pub trait Operand {
    /// The expression it stands for.
    type Expr;

    /// That expression.
    fn into_expr(self) -> Ex<Self::Expr>;
}

impl<E> Operand for Ex<E> {
    type Expr = E;

    #[cfg_attr(optimized, inline(always))]
    fn into_expr(self) -> Ex<E> {
        self
    }
}
