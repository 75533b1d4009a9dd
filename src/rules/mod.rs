//! The calculus: one row per operation.
//!
//! A row of [the tables](self#operations) holds an operation's name, its primal, its partial
//! derivatives in the inputs and the value, its domain and the points at which its tests look.
//! Everything that needs a rule reads that row: the node and the method of an expression, the dual
//! number's, the dynamic value's, this documentation and the tests. **Adding an operation is adding
//! a row.**
//!
//! # Awkward points
//!
//! One convention holds everywhere: the derivative where it exists; at a kink the subgradient of
//! least magnitude; at a boundary of the domain the one-sided limit, infinite if it is; NaN only
//! where the value is NaN or no limit exists. In forward mode an input that does not move contributes
//! nothing where the derivative is infinite and the value is not, as of √x at 0.
//!
//! # Operations
//!
//! Each is a marker type, documented with its derivative and its values at the awkward points. It is
//! applied by the method of its name, or by itself:
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::rules::{Hypot, Tanh};
//!
//! let f = func!(|x, y| x.apply(Tanh) + x.apply_with(y, Hypot));
//! let g = func!(|x, y| x.tanh() + x.hypot(y));
//! assert_eq!(f.gradient(&[0.3, 0.4]), g.gradient(&[0.3, 0.4]));
//! ```

mod binary_table;
mod methods;
mod partials;
mod unary_table;

pub(crate) use binary_table::{binary_table, operator_table};
pub(crate) use methods::{binary_methods_of, unary_methods_of};
pub(crate) use unary_table::unary_table;

use crate::scalar::{BinaryRule, Real, Scalar, UnaryRule};
use core::f64::consts::{FRAC_PI_2, LN_2, LOG2_E, LOG10_E, PI};
use partials::{
    constant_partial, exponent_partial, extremum_chain, integer_power_partial, one_minus_square,
    positive, power_partial,
};

/// Whether an awkward point has a finite value and an infinite partial.
const fn is_singular(value: f64, partials: &[f64]) -> bool {
    let mut i = 0;
    while i < partials.len() {
        if value.is_finite() && partials[i].is_infinite() {
            return true;
        }
        i += 1;
    }
    false
}

/// The head of the table of an operation's awkward points.
macro_rules! edge_table_head {
    (()) => {
        "| x | y | dy/dx |"
    };
    (($argument:literal)) => {
        concat!("| x (parameter ", $argument, ") | y | dy/dx |")
    };
}

macro_rules! define_unary_rules {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?):
            |$x:ident| $primal:expr, |$c:pat_param, $px:pat_param, $py:pat_param| $chain:expr,
            derivative $derivative:literal, domain $domain:literal,
            tests [$(
                $argument:tt at $points:tt
                edge [$($edge:expr => $value:expr, $partial:expr);* $(;)?]
            )+];
    )*) => {
        $(
            $(#[$doc])*
            #[doc = ""]
            #[doc = concat!("dy/dx = ", $derivative, ". Domain: ", $domain, ".")]
            #[doc = ""]
            $(
                #[doc = ""]
                #[doc = edge_table_head!($argument)]
                #[doc = "|---|---|---|"]
                $(#[doc = concat!(
                    "| ", stringify!($edge), " | ", stringify!($value), " | ",
                    stringify!($partial), " |"
                )])*
            )+
            #[derive(Debug, Clone, Copy, PartialEq)]
            pub struct $Rule $((
                #[doc = concat!("The parameter ", stringify!($parameter), ".")]
                pub $Parameter
            ))?;

            impl UnaryRule for $Rule {
                const SINGULAR: bool = $($(is_singular($value, &[$partial]) ||)*)+ false;

                #[inline(always)]
                fn primal<F: Real>(self, $x: F) -> F {
                    $(let Self($parameter) = self;)?
                    $primal
                }
                #[inline(always)]
                fn partial<S: Scalar>(self, x: S, y: S) -> S {
                    self.chain(S::one(), x, y)
                }
                #[inline(always)]
                fn chain<S: Scalar>(self, $c: S, $px: S, $py: S) -> S {
                    $(let Self($parameter) = self;)?
                    $chain
                }
            }
        )*

        /// The operations on one number as methods of every scalar: the words in which partials are
        /// written.
        ///
        /// ```
        /// use monograd::Scalar;
        /// use monograd::rules::UnaryOperations;
        ///
        /// fn tanh_slope<S: Scalar>(x: S) -> S {
        ///     x.cosh().powi(-2)
        /// }
        /// assert_eq!(tanh_slope(0.0_f64), 1.0);
        /// ```
        pub trait UnaryOperations: Scalar {
            $(
                $(#[$doc])*
                #[inline(always)]
                fn $rule(self $(, $parameter: $Parameter)?) -> Self {
                    self.unary($Rule $(($parameter))?)
                }
            )*
        }
        impl<S: Scalar> UnaryOperations for S {}
    };
}

macro_rules! define_binary_rules {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident:
            |$x:ident, $y:ident| $primal:expr,
            |$lc:pat_param, $lx:pat_param, $ly:pat_param, $lz:pat_param| $left:expr,
            |$rc:pat_param, $rx:pat_param, $ry:pat_param, $rz:pat_param| $right:expr,
            derivative $derivative:literal, domain $domain:literal, at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        $(
            $(#[$doc])*
            #[doc = ""]
            #[doc = concat!("(∂z/∂x, ∂z/∂y) = ", $derivative, ". Domain: ", $domain, ".")]
            #[doc = ""]
            #[doc = "| (x, y) | z | ∂z/∂x | ∂z/∂y |"]
            #[doc = "|---|---|---|---|"]
            $(#[doc = concat!(
                "| ", stringify!($edge), " | ", stringify!($value), " | ", stringify!($dx), " | ",
                stringify!($dy), " |"
            )])*
            #[derive(Debug, Clone, Copy, PartialEq)]
            pub struct $Rule;

            impl BinaryRule for $Rule {
                const SINGULAR: bool = $(is_singular($value, &[$dx, $dy]) ||)* false;

                #[inline(always)]
                fn primal<F: Real>(self, $x: F, $y: F) -> F {
                    $primal
                }
                #[inline(always)]
                fn partials<S: Scalar>(self, x: S, y: S, z: S) -> (S, S) {
                    (
                        self.chain_left(S::one(), x, y, z),
                        self.chain_right(S::one(), x, y, z),
                    )
                }
                #[inline(always)]
                fn chain_left<S: Scalar>(self, $lc: S, $lx: S, $ly: S, $lz: S) -> S {
                    $left
                }
                #[inline(always)]
                fn chain_right<S: Scalar>(self, $rc: S, $rx: S, $ry: S, $rz: S) -> S {
                    $right
                }
            }
        )*
    };
}

macro_rules! define_binary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, at $points:tt edge $edges:tt;
    )*) => {
        /// The operations on two numbers as methods of every scalar: the words in which partials
        /// are written.
        ///
        /// ```
        /// use monograd::Scalar;
        /// use monograd::rules::BinaryOperations;
        ///
        /// fn distance<S: Scalar>(x: S, y: S) -> S {
        ///     x.hypot(y)
        /// }
        /// assert_eq!(distance(3.0_f64, 4.0), 5.0);
        /// ```
        pub trait BinaryOperations: Scalar {
            $(
                $(#[$doc])*
                #[inline(always)]
                fn $rule(self, $y: Self) -> Self {
                    self.binary($y, $Rule)
                }
            )*
        }
        impl<S: Scalar> BinaryOperations for S {}
    };
}

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

unary_table!(define_unary_rules);
operator_table!(define_binary_rules);
binary_table!(define_binary_rules);
binary_table!(define_binary_methods);
