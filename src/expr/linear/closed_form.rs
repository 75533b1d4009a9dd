//! Determinants and inverses of matrices of up to four rows, in closed form.

use super::small::{Matrix, matrix};
use crate::scalar::Scalar;

/// The greatest size with a closed form.
pub(super) const GREATEST: usize = 4;

/// The determinant: a polynomial, so that derivatives of every order are exact at singular matrices, too.
#[cfg_attr(optimized, inline(always))]
pub(super) fn determinant<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> S {
    match N {
        0 => S::one(),
        1 => a[0][0],
        2 => a[0][0] * a[1][1] - a[0][1] * a[1][0],
        3 => {
            let [c0, c1, c2] = first_cofactors(a);
            a[0][0] * c0 + a[0][1] * c1 + a[0][2] * c2
        }
        4 => of_minors(&upper_minors(a), &lower_minors(a)),
        _ => unreachable!("there is no closed form"),
    }
}

/// The adjugate, the transposed matrix of cofactors, and the determinant.
#[cfg_attr(optimized, inline(always))]
pub(super) fn adjugate<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> (Matrix<S, N>, S) {
    let mut adjugate = [[S::zero(); N]; N];
    let determinant = match N {
        0 => S::one(),
        1 => {
            adjugate[0][0] = S::one();
            a[0][0]
        }
        2 => {
            adjugate[0][0] = a[1][1];
            adjugate[0][1] = -a[0][1];
            adjugate[1][0] = -a[1][0];
            adjugate[1][1] = a[0][0];
            a[0][0] * a[1][1] - a[0][1] * a[1][0]
        }
        3 => {
            let [c0, c1, c2] = first_cofactors(a);
            adjugate[0][0] = c0;
            adjugate[0][1] = a[2][1] * a[0][2] - a[2][2] * a[0][1];
            adjugate[0][2] = a[0][1] * a[1][2] - a[0][2] * a[1][1];
            adjugate[1][0] = c1;
            adjugate[1][1] = a[2][2] * a[0][0] - a[2][0] * a[0][2];
            adjugate[1][2] = a[0][2] * a[1][0] - a[0][0] * a[1][2];
            adjugate[2][0] = c2;
            adjugate[2][1] = a[2][0] * a[0][1] - a[2][1] * a[0][0];
            adjugate[2][2] = a[0][0] * a[1][1] - a[0][1] * a[1][0];
            a[0][0] * c0 + a[0][1] * c1 + a[0][2] * c2
        }
        4 => {
            let s = upper_minors(a);
            let c = lower_minors(a);
            let columns = [
                cofactors_of_row(&a[1], &c),
                cofactors_of_row(&a[0], &c).map(|x| -x),
                cofactors_of_row(&a[3], &s),
                cofactors_of_row(&a[2], &s).map(|x| -x),
            ];
            adjugate = matrix(
                #[cfg_attr(optimized, inline(always))]
                |i, j| columns[j][i],
            );
            of_minors(&s, &c)
        }
        _ => unreachable!("there is no closed form"),
    };
    (adjugate, determinant)
}

/// A column of the adjugate of a matrix of four, but for its sign: of a row, and the minors of the two rows that it is not
/// among.
#[cfg_attr(optimized, inline(always))]
fn cofactors_of_row<S: Scalar>(row: &[S], minors: &[S; 6]) -> [S; 4] {
    let [m01, m02, m03, m12, m13, m23] = *minors;
    [
        row[1] * m23 - row[2] * m13 + row[3] * m12,
        row[2] * m03 - row[0] * m23 - row[3] * m02,
        row[0] * m13 - row[1] * m03 + row[3] * m01,
        row[1] * m02 - row[0] * m12 - row[2] * m01,
    ]
}

/// The cofactors of the first row of a matrix of three.
#[cfg_attr(optimized, inline(always))]
fn first_cofactors<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> [S; 3] {
    [
        a[1][1] * a[2][2] - a[1][2] * a[2][1],
        a[1][2] * a[2][0] - a[1][0] * a[2][2],
        a[1][0] * a[2][1] - a[1][1] * a[2][0],
    ]
}

/// The minors of the first two rows of a matrix of four, in the columns 01, 02, 03, 12, 13, 23.
#[cfg_attr(optimized, inline(always))]
fn upper_minors<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> [S; 6] {
    minors(&a[0], &a[1])
}

/// Those of the last two rows.
#[cfg_attr(optimized, inline(always))]
fn lower_minors<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> [S; 6] {
    minors(&a[2], &a[3])
}

#[cfg_attr(optimized, inline(always))]
fn minors<S: Scalar>(x: &[S], y: &[S]) -> [S; 6] {
    let minor = |i: usize, j: usize| x[i] * y[j] - x[j] * y[i];
    [
        minor(0, 1),
        minor(0, 2),
        minor(0, 3),
        minor(1, 2),
        minor(1, 3),
        minor(2, 3),
    ]
}

/// The determinant by Laplace's expansion in the first two rows.
#[cfg_attr(optimized, inline(always))]
fn of_minors<S: Scalar>(s: &[S; 6], c: &[S; 6]) -> S {
    (s[0] * c[5] - s[1] * c[4]) + (s[2] * c[3] + s[3] * c[2]) + (s[5] * c[0] - s[4] * c[1])
}
