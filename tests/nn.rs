//! Networks: their parameters, and what they compute.
#![cfg(feature = "nn")]

use monograd::nn::{Activation, Layer, Mlp, Module, Neuron};
use monograd::prelude::*;

#[test]
fn parameters_are_in_micrograds_order() {
    let tape = Tape::<f64>::new();
    let model = Mlp::new(&tape, 2, &[3, 1], 1337);
    let parameters: Vec<_> = model.parameters().collect();
    assert_eq!(parameters.len(), 3 * (2 + 1) + (3 + 1));
    // Neuron by neuron, weights and then bias; so biases are at these places, and zero.
    for (i, parameter) in parameters.iter().enumerate() {
        let is_bias = [2, 5, 8, 12].contains(&i);
        assert_eq!(parameter.data() == 0.0, is_bias, "parameter {i}");
        assert!(parameter.data().abs() < 1.0);
        parameter.set_data(i as f64);
    }
    // h = relu([0 1; 3 4; 6 7] x + [2, 5, 8]), out = [9 10 11] h + 12 at x = (1, −1).
    let h = [0.0 - 1.0 + 2.0, 3.0 - 4.0 + 5.0, 6.0 - 7.0 + 8.0];
    let out = model.forward(&[1.0, -1.0]);
    assert_eq!(out.len(), 1);
    assert_eq!(out[0].data(), 9.0 * h[0] + 10.0 * h[1] + 11.0 * h[2] + 12.0);
    out[0].backward();
    let grads: Vec<f64> = parameters.iter().map(|p| p.grad()).collect();
    assert_eq!(
        grads,
        [
            9.0, -9.0, 9.0, 10.0, -10.0, 10.0, 11.0, -11.0, 11.0, 1.0, 4.0, 7.0, 1.0
        ]
    );
    model.zero_grad();
    assert!(parameters.iter().all(|p| p.grad() == 0.0));
}

#[test]
fn weights_are_uniform_and_follow_the_seed() {
    let tape = Tape::<f64>::new();
    let data = |seed| -> Vec<f64> {
        let model = Mlp::new(&tape, 50, &[100, 1], seed);
        model.parameters().map(Value::data).collect()
    };
    let weights: Vec<f64> = data(1).into_iter().filter(|&w| w != 0.0).collect();
    let n = weights.len() as f64;
    let mean = weights.iter().sum::<f64>() / n;
    let variance = weights.iter().map(|w| w * w).sum::<f64>() / n;
    assert!(
        mean.abs() < 0.03 && (variance - 1.0 / 3.0).abs() < 0.02,
        "{mean} {variance}"
    );
    assert_eq!(data(1), data(1));
    assert_ne!(data(1), data(2));
    // A seed means the same network everywhere and ever.
    assert_eq!(data(1337)[..3], FIRST_WEIGHTS);
}

const FIRST_WEIGHTS: [f64; 3] = [
    -0.115_660_799_531_941_64,
    0.870_597_671_220_062_7,
    0.643_363_642_789_967_4,
];

#[test]
fn the_last_layer_is_linear_and_the_others_rectify() {
    let tape = Tape::<f64>::new();
    let model = Mlp::new(&tape, 1, &[1], 3);
    let out = |x: f64| model.forward(&[x])[0].data();
    assert_eq!(out(2.0), -out(-2.0));
    let rectified = Neuron::new(&tape, 1, Activation::Relu, 3);
    let outputs = [
        rectified.forward(&[1.0]).data(),
        rectified.forward(&[-1.0]).data(),
    ];
    assert!(outputs.contains(&0.0) && outputs.iter().any(|&out| out > 0.0));
    let layer = Layer::new(&tape, 1, 2, Activation::Linear, 3);
    assert!(
        layer
            .forward(&[1.0])
            .iter()
            .zip(layer.forward(&[-1.0]).iter())
            .all(|(a, b)| a.data() == -b.data())
    );
}

#[test]
fn in_single_precision() {
    let tape = Tape::<f32>::new();
    let model = Mlp::new(&tape, 2, &[4, 1], 1337);
    let out = model.forward(&[0.5, -0.5])[0];
    out.backward();
    assert!(out.data().is_finite() && model.parameters().any(|p| p.grad() != 0.0));
}

#[test]
#[should_panic(expected = "a neuron takes as many inputs as it has weights")]
fn inputs_must_fit() {
    let tape = Tape::<f64>::new();
    let _ = Mlp::new(&tape, 2, &[4, 1], 1337).forward(&[1.0]);
}

/// More parameters than memory, or than can be counted, are refused before any is reserved.
#[test]
fn layers_that_no_tape_holds_are_refused() {
    let million = 1_000_000;
    for (inputs, outputs) in [
        (million, million),
        (usize::MAX, 1),
        (usize::MAX / 2, usize::MAX / 2),
        (0, 1 << 28),
    ] {
        let layer = std::panic::catch_unwind(|| {
            let _ = Layer::new(&Tape::<f64>::new(), inputs, outputs, Activation::Linear, 1);
        });
        let words = layer
            .expect_err("no panic")
            .downcast::<String>()
            .expect("words");
        assert_eq!(
            *words,
            format!(
                "a layer of {inputs} inputs and {outputs} outputs has more parameters than the 2²⁸ − 1 values that a \
                 tape holds"
            )
        );
    }
    let network = std::panic::catch_unwind(|| {
        let _ = Mlp::new(&Tape::<f32>::new(), million, &[million, 1], 1);
    });
    assert!(network.is_err());
}
