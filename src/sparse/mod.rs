//! Sparse derivatives.
mod at;
mod at_hessian;
mod colouring;
mod dependence;
mod hessian;
mod jacobian;
mod pattern;
mod residuals;
mod scatter;
mod sets;
mod sizes;
mod trace;

pub use at::{At, IndexError};
pub use at_hessian::AtHessian;
pub use hessian::SparseHessian;
pub use jacobian::SparseJacobian;
pub use pattern::{Order, Pattern};
pub use residuals::{AtJacobian, AtNormalEquations};
pub use sizes::SizeError;
