//! What are all the derivatives along this direction?

use crate::expr::{Definition, R};
use crate::forward::Taylor;
use crate::scalar::Scalar;

#[inline(always)]
pub(super) fn taylor<G: Definition<N, Codomain = R>, S: Scalar, const N: usize, const K: usize>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> Taylor<S, K> {
    function.value(&G::each(
        #[inline(always)]
        |i| Taylor::line(x[i], v[i]),
    ))
}
