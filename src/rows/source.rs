//! Where the rows are.

use super::Strided;
use crate::drivers::with_data;
use crate::expr::{Blocks, Inputs};
use crate::scalar::{MOST_LANES, Packing, Plain, Scalar};
use core::{error, fmt};

/// A data set, as it is stored or computed; how many rows there are, where that is not seen.
pub enum Source<'r, D: Inputs, T: Copy + 'r> {
    /// Row by row.
    Rows(&'r [D::Of<T>]),
    /// Column by column.
    Columns(D::Columns<'r, T>, usize),
    /// In matrices, side by side, in any order.
    Strided(&'r [Strided<'r, T>], usize),
    /// Each row by a function of its number.
    ByIndex(&'r (dyn Fn(usize) -> D::Of<T> + Sync), usize),
}

impl<D: Inputs, T: Copy> Clone for Source<'_, D, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Inputs, T: Copy> Copy for Source<'_, D, T> {}

impl<D: Inputs, T: Copy> fmt::Debug for Source<'_, D, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("rows", &self.len()).finish()
    }
}

impl<'r, D: Inputs, T: Copy> Source<'r, D, T> {
    /// From columns, which must be of one length.
    pub(crate) fn columns(columns: D::Columns<'r, T>) -> Result<Self, ColumnError> {
        let rows = D::rows(columns).ok_or(ColumnError::Lengths)?;
        Ok(Source::Columns(columns, rows))
    }

    /// From matrices, which must have as many rows as one another, and together as many columns as a row has numbers.
    pub(crate) fn strided(matrices: &'r [Strided<'r, T>]) -> Result<Self, ColumnError> {
        let rows = matrices.first().map_or(0, Strided::rows);
        if matrices.iter().any(|matrix| matrix.rows() != rows) {
            return Err(ColumnError::Lengths);
        }
        let columns = matrices.iter().map(Strided::columns).sum();
        if columns != D::LEN {
            return Err(ColumnError::Width {
                expected: D::LEN,
                actual: columns,
            });
        }
        Ok(Source::Strided(matrices, rows))
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Source::Rows(rows) => rows.len(),
            Source::Columns(_, rows) | Source::Strided(_, rows) | Source::ByIndex(_, rows) => *rows,
        }
    }

    /// Hands a row to a function.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn with_plain_row<Out>(
        &self,
        row: usize,
        function: impl FnOnce(Blocks<'_, D, T>) -> Out,
    ) -> Out {
        let made;
        let data = match *self {
            Source::Columns(columns, _) => return D::with_row(columns, row, function),
            Source::Rows(rows) => &rows[row],
            Source::Strided(matrices, rows) => {
                assert!(row < rows, "there is no row {row} of {rows}");
                let mut numbers = matrices.iter().flat_map(|matrix| matrix.row(row));
                made = D::from_fn(&mut |_| numbers.next().expect("as many as a row has"));
                &made
            }
            Source::ByIndex(by_index, _) => {
                made = by_index(row);
                &made
            }
        };
        function(D::refs(data))
    }
}

impl<'r, D: Inputs, T: Plain> Source<'r, D, T> {
    /// The data of several rows side by side, by the number of the row of each lane.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn pack<S: Scalar, Q: Packing<S>>(
        &self,
        row: impl Fn(usize) -> usize,
    ) -> D::Of<Q::Pack> {
        let number = |data: &D::Of<T>, at| S::from_plain::<T>(D::get(D::refs(data), at));
        match *self {
            Source::Rows(rows) => {
                D::from_fn(&mut |at| Q::pack(|lane| number(&rows[row(lane)], at)))
            }
            Source::Columns(columns, _) => D::pack_rows::<T, S, Q>(columns, &row),
            Source::Strided(matrices, rows) => {
                let columns = |matrix: &'r Strided<'r, T>| {
                    (0..matrix.columns()).map(move |column| (matrix, column))
                };
                let mut columns = matrices.iter().flat_map(columns);
                D::from_fn(&mut |_| {
                    let (matrix, column) = columns.next().expect("as many as a row has");
                    Q::pack(|lane| {
                        let row = row(lane);
                        assert!(row < rows, "there is no row {row} of {rows}");
                        S::from_plain::<T>(matrix.get(row, column))
                    })
                })
            }
            Source::ByIndex(by_index, _) => {
                let mut made = [by_index(row(0)); MOST_LANES];
                for (lane, data) in made.iter_mut().enumerate().take(Q::LANES).skip(1) {
                    *data = by_index(row(lane));
                }
                D::from_fn(&mut |at| Q::pack(|lane| number(&made[lane], at)))
            }
        }
    }

    /// Hands a row to a function, as numbers of the type in which it is evaluated.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn with_row<S: Scalar, Out>(
        &self,
        row: usize,
        function: impl FnOnce(Blocks<'_, D, S>) -> Out,
    ) -> Out {
        self.with_plain_row(
            row,
            #[cfg_attr(optimized, inline(always))]
            |data| with_data(data, function),
        )
    }
}

/// Columns, or matrices, do not make up a data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnError {
    /// They are not of one length.
    Lengths,
    /// Together they do not have as many columns as a row has numbers.
    Width {
        /// How many numbers a row has.
        expected: usize,
        /// How many columns there are.
        actual: usize,
    },
    /// A slice does not have the numbers of a matrix of the size and strides given.
    Outside {
        /// How many numbers there must be, at least.
        expected: usize,
        /// How many there are.
        actual: usize,
    },
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ColumnError::Lengths => f.write_str("the columns of a data set must be of one length"),
            ColumnError::Width { expected, actual } => write!(
                f,
                "a row of this function's data is {expected} numbers, but there are {actual} columns"
            ),
            ColumnError::Outside { expected, actual } => write!(
                f,
                "a matrix of this size and these strides takes {expected} numbers, but there are {actual}"
            ),
        }
    }
}

impl error::Error for ColumnError {}
