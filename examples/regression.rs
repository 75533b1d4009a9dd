//! Regression: a network learns a noisy wave from minibatches, by Adam with a warm-up and a cosine schedule.

use indicatif::ProgressIterator;
use monograd::draw::Curves;
use monograd::nn::{
    Activation, Batches, Init, Mlp, Module, Optimizer, Schedule, TrainingError, l2,
    mean_squared_error,
};
use monograd::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

const ROWS: usize = 200;
const EPOCHS: u32 = 150;
const NOISE: f64 = 0.1;

fn main() -> Result<(), TrainingError> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(42);
    let xs: Vec<f64> = (0..ROWS).map(|_| random.random_range(-3.0..3.0)).collect();
    // Uniform noise of that deviation.
    let width = NOISE * 3.0_f64.sqrt();
    let ys: Vec<f64> = xs
        .iter()
        .map(|&x| wave(x) + random.random_range(-width..width))
        .collect();

    let tape = Tape::new();
    let model = Mlp::build(1)
        .layers(&[24, 24], Activation::Tanh)
        .layer(1, Activation::Linear)
        .weights(Init::Xavier)
        .on(&tape, 1337);
    println!("{} parameters, {ROWS} rows", model.parameter_count());

    let mut batches = Batches::new(ROWS, 20, 1337);
    let steps = u64::from(EPOCHS) * (ROWS as u64).div_ceil(20);
    let schedule = Schedule::cosine(0.01, steps - 50).warm_up(50);
    let mut optimizer = Optimizer::adamw(0.02, 1e-3)
        .schedule(schedule)
        .clip_norm(1.0);
    let mut losses = Vec::new();
    for _ in (0..EPOCHS).progress() {
        for rows in batches.epoch() {
            let loss = optimizer.minimize(&tape, &model, || {
                let predictions: Vec<_> = rows
                    .iter()
                    .map(|&row| model.forward(&[xs[row]])[0])
                    .collect();
                let targets: Vec<f64> = rows.iter().map(|&row| ys[row]).collect();
                mean_squared_error(&predictions, &targets) + 1e-6 * l2(&model)
            })?;
            losses.push(loss);
        }
    }
    println!(
        "{}",
        Curves::new("loss")
            .line("minibatches", &losses)
            .logarithmic()
            .to_text(64, 12)
    );

    let error = |x: f64| tape.scope(|| model.forward(&[x])[0].data()) - wave(x);
    let grid = (0..=600).map(|i| -3.0 + 0.01 * f64::from(i));
    let mean = grid.map(|x| error(x).powi(2)).sum::<f64>() / 601.0;
    println!(
        "root mean square error against the wave itself: {:.4} (the noise is {NOISE})",
        mean.sqrt()
    );
    Ok(())
}

fn wave(x: f64) -> f64 {
    (2.0 * x).sin() * (-0.1 * x * x).exp()
}
