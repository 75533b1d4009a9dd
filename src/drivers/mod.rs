//! Drivers: what can be asked of a function. One file a question.

mod apart;
mod differentiable;
mod function;
mod gradient;
mod hessian;
mod jacobian;
mod jvp;
mod refusals;
mod slices;
mod with;

pub(crate) use apart::are_finite;
#[doc(hidden)]
pub use differentiable::Differentiable;
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
