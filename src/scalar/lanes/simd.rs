//! The vector types of the crate `wide` as reals.
//!
//! An elementary function is computed for all lanes at once where `wide` is accurate to a few units in
//! the last place: `exp`, `ln`, `atan` to 1, `asin`, `acos`, `cbrt`, `cosh`, `ln_1p` to 2,
//! `sinh`, `tanh` to 4, `exp_m1` to 6; `exp` of `f64`, `erf` and `erfc` are ours, to 1, 2 and 8, and so is `tanh`
//! near 0, and `sin` and `cos`, to 2. Outside of the arguments for which that holds,
//! and for the other functions, each lane is computed as a number of its own.

use super::exp::exp;
use super::sin_cos::sin_cos;
use super::{Lanes, erf, register};
use crate::scalar::real::answered_by_primal;
use crate::scalar::real::leading_part;
use crate::scalar::{Apart, Branch, Field, Real, Scalar, each};
use wide::bytemuck::cast;
use wide::{f32x16, f64x8, i32x16, i64x8};

/// By `wide` where all lanes are in the domain of its accuracy, else lane by lane.
macro_rules! where_accurate {
    ($self:ident, $is_accurate:expr, $fast:expr, $each:expr) => {
        if $is_accurate.all() {
            $fast
        } else {
            $self.apart($each)
        }
    };
}

/// Functions of one number, or of pairs, each lane by itself.
macro_rules! lane_by_lane {
    (pairs $($function:ident)*) => {
        $(#[inline]
        fn $function(self, other: Self) -> Self {
            each_pair(self, other, Real::$function)
        })*
    };
    ($($function:ident)*) => {
        $(#[inline]
        fn $function(self) -> Self {
            self.each(Real::$function)
        })*
    };
}

macro_rules! pack {
    ($Pack:ident of $Float:ident, bits $Bits:ident, split $split:literal, $($apart:item)?) => {
        /// A function of each lane.
        trait Each {
            fn each(self, function: impl Fn($Float) -> $Float) -> Self;

            /// The same for arguments that are rare: a function of its own, so that a compiler does not compute it
            /// before it knows whether it is wanted.
            fn apart(self, function: impl Fn($Float) -> $Float) -> Self;
        }

        impl Each for $Pack {
            #[inline]
            fn each(self, function: impl Fn($Float) -> $Float) -> Self {
                $Pack::new(self.to_array().map(function))
            }
            #[cold]
            #[inline(never)]
            fn apart(self, function: impl Fn($Float) -> $Float) -> Self {
                self.each(function)
            }
        }

        #[inline]
        fn each_pair(
            x: $Pack,
            y: $Pack,
            function: impl Fn($Float, $Float) -> $Float + Copy,
        ) -> $Pack {
            let (x, y) = (x.to_array(), y.to_array());
            $Pack::new(core::array::from_fn(|lane| function(x[lane], y[lane])))
        }

        impl Field for $Pack {
            type Mask = $Pack;

            const IS_PACK: bool = true;
            const IS_REAL: bool = true;

            $($apart)?
            #[cfg_attr(optimized, inline(always))]
            fn constant(value: f64) -> Self {
                $Pack::splat(value as $Float)
            }
            #[cfg_attr(optimized, inline(always))]
            fn min_positive() -> Self {
                $Pack::splat($Float::MIN_POSITIVE)
            }
            #[cfg_attr(optimized, inline(always))]
            fn less_than(self, other: Self) -> $Pack {
                self.simd_lt(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn at_most(self, other: Self) -> $Pack {
                self.simd_le(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn equals(self, other: Self) -> $Pack {
                self.simd_eq(other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn is_constant_zero(self) -> $Pack {
                self.simd_eq($Pack::ZERO)
            }
            #[cfg_attr(optimized, inline(always))]
            fn is_absent(self) -> $Pack {
                let absent = cast::<$Pack, $Bits>(Self::absent());
                cast::<$Bits, $Pack>(cast::<$Pack, $Bits>(self).simd_eq(absent))
            }
            #[cfg_attr(optimized, inline(always))]
            fn recip_of_root(self) -> Self {
                $Pack::abs(Self::one() / self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn select(mask: $Pack, yes: Self, no: Self) -> Self {
                mask.select(yes, no)
            }
            #[cfg_attr(optimized, inline(always))]
            fn branch<A, B>(
                mask: $Pack,
                yes: impl FnOnce() -> A,
                no: impl FnOnce() -> B,
            ) -> Branch<A, B, $Pack> {
                if mask.all() {
                    Branch::Yes(yes())
                } else if mask.any() {
                    Branch::Both(mask, yes(), no())
                } else {
                    Branch::No(no())
                }
            }
        }

        impl Real for $Pack {
            #[cfg_attr(optimized, inline(always))]
            fn abs(self) -> Self {
                $Pack::abs(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn sqrt(self) -> Self {
                $Pack::sqrt(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn cbrt(self) -> Self {
                let is_accurate = $Pack::abs(self).simd_le(Self::constant(1e30))
                    & Self::constant(1e-30).simd_le($Pack::abs(self));
                where_accurate!(self, is_accurate, $Pack::cbrt(self), Real::cbrt)
            }
            #[cfg_attr(optimized, inline(always))]
            fn exp(self) -> Self {
                exp(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn exp_m1(self) -> Self {
                where_accurate!(self, is_moderate(self), $Pack::exp_m1(self), Real::exp_m1)
            }
            #[cfg_attr(optimized, inline(always))]
            fn ln(self) -> Self {
                let is_normal =
                    Self::min_positive().simd_le(self) & self.simd_lt($Pack::splat($Float::INFINITY));
                where_accurate!(self, is_normal, $Pack::ln(self), Real::ln)
            }
            #[cfg_attr(optimized, inline(always))]
            fn ln_1p(self) -> Self {
                let is_accurate =
                    Self::constant(-0.9).simd_le(self) & self.simd_lt(Self::constant(1e30));
                where_accurate!(self, is_accurate, $Pack::ln_1p(self), Real::ln_1p)
            }
            #[cfg_attr(optimized, inline(always))]
            fn sin(self) -> Self {
                // Computed before it is known whether it is wanted, so that sine and cosine of one number share it.
                let sin = sin_cos(self).0;
                where_accurate!(self, is_moderate(self), sin, Real::sin)
            }
            #[cfg_attr(optimized, inline(always))]
            fn cos(self) -> Self {
                let cos = sin_cos(self).1;
                where_accurate!(self, is_moderate(self), cos, Real::cos)
            }
            #[cfg_attr(optimized, inline(always))]
            fn asin(self) -> Self {
                let is_inside = $Pack::abs(self).simd_lt($Pack::ONE);
                where_accurate!(self, is_inside, $Pack::asin(self), Real::asin)
            }
            #[cfg_attr(optimized, inline(always))]
            fn acos(self) -> Self {
                let is_inside = $Pack::abs(self).simd_lt($Pack::ONE);
                where_accurate!(self, is_inside, $Pack::acos(self), Real::acos)
            }
            #[cfg_attr(optimized, inline(always))]
            fn atan(self) -> Self {
                where_accurate!(self, is_moderate(self), $Pack::atan(self), Real::atan)
            }
            #[cfg_attr(optimized, inline(always))]
            fn sinh(self) -> Self {
                where_accurate!(self, is_moderate(self), $Pack::sinh(self), Real::sinh)
            }
            #[cfg_attr(optimized, inline(always))]
            fn cosh(self) -> Self {
                where_accurate!(self, is_moderate(self), $Pack::cosh(self), Real::cosh)
            }
            #[cfg_attr(optimized, inline(always))]
            fn tanh(self) -> Self {
                // `wide` takes x itself up to 5e-8, where x³/3 is several units already.
                let near_zero = self - self * (self * self) * Self::constant(1.0 / 3.0);
                let is_small = $Pack::abs(self).simd_lt(Self::constant(1e-5));
                let tanh = || is_small.select(near_zero, $Pack::tanh(self));
                where_accurate!(self, is_moderate(self), tanh(), Real::tanh)
            }
            #[cfg_attr(optimized, inline(always))]
            fn floor(self) -> Self {
                $Pack::floor(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn ceil(self) -> Self {
                $Pack::ceil(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn trunc(self) -> Self {
                $Pack::trunc(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn mul_add(self, factor: Self, term: Self) -> Self {
                // `wide` rounds twice where there is no such instruction.
                if cfg!(target_feature = "fma") {
                    return $Pack::mul_add(self, factor, term);
                }
                let [x, y, z] = [self, factor, term].map($Pack::to_array);
                $Pack::new(core::array::from_fn(|lane| {
                    Real::mul_add(x[lane], y[lane], z[lane])
                }))
            }
            lane_by_lane!(exp2 log2 log10 tan asinh acosh atanh round fract);
            lane_by_lane!(pairs powf atan2 hypot copysign rem);

            #[cfg_attr(optimized, inline(always))]
            fn min(self, other: Self) -> Self {
                $Pack::min(self, other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn max(self, other: Self) -> Self {
                $Pack::max(self, other)
            }

            #[inline]
            fn powi(self, n: i32) -> Self {
                self.each(|x| Real::powi(x, n))
            }
            #[inline]
            fn erf(self) -> Self {
                erf::erf(self, $Pack::mul_add)
            }
            #[inline]
            fn erfc(self) -> Self {
                erf::erfc(self, $Pack::mul_add)
            }
            #[cfg_attr(optimized, inline(always))]
            fn upper_half(self) -> Self {
                leading_part(self, $split)
            }
            #[inline]
            fn through_f64<const N: usize>(
                inputs: [Self; N],
                function: impl Fn([f64; N]) -> f64 + Copy,
            ) -> Self {
                let inputs = inputs.map($Pack::to_array);
                $Pack::new(core::array::from_fn(|lane| {
                    function(inputs.map(|input| f64::from(input[lane]))) as $Float
                }))
            }
        }

        /// Whether the lanes are not so great that reductions of their range lose digits.
        #[cfg_attr(optimized, inline(always))]
        fn is_moderate(x: $Pack) -> $Pack {
            $Pack::abs(x).simd_lt($Pack::splat(80.0))
        }

        impl Scalar for $Pack {
            const WIDTH: usize = $Pack::ZERO.as_array().len();

            #[inline]
            fn primal_in(self, lane: usize) -> f64 {
                f64::from(self.to_array()[lane])
            }
            #[inline]
            fn with_primal_in(self, lane: usize, primal: f64) -> Self {
                let mut lanes = self.to_array();
                lanes[lane] = primal as $Float;
                $Pack::new(lanes)
            }
            answered_by_primal!();
        }

        crate::scalar::lanes::one_lane!([] $Pack;);
    };
}

mod double {
    use super::*;

    pack! {
        f64x8 of f64, bits i64x8, split 134_217_729.0,
        #[cfg_attr(optimized, inline(always))]
        fn apart<V: Apart<Self>>(visitor: V) -> Option<V::Out> {
            Some(visitor.run::<f64>())
        }
    }
}

mod single {
    use super::*;

    pack! {
        f32x16 of f32, bits i32x16, split 4_097.0,
        #[cfg_attr(optimized, inline(always))]
        fn apart<V: Apart<Self>>(visitor: V) -> Option<V::Out> {
            Some(visitor.run::<f32>())
        }
    }
}

#[cfg(not(target_feature = "avx512f"))]
mod double_register {
    use super::register::{Double, DoubleBits};
    use super::*;

    pack! { Double of f64, bits DoubleBits, split 134_217_729.0, }
}

#[cfg(not(target_feature = "avx512f"))]
mod single_register {
    use super::register::{Single, SingleBits};
    use super::*;

    pack! { Single of f32, bits SingleBits, split 4_097.0, }
}

macro_rules! lanes {
    ($Float:ident: $Pack:ident, $lanes:literal, $Register:ty) => {
        impl Lanes for $Float {
            type Pack = $Pack;
            type Register = $Register;

            const LANES: usize = $lanes;
            const REGISTER_LANES: usize = <$Register>::ZERO.as_array().len();

            #[cfg_attr(optimized, inline(always))]
            fn splat(self) -> $Pack {
                $Pack::splat(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn pack(lane: impl Fn(usize) -> Self) -> $Pack {
                $Pack::new(core::array::from_fn(lane))
            }
            #[cfg_attr(optimized, inline(always))]
            fn lane(pack: $Pack, lane: usize) -> Self {
                pack.to_array()[lane]
            }
            #[cfg_attr(optimized, inline(always))]
            fn sum_lanes(pack: $Pack) -> Self {
                let mut lanes = pack.to_array();
                let mut width = $lanes;
                while width > 1 {
                    width /= 2;
                    for lane in 0..width {
                        lanes[lane] += lanes[lane + width];
                    }
                }
                lanes[0]
            }
            #[cfg_attr(optimized, inline(always))]
            fn pack_register(lane: impl Fn(usize) -> Self) -> $Register {
                <$Register>::new(each(0.0, lane))
            }
            #[cfg_attr(optimized, inline(always))]
            fn register_lane(register: $Register, lane: usize) -> Self {
                register.to_array()[lane]
            }
        }
    };
}

lanes!(f64: f64x8, 8, register::Double);
lanes!(f32: f32x16, 16, register::Single);
