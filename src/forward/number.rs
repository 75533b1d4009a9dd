//! What every number that carries derivatives has: methods, operators, comparison, and
//! [`num_traits::Float`], so that generic code written for floats runs on it.
//!
//! What is a differentiable operation goes by its rule; what is a question is answered by the primal.

/// What of [`Field`](crate::scalar::Field) goes by the primal: constants, comparisons and branches.
macro_rules! field_by_primal {
    () => {
        type Mask = S::Mask;

        const IS_PACK: bool = S::IS_PACK;

        #[cfg_attr(optimized, inline(always))]
        fn constant(value: f64) -> Self {
            Self::constant(S::constant(value))
        }
        #[cfg_attr(optimized, inline(always))]
        fn from_plain<T: $crate::scalar::Plain>(number: T) -> Self {
            Self::constant(S::from_plain(number))
        }
        #[cfg_attr(optimized, inline(always))]
        fn min_positive() -> Self {
            Self::constant(S::min_positive())
        }
        #[cfg_attr(optimized, inline(always))]
        fn less_than(self, other: Self) -> S::Mask {
            self.primal.less_than(other.primal)
        }
        #[cfg_attr(optimized, inline(always))]
        fn at_most(self, other: Self) -> S::Mask {
            self.primal.at_most(other.primal)
        }
        #[cfg_attr(optimized, inline(always))]
        fn equals(self, other: Self) -> S::Mask {
            self.primal.equals(other.primal)
        }
        #[cfg_attr(optimized, inline(always))]
        fn is_absent(self) -> S::Mask {
            self.primal.is_absent()
        }
        #[cfg_attr(optimized, inline(always))]
        fn present(mut self) -> Self {
            self.primal = self.primal.present();
            self
        }
        #[cfg_attr(optimized, inline(always))]
        fn recip_of_root(self) -> Self {
            let mut recip = Self::one() / self;
            recip.primal = self.primal.recip_of_root();
            recip
        }
        #[cfg_attr(optimized, inline(always))]
        fn branch<A, B>(
            mask: S::Mask,
            yes: impl FnOnce() -> A,
            no: impl FnOnce() -> B,
        ) -> Branch<A, B, S::Mask> {
            S::branch(mask, yes, no)
        }
    };
}

/// What of [`Scalar`](crate::scalar::Scalar) goes by the primal: what a user's plain function is given, and gives.
macro_rules! scalar_by_primal {
    () => {
        const WIDTH: usize = S::WIDTH;

        #[cfg_attr(optimized, inline(always))]
        fn primal_in(self, lane: usize) -> f64 {
            self.primal.primal_in(lane)
        }
        #[cfg_attr(optimized, inline(always))]
        fn with_primal_in(self, lane: usize, primal: f64) -> Self {
            Self::constant(self.primal.with_primal_in(lane, primal))
        }
    };
}

/// The four operators, each by its rule.
macro_rules! operators_by_rule {
    (impl [$($generics:tt)*] $Number:ty) => {
        $crate::forward::operators_by_rule! {
            @each [$($generics)*] $Number: Add add Sub sub Mul mul Div div
        }

        impl<$($generics)*> ::core::ops::Neg for $Number {
            type Output = Self;

            #[cfg_attr(optimized, inline(always))]
            fn neg(self) -> Self {
                self.unary($crate::rules::Neg)
            }
        }
    };
    (@each $generics:tt $Number:ty: $($Operator:ident $operator:ident)*) => {
        $($crate::forward::operators_by_rule! {
            @one $generics $Number: $Operator $operator
        })*
    };
    (@one [$($generics:tt)*] $Number:ty: $Operator:ident $operator:ident) => {
        impl<$($generics)*> ::core::ops::$Operator for $Number {
            type Output = Self;

            #[cfg_attr(optimized, inline(always))]
            fn $operator(self, other: Self) -> Self {
                self.binary(other, $crate::rules::$Operator)
            }
        }
    };
}

/// An operator with a number on one side, and its assigning form.
macro_rules! operators_with_numbers {
    (impl $generics:tt $Number:ty: $($operator:tt)*) => {
        $($crate::forward::number::operators_with_numbers! { @one $generics $Number, $operator })*
    };
    (
        @one [$($generics:tt)*] $Number:ty,
        ($Operator:ident $operator:ident $Assign:ident $assign:ident)
    ) => {
        impl<$($generics)*> ::core::ops::$Operator<S> for $Number {
            type Output = Self;

            #[cfg_attr(optimized, inline(always))]
            fn $operator(self, number: S) -> Self {
                ::core::ops::$Operator::$operator(self, <$Number>::constant(number))
            }
        }

        impl<$($generics)*> ::core::ops::$Operator<$Number> for f64 {
            type Output = $Number;

            #[cfg_attr(optimized, inline(always))]
            fn $operator(self, other: $Number) -> $Number {
                let number = <$Number as $crate::scalar::Field>::constant(self);
                ::core::ops::$Operator::$operator(number, other)
            }
        }

        impl<$($generics)*> ::core::ops::$Assign for $Number {
            #[cfg_attr(optimized, inline(always))]
            fn $assign(&mut self, other: Self) {
                *self = ::core::ops::$Operator::$operator(*self, other);
            }
        }

        impl<$($generics)*> ::core::ops::$Assign<S> for $Number {
            #[cfg_attr(optimized, inline(always))]
            fn $assign(&mut self, number: S) {
                *self = ::core::ops::$Operator::$operator(*self, number);
            }
        }
    };
}

macro_rules! number_with_derivatives {
    (impl [$($generics:tt)*] $Number:ty, example $make:literal, $after:literal) => {
        use $crate::rules::{
            self, binary_methods_of, binary_table, ternary_methods_of, ternary_table,
            unary_methods_of, unary_table,
        };

        unary_table! { unary_methods_of {
            impl [$($generics)*] $Number, unary, example "", $make, $after
        } }
        binary_table! { binary_methods_of {
            impl [$($generics)*] $Number, binary(Self), example "", $make, ".into()", $after
        } }
        ternary_table! { ternary_methods_of {
            impl [$($generics)*] $Number, nary(Self), example "", $make, ".into()", $after
        } }

        impl<$($generics)*> ::core::ops::Rem for $Number {
            type Output = Self;

            #[cfg_attr(optimized, inline(always))]
            fn rem(self, other: Self) -> Self {
                self.binary(other, rules::Rem)
            }
        }

        $crate::forward::number::operators_with_numbers! {
            impl [$($generics)*] $Number:
            (Add add AddAssign add_assign)
            (Sub sub SubAssign sub_assign)
            (Mul mul MulAssign mul_assign)
            (Div div DivAssign div_assign)
            (Rem rem RemAssign rem_assign)
        }

        impl<$($generics)*> PartialEq for $Number
        where
            S: PartialEq,
        {
            #[cfg_attr(optimized, inline(always))]
            fn eq(&self, other: &Self) -> bool {
                self.primal == other.primal
            }
        }

        impl<$($generics)*> PartialOrd for $Number
        where
            S: PartialOrd,
        {
            #[cfg_attr(optimized, inline(always))]
            fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                self.primal.partial_cmp(&other.primal)
            }
        }

        impl<$($generics)*> From<S> for $Number {
            #[cfg_attr(optimized, inline(always))]
            fn from(primal: S) -> Self {
                <$Number>::constant(primal)
            }
        }

        impl<$($generics)*> ::core::iter::Sum for $Number {
            fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
                numbers.fold(Field::zero(), |sum, x| sum + x)
            }
        }

        impl<$($generics)*> ::core::iter::Product for $Number {
            fn product<I: Iterator<Item = Self>>(numbers: I) -> Self {
                numbers.fold(Field::one(), |product, x| product * x)
            }
        }

        impl<$($generics)*> $Number {
            /// What decides a branch: the primal.
            #[cfg_attr(optimized, inline(always))]
            fn read(self) -> S {
                self.primal
            }

            #[cfg_attr(optimized, inline(always))]
            fn ask(self, question: fn(S) -> bool) -> bool {
                question(self.primal)
            }
        }

        $crate::forward::float::float_for_number!(impl [$($generics)*] $Number, over S);
        #[cfg(feature = "approx")]
        $crate::forward::number::approx_for_number!(impl [$($generics)*] $Number);
    };
}

/// Approximate equality of the primals, as `==` is their equality.
#[cfg(feature = "approx")]
macro_rules! approx_for_number {
    (impl [$($generics:tt)*] $Number:ty) => {
        impl<$($generics)*> ::approx::AbsDiffEq for $Number
        where
            S: ::approx::AbsDiffEq<Epsilon = S>,
        {
            type Epsilon = Self;

            fn default_epsilon() -> Self {
                <$Number>::constant(S::default_epsilon())
            }
            fn abs_diff_eq(&self, other: &Self, epsilon: Self) -> bool {
                self.primal.abs_diff_eq(&other.primal, epsilon.primal)
            }
        }

        impl<$($generics)*> ::approx::RelativeEq for $Number
        where
            S: ::approx::RelativeEq<Epsilon = S>,
        {
            fn default_max_relative() -> Self {
                <$Number>::constant(S::default_max_relative())
            }
            fn relative_eq(&self, other: &Self, epsilon: Self, max_relative: Self) -> bool {
                self.primal
                    .relative_eq(&other.primal, epsilon.primal, max_relative.primal)
            }
        }

        impl<$($generics)*> ::approx::UlpsEq for $Number
        where
            S: ::approx::UlpsEq<Epsilon = S>,
        {
            fn default_max_ulps() -> u32 {
                S::default_max_ulps()
            }
            fn ulps_eq(&self, other: &Self, epsilon: Self, max_ulps: u32) -> bool {
                self.primal.ulps_eq(&other.primal, epsilon.primal, max_ulps)
            }
        }
    };
}

#[cfg(feature = "approx")]
pub(super) use approx_for_number;
pub(super) use {number_with_derivatives, operators_with_numbers};

pub(crate) use {field_by_primal, operators_by_rule, scalar_by_primal};
