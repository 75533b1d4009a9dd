//! Programs of loops, choices and arrays, each against the same in plain Rust, and in every mode.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::check::assert_derivatives;
use monograd::prelude::*;

const N: usize = 4;

func! {
    fn pairs(x: [R; 4], y: [R; 4]) {
        let mut energy = 0;
        for i in 0..4 {
            for j in 0..4 {
                if j < i {
                    let dx = x[i] - x[j];
                    let dy = y[i] - y[j];
                    energy += 1 / (dx * dx + dy * dy).sqrt();
                }
            }
        }
        energy
    }
    fn differences<const K: usize>(x: [R; K]) {
        let mut s = 0;
        for i in 1..K { s += (x[i] - x[i - 1]).square() * i; }
        s
    }
    fn differences_of_five(x: [R; 5]) { differences(x) }
    fn reversed(x: [R; 4]) {
        let mut s = 0;
        for i in 0..N { s = (s + x[N - 1 - i]).sin(); }
        s
    }
    fn matrix(m: [[R; 3]; 2], x: [R; 3]) {
        let mut s = 0;
        for i in 0..2 {
            let mut row = 0;
            for j in 0..3 { row += m[i][j] * x[j]; }
            s += row.tanh();
        }
        s
    }
    fn rows(m: [[R; 3]; 4], x: [R; 3]) {
        let mut h = x;
        for i in 0..4 { h = (h * m[i]).sin() + h / 2; }
        h.sum()
    }
    fn leapfrog(q0: [R; 2], p0: [R; 2], k) {
        let mut q = q0;
        let mut p = p0;
        for _ in 0..10 {
            p -= 0.05 * k * q;
            q += 0.1 * p;
            p -= 0.05 * k * q;
        }
        q.norm_squared() + p[0] * q[1]
    }
    fn branches_in_a_loop(x: [R; 5], limit) {
        let mut s = 0;
        let mut count = 1;
        for i in 0..5 {
            if x[i] > limit {
                let excess = x[i] - limit;
                s += excess.sqrt();
                count *= excess;
            } else if i > 2 {
                s -= x[i];
            }
        }
        s * count
    }
    fn a_loop_in_a_branch(x, y) {
        let mut s = y;
        if x > 0 {
            for i in 1..4 { s += x.ln() / i; }
        } else {
            s *= x;
        }
        s
    }
    fn a_loop_in_a_value(x, y) {
        let z = if x > y {
            let mut p = 1;
            for _ in 0..3 { p *= x; }
            p
        } else { y };
        z * y
    }
    fn shadowed(x, y) {
        let mut s = x;
        let mut t = 0;
        for i in 0..3 {
            s += y;
            let s = s * s;
            t += s * i;
        }
        s + t
    }
    fn sums(x: [R; 4]) {
        let mut s = 0;
        for i in 0..4 { s += (x - x[i]).square().mean() * x.sum(); }
        s
    }
    fn thirteen(a, b, c, d, e, f, g, h, i, j, k, l, m, n) {
        let mut s = 0;
        for t in 0..3 {
            s = (a * b + c * d + e * f + g * h + i * j + k * l + m * n + s * t).sin();
        }
        s
    }
    fn ten_states(x) {
        let mut a = x; let mut b = x; let mut c = x; let mut d = x; let mut e = x;
        let mut f = x; let mut g = x; let mut h = x; let mut i = x; let mut j = x;
        for _ in 0..4 {
            a = b * 0.9; b = c; c = d + a / 8; d = e; e = f; f = g; g = h; h = i; i = j; j = a * x;
        }
        a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j
    }
    fn nothing(x, y) {
        let mut s = x;
        for _ in 0..0 { s *= y; }
        s
    }
    fn two_of_one(x, y) {
        let mut a = x;
        let mut b = y;
        if x < y { a = y * y; b = x; } else if x > 10 { b -= a; }
        a * b
    }
    fn arrays_of_branches(x: [R; 3], k) {
        let v = if k > 0 { let w = x * k; w * w } else { -x };
        let mut u = x;
        if k > 1 { u = v * v; } else { u += 1; }
        (u * v).sum()
    }
    fn four_deep(x) {
        let mut s = 0;
        for i in 0..2 { for j in 0..2 { for k in 0..2 { for l in 0..2 {
            s += (x * (8 * i + 4 * j + 2 * k + l)).sin();
        } } } }
        s
    }
    fn flags(x: [R; 4]) {
        let mut found = x[0] > 100;
        let mut s = 0;
        for i in 0..4 {
            if !found { s += x[i] * x[i]; }
            found = x[i] > 1;
        }
        s
    }
    fn vector_of_two(x, y) {
        let mut a = x;
        let mut b = y;
        for _ in 0..3 { let t = a; a = a * b; b = t + b; }
        [a, b]
    }
    fn filled(x) { let v = [x; 3]; let m = [[x; 2]; 2]; v.norm_squared() * m.sum() + [[1; 2]; 3].sum() * x }
    fn kept(x: [R; 30], k) {
        let mut h = k;
        let mut v = [k; 2];
        for i in 1..30 {
            let t = (h * k + x[i - 1]).tanh();
            v = (v * t).sin() + h;
            h = if t > 0 { t * v[0] } else { t };
        }
        h + v.sum()
    }
    fn kept_at_checkpoints(x: [R; 30], k) {
        let mut h = k;
        let mut v = [k; 2];
        #[checkpointed]
        for i in 1..30 {
            let t = (h * k + x[i - 1]).tanh();
            v = (v * t).sin() + h;
            h = if t > 0 { t * v[0] } else { t };
        }
        h + v.sum()
    }
    fn long<const M: usize>(x: [R; M]) {
        let mut h = 0;
        #[checkpointed]
        for i in 0..M { h = (h / 2 + x[i]).sin(); }
        h
    }
    fn long_of_ten_thousand(x: [R; 10_000]) { long(x) }
    fn checkpoints_in_a_loop(x: [R; 4], y) {
        let mut s = y;
        for i in 0..3 {
            #[checkpointed]
            for j in 0..4 { s = (s * x[j] + i).sin(); }
        }
        s
    }
    fn blocks(x) {
        let mut s = x;
        let y = { let t = s * s; s += t; t + 1 };
        { s *= 2; }
        s * y
    }
}

#[test]
fn values_and_derivatives() {
    let (x, y) = ([0.3, 1.2, -0.5, 2.1], [0.1, -0.7, 0.9, 0.4]);
    let mut energy = 0.0;
    for i in 0..4 {
        for j in 0..i {
            energy += 1.0 / f64::hypot(x[i] - x[j], y[i] - y[j]);
        }
    }
    assert!((pairs.value(&(x, y)) - energy).abs() < 1e-12);
    assert_derivatives(pairs, &(x, y));

    let five = [0.3_f64, 1.2, -0.5, 2.1, 0.7];
    let expected: f64 = (1..5)
        .map(|i| (five[i] - five[i - 1]).powi(2) * i as f64)
        .sum();
    assert!((differences_of_five.value(&five) - expected).abs() < 1e-12);
    assert_derivatives(differences_of_five, &five);

    let mut s = 0.0_f64;
    for i in 0..4 {
        s = (s + x[3 - i]).sin();
    }
    assert_eq!(reversed.value(&x), s);
    assert_derivatives(reversed, &x);

    let m = [[0.5, -0.2, 0.8], [1.1, 0.3, -0.6]];
    let v = [0.4, 0.9, -1.3];
    let expected: f64 = m
        .iter()
        .map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>().tanh())
        .sum();
    assert!((matrix.value(&(m, v)) - expected).abs() < 1e-14);
    assert_derivatives(matrix, &(m, v));

    let m = [
        [0.5, -0.2, 0.8],
        [1.1, 0.3, -0.6],
        [0.2, 0.4, 0.6],
        [-0.9, 0.1, 0.7],
    ];
    let mut h = v;
    for row in m {
        h = std::array::from_fn(|k| (h[k] * row[k]).sin() + h[k] / 2.0);
    }
    assert!((rows.value(&(m, v)) - h.iter().sum::<f64>()).abs() < 1e-14);
    assert_derivatives(rows, &(m, v));

    assert_derivatives(leapfrog, &([0.3, -0.4], [0.8, 0.1], 1.7));

    for limit in [0.2, -1.0] {
        let x = [0.3, 1.2, -0.5, 2.1, 0.7];
        let (mut s, mut count) = (0.0, 1.0);
        for i in 0..5 {
            if x[i] > limit {
                let excess: f64 = x[i] - limit;
                s += excess.sqrt();
                count *= excess;
            } else if i > 2 {
                s -= x[i];
            }
        }
        assert!((branches_in_a_loop.value(&(x, limit)) - s * count).abs() < 1e-12);
        assert_derivatives(branches_in_a_loop, &(x, limit));
    }
    assert_eq!(a_loop_in_a_branch.value(&[1.0, 3.0]), 3.0);
    assert_derivatives(a_loop_in_a_branch, &[1.4, 3.0]);
    assert_derivatives(a_loop_in_a_branch, &[-1.4, 3.0]);
    assert_eq!(a_loop_in_a_value.value(&[2.0, 1.5]), 12.0);
    assert_derivatives(a_loop_in_a_value, &[2.0, 1.5]);
    assert_derivatives(a_loop_in_a_value, &[1.0, 1.5]);
}

#[test]
fn states_and_names() {
    let (mut s, mut t) = (0.5, 0.0);
    for i in 0..3 {
        s += 0.25;
        t += s * s * f64::from(i);
    }
    assert_eq!(shadowed.value(&[0.5, 0.25]), s + t);
    assert_derivatives(shadowed, &[0.5, 0.25]);
    assert_derivatives(sums, &[0.3, 1.2, -0.5, 2.1]);
    assert_derivatives(
        thirteen,
        &[
            0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.15, 0.25, 0.35, 0.45, 0.55,
        ],
    );
    assert_derivatives(ten_states, &[0.7]);
    assert_eq!(
        nothing.value_and_gradient(&[2.0, f64::INFINITY]),
        (2.0, [1.0, 0.0])
    );
    for point in [[2.0, 3.0], [11.0, 3.0], [5.0, 3.0]] {
        assert_derivatives(two_of_one, &point);
    }
    for k in [1.5, 0.5, -1.0] {
        assert_derivatives(arrays_of_branches, &([0.3, 1.2, -0.5], k));
    }
    assert_eq!(
        arrays_of_branches.value(&([1.0, 2.0, 0.0], -1.0)),
        -2.0 - 6.0
    );
    let expected: f64 = (0..16).map(|i| (0.3 * f64::from(i)).sin()).sum();
    assert!((four_deep.value(&[0.3]) - expected).abs() < 1e-12);
    assert_derivatives(four_deep, &[0.3]);
    assert_eq!(flags.value(&[2.0, 3.0, 0.5, 0.25]), 4.0 + 0.0625);
    assert_derivatives(flags, &[2.0, 3.0, 0.5, 0.25]);
    assert_eq!(vector_of_two.value(&[1.0, 2.0]), [30.0, 11.0]);
    assert_eq!(vector_of_two.jacobian(&[1.0, 2.0])[0], [58.0, 37.0]);
    assert_derivatives(filled, &[0.7]);
    assert_eq!(filled.value(&[1.0]), 3.0 * 4.0 + 6.0);
    assert_eq!(blocks.value(&[2.0]), 12.0 * 5.0);
    assert_derivatives(blocks, &[2.0]);
}

#[test]
fn states_at_checkpoints() {
    let x = std::array::from_fn(|i| (1.3 * i as f64).sin());
    let point = (x, 0.7);
    assert_eq!(
        kept.value_and_gradient(&point),
        kept_at_checkpoints.value_and_gradient(&point)
    );
    assert_derivatives(kept_at_checkpoints, &point);
    assert_derivatives(checkpoints_in_a_loop, &([0.3, 1.2, -0.5, 2.1], 0.4));
    let (value, gradient) = long_of_ten_thousand.value_and_gradient(&[0.1; 10_000]);
    let mut h = 0.0_f64;
    for _ in 0..10_000 {
        h = (h / 2.0 + 0.1).sin();
    }
    assert_eq!(value, h);
    // At the fixed point each step before is worth cos(h/2 + 0.1)/2 of the one after it.
    let slope = (h / 2.0 + 0.1).cos();
    assert!((gradient[9_999] - slope).abs() < 1e-14);
    assert!((gradient[9_990] - slope * (slope / 2.0).powi(9)).abs() < 1e-14);
}
