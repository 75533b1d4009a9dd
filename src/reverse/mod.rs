//! Reverse mode: from the cotangent of a function's value, those of its inputs.
//!
//! One sweep gives all partial derivatives of a real function, at a cost that does not depend on how
//! many inputs there are.

use crate::expr::Definition;
use crate::scalar::Scalar;

/// The value of `function` at `x`, and `seed` times its gradient there.
#[inline(always)]
pub(crate) fn sweep<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    seed: S,
) -> (S, [S; N]) {
    let (value, pullback) = function.vjp(x);
    let cotangents = pullback(seed);
    let gradient = G::each(
        #[inline(always)]
        |i| cotangents[i].or_zero(),
    );
    (value, gradient)
}
