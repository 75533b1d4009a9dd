//! A least-squares problem as an objective that hands out its residuals.

use super::robust::{HalfLoss, no_loss};
use super::{Over, Residuals};
#[cfg(feature = "rayon")]
use super::{Parallel, ParallelResiduals, Source};
use crate::drivers::{EvaluationError, Function, HasInputs, Mapping, Objective, OnSlices};
use crate::expr::{Closed, R};
use crate::scalar::{Plain, Scalar};
use core::fmt;

impl<'r, G: Closed, T: Plain> Over<'r, HalfLoss<G, no_loss>, T> {
    /// The [least squares](Over::least_squares) ½ \|r\|² as an [`Objective`] whose [`residuals`](Objective::residuals) are r,
    /// so that a solver of least-squares problems can take it as any other solver does.
    ///
    /// It is called in the place of [`Function::objective`]. A [mean](Over::mean) of squares, one with a
    /// [penalty](Over::plus) and [robust](Over::robust) least squares are not ½ \|r\|²: their objectives have no residuals.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// /// A step of Gauss and Newton in one unknown, where there are residuals, or of gradient descent.
    /// fn step(problem: &dyn Objective<f64>, x: f64) -> f64 {
    ///     let (mut jtj, mut slope) = ([0.0], [0.0]);
    ///     if let Some(residuals) = problem.residuals() {
    ///         residuals.normal_equations_at(&[x], &mut jtj, &mut slope).expect("one number");
    ///         return x - slope[0] / jtj[0];
    ///     }
    ///     problem.value_and_gradient_at(&[x], &mut slope).expect("one number");
    ///     x - 0.01 * slope[0]
    /// }
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let rows = [[1.0, 3.0], [2.0, 6.0]];
    /// assert_eq!(step(&residual.over(&rows).least_squares().objective(), 2.0), 3.0);
    /// assert!(func!(|x| x * x).objective::<f64>().residuals().is_none());
    /// ```
    pub fn objective<S: Scalar, const N: usize>(
        self,
    ) -> LeastSquares<Self, Residuals<'r, G, T>, S, N>
    where
        G::Inputs: HasInputs<N>,
    {
        LeastSquares {
            sum: Function::<N, R, G::Inputs>::objective(self),
            residuals: self.residuals_of_squares(),
        }
    }

    /// The residuals r, if the sum is ½ \|r\|².
    fn residuals_of_squares(&self) -> Option<Residuals<'r, G, T>> {
        let mut residuals = Over::new(self.function.function, self.source);
        residuals.indices = self.indices;
        (!self.is_mean).then(|| residuals.residuals())
    }
}

#[cfg(feature = "rayon")]
impl<'r, G, T> Parallel<'r, HalfLoss<G, no_loss>, T>
where
    G: Closed + Sync,
    T: Plain + Scalar + Send + Sync,
    Source<'r, G::Data, T>: Sync,
{
    /// The [least squares](Over::least_squares) ½ \|r\|² as an [`Objective`] whose [`residuals`](Objective::residuals) are r, as
    /// [that of one core](Over::objective): both are computed on all cores.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let problem = residual.over(&rows).least_squares().in_parallel().objective::<f64, 1>();
    /// let residuals = problem.residuals().expect("a sum of squares has them");
    /// let (mut jtj, mut slope) = ([0.0], [0.0]);
    /// let squares = residuals.normal_equations_at(&[0.1], &mut jtj, &mut slope)?;
    /// assert!((0.5 * squares - problem.value_at(&[0.1])?).abs() < 1e-9 * squares);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn objective<S: Scalar, const N: usize>(
        self,
    ) -> LeastSquares<Self, ParallelResiduals<'r, G, T>, S, N>
    where
        G::Inputs: HasInputs<N>,
    {
        let residuals = self.on_one_core().residuals_of_squares();
        LeastSquares {
            sum: Function::<N, R, G::Inputs>::objective(self),
            residuals: residuals.map(ParallelResiduals),
        }
    }
}

/// Least squares over rows as an [`Objective`] with residuals: what [`objective`](Over::objective) gives.
///
/// `F` is the function ½ \|r\|², and `M` the [`Mapping`] that gives r.
pub struct LeastSquares<F, M, S, const N: usize> {
    sum: OnSlices<F, S, N>,
    residuals: Option<M>,
}

impl<F: Copy, M: Copy, S: Scalar, const N: usize> Clone for LeastSquares<F, M, S, N>
where
    OnSlices<F, S, N>: Clone,
{
    fn clone(&self) -> Self {
        LeastSquares {
            sum: self.sum.clone(),
            residuals: self.residuals,
        }
    }
}

impl<F, M: fmt::Debug, S, const N: usize> fmt::Debug for LeastSquares<F, M, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeastSquares")
            .field("residuals", &self.residuals)
            .finish_non_exhaustive()
    }
}

impl<F, M, S, const N: usize> Objective<S> for LeastSquares<F, M, S, N>
where
    OnSlices<F, S, N>: Objective<S>,
    M: Mapping<S>,
    S: Scalar,
{
    fn dimension(&self) -> usize {
        self.sum.dimension()
    }
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        self.sum.value_at(x)
    }
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        self.sum.value_and_gradient_at(x, gradient)
    }
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        self.sum.hvp_at(x, v, product)
    }
    fn hessian_at(&self, x: &[S], hessian: &mut [S]) -> Result<(), EvaluationError> {
        self.sum.hessian_at(x, hessian)
    }
    fn residuals(&self) -> Option<&dyn Mapping<S>> {
        self.residuals.as_ref().map(|r| r as &dyn Mapping<S>)
    }
}
