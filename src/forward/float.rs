//! [`num_traits::Float`] and what comes with it.

macro_rules! float_for_number {
    (impl [$($generics:tt)*] $Number:ty, over $S:ident) => {
        $crate::forward::float::float_for_number! {
            impl [$($generics)*] $Number, over $S,
            rules {
                abs() recip() sqrt() cbrt() exp() exp2() exp_m1() ln() ln_1p() log2() log10()
                sin() cos() tan() asin() acos() atan() sinh() cosh() tanh() asinh() acosh() atanh()
                floor() ceil() round() trunc() fract()
                atan2(other) hypot(other) min(other) max(other) log(other) copysign(other)
                mul_add(factor, term) clamp(least, greatest)
            }
            constants {
                nan infinity neg_infinity neg_zero min_value min_positive_value max_value epsilon
            }
            questions { is_nan is_infinite is_finite is_normal is_sign_positive is_sign_negative }
            readings {
                classify -> ::core::num::FpCategory
                integer_decode -> (u64, i16, i8)
            }
            mathematical {
                E FRAC_1_PI FRAC_1_SQRT_2 FRAC_2_PI FRAC_2_SQRT_PI FRAC_PI_2 FRAC_PI_3 FRAC_PI_4
                FRAC_PI_6 FRAC_PI_8 LN_10 LN_2 LOG10_E LOG2_E PI SQRT_2
            }
            conversions {
                to_i64 -> i64
                to_u64 -> u64
                to_f64 -> f64
            }
            origins {
                from_i64(i64)
                from_u64(u64)
                from_f64(f64)
            }
        }
    };
    (
        impl [$($generics:tt)*] $Number:ty, over $S:ident,
        rules { $($rule:ident($($argument:ident),*))* }
        constants { $($constant:ident)* }
        questions { $($question:ident)* }
        readings { $($reading:ident -> $Read:ty)* }
        mathematical $mathematical:tt
        conversions { $($conversion:ident -> $To:ty)* }
        origins { $($origin:ident($From:ty))* }
    ) => {
        impl<$($generics)*> ::num_traits::Float for $Number
        where
            $S: ::num_traits::Float,
        {
            $(#[cfg_attr(optimized, inline(always))]
            fn $rule(self $(, $argument: Self)*) -> Self {
                // The inherent method: the rule.
                <$Number>::$rule(self $(, $argument)*)
            })*

            $(#[cfg_attr(optimized, inline(always))]
            fn $constant() -> Self {
                <$Number as From<$S>>::from(<$S as ::num_traits::Float>::$constant())
            })*

            $(#[cfg_attr(optimized, inline(always))]
            fn $question(self) -> bool {
                self.ask(<$S as ::num_traits::Float>::$question)
            })*

            $(#[cfg_attr(optimized, inline(always))]
            fn $reading(self) -> $Read {
                ::num_traits::Float::$reading(self.read())
            })*

            #[cfg_attr(optimized, inline(always))]
            fn powi(self, n: i32) -> Self {
                <$Number>::powi(self, n)
            }
            #[cfg_attr(optimized, inline(always))]
            fn powf(self, exponent: Self) -> Self {
                self.pow(exponent)
            }
            #[cfg_attr(optimized, inline(always))]
            fn sin_cos(self) -> (Self, Self) {
                <$Number>::sin_cos(self)
            }
            /// The sign, as a constant; 1 at 0 and −1 at −0, as of a float.
            #[cfg_attr(optimized, inline(always))]
            fn signum(self) -> Self {
                <$Number as From<$S>>::from(::num_traits::Float::signum(self.read()))
            }
            #[cfg_attr(optimized, inline(always))]
            fn abs_sub(self, other: Self) -> Self {
                (self - other).max(<Self as Field>::zero())
            }
            #[cfg_attr(optimized, inline(always))]
            fn to_degrees(self) -> Self {
                self * <$Number as Field>::constant(180.0 / ::core::f64::consts::PI)
            }
            #[cfg_attr(optimized, inline(always))]
            fn to_radians(self) -> Self {
                self * <$Number as Field>::constant(::core::f64::consts::PI / 180.0)
            }
        }

        $crate::forward::float::float_for_number! {
            @constants [$($generics)*] $Number, over $S: $mathematical
        }

        impl<$($generics)*> ::num_traits::Zero for $Number
        where
            $S: ::num_traits::Float,
        {
            #[cfg_attr(optimized, inline(always))]
            fn zero() -> Self {
                <$Number as From<$S>>::from(<$S as ::num_traits::Zero>::zero())
            }
            #[cfg_attr(optimized, inline(always))]
            fn is_zero(&self) -> bool {
                self.ask(|number| ::num_traits::Zero::is_zero(&number))
            }
        }

        impl<$($generics)*> ::num_traits::One for $Number
        where
            $S: ::num_traits::Float,
        {
            #[cfg_attr(optimized, inline(always))]
            fn one() -> Self {
                <$Number as From<$S>>::from(<$S as ::num_traits::One>::one())
            }
        }

        impl<$($generics)*> ::num_traits::Num for $Number
        where
            $S: ::num_traits::Float,
        {
            type FromStrRadixErr = $S::FromStrRadixErr;

            fn from_str_radix(text: &str, radix: u32) -> Result<Self, Self::FromStrRadixErr> {
                $S::from_str_radix(text, radix).map(<$Number as From<$S>>::from)
            }
        }

        impl<$($generics)*> ::num_traits::ToPrimitive for $Number
        where
            $S: ::num_traits::Float,
        {
            $(fn $conversion(&self) -> Option<$To> {
                ::num_traits::ToPrimitive::$conversion(&self.read())
            })*
        }

        impl<$($generics)*> ::num_traits::FromPrimitive for $Number
        where
            $S: ::num_traits::Float,
        {
            $(fn $origin(number: $From) -> Option<Self> {
                <$S as ::num_traits::NumCast>::from(number).map(<$Number as From<$S>>::from)
            })*
        }

        impl<$($generics)*> ::num_traits::NumCast for $Number
        where
            $S: ::num_traits::Float,
        {
            fn from<T: ::num_traits::ToPrimitive>(number: T) -> Option<Self> {
                <$S as ::num_traits::NumCast>::from(number).map(<$Number as From<$S>>::from)
            }
        }
    };
    (@constants [$($generics:tt)*] $Number:ty, over $S:ident: { $($constant:ident)* }) => {
        impl<$($generics)*> ::num_traits::FloatConst for $Number
        where
            $S: ::num_traits::Float + ::num_traits::FloatConst,
        {
            $(#[cfg_attr(optimized, inline(always))]
            fn $constant() -> Self {
                <$Number as From<$S>>::from($S::$constant())
            })*
        }
    };
}

pub(crate) use float_for_number;
