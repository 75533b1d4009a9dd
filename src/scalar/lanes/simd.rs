//! The vector types of the crate `wide` as reals.
//!
//! An elementary function is computed for all lanes at once where `wide` is accurate to a few units in
//! the last place: `exp`, `ln`, `atan` to 1, `sin`, `cos`, `asin`, `acos`, `cbrt`, `cosh`, `ln_1p` to 2,
//! `sinh`, `tanh` to 4, `exp_m1` to 6; `exp` of `f64`, `erf` and `erfc` are ours, to 1, 2 and 8, and so is `tanh`
//! near 0. Outside of the arguments for which that holds,
//! and for the other functions, each lane is computed as a number of its own.

use super::{Lanes, erf};
use crate::scalar::real::leading_part;
use crate::scalar::{Apart, BinaryRule, Branch, Field, Real, Rule, Scalar, UnaryRule};
use wide::bytemuck::cast;
use wide::{f32x16, f64x8};

/// By `wide` where all lanes are in the domain of its accuracy, else lane by lane.
macro_rules! where_accurate {
    ($self:ident, $is_accurate:expr, $fast:expr, $each:expr) => {
        if $is_accurate.all() {
            $fast
        } else {
            $self.each($each)
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
    ($Pack:ident of $Float:ident, bits $Bits:ident, $lanes:literal, split $split:literal) => {
        /// A function of each lane.
        trait Each {
            fn each(self, function: impl Fn($Float) -> $Float) -> Self;
        }

        impl Each for $Pack {
            #[inline]
            fn each(self, function: impl Fn($Float) -> $Float) -> Self {
                $Pack::new(self.to_array().map(function))
            }
        }

        #[inline]
        fn each_pair(
            x: $Pack,
            y: $Pack,
            function: impl Fn($Float, $Float) -> $Float,
        ) -> $Pack {
            let (x, y) = (x.to_array(), y.to_array());
            $Pack::new(core::array::from_fn(|lane| function(x[lane], y[lane])))
        }

        impl Field for $Pack {
            type Mask = $Pack;

            const IS_PACK: bool = true;
            const IS_REAL: bool = true;

            #[cfg_attr(optimized, inline(always))]
            fn apart<V: Apart<Self>>(visitor: V) -> Option<V::Out> {
                Some(visitor.run::<$Float>())
            }
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
                where_accurate!(self, is_moderate(self), self.sin_cos().0, Real::sin)
            }
            #[cfg_attr(optimized, inline(always))]
            fn cos(self) -> Self {
                where_accurate!(self, is_moderate(self), self.sin_cos().1, Real::cos)
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
                function: impl Fn([f64; N]) -> f64,
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
            #[cfg_attr(optimized, inline(always))]
            fn unary<Op: UnaryRule>(self, op: Op) -> Self {
                op.primal(self)
            }
            #[cfg_attr(optimized, inline(always))]
            fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
                op.primal(self, other)
            }
            #[cfg_attr(optimized, inline(always))]
            fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
                op.primal(inputs)
            }
        }

        crate::scalar::lanes::one_lane!([] $Pack;);

        impl Lanes for $Float {
            type Pack = $Pack;

            const LANES: usize = $lanes;

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
        }
    };
}

mod double {
    use super::*;
    use wide::i64x8;

    /// `wide`'s own treats numbers that overflow and underflow in each call, and takes twice as long.
    ///
    /// eˣ = 2ⁿ eʳ with n the integer nearest to x/ln 2, and eʳ from its Taylor series to the thirteenth
    /// power, whose remainder is below 2⁻⁵⁶ for |r| ≤ ½ ln 2.
    #[inline]
    fn exp(x: f64x8) -> f64x8 {
        const COEFFICIENTS: [f64; 11] = [
            1.0 / 6.0,
            1.0 / 24.0,
            1.0 / 120.0,
            1.0 / 720.0,
            1.0 / 5_040.0,
            1.0 / 40_320.0,
            1.0 / 362_880.0,
            1.0 / 3_628_800.0,
            1.0 / 39_916_800.0,
            1.0 / 479_001_600.0,
            1.0 / 6_227_020_800.0,
        ];
        // ln 2 in two parts, of which the first has zeros enough for its products with n to be exact.
        const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
        const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
        // To which adding a number rounds it, the integer in the low bits.
        const ROUND: f64 = 6_755_399_441_055_744.0;

        if !f64x8::abs(x).simd_lt(f64x8::splat(708.0)).all() {
            return x.exp();
        }
        let rounded = x.mul_add(f64x8::LOG2_E, f64x8::splat(ROUND));
        let n = rounded - f64x8::splat(ROUND);
        let r = n.mul_neg_add(f64x8::splat(LN_2_HIGH), x);
        let r = n.mul_neg_add(f64x8::splat(LN_2_LOW), r);
        let square = r * r;
        let sum = |parity: usize| {
            let mut powers = (parity..COEFFICIENTS.len()).step_by(2).rev();
            let last = powers.next().map_or(0.0, |i| COEFFICIENTS[i]);
            powers.fold(f64x8::splat(last), |sum, i| {
                sum.mul_add(square, f64x8::splat(COEFFICIENTS[i]))
            })
        };
        let tail = sum(1).mul_add(r, sum(0));
        // 1 + (r + (r²/2 + r³ tail)), the smallest first.
        let power = r + square * (r * tail + f64x8::splat(0.5));
        let power = power + f64x8::ONE;
        let exponent: i64x8 = cast::<f64x8, i64x8>(rounded) << 52;
        cast::<i64x8, f64x8>(cast::<f64x8, i64x8>(power) + exponent)
    }

    pack!(f64x8 of f64, bits i64x8, 8, split 134_217_729.0);
}

mod single {
    use super::*;
    use wide::i32x16;

    #[cfg_attr(optimized, inline(always))]
    fn exp(x: f32x16) -> f32x16 {
        x.exp()
    }

    pack!(f32x16 of f32, bits i32x16, 16, split 4_097.0);
}
