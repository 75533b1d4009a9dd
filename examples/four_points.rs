//! The lecture's first network: MLP(3, [4, 4, 1]) learns four points by plain gradient descent; and what a forgotten
//! `zero_grad` and too high a rate do to it.

use indicatif::ProgressIterator;
use monograd::nn::{Activation, Init, Mlp, Module, squared_error};
use monograd::prelude::*;

const XS: [[f64; 3]; 4] = [
    [2.0, 3.0, -1.0],
    [3.0, -1.0, 0.5],
    [0.5, 1.0, 1.0],
    [1.0, 1.0, -1.0],
];
const YS: [f64; 4] = [1.0, -1.0, -1.0, 1.0];
pub const SEEDS: u64 = 500;

fn main() {
    let tape = Tape::new();
    let model = network(&tape, 1337);
    println!("{model}\n{} parameters", model.parameter_count());
    for (step, loss) in train(&tape, &model, 20, 0.1, true).into_iter().enumerate() {
        println!("{step} {loss:.6}");
    }
    for (x, y) in XS.iter().zip(YS) {
        println!(
            "{x:?} is {y:>2}, predicted {:.4}",
            model.forward(x)[0].data()
        );
    }

    println!("\nthe last loss of 20 steps, from {SEEDS} seeds:");
    println!("at a rate of 0.1            {}", summary(0.1, true));
    println!("at a rate of 0.5            {}", summary(0.5, true));
    println!("at 0.1, without zero_grad   {}", summary(0.1, false));
}

/// The lecture's network: tanh on every layer, weights and biases from U(−1, 1).
pub fn network(tape: &Tape<f64>, seed: u64) -> Mlp<'_, f64> {
    let layers = Mlp::build(3).layers(&[4, 4, 1], Activation::Tanh);
    layers.biases(Init::Uniform(1.0)).on(tape, seed)
}

/// The loss before each step, and after the last.
pub fn train(
    tape: &Tape<f64>,
    model: &Mlp<'_, f64>,
    steps: usize,
    rate: f64,
    clears: bool,
) -> Vec<f64> {
    let loss = || {
        let predictions = XS.map(|x| model.forward(&x)[0]);
        squared_error(&predictions, &YS)
    };
    let step = |_| {
        tape.scope(|| {
            let loss = loss();
            if clears {
                model.zero_grad();
            }
            loss.backward();
            for p in model.parameters() {
                p.set_data(p.data() - rate * p.grad());
            }
            loss.data()
        })
    };
    let mut losses: Vec<f64> = (0..steps).map(step).collect();
    losses.push(tape.scope(|| loss().data()));
    losses
}

/// The last losses from many seeds, in order.
pub fn last_losses(rate: f64, clears: bool) -> Vec<f64> {
    // A bar, where somebody is watching.
    let seeds = (0..SEEDS).progress_count(SEEDS);
    let mut losses: Vec<f64> = seeds
        .map(|seed| {
            let tape = Tape::new();
            let model = network(&tape, seed);
            train(&tape, &model, 20, rate, clears)[20]
        })
        .collect();
    losses.sort_by(f64::total_cmp);
    losses
}

fn summary(rate: f64, clears: bool) -> String {
    let losses = last_losses(rate, clears);
    let learned = losses.iter().filter(|&&loss| loss < 0.1).count();
    let percent = 100.0 * learned as f64 / losses.len() as f64;
    let median = losses[losses.len() / 2];
    format!("below 0.1 from {percent:.0} %, median {median:.3}")
}
