//! Written by `tests/oracle/generate.py`: change that, and run it.

#[rustfmt::skip]
pub mod library;
#[rustfmt::skip]
pub mod operators;
#[rustfmt::skip]
pub mod choices;
#[rustfmt::skip]
pub mod reductions;
#[rustfmt::skip]
pub mod extremes;
#[rustfmt::skip]
pub mod products;
#[rustfmt::skip]
pub mod wholes;
#[rustfmt::skip]
pub mod recurrences;
#[rustfmt::skip]
pub mod parts;
#[rustfmt::skip]
pub mod calls;
#[rustfmt::skip]
pub mod data;
#[rustfmt::skip]
pub mod results;
#[rustfmt::skip]
pub mod random_1;
#[rustfmt::skip]
pub mod random_2;
#[rustfmt::skip]
pub mod random_3;
#[rustfmt::skip]
pub mod random_4;
#[rustfmt::skip]
pub mod random_5;
#[rustfmt::skip]
pub mod random_6;

pub const GROUPS: &[(&str, &[crate::modes::Case])] = &[
    ("operators", operators::CASES),
    ("choices", choices::CASES),
    ("reductions", reductions::CASES),
    ("extremes", extremes::CASES),
    ("products", products::CASES),
    ("wholes", wholes::CASES),
    ("recurrences", recurrences::CASES),
    ("parts", parts::CASES),
    ("calls", calls::CASES),
    ("data", data::CASES),
    ("results", results::CASES),
    ("random_1", random_1::CASES),
    ("random_2", random_2::CASES),
    ("random_3", random_3::CASES),
    ("random_4", random_4::CASES),
    ("random_5", random_5::CASES),
    ("random_6", random_6::CASES),
];
