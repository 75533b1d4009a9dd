//! Numbers that know on which of any number of inputs they depend.

use super::sets::Set;
use crate::forward::{OfInputs, Sources, Traced};

/// A traced number, by the inputs.
pub(super) type Dependence = Traced<Inputs>;

/// The inputs on which a number depends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Inputs {
    Absent,
    Zero,
    Constant,
    Of(Set),
}

impl Sources for Inputs {
    const ABSENT: Self = Inputs::Absent;
    const ZERO: Self = Inputs::Zero;
    const CONSTANT: Self = Inputs::Constant;

    #[inline]
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Inputs::Of(left), Inputs::Of(right)) => Inputs::Of(left.union(right)),
            (Inputs::Of(_), _) | (Inputs::Constant, Inputs::Absent | Inputs::Zero) => self,
            (Inputs::Zero, Inputs::Absent) => self,
            _ => other,
        }
    }
}

impl OfInputs for Inputs {}

/// The input of this number.
pub(super) fn input(number: usize) -> Dependence {
    Traced(Inputs::Of(Set::of(number)))
}

/// The inputs on which a number depends, if there are any.
pub(super) fn set(number: Dependence) -> Option<Set> {
    match number.0 {
        Inputs::Of(set) => Some(set),
        _ => None,
    }
}
