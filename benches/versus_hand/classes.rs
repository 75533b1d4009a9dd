//! Softmax regression of 10 classes on 30 features, over 2,000 rows, stored row by row and column by column.

use monograd::prelude::*;

const C: usize = 10;
const F: usize = 30;

pub type Parameters = ([[f64; F]; C], [f64; C]);
pub type Row = ([f64; F], [f64; C]);

func! {
    fn cross_entropy(w: [[R; F]; C], b: [R; C]; x: [R; F], target: [R; C]) {
        let z = w.dot(x) + b;
        z.log_sum_exp() - z.dot(target)
    }
}

/// Parameters, rows, and the same as columns.
pub type Point = (Parameters, Vec<Row>, (Vec<[f64; F]>, Vec<[f64; C]>));

pub fn point(draw: &mut impl FnMut() -> f64) -> Point {
    let parameters = (
        std::array::from_fn(|_| std::array::from_fn(|_| 0.3 * draw())),
        std::array::from_fn(|_| draw()),
    );
    let rows: Vec<Row> = (0..2000)
        .map(|i| {
            let target = std::array::from_fn(|class| f64::from(u8::from(class == i * 7 % C)));
            (std::array::from_fn(|_| draw()), target)
        })
        .collect();
    let columns = rows.iter().copied().unzip();
    (parameters, rows, columns)
}

#[inline(never)]
pub fn ours((parameters, rows, _): &Point) -> (f64, Parameters) {
    cross_entropy
        .over(rows)
        .mean()
        .value_and_gradient(parameters)
}

#[inline(never)]
pub fn ours_by_columns((parameters, _, (xs, targets)): &Point) -> (f64, Parameters) {
    let loss = cross_entropy.over_columns((xs.as_slice(), targets.as_slice()));
    loss.expect("columns of one length")
        .mean()
        .value_and_gradient(parameters)
}

#[cfg(feature = "rayon")]
#[inline(never)]
pub fn in_parallel((parameters, rows, _): &Point) -> (f64, Parameters) {
    cross_entropy
        .over(rows)
        .mean()
        .in_parallel()
        .value_and_gradient(parameters)
}

#[inline(never)]
pub fn by_hand(((w, b), rows, _): &Point) -> (f64, Parameters) {
    let (mut value, mut w_bar, mut b_bar) = (0.0, [[0.0; F]; C], [0.0; C]);
    for (x, target) in rows {
        let mut z = *b;
        for c in 0..C {
            let mut sums = [0.0; 6];
            for (w, x) in w[c].as_chunks::<6>().0.iter().zip(x.as_chunks::<6>().0) {
                for i in 0..6 {
                    sums[i] += w[i] * x[i];
                }
            }
            z[c] += sums.iter().sum::<f64>();
        }
        let greatest = z.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
        let exponentials = z.map(|z| (z - greatest).exp());
        let sum: f64 = exponentials.iter().sum();
        value += greatest + sum.ln();
        let scale = 1.0 / sum;
        for c in 0..C {
            value -= z[c] * target[c];
            let z_bar = exponentials[c] * scale - target[c];
            b_bar[c] += z_bar;
            for (slope, x) in w_bar[c].iter_mut().zip(x) {
                *slope += z_bar * x;
            }
        }
    }
    let rows = rows.len() as f64;
    let w_bar = w_bar.map(|row| row.map(|slope| slope / rows));
    (value / rows, (w_bar, b_bar.map(|slope| slope / rows)))
}
