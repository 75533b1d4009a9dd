//! Loops: the statements, and recurrences.

pub(super) mod carried;
pub(super) mod checkpointed;
pub(super) mod index;
pub(super) mod put;
pub(super) mod range;
pub(super) mod recurrence;
pub(super) mod repeat;
pub(super) mod summed;
pub(super) mod totals;
