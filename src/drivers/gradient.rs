//! What is the slope?

use super::differentiable::{Differentiable, Of, Results};
use super::memory::Spare;
use crate::expr::{Cotangent, Inputs, Shape};
use crate::scalar::Scalar;

#[cfg_attr(optimized, inline(always))]
pub(super) fn value_and_gradient<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (S, Of<F::Inputs, S>) {
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let (value, gradient) = function.sweep(F::Inputs::refs(x), seeds);
    (first::<F, S, N>(&value), gradient)
}

/// On slices as long as there are numbers.
#[cfg_attr(optimized, inline(always))]
pub(super) fn on_slices<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &[S],
    gradient: &mut [S],
    spare: &mut Spare<S>,
) -> S {
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let value = function.sweep_slices(x, seeds, gradient, spare);
    first::<F, S, N>(&value)
}

/// The one result of a function that has one.
#[cfg_attr(optimized, inline(always))]
pub(super) fn first<F: Differentiable<N>, S: Copy, const N: usize>(
    value: &Results<F::Codomain, S>,
) -> S {
    F::Codomain::flat(value)[0]
}

#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a value and cotangents")]
pub(super) fn vjp<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    u: &Results<F::Codomain, S>,
) -> (Results<F::Codomain, S>, Of<F::Inputs, S>) {
    let u = F::Codomain::flat(u);
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |i| Cotangent::of(u[i]),
    );
    function.sweep(F::Inputs::refs(x), seeds)
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn accumulate<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    gradient: &mut Of<F::Inputs, S>,
) -> S {
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let value = function.sweep_into(F::Inputs::refs(x), seeds, F::Inputs::sums(gradient));
    first::<F, S, N>(&value)
}

/// The compiler drops what only the other inputs' derivatives need.
#[cfg_attr(optimized, inline(always))]
pub(super) fn partials<F: Differentiable<N>, S: Scalar, const N: usize, const P: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    inputs: [usize; P],
) -> [S; P] {
    let (_, gradient) = value_and_gradient(function, x);
    inputs.map(
        #[cfg_attr(optimized, inline(always))]
        |input| F::Inputs::get(F::Inputs::refs(&gradient), input),
    )
}
