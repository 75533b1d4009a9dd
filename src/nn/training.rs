//! What goes wrong in training.

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
    /// The rate is not finite, or too large for the parameters' numbers.
    Rate {
        /// The step, counted from 0.
        step: u64,
        /// The rate, its schedule included.
        rate: f64,
    },
    /// A parameter would become infinite or NaN.
    Parameter {
        /// The step, counted from 0.
        step: u64,
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
        /// What it would become.
        number: f64,
    },
    /// What the optimiser remembers of a gradient, its square say, would become infinite or NaN.
    Memory {
        /// The step, counted from 0.
        step: u64,
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
        /// Its gradient, which is finite.
        gradient: f64,
    },
    /// A parameter is a constant or the result of an operation.
    NotALeaf {
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
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
        const UNCHANGED: &str = "the parameters are as they were before the step";
        match self {
            TrainingError::Loss { step, loss } => {
                write!(
                    f,
                    "the loss of step {step} is {loss}: {UNCHANGED}. \
                     `check::first_non_finite_on_tape` says by which operation"
                )
            }
            TrainingError::Gradient {
                step,
                parameter,
                gradient,
            } => write!(
                f,
                "the gradient of parameter {parameter} at step {step} is {gradient}: {UNCHANGED}. \
                 `check::first_non_finite`, or of values on a tape `first_non_finite_on_tape`, says by which operation"
            ),
            TrainingError::Rate { step, rate } => {
                write!(
                    f,
                    "the rate of step {step} is {rate:?}, which the parameters' numbers do not hold: {UNCHANGED}"
                )
            }
            TrainingError::Parameter {
                step,
                parameter,
                number,
            } => write!(
                f,
                "step {step} would set parameter {parameter} to {number}: {UNCHANGED}"
            ),
            TrainingError::Memory {
                step,
                parameter,
                gradient,
            } => write!(
                f,
                "the gradient of parameter {parameter} at step {step} is {gradient:?}, too large for what the optimiser \
                 remembers of it: {UNCHANGED}"
            ),
            TrainingError::NotALeaf { parameter } => write!(
                f,
                "parameter {parameter} is a constant or the result of an operation, which cannot be set: {UNCHANGED}"
            ),
            TrainingError::Parameters { expected, given } => {
                write!(f, "{given} numbers were given for {expected} parameters")
            }
        }
    }
}

impl core::error::Error for TrainingError {}
