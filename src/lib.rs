//! Compile-time, generic automatic differentiation.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod scalar;
pub mod rules;
pub mod expr;
mod function;
pub mod forward;
mod reverse;
pub mod drivers;

pub use scalar::{Scalar, Wrapped};
pub use expr::{Ex, constant};
pub use drivers::Function;
pub use forward::Dual;

/// What a user imports.
pub mod prelude {
    pub use crate::{Scalar, Function, Dual, constant, func};
}
