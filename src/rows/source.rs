//! Where the rows are.

use crate::drivers::with_data;
use crate::expr::{Blocks, Inputs};
use crate::scalar::{Plain, Scalar};
use core::{error, fmt};

/// A data set: row by row, or column by column.
pub enum Source<'r, D: Inputs, T: Plain> {
    /// Row by row.
    Rows(&'r [D::Of<T>]),
    /// Column by column, and how many rows.
    Columns(D::Columns<'r, T>, usize),
}

impl<D: Inputs, T: Plain> Clone for Source<'_, D, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Inputs, T: Plain> Copy for Source<'_, D, T> {}

impl<D: Inputs, T: Plain> fmt::Debug for Source<'_, D, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("rows", &self.len()).finish()
    }
}

impl<'r, D: Inputs, T: Plain> Source<'r, D, T> {
    /// From columns, which must be of one length.
    pub(crate) fn columns(columns: D::Columns<'r, T>) -> Result<Self, ColumnError> {
        let rows = D::rows(columns).ok_or(ColumnError)?;
        Ok(Source::Columns(columns, rows))
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Source::Rows(rows) => rows.len(),
            Source::Columns(_, rows) => *rows,
        }
    }

    /// Hands a row to a function.
    #[inline(always)]
    pub(super) fn with_plain_row<Out>(
        &self,
        row: usize,
        function: impl FnOnce(Blocks<'_, D, T>) -> Out,
    ) -> Out {
        match *self {
            Source::Rows(rows) => function(D::refs(&rows[row])),
            Source::Columns(columns, _) => D::with_row(columns, row, function),
        }
    }

    /// Hands a row to a function, as numbers of the type in which it is evaluated.
    #[inline(always)]
    pub(super) fn with_row<S: Scalar, Out>(
        &self,
        row: usize,
        function: impl FnOnce(Blocks<'_, D, S>) -> Out,
    ) -> Out {
        self.with_plain_row(
            row,
            #[inline(always)]
            |data| with_data(data, function),
        )
    }

    /// The number `at` of a row.
    #[inline(always)]
    pub(super) fn get(&self, row: usize, at: usize) -> T {
        self.with_plain_row(
            row,
            #[inline(always)]
            |data| D::get(data, at),
        )
    }
}

/// The columns of a data set are not of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnError;

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the columns of a data set must be of one length")
    }
}

impl error::Error for ColumnError {}
