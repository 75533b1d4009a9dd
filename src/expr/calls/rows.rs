//! Rows of data, to which a function is applied one after the other.

use crate::expr::{Blocks, Inputs, Slots};
use crate::scalar::Scalar;

/// Rows of the data `D`, and what becomes of a function's results `T` on each.
pub trait Rows<D: Inputs, S: Scalar, T> {
    /// Applies a function to each row.
    fn each(&mut self, row: impl FnMut(Blocks<'_, D, S>) -> T);
}

/// A gradient to which that of each row is added.
pub trait GradientSums<I: Inputs, S: Scalar> {
    /// The ways to its numbers.
    fn slots(&mut self) -> Slots<'_, I, S>;
}
