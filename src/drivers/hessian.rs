//! How does the slope change?
//!
//! Forward over reverse: the reverse sweep, evaluated over dual numbers, gives the gradient and its
//! derivative along their tangents.

use super::gradient::value_and_gradient;
use super::jvp::along;
use crate::expr::Definition;
use crate::scalar::Scalar;

#[inline(always)]
pub(super) fn hvp<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
    v: &[S; N],
) -> [S; N] {
    let (_, gradient) = value_and_gradient(function, &along::<G, S, N>(x, v));
    G::each(
        #[inline(always)]
        |i| gradient[i].tangent,
    )
}

/// Takes the part on and right of the diagonal from each row's product, and mirrors it: rounding
/// would otherwise tell the two halves apart.
#[inline(always)]
pub(super) fn hessian<G: Definition<N>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> [[S; N]; N] {
    let mut hessian = [[S::zero(); N]; N];
    for row in 0..N {
        let mut unit = [S::zero(); N];
        unit[row] = S::one();
        let product = hvp(function, x, &unit);
        for column in row..N {
            hessian[row][column] = product[column];
            hessian[column][row] = product[column];
        }
    }
    hessian
}
