//! Odd programs: names that hide one another, loops in blocks in loops, indices of all kinds.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::check::assert_derivatives;
use monograd::prelude::*;

const LAST: usize = 3;

func! {
    fn hidden_by_an_index(x, y) {
        let mut s = y;
        for x in 0..3 { s += x * y; }
        s * x
    }
    fn powers(x: [R; 4]) {
        let mut s = 0;
        for i in 0..=LAST { s += x[i].powi(3) * x[LAST].pow(i) + x[LAST - i]; }
        s
    }
    fn swapped(x: [R; 2], y: [R; 2]) {
        let mut a = x;
        let mut b = y;
        for i in 0..3 {
            let t = a;
            a = b * x[0];
            b = t + i;
        }
        a.dot(b)
    }
    fn handed_on(x: [R; 3], k) {
        let mut a = x[0];
        let mut b = x[1];
        let mut c = x[2];
        for i in 0..5 {
            let t = a;
            a = b;
            b = c;
            c = t.sin() * k + i;
        }
        a * b * c
    }
    fn arrays_handed_on(x: [R; 2], y: [R; 2], k) {
        let mut a = x;
        let mut b = y;
        let mut c = x;
        for i in 0..4 {
            let t = a;
            a = b;
            b = (t * c).sin() * k + i;
            c = y;
        }
        a.dot(b) + c.sum()
    }
    fn reached_late(x: [R; 3], k) {
        let mut a = x[0];
        let mut b = x[1];
        let mut s = 0;
        for i in 0..5 {
            if i < 3 { s += x[2] * i; } else { s += (a / k).sqrt(); }
            b = 0;
            a = a * k + i;
        }
        s + b
    }
    fn lets_of_arrays(x: [R; 3]) {
        let mut s = 0;
        for i in 0..3 {
            let v = [x[i], x[0] * x[i], 1];
            let [a, b, c] = v;
            let (sin, cos) = a.sin_cos();
            for j in 0..3 { s += v[j] * x[j] * sin; }
            s += b * cos * c;
        }
        s
    }
    fn not_by_rows(x: [R; 4], w: [R; 3]) {
        let mut a = x;
        for i in 1..4 { for j in 0..3 { a[i] += a[i - 1] * w[j] * a[i]; } }
        a[3] + a[1]
    }
    fn deep(x: [R; 3], k) {
        let mut s = 0;
        if k > 0 {
            for i in 0..3 {
                if x[i] > 0 {
                    for j in 0..3 {
                        if i != j && x[j] > 0 {
                            let p = x[i] * x[j];
                            s += if p > 1 { let q = p.ln(); q * q } else { p };
                        }
                    }
                } else { s -= x[i] * k; }
            }
            s *= k;
        } else { for i in 0..2 { s += x[i + 1]; } }
        s
    }
    fn last_of<const N: usize>(x: [R; N]) { x[N - 1] * x[0] }
    fn last_of_four(x: [R; 4]) { last_of(x) }
    fn none<const N: usize>(x: [R; N], y) {
        let mut s = y;
        for i in 3..N { s *= x[i]; }
        s
    }
    fn none_of_two(x: [R; 2], y) { none(x, y) }
    fn one_of_four(x: [R; 4], y) { none(x, y) }
    fn transposed(m: [[R; 3]; 2]) -> [[R; 2]; 3] {
        let mut t = [[0; 2]; 3];
        for i in 0..3 { for j in 0..2 { t[i][j] = m[j][i]; } }
        t
    }
    fn columns(m: [[R; 3]; 2]) {
        let mut sums = [0; 3];
        for i in 0..2 { for j in 0..3 { sums[j] += m[i][j]; } }
        sums.norm_squared()
    }
    fn block_in_a_loop(x, y) {
        let mut s = x;
        for i in 0..3 {
            let z = { let s = y * i; s * s };
            s += { let t = z + s; t.sin() };
        }
        s
    }
    fn lower(l: [[R; 3]; 3], b: [R; 3]) {
        let mut x = b;
        for i in 0..3 {
            let mut s = b[i];
            for j in 0..3 { if j < i { s -= l[i][j] * x[j]; } }
            x[i] = s / l[i][i];
        }
        x.sum()
    }
    fn two_loops(x: [R; 5]) {
        let mut mean = 0;
        for i in 0..5 { mean += x[i] / 5; }
        let mut variance = 0;
        for i in 0..5 { variance += (x[i] - mean).square() / 4; }
        variance.sqrt() / mean
    }
    fn conditions(x: [R; 4]) {
        let mut s = 0;
        for i in 0..4 {
            let is_even = i == 0 || i == 2;
            let is_small = x[i] < 1;
            if is_even && !is_small { s += x[i] * x[i]; } else if is_even || is_small { s -= x[i]; }
        }
        s
    }
    fn newton(a) {
        let mut x = a;
        for _ in 0..20 { x = (x + a / x) / 2; }
        x
    }
}

#[test]
fn odd_programs() {
    assert_eq!(hidden_by_an_index.value(&[2.0, 3.0]), 24.0);
    assert_derivatives(hidden_by_an_index, &[2.0, 3.0]);
    assert_eq!(
        powers.value(&[1.0, 2.0, 3.0, 2.0]),
        3.0 + 19.0 + 110.0 + 65.0
    );
    assert_derivatives(powers, &[0.3, 1.2, -0.5, 1.1]);
    assert_derivatives(swapped, &([0.3, 1.2], [-0.5, 1.1]));
    assert_derivatives(handed_on, &([0.3, 1.2, -0.5], 1.1));
    assert_derivatives(arrays_handed_on, &([0.3, 1.2], [-0.5, 1.1], 0.7));
    assert_derivatives(reached_late, &([0.3, 1.2, -0.5], 1.1));
    let (in_x, _) = reached_late.gradient(&([0.3_f64, 1.2, -0.5], 1.1));
    assert!(in_x[1] == 0.0 && in_x[1].is_sign_positive());
    assert_derivatives(lets_of_arrays, &[0.3, 1.2, -0.5]);
    assert_derivatives(not_by_rows, &([0.3, 0.2, -0.5, 1.1], [0.4, -0.3, 0.2]));
    for k in [1.5, -1.0] {
        assert_derivatives(deep, &([0.3, 1.2, -0.5], k));
        assert_derivatives(deep, &([1.3, 1.2, 2.5], k));
    }
    assert_eq!(
        last_of_four.gradient(&[2.0, 3.0, 4.0, 5.0]),
        [5.0, 0.0, 0.0, 2.0]
    );
    assert_eq!(none_of_two.gradient(&([2.0, 3.0], 4.0)), ([0.0, 0.0], 1.0));
    assert_eq!(
        one_of_four.gradient(&([2.0, 3.0, 4.0, 5.0], 7.0)),
        ([0.0, 0.0, 0.0, 7.0], 5.0)
    );
    let m = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(transposed.value(&m), [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]);
    assert_eq!(
        columns.value_and_gradient(&m),
        (25.0 + 49.0 + 81.0, [[10.0, 14.0, 18.0]; 2])
    );
    assert_derivatives(block_in_a_loop, &[0.4, 0.7]);
    let l = [[2.0, 9.0, 9.0], [1.0, 4.0, 9.0], [0.5, -1.0, 5.0]];
    assert_eq!(lower.value(&(l, [2.0, 5.0, 0.0])), 1.0 + 1.0 + 0.1);
    assert_derivatives(lower, &(l, [2.0, 5.0, 0.3]));
    assert_derivatives(two_loops, &[0.3, 1.2, -0.5, 1.1, 2.0]);
    assert_derivatives(conditions, &[0.3, 1.2, 1.5, -1.1]);
    let (root, [slope]) = newton.value_and_gradient(&[2.0_f64]);
    assert!((root - 2.0_f64.sqrt()).abs() < 1e-15);
    assert!((slope - 0.5 / 2.0_f64.sqrt()).abs() < 1e-15);
}

#[test]
#[should_panic(expected = "index out of bounds: the len is 3 but the index is 3")]
fn an_index_beyond_the_end() {
    func! { fn f(x: [R; 3]) { let mut s = 0; for i in 0..3 { s += x[i + 1]; } s } }
    let _ = f.value(&[1.0, 2.0, 3.0]);
}

#[test]
fn functions_in_place_hold_numbers() {
    let (k, offset) = (0.5_f64, 2);
    let f = func!(move |x, y| {
        let mut s = x;
        for i in 0..3 {
            s = s * k + y * i + offset;
        }
        s
    });
    assert_eq!(f.value(&[8.0, 1.0]), 7.0);
    assert_derivatives(f, &[0.4, 0.7]);
    let g = func!(|x: [R; 3]| {
        let mut a = x;
        for i in 1..3 {
            a[i] *= a[i - 1] * k;
        }
        a[2]
    });
    assert_eq!(g.gradient(&[1.0, 2.0, 4.0]), [2.0, 1.0, 0.5]);
}

#[test]
fn functions_of_reals_keep_their_hessian() {
    let hessian = newton.hessian(&[2.0_f64]);
    assert!((hessian[0][0] + 0.25 * 2.0_f64.powf(-1.5)).abs() < 1e-14);
    let series = newton.taylor::<3, _>(&[2.0_f64], &[1.0]);
    assert!((series.derivative(3) - 0.375 * 2.0_f64.powf(-2.5)).abs() < 1e-13);
}
