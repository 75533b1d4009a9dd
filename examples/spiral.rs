//! A spiral with three classes: softmax cross-entropy, minibatches, Adam; the boundary in the terminal, and with
//! `--features draw` as target/spiral.svg.

use indicatif::ProgressIterator;
use monograd::draw::Boundary;
use monograd::nn::{Activation, Batches, Init, Mlp, Optimizer, TrainingError, cross_entropy};
use monograd::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::f64::consts::TAU;

const ARMS: usize = 3;
const ROWS: usize = 100;

fn main() -> Result<(), TrainingError> {
    let (points, classes) = spiral();
    let tape = Tape::new();
    let model = Mlp::build(2)
        .layers(&[32, 32], Activation::Relu)
        .layer(ARMS, Activation::Linear)
        .weights(Init::He)
        .on(&tape, 1337);

    let mut batches = Batches::new(points.len(), 50, 1337);
    let mut optimizer = Optimizer::adam(0.01);
    let mut last = 0.0;
    for _ in (0..100_u32).progress() {
        last = 0.0;
        for rows in batches.epoch() {
            last += optimizer.minimize(&tape, &model, || {
                let losses = rows
                    .iter()
                    .map(|&row| cross_entropy(&model.forward(&points[row]), classes[row]));
                losses.sum::<Value<f64>>() / rows.len() as f64
            })?;
        }
    }
    let class = |x: [f64; 2]| {
        tape.scope(|| {
            let scores = model.forward(&x);
            (0..ARMS)
                .max_by(|&a, &b| scores[a].data().total_cmp(&scores[b].data()))
                .unwrap_or(0)
        })
    };
    let correct = points
        .iter()
        .zip(&classes)
        .filter(|&(&x, &c)| class(x) == c)
        .count();
    let accuracy = 100.0 * correct as f64 / points.len() as f64;
    let boundary = Boundary::new(&points, &classes, class);
    println!("{}", boundary.to_text(72, 30));
    println!("loss {:.4}, accuracy {accuracy:.1} %", last / 6.0);
    #[cfg(feature = "draw")]
    {
        let svg = boundary.to_svg("three arms of a spiral");
        match std::fs::create_dir_all("target")
            .and_then(|()| std::fs::write("target/spiral.svg", svg))
        {
            Ok(()) => println!("the picture is target/spiral.svg"),
            Err(error) => eprintln!("the picture was not written: {error}"),
        }
    }
    Ok(())
}

/// Points along three arms, with a little noise, and the arms they are of.
fn spiral() -> (Vec<[f64; 2]>, Vec<usize>) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(42);
    let rows = (0..ARMS * ROWS).map(|row| {
        let (arm, along) = (row / ROWS, (row % ROWS) as f64 / ROWS as f64);
        let angle = TAU * arm as f64 / ARMS as f64 + 4.0 * along + random.random_range(-0.25..0.25);
        let (sin, cos) = angle.sin_cos();
        ([along * cos, along * sin], arm)
    });
    rows.unzip()
}
