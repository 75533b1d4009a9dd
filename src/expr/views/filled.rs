//! Arrays that hold the same everywhere.

use crate::expr::{
    Cotangents, Coverage, Elementwise, Ex, Expr, Frame, Operand, Shape, Shaped, Values,
};
use crate::scalar::Scalar;

/// An array of `N` times the same.
#[derive(Debug, Clone, Copy)]
pub struct Filled<const N: usize, E>(E);

/// An array of `N` times the same: `[0; N]`.
#[doc(hidden)]
#[cfg_attr(optimized, inline(always))]
pub fn filled<const N: usize, T: Operand>(element: T) -> Ex<Filled<N, T::Expr>> {
    Ex(Filled(element.into_expr().0))
}

impl<const N: usize, E> Filled<N, E>
where
    E: Shaped,
{
    /// Which element of what it is filled with stands at `at`.
    #[cfg_attr(optimized, inline(always))]
    fn within(at: usize) -> usize {
        if const { E::Shape::LEN == 1 } {
            0
        } else {
            at % E::Shape::LEN
        }
    }
}

impl<const N: usize, E: Shaped> Shaped for Filled<N, E> {
    type Shape = [E::Shape; N];
    type Kept = ();
}

impl<Fr: Frame, const N: usize, E: Elementwise<Fr>> Elementwise<Fr> for Filled<N, E> {}

impl<Fr: Frame, const N: usize, E: Elementwise<Fr>> Expr<Fr> for Filled<N, E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.0.value(values, Self::within(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, N, E, S>,
    ) {
        self.0.vjp(values, Self::within(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.0.pull(values, Self::within(at), cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        value: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let at = Self::within(at);
        self.0.pull_with(values, at, value, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        self.0.reach(cotangents, coverage.of(N));
    }
}
