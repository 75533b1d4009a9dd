//! Functions of so many array `let`s that these are compiled as several functions.

use monograd::check::assert_derivatives;
use monograd::prelude::*;

func! {
    fn many(x: [R; 4], w: [[R; 4]; 4], s) {
        let a = (x * s + 0.1).tanh();
        let b = a * x - w.dot(a);
        let c = b.relu() + a;
        let d = c * c;
        let e = if d < 0.4 { d.sin() } else { a * d };
        let f = e[1..3];
        let g = w.dot(e) + s;
        let h = g / (d + 2);
        let i = h.exp() - f[0];
        let j = i.max(b);
        let k = j * f[1] + x;
        let l = (k * k + 1).ln();
        let m = l - w.dot(l) * 0.25;
        let n = w.dot(m);
        let o = n * c;
        let p = o.tanh() * i;
        let q0 = (p * s - a).tanh();
        let q1 = (q0 * s - a).tanh();
        let q2 = (q1 * s - a).tanh();
        let q3 = (q2 * s - a).tanh();
        let q4 = (q3 * s - a).tanh();
        let q5 = (q4 * s - a).tanh();
        let q6 = (q5 * s - a).tanh();
        let q7 = (q6 * s - a).tanh();
        let q8 = (q7 * s - a).tanh();
        let q9 = (q8 * s - a).tanh();
        let q10 = (q9 * s - a).tanh();
        let q11 = (q10 * s - a).tanh();
        let q12 = (q11 * s - a).tanh();
        let q13 = (q12 * s - a).tanh();
        let q14 = (q13 * s - a).tanh();
        let q15 = (q14 * s - a).tanh();
        let q16 = (q15 * s - a).tanh();
        let q17 = (q16 * s - a).tanh();
        let q18 = (q17 * s - a).tanh();
        let q19 = (q18 * s - a).tanh();
        let q20 = (q19 * s - a).tanh();
        let q21 = (q20 * s - a).tanh();
        let q22 = (q21 * s - a).tanh();
        let q23 = (q22 * s - a).tanh();
        // Of some arrays single elements alone are read.
        q23.sum() + j[2] * l[0] + b.norm()
    }
    /// The same without `let`s of arrays but those that are needed.
    fn few(x: [R; 4], w: [[R; 4]; 4], s) {
        let c = first(x, w, s);
        let a = (x * s + 0.1).tanh();
        let b = a * x - w.dot(a);
        second(x, w, s, a, b, c)
    }
    fn first(x: [R; 4], w: [[R; 4]; 4], s) -> [R; 4] {
        let a = (x * s + 0.1).tanh();
        (a * x - w.dot(a)).relu() + a
    }
    fn second(x: [R; 4], w: [[R; 4]; 4], s, a: [R; 4], b: [R; 4], c: [R; 4]) {
        let e = if c * c < 0.4 { (c * c).sin() } else { a * (c * c) };
        let i = ((w.dot(e) + s) / (c * c + 2)).exp() - e[1];
        let j = i.max(b);
        let l = ((j * e[2] + x).square() + 1).ln();
        let m = l - w.dot(l) * 0.25;
        let mut q = (w.dot(m) * c).tanh() * i;
        for t in 0..24 {
            q = (q * s - a).tanh();
        }
        q.sum() + j[2] * l[0] + b.norm()
    }
    /// What nothing reaches has the derivative 0, and is not pulled back.
    fn unused(x: [R; 3]) {
        let a = x * 2;
        let _b = a.ln();
        let c = a.sqrt();
        let d = c + 1;
        let e = d * d;
        let f = e + a;
        let g = f * 3;
        let h = g - c;
        let i = h * h;
        let k0 = (i - a).sin();
        let k1 = (k0 - a).sin();
        let k2 = (k1 - a).sin();
        let k3 = (k2 - a).sin();
        let k4 = (k3 - a).sin();
        let k5 = (k4 - a).sin();
        let k6 = (k5 - a).sin();
        let k7 = (k6 - a).sin();
        let k8 = (k7 - a).sin();
        let k9 = (k8 - a).sin();
        let k10 = (k9 - a).sin();
        let k11 = (k10 - a).sin();
        let k12 = (k11 - a).sin();
        let k13 = (k12 - a).sin();
        let k14 = (k13 - a).sin();
        let k15 = (k14 - a).sin();
        let k16 = (k15 - a).sin();
        let k17 = (k16 - a).sin();
        let k18 = (k17 - a).sin();
        let k19 = (k18 - a).sin();
        let k20 = (k19 - a).sin();
        let k21 = (k20 - a).sin();
        let k22 = (k21 - a).sin();
        let k23 = (k22 - a).sin();
        i[1] + g[1] + k23[1]
    }
}

type Point = ([f64; 4], [[f64; 4]; 4], f64);

const POINT: Point = (
    [0.3, -0.7, 1.1, 0.2],
    [
        [0.1, 0.2, -0.3, 0.4],
        [-0.5, 0.6, 0.7, -0.8],
        [0.9, -0.1, 0.2, 0.3],
        [0.4, 0.5, -0.6, 0.7],
    ],
    0.8,
);

#[test]
fn every_mode_agrees() {
    assert_derivatives(many, &POINT);
}

#[test]
fn it_is_what_fewer_lets_give() {
    let (value, gradient) = many.value_and_gradient(&POINT);
    let (same_value, same_gradient) = few.value_and_gradient(&POINT);
    assert!((value - same_value).abs() < 1e-14);
    let numbers = |(x, w, s): Point| [x.to_vec(), w.concat(), vec![s]].concat();
    for (slope, same) in numbers(gradient).into_iter().zip(numbers(same_gradient)) {
        assert!((slope - same).abs() < 1e-13, "{slope} and {same}");
    }
}

#[test]
fn an_element_that_nothing_reaches_is_not_pulled_back() {
    // The root is not differentiable at 0, where the first and the last element are.
    let gradient = unused.gradient(&[0.0, 2.0, 0.0]);
    assert_eq!(gradient.map(f64::is_finite), [true; 3]);
    assert_eq!((gradient[0], gradient[2]), (0.0, 0.0));
    assert_ne!(gradient[1], 0.0);
}
