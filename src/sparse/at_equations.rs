//! The sparse normal equations of the residuals of rows that carry indices.

#[cfg(feature = "rayon")]
use super::as_mapping::write_jacobian;
#[cfg(feature = "rayon")]
use super::at::Along;
use super::at::At;
use super::of_rows::OfRows;
#[cfg(feature = "rayon")]
use super::parallel::OfEachRow;
use super::pattern::Pattern;
use super::scatter::Symmetric;
use super::trace;
use crate::drivers::LengthError;
#[cfg(feature = "rayon")]
use crate::expr::Shape;
use crate::expr::{Blocks, Closed, Inputs};
use crate::rows::robust::{HalfLoss, Loss, OfResiduals, no_loss};
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
        AtNormalEquations::new(*self, |function| HalfLoss {
            function: function.as_weighted_residuals(),
            loss: no_loss {},
        })
    }

    /// The normal equations of [robust](crate::Over::robust) least squares, each row weighted by the slope ρ′ of the loss at the
    /// square of its residual, as the [dense ones](crate::Over::reweighted_equations): JᵀWJ, its lower triangle in CSC, JᵀWr and
    /// the sum of the losses, Σ ρ. JᵀWr is the gradient of ½ Σ ρ.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::robust::cauchy;
    ///
    /// let stretch = func!(|a, b; length| b - a - length);
    /// let springs = stretch.over(&[[1.0], [2.0]]).robust(func!(|s| cauchy(s, 1))).at(&[[0, 1], [1, 2]], 3)?;
    /// let mut equations = springs.sparse_reweighted_equations();
    /// let (mut values, mut rhs, mut gradient) = ([0.0; 5], [0.0; 3], [0.0; 3]);
    /// let losses = equations.normal_equations_into(&[0.0, 2.0, 4.0], &mut values, &mut rhs)?;
    /// assert_eq!(0.5 * losses, springs.value_and_gradient_at(&[0.0, 2.0, 4.0], &mut gradient)?);
    /// assert_eq!(rhs, gradient);
    /// assert_eq!(values, [0.5, -0.5, 1.5, -1.0, 1.0]); // ρ′ is ½ at the first residual, 1, and 1 at the other, 0
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If the matrix has 2³¹ entries or more.
    #[must_use]
    pub fn sparse_reweighted_equations(
        &self,
    ) -> AtNormalEquations<'r, G, T, N, G::Residual, G::Loss>
    where
        G: OfResiduals,
    {
        AtNormalEquations::new(*self, G::parts)
    }
}

/// The normal equations of the residuals of rows that carry indices: [`At::sparse_normal_equations`] makes it, and
/// [`At::sparse_reweighted_equations`].
///
/// With the residuals r of all rows and their Jacobian J, a Gauss–Newton step δ solves JᵀJ δ = −Jᵀr, and one of Levenberg
/// and Marquardt the same with something added on the diagonal, all of which is in the pattern. J itself is not
/// stored. Nothing is allocated after it is made, unless it is computed [in parallel](At::in_parallel).
///
/// `H` is the residual of a row, and `L` the loss of its square.
pub struct AtNormalEquations<'r, G: Closed, T: Plain, const N: usize, H = G, L = no_loss> {
    sum: At<'r, G, T, N>,
    parts: fn(G) -> HalfLoss<H, L>,
    jtj: Symmetric<T>,
    of_rows: OfRows<T>,
}

impl<G, T, H, L, const N: usize> fmt::Debug for AtNormalEquations<'_, G, T, N, H, L>
where
    G: Closed,
    T: Plain + Scalar,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtNormalEquations")
            .field("parameters", &self.sum.parameter_count())
            .field("entries", &self.jtj.pattern().len())
            .finish_non_exhaustive()
    }
}

impl<'r, G, T, H, L, const N: usize> AtNormalEquations<'r, G, T, N, H, L>
where
    G: Closed,
    T: Plain + Scalar,
    H: Closed<Inputs = G::Inputs, Data = G::Data>,
    L: Loss,
{
    fn new(sum: At<'r, G, T, N>, parts: fn(G) -> HalfLoss<H, L>) -> Self {
        let entries = trace::local_jacobian(parts(sum.function()).function);
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
            parts,
            of_rows: OfRows::new::<H>(),
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

    /// The sum of the squares of the residuals at `x`, or of their losses; writes the values of the entries of JᵀJ, and Jᵀr.
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
        let parts = (self.parts)(sum.function());
        let losses = self.jtj.write(values, |mut jtj| {
            let mut add = |position: usize, weight: T, residuals: &[T], jacobian: &[T]| {
                let rows = || jacobian.chunks_exact(H::Inputs::LEN);
                jtj.add(position, |_, i, j| {
                    rows().fold(T::zero(), |sum, slopes| {
                        sum + weight * slopes[i] * slopes[j]
                    })
                });
                for (slopes, &residual) in rows().zip(residuals) {
                    let residual = weight * residual;
                    for (index, &slope) in sum.indices(position).zip(slopes) {
                        rhs[index] = rhs[index] + slope * residual;
                    }
                }
            };
            #[cfg(feature = "rayon")]
            if let Some(run) = sum.run() {
                let parts = self.parts;
                let of_rows = OfEachRow {
                    numbers: 1 + H::Codomain::LEN * (1 + H::Inputs::LEN),
                    compute: &|sum: &At<'_, G, T, N>, Along(x, _), rows, numbers| {
                        let parts = parts(sum.function());
                        let mut numbers = numbers.iter_mut();
                        let mut losses = T::zero();
                        sum.each_jacobian(parts.function, rows, x, |position, results, slopes| {
                            let of_row = H::Codomain::flat(results);
                            let (loss, weight) = loss_and_weight(sum, parts, position, of_row);
                            losses = losses + loss;
                            if let Some(to) = numbers.next() {
                                *to = weight;
                            }
                            write_jacobian::<H, T>(&mut numbers, results, slopes);
                        });
                        losses
                    },
                };
                return run(sum, of_rows, Along(x, x), &mut |position, numbers| {
                    let (residuals, jacobian) = numbers[1..].split_at(H::Codomain::LEN);
                    add(position, numbers[0], residuals, jacobian);
                });
            }
            sum.sum(|position| {
                let row = position % T::REGISTER_LANES;
                if row == 0 {
                    of_rows.compute(sum, parts.function, position, x);
                }
                let (residuals, jacobian) = of_rows.of::<H>(row);
                let (loss, weight) = loss_and_weight(sum, parts, position, residuals);
                add(position, weight, residuals, jacobian);
                loss
            })
        });
        Ok(losses)
    }
}

/// The loss of a row's residuals and their weight.
#[cfg_attr(optimized, inline(always))]
fn loss_and_weight<G, H, L, T, const N: usize>(
    sum: &At<'_, G, T, N>,
    parts: HalfLoss<H, L>,
    position: usize,
    residuals: &[T],
) -> (T, T)
where
    G: Closed,
    H: Closed<Inputs = G::Inputs, Data = G::Data>,
    L: Loss,
    T: Plain + Scalar,
{
    let squares = residuals.iter();
    let square = squares.fold(T::zero(), |sum, &residual| sum + residual * residual);
    if const { H::HAS_WEIGHT } {
        return sum
            .over()
            .with_row(position, |data: Blocks<'_, G::Data, T>| {
                parts.loss_and_weight(square, data)
            });
    }
    parts.loss_and_slope(square)
}
