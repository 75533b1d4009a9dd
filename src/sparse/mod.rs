//! Sparse derivatives.
mod colouring;
mod dependence;
mod hessian;
mod jacobian;
mod pattern;
mod sets;
mod sizes;
mod trace;

pub use hessian::SparseHessian;
pub use jacobian::SparseJacobian;
pub use pattern::{Order, Pattern};
pub use sizes::SizeError;
