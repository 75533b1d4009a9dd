//! Reductions: reals made of the elements of an array.

use super::{Cotangents, Elementwise, Ex, Expr, R, Scope, Shape, Shaped, Values};
use crate::scalar::Scalar;

/// The sum of the elements of an expression.
#[derive(Debug, Clone, Copy)]
pub struct Sum<E>(E);

impl<E> Ex<E> {
    /// The sum of the elements: one loop, in which the whole expression is evaluated.
    ///
    /// As the end of a function, or added to others there, it is pulled back in the same loop; elsewhere
    /// the elements are computed again on the way back, so give what is costly a `let` of its own.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn energy(x: [R; 3]) { x.square().sum() } }
    /// let (value, (gradient,)) = energy.value_and_gradient(&([1.0, 2.0, 3.0],));
    /// assert_eq!((value, gradient), (14.0, [2.0, 4.0, 6.0]));
    /// ```
    #[inline(always)]
    pub fn sum(self) -> Ex<Sum<E>> {
        Ex(Sum(self.0))
    }
}

impl<Fr: Scope, E: Elementwise<Fr>> Shaped<Fr> for Sum<E> {
    type Shape = R;
}

impl<Fr: Scope, E: Elementwise<Fr>> Expr<Fr> for Sum<E> {
    #[inline(always)]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let mut sum = S::zero();
        for at in 0..E::Shape::LEN {
            sum = sum + self.0.value(values, at);
        }
        sum
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        (
            Expr::<Fr>::value(self, values, at),
            #[inline(always)]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                self.0.reach(cotangents);
                for at in 0..E::Shape::LEN {
                    let (_, pull) = self.0.vjp(values, at);
                    pull(cotangent, cotangents);
                }
            },
        )
    }
    #[inline(always)]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>) {}
    #[inline(always)]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        self.0.reach(cotangents);
        let mut sum = S::zero();
        for at in 0..E::Shape::LEN {
            let (value, pull) = self.0.vjp(values, at);
            sum = sum + value;
            pull(cotangent, cotangents);
        }
        sum
    }
}
