//! The logarithm of a sum of exponentials, and what the softmax shares with it.

use crate::expr::bodies::binding::evaluate_each;
use crate::expr::{
    Cotangents, Coverage, Elementwise, Expr, KeptOf, LogSumExp, Shape, ShapedFrame, Values, kernels,
};
use crate::rules::{self, UnaryOperations};
use crate::scalar::{Real, Scalar, UnaryRule, all_are_finite};

impl<Fr: ShapedFrame, E: Elementwise<Fr>> Expr<Fr> for LogSumExp<E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let mut elements = E::Shape::fill(S::zero());
        let elements = E::Shape::flat_mut(&mut elements);
        evaluate_each(self.0, values, elements);
        let (greatest, sum) = exponentials(elements);
        greatest + sum.ln()
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        let mut shares = E::Shape::fill(S::zero());
        let value = self.evaluate(values, E::Shape::flat_mut(&mut shares));
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                self.pull_by(values, E::Shape::flat(&shares), cotangent, cotangents);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &Values<'_, Fr, S>, shares: &mut KeptOf<Self, S>) -> S {
        self.evaluate(values, E::Shape::flat_mut(shares))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_kept<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: S,
        shares: &KeptOf<Self, S>,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.pull_by(values, E::Shape::flat(shares), cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.accumulate(values, at, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let mut shares = E::Shape::fill(S::zero());
        let shares = E::Shape::flat_mut(&mut shares);
        let value = self.evaluate(values, shares);
        self.pull_by(values, shares, cotangent, cotangents);
        value
    }
}

impl<E> LogSumExp<E> {
    /// The value; `shares` becomes the derivatives, the softmax.
    #[cfg_attr(optimized, inline(always))]
    fn evaluate<Fr: ShapedFrame, S: Scalar>(self, values: &Values<'_, Fr, S>, shares: &mut [S]) -> S
    where
        E: Elementwise<Fr>,
    {
        evaluate_each(self.0, values, shares);
        let (greatest, sum) = exponentials(shares);
        let reciprocal = S::one() / sum;
        for share in shares {
            *share = *share * reciprocal;
        }
        greatest + sum.ln()
    }

    /// Pulls back by the derivatives.
    #[cfg_attr(optimized, inline(always))]
    fn pull_by<Fr: ShapedFrame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        shares: &[S],
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        E: Elementwise<Fr>,
    {
        self.0.pull_each(
            values,
            E::Shape::LEN,
            Coverage::Every,
            #[cfg_attr(optimized, inline(always))]
            |at| cotangent * shares[at],
            cotangents,
        );
    }
}

/// Replaces the elements by their exponentials, each divided by that of the greatest; gives the greatest
/// element and the sum of what is there then.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn exponentials<S: Scalar>(elements: &mut [S]) -> (S, S) {
    let greatest = kernels::greatest(elements);
    if const { S::IS_REAL } && all_are_finite(&[greatest]) {
        for element in elements.iter_mut() {
            *element = *element - greatest;
        }
        S::unary_each(elements, rules::Exp);
        return (greatest, kernels::sum(elements));
    }
    for element in elements.iter_mut() {
        // Infinite ones, too, are where the greatest is.
        let is_greatest = element.equals(greatest);
        *element = S::select(
            is_greatest,
            element.unary(Displacement),
            *element - greatest,
        );
    }
    S::unary_each(elements, rules::Exp);
    (greatest, kernels::sum(elements))
}

/// How far x has moved from where it is: 0, with the derivative 1.
#[derive(Debug, Clone, Copy)]
pub(in crate::expr) struct Displacement;

impl UnaryRule for Displacement {
    const READS_VALUE: bool = false;

    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, _: F) -> F {
        F::zero()
    }
    #[cfg_attr(optimized, inline(always))]
    fn partial<S: Scalar>(self, _: S, _: S) -> S {
        S::one()
    }
}
