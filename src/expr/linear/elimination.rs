//! Gaussian elimination with partial pivoting.

use super::small::{Matrix, exchange, exchange_elements, identity, nowhere, undefined_where};
use crate::rules::UnaryOperations;
use crate::scalar::Scalar;

/// The factors of a matrix whose rows have been exchanged: P A = L U, with ones in the diagonal of L.
///
/// Rows are exchanged by masks, of numbers side by side in each lane by its own pivots.
#[derive(Debug, Clone, Copy)]
pub(super) struct Elimination<S: Scalar, const N: usize> {
    /// U, and L below the diagonal.
    factors: Matrix<S, N>,
    /// Where the rows k and r, r > k, were exchanged, in the order of k and then of r.
    exchanges: [[S::Mask; N]; N],
    /// The determinant of P.
    sign: S,
    /// Where a pivot is 0.
    is_singular: S::Mask,
}

impl<S: Scalar, const N: usize> Elimination<S, N> {
    /// Of a matrix. Where a pivot is 0, all below it is, and it is left as it is.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn of(a: &Matrix<S, N>) -> Self {
        let mut factors = *a;
        let mut exchanges = [[nowhere::<S>(); N]; N];
        let mut sign = S::one();
        let mut is_singular = nowhere::<S>();
        for k in 0..N {
            for r in k + 1..N {
                let (above, below) = factors.split_at_mut(r);
                let (pivot, row) = (&mut above[k], &mut below[0]);
                let is_greater = pivot[k].abs().less_than(row[k].abs());
                for (x, y) in pivot.iter_mut().zip(row) {
                    exchange(is_greater, x, y);
                }
                exchanges[k][r] = is_greater;
                sign = S::select(is_greater, -sign, sign);
            }
            let pivot_row = factors[k];
            let pivot = pivot_row[k];
            let is_zero = pivot.equals(S::zero());
            is_singular = is_singular | is_zero;
            for row in &mut factors[k + 1..] {
                let factor = S::select(is_zero, S::zero(), row[k] / pivot);
                row[k] = factor;
                for (element, &above) in row[k + 1..].iter_mut().zip(&pivot_row[k + 1..]) {
                    *element = *element - factor * above;
                }
            }
        }
        Elimination {
            factors,
            exchanges,
            sign,
            is_singular,
        }
    }

    /// In the place of one that is not needed.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn unmade() -> Self {
        Elimination {
            factors: [[S::zero(); N]; N],
            exchanges: [[nowhere::<S>(); N]; N],
            sign: S::one(),
            is_singular: nowhere::<S>(),
        }
    }

    /// Where the matrix is singular, as the elimination finds it.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn is_singular(&self) -> S::Mask {
        self.is_singular
    }

    /// The solution x of A x = b; NaN where A is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn solve(&self, b: &[S; N]) -> [S; N] {
        let mut x = *b;
        for k in 0..N {
            for r in k + 1..N {
                exchange_elements(self.exchanges[k][r], &mut x, k, r);
            }
        }
        for i in 0..N {
            for k in 0..i {
                x[i] = x[i] - self.factors[i][k] * x[k];
            }
        }
        for i in (0..N).rev() {
            for k in i + 1..N {
                x[i] = x[i] - self.factors[i][k] * x[k];
            }
            x[i] = x[i] / self.factors[i][i];
        }
        x.map(
            #[cfg_attr(optimized, inline(always))]
            |x| undefined_where(self.is_singular, x),
        )
    }

    /// The solution x of Aᵀ x = b; NaN where A is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn solve_transposed(&self, b: &[S; N]) -> [S; N] {
        let mut x = *b;
        for i in 0..N {
            for k in 0..i {
                x[i] = x[i] - self.factors[k][i] * x[k];
            }
            x[i] = x[i] / self.factors[i][i];
        }
        for i in (0..N).rev() {
            for k in i + 1..N {
                x[i] = x[i] - self.factors[k][i] * x[k];
            }
        }
        for k in (0..N).rev() {
            for r in (k + 1..N).rev() {
                exchange_elements(self.exchanges[k][r], &mut x, k, r);
            }
        }
        x.map(
            #[cfg_attr(optimized, inline(always))]
            |x| undefined_where(self.is_singular, x),
        )
    }

    /// The inverse; NaN where the matrix is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn inverse(&self) -> Matrix<S, N> {
        let mut inverse = identity::<S, N>();
        for column in 0..N {
            let unit = super::small::vector(|i| inverse[i][column]);
            for (row, x) in inverse.iter_mut().zip(self.solve(&unit)) {
                row[column] = x;
            }
        }
        inverse
    }

    /// The determinant.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn determinant(&self) -> S {
        (0..N).fold(self.sign, |product, i| product * self.factors[i][i])
    }

    /// The logarithm of its magnitude.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn ln_determinant(&self) -> S {
        super::small::sum(0..N, |i| self.factors[i][i].abs().ln())
    }
}
