//! ln Σ exp xᵢ, without overflow.

use monograd::prelude::*;

func! {
    fn log_sum_exp<const N: usize>(x: [R; N]) { x.log_sum_exp() }
}

#[inline(always)]
pub fn ours<const N: usize>(x: &[f64; N]) -> (f64, [f64; N]) {
    let (value, gradient) = log_sum_exp.value_and_gradient(x);
    (value, gradient)
}

#[inline(always)]
pub fn by_hand<const N: usize>(x: &[f64; N]) -> (f64, [f64; N]) {
    let greatest = x.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let mut gradient = [0.0; N];
    let mut sum = 0.0;
    for (term, x) in gradient.iter_mut().zip(x) {
        *term = (x - greatest).exp();
        sum += *term;
    }
    let scale = 1.0 / sum;
    for term in &mut gradient {
        *term *= scale;
    }
    (greatest + sum.ln(), gradient)
}
