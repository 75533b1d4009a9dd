//! The methods of optimisers, and a step of one.

use super::checked::{Refused, at_least_zero, ensure};
use super::clip::Scale;
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

    /// Whether a step depends on the steps before it.
    pub(super) fn remembers(&self) -> bool {
        !matches!(self, Method::Sgd { momentum: 0.0, .. })
    }

    /// What is the same for all parameters of a step, so many of which were taken before it.
    pub(super) fn step<F: Data>(&self, rate: F, scale: Scale<F>, steps: u64) -> Step<F> {
        let [first, second] = match *self {
            Method::Adam { decays, .. } => {
                let t = steps as f64 + 1.0;
                decays.map(|decay| 1.0 - decay.powf(t))
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
    corrections: [F; 2],
}

impl<F: Data> Step<F> {
    /// Writes to `moved` what the parameters become and, if the method remembers anything, to `kept` what is remembered
    /// of them then; says whether all of it is finite.
    pub(super) fn take(
        &self,
        (parameters, gradient): (&[F], &[F]),
        memory: &[[F; 2]],
        moved: &mut [F],
        kept: &mut [[F; 2]],
    ) -> bool {
        let mut finite = true;
        let given = parameters.iter().zip(gradient);
        if !self.method.remembers() {
            for ((&parameter, &gradient), moved) in given.zip(moved) {
                *moved = parameter - self.rate * self.scale.of(gradient);
                finite &= moved.all_finite();
            }
            return finite;
        }
        let given = given.zip(memory);
        for (((&parameter, &gradient), &memory), (moved, kept)) in
            given.zip(moved.iter_mut().zip(kept))
        {
            (*moved, *kept) = self.moved(parameter, self.scale.of(gradient), memory);
            finite &= moved.all_finite() & kept[0].all_finite() & kept[1].all_finite();
        }
        finite
    }

    /// What the parameter becomes, and what is remembered of it.
    #[inline(always)]
    fn moved(&self, parameter: F, gradient: F, [first, second]: [F; 2]) -> (F, [F; 2]) {
        let mean = |decay: f64, mean: F, new: F| {
            F::constant(decay) * mean + F::constant(1.0 - decay) * new
        };
        match self.method {
            Method::Sgd { momentum, nesterov } => {
                let momentum = F::constant(momentum);
                let velocity = momentum * first + gradient;
                let along = if nesterov {
                    gradient + momentum * velocity
                } else {
                    velocity
                };
                (parameter - self.rate * along, [velocity, second])
            }
            Method::RmsProp { decay } => {
                let second = mean(decay, second, gradient * gradient);
                let root = second.sqrt() + F::constant(EPSILON);
                (parameter - self.rate * gradient / root, [first, second])
            }
            Method::Adam {
                decays,
                weight_decay,
            } => {
                let first = mean(decays[0], first, gradient);
                let second = mean(decays[1], second, gradient * gradient);
                let [of_first, of_second] = self.corrections;
                let root = (second / of_second).sqrt() + F::constant(EPSILON);
                let kept = parameter - self.rate * F::constant(weight_decay) * parameter;
                let moved = kept - self.rate * (first / of_first) / root;
                (moved, [first, second])
            }
        }
    }
}
