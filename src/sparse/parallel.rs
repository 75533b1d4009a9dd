//! Rows that carry indices, on all cores.
//!
//! Threads compute what there is of each row, block by block. One adds it where the row's inputs lie, in the order of the
//! rows, while the others compute the next block: the sums have the bits that one core gives them.

use super::at::{Along, At, Point};
use crate::expr::{Closed, Inputs, R};
use crate::forward::Dual;
use crate::rows::{Source, sum_by_tree};
use crate::scalar::{Plain, Scalar};
use core::ops::Range;
use std::vec;

/// What is computed of each row.
pub(super) trait EachRow<G: Closed, T: Plain, const N: usize>: Sync {
    /// How many numbers there are of a row.
    fn numbers(&self) -> usize;

    /// Writes those of some rows, row by row; gives the sum of the rows' values.
    fn compute(
        &self,
        sum: &At<'_, G, T, N>,
        x: Along<'_, T>,
        rows: Range<usize>,
        numbers: &mut [T],
    ) -> T;
}

/// Computes something of each row and hands it to a function, in the order of the rows; gives the sum of their values.
pub(super) type Run<'r, G, T, const N: usize> =
    fn(&At<'r, G, T, N>, &dyn EachRow<G, T, N>, Along<'_, T>, &mut dyn FnMut(usize, &[T])) -> T;

/// How many chunks of rows each thread computes in a block.
const CHUNKS: usize = 4;

impl<'r, G: Closed, T: Plain, const N: usize> At<'r, G, T, N> {
    /// The same sum, computed on all cores by the threads of `rayon`, with the same result: value, gradient, Hessian–vector
    /// product and [sparse Hessian](At::sparse_hessian). Each call allocates memory for some thousands of rows.
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
    each_row: &dyn EachRow<G, T, N>,
    x: Along<'_, T>,
    take: &mut dyn FnMut(usize, &[T]),
) -> T
where
    G: Closed + Sync,
    T: Plain + Scalar + Send + Sync,
    Source<'r, G::Data, T>: Sync,
{
    let chunks = sum.chunk_count();
    let numbers = each_row.numbers();
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
                scope.spawn(move |_| *value = each_row.compute(sum, x, rows, of_rows));
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

/// The value, and nothing else.
pub(super) struct Value;

impl<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> EachRow<G, T, N> for Value {
    fn numbers(&self) -> usize {
        0
    }
    fn compute(
        &self,
        sum: &At<'_, G, T, N>,
        x: Along<'_, T>,
        rows: Range<usize>,
        _: &mut [T],
    ) -> T {
        sum.value_of_rows(rows, x.0)
    }
}

/// The value and the gradient.
pub(super) struct Gradient;

impl<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> EachRow<G, T, N> for Gradient {
    fn numbers(&self) -> usize {
        G::Inputs::LEN
    }
    fn compute(
        &self,
        sum: &At<'_, G, T, N>,
        x: Along<'_, T>,
        rows: Range<usize>,
        numbers: &mut [T],
    ) -> T {
        write_gradients(sum, x.0, rows, numbers, |slope| slope)
    }
}

/// The value, and the Hessian–vector product.
pub(super) struct Product;

impl<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> EachRow<G, T, N> for Product {
    fn numbers(&self) -> usize {
        G::Inputs::LEN
    }
    fn compute(
        &self,
        sum: &At<'_, G, T, N>,
        x: Along<'_, T>,
        rows: Range<usize>,
        numbers: &mut [T],
    ) -> T {
        write_gradients(sum, x, rows, numbers, |slope: Dual<T>| slope.tangent).primal
    }
}

/// Writes a part of the gradient of each row, row by row; gives the sum of the rows' values.
fn write_gradients<G, T, X, const N: usize>(
    sum: &At<'_, G, T, N>,
    x: X,
    rows: Range<usize>,
    numbers: &mut [T],
    part: impl Fn(X::Number) -> T,
) -> X::Number
where
    G: Closed<Codomain = R>,
    T: Plain,
    X: Point,
{
    let start = rows.start;
    sum.each_gradient(rows, x, |position, slopes| {
        let mut to = numbers[(position - start) * G::Inputs::LEN..].iter_mut();
        G::Inputs::visit(G::Inputs::refs(slopes), &mut |slopes: &[X::Number]| {
            // The slopes first: a pair that lacks its second part would lose the first.
            for (&slope, to) in slopes.iter().zip(to.by_ref()) {
                *to = part(slope);
            }
        });
    })
}
