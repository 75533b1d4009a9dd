//! Forward mode: numbers that carry derivatives beside their primal.
//!
//! | number | carries |
//! |---|---|
//! | [`Dual<S>`](Dual) | the derivative along one direction |
//! | [`MultiDual<S, N>`](MultiDual) | the derivatives along `N` directions |
//! | [`Taylor<S, K>`](Taylor) | the derivatives along one direction up to order `K` |

mod arithmetic;
mod bundle;
mod dependence;
mod dual;
pub(crate) mod float;
mod multi;
mod number;
mod recurrence;
mod series;
mod taylor;

pub use dual::Dual;
pub use multi::MultiDual;
pub use taylor::Taylor;

pub(crate) use bundle::Bundle;
pub(crate) use dependence::{Few, Traced};
#[cfg(feature = "std")]
pub(crate) use dependence::{OfInputs, Sources};
pub(crate) use dual::contribution;
pub(crate) use number::{field_by_primal, operators_by_rule, scalar_by_primal};
