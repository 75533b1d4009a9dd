//! An array to a number: sums, extrema, norms.

pub(super) mod log_sum_exp;
mod product;
pub(super) mod reduction;
mod table;
