//! What an optimiser is, and what it remembers.

use super::checked::{Refused, at_least_zero, ensure, possible};
use super::clip::{Clip, Norm, Scale};
use super::memory::Memory;
use super::step::Method;
use super::{Schedule, TrainingError};
use crate::tape::Data;

/// An optimiser that is not checked yet.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(super) struct State<F> {
    pub(super) method: Method,
    pub(super) rate: f64,
    pub(super) schedule: Schedule,
    pub(super) clip: Clip,
    pub(super) steps: u64,
    pub(super) memory: Memory<F>,
}

impl<F: Data> State<F> {
    pub(super) fn check(&self) -> Result<(), Refused> {
        self.method.check()?;
        at_least_zero("the rate", self.rate)?;
        self.clip.check()?;
        possible("steps", self.steps)?;
        let parameters = self.memory.parameters;
        ensure(self.steps > 0 || parameters == 0, || {
            format!("an optimiser of no step remembers no parameter, not {parameters}")
        })?;
        self.memory.check(&self.method)
    }

    pub(super) fn rate(&self) -> f64 {
        self.rate * self.schedule.at(self.steps)
    }

    /// Writes to `moved` what the parameters become in the next step, and to `kept` what is remembered of them then.
    pub(super) fn step(
        &self,
        (parameters, gradient): (&[F], &[F]),
        moved: &mut Vec<F>,
        kept: &mut Memory<F>,
    ) -> Result<(), TrainingError> {
        let State {
            method,
            steps: step,
            ref memory,
            ..
        } = *self;
        let rate = F::constant(self.rate());
        if !rate.all_finite() {
            let rate = self.rate();
            return Err(TrainingError::Rate { step, rate });
        }
        let scale = match self.clip {
            Clip::Not => Scale::Not,
            Clip::Value(limit) => Scale::Within(F::constant(limit)),
            Clip::Norm(limit) => {
                Scale::to_norm(F::constant(limit), Norm::of(|| gradient.iter().copied()))
            }
        };
        let each = method.step(rate, scale, step);
        moved.resize(parameters.len(), F::zero());
        kept.resize(&method, parameters.len());
        let finite = each.take((parameters, gradient), memory, moved, kept);
        // A gradient that is not finite makes a result that is not, unless it is cut.
        if finite && (!matches!(scale, Scale::Within(_)) || all_finite(gradient)) {
            return Ok(());
        }
        if let Some(parameter) = gradient.iter().position(|x| !x.all_finite()) {
            let gradient = gradient[parameter].as_f64();
            return Err(TrainingError::Gradient {
                step,
                parameter,
                gradient,
            });
        }
        if let Some(parameter) = moved.iter().position(|x| !x.all_finite()) {
            let number = moved[parameter].as_f64();
            return Err(TrainingError::Parameter {
                step,
                parameter,
                number,
            });
        }
        let parameter = kept.first_not_finite().expect("it is not finite");
        let gradient = gradient[parameter].as_f64();
        Err(TrainingError::Memory {
            step,
            parameter,
            gradient,
        })
    }
}

fn all_finite<F: Data>(numbers: &[F]) -> bool {
    numbers.iter().fold(true, |all, x| all & x.all_finite())
}

/// What is compared when an optimiser is restored.
#[cfg(feature = "serde")]
impl<F> State<F> {
    /// Whether this can become the other.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let counts =
            [self, other].map(|state| (state.steps > 0).then_some(state.memory.parameters));
        let counted = match counts {
            [Some(count), Some(other)] => count == other,
            _ => true,
        };
        counted && self.method.name() == other.method.name()
    }

    pub(super) fn describe(&self) -> String {
        let (name, parameters) = (self.method.name(), self.memory.parameters);
        match self.steps {
            0 => name.into(),
            _ => format!("{name} of {parameters} parameters"),
        }
    }
}
