//! The exponential function of numbers side by side.

#[cfg(not(target_feature = "avx512f"))]
use super::register;
use wide::bytemuck::cast;
use wide::{f32x16, f64x8, i64x8};

/// Numbers whose exponential function is computed.
pub(super) trait Exp: Sized {
    /// eˣ.
    fn exp(self) -> Self;
}

/// eˣ.
#[cfg_attr(optimized, inline(always))]
pub(super) fn exp<F: Exp>(x: F) -> F {
    x.exp()
}

/// The reciprocals of the factorials from 3! on.
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

/// `wide`'s own treats numbers that overflow and underflow in each call, and takes twice as long.
///
/// eˣ = 2ⁿ eʳ with n the integer nearest to x/ln 2, and eʳ from its Taylor series to the thirteenth
/// power, whose remainder is below 2⁻⁵⁶ for |r| ≤ ½ ln 2.
macro_rules! double {
    ($Pack:ty, $Bits:ty) => {
        impl Exp for $Pack {
            #[inline]
            fn exp(self) -> Self {
                if !<$Pack>::abs(self).simd_lt(<$Pack>::splat(708.0)).all() {
                    return <$Pack>::exp(self);
                }
                let rounded = self.mul_add(<$Pack>::LOG2_E, <$Pack>::splat(ROUND));
                let n = rounded - <$Pack>::splat(ROUND);
                let r = n.mul_neg_add(<$Pack>::splat(LN_2_HIGH), self);
                let r = n.mul_neg_add(<$Pack>::splat(LN_2_LOW), r);
                let square = r * r;
                let fourth = square * square;
                // The terms in four sums, which do not wait for each other.
                let sum = |first: usize| {
                    let mut terms = (first..COEFFICIENTS.len()).step_by(4).rev();
                    let last = terms.next().map_or(0.0, |i| COEFFICIENTS[i]);
                    terms.fold(<$Pack>::splat(last), |sum, i| {
                        sum.mul_add(fourth, <$Pack>::splat(COEFFICIENTS[i]))
                    })
                };
                let low = sum(1).mul_add(r, sum(0));
                let tail = sum(3).mul_add(r, sum(2)).mul_add(square, low);
                // 1 + (r + (r²/2 + r³ tail)), the smallest first.
                let power = r + square * (r * tail + <$Pack>::splat(0.5));
                let power = power + <$Pack>::ONE;
                let exponent: $Bits = cast::<$Pack, $Bits>(rounded) << 52;
                cast::<$Bits, $Pack>(cast::<$Pack, $Bits>(power) + exponent)
            }
        }
    };
}

macro_rules! single {
    ($Pack:ty) => {
        impl Exp for $Pack {
            #[cfg_attr(optimized, inline(always))]
            fn exp(self) -> Self {
                <$Pack>::exp(self)
            }
        }
    };
}

double!(f64x8, i64x8);
single!(f32x16);
#[cfg(not(target_feature = "avx512f"))]
double!(register::Double, register::DoubleBits);
#[cfg(not(target_feature = "avx512f"))]
single!(register::Single);
