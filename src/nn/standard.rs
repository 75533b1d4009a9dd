//! The usual methods of optimisation.

use super::checked::{Refused, at_least_zero, ensure};
use super::method::{Kept, Method, Step};
use crate::rules::UnaryOperations;
use crate::tape::Data;

/// The usual methods; [`Optimizer`](super::Optimizer) has a constructor for each, with PyTorch's numbers, and a table of
/// their steps.
///
/// ```
/// use monograd::nn::{Optimizer, Standard};
///
/// let decays = [0.8, 0.99];
/// let optimizer = Optimizer::<f64>::of(Standard::Adam { decays, weight_decay: 0.0 }, 1e-3);
/// assert_eq!(optimizer.rate(), 1e-3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
pub enum Standard {
    /// Gradient descent, with momentum if that is not 0.
    Sgd {
        /// The decay of the velocity, between 0 and 1.
        momentum: f64,
        /// Whether the momentum is Nesterov's.
        nesterov: bool,
    },
    /// RMSprop.
    RmsProp {
        /// The decay of the mean of squares, at least 0 and below 1.
        decay: f64,
    },
    /// Adam, and with a decay of the parameters AdamW.
    Adam {
        /// The decays of the means of gradients and of their squares, at least 0 and below 1.
        decays: [f64; 2],
        /// The decay of the parameters, apart from their gradients; at least 0.
        weight_decay: f64,
    },
}

/// What keeps a quotient finite.
const EPSILON: f64 = 1e-8;

impl Standard {
    /// What tells one from another when an optimiser is restored.
    pub(super) fn kind(&self) -> &'static str {
        match *self {
            Standard::Sgd { momentum: 0.0, .. } => "SGD",
            Standard::Sgd {
                nesterov: false, ..
            } => "SGD with momentum",
            Standard::Sgd { nesterov: true, .. } => "SGD with Nesterov's momentum",
            Standard::RmsProp { .. } => "RMSprop",
            Standard::Adam {
                weight_decay: 0.0, ..
            } => "Adam",
            Standard::Adam { .. } => "AdamW",
        }
    }

    /// What is kept of each parameter.
    pub(super) fn kept(&self) -> &'static [Kept] {
        match self {
            Standard::Sgd { momentum: 0.0, .. } => &[],
            Standard::Sgd { .. } => &[Kept::Number],
            Standard::RmsProp { .. } => &[Kept::NotNegative],
            Standard::Adam { .. } => &[Kept::Number, Kept::NotNegative],
        }
    }

    pub(super) fn checked(&self) -> Result<(), Refused> {
        let within = |name: &str, number: f64, holds: bool, bounds: &str| {
            ensure(holds, || format!("{name} is {bounds}, not {number}"))
        };
        let decay = |decay: f64| {
            let holds = (0.0..1.0).contains(&decay);
            within("a decay", decay, holds, "at least 0 and below 1")
        };
        match *self {
            Standard::Sgd { momentum, .. } => {
                let holds = (0.0..=1.0).contains(&momentum);
                within("momentum", momentum, holds, "between 0 and 1")
            }
            Standard::RmsProp { decay: of_squares } => decay(of_squares),
            Standard::Adam {
                decays: [first, second],
                weight_decay,
            } => {
                decay(first)?;
                decay(second)?;
                at_least_zero("the decay of weights", weight_decay)
            }
        }
    }
}

impl<F: Data> Method<F> for Standard {
    fn name(&self) -> String {
        self.kind().into()
    }

    fn keeps(&self) -> &[Kept] {
        self.kept()
    }

    fn check(&self) -> Result<(), String> {
        self.checked().map_err(|reason| reason.to_string())
    }

    fn step(&self, step: Step<'_, F>) {
        let Step {
            rate,
            number,
            parameters,
            gradient,
            kept,
        } = step;
        let mean = |decay: f64, mean: F, new: F| {
            F::constant(decay) * mean + F::constant(1.0 - decay) * new
        };
        let each = parameters.iter_mut().zip(gradient);
        match *self {
            Standard::Sgd { momentum: 0.0, .. } => {
                for (parameter, &gradient) in each {
                    *parameter = *parameter - rate * gradient;
                }
            }
            Standard::Sgd { momentum, nesterov } => {
                let [velocities] = kept.each();
                let momentum = F::constant(momentum);
                for ((parameter, &gradient), velocity) in each.zip(velocities) {
                    *velocity = momentum * *velocity + gradient;
                    let along = match nesterov {
                        true => gradient + momentum * *velocity,
                        false => *velocity,
                    };
                    *parameter = *parameter - rate * along;
                }
            }
            Standard::RmsProp { decay } => {
                let [seconds] = kept.each();
                for ((parameter, &gradient), second) in each.zip(seconds) {
                    *second = mean(decay, *second, gradient * gradient);
                    let root = second.sqrt() + F::constant(EPSILON);
                    *parameter = *parameter - rate * gradient / root;
                }
            }
            Standard::Adam {
                decays,
                weight_decay,
            } => {
                let [firsts, seconds] = kept.each();
                // The means begin at zero.
                let correction = |decay: f64| F::constant(1.0 / (1.0 - decay.powf(number as f64)));
                let [of_first, of_second] = decays.map(correction);
                let corrected_rate = rate * of_first;
                let decay = rate * F::constant(weight_decay);
                for ((parameter, &gradient), (first, second)) in
                    each.zip(firsts.iter_mut().zip(seconds))
                {
                    *first = mean(decays[0], *first, gradient);
                    *second = mean(decays[1], *second, gradient * gradient);
                    let root = (*second * of_second).sqrt() + F::constant(EPSILON);
                    let decayed = *parameter - decay * *parameter;
                    *parameter = decayed - corrected_rate * *first / root;
                }
            }
        }
    }
}
