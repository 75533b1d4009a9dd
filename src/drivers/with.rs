//! A function with its data.

use super::differentiable::{Differentiable, Of, Results, sweep_each};
use super::{Function, HasInputs, apart};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, Slots};
use crate::scalar::{Plain, Scalar};
use core::fmt;

/// A function with its data: a [`Function`] of its inputs, which [`with`](Function::with) makes.
///
/// The data are borrowed, and read where they lie. They are plain numbers; a function that is evaluated over
/// numbers of another type, dual numbers for example, takes a copy of them.
///
/// ```
/// use monograd::prelude::*;
///
/// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
/// let here = residual.with(&[3.0, 1.0]);
/// assert_eq!(here.value(&[2.0, 0.5]), 5.5);
/// assert_eq!(here.gradient(&[2.0, 0.5]), [3.0, 1.0]);
/// assert_eq!(here.hessian(&[2.0, 0.5]), [[0.0, 0.0], [0.0, 0.0]]);
/// ```
pub struct With<'d, G: Closed, T: Plain> {
    function: G,
    data: Blocks<'d, G::Data, T>,
}

impl<G: Closed, T: Plain> Clone for With<'_, G, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain> Copy for With<'_, G, T> {}

impl<G: Closed, T: Plain> fmt::Debug for With<'_, G, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("With").finish_non_exhaustive()
    }
}

impl<'d, G: Closed, T: Plain> With<'d, G, T> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn new(function: G, data: &'d Of<G::Data, T>) -> Self {
        With {
            function,
            data: G::Data::refs(data),
        }
    }

    /// The function.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn function(self) -> G {
        self.function
    }

    /// The data.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn data(self) -> Blocks<'d, G::Data, T> {
        self.data
    }
}

/// Hands data to a function, as numbers of the type in which it is evaluated.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn with_data<D: Inputs, T: Plain, S: Scalar, Out>(
    data: Blocks<'_, D, T>,
    function: impl FnOnce(Blocks<'_, D, S>) -> Out,
) -> Out {
    let converted;
    let data = Blocks::<'_, D, T>(D::shorten(data.0));
    let data = match D::recast(data, S::from_plains) {
        Some(same) => same,
        None => {
            converted = D::map(data, S::from_plain);
            D::refs(&converted)
        }
    };
    function(data)
}

impl<G: Closed, T: Plain, const N: usize> Differentiable<N> for With<'_, G, T>
where
    G::Inputs: HasInputs<N>,
{
    type Inputs = G::Inputs;
    type Data = ();
    type Codomain = G::Codomain;

    const LETS: usize = G::LETS;

    #[cfg_attr(optimized, inline(always))]
    fn each<U: Copy>(element: impl FnMut(usize) -> U) -> Of<G::Inputs, U> {
        G::each(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn each_result<U: Copy>(element: impl FnMut(usize) -> U) -> Results<G::Codomain, U> {
        G::each_result(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<Out>(
        self,
        forward: impl FnOnce() -> Out + Copy,
        reverse: impl FnOnce() -> Out + Copy,
    ) -> Out {
        self.function.in_cheaper_mode(forward, reverse)
    }
    #[cfg_attr(optimized, inline(always))]
    fn evaluate<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> Results<G::Codomain, S> {
        with_data::<G::Data, T, S, _>(
            self.data,
            #[cfg_attr(optimized, inline(always))]
            |data| self.function.evaluate(x, data),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seeds: Results<G::Codomain, Cotangent<S>>,
    ) -> (Results<G::Codomain, S>, Of<G::Inputs, S>) {
        with_data::<G::Data, T, S, _>(
            self.data,
            #[cfg_attr(optimized, inline(always))]
            |data| apart::sweep(self.function, x, data, seeds),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep_into<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seeds: Results<G::Codomain, Cotangent<S>>,
        slots: Slots<'_, G::Inputs, S>,
    ) -> Results<G::Codomain, S> {
        with_data::<G::Data, T, S, _>(
            self.data,
            #[cfg_attr(optimized, inline(always))]
            |data| {
                if const { S::IS_PACK } {
                    let (value, cotangents) = apart::sweep(self.function, x, data, seeds);
                    G::Inputs::add(G::Inputs::refs(&cotangents), slots);
                    return value;
                }
                self.function
                    .accumulate(x, data, seeds, slots, G::Data::unwanted())
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep_each<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
    ) -> (
        Results<G::Codomain, S>,
        Results<G::Codomain, Of<G::Inputs, S>>,
    ) {
        with_data::<G::Data, T, S, _>(
            self.data,
            #[cfg_attr(optimized, inline(always))]
            |data| sweep_each(self.function, x, data),
        )
    }
}

#[diagnostic::do_not_recommend]
impl<G: Closed, T: Plain, const N: usize> Function<N, G::Codomain, G::Inputs> for With<'_, G, T> where
    G::Inputs: HasInputs<N>
{
}
