//! Eigenvalues and eigenvectors of symmetric matrices.

use super::jacobi::decompose;
use super::of_matrix::{MatrixOperation, OfMatrix};
use super::small::{Matrix, matrix, sum};
use super::square::SquareMatrix;
use crate::expr::{Coverage, Ex, R, Shaped};
use crate::scalar::Scalar;
use core::cmp::Ordering;

/// The eigenvalues of a symmetric matrix.
#[derive(Debug, Clone, Copy)]
pub struct Eigenvalues;

/// The eigenvectors of a symmetric matrix.
#[derive(Debug, Clone, Copy)]
pub struct Eigenvectors;

impl<E> Ex<E> {
    /// The eigenvalues of a symmetric matrix in ascending order, by Jacobi's method.
    ///
    /// Only the lower triangle is read, diagonal included; the derivatives in the other elements are 0, and those below the
    /// diagonal count an element and its mirror image.
    ///
    /// The derivative of an eigenvalue is v vᵀ, with its eigenvector v of length 1. Where eigenvalues are equal they have no
    /// derivatives: what is given are those by one choice of eigenvectors. What is symmetric in equal eigenvalues,
    /// as their sum, has its first derivatives there, too.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn least(a: [[R; 2]; 2]) { a.eigenvalues()[0] } }
    /// let (value, gradient) = least.value_and_gradient(&[[2.0, 0.0], [1.0, 2.0]]);
    /// assert!((value - 1.0_f64).abs() < 1e-15);
    /// assert!((gradient[0][0] - 0.5).abs() < 1e-15 && (gradient[1][0] + 1.0).abs() < 1e-15);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn eigenvalues(self) -> Ex<OfMatrix<Eigenvalues, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }

    /// The eigenvectors of a symmetric matrix as the columns of an orthogonal matrix, in the order of
    /// the [`eigenvalues`](Ex::eigenvalues), each with its greatest element positive.
    ///
    /// Only the lower triangle is read, as by `eigenvalues`. Where eigenvalues are equal, their eigenvectors are not unique
    /// and have no derivatives: reverse mode gives infinite ones or NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn axes(a: [[R; 2]; 2]) -> [[R; 2]; 2] { a.eigenvectors() } }
    /// assert_eq!(axes.value(&[[3.0, 0.0], [0.0, 1.0]]), [[0.0, 1.0], [1.0, 0.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn eigenvectors(self) -> Ex<OfMatrix<Eigenvectors, E>>
    where
        E: Shaped<Shape: SquareMatrix>,
    {
        Ex(OfMatrix::new(self.0))
    }
}

/// The cotangents of the lower triangle of a symmetric matrix, from those of all its elements.
fn of_lower_triangle<S: Scalar, const N: usize>(g: impl Fn(usize, usize) -> S) -> Matrix<S, N> {
    matrix(|i, j| match i.cmp(&j) {
        Ordering::Less => S::absent(),
        Ordering::Equal => g(i, i).present(),
        Ordering::Greater => (g(i, j) + g(j, i)).present(),
    })
}

impl MatrixOperation for Eigenvalues {
    type Shape<const N: usize> = [R; N];

    const COVERAGE: Coverage = Coverage::Some;

    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> [S; N] {
        decompose(a).values
    }

    /// Ā = V diag(λ̄) Vᵀ.
    fn pull<S: Scalar, const N: usize>(
        a: &Matrix<S, N>,
        _: &[S; N],
        cotangent: &[S; N],
    ) -> Matrix<S, N> {
        let v = decompose(a).vectors;
        of_lower_triangle(|i, j| sum(0..N, |k| cotangent[k] * v[i][k] * v[j][k]))
    }
}

impl MatrixOperation for Eigenvectors {
    type Shape<const N: usize> = [[R; N]; N];

    const COVERAGE: Coverage = Coverage::Some;

    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
        decompose(a).vectors
    }

    /// Ā = V (F ∘ Vᵀ V̄) Vᵀ, where F(i, j) = 1/(λⱼ − λᵢ) off the diagonal.
    fn pull<S: Scalar, const N: usize>(
        a: &Matrix<S, N>,
        _: &Matrix<S, N>,
        cotangent: &Matrix<S, N>,
    ) -> Matrix<S, N> {
        let decomposition = decompose(a);
        let (values, v) = (decomposition.values, decomposition.vectors);
        let inner: Matrix<S, N> = matrix(|i, j| match i == j {
            true => S::zero(),
            false => sum(0..N, |k| v[k][i] * cotangent[k][j]) / (values[j] - values[i]),
        });
        let left: Matrix<S, N> = matrix(|i, j| sum(0..N, |k| v[i][k] * inner[k][j]));
        of_lower_triangle(|i, j| sum(0..N, |k| left[i][k] * v[j][k]))
    }
}
