//! Second derivatives: the Hessian of a sum over rows, and a sparse one whose pattern each crate finds for itself.

use crate::{Line, logistic, tridiagonal};
use nalgebra::SVector;
use num_dual::{Dual2SVec64, DualNum};
use num_traits::Float;
use std::hint::black_box;

type Recorded = echidna::BReverse<f64>;

/// Gradient and Hessian.
fn flat((_, gradient, hessian): (f64, [f64; 20], [[f64; 20]; 20])) -> Vec<f64> {
    [&gradient[..], hessian.as_flattened()].concat()
}

fn logistic_by_num_dual(rows: &logistic::Rows) -> Vec<f64> {
    let loss = |w: SVector<Dual2SVec64<20>, 20>| {
        let mut sum = Dual2SVec64::from_re(0.0);
        for x in rows {
            let mut z = Dual2SVec64::from_re(0.0);
            for (w, x) in w.iter().zip(x) {
                z += *w * *x;
            }
            sum += (-z).exp().ln_1p();
        }
        sum
    };
    let w = black_box(logistic::W);
    let (_, gradient, hessian) = num_dual::hessian(loss, &SVector::from(w));
    [gradient.as_slice(), hessian.as_slice()].concat()
}

/// Recorded once: the rows are constants of the tape.
fn logistic_by_echidna(rows: &logistic::Rows) -> impl Fn() -> Vec<f64> {
    let loss = |w: &[Recorded]| {
        let term = |x: &[f64; 20]| {
            let z = w.iter().zip(x).map(|(w, x)| *w * *x);
            let z = z.reduce(|sum, term| sum + term).expect("20 weights");
            (-z).exp().ln_1p()
        };
        let terms = rows.iter().map(term);
        terms.reduce(|sum, term| sum + term).expect("a row")
    };
    let (tape, _) = echidna::record(loss, &logistic::W);
    move || {
        let (_, gradient, hessian) = tape.hessian_vec::<8>(black_box(&logistic::W));
        [gradient, hessian.concat()].concat()
    }
}

fn chain(x: &[Recorded]) -> Recorded {
    let term = |pair: &[Recorded]| {
        let (a, b) = (pair[1] - pair[0] * pair[0], 1.0 - pair[0]);
        a * a * 100.0 + b * b
    };
    let terms = x.windows(2).map(term);
    terms.reduce(|sum, term| sum + term).expect("a pair")
}

/// Recorded, its pattern found and coloured once.
fn chain_by_echidna(x: &[f64]) -> impl FnMut(&[f64]) -> (f64, f64) {
    let (tape, _) = echidna::record(chain, x);
    let pattern = tape.detect_sparsity();
    let (colours, count) = echidna::sparse::greedy_coloring(&pattern);
    move |x| {
        let (value, _, values) = tape.sparse_hessian_with_pattern(x, &pattern, &colours, count);
        (value, values[2 * 777])
    }
}

pub fn lines() -> Vec<Line> {
    let mut state = 7_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005);
        state = state.wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    let rows: Vec<[f64; 20]> = (0..1000).map(|_| std::array::from_fn(|_| draw())).collect();
    let mut lines = Vec::new();

    let mut line = Line::new("logistic, Hessian", || flat(logistic::by_hand(&rows)));
    line.time("by hand", || logistic::by_hand(black_box(&rows)), flat);
    line.time("monograd", || logistic::ours(black_box(&rows)), flat);
    let same = |numbers: Vec<f64>| numbers;
    line.time("num-dual", || logistic_by_num_dual(black_box(&rows)), same);
    line.time("echidna", logistic_by_echidna(&rows), same);
    lines.push(line);

    let x: Vec<f64> = (0..tridiagonal::SIZE).map(|_| draw()).collect();
    let entry = |(value, entry): (f64, f64)| vec![value, entry];
    let mut by_hand = tridiagonal::by_hand();
    let mut line = Line::new("tridiagonal Hessian", || entry(by_hand(&x)));
    line.time("by hand", || by_hand(black_box(&x)), entry);
    let mut ours = tridiagonal::ours();
    line.time("monograd", || ours(black_box(&x)), entry);
    // It has no sparse derivatives.
    line.cells.push(("num-dual", f64::NAN));
    let mut theirs = chain_by_echidna(&x);
    line.time("echidna", || theirs(black_box(&x)), entry);
    lines.push(line);
    lines
}
