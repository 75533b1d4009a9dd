//! The rows of the tables by number: how a tape, which has one byte for it, remembers an operation.

#[cfg(feature = "std")]
use super::structure::{self, Single};
use super::{binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::Row;

/// The number of the first row of each table.
const UNARY: u8 = 1;
const OPERATOR: u8 = 128;
const BINARY: u8 = 136;
const TERNARY: u8 = 192;

/// Numbers the markers of a table, and names them.
macro_rules! number_rows {
    ($first:ident: $($Rule:ident $rule:ident)*) => {
        use super::{Row, $first};

        #[derive(Clone, Copy)]
        enum Number {
            $($Rule),*
        }
        $(#[allow(non_upper_case_globals, reason = "the name of the marker")]
        pub(in crate::rules) const $Rule: Row = Row($first + Number::$Rule as u8);)*
        pub(super) const COUNT: usize = [$(Number::$Rule),*].len();
        #[cfg(feature = "std")]
        pub(super) const NAMES: [&str; COUNT] = [$(stringify!($rule)),*];
    };
}

/// The marker, where the operation has no parameter.
#[cfg(feature = "std")]
macro_rules! without_parameter {
    ($Rule:ident) => {
        Some(super::super::$Rule)
    };
    ($Rule:ident $parameter:ident) => {
        None::<super::super::$Rule>
    };
}

macro_rules! number_unary_rows {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, tests $tests:tt;
    )*) => {
        pub(in crate::rules) mod unary {
            number_rows!(UNARY: $($Rule $rule)*);

            /// The value and the derivative of an operation without a parameter.
            #[cfg(feature = "std")]
            #[allow(non_upper_case_globals, reason = "the name of the marker")]
            pub(crate) fn evaluate<S: super::Single>(row: Row, x: S) -> Option<(S, S)> {
                use super::structure;
                match row {
                    $($Rule => {
                        let op = without_parameter!($Rule $($parameter)?)?;
                        let y = x.unary(op);
                        Some((y, structure::partial(op, x, y)))
                    })*
                    _ => None,
                }
            }
        }
    };
}

macro_rules! number_binary_rows {
    ($module:ident $first:ident $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        pub(in crate::rules) mod $module {
            number_rows!($first: $($Rule $rule)*);

            #[cfg(feature = "std")]
            #[allow(non_upper_case_globals, reason = "the name of the marker")]
            pub(crate) fn evaluate<S: super::Single>(row: Row, x: S, y: S) -> Option<(S, [S; 2])> {
                use super::structure;
                match row {
                    $($Rule => {
                        let op = super::super::$Rule;
                        let z = x.binary(y, op);
                        Some((z, structure::partials(op, x, y, z)))
                    })*
                    _ => None,
                }
            }
        }
    };
}

macro_rules! number_ternary_rows {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        pub(in crate::rules) mod ternary {
            number_rows!(TERNARY: $($Rule $rule)*);

            #[cfg(feature = "std")]
            #[allow(non_upper_case_globals, reason = "the name of the marker")]
            pub(crate) fn evaluate<S: super::Single>(row: Row, x: [S; 3]) -> Option<(S, [S; 3])> {
                use super::structure;
                match row {
                    $($Rule => {
                        let op = super::super::$Rule;
                        let y = S::nary(x, op);
                        Some((y, structure::partials_of(op, x, y)))
                    })*
                    _ => None,
                }
            }
        }
    };
}

unary_table!(number_unary_rows);
operator_table!(number_binary_rows operator OPERATOR);
binary_table!(number_binary_rows binary BINARY);
ternary_table!(number_ternary_rows);

#[cfg(feature = "std")]
pub(crate) use with_std::*;

#[cfg(feature = "std")]
mod with_std {
    use super::*;

    /// The name of the operation, as its method has it.
    pub(crate) fn name(row: Row) -> Option<&'static str> {
        let tables = [
            (UNARY, &unary::NAMES[..]),
            (OPERATOR, &operator::NAMES[..]),
            (BINARY, &binary::NAMES[..]),
            (TERNARY, &ternary::NAMES[..]),
        ];
        tables.into_iter().find_map(|(first, names)| {
            let place = row.0.checked_sub(first)?;
            names.get(usize::from(place)).copied()
        })
    }

    /// Whether it is an operation on two numbers.
    pub(crate) fn takes_two(row: Row) -> bool {
        (OPERATOR..TERNARY).contains(&row.0)
    }

    pub(crate) use super::ternary::evaluate as evaluate_ternary;
    pub(crate) use super::unary::evaluate as evaluate_unary;

    /// The value and the derivatives of an operation on two numbers.
    pub(crate) fn evaluate_binary<S: Single>(row: Row, x: S, y: S) -> Option<(S, [S; 2])> {
        operator::evaluate(row, x, y).or_else(|| binary::evaluate(row, x, y))
    }
}

const _: () = assert!(
    UNARY as usize + unary::COUNT <= OPERATOR as usize
        && OPERATOR as usize + operator::COUNT <= BINARY as usize
        && BINARY as usize + binary::COUNT <= TERNARY as usize
        && TERNARY as usize + ternary::COUNT <= 255,
    "the rows of two tables share a number"
);
