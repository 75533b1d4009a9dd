//! Primals that several rows share, or that take more than a line.

use crate::scalar::Real;
use core::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// 1/√(2π), the density of the standard normal distribution at 0.
pub(super) const FRAC_1_SQRT_TAU: f64 = 0.5 * FRAC_2_SQRT_PI * FRAC_1_SQRT_2;

/// xⁿ; where the power in the denominator overflows, that of 1/x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn integer_power<F: Real>(x: F, n: i32) -> F {
    let power = x.powi(n);
    match n.checked_neg() {
        Some(positive) if n < 0 => F::choose(
            power.abs().less_than(F::min_positive()),
            || (F::one() / x).powi(positive),
            || power,
        ),
        _ => power,
    }
}

/// ln(1 + eˣ).
#[cfg_attr(optimized, inline(always))]
pub(super) fn softplus<F: Real>(x: F) -> F {
    x.max(F::zero()) + (-x.abs()).exp().ln_1p()
}

/// 1/(1 + e⁻ˣ), in which no exponential overflows.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sigmoid<F: Real>(x: F) -> F {
    let e = (-x.abs()).exp();
    F::select(x.less_than(F::zero()), e, F::one()) / (F::one() + e)
}

/// x/(1 + e⁻ˣ). Where the exponential has less than its full precision it is taken in two factors, and it
/// is 0 where they have vanished, though x may be infinite there.
#[cfg_attr(optimized, inline(always))]
pub(super) fn silu<F: Real>(x: F) -> F {
    let e = (-x.abs()).exp();
    let is_negative = x.less_than(F::zero());
    let tail = || {
        let root = (F::constant(0.5) * x).exp();
        F::select(root.equals(F::zero()), F::zero(), (x * root) * root)
    };
    F::choose(is_negative & e.less_than(F::min_positive()), tail, || {
        F::select(is_negative, x * e, x) / (F::one() + e)
    })
}

/// x Φ(x). Where Φ has less than its full precision it is −φ(x) (1 − 1/x² + 3/x⁴ − 15/x⁶ + …), the
/// asymptotic series of Φ.
#[cfg_attr(optimized, inline(always))]
pub(super) fn gelu<F: Real>(x: F) -> F {
    const SERIES: [f64; 8] = [1.0, -1.0, 3.0, -15.0, 105.0, -945.0, 10_395.0, -135_135.0];
    let distribution = normal_cdf(x);
    F::choose(
        distribution.less_than(F::min_positive()),
        || {
            let inverse = F::one() / x;
            let square = inverse * inverse;
            let series = SERIES
                .into_iter()
                .rev()
                .fold(F::zero(), |sum, coefficient| {
                    sum * square + F::constant(coefficient)
                });
            -(normal_pdf(x) * series)
        },
        || x * distribution,
    )
}

/// Φ(x) = ½ erfc(−x/√2), of a single number by a function of its own: what calls it stays as small as with a
/// call of erfc, and is inlined where it was.
#[cfg_attr(optimized, inline(always))]
pub(super) fn normal_cdf<F: Real>(x: F) -> F {
    if F::IS_PACK {
        accurate_cdf(x)
    } else {
        cdf_of_a_number(x)
    }
}

#[inline(never)]
fn cdf_of_a_number<F: Real>(x: F) -> F {
    accurate_cdf(x)
}

/// In its tail erfc t changes by 2t² times what t does, relative to each, so that t, which is rounded, is
/// too coarse. There x²/2 − t², from exact squares, is by how much; the factor after it is that of the
/// asymptotic series.
#[cfg_attr(optimized, inline(always))]
fn accurate_cdf<F: Real>(x: F) -> F {
    let t = x * F::constant(-FRAC_1_SQRT_2);
    let rounded = F::constant(0.5) * t.erfc();
    let is_tail = F::constant(1.5).less_than(t);
    F::choose(is_tail, || tail_of_cdf(x, rounded), || rounded)
}

#[cold]
#[inline(never)]
fn tail_of_cdf<F: Real>(x: F, rounded: F) -> F {
    let half = F::constant(0.5);
    let t = x * F::constant(-FRAC_1_SQRT_2);
    let ((of_x, rest_of_x), (of_t, rest_of_t)) = (square(x), square(t));
    let gap = (half * of_x - of_t) + (half * rest_of_x - rest_of_t);
    corrected(rounded, -(gap + gap * (F::constant(0.42) / of_t)))
}

/// y + y · `relative`; y, of which nothing is left, where that is NaN because a square has overflowed.
#[cfg_attr(optimized, inline(always))]
fn corrected<F: Real>(y: F, relative: F) -> F {
    let correction = y * relative;
    F::select(correction.equals(correction), y + correction, y)
}

/// φ(x) = e^(−x²/2)/√(2π).
#[cfg_attr(optimized, inline(always))]
pub(super) fn normal_pdf<F: Real>(x: F) -> F {
    F::constant(FRAC_1_SQRT_TAU) * bell(x, 0.5)
}

/// e^(−kx²), for a k that is a power of 2; of a single number by a function of its own, as
/// [`normal_cdf`] is.
#[cfg_attr(optimized, inline(always))]
pub(super) fn bell<F: Real>(x: F, k: f64) -> F {
    if F::IS_PACK {
        accurate_bell(x, k)
    } else {
        bell_of_a_number(x, k)
    }
}

#[inline(never)]
fn bell_of_a_number<F: Real>(x: F, k: f64) -> F {
    accurate_bell(x, k)
}

/// In its tails what x² has lost where it was rounded matters, and is taken from the exact square.
#[cfg_attr(optimized, inline(always))]
fn accurate_bell<F: Real>(x: F, k: f64) -> F {
    let k = F::constant(-k);
    let exponent = k * (x * x);
    let power = exponent.exp();
    let is_tail = exponent.less_than(F::constant(-3.0));
    F::choose(is_tail, || tail_of_bell(x, k, power), || power)
}

#[cold]
#[inline(never)]
fn tail_of_bell<F: Real>(x: F, k: F, power: F) -> F {
    let (exact, rest) = square(x);
    corrected(power, k * ((exact - x * x) + rest))
}

/// x² in two parts, of which the first is exact and the second small.
#[cfg_attr(optimized, inline(always))]
fn square<F: Real>(x: F) -> (F, F) {
    let half = x.upper_half();
    (half * half, (x - half) * (x + half))
}

/// The greater of x and y, of a number and NaN the number; where they are equal, x. `max` leaves open
/// which of 0 and −0 it gives, and 1/y tells them apart.
#[cfg_attr(optimized, inline(always))]
pub(super) fn greater<F: Real>(x: F, y: F) -> F {
    F::select(y.at_most(x), x, F::select(y.equals(y), y, x))
}

/// The lesser of x and y, likewise.
#[cfg_attr(optimized, inline(always))]
pub(super) fn lesser<F: Real>(x: F, y: F) -> F {
    F::select(x.at_most(y), x, F::select(y.equals(y), y, x))
}
