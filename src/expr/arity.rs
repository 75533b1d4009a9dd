//! What is written once for every number of inputs.

/// For every number of inputs that is supported, hands the numbers below it with a name each to a
/// macro.
macro_rules! for_each_arity {
    ($callback:ident) => {
        $crate::expr::for_each_arity! {
            $callback []
            (0 A0) (1 A1) (2 A2) (3 A3) (4 A4) (5 A5) (6 A6) (7 A7)
            (8 A8) (9 A9) (10 A10) (11 A11) (12 A12) (13 A13) (14 A14) (15 A15)
            (16 A16) (17 A17) (18 A18) (19 A19) (20 A20) (21 A21) (22 A22) (23 A23)
            (24 A24) (25 A25) (26 A26) (27 A27) (28 A28) (29 A29) (30 A30) (31 A31)
        }
    };
    ($callback:ident [$($done:tt)*] $next:tt $($rest:tt)*) => {
        $callback! { $($done)* $next }
        $crate::expr::for_each_arity! { $callback [$($done)* $next] $($rest)* }
    };
    ($callback:ident [$($done:tt)*]) => {};
}

/// The same for the numbers up to 12, for what is not done with more.
macro_rules! for_each_small_arity {
    ($callback:ident) => {
        $crate::expr::for_each_arity! {
            $callback []
            (0 A0) (1 A1) (2 A2) (3 A3) (4 A4) (5 A5)
            (6 A6) (7 A7) (8 A8) (9 A9) (10 A10) (11 A11)
        }
    };
}

/// The number of names it is given.
macro_rules! count {
    ($($name:ident)*) => { [$(stringify!($name)),*].len() };
}

pub(crate) use {count, for_each_arity, for_each_small_arity};
