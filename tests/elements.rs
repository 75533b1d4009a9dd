//! Elements of arrays that are assigned to, against the same in plain Rust, and in every mode.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn map(x: [R; 5], k) {
        let mut a = [0; 5];
        for i in 0..5 { a[i] = (k * x[i]).sin(); }
        a.norm_squared()
    }
    fn prefix_sums(x: [R; 5]) {
        let mut a = x;
        for i in 1..5 { a[i] += a[i - 1] * a[i - 1]; }
        a[4] * a[2]
    }
    fn matrix_product(a: [[R; 3]; 2], b: [[R; 4]; 3]) -> [[R; 4]; 2] {
        let mut c = [[0; 4]; 2];
        for i in 0..2 { for j in 0..4 { for k in 0..3 { c[i][j] += a[i][k] * b[k][j]; } } }
        c
    }
    fn convolution(x: [R; 6], w: [R; 3]) {
        let mut y = [0; 4];
        for i in 0..4 { for j in 0..3 { y[i] += w[j] * x[i + j]; } }
        y.square().sum()
    }
    fn scattered(x: [R; 4]) {
        let mut a = [1; 4];
        for i in 0..4 { for j in 0..4 { a[j] = a[j] * x[i] + j; } }
        a.sum()
    }
    fn constant_index(x: [R; 3], y) {
        let mut a = x;
        a[1] = y * y;
        a[2] *= a[1];
        let mut m = [[y; 2]; 2];
        m[1][0] = a[2];
        a.sum() * m[1][0] + m.sum()
    }
    fn rows(m: [[R; 3]; 2]) {
        let mut n = [[1; 3]; 4];
        for i in 0..2 { n[i + 1] = m[i] * m[i]; }
        n[3][0] = 7;
        (n * n).sum()
    }
    fn heat(u0: [R; 6], k) {
        let mut u = u0;
        for _ in 0..3 {
            let before = u;
            for i in 1..5 { u[i] = before[i] + k * (before[i - 1] - 2 * before[i] + before[i + 1]); }
        }
        u.norm_squared()
    }
    fn gauss_seidel(u0: [R; 6]) {
        let mut u = u0;
        for _ in 0..4 { for i in 1..5 { u[i] = (u[i - 1] + u[i + 1]).sin() / 2; } }
        u.sum()
    }
    fn with_a_state(x: [R; 4]) {
        let mut a = [0; 4];
        let mut s = 1;
        for i in 0..4 { s *= x[i]; a[i] = s + x[3 - i]; s += a[i]; }
        a.norm_squared() + s
    }
    fn chosen(x: [R; 4], k) {
        let mut a = x;
        for i in 0..4 { a[i] = if x[i] > k { let r = (x[i] - k).sqrt(); r * r * r } else { a[i] }; }
        a.sum()
    }
    fn read_as_a_whole(x: [R; 3]) {
        let mut a = x;
        for i in 0..3 { a[i] = a.sum() * x[i]; }
        a.norm_squared()
    }
    fn overwritten(x: [R; 3]) {
        let mut a = x.ln();
        for i in 0..2 { a[i] = 2 * x[i]; }
        a[0] = x[2];
        a[0] * a[1]
    }
    fn in_a_branch(x: [R; 3], y) {
        let mut a = x;
        if y > 0 { a[0] = y * y; } else { a[2] = a[1] * y; }
        a.norm_squared()
    }
    fn fibonacci<const N: usize>(x: [R; N], y) {
        let mut f = x;
        for i in 2..N { f[i] = f[i - 1] * y + f[i - 2]; }
        f[N - 1]
    }
    fn fibonacci_of_six(x: [R; 6], y) { fibonacci(x, y) }
}

#[test]
fn values() {
    let x = [0.3, 1.2, -0.5, 2.1, 0.7_f64];
    let expected: f64 = x.iter().map(|x| (1.3 * x).sin().powi(2)).sum();
    assert!((map.value(&(x, 1.3)) - expected).abs() < 1e-14);
    let mut a = x;
    for i in 1..5 {
        a[i] += a[i - 1] * a[i - 1];
    }
    assert_eq!(prefix_sums.value(&x), a[4] * a[2]);
    let (a, b) = (
        [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        [
            [1.0, 0.0, 2.0, 1.0],
            [0.0, 1.0, 1.0, 3.0],
            [2.0, 1.0, 0.0, 1.0],
        ],
    );
    let product = matrix_product.value(&(a, b));
    assert_eq!(product, [[7.0, 5.0, 4.0, 10.0], [16.0, 11.0, 13.0, 25.0]]);
    let (x, w) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.5, -1.0, 2.0]);
    let y: [f64; 4] = std::array::from_fn(|i| (0..3).map(|j| w[j] * x[i + j]).sum());
    assert_eq!(
        convolution.value(&(x, w)),
        y.iter().map(|y| y * y).sum::<f64>()
    );
    let x = [0.5, 2.0, -1.0, 3.0];
    let mut a = [1.0; 4];
    for x in x {
        for j in 0..4 {
            a[j] = a[j] * x + j as f64;
        }
    }
    assert_eq!(scattered.value(&x), a.iter().sum::<f64>());
    assert_eq!(
        constant_index.value(&([1.0, 2.0, 3.0], 2.0)),
        17.0 * 12.0 + 18.0
    );
    assert_eq!(
        rows.value(&[[1.0, 2.0, 3.0], [1.0, 1.0, 2.0]]),
        3.0 + 98.0 + 18.0 + 51.0
    );
    let mut u = [1.0, 3.0, 2.0, 5.0, 4.0, 0.0];
    let start = u;
    for _ in 0..3 {
        let before = u;
        for i in 1..5 {
            u[i] = before[i] + 0.25 * (before[i - 1] - 2.0 * before[i] + before[i + 1]);
        }
    }
    assert!((heat.value(&(start, 0.25)) - u.iter().map(|u| u * u).sum::<f64>()).abs() < 1e-12);
    assert_eq!(
        fibonacci_of_six.value(&([1.0, 1.0, 9.0, 9.0, 9.0, 9.0], 1.0)),
        8.0
    );
    assert_eq!(read_as_a_whole.value(&[1.0, 2.0, 0.0]), 9.0 + 100.0);
}

#[test]
fn derivatives() {
    let x = [0.3, 1.2, -0.5, 2.1, 0.7];
    let [a, b, c, d, _] = x;
    assert_derivatives(map, &(x, 1.3));
    assert_derivatives(prefix_sums, &[0.3, 0.2, 0.5, 0.1, 0.7]);
    assert_derivatives(convolution, &([a, b, c, d, b, a], [0.5, -1.0, 2.0]));
    assert_derivatives(scattered, &[0.5, 0.9, -1.0, 0.3]);
    assert_derivatives(constant_index, &([a, b, c], 1.3));
    assert_derivatives(rows, &[[a, b, c], [d, a, b]]);
    assert_derivatives(heat, &([a, b, c, d, b, a], 0.25));
    assert_derivatives(gauss_seidel, &[a, b, c, d, b, a]);
    assert_derivatives(with_a_state, &[a, b, c, d]);
    assert_derivatives(chosen, &([a, b, c, d], 0.1));
    assert_derivatives(read_as_a_whole, &[a, b, c]);
    assert_derivatives(in_a_branch, &([a, b, c], 0.4));
    assert_derivatives(in_a_branch, &([a, b, c], -0.4));
    assert_derivatives(fibonacci_of_six, &([a, b, c, d, a, b], 0.8));
}

#[test]
fn an_element_that_is_overwritten_contributes_nothing() {
    // ln 0 has an infinite derivative, and the third is not read.
    assert_eq!(overwritten.gradient(&[0.0, 0.0, 3.0]), [0.0, 6.0, 0.0]);
}
