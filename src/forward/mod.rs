//! Forward mode: numbers that carry a tangent beside their primal.

mod dual;
mod float;

pub use dual::Dual;
