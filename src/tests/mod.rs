//! Tests that see inside: they walk the tables of rules.

#[cfg(feature = "std")]
mod accuracy;
mod pairs;
#[cfg(feature = "std")]
mod random;
mod table;
