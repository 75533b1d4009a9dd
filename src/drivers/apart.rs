//! The reverse sweep over numbers packed side by side.
//!
//! On the way back over a pack nothing is told apart lane by lane: what is absent in a lane counts as 0 there, and where
//! that 0 meets an infinite derivative it makes a NaN. So where the gradient is not finite each lane is swept alone.

use super::differentiable::{Of, Results};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, Shape};
use crate::scalar::{Apart, Lanes, MOST_LANES, Scalar, all_are_finite};

/// The value and the cotangents of the inputs, of a function with its data.
#[allow(clippy::type_complexity, reason = "a value and a gradient")]
#[cfg_attr(optimized, inline(always))]
pub(super) fn sweep<G: Closed, S: Scalar>(
    function: G,
    x: Blocks<'_, G::Inputs, S>,
    data: Blocks<'_, G::Data, S>,
    seeds: Results<G::Codomain, Cotangent<S>>,
) -> (Results<G::Codomain, S>, Of<G::Inputs, S>) {
    let swept = function.sweep(x, data, seeds);
    if const { S::IS_PACK } && !are_finite::<G::Inputs, S>(G::Inputs::refs(&swept.1)) {
        let alone = Alone {
            function,
            x,
            data,
            seeds,
        };
        return S::apart(alone).unwrap_or(swept);
    }
    swept
}

/// Whether all numbers are finite.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn are_finite<I: Inputs, S: Scalar>(numbers: Blocks<'_, I, S>) -> bool {
    let mut all_finite = true;
    I::visit(numbers, &mut |numbers: &[S]| {
        all_finite &= all_are_finite(numbers)
    });
    all_finite
}

/// A sweep to be made lane by lane.
struct Alone<'x, 'd, G: Closed, S: Scalar> {
    function: G,
    x: Blocks<'x, G::Inputs, S>,
    data: Blocks<'d, G::Data, S>,
    seeds: Results<G::Codomain, Cotangent<S>>,
}

impl<G: Closed, S: Scalar> Apart<S> for Alone<'_, '_, G, S> {
    type Out = (Results<G::Codomain, S>, Of<G::Inputs, S>);

    fn run<E: Scalar + Lanes<Pack = S>>(self) -> Self::Out {
        let sweep = |lane: usize| {
            let x = G::Inputs::map(self.x, |x| E::lane(x, lane));
            let data = G::Data::map(self.data, |x| E::lane(x, lane));
            let seeds = G::Codomain::map(&self.seeds, |seed: Cotangent<S>| {
                let seed = seed.get().map(|seed| Cotangent::of(E::lane(seed, lane)));
                seed.unwrap_or(Cotangent::NONE)
            });
            let (x, data) = (G::Inputs::refs(&x), G::Data::refs(&data));
            self.function.sweep(x, data, seeds)
        };
        let lanes: [_; MOST_LANES] =
            core::array::from_fn(|lane| sweep(if lane < E::LANES { lane } else { 0 }));
        (
            G::Codomain::from_fn(&mut |at| E::pack(|lane| G::Codomain::flat(&lanes[lane].0)[at])),
            G::Inputs::from_fn(&mut |at| {
                E::pack(|lane| G::Inputs::get(G::Inputs::refs(&lanes[lane].1), at))
            }),
        )
    }
}
