//! The shapes of variables and of expressions.

pub(super) mod shape;
pub(super) mod shaped;
