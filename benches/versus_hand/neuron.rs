//! A neuron of two inputs, tanh(x₁ w₁ + x₂ w₂ + b), differentiated in all five.

use monograd::prelude::*;

func! {
    fn neuron(w1, w2, x1, x2, b) {
        (x1 * w1 + x2 * w2 + b).tanh()
    }
}

#[inline(always)]
pub fn ours(point: &[f64; 5]) -> (f64, [f64; 5]) {
    neuron.value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand(&[w1, w2, x1, x2, b]: &[f64; 5]) -> (f64, [f64; 5]) {
    let y = (x1 * w1 + x2 * w2 + b).tanh();
    let d = (1.0 - y) * (1.0 + y);
    (y, [d * x1, d * x2, d * w1, d * w2, d])
}
