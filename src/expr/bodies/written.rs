//! What [`func!`](crate::func) makes a body of: each expression is checked where it is written.
//!
//! The checks are methods, and what fails one has no result: so nothing after it is an error, too.

use super::factors::BindProduct;
use crate::expr::choices::select::Less;
use crate::expr::{
    Bind, Comparison, Cond, Constant, Ex, Expr, Fits, Let, Local, Operand, R, Real, Select, Shape,
    Shaped, Typing, Whole, select,
};
use crate::scalar::{BinaryRule, UnaryRule};
use core::marker::PhantomData;

/// What is written, to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Written<T>(T);

/// What is written, to be checked.
#[cfg_attr(optimized, inline(always))]
pub fn written<T>(expression: T) -> Written<T> {
    Written(expression)
}

/// A `let` to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Unchecked<const I: usize, To, Sh, E> {
    expression: E,
    name: &'static str,
    place: PhantomData<(To, Sh)>,
}

/// No `let`.
#[derive(Debug, Clone, Copy)]
pub struct NoLet;

impl NoLet {
    /// It.
    #[cfg_attr(optimized, inline(always))]
    pub fn definition(self) {}
}

impl<const I: usize, To, Sh: Shape, E: Bind<Typing, Sh>> Unchecked<I, To, Sh, E> {
    /// The `let`, of what it can hold.
    #[cfg_attr(optimized, inline(always))]
    pub fn definition(self) -> Let<I, To, Sh, E> {
        Let::new(self.expression, self.name)
    }
}

#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn stored<const I: usize, To, Sh, E>(
    expression: E,
    name: &'static str,
) -> (Unchecked<I, To, Sh, E>, Ex<Local<I, To, Sh>>)
where
    To: Copy + 'static,
    Sh: Shape,
{
    let stored = Unchecked {
        expression,
        name,
        place: PhantomData,
    };
    (stored, Local::new())
}

/// What a `let` can hold: an expression, a number, a condition.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    label = "not an expression",
    note = "expressions are made of variables, numbers, operators, methods, and calls of other functions"
)]
pub trait Bindable<const I: usize, To> {
    /// The `let`, to be checked.
    type Let;
    /// What its name stands for.
    type Variable;

    /// Both.
    fn bind(self, name: &'static str) -> (Self::Let, Self::Variable);
}

impl<const I: usize, To: Copy + 'static, E: Shaped> Bindable<I, To> for Ex<E> {
    type Let = Unchecked<I, To, E::Shape, E>;
    type Variable = Ex<Local<I, To, E::Shape>>;

    #[cfg_attr(optimized, inline(always))]
    fn bind(self, name: &'static str) -> (Self::Let, Self::Variable) {
        stored(self.0, name)
    }
}

macro_rules! bind_numbers {
    ($($Number:ty)*) => {
        $(impl<const I: usize, To: Copy + 'static> Bindable<I, To> for $Number {
            type Let = Unchecked<I, To, R, Constant>;
            type Variable = Ex<Local<I, To>>;

            #[cfg_attr(optimized, inline(always))]
            fn bind(self, name: &'static str) -> (Self::Let, Self::Variable) {
                stored(self.into_expr().0, name)
            }
        })*
    };
}

bind_numbers!(f64 i32);

/// Whether a condition held, kept as 1 or 0.
pub type Flag<V> = Comparison<Less, Constant, V>;

/// The condition that a variable is 1 and not 0.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn flag<V>(variable: Ex<V>) -> Cond<Flag<V>> {
    crate::expr::constant(0).less_than(variable)
}

impl<const I: usize, To: Copy + 'static, C: Shaped> Bindable<I, To> for Cond<C> {
    type Let = Unchecked<I, To, C::Shape, Select<C, Constant, Constant>>;
    type Variable = Cond<Flag<Local<I, To, C::Shape>>>;

    #[cfg_attr(optimized, inline(always))]
    fn bind(self, name: &'static str) -> (Self::Let, Self::Variable) {
        let (stored, variable) = stored(select(self, 1, 0).0, name);
        (stored, flag(variable))
    }
}

impl<T> Written<T> {
    /// A `let`, and what its name stands for.
    #[cfg_attr(optimized, inline(always))]
    pub fn bind<const I: usize, To>(self, name: &'static str) -> (T::Let, T::Variable)
    where
        T: Bindable<I, To>,
    {
        self.0.bind(name)
    }

    /// As an expression.
    #[cfg_attr(optimized, inline(always))]
    pub fn operand(self) -> Written<Ex<T::Expr>>
    where
        T: Operand,
    {
        Written(self.0.into_expr())
    }

    /// A `let`, if what it is of would be computed again and again where it stands, or must be stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn bind_product<const I: usize, To>(self) -> (T::Let, T::Variable)
    where
        T: BindProduct<I, To>,
    {
        self.0.bind_product()
    }
}

impl<Op: UnaryRule> Written<Op> {
    /// A rule for [`Ex::apply`].
    #[cfg_attr(optimized, inline(always))]
    pub fn rule_of_one_number(self) -> Op {
        self.0
    }
}

impl<Op: BinaryRule> Written<Op> {
    /// A rule for [`Ex::apply_with`].
    #[cfg_attr(optimized, inline(always))]
    pub fn rule_of_two_numbers(self) -> Op {
        self.0
    }
}

impl<E> Written<Ex<E>> {
    /// A `let` whose shape is written.
    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::type_complexity, reason = "a let and a variable")]
    pub fn bind_as<const I: usize, To, Sh>(
        self,
        name: &'static str,
    ) -> (Unchecked<I, To, Sh, E>, Ex<Local<I, To, Sh>>)
    where
        To: Copy + 'static,
        Sh: Shape,
    {
        stored(self.0.0, name)
    }

    /// The end of a body whose shape is written.
    #[cfg_attr(optimized, inline(always))]
    pub fn end_as<const I: usize, To, Sh>(self) -> Ending<I, To, Sh, E> {
        Ending(self.0.0, PhantomData)
    }
}

impl<E: Shaped> Written<Ex<E>> {
    /// The end of a body.
    #[cfg_attr(optimized, inline(always))]
    pub fn end<const I: usize, To>(self) -> Ending<I, To, E::Shape, E> {
        Ending(self.0.0, PhantomData)
    }
}

impl<E: Expr<Typing> + Shaped> Written<Ex<E>>
where
    E::Shape: Fits<R>,
{
    /// One of several results, which are reals.
    #[cfg_attr(optimized, inline(always))]
    pub fn real(self) -> E {
        self.0.0
    }
}

/// The end of a body, to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Ending<const I: usize, To, Sh, E>(E, PhantomData<(To, Sh)>);

impl<const I: usize, To, Sh: Ends<I, To, E>, E: Bind<Typing, Sh>> Ending<I, To, Sh, E> {
    /// The last `let` and the result.
    #[cfg_attr(optimized, inline(always))]
    pub fn parts(self) -> (Sh::Let, Sh::Results) {
        Sh::end(self.0)
    }
}

/// How a body with a result of this shape ends: an array is its last `let`.
pub trait Ends<const I: usize, To, E>: Shape {
    /// The `let`, if there is one.
    type Let;
    /// The result.
    type Results;

    /// Both.
    fn end(result: E) -> (Self::Let, Self::Results);
}

impl<const I: usize, To, E> Ends<I, To, E> for R {
    type Let = ();
    type Results = Real<E>;

    #[cfg_attr(optimized, inline(always))]
    fn end(result: E) -> ((), Real<E>) {
        ((), Real(result))
    }
}

impl<const I: usize, To, E, A, const N: usize> Ends<I, To, E> for [A; N]
where
    To: Copy + 'static,
    A: Shape,
{
    type Let = Let<I, To, [A; N], E>;
    type Results = Whole<Local<I, To, [A; N]>>;

    #[cfg_attr(optimized, inline(always))]
    fn end(result: E) -> (Self::Let, Self::Results) {
        (Let::new(result, ""), Whole(Local::new().0))
    }
}
