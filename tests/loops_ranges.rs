//! Ranges of elements and of loops that depend on indices and sizes, against the same in plain Rust and in every mode.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

mod against_differences;

use against_differences::{check, flat};
use monograd::check::assert_derivatives;
use monograd::prelude::*;

const K: usize = 3;

func! {
    fn moving_average(x: [R; 7]) -> [R; 5] {
        let mut y = [0; 5];
        for i in 0..5 { y[i] = x[i..i + 3].mean(); }
        y
    }
    fn with_a_constant(x: [R; 7], w: [R; 3]) {
        let mut s = 0;
        for i in 0..4 { s += w.dot(x[i + 1..i + 1 + K]).sin(); }
        s
    }
    fn around_each(x: [R; 7]) {
        let mut s = 0;
        for i in 1..6 { s += (x[i - 1..=i + 1] * x[2..5]).sum() * i; }
        s
    }
    fn of_rows(m: [[R; 2]; 5]) {
        let mut s = 0;
        for i in 0..3 { s += m[i..i + 3].sin().sum() * m[i + 1..i + 3][1][0]; }
        s
    }
    fn windows<const N: usize, const M: usize>(x: [R; M], w: [R; N]) {
        let mut s = 0;
        for i in 0..M { if i < M - N + 1 { s += w.dot(x[i..i + N]).square(); } }
        s
    }
    fn windows_of_two(x: [R; 5], w: [R; 2]) { windows(x, w) }
    fn of_what_changes(x: [R; 6]) {
        let mut a = x;
        for i in 2..6 { a[i] = a[i - 2..i].product().sin(); }
        a.norm_squared()
    }
    fn first_ones(x: [R; 6]) { x[..3].sum() * x[3..=5].product() }
    fn last_ones<const N: usize>(x: [R; N]) { x[N - 3..N].norm_squared() }
    fn last_of_five(x: [R; 5]) { last_ones(x) }
}

#[test]
fn ranges_of_elements() {
    let x = [0.5, 1.5, -0.7, 0.3, 2.0, -1.1, 0.9];
    let expected: [f64; 5] = std::array::from_fn(|i| (x[i] + x[i + 1] + x[i + 2]) / 3.0);
    assert_eq!(moving_average.value(&x), expected);
    let w = [0.3, -0.2, 0.8];
    let sine = |i: usize| (w[0] * x[i + 1] + w[1] * x[i + 2] + w[2] * x[i + 3]).sin();
    let sum: f64 = (0..4).map(sine).sum();
    assert!((with_a_constant.value(&(x, w)) - sum).abs() < 1e-15);
    check(with_a_constant, &flat(&[&x, &w]));
    let sum: f64 = (1..6)
        .map(|i| i as f64 * (0..3).map(|k| x[i - 1 + k] * x[2 + k]).sum::<f64>())
        .sum();
    assert!((around_each.value(&x) - sum).abs() < 1e-13);
    check(around_each, &x);
    let m = [[0.1, 0.2], [0.3, -0.4], [1.5, 0.6], [-0.7, 0.8], [0.9, 1.0]];
    check(of_rows, m.as_flattened());
    let x5: [f64; 5] = [0.5, 1.5, -0.7, 0.3, 2.0];
    let sum: f64 = (0..4)
        .map(|i| (0.4 * x5[i] - 0.3 * x5[i + 1]).powi(2))
        .sum();
    assert!((windows_of_two.value(&(x5, [0.4, -0.3])) - sum).abs() < 1e-15);
    check(windows_of_two, &flat(&[&x5, &[0.4, -0.3]]));
    let x6: [f64; 6] = [0.5, 1.5, -0.7, 0.3, 2.0, -1.1];
    let mut a = x6;
    for i in 2..6 {
        a[i] = (a[i - 2] * a[i - 1]).sin();
    }
    let sum: f64 = a.iter().map(|a| a * a).sum();
    assert!((of_what_changes.value(&x6) - sum).abs() < 1e-15);
    assert_derivatives(of_what_changes, &x6);
    assert_eq!(first_ones.value(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), 720.0);
    assert_eq!(last_of_five.value(&[9.0, 9.0, 1.0, 2.0, 3.0]), 14.0);
    check(last_of_five, &x5);
}

#[test]
#[should_panic(expected = "range out of bounds: the len is 4 but the range is 3 from 2")]
fn a_range_that_ends_after_the_array() {
    let f = func!(|x: [R; 4]| {
        let mut s = 0;
        for i in 0..3 {
            s += x[i..i + 3].sum();
        }
        s
    });
    let _ = f.value(&[1.0; 4]);
}

func! {
    /// Each pair once.
    fn pairs(x: [R; 5], y: [R; 5]) {
        let mut energy = 0;
        for i in 0..5 {
            for j in 0..i { energy += 1 / (x[i] - x[j]).hypot(y[i] - y[j]); }
        }
        energy
    }
    fn pairs_of_any<const N: usize>(x: [R; N], y: [R; N]) {
        let mut energy = 0;
        for i in 0..N {
            for j in i + 1..N { energy += 1 / (x[i] - x[j]).hypot(y[i] - y[j]); }
        }
        energy
    }
    fn pairs_of_five(x: [R; 5], y: [R; 5]) { pairs_of_any(x, y) }
    fn triples(x: [R; 5]) {
        let mut s = 0;
        for i in 0..5 { for j in 0..i { for k in j..=i { s += (x[i] * x[j] + x[k] * k).sin(); } } }
        s
    }
    fn around_each_index(x: [R; 6]) {
        let mut s = 0;
        for i in 1..5 { for j in i - 1..i + 2 { s += x[i] * x[j].sin(); } }
        s
    }
    fn with_constants(x: [R; 6]) {
        let mut s = 0;
        for i in 0..K { for j in i..2 * K { s += x[j] * x[i] * x[j]; } }
        s
    }
    fn differences<const N: usize>(x: [R; N]) {
        let mut s = 0;
        for i in 0..N - 1 { s += (x[i + 1] - x[i]).sin(); }
        for i in 1..N - 1 { s += x[i] * x[N - 1 - i]; }
        for i in 1..=N { s += x[i - 1] * i; }
        for i in 0..N / 2 { s *= x[2 * i].cos() + 1; }
        s
    }
    fn differences_of_five(x: [R; 5]) { differences(x) }
    /// Forward substitution.
    fn solved<const N: usize>(l: [[R; N]; N], b: [R; N]) -> [R; N] {
        let mut x = b;
        for i in 0..N {
            let mut s = x[i];
            for j in 0..i { s -= l[i][j] * x[j]; }
            x[i] = s / l[i][i];
        }
        x
    }
    fn solved_of_three(l: [[R; 3]; 3], b: [R; 3]) { solved(l, b).dot(b) }
    fn checkpointed(x: [R; 6]) {
        let mut s = 1;
        for i in 0..6 {
            #[checkpointed]
            for j in 0..i { s = (s * x[j] + x[i]).sin() + s; }
        }
        s
    }
    fn of_nothing(x: [R; 3], y) {
        let mut s = y;
        for i in 0..3 { for j in i + 3..3 { s += x[j]; } }
        s
    }
}

#[test]
fn bounds_of_indices() {
    let (x, y): ([f64; 5], [f64; 5]) = ([0.5, 1.5, -0.7, 0.3, 2.0], [0.1, -0.4, 0.9, 1.1, -0.2]);
    let mut energy = 0.0;
    for i in 0..5 {
        for j in 0..i {
            energy += 1.0 / f64::hypot(x[i] - x[j], y[i] - y[j]);
        }
    }
    assert!((pairs.value(&(x, y)) - energy).abs() < 1e-14);
    assert!((pairs_of_five.value(&(x, y)) - energy).abs() < 1e-14);
    check(pairs, &flat(&[&x, &y]));
    assert_derivatives(pairs_of_five, &(x, y));
    let mut s = 0.0;
    for i in 0..5 {
        for j in 0..i {
            for k in j..=i {
                s += f64::sin(x[i] * x[j] + x[k] * k as f64);
            }
        }
    }
    assert!((triples.value(&x) - s).abs() < 1e-14);
    check(triples, &x);
    let x6: [f64; 6] = [0.5, 1.5, -0.7, 0.3, 2.0, -1.1];
    check(around_each_index, &x6);
    check(with_constants, &x6);
    assert_derivatives(checkpointed, &x6);
    assert_eq!(
        of_nothing.value_and_gradient(&([1.0; 3], 2.0)),
        (2.0, ([0.0; 3], 1.0))
    );
}

#[test]
fn bounds_of_sizes() {
    let x: [f64; 5] = [0.5, 1.5, -0.7, 0.3, 2.0];
    let mut s = 0.0;
    for i in 0..4 {
        s += f64::sin(x[i + 1] - x[i]);
    }
    for i in 1..4 {
        s += x[i] * x[4 - i];
    }
    for i in 1..=5 {
        s += x[i - 1] * i as f64;
    }
    for i in 0..2 {
        s *= x[2 * i].cos() + 1.0;
    }
    assert!((differences_of_five.value(&x) - s).abs() < 1e-13);
    check(differences_of_five, &x);
    let l = [[2.0, 9.0, 9.0], [1.0, 4.0, 9.0], [3.0, -2.0, 5.0]];
    assert_eq!(solved_of_three.value(&(l, [2.0, 9.0, 4.0])), 24.0);
    check(
        solved_of_three,
        &flat(&[l.as_flattened(), &[2.0, 9.0, 4.0]]),
    );
}
