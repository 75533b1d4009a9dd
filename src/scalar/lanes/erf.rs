//! The error functions of numbers side by side.
//!
//! The rational approximations are those of FDLIBM's `s_erf.c` (Sun Microsystems, 1993; their errors are
//! below one unit in the last place), here for all lanes at once: each lane takes that of its interval.

use crate::scalar::Real;

/// c₀ + c₁ x + c₂ x² + …
#[inline(always)]
fn polynomial<F: Real>(x: F, coefficients: &[f64]) -> F {
    let mut sum = F::constant(coefficients[coefficients.len() - 1]);
    for &coefficient in coefficients.iter().rev().skip(1) {
        sum = sum.mul_add(x, F::constant(coefficient));
    }
    sum
}

/// erf 0.84506…, what the approximation around 1 starts from.
const ERX: f64 = 8.450_629_115_104_675e-1;

const PP: [f64; 5] = [
    1.283_791_670_955_125_6e-1,
    -3.250_421_072_470_015e-1,
    -2.848_174_957_559_851e-2,
    -5.770_270_296_489_442e-3,
    -2.376_301_665_665_016_3e-5,
];
const QQ: [f64; 6] = [
    1.0,
    3.979_172_239_591_553_5e-1,
    6.502_224_998_876_729e-2,
    5.081_306_281_875_766e-3,
    1.324_947_380_043_216_4e-4,
    -3.960_228_278_775_368e-6,
];
const PA: [f64; 7] = [
    -2.362_118_560_752_659_4e-3,
    4.148_561_186_837_483_3e-1,
    -3.722_078_760_357_013e-1,
    3.183_466_199_011_617_5e-1,
    -1.108_946_942_823_966_8e-1,
    3.547_830_432_561_823_6e-2,
    -2.166_375_594_868_790_8e-3,
];
const QA: [f64; 7] = [
    1.0,
    1.064_208_804_008_442_3e-1,
    5.403_979_177_021_71e-1,
    7.182_865_441_419_627e-2,
    1.261_712_198_087_616_4e-1,
    1.363_708_391_202_905_1e-2,
    1.198_449_984_679_911e-2,
];
const RA: [f64; 8] = [
    -9.864_944_034_847_148e-3,
    -6.938_585_727_071_818e-1,
    -1.055_862_622_532_329_1e1,
    -6.237_533_245_032_601e1,
    -1.623_966_694_625_734_7e2,
    -1.846_050_929_067_110_4e2,
    -8.128_743_550_630_66e1,
    -9.814_329_344_169_145,
];
const SA: [f64; 9] = [
    1.0,
    1.965_127_166_743_925_7e1,
    1.376_577_541_435_190_4e2,
    4.345_658_774_752_292_3e2,
    6.453_872_717_332_679e2,
    4.290_081_400_275_678_3e2,
    1.086_350_055_417_794_4e2,
    6.570_249_770_319_282,
    -6.042_441_521_485_81e-2,
];
const RB: [f64; 7] = [
    -9.864_942_924_700_1e-3,
    -7.992_832_376_805_23e-1,
    -1.775_795_491_775_475_2e1,
    -1.606_363_848_558_219_2e2,
    -6.375_664_433_683_896e2,
    -1.025_095_131_611_077_2e3,
    -4.835_191_916_086_514e2,
];
const SB: [f64; 8] = [
    1.0,
    3.033_806_074_348_245_6e1,
    3.257_925_129_965_739e2,
    1.536_729_586_084_437e3,
    3.199_858_219_508_595_5e3,
    2.553_050_406_433_164_4e3,
    4.745_285_412_069_554e2,
    -2.244_095_244_658_582e1,
];

/// x P(x²)/Q(x²), so that erf x = x + that: for |x| < 0.84375.
#[inline(always)]
fn near_zero<F: Real>(x: F) -> F {
    let z = x * x;
    x * (polynomial(z, &PP) / polynomial(z, &QQ))
}

/// erf a − ERX: for a from 0.84375 to 1.25.
#[inline(always)]
fn near_one<F: Real>(a: F) -> F {
    let s = a - F::one();
    polynomial(s, &PA) / polynomial(s, &QA)
}

/// erfc a: for a from 1.25 to 28. `split`, 1 more than a power of 2, leaves half of a number's digits, the
/// square of which is exact.
#[inline(always)]
fn tail<F: Real>(a: F, split: f64) -> F {
    let product = a * F::constant(split);
    let rounded = product - (product - a);
    let s = F::one() / (a * a);
    let is_near = a.less_than(F::constant(1.0 / 0.35));
    let numerator = F::select(is_near, polynomial(s, &RA), polynomial(s, &RB));
    let denominator = F::select(is_near, polynomial(s, &SA), polynomial(s, &SB));
    let square = -(rounded * rounded) - F::constant(0.5625);
    let rest = (rounded - a) * (rounded + a) + numerator / denominator;
    square.exp() * rest.exp() / a
}

/// erfc x.
#[inline(always)]
pub(super) fn erfc<F: Real>(x: F, split: f64) -> F {
    let a = x.abs();
    let is_negative = x.less_than(F::zero());
    let two = F::constant(2.0);

    let small = F::one() - (x + near_zero(x));
    // Where the subtraction from 1 would cancel.
    let half = F::constant(0.5);
    let less_small = half - (near_zero(x) + (x - half));
    let small = F::select(x.less_than(F::constant(0.25)), small, less_small);

    let middle = near_one(a);
    let middle = F::select(
        is_negative,
        F::constant(1.0 + ERX) + middle,
        F::constant(1.0 - ERX) - middle,
    );

    let tail = tail(a, split);
    let tail = F::select(F::constant(27.3).less_than(a), F::zero(), tail);
    let tail = F::select(is_negative, two - tail, tail);

    let value = F::select(a.less_than(F::constant(1.25)), middle, tail);
    let value = F::select(a.less_than(F::constant(0.84375)), small, value);
    F::select(x.equals(x), value, x)
}

/// erf x.
#[inline(always)]
pub(super) fn erf<F: Real>(x: F, split: f64) -> F {
    let a = x.abs();
    let middle = F::constant(ERX) + near_one(a);
    let tail = F::one() - tail(a, split);
    let tail = F::select(F::constant(6.0).less_than(a), F::one(), tail);
    let large = F::select(a.less_than(F::constant(1.25)), middle, tail).copysign(x);
    let value = F::select(a.less_than(F::constant(0.84375)), x + near_zero(x), large);
    F::select(x.equals(x), value, x)
}
