//! Operations on numbers, and so on each element of arrays.

pub(super) mod apply;
pub(super) mod binary;
pub(super) mod constant;
pub(super) mod custom;
pub(super) mod in_lanes;
pub(super) mod one_by_one;
pub(super) mod operations;
pub(super) mod side_by_side;
mod terms;
pub(super) mod unary;
