//! What [`func!`](crate::func) makes a body of: each expression is checked where it is written.
//!
//! The checks are methods, and what fails one has no result: so nothing after it is an error, too.

use super::body::{Let, ShapedBody};
use super::product::kind;
use super::select::{AtMost, Equal, Less};
use super::{
    And, Bind, Blocks, Call, Closed, Comparison, Cond, Constant, Contract, Cotangent, Dot, Ex,
    Expr, Fits, Input, Inputs, Local, Not, OfShapes, Operand, Or, R, Real, Select, Shape, Shaped,
    Slots, Typing, Whole, select,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// What is written, to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Written<T>(T);

/// What is written, to be checked.
#[inline(always)]
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
    #[inline(always)]
    pub fn definition(self) {}
}

impl<const I: usize, To, Sh: Shape, E: Bind<Typing, Sh>> Unchecked<I, To, Sh, E> {
    /// The `let`, of what it can hold.
    #[inline(always)]
    pub fn definition(self) -> Let<I, To, Sh, E> {
        Let::new(self.expression, self.name)
    }
}

#[inline(always)]
fn stored<const I: usize, To, Sh, E>(
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

    #[inline(always)]
    fn bind(self, name: &'static str) -> (Self::Let, Self::Variable) {
        stored(self.0, name)
    }
}

macro_rules! bind_numbers {
    ($($Number:ty)*) => {
        $(impl<const I: usize, To: Copy + 'static> Bindable<I, To> for $Number {
            type Let = Unchecked<I, To, R, Constant>;
            type Variable = Ex<Local<I, To>>;

            #[inline(always)]
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
#[inline(always)]
fn flag<V>(variable: Ex<V>) -> Cond<Flag<V>> {
    super::constant(0).less_than(variable)
}

impl<const I: usize, To: Copy + 'static, C: Shaped> Bindable<I, To> for Cond<C> {
    type Let = Unchecked<I, To, C::Shape, Select<C, Constant, Constant>>;
    type Variable = Cond<Flag<Local<I, To, C::Shape>>>;

    #[inline(always)]
    fn bind(self, name: &'static str) -> (Self::Let, Self::Variable) {
        let (stored, variable) = stored(select(self, 1, 0).0, name);
        (stored, flag(variable))
    }
}

impl<T> Written<T> {
    /// A `let`, and what its name stands for.
    #[inline(always)]
    pub fn bind<const I: usize, To>(self, name: &'static str) -> (T::Let, T::Variable)
    where
        T: Bindable<I, To>,
    {
        self.0.bind(name)
    }

    /// As an expression.
    #[inline(always)]
    pub fn operand(self) -> Written<Ex<T::Expr>>
    where
        T: Operand,
    {
        Written(self.0.into_expr())
    }

    /// A `let`, if what it is of would be computed again and again where it stands, or must be stored.
    #[inline(always)]
    pub fn bind_product<const I: usize, To>(self) -> (T::Let, T::Variable)
    where
        T: BindProduct<I, To>,
    {
        self.0.bind_product()
    }
}

impl<E> Written<Ex<E>> {
    /// A `let` whose shape is written.
    #[inline(always)]
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
    #[inline(always)]
    pub fn end_as<const I: usize, To, Sh>(self) -> Ending<I, To, Sh, E> {
        Ending(self.0.0, PhantomData)
    }
}

impl<E: Shaped> Written<Ex<E>> {
    /// The end of a body.
    #[inline(always)]
    pub fn end<const I: usize, To>(self) -> Ending<I, To, E::Shape, E> {
        Ending(self.0.0, PhantomData)
    }
}

impl<E: Expr<Typing> + Shaped> Written<Ex<E>>
where
    E::Shape: Fits<R>,
{
    /// One of several results, which are reals.
    #[inline(always)]
    pub fn real(self) -> E {
        self.0.0
    }
}

/// The end of a body, to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Ending<const I: usize, To, Sh, E>(E, PhantomData<(To, Sh)>);

impl<const I: usize, To, Sh: Ends<I, To, E>, E: Bind<Typing, Sh>> Ending<I, To, Sh, E> {
    /// The last `let` and the result.
    #[inline(always)]
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

    #[inline(always)]
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

    #[inline(always)]
    fn end(result: E) -> (Self::Let, Self::Results) {
        (Let::new(result, ""), Whole(Local::new().0))
    }
}

/// What stands in a body besides variables and literals: a number of any type, or an expression.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    label = "neither a variable of this function nor a number",
    note = "numbers are taken as they are, of any type"
)]
pub trait Number {
    /// What it stands for.
    type Operand;

    /// That.
    fn operand(self) -> Self::Operand;
}

impl<E> Number for Ex<E> {
    type Operand = Ex<E>;

    #[inline(always)]
    fn operand(self) -> Ex<E> {
        self
    }
}

impl<C> Number for Cond<C> {
    type Operand = Cond<C>;

    #[inline(always)]
    fn operand(self) -> Cond<C> {
        self
    }
}

macro_rules! numbers {
    ($($Number:ty)*) => {
        $(impl Number for $Number {
            type Operand = Ex<Constant>;

            #[inline(always)]
            #[allow(
                clippy::cast_lossless,
                reason = "some of the types have more digits than an `f64`, most have not"
            )]
            fn operand(self) -> Ex<Constant> {
                Ex(Constant(self as f64))
            }
        })*
    };
}

numbers!(f64 f32 i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

/// A constant of the user's, or an expression.
#[inline(always)]
pub fn number<T: Number>(number: T) -> T::Operand {
    number.operand()
}

// ---- products

/// How a product's factor is stored, by its shape and the other's: of two vectors neither need be.
#[diagnostic::on_unimplemented(
    message = "a product of shapes that do not fit: `{Self}` and `{Other}`",
    label = "of shape `{Self}`",
    note = "`dot` multiplies vectors and matrices"
)]
pub trait StoreFactor<Other: Shape>: Shape {
    /// Whether.
    type Mode;
}

/// It stays where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Stays;

/// It is stored.
#[derive(Debug, Clone, Copy)]
pub struct IsStored;

impl<const N: usize, const M: usize> StoreFactor<[R; M]> for [R; N] {
    type Mode = Stays;
}

impl<const N: usize, const K: usize, const M: usize> StoreFactor<[[R; K]; M]> for [R; N] {
    type Mode = IsStored;
}

impl<A: Shape, const K: usize, const N: usize, const M: usize> StoreFactor<[A; M]> for [[R; K]; N] {
    type Mode = IsStored;
}

/// A factor of a product that is no variable.
#[derive(Debug, Clone, Copy)]
pub struct Factor<E, Mode>(E, PhantomData<Mode>);

/// A factor of a product that is no variable, and the other one.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a mode worked out of two shapes")]
pub fn factor<T: Operand, Other: Operand>(
    factor: T,
    _: &Other,
) -> Factor<
    T::Expr,
    <<T::Expr as Shaped>::Shape as StoreFactor<<Other::Expr as Shaped>::Shape>>::Mode,
>
where
    T::Expr: Shaped,
    Other::Expr: Shaped,
    <T::Expr as Shaped>::Shape: StoreFactor<<Other::Expr as Shaped>::Shape>,
{
    Factor(factor.into_expr().0, PhantomData)
}

/// What is stored if the product demands it.
pub trait BindProduct<const I: usize, To> {
    /// The `let`, if there is one.
    type Let;
    /// What stands for it.
    type Variable;

    /// Both.
    fn bind_product(self) -> (Self::Let, Self::Variable);
}

impl<const I: usize, To, E> BindProduct<I, To> for Factor<E, Stays> {
    type Let = NoLet;
    type Variable = Ex<E>;

    #[inline(always)]
    fn bind_product(self) -> (NoLet, Ex<E>) {
        (NoLet, Ex(self.0))
    }
}

impl<const I: usize, To: Copy + 'static, E: Shaped> BindProduct<I, To> for Factor<E, IsStored> {
    type Let = Unchecked<I, To, E::Shape, E>;
    type Variable = Ex<Local<I, To, E::Shape>>;

    #[inline(always)]
    fn bind_product(self) -> (Self::Let, Self::Variable) {
        stored(self.0, "")
    }
}

/// Whether a product of this kind is stored inside of an expression.
pub trait StoreProduct {
    /// Whether.
    type Mode;
}

impl StoreProduct for kind::MatrixVector {
    type Mode = Stays;
}

impl StoreProduct for kind::VectorVector {
    type Mode = IsStored;
}

impl StoreProduct for kind::VectorMatrix {
    type Mode = IsStored;
}

impl StoreProduct for kind::MatrixMatrix {
    type Mode = IsStored;
}

impl<const I: usize, To, L, Rt> BindProduct<I, To> for Ex<Dot<L, Rt>>
where
    L: Shaped,
    Rt: Shaped,
    L::Shape: Contract<Rt::Shape>,
    <L::Shape as Contract<Rt::Shape>>::Kind: StoreProduct,
    Factor<Dot<L, Rt>, <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode>:
        BindProduct<I, To>,
{
    type Let = <Factor<
        Dot<L, Rt>,
        <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode,
    > as BindProduct<I, To>>::Let;
    type Variable = <Factor<
        Dot<L, Rt>,
        <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode,
    > as BindProduct<I, To>>::Variable;

    #[inline(always)]
    fn bind_product(self) -> (Self::Let, Self::Variable) {
        Factor(self.0, PhantomData).bind_product()
    }
}

// ---- comparisons

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $method:ident -> $Order:ident<$First:ident, $Second:ident>;)*) => {
        $(
            $(#[$doc])*
            #[inline(always)]
            pub fn $name<A: Operand, B: Operand>(
                left: A,
                right: B,
            ) -> Cond<Comparison<$Order, $First::Expr, $Second::Expr>> {
                left.into_expr().$method(right)
            }
        )*
    };
}

comparisons! {
    /// `left < right`
    lt less_than -> Less<A, B>;
    /// `left <= right`
    le at_most -> AtMost<A, B>;
    /// `left > right`
    gt greater_than -> Less<B, A>;
    /// `left >= right`
    ge at_least -> AtMost<B, A>;
    /// `left == right`
    eq equals -> Equal<A, B>;
}

/// `left != right`
#[inline(always)]
#[allow(clippy::type_complexity, reason = "the contrary of a comparison")]
pub fn ne<A: Operand, B: Operand>(
    left: A,
    right: B,
) -> Cond<Not<Comparison<Equal, A::Expr, B::Expr>>> {
    eq(left, right).not()
}

/// `left && right`
#[inline(always)]
pub fn and<A, B>(left: Cond<A>, right: Cond<B>) -> Cond<And<A, B>> {
    left.and(right)
}

/// `left || right`
#[inline(always)]
pub fn or<A, B>(left: Cond<A>, right: Cond<B>) -> Cond<Or<A, B>> {
    left.or(right)
}

// ---- blocks

/// A variable that a block sees of the function around it.
pub trait Captured: Copy {
    /// The variable in the frame around.
    type Outer: Copy + 'static;
    /// Its shape.
    type Shape: Shape;
    /// What stands for it in the block, whose input number `I` it is.
    type Inner<const I: usize>;

    /// The variable in the frame around.
    fn outer(self) -> Self::Outer;

    /// What stands for it in the block.
    fn inner<const I: usize>(self) -> Self::Inner<I>;
}

impl<V: Shaped> Captured for Ex<V> {
    type Outer = V;
    type Shape = V::Shape;
    type Inner<const I: usize> = Ex<Input<I, V::Shape>>;

    #[inline(always)]
    fn outer(self) -> V {
        self.0
    }
    #[inline(always)]
    fn inner<const I: usize>(self) -> Ex<Input<I, V::Shape>> {
        Input::new()
    }
}

impl<V: Shaped> Captured for Cond<Flag<V>> {
    type Outer = V;
    type Shape = V::Shape;
    type Inner<const I: usize> = Cond<Flag<Input<I, V::Shape>>>;

    #[inline(always)]
    fn outer(self) -> V {
        self.0.right()
    }
    #[inline(always)]
    fn inner<const I: usize>(self) -> Self::Inner<I> {
        flag(Input::new())
    }
}

/// The variables that a block sees.
#[diagnostic::on_unimplemented(
    message = "a block with `let`s sees up to twelve variables of the function around it",
    note = "make a function of it"
)]
pub trait Captures {
    /// The variables in the frame around.
    type Outer: Copy + 'static;
    /// Their shapes.
    type Shapes: Inputs;
    /// What stands for them in the block.
    type Inner;

    /// The variables in the frame around.
    fn outer(&self) -> Self::Outer;

    /// What stands for them in the block.
    fn inner(&self) -> Self::Inner;
}

impl Captures for () {
    type Outer = ();
    type Shapes = ();
    type Inner = ();

    #[inline(always)]
    fn outer(&self) {}
    #[inline(always)]
    fn inner(&self) {}
}

macro_rules! captures {
    ($(($index:tt $Variable:ident))+) => {
        impl<$($Variable: Captured),+> Captures for ($($Variable,)+) {
            type Outer = ($($Variable::Outer,)+);
            type Shapes = ($($Variable::Shape,)+);
            type Inner = ($($Variable::Inner<$index>,)+);

            #[inline(always)]
            fn outer(&self) -> Self::Outer {
                ($(self.$index.outer(),)+)
            }
            #[inline(always)]
            fn inner(&self) -> Self::Inner {
                ($(self.$index.inner::<$index>(),)+)
            }
        }
    };
}

super::for_each_small_arity!(captures);

/// A function made of a body, with the numbers that it holds.
#[derive(Debug)]
pub struct Made<I, D, B>(B, PhantomData<(I, D)>);

impl<I, D, B: Copy> Clone for Made<I, D, B> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I, D, B: Copy> Copy for Made<I, D, B> {}

impl<I: Inputs, D: Inputs, B: ShapedBody<I, D>> Closed for Made<I, D, B> {
    type Inputs = I;
    type Data = D;
    type Codomain = B::Codomain;
    type Kind = OfShapes;

    const NAME: &'static str = "__closure";
    const NAMES: &'static [&'static str] = &[];

    #[inline(always)]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <B::Codomain as Shape>::Of<S> {
        self.0.evaluate(inputs, data)
    }
    #[inline(always)]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <B::Codomain as Shape>::Of<S>,
        impl Fn(
            <B::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<I, D, B, S>,
    ) {
        self.0.pullback(inputs, data)
    }
    #[inline(always)]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <B::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, I, S>,
        data_slots: Slots<'_, D, S>,
    ) -> <B::Codomain as Shape>::Of<S> {
        self.0.accumulate(inputs, data, seeds, slots, data_slots)
    }
}

/// A block with `let`s of its own: evaluated only where its value is.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a call of what was made")]
pub fn block<C: Captures, B: ShapedBody<C::Shapes, ()>>(
    captures: C,
    build: impl FnOnce(C::Inner) -> B,
) -> Ex<Call<Made<C::Shapes, (), B>, (C::Outer, ())>> {
    let made = Made(build(captures.inner()), PhantomData);
    Ex(Call::new(made, (captures.outer(), ())))
}
