//! The shapes of square matrices, and of the right-hand sides that fit them.

use crate::expr::{R, Shape};

/// The shape of a square matrix of reals, `[[R; N]; N]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the shape of a square matrix",
    label = "of a square matrix, `[[R; N]; N]`, only",
    note = "of as many rows as columns: `a: [[R; 3]; 3]`"
)]
pub trait SquareMatrix: Shape {}

impl<const N: usize> SquareMatrix for [[R; N]; N] {}

/// The shape of a right-hand side for the matrices of shape `A`: a vector, or a matrix of such columns.
#[diagnostic::on_unimplemented(
    message = "equations with a matrix `{A}` and a right-hand side `{Self}`, which do not fit",
    label = "the right-hand side is `{Self}`",
    note = "with a square matrix `[[R; N]; N]` the right-hand side is a vector `[R; N]` or a matrix `[[R; M]; N]`"
)]
pub trait RightHandSide<A: Shape>: Shape {}

// Of a matrix that is not square its own message says so.
impl<const N: usize, const C: usize> RightHandSide<[[R; C]; N]> for [R; N] {}
impl<const N: usize, const C: usize, const M: usize> RightHandSide<[[R; C]; N]> for [[R; M]; N] {}
