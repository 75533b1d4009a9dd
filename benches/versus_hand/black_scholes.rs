//! The price of a European call and its five greeks.

use monograd::Taylor;
use monograd::prelude::*;
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// 1/√(2π).
const FRAC_1_SQRT_TAU: f64 = 0.5 * FRAC_2_SQRT_PI * FRAC_1_SQRT_2;

fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-FRAC_1_SQRT_2 * x)
}

fn normal_density(x: f64) -> f64 {
    FRAC_1_SQRT_TAU * (-0.5 * x * x).exp()
}

// `call_price`; the benchmark of the compile time reads it, too.
include!("call_price.rs");

#[inline(always)]
pub fn ours(point: &[f64; 5]) -> (f64, [f64; 5]) {
    call_price.value_and_gradient(point)
}

/// The gradient by hand, from the formula above and nothing else.
#[inline(always)]
pub fn by_hand(&[spot, strike, rate, volatility, time]: &[f64; 5]) -> (f64, [f64; 5]) {
    let root = time.sqrt();
    let deviation = volatility * root;
    let growth = rate * time;
    let moneyness = ((spot / strike).ln() + growth) / deviation;
    let half = 0.5 * deviation;
    let d1 = moneyness + half;
    let d2 = moneyness - half;
    let discount = (-growth).exp();
    let discounted = strike * discount;
    let (n1, n2) = (normal_cdf(d1), normal_cdf(d2));
    let exercise = discounted * n2;

    let by_d1_alone = spot * normal_density(d1);
    let by_d2 = -discounted * normal_density(d2);
    let by_d1 = by_d1_alone + by_d2;
    let by_numerator = by_d1 / deviation;
    let by_deviation = 0.5 * by_d1 - by_d2 - by_numerator * moneyness;
    let by_rate_time = by_numerator + exercise;
    (
        spot * n1 - exercise,
        [
            n1 + by_numerator / spot,
            -discount * n2 - by_numerator / strike,
            by_rate_time * time,
            by_deviation * root,
            by_rate_time * rate + by_deviation * volatility * (0.5 / root),
        ],
    )
}

/// The greeks in closed form. They rest on an identity that the formula does not show, spot φ(d₁) =
/// strike e^(−rate time) φ(d₂), by which one of the densities and most of the sensitivities cancel.
#[inline(always)]
pub fn closed_form(&[spot, strike, rate, volatility, time]: &[f64; 5]) -> (f64, [f64; 5]) {
    let root = time.sqrt();
    let deviation = volatility * root;
    let d1 = ((spot / strike).ln() + rate * time) / deviation + 0.5 * deviation;
    let d2 = d1 - deviation;
    let discount = (-rate * time).exp();
    let n1 = normal_cdf(d1);
    let n2 = normal_cdf(d2);
    let exercise = strike * discount * n2;
    let density = spot * normal_density(d1);
    (
        spot * n1 - exercise,
        [
            n1,
            -discount * n2,
            time * exercise,
            density * root,
            density * volatility * (0.5 / root) + rate * exercise,
        ],
    )
}

type Second = (f64, [f64; 5], [[f64; 5]; 5]);

#[inline(always)]
pub fn ours_second(point: &[f64; 5]) -> Second {
    call_price.value_gradient_hessian(point)
}

/// The derivatives up to the third along a direction.
#[inline(always)]
pub fn ours_third(point: &[f64; 5], direction: &[f64; 5]) -> Taylor<f64, 3> {
    call_price.taylor(point, direction)
}

/// The price with its first and second derivatives in closed form, by the identity of
/// [`closed_form`]: with q = −spot φ(d₁) every second derivative is a few terms in d₁ and d₂.
#[inline(always)]
pub fn closed_form_second(&[spot, strike, rate, volatility, time]: &[f64; 5]) -> Second {
    let root = time.sqrt();
    let deviation = volatility * root;
    let d1 = ((spot / strike).ln() + rate * time) / deviation + 0.5 * deviation;
    let d2 = d1 - deviation;
    let discount = (-rate * time).exp();
    let (n1, n2) = (normal_cdf(d1), normal_cdf(d2));
    let exercise = strike * discount * n2;
    let phi = normal_density(d1);
    let density = spot * phi;
    let vega = density * root;

    // d₁ and d₂ by spot, strike, rate, volatility and time.
    let over_deviation = 1.0 / deviation;
    let by_spot = over_deviation / spot;
    let by_strike = -over_deviation / strike;
    let by_rate = root / volatility;
    let d1_by_volatility = -d2 / volatility;
    let d2_by_volatility = -d1 / volatility;
    let half_over_time = 0.5 / time;
    let d2_by_time = rate * over_deviation - d1 * half_over_time;
    let d1_by_time = rate * over_deviation - d2 * half_over_time;
    // The density of d₂ times the discounted strike is that of d₁ times the spot.
    let strike_density = density / strike;

    let spot_spot = phi * by_spot;
    let spot_strike = phi * by_strike;
    let spot_rate = phi * by_rate;
    let spot_volatility = phi * d1_by_volatility;
    let spot_time = phi * d1_by_time;
    let strike_strike = -strike_density * by_strike;
    let strike_rate = discount * n2 * time - strike_density * by_rate;
    let strike_volatility = -strike_density * d2_by_volatility;
    let strike_time = rate * discount * n2 - strike_density * d2_by_time;
    let rate_rate = time * (density * by_rate - time * exercise);
    let rate_volatility = time * density * d2_by_volatility;
    let rate_time = exercise * (1.0 - rate * time) + time * density * d2_by_time;
    let volatility_volatility = -vega * d1 * d1_by_volatility;
    let volatility_time = vega * (half_over_time - d1 * d1_by_time);
    let theta = density * volatility * (0.5 / root);
    let time_time = -theta * (half_over_time + d1 * d1_by_time)
        + rate * (density * d2_by_time - rate * exercise);
    (
        spot * n1 - exercise,
        [
            n1,
            -discount * n2,
            time * exercise,
            vega,
            theta + rate * exercise,
        ],
        [
            [
                spot_spot,
                spot_strike,
                spot_rate,
                spot_volatility,
                spot_time,
            ],
            [
                spot_strike,
                strike_strike,
                strike_rate,
                strike_volatility,
                strike_time,
            ],
            [
                spot_rate,
                strike_rate,
                rate_rate,
                rate_volatility,
                rate_time,
            ],
            [
                spot_volatility,
                strike_volatility,
                rate_volatility,
                volatility_volatility,
                volatility_time,
            ],
            [
                spot_time,
                strike_time,
                rate_time,
                volatility_time,
                time_time,
            ],
        ],
    )
}
