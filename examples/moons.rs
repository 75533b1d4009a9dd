//! micrograd's demo: a network of two hidden layers learns to tell two interleaved half-moons apart.
//!
//! The data and the initial parameters are those of the notebook, and so is the training: hinge loss
//! with a little L2 regularisation, 100 steps over all points. The losses it prints are the
//! notebook's to twelve digits.

use monograd::draw::Boundary;
use monograd::nn::{Mlp, Module, hinge, l2};
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
    println!("{} parameters", model.parameter_count());

    let mut training = Duration::ZERO;
    for k in 0..STEPS {
        let start = Instant::now();
        let (loss, accuracy) = step(&tape, &model, &moons, k);
        training += start.elapsed();
        println!("step {k} loss {loss:.12} accuracy {:.1}%", 100.0 * accuracy);
    }
    draw_boundary(&tape, &model, &moons)?;
    println!("trained in {:.1} ms", 1e3 * training.as_secs_f64());
    Ok(())
}

/// One step of training: the loss and the accuracy before it.
pub fn step(tape: &Tape<f64>, model: &Mlp<'_, f64>, moons: &Moons, k: usize) -> (f64, f64) {
    tape.scope(|| {
        let points = moons.points.iter();
        let scores: Vec<_> = points.map(|point| model.forward(point)[0]).collect();
        let pairs = scores.iter().zip(&moons.labels);
        let correct = pairs.filter(|(score, label)| (score.data() > 0.0) == (**label > 0.0));
        let accuracy = correct.count() as f64 / scores.len() as f64;
        let loss = hinge(&scores, &moons.labels) + 1e-4 * l2(model);

        model.zero_grad();
        loss.backward();
        let rate = 1.0 - 0.9 * k as f64 / STEPS as f64;
        for p in model.parameters() {
            p.set_data(p.data() - rate * p.grad());
        }
        (loss.data(), accuracy)
    })
}

/// The plane as the network sees it: in the terminal, and with `--features draw` as target/moons.svg.
fn draw_boundary(
    tape: &Tape<f64>,
    model: &Mlp<'_, f64>,
    moons: &Moons,
) -> Result<(), Box<dyn Error>> {
    let classes: Vec<usize> = moons
        .labels
        .iter()
        .map(|&label| usize::from(label > 0.0))
        .collect();
    let class = |x: [f64; 2]| tape.scope(|| usize::from(model.forward(&x)[0].data() > 0.0));
    let boundary = Boundary::new(&moons.points, &classes, class);
    println!("{}", boundary.to_text(72, 28));
    #[cfg(feature = "draw")]
    {
        std::fs::create_dir_all("target")?;
        std::fs::write(
            "target/moons.svg",
            boundary.to_svg("337 parameters, 100 steps"),
        )?;
        println!("the picture is target/moons.svg");
    }
    Ok(())
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
