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
//! where the value is NaN or no limit exists.
//!
//! An operand that takes no part in the value, as the lesser one of `max`, contributes nothing, whatever comes before or
//! after. What holds where a derivative that is 0 meets one that is infinite stands in [`numerics`](crate::numerics).
//!
//! # Accuracy
//!
//! Each row states how exact its value and its derivative are, in units in the last place: the distance from the
//! exact number, rounded. A test holds them from one end of the domain to the other, in `f32` and `f64`, against
//! numbers computed with 60 digits. Where terms of a sum cancel, of the derivatives of `silu` and `gelu` and of
//! the value of `ln_add_exp`, the unit is that of the greatest term. Derivatives of operations on several
//! numbers are exact where neither these nor the value are below the least number of full precision.
//!
//! The elementary functions are those of the standard library, or of `libm` without it, and the units are those
//! measured on Linux. In the lanes of the feature `simd`, in which arrays in loops and branches are computed too, they are up
//! to 8.
//!
//! # Operations
//!
//! Each is a marker type, documented with its derivative and its values at the awkward points;
//! [`table`](mod@table) lists them all. It is applied by the method of its name, or by itself:
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::rules::{Hypot, Tanh};
//!
//! let f = func!(|x, y| x.apply(Tanh) + x.apply_with(y, Hypot));
//! let g = func!(|x, y| x.tanh() + x.hypot(y));
//! assert_eq!(f.gradient(&[0.3, 0.4]), g.gradient(&[0.3, 0.4]));
//! ```

mod bell;
mod binary_table;
mod direction;
mod methods;
mod page;
mod partials;
mod primals;
pub(crate) mod rows;
mod stop_gradient;
#[cfg(feature = "std")]
pub(crate) mod structure;
mod ternary_table;
mod unary_table;
pub(crate) mod zeros;

use bell::Bell;
pub(crate) use binary_table::{binary_table, operator_table};
use direction::Direction;
pub(crate) use methods::{binary_methods_of, ternary_methods_of, unary_methods_of};
pub use page::table;
pub use stop_gradient::StopGradient;
pub(crate) use ternary_table::ternary_table;
pub(crate) use unary_table::unary_table;

use crate::scalar::{BinaryRule, Field, Linearity, Real, Row, Rule, Scalar, Slope, UnaryRule};
use core::f64::consts::{LN_2, LOG2_E, LOG10_E};
use partials::{
    angle_partial, arctangent_chain, constant_partial, elu_partial, error_density, exp_m1_partial,
    exponent_partial, extremum_chain, gap, integer_power_partial, is_flat, is_saturated,
    kink_chain, moment, one_minus_square, positive, power_partial, sigmoid_of_gap, sigmoid_partial,
    sign_chain, silu_partial, tanh_partial,
};
use primals::{
    gelu, greater, integer_power, lesser, normal_cdf, normal_pdf, sigmoid, silu, softplus,
};

/// Whether a derivative reads one of the numbers that it is given, as the row states by the parameter in that number's
/// place: by its letter, or by `_`. Any other name does not compile, so that `_x` cannot state by accident that x is read.
macro_rules! reads {
    (x: x) => {
        true
    };
    (y: y) => {
        true
    };
    (z: z) => {
        true
    };
    (w: w) => {
        true
    };
    ($letter:ident: _) => {
        false
    };
}

/// Where an operation on two numbers is linear, from which of (x, y, z) its derivatives read.
pub(crate) const fn linearity(left: [bool; 3], right: [bool; 3]) -> Linearity {
    let ([left_x, left_y, left_z], [right_x, right_y, right_z]) = (left, right);
    match (!left_x && !left_z, !right_y && !right_z) {
        (true, true) if !left_y && !right_x => Linearity::Both,
        (true, true) => Linearity::Each,
        (true, false) => Linearity::Left,
        _ => Linearity::Neither,
    }
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
            |$x:ident| $primal:expr, |$c:tt, $px:tt, $py:tt| $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slope:literal $(; x where |$fy:ident| $far:expr)? $(; zeros $zeros:ident $(, absent |$ac:ident, $ay:ident| $absent:expr)?)? $(; slope $slope:expr)?],
            tests [$(
                $argument:tt at $points:tt
                edge [$($edge:expr => $value:expr, $partial:expr);* $(;)?]
            )+];
    )*) => {
        $(
            $(#[$doc])*
            #[doc = ""]
            #[doc = concat!("dy/dx = ", $derivative, ". Domain: ", $domain, ".")]
            #[doc = concat!(
                "Exact to ", $of_value, " units in the last place, dy/dx to ", $of_slope, "."
            )]
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

            #[diagnostic::do_not_recommend]
            impl UnaryRule for $Rule {
                const READS_VALUE: bool = reads!(y: $py);
                const READS_INPUT: bool = reads!(x: $px) $(&& stringify!($far).is_empty())?;
                const ROW: Row = rows::unary::$Rule;
                $(const SLOPE: Slope = $slope;)?

                $(#[cfg_attr(optimized, inline(always))]
                fn parameter(self) -> Option<f64> {
                    let Self($parameter) = self;
                    Some(f64::from($parameter))
                })?

                $(#[cfg_attr(optimized, inline(always))]
                fn input_if_read<S: Scalar>(self, $fy: S, x: impl FnOnce() -> S + Copy) -> S {
                    S::choose($far, x, S::zero)
                })?
                #[cfg_attr(optimized, inline(always))]
                fn primal<F: Real>(self, $x: F) -> F {
                    $(let Self($parameter) = self;)?
                    $primal
                }
                #[cfg_attr(optimized, inline(always))]
                fn partial<S: Scalar>(self, x: S, y: S) -> S {
                    self.chain(S::one(), x, y)
                }
                #[cfg_attr(optimized, inline(always))]
                fn chain<S: Scalar>(self, $c: S, $px: S, $py: S) -> S {
                    $(let Self($parameter) = self;)?
                    $chain
                }
                $($(#[cfg_attr(optimized, inline(always))]
                fn chain_of_part<S: Scalar>(self, $ac: S, _: S, $ay: S, _: S::Mask) -> S {
                    $absent
                })?)?
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
                #[cfg_attr(optimized, inline(always))]
                fn $rule(self $(, $parameter: $Parameter)?) -> Self {
                    self.unary($Rule $(($parameter))?)
                }
            )*
        }
        impl<S: Scalar> UnaryOperations for S {}
    };
}

/// The primal of an operator takes no more than the arithmetic of a field.
macro_rules! arithmetic {
    (|$x:ident, $y:ident| $primal:expr) => {
        #[cfg_attr(optimized, inline(always))]
        fn arithmetic<F: Field>(self, $x: F, $y: F) -> Option<F> {
            Some($primal)
        }
    };
}

macro_rules! no_arithmetic {
    ($($primal:tt)*) => {};
}

macro_rules! define_binary_rules {
    ($arithmetic:ident $module:ident $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident:
            |$x:ident, $y:ident| $primal:expr,
            |$lc:tt, $lx:tt, $ly:tt, $lz:tt| $left:expr,
            |$rc:tt, $rx:tt, $ry:tt, $rz:tt| $right:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $(; zeros $zeros:ident)?], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        $(
            $(#[$doc])*
            #[doc = ""]
            #[doc = concat!("(∂z/∂x, ∂z/∂y) = ", $derivative, ". Domain: ", $domain, ".")]
            #[doc = concat!(
                "Exact to ", $of_value, " units in the last place, the partials to ", $of_slopes, "."
            )]
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
                const READS_VALUE: bool = reads!(z: $lz) || reads!(z: $rz);
                const ROW: Row = rows::$module::$Rule;
                const LINEARITY: Linearity = linearity(
                    [reads!(x: $lx), reads!(y: $ly), reads!(z: $lz)],
                    [reads!(x: $rx), reads!(y: $ry), reads!(z: $rz)],
                );

                $arithmetic! { |$x, $y| $primal }

                #[cfg_attr(optimized, inline(always))]
                fn primal<F: Real>(self, $x: F, $y: F) -> F {
                    $primal
                }
                #[cfg_attr(optimized, inline(always))]
                fn partials<S: Scalar>(self, x: S, y: S, z: S) -> (S, S) {
                    (
                        self.chain_left(S::one(), x, y, z),
                        self.chain_right(S::one(), x, y, z),
                    )
                }
                #[cfg_attr(optimized, inline(always))]
                fn chain_left<S: Scalar>(self, $lc: S, $lx: S, $ly: S, $lz: S) -> S {
                    $left
                }
                #[cfg_attr(optimized, inline(always))]
                fn chain_right<S: Scalar>(self, $rc: S, $rx: S, $ry: S, $rz: S) -> S {
                    $right
                }
            }
        )*
    };
}

macro_rules! define_ternary_rules {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident:
            |$x:ident, $y:ident, $z:ident| $primal:expr,
            |$c:tt, $px:tt, $py:tt, $pz:tt, $pw:tt| $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within [$of_value:literal, $of_slopes:literal $(; zeros $zeros:ident)?], at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr, $dz:expr);* $(;)?];
    )*) => {
        $(
            $(#[$doc])*
            #[doc = ""]
            #[doc = concat!("(∂w/∂x, ∂w/∂y, ∂w/∂z) = ", $derivative, ". Domain: ", $domain, ".")]
            #[doc = concat!(
                "Exact to ", $of_value, " units in the last place, the partials to ", $of_slopes, "."
            )]
            #[doc = ""]
            #[doc = "| (x, y, z) | w | ∂w/∂x | ∂w/∂y | ∂w/∂z |"]
            #[doc = "|---|---|---|---|---|"]
            $(#[doc = concat!(
                "| ", stringify!($edge), " | ", stringify!($value), " | ", stringify!($dx), " | ",
                stringify!($dy), " | ", stringify!($dz), " |"
            )])*
            #[derive(Debug, Clone, Copy, PartialEq)]
            pub struct $Rule;

            impl Rule<3> for $Rule {
                const READS_VALUE: bool = reads!(w: $pw);
                const ROW: Row = rows::ternary::$Rule;

                #[cfg_attr(optimized, inline(always))]
                fn primal<F: Real>(self, [$x, $y, $z]: [F; 3]) -> F {
                    $primal
                }
                #[cfg_attr(optimized, inline(always))]
                fn partials<S: Scalar>(self, x: [S; 3], y: S) -> [S; 3] {
                    self.chain(S::one(), x, y)
                }
                #[cfg_attr(optimized, inline(always))]
                fn chain<S: Scalar>(self, $c: S, [$px, $py, $pz]: [S; 3], $pw: S) -> [S; 3] {
                    $chain
                }
            }
        )*

        /// The operations on three numbers as methods of every scalar: the words in which partials
        /// are written.
        ///
        /// ```
        /// use monograd::Scalar;
        /// use monograd::rules::TernaryOperations;
        ///
        /// fn probability<S: Scalar>(x: S) -> S {
        ///     x.clamp(S::zero(), S::one())
        /// }
        /// assert_eq!(probability(3.0_f64), 1.0);
        /// ```
        pub trait TernaryOperations: Scalar {
            $(
                $(#[$doc])*
                #[cfg_attr(optimized, inline(always))]
                fn $rule(self, $y: Self, $z: Self) -> Self {
                    Self::nary([self, $y, $z], $Rule)
                }
            )*
        }
        impl<S: Scalar> TernaryOperations for S {}
    };
}

macro_rules! define_binary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
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
                #[cfg_attr(optimized, inline(always))]
                fn $rule(self, $y: Self) -> Self {
                    self.binary($y, $Rule)
                }
            )*
        }
        impl<S: Scalar> BinaryOperations for S {}
    };
}

unary_table!(define_unary_rules);
operator_table!(define_binary_rules arithmetic operator);
binary_table!(define_binary_rules no_arithmetic binary);
binary_table!(define_binary_methods);
ternary_table!(define_ternary_rules);
