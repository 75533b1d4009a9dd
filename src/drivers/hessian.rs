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

/// In one sweep over numbers that move along every input, which computes what the rows share once and
/// nothing for inputs on which something does not depend. That is straight-line code of `N` times the
/// function's size, and takes the compiler long where that is large; then a sweep for each row.
///
/// Rounding would tell the two halves of the Hessian apart: the one on and right of the diagonal is
/// mirrored.
#[inline(always)]
pub(super) fn value_gradient_hessian<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> (S, [S; N], [[S; N]; N]) {
    if const { N <= MANY_INPUTS && N * G::LETS <= LARGE } {
        in_one_sweep(function, x)
    } else {
        row_by_row(function, x)
    }
}

/// Above this number of inputs times `let`s a function is large.
const LARGE: usize = 96;

/// Above this number of inputs it is large whatever its `let`s, since one expression can be long, too.
const MANY_INPUTS: usize = 8;

#[inline(always)]
fn in_one_sweep<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> (S, [S; N], [[S; N]; N]) {
    let (value, gradient) = value_and_gradient(function, &MultiDual::variables(*x));
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

#[inline(always)]
fn row_by_row<G: Definition<N, Codomain = R>, S: Scalar, const N: usize>(
    function: G,
    x: &[S; N],
) -> (S, [S; N], [[S; N]; N]) {
    let mut value = S::zero();
    let mut gradient = [S::zero(); N];
    let mut hessian = [[S::zero(); N]; N];
    for row in 0..N {
        let mut unit = [S::zero(); N];
        unit[row] = S::one();
        let (dual_value, dual_gradient) = value_and_gradient(function, &along::<G, S, N>(x, &unit));
        value = dual_value.primal;
        gradient = dual_gradient.map(|slope| slope.primal);
        for column in row..N {
            hessian[row][column] = dual_gradient[column].tangent;
            hessian[column][row] = dual_gradient[column].tangent;
        }
    }
    (value, gradient, hessian)
}
