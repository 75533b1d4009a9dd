//! Variational inference: a normal distribution for each parameter, fitted to a posterior by stochastic gradients.
//!
//! The evidence lower bound is the mean, over standard normal draws z, of ln p(data, w) at w = μ + σ z, plus the
//! entropy, Σ ln σ. The draws are *data*: each is a row, and the bound is a mean over rows, with a penalty.

use monograd::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

func! {
    /// The negative log-density of a line's two parameters, given what was observed at −1, 0, 1 and 2 with errors of 0.5.
    fn energy(slope, offset) {
        let a = offset - slope - (-1.1);
        let b = offset - 0.9;
        let c = offset + slope - 3.2;
        let d = offset + 2 * slope - 4.9;
        0.5 * (slope.square() + offset.square()) / 100 + 2 * (a * a + b * b + c * c + d * d)
    }
    /// A draw of the parameters: means, logarithms of the deviations; a standard normal draw.
    fn drawn(m1, m2, s1, s2; z1, z2) { energy(m1 + s1.exp() * z1, m2 + s2.exp() * z2) }
    fn less_entropy(_m1, _m2, s1, s2) { -(s1 + s2) }
}

/// Standard normal numbers in pairs (G. E. P. Box and M. E. Muller, 1958).
fn draws(rng: &mut Xoshiro256PlusPlus, len: usize) -> Vec<[f64; 2]> {
    let mut uniform = || rng.random::<f64>();
    let mut pair = || {
        let radius = (-2.0 * (1.0 - uniform()).ln()).sqrt();
        let (sin, cos) = (std::f64::consts::TAU * uniform()).sin_cos();
        [radius * cos, radius * sin]
    };
    (0..len).map(|_| pair()).collect()
}

fn main() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1337);
    let mut x = [0.0; 4];
    for step in 0..3000 {
        let z = draws(&mut rng, 32);
        let gradient = drawn.over(&z).mean().plus(less_entropy).gradient(&x);
        let rate = 0.02 / (1.0 + f64::from(step) / 300.0);
        for (x, slope) in x.iter_mut().zip(gradient) {
            *x -= rate * slope;
        }
    }
    let [slope, offset, log_s1, log_s2] = x;
    println!("slope  {slope:.3} ± {:.3}", log_s1.exp());
    println!("offset {offset:.3} ± {:.3}", log_s2.exp());

    // Of a normal posterior: the means are its mode, and the variances the inverses of the Hessian's diagonal.
    let gradient = energy.gradient(&[slope, offset]);
    let [[a, _], [_, b]] = energy.hessian(&[slope, offset]);
    assert!(gradient.iter().all(|slope| slope.abs() < 0.5));
    assert!((log_s1.exp() * a.sqrt() - 1.0).abs() < 0.1);
    assert!((log_s2.exp() * b.sqrt() - 1.0).abs() < 0.1);
}
