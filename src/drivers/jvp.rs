//! What is the slope in this direction?

use crate::expr::Definition;
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

#[inline(always)]
pub(super) fn jvp<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> (S, S) {
    let value = function.value(&along::<G, S, N>(x, v));
    (value.primal, value.tangent)
}
