//! Loops of statements, against the same in plain Rust and against finite differences.
#![allow(clippy::needless_range_loop, reason = "written as the functions are")]

use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    /// Huber's loss of a residual.
    fn huber(r, delta) {
        if r.abs() <= delta { 0.5 * r * r } else { delta * (r.abs() - 0.5 * delta) }
    }

    /// A damped pendulum by symplectic Euler, against what was observed.
    fn pendulum(theta0, g, damping; observed: [R; 100], dt) {
        let mut theta = theta0;
        let mut omega = 0;
        let mut loss = 0;
        for i in 0..100 {
            omega -= dt * (g * theta.sin() + damping * omega);
            theta += dt * omega;
            loss += huber(theta - observed[i], 0.1);
        }
        loss / 100
    }

    /// An Elman network over a sequence: the state is an array.
    fn elman<const H: usize, const T: usize>(w: [[R; H]; H], u: [[R; 4]; H], v: [R; H]; xs: [[R; 4]; T], y) {
        let mut h = [0; H];
        for t in 0..T {
            h = (w.dot(h) + u.dot(xs[t])).tanh();
        }
        (v.dot(h) - y).square()
    }

    fn elman_of_three(
        w: [[R; 3]; 3], u: [[R; 4]; 3], v: [R; 3]; xs: [[R; 4]; 5], y
    ) {
        elman(w, u, v, xs, y)
    }

    fn power(x) {
        let mut p = 1;
        for _ in 0..5 { p *= x; }
        p
    }
    fn fibonacci(x, y) {
        let mut a = x;
        let mut b = y;
        for i in 0..10 {
            let next = a / 2 + b * (i + 1) / 8;
            a = b;
            b = next;
        }
        a * b
    }
}

#[test]
fn reals() {
    assert_eq!(power.value_and_gradient(&[2.0]), (32.0, [80.0]));
    assert_derivatives(power, &[0.9]);
    let expected = {
        let (mut a, mut b) = (0.3, 0.4);
        for i in 0..10 {
            (a, b) = (b, a / 2.0 + b * f64::from(i + 1) / 8.0);
        }
        a * b
    };
    assert_eq!(fibonacci.value(&[0.3, 0.4]), expected);
    assert_derivatives(fibonacci, &[0.3, 0.4]);
}

#[test]
fn a_pendulum() {
    let observed = std::array::from_fn(|i| (f64::from(i as u8) * 0.03).cos());
    let data = (observed, 0.01);
    let fit = pendulum.with(&data);
    assert_derivatives(fit, &[0.1, 9.8, 0.05]);
}

#[test]
fn an_elman_network() {
    let w = [[0.5, -0.3, 0.2], [0.1, 0.4, -0.2], [-0.4, 0.3, 0.6]];
    let u = [
        [0.3, 0.1, -0.5, 0.2],
        [0.2, -0.4, 0.1, 0.6],
        [-0.1, 0.2, 0.3, -0.7],
    ];
    let v = [0.7, -1.1, 0.4];
    let xs: [[f64; 4]; 5] =
        std::array::from_fn(|t| std::array::from_fn(|i| (0.7 * t as f64 + 1.3 * i as f64).sin()));
    let data = (xs, 0.3);
    let net = elman_of_three.with(&data);
    let mut h = [0.0; 3];
    for x in xs {
        h = std::array::from_fn(|k| {
            let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
            (dot(&w[k], &h) + dot(&u[k], &x)).tanh()
        });
    }
    let expected = (v[0] * h[0] + v[1] * h[1] + v[2] * h[2] - 0.3).powi(2);
    assert!((net.value(&(w, u, v)) - expected).abs() < 1e-14);
    assert_derivatives(net, &(w, u, v));
}
