//! Ranks that are threads of one process: what a program for several machines is tried and tested with.
//!
//! For speed on one machine there is [`in_parallel`](crate::Over), which shares the rows among all cores by itself.

use super::{Communicator, CommunicatorError};
use core::fmt;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::vec::Vec;

/// Runs a function on so many ranks, each a thread, and gives what they return, in the order of ranks.
///
/// # Panics
///
/// If `size` is 0. If a rank panics, when all have ended: the others then get an error from what they exchange next.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::rows::distributed::{Communicator, shard, threads};
///
/// let error = func!(|slope; x, y| (slope * x - y).square());
/// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
/// let alone = error.over(&rows).mean().value(&[0.1]);
///
/// let values = threads::run(4, |world| {
///     let mine = &rows[shard(rows.len(), world.rank(), world.size())];
///     error.over(mine).mean().on(world)?.value_at(&[0.1])
/// });
/// assert!(values.iter().all(|value| *value == Ok(alone)));
/// ```
pub fn run<T: Send>(size: usize, rank: impl Fn(&World<'_>) -> T + Sync) -> Vec<T> {
    assert!(size > 0, "there must be a rank");
    let meeting = Meeting {
        state: Mutex::new(State {
            numbers: std::vec![Vec::new(); size],
            arrived: 0,
            reading: 0,
            ended: None,
        }),
        changed: Condvar::new(),
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..size)
            .map(|number| {
                let (meeting, rank) = (&meeting, &rank);
                scope.spawn(move || {
                    rank(&World {
                        rank: number,
                        size,
                        meeting,
                    })
                })
            })
            .collect();
        let ended: Vec<_> = threads.into_iter().map(|thread| thread.join()).collect();
        ended
            .into_iter()
            .map(|result| result.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// A rank among threads: what [`run`] hands to each.
pub struct World<'m> {
    rank: usize,
    size: usize,
    meeting: &'m Meeting,
}

impl fmt::Debug for World<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World")
            .field("rank", &self.rank)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// Where the threads exchange numbers.
struct Meeting {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// What each rank has brought.
    numbers: Vec<Vec<f64>>,
    /// How many have brought theirs to this exchange.
    arrived: usize,
    /// How many still have to read, once all have arrived.
    reading: usize,
    /// A rank that takes part no more.
    ended: Option<usize>,
}

impl Meeting {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Brings the numbers of a rank, waits for those of all others, and hands them to `read`.
    fn exchange<T>(
        &self,
        rank: usize,
        mine: &[f64],
        read: impl FnOnce(&[Vec<f64>]) -> T,
    ) -> Result<T, CommunicatorError> {
        let mut state = self.lock();
        // Others are still reading what the last exchange brought.
        while state.reading > 0 {
            state = self.wait(state);
        }
        state.numbers[rank].clear();
        state.numbers[rank].extend_from_slice(mine);
        state.arrived += 1;
        if state.arrived == state.numbers.len() {
            state.arrived = 0;
            state.reading = state.numbers.len();
            self.changed.notify_all();
        }
        while state.reading == 0 {
            if let Some(ended) = state.ended {
                let message = std::format!("rank {ended} has ended, and exchanges no more numbers");
                return Err(CommunicatorError::new(message));
            }
            state = self.wait(state);
        }
        let result = read(&state.numbers);
        state.reading -= 1;
        if state.reading == 0 {
            self.changed.notify_all();
        }
        Ok(result)
    }
}

impl Drop for World<'_> {
    fn drop(&mut self) {
        self.meeting.lock().ended.get_or_insert(self.rank);
        self.meeting.changed.notify_all();
    }
}

impl Communicator for World<'_> {
    fn rank(&self) -> usize {
        self.rank
    }
    fn size(&self) -> usize {
        self.size
    }
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        self.meeting.exchange(self.rank, mine, |numbers| {
            let mut rest = &mut *all;
            for (rank, (numbers, &count)) in numbers.iter().zip(counts).enumerate() {
                if numbers.len() != count {
                    let brought = numbers.len();
                    return Err(CommunicatorError::new(std::format!(
                        "rank {rank} has brought {brought} numbers, but rank {} expects {count}: do all ranks make the \
                         same calls in the same order?",
                        self.rank
                    )));
                }
                let (these, others) = rest.split_at_mut(count);
                these.copy_from_slice(numbers);
                rest = others;
            }
            Ok(())
        })?
    }
    fn all_reduce_sum(&self, sums: &mut [f64]) -> Result<(), CommunicatorError> {
        let mine = sums.to_vec();
        self.meeting.exchange(self.rank, &mine, |numbers| {
            sums.fill(0.0);
            for numbers in numbers {
                if numbers.len() != sums.len() {
                    return Err(CommunicatorError::new(
                        "the ranks have brought different numbers of sums: do all make the same calls in the same order?",
                    ));
                }
                for (sum, number) in sums.iter_mut().zip(numbers) {
                    *sum += number;
                }
            }
            Ok(())
        })?
    }
}
