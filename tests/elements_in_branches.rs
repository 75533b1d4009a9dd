//! Elements that an `if` in a loop assigns to, against the same in plain Rust and in every mode.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

mod against_differences;

use against_differences::{check, flat};
use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn clipped(x: [R; 5], k) {
        let mut a = x;
        for i in 0..5 { if a[i] < 0 { a[i] = k * x[i]; } }
        a.norm_squared()
    }
    fn accumulated(x: [R; 5]) {
        let mut a = [0; 5];
        let mut s = 1;
        for i in 0..5 {
            if x[i] > 0 {
                let y = x[i].sin();
                a[i] += y;
                s += a[i] * s;
            } else if x[i] > -1 {
                a[i] = x[i] * s;
            } else {
                s *= 2;
            }
        }
        a.sum() * s
    }
    /// The element before it, which there is for all but the first.
    fn guarded(x: [R; 5]) {
        let mut a = x;
        for i in 0..5 {
            if i > 0 { a[i - 1] = a[i] * a[i - 1]; }
        }
        a.sum() + a[0] * a[1]
    }
    fn two_elements(x: [R; 6]) {
        let mut a = x;
        for i in 0..5 {
            if a[i] > a[i + 1] {
                let lower = a[i + 1];
                a[i + 1] = a[i];
                a[i] = lower;
            }
        }
        a[0] + 2 * a[1] + 3 * a[2] * a[3] + 4 * a[4] + 5 * a[5].sin()
    }
    fn of_a_matrix(m: [[R; 3]; 3]) {
        let mut a = m;
        for i in 0..3 {
            for j in 0..3 {
                if a[i][j] > 0 { a[i][j] = a[i][j].ln() * a[j][i]; }
            }
        }
        (a * m).sum()
    }
    fn of_the_other_side(m: [[R; 3]; 3]) {
        let mut a = [[0; 3]; 3];
        for i in 0..3 {
            for j in 0..3 {
                if j < i { a[j][i] = m[i][j].sin(); } else { a[i][j] += m[i][j]; }
                a[i][j] *= 2;
            }
        }
        (a * a).sum()
    }
    /// The elements may be the same: the array is copied.
    fn that_may_be_the_same(x: [R; 4]) {
        let mut a = x;
        for i in 0..4 {
            for j in 0..4 {
                if x[j] > 0 { a[i] = a[i] * 2; a[j] = a[j] * x[i]; }
            }
        }
        a.sum()
    }
    fn in_a_loop_in_a_branch(x: [R; 4], k) {
        let mut a = x;
        for i in 0..4 {
            if x[i] > 0 { for j in 0..i { a[j] = a[j] * x[i] + k; } }
        }
        a.norm_squared()
    }
    fn two_arrays(x: [R; 4]) {
        let mut a = [0; 4];
        let mut b = x;
        for i in 0..4 {
            if b[i] > 0 { a[i] = b[i].sqrt(); b[i] = 0; }
        }
        a.sum() + (b * b).sum()
    }
    fn rows(m: [[R; 3]; 4]) {
        let mut n = m;
        for i in 0..4 { if m[i][0] > 0 { n[i] = m[i] * m[i]; } }
        n.sum()
    }
    fn outside_of_loops(x: [R; 3]) {
        let mut a = x;
        if x[0] > 0 { a[1] = x[0] * x[2]; a[2] += a[1]; }
        a.sum()
    }
    fn in_lanes(a: [R; 4]; x: [R; 4]) {
        let mut v = a;
        for i in 0..4 {
            if x[i] > 0 { v[i] = (a[i] * x[i]).ln(); }
            if i > 0 { if x[i] < 1 { v[i - 1] *= v[i]; } }
        }
        v.sum()
    }
}

const X: [f64; 5] = [0.5, -1.5, 0.7, -0.3, 2.0];

#[test]
fn in_every_mode() {
    check(clipped, &flat(&[&X, &[0.1]]));
    assert_derivatives(accumulated, &X);
    assert_derivatives(guarded, &X);
    check(two_elements, &[0.5, -1.5, 0.7, -0.3, 2.0, 1.0]);
    let m = [[0.5, -1.5, 0.7], [-0.3, 2.0, 1.1], [0.9, 0.2, -0.8]];
    check(of_a_matrix, m.as_flattened());
    check(of_the_other_side, m.as_flattened());
    let x = [0.5, -1.5, 0.7, -0.3];
    check(that_may_be_the_same, &x);
    check(in_a_loop_in_a_branch, &flat(&[&x, &[0.4]]));
    check(two_arrays, &x);
    let rows_at = [
        [0.5, -1.5, 0.7],
        [-0.3, 2.0, 1.1],
        [0.9, 0.2, -0.8],
        [-1.0, 0.3, 0.4],
    ];
    check(rows, rows_at.as_flattened());
    check(outside_of_loops, &[0.5, -1.5, 0.7]);
    check(outside_of_loops, &[-0.5, -1.5, 0.7]);
}

#[test]
fn values() {
    let norm: f64 = X
        .iter()
        .map(|&x| if x < 0.0 { 0.01 * x * x } else { x * x })
        .sum();
    assert!((clipped.value(&(X, 0.1)) - norm).abs() < 1e-15);
    let mut a = X;
    for i in 1..5 {
        a[i - 1] *= a[i];
    }
    let expected = a.iter().sum::<f64>() + a[0] * a[1];
    assert!((guarded.value(&X) - expected).abs() < 1e-15);
    let mut a = [0.5, -1.5, 0.7, -0.3, 2.0, 1.0];
    for i in 0..5 {
        if a[i] > a[i + 1] {
            a.swap(i, i + 1);
        }
    }
    let expected: f64 = a[0] + 2.0 * a[1] + 3.0 * a[2] * a[3] + 4.0 * a[4] + 5.0 * f64::sin(a[5]);
    let found = two_elements.value(&[0.5, -1.5, 0.7, -0.3, 2.0, 1.0]);
    assert!((found - expected).abs() < 1e-14);
    let m: [[f64; 3]; 3] = [[0.5, -1.5, 0.7], [-0.3, 2.0, 1.1], [0.9, 0.2, -0.8]];
    let mut a = m;
    let mut b = [[0.0; 3]; 3];
    for i in 0..3 {
        for j in 0..3 {
            if a[i][j] > 0.0 {
                a[i][j] = a[i][j].ln() * a[j][i];
            }
            if j < i {
                b[j][i] = m[i][j].sin();
            } else {
                b[i][j] += m[i][j];
            }
            b[i][j] *= 2.0;
        }
    }
    let sum: f64 = (0..9).map(|k| a[k / 3][k % 3] * m[k / 3][k % 3]).sum();
    assert!((of_a_matrix.value(&m) - sum).abs() < 1e-14);
    let sum: f64 = b.as_flattened().iter().map(|b| b * b).sum();
    assert!((of_the_other_side.value(&m) - sum).abs() < 1e-14);
    let x: [f64; 4] = [0.5, -1.5, 0.7, -0.3];
    let mut a = x;
    let mut c = x;
    for i in 0..4 {
        for j in 0..4 {
            if x[j] > 0.0 {
                a[i] *= 2.0;
                a[j] *= x[i];
            }
        }
        if x[i] > 0.0 {
            for j in 0..i {
                c[j] = c[j] * x[i] + 0.4;
            }
        }
    }
    assert!((that_may_be_the_same.value(&x) - a.iter().sum::<f64>()).abs() < 1e-13);
    let norm: f64 = c.iter().map(|c| c * c).sum();
    assert!((in_a_loop_in_a_branch.value(&(x, 0.4)) - norm).abs() < 1e-14);
    assert_eq!(two_arrays.value(&[4.0, -1.0, 9.0, -2.0]), 10.0);
}

#[test]
fn rows_of_data_in_lanes() {
    let rows: Vec<[f64; 4]> = (0..21)
        .map(|i| std::array::from_fn(|k| [0.0, 0.5, 2.0, -1.0, 1.5][(i * 7 + k * 3 + i / 4) % 5]))
        .collect();
    let point = [0.5, 1.1, 0.8, 1.7];
    let gradient = in_lanes.over(&rows).gradient(&point);
    let mut sums = [0.0_f64; 4];
    for row in &rows {
        let of_row = in_lanes.with(row).gradient(&point);
        for (sum, slope) in sums.iter_mut().zip(of_row) {
            *sum += slope;
        }
    }
    for i in 0..4 {
        assert!(
            (gradient[i] - sums[i]).abs() < 1e-12 * sums[i].abs(),
            "{gradient:?} {sums:?}"
        );
    }
    assert_derivatives(in_lanes.over(&rows[..5]), &point);
}

#[test]
#[should_panic(expected = "index out of bounds: the len is 3 but the index is 3")]
fn an_element_that_a_branch_uses_and_that_is_not_there() {
    let f = func!(|x: [R; 3]| {
        let mut a = x;
        for i in 0..3 {
            if x[i] > 2 {
                a[i + 1] = 0;
            }
        }
        a.sum()
    });
    assert_eq!(f.value(&[3.0, 1.0, 1.0]), 4.0);
    let _ = f.value(&[1.0, 1.0, 3.0]);
}
