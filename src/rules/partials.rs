//! Partials that several rows share, or that take more than a line.

use super::{BinaryOperations, UnaryOperations};
use crate::scalar::{Field, Scalar};
use core::f64::consts::FRAC_2_SQRT_PI;

/// 1 − x², which keeps its digits near ±1.
#[inline(always)]
pub(super) fn one_minus_square<S: Scalar>(x: S) -> S {
    (S::one() - x) * (S::one() + x)
}

/// x where x > 0, +0 at ±0, and where x < 0 the value `y`, which is NaN there: the divisor in the
/// derivative of a function that ends at 0, whose one-sided limit there is +∞.
#[inline(always)]
pub(super) fn positive<S: Scalar>(x: S, y: S) -> S {
    S::select(S::zero().at_most(x), x.abs(), y)
}

/// The derivative of a step function: 0, and NaN at NaN.
#[inline(always)]
pub(super) fn constant_partial<S: Scalar>(x: S) -> S {
    S::select(x.equals(x), S::zero(), x)
}

/// n xⁿ⁻¹, which is 0 for n = 0 even at 0 and ∞.
#[inline(always)]
pub(super) fn integer_power_partial<S: Scalar>(x: S, n: i32) -> S {
    let coefficient = S::constant(f64::from(n));
    match n {
        0 => S::zero(),
        // One less than the least exponent is no exponent.
        i32::MIN => coefficient * (x.powi(n) / x),
        _ => coefficient * x.powi(n - 1),
    }
}

/// p xᵖ⁻¹. `y` is xᵖ, and `power` computes xᵖ⁻¹.
///
/// Where y has its full precision this is p y/x, which saves the power; where it has not, and at
/// x = 0, the power is computed. For p = 0 it is 0 even at x = 0.
#[inline(always)]
pub(super) fn power_partial<S: Scalar>(x: S, p: S, y: S, power: impl Fn() -> S + Copy) -> S {
    let quotient = || p * (y / x);
    let product = || S::choose(p.equals(S::zero()), S::zero, || p * power());
    let magnitude = y.abs();
    S::choose(x.equals(S::zero()), product, || {
        S::choose(
            S::min_positive().at_most(magnitude) & magnitude.less_than(S::constant(f64::INFINITY)),
            quotient,
            product,
        )
    })
}

/// y ln x, the derivative of y = xᵖ in p: 0 where y vanishes on the domain, and at x = 0 the limit
/// for p ≥ 0.
#[inline(always)]
pub(super) fn exponent_partial<S: Scalar>(x: S, p: S, y: S) -> S {
    let nan = || S::constant(f64::NAN);
    let at_zero = || {
        S::choose(p.less_than(S::zero()), nan, || {
            S::constant(f64::NEG_INFINITY)
        })
    };
    let vanishing = || S::choose(x.less_than(S::zero()), nan, S::zero);
    S::choose(y.equals(S::zero()), vanishing, || {
        S::choose(x.equals(S::zero()), at_zero, || y * x.ln())
    })
}

/// `c` times the derivative in x of the lesser or the greater `z` of x and y: `c` if z is x, 0 if it
/// is y, half of `c` if it is both, NaN if it is neither.
#[inline(always)]
pub(super) fn extremum_chain<S: Scalar>(c: S, x: S, y: S, z: S) -> S {
    let is_y = z.equals(y);
    S::select(
        z.equals(x),
        S::select(is_y, S::constant(0.5) * c, c),
        S::select(is_y, S::zero(), z),
    )
}

/// `c` times the sign of x, which is 0 at 0.
#[inline(always)]
pub(super) fn sign_chain<S: Scalar>(c: S, x: S) -> S {
    let elsewhere = S::select(x.less_than(S::zero()), -c, x * S::zero());
    S::select(S::zero().less_than(x), c, elsewhere)
}

/// `c` where x > 0, `c` times `below` where x < 0, and at 0, where the derivative jumps from
/// `at_zero` to 1, `c` times what is least in magnitude between the two.
#[inline(always)]
pub(super) fn kink_chain<S: Scalar>(c: S, x: S, below: S, at_zero: f64) -> S {
    let subgradient = S::constant(at_zero.clamp(0.0, 1.0)) + x * S::zero();
    let elsewhere = S::select(x.less_than(S::zero()), below, subgradient);
    S::select(S::zero().less_than(x), c, c * elsewhere)
}

/// `factor` · x, and 0 where the factor has vanished, though x may be infinite there.
#[inline(always)]
pub(super) fn vanishing_product<S: Scalar>(factor: S, x: S) -> S {
    S::select(factor.equals(S::zero()), S::zero(), factor * x)
}

/// 2/√π e^(−x²), the derivative of the error function.
#[inline(always)]
pub(super) fn error_density<S: Scalar>(x: S) -> S {
    S::constant(FRAC_2_SQRT_PI) * (-(x * x)).exp()
}

/// x − y, and 0 where both are the same infinity.
#[inline(always)]
pub(super) fn gap<F: Field>(x: F, y: F) -> F {
    let difference = x - y;
    let same = F::select(x.equals(y), F::zero(), difference);
    F::select(difference.equals(difference), difference, same)
}

/// `a`/(a² + b²), which is 0 where either is infinite.
#[inline(always)]
pub(super) fn angle_partial<S: Scalar>(a: S, b: S) -> S {
    let h = a.hypot(b);
    let far = h.equals(S::constant(f64::INFINITY)) & a.equals(a) & b.equals(b);
    S::select(far, S::zero(), (a / h) / h)
}

/// x/z, where `z` is the distance of (x, y) from the origin: the sign of x where x alone is infinite.
#[inline(always)]
pub(super) fn direction<S: Scalar>(x: S, y: S, z: S) -> S {
    let infinity = S::constant(f64::INFINITY);
    let far = x.abs().equals(infinity) & y.abs().less_than(infinity);
    S::select(far, x.signum(), x / z)
}
