//! Recurrences over data whose length only run time knows.

use super::{OverRows, Source};
use crate::drivers::{Differentiable, Function, HasInputs, Of, Results};
use crate::expr::{Blocks, Closed, Cotangent, Coverage, Inputs, R, Shape};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::vec::Vec;

/// A step of a recurrence, taken for each row of a data set in turn: what [`along`](AlongRows::along) gives.
///
/// It is a [`Function`] of the step's inputs: of the state before the first row, and of what does not change from row to row.
/// Its result is the state after the last row; without rows that before the first.
///
/// On the way back it has every state, so its memory grows with the number of rows. [`checkpointed`](Along::checkpointed) it
/// keeps √N of N states, for one more evaluation of each step. The gradient takes memory that is allocated anew.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::rows::AlongRows;
///
/// func! {
///     /// An autoregression: the last number, the sum of the squares of the errors; its coefficient; the next number.
///     fn step(last, squares, phi; next) { [next + 0 * last, squares + (next - phi * last).square()] }
/// }
/// let series = [[1.0], [0.5], [0.25], [0.1]];
/// let squares = step.along(&series).result(1);
/// let (value, [.., slope]) = squares.value_and_gradient(&[2.0, 0.0, 0.5]);
/// assert!((value - 0.025_f64.powi(2)).abs() < 1e-15);
/// assert!((slope + 2.0 * 0.25 * -0.025).abs() < 1e-15);
/// ```
pub struct Along<'r, G: Closed, T: Plain> {
    step: G,
    source: Source<'r, G::Data, T>,
    is_checkpointed: bool,
}

impl<G: Closed, T: Plain> Clone for Along<'_, G, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain> Copy for Along<'_, G, T> {}

impl<G: Closed, T: Plain> fmt::Debug for Along<'_, G, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Along")
            .field("rows", &self.source.len())
            .field("is_checkpointed", &self.is_checkpointed)
            .finish_non_exhaustive()
    }
}

/// A function with data, as the step of a recurrence.
pub trait AlongRows<const N: usize>: OverRows<N> {
    /// Takes the step for each row in turn. The first of the inputs, as many numbers as there are results, are
    /// the state: the step's results are the next. The rows are its data.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::AlongRows;
    ///
    /// func! {
    ///     /// A recurrent network of four units.
    ///     fn step(h: [R; 4], w: [[R; 4]; 4], u: [[R; 2]; 4]; x: [R; 2]) -> [R; 4] {
    ///         (w.dot(h) + u.dot(x)).tanh()
    ///     }
    /// }
    /// let xs: Vec<[f64; 2]> = (0..50).map(|t| [(0.1 * f64::from(t)).sin(), 1.0]).collect();
    /// let network = step.along(&xs);
    /// let point = ([0.0; 4], [[0.1; 4]; 4], [[0.2; 2]; 4]);
    /// let (last, (_, in_w, _)) = network.vjp(&point, &[1.0, 0.0, 0.0, 0.0]);
    /// assert!(last[0] != 0.0 && in_w[0][0] != 0.0);
    /// assert_eq!(network.checkpointed().vjp(&point, &[1.0, 0.0, 0.0, 0.0]).1.1, in_w);
    /// ```
    fn along<T: Plain>(
        self,
        rows: &[Of<<Self::Definition as Closed>::Data, T>],
    ) -> Along<'_, Self::Definition, T> {
        const {
            assert!(
                <<Self::Definition as Closed>::Codomain as Shape>::LEN
                    <= <<Self::Definition as Closed>::Inputs as Inputs>::LEN,
                "the results of a step are its next state, and the first of its inputs are the state"
            );
        }
        Along {
            step: self.definition(),
            source: Source::Rows(rows),
            is_checkpointed: false,
        }
    }
}

impl<F: OverRows<N>, const N: usize> AlongRows<N> for F {}

impl<'r, G: Closed, T: Plain> Along<'r, G, T> {
    /// The same function, which keeps √N of N states on the way back.
    #[must_use]
    pub fn checkpointed(mut self) -> Self {
        self.is_checkpointed = true;
        self
    }

    /// One number of the last state, counted from 0, as a function with one result: a loss that the recurrence sums.
    ///
    /// # Panics
    ///
    /// If the state does not have so many numbers.
    #[must_use]
    pub fn result(self, number: usize) -> ResultOf<Self> {
        let len = G::Codomain::LEN;
        assert!(
            number < len,
            "the state has {len} numbers, and no number {number}"
        );
        ResultOf {
            function: self,
            number,
        }
    }

    /// The state at the head of a point.
    #[cfg_attr(optimized, inline(always))]
    fn state<S: Copy>(point: Blocks<'_, G::Inputs, S>) -> Results<G::Codomain, S> {
        G::Codomain::from_fn(&mut |at| G::Inputs::get(point, at))
    }

    /// Writes a state to the head of a point.
    #[cfg_attr(optimized, inline(always))]
    fn set<S: Copy>(point: &mut Of<G::Inputs, S>, state: &Results<G::Codomain, S>) {
        for (at, &number) in G::Codomain::flat(state).iter().enumerate() {
            *G::Inputs::number_mut(point, at) = number;
        }
    }

    /// Takes the step for a row.
    #[cfg_attr(optimized, inline(always))]
    fn advance<S: Scalar>(&self, point: &mut Of<G::Inputs, S>, row: usize) {
        let state = self.source.with_row(
            row,
            #[cfg_attr(optimized, inline(always))]
            |data| self.step.evaluate(G::Inputs::refs(point), data),
        );
        Self::set(point, &state);
    }

    /// Pulls the cotangents of the state, at the head of `cotangents`, back through the step for a row.
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        &self,
        point: &Of<G::Inputs, S>,
        row: usize,
        cotangents: &mut Of<G::Inputs, S>,
    ) {
        let of_state = Self::state(G::Inputs::refs(cotangents));
        Self::set(cotangents, &G::Codomain::fill(S::absent()));
        let of_state = G::Codomain::flat(&of_state);
        let seeds = G::each_result(
            #[cfg_attr(optimized, inline(always))]
            |at| Cotangent::of_present(of_state[at], Coverage::Some),
        );
        self.source.with_row(
            row,
            #[cfg_attr(optimized, inline(always))]
            |data| {
                let slots = G::Inputs::sums(cotangents);
                let point = G::Inputs::refs(point);
                self.step
                    .accumulate(point, data, seeds, slots, G::Data::unwanted())
            },
        );
    }
}

impl<G: Closed, T: Plain, const N: usize> Differentiable<N> for Along<'_, G, T>
where
    G::Inputs: HasInputs<N>,
{
    type Inputs = G::Inputs;
    type Data = ();
    type Codomain = G::Codomain;

    fn evaluate<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> Results<G::Codomain, S> {
        let mut point = G::Inputs::map(x, |x| x);
        for row in 0..self.source.len() {
            self.advance(&mut point, row);
        }
        Self::state(G::Inputs::refs(&point))
    }

    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seeds: Results<G::Codomain, Cotangent<S>>,
    ) -> (Results<G::Codomain, S>, Of<G::Inputs, S>) {
        let rows = self.source.len();
        let segment = match self.is_checkpointed {
            true => rows.isqrt().max(1),
            false => rows.max(1),
        };
        let mut point = G::Inputs::map(x, |x| x);
        let mut starts = Vec::with_capacity(rows.div_ceil(segment));
        let mut states = Vec::with_capacity(segment.min(rows));
        for row in 0..rows {
            let state = Self::state(G::Inputs::refs(&point));
            if row % segment == 0 {
                starts.push(state);
            }
            if !self.is_checkpointed {
                states.push(state);
            }
            self.advance(&mut point, row);
        }
        let value = Self::state(G::Inputs::refs(&point));

        let mut cotangents = G::Inputs::fill(S::zero());
        let seeds = G::Codomain::flat(&seeds);
        let of_state = G::Codomain::from_fn(&mut |at| seeds[at].get().unwrap_or_else(S::absent));
        Self::set(&mut cotangents, &of_state);
        for (number, start) in starts.iter().enumerate().rev() {
            let of_segment = number * segment..rows.min((number + 1) * segment);
            if self.is_checkpointed {
                states.clear();
                Self::set(&mut point, start);
                for row in of_segment.clone() {
                    states.push(Self::state(G::Inputs::refs(&point)));
                    if row + 1 < of_segment.end {
                        self.advance(&mut point, row);
                    }
                }
            }
            for (row, state) in of_segment.zip(&states).rev() {
                Self::set(&mut point, state);
                self.pull(&point, row, &mut cotangents);
            }
        }
        let cotangents = G::Inputs::map(G::Inputs::refs(&cotangents), S::present);
        (value, cotangents)
    }
}

#[diagnostic::do_not_recommend]
impl<G: Closed, T: Plain, const N: usize> Function<N, G::Codomain, G::Inputs> for Along<'_, G, T> where
    G::Inputs: HasInputs<N>
{
}

/// One of the results of a function: what [`Along::result`] gives.
#[derive(Debug, Clone, Copy)]
pub struct ResultOf<F> {
    function: F,
    number: usize,
}

impl<F: Differentiable<N, Data = ()>, const N: usize> Differentiable<N> for ResultOf<F> {
    type Inputs = F::Inputs;
    type Data = ();
    type Codomain = R;

    fn evaluate<S: Scalar>(self, x: Blocks<'_, F::Inputs, S>) -> S {
        F::Codomain::flat(&self.function.evaluate(x))[self.number]
    }
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, F::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<F::Inputs, S>) {
        let seeds = F::each_result(|at| match at == self.number {
            true => seed,
            false => Cotangent::NONE,
        });
        let (values, cotangents) = self.function.sweep(x, seeds);
        (F::Codomain::flat(&values)[self.number], cotangents)
    }
}

#[diagnostic::do_not_recommend]
impl<F: Differentiable<N, Data = ()>, const N: usize> Function<N, R, F::Inputs> for ResultOf<F> {}
