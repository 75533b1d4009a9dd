//! Where the rows are.

use crate::expr::{Blocks, Inputs};
use crate::scalar::Scalar;
use core::{error, fmt};

/// A data set: row by row, or column by column.
pub enum Source<'r, D: Inputs, S: Scalar + 'r> {
    /// Row by row.
    Rows(&'r [D::Of<S>]),
    /// Column by column, and how many rows.
    Columns(D::Columns<'r, S>, usize),
}

impl<D: Inputs, S: Scalar> Clone for Source<'_, D, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Inputs, S: Scalar> Copy for Source<'_, D, S> {}

impl<D: Inputs, S: Scalar> fmt::Debug for Source<'_, D, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("rows", &self.len()).finish()
    }
}

impl<'r, D: Inputs, S: Scalar> Source<'r, D, S> {
    /// From columns, which must be of one length.
    pub(crate) fn columns(columns: D::Columns<'r, S>) -> Result<Self, ColumnError> {
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
    pub(super) fn with_row<T>(
        &self,
        row: usize,
        function: impl FnOnce(Blocks<'_, D, S>) -> T,
    ) -> T {
        match *self {
            Source::Rows(rows) => function(D::refs(&rows[row])),
            Source::Columns(columns, _) => D::with_row(columns, row, function),
        }
    }

    /// The number `at` of a row.
    #[inline(always)]
    pub(super) fn get(&self, row: usize, at: usize) -> S {
        self.with_row(
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
