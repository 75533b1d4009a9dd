//! Residuals and their Jacobian.

use super::point::ResidualPoint;
use argmin::core::{Error, Jacobian, Operator};
use monograd::drivers::Layout;
use monograd::{Mapping, Scalar};
use std::fmt;
use std::marker::PhantomData;

/// A mapping as argmin's residuals, with points `P`: what [`argmin_residuals`](crate::MappingSolvers::argmin_residuals)
/// gives.
///
/// A point with another length than the mapping's inputs is an error of the run.
pub struct Residuals<M, P = Vec<f64>, S = f64> {
    mapping: M,
    point: PhantomData<fn(P) -> S>,
}

impl<M, P, S> Residuals<M, P, S> {
    pub(crate) const fn new(mapping: M) -> Self {
        Residuals {
            mapping,
            point: PhantomData,
        }
    }
}

impl<M: Clone, P, S> Clone for Residuals<M, P, S> {
    fn clone(&self) -> Self {
        Residuals::new(self.mapping.clone())
    }
}

impl<M: fmt::Debug, P, S> fmt::Debug for Residuals<M, P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Residuals").field(&self.mapping).finish()
    }
}

impl<M: Mapping<S>, P: ResidualPoint<S>, S: Scalar> Operator for Residuals<M, P, S> {
    type Param = P;
    type Output = P;

    fn apply(&self, x: &P) -> Result<P, Error> {
        let mut results = vec![S::zero(); self.mapping.output_len()];
        self.mapping.results_at(&x.numbers(), &mut results)?;
        Ok(P::of_numbers(results))
    }
}

impl<M: Mapping<S>, P: ResidualPoint<S>, S: Scalar> Jacobian for Residuals<M, P, S> {
    type Param = P;
    type Jacobian = P::Jacobian;

    fn jacobian(&self, x: &P) -> Result<P::Jacobian, Error> {
        let (n, m) = (self.mapping.input_len(), self.mapping.output_len());
        let mut jacobian = vec![S::zero(); m * n];
        self.mapping
            .jacobian_at(&x.numbers(), &mut jacobian, Layout::RowMajor)?;
        Ok(P::jacobian(m, n, jacobian))
    }
}
