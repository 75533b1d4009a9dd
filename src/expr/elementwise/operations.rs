//! The names, methods and operators of the operations, from the tables of rules.

use super::binary::Binary;
use super::unary::Unary;
use crate::expr::{Apply, Constant, Ex, Operand, apply};
use crate::rules::{self, binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, UnaryRule};
use core::ops;

impl<E> Ex<E> {
    /// The operation `op` on this expression: for [rules](UnaryRule) of your own.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rules::Tanh;
    ///
    /// let f = func!(|x| x.apply(Tanh));
    /// assert_eq!(f.gradient(&[0.0]), [1.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn apply<Op: UnaryRule>(self, op: Op) -> Ex<Unary<Op, E>> {
        Ex(Unary {
            op,
            operand: self.0,
        })
    }

    /// The operation `op` on this expression and another: for [rules](BinaryRule) of your own.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rules::Hypot;
    ///
    /// let f = func!(|x, y| x.apply_with(y, Hypot));
    /// assert_eq!(f.value(&[3.0, 4.0]), 5.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn apply_with<Op: BinaryRule, R: Operand>(
        self,
        other: R,
        op: Op,
    ) -> Ex<Binary<Op, E, R::Expr>> {
        Ex(Binary {
            op,
            left: self.0,
            right: other.into_expr().0,
        })
    }
}

macro_rules! unary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?):
            |$x:ident| $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            tests [
                ($($argument:literal)?) at [$point:literal $(, $more:literal)*] $($others:tt)*
            ];
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<E> = Unary<rules::$Rule, E>;
        )*

        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("dy/dx = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!(
                    "let f = func!(|x| x.", stringify!($rule), "(", $(stringify!($argument),)? "));"
                )]
                #[doc = concat!("let (x, h) = (", stringify!($point), "_f64, 1e-6);")]
                #[doc = "let slope = (f.value(&[x + h]) - f.value(&[x - h])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x])[0] - slope).abs() < 1e-8 * slope.abs().max(1.0));"]
                #[doc = "```"]
                #[allow(clippy::should_implement_trait, reason = "`neg` does, by this method")]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule(self $(, $parameter: $Parameter)?) -> Ex<$Rule<E>> {
                    self.apply(rules::$Rule $(($parameter))?)
                }
            )*

            /// The sine and the cosine.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x| {
            ///     let (sine, cosine) = x.sin_cos();
            ///     [sine, cosine, x.sin_cos().0]
            /// });
            /// assert_eq!(f.value(&[0.0]), [0.0, 1.0, 0.0]);
            /// ```
            #[cfg_attr(optimized, inline(always))]
            pub fn sin_cos(self) -> (Ex<Sin<E>>, Ex<Cos<E>>)
            where
                E: Copy,
            {
                (self.sin(), self.cos())
            }

            /// The expression as a constant, whose derivative is 0. More in
            /// [`rules::StopGradient`].
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x| x * x.stop_gradient());
            /// assert_eq!(f.value_and_gradient(&[3.0]), (9.0, [3.0]));
            /// ```
            #[cfg_attr(optimized, inline(always))]
            pub fn stop_gradient(self) -> Ex<StopGradient<E>> {
                self.apply(rules::StopGradient)
            }
        }

        /// See [`rules::StopGradient`].
        pub type StopGradient<E> = Unary<rules::StopGradient, E>;
    };
}

macro_rules! binary_aliases {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<L, R> = Binary<rules::$Rule, L, R>;
        )*
    };
}

macro_rules! operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        $(
            impl<L, R: Operand> ops::$Rule<R> for Ex<L> {
                type Output = Ex<$Rule<L, R::Expr>>;

                #[cfg_attr(optimized, inline(always))]
                fn $rule(self, right: R) -> Self::Output {
                    self.apply_with(right, rules::$Rule)
                }
            }

            number_on_the_left!($Rule $rule: f64 i32);
        )*
    };
}

macro_rules! number_on_the_left {
    ($Rule:ident $rule:ident: $($Number:ty)*) => {
        $(impl<R> ops::$Rule<Ex<R>> for $Number {
            type Output = Ex<$Rule<Constant, R>>;

            #[cfg_attr(optimized, inline(always))]
            fn $rule(self, right: Ex<R>) -> Self::Output {
                self.into_expr().apply_with(right, rules::$Rule)
            }
        })*
    };
}

impl<L, R: Operand> ops::Rem<R> for Ex<L> {
    type Output = Ex<Rem<L, R::Expr>>;

    #[cfg_attr(optimized, inline(always))]
    fn rem(self, right: R) -> Self::Output {
        self.apply_with(right, rules::Rem)
    }
}

number_on_the_left!(Rem rem: f64 i32);

impl<E> ops::Neg for Ex<E> {
    type Output = Ex<Neg<E>>;

    #[cfg_attr(optimized, inline(always))]
    fn neg(self) -> Self::Output {
        self.apply(rules::Neg)
    }
}

macro_rules! binary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at [($px:literal, $py:literal) $(, $more:expr)*] edge $edges:tt;
    )*) => {
        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂z/∂x, ∂z/∂y) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!("let f = func!(|x, y| x.", stringify!($rule), "(y));")]
                #[doc = concat!(
                    "let (x, y, h) = (", stringify!($px), "_f64, ", stringify!($py), ", 1e-6);"
                )]
                #[doc = "let slope = (f.value(&[x + h, y]) - f.value(&[x - h, y])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x, y])[0] - slope).abs() < 1e-8 * slope.abs().max(1.0));"]
                #[doc = "```"]
                #[allow(clippy::should_implement_trait, reason = "`rem` does, by this method")]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule<R: Operand>(self, $y: R) -> Ex<$Rule<E, R::Expr>> {
                    self.apply_with($y, rules::$Rule)
                }
            )*
        }
    };
}

macro_rules! ternary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident, $z:ident| $primal:expr,
            |$($input:pat_param),*| $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at [($px:literal, $py:literal, $pz:literal) $(, $more:expr)*] edge $edges:tt;
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<X, Y, Z> = Apply<rules::$Rule, (X, Y, Z)>;
        )*

        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂w/∂x, ∂w/∂y, ∂w/∂z) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!("let f = func!(|x, y, z| x.", stringify!($rule), "(y, z));")]
                #[doc = concat!(
                    "let (x, y, z, h) = (", stringify!($px), "_f64, ", stringify!($py), ", ",
                    stringify!($pz), ", 1e-6);"
                )]
                #[doc = "let slope = (f.value(&[x + h, y, z]) - f.value(&[x - h, y, z])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x, y, z])[0] - slope).abs() < 1e-8);"]
                #[doc = "```"]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule<Y: Operand, Z: Operand>(
                    self,
                    $y: Y,
                    $z: Z,
                ) -> Ex<$Rule<E, Y::Expr, Z::Expr>> {
                    apply(rules::$Rule, (self, $y, $z))
                }
            )*
        }
    };
}

unary_table!(unary_methods);
operator_table!(binary_aliases);
binary_table!(binary_aliases);
operator_table!(operators);
binary_table!(binary_methods);
ternary_table!(ternary_methods);
