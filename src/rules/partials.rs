//! Partials that several rows share, or that take more than a line.

use super::primals::FRAC_1_SQRT_TAU;
use super::{Bell, BinaryOperations, UnaryOperations};
use crate::scalar::{Field, Scalar};
use core::f64::consts::FRAC_2_SQRT_PI;

/// 1 − x², which keeps its digits near ±1.
#[cfg_attr(optimized, inline(always))]
pub(super) fn one_minus_square<S: Scalar>(x: S) -> S {
    (S::one() - x) * (S::one() + x)
}

/// x where x > 0, +0 at ±0, and where x < 0 the value `y`, which is NaN there: the divisor in the
/// derivative of a function that ends at 0, whose one-sided limit there is +∞.
#[cfg_attr(optimized, inline(always))]
pub(super) fn positive<S: Scalar>(x: S, y: S) -> S {
    // −0 + 0 is +0.
    S::select(S::zero().at_most(x), x + S::zero(), y)
}

/// The derivative of a step function: 0, and NaN at NaN.
#[cfg_attr(optimized, inline(always))]
pub(super) fn constant_partial<S: Scalar>(x: S) -> S {
    S::select(x.equals(x), S::zero(), x.zero_or_nan())
}

/// n xⁿ⁻¹, which is 0 for n = 0 even at 0 and ∞.
#[cfg_attr(optimized, inline(always))]
pub(super) fn integer_power_partial<S: Scalar>(x: S, n: i32) -> S {
    let coefficient = S::constant(f64::from(n));
    match n {
        0 => S::zero(),
        1.. => coefficient * x.powi(n - 1),
        // The power in the denominator would overflow first.
        _ => coefficient * (x.powi(n) / x),
    }
}

/// p xᵖ⁻¹. `y` is xᵖ, and `power` computes xᵖ⁻¹.
///
/// Where y has its full precision this is p y/x, which saves the power, in the order in which nothing
/// overflows; where it has not, and at x = 0, the power is computed. For p = 0 it is 0 even at x = 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn power_partial<S: Scalar>(x: S, p: S, y: S, power: impl Fn() -> S + Copy) -> S {
    let one = S::one();
    let magnitude = y.abs();
    let quotient = || {
        let is_large = one.at_most(x.abs()) & one.at_most(magnitude);
        let quotient = S::select(is_large, y, p * y) / x;
        S::select(is_large, p * quotient, quotient)
    };
    let product = || S::choose(p.equals(S::zero()), S::zero, || p * power());
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
#[cfg_attr(optimized, inline(always))]
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
#[cfg_attr(optimized, inline(always))]
pub(super) fn extremum_chain<S: Scalar>(c: S, x: S, y: S, z: S) -> S {
    let is_y = z.equals(y);
    S::select(
        z.equals(x),
        S::select(is_y, S::constant(0.5) * c, c),
        S::select(is_y, S::zero(), z.zero_or_nan()),
    )
}

/// `c` times the sign of x, which is 0 at 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sign_chain<S: Scalar>(c: S, x: S) -> S {
    let elsewhere = S::select(x.less_than(S::zero()), -c, x * S::zero());
    S::select(S::zero().less_than(x), c, elsewhere)
}

/// `c` where x > 0, `c` times `below` where x < 0, and at 0, where the derivative jumps from
/// `at_zero` to 1, `c` times what is least in magnitude between the two.
#[cfg_attr(optimized, inline(always))]
pub(super) fn kink_chain<S: Scalar>(c: S, x: S, below: S, at_zero: f64) -> S {
    let subgradient = S::constant(at_zero.clamp(0.0, 1.0)) + x * S::zero();
    let elsewhere = S::select(x.less_than(S::zero()), below, subgradient);
    S::select(S::zero().less_than(x), c, c * elsewhere)
}

/// `factor` · x, and 0 where the factor has vanished, though x may be infinite there.
#[cfg_attr(optimized, inline(always))]
pub(super) fn vanishing_product<S: Scalar>(factor: S, x: S) -> S {
    S::select(factor.equals(S::zero()), S::zero(), factor * x)
}

/// 2/√π e^(−x²), the derivative of the error function.
#[cfg_attr(optimized, inline(always))]
pub(super) fn error_density<S: Scalar>(x: S) -> S {
    S::constant(FRAC_2_SQRT_PI) * x.unary(Bell)
}

/// x φ(x), from `density`, φ(x), where that has its full precision; 0 where it has vanished, though x may be
/// infinite there.
#[cfg_attr(optimized, inline(always))]
pub(super) fn moment<S: Scalar>(x: S, density: S) -> S {
    S::choose(
        S::min_positive().at_most(density),
        || x * density,
        || {
            let root = (S::constant(0.5) * x).unary(Bell);
            vanishing_product(S::constant(FRAC_1_SQRT_TAU) * root, x) * root
        },
    )
}

/// Where a function that tends to ±1 is so near to it that y has too few digits left for its derivative:
/// that is then computed from x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn is_saturated<S: Scalar>(y: S) -> S::Mask {
    S::constant(0.84).less_than(y)
}

/// −|x|, of which the derivative at 0 is that beside it.
#[cfg_attr(optimized, inline(always))]
fn minus_magnitude<S: Scalar>(x: S) -> S {
    S::select(x.less_than(S::zero()), x, -x)
}

/// Where 1 − y² for y = tanh x has lost digits: it is then computed from x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn is_flat<S: Scalar>(slope: S) -> S::Mask {
    slope.less_than(S::constant(0.29))
}

/// 1 − y² for y = tanh x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn tanh_partial<S: Scalar>(x: S, y: S) -> S {
    let slope = one_minus_square(y);
    S::choose(is_flat(slope), || slope_of_flat_tanh(x), || slope)
}

/// 4e/(1 + e)² with e = e^(−2|x|).
#[cold]
#[inline(never)]
fn slope_of_flat_tanh<S: Scalar>(x: S) -> S {
    let e = minus_magnitude(x + x).exp();
    let root = S::one() / (S::one() + e);
    S::constant(4.0) * e * root * root
}

/// y (1 − y) for y = sigmoid x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sigmoid_partial<S: Scalar>(x: S, y: S) -> S {
    S::choose(
        is_saturated(y),
        || y * (-x).sigmoid(),
        || y * (S::one() - y),
    )
}

/// eˣ, from y = eˣ − 1.
#[cfg_attr(optimized, inline(always))]
pub(super) fn exp_m1_partial<S: Scalar>(x: S, y: S) -> S {
    S::choose(is_saturated(-y), || x.exp(), || y + S::one())
}

/// alpha eˣ, from y = alpha · (eˣ − 1), for x < 0.
#[cfg_attr(optimized, inline(always))]
pub(super) fn elu_partial<S: Scalar>(x: S, y: S, alpha: f64) -> S {
    let alpha = S::constant(alpha);
    let far = x.less_than(S::zero()) & (S::constant(0.84) * alpha.abs()).less_than(y.abs());
    S::choose(far, || alpha * x.exp(), || y + alpha)
}

/// sigmoid x + y sigmoid(−x) for y = x sigmoid x.
#[cfg_attr(optimized, inline(always))]
pub(super) fn silu_partial<S: Scalar>(x: S, y: S) -> S {
    let e = minus_magnitude(x).exp();
    let greater = S::one() / (S::one() + e);
    let lesser = e * greater;
    let is_negative = x.less_than(S::zero());
    let sigmoid = S::select(is_negative, lesser, greater);
    let complement = S::select(is_negative, greater, lesser);
    sigmoid + vanishing_product(complement, y)
}

/// sigmoid(x − y): what is lost where the difference is rounded matters where the exponential is small.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sigmoid_of_gap<S: Scalar>(x: S, y: S) -> S {
    let gap = gap::<S>(x, y);
    let back = gap - x;
    let lost = (x - (gap - back)) - (y + back);
    let sigmoid = gap.sigmoid();
    let correction = lost * (sigmoid * (S::one() - sigmoid));
    S::select(lost.equals(lost), sigmoid + correction, sigmoid)
}

/// `c`/(1 + x²), in which no square overflows.
#[cfg_attr(optimized, inline(always))]
pub(super) fn arctangent_chain<S: Scalar>(c: S, x: S) -> S {
    let is_moderate = x.abs().less_than(S::constant(1e18));
    S::choose(is_moderate, || c / (S::one() + x * x), || (c / x) / x)
}

/// x − y, and 0 where both are the same infinity.
#[cfg_attr(optimized, inline(always))]
pub(super) fn gap<F: Field>(x: F, y: F) -> F {
    let difference = x - y;
    let same = F::select(x.equals(y), F::zero(), difference);
    F::select(difference.equals(difference), difference, same)
}

/// `a`/(a² + b²), which is 0 where either is infinite.
#[cfg_attr(optimized, inline(always))]
pub(super) fn angle_partial<S: Scalar>(a: S, b: S) -> S {
    let h = a.hypot(b);
    let far = h.equals(S::constant(f64::INFINITY)) & a.equals(a) & b.equals(b);
    let sine = a / h;
    // Too small for a quotient of full precision to be divided again.
    let quotient = S::select(
        sine.abs().less_than(S::min_positive()),
        a / (h * h),
        sine / h,
    );
    S::select(far, S::zero(), quotient)
}
