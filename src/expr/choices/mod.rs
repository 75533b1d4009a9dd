//! Conditions, and what is chosen by them.

pub(super) mod block;
pub(super) mod select;
