//! Gradients against differences of values.

use monograd::expr::Inputs;
use monograd::prelude::*;

/// The gradient against differences of the value.
pub fn check<const N: usize, I: Inputs>(f: impl Function<N, R, I> + Copy, x: &[f64]) {
    let mut gradient = vec![0.0; x.len()];
    let value: f64 = f
        .value_and_gradient_into(x, &mut gradient)
        .expect("it fits");
    assert!(value.is_finite());
    for i in 0..x.len() {
        let at = |step: f64| -> f64 {
            let mut x = x.to_vec();
            x[i] += step;
            f.value_and_gradient_into(&x, &mut vec![0.0; x.len()])
                .expect("it fits")
        };
        let slope = (8.0 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
        let found = gradient[i];
        assert!(
            (slope - found).abs() < 1e-7 * (1.0 + slope.abs()),
            "in {i}: {found}, and {slope} by differences"
        );
    }
}

/// The numbers of several inputs, one after the other.
pub fn flat(parts: &[&[f64]]) -> Vec<f64> {
    parts.concat()
}
