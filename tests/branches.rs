//! Branches with `let`s of reals, in every mode, nested, and where each lane takes a branch of its own.

use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn spread(x, y) { [x * y, x - y] }
    fn twice<F: Function<1>>(f: F, x, y) {
        if x > y { let t = f(x); t * f(t) } else { let t = f(y); t - x }
    }
    fn squared(x) { x * x }
    fn nested(x, y) {
        let is_large = x * y > 1;
        if is_large {
            let a = (x * y).ln();
            let b = if y < 2 { let c = a.sin(); c * x } else { let c = a * a; c - y };
            a * b
        } else if x > 0 && !is_large {
            let [p, q] = spread(x, y);
            p.exp() * q
        } else {
            let a = twice(squared, x, y);
            a + 3 * x
        }
    }
    fn assigned(x, y) {
        let mut a = x;
        let mut b = 1;
        let mut c = y;
        if x > y {
            let t = x * y;
            a = t.sin();
            b += t;
        } else if x > 0 {
            a = b * y;
            if y > 2 { let u = a * a; c = u; }
        }
        if b > 1 { let t = b * a; b = t + c; }
        a * b + c
    }
    /// Where x is 0 or less the other branch would be NaN or infinite, and so would its derivatives.
    fn guarded(x, y; t) {
        let r = if x * t > 0 { let l = (x * t).ln(); let s = l.sqrt(); s * y } else { let s = y - t; s * s };
        r.square()
    }
}

const POINTS: [[f64; 2]; 8] = [
    [0.5, 0.3],
    [1.5, 1.2],
    [2.5, 2.2],
    [1.5, 2.6],
    [-0.5, 0.7],
    [-0.4, -0.9],
    [0.3, 0.8],
    [-2.0, -1.5],
];

#[test]
fn every_branch_in_every_mode() {
    for point in POINTS {
        assert_derivatives(&nested, &point);
        assert_derivatives(&assigned, &point);
    }
}

#[test]
fn values_are_those_of_rust() {
    for [x, y] in POINTS {
        let expected = if x * y > 1.0 {
            let a = (x * y).ln();
            let b = if y < 2.0 { a.sin() * x } else { a * a - y };
            a * b
        } else if x > 0.0 {
            (x * y).exp() * (x - y)
        } else if x > y {
            x.powi(6) + 3.0 * x
        } else {
            y * y - x + 3.0 * x
        };
        assert!((nested.value(&[x, y]) - expected).abs() <= 1e-14 * expected.abs());
    }
}

/// In what is not taken nothing is differentiated.
#[test]
fn what_is_not_taken_contributes_nothing() {
    let reached = guarded.with(&[0.0]);
    assert_eq!(reached.value_and_gradient(&[0.0, 2.0]), (16.0, [0.0, 32.0]));
    assert_eq!(reached.hessian(&[0.0, 2.0]), [[0.0, 0.0], [0.0, 48.0]]);
    let gradient = func!(|x, y| if y > 0 {
        let t = y;
        t * t
    } else {
        let t = x.ln();
        t
    })
    .gradient(&[0.0, 1.0]);
    assert_eq!(gradient.map(f64::to_bits), [0.0_f64, 2.0].map(f64::to_bits));
}

/// Over rows, in lanes with the feature `simd`: each row takes its branch.
#[test]
fn each_row_takes_its_branch() {
    let rows: Vec<[f64; 1]> = (0..101)
        .map(|i| [f64::from(i * 37 % 101) * 0.1 - 5.0 + if i % 7 == 0 { 9.0 } else { 0.0 }])
        .filter(|[t]| !(0.0..=2.5).contains(t))
        .collect();
    let point = [0.8, 0.6];
    let sum = guarded.over(&rows);
    let (value, gradient): (f64, [f64; 2]) = sum.value_and_gradient(&point);
    let mut expected = [0.0; 3];
    for row in &rows {
        let (value, [in_x, in_y]) = guarded.with(row).value_and_gradient(&point);
        for (sum, term) in expected.iter_mut().zip([value, in_x, in_y]) {
            *sum += term;
        }
    }
    for (ours, expected) in [value, gradient[0], gradient[1]].into_iter().zip(expected) {
        assert!(
            (ours - expected).abs() < 1e-12 * expected.abs(),
            "{ours} {expected}"
        );
    }
    assert_derivatives(sum, &point);
}
