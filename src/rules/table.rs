//! Every operation with its derivative, its domain and its awkward points.
//!
//! This page is made from the rows that define the operations, and the tests go through the same rows
//! in every mode. What the notation means is in [`rules`](crate::rules), and *within*, how exact value and
//! derivatives are, in [its section](crate::rules#accuracy).

use super::{binary_table, operator_table, ternary_table, unary_table};

/// The operation's name with the parameter, if it has one.
macro_rules! row_head {
    ($rule:ident ()) => {
        ""
    };
    ($rule:ident ($argument:literal)) => {
        concat!("`", stringify!($rule), "(", $argument, ")`")
    };
}

macro_rules! document_unary_rules {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*],
            tests [$(
                $argument:tt at $points:tt
                edge [$($edge:expr => $value:expr, $partial:expr);* $(;)?]
            )+];
    )*) => {
        /// y = f(x).
        ///
        /// | operation | dy/dx | domain | within | at x | y | dy/dx there |
        /// |---|---|---|---|---|---|---|
        $(
            #[doc = concat!(
                "| [`", stringify!($rule), "`](super::", stringify!($Rule), ") | ", $derivative, " | ",
                $domain, " | ", $of_value, ", ", $of_slopes, " | | | |"
            )]
            $($(#[doc = concat!(
                "| ", row_head!($rule $argument), " | | | | ",
                stringify!($edge), " | ", stringify!($value), " | ", stringify!($partial), " |"
            )])*)+
        )*
        pub mod unary {}
    };
}

macro_rules! document_binary_rules {
    ($module:ident $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        /// z = f(x, y).
        ///
        /// | operation | ∂z/∂x, ∂z/∂y | domain | within | at (x, y) | z | ∂z/∂x, ∂z/∂y there |
        /// |---|---|---|---|---|---|---|
        $(
            #[doc = concat!(
                "| [`", stringify!($rule), "`](super::", stringify!($Rule), ") | ", $derivative, " | ",
                $domain, " | ", $of_value, ", ", $of_slopes, " | | | |"
            )]
            $(#[doc = concat!(
                "| | | | | ", stringify!($edge), " | ", stringify!($value), " | ", stringify!($dx), ", ",
                stringify!($dy), " |"
            )])*
        )*
        pub mod $module {}
    };
}

macro_rules! document_ternary_rules {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, |$($input:pat_param),*| $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr, $dz:expr);* $(;)?];
    )*) => {
        /// w = f(x, y, z).
        ///
        /// | operation | ∂w/∂x, ∂w/∂y, ∂w/∂z | domain | within | at (x, y, z) | w | partials there |
        /// |---|---|---|---|---|---|---|
        $(
            #[doc = concat!(
                "| [`", stringify!($rule), "`](super::", stringify!($Rule), ") | ", $derivative, " | ",
                $domain, " | ", $of_value, ", ", $of_slopes, " | | | |"
            )]
            $(#[doc = concat!(
                "| | | | | ", stringify!($edge), " | ", stringify!($value), " | ", stringify!($dx), ", ",
                stringify!($dy), ", ", stringify!($dz), " |"
            )])*
        )*
        pub mod ternary {}
    };
}

operator_table!(document_binary_rules operators);
unary_table!(document_unary_rules);
binary_table!(document_binary_rules binary);
ternary_table!(document_ternary_rules);
