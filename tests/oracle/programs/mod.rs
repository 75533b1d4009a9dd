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

pub const GROUPS: &[(&str, &[crate::modes::Case], &str)] = &[
    (
        "operators",
        operators::CASES,
        include_str!("../numbers/operators.json"),
    ),
    (
        "choices",
        choices::CASES,
        include_str!("../numbers/choices.json"),
    ),
    (
        "reductions",
        reductions::CASES,
        include_str!("../numbers/reductions.json"),
    ),
    (
        "extremes",
        extremes::CASES,
        include_str!("../numbers/extremes.json"),
    ),
    (
        "products",
        products::CASES,
        include_str!("../numbers/products.json"),
    ),
    (
        "wholes",
        wholes::CASES,
        include_str!("../numbers/wholes.json"),
    ),
    (
        "recurrences",
        recurrences::CASES,
        include_str!("../numbers/recurrences.json"),
    ),
    ("parts", parts::CASES, include_str!("../numbers/parts.json")),
    ("calls", calls::CASES, include_str!("../numbers/calls.json")),
    ("data", data::CASES, include_str!("../numbers/data.json")),
    (
        "results",
        results::CASES,
        include_str!("../numbers/results.json"),
    ),
    (
        "random_1",
        random_1::CASES,
        include_str!("../numbers/random_1.json"),
    ),
    (
        "random_2",
        random_2::CASES,
        include_str!("../numbers/random_2.json"),
    ),
    (
        "random_3",
        random_3::CASES,
        include_str!("../numbers/random_3.json"),
    ),
    (
        "random_4",
        random_4::CASES,
        include_str!("../numbers/random_4.json"),
    ),
    (
        "random_5",
        random_5::CASES,
        include_str!("../numbers/random_5.json"),
    ),
    (
        "random_6",
        random_6::CASES,
        include_str!("../numbers/random_6.json"),
    ),
];
