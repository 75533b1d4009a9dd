//! What ranks exchange numbers by.

use core::fmt;
use core::ops::Range;
use std::borrow::Cow;
use std::vec::Vec;

/// Processes that compute together, in MPI's words: `size` of them, numbered by their `rank` from 0.
///
/// Both operations are *collective*: each rank calls the same ones in the same order, and each call returns when all
/// ranks have called. [`threads`](super::threads) and [`Alone`] implement it here, the crate `monograd-mpi` by MPI.
///
/// # Implementing it
///
/// By any library that passes messages. A rank that ends, or whose machine fails, must be an error on the others, not a
/// wait for ever: a time limit serves.
///
/// ```
/// use monograd::rows::distributed::{Communicator, CommunicatorError};
///
/// /// Counts the calls of another.
/// struct Counting<C>(C, std::cell::Cell<usize>);
///
/// impl<C: Communicator> Communicator for Counting<C> {
///     fn rank(&self) -> usize {
///         self.0.rank()
///     }
///     fn size(&self) -> usize {
///         self.0.size()
///     }
///     fn all_gather(
///         &self,
///         mine: &[f64],
///         counts: &[usize],
///         all: &mut [f64],
///     ) -> Result<(), CommunicatorError> {
///         self.1.set(self.1.get() + 1);
///         self.0.all_gather(mine, counts, all)
///     }
///     fn all_reduce_sum(&self, numbers: &mut [f64]) -> Result<(), CommunicatorError> {
///         self.1.set(self.1.get() + 1);
///         self.0.all_reduce_sum(numbers)
///     }
/// }
///
/// // An evaluation is one call, after one that compares the ranks' shards:
/// use monograd::{prelude::*, rows::distributed::Alone};
/// let world = Counting(Alone, Default::default());
/// let error = func!(|slope; x, y| (slope * x - y).square());
/// let loss = error.over(&[[1.0, 2.0], [2.0, 3.0]]).on(&world)?;
/// assert_eq!(loss.value_at(&[2.0])?, 1.0);
/// assert_eq!(world.1.get(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a communicator",
    note = "threads of one process communicate by `threads::run`, processes by the `World` of the crate `monograd-mpi`, \
            one process alone by `Alone`"
)]
pub trait Communicator {
    /// The number of this rank, less than `size`.
    fn rank(&self) -> usize;

    /// How many ranks there are.
    fn size(&self) -> usize;

    /// Writes the numbers of all ranks to `all`, those of rank 0 first; rank r has `counts[r]` of them. `counts` is the
    /// same on all ranks, `mine` has `counts[rank]` numbers, and `all` as many as the sum of `counts`.
    ///
    /// Numbers are passed on to the bit.
    ///
    /// # Errors
    ///
    /// If a rank has ended, or the numbers could not be passed on.
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError>;

    /// Replaces each number by the sum over all ranks of the numbers at its index, in any order of addition.
    ///
    /// # Errors
    ///
    /// If a rank has ended, or the numbers could not be passed on.
    fn all_reduce_sum(&self, numbers: &mut [f64]) -> Result<(), CommunicatorError>;
}

impl<C: Communicator + ?Sized> Communicator for &C {
    fn rank(&self) -> usize {
        (**self).rank()
    }
    fn size(&self) -> usize {
        (**self).size()
    }
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        (**self).all_gather(mine, counts, all)
    }
    fn all_reduce_sum(&self, numbers: &mut [f64]) -> Result<(), CommunicatorError> {
        (**self).all_reduce_sum(numbers)
    }
}

/// Numbers could not be exchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunicatorError {
    message: Cow<'static, str>,
}

impl CommunicatorError {
    /// An error that says what failed.
    ///
    /// ```
    /// use monograd::rows::distributed::CommunicatorError;
    ///
    /// let error = CommunicatorError::new("rank 3 does not answer");
    /// assert_eq!(error.to_string(), "rank 3 does not answer");
    /// ```
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        CommunicatorError {
            message: message.into(),
        }
    }
}

impl fmt::Display for CommunicatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for CommunicatorError {}

/// The communicator of one process alone: a program that is written for several ranks runs as it is on one.
///
/// ```
/// use monograd::rows::distributed::{Alone, Communicator};
///
/// assert_eq!((Alone.rank(), Alone.size()), (0, 1));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Alone;

impl Communicator for Alone {
    fn rank(&self) -> usize {
        0
    }
    fn size(&self) -> usize {
        1
    }
    fn all_gather(
        &self,
        mine: &[f64],
        _: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        all.copy_from_slice(mine);
        Ok(())
    }
    fn all_reduce_sum(&self, _: &mut [f64]) -> Result<(), CommunicatorError> {
        Ok(())
    }
}

/// How many rows are a chunk: a shard begins at a multiple of it.
pub(super) const CHUNK: usize = 256;

/// The rows of a rank, of `rows` numbered from 0: the shards of all ranks are contiguous, begin at multiples of 256, and
/// differ by at most one chunk of 256 rows. With fewer chunks than ranks some are empty.
///
/// # Panics
///
/// If `rank` is not less than `size`.
///
/// ```
/// use monograd::rows::distributed::shard;
///
/// assert_eq!([0, 1, 2].map(|rank| shard(1_000, rank, 3)), [0..256, 256..512, 512..1_000]);
/// assert_eq!(shard(1_000_000, 3, 4), 750_080..1_000_000);
/// ```
pub fn shard(rows: usize, rank: usize, size: usize) -> Range<usize> {
    assert!(rank < size, "there is no rank {rank} of {size}");
    let chunks = rows.div_ceil(CHUNK);
    // The first of the rank's chunks, without the overflow of `chunks * rank`.
    let first = |rank: usize| chunks / size * rank + (chunks % size) * rank / size;
    let row = |rank| first(rank).saturating_mul(CHUNK).min(rows);
    row(rank)..row(rank + 1)
}

/// The same answer on all ranks to whether something has worked on each: reading a shard from a file, for example.
///
/// A rank that returned early where the others go on would leave them waiting. So each calls this, with its own result:
/// where all have succeeded each gets its own value back, otherwise all get the error of the lowest rank that has one. It is
/// collective.
///
/// # Errors
///
/// [`Failed`](super::DistributedError::Failed) with the rank and its message, on every rank.
///
/// ```
/// use monograd::rows::distributed::{Communicator, agree, threads};
///
/// let errors = threads::run(3, |world| {
///     let read = if world.rank() == 1 { Err("no such file") } else { Ok(vec![0.0]) };
///     agree(world, read).unwrap_err().to_string()
/// });
/// assert_eq!(errors, ["rank 1: no such file"; 3]);
/// ```
pub fn agree<C: Communicator + ?Sized, T, E: fmt::Display>(
    world: &C,
    result: Result<T, E>,
) -> Result<T, super::DistributedError> {
    let size = world.size();
    let message = match &result {
        Ok(_) => std::string::String::new(),
        Err(error) => std::format!("{error}"),
    };
    let mine = [f64::from(u8::from(result.is_err())), message.len() as f64];
    let mut all = std::vec![0.0; 2 * size];
    world.all_gather(&mine, &std::vec![2; size], &mut all)?;
    let (answers, _) = all.as_chunks::<2>();
    let Some(rank) = answers.iter().position(|&[failed, _]| failed != 0.0) else {
        return result.map_err(|_| unreachable!("this rank has not failed"));
    };
    // Only the first message is passed on, a byte as a number.
    let mut counts = std::vec![0; size];
    counts[rank] = answers[rank][1] as usize;
    let mine: Vec<f64> = if world.rank() == rank {
        message.bytes().map(f64::from).collect()
    } else {
        Vec::new()
    };
    let mut bytes = std::vec![0.0; counts[rank]];
    world.all_gather(&mine, &counts, &mut bytes)?;
    let bytes: Vec<u8> = bytes.iter().map(|&byte| byte as u8).collect();
    Err(super::DistributedError::Failed {
        rank,
        message: std::string::String::from_utf8_lossy(&bytes).into_owned(),
    })
}
