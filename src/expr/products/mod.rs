//! Products of vectors and matrices.

pub(super) mod dot;
pub(super) mod outer;
