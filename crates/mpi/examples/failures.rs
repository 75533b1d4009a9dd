//! What each rank hears if one of them fails: every rank prints the same lines.

use monograd::prelude::*;
use monograd::rows::distributed::{Communicator, DistributedError, agree, shard};

func! {
    fn logarithm(a; x) { a * x.ln() }
}

fn main() {
    monograd_mpi::run(|world| {
        let (rank, size) = (world.rank(), world.size());
        let say = |error: DistributedError| println!("rank {rank} hears: {error}");

        // The last rank cannot read its file.
        let read = if rank + 1 == size {
            Err("no such file")
        } else {
            Ok(())
        };
        agree(world, read).map_or_else(say, |()| println!("nothing failed"));

        // A row is 0, and its logarithm infinite.
        let mut my_rows: Vec<_> = shard(10_000, rank, size)
            .map(|i| [1.0 + i as f64])
            .collect();
        if rank + 1 == size {
            my_rows[100] = [0.0];
        }
        let sum = logarithm.over(&my_rows).on(world)?;
        sum.value(&[1.0])
            .map_or_else(say, |value| println!("nothing failed: {value}"));

        // A row that is not there is read.
        my_rows.iter_mut().for_each(|row| *row = [1.0]);
        let numbers: Vec<usize> = (0..my_rows.len())
            .map(|i| i + usize::from(rank + 1 == size))
            .collect();
        let sum = logarithm.over(&my_rows).rows(&numbers).on(world)?;
        sum.value(&[1.0])
            .map_or_else(say, |value| println!("nothing failed: {value}"));

        // And all go on.
        let value = logarithm.over(&my_rows).on(world)?.value(&[1.0])?;
        println!("rank {rank} goes on: {value}");
        Ok::<_, DistributedError>(())
    });
}
