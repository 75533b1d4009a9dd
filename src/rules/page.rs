//! The page that lists every operation: the tables hand their rows on from one to the next, and the last one documents
//! the module `table` by all of them.

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

/// Documents the operators, and hands the lines on.
macro_rules! document_operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        unary_table! {
            document_unary_rules [
                /// # Operators, z = f(x, y)
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
            ]
        }
    };
}

macro_rules! document_unary_rules {
    ([$($before:tt)*] $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*],
            tests [$(
                $argument:tt at $points:tt
                edge [$($edge:expr => $value:expr, $partial:expr);* $(;)?]
            )+];
    )*) => {
        binary_table! {
            document_binary_rules [
                $($before)*
                ///
                /// # Operations on one number, y = f(x)
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
            ]
        }
    };
}

macro_rules! document_binary_rules {
    ([$($before:tt)*] $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        ternary_table! {
            document_ternary_rules [
                $($before)*
                ///
                /// # Operations on two numbers, z = f(x, y)
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
            ]
        }
    };
}

/// Documents the operations on three numbers after all others, on the module.
macro_rules! document_ternary_rules {
    ([$($before:tt)*] $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, |$($input:pat_param),*| $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $($condition:tt)*], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr, $dz:expr);* $(;)?];
    )*) => {
        /// Every operation with its derivative, its domain, its accuracy and its values at awkward points.
        ///
        /// *Within* is the error of the value and of the derivatives, in units in the last place
        /// ([accuracy](super#accuracy)). The last three columns are the points at which a derivative is not
        /// obvious, with value and derivatives there ([the convention](super#awkward-points)). The page is made from the
        /// rows that define the operations.
        ///
        $($before)*
        ///
        /// # Operations on three numbers, w = f(x, y, z)
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
        pub mod table {}
    };
}

operator_table!(document_operators);
