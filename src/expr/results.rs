//! What a function's body ends with: one expression, or several.

use super::{Cotangent, Expr, Frame, R, Shape, Values, count, for_each_arity};
use crate::scalar::Scalar;

/// The results of a function over a frame: one [`Real`], or a tuple of expressions.
///
/// [`func!`](crate::func) makes them of the end of a body.
pub trait Results<Fr: Frame>: Copy + 'static {
    /// Their shape.
    type Shape: Shape;

    /// Their values.
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>) -> <Self::Shape as Shape>::Of<S>;

    /// Their values, and the pullback, which takes a cotangent for each; one that nothing has reached
    /// is not pulled back.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
    ) -> (
        <Self::Shape as Shape>::Of<S>,
        impl FnOnce(<Self::Shape as Shape>::Of<Cotangent<S>>, &mut Fr::Cotangents<S>)
        + Copy
        + use<Self, Fr, S>,
    );
}

/// The one result of a real-valued function.
#[derive(Debug, Clone, Copy)]
pub struct Real<E>(
    /// The expression.
    pub E,
);

impl<Fr: Frame, E: Expr<Fr>> Results<Fr> for Real<E> {
    type Shape = R;

    #[inline(always)]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>) -> S {
        self.0.value(values)
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
    ) -> (
        S,
        impl FnOnce(Cotangent<S>, &mut Fr::Cotangents<S>) + Copy + use<Fr, E, S>,
    ) {
        let (value, pull) = self.0.vjp(values);
        (
            value,
            #[inline(always)]
            move |cotangent: Cotangent<S>, cotangents: &mut Fr::Cotangents<S>| {
                if let Some(cotangent) = cotangent.get() {
                    pull(cotangent, cotangents);
                }
            },
        )
    }
}

macro_rules! results {
    ($(($index:literal $Result:ident))*) => {
        impl<Fr: Frame, $($Result: Expr<Fr>),*> Results<Fr> for ($($Result,)*) {
            type Shape = [R; count!($($Result)*)];

            #[inline(always)]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn value<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
            ) -> [S; count!($($Result)*)] {
                let ($($Result,)*) = self;
                [$($Result.value(values)),*]
            }
            #[inline(always)]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
            ) -> (
                [S; count!($($Result)*)],
                impl FnOnce([Cotangent<S>; count!($($Result)*)], &mut Fr::Cotangents<S>)
                + Copy
                + use<Fr, S, $($Result),*>,
            ) {
                let ($($Result,)*) = self;
                $(let $Result = $Result.vjp(values);)*
                (
                    [$($Result.0),*],
                    #[inline(always)]
                    move |seeds: [Cotangent<S>; count!($($Result)*)],
                          cotangents: &mut Fr::Cotangents<S>| {
                        $(if let Some(cotangent) = seeds[$index].get() {
                            ($Result.1)(cotangent, cotangents);
                        })*
                    },
                )
            }
        }
    };
}

for_each_arity!(results);
