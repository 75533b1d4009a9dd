//! Variables: the inputs and the `let`s of a function.

use super::{Expr, Frame, Place, Reals, Values};
use crate::scalar::Scalar;

macro_rules! variable {
    ($(#[$doc:meta])* $Variable:ident $field:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $Variable<const I: usize>;

        impl<const I: usize, const N: usize, const K: usize> Place<Reals<N, K>> for $Variable<I> {
            #[inline]
            fn get<S: Scalar>(self, values: &Values<'_, Reals<N, K>, S>) -> S {
                values.0.$field[I]
            }
            #[inline]
            fn accumulate<S: Scalar>(
                self,
                cotangents: &mut <Reals<N, K> as Frame>::Cotangents<S>,
                cotangent: S,
            ) {
                cotangents.$field[I].add(cotangent);
            }
        }

        impl<Fr: Frame, const I: usize> Expr<Fr> for $Variable<I>
        where
            $Variable<I>: Place<Fr>,
        {
            #[inline]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>) -> S {
                self.get(values)
            }
            #[inline]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
            ) -> (S, impl FnOnce(S, &mut Fr::Cotangents<S>) + Copy + use<Fr, S, I>) {
                let value = self.get(values);
                (
                    value,
                    #[inline]
                    move |cotangent, cotangents: &mut Fr::Cotangents<S>| {
                        self.accumulate(cotangents, cotangent);
                    },
                )
            }
        }
    };
}

variable! {
    /// The function's input number `I`, counted from 0.
    Input inputs
}

variable! {
    /// The function's `let` number `I`, counted from 0.
    Local locals
}
