//! A neuron, tanh(Σ xᵢ wᵢ + b), of two inputs and of sixteen, differentiated in weights, inputs and bias.

use monograd::prelude::*;

func! {
    fn neuron(w1, w2, x1, x2, b) {
        (x1 * w1 + x2 * w2 + b).tanh()
    }
    fn neuron_of<const N: usize>(w: [R; N], x: [R; N], b) {
        (w.dot(x) + b).tanh()
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

/// Weights, inputs, bias.
pub type Wide = ([f64; 16], [f64; 16], f64);

#[inline(never)]
pub fn ours_wide(point: &Wide) -> (f64, Wide) {
    neuron_of.value_and_gradient(point)
}

#[inline(never)]
pub fn by_hand_wide((w, x, b): &Wide) -> (f64, Wide) {
    // Several sums, which do not wait for each other.
    let mut sums = [0.0; 8];
    for (w, x) in w.as_chunks::<8>().0.iter().zip(x.as_chunks::<8>().0) {
        for i in 0..8 {
            sums[i] += w[i] * x[i];
        }
    }
    let [s0, s1, s2, s3, s4, s5, s6, s7] = sums;
    let y = (((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)) + b).tanh();
    let d = (1.0 - y) * (1.0 + y);
    (y, (x.map(|x| d * x), w.map(|w| d * w), d))
}
