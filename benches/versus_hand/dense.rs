//! A dense layer, Σ tanh(W x + b), in W, b and x, on flat slices.

use monograd::prelude::*;

func! {
    fn dense<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]) {
        (w.dot(x) + b).tanh().sum()
    }
}

/// Parameters and inputs of a layer, one after the other.
pub fn point<const IN: usize, const OUT: usize>(uniform: &mut impl FnMut() -> f64) -> Vec<f64> {
    (0..IN * OUT + OUT + IN)
        .map(|_| uniform() / (IN as f64).sqrt())
        .collect()
}

#[inline(always)]
pub fn ours<const IN: usize, const OUT: usize>(point: &[f64], gradient: &mut [f64]) -> f64 {
    dense::<IN, OUT, _, _, _>
        .value_and_gradient_into(point, gradient)
        .expect("as many numbers as there are inputs")
}

#[inline(always)]
pub fn by_hand<const IN: usize, const OUT: usize>(point: &[f64], gradient: &mut [f64]) -> f64 {
    let (w, rest) = point.split_at(IN * OUT);
    let (b, x) = rest.split_at(OUT);
    let (dw, rest) = gradient.split_at_mut(IN * OUT);
    let (db, dx) = rest.split_at_mut(OUT);
    let mut value = 0.0;
    dx.fill(0.0);
    for (((w, dw), b), db) in w
        .chunks_exact(IN)
        .zip(dw.chunks_exact_mut(IN))
        .zip(b)
        .zip(db)
    {
        let mut sums = [0.0; 8];
        for (w, x) in w.as_chunks::<8>().0.iter().zip(x.as_chunks::<8>().0) {
            for i in 0..8 {
                sums[i] += w[i] * x[i];
            }
        }
        let y = (sums.iter().sum::<f64>() + b).tanh();
        let d = (1.0 - y) * (1.0 + y);
        value += y;
        *db = d;
        for (((w, dw), x), dx) in w.iter().zip(dw).zip(x).zip(dx.iter_mut()) {
            *dw = d * x;
            *dx += d * w;
        }
    }
    value
}
