//! The product of 80 factors, and its logarithm.

use monograd::prelude::*;

const N: usize = 80;

func! {
    fn product(x: [R; N]) { x.product() }
    fn log_product(x: [R; N]) { x.product().ln() }
}

#[inline(always)]
pub fn ours(x: &[f64; N]) -> (f64, [f64; N]) {
    product.value_and_gradient(x)
}

#[inline(always)]
pub fn ours_of_logarithm(x: &[f64; N]) -> (f64, [f64; N]) {
    log_product.value_and_gradient(x)
}

/// The product, and the gradient times what `seed` makes of it.
#[inline(always)]
fn sweep(x: &[f64; N], seed: impl Fn(f64) -> f64) -> (f64, [f64; N]) {
    let mut before = [0.0; N];
    let mut product = 1.0;
    for i in 0..N {
        before[i] = product;
        product *= x[i];
    }
    let mut after = seed(product);
    for i in (0..N).rev() {
        before[i] *= after;
        after *= x[i];
    }
    (product, before)
}

#[inline(always)]
pub fn by_hand(x: &[f64; N]) -> (f64, [f64; N]) {
    sweep(x, |_| 1.0)
}

#[inline(always)]
pub fn by_hand_of_logarithm(x: &[f64; N]) -> (f64, [f64; N]) {
    let (product, gradient) = sweep(x, |product| 1.0 / product);
    (product.ln(), gradient)
}
