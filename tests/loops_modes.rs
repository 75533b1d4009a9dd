//! Loops and choices where zero, infinity and NaN meet, in lanes, in single precision and on a tape.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::prelude::*;

func! {
    /// Newton's steps for a root, in which rows part at each step.
    fn newton(a, b; x) {
        let mut y = a;
        let mut total = b;
        for i in 0..4 {
            if y * y > x {
                let step = (y - x / y) / 2;
                y -= step;
                total += step.sqrt() * b;
            } else {
                y += a / (i + 1);
            }
        }
        y * total
    }
    fn picked(a: [R; 4], k; x: [R; 4]) {
        let mut v = [0; 4];
        let mut s = k;
        for i in 0..4 {
            v[i] = if x[i] > 0 { let l = (a[i] * x[i]).ln(); l * k } else { a[i] };
            if x[i] > 1 { s *= v[i]; }
        }
        s + v.sum()
    }
    /// The states that are not read in the end are infinite or have infinite slopes.
    fn unread(x, y) {
        let mut s = 1;
        let mut lost = x;
        let mut a = [1; 3];
        for i in 0..3 {
            s *= y;
            lost = lost.sqrt() / 0;
            a[i] = if i > 1 { y } else { x.ln() };
        }
        s + a[2]
    }
    fn taken(x, y) {
        let mut s = y;
        for i in 0..3 {
            if x > i { let l = x.ln(); s += l; } else { let t = y * y; s += t; }
        }
        s
    }
    fn recurrence(x: [R; 8], k) {
        let mut h = 0;
        for i in 0..8 { h = (h * k + x[i]).tanh(); }
        h
    }
}

#[test]
fn in_lanes_as_row_by_row() {
    let rows: Vec<[f64; 1]> = (0..23).map(|i| [0.1 + 0.37 * f64::from(i)]).collect();
    let point = [1.3, 0.7];
    let (value, gradient) = newton.over(&rows).value_and_gradient(&point);
    let (mut sum, mut sums) = (0.0_f64, [0.0_f64; 2]);
    for row in &rows {
        let (value, gradient) = newton.with(row).value_and_gradient(&point);
        sum += value;
        sums[0] += gradient[0];
        sums[1] += gradient[1];
    }
    assert!((value - sum).abs() < 1e-11 * sum.abs());
    for i in 0..2 {
        assert!(
            (gradient[i] - sums[i]).abs() < 1e-11 * sums[i].abs(),
            "{gradient:?} {sums:?}"
        );
    }

    let rows: Vec<[f64; 4]> = (0..21)
        .map(|i| std::array::from_fn(|k| [0.0, 0.5, 2.0, -1.0, 1.5][(i * 7 + k * 3 + i / 4) % 5]))
        .collect();
    let point = ([0.5, 1.1, 0.8, 1.7], 0.9_f64);
    let (value, (in_a, in_k)) = picked.over(&rows).value_and_gradient(&point);
    let (mut sum, mut sums, mut sum_k) = (0.0_f64, [0.0_f64; 4], 0.0_f64);
    for row in &rows {
        let (value, (in_a, in_k)) = picked.with(row).value_and_gradient(&point);
        sum += value;
        sum_k += in_k;
        for (sum, slope) in sums.iter_mut().zip(in_a) {
            *sum += slope;
        }
    }
    assert!((value - sum).abs() < 1e-11 * sum.abs());
    assert!((in_k - sum_k).abs() < 1e-11 * sum_k.abs());
    for i in 0..4 {
        assert!(
            (in_a[i] - sums[i]).abs() < 1e-10 * sums[i].abs(),
            "{in_a:?} {sums:?}"
        );
    }
    assert!(in_a.iter().all(|slope| slope.is_finite()));
}

#[test]
fn what_is_absent_adds_nothing() {
    assert_eq!(unread.value_and_gradient(&[0.0, 2.0]), (10.0, [0.0, 13.0]));
    assert_eq!(unread.hvp(&[0.0, 2.0], &[0.0, 1.0]), [0.0, 12.0]);
    assert_eq!(taken.gradient(&[0.0, 2.0]), [0.0, 13.0]);
    assert_eq!(taken.gradient(&[2.5, 2.0]), [0.4 + 0.4 + 0.4, 1.0]);
}

#[test]
fn in_single_precision() {
    let x: [f32; 8] = std::array::from_fn(|i| (i as f32).sin());
    let (value, (in_x, in_k)) = recurrence.value_and_gradient(&(x, 0.5));
    let double = recurrence.value_and_gradient(&(x.map(f64::from), 0.5));
    assert!((f64::from(value) - double.0).abs() < 1e-6);
    assert!((f64::from(in_k) - double.1.1).abs() < 1e-6);
    for i in 0..8 {
        assert!((f64::from(in_x[i]) - double.1.0[i]).abs() < 1e-6);
    }
}

#[test]
#[cfg(feature = "std")]
fn on_a_tape() {
    let tape = Tape::new();
    let [a, b] = [1.3, 0.7].map(|number| tape.value(number));
    let node = taken.on([a, b]);
    node.backward();
    let expected = taken.value_and_gradient(&[1.3_f64, 0.7]);
    assert_eq!((node.data(), [a.grad(), b.grad()]), expected);
    // And recorded operation by operation.
    let [a, b] = [1.3, 0.7].map(|number| tape.value(number));
    let node = taken.value(&[a, b]);
    node.backward();
    assert_eq!(node.data(), expected.0);
    assert!((a.grad() - expected.1[0]).abs() < 1e-15);
    assert!((b.grad() - expected.1[1]).abs() < 1e-15);
}
