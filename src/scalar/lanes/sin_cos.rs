//! Sine and cosine of numbers side by side.
//!
//! x is reduced to r = |x| − q π/2 with an integer q and |r| ≤ π/4, by three parts of π/2 of which the first two have zeros
//! enough for their products with q to be exact. Sine and cosine of r are polynomials (S. L. Moshier, Cephes, `sin.c` and
//! `sinf.c`, 1995). All is inlined and has no branch, so that a compiler computes once what the
//! sine and the cosine of one number share. The crate `wide` has the same method as a call, which is made again for each.

#[cfg(not(target_feature = "avx512f"))]
use super::register;
use wide::bytemuck::cast;
use wide::{f32x16, f64x8, i32x16, i64x8};

/// Numbers whose sine and cosine are computed.
pub(super) trait SinCos: Sized {
    /// sin x and cos x, for |x| < 80.
    fn sin_cos(self) -> (Self, Self);
}

/// sin x and cos x, for |x| < 80.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sin_cos<F: SinCos>(x: F) -> (F, F) {
    x.sin_cos()
}

macro_rules! sin_cos {
    ($Pack:ty, bits $Bits:ty, by $numbers:ident) => {
        impl SinCos for $Pack {
            #[cfg_attr(optimized, inline(always))]
            fn sin_cos(self) -> (Self, Self) {
                let round = Self::splat($numbers::ROUND);
                let sign = Self::splat(-0.0);
                let x = Self::abs(self);
                let rounded = x * Self::splat($numbers::FRAC_2_PI) + round;
                let q = rounded - round;
                let reduce = |r, part| q.mul_neg_add(Self::splat(part), r);
                let r = $numbers::HALF_PI.into_iter().fold(x, reduce);

                let square = r * r;
                let series = |coefficients: [_; _]| {
                    let mut coefficients = coefficients.into_iter().rev().map(Self::splat);
                    let last = coefficients.next().unwrap_or(Self::ZERO);
                    coefficients.fold(last, |sum, coefficient| sum.mul_add(square, coefficient))
                };
                let sin = (r * square).mul_add(series($numbers::SIN), r);
                let head = square.mul_neg_add(Self::splat(0.5), Self::ONE);
                let cos = (square * square).mul_add(series($numbers::COS), head);

                // In the odd quarters each is the other; the signs are bits of the quarter's number.
                let quarter = cast::<Self, $Bits>(rounded);
                let is_odd = <$Bits>::ZERO - (quarter & <$Bits>::ONE);
                let exchange = (sin ^ cos) & cast::<$Bits, Self>(is_odd);
                let sign_of =
                    |quarter: $Bits| cast::<$Bits, Self>(quarter << $numbers::SIGN) & sign;
                (
                    sin ^ exchange ^ sign_of(quarter) ^ (self & sign),
                    cos ^ exchange ^ sign_of(quarter + <$Bits>::ONE),
                )
            }
        }
    };
}

mod double {
    pub(super) use core::f64::consts::FRAC_2_PI;

    /// To which adding a number rounds it, the integer in the low bits.
    pub(super) const ROUND: f64 = 6_755_399_441_055_744.0;
    /// By how many bits the sign is before that of two.
    pub(super) const SIGN: u32 = 62;
    pub(super) const HALF_PI: [f64; 3] = [
        1.570_796_310_901_641_8,
        1.589_325_471_229_585_7e-8,
        6.123_233_995_736_766e-17,
    ];
    pub(super) const SIN: [f64; 6] = [
        -1.666_666_666_666_663e-1,
        8.333_333_333_322_118e-3,
        -1.984_126_982_958_954e-4,
        2.755_731_362_138_572_3e-6,
        -2.505_074_776_285_780_6e-8,
        1.589_623_015_765_465_7e-10,
    ];
    pub(super) const COS: [f64; 6] = [
        4.166_666_666_666_659_5e-2,
        -1.388_888_888_887_305_7e-3,
        2.480_158_728_885_170_4e-5,
        -2.755_731_417_929_674e-7,
        2.087_570_084_197_473_3e-9,
        -1.135_853_652_138_768_2e-11,
    ];
}

mod single {
    pub(super) use core::f32::consts::FRAC_2_PI;

    /// To which adding a number rounds it, the integer in the low bits.
    pub(super) const ROUND: f32 = 12_582_912.0;
    /// By how many bits the sign is before that of two.
    pub(super) const SIGN: u32 = 30;
    pub(super) const HALF_PI: [f32; 3] = [1.570_312_5, 4.837_513e-4, 7.549_79e-8];
    pub(super) const SIN: [f32; 3] = [-1.666_665_5e-1, 8.332_161e-3, -1.951_529_6e-4];
    pub(super) const COS: [f32; 3] = [4.166_664_6e-2, -1.388_731_6e-3, 2.443_315_7e-5];
}

sin_cos!(f64x8, bits i64x8, by double);
sin_cos!(f32x16, bits i32x16, by single);
#[cfg(not(target_feature = "avx512f"))]
sin_cos!(register::Double, bits register::DoubleBits, by double);
#[cfg(not(target_feature = "avx512f"))]
sin_cos!(register::Single, bits register::SingleBits, by single);
