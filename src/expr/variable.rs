//! Variables: the inputs and the `let`s of a function.

use super::{Cotangents, Coverage, Elementwise, Expr, Frame, Place, R, Reals, Shaped, Values};
use crate::scalar::Scalar;

macro_rules! variable {
    ($(#[$doc:meta])* $Variable:ident $field:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $Variable<const I: usize>;

        impl<const I: usize, const N: usize, const K: usize> Place<Reals<N, K>> for $Variable<I> {
            type Shape = R;

            #[inline]
            fn get<S: Scalar>(self, values: &Values<'_, Reals<N, K>, S>, _: usize) -> S {
                values.0.$field[I]
            }
            #[inline]
            fn add<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
                _: usize,
                cotangent: S,
            ) {
                let lanes = cotangents.lanes();
                cotangents.sums.$field[I].add_within(cotangent, lanes);
            }
            #[inline]
            fn add_each<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
                len: usize,
                coverage: Coverage,
                cotangent: impl Fn(usize) -> S,
            ) {
                for at in 0..len {
                    cotangents.pull_present(cotangent(at), coverage, |cotangent, cotangents| {
                        self.add(cotangents, at, cotangent);
                    });
                }
            }
            #[inline]
            fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Reals<N, K>, S>, _: Coverage) {}
        }

        variable_expression!($Variable);
    };
}

macro_rules! variable_expression {
    ($Variable:ident) => {
        impl<Fr: Frame, const I: usize> Expr<Fr> for $Variable<I>
        where
            $Variable<I>: Place<Fr>,
        {
            const LEAF: bool = true;

            #[inline]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                self.get(values, at)
            }
            #[inline]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, I>,
            ) {
                let value = self.get(values, at);
                (
                    value,
                    #[inline]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        self.add(cotangents, at, cotangent);
                    },
                )
            }
            #[inline(always)]
            fn pull<S: Scalar>(
                self,
                _: &Values<'_, Fr, S>,
                at: usize,
                _: Option<S>,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                self.add(cotangents, at, cotangent);
            }
            #[inline(always)]
            fn pull_each<S: Scalar>(
                self,
                _: &Values<'_, Fr, S>,
                len: usize,
                coverage: Coverage,
                cotangent: impl Fn(usize) -> S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                self.add_each(cotangents, len, coverage, cotangent);
            }
            #[inline(always)]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
                Place::reach(self, cotangents, coverage);
            }
        }

        impl<Fr: Frame, const I: usize> Shaped<Fr> for $Variable<I>
        where
            $Variable<I>: Place<Fr>,
        {
            type Shape = <Self as Place<Fr>>::Shape;
        }

        impl<Fr: Frame, const I: usize> Elementwise<Fr> for $Variable<I> where
            $Variable<I>: Place<Fr>
        {
        }
    };
}

/// The function's data input number `I`, counted from 0, which is not differentiated.
#[derive(Debug, Clone, Copy)]
pub struct Datum<const I: usize>;

variable_expression!(Datum);

variable! {
    /// The function's input number `I`, counted from 0.
    Input inputs
}

variable! {
    /// The function's `let` number `I`, counted from 0.
    Local locals
}
