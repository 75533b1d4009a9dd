//! Sums over ranks: the bits of one machine, and failures that every rank hears of. The ranks are threads here; the crate
//! `monograd-mpi` runs the same over processes.
#![cfg(feature = "std")]

use monograd::drivers::{EvaluationError, LengthError};
use monograd::prelude::*;
use monograd::rows::distributed::{
    Alone, Communicator, CommunicatorError, DistributedError, agree, shard, threads,
};

func! {
    fn logistic(w: [R; 3], b; x: [R; 3], y) { (1 + (-y * (w.dot(x) + b)).exp()).ln() }
    fn size(w: [R; 3], b) { 0.01 * (w.dot(w) + b * b) }

    /// More inputs than are kept on the stack.
    fn wide(w: [R; 600]; x: [R; 600], y) { (w.dot(x) - y).square().square() }

    fn decay(rate, scale; t, y) { scale * (-rate * t).exp() - y }
    fn two(a, b, c; t, y) { [a * t.sin() + c - y, b * t - c * y] }

    fn logarithm(a, b; x) { a * x.ln() + b }
}

/// Numbers between −1 and 1 that look random.
fn number(i: usize) -> f64 {
    let mut z = (i as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
}

fn logistic_row(i: usize) -> ([f64; 3], f64) {
    let x = [3 * i, 3 * i + 1, 3 * i + 2].map(number);
    (x, (x[0] - x[1] + 0.3 * number(i)).signum())
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// The bits of the value, the value again, the gradient, and a Hessian–vector product.
fn everything(objective: &dyn Objective<f64>, x: &[f64]) -> Result<Vec<u64>, EvaluationError> {
    let n = objective.dimension();
    let v: Vec<_> = (0..n).map(|i| number(i + 99)).collect();
    let (mut gradient, mut product) = (vec![7.0; n], vec![7.0; n]);
    let mut all = vec![objective.value_at(x)?];
    all.push(objective.value_and_gradient_at(x, &mut gradient)?);
    objective.hvp_at(x, &v, &mut product)?;
    all.extend(gradient);
    all.extend(product);
    Ok(bits(&all))
}

#[test]
fn the_bits_are_those_of_one_machine() {
    let x = [0.3, -0.7, 0.1, 0.2];
    for count in [1, 31, 255, 256, 257, 1_000, 2_048, 5_000, 10_001] {
        let rows: Vec<_> = (0..count).map(logistic_row).collect();
        let loss = logistic.over(&rows).mean().plus(size);
        let alone = everything(&loss.objective::<f64>(), &x).expect("finite");
        #[cfg(feature = "rayon")]
        assert_eq!(
            everything(&loss.in_parallel().objective::<f64>(), &x),
            Ok(alone.clone())
        );
        assert_eq!(
            everything(&loss.on(&Alone).expect("one rank"), &x),
            Ok(alone.clone())
        );
        for ranks in 1..=6 {
            let all = threads::run(ranks, |world| {
                let mine = &rows[shard(count, world.rank(), ranks)];
                let loss = logistic.over(mine).mean().plus(size).on(world)?;
                assert_eq!(loss.len(), count);
                everything(&loss, &x)
            });
            assert!(
                all.iter().all(|bits| *bits == Ok(alone.clone())),
                "{count} rows on {ranks}"
            );
        }
    }
}

/// Shards of any number of chunks, and sums rather than means.
#[test]
fn where_the_shards_end_does_not_matter() {
    let x = [0.3, -0.7, 0.1, 0.2];
    let rows: Vec<_> = (0..3_333).map(logistic_row).collect();
    let alone = everything(&logistic.over(&rows).objective::<f64>(), &x);
    for ends in [
        [0, 0, 3_333],
        [256, 2_816, 3_333],
        [3_072, 3_333, 3_333],
        [512, 512, 3_333],
    ] {
        let all = threads::run(3, |world| {
            let rank = world.rank();
            let start = rank.checked_sub(1).map_or(0, |before| ends[before]);
            everything(&logistic.over(&rows[start..ends[rank]]).on(world)?, &x)
        });
        assert!(all.iter().all(|bits| *bits == alone), "{ends:?}");
    }
}

#[test]
fn columns_and_single_precision_are_rows_like_others() {
    let rows: Vec<[f32; 2]> = (0..1_500).map(|i| [number(i) as f32, 0.5]).collect();
    let (t, y): (Vec<f64>, Vec<f64>) = (0..1_500).map(|i| (number(i), 0.25)).unzip();
    let square = func!(|rate, scale; t, y| (scale * (-rate * t).exp() - y).square());
    let x = [0.4, 1.2];
    let of_rows = everything(&square.over(&rows).objective::<f64>(), &x);
    let columns = square.over_columns([&t, &y]).expect("columns");
    let of_columns = everything(&columns.objective::<f64>(), &x);
    let all = threads::run(3, |world| {
        let mine = shard(1_500, world.rank(), 3);
        let columns = square.over_columns([&t[mine.clone()], &y[mine.clone()]]);
        Ok::<_, DistributedError>((
            everything(&square.over(&rows[mine]).on(world)?, &x),
            everything(&columns.expect("columns").on(world)?, &x),
        ))
    });
    for result in all {
        let (rows, columns) = result.expect("shards");
        assert_eq!((&rows, &columns), (&of_rows, &of_columns));
    }
}

#[test]
fn many_inputs_are_summed_in_memory_in_the_same_order() {
    let rows: Vec<([f64; 600], f64)> = (0..1_100)
        .map(|i| (std::array::from_fn(|j| number(600 * i + j)), number(i)))
        .collect();
    let x: Vec<_> = (0..600).map(|i| 0.1 * number(i)).collect();
    let alone = everything(&wide.over(&rows).mean().objective::<f64>(), &x);
    for ranks in [1, 2, 3, 5] {
        let all = threads::run(ranks, |world| {
            let mine = &rows[shard(rows.len(), world.rank(), ranks)];
            everything(&wide.over(mine).mean().on(world)?, &x)
        });
        assert!(all.iter().all(|bits| *bits == alone), "{ranks}");
    }
}

#[test]
fn normal_equations_are_those_of_one_machine() {
    let rows: Vec<_> = (0..2_900).map(|i| [number(i), number(2 * i)]).collect();
    let (one, several) = ([0.3, 1.5], [0.3, -0.2, 1.1]);
    let alone = decay.over(&rows).normal_equations(&one);
    let two_alone = two.over(&rows).normal_equations(&several);
    for ranks in 1..=5 {
        let all = threads::run(ranks, |world| {
            let mine = &rows[shard(rows.len(), world.rank(), ranks)];
            let equations = decay.over(mine).on(world)?.normal_equations(&one)?;
            Ok::<_, DistributedError>((
                equations,
                two.over(mine).on(world)?.normal_equations(&several)?,
            ))
        });
        for result in all {
            assert_eq!(result, Ok((alone, two_alone)));
        }
    }
    let unordered = threads::run(3, |world| {
        let mine = &rows[shard(rows.len(), world.rank(), 3)];
        decay.over(mine).on_unordered(world)?.normal_equations(&one)
    });
    let equations = unordered[2].as_ref().expect("equations");
    assert!((equations.jtj[0][1] / alone.jtj[1][0] - 1.0).abs() < 1e-12);
}

#[test]
fn any_order_differs_by_rounding_alone() {
    let rows: Vec<_> = (0..5_000).map(logistic_row).collect();
    let x = [0.3, -0.7, 0.1, 0.2];
    let loss = logistic.over(&rows).mean().plus(size).objective::<f64>();
    let mut slopes = [0.0; 4];
    let value = loss.value_and_gradient_at(&x, &mut slopes).expect("finite");
    // No shard is a multiple of 256.
    let ends = [0, 1_000, 1_001, 1_001, 5_000];
    let all = threads::run(4, |world| {
        let mine = &rows[ends[world.rank()]..ends[world.rank() + 1]];
        let loss = logistic.over(mine).mean().plus(size).on_unordered(world)?;
        let mut gradient = [0.0; 4];
        Ok::<_, DistributedError>((loss.value_and_gradient(&x, &mut gradient)?, gradient))
    });
    for result in &all {
        let (of_all, gradient) = result.as_ref().expect("finite");
        assert!((of_all / value - 1.0).abs() < 1e-13);
        assert!((0..4).all(|i| (gradient[i] - slopes[i]).abs() < 1e-14));
        assert_eq!(result, &all[0]);
    }
}

/// Every rank gets the same error, and what it has written stays.
fn error_of<T: Send + std::fmt::Debug>(
    ranks: usize,
    rank: impl Fn(&threads::World<'_>) -> Result<T, DistributedError> + Sync,
) -> DistributedError {
    let mut all = threads::run(ranks, rank)
        .into_iter()
        .map(|result| result.expect_err("an error"));
    let first = all.next().expect("a rank");
    assert!(all.all(|error| error == first));
    first
}

/// The sum over the ranks, in one of the two orders.
macro_rules! on {
    ($over:expr, $world:expr, $is_ordered:expr) => {{
        let over = $over;
        if $is_ordered {
            over.on($world)?
        } else {
            over.on_unordered($world)?
        }
    }};
}

#[test]
fn a_row_that_is_not_finite_is_named_on_every_rank() {
    let mut rows: Vec<_> = (0..2_000).map(|i| [2.0 + number(i)]).collect();
    rows[1_234] = [0.0];
    rows[1_900] = [-1.0];
    for (ranks, rank, row) in [(1, 0, 1_234), (2, 1, 210), (3, 1, 722), (8, 4, 210)] {
        for is_ordered in [true, false] {
            let mine = |world: &threads::World<'_>| &rows[shard(2_000, world.rank(), ranks)];
            let expected = DistributedError::NotFinite {
                rank,
                row,
                position: 1_234,
            };
            assert_eq!(
                error_of(ranks, |world| on!(
                    logarithm.over(mine(world)),
                    world,
                    is_ordered
                )
                .value(&[1.0, 0.0])),
                expected
            );
            let refused = error_of(ranks, |world| {
                let mut gradient = [7.0; 2];
                let result = on!(logarithm.over(mine(world)), world, is_ordered)
                    .value_and_gradient(&[1.0, 0.0], &mut gradient);
                assert_eq!(gradient, [7.0; 2]);
                result
            });
            assert_eq!(refused, expected);
            let refused = error_of(ranks, |world| {
                on!(logarithm.over(mine(world)), world, is_ordered).hvp(
                    &[1.0, 0.0],
                    &[1.0, 0.0],
                    &mut [0.0; 2],
                )
            });
            assert_eq!(refused, expected);
            let refused = error_of(ranks, |world| {
                on!(logarithm.over(mine(world)), world, is_ordered).normal_equations(&[1.0, 0.0])
            });
            assert_eq!(refused, expected);
        }
    }
    // The number of a row among some is that in the data set.
    let some: Vec<usize> = (0..600).map(|i| i + 1_000).collect();
    let refused = error_of(2, |world| {
        let mine = &some[shard(600, world.rank(), 2)];
        logarithm
            .over(&rows)
            .rows(mine)
            .on(world)?
            .value(&[1.0, 0.0])
    });
    let expected = DistributedError::NotFinite {
        rank: 0,
        row: 1_234,
        position: 234,
    };
    assert_eq!(refused, expected);
}

#[test]
fn sums_that_overflow_are_told() {
    let large = func!(|a; x| a * x);
    let rows = vec![[1e308]; 512];
    let sum =
        |rows: &[[f64; 1]], world: &threads::World<'_>| large.over(rows).on(world)?.value(&[1.0]);
    assert_eq!(
        error_of(2, |world| sum(&rows[shard(512, world.rank(), 2)], world)),
        DistributedError::SumNotFinite { rank: 0 }
    );
    let rows = vec![[5e305]; 512];
    assert_eq!(
        error_of(2, |world| sum(&rows[shard(512, world.rank(), 2)], world)),
        DistributedError::ResultNotFinite
    );
    assert_eq!(sum_of_none(), DistributedError::ResultNotFinite);
}

/// The mean over no rows.
fn sum_of_none() -> DistributedError {
    let large = func!(|a; x| a * x);
    error_of(2, |world| {
        large.over::<f64>(&[]).mean().on(world)?.value(&[1.0])
    })
}

#[test]
fn a_rank_that_panics_is_named_on_every_rank() {
    let rows: Vec<_> = (0..1_000).map(|i| [2.0 + number(i)]).collect();
    let mut mine: [Vec<usize>; 2] = [(0..512).collect(), (512..1_000).collect()];
    mine[1][100] = 4_000;
    for is_ordered in [true, false] {
        let refused = error_of(2, |world| {
            let over = logarithm.over(&rows).rows(&mine[world.rank()]);
            let sum = on!(over, world, is_ordered);
            sum.value_and_gradient(&[1.0, 0.0], &mut [0.0; 2])
        });
        let row = Some(4_000);
        assert_eq!(refused, DistributedError::Panicked { rank: 1, row });
    }
}

#[test]
fn ranks_that_do_not_fit_together_are_named() {
    let rows: Vec<_> = (0..1_000).map(|i| [2.0 + number(i)]).collect();
    let mine = |world: &threads::World<'_>| &rows[shard(1_000, world.rank(), world.size())];
    let refused = error_of(3, |world| {
        let rows = if world.rank() == 1 {
            &rows[..100]
        } else {
            &rows[..256]
        };
        logarithm.over(rows).on(world).map(|_| ())
    });
    assert_eq!(refused, DistributedError::Shard { rank: 1, rows: 100 });
    let refused = error_of(3, |world| {
        let over = logarithm.over(mine(world));
        (if world.rank() == 2 { over.mean() } else { over })
            .on(world)
            .map(|_| ())
    });
    assert_eq!(refused, DistributedError::Function { rank: 2 });

    for is_ordered in [true, false] {
        let refused = error_of(3, |world| {
            let x = [1.0, if world.rank() == 1 { 0.25 } else { 0.0 }];
            on!(logarithm.over(mine(world)), world, is_ordered).value(&x)
        });
        assert_eq!(refused, DistributedError::Point { rank: 1 });
        let refused = error_of(3, |world| {
            let x = vec![1.0; if world.rank() == 2 { 3 } else { 2 }];
            on!(logarithm.over(mine(world)), world, is_ordered).value(&x)
        });
        let error = LengthError {
            argument: "point",
            expected: 2,
            actual: 3,
        };
        assert_eq!(refused, DistributedError::Length { rank: 2, error });
        let refused = error_of(3, |world| {
            let mut out = vec![0.0; if world.rank() == 0 { 1 } else { 2 }];
            on!(logarithm.over(mine(world)), world, is_ordered).hvp(&[1.0; 2], &[1.0; 2], &mut out)
        });
        let error = LengthError {
            argument: "product",
            expected: 2,
            actual: 1,
        };
        assert_eq!(refused, DistributedError::Length { rank: 0, error });
    }
}

#[test]
fn a_rank_that_has_ended_is_no_wait_for_ever() {
    let rows: Vec<_> = (0..1_000).map(|i| [2.0 + number(i)]).collect();
    let results = threads::run(3, |world| {
        let loss = logarithm
            .over(&rows[shard(1_000, world.rank(), 3)])
            .on(world)?;
        if world.rank() == 1 {
            return Ok(0.0);
        }
        loss.value(&[1.0, 0.0])
    });
    let message = "rank 1 has ended, and exchanges no more numbers";
    let expected = Err(DistributedError::Communicator(CommunicatorError::new(
        message,
    )));
    assert_eq!(results, [expected.clone(), Ok(0.0), expected]);

    // A call of another kind: threads see that the numbers do not fit.
    let results = threads::run(2, |world| {
        let loss = logarithm
            .over(&rows[shard(1_000, world.rank(), 2)])
            .on(world)?;
        if world.rank() == 1 {
            return loss.value(&[1.0, 0.0]);
        }
        loss.value_and_gradient(&[1.0, 0.0], &mut [0.0; 2])
    });
    assert!(
        results
            .iter()
            .all(|result| matches!(result, Err(DistributedError::Communicator(_))))
    );
}

#[test]
#[should_panic(expected = "rank 2 is out")]
fn a_panic_between_exchanges_ends_the_run() {
    threads::run(3, |world| {
        assert!(world.rank() != 2, "rank 2 is out");
        world.all_reduce_sum(&mut [1.0])
    });
}

#[test]
fn all_agree_whether_all_have_succeeded() {
    let all = threads::run(3, |world| agree(world, Ok::<_, String>(world.rank())));
    assert_eq!(all, [Ok(0), Ok(1), Ok(2)]);
    let error = error_of(4, |world| {
        let rank = world.rank();
        agree(
            world,
            if rank % 2 == 1 {
                Err(format!("no file für {rank}"))
            } else {
                Ok(())
            },
        )
    });
    assert_eq!(error.to_string(), "rank 1: no file für 1");
}

#[test]
fn shards_are_all_rows_in_order() {
    for rows in [0, 1, 255, 256, 257, 5_000, 1_000_000] {
        for size in 1..20 {
            let mut next = 0;
            let mut lengths = vec![];
            for rank in 0..size {
                let shard = shard(rows, rank, size);
                assert_eq!(shard.start, next);
                assert!(shard.start.is_multiple_of(256) || shard.is_empty());
                next = shard.end;
                lengths.push(shard.len().div_ceil(256));
            }
            assert_eq!(next, rows);
            assert!(lengths.iter().max().unwrap() - lengths.iter().min().unwrap() <= 1);
        }
    }
    assert_eq!(shard(usize::MAX, 999, 1_000).end, usize::MAX);
}

/// The failure of another rank comes through what solvers see.
#[test]
fn an_objective_hands_the_error_on() {
    let rows = [[1.0], [0.0]];
    let world: &dyn Communicator = &Alone;
    let loss = logarithm.over(&rows).on(world).expect("one rank");
    let objective: &dyn Objective<f64> = &loss;
    let error = objective.cached().value_at(&[1.0, 0.0]).expect_err("ln 0");
    let expected = DistributedError::NotFinite {
        rank: 0,
        row: 1,
        position: 1,
    };
    assert_eq!(error.downcast_ref(), Some(&expected));
}

#[cfg(feature = "nn")]
#[test]
fn optimisers_take_the_same_steps_on_any_number_of_ranks() {
    use monograd::nn::Optimizer;
    let rows: Vec<_> = (0..3_000).map(logistic_row).collect();
    let fit = |objective: &dyn Objective<f64>| {
        let mut optimizer = Optimizer::adam(0.05);
        let (mut x, mut gradient) = ([0.0; 4], [0.0; 4]);
        for _ in 0..60 {
            objective.value_and_gradient_at(&x, &mut gradient)?;
            optimizer.update(&mut x, &gradient).expect("a step");
        }
        Ok::<_, EvaluationError>(bits(&x))
    };
    let loss = logistic.over(&rows).mean().plus(size);
    let alone = fit(&loss.objective::<f64>());
    assert!(f64::from_bits(alone.as_ref().expect("a fit")[0]) > 1.0);
    for ranks in 1..=4 {
        let all = threads::run(ranks, |world| {
            let mine = &rows[shard(3_000, world.rank(), ranks)];
            fit(&logistic.over(mine).mean().plus(size).on(world)?)
        });
        assert!(all.iter().all(|bits| *bits == alone), "{ranks}");
    }
}
