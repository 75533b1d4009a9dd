//! The derivatives of functions: [`Function`], and on slices [`Objective`] and [`Mapping`].

#[cfg(feature = "std")]
mod cached;
mod differentiable;
mod function;
mod gradient;
mod hessian;
mod jacobian;
mod jvp;
mod mapping;
mod memory;
mod objective;
mod on_slices;
mod refusals;
mod slices;
mod with;

#[cfg(feature = "std")]
pub use cached::Cached;
#[doc(hidden)]
pub use differentiable::Differentiable;
#[cfg(feature = "std")]
pub(crate) use differentiable::sweep_each;
pub(crate) use differentiable::{Of, Results};
pub use function::Function;
#[cfg(feature = "rayon")]
pub(crate) use hessian::mirrored;
pub use mapping::{Layout, Mapping};
#[doc(hidden)]
pub use memory::{Memory, Spare};
pub use objective::Objective;
pub use on_slices::OnSlices;
#[doc(hidden)]
pub use refusals::HasInputs;
pub(crate) use refusals::NoData;
pub use slices::LengthError;
pub use with::With;
pub(crate) use with::with_data;
