//! Sums over data sets: the price of 10,000 European calls on one underlying, differentiated in its price, the
//! rate and the volatility; and the normal log-likelihood of 1,000 and of a million numbers.

use super::Uniform;
use monograd::prelude::*;

func! {
    /// The price of a call.
    fn price(spot, rate, volatility; strike, time) {
        let deviation = volatility * time.sqrt();
        let moneyness = ((spot / strike).ln() + rate * time) / deviation;
        let half = 0.5 * deviation;
        let discounted = strike * (-(rate * time)).exp();
        spot * (moneyness + half).normal_cdf() - discounted * (moneyness - half).normal_cdf()
    }
    fn log_density(mu, sigma; y) {
        let scale = 1 / sigma;
        -0.5 * ((y - mu) * scale).square()
    }
    /// What does not depend on the data, for a thousand numbers and for a million.
    fn of_a_thousand(_mu, sigma) { -1e3 * sigma.ln() }
    fn of_a_million(_mu, sigma) { -1e6 * sigma.ln() }
}

const MARKET: [f64; 3] = [100.0, 0.05, 0.2];
const NORMAL: [f64; 2] = [-0.56, 1.37];

/// Strike and time of each option.
pub fn options(uniform: &mut Uniform) -> Vec<[f64; 2]> {
    let mut draw = |low, high| uniform.draw::<1>(low, high)[0];
    (0..10_000)
        .map(|_| [draw(80.0, 120.0), draw(0.1, 2.0)])
        .collect()
}

#[inline(never)]
pub fn ours(options: &[[f64; 2]]) -> (f64, [f64; 3]) {
    price.over(options).value_and_gradient(&MARKET)
}

/// By the reverse sweep of the formula, option by option.
#[inline(never)]
pub fn by_hand(options: &[[f64; 2]]) -> (f64, [f64; 3]) {
    let [spot, rate, volatility] = std::hint::black_box(MARKET);
    let cdf = |x: f64| 0.5 * libm::erfc(-std::f64::consts::FRAC_1_SQRT_2 * x);
    let density = |x: f64| 0.398_942_280_401_432_7 * (-0.5 * x * x).exp();
    let (mut value, mut gradient) = (0.0, [0.0; 3]);
    for &[strike, time] in options {
        let root = time.sqrt();
        let deviation = volatility * root;
        let moneyness = ((spot / strike).ln() + rate * time) / deviation;
        let half = 0.5 * deviation;
        let (d1, d2) = (moneyness + half, moneyness - half);
        let discounted = strike * (-rate * time).exp();
        let (n1, n2) = (cdf(d1), cdf(d2));
        value += spot * n1 - discounted * n2;
        let by_d1 = spot * density(d1);
        let by_d2 = -discounted * density(d2);
        let by_moneyness = (by_d1 + by_d2) / deviation;
        gradient[0] += n1 + by_moneyness / spot;
        gradient[1] += (by_moneyness + discounted * n2) * time;
        gradient[2] += (0.5 * (by_d1 - by_d2) - by_moneyness * moneyness) * root;
    }
    (value, gradient)
}

#[inline(never)]
pub fn normal_ours(y: &[[f64; 1]]) -> (f64, [f64; 2]) {
    log_density
        .over(y)
        .plus(of_a_thousand)
        .value_and_gradient(&NORMAL)
}

#[inline(never)]
pub fn normal_of_a_million(y: &[[f64; 1]]) -> (f64, [f64; 2]) {
    log_density
        .over(y)
        .plus(of_a_million)
        .value_and_gradient(&NORMAL)
}

#[cfg(feature = "rayon")]
#[inline(never)]
pub fn normal_in_parallel(y: &[[f64; 1]]) -> (f64, [f64; 2]) {
    log_density
        .over(y)
        .in_parallel()
        .value_and_gradient(&NORMAL)
}

#[cfg(feature = "rayon")]
#[inline(never)]
pub fn in_parallel(options: &[[f64; 2]]) -> (f64, [f64; 3]) {
    price
        .over(options)
        .in_parallel()
        .value_and_gradient(&MARKET)
}

#[inline(never)]
pub fn normal_by_hand(y: &[[f64; 1]]) -> (f64, [f64; 2]) {
    let [mu, sigma] = std::hint::black_box(NORMAL);
    let scale = 1.0 / sigma;
    let (mut squares, mut sum) = (0.0, 0.0);
    for [y] in y {
        let z = (y - mu) * scale;
        squares += z * z;
        sum += z;
    }
    let rows = y.len() as f64;
    (
        -0.5 * squares - rows * sigma.ln(),
        [sum * scale, (squares - rows) * scale],
    )
}
