//! The sparse normal equations of the residuals of rows that carry indices.

#[cfg(feature = "rayon")]
use super::as_mapping::jacobians;
#[cfg(feature = "rayon")]
use super::at::Along;
use super::at::At;
use super::of_rows::OfRows;
use super::pattern::Pattern;
use super::scatter::Symmetric;
use super::trace;
use crate::drivers::LengthError;
use crate::expr::{Closed, Inputs};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::vec::Vec;

impl<'r, G: Closed, T: Plain + Scalar, const N: usize> At<'r, G, T, N> {
    /// The normal equations of the residuals: JᵀJ, its lower triangle in CSC, and Jᵀr.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let stretch = func!(|a, b; length| b - a - length);
    /// let springs = stretch.over(&[[1.0], [2.0]]).at(&[[0, 1], [1, 2]], 3)?;
    /// let mut equations = springs.sparse_normal_equations();
    /// assert!(equations.pattern().entries().eq([(0, 0), (1, 0), (1, 1), (2, 1), (2, 2)]));
    ///
    /// let (mut values, mut rhs) = ([0.0; 5], [0.0; 3]);
    /// let sum_of_squares =
    ///     equations.normal_equations_into(&[0.0, 1.5, 3.0], &mut values, &mut rhs)?;
    /// assert_eq!(sum_of_squares, 0.5);
    /// assert_eq!((values, rhs), ([1.0, -1.0, 2.0, -1.0, 1.0], [-0.5, 1.0, -0.5]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If the matrix has 2³¹ entries or more.
    #[must_use]
    pub fn sparse_normal_equations(&self) -> AtNormalEquations<'r, G, T, N> {
        AtNormalEquations::new(*self)
    }
}

/// The normal equations of the residuals of rows that carry indices: [`At::sparse_normal_equations`] makes it.
///
/// With the residuals r of all rows and their Jacobian J, a Gauss–Newton step δ solves JᵀJ δ = −Jᵀr, and one of Levenberg
/// and Marquardt the same with something added on the diagonal, all of which is in the pattern. J itself is not
/// stored. Nothing is allocated after it is made, unless it is computed [in parallel](At::in_parallel).
pub struct AtNormalEquations<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    jtj: Symmetric<T>,
    of_rows: OfRows<T>,
}

impl<G: Closed, T: Plain + Scalar, const N: usize> fmt::Debug for AtNormalEquations<'_, G, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtNormalEquations")
            .field("parameters", &self.sum.parameter_count())
            .field("entries", &self.jtj.pattern().len())
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, T: Plain + Scalar, const N: usize> AtNormalEquations<'r, G, T, N> {
    fn new(sum: At<'r, G, T, N>) -> Self {
        let entries = trace::local_jacobian(sum.residual());
        let mut pairs = Vec::new();
        for of_result in entries.chunk_by(|a, b| a.0 == b.0) {
            for (at, &(_, i)) in of_result.iter().enumerate() {
                pairs.extend(of_result[..=at].iter().map(|&(_, j)| (i, j)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        AtNormalEquations {
            jtj: Symmetric::new(&sum, true, pairs),
            sum,
            of_rows: OfRows::new::<G, N>(),
        }
    }

    /// The same with both triangles of JᵀJ: the pattern is symmetric, so that it is CSC and CSR.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.jtj.mirror();
        self
    }

    /// Where the entries of JᵀJ are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        self.jtj.pattern()
    }

    /// The sum of the squares of the residuals at `x`; writes the values of the entries of JᵀJ, and Jᵀr.
    ///
    /// # Errors
    ///
    /// If a slice does not have the length of the parameters or the pattern.
    pub fn normal_equations_into(
        &mut self,
        x: &[T],
        values: &mut [T],
        rhs: &mut [T],
    ) -> Result<T, LengthError> {
        LengthError::check("point", self.sum.parameter_count(), x)?;
        LengthError::check("values", self.pattern().len(), values)?;
        LengthError::check("right-hand side", self.sum.parameter_count(), rhs)?;
        rhs.fill(T::zero());
        let (sum, of_rows) = (&self.sum, &mut self.of_rows);
        let squares = self.jtj.write(values, |mut jtj| {
            let mut add = |position: usize, residuals: &[T], jacobian: &[T]| {
                let rows = || jacobian.chunks_exact(G::Inputs::LEN);
                jtj.add(position, |_, i, j| {
                    rows().fold(T::zero(), |sum, slopes| sum + slopes[i] * slopes[j])
                });
                for (slopes, &residual) in rows().zip(residuals) {
                    for (index, &slope) in sum.indices(position).zip(slopes) {
                        rhs[index] = rhs[index] + slope * residual;
                    }
                }
            };
            #[cfg(feature = "rayon")]
            if let Some(run) = sum.run() {
                return run(sum, jacobians(), Along(x, x), &mut |position, numbers| {
                    let (residuals, jacobian) = numbers.split_at(G::Codomain::LEN);
                    add(position, residuals, jacobian);
                });
            }
            sum.sum(|position| {
                let row = position % T::REGISTER_LANES;
                if row == 0 {
                    of_rows.compute(sum, position, x);
                }
                let (residuals, jacobian) = of_rows.of::<G>(row);
                add(position, residuals, jacobian);
                let squares = residuals.iter();
                squares.fold(T::zero(), |sum, &residual| sum + residual * residual)
            })
        });
        Ok(squares)
    }
}
