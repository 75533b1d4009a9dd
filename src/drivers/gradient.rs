//! What is the slope?

use crate::expr::{Cotangent, Definition, R};
use crate::reverse::sweep;
use crate::scalar::Scalar;

#[inline(always)]
pub(super) fn value_and_gradient<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> (S, [S; N]) {
    vjp(function, x, S::one())
}

#[inline(always)]
pub(super) fn vjp<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    seed: S,
) -> (S, [S; N]) {
    sweep(function, x, Cotangent::of(seed))
}

/// The compiler drops what only the other inputs' derivatives need.
#[inline(always)]
pub(super) fn partials<
    G: Definition<N, Codomain = R>,
    S: Scalar,
    const N: usize,
    const P: usize,
>(
    function: G,
    x: &[S; N],
    inputs: [usize; P],
) -> [S; P] {
    let (_, gradient) = value_and_gradient(function, x);
    inputs.map(
        #[inline(always)]
        |input| gradient[input],
    )
}
