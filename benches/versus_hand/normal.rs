//! The log-likelihood of a normal distribution, −½ Σ((y − μ)/σ)² − n ln σ, in μ and σ; y is data.

use monograd::prelude::*;

func! {
    fn log_likelihood(mu, sigma; y: [R; 1000]) {
        let scale = 1 / sigma;
        -0.5 * ((y - mu) * scale).square().sum() - 1000 * sigma.ln()
    }
}

#[inline(always)]
pub fn ours(y: &[f64; 1000]) -> (f64, [f64; 2]) {
    log_likelihood.with(y).value_and_gradient(&[-0.56, 1.37])
}

#[inline(always)]
pub fn by_hand(y: &[f64; 1000]) -> (f64, [f64; 2]) {
    let [mu, sigma] = std::hint::black_box([-0.56, 1.37]);
    let scale = 1.0 / sigma;
    let (mut squares, mut sum) = (0.0, 0.0);
    for y in y {
        let z = (y - mu) * scale;
        squares += z * z;
        sum += z;
    }
    let value = -0.5 * squares - 1000.0 * f64::ln(sigma);
    (value, [sum * scale, (squares - 1000.0) * scale])
}
