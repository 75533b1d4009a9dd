//! Exclusive or: what no single neuron can learn, and two layers can.

use monograd::draw::{Boundary, Curves};
use monograd::nn::{Activation, Mlp, Optimizer, TrainingError, binary_cross_entropy};
use monograd::prelude::*;

const POINTS: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
const LABELS: [f64; 4] = [0.0, 1.0, 1.0, 0.0];

fn main() -> Result<(), TrainingError> {
    let tape = Tape::new();
    let alone = Mlp::build(2).layer(1, Activation::Linear).on(&tape, 1337);
    let pair = Mlp::build(2)
        .layer(8, Activation::Tanh)
        .layer(1, Activation::Linear)
        .on(&tape, 1337);
    let of_one = train(&tape, &alone)?;
    let of_two = train(&tape, &pair)?;
    println!(
        "{}",
        Curves::new("loss")
            .line("one layer", &of_one)
            .line("two", &of_two)
            .logarithmic()
            .to_text(60, 12)
    );

    for (name, model) in [("one layer", &alone), ("two layers", &pair)] {
        println!("\n{name}:");
        for (x, label) in POINTS.iter().zip(LABELS) {
            let probability = model.forward(x)[0].sigmoid().data();
            println!("{x:?} is {label}, with probability {probability:.3}");
        }
    }
    let class = |x: [f64; 2]| usize::from(pair.forward(&x)[0].data() > 0.0);
    println!(
        "\n{}",
        Boundary::new(&POINTS, &[0, 1, 1, 0], class).to_text(48, 16)
    );
    Ok(())
}

fn train<'t>(tape: &'t Tape<f64>, model: &Mlp<'t, f64>) -> Result<Vec<f64>, TrainingError> {
    let mut optimizer = Optimizer::adam(0.05);
    let step = |_| {
        optimizer.minimize(tape, model, || {
            binary_cross_entropy(&POINTS.map(|x| model.forward(&x)[0]), &LABELS)
        })
    };
    (0..500).map(step).collect()
}
