//! The static moons example, step by step against the notebook's own run.

#[allow(dead_code, reason = "its `main`")]
#[path = "../examples/moons_static.rs"]
mod example;
mod golden;

use approx::assert_relative_eq;
use golden::numbers;

#[test]
fn trains_as_the_notebook_does() {
    let golden = golden::load(include_str!("data/micrograd_moons.json"));
    let losses = numbers(&golden["loss"]);
    assert_eq!(losses.len(), example::STEPS);
    let (rows, mut parameters) = example::load().expect("golden data");
    for (k, expected) in losses.into_iter().enumerate() {
        let loss = example::step(&rows, &mut parameters, k);
        assert_relative_eq!(loss, expected, max_relative = 1e-9);
    }
}
