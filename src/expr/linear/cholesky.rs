//! Cholesky's factor.

use super::of_matrix::{MatrixOperation, OfMatrix};
use super::small::{Matrix, matrix, sum};
use super::square::SquareMatrix;
use super::triangular::{solve_backward, transposed};
use crate::expr::{Coverage, Ex, R, Shaped};
use crate::rules::UnaryOperations;
use crate::scalar::Scalar;

/// Cholesky's factor of a symmetric positive definite matrix.
#[derive(Debug, Clone, Copy)]
pub struct Cholesky;

impl<E> Ex<E> {
    /// Cholesky's factor L of a symmetric positive definite matrix, A = L Lᵀ: lower triangular, with a positive diagonal.
    ///
    /// Only the lower triangle of A is read, diagonal included; the derivatives in the other elements are 0, and those
    /// below the diagonal count an element and its mirror image. Where A is not positive definite, the diagonal of L has
    /// a NaN or a 0, and what depends on it is NaN or infinite.
    ///
    /// It is pulled back by the rule of I. Murray, "Differentiation of the Cholesky decomposition" (2016).
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// The logarithm of the density of a normal distribution, but for the constant.
    ///     fn log_density(x: [R; 2], covariance: [[R; 2]; 2]) {
    ///         let l = covariance.cholesky();
    ///         let whitened = l.solve_lower(x);
    ///         -0.5 * whitened.norm_squared() - l.diagonal().ln().sum()
    ///     }
    /// }
    /// let covariance = [[4.0, 2.0], [2.0, 5.0]];
    /// assert_eq!(log_density.value(&([2.0, 3.0], covariance)), -1.0 - 4.0_f64.ln());
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn cholesky(self) -> Ex<OfMatrix<Cholesky, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }
}

impl MatrixOperation for Cholesky {
    type Shape<const N: usize> = [[R; N]; N];

    const COVERAGE: Coverage = Coverage::Some;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
        let mut l = [[S::zero(); N]; N];
        for j in 0..N {
            for i in j..N {
                let (above, below) = (l[j], l[i]);
                let rest = (0..j).fold(a[i][j], |rest, k| rest - below[k] * above[k]);
                l[i][j] = if i == j { rest.sqrt() } else { rest / l[j][j] };
            }
        }
        l
    }

    /// Ā = G + Gᵀ below the diagonal, and G in it, for G = L⁻ᵀ Φ(Lᵀ L̄) L⁻¹, where Φ takes the lower triangle and half
    /// of the diagonal.
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, const N: usize>(
        _: &Matrix<S, N>,
        l: &Matrix<S, N>,
        cotangent: &Matrix<S, N>,
    ) -> Matrix<S, N> {
        let mut g: Matrix<S, N> = matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| {
                let product = sum(i..N, |k| l[k][i] * cotangent[k][j]);
                match i.cmp(&j) {
                    core::cmp::Ordering::Less => S::zero(),
                    core::cmp::Ordering::Equal => S::constant(0.5) * product,
                    core::cmp::Ordering::Greater => product,
                }
            },
        );
        // L⁻ᵀ by columns, and then L⁻¹ from the right: by rows.
        for j in 0..N {
            let column = solve_backward(l, transposed, &super::small::vector(|i| g[i][j]));
            for (row, x) in g.iter_mut().zip(column) {
                row[j] = x;
            }
        }
        for row in &mut g {
            *row = solve_backward(l, transposed, row);
        }
        matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| match i.cmp(&j) {
                core::cmp::Ordering::Less => S::absent(),
                core::cmp::Ordering::Equal => g[i][j].present(),
                core::cmp::Ordering::Greater => (g[i][j] + g[j][i]).present(),
            },
        )
    }
}
