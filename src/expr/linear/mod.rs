//! Linear algebra of small dense matrices: determinants, systems of equations, factors, eigenvalues.
//!
//! The numerical algorithms are functions of arrays of scalars, in `closed_form`, `elimination`, `cofactors`, `factor` and
//! `jacobi`. The nodes, in `of_matrix` and `equations`, apply them and pull back by the rules of M. B. Giles, "Collected
//! matrix derivative results for forward and reverse mode algorithmic differentiation" (2008). The rules are written over
//! any scalar, so that orders nest.

#![allow(
    clippy::needless_range_loop,
    reason = "the indices are those of the formulas"
)]

mod cholesky;
mod closed_form;
mod cofactors;
mod determinant;
mod eigen;
mod elimination;
pub(super) mod equations;
pub(super) mod factor;
mod inverse;
mod jacobi;
pub(super) mod of_matrix;
mod small;
pub(super) mod square;
mod systems;
mod triangular;
