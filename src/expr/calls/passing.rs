//! How arguments are handed to a function: one with shapes reads them where they are stored.

use crate::expr::bodies::factors::{Factor, IsStored, Stays};
use crate::expr::{Call, Closed, Ex, OfReals, OfShapes, Operand};
use core::marker::PhantomData;

/// What a function gives of its arguments: a call of a function of `func!`, or what a helper in Rust makes.
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
    #[inline(always)]
    pub fn passing(&self) -> PhantomData<<G::Kind as Passing>::Mode> {
        PhantomData
    }
}

/// The arguments of a helper stay where they stand.
pub trait CalledHelper {
    /// That they do.
    #[inline(always)]
    fn passing(&self) -> PhantomData<Stays> {
        PhantomData
    }
}

impl<C> CalledHelper for Called<'_, C> {}

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

/// An argument that is no variable, or one that is given twice.
#[inline(always)]
pub fn argument<T: Operand, Mode>(argument: T, _: PhantomData<Mode>) -> Factor<T::Expr, Mode> {
    Factor::new(argument.into_expr().0)
}
