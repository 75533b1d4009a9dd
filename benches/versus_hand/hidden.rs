//! A hidden Markov model's negative log-likelihood by the forward algorithm in logarithms: 4 states, 200 observations,
//! differentiated in the logits of the transitions and the means.

use monograd::prelude::*;

const K: usize = 4;
const T: usize = 200;

pub type Parameters = ([[f64; K]; K], [f64; K]);

func! {
    fn hmm(logits: [[R; K]; K], means: [R; K]; ys: [R; T]) {
        let mut log_p = [[0; K]; K];
        for i in 0..K {
            let row = logits[i].log_softmax();
            log_p[i] = row;
        }
        let to = log_p.transpose();
        let mut alpha = -0.5 * (ys[0] - means).square();
        for t in 1..T {
            let mut next = [0; K];
            for j in 0..K {
                let arriving = alpha + to[j];
                next[j] = arriving.log_sum_exp() - 0.5 * (ys[t] - means[j]).square();
            }
            alpha = next;
        }
        -alpha.log_sum_exp()
    }
}

pub fn point(draw: &mut impl FnMut() -> f64) -> (Parameters, [f64; T]) {
    let logits = std::array::from_fn(|_| std::array::from_fn(|_| draw()));
    (
        (logits, [-1.5, -0.5, 0.5, 1.5]),
        std::array::from_fn(|_| 2.0 * draw()),
    )
}

#[inline(always)]
pub fn ours((parameters, ys): &(Parameters, [f64; T])) -> (f64, Parameters) {
    hmm.with(ys).value_and_gradient(parameters)
}

#[inline(always)]
fn exponentials(x: &[f64; K]) -> (f64, f64, [f64; K]) {
    let greatest = x.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let terms = x.map(|x| (x - greatest).exp());
    (greatest, terms.iter().sum(), terms)
}

#[inline(always)]
pub fn by_hand(((logits, means), ys): &(Parameters, [f64; T])) -> (f64, Parameters) {
    let mut log_p = *logits;
    for row in &mut log_p {
        let (greatest, sum, _) = exponentials(row);
        let log_sum = greatest + sum.ln();
        *row = row.map(|x| x - log_sum);
    }
    let mut alpha = means.map(|mean| -0.5 * (ys[0] - mean) * (ys[0] - mean));
    // How much each state before contributes to each after.
    let mut shares = [[[0.0; K]; K]; T];
    for t in 1..T {
        let mut next = [0.0; K];
        for j in 0..K {
            let arriving = std::array::from_fn(|i| alpha[i] + log_p[i][j]);
            let (greatest, sum, terms) = exponentials(&arriving);
            shares[t][j] = terms.map(|term| term / sum);
            let d = ys[t] - means[j];
            next[j] = greatest + sum.ln() - 0.5 * d * d;
        }
        alpha = next;
    }
    let (greatest, sum, terms) = exponentials(&alpha);
    let value = -(greatest + sum.ln());
    let mut alpha_bar = terms.map(|term| -term / sum);
    let (mut log_p_bar, mut means_bar) = ([[0.0; K]; K], [0.0; K]);
    for t in (1..T).rev() {
        let mut before_bar = [0.0; K];
        for j in 0..K {
            means_bar[j] += alpha_bar[j] * (ys[t] - means[j]);
            for i in 0..K {
                let flow = alpha_bar[j] * shares[t][j][i];
                before_bar[i] += flow;
                log_p_bar[i][j] += flow;
            }
        }
        alpha_bar = before_bar;
    }
    for j in 0..K {
        means_bar[j] += alpha_bar[j] * (ys[0] - means[j]);
    }
    let mut logits_bar = log_p_bar;
    for (row, log_p) in logits_bar.iter_mut().zip(&log_p) {
        let sum: f64 = row.iter().sum();
        for (slope, log_p) in row.iter_mut().zip(log_p) {
            *slope -= log_p.exp() * sum;
        }
    }
    (value, (logits_bar, means_bar))
}
