//! Two normal distributions fitted to the pauses between 272 eruptions of Old Faithful (A. Azzalini and A. W. Bowman, 1990) by
//! damped Newton steps, with the standard errors of the fit: the square roots of the diagonal of the inverse Hessian.
//!
//! ```sh
//! cargo run --release --example mixture
//! ```

use monograd::prelude::*;

func! {
    fn log_density(mean, log_sigma; x) {
        -0.5 * ((x - mean) * (-log_sigma).exp()).square() - log_sigma - 0.9189385332046727
    }
    /// The negative log-likelihood of a pause that was seen `times` times. `odds` is ln(p/(1 − p)), where p is the part of short pauses.
    fn loss(odds, short, long, log_short, log_long; minutes, times) {
        let first = log_density(short, log_short, minutes) - (-odds).softplus();
        let second = log_density(long, log_long, minutes) - odds.softplus();
        -times * (first + (second - first).softplus())
    }
    fn newton_step(hessian: [[R; 5]; 5], gradient: [R; 5]) -> [R; 5] { hessian.solve(gradient) }
    fn inverse_diagonal(hessian: [[R; 5]; 5]) -> [R; 5] { hessian.inverse().diagonal() }
}

/// How often there was a pause of 43 minutes, of 44, and so on.
const TIMES: [u8; 54] = [
    1, 0, 3, 5, 4, 3, 5, 5, 6, 5, 7, 9, 6, 4, 3, 4, 7, 6, 0, 4, 3, 4, 3, 2, 1, 1, 2, 4, 5, 1, 7, 6,
    8, 9, 12, 15, 10, 8, 13, 12, 14, 10, 6, 6, 2, 6, 3, 6, 1, 1, 2, 1, 0, 1,
];

fn main() {
    let row = |i: usize| [43.0 + i as f64, f64::from(TIMES[i])];
    let likelihood = loss.over_fn(TIMES.len(), &row);
    let mut x: [f64; 5] = [0.0, 50.0, 85.0, 1.5, 1.5];
    let (mut damping, mut steps) = (100.0, 0);
    loop {
        let (value, gradient, mut hessian) = likelihood.value_gradient_hessian(&x);
        if gradient.iter().all(|slope| slope.abs() < 1e-9) {
            break;
        }
        // Far from the minimum the Hessian need not be positive definite.
        (0..5).for_each(|i| hessian[i][i] += damping);
        let step = newton_step.value(&(hessian, gradient));
        let next = core::array::from_fn(|i| x[i] - step[i]);
        // At the minimum, values differ by their rounding.
        if likelihood.value(&next) <= value + 1e-10 {
            (x, damping) = (next, damping / 10.0);
        } else {
            damping *= 10.0;
        }
        steps += 1;
        assert!(steps < 100, "no minimum");
    }
    let variances = inverse_diagonal.value(&likelihood.hessian(&x));
    for (i, name) in ["log-odds", "short", "long", "log σ short", "log σ long"]
        .iter()
        .enumerate()
    {
        println!("{name:11} {:8.4} ± {:.4}", x[i], variances[i].sqrt());
    }
    // The fit of the EM method, with errors by differences of its gradients.
    assert!((x[1] - 54.614_856).abs() < 1e-6 && (variances[1].sqrt() - 0.699_675).abs() < 1e-6);
    println!("log-likelihood {:.6}", -likelihood.value(&x));
}
