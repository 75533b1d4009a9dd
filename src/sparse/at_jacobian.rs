//! The sparse Jacobian of the residuals of rows that carry indices.

#[cfg(feature = "rayon")]
use super::as_mapping::jacobians;
#[cfg(feature = "rayon")]
use super::at::Along;
use super::at::At;
use super::of_rows::{OfRows, Rows, compute};
use super::pattern::{Order, Pattern};
use super::scatter::Scatter;
use super::trace;
use crate::drivers::LengthError;
use crate::expr::{Closed, Inputs, Shape};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::vec;
use std::vec::Vec;

impl<'r, G: Closed, T: Plain + Scalar, const N: usize> At<'r, G, T, N> {
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
    ///
    /// # Panics
    ///
    /// If the matrix has 2³¹ entries or more.
    #[must_use]
    pub fn sparse_jacobian(&self) -> AtJacobian<'r, G, T, N> {
        AtJacobian::new(*self, Order::Rows)
    }
}

/// The Jacobian of the residuals of rows that carry indices: [`At::sparse_jacobian`] makes it.
///
/// The residuals are the results of all rows, as a [`Mapping`](crate::Mapping) has them. Nothing is allocated after it is made,
/// unless it is computed [in parallel](At::in_parallel).
pub struct AtJacobian<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    scatter: Scatter,
    /// The entries of a row's Jacobian: which of its numbers they are.
    local: Vec<usize>,
    /// For each of its numbers which of the row's entries in the pattern it is, or [`NONE`], if that is so for all rows, and
    /// theirs are one after the other.
    layout: Option<Vec<u32>>,
    of_rows: OfRows<T>,
}

/// A number of a row's Jacobian that is zero by structure.
const NONE: u32 = u32::MAX;

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
        let local = trace::local_jacobian(sum.residual());
        let scatter = Scatter::jacobian(order, &sum, G::Codomain::LEN, &local);
        let local: Vec<_> = local
            .into_iter()
            .map(|(result, input)| result * G::Inputs::LEN + input)
            .collect();
        let layout = scatter.same_in_all_rows().map(|entries| {
            let mut layout = vec![NONE; G::Codomain::LEN * G::Inputs::LEN];
            for (&entry, &at) in entries.iter().zip(&local) {
                layout[at] = entry;
            }
            layout
        });
        AtJacobian {
            sum,
            scatter,
            local,
            layout,
            of_rows: OfRows::new::<G>(),
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
    ) -> Result<(), LengthError> {
        LengthError::check("point", self.sum.parameter_count(), x)?;
        LengthError::check("residuals", self.sum.residual_count(), residuals)?;
        LengthError::check("values", self.pattern().len(), values)?;
        let (lanes, results) = (T::REGISTER_LANES, G::Codomain::LEN);
        let (sum, rows) = (&self.sum, self.sum.row_count());
        if let (Some(layout), false) = (&self.layout, sum.is_parallel()) {
            let per_row = self.local.len();
            for first in (0..rows).step_by(lanes) {
                let to = Rows {
                    residuals: &mut residuals[first * results..],
                    entries: &mut values[first * per_row..],
                    per_row,
                    layout: |at: usize| (layout[at] != NONE).then(|| layout[at] as usize),
                };
                compute(sum, sum.residual(), first, x, to);
            }
            return Ok(());
        }
        values.fill(T::zero());
        let mut write = |position: usize, of_row: &[T], jacobian: &[T]| {
            residuals[position * results..][..results].copy_from_slice(of_row);
            for (&entry, &at) in self.scatter.of_row(position).iter().zip(&self.local) {
                let value = &mut values[entry as usize];
                *value = match self.layout {
                    Some(_) => jacobian[at],
                    None => *value + jacobian[at],
                };
            }
        };
        #[cfg(feature = "rayon")]
        if let Some(run) = sum.run() {
            run(sum, jacobians(), Along(x, x), &mut |position, numbers| {
                let (of_row, jacobian) = numbers.split_at(results);
                write(position, of_row, jacobian);
            });
            return Ok(());
        }
        for first in (0..rows).step_by(lanes) {
            self.of_rows.compute(sum, sum.residual(), first, x);
            for row in 0..lanes.min(rows - first) {
                let (of_row, jacobian) = self.of_rows.of::<G>(row);
                write(first + row, of_row, jacobian);
            }
        }
        Ok(())
    }
}
