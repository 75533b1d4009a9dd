//! Where the entries of the rows' own matrices are in the sparse matrix of a sum.

use super::at::At;
use super::pattern::{Order, Pattern};
use crate::expr::Closed;
use crate::scalar::{Plain, Scalar};
use std::vec;
use std::vec::Vec;

/// Marks an entry off the diagonal of a row's matrix that is on the diagonal of the sum's, since two inputs of the row are one
/// parameter: its mirror image is there, too.
const TWICE: u32 = 1 << 31;

/// The pattern of a sum over rows, and the entry of it to which each entry of a row's matrix is added.
#[derive(Debug, Clone)]
pub(super) struct Scatter {
    pub(super) pattern: Pattern,
    /// For each row, for each entry of its matrix.
    entries: Vec<u32>,
    per_row: usize,
}

impl Scatter {
    /// From the entries of the matrix of each row, as their row and column in the whole, and so many on the diagonal.
    fn new(
        order: Order,
        size: (usize, usize),
        diagonal: usize,
        rows: usize,
        each: impl Fn(usize, &mut dyn FnMut(usize, usize)),
    ) -> Self {
        let mut all = Vec::new();
        for position in 0..rows {
            each(position, &mut |row, column| {
                all.push(match order {
                    Order::Columns => (column, row),
                    Order::Rows => (row, column),
                });
            });
        }
        let per_row = all.len().checked_div(rows).unwrap_or(0);
        let count = all.len();
        all.extend((0..diagonal).map(|at| (at, at)));
        let pattern = Pattern::from_entries(order, size, &all);
        all.truncate(count);
        assert!(
            pattern.len() < TWICE as usize,
            "a sparse matrix of a sum over rows has less than 2³¹ entries"
        );
        let entry = |&(major, minor): &(usize, usize)| {
            let found = pattern.of(major).binary_search(&minor);
            let offset = found.expect("the pattern has all entries");
            (pattern.starts()[major] + offset) as u32
        };
        let entries = all.iter().map(entry).collect();
        Scatter {
            pattern,
            entries,
            per_row,
        }
    }

    /// Of the Jacobian of the residuals of all rows, row by row, whose entries in that of one are `local`.
    pub(super) fn jacobian<G: Closed, T: Plain, const N: usize>(
        order: Order,
        sum: &At<'_, G, T, N>,
        results: usize,
        local: &[(usize, usize)],
    ) -> Self {
        let rows = sum.row_count();
        let size = (rows * results, sum.parameter_count());
        Self::new(order, size, 0, rows, |position, push| {
            let indices: Vec<usize> = sum.indices(position).collect();
            for &(result, input) in local {
                push(position * results + result, indices[input]);
            }
        })
    }

    /// Of the lower triangle of a symmetric matrix of the parameters, whose entries in that of one row are `local`, of the
    /// lower triangle as well.
    fn lower_triangle<G: Closed, T: Plain, const N: usize>(
        sum: &At<'_, G, T, N>,
        has_diagonal: bool,
        local: &[(usize, usize)],
    ) -> Self {
        let parameters = sum.parameter_count();
        let mut scatter = Self::new(
            Order::Columns,
            (parameters, parameters),
            if has_diagonal { parameters } else { 0 },
            sum.row_count(),
            |position, push| {
                let indices: Vec<usize> = sum.indices(position).collect();
                for &(i, j) in local {
                    let (row, column) = (indices[i], indices[j]);
                    push(row.max(column), row.min(column));
                }
            },
        );
        if local.is_empty() {
            return scatter;
        }
        for (position, entries) in scatter.entries.chunks_exact_mut(local.len()).enumerate() {
            let indices: Vec<usize> = sum.indices(position).collect();
            for (entry, &(i, j)) in entries.iter_mut().zip(local) {
                if i != j && indices[i] == indices[j] {
                    *entry |= TWICE;
                }
            }
        }
        scatter
    }

    /// The entries of the first row, where the rows' are one after the other, and those of each in the same order.
    pub(super) fn same_in_all_rows(&self) -> Option<&[u32]> {
        let first = self.entries.get(..self.per_row)?;
        let is_same = |(row, entries): (usize, &[u32])| {
            let start = row * self.per_row;
            let mut pairs = entries.iter().zip(first);
            pairs.all(|(&entry, &of_first)| entry as usize == start + of_first as usize)
        };
        let mut rows = self.entries.chunks_exact(self.per_row.max(1)).enumerate();
        let is_permuted = first.iter().all(|&entry| (entry as usize) < self.per_row);
        (self.pattern.len() == self.entries.len() && is_permuted && rows.all(is_same))
            .then_some(first)
    }

    /// The entries of the whole to which those of the matrix of a row are added.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn of_row(&self, position: usize) -> &[u32] {
        &self.entries[position * self.per_row..][..self.per_row]
    }
}

/// A symmetric matrix that is a sum over rows: its lower triangle, or both.
#[derive(Debug, Clone)]
pub(super) struct Symmetric<S> {
    lower: Scatter,
    /// Which entries of a row's matrix there are, of the lower triangle.
    local: Vec<(usize, usize)>,
    /// The pattern of both triangles, and which entry of the lower one each of its entries is.
    whole: Option<(Pattern, Vec<usize>)>,
    /// The values of the lower triangle, where both are wanted.
    values: Vec<S>,
}

impl<S: Scalar> Symmetric<S> {
    pub(super) fn new<G: Closed, T: Plain, const N: usize>(
        sum: &At<'_, G, T, N>,
        has_diagonal: bool,
        local: Vec<(usize, usize)>,
    ) -> Self {
        Symmetric {
            lower: Scatter::lower_triangle(sum, has_diagonal, &local),
            local,
            whole: None,
            values: Vec::new(),
        }
    }

    pub(super) fn mirror(&mut self) {
        self.whole = Some(self.lower.pattern.mirrored());
        self.values = vec![S::zero(); self.lower.pattern.len()];
    }

    pub(super) fn pattern(&self) -> &Pattern {
        match &self.whole {
            Some((pattern, _)) => pattern,
            None => &self.lower.pattern,
        }
    }

    /// Writes the values, from what `rows` adds.
    #[inline]
    pub(super) fn write<T>(&mut self, values: &mut [S], rows: impl FnOnce(Adder<'_, S>) -> T) -> T {
        let Some((_, lower)) = &self.whole else {
            values.fill(S::zero());
            return rows(Adder {
                scatter: &self.lower,
                local: &self.local,
                values,
            });
        };
        self.values.fill(S::zero());
        let result = rows(Adder {
            scatter: &self.lower,
            local: &self.local,
            values: &mut self.values,
        });
        for (value, &entry) in values.iter_mut().zip(lower) {
            *value = self.values[entry];
        }
        result
    }
}

/// Adds the matrices of rows to the lower triangle of their sum.
pub(super) struct Adder<'a, S> {
    scatter: &'a Scatter,
    local: &'a [(usize, usize)],
    values: &'a mut [S],
}

impl<S: Scalar> Adder<'_, S> {
    /// Adds the matrix of a row, of which `number` gives the entries, by number, row and column.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn add(&mut self, position: usize, number: impl Fn(usize, usize, usize) -> S) {
        let entries = self.scatter.of_row(position).iter().zip(self.local);
        for (at, (&entry, &(i, j))) in entries.enumerate() {
            let number = number(at, i, j);
            let value = &mut self.values[(entry & !TWICE) as usize];
            *value = *value + number;
            if entry & TWICE != 0 {
                *value = *value + number;
            }
        }
    }
}
