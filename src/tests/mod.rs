//! Tests that see inside: they walk the tables of rules.

mod table;
