//! Logistic regression: value, gradient and Hessian in 20 parameters over 1,000 rows.

use monograd::prelude::*;

func! {
    fn loss(w: [R; 20]; x: [R; 20]) { (1 + (-w.dot(x)).exp()).ln() }
}

pub type Rows = [[f64; 20]];

pub const W: [f64; 20] = [
    0.3, -0.2, 0.9, 0.1, -0.7, 0.4, 0.2, -0.1, 0.5, 0.6, -0.3, 0.8, -0.9, 0.05, 0.15, -0.25, 0.35,
    -0.45, 0.55, 0.65,
];

#[inline(never)]
pub fn ours(rows: &Rows) -> (f64, [f64; 20], [[f64; 20]; 20]) {
    loss.over(rows).value_gradient_hessian(&W)
}

#[inline(never)]
pub fn by_hand(rows: &Rows) -> (f64, [f64; 20], [[f64; 20]; 20]) {
    let w = std::hint::black_box(W);
    let (mut value, mut gradient, mut hessian) = (0.0, [0.0; 20], [[0.0; 20]; 20]);
    for x in rows {
        let z: f64 = w.iter().zip(x).map(|(w, x)| w * x).sum();
        let e = (-z).exp();
        let p = e / (1.0 + e);
        value += e.ln_1p();
        let curvature = p * (1.0 - p);
        for i in 0..20 {
            gradient[i] -= p * x[i];
            let factor = curvature * x[i];
            for j in i..20 {
                hessian[i][j] += factor * x[j];
            }
        }
    }
    for i in 1..20 {
        let (above, from_i) = hessian.split_at_mut(i);
        for (left, row) in from_i[0].iter_mut().zip(above) {
            *left = row[i];
        }
    }
    (value, gradient, hessian)
}
