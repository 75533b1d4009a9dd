//! Least squares: the normal equations of the residuals of all rows.

use super::residuals::write;
use super::robust::{HalfLoss, Loss, OfResiduals, no_loss, sum_of_squares};
use super::{Over, tree};
use crate::drivers::{Of, are_finite, mirrored};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, Shape};
use crate::scalar::{Plain, Scalar, all_are_finite};
use core::fmt;
use core::ops::Range;

/// What a Gauss–Newton or Levenberg–Marquardt step is computed from, with the residuals r of all rows and
/// their Jacobian J. J itself is not kept.
///
/// `I` is the shapes of the inputs. JᵀJ is like a Hessian, and Jᵀr like a gradient: of `N` reals `[[S; N]; N]` and `[S; N]`,
/// of a struct of [`Parameters`](crate::Parameters) such structs.
pub struct NormalEquations<I: Inputs, S: Copy> {
    /// The sum of the squares of the residuals, rᵀr; of robust least squares that of their losses.
    pub sum_of_squares: S,
    /// JᵀJ.
    pub jtj: Of<I, Of<I, S>>,
    /// Jᵀr; twice that is the gradient of rᵀr.
    pub jtr: Of<I, S>,
}

impl<I: Inputs, S: Copy> Clone for NormalEquations<I, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Inputs, S: Copy> Copy for NormalEquations<I, S> {}

impl<I: Inputs, S: Copy + fmt::Debug> fmt::Debug for NormalEquations<I, S>
where
    Of<I, S>: fmt::Debug,
    Of<I, Of<I, S>>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NormalEquations")
            .field("sum_of_squares", &self.sum_of_squares)
            .field("jtj", &self.jtj)
            .field("jtr", &self.jtr)
            .finish()
    }
}

impl<I: Inputs, S: Copy + PartialEq> PartialEq for NormalEquations<I, S>
where
    Of<I, S>: PartialEq,
    Of<I, Of<I, S>>: PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        self.sum_of_squares == other.sum_of_squares
            && self.jtj == other.jtj
            && self.jtr == other.jtr
    }
}

impl<I: Inputs, S: Scalar> NormalEquations<I, S> {
    pub(super) fn zero() -> Self {
        let zeros = I::fill(S::zero());
        NormalEquations {
            sum_of_squares: S::zero(),
            jtj: I::fill(zeros),
            jtr: zeros,
        }
    }

    /// Adds those of one row, weighted by the slope of the loss and by the row's weight, if it has one: the part of JᵀJ on and right
    /// of the diagonal.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn add_row<G: Closed<Inputs = I>, L: Loss>(
        &mut self,
        function: HalfLoss<G, L>,
        x: Blocks<'_, I, S>,
        data: Blocks<'_, G::Data, S>,
    ) {
        let (residuals, pull) = function.function.pullback(x, data);
        let square = sum_of_squares::<G::Codomain, S>(&residuals);
        let (loss, weight) = function.loss_and_weight(square, data);
        self.sum_of_squares = self.sum_of_squares + loss;
        for (i, &residual) in G::Codomain::flat(&residuals).iter().enumerate() {
            let seeds = G::Codomain::from_fn(&mut |at| Cotangent::if_reached(at == i, S::one()));
            let mut slopes = I::fill(S::zero());
            pull(seeds, x, data, I::slots(&mut slopes), G::Data::unwanted());
            let slopes = I::refs(&slopes);
            let residual = weight * residual;
            for row in 0..I::LEN {
                let slope = I::get(slopes, row);
                let sum = I::number_mut(&mut self.jtr, row);
                *sum = *sum + slope * residual;
                let slope = weight * slope;
                let line = I::number_mut(&mut self.jtj, row);
                for column in row..I::LEN {
                    let sum = I::number_mut(line, column);
                    *sum = *sum + slope * I::get(slopes, column);
                }
            }
        }
    }

    /// Writes JᵀJ row by row, and Jᵀr, one number after the other; gives rᵀr.
    pub(super) fn write_dense(&self, jtj: &mut [S], jtr: &mut [S]) -> S {
        write::<I, S>(I::refs(&self.jtr), jtr);
        for row in 0..I::LEN {
            let slopes = I::number(I::refs(&self.jtj), row);
            write::<I, S>(I::refs(slopes), &mut jtj[row * I::LEN..]);
        }
        self.sum_of_squares
    }

    /// Whether all numbers are finite.
    pub(super) fn is_finite(&self) -> bool {
        let mut all_finite =
            all_are_finite(&[self.sum_of_squares]) && are_finite::<I, S>(I::refs(&self.jtr));
        for row in 0..I::LEN {
            let slopes = I::number(I::refs(&self.jtj), row);
            all_finite &= are_finite::<I, S>(I::refs(slopes));
        }
        all_finite
    }

    /// Writes what is right of the diagonal of JᵀJ left of it, too.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn mirror(&mut self) {
        self.jtj = mirrored::<I, S>(&self.jtj);
    }

    /// The sum with others.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn add(self, other: Self) -> Self {
        let add = |x: S, y: S| x + y;
        let rows = |x: Of<I, S>, y: Of<I, S>| I::zip(I::refs(&x), I::refs(&y), add);
        NormalEquations {
            sum_of_squares: self.sum_of_squares + other.sum_of_squares,
            jtj: I::zip(I::refs(&self.jtj), I::refs(&other.jtj), rows),
            jtr: rows(self.jtr, other.jtr),
        }
    }

    /// The sums of the lanes.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn of_lanes(lanes: &NormalEquations<I, S::Pack>) -> Self {
        let row = |row: Of<I, S::Pack>| I::map(I::refs(&row), S::sum_lanes);
        NormalEquations {
            sum_of_squares: S::sum_lanes(lanes.sum_of_squares),
            jtj: I::map(I::refs(&lanes.jtj), row),
            jtr: row(lanes.jtr),
        }
    }
}

/// As they are sent to other threads and machines: JᵀJ on and right of the diagonal, Jᵀr, rᵀr.
#[cfg(feature = "std")]
impl<I: Inputs, S: Scalar> NormalEquations<I, S> {
    /// How many numbers that are.
    pub(super) const NUMBERS: usize = I::LEN * (I::LEN + 1) / 2 + I::LEN + 1;

    /// In a list.
    #[cfg(feature = "rayon")]
    pub(super) fn to_list(mut self) -> std::vec::Vec<S> {
        let mut numbers = std::vec![S::zero(); Self::NUMBERS];
        self.write(&mut numbers);
        numbers
    }

    /// Writes them.
    pub(super) fn write(&mut self, numbers: &mut [S]) {
        let mut numbers = numbers.iter_mut();
        self.each(|number| {
            if let Some(to) = numbers.next() {
                *to = *number;
            }
        });
    }

    /// Reads them, with zeros left of the diagonal.
    pub(super) fn read(numbers: &[S]) -> Self {
        let mut equations = NormalEquations::zero();
        let mut numbers = numbers.iter();
        equations.each(|number| {
            if let Some(&from) = numbers.next() {
                *number = from;
            }
        });
        equations
    }

    fn each(&mut self, mut of_each: impl FnMut(&mut S)) {
        for row in 0..I::LEN {
            let line = I::number_mut(&mut self.jtj, row);
            for column in row..I::LEN {
                of_each(I::number_mut(line, column));
            }
        }
        for row in 0..I::LEN {
            of_each(I::number_mut(&mut self.jtr, row));
        }
        of_each(&mut self.sum_of_squares);
    }
}

impl<G: Closed, T: Plain, P> Over<'_, G, T, P> {
    /// The normal equations at `x` of the residuals of all rows: of a function with one result or several,
    /// whose squares are to be summed.
    ///
    /// A [mean](Over::mean) or a [penalty](Over::plus) has no part in them. They are on the stack, n² numbers and more; of
    /// hundreds of inputs they are better written to slices,
    /// [`residuals().normal_equations_at`](crate::Mapping::normal_equations_at).
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
    pub fn normal_equations<S: Scalar>(
        &self,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S> {
        self.equations(self.half_square(), x)
    }

    /// Half the square of the function.
    pub(super) fn half_square(&self) -> HalfLoss<G, no_loss> {
        HalfLoss {
            function: self.function.as_weighted_residuals(),
            loss: no_loss {},
        }
    }
}

impl<G: OfResiduals, T: Plain, P> Over<'_, G, T, P> {
    /// The normal equations at `x` of [robust](Over::robust) least squares, each row weighted by the slope ρ′ of the loss at the
    /// square of its residual: JᵀWJ, JᵀWr, and the sum of the losses, Σ ρ. JᵀWr is the gradient of ½ Σ ρ.
    ///
    /// Gauss–Newton steps with them are *iteratively reweighted least squares*. The matrix leaves out what ρ″ adds, which is
    /// not positive for a loss that grows slower than the square, so that each step goes down; that is what Ceres does, too,
    /// with Triggs' correction (B. Triggs and others, "Bundle adjustment: a modern synthesis", 2000, 4.3) where ρ″ ≤ 0.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::robust::cauchy;
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let loss = residual.over(&[[1.0, 2.0], [2.0, 30.0]]).robust(func!(|s| cauchy(s, 1)));
    /// let equations = loss.reweighted_equations(&[2.0]);
    /// assert_eq!(equations.jtr, loss.gradient(&[2.0]));
    /// assert_eq!(equations.jtj, [[1.0 + 4.0 / 677.0]]);
    /// ```
    #[must_use = "the equations are the only result"]
    pub fn reweighted_equations<S: Scalar>(
        &self,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S> {
        self.equations(self.function.parts(), x)
    }
}

impl<F: Closed, T: Plain, P> Over<'_, F, T, P> {
    /// The normal equations of a function of the same data.
    #[cfg_attr(optimized, inline(always))]
    fn equations<G, L, S: Scalar>(
        &self,
        function: HalfLoss<G, L>,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S>
    where
        G: Closed<Inputs = F::Inputs, Data = F::Data>,
        L: Loss,
    {
        let mut sum = self.equations_of_all(function, x, self.leaves::<S>());
        sum.mirror();
        sum
    }

    /// The normal equations of some leaves: JᵀJ on and right of the diagonal.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn equations_of_all<G, L, S: Scalar>(
        &self,
        function: HalfLoss<G, L>,
        x: &Of<G::Inputs, S>,
        leaves: Range<usize>,
    ) -> NormalEquations<G::Inputs, S>
    where
        G: Closed<Inputs = F::Inputs, Data = F::Data>,
        L: Loss,
    {
        if leaves.is_empty() {
            return NormalEquations::zero();
        }
        tree::sum(
            leaves,
            |leaf| self.equations_of(function, G::Inputs::refs(x), leaf),
            NormalEquations::add,
        )
    }

    /// Those of one row.
    #[cfg(feature = "std")]
    pub(super) fn equations_of_row<G, L, S: Scalar>(
        &self,
        function: HalfLoss<G, L>,
        x: &Of<G::Inputs, S>,
        position: usize,
    ) -> NormalEquations<G::Inputs, S>
    where
        G: Closed<Inputs = F::Inputs, Data = F::Data>,
        L: Loss,
    {
        let mut equations = NormalEquations::zero();
        self.source.with_row(self.index(position), |data| {
            equations.add_row(function, G::Inputs::refs(x), data)
        });
        equations
    }

    /// The normal equations of the rows of a leaf.
    #[cfg_attr(optimized, inline(always))]
    fn equations_of<G, L, S: Scalar>(
        &self,
        function: HalfLoss<G, L>,
        x: Blocks<'_, G::Inputs, S>,
        leaf: usize,
    ) -> NormalEquations<G::Inputs, S>
    where
        G: Closed<Inputs = F::Inputs, Data = F::Data>,
        L: Loss,
    {
        let packs = G::Inputs::map(x, S::splat);
        let (in_lanes, mut alone) = self.rows_of::<S>(leaf, S::LANES);
        let mut lanes = NormalEquations::zero();
        for position in in_lanes.clone().step_by(S::LANES) {
            let data = self.pack::<S>(position);
            lanes.add_row(function, G::Inputs::refs(&packs), G::Data::refs(&data));
        }
        let mut rows = NormalEquations::of_lanes(&lanes);
        if !rows.is_finite() {
            rows = NormalEquations::zero();
            alone.start = in_lanes.start;
        }
        for position in alone {
            self.source
                .with_row(self.index(position), |data| rows.add_row(function, x, data));
        }
        rows
    }
}
