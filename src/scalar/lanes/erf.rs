//! The error functions of numbers side by side: one formula for all lanes.
//!
//! (1 + 2x) e^(x²) erfc x is a smooth function of t = (x − 3.75)/(x + 3.75) for all x ≥ 0, and is taken from
//! a polynomial in t (M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²)
//! erfc x in 0 ≤ x < ∞", Mathematics of Computation 36, 1981; the coefficients here are those of the
//! Chebyshev series to degree 22, computed with 60 digits). Near 0, where erf x is small, it is that of
//! FDLIBM's `s_erf.c` (Sun Microsystems, 1993).

use crate::scalar::Real;

/// c₀ + c₁ x + c₂ x² + …, by the even and the odd powers, which do not wait for each other. `mul_add` is
/// x y + z, rounded once or twice, whichever is faster.
#[cfg_attr(optimized, inline(always))]
fn polynomial<F: Real, const N: usize>(
    x: F,
    coefficients: [f64; N],
    mul_add: impl Fn(F, F, F) -> F + Copy,
) -> F {
    let square = x * x;
    let sum = |parity: usize| {
        let mut powers = (parity..N).step_by(2).rev();
        let last = powers.next().map_or(0.0, |i| coefficients[i]);
        powers.fold(F::constant(last), |sum, i| {
            mul_add(sum, square, F::constant(coefficients[i]))
        })
    };
    mul_add(sum(1), x, sum(0))
}

/// (1 + 2x) e^(x²) erfc x in powers of t.
const SCALED: [f64; 23] = [
    1.237_512_630_837_827_5,
    -0.140_240_598_585_545_25,
    0.003_585_415_485_479_025_7,
    0.082_276_738_489_995_06,
    -0.108_803_930_142_444_62,
    0.092_304_321_164_281_25,
    -0.058_693_398_576_649_34,
    0.028_362_277_372_111_14,
    -0.009_746_579_683_265_262,
    0.001_755_626_165_197_065_2,
    0.000_293_714_378_044_958,
    -0.000_290_155_352_460_776_55,
    5.164_652_974_177_416e-5,
    2.238_756_571_491_181_6e-5,
    -1.143_804_803_334_689_4e-5,
    -9.792_625_707_303_523e-7,
    1.741_982_158_622_481_6e-6,
    -5.084_465_378_687_302e-8,
    -2.485_712_624_801_674_5e-7,
    1.879_082_322_370_048e-8,
    3.197_926_671_666_804e-8,
    -1.955_135_886_898_561_6e-9,
    -2.623_107_347_133_476e-9,
];

/// P and Q for erf x = x + x P(x²)/Q(x²), |x| < 0.84375.
const P: [f64; 5] = [
    1.283_791_670_955_125_6e-1,
    -3.250_421_072_470_015e-1,
    -2.848_174_957_559_851e-2,
    -5.770_270_296_489_442e-3,
    -2.376_301_665_665_016_3e-5,
];
const Q: [f64; 6] = [
    1.0,
    3.979_172_239_591_553_5e-1,
    6.502_224_998_876_73e-2,
    5.081_306_281_875_766e-3,
    1.324_947_380_043_216_4e-4,
    -3.960_228_278_775_368e-6,
];

/// erfc a, for a ≥ 0.
#[cfg_attr(optimized, inline(always))]
fn erfc_of_magnitude<F: Real>(a: F, mul_add: impl Fn(F, F, F) -> F + Copy) -> F {
    let centre = F::constant(3.75);
    let factor = F::one() + (a + a);
    let inverse = F::one() / ((a + centre) * factor);
    let t = (a - centre) * (factor * inverse);
    let scaled = polynomial(t, SCALED, mul_add) * ((a + centre) * inverse);

    let half = a.upper_half();
    let (square, rest) = (-(half * half), (half - a) * (half + a));
    let exponent = square + rest;
    let lost = (square - exponent) + rest;
    let power = exponent.exp();
    let value = scaled * mul_add(lost, power, power);
    F::select(a.less_than(F::constant(27.3)), value, F::zero())
}

/// erfc x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn erfc<F: Real>(x: F, mul_add: impl Fn(F, F, F) -> F + Copy) -> F {
    let value = erfc_of_magnitude(x.abs(), mul_add);
    let value = F::select(x.less_than(F::zero()), F::constant(2.0) - value, value);
    F::select(x.equals(x), value, x)
}

/// erf x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn erf<F: Real>(x: F, mul_add: impl Fn(F, F, F) -> F + Copy) -> F {
    let a = x.abs();
    let square = x * x;
    let small = x + x * (polynomial(square, P, mul_add) / polynomial(square, Q, mul_add));
    let large = (F::one() - erfc_of_magnitude(a, mul_add)).copysign(x);
    let value = F::select(a.less_than(F::constant(0.84375)), small, large);
    F::select(x.equals(x), value, x)
}
