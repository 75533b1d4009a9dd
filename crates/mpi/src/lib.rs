#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, unreachable_pub)]

pub use mpi;

use monograd::rows::distributed::{Communicator, CommunicatorError};
use mpi::collective::{CommunicatorCollectives, SystemOperation};
use mpi::datatype::PartitionMut;
use mpi::topology::{Communicator as _, SimpleCommunicator};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The ranks of an MPI communicator, as [`Over::on`](monograd::Over::on) takes them.
///
/// [`run`] hands one of all ranks to a program. A program that initialises MPI itself, or that divides its ranks into groups,
/// makes one of any communicator of `mpi`.
///
/// ```no_run
/// use monograd_mpi::{World, mpi};
///
/// let universe = mpi::initialize().expect("MPI is initialised once");
/// let world = World::new(universe.world());
/// ```
pub struct World<C = SimpleCommunicator>(C);

impl<C: mpi::topology::Communicator> World<C> {
    /// Of an MPI communicator.
    pub fn new(communicator: C) -> Self {
        World(communicator)
    }

    /// The MPI communicator: for messages of the program's own.
    pub fn communicator(&self) -> &C {
        &self.0
    }
}

impl<C: mpi::topology::Communicator> fmt::Debug for World<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World")
            .field("rank", &self.rank())
            .field("size", &self.size())
            .finish()
    }
}

/// MPI counts in 32 bits.
fn count(numbers: usize) -> Result<i32, CommunicatorError> {
    i32::try_from(numbers)
        .map_err(|_| CommunicatorError::new(format!("{numbers} numbers are too many for MPI")))
}

/// Errors of MPI itself, a broken connection for example, end the program on all ranks: that is MPI's default.
impl<C: mpi::topology::Communicator + CommunicatorCollectives> Communicator for World<C> {
    fn rank(&self) -> usize {
        self.0.rank() as usize
    }
    fn size(&self) -> usize {
        self.0.size() as usize
    }
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        // The counts are the same on all ranks, and so is this error.
        count(all.len())?;
        let counts: Vec<i32> = counts.iter().map(|&n| count(n)).collect::<Result<_, _>>()?;
        let starts = counts.iter().scan(0, |next, count| {
            let start = *next;
            *next += count;
            Some(start)
        });
        let starts: Vec<i32> = starts.collect();
        let mut all = PartitionMut::new(all, counts, starts);
        self.0.all_gather_varcount_into(mine, &mut all);
        Ok(())
    }
    fn all_reduce_sum(&self, numbers: &mut [f64]) -> Result<(), CommunicatorError> {
        count(numbers.len())?;
        let mine = numbers.to_vec();
        self.0
            .all_reduce_into(&mine[..], numbers, SystemOperation::sum());
        Ok(())
    }
}

/// Initialises MPI, runs a program on this rank, and finalises MPI.
///
/// If the program fails or panics on a rank, that rank says so on standard error and ends the others, too, by `MPI_Abort`: they
/// could wait for it for ever. What can fail on one rank alone and is to be handled goes through
/// [`agree`](monograd::rows::distributed::agree).
///
/// # Panics
///
/// If MPI has been initialised before.
///
/// ```no_run
/// use monograd::prelude::*;
/// use monograd::rows::distributed::{Communicator, DistributedError, shard};
///
/// let error = func!(|slope; x, y| (slope * x - y).square());
/// monograd_mpi::run(|world| {
///     let my_rows: Vec<_> = shard(1_000_000, world.rank(), world.size())
///         .map(|i| [i as f64, 3.0 * i as f64])
///         .collect();
///     let loss = error.over(&my_rows).mean().on(world)?;
///     assert_eq!(loss.value(&[3.0])?, 0.0);
///     Ok::<_, DistributedError>(())
/// });
/// ```
pub fn run<T, E: fmt::Display>(program: impl FnOnce(&World) -> Result<T, E>) -> T {
    // Threads of the program's own, those of `rayon` for example, call no MPI.
    let (universe, _) = mpi::initialize_with_threading(mpi::Threading::Funneled)
        .expect("MPI is initialised once, by `run`");
    let world = World::new(universe.world());
    match catch_unwind(AssertUnwindSafe(|| program(&world))) {
        Ok(Ok(result)) => result,
        Ok(Err(error)) => {
            eprintln!("rank {}: {error}", world.rank());
            world.0.abort(1)
        }
        // The panic has printed its message.
        Err(_) => world.0.abort(101),
    }
}
