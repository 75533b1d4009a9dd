//! Cotangents between two steps of a loop.

use super::slot::State;
use crate::expr::{Received, Shape, Slot};
use crate::scalar::Scalar;

/// The cotangent of a variable of a loop between two steps: the sums, and what has reached them.
#[expect(missing_debug_implementations, reason = "it is not seen")]
pub struct Kept<Sh: Shape, S: Scalar> {
    sums: Sh::Of<S>,
    state: State,
}

impl<Sh: Shape, S: Scalar> Clone for Kept<Sh, S> {
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<Sh: Shape, S: Scalar> Copy for Kept<Sh, S> {}

impl<Sh: Shape, S: Scalar> Kept<Sh, S> {
    /// Nothing has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn none() -> Self {
        Kept {
            sums: Sh::fill(S::zero()),
            state: State::Untouched,
        }
    }

    /// The slot of a variable, taken out of its frame.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn of(slot: &mut Slot<'_, Sh, S>) -> Self {
        if const { Slot::<'_, Sh, S>::IS_LONG } {
            slot.fill_up();
        }
        match (slot.state, slot.place.take()) {
            (State::Untouched | State::Open, _) | (_, None) => Self::none(),
            (state, Some(place)) => Kept {
                sums: *place,
                state,
            },
        }
    }

    /// The way to it, which is to be [settled](Slot::settle).
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn slot(&mut self) -> Slot<'_, Sh, S> {
        Slot {
            place: Some(&mut self.sums),
            state: self.state,
            is_tracked: true,
            is_zeroed: true,
            filled: 0,
            report: Some(&mut self.state),
        }
    }

    /// Whether each element holds the sum of what has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn is_reached(&self) -> bool {
        self.state == State::Reached
    }

    /// The same, of which the compiler is told that it is [reached](Kept::is_reached).
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn reached(&self) -> Self {
        Kept {
            sums: self.sums,
            state: State::Reached,
        }
    }

    /// What has reached it in some of the lanes, and 0 in the others.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn within(&self, mask: S::Mask) -> Self {
        let sums = Sh::flat(&self.sums);
        Kept {
            sums: Sh::from_fn(&mut |at| S::select(mask, sums[at], S::zero())),
            state: self.state,
        }
    }

    /// What has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn received(&self) -> Option<Received<'_, S>> {
        let coverage = self.state.coverage()?;
        Some(Received::of(Sh::flat(&self.sums), coverage))
    }
}
