//! What goes wrong in training, and what is done with gradients before a step.

use super::Module;
use crate::rules::UnaryOperations;
use crate::tape::{Data, Value};
use core::fmt;

/// Why a step of training was not taken. Nothing has changed then.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TrainingError {
    /// The loss is infinite or NaN.
    Loss {
        /// The step, counted from 0.
        step: u64,
        /// The loss.
        loss: f64,
    },
    /// A gradient is infinite or NaN.
    Gradient {
        /// The step, counted from 0.
        step: u64,
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
        /// Its gradient.
        gradient: f64,
    },
    /// There are not as many parameters, or gradients, as before.
    Parameters {
        /// How many there were.
        expected: usize,
        /// How many there are.
        given: usize,
    },
}

impl fmt::Display for TrainingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TrainingError::Loss { step, loss } => write!(
                f,
                "the loss of step {step} is {loss}: the parameters are as they were before the step"
            ),
            TrainingError::Gradient {
                step,
                parameter,
                gradient,
            } => write!(
                f,
                "the gradient of parameter {parameter} at step {step} is {gradient}: the parameters are as they \
                 were before the step"
            ),
            TrainingError::Parameters { expected, given } => {
                write!(f, "{given} numbers were given for {expected} parameters")
            }
        }
    }
}

impl core::error::Error for TrainingError {}

/// How gradients are clipped.
pub(super) enum Scale<F> {
    Not,
    Within(F),
    By(F),
}

impl<F: Data> Scale<F> {
    /// To the length `limit`, of a gradient that is longer.
    pub(super) fn to_norm(limit: F, norm: F) -> Self {
        match limit.less_than(norm) {
            true => Scale::By(limit / norm),
            false => Scale::Not,
        }
    }

    pub(super) fn of(&self, gradient: F) -> F {
        match *self {
            Scale::Not => gradient,
            Scale::By(factor) => gradient * factor,
            Scale::Within(limit) if limit.less_than(gradient) => limit,
            Scale::Within(limit) if gradient.less_than(-limit) => -limit,
            Scale::Within(_) => gradient,
        }
    }
}

/// Cuts the gradient of each parameter to within ±`limit`.
///
/// ```
/// # use monograd::{nn::{clip_grad_value, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::<f64>::new();
/// let neuron = Neuron::new(&tape, 2, Activation::Linear, 1337);
/// neuron.forward(&[3.0, -0.5]).backward();
/// clip_grad_value(&neuron, 1.0);
/// assert!(neuron.parameters().map(Value::grad).eq([1.0, -0.5, 1.0]));
/// ```
pub fn clip_grad_value<'t, F: Data>(module: &impl Module<'t, F>, limit: F) {
    for parameter in module.parameters() {
        parameter.set_grad(Scale::Within(limit).of(parameter.grad()));
    }
}

/// Scales the gradient of all parameters, if it is longer than `limit`, to that length; gives the length that it had.
///
/// ```
/// # use monograd::{nn::{clip_grad_norm, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::<f64>::new();
/// let neuron = Neuron::new(&tape, 2, Activation::Linear, 1337);
/// neuron.forward(&[2.0, -2.0]).backward();
/// assert_eq!(clip_grad_norm(&neuron, 1.5), 3.0);
/// assert!(neuron.parameters().map(Value::grad).eq([1.0, -1.0, 0.5]));
/// ```
pub fn clip_grad_norm<'t, F: Data>(module: &impl Module<'t, F>, limit: F) -> F {
    let grads = module.parameters().map(Value::grad);
    let norm = grads.fold(F::zero(), |sum, grad| sum + grad * grad).sqrt();
    let scale = Scale::to_norm(limit, norm);
    for parameter in module.parameters() {
        parameter.set_grad(scale.of(parameter.grad()));
    }
    norm
}
