//! Training, and evaluating an objective, allocates nothing once it runs.
#![cfg(feature = "nn")]

use allocation_counter::measure;
use monograd::nn::{Activation, Mlp, Module, Optimizer, hinge, l2};
use monograd::prelude::*;

const POINTS: [[f64; 2]; 4] = [[0.0, 0.1], [0.9, 0.2], [-0.4, 0.8], [0.3, -0.5]];
const LABELS: [f64; 4] = [1.0, -1.0, 1.0, -1.0];

#[test]
fn a_step_of_a_network() {
    let tape = Tape::new();
    let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
    let mut optimizer = Optimizer::adam(0.01).clip_norm(1.0);
    let mut step = || {
        let loss = optimizer.minimize(&tape, &model, || {
            hinge(&POINTS.map(|x| model.forward(&x)[0]), &LABELS) + 1e-4 * l2(&model)
        });
        assert!(loss.is_ok());
    };
    for _ in 0..3 {
        step();
    }
    let counted = measure(|| (0..100).for_each(|_| step()));
    assert_eq!(counted.count_total, 0);
}

func! {
    fn error(slope, offset; x, y) { (slope * x + offset - y).square() }
}

#[test]
fn a_step_op_by_op_and_by_functions() {
    let tape = Tape::new();
    let parameters = [0.5, -0.5].map(|p| tape.value(p));
    let step = || {
        tape.scope(|| {
            let [slope, offset] = parameters;
            let mut loss = tape.value(0.0);
            for [x, y] in POINTS {
                loss += (slope * x + offset - y).square().sqrt();
                loss += error.with(&[x, y]).on(parameters);
                loss += loss.clamp(-1.0, 1.0);
            }
            loss.backward();
            for p in parameters {
                p.set_data(p.data() - 0.01 * p.grad());
                p.zero_grad();
            }
        });
    };
    for _ in 0..3 {
        step();
    }
    let counted = measure(|| (0..100).for_each(|_| step()));
    assert_eq!(counted.count_total, 0);
}

#[test]
fn outputs_are_held_in_place() {
    let tape = Tape::<f64>::new();
    let model = Mlp::build(2)
        .layers(&[32, 8], Activation::Tanh)
        .on(&tape, 1);
    let step = || {
        tape.scope(|| {
            model
                .forward(&[0.1, 0.2])
                .iter()
                .map(|y| y.data())
                .sum::<f64>()
        })
    };
    step();
    assert_eq!(measure(|| assert!(step().is_finite())).count_total, 0);
    assert_eq!(model.parameter_count(), 32 * 3 + 8 * 33);
}

func! {
    fn wide(w: [[R; 40]; 20], b: [R; 20]; x: [R; 40]) { (w.dot(x) + b).sigmoid().sum().square() }
}

/// All questions of an objective, after the first time.
fn asked(objective: &dyn Objective<f64>) {
    let n = objective.dimension();
    let (x, v) = (vec![0.3; n], vec![0.1; n]);
    let (mut gradient, mut product) = (vec![0.0; n], vec![0.0; n]);
    let mut hessian = vec![0.0; n * n];
    let mut all = || {
        assert!(objective.value_at(&x).is_ok());
        assert!(objective.value_and_gradient_at(&x, &mut gradient).is_ok());
        assert!(objective.hvp_at(&x, &v, &mut product).is_ok());
        if n < 100 {
            assert!(objective.hessian_at(&x, &mut hessian).is_ok());
        }
    };
    all();
    assert_eq!(measure(|| (0..3).for_each(|_| all())).count_total, 0);
}

#[test]
fn objectives() {
    let rows: Vec<[f64; 2]> = (0..600).map(|i| [0.1 * f64::from(i), 0.3]).collect();
    let images: Vec<[f64; 40]> = (0..600).map(|i| [0.01 * f64::from(i); 40]).collect();
    asked(&error.with(&rows[1]).objective());
    asked(&error.over(&rows).mean().objective());
    asked(&error.over(&rows).mean().objective().cached());
    asked(&wide.with(&images[1]).objective());
    asked(&wide.over(&images).mean().objective());
    asked(&wide.over(&images).mean().objective().cached());
}
