//! What is added to the sum over the rows.

use crate::expr::{Blocks, Closed, Cotangent, Inputs, R, Slots};
use crate::scalar::Scalar;

/// A real function of the inputs `I` alone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a real function of the same inputs, without data",
    note = "what is added to a sum over rows takes the inputs that the summed function takes, in the same order"
)]
pub trait Penalty<I: Inputs>: Copy {
    /// Whether it is known to be nothing.
    const IS_NONE: bool = false;

    /// Its value.
    fn value<S: Scalar>(self, x: Blocks<'_, I, S>) -> S;

    /// Its value, with its gradient times a cotangent added.
    fn accumulate<S: Scalar>(
        self,
        x: Blocks<'_, I, S>,
        seed: Cotangent<S>,
        slots: Slots<'_, I, S>,
    ) -> S;
}

/// Nothing is added.
#[derive(Debug, Clone, Copy)]
pub struct NoPenalty;

impl<I: Inputs> Penalty<I> for NoPenalty {
    const IS_NONE: bool = true;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, _: Blocks<'_, I, S>) -> S {
        S::zero()
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(self, _: Blocks<'_, I, S>, _: Cotangent<S>, _: Slots<'_, I, S>) -> S {
        S::zero()
    }
}

impl<G: Closed<Data = (), Codomain = R>> Penalty<G::Inputs> for G {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> S {
        self.evaluate(x, Blocks(()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        slots: Slots<'_, G::Inputs, S>,
    ) -> S {
        Closed::accumulate(self, x, Blocks(()), seed, slots, Slots(()))
    }
}
