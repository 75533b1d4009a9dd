//! What can fail where ranks compute together.

use super::CommunicatorError;
use crate::drivers::{EvaluationError, LengthError};
use core::{error, fmt};
use std::string::String;

/// Why a sum over ranks has no value. Every rank gets the same error.
///
/// As the error of an [`Objective`](crate::Objective) it is a
/// [`Failed`](EvaluationError::Failed), from which
/// [`downcast_ref`](EvaluationError::downcast_ref) gets it back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DistributedError {
    /// The value of a row, or a derivative at it, is infinite or NaN: the first row of all that is.
    NotFinite {
        /// The rank whose row it is.
        rank: usize,
        /// The number of the row in that rank's data set, counted from 0.
        row: usize,
        /// How many rows are summed before it, by all ranks: its number in the whole data set, if no rank has chosen
        /// [some of its rows](crate::Over::rows).
        position: usize,
    },
    /// Every row of a rank is finite, but their sum is not.
    SumNotFinite {
        /// The rank whose sum overflows.
        rank: usize,
    },
    /// The sums of all ranks are finite, but the result is not: by the sum of all, by the penalty, or because
    /// there is no row of which to take the mean.
    ResultNotFinite,
    /// A rank panicked.
    Panicked {
        /// Which.
        rank: usize,
        /// At which row of its data set, counted from 0, if it did again when they were evaluated one by one.
        row: Option<usize>,
    },
    /// On a rank a slice does not have the length that it must have.
    Length {
        /// Which.
        rank: usize,
        /// Which slice, and its lengths.
        error: LengthError,
    },
    /// The rows of a rank are no multiple of 256, although ranks after it have some, too.
    Shard {
        /// Which.
        rank: usize,
        /// How many rows it has.
        rows: usize,
    },
    /// A rank sums another function than rank 0, takes no mean where that does, or was compiled for other vector registers.
    Function {
        /// The first such rank.
        rank: usize,
    },
    /// A rank computes something else than rank 0: a value where that computes a gradient, for example.
    Call {
        /// The first such rank.
        rank: usize,
    },
    /// A rank is at another point than rank 0.
    Point {
        /// The first such rank.
        rank: usize,
    },
    /// What [`agree`](super::agree) was given on a rank.
    Failed {
        /// The lowest such rank.
        rank: usize,
        /// The message of its error.
        message: String,
    },
    /// The ranks could not exchange numbers.
    Communicator(CommunicatorError),
}

impl fmt::Display for DistributedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use DistributedError as E;
        match self {
            E::NotFinite {
                rank,
                row,
                position,
            } => write!(
                f,
                "row {row} of rank {rank} (number {position} over all ranks) is not finite: `check::first_non_finite` says by \
                 which operation"
            ),
            E::SumNotFinite { rank } => write!(
                f,
                "the sum over the rows of rank {rank} is not finite, though each row is"
            ),
            E::ResultNotFinite => f.write_str(
                "the sum over all ranks with the penalty is not finite, though the sum of each rank is",
            ),
            E::Panicked { rank, row } => {
                write!(f, "rank {rank} panicked")?;
                row.map_or(Ok(()), |row| write!(f, " at its row {row}"))
            }
            E::Length { rank, error } => write!(f, "on rank {rank} {error}"),
            E::Shard { rank, rows } => write!(
                f,
                "rank {rank} has {rows} rows, which is no multiple of 256, and ranks after it have rows, too: divide them by \
                 `shard`, or sum them by `on_unordered`"
            ),
            E::Function { rank } => write!(
                f,
                "rank {rank} sums another function than rank 0, or is another build of the program"
            ),
            E::Call { rank } => write!(
                f,
                "rank {rank} computes something else than rank 0: all ranks must make the same calls in the same order"
            ),
            E::Point { rank } => write!(
                f,
                "rank {rank} is at another point than rank 0: all ranks must evaluate at the same one"
            ),
            E::Failed { rank, message } => write!(f, "rank {rank}: {message}"),
            E::Communicator(error) => error.fmt(f),
        }
    }
}

impl error::Error for DistributedError {}

impl From<CommunicatorError> for DistributedError {
    fn from(error: CommunicatorError) -> Self {
        DistributedError::Communicator(error)
    }
}

impl From<DistributedError> for EvaluationError {
    fn from(error: DistributedError) -> Self {
        EvaluationError::failed(error)
    }
}
