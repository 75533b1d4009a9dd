//! The network of `moons`, as a function whose shapes are known when it is compiled.
//!
//! No graph, no tape: the loss of a point is a `func!`, summed over the points. It trains from the same
//! initial parameters by the same steps to the same losses, some twenty times as fast.

use monograd::prelude::*;
use serde_json::Value as Json;
use std::error::Error;
use std::time::Instant;

pub const STEPS: usize = 100;

func! {
    /// The hinge loss of a point, of a network of 16, 16 and 1 neurons.
    pub fn hinge(
        w1: [[R; 2]; 16], b1: [R; 16], w2: [[R; 16]; 16], b2: [R; 16], w3: [R; 16], b3;
        x: [R; 2], label
    ) {
        let h1: [R; 16] = (w1.dot(x) + b1).relu();
        let h2: [R; 16] = (w2.dot(h1) + b2).relu();
        (1 - label * (w3.dot(h2) + b3)).relu()
    }
    /// The penalty on the parameters.
    pub fn penalty(
        w1: [[R; 2]; 16], b1: [R; 16], w2: [[R; 16]; 16], b2: [R; 16], w3: [R; 16], b3
    ) {
        1e-4 * (w1.norm_squared() + b1.norm_squared() + w2.norm_squared() + b2.norm_squared()
            + w3.norm_squared() + b3.square())
    }
}

/// A point and its label.
pub type Row = ([f64; 2], f64);

fn main() -> Result<(), Box<dyn Error>> {
    let (rows, mut parameters) = load()?;
    println!("{} parameters", parameters.len());
    let start = Instant::now();
    let losses: Vec<f64> = (0..STEPS)
        .map(|k| step(&rows, &mut parameters, k))
        .collect();
    let time = start.elapsed();
    for (k, loss) in losses.iter().enumerate() {
        println!("step {k} loss {loss:.12}");
    }
    println!("trained in {:.3} ms", 1e3 * time.as_secs_f64());
    Ok(())
}

/// One step of training: the loss before it.
pub fn step(rows: &[Row], parameters: &mut [f64], k: usize) -> f64 {
    let mut gradient = [0.0; 337];
    let loss = hinge
        .over(rows)
        .mean()
        .plus(penalty)
        .value_and_gradient_into(parameters, &mut gradient)
        .expect("337 parameters");
    let rate = 1.0 - 0.9 * k as f64 / STEPS as f64;
    for (parameter, slope) in parameters.iter_mut().zip(gradient) {
        *parameter -= rate * slope;
    }
    loss
}

/// The notebook's points and initial parameters.
pub fn load() -> Result<(Vec<Row>, Vec<f64>), Box<dyn Error>> {
    let json: Json = serde_json::from_str(include_str!("../tests/data/micrograd_moons.json"))?;
    let numbers = |value: &Json| -> Result<Vec<f64>, Box<dyn Error>> {
        let array = value.as_array().ok_or("not an array")?;
        let numbers = array.iter().map(|x| x.as_f64().ok_or("not a number"));
        Ok(numbers.collect::<Result<_, _>>()?)
    };
    let points = json["x"].as_array().ok_or("`x` is not an array")?;
    let rows = points
        .iter()
        .zip(numbers(&json["y"])?)
        .map(|(point, label)| {
            let point = numbers(point)?;
            Ok((
                point
                    .try_into()
                    .map_err(|_| "a point has two coordinates")?,
                label,
            ))
        });
    Ok((
        rows.collect::<Result<_, Box<dyn Error>>>()?,
        layer_by_layer(&numbers(&json["initial_parameters"])?),
    ))
}

/// The notebook's parameters neuron by neuron, each neuron's weights before its bias, as those of layers: all
/// weights of a layer before all its biases.
fn layer_by_layer(neurons: &[f64]) -> Vec<f64> {
    let mut parameters = Vec::new();
    let mut rest = neurons;
    for (inputs, outputs) in [(2, 16), (16, 16), (16, 1)] {
        let (layer, others) = rest.split_at(outputs * (inputs + 1));
        let neurons = layer.chunks_exact(inputs + 1);
        parameters.extend(neurons.clone().flat_map(|neuron| &neuron[..inputs]));
        parameters.extend(neurons.map(|neuron| neuron[inputs]));
        rest = others;
    }
    parameters
}
