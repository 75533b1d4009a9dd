//! The likelihood of a Kalman filter: a body that moves at a slowly changing velocity, seen in two noisy coordinates of its state;
//! and how the likelihood changes with the noises.
//!
//! ```sh
//! cargo run --release --example kalman
//! ```

use monograd::prelude::*;

const LN_TAU: f64 = 1.837_877_066_409_345_3; // ln 2π

func! {
    /// Minus the logarithm of the likelihood of 20 observations, with the variances q of the acceleration, r of the
    /// observations. The state is position and velocity; what is observed is H times it.
    fn loss(q, r; dt, h: [[R; 2]; 2], observed: [[R; 2]; 20]) {
        let f = [[1, dt], [0, 1]];
        let process = [[q * dt.powi(3) / 3, q * dt.powi(2) / 2], [q * dt.powi(2) / 2, q * dt]];
        let noise = [[r, 0], [0, r]];
        let mut state = [0, 0];
        let mut p = [[1, 0], [0, 1]];
        let mut loss = 20 * LN_TAU;
        for t in 0..20 {
            state = f.dot(state);
            p = f.dot(p).dot(f.transpose()) + process;
            let hp = h.dot(p);
            let s = hp.dot(h.transpose()) + noise;
            let error = observed[t] - h.dot(state);
            let weighted = s.solve(error);
            loss += 0.5 * (error * weighted).sum() + 0.5 * s.ln_det();
            // The gain K = P Hᵀ S⁻¹.
            state += hp.transpose().dot(weighted);
            p -= hp.transpose().dot(s.solve(hp));
        }
        loss
    }
}

fn main() {
    let dt = 0.5;
    let h = [[1.0, 0.0], [1.0, 0.3]];
    let observed: [[f64; 2]; 20] = core::array::from_fn(|t| {
        let t = t as f64;
        let position = (0.3 * t).sin() + 0.1 * t;
        [
            position + 0.1 * (7.0 * t).sin(),
            position + 0.1 + 0.1 * (5.0 * t).cos(),
        ]
    });
    let data = (dt, h, observed);
    let loss = loss.with(&data);

    let (value, [in_q, in_r]) = loss.value_and_gradient(&[0.2, 0.01]);
    println!("log-likelihood {:.9}", -value);
    println!("slopes in q {:.6}, in r {:.6}", -in_q, -in_r);
    let curvature = loss.hessian(&[0.2, 0.01]);
    println!("curvature in q {:.6}", -curvature[0][0]);
}
