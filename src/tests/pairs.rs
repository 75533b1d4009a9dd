//! Every pair of operations as `func!`s, and every operation as a function of any scalar: both made
//! from the tables.

use crate::expr::{AnyFunction, Cotangent, Definition};
use crate::prelude::*;
use crate::rules::{
    BinaryOperations, TernaryOperations, UnaryOperations, binary_table, operator_table,
    ternary_table, unary_table,
};
use core::ops::{Add, Div, Mul, Sub};
use std::vec::Vec;

/// An operation, which may ignore some of its operands.
pub(super) type Ternary<S> = fn(S, S, S) -> S;

/// Hands all operations to a macro: `[inner operations] [outer operations]`. An operation on two
/// numbers is among the outer ones twice, the second time with its operands exchanged.
macro_rules! every_operation {
    ($callback:ident) => {
        unary_table! { every_operation @unary $callback }
    };
    (
        @unary $callback:ident
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
                derivative $derivative:literal, domain $domain:literal, within $within:tt,
                tests [$argument:tt $($tests:tt)*];
        )*
    ) => {
        operator_table! { every_operation @operators $callback [$((unary $rule $argument))*] }
    };
    (
        @operators $callback:ident [$($before:tt)*]
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
                derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
        )*
    ) => {
        binary_table! {
            every_operation @binary $callback
            [$($before)* $((binary $rule ()))*] [$((exchanged $rule ()))*]
        }
    };
    (
        @binary $callback:ident [$($before:tt)*] [$($exchanged:tt)*]
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
                derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
        )*
    ) => {
        ternary_table! {
            every_operation @ternary $callback
            [$($before)* $((binary $rule ()))*] [$($exchanged)* $((exchanged $rule ()))*]
        }
    };
    (
        @ternary $callback:ident [$($before:tt)*] [$($exchanged:tt)*]
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident: $primal:expr, |$($input:pat_param),*| $partials:expr,
                derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
        )*
    ) => {
        $callback! {
            [$($before)* $((ternary $rule ()))*]
            [$($before)* $((ternary $rule ()))* $($exchanged)*]
        }
    };
}

/// An operation applied to `x`, and to `y` and `z` if it takes more.
macro_rules! operate {
    ((unary $rule:ident ($($argument:literal)?)) $x:expr, $y:ident, $z:ident) => {
        $x.$rule($($argument)?)
    };
    ((binary $rule:ident ()) $x:expr, $y:ident, $z:ident) => { $x.$rule($y) };
    ((exchanged $rule:ident ()) $x:expr, $y:ident, $z:ident) => { $y.$rule($x) };
    ((ternary $rule:ident ()) $x:expr, $y:ident, $z:ident) => { $x.$rule($y, $z) };
}

pub(super) use {every_operation, operate};

/// As many inner operations as a function of the set has results.
pub(super) const RESULTS: usize = 16;

/// The value of one of a function's pairs at a point, and what a cotangent is pulled back to.
pub(super) type Pairs = fn(&[f64; 3], usize, f64) -> (f64, [Cotangent<f64>; 3]);

/// The value of one result, and the cotangents of the inputs from its own.
fn pull<F: AnyFunction<3, Definition: Definition<3, Codomain = [R; M]>>, const M: usize>(
    function: F,
    point: &[f64; 3],
    result: usize,
    cotangent: f64,
) -> (f64, [Cotangent<f64>; 3]) {
    let seeds = core::array::from_fn(|i| Cotangent::if_reached(i == result, cotangent));
    let (values, pullback) = Definition::vjp(function.definition(), point);
    (values[result], pullback(seeds))
}

macro_rules! define_operations {
    ($inner:tt [$($outer:tt)*]) => {
        /// The outer operations, of which the first are the inner ones, on any scalar.
        pub(super) fn operations<S: Scalar>() -> Vec<Ternary<S>> {
            vec![$(|x, _y, _z| operate!($outer x, _y, _z)),*]
        }

        pub(super) const INNER: usize = define_operations!(@count $inner);
        pub(super) const OUTER: usize = [$(stringify!($outer)),*].len();
        pub(super) const NAMES: [&str; OUTER] = [$(stringify!($outer)),*];

        /// The functions of the set: for each outer operation, those of all inner ones, so many at a
        /// time.
        #[allow(unused_variables, reason = "few operations take all three inputs")]
        pub(super) fn functions() -> Vec<Pairs> {
            let mut functions: Vec<Pairs> = Vec::new();
            $(define_functions! { functions $outer $inner })*
            functions
        }
    };
    (@count [$($operation:tt)*]) => { [$(stringify!($operation)),*].len() };
}

macro_rules! define_functions {
    (
        $functions:ident $outer:tt
        [
            $a:tt $b:tt $c:tt $d:tt $e:tt $f:tt $g:tt $h:tt $i:tt $j:tt $k:tt $l:tt $m:tt $n:tt $o:tt
            $p:tt $($more:tt)+
        ]
    ) => {
        define_functions! {
            @one $functions $outer
            [$a $b $c $d $e $f $g $h $i $j $k $l $m $n $o $p]
        }
        define_functions! { $functions $outer [$($more)+] }
    };
    ($functions:ident $outer:tt $inner:tt) => {
        define_functions! { @one $functions $outer $inner }
    };
    (@one $functions:ident $outer:tt [$($inner:tt)*]) => {
        $functions.push({
            func! {
                fn pairs(x, y, z) { [$(operate!($outer operate!($inner x, y, z), y, z)),*] }
            }
            |point, pair, cotangent| pull(pairs, point, pair, cotangent)
        });
    };
}

every_operation!(define_operations);
