//! Robust losses and least squares over rows.

use monograd::check;
use monograd::prelude::*;
use monograd::rows::robust::{cauchy, geman_mcclure, huber, soft_l1, tukey, welsch};

func! {
    fn residual(a, k; t, y) { a * (-k * t).exp() - y }
    fn two(w: [R; 2], b; x: [R; 2], y) { [w.dot(x) + b - y, b * y] }
    fn huber_of(s) { huber(s, 0.3) }
    fn soft_of(s) { soft_l1(s, 0.3) }
    fn cauchy_of(s) { cauchy(s, 0.3) }
    fn geman_of(s) { geman_mcclure(s, 0.3) }
    fn welsch_of(s) { welsch(s, 0.3) }
    fn tukey_of(s) { tukey(s, 0.3) }
}

fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

fn pairs(rows: usize) -> Vec<[f64; 2]> {
    (0..rows).map(|i| [number(i), number(7 * i + 1)]).collect()
}

/// A loss against its formula, its bound, and its derivatives; least squares near 0.
#[track_caller]
fn loss<F: Function<1> + check::Subject<1, Inputs = [R; 1]>>(
    f: F,
    formula: impl Fn(f64) -> f64,
    most: f64,
) {
    for s in [1e-30, 1e-12, 0.01, 0.0899, 0.0901, 0.5, 3.0, 1e6] {
        let (value, expected) = (f.value(&[s]), formula(s));
        assert!(
            (value - expected).abs() <= 1e-12 * expected,
            "{s}: {value}, {expected}"
        );
        assert!(value <= most * (1.0 + 1e-15) && value <= s * (1.0 + 1e-15));
    }
    for s in [0.01, 0.5, 3.0] {
        check::assert_derivatives(f, &[s]);
    }
    let (value, slope) = f.value_and_derivative(0.0_f64);
    assert!(value == 0.0 && (slope - 1.0).abs() < 1e-15);
}

#[test]
fn losses() {
    let d: f64 = 0.3 * 0.3;
    let far = f64::INFINITY;
    loss(
        huber_of,
        |s| if s <= d { s } else { 0.6 * s.sqrt() - d },
        far,
    );
    loss(soft_of, |s| 2.0 * d * (0.5 * (s / d).ln_1p()).exp_m1(), far);
    loss(cauchy_of, |s| d * (s / d).ln_1p(), far);
    loss(geman_of, |s| s * d / (d + s), d);
    loss(welsch_of, |s| -d * (-s / d).exp_m1(), d);
    let inner = |s: f64| s * (1.0 - s / d + (s / d).powi(2) / 3.0);
    loss(
        tukey_of,
        |s| if s <= d { inner(s) } else { d / 3.0 },
        d / 3.0,
    );
}

/// In every mode, in `f32`, and on all cores what is checked of any sum.
#[test]
fn derivatives_of_robust_sums() {
    let rows = pairs(40);
    let over = residual.over(&rows);
    let x = [0.7, -0.4];
    check::assert_derivatives(over.least_squares(), &x);
    check::assert_derivatives(over.robust(soft_of), &x);
    check::assert_derivatives(over.robust(cauchy_of).mean(), &x);
    check::assert_derivatives(over.robust(welsch_of), &x);
    let shaped: Vec<_> = rows.iter().map(|&row| (row, row[0] + 0.3)).collect();
    check::assert_derivatives(two.over(&shaped).robust(geman_of), &([0.3, 0.2], 0.7));
    let scale: f64 = "0.2".parse().expect("a number");
    check::assert_derivatives(over.robust(func!(move |s| cauchy(s, scale))), &x);
}

/// The weighted equations are those of the rows, each by the slope of its loss.
#[test]
fn reweighted_equations() {
    for rows in [0, 1, 8, 100] {
        let rows = pairs(rows);
        let x = [0.7, -0.4];
        let robust = residual.over(&rows).robust(cauchy_of);
        let equations = robust.reweighted_equations(&x);
        let (mut losses, mut jtj, mut jtr) = (0.0, [[0.0; 2]; 2], [0.0; 2]);
        for row in &rows {
            let (r, slopes) = residual.with(row).value_and_gradient(&x);
            let (loss, weight) = cauchy_of.value_and_derivative(r * r);
            losses += loss;
            for i in 0..2 {
                jtr[i] += weight * r * slopes[i];
                for j in 0..2 {
                    jtj[i][j] += weight * slopes[i] * slopes[j];
                }
            }
        }
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12 * b.abs().max(1.0), "{a}, {b}");
        near(equations.sum_of_squares, losses);
        near(robust.value(&x), losses / 2.0);
        for i in 0..2 {
            near(equations.jtr[i], jtr[i]);
            near(robust.gradient(&x)[i], jtr[i]);
            for (&ours, &expected) in equations.jtj[i].iter().zip(&jtj[i]) {
                near(ours, expected);
            }
        }
        let least = residual.over(&rows).normal_equations(&x);
        let squares = residual.over(&rows).least_squares();
        near(squares.value(&x), least.sum_of_squares / 2.0);
        assert_eq!(squares.reweighted_equations(&x), least);
    }
}

/// An outlier has no say where the loss is constant.
#[test]
fn an_outlier_has_no_part() {
    let rows = [[0.0, 1.0], [1.0, 1e150]];
    let robust = residual.over(&rows).robust(tukey_of);
    assert_eq!(robust.gradient(&[1.1, 0.0])[1], 0.0);
    let equations = robust.reweighted_equations(&[1.1, 0.0]);
    assert!(equations.jtj[0][0] > 0.0 && equations.jtj[1][1] == 0.0);
}
