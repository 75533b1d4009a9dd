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
    fn wide(w: [R; 337]; x: [R; 337]) { w.dot(x).square() }
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

/// The least of what several calls take, after one that is not counted.
fn least(calls: usize, clock: impl Fn() -> f64, mut call: impl FnMut()) -> f64 {
    call();
    let times = (0..calls).map(|_| {
        let start = clock();
        call();
        clock() - start
    });
    times.fold(f64::INFINITY, f64::min)
}

/// Microseconds that a call takes, waiting included.
fn fastest(calls: usize, call: impl FnMut()) -> f64 {
    let start = Instant::now();
    least(calls, || start.elapsed().as_secs_f64() * 1e6, call)
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

/// A thousand ranks, of which the others answer at once: they have 250,880 rows each, whose sums are 0, and this one none.
struct Thousand(Cell<usize>);

impl Communicator for Thousand {
    fn rank(&self) -> usize {
        0
    }
    fn size(&self) -> usize {
        1_000
    }
    fn all_gather(
        &self,
        mine: &[f64],
        counts: &[usize],
        all: &mut [f64],
    ) -> Result<(), CommunicatorError> {
        let mut rest = &mut *all;
        for (rank, &count) in counts.iter().enumerate() {
            let (of_rank, others) = rest.split_at_mut(count);
            let same = count.min(mine.len());
            of_rank[..same].copy_from_slice(&mine[..same]);
            // What `on` compares begins with the number of rows.
            if self.0.get() == 0 && rank > 0 {
                of_rank[0] = 250_880.0;
            }
            rest = others;
        }
        self.0.set(8 * all.len());
        Ok(())
    }
    fn all_reduce_sum(&self, _: &mut [f64]) -> Result<(), CommunicatorError> {
        Ok(())
    }
}

/// What a rank of a thousand computes beside its rows.
fn of_a_thousand(numbers: usize, mut evaluate: impl FnMut(), world: &Thousand) {
    // A thread's time on a core is told in steps of some milliseconds.
    let hundred = || (0..100).for_each(|_| evaluate());
    let time = 10.0 * least(5, on_core, hundred);
    let received = world.0.get();
    println!(
        "1,000 ranks: {numbers} numbers: receives {received} B a call, {time:.0} µs CPU to add them"
    );
}

/// The same for a regression with 21 parameters, and for a network with 337.
fn thousand() {
    let world = Thousand(Cell::new(0));
    let loss = error.over::<f64>(&[]).on(&world).expect("zeros");
    let mut gradient = vec![0.0; 337];
    let evaluate = || drop(loss.value_and_gradient(&[0.1; 21], &mut gradient[..21]));
    of_a_thousand(22, evaluate, &world);
    let world = Thousand(Cell::new(0));
    let loss = wide.over::<f64>(&[]).on(&world).expect("zeros");
    let evaluate = || drop(loss.value_and_gradient(&[0.1; 337], &mut gradient));
    of_a_thousand(338, evaluate, &world);
}

fn main() {
    let rows = 1_000_000;
    monograd_mpi::run(|world| {
        let (rank, size) = (world.rank(), world.size());
        if size == 1 {
            thousand();
        }
        let my_rows: Vec<([f64; 20], f64)> = shard(rows, rank, size)
            .map(|i| (std::array::from_fn(|j| ((i + j) as f64).sin()), 1.0))
            .collect();
        let (x, mut gradient) = ([0.1; 21], [0.0; 21]);

        let local = error.over(&my_rows);
        let for_rows = least(40, on_core, || {
            local
                .value_and_gradient_into(&x, &mut gradient)
                .expect("21 inputs");
        });
        let counting = Counting(world, Cell::default());
        let loss = error.over(&my_rows).mean().on(&counting)?;
        let in_all = least(40, on_core, || {
            loss.value_and_gradient(&x, &mut gradient).expect("finite");
        });
        let [sent, received] = counting.1.get();
        println!(
            "ranks {size} rank {rank}: {for_rows:.2} ms CPU for the rows, {in_all:.2} ms with the exchange and waiting; sends \
             {sent} B, receives {received} B a call"
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
