//! [`num_traits::Float`] for dual numbers, so that generic code written for floats runs on them.
//!
//! What is a differentiable operation goes by its rule; what is a question is answered by the primal.

use super::Dual;
use crate::scalar::{Field, Scalar};
use core::num::FpCategory;
use core::ops;
use num_traits::{Float, FloatConst, Num, NumCast, One, ToPrimitive, Zero};

impl<S: Scalar + Float> Zero for Dual<S> {
    #[inline(always)]
    fn zero() -> Self {
        Dual::constant(Zero::zero())
    }
    #[inline(always)]
    fn is_zero(&self) -> bool {
        self.primal.is_zero()
    }
}

impl<S: Scalar + Float> One for Dual<S> {
    #[inline(always)]
    fn one() -> Self {
        Dual::constant(One::one())
    }
}

/// x − y trunc(x/y): its derivatives are 1 and −trunc(x/y).
impl<S: Scalar + Float> ops::Rem for Dual<S> {
    type Output = Self;

    #[inline(always)]
    fn rem(self, other: Self) -> Self {
        let whole = (self.primal / other.primal).trunc();
        Dual::new(
            self.primal % other.primal,
            self.tangent - other.tangent * whole,
        )
    }
}

impl<S: Scalar + Float> Num for Dual<S> {
    type FromStrRadixErr = S::FromStrRadixErr;

    fn from_str_radix(text: &str, radix: u32) -> Result<Self, Self::FromStrRadixErr> {
        S::from_str_radix(text, radix).map(Dual::constant)
    }
}

impl<S: Scalar + Float> ToPrimitive for Dual<S> {
    fn to_i64(&self) -> Option<i64> {
        self.primal.to_i64()
    }
    fn to_u64(&self) -> Option<u64> {
        self.primal.to_u64()
    }
    fn to_f64(&self) -> Option<f64> {
        self.primal.to_f64()
    }
}

impl<S: Scalar + Float> NumCast for Dual<S> {
    fn from<T: ToPrimitive>(number: T) -> Option<Self> {
        <S as NumCast>::from(number).map(Dual::constant)
    }
}

macro_rules! assign_operators {
    ($($Assign:ident $assign:ident $operator:tt)*) => {
        $(impl<S: Scalar> ops::$Assign for Dual<S> {
            #[inline(always)]
            fn $assign(&mut self, other: Self) {
                *self = *self $operator other;
            }
        })*
    };
}

assign_operators!(AddAssign add_assign + SubAssign sub_assign - MulAssign mul_assign * DivAssign div_assign /);

macro_rules! float_for_dual {
    (
        rules { $($rule:ident($($argument:ident)?))* }
        constants { $($constant:ident)* }
        questions { $($question:ident -> $Answer:ty)* }
    ) => {
        impl<S: Scalar + Float> Float for Dual<S> {
            $(#[inline(always)]
            fn $rule(self $(, $argument: Self)?) -> Self {
                // The inherent method: the rule.
                Dual::$rule(self $(, $argument)?)
            })*

            $(#[inline(always)]
            fn $constant() -> Self {
                Dual::constant(<S as Float>::$constant())
            })*

            $(#[inline(always)]
            fn $question(self) -> $Answer {
                self.primal.$question()
            })*

            #[inline(always)]
            fn powi(self, n: i32) -> Self {
                Dual::powi(self, n)
            }
            #[inline(always)]
            fn powf(self, exponent: Self) -> Self {
                self.pow(exponent)
            }
            #[inline(always)]
            fn log(self, base: Self) -> Self {
                self.ln() / base.ln()
            }
            #[inline(always)]
            fn sin_cos(self) -> (Self, Self) {
                let (sin, cos) = self.primal.sin_cos();
                (
                    Dual::new(sin, self.tangent * cos),
                    Dual::new(cos, -(self.tangent * sin)),
                )
            }
            #[inline(always)]
            fn mul_add(self, factor: Self, term: Self) -> Self {
                Dual::new(
                    Float::mul_add(self.primal, factor.primal, term.primal),
                    self.tangent * factor.primal + factor.tangent * self.primal + term.tangent,
                )
            }
            /// The sign of the primal, as a constant.
            #[inline(always)]
            fn signum(self) -> Self {
                Dual::constant(self.primal.signum())
            }
            #[inline(always)]
            fn abs_sub(self, other: Self) -> Self {
                (self - other).max(Field::zero())
            }
            #[inline(always)]
            fn to_degrees(self) -> Self {
                self * <Self as Field>::constant(180.0 / core::f64::consts::PI)
            }
            #[inline(always)]
            fn to_radians(self) -> Self {
                self * <Self as Field>::constant(core::f64::consts::PI / 180.0)
            }
        }
    };
}

float_for_dual! {
    rules {
        abs() recip() sqrt() cbrt() exp() exp2() exp_m1() ln() ln_1p() log2() log10()
        sin() cos() tan() asin() acos() atan() sinh() cosh() tanh() asinh() acosh() atanh()
        floor() ceil() round() trunc() fract()
        atan2(other) hypot(other) min(other) max(other)
    }
    constants {
        nan infinity neg_infinity neg_zero min_value min_positive_value max_value epsilon
    }
    questions {
        is_nan -> bool
        is_infinite -> bool
        is_finite -> bool
        is_normal -> bool
        is_sign_positive -> bool
        is_sign_negative -> bool
        classify -> FpCategory
        integer_decode -> (u64, i16, i8)
    }
}

macro_rules! float_constants {
    ($($constant:ident)*) => {
        impl<S: Scalar + Float + FloatConst> FloatConst for Dual<S> {
            $(#[inline(always)]
            fn $constant() -> Self {
                Dual::constant(S::$constant())
            })*
        }
    };
}

float_constants! {
    E FRAC_1_PI FRAC_1_SQRT_2 FRAC_2_PI FRAC_2_SQRT_PI FRAC_PI_2 FRAC_PI_3 FRAC_PI_4 FRAC_PI_6
    FRAC_PI_8 LN_10 LN_2 LOG10_E LOG2_E PI SQRT_2
}
