//! Determinants and their derivatives, at singular matrices, too.

use super::closed_form;
use super::elimination::Elimination;
use super::small::{Matrix, identity, matrix, product, sum, transpose};
use crate::scalar::{Branch, Scalar};

/// The determinant.
///
/// Of more than four rows it comes from an elimination, which where a pivot is exactly 0 knows nothing of how the
/// determinant changes: there it is that of [`faddeev_le_verrier`].
#[cfg_attr(optimized, inline(always))]
pub(super) fn determinant<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> S {
    if const { N <= closed_form::GREATEST } {
        return closed_form::determinant(a);
    }
    let elimination = Elimination::of(a);
    if const { S::ORDERS == 0 } {
        return elimination.determinant();
    }
    S::choose(
        elimination.is_singular(),
        || faddeev_le_verrier(a).1,
        || elimination.determinant(),
    )
}

/// The matrix of cofactors: the derivatives of the determinant.
#[cfg_attr(optimized, inline(always))]
pub(super) fn cofactors<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
    if const { N <= closed_form::GREATEST } {
        return transpose(&closed_form::adjugate(a).0);
    }
    let elimination = Elimination::of(a);
    let of_inverse = || {
        let (inverse, determinant) = (elimination.inverse(), elimination.determinant());
        matrix(|i, j| determinant * inverse[j][i])
    };
    let of_singular = || transpose(&faddeev_le_verrier(a).0);
    match S::branch(elimination.is_singular(), of_singular, of_inverse) {
        Branch::Yes(cofactors) | Branch::No(cofactors) => cofactors,
        Branch::Both(mask, yes, no) => matrix(|i, j| S::select(mask, yes[i][j], no[i][j])),
    }
}

/// The adjugate and the determinant by the recurrence of Faddeev and Le Verrier, which divides by whole numbers
/// alone: M ← A M + c, c ← −tr(A M)/k, from M = 0 and c = 1.
///
/// It is of fourth order in N, and less accurate than elimination.
fn faddeev_le_verrier<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> (Matrix<S, N>, S) {
    let one = identity::<S, N>();
    let mut m = one;
    let mut c = S::one();
    for k in 1..=N {
        let next = product(a, &m);
        c = -sum(0..N, |i| next[i][i]) / S::constant(k as f64);
        if k < N {
            m = matrix(|i, j| next[i][j] + c * one[i][j]);
        }
    }
    let is_even = N.is_multiple_of(2);
    let adjugate = matrix(|i, j| if is_even { -m[i][j] } else { m[i][j] });
    (adjugate, if is_even { c } else { -c })
}
