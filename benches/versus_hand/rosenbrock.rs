//! Rosenbrock's valley in two dimensions, (1 − x)² + 100 (y − x²)².

use monograd::prelude::*;

func! {
    fn rosenbrock(x, y) {
        let a = x - 1;
        let b = y - x.square();
        a.square() + 100 * b * b
    }
}

#[inline(always)]
pub fn ours(point: &[f64; 2]) -> (f64, [f64; 2]) {
    rosenbrock.value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand(&[x, y]: &[f64; 2]) -> (f64, [f64; 2]) {
    let a = 1.0 - x;
    let b = y - x * x;
    (100.0 * b * b + a * a, [-2.0 * a - 400.0 * b * x, 200.0 * b])
}
