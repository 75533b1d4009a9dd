//! Conditions, and what is chosen by them.

pub(super) mod block;
pub(super) mod block_of_reals;
pub(super) mod select;
