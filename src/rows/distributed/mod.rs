//! Sums over the rows of several machines.
//!
//! Each process, a *rank*, has a shard of the rows. [`on`](crate::Over::on) makes their sum an
//! [`Objective`], on each rank: every evaluation is one collective exchange of numbers, and every rank gets the same value and
//! gradient. So each rank runs the same optimiser, and no rank is in charge.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::rows::distributed::{Communicator, DistributedError, shard, threads};
//!
//! func! {
//!     fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() }
//!     fn size(w: [R; 2], b) { 1e-3 * (w.dot(w) + b * b) }
//! }
//! /// A row is computed, or read, from its number.
//! fn row(i: usize) -> ([f64; 2], f64) {
//!     let x = [(i as f64).sin(), (i as f64).cos()];
//!     (x, 2.0 * x[0] - x[1] + 0.5)
//! }
//!
//! let fits = threads::run(3, |world| {
//!     let my_rows: Vec<_> = shard(2_000, world.rank(), world.size()).map(row).collect();
//!     let loss = error.over(&my_rows).mean().plus(size).on(world)?;
//!     let (mut x, mut gradient) = ([0.0; 3], [0.0; 3]);
//!     for _ in 0..50 {
//!         loss.value_and_gradient(&x, &mut gradient)?;
//!         x.iter_mut().zip(&gradient).for_each(|(x, slope)| *x -= 0.5 * slope);
//!     }
//!     Ok::<_, DistributedError>(x)
//! });
//! let fit = fits[0].as_ref().expect("a fit");
//! assert!((fit[0] - 2.0).abs() < 0.02 && (fit[2] - 0.5).abs() < 0.02);
//! // To the bit the same on every rank, whatever their number:
//! assert_eq!(fits[1].as_ref(), Ok(fit));
//! ```
//!
//! [`threads`] runs ranks in one process, for trials and tests. On several machines the communicator is the `World` of the
//! crate `monograd-mpi`; nothing else changes. Any other library serves by implementing [`Communicator`], two operations.
//!
//! # The same bits for every number of ranks
//!
//! The sum over all ranks has the bits that one machine computes, on one core or [on all](crate::Over): the rows
//! are summed by [the same tree](crate::rows) whoever has them. A rank sums the greatest complete subtrees of
//! which its rows are made up, at most 2 log₂ of the number of its chunks, and sends these sums; each rank then adds them in the
//! tree's order. For that a rank's rows must begin at a multiple of 256, as those of [`shard`] do.
//! What is sent does not grow with the rows: some ten sums of as many numbers as there are inputs.
//!
//! That holds for ranks that run the same build of the program on the same kind of processor. Elementary functions of the
//! standard library may differ between operating systems.
//!
//! [`on_unordered`](crate::Over::on_unordered) leaves the order to the communicator. Each rank sends one sum, its rows may be
//! any, and the last bits depend on how many ranks there are.
//!
//! # Failures
//!
//! A rank that cannot compute its part says so in the same exchange. So a row that is infinite or NaN, a panic, a wrong
//! length, another point than on rank 0, is a [`DistributedError`] on **every** rank, which names the rank and the row, and
//! no rank waits for another. `loss.value_and_gradient(&x, …)`, a method of [`Distributed`], returns it as it is;
//! `loss.value_and_gradient_at(&x, …)`, that of any [`Objective`], returns an [`EvaluationError`], to which it
//! converts. What goes wrong before, reading a file for example, is made known to all by [`agree`].
//!
//! A value that is not finite is an error here, where [`Over`] on one machine returns it.

mod communicator;
mod equations;
mod error;
mod exchange;
mod subtrees;
pub mod threads;
mod wire;

pub use communicator::{Alone, Communicator, CommunicatorError, agree, shard};
pub use error::DistributedError;

use self::exchange::{Call, Kind, Summands};
use self::subtrees::Shards;
use self::wire::Wire;
use super::{Over, Penalty};
use crate::drivers::{EvaluationError, LengthError, Objective, Spare};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use core::ops::Range;
use std::vec::Vec;

/// A function summed over the rows of all ranks: what [`Over::on`] gives.
///
/// It is an [`Objective`] over `f64`. Each of its methods but [`dimension`](Distributed::dimension) is collective:
/// all ranks call it, at the same point.
pub struct Distributed<'w, 'r, G: Closed, T: Plain, P, C: ?Sized> {
    over: Over<'r, G, T, P>,
    world: &'w C,
    shards: Shards,
    is_ordered: bool,
}

impl<G: Closed, T: Plain, P, C: ?Sized> fmt::Debug for Distributed<'_, '_, G, T, P, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Distributed")
            .field("rows", &self.shards.total())
            .field("mine", &self.over)
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
    /// The sum over the rows of all ranks of a communicator, of which these are this rank's. It is collective.
    ///
    /// A [mean](Over::mean) is that over all rows of all ranks; a [penalty](Over::plus) is added once. The results are those
    /// of one machine with all rows, to the bit: see [`distributed`](crate::rows::distributed).
    ///
    /// # Errors
    ///
    /// On all ranks: if the number of a rank's rows is not a multiple of 256, unless it is the last rank that has any; if a
    /// rank sums another function; if the ranks cannot communicate.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::distributed::{Communicator, shard, threads};
    ///
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows: Vec<_> = (0..1_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let errors = threads::run(2, |world| {
    ///     let mine = &rows[shard(1_000, world.rank(), world.size())];
    ///     error.over(mine).on(world)?.value(&[f64::NAN])
    /// });
    /// assert_eq!(
    ///     errors[1].as_ref().unwrap_err().to_string(),
    ///     "row 0 of rank 0 (number 0 over all ranks) is not finite: `check::first_non_finite` says by which operation"
    /// );
    /// assert_eq!(errors[0], errors[1]);
    /// ```
    pub fn on<C: Communicator + ?Sized>(
        self,
        world: &C,
    ) -> Result<Distributed<'_, 'r, G, T, P, C>, DistributedError> {
        let distributed = self.on_unordered(world)?;
        distributed.shards.check()?;
        Ok(Distributed {
            is_ordered: true,
            ..distributed
        })
    }

    /// As [`on`](Over::on), summed by the communicator's `all_reduce_sum`: faster for many ranks and inputs, and a rank may
    /// have any number of rows, but the last bits depend on how many ranks there are.
    ///
    /// # Errors
    ///
    /// As [`on`](Over::on), but for the number of rows.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::distributed::{Communicator, threads};
    ///
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows = [[1.0, 2.0], [2.0, 3.0], [3.0, 5.0]];
    /// let values = threads::run(2, |world| {
    ///     let mine = if world.rank() == 0 { &rows[..1] } else { &rows[1..] };
    ///     error.over(mine).on_unordered(world)?.value(&[2.0])
    /// });
    /// assert_eq!(values, [Ok(2.0), Ok(2.0)]);
    /// ```
    pub fn on_unordered<C: Communicator + ?Sized>(
        self,
        world: &C,
    ) -> Result<Distributed<'_, 'r, G, T, P, C>, DistributedError> {
        let mine = [
            self.len(),
            G::Inputs::LEN,
            self.leaf_len::<f64>(),
            usize::from(self.is_mean),
        ];
        let mut all = std::vec![0.0; 4 * world.size()];
        let counts = std::vec![4; world.size()];
        world.all_gather(&mine.map(|number| number as f64), &counts, &mut all)?;
        let (all, _) = all.as_chunks::<4>();
        if let Some(rank) = all.iter().position(|other| other[1..] != all[0][1..]) {
            return Err(DistributedError::Function { rank });
        }
        Ok(Distributed {
            over: self,
            world,
            shards: Shards::new(all.iter().map(|&[rows, ..]| rows as usize)),
            is_ordered: false,
        })
    }
}

impl<G: Closed, T: Plain, P, C: Communicator + ?Sized> Distributed<'_, '_, G, T, P, C> {
    /// How many numbers a point has.
    pub fn dimension(&self) -> usize {
        G::Inputs::LEN
    }

    /// How many rows all ranks have.
    pub fn len(&self) -> usize {
        self.shards.total()
    }

    /// Whether no rank has any.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The sums over all ranks: `width` numbers, each of the type `S` as so many `f64`s.
    fn sums<S: Wire>(
        &self,
        call: Call<'_>,
        lengths: Result<(), LengthError>,
        width: usize,
        sum: &dyn Fn(Range<usize>, &mut [f64]),
        row: &dyn Fn(usize, &mut [f64]),
    ) -> Result<Vec<f64>, DistributedError> {
        let summands = Summands {
            width: width * S::NUMBERS,
            leaf: self.over.leaf_len::<S>(),
            leaves: self.over.leaves::<S>().len(),
            sum,
            row,
            number: &|position| self.over.index(position),
        };
        if self.is_ordered {
            summands.ordered(self.world, &self.shards, call, lengths)
        } else {
            summands.unordered(self.world, &self.shards, call, lengths)
        }
    }
}

/// An error if the value or the gradient is not finite.
fn finite(value: f64, gradient: &[f64]) -> Result<f64, DistributedError> {
    if value.is_finite() && gradient.iter().all(|slope| slope.is_finite()) {
        return Ok(value);
    }
    Err(DistributedError::ResultNotFinite)
}

impl<G, T, P, C> Distributed<'_, '_, G, T, P, C>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    C: Communicator + ?Sized,
{
    /// The value at `x`.
    ///
    /// # Errors
    ///
    /// If a rank fails, `x` is not as long as there are inputs, or a row or the result is not finite.
    pub fn value(&self, x: &[f64]) -> Result<f64, DistributedError> {
        let (over, kind) = (&self.over, Kind::Value);
        let call = Call { kind, x, v: &[] };
        let lengths = LengthError::check("point", G::Inputs::LEN, x);
        let point = || G::Inputs::group::<f64>(x);
        let sums = self.sums::<f64>(
            call,
            lengths,
            1,
            &|leaves, sum| sum[0] = over.value_of_all(point(), leaves),
            &|position, number| {
                let row = over.index(position);
                number[0] = over
                    .source
                    .with_row(row, |data| over.function.evaluate(point(), data));
            },
        )?;
        let value = self.scale(sums[0]) + over.penalty.value(point());
        finite(value, &[])
    }

    /// The value at `x`, with the gradient written to `gradient`.
    ///
    /// # Errors
    ///
    /// As of [`value`](Distributed::value). Nothing is written then.
    pub fn value_and_gradient(
        &self,
        x: &[f64],
        gradient: &mut [f64],
    ) -> Result<f64, DistributedError> {
        let kind = Kind::Gradient;
        let call = Call { kind, x, v: &[] };
        let lengths = LengthError::check_gradient(G::Inputs::LEN, x, gradient);
        let (value, slopes) = self.sweep(call, lengths, x, 0.0)?;
        let value = finite(value, &slopes)?;
        gradient.copy_from_slice(&slopes);
        Ok(value)
    }

    /// The Hessian–vector product at `x` is written to `product`.
    ///
    /// # Errors
    ///
    /// As of [`value`](Distributed::value). Nothing is written then.
    pub fn hvp(&self, x: &[f64], v: &[f64], product: &mut [f64]) -> Result<(), DistributedError> {
        let kind = Kind::HessianProduct;
        let call = Call { kind, x, v };
        let lengths = LengthError::check("point", G::Inputs::LEN, x)
            .and_then(|()| LengthError::check("direction", G::Inputs::LEN, v))
            .and_then(|()| LengthError::check("product", G::Inputs::LEN, product));
        let moving: Vec<_> = x.iter().zip(v).map(|(&x, &v)| Dual::new(x, v)).collect();
        // As one machine has it: up to 512 inputs the gradient is the sum, of more it is added to zeros.
        let zero = if Over::<'_, G, T, P>::FEW { -0.0 } else { 0.0 };
        let (value, slopes) = self.sweep(call, lengths, &moving, zero)?;
        let slopes: Vec<f64> = slopes.iter().map(|slope| slope.tangent).collect();
        finite(value.primal, &slopes)?;
        product.copy_from_slice(&slopes);
        Ok(())
    }

    /// The value and the gradient, the sums being added to `zero`.
    fn sweep<S: Wire>(
        &self,
        call: Call<'_>,
        lengths: Result<(), LengthError>,
        x: &[S],
        zero: f64,
    ) -> Result<(S, Vec<S>), DistributedError> {
        let over = &self.over;
        let seed = || Cotangent::of(S::one());
        let point = || G::Inputs::group::<S>(x);
        let width = G::Inputs::LEN + 1;
        let sums = self.sums::<S>(
            call,
            lengths,
            width,
            &|leaves, sums| {
                let (value, slopes) = sums.split_at_mut(S::NUMBERS);
                if const { Over::<'_, G, T, P>::FEW } {
                    let (sum, gradient) = over.sum_of_all(point(), seed(), leaves);
                    S::write(&[sum], value);
                    write_blocks::<G::Inputs, S>(G::Inputs::refs(&gradient), slopes);
                } else {
                    let mut gradient = std::vec![S::zero(); G::Inputs::LEN];
                    let spare = &mut Spare::new();
                    let sum = over.sum_of_many(point(), seed(), leaves, &mut gradient, spare);
                    S::write(&[sum], value);
                    S::write(&gradient, slopes);
                }
            },
            &|position, numbers| {
                let mut gradient = std::vec![S::zero(); G::Inputs::LEN];
                let slots = G::Inputs::group_sums(&mut gradient);
                let value = over.row(point(), seed(), position, slots);
                let (number, slopes) = numbers.split_at_mut(S::NUMBERS);
                S::write(&[value], number);
                S::write(&gradient, slopes);
            },
        )?;
        let (value, slopes) = sums.split_at(S::NUMBERS);
        let mut gradient: Vec<S> = slopes
            .chunks_exact(S::NUMBERS)
            .map(|numbers| S::read(numbers, zero))
            .collect();
        if over.is_mean {
            for slope in &mut gradient {
                *slope = self.scale(*slope);
            }
        }
        let slots = G::Inputs::group_sums(&mut gradient);
        let penalty = over.penalty.accumulate(point(), seed(), slots);
        Ok((self.scale(S::read(value, -0.0)) + penalty, gradient))
    }

    /// A sum as it is, or the mean over the rows of all ranks.
    fn scale<S: Scalar>(&self, sum: S) -> S {
        if self.over.is_mean {
            sum / S::constant(self.shards.total() as f64)
        } else {
            sum
        }
    }
}

/// Writes a gradient, one number after the other.
fn write_blocks<I: Inputs, S: Wire>(gradient: Blocks<'_, I, S>, numbers: &mut [f64]) {
    let mut next = 0;
    I::visit(gradient, &mut |block: &[S]| {
        let end = next + block.len() * S::NUMBERS;
        S::write(block, &mut numbers[next..end]);
        next = end;
    });
}

impl<G, T, P, C> Objective<f64> for Distributed<'_, '_, G, T, P, C>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    C: Communicator + ?Sized,
{
    fn dimension(&self) -> usize {
        G::Inputs::LEN
    }
    fn value_at(&self, x: &[f64]) -> Result<f64, EvaluationError> {
        Ok(self.value(x)?)
    }
    fn value_and_gradient_at(
        &self,
        x: &[f64],
        gradient: &mut [f64],
    ) -> Result<f64, EvaluationError> {
        Ok(self.value_and_gradient(x, gradient)?)
    }
    fn hvp_at(&self, x: &[f64], v: &[f64], product: &mut [f64]) -> Result<(), EvaluationError> {
        Ok(self.hvp(x, v, product)?)
    }
}
