//! The inverse.

use super::factor::Factored;
use super::of_matrix::{MatrixOperation, OfMatrix};
use super::small::{Matrix, matrix, product};
use super::square::SquareMatrix;
use crate::expr::{Ex, R, Shaped};
use crate::scalar::Scalar;

/// The inverse of a square matrix.
#[derive(Debug, Clone, Copy)]
pub struct Inverse;

impl<E> Ex<E> {
    /// The inverse Y of a square matrix A. Of a singular matrix all elements are NaN.
    ///
    /// It is pulled back by Ā = −Yᵀ Ȳ Yᵀ. To solve equations, [`solve`](Ex::solve) costs less and is more accurate.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn f(a: [[R; 2]; 2]) -> [[R; 2]; 2] { a.inverse() } }
    /// assert_eq!(f.value(&[[2.0, 0.0], [0.0, 4.0]]), [[0.5, 0.0], [0.0, 0.25]]);
    /// assert!(f.value(&[[1.0_f64, 2.0], [2.0, 4.0]])[0][0].is_nan());
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn inverse(self) -> Ex<OfMatrix<Inverse, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }
}

impl MatrixOperation for Inverse {
    type Shape<const N: usize> = [[R; N]; N];

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
        Factored::of(a).inverse()
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, const N: usize>(
        _: &Matrix<S, N>,
        inverse: &Matrix<S, N>,
        cotangent: &Matrix<S, N>,
    ) -> Matrix<S, N> {
        let transposed = matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| inverse[j][i],
        );
        let product = product(&product(&transposed, cotangent), &transposed);
        matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| -product[i][j],
        )
    }
}
