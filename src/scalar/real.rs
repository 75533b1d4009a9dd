//! The reals: `f32`, `f64`, and any other [`num_traits::Float`] in a wrapper.

use super::{Branch, Field, Scalar, Wrapped};
use core::any::Any;
use core::convert::identity;
use num_traits::Float;

/// Hands the names of the elementary functions to a macro: those of one number, then those of two.
macro_rules! with_real_functions {
    ($callback:ident!($($argument:tt)*)) => {
        $callback! {
            $($argument)*
            [
                abs sqrt cbrt exp exp2 exp_m1 ln ln_1p log2 log10
                sin cos tan asin acos atan sinh cosh tanh
                floor ceil round trunc fract
            ]
            [powf atan2 hypot min max copysign]
        }
    };
}

macro_rules! declare_real {
    ([$($unary:ident)*] [$($binary:ident)*]) => {
        /// A real number: a field with the elementary functions. Primals are computed over it.
        ///
        /// Each function means what [`num_traits::Float`]'s of the same name does.
        ///
        /// ```
        /// use monograd::scalar::Real;
        ///
        /// fn gaussian<F: Real>(x: F) -> F {
        ///     (-x * x).exp()
        /// }
        /// assert_eq!(gaussian(0.0_f32), 1.0);
        /// ```
        #[diagnostic::on_unimplemented(
            message = "`{Self}` is not a real number",
            note = "the reals are `f32`, `f64` and `monograd::Wrapped<T>` over any float `T`"
        )]
        pub trait Real: Field + 'static {
            $(#[doc = concat!("As [`Float::", stringify!($unary), "`].")]
            fn $unary(self) -> Self;)*

            $(#[doc = concat!("As [`Float::", stringify!($binary), "`].")]
            fn $binary(self, other: Self) -> Self;)*

            /// As [`Float::powi`].
            fn powi(self, n: i32) -> Self;

            /// As [`Float::mul_add`].
            fn mul_add(self, factor: Self, term: Self) -> Self;

            /// As `%`: the remainder has the sign of `self`.
            fn rem(self, other: Self) -> Self;

            /// As [`Float::asinh`], by `libm`, which is exact to a unit in the last place everywhere.
            fn asinh(self) -> Self;

            /// As [`Float::acosh`], by `libm`, which is exact near 1 as well.
            fn acosh(self) -> Self;

            /// As [`Float::atanh`], by `libm`, which is exact near −1 as well.
            fn atanh(self) -> Self;

            /// The error function, 2/√π ∫₀ˣ e^(−t²) dt, by `libm`.
            fn erf(self) -> Self;

            /// 1 − erf x, exact where it is small, by `libm`.
            fn erfc(self) -> Self;

            /// The number to half of its digits or less, where it is no more than 1,000: its square is
            /// exact, and so is what it differs by from the number.
            ///
            /// ```
            /// use monograd::scalar::Real;
            ///
            /// let half = 0.1_f64.upper_half();
            /// assert_eq!(half.mul_add(half, -(half * half)), 0.0);
            /// assert!((0.1 - half).abs() < 1e-8);
            /// ```
            #[cfg_attr(optimized, inline(always))]
            fn upper_half(self) -> Self {
                let parts = Self::constant(256.0);
                (self * parts).floor() / parts
            }

            /// The value of a function that exists in `f64` only, rounded.
            fn through_f64<const N: usize>(
                inputs: [Self; N],
                function: impl Fn([f64; N]) -> f64 + Copy,
            ) -> Self;
        }
    };
}

with_real_functions!(declare_real!());

/// A real that is one number, and not several side by side.
///
/// ```
/// use monograd::scalar::Plain;
///
/// assert_eq!(1.5_f32.to_f64(), 1.5);
/// ```
pub trait Plain: Real {
    /// The nearest `f64`.
    fn to_f64(self) -> f64;
}

/// The numbers where they lie, if both types are one: the functions from one to the other are of one type then.
#[cfg_attr(optimized, inline(always))]
fn same<T: 'static, U: 'static>(numbers: &[T]) -> Option<&[U]> {
    let identity: fn(&[T]) -> &[T] = |numbers| numbers;
    let to_other = (&identity as &dyn Any).downcast_ref::<fn(&[T]) -> &[U]>()?;
    Some(to_other(numbers))
}

/// Implements `Field` and `Real` for `$Self`, which wraps the float `$Float`: `$new` makes it, `$get`
/// takes it apart, `$from_f64` and `$to_f64` convert; `alone` says whether it surely carries no derivatives. Then follow
/// the functions that are not those of [`Float`].
macro_rules! impl_real {
    (
        impl [$($generics:tt)*] $Self:ty, $Float:ty, $new:expr, $get:expr, $from_f64:expr, $to_f64:expr,
            alone $is_alone:literal, [$($other:ident $function:expr;)*];
        [$($unary:ident)*] [$($binary:ident)*]
    ) => {
        impl<$($generics)*> Field for $Self {
            type Mask = bool;

            const IS_REAL: bool = $is_alone;

            #[cfg_attr(optimized, inline(always))]
            fn constant(value: f64) -> Self {
                $from_f64(value)
            }
            #[cfg_attr(optimized, inline(always))]
            fn from_plain<P: Plain>(number: P) -> Self {
                match same::<P, Self>(&[number]) {
                    Some(numbers) => numbers[0],
                    None => Self::constant(number.to_f64()),
                }
            }
            #[cfg_attr(optimized, inline(always))]
            fn from_plains<P: Plain>(numbers: &[P]) -> Option<&[Self]> {
                same(numbers)
            }
            #[cfg_attr(optimized, inline(always))]
            fn as_plains<P: Plain>(numbers: &[Self]) -> Option<&[P]> {
                same(numbers)
            }
            #[cfg_attr(optimized, inline(always))]
            fn are_finite(numbers: &[Self]) -> bool {
                let sum = numbers.iter().copied().reduce(|sum, number| sum + number);
                $is_alone && sum.is_none_or(|sum| Float::is_finite($get(sum)))
            }
            #[cfg_attr(optimized, inline(always))]
            fn min_positive() -> Self {
                $new(<$Float as Float>::min_positive_value())
            }
            #[cfg_attr(optimized, inline(always))]
            fn less_than(self, other: Self) -> bool {
                $get(self) < $get(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn at_most(self, other: Self) -> bool {
                $get(self) <= $get(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn equals(self, other: Self) -> bool {
                $get(self) == $get(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn is_constant_zero(self) -> bool {
                $get(self) == <$Float as num_traits::Zero>::zero()
            }
            #[cfg_attr(optimized, inline(always))]
            fn is_absent(self) -> bool {
                $get(self) == <$Float as num_traits::Zero>::zero()
                    && Float::is_sign_negative($get(self))
            }
            #[cfg_attr(optimized, inline(always))]
            fn are_absent(numbers: &[Self]) -> bool {
                // By their bits, without a branch for each.
                if let Some(numbers) = same::<Self, f64>(numbers) {
                    let absent = (-0.0_f64).to_bits();
                    let other = |bits, number: &f64| bits | (number.to_bits() ^ absent);
                    return numbers.iter().fold(0, other) == 0;
                }
                numbers.iter().all(|number| number.is_absent())
            }
            #[cfg_attr(optimized, inline(always))]
            fn doubled(self) -> Self {
                // The compiler merges the constant with a factor or a change of sign.
                self * Self::constant(2.0)
            }
            #[cfg_attr(optimized, inline(always))]
            fn recip_of_root(self) -> Self {
                // In this form the compiler shares the division with others by the root, and knows that it is not negative
                // where a sum of squares is under the root.
                let recip = Self::one() / self;
                Self::select(recip.less_than(Self::zero()), -recip, recip)
            }
            #[cfg_attr(optimized, inline(always))]
            fn select(mask: bool, yes: Self, no: Self) -> Self {
                if mask { yes } else { no }
            }
            #[cfg_attr(optimized, inline(always))]
            fn branch<A, B>(
                mask: bool,
                yes: impl FnOnce() -> A,
                no: impl FnOnce() -> B,
            ) -> Branch<A, B, bool> {
                if mask { Branch::Yes(yes()) } else { Branch::No(no()) }
            }
            #[cfg_attr(optimized, inline(always))]
            fn choose<U>(
 mask: bool,
 yes: impl FnOnce() -> U,
 no: impl FnOnce() -> U,
 ) -> U {
                if mask { yes() } else { no() }
            }
        }

        impl<$($generics)*> Real for $Self {
            $(#[cfg_attr(optimized, inline(always))]
            fn $unary(self) -> Self {
                $new(Float::$unary($get(self)))
            })*
            $(#[cfg_attr(optimized, inline(always))]
            fn $binary(self, other: Self) -> Self {
                $new(Float::$binary($get(self), $get(other)))
            })*
            #[cfg_attr(optimized, inline(always))]
            fn powi(self, n: i32) -> Self {
                $new(Float::powi($get(self), n))
            }
            #[cfg_attr(optimized, inline(always))]
            fn mul_add(self, factor: Self, term: Self) -> Self {
                $new(Float::mul_add($get(self), $get(factor), $get(term)))
            }
            #[cfg_attr(optimized, inline(always))]
            fn rem(self, other: Self) -> Self {
                $new($get(self) % $get(other))
            }
            $(#[cfg_attr(optimized, inline(always))]
            fn $other(self) -> Self {
                $function(self)
            })*
            #[cfg_attr(optimized, inline(always))]
            fn through_f64<const N: usize>(
                inputs: [Self; N],
                function: impl Fn([f64; N]) -> f64 + Copy,
            ) -> Self {
                Self::constant(function(inputs.map(Plain::to_f64)))
            }
        }

        impl<$($generics)*> Plain for $Self {
            #[cfg_attr(optimized, inline(always))]
            fn to_f64(self) -> f64 {
                $to_f64(self)
            }
        }
    };
}

with_real_functions!(impl_real!(
    impl [] f32, f32, identity, identity, |value| value as f32, f64::from, alone true, [
        asinh libm::asinhf;
        acosh libm::acoshf;
        atanh libm::atanhf;
        erf libm::erff;
        erfc libm::erfcf;
        upper_half |x: f32| leading_part(x, 4_097.0);
    ];
));
with_real_functions!(impl_real!(
    impl [] f64, f64, identity, identity, identity, identity, alone true, [
        asinh libm::asinh;
        acosh libm::acosh;
        atanh libm::atanh;
        erf libm::erf;
        erfc libm::erfc;
        upper_half |x: f64| leading_part(x, 134_217_729.0);
    ];
));
with_real_functions!(impl_real!(
    impl [T: Float + 'static] Wrapped<T>, T, Wrapped, Wrapped::get, Wrapped::nearest, Wrapped::widen, alone false, [
        asinh |x: Self| Wrapped(x.0.asinh());
        acosh |x: Self| Wrapped(x.0.acosh());
        atanh |x: Self| Wrapped(x.0.atanh());
        erf |x: Self| x.through_f64(libm::erf);
        erfc |x: Self| x.through_f64(libm::erfc);
    ];
));

/// What is left of x without its last digits, as many as `split`, 1 more than a power of 2, has before its
/// own last (T. J. Dekker, "A floating-point technique for extending the available precision", 1971).
#[cfg_attr(optimized, inline(always))]
pub(super) fn leading_part<F: Field>(x: F, split: f64) -> F {
    let product = x * F::constant(split);
    product - (product - x)
}

/// How a number without derivatives answers a rule: with its primal.
macro_rules! answered_by_primal {
    () => {
        #[cfg_attr(optimized, inline(always))]
        fn unary<Op: $crate::scalar::UnaryRule>(self, op: Op) -> Self {
            op.primal(self)
        }
        #[cfg_attr(optimized, inline(always))]
        fn binary<Op: $crate::scalar::BinaryRule>(self, other: Self, op: Op) -> Self {
            op.primal(self, other)
        }
        #[cfg_attr(optimized, inline(always))]
        fn nary<Op: $crate::scalar::Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
            op.primal(inputs)
        }
    };
}

pub(super) use answered_by_primal;

// Written out: these are the impls that the compiler lists where something is not a scalar.
impl Scalar for f32 {
    #[cfg_attr(optimized, inline(always))]
    fn primal_in(self, _: usize) -> f64 {
        self.to_f64()
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_primal_in(self, _: usize, primal: f64) -> Self {
        Self::constant(primal)
    }
    answered_by_primal!();
    #[cfg(feature = "simd")]
    #[cfg_attr(optimized, inline(always))]
    fn unary_each<Op: super::UnaryRule>(numbers: &mut [Self], op: Op) {
        super::lanes::unary_each::<
            Self,
            Op,
            { <Self as super::Lanes>::LANES },
            { <Self as super::Lanes>::REGISTER_LANES },
        >(numbers, op);
    }
}

impl Scalar for f64 {
    #[cfg_attr(optimized, inline(always))]
    fn primal_in(self, _: usize) -> f64 {
        self.to_f64()
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_primal_in(self, _: usize, primal: f64) -> Self {
        Self::constant(primal)
    }
    answered_by_primal!();
    #[cfg(feature = "simd")]
    #[cfg_attr(optimized, inline(always))]
    fn unary_each<Op: super::UnaryRule>(numbers: &mut [Self], op: Op) {
        super::lanes::unary_each::<
            Self,
            Op,
            { <Self as super::Lanes>::LANES },
            { <Self as super::Lanes>::REGISTER_LANES },
        >(numbers, op);
    }
}
