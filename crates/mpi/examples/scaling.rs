//! What a rank pays: processor time for its rows, bytes, and microseconds of the exchange.
//!
//! ```sh
//! for ranks in 1 2 4; do mpirun -n $ranks target/release/examples/scaling; done
//! ```
//!
//! On Linux, whose `/proc` tells a thread's time on a core; that is the same on a machine that is busy with other things.

use monograd::prelude::*;
use monograd::rows::distributed::{Communicator, CommunicatorError, DistributedError, shard};
use std::cell::Cell;
use std::time::Instant;

func! {
    fn error(w: [R; 20], b; x: [R; 20], y) { (1 + (-y * (w.dot(x) + b)).exp()).ln() }
}

/// Milliseconds of this thread on a core.
fn on_core() -> f64 {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    let nanoseconds = times
        .split(' ')
        .next()
        .and_then(|time| time.parse::<f64>().ok());
    nanoseconds.expect("a number") / 1e6
}

/// The fastest of several calls, in microseconds: the others had to wait for a core.
fn fastest(calls: usize, mut call: impl FnMut()) -> f64 {
    let times = (0..calls).map(|_| {
        let start = Instant::now();
        call();
        start.elapsed().as_secs_f64() * 1e6
    });
    times.fold(f64::INFINITY, f64::min)
}

/// Counts the bytes that a rank sends and receives.
struct Counting<'w, C>(&'w C, Cell<[usize; 2]>);

impl<C: Communicator> Communicator for Counting<'_, C> {
    fn rank(&self) -> usize {
        self.0.rank()
    }
    fn size(&self) -> usize {
        self.0.size()
    }
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        self.1.set([8 * mine.len(), 8 * all.len()]);
        self.0.all_gather(mine, counts, all)
    }
    fn all_reduce_sum(&self, numbers: &mut [f64]) -> Result<(), CommunicatorError> {
        self.1.set([8 * numbers.len(); 2]);
        self.0.all_reduce_sum(numbers)
    }
}

fn main() {
    let rows = 1_000_000;
    monograd_mpi::run(|world| {
        let (rank, size) = (world.rank(), world.size());
        let my_rows: Vec<([f64; 20], f64)> = shard(rows, rank, size)
            .map(|i| (std::array::from_fn(|j| ((i + j) as f64).sin()), 1.0))
            .collect();
        let (x, mut gradient) = ([0.1; 21], [0.0; 21]);

        let local = error.over(&my_rows);
        let start = on_core();
        for _ in 0..5 {
            local
                .value_and_gradient_into(&x, &mut gradient)
                .expect("21 inputs");
        }
        let local = (on_core() - start) / 5.0;

        let counting = Counting(world, Cell::default());
        let loss = error.over(&my_rows).mean().on(&counting)?;
        loss.value_and_gradient(&x, &mut gradient)?;
        let [sent, received] = counting.1.get();
        println!(
            "ranks {size} rank {rank}: {local:.2} ms CPU, sends {sent} B, receives {received} B a call"
        );

        // What the exchange takes, without rows of which some ranks have more than others.
        let empty = error.over::<f64>(&[]).on(world)?;
        let protocol = fastest(2_000, || {
            empty.value_and_gradient(&x, &mut gradient).expect("zeros");
        });
        for numbers in [22, 338] {
            let mut sums = vec![1.0; numbers];
            let reduce = fastest(2_000, || world.all_reduce_sum(&mut sums).expect("sums"));
            // Eight subtrees a rank.
            let mine = vec![1.0; 8 * numbers];
            let (counts, mut all) = (vec![mine.len(); size], vec![0.0; mine.len() * size]);
            let gather = fastest(2_000, || {
                world.all_gather(&mine, &counts, &mut all).expect("all")
            });
            if rank == 0 {
                println!(
                    "ranks {size}: {numbers} numbers: all-reduce {reduce:.1} µs, all-gather of 8 sums a rank {gather:.1} µs, \
                     evaluation of no rows {protocol:.1} µs"
                );
            }
        }
        Ok::<_, DistributedError>(())
    });
}
