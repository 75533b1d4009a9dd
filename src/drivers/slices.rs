//! Slices, whose lengths are known only when the program runs.

use super::differentiable::Differentiable;
use super::gradient::first;
use crate::expr::{Cotangent, Inputs, Slots};
use crate::scalar::Scalar;
use core::{error, fmt};

/// A point or a gradient does not have as many elements as the function has inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LengthError {
    /// How many inputs the function has.
    pub inputs: usize,
    /// The length of the point.
    pub point: usize,
    /// The length of the gradient.
    pub gradient: usize,
}

impl LengthError {
    /// Checks the lengths.
    pub(crate) fn check<S>(inputs: usize, point: &[S], gradient: &[S]) -> Result<(), Self> {
        if point.len() == inputs && gradient.len() == inputs {
            return Ok(());
        }
        Err(Self::of(inputs, point, gradient))
    }

    fn of<S>(inputs: usize, point: &[S], gradient: &[S]) -> Self {
        LengthError {
            inputs,
            point: point.len(),
            gradient: gradient.len(),
        }
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LengthError {
            inputs,
            point,
            gradient,
        } = self;
        write!(
            f,
            "a function of {inputs} inputs was given a point of length {point} and a gradient of \
             length {gradient}"
        )
    }
}

impl error::Error for LengthError {}

#[inline(always)]
pub(super) fn value_and_gradient_into<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &[S],
    gradient: &mut [S],
) -> Result<S, LengthError> {
    LengthError::check(F::Inputs::LEN, x, gradient)?;
    let seeds = F::each_result(
        #[inline(always)]
        |_| Cotangent::of(S::one()),
    );
    let slots: Slots<'_, F::Inputs, S> = F::Inputs::group_slots(gradient);
    let value = function.sweep_into(F::Inputs::group(x), seeds, slots);
    Ok(first::<F, S, N>(&value))
}
