//! Optimisers: that they lower the loss, and what they refuse without changing anything.
#![cfg(feature = "nn")]

use monograd::nn::{
    Activation, Batches, Init, Mlp, Module, Neuron, Optimizer, Schedule, TrainingError,
    clip_grad_norm, clip_grad_value, mean_squared_error,
};
use monograd::prelude::*;

fn optimizers<F: monograd::tape::Data>() -> [Optimizer<F>; 7] {
    let schedule = Schedule::cosine(0.1, 30).warm_up(3);
    [
        Optimizer::sgd(0.05),
        Optimizer::momentum(0.05, 0.9).schedule(Schedule::linear(0.1, 20)),
        Optimizer::nesterov(0.05, 0.9).clip_norm(0.5),
        Optimizer::rmsprop(0.01).clip_value(0.1),
        Optimizer::adam(0.01),
        Optimizer::adamw(0.01, 0.1),
        Optimizer::adam(0.01).schedule(schedule),
    ]
}

#[test]
fn every_optimiser_lowers_the_loss() {
    for mut optimizer in optimizers::<f32>() {
        let tape = Tape::new();
        let model = Mlp::build(2)
            .layers(&[8, 1], Activation::Tanh)
            .weights(Init::Xavier)
            .on(&tape, 3);
        let mut step = || {
            let loss = optimizer.minimize(&tape, &model, || {
                let y = [[0.0, 0.5], [1.0, -0.5], [-1.0, 0.2]].map(|x| model.forward(&x)[0]);
                mean_squared_error(&y, &[0.5, -0.5, 0.25])
            });
            loss.expect("a finite loss")
        };
        let first = step();
        let last = (0..60).map(|_| step()).last().expect("steps");
        assert!(last < 0.7 * first, "{first} to {last}");
    }
}

#[test]
fn clipping_bounds_the_step() {
    let tape = Tape::<f64>::new();
    let neuron = Neuron::new(&tape, 3, Activation::Linear, 1);
    let before: Vec<f64> = neuron.parameters().map(Value::data).collect();
    let mut optimizer = Optimizer::sgd(1.0).clip_norm(0.1);
    let loss = optimizer.minimize(&tape, &neuron, || neuron.forward(&[30.0, -40.0, 10.0]));
    assert!(loss.is_ok());
    let moved = neuron
        .parameters()
        .zip(before)
        .map(|(p, before)| (p.data() - before).powi(2));
    assert!((moved.sum::<f64>().sqrt() - 0.1).abs() < 1e-12);
}

#[test]
fn what_is_not_finite_stops_training_and_changes_nothing() {
    let tape = Tape::<f64>::new();
    let neuron = Neuron::new(&tape, 1, Activation::Linear, 1);
    let mut optimizer = Optimizer::adam(0.1);
    for _ in 0..3 {
        optimizer
            .minimize(&tape, &neuron, || neuron.forward(&[1.0]).square())
            .expect("finite");
    }
    let before = (
        optimizer.clone(),
        neuron.parameters().map(Value::data).collect::<Vec<_>>(),
    );
    let error = optimizer.minimize(&tape, &neuron, || neuron.forward(&[f64::NAN]));
    assert!(matches!(error, Err(TrainingError::Loss { step: 3, loss }) if loss.is_nan()));
    // A finite loss with an infinite slope.
    let steep = optimizer.minimize(&tape, &neuron, || {
        let x = neuron.forward(&[1.0]);
        (x - x.stop_gradient()).sqrt()
    });
    let error = steep.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the gradient of parameter 0 at step 3 is inf: the parameters are as they were before the step. \
         `check::first_non_finite`, or of values on a tape `first_non_finite_on_tape`, says by which operation"
    );
    assert_eq!(before.0, optimizer);
    let after: Vec<f64> = neuron.parameters().map(Value::data).collect();
    assert_eq!(before.1, after);
    let other = Neuron::new(&tape, 5, Activation::Linear, 1);
    let error = optimizer.step(&other).unwrap_err();
    assert_eq!(
        error,
        TrainingError::Parameters {
            expected: 2,
            given: 6
        }
    );
    assert!(optimizer.update(&mut [0.0; 2], &[0.0]).is_err());
}

/// Whether a step at a gradient of 13 numbers is refused with these words, on slices and on a tape, and nothing changed.
fn refused<F: monograd::tape::Data + PartialEq>(
    optimizer: &Optimizer<F>,
    gradient: F,
    reason: &str,
) {
    let mut mine = optimizer.clone();
    let mut parameters = [F::constant(0.5); 13];
    let error = mine.update(&mut parameters, &[gradient; 13]).unwrap_err();
    assert!(error.to_string().starts_with(reason), "{error}");
    assert!(parameters.iter().all(|x| x.as_f64() == 0.5) && mine == *optimizer);

    let tape = Tape::new();
    let model = Mlp::build(2).layers(&[3, 1], Activation::Tanh).on(&tape, 1);
    let before: Vec<F> = model.parameters().map(Value::data).collect();
    model.parameters().for_each(|p| p.set_grad(gradient));
    let error = mine.step(&model).unwrap_err();
    assert!(error.to_string().starts_with(reason), "{error}");
    assert!(model.parameters().map(Value::data).eq(before) && mine == *optimizer);
}

#[test]
fn a_step_that_would_write_what_is_not_finite_is_refused() {
    refused(
        &Optimizer::sgd(1e308),
        10.0,
        "step 0 would set parameter 0 to -inf",
    );
    refused(
        &Optimizer::momentum(1e308, 0.9),
        10.0,
        "step 0 would set parameter 0 to -inf",
    );
    refused(
        &Optimizer::adamw(1e308, 10.0),
        1.0,
        "step 0 would set parameter 0 to -inf",
    );
    // Adam would never move again: the square overflows.
    let reason = "the gradient of parameter 0 at step 0 is 1.0000000200408773e20, too large for what the optimiser remembers";
    refused(&Optimizer::<f32>::adam(0.01), 1e20, reason);
    refused(&Optimizer::<f32>::rmsprop(0.01), 1e20, reason);
    refused(
        &Optimizer::<f64>::adam(0.01),
        1e200,
        "the gradient of parameter 0 at step 0 is 1e200",
    );
    let reason = "the rate of step 0 is 1e300, which the parameters' numbers do not hold";
    refused(&Optimizer::<f32>::sgd(1e300), 0.0, reason);

    // What was refused once does not keep from going on.
    let mut adam = Optimizer::<f32>::adam(0.01);
    let mut x = [1.0];
    assert!(adam.update(&mut x, &[1e20]).is_err());
    adam.update(&mut x, &[1.0]).expect("finite");
    assert!((x[0] - 0.99).abs() < 1e-6);

    // A schedule that grows.
    let mut growing = Optimizer::sgd(1.0).schedule(Schedule::step(1e100, 1));
    let mut x = [1.0];
    let refused = (0..5)
        .map(|_| growing.update(&mut x, &[0.0]))
        .position(|step| step.is_err());
    assert_eq!((refused, growing.steps()), (Some(4), 4));
}

/// Momentum that overflows after many steps, in the middle of the parameters.
#[test]
fn what_the_optimiser_remembers_stays_finite() {
    let mut optimizer = Optimizer::momentum(0.0, 1.0);
    let (mut x, gradient) = ([1.0; 3], [0.0, 1e308, 0.0]);
    optimizer
        .update(&mut x, &gradient)
        .expect("1e308 is finite");
    let before = optimizer.clone();
    let error = optimizer.update(&mut x, &gradient).unwrap_err();
    assert!(
        matches!(
            error,
            TrainingError::Parameter {
                step: 1,
                parameter: 1,
                ..
            } | TrainingError::Memory {
                step: 1,
                parameter: 1,
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(optimizer, before);
}

#[test]
fn clipping_to_a_norm_is_right_however_long_the_gradient_is() {
    for size in [1e-300, 1e-200, 1e-16, 1e-3, 1.0, 1e16, 1e200, 1.7e308] {
        let limit = 1e-5 * size;
        let mut optimizer = Optimizer::sgd(1.0).clip_norm(limit);
        let mut x = [0.0; 3];
        optimizer
            .update(&mut x, &[0.6 * size, 0.0, -0.8 * size])
            .expect("finite");
        for (x, expected) in x.into_iter().zip([-0.6, 0.0, 0.8]) {
            assert!((x / limit - expected).abs() < 1e-14, "{size}: {x}");
        }
        // As long as the limit, or shorter, it is left alone.
        let mut optimizer = Optimizer::sgd(1.0).clip_norm(size);
        let mut x = [0.0; 2];
        optimizer
            .update(&mut x, &[0.5 * size, -0.25 * size])
            .expect("finite");
        assert_eq!(x, [-0.5 * size, 0.25 * size]);
    }
    for size in [1e-30_f32, 1e-20, 1.0, 1e20, 3e38] {
        let mut optimizer = Optimizer::sgd(1.0).clip_norm(1e-5 * f64::from(size));
        let mut x = [0.0; 4];
        optimizer.update(&mut x, &[size; 4]).expect("finite");
        assert!(
            x.iter().all(|x| (x / size + 0.5e-5).abs() < 1e-11),
            "{size}: {x:?}"
        );
    }
    // The norm itself overflows.
    let tape = Tape::new();
    let neuron = Neuron::new(&tape, 3, Activation::Linear, 1);
    neuron.parameters().for_each(|p| p.set_grad(f64::MAX));
    assert_eq!(clip_grad_norm(&neuron, 1.0), f64::INFINITY);
    assert!(neuron.parameters().all(|p| (p.grad() - 0.5).abs() < 1e-15));
    // What is not finite is not clipped, but told.
    let first = neuron.parameters().next().expect("parameters");
    first.set_grad(f64::NEG_INFINITY);
    assert_eq!(clip_grad_norm(&neuron, 1.0), f64::INFINITY);
    assert!(first.grad().is_infinite());
    first.set_grad(f64::NAN);
    assert!(clip_grad_norm(&neuron, 1.0).is_nan());
    assert!(
        neuron
            .parameters()
            .skip(1)
            .all(|p| (p.grad() - 0.5).abs() < 1e-15)
    );
    // Only its length is of interest.
    first.set_grad(0.5);
    assert!((clip_grad_norm(&neuron, f64::INFINITY) - 1.0).abs() < 1e-15);
}

#[test]
fn parameters_that_are_not_leaves_are_refused_and_none_is_moved() {
    struct Pair<'t>([Value<'t, f64>; 2]);
    impl<'t> Module<'t, f64> for Pair<'t> {
        fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
            self.0.into_iter()
        }
    }
    let tape = Tape::new();
    let x = tape.value(1.0);
    for second in [x * 3.0, Value::from(2.0)] {
        let mut optimizer = Optimizer::sgd(0.1);
        x.set_grad(1.0);
        let error = optimizer.step(&Pair([x, second])).unwrap_err();
        assert_eq!(error, TrainingError::NotALeaf { parameter: 1 });
        assert_eq!((x.data(), optimizer.steps()), (1.0, 0));
    }
}

/// The words with which a constructor panics.
fn panics(constructor: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(constructor).expect_err("no panic");
    *panic.downcast::<String>().expect("words")
}

#[test]
fn constructors_refuse_what_makes_no_sense() {
    for rate in [f64::NAN, f64::INFINITY, -0.1] {
        let constructors: [fn(f64) -> Optimizer<f64>; 6] = [
            Optimizer::sgd,
            |rate| Optimizer::momentum(rate, 0.9),
            |rate| Optimizer::nesterov(rate, 0.9),
            Optimizer::rmsprop,
            Optimizer::adam,
            |rate| Optimizer::adamw(rate, 0.1),
        ];
        for constructor in constructors {
            let words = panics(move || drop(constructor(rate)));
            assert_eq!(
                words,
                format!("the rate is finite and at least 0, not {rate}")
            );
        }
        let words = panics(move || drop(Optimizer::<f64>::adamw(0.1, rate)));
        assert_eq!(
            words,
            format!("the decay of weights is finite and at least 0, not {rate}")
        );
        let words = panics(move || {
            let _ = Schedule::linear(rate, 3);
        });
        assert_eq!(
            words,
            format!("the last factor of a rate is finite and at least 0, not {rate}")
        );
        let words = panics(move || {
            let _ = Schedule::step(rate, 3);
        });
        assert_eq!(
            words,
            format!("the factor of a rate is finite and at least 0, not {rate}")
        );
        let words = panics(move || {
            let _ = Mlp::build(1)
                .layer(1, Activation::Tanh)
                .weights(Init::Uniform(rate))
                .on(&Tape::<f64>::new(), 1);
        });
        assert!(
            words.starts_with("the bound of initial parameters is finite"),
            "{words}"
        );
    }
    for momentum in [f64::NAN, -0.1, 1.1] {
        let words = panics(move || drop(Optimizer::<f64>::momentum(0.1, momentum)));
        assert_eq!(
            words,
            format!("momentum is between 0 and 1, not {momentum}")
        );
    }
    for limit in [f64::NAN, 0.0, -1.0] {
        let clips: [fn(f64); 4] = [
            |limit| drop(Optimizer::<f64>::sgd(0.1).clip_norm(limit)),
            |limit| drop(Optimizer::<f64>::sgd(0.1).clip_value(limit)),
            |limit| {
                let _ = clip_grad_norm(&Neuron::new(&Tape::new(), 1, Activation::Linear, 1), limit);
            },
            |limit| clip_grad_value(&Neuron::new(&Tape::new(), 1, Activation::Linear, 1), limit),
        ];
        for clip in clips {
            let words = panics(move || clip(limit));
            assert_eq!(
                words,
                format!("the limit of gradients is greater than 0, not {limit}")
            );
        }
    }
    let words = panics(|| drop(Batches::new(usize::MAX, 1, 1)));
    assert_eq!(
        words,
        format!(
            "the order of {} rows is larger than memory can be",
            usize::MAX
        )
    );
    assert_eq!(
        panics(|| drop(Batches::new(3, 0, 1))),
        "a batch has at least one row"
    );
    // Where a layer has no inputs, its biases are drawn as if it had one.
    let tape = Tape::<f64>::new();
    let model = Mlp::build(0)
        .layer(3, Activation::Tanh)
        .biases(Init::He)
        .on(&tape, 1);
    assert!(
        model
            .parameters()
            .all(|p| p.data().is_finite() && p.data() != 0.0)
    );
}
