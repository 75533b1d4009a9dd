//! The residuals of rows that carry indices, their sparse Jacobian, and their normal equations.

use super::at::At;
use super::pattern::{Order, Pattern};
use super::scatter::{Scatter, Symmetric};
use super::sizes::SizeError;
use super::trace;
use crate::drivers::sweep_each;
use crate::expr::{Blocks, Closed, Inputs, Shape};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::vec;
use std::vec::Vec;

impl<'r, G: Closed, T: Plain + Scalar, const N: usize> At<'r, G, T, N> {
    /// How many residuals there are: as many as the function has results, for each row.
    pub fn residual_count(&self) -> usize {
        self.row_count() * G::Codomain::LEN
    }

    /// Writes the residuals, the results of the function at each row, row by row.
    ///
    /// # Errors
    ///
    /// If `x` does not have the length of the parameters, or `residuals` that of the residuals.
    pub fn residuals_into<S: Scalar>(&self, x: &[S], residuals: &mut [S]) -> Result<(), SizeError> {
        SizeError::check("point", self.parameter_count(), x)?;
        SizeError::check("residuals", self.residual_count(), residuals)?;
        let of_rows = residuals.chunks_exact_mut(G::Codomain::LEN.max(1));
        for (position, of_row) in of_rows.enumerate() {
            let inputs = self.gather(position, |at| x[at]);
            let results = self.over().with_row(position, |data| {
                self.function().evaluate(G::Inputs::refs(&inputs), data)
            });
            of_row.copy_from_slice(G::Codomain::flat(&results));
        }
        Ok(())
    }

    /// The Jacobian of the residuals, in CSR.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let stretch = func!(|a, b; length| b - a - length);
    /// let springs = stretch.over(&[[1.0], [2.0]]).at(&[[0, 1], [1, 2]], 3)?;
    /// let mut jacobian = springs.sparse_jacobian();
    /// assert_eq!(jacobian.pattern().starts(), [0, 2, 4]);
    /// assert_eq!(jacobian.pattern().indices(), [0, 1, 1, 2]);
    ///
    /// let (mut residuals, mut values) = ([0.0; 2], [0.0; 4]);
    /// jacobian.residuals_and_jacobian_into(&[0.0, 1.5, 3.0], &mut residuals, &mut values)?;
    /// assert_eq!((residuals, values), ([0.5, -0.5], [-1.0, 1.0, -1.0, 1.0]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn sparse_jacobian(&self) -> AtJacobian<'r, G, T, N> {
        AtJacobian::new(*self, Order::Rows)
    }

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
    #[must_use]
    pub fn sparse_normal_equations(&self) -> AtNormalEquations<'r, G, T, N> {
        AtNormalEquations::new(*self)
    }
}

/// The residuals of one row, and their Jacobian, one residual after the other.
struct OfRow<T> {
    residuals: Vec<T>,
    jacobian: Vec<T>,
}

impl<T: Plain + Scalar> OfRow<T> {
    fn new<G: Closed>() -> Self {
        OfRow {
            residuals: vec![T::zero(); G::Codomain::LEN],
            jacobian: vec![T::zero(); G::Codomain::LEN * G::Inputs::LEN],
        }
    }

    #[inline(always)]
    fn compute<G: Closed, const N: usize>(
        &mut self,
        sum: &At<'_, G, T, N>,
        position: usize,
        x: &[T],
    ) {
        let inputs = sum.gather(position, |at| x[at]);
        let (results, jacobian) = sum.over().with_row(
            position,
            #[inline(always)]
            |data: Blocks<'_, G::Data, T>| {
                sweep_each(sum.function(), G::Inputs::refs(&inputs), data)
            },
        );
        self.residuals.copy_from_slice(G::Codomain::flat(&results));
        let mut next = 0;
        for slopes in G::Codomain::flat(&jacobian) {
            G::Inputs::visit(G::Inputs::refs(slopes), &mut |block: &[T]| {
                self.jacobian[next..][..block.len()].copy_from_slice(block);
                next += block.len();
            });
        }
    }
}

/// The Jacobian of the residuals of rows that carry indices: [`At::sparse_jacobian`] makes it.
///
/// The residuals are those of [`residuals_into`](At::residuals_into). Nothing is allocated after it is made.
pub struct AtJacobian<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    scatter: Scatter,
    /// The entries of a row's Jacobian: which of its numbers they are.
    local: Vec<usize>,
    of_row: OfRow<T>,
}

impl<G: Closed, T: Plain, const N: usize> fmt::Debug for AtJacobian<'_, G, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtJacobian")
            .field("rows", &self.scatter.pattern.row_count())
            .field("entries", &self.scatter.pattern.len())
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, T: Plain + Scalar, const N: usize> AtJacobian<'r, G, T, N> {
    fn new(sum: At<'r, G, T, N>, order: Order) -> Self {
        let local = trace::local_jacobian(sum.function());
        let scatter = Scatter::jacobian(order, &sum, G::Codomain::LEN, &local);
        let local = local
            .into_iter()
            .map(|(result, input)| result * G::Inputs::LEN + input)
            .collect();
        AtJacobian {
            sum,
            scatter,
            local,
            of_row: OfRow::new::<G>(),
        }
    }

    /// The same with the entries column by column, in CSC.
    #[must_use]
    pub fn by_columns(self) -> Self {
        Self::new(self.sum, Order::Columns)
    }

    /// Where the entries are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        &self.scatter.pattern
    }

    /// Writes the residuals at `x`, and the values of the entries of their Jacobian.
    ///
    /// # Errors
    ///
    /// If a slice does not have the length of the parameters, the residuals or the pattern.
    pub fn residuals_and_jacobian_into(
        &mut self,
        x: &[T],
        residuals: &mut [T],
        values: &mut [T],
    ) -> Result<(), SizeError> {
        SizeError::check("point", self.sum.parameter_count(), x)?;
        SizeError::check("residuals", self.sum.residual_count(), residuals)?;
        SizeError::check("values", self.pattern().len(), values)?;
        values.fill(T::zero());
        let of_rows = residuals.chunks_exact_mut(G::Codomain::LEN.max(1));
        for (position, residuals) in of_rows.enumerate() {
            self.of_row.compute(&self.sum, position, x);
            residuals.copy_from_slice(&self.of_row.residuals);
            let entries = self.scatter.of_row(position).iter().zip(&self.local);
            for (&entry, &at) in entries {
                let value = &mut values[entry as usize];
                *value = *value + self.of_row.jacobian[at];
            }
        }
        Ok(())
    }
}

/// The normal equations of the residuals of rows that carry indices: [`At::sparse_normal_equations`] makes it.
///
/// With the residuals r of all rows and their Jacobian J, a Gauss–Newton step δ solves JᵀJ δ = −Jᵀr, and one of Levenberg
/// and Marquardt the same with something added on the diagonal, all of which is in the pattern. J itself is not
/// stored. Nothing is allocated after it is made.
pub struct AtNormalEquations<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    jtj: Symmetric<T>,
    of_row: OfRow<T>,
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
        let entries = trace::local_jacobian(sum.function());
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
            of_row: OfRow::new::<G>(),
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
    ) -> Result<T, SizeError> {
        SizeError::check("point", self.sum.parameter_count(), x)?;
        SizeError::check("values", self.pattern().len(), values)?;
        SizeError::check("right-hand side", self.sum.parameter_count(), rhs)?;
        rhs.fill(T::zero());
        let (sum, of_row) = (&self.sum, &mut self.of_row);
        let squares = self.jtj.write(values, |mut jtj| {
            sum.sum(|position| {
                of_row.compute(sum, position, x);
                let OfRow {
                    residuals,
                    jacobian,
                } = &*of_row;
                let rows = || jacobian.chunks_exact(G::Inputs::LEN);
                jtj.add(position, |_, i, j| {
                    rows().fold(T::zero(), |sum, slopes| sum + slopes[i] * slopes[j])
                });
                for (slopes, &residual) in rows().zip(residuals) {
                    for (index, &slope) in sum.indices(position).zip(slopes) {
                        rhs[index] = rhs[index] + slope * residual;
                    }
                }
                let squares = residuals.iter();
                squares.fold(T::zero(), |sum, &residual| sum + residual * residual)
            })
        });
        Ok(squares)
    }
}
