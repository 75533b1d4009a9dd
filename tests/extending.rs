//! Losses, activations and methods of optimisation of the user's own.
#![cfg(feature = "nn")]

use monograd::nn::{
    Activation, Init, Kept, Layer, Method, Mlp, Module, Neuron, Optimizer, Schedule, Standard,
    Step, TrainingError, hinge, l1, l2, mean_loss, mean_squared_error, parameter_sum, summed_loss,
};
use monograd::prelude::*;
use monograd::rules::{self, UnaryOperations};
use monograd::scalar::{Real, UnaryRule};
use monograd::tape::{Data, Recording};

func! {
    /// Huber's loss at 1.
    fn huber(y, t) {
        let size = (y - t).abs();
        if size <= 1 { 0.5 * size * size } else { size - 0.5 }
    }
    fn square(y, t) { (y - t).square() }
    fn margin(y, t) { (1 - t * y).relu() }
    fn root(y, t) { (y - t).sqrt() }
}

const POINTS: [f64; 4] = [-3.0, 0.25, 1.0, 4.0];
const TARGETS: [f64; 4] = [1.0, 0.5, 1.0, 3.5];

#[test]
fn a_loss_is_a_function_of_two_inputs() {
    let tape = Tape::new();
    let y = POINTS.map(|y| tape.value(y));
    let loss = mean_loss(huber, &y, &TARGETS);
    assert_eq!(
        (loss.data(), tape.len()),
        ((3.5 + 0.03125 + 0.125) / 4.0, 5)
    );
    assert_eq!(loss.operation().as_deref(), Some("huber"));
    loss.backward();
    assert_eq!(y.map(Value::grad), [-0.25, -0.0625, 0.0, 0.125]);
    assert_eq!(summed_loss(huber, &y, &TARGETS).data(), 4.0 * loss.data());

    // One that holds a number, in another precision, and again at other predictions.
    let (tape, width) = (Tape::<f32>::new(), "2".parse::<f32>().expect("a number"));
    let y = [tape.value(3.0)];
    let scaled = mean_loss(func!(move |y, t| width * (y - t).square()), &y, &[1.0]);
    scaled.backward();
    assert_eq!((scaled.data(), y[0].grad()), (8.0, 8.0));
    assert_eq!(scaled.operation().as_deref(), Some("f"));
    let mut recording = Recording::new(&[0.0; 4], |y| mean_loss(huber, y, &TARGETS));
    let mut gradient = [0.0; 4];
    assert_eq!(
        recording.value_and_gradient(&POINTS, &mut gradient),
        Ok(loss.data())
    );
    assert_eq!(gradient, [-0.25, -0.0625, 0.0, 0.125]);
}

/// The losses that there are, bit for bit.
#[test]
fn the_same_function_is_the_same_loss() {
    let gradient = |loss: &dyn for<'t> Fn(&[Value<'t, f64>]) -> Value<'t, f64>| {
        let tape = Tape::new();
        let y = POINTS.map(|y| tape.value(y));
        let loss = loss(&y);
        loss.backward();
        (loss.data().to_bits(), y.map(|y| y.grad().to_bits()))
    };
    let labels = [1.0, -1.0, 1.0, -1.0];
    assert_eq!(
        gradient(&|y| mean_loss(square, y, &TARGETS)),
        gradient(&|y| mean_squared_error(y, &TARGETS))
    );
    assert_eq!(
        gradient(&|y| mean_loss(margin, y, &labels)),
        gradient(&|y| hinge(y, &labels))
    );
}

#[test]
fn what_a_loss_does_not_depend_on_contributes_nothing() {
    let tape = Tape::<f64>::new();
    let x = tape.value(0.0);
    let steep = x.sqrt();
    // Beyond the margin, behind an infinite slope, and at a difference of 0.
    mean_loss(margin, &[steep + 3.0], &[1.0]).backward();
    assert_eq!(x.grad(), 0.0);
    mean_loss(square, &[steep], &[0.0]).backward();
    assert!(x.grad().is_nan());
    let y = tape.value(1.0);
    mean_loss(root, &[y], &[1.0]).backward();
    assert_eq!(y.grad(), f64::INFINITY);
}

#[test]
fn a_penalty_is_a_function_of_a_parameter() {
    let tape = Tape::<f64>::new();
    let layer = Layer::new(&tape, 3, 2, Activation::Linear, 5);
    let of = |penalty: Value<'_, f64>| {
        layer.zero_grad();
        penalty.backward();
        let gradient: Vec<u64> = layer.parameters().map(|p| p.grad().to_bits()).collect();
        (penalty.data().to_bits(), gradient)
    };
    assert_eq!(
        of(parameter_sum(func!(|p| p.square()), &layer)),
        of(l2(&layer))
    );
    assert_eq!(
        of(parameter_sum(func!(|p| p.abs()), &layer)),
        of(l1(&layer))
    );
}

/// A leaky rectifier: z, and the part `0` of z below 0.
#[derive(Clone, Copy)]
struct Leaky(f64);

impl UnaryRule for Leaky {
    fn parameter(self) -> Option<f64> {
        Some(self.0)
    }
    fn primal<F: Real>(self, z: F) -> F {
        F::select(z.less_than(F::zero()), F::constant(self.0) * z, z)
    }
    fn partial<S: Scalar>(self, z: S, _y: S) -> S {
        S::select(z.less_than(S::zero()), S::constant(self.0), S::one())
    }
}

#[test]
fn any_rule_is_an_activation() {
    let tape = Tape::<f64>::new();
    let x = [0.3, -1.2, 0.8].map(|x| tape.value(x));
    let model = Mlp::build(3)
        .layers(&[4, 3], Leaky(0.1))
        .layer(2, rules::Sin)
        .layer(1, Activation::Linear)
        .biases(Init::Uniform(0.5))
        .on(&tape, 11);
    let loss = model.forward(&x)[0];
    loss.backward();
    let leaves: Vec<_> = model.parameters().chain(x).collect();
    let by_layers: Vec<f64> = leaves.iter().map(|leaf| leaf.grad()).collect();

    tape.zero_grad();
    let mut parameters = model.parameters();
    let mut values = x.to_vec();
    for (outputs, which) in [(4, 0), (3, 0), (2, 1), (1, 2)] {
        values = (0..outputs)
            .map(|_| {
                let weights: Vec<_> = parameters.by_ref().take(values.len()).collect();
                let bias = parameters.next().expect("a bias");
                let products = weights.iter().zip(&values).map(|(&w, &x)| w * x);
                let sum = products.fold(bias, |sum, product| sum + product);
                match which {
                    0 => sum.apply(Leaky(0.1)),
                    1 => sum.sin(),
                    _ => sum,
                }
            })
            .collect();
    }
    assert_eq!(values[0].data(), loss.data());
    values[0].backward();
    for (leaf, by_layers) in leaves.iter().zip(by_layers) {
        assert!((leaf.grad() - by_layers).abs() < 1e-14);
    }

    let neuron = Neuron::new(&tape, 2, Leaky(0.1), 1);
    assert_eq!(neuron.to_string(), "Leaky(0.1)Neuron(2)");
    let out = neuron.forward(&[1.0, 2.0]);
    assert_eq!(out.operation().as_deref(), Some("Leaky"));
    assert_eq!(
        Neuron::new(&tape, 2, rules::Tanh, 1).to_string(),
        "TanhNeuron(2)"
    );
}

#[test]
fn an_activation_is_plain() {
    let steep = |activation: Activation| match activation {
        Activation::Linear | Activation::Relu | Activation::Softplus => false,
        Activation::Tanh | Activation::Sigmoid | Activation::Gelu | Activation::Silu => true,
    };
    assert!(steep(Activation::Tanh) && !steep(Activation::default()));
}

/// Steps along the signs of gradients.
#[derive(Debug, Clone, PartialEq)]
struct SignSgd;

impl<F: Data> Method<F> for SignSgd {
    fn name(&self) -> String {
        "SignSgd".into()
    }
    fn step(&self, step: Step<'_, F>) {
        for (parameter, gradient) in step.parameters.iter_mut().zip(step.gradient) {
            *parameter = *parameter - step.rate * gradient.signum();
        }
    }
}

/// Adam whose second moments never fall. Reddi, Kale and Kumar, 2018.
#[derive(Debug, Clone, PartialEq)]
struct AmsGrad(f64);

impl<F: Data> Method<F> for AmsGrad {
    fn name(&self) -> String {
        format!("AmsGrad({})", self.0)
    }
    fn keeps(&self) -> &[Kept] {
        &[Kept::Number, Kept::NotNegative, Kept::NotNegative]
    }
    fn check(&self) -> Result<(), String> {
        match (0.0..1.0).contains(&self.0) {
            true => Ok(()),
            false => Err(format!("a decay is at least 0 and below 1, not {}", self.0)),
        }
    }
    fn step(&self, step: Step<'_, F>) {
        let [means, squares, greatest] = step.kept.each();
        let mix =
            |decay: f64, old: F, new: F| F::constant(decay) * old + F::constant(1.0 - decay) * new;
        for (i, &gradient) in step.gradient.iter().enumerate() {
            means[i] = mix(self.0, means[i], gradient);
            squares[i] = mix(0.999, squares[i], gradient * gradient);
            if greatest[i].less_than(squares[i]) {
                greatest[i] = squares[i];
            }
            let root = greatest[i].sqrt() + F::constant(1e-8);
            step.parameters[i] = step.parameters[i] - step.rate * means[i] / root;
        }
    }
}

fn trains<M: Method<f32>>(mut optimizer: Optimizer<f32, M>) {
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
    assert!(last < 0.5 * first, "{first} to {last}");
}

#[test]
fn a_method_of_the_users_own_trains() {
    trains(Optimizer::of(SignSgd, 0.02).schedule(Schedule::linear(0.1, 60)));
    trains(Optimizer::of(AmsGrad(0.9), 0.02).clip_norm(1.0));
    let decays = [0.8, 0.99];
    trains(Optimizer::of(
        Standard::Adam {
            decays,
            weight_decay: 0.01,
        },
        0.02,
    ));
}

#[test]
fn a_step_of_a_method_of_the_users_own_changes_all_or_nothing() {
    let mut optimizer = Optimizer::of(AmsGrad(0.9), 0.1);
    let mut x = [1.0_f64, -1.0];
    assert!(optimizer.update(&mut x, &[1.0, -2.0]).is_ok());
    let before = (optimizer.clone(), x);
    for (gradient, step_would) in [(f64::INFINITY, "gradient"), (1e200, "memory")] {
        let error = optimizer.update(&mut x, &[1.0, gradient]).unwrap_err();
        match step_would {
            "gradient" => assert!(matches!(
                error,
                TrainingError::Gradient {
                    step: 1,
                    parameter: 1,
                    ..
                }
            )),
            _ => assert!(
                matches!(
                    error,
                    TrainingError::Memory {
                        step: 1,
                        parameter: 1,
                        ..
                    }
                ),
                "{error}"
            ),
        }
        assert!((&optimizer, &x) == (&before.0, &before.1));
    }
    // A sign is finite where a gradient is not.
    let mut optimizer = Optimizer::of(SignSgd, 0.1);
    let error = optimizer.update(&mut x, &[f64::INFINITY, 0.0]).unwrap_err();
    assert!(matches!(
        error,
        TrainingError::Gradient { parameter: 0, .. }
    ));
    assert_eq!((x, optimizer.steps()), (before.1, 0));
}

#[test]
#[should_panic(expected = "a decay is at least 0 and below 1, not 1.5")]
fn a_method_refuses_its_numbers() {
    let _ = Optimizer::<f64, _>::of(AmsGrad(1.5), 0.1);
}

#[test]
#[should_panic(
    expected = "a method that says it keeps 0 numbers of each parameter was asked for 1"
)]
fn a_method_keeps_what_it_says() {
    #[derive(Clone)]
    struct Forgetful;
    impl<F: Data> Method<F> for Forgetful {
        fn name(&self) -> String {
            "Forgetful".into()
        }
        fn step(&self, step: Step<'_, F>) {
            let [_mean] = step.kept.each();
        }
    }
    let _ = Optimizer::of(Forgetful, 0.1).update(&mut [1.0], &[1.0]);
}

#[cfg(feature = "checkpoints")]
mod saved {
    use super::*;
    use monograd::nn::{Checkpoint, CheckpointError};

    fn steps<M: Method<f64>>(
        tape: &Tape<f64>,
        model: &Mlp<'_, f64>,
        optimizer: &mut Optimizer<f64, M>,
    ) -> Vec<u64> {
        let x = [[0.1, 0.9], [0.7, -0.4], [-0.8, 0.3]];
        let mut step = || {
            optimizer.minimize(tape, model, || {
                mean_loss(huber, &x.map(|x| model.forward(&x)[0]), &[1.0, -1.0, 0.5])
            })
        };
        (0..5).map(|_| step().expect("finite").to_bits()).collect()
    }

    fn resumes<M: Method<f64>>(fresh: impl Fn() -> Optimizer<f64, M>) -> Checkpoint<f64> {
        let tape = Tape::new();
        let (model, mut optimizer) = (Mlp::new(&tape, 2, &[4, 1], 1), fresh());
        steps(&tape, &model, &mut optimizer);
        let text = Checkpoint::of(&model)
            .optimizer(&optimizer)
            .to_text()
            .expect("finite");
        let uninterrupted = steps(&tape, &model, &mut optimizer);

        let checkpoint = Checkpoint::from_bytes(text.as_bytes()).expect("what was saved");
        let (model, mut optimizer) = (Mlp::new(&tape, 2, &[4, 1], 2), fresh());
        checkpoint.restore(&model).expect("the same model");
        checkpoint
            .restore_optimizer(&mut optimizer)
            .expect("the same method");
        assert_eq!(steps(&tape, &model, &mut optimizer), uninterrupted);
        checkpoint
    }

    #[test]
    fn training_by_a_method_of_the_users_own_resumes_bit_for_bit() {
        resumes(|| Optimizer::of(SignSgd, 0.02).schedule(Schedule::cosine(0.1, 10)));
        let checkpoint = resumes(|| Optimizer::of(AmsGrad(0.9), 0.02).clip_value(0.5));
        let refused = |error: CheckpointError| error.to_string();
        let error = checkpoint.restore_optimizer(&mut Optimizer::of(AmsGrad(0.8), 0.02));
        assert_eq!(
            refused(error.unwrap_err()),
            "the checkpoint's optimiser is another one: AmsGrad(0.9) of 17 parameters, not AmsGrad(0.8)"
        );
        let error = checkpoint.restore_optimizer(&mut Optimizer::adam(0.02));
        assert!(refused(error.unwrap_err()).ends_with("AmsGrad(0.9) of 17 parameters, not Adam"));
    }

    /// One that says it is another, and keeps something else.
    #[test]
    fn what_a_method_does_not_keep_is_refused() {
        #[derive(Debug, Clone)]
        struct Pretender;
        impl<F: Data> Method<F> for Pretender {
            fn name(&self) -> String {
                "AmsGrad(0.9)".into()
            }
            fn keeps(&self) -> &[Kept] {
                &[Kept::NotNegative]
            }
            fn step(&self, _step: Step<'_, F>) {}
        }
        let checkpoint = resumes(|| Optimizer::of(AmsGrad(0.9), 0.02));
        let mut pretender = Optimizer::of(Pretender, 0.02);
        let error = checkpoint.restore_optimizer(&mut pretender).unwrap_err();
        assert!(matches!(error, CheckpointError::Damaged(_)), "{error}");
        assert_eq!(pretender.steps(), 0);
        // Nor is one with a name of the standard ones.
        #[derive(Debug, Clone)]
        struct Adam;
        impl<F: Data> Method<F> for Adam {
            fn name(&self) -> String {
                "Adam".into()
            }
            fn step(&self, _step: Step<'_, F>) {}
        }
        let checkpoint = resumes(|| Optimizer::adam(0.02));
        assert!(
            checkpoint
                .restore_optimizer(&mut Optimizer::of(Adam, 0.02))
                .is_err()
        );
    }

    /// Another activation of the same type is another model.
    #[test]
    fn the_parameter_of_an_activation_tells_models_apart() {
        let tape = Tape::<f64>::new();
        let model = |slope| Mlp::build(2).layer(1, Leaky(slope)).on(&tape, 1);
        let checkpoint = Checkpoint::of(&model(0.1));
        assert!(checkpoint.restore(&model(0.1)).is_ok());
        assert!(checkpoint.restore(&model(0.2)).is_err());
    }
}
