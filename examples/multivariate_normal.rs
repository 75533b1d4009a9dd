//! A normal distribution in three dimensions, fitted to data: at the mean and the covariance of the sample the likelihood has its
//! maximum, −n/2 (d ln 2π + ln det Σ + d), and its gradient is 0.
//!
//! ```sh
//! cargo run --release --example multivariate_normal
//! ```

use monograd::prelude::*;

const LN_TAU: f64 = 1.837_877_066_409_345_3; // ln 2π

func! {
    /// The logarithm of the density at x, by Cholesky's factor L of the covariance: |L⁻¹ (x − μ)|² and ln det L.
    fn log_density(mean: [R; 3], covariance: [[R; 3]; 3]; x: [R; 3]) {
        let l = covariance.cholesky();
        let z = l.solve_lower(x - mean);
        -0.5 * z.norm_squared() - l.diagonal().ln().sum() - 1.5 * LN_TAU
    }
    fn entropy(covariance: [[R; 3]; 3]) { 0.5 * covariance.ln_det() + 1.5 * (1 + LN_TAU) }
}

fn main() {
    let sample: Vec<[f64; 3]> = (0..50)
        .map(|i| {
            let [a, b, c] = [0.7, 1.9, 3.1].map(|rate: f64| (rate * f64::from(i)).sin());
            [2.0 + a, a - b + 0.3 * c, 0.5 * c - 1.0]
        })
        .collect();

    let n = sample.len() as f64;
    let mean: [f64; 3] = core::array::from_fn(|i| sample.iter().map(|x| x[i]).sum::<f64>() / n);
    let covariance: [[f64; 3]; 3] = core::array::from_fn(|i| {
        core::array::from_fn(|j| {
            sample
                .iter()
                .map(|x| (x[i] - mean[i]) * (x[j] - mean[j]))
                .sum::<f64>()
                / n
        })
    });

    let likelihood = log_density.over(&sample);
    let (value, (in_mean, in_covariance)) = likelihood.value_and_gradient(&(mean, covariance));
    println!("log-likelihood {value:.9}");
    println!("by the formula {:.9}", -n * entropy.value(&covariance));
    let slopes = in_mean.iter().chain(in_covariance.as_flattened());
    let greatest = slopes.fold(0.0_f64, |greatest, slope| greatest.max(slope.abs()));
    println!("greatest slope at the maximum {greatest:.9}");

    // The derivative of the entropy is half of the inverse of the covariance.
    let precision = entropy
        .gradient(&covariance)
        .map(|row| row.map(|slope| 2.0 * slope));
    println!("precision of the first {:.6}", precision[0][0]);
}
