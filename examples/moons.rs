//! micrograd's demo: a network of two hidden layers learns to tell two interleaved half-moons apart.
//!
//! The data and the initial parameters are those of the notebook, and so is the training: hinge loss
//! with a little L2 regularisation, 100 steps over all points. The losses it prints are the
//! notebook's to twelve digits.

use monograd::nn::{Mlp, Module};
use monograd::prelude::*;
use std::error::Error;
use std::time::{Duration, Instant};

pub const STEPS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let moons = Moons::load()?;
    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
    for (parameter, &data) in model.parameters().zip(&moons.initial_parameters) {
        parameter.set_data(data);
    }
    println!("{} parameters", model.parameters().count());

    let mut training = Duration::ZERO;
    for k in 0..STEPS {
        let start = Instant::now();
        let (loss, accuracy) = step(&tape, &model, &moons, k);
        training += start.elapsed();
        println!("step {k} loss {loss:.12} accuracy {:.1}%", 100.0 * accuracy);
    }
    draw_boundary(&tape, &model, &moons);
    println!("trained in {:.1} ms", 1e3 * training.as_secs_f64());
    Ok(())
}

/// One step of training: the loss and the accuracy before it.
pub fn step(tape: &Tape<f64>, model: &Mlp<'_, f64>, moons: &Moons, k: usize) -> (f64, f64) {
    tape.scope(|| {
        let mut loss = tape.value(0.0);
        let mut correct = 0;
        for (point, &label) in moons.points.iter().zip(&moons.labels) {
            let score = model.forward(point)[0];
            loss += (1.0 - label * score).relu();
            correct += usize::from((score.data() > 0.0) == (label > 0.0));
        }
        loss /= moons.points.len() as f64;
        let mut penalty = tape.value(0.0);
        for p in model.parameters() {
            penalty += p * p;
        }
        loss += 1e-4 * penalty;

        model.zero_grad();
        loss.backward();
        let rate = 1.0 - 0.9 * k as f64 / STEPS as f64;
        for p in model.parameters() {
            p.set_data(p.data() - rate * p.grad());
        }
        (loss.data(), correct as f64 / moons.points.len() as f64)
    })
}

/// The plane as the network sees it: `·` where the score is negative, `+` where it is positive, and
/// the points, `o` and `x`.
fn draw_boundary(tape: &Tape<f64>, model: &Mlp<'_, f64>, moons: &Moons) {
    const COLUMNS: usize = 72;
    const ROWS: usize = 28;
    let range = |axis: usize| {
        let coordinates = moons.points.iter().map(|point| point[axis]);
        let low = coordinates.clone().fold(f64::INFINITY, f64::min);
        let high = coordinates.fold(f64::NEG_INFINITY, f64::max);
        (low - 0.25, high + 0.25)
    };
    let (left, right) = range(0);
    let (bottom, top) = range(1);
    let at = |fraction: f64, low: f64, high: f64| low + fraction * (high - low);

    let mut picture = vec![[' '; COLUMNS]; ROWS];
    for (row, line) in picture.iter_mut().enumerate() {
        for (column, cell) in line.iter_mut().enumerate() {
            let x = at((column as f64 + 0.5) / COLUMNS as f64, left, right);
            let y = at((row as f64 + 0.5) / ROWS as f64, top, bottom);
            let score = tape.scope(|| model.forward(&[x, y])[0].data());
            *cell = if score > 0.0 { '+' } else { '·' };
        }
    }
    for (point, &label) in moons.points.iter().zip(&moons.labels) {
        let column = (point[0] - left) / (right - left) * COLUMNS as f64;
        let row = (top - point[1]) / (top - bottom) * ROWS as f64;
        picture[row as usize][column as usize] = if label > 0.0 { 'x' } else { 'o' };
    }
    for line in picture {
        println!("{}", line.iter().collect::<String>());
    }
}

/// The data of the demo.
pub struct Moons {
    pub points: Vec<[f64; 2]>,
    pub labels: Vec<f64>,
    pub initial_parameters: Vec<f64>,
}

impl Moons {
    pub fn load() -> Result<Self, Box<dyn Error>> {
        let text = include_str!("../tests/data/micrograd_moons.json");
        let json: serde_json::Value = serde_json::from_str(text)?;
        let numbers = |value: &serde_json::Value| -> Result<Vec<f64>, Box<dyn Error>> {
            let array = value.as_array().ok_or("not an array")?;
            let numbers = array.iter().map(|x| x.as_f64().ok_or("not a number"));
            Ok(numbers.collect::<Result<_, _>>()?)
        };
        let points = json["x"].as_array().ok_or("`x` is not an array")?;
        Ok(Moons {
            points: points
                .iter()
                .map(|point| {
                    let point = numbers(point)?;
                    point
                        .try_into()
                        .map_err(|_| "a point has two coordinates".into())
                })
                .collect::<Result<_, Box<dyn Error>>>()?,
            labels: numbers(&json["y"])?,
            initial_parameters: numbers(&json["initial_parameters"])?,
        })
    }
}
