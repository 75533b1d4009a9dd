//! What is the slope in this direction?

use crate::expr::{Definition, R, Shape};
use crate::forward::Dual;
use crate::scalar::Scalar;

/// The point `x`, moving along `v`.
#[inline(always)]
pub(super) fn along<G: Definition<N>, S: Scalar, const N: usize>(
    x: &[S; N],
    v: &[S; N],
) -> [Dual<S>; N] {
    G::each(
        #[inline(always)]
        |i| Dual::new(x[i], v[i]),
    )
}

/// The results with their tangents.
#[inline(always)]
pub(super) fn moving<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> <G::Codomain as Shape>::Of<Dual<S>> {
    function.value(&along::<G, S, N>(x, v))
}

#[inline(always)]
pub(super) fn jvp<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> (S, S) {
    let value = moving(function, x, v);
    (value.primal, value.tangent)
}

#[inline(always)]
pub(super) fn vector_jvp<
    G: Definition<N, Codomain = [R; M]>,
    S: Scalar,
    const N: usize,
    const M: usize,
>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> ([S; M], [S; M]) {
    let values = moving(function, x, v);
    (
        G::each_result(
            #[inline(always)]
            |i| values[i].primal,
        ),
        G::each_result(
            #[inline(always)]
            |i| values[i].tangent,
        ),
    )
}
