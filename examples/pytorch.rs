//! The lecture's comparison with PyTorch: the same expressions and the same training, beside the numbers of
//! pytorch.csv, which pytorch.py wrote.

use monograd::nn::{Mlp, Module, Optimizer, hinge};
use monograd::prelude::*;
use std::error::Error;

#[allow(dead_code, reason = "its `main` and its training")]
#[path = "moons.rs"]
mod moons;

fn main() -> Result<(), Box<dyn Error>> {
    let mut greatest = 0.0_f64;
    println!("{:<16} {:<8} {:>20} {:>20}", "", "", "monograd", "PyTorch");
    for (name, quantity, ours, theirs) in comparison()? {
        let difference = (ours - theirs).abs() / theirs.abs().max(1.0);
        greatest = greatest.max(difference);
        println!("{name:<16} {quantity:<8} {ours:>20.15} {theirs:>20.15}");
    }
    println!("the greatest relative difference is {greatest:.1e}");
    Ok(())
}

/// Name, quantity, our number, PyTorch's.
pub type Row = (String, String, f64, f64);

/// All numbers, ours and PyTorch's.
pub fn comparison() -> Result<Vec<Row>, Box<dyn Error>> {
    let ours = ours()?;
    let lines = include_str!("pytorch.csv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let compared = lines.zip(ours).map(|(line, (name, quantity, ours))| {
        let expected = format!("{name},{quantity},");
        let theirs = line
            .strip_prefix(&expected)
            .ok_or("the table is of other quantities")?;
        Ok((name, quantity, ours, theirs.parse()?))
    });
    compared.collect()
}

type Numbers = Vec<(String, String, f64)>;

fn ours() -> Result<Numbers, Box<dyn Error>> {
    let mut numbers = Vec::new();
    let tape = Tape::new();
    let leaf = |name: &str, data: f64| tape.value(data).named(name);
    let mut report = |name: &str, result: Value<f64>, leaves: &[Value<f64>]| {
        result.backward();
        numbers.push((name.into(), "value".into(), result.data()));
        for leaf in leaves {
            numbers.push((name.into(), leaf.name().unwrap_or_default(), leaf.grad()));
        }
    };

    let (x1, x2, w1, w2) = (
        leaf("x1", 2.0),
        leaf("x2", 0.0),
        leaf("w1", -3.0),
        leaf("w2", 1.0),
    );
    let b = leaf("b", 6.881_373_587_019_543);
    report(
        "neuron",
        (x1 * w1 + x2 * w2 + b).tanh(),
        &[x1, x2, w1, w2, b],
    );

    let x = leaf("x", -4.0);
    let z = 2 * x + 2 + x;
    let q = z.relu() + z * x;
    let h = (z * z).relu();
    report("sanity_check", h + q + q * x, &[x]);

    let (a, b) = (leaf("a", -4.0), leaf("b", 2.0));
    let c = a + b;
    let d = a * b + b.powi(3);
    let c = c + c + 1;
    let c = c + 1 + c + (-a);
    let d = d + d * 2 + (b + a).relu();
    let d = d + 3 * d + (b - a).relu();
    let f = (c - d).powi(2);
    report("more_operations", f / 2.0 + 10.0 / f, &[a, b]);

    let (x, y) = (leaf("x", 0.7), leaf("y", -1.3));
    let sum =
        (x * y).gelu() + (x - y).softplus() * y.sigmoid() + x.erf() + (x * x).ln_1p() + y.atan2(x);
    report("functions", sum, &[x, y]);

    for (name, optimizer) in [
        ("sgd", Optimizer::sgd(0.1)),
        ("momentum", Optimizer::momentum(0.1, 0.9)),
        ("nesterov", Optimizer::nesterov(0.1, 0.9)),
        ("rmsprop", Optimizer::rmsprop(0.01)),
        ("adam", Optimizer::adam(0.01)),
        ("adamw", Optimizer::adamw(0.01, 0.1)),
    ] {
        for (step, loss) in train(optimizer)?.into_iter().enumerate() {
            numbers.push((name.into(), format!("step {step}"), loss));
        }
    }
    Ok(numbers)
}

/// The losses of ten steps on the moons.
fn train(mut optimizer: Optimizer<f64>) -> Result<Vec<f64>, Box<dyn Error>> {
    let moons = moons::Moons::load()?;
    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
    for (parameter, &data) in model.parameters().zip(&moons.initial_parameters) {
        parameter.set_data(data);
    }
    let step = |_| {
        optimizer.minimize(&tape, &model, || {
            let scores: Vec<_> = moons.points.iter().map(|x| model.forward(x)[0]).collect();
            hinge(&scores, &moons.labels)
        })
    };
    Ok((0..10).map(step).collect::<Result<_, _>>()?)
}
