//! Primals that several rows share, or that take more than a line.

use crate::scalar::Real;
use core::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// 1/√(2π), the density of the standard normal distribution at 0.
pub(super) const FRAC_1_SQRT_TAU: f64 = 0.5 * FRAC_2_SQRT_PI * FRAC_1_SQRT_2;

/// ln(1 + eˣ).
#[inline(always)]
pub(super) fn softplus<F: Real>(x: F) -> F {
    x.max(F::zero()) + (-x.abs()).exp().ln_1p()
}

/// x/(1 + e⁻ˣ), and 0 where eˣ has vanished, though x may be infinite there.
#[inline(always)]
pub(super) fn silu<F: Real>(x: F) -> F {
    let vanished = x.less_than(F::constant(-1000.0));
    F::select(vanished, F::zero(), x / (F::one() + (-x).exp()))
}

/// x Φ(x), and 0 where Φ has vanished, though x may be infinite there.
#[inline(always)]
pub(super) fn gelu<F: Real>(x: F) -> F {
    let vanished = x.less_than(F::constant(-100.0));
    F::select(vanished, F::zero(), x * normal_cdf(x))
}

/// Φ(x) = ½ erfc(−x/√2).
#[inline(always)]
pub(super) fn normal_cdf<F: Real>(x: F) -> F {
    F::constant(0.5) * (x * F::constant(-FRAC_1_SQRT_2)).erfc()
}

/// φ(x) = e^(−x²/2)/√(2π).
#[inline(always)]
pub(super) fn normal_pdf<F: Real>(x: F) -> F {
    F::constant(FRAC_1_SQRT_TAU) * (F::constant(-0.5) * x * x).exp()
}

/// The greater of x and y, of a number and NaN the number; where they are equal, x. `max` leaves open
/// which of 0 and −0 it gives, and 1/y tells them apart.
#[inline(always)]
pub(super) fn greater<F: Real>(x: F, y: F) -> F {
    F::select(y.at_most(x), x, F::select(y.equals(y), y, x))
}

/// The lesser of x and y, likewise.
#[inline(always)]
pub(super) fn lesser<F: Real>(x: F, y: F) -> F {
    F::select(x.at_most(y), x, F::select(y.equals(y), y, x))
}
