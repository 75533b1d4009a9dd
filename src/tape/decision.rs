//! What a program decides by the data of values: a recording keeps it, to notice when it would be decided
//! otherwise.

use super::Data;
use core::cmp::Ordering;

/// What is asked of two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Less,
    AtMost,
    Equal,
    Order,
}

impl Relation {
    pub(super) fn of<F: Data>(self, x: F, y: F) -> Option<Ordering> {
        let holds = |holds: bool| holds.then_some(Ordering::Equal);
        match self {
            Relation::Less => holds(x.less_than(y)),
            Relation::AtMost => holds(x.at_most(y)),
            Relation::Equal => holds(x.equals(y)),
            Relation::Order if x.less_than(y) => Some(Ordering::Less),
            Relation::Order if y.less_than(x) => Some(Ordering::Greater),
            Relation::Order => holds(x.equals(y)),
        }
    }
}

/// A number that was looked at: that of a node, or a constant.
#[derive(Debug, Clone, Copy)]
pub(super) enum Seen<F> {
    Node(u32),
    Number(F),
}

/// What was asked, and the answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Decision<F> {
    Compared(Relation, [Seen<F>; 2], Option<Ordering>),
    Asked(fn(F) -> bool, u32, bool),
    /// The data itself was read: what was done with it is not known.
    Read(u32, F),
    /// A gradient was read, which no replay computes.
    Gradient(F),
    /// A leaf was set.
    Set(F),
}
