//! A mixture of 4 Student-t distributions in 6 dimensions, with triangular precisions whose diagonals are exponentials:
//! the negative log-likelihood of 500 rows.

use monograd::prelude::*;

const K: usize = 4;
const D: usize = 6;
/// Degrees of freedom.
const NU: f64 = 4.0;

pub type Parameters = ([f64; K], [[f64; D]; K], [[f64; D]; K], [[[f64; D]; D]; K]);
pub type Row = [f64; D];

func! {
    fn density(
        logits: [R; K], means: [[R; D]; K], log_diagonals: [[R; D]; K], lower: [[[R; D]; D]; K];
        x: [R; D]
    ) {
        let log_weights = logits.log_softmax();
        let scales = log_diagonals.exp();
        let mut terms = [0; K];
        for k in 0..K {
            let d = x - means[k];
            let mut squares = 0;
            for i in 0..D {
                let mut z = scales[k][i] * d[i];
                for j in 0..i {
                    z += lower[k][i][j] * d[j];
                }
                squares += z * z;
            }
            let log_scale = log_diagonals[k].sum();
            terms[k] = log_weights[k] + log_scale - 5 * (1 + 0.25 * squares).ln();
        }
        -terms.log_sum_exp()
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> (Parameters, Vec<Row>) {
    let parameters = (
        std::array::from_fn(|_| draw()),
        std::array::from_fn(|_| std::array::from_fn(|_| draw())),
        std::array::from_fn(|_| std::array::from_fn(|_| 0.3 * draw())),
        std::array::from_fn(|_| {
            std::array::from_fn(|i| std::array::from_fn(|j| if j < i { 0.3 * draw() } else { 0.0 }))
        }),
    );
    let rows = (0..500).map(|_| std::array::from_fn(|_| 2.0 * draw()));
    (parameters, rows.collect())
}

#[inline(never)]
pub fn ours((parameters, rows): &(Parameters, Vec<Row>)) -> (f64, Parameters) {
    density.over(rows).value_and_gradient(parameters)
}

#[inline(never)]
pub fn by_hand((parameters, rows): &(Parameters, Vec<Row>)) -> (f64, Parameters) {
    let (logits, means, log_diagonals, lower) = parameters;
    let greatest = logits.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let log_sum = greatest
        + logits
            .map(|x| (x - greatest).exp())
            .iter()
            .sum::<f64>()
            .ln();
    let log_weights = logits.map(|x| x - log_sum);
    let scales = log_diagonals.map(|row| row.map(f64::exp));
    let constants: [f64; K] =
        std::array::from_fn(|k| log_weights[k] + log_diagonals[k].iter().sum::<f64>());
    let mut value = 0.0;
    let (mut weights_bar, mut means_bar) = ([0.0; K], [[0.0; D]; K]);
    let (mut scales_bar, mut lower_bar) = ([[0.0; D]; K], [[[0.0; D]; D]; K]);
    for x in rows {
        let (mut ds, mut zs) = ([[0.0; D]; K], [[0.0; D]; K]);
        let (mut terms, mut bases) = ([0.0; K], [0.0; K]);
        for k in 0..K {
            let d: [f64; D] = std::array::from_fn(|i| x[i] - means[k][i]);
            let mut squares = 0.0;
            for i in 0..D {
                let mut z = scales[k][i] * d[i];
                for j in 0..i {
                    z += lower[k][i][j] * d[j];
                }
                zs[k][i] = z;
                squares += z * z;
            }
            ds[k] = d;
            bases[k] = 1.0 + squares / NU;
            terms[k] = constants[k] - (NU + D as f64) / 2.0 * bases[k].ln();
        }
        let greatest = terms.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
        let exponentials = terms.map(|x| (x - greatest).exp());
        let sum: f64 = exponentials.iter().sum();
        value -= greatest + sum.ln();
        for k in 0..K {
            let term_bar = -exponentials[k] / sum;
            weights_bar[k] += term_bar;
            let factor = -term_bar * (NU + D as f64) / (NU * bases[k]);
            for i in 0..D {
                let z_bar = factor * zs[k][i];
                scales_bar[k][i] += z_bar * ds[k][i];
                means_bar[k][i] -= z_bar * scales[k][i];
                for j in 0..i {
                    lower_bar[k][i][j] += z_bar * ds[k][j];
                    means_bar[k][j] -= z_bar * lower[k][i][j];
                }
            }
        }
    }
    let sum: f64 = weights_bar.iter().sum();
    let logits_bar = std::array::from_fn(|k| weights_bar[k] - log_weights[k].exp() * sum);
    let diagonals_bar = std::array::from_fn(|k| {
        std::array::from_fn(|i| scales_bar[k][i] * scales[k][i] + weights_bar[k])
    });
    (value, (logits_bar, means_bar, diagonals_bar, lower_bar))
}
