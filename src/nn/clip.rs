//! Gradients are clipped before a step.

use super::Module;
use super::checked::{Refused, above_zero, accept, finite};
use crate::rules::UnaryOperations;
use crate::tape::{Data, Value};

/// What an optimiser does with gradients before a step.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
pub(super) enum Clip {
    Not,
    Value(f64),
    Norm(f64),
}

impl Clip {
    pub(super) fn check(self) -> Result<(), Refused> {
        match self {
            Clip::Not => Ok(()),
            Clip::Value(limit) | Clip::Norm(limit) => {
                above_zero(LIMIT, limit)?;
                finite(LIMIT, limit)
            }
        }
    }
}

const LIMIT: &str = "the limit of gradients";

/// The Euclidean norm of a gradient, which need not be finite where the gradient is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Norm<F> {
    /// The greatest magnitude, where the squares of the numbers themselves overflow or underflow.
    unit: Option<F>,
    /// The norm in that unit.
    length: F,
}

impl<F: Data> Norm<F> {
    /// Of finite numbers.
    pub(super) fn of<I: Iterator<Item = F>>(numbers: impl Fn() -> I) -> Self {
        let squares = numbers().fold(F::zero(), |sum, x| sum + x * x);
        // Between these bounds neither the sum nor what matters of its terms leaves the range, in f32 either.
        if (1e-30..1e30).contains(&squares.as_f64()) {
            let length = squares.sqrt();
            return Norm { unit: None, length };
        }
        let greater = |greatest: F, x: F| F::select(greatest.less_than(x), x, greatest);
        let unit = numbers().map(|x| x.abs()).fold(F::zero(), greater);
        if unit.as_f64() == 0.0 {
            return Norm {
                unit: None,
                length: F::zero(),
            };
        }
        let squares = numbers()
            .map(|x| x / unit)
            .fold(F::zero(), |sum, x| sum + x * x);
        Norm {
            unit: Some(unit),
            length: squares.sqrt(),
        }
    }

    /// As a number, which may be infinite.
    fn number(self) -> F {
        match self.unit {
            None => self.length,
            Some(unit) => unit * self.length,
        }
    }
}

/// What a gradient is multiplied with, or cut to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scale<F> {
    Not,
    Within(F),
    By(F),
    /// Over the unit, and then times the factor.
    InUnits {
        unit: F,
        factor: F,
    },
}

impl<F: Data> Scale<F> {
    /// To the length `limit`, of a gradient that is longer.
    pub(super) fn to_norm(limit: F, norm: Norm<F>) -> Self {
        let factor = limit / norm.length;
        match norm.unit {
            _ if !limit.less_than(norm.number()) => Scale::Not,
            None => Scale::By(factor),
            Some(unit) => Scale::InUnits { unit, factor },
        }
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn of(&self, gradient: F) -> F {
        match *self {
            Scale::Not => gradient,
            Scale::By(factor) => gradient * factor,
            Scale::InUnits { unit, factor } => gradient / unit * factor,
            Scale::Within(limit) if limit.less_than(gradient) => limit,
            Scale::Within(limit) if gradient.less_than(-limit) => -limit,
            Scale::Within(_) => gradient,
        }
    }
}

/// Cuts the gradient of each parameter to within ±`limit`. NaN stays NaN.
///
/// # Panics
///
/// If `limit` is not greater than 0.
///
/// ```
/// # use monograd::{nn::{clip_grad_value, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::<f64>::new();
/// let neuron = Neuron::new(&tape, 2, Activation::Linear, 1337);
/// neuron.forward(&[3.0, -0.5]).backward();
/// clip_grad_value(&neuron, 1.0);
/// assert!(neuron.parameters().map(Value::grad).eq([1.0, -0.5, 1.0]));
/// ```
#[track_caller]
pub fn clip_grad_value<'t, F: Data>(module: &impl Module<'t, F>, limit: F) {
    accept(above_zero(LIMIT, limit.as_f64()));
    for parameter in module.parameters() {
        parameter.set_grad(Scale::Within(limit).of(parameter.grad()));
    }
}

/// Scales the gradient of all parameters, if it is longer than `limit`, to that length; gives the length that it had.
///
/// A gradient that is not finite is left as it is, and so is its length. Finite gradients are scaled correctly even
/// where their length overflows.
///
/// # Panics
///
/// If `limit` is not greater than 0.
///
/// ```
/// # use monograd::{nn::{clip_grad_norm, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::<f64>::new();
/// let neuron = Neuron::new(&tape, 2, Activation::Linear, 1337);
/// neuron.forward(&[2.0, -2.0]).backward();
/// assert_eq!(clip_grad_norm(&neuron, 1.5), 3.0);
/// assert!(neuron.parameters().map(Value::grad).eq([1.0, -1.0, 0.5]));
/// ```
#[track_caller]
pub fn clip_grad_norm<'t, F: Data>(module: &impl Module<'t, F>, limit: F) -> F {
    accept(above_zero(LIMIT, limit.as_f64()));
    let gradients = || module.parameters().map(Value::grad);
    if let Some(other) = gradients().find(|gradient| !gradient.all_finite()) {
        return other.abs();
    }
    let norm = Norm::of(gradients);
    let scale = Scale::to_norm(limit, norm);
    for parameter in module.parameters() {
        parameter.set_grad(scale.of(parameter.grad()));
    }
    norm.number()
}
