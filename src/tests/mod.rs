//! Tests that see inside: they walk the tables of rules.

mod accuracy;
#[cfg(feature = "std")]
mod non_finite;
#[cfg(feature = "std")]
mod pairs;
#[cfg(feature = "std")]
mod random;
mod table;
