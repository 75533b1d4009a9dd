//! Eigenvalues and eigenvectors of symmetric matrices by Jacobi's method.

use super::small::{Matrix, exchange, identity, matrix, sum};
use crate::rules::{BinaryOperations, UnaryOperations};
use crate::scalar::{Branch, Scalar};

/// The eigenvalues in ascending order, and the eigenvectors as the columns of an orthogonal matrix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decomposition<S, const N: usize> {
    pub(super) values: [S; N],
    pub(super) vectors: Matrix<S, N>,
}

/// After so many sweeps it ends, converged or not; a matrix of a hundred rows takes about ten.
const SWEEPS: usize = 40;

/// The decomposition of the symmetric matrix of which `a` has the lower triangle.
///
/// Convergence is quadratic. After the off-diagonal elements are down to rounding one more sweep is made for what is
/// left, and one for each order of derivatives, of which a rotation annihilates one, too.
pub(super) fn decompose<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Decomposition<S, N> {
    let mut b = matrix(|i, j| if j <= i { a[i][j] } else { a[j][i] });
    let mut vectors = identity::<S, N>();
    let mut left = SWEEPS;
    while left > 0 {
        left -= 1;
        if left > 1 + S::ORDERS && is_diagonal(&b) {
            left = 1 + S::ORDERS;
        }
        for p in 0..N {
            for q in p + 1..N {
                rotate(&mut b, &mut vectors, p, q);
            }
        }
    }
    let mut values = core::array::from_fn(|i| b[i][i]);
    sort(&mut values, &mut vectors);
    Decomposition { values, vectors }
}

/// Whether what is off the diagonal is nothing beside the whole, in all lanes.
fn is_diagonal<S: Scalar, const N: usize>(b: &Matrix<S, N>) -> bool {
    let outside = sum(0..N, |i| sum(0..i, |j| b[i][j].abs()));
    let whole = outside + sum(0..N, |i| b[i][i].abs());
    let is_nothing = (whole + outside).equals(whole);
    matches!(S::branch(is_nothing, || (), || ()), Branch::Yes(()))
}

/// Makes the elements (p, q) and (q, p) zero by a rotation of no more than 45°, whose tangent is
/// 2h/(d ± √(d² + 4h²)), with the sign of d, for h = b(p, q) and d = b(q, q) − b(p, p).
fn rotate<S: Scalar, const N: usize>(
    b: &mut Matrix<S, N>,
    vectors: &mut Matrix<S, N>,
    p: usize,
    q: usize,
) {
    let (h, d) = (b[p][q], b[q][q] - b[p][p]);
    let twice = h + h;
    let root = d.hypot(twice);
    let sum = d + S::select(d.less_than(S::zero()), -root, root);
    let is_nothing = sum.equals(S::zero());
    let tangent = S::select(is_nothing, S::zero(), twice / sum);
    let cosine = (S::one() + tangent * tangent).sqrt().recip();
    let sine = tangent * cosine;
    let moved = tangent * h;
    b[p][p] = b[p][p] - moved;
    b[q][q] = b[q][q] + moved;
    b[p][q] = S::zero();
    b[q][p] = S::zero();
    for k in 0..N {
        if k != p && k != q {
            let (x, y) = (b[k][p], b[k][q]);
            (b[k][p], b[k][q]) = (cosine * x - sine * y, sine * x + cosine * y);
            (b[p][k], b[q][k]) = (b[k][p], b[k][q]);
        }
        let (x, y) = (vectors[k][p], vectors[k][q]);
        (vectors[k][p], vectors[k][q]) = (cosine * x - sine * y, sine * x + cosine * y);
    }
}

/// Puts them in ascending order, and makes the greatest element of each vector positive.
fn sort<S: Scalar, const N: usize>(values: &mut [S; N], vectors: &mut Matrix<S, N>) {
    for i in 0..N {
        for j in i + 1..N {
            let mask = values[j].less_than(values[i]);
            let (before, after) = values.split_at_mut(j);
            exchange(mask, &mut before[i], &mut after[0]);
            for row in vectors.iter_mut() {
                let (before, after) = row.split_at_mut(j);
                exchange(mask, &mut before[i], &mut after[0]);
            }
        }
    }
    for column in 0..N {
        let mut greatest = S::zero();
        let mut sign = S::one();
        for row in vectors.iter() {
            let (x, size) = (row[column], row[column].abs());
            let is_greater = greatest.less_than(size);
            let of_x = S::select(x.less_than(S::zero()), -S::one(), S::one());
            sign = S::select(is_greater, of_x, sign);
            greatest = S::select(is_greater, size, greatest);
        }
        for row in vectors.iter_mut() {
            row[column] = sign * row[column];
        }
    }
}
