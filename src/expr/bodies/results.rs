//! What a function's body ends with: one expression, or several.

use crate::expr::{
    Block, Cost, Cotangent, Cotangents, Coverage, Expr, Frame, R, Shape, ShapedFrame, Values,
    count, for_each_arity,
};
use crate::scalar::Scalar;

/// The results of a function over a frame: one [`Real`], or a tuple of expressions.
///
/// [`func!`](crate::func) makes them of the end of a body.
pub trait Results<Fr: Frame>: Copy + 'static {
    /// Their shape.
    type Shape: Shape;

    /// What the gradient of a single one costs.
    const COST: Cost = Cost::UNKNOWN;

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
        impl FnOnce(<Self::Shape as Shape>::Of<Cotangent<S>>, &mut Cotangents<'_, Fr, S>)
        + Copy
        + use<Self, Fr, S>,
    );

    /// Their values, pulled back at once.
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        seeds: <Self::Shape as Shape>::Of<Cotangent<S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> <Self::Shape as Shape>::Of<S> {
        let (value, pull) = self.vjp(values);
        pull(seeds, cotangents);
        value
    }
}

/// The one result of a real-valued function.
#[derive(Debug, Clone, Copy)]
pub struct Real<E>(
    /// The expression.
    pub E,
);

impl<Fr: Frame, E: Expr<Fr>> Results<Fr> for Real<E> {
    type Shape = R;

    const COST: Cost = E::COST;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>) -> S {
        self.0.value(values, 0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
    ) -> (
        S,
        impl FnOnce(Cotangent<S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        let (value, pull) = self.0.vjp(values, 0);
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: Cotangent<S>, cotangents: &mut Cotangents<'_, Fr, S>| {
                cotangent.pull(cotangents, pull);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        seed: Cotangent<S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        match seed.get() {
            Some(seed) => self.0.accumulate(values, 0, seed, cotangents),
            None => self.0.value(values, 0),
        }
    }
}

/// The result of a function whose result is an array, which is its last `let`.
#[derive(Debug, Clone, Copy)]
pub struct Whole<P>(
    /// The `let`.
    pub P,
);

impl<Fr: ShapedFrame, P: Block<Fr>> Results<Fr> for Whole<P> {
    type Shape = P::Shape;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>) -> <P::Shape as Shape>::Of<S> {
        *self.0.block(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
    ) -> (
        <P::Shape as Shape>::Of<S>,
        impl FnOnce(<P::Shape as Shape>::Of<Cotangent<S>>, &mut Cotangents<'_, Fr, S>)
        + Copy
        + use<Fr, P, S>,
    ) {
        (
            *self.0.block(values),
            #[cfg_attr(optimized, inline(always))]
            move |seeds, cotangents: &mut Cotangents<'_, Fr, S>| {
                let seeds = P::Shape::flat(&seeds);
                let slot = self.0.slot(cotangents);
                if seeds.iter().all(|seed| seed.is_reached()) {
                    slot.add_each(|at| seeds[at].or_zero());
                } else {
                    slot.reach(Coverage::Some);
                    for (at, seed) in seeds.iter().enumerate() {
                        seed.add_to(slot, at);
                    }
                }
            },
        )
    }
}

macro_rules! results {
    ($(($index:literal $Result:ident))*) => {
        impl<Fr: Frame, $($Result: Expr<Fr>),*> Results<Fr> for ($($Result,)*) {
            type Shape = [R; count!($($Result)*)];

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn value<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
            ) -> [S; count!($($Result)*)] {
                let ($($Result,)*) = self;
                [$($Result.value(values, 0)),*]
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
            ) -> (
                [S; count!($($Result)*)],
                impl FnOnce([Cotangent<S>; count!($($Result)*)], &mut Cotangents<'_, Fr, S>)
                + Copy
                + use<Fr, S, $($Result),*>,
            ) {
                let ($($Result,)*) = self;
                $(let $Result = $Result.vjp(values, 0);)*
                (
                    [$($Result.0),*],
                    #[cfg_attr(optimized, inline(always))]
                    move |seeds: [Cotangent<S>; count!($($Result)*)],
                          cotangents: &mut Cotangents<'_, Fr, S>| {
                        $(seeds[$index].pull(cotangents, $Result.1);)*
                    },
                )
            }
        }
    };
}

for_each_arity!(results);
