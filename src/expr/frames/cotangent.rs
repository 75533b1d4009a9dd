//! Cotangents of single numbers: what has reached one, if anything has.

use crate::expr::{Cotangents, Frame, Shape, Slot};
use crate::scalar::{Branch, Packing, Scalar};
use core::fmt;

/// Which elements of an array a loop on the way back adds to.
///
/// Where every element is, the sums start from 0. Where some may not be, those hold
/// [`absent`](crate::scalar::Field::absent) in the end, and are not pulled back in turn: an infinite or
/// NaN derivative of an element that nothing has reached has no part in the result.
///
/// Of numbers packed side by side every element counts as covered: what is absent in a lane is 0 there, and where that
/// makes a NaN the rows are summed again one by one; see [`rows`](mod@crate::rows).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// Every element.
    Every,
    /// Perhaps not every element.
    Some,
}

impl Coverage {
    /// Of the operands of an expression whose `len` elements are covered so.
    #[cfg_attr(optimized, inline(always))]
    pub fn of(self, len: usize) -> Self {
        if len == 0 { Coverage::Some } else { self }
    }

    /// As it is told apart for the scalar `S`.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn told<S: Scalar>(self) -> Self {
        if const { S::IS_PACK } {
            Coverage::Every
        } else {
            self
        }
    }
}

/// A variable's cotangent: the sum of what has reached it, if anything has.
///
/// That nothing has is told apart from zero. It is known when the program is compiled, so the first
/// addition costs nothing (0 + x is not x to a compiler, for x = −0), a `let` that the result does
/// not use is not pulled back, and a derivative that nothing reaches is 0 and never −0 or NaN.
#[derive(Clone, Copy)]
pub struct Cotangent<S: Scalar> {
    sum: Option<S>,
}

impl<S: Scalar + fmt::Debug> fmt::Debug for Cotangent<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cotangent").field(&self.sum).finish()
    }
}

impl<S: Scalar> Cotangent<S> {
    /// Nothing has reached it.
    pub const NONE: Self = Cotangent { sum: None };

    /// What has reached it is `cotangent`.
    #[cfg_attr(optimized, inline(always))]
    pub fn of(cotangent: S) -> Self {
        Cotangent {
            sum: Some(cotangent),
        }
    }

    /// The same in every lane.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn splat<Q: Packing<S>>(self) -> Cotangent<Q::Pack> {
        match self.sum {
            None => Cotangent::NONE,
            Some(sum) => Cotangent::of(Q::splat(sum)),
        }
    }

    /// What has reached it in some of the lanes, and 0 in the others.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn within(self, mask: S::Mask) -> Self {
        Cotangent {
            sum: self.sum.map(|sum| S::select(mask, sum, S::zero())),
        }
    }

    /// `cotangent` if it has reached it, else nothing: for one of several results.
    #[cfg_attr(optimized, inline(always))]
    pub fn if_reached(reached: bool, cotangent: S) -> Self {
        if reached {
            Self::of(cotangent)
        } else {
            Self::NONE
        }
    }

    /// What has reached it, `absent` where nothing has.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn of_present(cotangent: S, coverage: Coverage) -> Self {
        Self::if_reached(is_present(cotangent, coverage), cotangent)
    }

    /// Adds `cotangent`.
    #[cfg_attr(optimized, inline(always))]
    pub fn add(&mut self, cotangent: S) {
        *self = Self::of(match self.sum {
            None => cotangent,
            Some(sum) => sum + cotangent,
        });
    }

    /// Pulls back what has reached it, where something has.
    #[cfg_attr(optimized, inline(always))]
    pub fn pull<Fr: Frame>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        if let Some(sum) = self.sum {
            pull(sum, cotangents);
        }
    }

    /// Adds what has reached it to another, where something has.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn add_to<Sh: Shape>(self, slot: &mut Slot<'_, Sh, S>, at: usize) {
        if let Some(sum) = self.sum {
            slot.add(at, sum);
        }
    }

    /// The sum, or `None` if nothing has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub fn get(self) -> Option<S> {
        self.sum
    }

    /// Whether something has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn is_reached(self) -> bool {
        self.sum.is_some()
    }

    /// The sum to be added to another, which may be absent itself if `coverage` says so.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn addend(self, coverage: Coverage) -> S {
        match (self.sum, coverage) {
            (None, _) => S::absent(),
            (Some(sum), Coverage::Every) => sum,
            (Some(sum), Coverage::Some) => sum.present(),
        }
    }

    /// The sum, zero if nothing has reached it.
    #[cfg_attr(optimized, inline(always))]
    pub fn or_zero(self) -> S {
        match self.sum {
            None => S::zero(),
            Some(sum) => sum,
        }
    }
}

/// Whether a cotangent that may be absent, if `coverage` says so, is not.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn is_present<S: Scalar>(cotangent: S, coverage: Coverage) -> bool {
    match coverage.told::<S>() {
        Coverage::Every => true,
        Coverage::Some => !matches!(
            S::branch(cotangent.is_absent(), || (), || ()),
            Branch::Yes(())
        ),
    }
}
