//! Roots and minima by solvers, with the derivatives of the implicit function theorem: in every mode and order, against closed
//! forms, and where a solver or the theorem fails.
#![cfg(feature = "std")]

use monograd::check::assert_derivatives;
use monograd::implicit::{minimum, minimum_of_several, root, root_of_system};
use monograd::prelude::*;

fn kepler_newton(m: f64, e: f64) -> f64 {
    let mut anomaly = m;
    for _ in 0..50 {
        anomaly -= (anomaly - e * anomaly.sin() - m) / (1.0 - e * anomaly.cos());
    }
    anomaly
}

func! {
    fn kepler(anomaly, m, e) { anomaly - e * anomaly.sin() - m }
    fn kepler_of_data(anomaly; m, e) { anomaly - e * anomaly.sin() - m }
    fn radius(m, e) { 1 - e * root(kepler, kepler_newton, (m, e)).cos() }
}

#[test]
fn a_root() {
    assert_derivatives(radius, &[1.2, 0.3]);
    // The residual's parameters may be its data.
    func! { fn of_data(m, e) { root(kepler_of_data, kepler_newton, (m, e)) } }
    let expected = func!(|m, e| root(kepler, kepler_newton, (m, e))).hessian(&[1.2, 0.3]);
    assert_eq!(of_data.hessian(&[1.2, 0.3]), expected);
    // E(m) solves the equation to every order.
    func! {
        fn residual(m, e) {
            let anomaly = root(kepler, kepler_newton, (m, e));
            kepler(anomaly, m, e)
        }
    }
    let series = residual.taylor::<4, f64>(&[1.2, 0.3], &[1.0, 0.5]);
    for order in 0..=4 {
        assert!(series.derivative(order).abs() < 1e-13);
    }
}

#[test]
fn roots_in_loops_branches_and_over_arrays() {
    func! {
        fn mapped(m: [R; 4], e) { root(kepler, kepler_newton, (m, e)).square().sum() }
        fn repeated(m, e) {
            let mut x = m;
            for i in 0..3 {
                if x > 1 { x = root(kepler, kepler_newton, (x, e)); } else { x *= 1.5; }
            }
            x
        }
    }
    let m = [0.2, 0.9, 1.7, 3.0];
    let (value, (in_m, _)) = mapped.value_and_gradient(&(m, 0.4));
    let single = func!(|m, e| root(kepler, kepler_newton, (m, e)).square());
    assert_eq!(
        value,
        m.iter().map(|&m| single.value(&[m, 0.4])).sum::<f64>()
    );
    assert_eq!(in_m[2], single.gradient(&[1.7, 0.4])[0]);
    assert_derivatives(repeated, &[0.9, 0.3]);
    func! { fn row(e, k; m) { (k * root(kepler, kepler_newton, (m, e)) - m).square() } }
    let rows: Vec<[f64; 1]> = (0..13).map(|i| [0.2 * f64::from(i)]).collect();
    assert_derivatives(row.over(&rows).mean(), &[0.3, 1.1]);
}

#[test]
fn a_minimum() {
    func! {
        /// Its least x solves x³ + a x = b.
        fn quartic(x, a, b) { 0.25 * x.powi(4) + 0.5 * a * x * x - b * x }
        fn cubic(x, a, b) { x.powi(3) + a * x - b }
        fn at_minimum(a, b) { minimum(quartic, solve_cubic, (a, b)) * a }
        fn at_root(a, b) { root(cubic, solve_cubic, (a, b)) * a }
    }
    fn solve_cubic(a: f64, b: f64) -> f64 {
        let mut x = b / (1.0 + a);
        for _ in 0..60 {
            x -= (x.powi(3) + a * x - b) / (3.0 * x * x + a);
        }
        x
    }
    let point = [0.8, 1.7];
    assert_derivatives(at_minimum, &point);
    let (by_minimum, by_root) = (at_minimum.hessian(&point), at_root.hessian(&point));
    for i in 0..2 {
        for j in 0..2 {
            assert!((by_minimum[i][j] - by_root[i][j]).abs() < 1e-12);
        }
    }
}

func! {
    fn meets(x: [R; 2]; r, a) -> [R; 2] { [x[0] * x[0] + x[1] * x[1] - r * r, x[0] * x[1] - a] }
    fn sum(r, a) {
        let x = root_of_system(meets, newton, (r, a));
        x[0] + x[1]
    }
}

fn newton(p: &[f64; 2]) -> [f64; 2] {
    let mut x = [p[0], 0.1];
    for _ in 0..40 {
        let ([f, g], [[a, b], [c, d]]) = meets.with(p).value_and_jacobian(&x);
        let det = a * d - b * c;
        x = [x[0] - (d * f - b * g) / det, x[1] - (a * g - c * f) / det];
    }
    x
}

#[test]
fn a_root_of_a_system() {
    assert_derivatives(sum, &[5.0, 8.0]);
    // (x + y)² = r² + 2 a.
    let known = func!(|r, a| (r * r + 2 * a).sqrt());
    let (found, known) = (
        sum.value_gradient_hessian(&[5.0_f64, 8.0]),
        known.value_gradient_hessian(&[5.0_f64, 8.0]),
    );
    assert!((found.0 - known.0).abs() < 1e-14);
    for i in 0..2 {
        assert!((found.1[i] - known.1[i]).abs() < 1e-14);
        for j in 0..2 {
            assert!((found.2[i][j] - known.2[i][j]).abs() < 1e-13);
        }
    }
    let series = sum.taylor::<5, f64>(&[5.0, 8.0], &[1.0, -0.5]);
    let expected = func!(|r, a| (r * r + 2 * a).sqrt()).taylor::<5, f64>(&[5.0, 8.0], &[1.0, -0.5]);
    for order in 0..=5 {
        assert!((series.derivative(order) - expected.derivative(order)).abs() < 1e-11);
    }
    // In one expression, in a loop and in lanes.
    func! {
        fn row(r; a, y) { (root_of_system(meets, newton, (r, a))[0] - y).square() }
        fn repeated(r, a) {
            let mut x = r;
            for i in 0..3 {
                let z = root_of_system(meets, newton, (x, a));
                x = 0.5 * (z[0] + z[1]) + 2;
            }
            x
        }
    }
    let rows: Vec<[f64; 2]> = (1..12).map(|i| [f64::from(i), 2.0]).collect();
    assert_derivatives(row.over(&rows).mean(), &[7.0]);
    let (h, at) = (1e-5, |r: f64| repeated.value(&[r, 3.0]));
    let slope = (at(5.0 + h) - at(5.0 - h)) / (2.0 * h);
    assert!((repeated.gradient(&[5.0, 3.0])[0] - slope).abs() < 1e-9);
}

#[test]
fn a_minimum_of_several() {
    func! {
        fn loss(w: [R; 2]; k, x: [[R; 2]; 3], y: [R; 3]) { (x.dot(w) - y).norm_squared() + k * w.norm_squared() }
        fn held_out(k, x: [[R; 2]; 3], y: [R; 3]) {
            let w = minimum_of_several(loss, fit, (k, x, y));
            (w[0] - w[1] - 0.5).square() + w[0]
        }
        /// The same in closed form.
        fn by_equations(k, x: [[R; 2]; 3], y: [R; 3]) {
            let t = x.transpose();
            let one = [[1, 0], [0, 1]];
            let w = (t.dot(x) + k * one).solve(t.dot(y));
            (w[0] - w[1] - 0.5).square() + w[0]
        }
    }
    fn fit(data: &(f64, [[f64; 2]; 3], [f64; 3])) -> [f64; 2] {
        let (_, [f, g], [[a, b], [_, d]]) = loss.with(data).value_gradient_hessian(&[0.0, 0.0]);
        let det = a * d - b * b;
        [-(d * f - b * g) / det, -(a * g - b * f) / det]
    }
    let point = (0.1, [[1.0, 0.3], [1.0, 1.0], [1.0, 2.0]], [1.0, 1.5, 2.5]);
    assert_derivatives(held_out, &point);
    let (found, known) = (held_out.gradient(&point), by_equations.gradient(&point));
    assert!((found.0 - known.0).abs() < 1e-13);
    for i in 0..3 {
        assert!((found.2[i] - known.2[i]).abs() < 1e-13);
        assert!((found.1[i][0] - known.1[i][0]).abs() < 1e-13);
    }
    let direction = (1.0, [[0.3, -0.2], [0.5, 1.0], [0.0, 0.7]], [0.1, 0.2, -0.3]);
    let (found, known) = (
        held_out.hvp(&point, &direction),
        by_equations.hvp(&point, &direction),
    );
    assert!((found.0 - known.0).abs() < 1e-12 && (found.1[2][1] - known.1[2][1]).abs() < 1e-12);
}

/// A solver that gives up says so by NaN; where the equation says nothing of the root there is no finite derivative.
#[test]
fn where_there_is_no_root() {
    fn gives_up(_: f64) -> f64 {
        f64::NAN
    }
    func! {
        fn square_is(x, a) { x * x - a }
        fn of_nothing(a) { root(square_is, gives_up, (a,)) }
        fn at_double_root(a) { root(square_is, |_| 0.0, (a,)) }
        fn not_taken(a) { if a > 0 { a } else { root(square_is, gives_up, (a,)) } }
        fn squares(x: [R; 2]; a) -> [R; 2] { x * x - a }
        fn of_none(a) { root_of_system(squares, |_: &[f64; 1]| [f64::NAN; 2], (a,))[0] }
        fn at_singular(a) { root_of_system(squares, |_: &[f64; 1]| [0.0; 2], (a,))[0] }
        /// 1 is not the root: the derivative is that of the x with x² = 2 + 1 − 2.
        fn unconverged(a) { root(square_is, |_| 1.0, (a,)) }
        fn unconverged_vector(a) { root_of_system(squares, |_: &[f64; 1]| [1.0; 2], (a,))[1] }
    }
    for f in [
        of_nothing.value_and_gradient(&[2.0_f64]),
        of_none.value_and_gradient(&[2.0]),
    ] {
        assert!(f.0.is_nan() && f.1[0].is_nan());
    }
    assert!(of_nothing.jvp(&[2.0_f64], &[1.0]).1.is_nan());
    assert!(of_none.jvp(&[2.0_f64], &[1.0]).1.is_nan());
    assert_eq!(
        at_double_root.value_and_gradient(&[0.0]),
        (0.0, [f64::INFINITY])
    );
    let (value, [slope]) = at_singular.value_and_gradient(&[0.0_f64]);
    assert!(value == 0.0 && slope.is_nan());
    let (value, slope) = at_singular.jvp(&[0.0_f64], &[1.0]);
    assert!(value == 0.0 && slope.is_nan());
    assert_eq!(not_taken.value_and_gradient(&[2.0]), (2.0, [1.0]));
    assert_eq!(unconverged.value_and_gradient(&[2.0]), (1.0, [0.5]));
    assert_eq!(unconverged_vector.value_and_gradient(&[2.0]), (1.0, [0.5]));
    assert_eq!(unconverged_vector.jvp(&[2.0], &[1.0]), (1.0, 0.5));
    assert_eq!(
        unconverged_vector.hessian(&[2.0]),
        unconverged.hessian(&[2.0])
    );
}

/// A recording keeps what a solver read, and a replay refuses other numbers rather than give those of before.
#[test]
fn on_a_tape() {
    let tape = Tape::new();
    let (r, a) = (tape.value(5.0), tape.value(8.0));
    let y = sum.value(&[r, a]);
    y.backward();
    let gradient = sum.gradient(&[5.0_f64, 8.0]);
    assert!((r.grad() - gradient[0]).abs() < 1e-14 && (a.grad() - gradient[1]).abs() < 1e-14);
}
