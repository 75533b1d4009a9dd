//! Residuals and their Jacobian on all cores.

use super::leaves::add_each;
use super::parallel::{flat, grain, sum};
use super::residuals::FEW;
use super::{Over, Parallel, Residuals, Source};
use crate::drivers::{Layout, LengthError, Mapping, mirror};
use crate::expr::{Closed, Inputs, Shape};
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use rayon::prelude::*;
use std::vec;
use std::vec::Vec;

/// The results of a function for all rows of a data set, computed on all cores: what [`Parallel::residuals`] gives.
///
/// It is the [`Mapping`] that [`Residuals`] is, with the same bits for any number of threads. Each call allocates what the
/// threads send to one another. Products uᵀJ with more than 512 inputs are computed on one core.
pub struct ParallelResiduals<'r, G: Closed, T: Plain>(pub(super) Residuals<'r, G, T>);

impl<G: Closed, T: Plain> Clone for ParallelResiduals<'_, G, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain> Copy for ParallelResiduals<'_, G, T> {}

impl<G: Closed, T: Plain> fmt::Debug for ParallelResiduals<'_, G, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ParallelResiduals").field(&self.0).finish()
    }
}

impl<'r, G: Closed, T: Plain, P: Copy> Parallel<'r, G, T, P> {
    /// The results of the function for all rows, as [those of one core](Over::residuals), to the bit: the residuals of a
    /// least-squares problem with their Jacobian, the products with it, and the normal equations.
    ///
    /// ```
    /// use monograd::drivers::Layout;
    /// use monograd::prelude::*;
    ///
    /// let line = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let problem = line.over(&rows);
    /// let (mut alone, mut together) = (vec![0.0; 20_000], vec![0.0; 20_000]);
    /// problem.residuals().jacobian_at(&[0.1, 0.0], &mut alone, Layout::ColumnMajor)?;
    /// problem.in_parallel().residuals().jacobian_at(&[0.1, 0.0], &mut together, Layout::ColumnMajor)?;
    /// assert_eq!(alone, together);
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    #[must_use]
    pub fn residuals(self) -> ParallelResiduals<'r, G, T> {
        ParallelResiduals(self.on_one_core().residuals())
    }
}

/// How many rows a thread computes at once, which the lanes divide.
const ROWS: usize = 512;

/// How many numbers of a Jacobian each thread computes before they are added to normal equations.
const NUMBERS: usize = 16_384;

impl<G: Closed, T: Plain> ParallelResiduals<'_, G, T> {
    /// How many inputs the function has.
    pub fn input_len(&self) -> usize {
        self.0.input_len()
    }

    /// How many results there are: as many as the function has, for each row.
    pub fn output_len(&self) -> usize {
        self.0.output_len()
    }
}

impl<'r, G, T> ParallelResiduals<'r, G, T>
where
    G: Closed + Sync,
    T: Plain,
    Source<'r, G::Data, T>: Sync,
{
    const INPUTS: usize = G::Inputs::LEN;
    const WIDTH: usize = G::Codomain::LEN;

    /// Writes a part of each result.
    fn write<S: Scalar + Send + Sync, U: Send>(
        &self,
        x: &[S],
        results: &mut [U],
        part: impl Fn(S) -> U + Sync,
    ) {
        let blocks = results.par_chunks_mut((ROWS * Self::WIDTH).max(1));
        blocks.enumerate().for_each(|(block, results)| {
            let first = block * ROWS;
            let rows = first..first + results.len() / Self::WIDTH;
            self.0.each(G::Inputs::group(x), rows, |at, result| {
                results[at - first * Self::WIDTH] = part(result);
            });
        });
    }

    /// Adds the normal equations of some rows, whose gradients are computed by all threads, as are then the rows of JᵀJ.
    fn add_rows<S: Scalar + Send + Sync>(
        &self,
        x: &[S],
        first: usize,
        gradients: &mut [S],
        jtj: &mut [S],
        jtr: &mut [S],
        mut sum_of_squares: S,
    ) -> S {
        let width = Self::INPUTS + 1;
        let of_row = Self::WIDTH * width;
        // Each residual, and then its gradient.
        gradients
            .par_chunks_mut(of_row)
            .enumerate()
            .for_each(|(row, numbers)| {
                let position = first + row;
                let x = G::Inputs::group(x);
                self.0
                    .each_gradient(x, position, |result, residual, slopes| {
                        let at = (result - position * Self::WIDTH) * width;
                        numbers[at] = residual;
                        super::residuals::write::<G::Inputs, S>(slopes, &mut numbers[at + 1..]);
                    });
            });
        let gradients = &*gradients;
        let lines = jtj.par_chunks_mut(Self::INPUTS).zip(jtr);
        lines.enumerate().for_each(|(row, (line, slope_of_all))| {
            for numbers in gradients.chunks_exact(width) {
                let slopes = &numbers[1..];
                let slope = slopes[row];
                *slope_of_all = *slope_of_all + slope * numbers[0];
                for (sum, &other) in line[row..].iter_mut().zip(&slopes[row..]) {
                    *sum = *sum + slope * other;
                }
            }
        });
        for numbers in gradients.chunks_exact(width) {
            sum_of_squares = sum_of_squares + numbers[0] * numbers[0];
        }
        sum_of_squares
    }
}

impl<'r, G, T, S> Mapping<S> for ParallelResiduals<'r, G, T>
where
    G: Closed + Sync,
    T: Plain,
    Source<'r, G::Data, T>: Sync,
    S: Scalar + Send + Sync,
{
    fn input_len(&self) -> usize {
        Self::INPUTS
    }
    fn output_len(&self) -> usize {
        self.0.output_len()
    }
    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("results", self.0.output_len(), results)?;
        self.write(x, results, |result| result);
        Ok(())
    }
    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("direction", Self::INPUTS, v)?;
        LengthError::check("product", self.0.output_len(), product)?;
        let moving: Vec<_> = x.iter().zip(v).map(|(&x, &v)| Dual::new(x, v)).collect();
        self.write(&moving, product, |result| result.tangent);
        Ok(())
    }
    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        if const { !Over::<'_, G, T>::FEW } {
            return self.0.vjp_at(x, u, product);
        }
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("cotangent", self.0.output_len(), u)?;
        LengthError::check("product", Self::INPUTS, product)?;
        let over = &self.0.0;
        let leaves = over.leaves::<S>();
        if leaves.is_empty() {
            product.fill(S::zero());
            return Ok(());
        }
        // Gradients are sent from thread to thread as lists.
        let sequential = |leaves| {
            let sums = self.0.pulled_back_of_all(G::Inputs::group(x), u, leaves);
            flat::<G::Inputs, S>(G::Inputs::refs(&sums))
        };
        let add = |mut left: Vec<S>, right: Vec<S>| {
            add_each(&mut left, &right);
            left
        };
        let sums = sum(leaves, grain::<S, G, T, _>(over), &sequential, &add);
        product.copy_from_slice(&sums);
        Ok(())
    }
    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError> {
        let (n, m) = (Self::INPUTS, self.0.output_len());
        LengthError::check("point", n, x)?;
        LengthError::check("Jacobian", m * n, jacobian)?;
        if jacobian.is_empty() {
            return Ok(());
        }
        // What there is of each block of rows: of each column a piece, or one piece in all.
        let results = ROWS * Self::WIDTH;
        let (lines, of_block) = match layout {
            Layout::RowMajor => (jacobian.chunks_mut(m * n), results * n),
            Layout::ColumnMajor => (jacobian.chunks_mut(m), results),
        };
        let mut blocks: Vec<Vec<&mut [S]>> = vec![];
        blocks.resize_with(m.div_ceil(results), Vec::new);
        for line in lines {
            for (block, piece) in blocks.iter_mut().zip(line.chunks_mut(of_block)) {
                block.push(piece);
            }
        }
        blocks
            .into_par_iter()
            .enumerate()
            .for_each(|(block, mut pieces)| {
                let rows = block * ROWS..self.0.0.len().min((block + 1) * ROWS);
                let first = rows.start * Self::WIDTH;
                let x = G::Inputs::group(x);
                self.0.each_slope(x, rows, |result, input, slope| {
                    let (piece, at) = match layout {
                        Layout::RowMajor => (0, (result - first) * n + input),
                        Layout::ColumnMajor => (input, result - first),
                    };
                    pieces[piece][at] = slope;
                });
            });
        Ok(())
    }
    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError> {
        let n = Self::INPUTS;
        LengthError::check("point", n, x)?;
        LengthError::check("JᵀJ", n * n, jtj)?;
        LengthError::check("Jᵀr", n, jtr)?;
        let over = self.0.0;
        if const { G::Inputs::LEN <= FEW } {
            let x = G::Inputs::map(G::Inputs::group(x), |x: S| x);
            let equations = over.in_parallel().normal_equations(&x);
            return Ok(equations.write_dense(jtj, jtr));
        }
        jtj.fill(S::zero());
        jtr.fill(S::zero());
        let of_row = Self::WIDTH * (n + 1);
        let mut sum_of_squares = S::zero();
        if of_row == 0 {
            return Ok(sum_of_squares);
        }
        let at_once = (NUMBERS / of_row).max(1) * rayon::current_num_threads();
        let mut memory = vec![S::zero(); at_once.min(over.len()) * of_row];
        for first in (0..over.len()).step_by(at_once) {
            let gradients = &mut memory[..at_once.min(over.len() - first) * of_row];
            sum_of_squares = self.add_rows(x, first, gradients, jtj, jtr, sum_of_squares);
        }
        mirror(n, jtj);
        Ok(sum_of_squares)
    }
}
