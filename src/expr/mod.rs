//! Expressions: types that say what to compute, over the inputs and `let`s of a function.
//!
//! `x * y.sin()` has the type `Ex<Mul<Input<0>, Sin<Input<1>>>>`: the tree of operations is in the
//! type, and a value of it holds nothing but the constants and parameters it was written with. What
//! it computes, in what mode and in which numbers, is decided where it is evaluated.
//!
//! [`func!`](crate::func) writes what it takes to evaluate one. By hand, for x y at (2, 3):
//!
//! ```
//! use monograd::expr::{Cotangent, Cotangents, Expr, Input, RealCotangents, RealValues, Reals, Values};
//!
//! let product = Input::<0>::new() * Input::<1>::new();
//! let values = Values(RealValues { inputs: &[2.0, 3.0], locals: [] });
//! let (value, pullback) = Expr::<Reals<2, 0>>::vjp(product.0, &values, 0);
//!
//! let mut cotangents = Cotangents::new(RealCotangents { inputs: [Cotangent::NONE; 2], locals: [] });
//! pullback(1.0, &mut cotangents);
//! assert_eq!(value, 6.0);
//! assert_eq!(cotangents.sums.inputs.map(Cotangent::or_zero), [3.0, 2.0]);
//! ```

mod arity;
mod bodies;
mod calls;
mod choices;
mod elementwise;
mod frames;
mod kernels;
mod loops;
mod products;
mod reductions;
mod shapes;
mod views;

pub(crate) use arity::{count, for_each_arity, for_each_small_arity};
pub use bodies::binding::{Bind, Fits, Tensor};
#[doc(hidden)]
pub use bodies::inside::{Inside, Interior, Sinks, Start};
pub use bodies::lets::{AllReal, Kind, KindOf, Let, LetTree, Lets, WithArrays};
pub use bodies::real_body::{RealBody, RealsOnly, RealsScoped, RunReals};
pub use bodies::results::{Real, Results, Whole};
pub use bodies::shaped_body::{Scoped, ShapedBody};
#[doc(hidden)]
pub use bodies::{comparisons::*, factors::*, mentioned::*, written::*};
pub use calls::arguments::{Arguments, CallTensor};
pub use calls::call::{AnyFunction, Call, CallReal, Component, Definition};
pub use calls::definition::{Closed, OfReals, OfShapes, pullback_of_reals};
#[cfg(feature = "std")]
pub(crate) use calls::definition::{name_of, name_of_input};
#[doc(hidden)]
pub use calls::parameter::{RealParameter, ShapedParameter, call_parameter};
#[doc(hidden)]
pub use calls::passed::Passed;
#[doc(hidden)]
pub use calls::passing::{Argument, Called, CalledHelper, Passing, argument};
#[doc(hidden)]
pub use choices::block::*;
pub use choices::select::{
    And, Comparison, Cond, Condition, IntoCondition, Not, Or, Select, select,
};
pub use elementwise::apply::{Apply, Operands, apply};
pub use elementwise::constant::{Constant, constant};
pub use elementwise::custom::{Custom, CustomPartials, CustomPrimal, custom};
pub use elementwise::operations::*;
pub use frames::cotangent::{Cotangent, Coverage};
pub use frames::frame::{Cotangents, Frame, Place, RealCotangents, RealValues, Reals, Values};
#[doc(hidden)]
pub use frames::group::*;
pub use frames::inputs::{At, Blocks, Inputs, Slots, Step};
#[doc(hidden)]
pub use frames::member::{Below, Member, OfDatum, OfInput, Root, WholeDatum, WholeInput};
#[doc(hidden)]
pub use frames::nested::{Changing, Indices, Nested};
pub use frames::one::One;
#[doc(hidden)]
pub use frames::scope::Holds;
pub use frames::scope::{
    Block, Definable, Id, Scope, ScopeCotangents, ScopeValues, ShapedFrame, Typing,
};
#[doc(hidden)]
pub use frames::several::{Several, SeveralVariables};
pub use frames::slot::{Received, Slot};
pub use frames::structure::Parameters;
#[doc(hidden)]
pub use frames::structure::Structure;
pub use frames::tree::{Here, Leaf, Leaves, To, Tree};
#[doc(hidden)]
pub use frames::tree::{Subtree, Unlinked};
pub use frames::variable::{Captured, Datum, InPlace, Input, Local, State};
#[doc(hidden)]
pub use loops::checkpointed::{Checkpointed, checkpointed};
#[doc(hidden)]
pub use loops::index::{Counter, Indexed, indexed};
#[doc(hidden)]
pub use loops::put::{Change, Put, change, put};
#[doc(hidden)]
pub use loops::range::{Between, From, Range};
pub use loops::recurrence::{Checkpoints, EveryState, Fold, Scan, Steps, Zipped, fold, scan};
#[doc(hidden)]
pub use loops::repeat::{History, Repeat, repeat};
pub use products::dot::{Contract, Dot, DotElement, DotTensor, Matrix};
pub use products::outer::{Outer, Vector};
pub use reductions::reduction::{LogSumExp, Maximum, Mean, Minimum, Norm, Product, Sum};
pub use shapes::shape::{Meet, R, Shape, known_as};
pub use shapes::shaped::{CallShape, Elementwise, MeetAll, Shaped};
pub use views::assembly::{Concat, Join, Stack, stack};
#[doc(hidden)]
pub use views::filled::{Filled, filled};
pub use views::view::{Arrangement, Column, Element, Transposed, View, Window};
pub use views::whole::{CumulativeSum, LogSoftmax, Softmax};

use crate::scalar::Scalar;

/// An expression over the variables of a frame: what [`Ex`] wraps.
///
/// It can be evaluated, and it can be pulled back. The pullback of y at a point takes the cotangent
/// of y (what a result changes by, per change of y) and adds to the cotangent of every variable
/// what reaches it through y, by the chain rule. It holds the values that takes and no frame, so
/// nothing is recorded on the way forward and everything is inlined on the way back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression over the variables of this function",
    note = "expressions are made of a function's inputs, its `let`s, numbers, and calls to other functions",
    note = "a call must have one argument for each of the function's inputs"
)]
pub trait Expr<Fr: Frame>: Copy + 'static {
    /// Whether it is a variable or a constant: costs nothing to evaluate, and has no loop in it.
    const LEAF: bool = false;

    /// The value at `values`, of an array the element `at`.
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// The same value, and the pullback there.
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, S>,
    );

    /// Tells the variables that elements are about to be pulled back in a loop, and which.
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage);

    /// The value, pulled back at once, for a cotangent that is known before it.
    ///
    /// A sum is evaluated and pulled back in one loop then.
    #[inline(always)]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let (value, pull) = self.vjp(values, at);
        pull(cotangent, cotangents);
        value
    }

    /// Pulls back all of `len` elements, whose cotangents are given by their index; if `coverage` says so,
    /// some may be absent.
    #[inline(always)]
    fn pull_each<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        len: usize,
        coverage: Coverage,
        cotangent: impl Fn(usize) -> S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.reach(cotangents, coverage.of(len));
        for at in 0..len {
            cotangents.pull_present(
                cotangent(at),
                coverage,
                #[inline(always)]
                |cotangent, cotangents| self.pull(values, at, None, cotangent, cotangents),
            );
        }
    }

    /// Pulls back, with the value if it has been kept.
    #[inline(always)]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        _value: Option<S>,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let (_, pull) = self.vjp(values, at);
        pull(cotangent, cotangents);
    }
}

/// An expression as it is written: a variable, a constant, or operations on expressions.
///
/// Operators and methods on it build larger ones. A number can stand on either side of an operator:
/// `f64` and `i32` literals are constants in whichever scalar the expression is evaluated.
///
/// Expressions have no order and no truth: `x < y` does not compile, since which of two inputs is
/// less is not known before there are numbers. [`select`] chooses where there are, and so do
/// [`max`](Ex::max), [`clamp`](Ex::clamp) and the like.
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

    #[inline(always)]
    fn into_expr(self) -> Ex<E> {
        self
    }
}
