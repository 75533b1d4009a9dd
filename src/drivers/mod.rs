//! Drivers: what can be asked of a function. One file a question.

mod differentiable;
mod function;
mod gradient;
mod hessian;
mod jacobian;
mod jvp;
mod refusals;
mod slices;
mod with;

#[doc(hidden)]
pub use differentiable::Differentiable;
#[cfg(feature = "std")]
pub(crate) use differentiable::sweep_each;
pub(crate) use differentiable::{Of, Results};
pub use function::Function;
#[cfg(feature = "rayon")]
pub(crate) use hessian::mirrored;
#[doc(hidden)]
pub use refusals::HasInputs;
pub(crate) use refusals::NoData;
pub use slices::LengthError;
pub use with::With;
pub(crate) use with::with_data;
