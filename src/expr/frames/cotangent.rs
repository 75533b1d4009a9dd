//! Cotangents of single numbers: what has reached one, if anything has.

use crate::expr::frames::frame::both;
use crate::expr::{Cotangents, Frame, Shape, Slot};
use crate::scalar::{Branch, Scalar};
use core::fmt;

/// Which elements of an array a loop on the way back adds to.
///
/// Where every element is, the sums start from 0. Where some may not be, those hold
/// [`absent`](crate::scalar::Field::absent) in the end, and are not pulled back in turn: an infinite or
/// NaN derivative of an element that nothing has reached has no part in the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// Every element.
    Every,
    /// Perhaps not every element, or not in every lane.
    Some,
}

impl Coverage {
    /// Of the operands of an expression whose `len` elements are covered so.
    #[inline(always)]
    pub fn of(self, len: usize) -> Self {
        if len == 0 { Coverage::Some } else { self }
    }
}

/// A variable's cotangent: the sum of what has reached it, if anything has.
///
/// That nothing has is told apart from zero. It is known when the program is compiled, so the first
/// addition costs nothing (0 + x is not x to a compiler, for x = −0), a `let` that the result does
/// not use is not pulled back, and a derivative that nothing reaches is 0 and never −0 or NaN. Of
/// numbers packed side by side it is told apart in each lane.
#[derive(Clone, Copy)]
pub struct Cotangent<S: Scalar> {
    sum: Option<S>,
    /// The lanes that something has reached, if not all; in the others the sum is `absent`.
    lanes: Option<S::Mask>,
}

impl<S: Scalar + fmt::Debug> fmt::Debug for Cotangent<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cotangent").field(&self.sum).finish()
    }
}

impl<S: Scalar> Cotangent<S> {
    /// Nothing has reached it.
    pub const NONE: Self = Cotangent {
        sum: None,
        lanes: None,
    };

    /// What has reached it is `cotangent`.
    #[inline(always)]
    pub fn of(cotangent: S) -> Self {
        Cotangent {
            sum: Some(cotangent),
            lanes: None,
        }
    }

    /// The same in every lane.
    #[inline(always)]
    pub(crate) fn splat(self) -> Cotangent<S::Pack> {
        match self.sum {
            None => Cotangent::NONE,
            Some(sum) => Cotangent::of(sum.splat()),
        }
    }

    /// `cotangent` if it has reached it, else nothing: for one of several results.
    #[inline(always)]
    pub fn if_reached(reached: bool, cotangent: S) -> Self {
        if reached {
            Self::of(cotangent)
        } else {
            Self::NONE
        }
    }

    /// What has reached it, `absent` where nothing has.
    #[inline(always)]
    pub(crate) fn of_present(cotangent: S, coverage: Coverage) -> Self {
        match present_lanes(cotangent, coverage) {
            None => Self::NONE,
            Some(lanes) => Cotangent {
                sum: Some(cotangent),
                lanes,
            },
        }
    }

    /// The lanes that something has reached, if not all.
    #[inline(always)]
    fn lanes(self) -> Option<S::Mask> {
        if S::IS_PACK { self.lanes } else { None }
    }

    /// Adds `cotangent`.
    #[inline(always)]
    pub fn add(&mut self, cotangent: S) {
        *self = Self::of(match self.sum {
            None => cotangent,
            Some(sum) => sum + cotangent,
        });
    }

    /// Adds `cotangent` in some lanes, if not in all.
    #[inline(always)]
    pub(in crate::expr) fn add_within(&mut self, cotangent: S, lanes: Option<S::Mask>) {
        match lanes {
            None => self.add(cotangent),
            Some(mask) => {
                let masked = S::select(mask, cotangent, S::absent());
                *self = match self.sum {
                    None => Cotangent {
                        sum: Some(masked),
                        lanes,
                    },
                    Some(sum) => Cotangent {
                        sum: Some(sum + masked),
                        lanes: self.lanes().map(|reached| reached | mask),
                    },
                };
            }
        }
    }

    /// Pulls back what has reached it, where something has.
    #[inline(always)]
    pub fn pull<Fr: Frame>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(S, &mut Cotangents<'_, Fr, S>),
    ) {
        if let Some(sum) = self.sum {
            if const { S::IS_PACK } {
                cotangents.within(
                    self.lanes(),
                    #[inline(always)]
                    |cotangents| pull(sum, cotangents),
                );
            } else {
                pull(sum, cotangents);
            }
        }
    }

    /// Adds what has reached it to another, where something has.
    #[inline(always)]
    pub(in crate::expr) fn add_to<Sh: Shape>(self, slot: &mut Slot<'_, Sh, S>, at: usize) {
        if let Some(sum) = self.sum {
            slot.add(at, sum, self.lanes());
        }
    }

    /// The sum, or `None` if nothing has reached it.
    #[inline(always)]
    pub fn get(self) -> Option<S> {
        self.sum
    }

    /// Whether something has reached it, in all lanes.
    #[inline(always)]
    pub(in crate::expr) fn is_whole(self) -> bool {
        self.sum.is_some() && self.lanes().is_none()
    }

    /// The sum to be added to another, which may be absent itself if `coverage` says so.
    #[inline(always)]
    pub(in crate::expr) fn addend(self, coverage: Coverage) -> S {
        match (self.sum, self.lanes(), coverage) {
            (None, ..) => S::absent(),
            (Some(sum), _, Coverage::Every) => sum,
            (Some(sum), None, _) => sum.present(),
            (Some(sum), Some(lanes), _) => S::select(lanes, sum.present(), S::absent()),
        }
    }

    /// The same in some of the lanes only, if not in all.
    #[inline(always)]
    pub(crate) fn within(self, lanes: Option<S::Mask>) -> Self {
        let mut within = Self::NONE;
        if let Some(sum) = self.sum {
            within.add_within(sum, both(self.lanes(), lanes));
        }
        within
    }

    /// The sum, zero if nothing has reached it.
    #[inline(always)]
    pub fn or_zero(self) -> S {
        match (self.sum, self.lanes()) {
            (None, _) => S::zero(),
            (Some(sum), None) => sum,
            (Some(sum), Some(_)) => sum.present(),
        }
    }
}

/// In which lanes a cotangent is not absent, `None` within if in all; `None` if in none.
#[inline(always)]
pub(in crate::expr) fn present_lanes<S: Scalar>(
    cotangent: S,
    coverage: Coverage,
) -> Option<Option<S::Mask>> {
    match coverage {
        Coverage::Every => Some(None),
        Coverage::Some => match S::branch(!cotangent.is_absent(), || (), || ()) {
            Branch::Yes(()) => Some(None),
            Branch::No(()) => None,
            Branch::Both(present, (), ()) => Some(Some(present)),
        },
    }
}
