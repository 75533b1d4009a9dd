//! Recurrences: a state that is carried from step to step.

pub(super) mod recurrence;
