//! The derivatives of functions: [`Function`], and on slices [`Objective`] and [`Mapping`].

mod apart;
#[cfg(feature = "std")]
mod cached;
mod diagonal;
mod differentiable;
mod evaluation_error;
mod function;
mod gradient;
mod hessian;
mod jacobian;
mod jvp;
mod mapping;
mod memory;
mod objective;
pub(crate) mod on_slices;
mod refusals;
mod slices;
mod with;

pub(crate) use apart::are_finite;
#[cfg(feature = "std")]
pub use cached::Cached;
pub(crate) use diagonal::value_gradient_diagonal;
#[doc(hidden)]
pub use differentiable::Differentiable;
pub(crate) use differentiable::{Of, Results};
pub use evaluation_error::EvaluationError;
pub use function::Function;
pub(crate) use hessian::{mirrored, value_gradient_hessian};
pub use mapping::{Layout, Mapping};
#[doc(hidden)]
pub use memory::{Memory, Spare};
pub use objective::Objective;
pub(crate) use objective::mirror;
pub use on_slices::OnSlices;
#[cfg(feature = "std")]
pub(crate) use on_slices::Pool;
#[doc(hidden)]
pub use refusals::HasInputs;
pub(crate) use refusals::NoData;
pub use slices::LengthError;
pub use with::With;
pub(crate) use with::with_data;
