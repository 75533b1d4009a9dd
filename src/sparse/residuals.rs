//! The residuals of rows that carry indices, their sparse Jacobian, and their normal equations.

use super::at::At;
use super::pattern::{Order, Pattern};
use super::scatter::{Scatter, Symmetric};
use super::trace;
use crate::drivers::{LengthError, are_finite};
use crate::expr::{Blocks, Closed, Inputs, Shape};
use crate::rows::gradients;
use crate::scalar::{MOST_LANES, Plain, Scalar};
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

/// Where the residuals of a few rows and the entries of their Jacobians are written, row by row.
struct Rows<'a, T, L> {
    residuals: &'a mut [T],
    entries: &'a mut [T],
    /// How many entries a row has.
    per_row: usize,
    /// Which of its entries each number of a row's Jacobian is, if it is one.
    layout: L,
}

/// Computes the residuals and the Jacobians of as many rows as there are lanes, from number `position` on, or of what is left of
/// them.
#[cfg_attr(optimized, inline(always))]
fn compute<G: Closed, T: Plain + Scalar, const N: usize>(
    sum: &At<'_, G, T, N>,
    position: usize,
    x: &[T],
    to: Rows<'_, T, impl Fn(usize) -> Option<usize>>,
) {
    let lanes = T::REGISTER_LANES;
    let rows = lanes.min(sum.row_count() - position);
    let results = G::Codomain::LEN;
    let Rows {
        residuals,
        entries,
        per_row,
        layout,
    } = to;
    if lanes > 1 && rows == lanes {
        let to = Rows {
            residuals: &mut *residuals,
            entries: &mut *entries,
            per_row,
            layout: &layout,
        };
        if compute_in_lanes(sum, position, x, to) {
            return;
        }
    }
    for row in 0..rows {
        let residuals = &mut residuals[row * results..][..results];
        let entries = &mut entries[row * per_row..][..per_row];
        let inputs = sum.gather(position + row, x);
        sum.over().with_row(
            position + row,
            #[cfg_attr(optimized, inline(always))]
            |data: Blocks<'_, G::Data, T>| {
                gradients(
                    sum.function(),
                    G::Inputs::refs(&inputs),
                    data,
                    #[cfg_attr(optimized, inline(always))]
                    |result, value, slopes| {
                        residuals[result] = value;
                        each_entry::<G::Inputs, T>(result, slopes, &layout, |entry, slope| {
                            entries[entry] = slope;
                        });
                    },
                );
            },
        );
    }
}

/// Of rows that fill the lanes; `false` if a derivative is not finite, which the lanes may have made so.
#[cfg_attr(optimized, inline(always))]
fn compute_in_lanes<G: Closed, T: Plain + Scalar, const N: usize>(
    sum: &At<'_, G, T, N>,
    position: usize,
    x: &[T],
    to: Rows<'_, T, impl Fn(usize) -> Option<usize>>,
) -> bool {
    let inputs = sum.gather_pack(position, x);
    let data = sum.pack::<T>(position);
    let mut residuals = lane_by_lane(to.residuals, G::Codomain::LEN);
    let mut entries = lane_by_lane(to.entries, to.per_row);
    let mut all_finite = true;
    gradients(
        sum.function(),
        G::Inputs::refs(&inputs),
        G::Data::refs(&data),
        #[cfg_attr(optimized, inline(always))]
        |result, value, slopes| {
            all_finite &= are_finite::<G::Inputs, T::Register>(slopes);
            for (lane, residuals) in residuals.iter_mut().enumerate().take(T::REGISTER_LANES) {
                residuals[result] = T::register_lane(value, lane);
            }
            each_entry::<G::Inputs, T::Register>(result, slopes, &to.layout, |entry, slope| {
                for (lane, entries) in entries.iter_mut().enumerate().take(T::REGISTER_LANES) {
                    entries[entry] = T::register_lane(slope, lane);
                }
            });
        },
    );
    all_finite
}

/// The numbers of the rows that are in the lanes, of which each has as many.
#[cfg_attr(optimized, inline(always))]
fn lane_by_lane<T: Scalar>(numbers: &mut [T], per_row: usize) -> [&mut [T]; MOST_LANES] {
    let mut rest = numbers;
    core::array::from_fn(
        #[cfg_attr(optimized, inline(always))]
        |lane| {
            if lane >= T::REGISTER_LANES {
                return Default::default();
            }
            let (row, others) = core::mem::take(&mut rest).split_at_mut(per_row);
            rest = others;
            row
        },
    )
}

/// Hands the derivatives of a result to a function, each with the number of the entry it is.
#[cfg_attr(optimized, inline(always))]
fn each_entry<I: Inputs, S: Copy>(
    result: usize,
    slopes: Blocks<'_, I, S>,
    layout: impl Fn(usize) -> Option<usize>,
    mut take: impl FnMut(usize, S),
) {
    let mut at = result * I::LEN;
    I::visit(slopes, &mut {
        #[cfg_attr(optimized, inline(always))]
        |slopes: &[S]| {
            for &slope in slopes {
                if let Some(entry) = layout(at) {
                    take(entry, slope);
                }
                at += 1;
            }
        }
    });
}

/// The residuals of a few rows, and their Jacobians: row by row, one residual after the other.
struct OfRows<T> {
    residuals: Vec<T>,
    jacobian: Vec<T>,
}

impl<T: Plain + Scalar> OfRows<T> {
    fn new<G: Closed, const N: usize>() -> Self {
        let lanes = T::REGISTER_LANES;
        OfRows {
            residuals: vec![T::zero(); lanes * G::Codomain::LEN],
            jacobian: vec![T::zero(); lanes * G::Codomain::LEN * G::Inputs::LEN],
        }
    }

    /// The residuals and the Jacobian of a row.
    #[cfg_attr(optimized, inline(always))]
    fn of<G: Closed>(&self, row: usize) -> (&[T], &[T]) {
        let (results, entries) = (G::Codomain::LEN, G::Codomain::LEN * G::Inputs::LEN);
        (
            &self.residuals[row * results..][..results],
            &self.jacobian[row * entries..][..entries],
        )
    }

    /// Computes those of as many rows as there are lanes, from number `position` on, or of what is left of them.
    fn compute<G: Closed, const N: usize>(
        &mut self,
        sum: &At<'_, G, T, N>,
        position: usize,
        x: &[T],
    ) {
        let to = Rows {
            residuals: &mut self.residuals,
            entries: &mut self.jacobian,
            per_row: G::Codomain::LEN * G::Inputs::LEN,
            layout: Some,
        };
        compute(sum, position, x, to);
    }
}

/// The Jacobian of the residuals of rows that carry indices: [`At::sparse_jacobian`] makes it.
///
/// The residuals are the results of all rows, as a [`Mapping`](crate::Mapping) has them. Nothing is allocated after it is made.
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
        let local = trace::local_jacobian(sum.function());
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
            of_rows: OfRows::new::<G, N>(),
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
        let rows = self.sum.row_count();
        if let Some(layout) = &self.layout {
            let per_row = self.local.len();
            for first in (0..rows).step_by(lanes) {
                let to = Rows {
                    residuals: &mut residuals[first * results..],
                    entries: &mut values[first * per_row..],
                    per_row,
                    layout: |at: usize| (layout[at] != NONE).then(|| layout[at] as usize),
                };
                compute(&self.sum, first, x, to);
            }
            return Ok(());
        }
        values.fill(T::zero());
        for first in (0..rows).step_by(lanes) {
            self.of_rows.compute(&self.sum, first, x);
            for row in 0..lanes.min(rows - first) {
                let (of_row, jacobian) = self.of_rows.of::<G>(row);
                let position = first + row;
                residuals[position * results..][..results].copy_from_slice(of_row);
                let entries = self.scatter.of_row(position).iter().zip(&self.local);
                for (&entry, &at) in entries {
                    let value = &mut values[entry as usize];
                    *value = *value + jacobian[at];
                }
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
            sum.sum(|position| {
                let row = position % T::REGISTER_LANES;
                if row == 0 {
                    of_rows.compute(sum, position, x);
                }
                let (residuals, jacobian) = of_rows.of::<G>(row);
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
