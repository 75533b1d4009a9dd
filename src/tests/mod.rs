//! Tests that see inside: they walk the tables of rules.

#[cfg(feature = "std")]
mod absent;
mod accuracy;
#[cfg(feature = "std")]
mod non_finite;
#[cfg(feature = "std")]
mod numerics;
#[cfg(feature = "std")]
mod pairs;
#[cfg(feature = "std")]
mod random;
mod reads;
mod table;
