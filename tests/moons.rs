//! micrograd's demo, step by step against the notebook's own run.
#![cfg(feature = "nn")]

use approx::assert_relative_eq;
use monograd::nn::{Mlp, Module};
use monograd::prelude::*;
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f64> {
    let number = |json: &Json| json.as_f64().expect("a number");
    json.as_array()
        .expect("an array")
        .iter()
        .map(number)
        .collect()
}

#[test]
fn trains_as_the_notebook_does() {
    let golden: Json =
        serde_json::from_str(include_str!("data/micrograd_moons.json")).expect("golden data");
    let points: Vec<Vec<f64>> = golden["x"]
        .as_array()
        .expect("points")
        .iter()
        .map(numbers)
        .collect();
    let labels = numbers(&golden["y"]);
    let losses = numbers(&golden["loss"]);
    let accuracies = numbers(&golden["accuracy"]);
    let initial = numbers(&golden["initial_parameters"]);

    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 0);
    assert_eq!(model.parameters().count(), initial.len());
    for (parameter, &data) in model.parameters().zip(&initial) {
        parameter.set_data(data);
    }
    assert_eq!(losses.len(), 100);
    for k in 0..100 {
        tape.scope(|| {
            let mut loss = tape.value(0.0);
            let mut correct = 0.0;
            for (point, &label) in points.iter().zip(&labels) {
                let score = model.forward(point)[0];
                loss += (1.0 - label * score).relu();
                correct += f64::from((score.data() > 0.0) == (label > 0.0));
            }
            loss /= points.len() as f64;
            let mut penalty = tape.value(0.0);
            for p in model.parameters() {
                penalty += p * p;
            }
            loss += 1e-4 * penalty;
            model.zero_grad();
            loss.backward();

            assert_relative_eq!(loss.data(), losses[k], max_relative = 1e-9);
            assert_eq!(correct / 100.0, accuracies[k], "accuracy of step {k}");
            if k == 0 {
                let gradient = numbers(&golden["first_gradient"]);
                for (parameter, expected) in model.parameters().zip(gradient) {
                    assert_relative_eq!(parameter.grad(), expected, max_relative = 1e-9);
                }
            }
            for p in model.parameters() {
                p.set_data(p.data() - (1.0 - 0.9 * k as f64 / 100.0) * p.grad());
            }
        });
    }
    for (parameter, expected) in model.parameters().zip(numbers(&golden["final_parameters"])) {
        assert_relative_eq!(
            parameter.data(),
            expected,
            max_relative = 1e-9,
            epsilon = 1e-12
        );
    }
}
