//! Logistic regression of a million rows of 20 features, on any number of ranks: every number of ranks prints the same
//! bits.
//!
//! ```sh
//! mpirun -n 4 target/release/examples/logistic
//! target/release/examples/logistic --alone     # one machine, without MPI
//! ```
//!
//! `--rows N` and `--steps N` set the size; `--unordered` adds in any order, so that the last bits differ.

use monograd::drivers::EvaluationError;
use monograd::prelude::*;
use monograd::rows::distributed::{Communicator, shard};
use std::ops::Range;

const FEATURES: usize = 20;

func! {
    fn error(w: [R; 20], b; x: [R; 20], y) { (1 + (-y * (w.dot(x) + b)).exp()).ln() }
    fn size(w: [R; 20], b) { 1e-4 * (w.dot(w) + b * b) }
}

/// A number between −1 and 1, by a hash of its own (splitmix64).
fn uniform(i: usize) -> f64 {
    let mut z = (i as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
}

/// A row from its number alone, so that each rank computes its own: features, and a label ±1 from weights (j − 9.5) / 10
/// and noise.
fn row(i: usize) -> ([f64; FEATURES], f64) {
    let x = std::array::from_fn(|j| uniform(i * (FEATURES + 1) + j));
    let noise = uniform(i * (FEATURES + 1) + FEATURES);
    let logit: f64 = (0..FEATURES).map(|j| (j as f64 - 9.5) / 10.0 * x[j]).sum();
    (x, if logit + noise > 0.0 { 1.0 } else { -1.0 })
}

fn rows(numbers: Range<usize>) -> Vec<([f64; FEATURES], f64)> {
    numbers.map(row).collect()
}

/// Gradient descent with momentum.
fn descend(
    loss: &dyn Objective<f64>,
    steps: usize,
) -> Result<(f64, [f64; FEATURES + 1]), EvaluationError> {
    let mut x = [0.0; FEATURES + 1];
    let (mut gradient, mut velocity) = (x, x);
    for _ in 0..steps {
        loss.value_and_gradient_at(&x, &mut gradient)?;
        for i in 0..x.len() {
            velocity[i] = 0.9 * velocity[i] - 0.5 * gradient[i];
            x[i] += velocity[i];
        }
    }
    Ok((loss.value_at(&x)?, x))
}

/// One line, with a hash of all bits.
fn show((value, x): (f64, [f64; FEATURES + 1])) {
    let bits = x.iter().chain([&value]).fold(0_u64, |hash, number| {
        (hash.rotate_left(7) ^ number.to_bits()).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    });
    println!(
        "loss {value:?} weights {:.4} … {:.4} bits {bits:016x}",
        x[0], x[19]
    );
}

fn main() -> Result<(), EvaluationError> {
    let arguments: Vec<String> = std::env::args().collect();
    let is_given = |name: &str| arguments.iter().any(|argument| argument == name);
    let number = |name: &str, default| {
        let at = arguments.iter().position(|argument| argument == name);
        let value = at.and_then(|at| arguments.get(at + 1));
        value.map_or(default, |value| value.parse().expect("a number"))
    };
    let (total, steps) = (number("--rows", 1_000_000), number("--steps", 20));

    if is_given("--alone") {
        let rows = rows(0..total);
        show(descend(
            &error.over(&rows).mean().plus(size).objective(),
            steps,
        )?);
        return Ok(());
    }
    monograd_mpi::run(|world| {
        let my_rows = rows(shard(total, world.rank(), world.size()));
        let loss = error.over(&my_rows).mean().plus(size);
        let loss = if is_given("--unordered") {
            loss.on_unordered(world)?
        } else {
            loss.on(world)?
        };
        let fit = descend(&loss, steps)?;
        if world.rank() == 0 {
            show(fit);
        }
        Ok::<_, EvaluationError>(())
    });
    Ok(())
}
