//! How arguments are handed to a function: one with shapes reads them where they are stored.

use crate::expr::bodies::factors::{BindProduct, IsStored, Stays};
use crate::expr::bodies::written::{NoLet, Unchecked, stored};
use crate::expr::{
    Call, Closed, Ex, Local, OfReals, OfShapes, OfWholeArrays, Operand, R, Shape, Shaped,
    WholeCaptured, WholeDatum, WholeInput,
};
use core::marker::PhantomData;

/// What a function gives of its arguments: a call of a function of `func!`, or what a helper in Rust or a method makes.
#[derive(Debug)]
pub struct Called<'c, C>(
    /// The result.
    pub &'c C,
);

impl<G: Closed, A> Called<'_, Ex<Call<G, A>>>
where
    G::Kind: Passing,
{
    /// Whether the function's arguments are stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn passing(&self) -> PassedTo<G, <G::Kind as Passing>::Mode> {
        PassedTo(PhantomData)
    }
}

impl<G: Closed, A> Called<'_, Ex<Call<G, A>>>
where
    (G::Kind, G::Codomain): StoreResult,
{
    /// Whether the result is stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn result(&self) -> PhantomData<<(G::Kind, G::Codomain) as StoreResult>::Mode> {
        PhantomData
    }
}

impl<E: OfWholeArrays> Called<'_, Ex<E>> {
    /// That what a method makes of whole arrays is stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn result(&self) -> PhantomData<IsStored> {
        PhantomData
    }
}

/// Whether the result of a function of this kind and codomain is stored inside of an expression.
pub trait StoreResult {
    /// Whether.
    type Mode;
}

impl StoreResult for (OfReals, R) {
    type Mode = Stays;
}

impl<A, const N: usize> StoreResult for (OfReals, [A; N]) {
    type Mode = IsStored;
}

impl<Sh: Shape> StoreResult for (OfShapes, Sh) {
    type Mode = IsStored;
}

/// How arguments are handed to the function `G`: its sizes are known by those that it is called with in the end.
#[derive(Debug)]
pub struct PassedTo<G, Mode>(PhantomData<(G, Mode)>);

impl<G, Mode> PassedTo<G, Mode> {
    /// Whether they are stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn mode(&self) -> PhantomData<Mode> {
        PhantomData
    }

    /// The call, of the same function.
    #[cfg_attr(optimized, inline(always))]
    pub fn call<A>(&self, call: Ex<Call<G, A>>) -> Ex<Call<G, A>> {
        call
    }
}

/// The arguments of a helper stay where they stand.
pub trait CalledHelper {
    /// That they do.
    #[cfg_attr(optimized, inline(always))]
    fn passing(&self) -> PassedToHelper {
        PassedToHelper
    }

    /// That its result does.
    #[cfg_attr(optimized, inline(always))]
    fn result(&self) -> PhantomData<Stays> {
        PhantomData
    }
}

impl<C> CalledHelper for Called<'_, C> {}

/// How arguments are handed to a helper.
#[derive(Debug)]
pub struct PassedToHelper;

impl PassedToHelper {
    /// They are not stored.
    #[cfg_attr(optimized, inline(always))]
    pub fn mode(&self) -> PhantomData<Stays> {
        PhantomData
    }

    /// What the helper makes of them.
    #[cfg_attr(optimized, inline(always))]
    pub fn call<T>(&self, made: T) -> T {
        made
    }
}

/// Whether the arguments of a function of a kind are stored.
pub trait Passing {
    /// Whether.
    type Mode;
}

impl Passing for OfReals {
    type Mode = Stays;
}

impl Passing for OfShapes {
    type Mode = IsStored;
}

/// Whether one of two demands that something is stored.
pub trait Either<Other> {
    /// Whether.
    type Mode;
}

impl<Other> Either<Other> for Stays {
    type Mode = Other;
}

impl<Other> Either<Other> for IsStored {
    type Mode = IsStored;
}

/// Whether one of two demands that something is stored.
#[cfg_attr(optimized, inline(always))]
pub fn either<A: Either<B>, B>(_: PhantomData<A>, _: PhantomData<B>) -> PhantomData<A::Mode> {
    PhantomData
}

/// An argument that is no variable, or one that is given twice.
#[derive(Debug, Clone, Copy)]
pub struct Argument<T, Mode>(T, PhantomData<Mode>);

/// An argument that is no variable, or one that is given twice.
#[cfg_attr(optimized, inline(always))]
pub fn argument<T, Mode>(argument: T, mode: PhantomData<Mode>) -> Argument<T, Mode> {
    Argument(argument, mode)
}

impl<const I: usize, To, T> BindProduct<I, To> for Argument<T, Stays> {
    type Let = NoLet;
    type Variable = T;

    #[cfg_attr(optimized, inline(always))]
    fn bind_product(self) -> (NoLet, T) {
        (NoLet, self.0)
    }
}

impl<const I: usize, To, T: Operand<Expr: StoreArgument<I, To, T>>> BindProduct<I, To>
    for Argument<T, IsStored>
{
    type Let = <T::Expr as StoreArgument<I, To, T>>::Let;
    type Variable = <T::Expr as StoreArgument<I, To, T>>::Variable;

    #[cfg_attr(optimized, inline(always))]
    fn bind_product(self) -> (Self::Let, Self::Variable) {
        T::Expr::store_argument(self.0)
    }
}

/// How an argument is stored for a function that reads it: an expression in a `let`; a struct of parameters, and a part
/// of one, is where it is.
pub trait StoreArgument<const I: usize, To, T> {
    /// The `let`, if there is one.
    type Let;
    /// What stands for it.
    type Variable;

    /// Both.
    fn store_argument(argument: T) -> (Self::Let, Self::Variable);
}

impl<const I: usize, To: Copy + 'static, T: Operand<Expr = E>, E: Shaped> StoreArgument<I, To, T>
    for E
{
    type Let = Unchecked<I, To, E::Shape, E>;
    type Variable = Ex<Local<I, To, E::Shape>>;

    #[cfg_attr(optimized, inline(always))]
    fn store_argument(argument: T) -> (Self::Let, Self::Variable) {
        stored(argument.into_expr().0, "")
    }
}

macro_rules! stored_already {
    ($($Whole:ident)*) => {
        $(impl<const I: usize, const N: usize, To, T, M, P> StoreArgument<I, To, T> for $Whole<N, M, P> {
            type Let = NoLet;
            type Variable = T;

            #[cfg_attr(optimized, inline(always))]
            fn store_argument(argument: T) -> (NoLet, T) {
                (NoLet, argument)
            }
        })*
    };
}

stored_already!(WholeInput WholeDatum WholeCaptured);
