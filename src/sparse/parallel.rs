//! Rows that carry indices, on all cores.
//!
//! Threads compute what there is of each row, block by block. One adds it where the row's inputs lie, in the order of the
//! rows, while the others compute the next block: the sums have the bits that one core gives them.

use super::at::{Along, At};
use crate::drivers::Of;
use crate::expr::{Closed, Inputs};
use crate::rows::{Source, sum_by_tree};
use crate::scalar::{Plain, Scalar};
use core::ops::Range;
use std::vec;

/// What is computed of each row.
#[derive(Clone, Copy)]
pub(super) struct OfEachRow<'c, G: Closed, T: Plain, const N: usize> {
    /// How many numbers there are of a row.
    pub(super) numbers: usize,
    /// Writes those of some rows, row by row; gives the sum of the rows' values.
    pub(super) compute: &'c Compute<'c, G, T, N>,
}

/// At a point, and of another slice.
type Compute<'c, G, T, const N: usize> =
    dyn Fn(&At<'_, G, T, N>, Along<'_, T>, Range<usize>, &mut [T]) -> T + Sync + 'c;

/// Computes something of each row and hands it to a function, in the order of the rows; gives the sum of their values.
pub(super) type Run<'r, G, T, const N: usize> =
    fn(&At<'r, G, T, N>, OfEachRow<'_, G, T, N>, Along<'_, T>, &mut dyn FnMut(usize, &[T])) -> T;

/// How many chunks of rows each thread computes in a block.
const CHUNKS: usize = 4;

impl<'r, G: Closed, T: Plain, const N: usize> At<'r, G, T, N> {
    /// The same, computed on all cores by the threads of `rayon`, with the same results: all that there is of the sum and of the
    /// residuals, dense or sparse. Each call allocates memory for some thousands of rows.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let surprise = func!(|mean, deviation; y| 0.5 * (y - mean - deviation).square());
    /// let rows: Vec<[f64; 1]> = (0..5_000).map(|i| [(i as f64).sin()]).collect();
    /// let starts: Vec<_> = (0..5_000).map(|i| [0, 1 + i % 10]).collect();
    /// let posterior = surprise.over(&rows).at(&starts, 11)?;
    ///
    /// let (mut alone, mut together) = ([0.0; 11], [0.0; 11]);
    /// let value = posterior.value_and_gradient_at(&[0.1; 11], &mut alone)?;
    /// let same = posterior.in_parallel().value_and_gradient_at(&[0.1; 11], &mut together)?;
    /// assert_eq!((value, alone), (same, together));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_parallel(self) -> Self
    where
        G: Sync,
        T: Scalar + Send + Sync,
        Source<'r, G::Data, T>: Sync,
    {
        self.with_run(run::<G, T, N>)
    }
}

/// By the threads of `rayon`.
fn run<'r, G, T, const N: usize>(
    sum: &At<'r, G, T, N>,
    OfEachRow { numbers, compute }: OfEachRow<'_, G, T, N>,
    x: Along<'_, T>,
    take: &mut dyn FnMut(usize, &[T]),
) -> T
where
    G: Closed + Sync,
    T: Plain + Scalar + Send + Sync,
    Source<'r, G::Data, T>: Sync,
{
    let chunks = sum.chunk_count();
    let in_block = chunks.min(CHUNKS * rayon::current_num_threads());
    let memory = || vec![T::zero(); in_block * sum.rows_of_chunk(0).len() * numbers];
    let (mut now, mut next) = (memory(), memory());
    let mut values = vec![T::zero(); chunks];
    let mut take_all = |rows: Range<usize>, of_rows: &[T]| {
        for (position, of_row) in rows.zip(of_rows.chunks_exact(numbers.max(1))) {
            take(position, of_row);
        }
    };
    let mut computed = 0..0;
    for first in (0..chunks).step_by(in_block.max(1)) {
        let block = first..chunks.min(first + in_block);
        let mut memory: &mut [T] = &mut next;
        rayon::in_place_scope(|scope| {
            for (chunk, value) in block.clone().zip(&mut values[block.clone()]) {
                let rows = sum.rows_of_chunk(chunk);
                let (of_rows, rest) = memory.split_at_mut(rows.len() * numbers);
                memory = rest;
                scope.spawn(move |_| *value = compute(sum, x, rows, of_rows));
            }
            take_all(computed, &now);
        });
        computed = sum.rows_of_chunk(block.start).start..sum.rows_of_chunk(block.end - 1).end;
        core::mem::swap(&mut now, &mut next);
    }
    take_all(computed, &now);
    match chunks {
        0 => T::zero(),
        _ => sum_by_tree(0..chunks, |chunk| values[chunk], |left, right| left + right),
    }
}

impl<G: Closed, T: Plain + Scalar, const N: usize> At<'_, G, T, N> {
    /// Computes something of each row on all cores and hands it to a function, in the order of the rows; gives the sum of the rows'
    /// values. `None` if it is not to be computed so, or over other numbers than those of the rows.
    pub(super) fn in_parallel_over<S: Scalar>(
        &self,
        of_each: OfEachRow<'_, G, T, N>,
        x: &[S],
        v: &[S],
        take: &mut dyn FnMut(usize, &[T]),
    ) -> Option<T> {
        let run = self.run()?;
        let x = Along(S::as_plains::<T>(x)?, S::as_plains::<T>(v)?);
        Some(run(self, of_each, x, take))
    }

    /// The same of a number for each input, which is added where the input lies.
    pub(super) fn pull_in_parallel<S: Scalar>(
        &self,
        of_each: OfEachRow<'_, G, T, N>,
        x: &[S],
        v: &[S],
        sums: &mut [S],
    ) -> Option<S> {
        self.run()?;
        sums.fill(S::zero());
        let value = self.in_parallel_over(of_each, x, v, &mut |position, slopes| {
            self.scatter(position, G::Inputs::group(slopes), |at, slope: T| {
                sums[at] = sums[at] + S::from_plain(slope);
            });
        })?;
        Some(S::from_plain(value))
    }

    /// The same of a number for each result, which is written; whether it was.
    pub(super) fn write_in_parallel<S: Scalar>(
        &self,
        of_each: OfEachRow<'_, G, T, N>,
        x: &[S],
        v: &[S],
        results: &mut [S],
    ) -> bool {
        let write = &mut |position: usize, of_row: &[T]| {
            let results = results[position * of_row.len()..].iter_mut();
            for (result, &number) in results.zip(of_row) {
                *result = S::from_plain(number);
            }
        };
        self.in_parallel_over(of_each, x, v, write).is_some()
    }
}

/// Writes a part of a row's numbers, one for each input, where they are among those of the rows from number `first` on.
pub(super) fn write_inputs<G: Closed, S: Copy, T>(
    numbers: &mut [T],
    first: usize,
    position: usize,
    of_row: &Of<G::Inputs, S>,
    part: impl Fn(S) -> T,
) {
    let mut to = numbers[(position - first) * G::Inputs::LEN..].iter_mut();
    G::Inputs::visit(G::Inputs::refs(of_row), &mut |of_row: &[S]| {
        // The numbers first: a pair that lacks its second part would lose the first.
        for (&number, to) in of_row.iter().zip(to.by_ref()) {
            *to = part(number);
        }
    });
}
