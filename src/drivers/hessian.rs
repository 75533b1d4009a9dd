//! How does the slope change?
//!
//! Forward over reverse: the reverse sweep, evaluated over dual numbers, gives the gradient and its
//! derivative along their tangents.

use super::gradient::value_and_gradient;
use super::jvp::along;
use crate::expr::{Definition, R};
use crate::forward::MultiDual;
use crate::scalar::Scalar;

#[inline(always)]
pub(super) fn hvp<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
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

/// One sweep, over numbers that move along every input. Rounding would tell the two halves of the
/// Hessian apart; the one on and right of the diagonal is mirrored.
#[inline(always)]
pub(super) fn value_gradient_hessian<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> (S, [S; N], [[S; N]; N]) {
    let x = G::each(
        #[inline(always)]
        |i| MultiDual::<S, N>::variable(x[i], i),
    );
    let (value, gradient) = value_and_gradient(function, &x);
    (
        value.primal,
        G::each(
            #[inline(always)]
            |i| gradient[i].primal,
        ),
        G::each(
            #[inline(always)]
            |row| {
                G::each(
                    #[inline(always)]
                    |column| gradient[row.min(column)].tangent(row.max(column)),
                )
            },
        ),
    )
}
