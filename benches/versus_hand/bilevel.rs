//! Through 20 steps of gradient descent on ½ wᵀ A w − bᵀ w + ½ Σ λᵢ wᵢ², of four variables: the squared distance of where
//! it ends from a target, in the λ and b.

use monograd::prelude::*;

const N: usize = 4;
const STEPS: usize = 20;

pub type Parameters = ([f64; N], [f64; N]);
pub type Data = ([[f64; N]; N], [f64; N]);

func! {
    fn outer(lambda: [R; N], b: [R; N]; a: [[R; N]; N], target: [R; N]) {
        let mut w = [0; N];
        for _ in 0..STEPS {
            w = w - 0.1 * (a.dot(w) - b + lambda * w);
        }
        (w - target).norm_squared()
    }
}

pub const POINT: (Parameters, Data) = (
    ([0.1, 0.2, 0.3, 0.4], [1.0, -1.0, 0.5, 2.0]),
    (
        [
            [2.0, 0.3, 0.1, 0.0],
            [0.3, 1.5, 0.2, 0.1],
            [0.1, 0.2, 1.0, 0.4],
            [0.0, 0.1, 0.4, 3.0],
        ],
        [0.5, -0.5, 0.2, 0.6],
    ),
);

#[inline(always)]
pub fn ours((parameters, data): &(Parameters, Data)) -> (f64, Parameters) {
    outer.with(data).value_and_gradient(parameters)
}

#[inline(always)]
pub fn by_hand(((lambda, b), (a, target)): &(Parameters, Data)) -> (f64, Parameters) {
    let mut steps = [[0.0; N]; STEPS];
    let mut w = [0.0; N];
    for step in &mut steps {
        *step = w;
        let mut slope: [f64; N] = std::array::from_fn(|i| lambda[i] * w[i] - b[i]);
        for i in 0..N {
            slope[i] += (a[i][0] * w[0] + a[i][1] * w[1]) + (a[i][2] * w[2] + a[i][3] * w[3]);
        }
        w = std::array::from_fn(|i| w[i] - 0.1 * slope[i]);
    }
    let error: [f64; N] = std::array::from_fn(|i| w[i] - target[i]);
    let value = error.iter().map(|e| e * e).sum();
    let mut w_bar = error.map(|e| 2.0 * e);
    let (mut lambda_bar, mut b_bar) = ([0.0; N], [0.0; N]);
    for w in steps.iter().rev() {
        let slope_bar = w_bar.map(|w| -0.1 * w);
        for i in 0..N {
            lambda_bar[i] += slope_bar[i] * w[i];
            b_bar[i] -= slope_bar[i];
            w_bar[i] += slope_bar[i] * lambda[i];
        }
        for i in 0..N {
            for j in 0..N {
                w_bar[j] += slope_bar[i] * a[i][j];
            }
        }
    }
    (value, (lambda_bar, b_bar))
}
