//! What it saves that cost and gradient at one point are one evaluation: argmin's L-BFGS fits a logistic regression of
//! 50,000 rows of 20 numbers, with `cached` and without.
//!
//! ```sh
//! cargo run --release -p monograd-solvers --features argmin --example one_evaluation
//! ```

use argmin::core::{CostFunction, Error, Executor, Gradient, State};
use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
use monograd::prelude::*;
use monograd_solvers::argmin::Problem;
use monograd_solvers::prelude::*;
use std::fs;
use std::time::{Duration, Instant};

func! {
    /// Minus the log likelihood of a label, 1 or −1.
    fn error(w: [R; 20], b; x: [R; 20], label) { (-label * (w.dot(x) + b)).softplus() }
    /// Keeps the weights finite where the labels can be separated.
    fn size(w: [R; 20], b) { 1e-3 * (w.norm_squared() + b * b) }
}

/// The time that this thread has computed, which other programs do not lengthen; where the system does not say, the time that has passed.
fn computed(since: Instant) -> Duration {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = statistics.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// A fit: the weights, how many iterations it took, and the time.
fn fit<P>(problem: P) -> Result<(Vec<f64>, u64, Duration), Error>
where
    P: CostFunction<Param = Vec<f64>, Output = f64>
        + Gradient<Param = Vec<f64>, Gradient = Vec<f64>>,
{
    let clock = Instant::now();
    let start = computed(clock);
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), 7).with_tolerance_grad(1e-8)?;
    let result = Executor::new(problem, solver)
        .configure(|state| state.param(vec![0.0; 21]).max_iters(40))
        .run()?;
    let time = computed(clock) - start;
    let best = result.state().get_best_param().cloned().unwrap_or_default();
    Ok((best, result.state().get_iter(), time))
}

fn main() -> Result<(), Error> {
    // Numbers between −1 and 1, the same in each run.
    let mut state = 1_u64;
    let mut random = || {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    let rows: Vec<([f64; 20], f64)> = (0..50_000)
        .map(|_| {
            let x: [f64; 20] = std::array::from_fn(|_| random());
            let score: f64 = x
                .iter()
                .enumerate()
                .map(|(i, x)| (i as f64 - 9.5) * x / 5.0)
                .sum();
            (
                x,
                if score + 2.0 * random() > 0.0 {
                    1.0
                } else {
                    -1.0
                },
            )
        })
        .collect();
    let loss = error.over(&rows).mean().plus(size);

    for round in 1..=3 {
        let (two, iterations, slow) = fit(Problem::new(loss.objective()))?;
        let (one, _, fast) = fit(loss.objective().argmin())?;
        assert_eq!(one, two, "the same bits");
        println!(
            "round {round}: {iterations} iterations; without the cache {slow:.1?}, with it {fast:.1?}: {:.2} of it",
            fast.as_secs_f64() / slow.as_secs_f64()
        );
    }
    Ok(())
}
