//! Reverse mode: from the cotangent of a function's value, those of its inputs.
//!
//! One sweep gives all partial derivatives of a real function, at a cost that does not depend on how
//! many inputs there are.

use crate::expr::{Cotangent, Definition, Shape};
use crate::scalar::Scalar;

/// The value of `function` at `x`, and the cotangents of its inputs from those of its results.
#[inline(always)]
pub(crate) fn sweep<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    seeds: <G::Codomain as Shape>::Of<Cotangent<S>>,
) -> (<G::Codomain as Shape>::Of<S>, [S; N]) {
    let (value, pullback) = function.vjp(x);
    (value, settle::<G, S, N>(pullback(seeds)))
}

/// The derivatives in the inputs, from their cotangents: zero where nothing has reached one.
#[inline(always)]
pub(crate) fn settle<G: Definition<N>, S: Scalar, const N: usize>(
    cotangents: [Cotangent<S>; N],
) -> [S; N] {
    G::each(
        #[inline(always)]
        |i| cotangents[i].or_zero(),
    )
}
