//! Training against PyTorch, losses, batches, and training by tape and statically.
#![cfg(feature = "nn")]

use monograd::nn::{
    Activation, Batches, Init, Mlp, Module, Optimizer, binary_cross_entropy, cross_entropy, hinge,
    l2, mean_squared_error, squared_error,
};
use monograd::prelude::*;

#[path = "../examples/pytorch.rs"]
#[allow(dead_code, reason = "its `main`")]
mod pytorch;

#[path = "../examples/four_points.rs"]
#[allow(dead_code, reason = "its `main`")]
mod four_points;

/// Expressions, and ten steps of every optimiser on the moons.
#[test]
fn as_pytorch_has_it() {
    let compared = pytorch::comparison().expect("the table");
    assert_eq!(compared.len(), 74);
    for (name, quantity, ours, theirs) in compared {
        let error = (ours - theirs).abs();
        assert!(
            error <= 1e-13 * theirs.abs().max(1.0),
            "{name} {quantity}: {ours} and {theirs}"
        );
    }
}

/// The lecture's network learns, fails at too high a rate, and goes elsewhere without `zero_grad`.
#[test]
fn four_points() {
    let below = |losses: &[f64], bound: f64| losses.iter().filter(|&&loss| loss < bound).count();
    let losses = four_points::last_losses(0.1, true);
    let seeds = losses.len();
    assert!(
        below(&losses, 0.1) * 100 >= 97 * seeds,
        "{} of {seeds}",
        below(&losses, 0.1)
    );
    let median = losses[seeds / 2];
    assert!((0.014..0.022).contains(&median), "{median}");
    let high = four_points::last_losses(0.5, true);
    assert!((0.25..0.45).contains(&(below(&high, 0.1) as f64 / seeds as f64)));

    let path = |clears| {
        let tape = Tape::new();
        four_points::train(&tape, &four_points::network(&tape, 1337), 20, 0.1, clears)
    };
    let (cleared, not) = (path(true), path(false));
    assert_eq!(cleared[..2], not[..2]);
    assert!((cleared[2] - not[2]).abs() > 1e-3);
}

/// Losses as one node, against the same of operations.
#[test]
fn losses_are_what_their_formulas_say() {
    let check = |fused: fn(&[Value<'_, f64>; 3]) -> f64, by_operations: fn(&[f64; 3]) -> f64| {
        let point = [0.4, -1.3, 2.2];
        let tape = Tape::new();
        let value = fused(&point.map(|x| tape.value(x)));
        assert!((value - by_operations(&point)).abs() < 1e-14, "{value}");
    };
    check(
        |y| mean_squared_error(y, &[1.0, 0.0, 2.0]).data(),
        |y| ((y[0] - 1.0).powi(2) + y[1].powi(2) + (y[2] - 2.0).powi(2)) / 3.0,
    );
    check(
        |y| squared_error(y, &[1.0, 0.0, 2.0]).data(),
        |y| (y[0] - 1.0).powi(2) + y[1].powi(2) + (y[2] - 2.0).powi(2),
    );
    check(
        |y| hinge(y, &[1.0, -1.0, -1.0]).data(),
        |y| ((1.0 - y[0]).max(0.0) + (1.0 + y[1]).max(0.0) + (1.0 + y[2]).max(0.0)) / 3.0,
    );
    check(
        |y| binary_cross_entropy(y, &[1.0, 0.0, 0.25]).data(),
        |y| {
            let log = |x: f64| -(1.0 / (1.0 + (-x).exp())).ln();
            let both = |x: f64, t: f64| t * log(x) + (1.0 - t) * log(-x);
            (both(y[0], 1.0) + both(y[1], 0.0) + both(y[2], 0.25)) / 3.0
        },
    );
    check(
        |y| cross_entropy(y, 1).data(),
        |y| -(y[1].exp() / y.iter().map(|y| y.exp()).sum::<f64>()).ln(),
    );
}

#[test]
fn gradients_of_losses_are_their_slopes() {
    type Loss = for<'t> fn(&[Value<'t, f64>]) -> Value<'t, f64>;
    let losses: [Loss; 6] = [
        |y| mean_squared_error(y, &[1.0, 0.0, 2.0]),
        |y| hinge(y, &[1.0, -1.0, -1.0]),
        |y| binary_cross_entropy(y, &[1.0, 0.0, 0.25]),
        |y| cross_entropy(y, 2),
        |y| squared_error(y, &[1.0, 0.0, 2.0]) * 3.0,
        |y| cross_entropy(&[y[0], Value::from(0.5), y[1], y[2]], 1),
    ];
    for loss in losses {
        let point = [0.4, -1.3, 2.2];
        let tape = Tape::new();
        let leaves = point.map(|x| tape.value(x));
        loss(&leaves).backward();
        for i in 0..3 {
            let along = |x: f64| {
                let mut moved = point;
                moved[i] = x;
                tape.scope(|| loss(&moved.map(|x| tape.value(x))).data())
            };
            let slope = monograd::check::difference(along, point[i], 0.01);
            assert!(
                (leaves[i].grad() - slope.derivative).abs() < 1e-9,
                "{slope:?}"
            );
        }
        // Recorded once, it is replayed elsewhere.
        let mut recording = monograd::tape::Recording::new(&[0.1, 0.2, 0.3], loss);
        let mut gradient = [0.0; 3];
        assert!(recording.value_and_gradient(&point, &mut gradient).is_ok());
        assert_eq!(gradient, leaves.map(Value::grad));
    }
    let tape = Tape::<f64>::new();
    let large = [1e4, -1e4].map(|x| tape.value(x));
    assert_eq!(binary_cross_entropy(&large, &[1.0, 0.0]).data(), 0.0);
    assert_eq!(cross_entropy(&large, 1).data(), 2e4);
    assert!(hinge(&[tape.value(f64::NAN)], &[1.0]).data().is_nan());
}

#[test]
fn a_layer_is_what_its_neurons_are_op_by_op() {
    let tape = Tape::<f64>::new();
    type Operation = for<'t> fn(Value<'t, f64>) -> Value<'t, f64>;
    let activations: [(Activation, Operation); 7] = [
        (Activation::Linear, |z| z),
        (Activation::Relu, |z| z.relu()),
        (Activation::Tanh, |z| z.tanh()),
        (Activation::Sigmoid, |z| z.sigmoid()),
        (Activation::Softplus, |z| z.softplus()),
        (Activation::Gelu, |z| z.gelu()),
        (Activation::Silu, |z| z.silu()),
    ];
    for (activation, by_operation) in activations {
        let builder = Mlp::build(3).layer(5, activation).layer(2, activation);
        let model = builder.biases(Init::Uniform(0.5)).on(&tape, 11);
        let x = [0.3, -1.2, 0.8].map(|x| tape.value(x));
        let parameters: Vec<_> = model.parameters().collect();
        let dense = |p: &[Value<'_, f64>], x: &[f64]| -> Vec<f64> {
            p.chunks(x.len() + 1)
                .map(|p| {
                    let z = p[..x.len()]
                        .iter()
                        .zip(x)
                        .fold(p[x.len()].data(), |z, (w, x)| z + w.data() * x);
                    let y = tape.value(z);
                    by_operation(y).data()
                })
                .collect()
        };
        let hidden = dense(&parameters[..20], &x.map(Value::data));
        let expected = dense(&parameters[20..], &hidden);
        let out = model.forward(&x);
        assert_eq!(
            out.iter().map(|y| y.data()).collect::<Vec<_>>(),
            expected,
            "{activation}"
        );

        // Every parameter and every input against a difference.
        let sum = |model: &Mlp<'_, f64>, x: &[f64; 3]| {
            tape.scope(|| {
                model
                    .forward(x)
                    .iter()
                    .map(|y| y.square().data())
                    .sum::<f64>()
            })
        };
        tape.zero_grad();
        out.iter()
            .map(|y| y.square())
            .sum::<Value<f64>>()
            .backward();
        for p in &parameters {
            let (data, grad) = (p.data(), p.grad());
            let along = |to: f64| {
                p.set_data(to);
                let y = sum(&model, &x.map(Value::data));
                p.set_data(data);
                y
            };
            let slope = monograd::check::difference(along, data, 1e-3);
            assert!(
                (grad - slope.derivative).abs() < 1e-7,
                "{activation}: {grad} {slope:?}"
            );
        }
        for (i, leaf) in x.iter().enumerate() {
            let along = |to: f64| {
                let mut moved = x.map(Value::data);
                moved[i] = to;
                sum(&model, &moved)
            };
            let slope = monograd::check::difference(along, leaf.data(), 1e-3);
            assert!(
                (leaf.grad() - slope.derivative).abs() < 1e-7,
                "{activation}"
            );
        }
    }
}

#[test]
#[should_panic(
    expected = "a parameter of an affine map was set after this output of it was recorded"
)]
fn a_parameter_that_is_set_makes_old_outputs_stale() {
    let tape = Tape::<f64>::new();
    let model = Mlp::new(&tape, 1, &[2, 1], 1);
    let out = model.forward(&[1.0])[0];
    let first = model.parameters().next().expect("parameters");
    first.set_data(5.0);
    out.backward();
}

#[test]
fn a_parameter_of_another_network_can_be_set_meanwhile() {
    let tape = Tape::<f64>::new();
    let (one, other) = (
        Mlp::new(&tape, 1, &[2, 1], 1),
        Mlp::new(&tape, 1, &[2, 1], 2),
    );
    let out = one.forward(&[1.0])[0];
    other.parameters().for_each(|p| p.set_data(0.5));
    out.backward();
    assert!(one.parameters().any(|p| p.grad() != 0.0));
}

#[test]
fn infinities_in_a_layer_are_treated_as_op_by_op() {
    let tape = Tape::<f64>::new();
    let model = Mlp::build(2).layer(1, Activation::Relu).on(&tape, 1);
    for (p, data) in model.parameters().zip([-1.0, 0.0, 0.0]) {
        p.set_data(data);
    }
    // relu is off: its operand takes no part, and an infinite input contributes nothing.
    let x = [tape.value(f64::INFINITY), tape.value(1.0)];
    let by_layer = model.forward(&x)[0];
    by_layer.backward();
    let (w, grads): (Vec<_>, Vec<_>) = model.parameters().map(|p| (p, p.grad())).unzip();
    let grads = [&grads[..], &x.map(Value::grad)].concat();

    tape.zero_grad();
    let by_operations = (w[0] * x[0] + w[1] * x[1] + w[2]).relu();
    by_operations.backward();
    let expected = w.iter().chain(&x).map(|value| value.grad());
    for (grad, expected) in grads.into_iter().zip(expected) {
        assert!(grad == expected || grad.is_nan() && expected.is_nan());
    }
    assert!(w.iter().all(|w| w.grad() == 0.0));
    // An output on which the result does not depend contributes nothing.
    tape.zero_grad();
    let unused = model.forward(&x)[0];
    (w[0] * 2.0).backward();
    assert_eq!((w[0].grad(), x[0].grad(), unused.grad()), (2.0, 0.0, 0.0));
}

#[test]
fn batches_are_each_row_once_and_follow_the_seed() {
    let order = |seed| {
        let mut batches = Batches::new(23, 5, seed);
        let mut epochs = Vec::new();
        for _ in 0..3 {
            let epoch: Vec<Vec<usize>> = batches.epoch().map(<[usize]>::to_vec).collect();
            assert_eq!(
                epoch.iter().map(Vec::len).collect::<Vec<_>>(),
                [5, 5, 5, 5, 3]
            );
            let mut rows = epoch.concat();
            rows.sort_unstable();
            assert!(rows.into_iter().eq(0..23));
            epochs.push(epoch);
        }
        assert!(epochs[0] != epochs[1] && epochs[1] != epochs[2]);
        epochs
    };
    assert_eq!(order(1), order(1));
    assert_ne!(order(1), order(2));
}

func! {
    fn dense<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]) -> [R; OUT] {
        w.dot(x) + b
    }
    /// The network's loss on a row, as one function; on a tape it is one node.
    fn row_loss(w1: [[R; 2]; 8], b1: [R; 8], w2: [R; 8], b2; x: [R; 2], y) {
        let z: [R; 8] = dense(w1, b1, x);
        let h: [R; 8] = z.tanh();
        (1.0 - y * (w2.dot(h) + b2)).relu()
    }
    fn weights(w1: [[R; 2]; 8], b1: [R; 8], w2: [R; 8], b2) {
        w1.norm_squared() + b1.norm_squared() + w2.norm_squared() + b2 * b2
    }
}

const ROWS: [([f64; 2], f64); 4] = [
    ([0.0, 0.1], 1.0),
    ([0.9, 0.2], -1.0),
    ([-0.4, 0.8], 1.0),
    ([0.3, -0.5], -1.0),
];

/// One definition, a function, trained statically and through the tape; and the same network of layers.
#[test]
fn a_network_trains_on_the_tape_as_it_does_statically() {
    const STEPS: usize = 50;
    let tape = Tape::new();
    let model = Mlp::build(2)
        .layer(8, Activation::Tanh)
        .layer(1, Activation::Linear)
        .on(&tape, 5);
    // From neuron by neuron to block by block.
    let flat: Vec<f64> = model.parameters().map(Value::data).collect();
    let mut x: Vec<f64> = Vec::new();
    x.extend((0..8).flat_map(|i| [flat[3 * i], flat[3 * i + 1]]));
    x.extend((0..8).map(|i| flat[3 * i + 2]));
    x.extend(&flat[24..]);

    // Statically.
    let loss =
        row_loss
            .over(&ROWS)
            .mean()
            .plus(func!(|w1: [[R; 2]; 8], b1: [R; 8], w2: [R; 8], b2| {
                1e-3 * weights(w1, b1, w2, b2)
            }));
    let mut optimizer = Optimizer::adam(0.02);
    let (mut parameters, mut gradient) = (x.clone(), vec![0.0; 33]);
    let statically: Vec<f64> = (0..STEPS)
        .map(|_| {
            let value = loss
                .value_and_gradient_into(&parameters, &mut gradient)
                .expect("33 numbers");
            optimizer
                .update(&mut parameters, &gradient)
                .expect("finite");
            value
        })
        .collect();

    // The same function, its rows nodes of a graph.
    struct Parameters<'t>(Vec<Value<'t, f64>>);
    impl<'t> Module<'t, f64> for Parameters<'t> {
        fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
            self.0.iter().copied()
        }
    }
    let leaves = Parameters(x.iter().map(|&x| tape.value(x)).collect());
    let mut optimizer = Optimizer::adam(0.02);
    for expected in &statically {
        let value = optimizer.minimize(&tape, &leaves, || {
            let v = &leaves.0;
            let w1: [[Value<f64>; 2]; 8] = core::array::from_fn(|i| [v[2 * i], v[2 * i + 1]]);
            let (b1, w2) = (
                core::array::from_fn(|i| v[16 + i]),
                core::array::from_fn(|i| v[24 + i]),
            );
            let all = (w1, b1, w2, v[32]);
            let losses = ROWS.iter().map(|row| row_loss.with(row).on(all));
            losses.sum::<Value<f64>>() / 4.0 + 1e-3 * weights.on(all)
        });
        let value = value.expect("finite");
        assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    }

    // Layers of neurons.
    let mut optimizer = Optimizer::adam(0.02);
    for expected in &statically {
        let value = optimizer.minimize(&tape, &model, || {
            hinge(
                &ROWS.map(|(x, _)| model.forward(&x)[0]),
                &ROWS.map(|(_, y)| y),
            ) + 1e-3 * l2(&model)
        });
        let value = value.expect("finite");
        assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    }
    assert!(statically[STEPS - 1] < 0.5 * statically[0]);
}
