//! The methods of optimisers, and a step of one.

use super::checked::{Refused, at_least_zero, ensure};
use super::clip::Scale;
use super::memory::Memory;
use crate::rules::UnaryOperations;
use crate::tape::Data;

#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(super) enum Method {
    Sgd { momentum: f64, nesterov: bool },
    RmsProp { decay: f64 },
    Adam { decays: [f64; 2], weight_decay: f64 },
}

impl Method {
    pub(super) fn check(&self) -> Result<(), Refused> {
        let within = |name: &str, number: f64, holds: bool, bounds: &str| {
            ensure(holds, || format!("{name} is {bounds}, not {number}"))
        };
        let decay = |decay: f64| {
            let holds = (0.0..1.0).contains(&decay);
            within("a decay", decay, holds, "at least 0 and below 1")
        };
        match *self {
            Method::Sgd { momentum, .. } => {
                let holds = (0.0..=1.0).contains(&momentum);
                within("momentum", momentum, holds, "between 0 and 1")
            }
            Method::RmsProp { decay: of_squares } => decay(of_squares),
            Method::Adam {
                decays: [first, second],
                weight_decay,
            } => {
                decay(first)?;
                decay(second)?;
                at_least_zero("the decay of weights", weight_decay)
            }
        }
    }

    /// What tells one from another when an optimiser is restored.
    #[cfg(feature = "serde")]
    pub(super) fn name(&self) -> &'static str {
        match *self {
            Method::Sgd { momentum: 0.0, .. } => "SGD",
            Method::Sgd {
                nesterov: false, ..
            } => "SGD with momentum",
            Method::Sgd { nesterov: true, .. } => "SGD with Nesterov's momentum",
            Method::RmsProp { .. } => "RMSprop",
            Method::Adam {
                weight_decay: 0.0, ..
            } => "Adam",
            Method::Adam { .. } => "AdamW",
        }
    }

    /// Whether it remembers a velocity or a first moment, and whether a second one.
    pub(super) fn remembers(&self) -> [bool; 2] {
        match self {
            Method::Sgd { momentum, .. } => [*momentum != 0.0, false],
            Method::RmsProp { .. } => [false, true],
            Method::Adam { .. } => [true, true],
        }
    }

    /// What is the same for all parameters of a step, so many of which were taken before it.
    pub(super) fn step<F: Data>(&self, rate: F, scale: Scale<F>, steps: u64) -> Step<F> {
        let [first, second] = match *self {
            Method::Adam { decays, .. } => {
                let t = steps as f64 + 1.0;
                decays.map(|decay| 1.0 / (1.0 - decay.powf(t)))
            }
            _ => [1.0; 2],
        };
        Step {
            method: *self,
            rate,
            scale,
            corrections: [F::constant(first), F::constant(second)],
        }
    }
}

/// What keeps a quotient finite.
const EPSILON: f64 = 1e-8;

/// A step, for one parameter after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<F> {
    method: Method,
    rate: F,
    scale: Scale<F>,
    /// Factors of the moments, which begin at zero.
    corrections: [F; 2],
}

impl<F: Data> Step<F> {
    /// Writes to `moved` what the parameters become, and to `kept`, which is as long as `memory`, what is remembered of
    /// them then; says whether all of it is finite.
    pub(super) fn take(
        &self,
        (parameters, gradient): (&[F], &[F]),
        memory: &Memory<F>,
        moved: &mut [F],
        kept: &mut Memory<F>,
    ) -> bool {
        let Step { rate, scale, .. } = *self;
        let Memory { first, second, .. } = memory;
        let mean = |decay: f64, mean: F, new: F| {
            F::constant(decay) * mean + F::constant(1.0 - decay) * new
        };
        let given = parameters.iter().zip(gradient);
        let each = given.map(|(&parameter, &gradient)| (parameter, scale.of(gradient)));
        let each = each.zip(moved);
        let mut finite = true;
        match self.method {
            Method::Sgd { momentum: 0.0, .. } => {
                for ((parameter, gradient), moved) in each {
                    *moved = parameter - rate * gradient;
                    finite &= moved.all_finite();
                }
            }
            Method::Sgd { momentum, nesterov } => {
                let momentum = F::constant(momentum);
                let each = each.zip(first.iter().zip(&mut kept.first));
                for (((parameter, gradient), moved), (&before, velocity)) in each {
                    *velocity = momentum * before + gradient;
                    let along = match nesterov {
                        true => gradient + momentum * *velocity,
                        false => *velocity,
                    };
                    *moved = parameter - rate * along;
                    finite &= moved.all_finite() & velocity.all_finite();
                }
            }
            Method::RmsProp { decay } => {
                let each = each.zip(second.iter().zip(&mut kept.second));
                for (((parameter, gradient), moved), (&before, second)) in each {
                    *second = mean(decay, before, gradient * gradient);
                    let root = second.sqrt() + F::constant(EPSILON);
                    *moved = parameter - rate * gradient / root;
                    finite &= moved.all_finite() & second.all_finite();
                }
            }
            Method::Adam {
                decays,
                weight_decay,
            } => {
                let [of_first, of_second] = self.corrections;
                let corrected_rate = rate * of_first;
                let decay = rate * F::constant(weight_decay);
                let firsts = first.iter().zip(&mut kept.first);
                let seconds = second.iter().zip(&mut kept.second);
                let each = each.zip(firsts.zip(seconds));
                for (((parameter, gradient), moved), ((&before, first), (&squares, second))) in each
                {
                    *first = mean(decays[0], before, gradient);
                    *second = mean(decays[1], squares, gradient * gradient);
                    let root = (*second * of_second).sqrt() + F::constant(EPSILON);
                    let decayed = parameter - decay * parameter;
                    *moved = decayed - corrected_rate * *first / root;
                    finite &= moved.all_finite() & first.all_finite() & second.all_finite();
                }
            }
        }
        finite
    }
}
