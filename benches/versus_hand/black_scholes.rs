//! The price of a European call and its five greeks.

use monograd::prelude::*;
use monograd::rules::UnaryOperations;
use monograd::scalar::{Real, UnaryRule};
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// 1/√(2π).
const FRAC_1_SQRT_TAU: f64 = 0.5 * FRAC_2_SQRT_PI * FRAC_1_SQRT_2;

/// The distribution function of the standard normal distribution: a rule of the user's own.
#[derive(Clone, Copy)]
struct NormalCdf;

impl UnaryRule for NormalCdf {
    #[inline(always)]
    fn primal<F: Real>(self, x: F) -> F {
        F::constant(normal_cdf(x.to_f64()))
    }
    #[inline(always)]
    fn partial<S: Scalar>(self, x: S, _y: S) -> S {
        S::constant(FRAC_1_SQRT_TAU) * (S::constant(-0.5) * x * x).exp()
    }
}

fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-FRAC_1_SQRT_2 * x)
}

fn normal_density(x: f64) -> f64 {
    FRAC_1_SQRT_TAU * (-0.5 * x * x).exp()
}

func! {
    fn call_price(spot, strike, rate, volatility, time) {
        let deviation = volatility * time.sqrt();
        let growth = rate * time;
        let moneyness = ((spot / strike).ln() + growth) / deviation;
        let half = 0.5 * deviation;
        let d1 = moneyness + half;
        let d2 = moneyness - half;
        let discounted = strike * (-growth).exp();
        let n1 = d1.apply(NormalCdf);
        let n2 = d2.apply(NormalCdf);
        spot * n1 - discounted * n2
    }
}

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
