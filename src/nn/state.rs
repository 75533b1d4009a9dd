//! What an optimiser is, and what it remembers.

use super::checked::{Refused, at_least_zero, possible};
use super::clip::{Clip, Norm, Scale};
use super::memory::Memory;
use super::method::{KeptNumbers, Method, Step};
use super::{Schedule, TrainingError};
use crate::tape::Data;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct State<F, M> {
    pub(super) method: M,
    pub(super) rate: f64,
    pub(super) schedule: Schedule,
    pub(super) clip: Clip,
    pub(super) steps: u64,
    pub(super) memory: Memory<F>,
}

/// What a step reads and writes before anything is changed.
#[derive(Debug)]
pub(super) struct Draft<F> {
    /// What the parameters become.
    pub(super) moved: Vec<F>,
    /// What is remembered of them then.
    pub(super) memory: Memory<F>,
    clipped: Vec<F>,
}

// Written out: `F` need not have a default.
impl<F> Default for Draft<F> {
    fn default() -> Self {
        Draft {
            moved: Vec::new(),
            memory: Memory::default(),
            clipped: Vec::new(),
        }
    }
}

impl<F: Data, M: Method<F>> State<F, M> {
    pub(super) fn check(&self) -> Result<(), Refused> {
        self.method.check().map_err(Refused::because)?;
        at_least_zero("the rate", self.rate)?;
        self.clip.check()?;
        possible("steps", self.steps)
    }

    pub(super) fn rate(&self) -> f64 {
        self.rate * self.schedule.at(self.steps)
    }

    /// Writes to the draft what the parameters become in the next step, and what is remembered of them then.
    pub(super) fn draft(
        &self,
        (parameters, gradient): (&[F], &[F]),
        draft: &mut Draft<F>,
    ) -> Result<(), TrainingError> {
        let step = self.steps;
        let rate = F::constant(self.rate());
        if !rate.all_finite() {
            let rate = self.rate();
            return Err(TrainingError::Rate { step, rate });
        }
        if !all_finite(gradient) {
            let parameter = first_not_finite(gradient);
            let gradient = gradient[parameter].as_f64();
            return Err(TrainingError::Gradient {
                step,
                parameter,
                gradient,
            });
        }
        let Draft {
            moved,
            memory,
            clipped,
        } = draft;
        moved.clear();
        moved.extend_from_slice(parameters);
        memory.copy(&self.memory);
        self.method.step(Step {
            rate,
            number: step + 1,
            parameters: moved,
            gradient: self.clipped(gradient, clipped),
            kept: KeptNumbers(&mut memory.kept),
        });
        if !all_finite(moved) {
            let parameter = first_not_finite(moved);
            let number = moved[parameter].as_f64();
            return Err(TrainingError::Parameter {
                step,
                parameter,
                number,
            });
        }
        if memory.kept.iter().all(|numbers| all_finite(numbers)) {
            return Ok(());
        }
        let of_each = memory.kept.iter().filter(|numbers| !all_finite(numbers));
        let parameter = of_each.map(|numbers| first_not_finite(numbers)).min();
        let parameter = parameter.unwrap_or_default();
        let gradient = gradient[parameter].as_f64();
        Err(TrainingError::Memory {
            step,
            parameter,
            gradient,
        })
    }

    /// The gradient as the method is given it.
    fn clipped<'g>(&self, gradient: &'g [F], room: &'g mut Vec<F>) -> &'g [F] {
        let scale = match self.clip {
            Clip::Not => Scale::Not,
            Clip::Value(limit) => Scale::Within(F::constant(limit)),
            Clip::Norm(limit) => {
                Scale::to_norm(F::constant(limit), Norm::of(|| gradient.iter().copied()))
            }
        };
        if let Scale::Not = scale {
            return gradient;
        }
        room.clear();
        room.extend(gradient.iter().map(|&gradient| scale.of(gradient)));
        room
    }
}

fn all_finite<F: Data>(numbers: &[F]) -> bool {
    numbers.iter().fold(true, |all, x| all & x.all_finite())
}

/// Of numbers of which one is not finite.
fn first_not_finite<F: Data>(numbers: &[F]) -> usize {
    let at = numbers.iter().position(|x| !x.all_finite());
    at.expect("one is not finite")
}
