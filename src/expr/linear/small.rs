//! What the algorithms share: arrays of arrays, and selection by lanes.

use crate::scalar::{Branch, Scalar, each};

/// A square matrix, as its rows.
pub(super) type Matrix<S, const N: usize> = [[S; N]; N];

/// The vector with `element(i)` at i.
#[cfg_attr(optimized, inline(always))]
pub(super) fn vector<S: Scalar, const N: usize>(element: impl Fn(usize) -> S) -> [S; N] {
    each(S::zero(), element)
}

/// The matrix with `element(i, j)` in row i and column j.
#[cfg_attr(optimized, inline(always))]
pub(super) fn matrix<S: Scalar, const N: usize, const M: usize>(
    element: impl Fn(usize, usize) -> S + Copy,
) -> [[S; M]; N] {
    each(
        [S::zero(); M],
        #[cfg_attr(optimized, inline(always))]
        |i| {
            vector(
                #[cfg_attr(optimized, inline(always))]
                |j| element(i, j),
            )
        },
    )
}

/// The transposed matrix.
#[cfg_attr(optimized, inline(always))]
pub(super) fn transpose<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
    let mut transposed = *a;
    for (i, row) in transposed.iter_mut().enumerate() {
        for (j, slot) in row.iter_mut().enumerate() {
            *slot = a[j][i];
        }
    }
    transposed
}

/// The identity.
#[cfg_attr(optimized, inline(always))]
pub(super) fn identity<S: Scalar, const N: usize>() -> Matrix<S, N> {
    matrix(
        #[cfg_attr(optimized, inline(always))]
        |i, j| if i == j { S::one() } else { S::zero() },
    )
}

/// The product of two matrices.
#[cfg_attr(optimized, inline(always))]
pub(super) fn product<S: Scalar, const N: usize>(
    a: &Matrix<S, N>,
    b: &Matrix<S, N>,
) -> Matrix<S, N> {
    matrix(
        #[cfg_attr(optimized, inline(always))]
        |i, j| {
            sum(
                0..N,
                #[cfg_attr(optimized, inline(always))]
                |k| a[i][k] * b[k][j],
            )
        },
    )
}

/// A matrix by a vector.
#[cfg_attr(optimized, inline(always))]
pub(super) fn times<S: Scalar, const N: usize>(a: &Matrix<S, N>, x: &[S; N]) -> [S; N] {
    vector(
        #[cfg_attr(optimized, inline(always))]
        |i| {
            sum(
                0..N,
                #[cfg_attr(optimized, inline(always))]
                |k| a[i][k] * x[k],
            )
        },
    )
}

/// The transposed matrix by a vector.
#[cfg_attr(optimized, inline(always))]
pub(super) fn transposed_times<S: Scalar, const N: usize>(a: &Matrix<S, N>, x: &[S; N]) -> [S; N] {
    vector(
        #[cfg_attr(optimized, inline(always))]
        |j| {
            sum(
                0..N,
                #[cfg_attr(optimized, inline(always))]
                |k| a[k][j] * x[k],
            )
        },
    )
}

/// The sum of the terms from first to last; of none it is 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sum<S: Scalar>(mut range: core::ops::Range<usize>, term: impl Fn(usize) -> S) -> S {
    match range.next() {
        None => S::zero(),
        Some(first) => range.fold(
            term(first),
            #[cfg_attr(optimized, inline(always))]
            |sum, k| sum + term(k),
        ),
    }
}

/// Exchanges two numbers where the mask holds.
#[cfg_attr(optimized, inline(always))]
pub(super) fn exchange<S: Scalar>(mask: S::Mask, x: &mut S, y: &mut S) {
    match S::branch(mask, || (), || ()) {
        Branch::Yes(()) => core::mem::swap(x, y),
        Branch::No(()) => {}
        Branch::Both(mask, (), ()) => {
            let (kept_x, kept_y) = (*x, *y);
            *x = S::select(mask, kept_y, kept_x);
            *y = S::select(mask, kept_x, kept_y);
        }
    }
}

/// Exchanges two elements of an array where the mask holds.
#[cfg_attr(optimized, inline(always))]
pub(super) fn exchange_elements<S: Scalar>(mask: S::Mask, x: &mut [S], at: usize, with: usize) {
    let [x, y] = x
        .get_disjoint_mut([at, with])
        .expect("two elements of the array");
    exchange(mask, x, y);
}

/// A mask that holds nowhere.
#[cfg_attr(optimized, inline(always))]
pub(super) fn nowhere<S: Scalar>() -> S::Mask {
    S::one().less_than(S::zero())
}

/// NaN where the mask holds, with derivatives that are NaN.
#[cfg_attr(optimized, inline(always))]
pub(super) fn undefined_where<S: Scalar>(mask: S::Mask, x: S) -> S {
    S::choose(
        mask,
        #[cfg_attr(optimized, inline(always))]
        || x * S::constant(f64::NAN),
        #[cfg_attr(optimized, inline(always))]
        || x,
    )
}
