//! Least squares: the normal equations of the residuals of all rows.

use super::{Over, tree};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R, Shape};
use crate::scalar::{Plain, Scalar};
use core::ops::Range;

/// What a Gauss–Newton or Levenberg–Marquardt step is computed from, with the residuals r of all rows and
/// their Jacobian J. J itself is not kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NormalEquations<S, const N: usize> {
    /// The sum of the squares of the residuals, rᵀr.
    pub sum_of_squares: S,
    /// JᵀJ.
    pub jtj: [[S; N]; N],
    /// Jᵀr; twice that is the gradient of rᵀr.
    pub jtr: [S; N],
}

impl<S: Scalar, const N: usize> NormalEquations<S, N> {
    fn zero() -> Self {
        NormalEquations {
            sum_of_squares: S::zero(),
            jtj: [[S::zero(); N]; N],
            jtr: [S::zero(); N],
        }
    }

    /// Adds those of one row: the part of JᵀJ on and right of the diagonal.
    #[inline(always)]
    fn add_row<G: Closed<Inputs = [R; N]>>(
        &mut self,
        function: G,
        x: &[S; N],
        data: Blocks<'_, G::Data, S>,
    ) {
        let (residuals, pull) = function.pullback(Blocks(x), data);
        for (i, &residual) in G::Codomain::flat(&residuals).iter().enumerate() {
            let seeds = G::Codomain::from_fn(&mut |at| Cotangent::if_reached(at == i, S::one()));
            let mut slopes = [S::zero(); N];
            pull(
                seeds,
                Blocks(x),
                data,
                <[R; N] as Inputs>::slots(&mut slopes),
                G::Data::unwanted(),
            );
            self.sum_of_squares = self.sum_of_squares + residual * residual;
            for row in 0..N {
                self.jtr[row] = self.jtr[row] + slopes[row] * residual;
                for column in row..N {
                    self.jtj[row][column] = self.jtj[row][column] + slopes[row] * slopes[column];
                }
            }
        }
    }

    /// Writes what is right of the diagonal of JᵀJ left of it, too.
    #[inline(always)]
    pub(super) fn mirror(&mut self) {
        for row in 1..N {
            for column in 0..row {
                self.jtj[row][column] = self.jtj[column][row];
            }
        }
    }

    /// The sum with others.
    #[inline(always)]
    fn add(mut self, other: Self) -> Self {
        self.sum_of_squares = self.sum_of_squares + other.sum_of_squares;
        for row in 0..N {
            self.jtr[row] = self.jtr[row] + other.jtr[row];
            for column in row..N {
                self.jtj[row][column] = self.jtj[row][column] + other.jtj[row][column];
            }
        }
        self
    }
}

/// As they are sent to other machines: JᵀJ on and right of the diagonal, Jᵀr, rᵀr.
#[cfg(feature = "std")]
impl<const N: usize> NormalEquations<f64, N> {
    /// How many numbers that are.
    pub(super) const NUMBERS: usize = N * (N + 1) / 2 + N + 1;

    /// Writes them.
    pub(super) fn write(&self, numbers: &mut [f64]) {
        let upper = (0..N).flat_map(|row| self.jtj[row][row..].iter());
        let all = upper.chain(&self.jtr).chain([&self.sum_of_squares]);
        for (number, &of_these) in numbers.iter_mut().zip(all) {
            *number = of_these;
        }
    }

    /// Reads them, with zeros left of the diagonal.
    pub(super) fn read(numbers: &[f64]) -> Self {
        let mut equations = NormalEquations::zero();
        let mut numbers = numbers.iter().copied();
        let mut fill = |these: &mut [f64]| {
            these
                .iter_mut()
                .zip(&mut numbers)
                .for_each(|(to, from)| *to = from)
        };
        for row in 0..N {
            fill(&mut equations.jtj[row][row..]);
        }
        fill(&mut equations.jtr);
        fill(core::slice::from_mut(&mut equations.sum_of_squares));
        equations
    }
}

impl<G: Closed<Inputs = [R; N]>, T: Plain, P, const N: usize> Over<'_, G, T, P> {
    /// The normal equations at `x` of the residuals of all rows: of a function with one result or several,
    /// whose squares are to be summed.
    ///
    /// A [mean](Over::mean) or a [penalty](Over::plus) has no part in them.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows = [[0.0, 1.0], [1.0, 3.0], [2.0, 5.0]];
    /// let equations = residual.over(&rows).normal_equations(&[0.0, 0.0]);
    /// assert_eq!(equations.sum_of_squares, 35.0);
    /// assert_eq!(equations.jtj, [[5.0, 3.0], [3.0, 3.0]]);
    /// assert_eq!(equations.jtr, [-13.0, -9.0]);
    ///
    /// // The line's least squares: one step solves it, JᵀJ δ = −Jᵀr.
    /// let ([[a, b], [_, c]], [p, q]) = (equations.jtj, equations.jtr);
    /// let determinant = a * c - b * b;
    /// assert_eq!((b * q - c * p) / determinant, 2.0);
    /// assert_eq!((b * p - a * q) / determinant, 1.0);
    /// ```
    #[must_use = "the equations are the only result"]
    pub fn normal_equations<S: Scalar>(&self, x: &[S; N]) -> NormalEquations<S, N> {
        let mut sum = self.equations_of_all(x, self.leaves::<S>());
        sum.mirror();
        sum
    }

    /// The normal equations of some leaves: JᵀJ on and right of the diagonal.
    #[inline(always)]
    pub(super) fn equations_of_all<S: Scalar>(
        &self,
        x: &[S; N],
        leaves: Range<usize>,
    ) -> NormalEquations<S, N> {
        if leaves.is_empty() {
            return NormalEquations::zero();
        }
        tree::sum(
            leaves,
            |leaf| self.equations_of(x, leaf),
            NormalEquations::add,
        )
    }

    /// Those of one row.
    #[cfg(feature = "std")]
    pub(super) fn equations_of_row<S: Scalar>(
        &self,
        x: &[S; N],
        position: usize,
    ) -> NormalEquations<S, N> {
        let mut equations = NormalEquations::zero();
        self.source.with_row(self.index(position), |data| {
            equations.add_row(self.function, x, data)
        });
        equations
    }

    /// The normal equations of the rows of a leaf.
    #[inline(always)]
    fn equations_of<S: Scalar>(&self, x: &[S; N], leaf: usize) -> NormalEquations<S, N> {
        let packs = x.map(S::splat);
        let (in_lanes, alone) = self.rows_of::<S>(leaf, S::LANES);
        let mut lanes = NormalEquations::zero();
        for position in in_lanes.step_by(S::LANES) {
            let data = self.pack::<S>(position);
            lanes.add_row(self.function, &packs, G::Data::refs(&data));
        }
        let mut rows = NormalEquations {
            sum_of_squares: S::sum_lanes(lanes.sum_of_squares),
            jtj: lanes.jtj.map(|row| row.map(S::sum_lanes)),
            jtr: lanes.jtr.map(S::sum_lanes),
        };
        for position in alone {
            self.source.with_row(self.index(position), |data| {
                rows.add_row(self.function, x, data)
            });
        }
        rows
    }
}
