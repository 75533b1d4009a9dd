//! What an optimiser remembers of the gradients of the steps before.

use super::checked::{Refused, ensure};
use super::step::Method;
use crate::tape::Data;

/// What an optimiser remembers of each parameter: nothing before the first step.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(super) struct Memory<F> {
    /// How many parameters there are.
    pub(super) parameters: usize,
    /// Velocities or first moments, if the method has any.
    pub(super) first: Vec<F>,
    /// Second moments, if the method has any.
    pub(super) second: Vec<F>,
}

// Written out: `F` need not have a default.
impl<F> Default for Memory<F> {
    fn default() -> Self {
        Memory {
            parameters: 0,
            first: Vec::new(),
            second: Vec::new(),
        }
    }
}

impl<F: Data> Memory<F> {
    /// For so many parameters, what is new of it zero.
    pub(super) fn resize(&mut self, method: &Method, parameters: usize) {
        let lengths = method
            .remembers()
            .map(|does| if does { parameters } else { 0 });
        self.parameters = parameters;
        self.first.resize(lengths[0], F::zero());
        self.second.resize(lengths[1], F::zero());
    }

    /// That it is what the method remembers.
    pub(super) fn check(&self, method: &Method) -> Result<(), Refused> {
        let Memory {
            parameters,
            first,
            second,
        } = self;
        for (moments, does) in [first, second].into_iter().zip(method.remembers()) {
            let (length, expected) = (moments.len(), if does { *parameters } else { 0 });
            ensure(length == expected, || {
                format!(
                    "the optimiser remembers {length} numbers, not {expected}, of {parameters} parameters"
                )
            })?;
        }
        let refused = |which: &str, parameter: usize, moment: F| {
            ensure(false, || {
                format!("the {which} moment of parameter {parameter} cannot be {moment}")
            })
        };
        let found = |moments: &[F], cannot_be: fn(&F) -> bool| {
            let at = moments.iter().position(cannot_be)?;
            Some((at, moments[at]))
        };
        if let Some((parameter, moment)) = found(first, |x| !x.all_finite()) {
            refused("first", parameter, moment)?;
        }
        let cannot_be = |x: &F| !x.all_finite() || x.as_f64() < 0.0;
        if let Some((parameter, moment)) = found(second, cannot_be) {
            refused("second", parameter, moment)?;
        }
        Ok(())
    }

    /// The first parameter of which it is not finite.
    pub(super) fn first_not_finite(&self) -> Option<usize> {
        let at = |moments: &[F]| moments.iter().position(|x| !x.all_finite());
        [at(&self.first), at(&self.second)]
            .into_iter()
            .flatten()
            .min()
    }
}
