//! The determinant, its logarithm, and the trace.

use super::cofactors;
use super::factor::Factored;
use super::of_matrix::{MatrixOperation, OfMatrix};
use super::small::{Matrix, matrix};
use super::square::SquareMatrix;
use crate::expr::views::view::{Diagonal, View};
use crate::expr::{Ex, R, Shaped, Sum};
use crate::scalar::Scalar;

/// The determinant of a square matrix.
#[derive(Debug, Clone, Copy)]
pub struct Determinant;

/// The logarithm of the magnitude of the determinant of a square matrix.
#[derive(Debug, Clone, Copy)]
pub struct LnDeterminant;

impl<E> Ex<E> {
    /// The determinant of a square matrix.
    ///
    /// Its derivatives are the cofactors, at a singular matrix, too. Up to 4 × 4 it is a polynomial in closed form, whose
    /// rounding error is a few units in the last place of its greatest terms; of larger matrices it comes from an
    /// elimination with partial pivoting. [`ln_det`](Ex::ln_det) neither overflows nor underflows.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn area(a: [[R; 2]; 2]) { a.det() } }
    /// let (value, gradient) = area.value_and_gradient(&[[3.0, 1.0], [2.0, 4.0]]);
    /// assert_eq!((value, gradient), (10.0, [[4.0, -2.0], [-1.0, 3.0]]));
    /// // Of a singular matrix:
    /// assert_eq!(area.gradient(&[[1.0, 2.0], [2.0, 4.0]]), [[4.0, -2.0], [-2.0, 1.0]]);
    /// ```
    ///
    /// Only a square matrix has one:
    ///
    /// ```compile_fail,E0277
    /// # use monograd::prelude::*;
    /// func! { fn volume(a: [[R; 3]; 2]) { a.det() } }
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn det(self) -> Ex<OfMatrix<Determinant, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }

    /// ln |det A|, the logarithm of the magnitude of the determinant of a square matrix, without overflow.
    ///
    /// Its derivatives are A⁻ᵀ. At a singular matrix the value is −∞ and the derivatives are infinite or NaN. Of a
    /// covariance matrix it is `2 * l.diagonal().ln().sum()` with its [`cholesky`](Ex::cholesky) factor `l`, too.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn f(a: [[R; 2]; 2]) { a.ln_det() } }
    /// let (value, gradient) = f.value_and_gradient(&[[0.0, 4.0], [2.0, 0.0]]);
    /// assert!((value - 8.0_f64.ln()).abs() < 1e-15);
    /// assert_eq!(gradient, [[0.0, 0.25], [0.5, 0.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn ln_det(self) -> Ex<OfMatrix<LnDeterminant, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }

    /// The trace of a square matrix, the sum of its diagonal.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|a: [[R; 2]; 2]| a.trace());
    /// assert_eq!(f.value_and_gradient(&[[1.0, 2.0], [3.0, 4.0]]), (5.0, [[1.0, 0.0], [0.0, 1.0]]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn trace(self) -> Ex<Sum<View<Diagonal, E>>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        self.diagonal().sum()
    }
}

impl MatrixOperation for Determinant {
    type Shape<const N: usize> = R;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> S {
        cofactors::determinant(a)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, const N: usize>(a: &Matrix<S, N>, _: &S, cotangent: &S) -> Matrix<S, N> {
        let mut pulled = cofactors::cofactors(a);
        for row in &mut pulled {
            for cofactor in row {
                *cofactor = *cotangent * *cofactor;
            }
        }
        pulled
    }
}

impl MatrixOperation for LnDeterminant {
    type Shape<const N: usize> = R;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> S {
        Factored::of(a).ln_determinant()
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, const N: usize>(a: &Matrix<S, N>, _: &S, cotangent: &S) -> Matrix<S, N> {
        let inverse = Factored::of(a).inverse();
        matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| *cotangent * inverse[j][i],
        )
    }
}
