//! Solutions of triangular equations.

use super::small::{Matrix, nowhere, undefined_where};
use crate::scalar::Scalar;

/// Where an element of the diagonal is 0.
#[cfg_attr(optimized, inline(always))]
fn is_singular<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> S::Mask {
    (0..N).fold(
        nowhere::<S>(),
        #[cfg_attr(optimized, inline(always))]
        |mask, i| mask | a[i][i].equals(S::zero()),
    )
}

/// The solution x of L x = b, where L(i, k) for k ≤ i is what `element` gives; NaN where an element of the diagonal
/// is 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn solve_forward<S: Scalar, const N: usize>(
    a: &Matrix<S, N>,
    element: impl Fn(&Matrix<S, N>, usize, usize) -> S + Copy,
    b: &[S; N],
) -> [S; N] {
    let mut x = *b;
    for i in 0..N {
        for k in 0..i {
            x[i] = x[i] - element(a, i, k) * x[k];
        }
        x[i] = x[i] / element(a, i, i);
    }
    let mask = is_singular(a);
    x.map(
        #[cfg_attr(optimized, inline(always))]
        |x| undefined_where(mask, x),
    )
}

/// The solution x of U x = b, where U(i, k) for k ≥ i is what `element` gives; NaN where an element of the diagonal
/// is 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn solve_backward<S: Scalar, const N: usize>(
    a: &Matrix<S, N>,
    element: impl Fn(&Matrix<S, N>, usize, usize) -> S + Copy,
    b: &[S; N],
) -> [S; N] {
    let mut x = *b;
    for i in (0..N).rev() {
        for k in i + 1..N {
            x[i] = x[i] - element(a, i, k) * x[k];
        }
        x[i] = x[i] / element(a, i, i);
    }
    let mask = is_singular(a);
    x.map(
        #[cfg_attr(optimized, inline(always))]
        |x| undefined_where(mask, x),
    )
}

/// The element (i, j).
#[cfg_attr(optimized, inline(always))]
pub(super) fn as_it_is<S: Scalar, const N: usize>(a: &Matrix<S, N>, i: usize, j: usize) -> S {
    a[i][j]
}

/// The element (i, j) of the transposed matrix.
#[cfg_attr(optimized, inline(always))]
pub(super) fn transposed<S: Scalar, const N: usize>(a: &Matrix<S, N>, i: usize, j: usize) -> S {
    a[j][i]
}
