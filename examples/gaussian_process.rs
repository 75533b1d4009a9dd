//! A Gaussian process through eight points: its hyperparameters by maximum marginal likelihood, with Newton's method.
//!
//! ```sh
//! cargo run --release --example gaussian_process
//! ```

use monograd::prelude::*;

const LN_TAU: f64 = 1.837_877_066_409_345_3; // ln 2π

func! {
    /// The covariances of values at x and y: amplitude, length and noise by their logarithms.
    fn kernel(x, y, amplitude, length) { (2 * amplitude - 0.5 * ((x - y) / length.exp()).square()).exp() }

    /// Minus the logarithm of the marginal likelihood: ½ yᵀ K⁻¹ y + ½ ln det K + n/2 ln 2π.
    fn loss(amplitude, length, noise; x: [R; 8], y: [R; 8]) {
        let ones = 0 * x + 1;
        let mut k = kernel(x.outer(ones), ones.outer(x), amplitude, length);
        for i in 0..8 { k[i][i] += (2 * noise).exp(); }
        let l = k.cholesky();
        let z = l.solve_lower(y);
        0.5 * z.norm_squared() + l.diagonal().ln().sum() + 4 * LN_TAU
    }
    /// A step of Newton's method.
    fn step(hessian: [[R; 3]; 3], gradient: [R; 3]) -> [R; 3] { hessian.solve(-gradient) }
}

fn main() {
    let x = [-1.5, -1.0, -0.75, -0.4, -0.25, 0.0, 0.6, 1.1];
    let y = [-1.7, -1.2, -0.35, 0.1, 0.55, 0.8, 1.3, 0.4];
    let data = (x, y);
    let loss = loss.with(&data);

    let mut p = [0.0_f64, 0.0, -1.5];
    for iteration in 0..100 {
        let (value, gradient, hessian) = loss.value_gradient_hessian(&p);
        let size = gradient
            .iter()
            .fold(0.0_f64, |size, slope| size.max(slope.abs()));
        if size < 1e-10 {
            println!("after {iteration} steps: log-likelihood {:.9}", -value);
            break;
        }
        let step: [f64; 3] = step.value(&(hessian, gradient));
        let mut t = 1.0;
        let moved = |t: f64| core::array::from_fn(|i| p[i] + t * step[i]);
        // NaN is no decrease.
        let decreases = |t| loss.value(&moved(t)) <= value;
        while t > 1e-6 && !decreases(t) {
            t *= 0.5;
        }
        p = moved(t);
    }
    let [amplitude, length, noise] = p.map(f64::exp);
    println!("amplitude {amplitude:.6}, length {length:.6}, noise {noise:.6}");
}
