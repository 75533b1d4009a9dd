//! The moons example, step by step against the notebook's own run.
#![cfg(feature = "nn")]

#[allow(dead_code, reason = "its `main` and its picture")]
#[path = "../examples/moons.rs"]
mod example;
mod golden;

use approx::assert_relative_eq;
use example::{Moons, STEPS, step};
use golden::numbers;
use monograd::nn::{Mlp, Module};
use monograd::prelude::*;

#[test]
fn trains_as_the_notebook_does() {
    let golden = golden::load(include_str!("data/micrograd_moons.json"));
    let losses = numbers(&golden["loss"]);
    let accuracies = numbers(&golden["accuracy"]);
    assert_eq!([losses.len(), accuracies.len()], [STEPS; 2]);

    let moons = Moons::load().expect("golden data");
    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 0);
    assert_eq!(model.parameters().count(), moons.initial_parameters.len());
    for (parameter, &data) in model.parameters().zip(&moons.initial_parameters) {
        parameter.set_data(data);
    }
    for k in 0..STEPS {
        let (loss, accuracy) = step(&tape, &model, &moons, k);
        assert_relative_eq!(loss, losses[k], max_relative = 1e-9);
        assert_eq!(accuracy, accuracies[k], "accuracy of step {k}");
        if k == 0 {
            let gradient = numbers(&golden["first_gradient"]);
            assert_eq!(gradient.len(), 337);
            for (parameter, expected) in model.parameters().zip(gradient) {
                assert_relative_eq!(parameter.grad(), expected, max_relative = 1e-9);
            }
        }
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
