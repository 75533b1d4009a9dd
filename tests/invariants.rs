//! What no datum reaches is evaluated once for many rows, and the results are those of each row by itself.

use monograd::expr::custom;
use monograd::prelude::*;
use std::cell::Cell;

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

fn counted(x: f64) -> f64 {
    CALLS.set(CALLS.get() + 1);
    x.exp()
}

func! {
    fn slope_of_counted(_x, value) { value }
    fn of_reals(mu, log_sigma; x) {
        let scale = custom(counted, slope_of_counted, (log_sigma,));
        ((x - mu) / scale).square() + log_sigma
    }
    fn of_shapes(w: [R; 2], log_sigma; x: [R; 2], y) {
        let scale = custom(counted, slope_of_counted, (log_sigma,));
        ((w.dot(x) - y) / scale).square() + log_sigma
    }
}

/// How often the costly function was called.
fn calls(evaluate: impl FnOnce()) -> usize {
    CALLS.set(0);
    evaluate();
    CALLS.get()
}

#[test]
fn invariants_are_evaluated_once_for_many_rows() {
    let rows: Vec<_> = (0..2_000).map(|i| [f64::from(i % 7)]).collect();
    let of_reals = of_reals.over(&rows);
    let rows: Vec<_> = rows.iter().map(|&[x]| ([x, 1.0], x)).collect();
    let of_shapes = of_shapes.over(&rows);
    let shaped = ([0.5, -0.25], 0.1);
    // At most once for 16 rows; once for each, and three times for a Hessian, without.
    let most = 2_000 / 16;
    assert!(calls(|| _ = of_reals.value(&[0.5, 0.1])) <= most);
    assert!(calls(|| _ = of_reals.gradient(&[0.5, 0.1])) <= most);
    assert!(calls(|| _ = of_reals.hessian(&[0.5, 0.1])) <= most);
    assert!(calls(|| _ = of_shapes.value(&shaped)) <= most);
    assert!(calls(|| _ = of_shapes.gradient(&shaped)) <= most);
    assert!(calls(|| _ = of_shapes.hessian(&shaped)) <= most);
}

#[derive(Parameters)]
struct Line<S> {
    slope: S,
    log_scale: [S; 2],
}

func! {
    fn polar(x, y) { [(x * x + y * y).sqrt(), x * y] }
    fn normal(mu, log_sigma; x) {
        let z = (x - mu) * (-log_sigma).exp();
        0.5 * z * z + log_sigma
    }
    fn regression(w: [R; 2], log_scales: [R; 2]; x: [R; 2], y) {
        let scaled = log_scales.exp() * w;
        (scaled.dot(x) - y).square() + 0.01 * w.norm_squared().sqrt() * y
    }
    fn assigned(a, b; x) {
        let mut s = a.exp();
        let t = s * b.exp();
        s += x;
        s *= b.exp();
        s * t
    }
    fn shadowed(a, b; x) {
        let t = a.exp();
        let inner = {
            let a = x * b;
            a * a.exp()
        };
        let b = x + b;
        t * inner + b.exp() + a.exp()
    }
    fn shadowed_by_input(a, b; x) {
        let y = x * b;
        let inner = { let y = a.exp(); y * y };
        inner * y.sin()
    }
    fn branch(a, b; x) {
        let r = a.ln();
        let s = b.exp();
        if x > 0.5 { r * x * s } else { s * x }
    }
    fn invariant_branch(a, b; x) {
        let r = if a > b { a.exp() } else { (a * b).sin() };
        r * x * x
    }
    fn in_loop(a: [R; 3]; x) {
        let mut sum = 0;
        for i in 0..3 {
            sum += a[i].exp() * x;
        }
        sum.sin()
    }
    fn of_loop(a: [R; 3]; x) {
        let mut sum = 0;
        for i in 0..2 {
            sum = sum * a[i] + a[i + 1].exp();
        }
        (sum * x).sin()
    }
    fn elements(a: [R; 3]; x) {
        let mut b = [0; 3];
        for i in 0..3 {
            b[i] = a[i].exp();
        }
        b[0] = x;
        b.norm_squared().sqrt()
    }
    fn called(a, b; x) {
        let [r, p] = polar(a.exp(), b);
        r * x + polar(a, x * p)[0]
    }
    fn destructured(a, b; x) {
        let (r, s) = (a.exp(), x * b.exp());
        r * s
    }
    fn of_struct(line: Line<R>; x, y) {
        let scales = line.log_scale.exp();
        scales[0] * (line.slope * x - y).square() + scales[1]
    }
}

/// A sum over rows, its gradient and its Hessian, against those of each row.
macro_rules! agrees {
    ($function:ident, $point:expr, $rows:expr) => {
        let (point, rows) = ($point, $rows);
        let sum = $function.over(&rows).objective();
        let n = sum.dimension();
        let x = point.as_ref();
        let (mut gradient, mut hessian) = (vec![0.0; n], vec![0.0; n * n]);
        let value = sum
            .value_and_gradient_at(x, &mut gradient)
            .expect("lengths");
        assert_eq!(sum.value_at(x), Ok(value), "{}", stringify!($function));
        sum.hessian_at(x, &mut hessian).expect("lengths");
        let (mut values, mut gradients, mut hessians) = (0.0, vec![0.0; n], vec![0.0; n * n]);
        for row in &rows {
            let one = $function.with(row).objective();
            let (mut slopes, mut second) = (vec![0.0; n], vec![0.0; n * n]);
            values += one.value_and_gradient_at(x, &mut slopes).expect("lengths");
            one.hessian_at(x, &mut second).expect("lengths");
            gradients
                .iter_mut()
                .zip(slopes)
                .for_each(|(sum, slope)| *sum += slope);
            hessians
                .iter_mut()
                .zip(second)
                .for_each(|(sum, slope)| *sum += slope);
        }
        let near = |a: f64, b: f64| {
            let error = (a - b).abs();
            assert!(
                error <= 1e-12 * b.abs().max(1.0),
                "{}: {a} and {b}",
                stringify!($function)
            );
        };
        near(value, values);
        gradient
            .iter()
            .zip(&gradients)
            .for_each(|(&a, &b)| near(a, b));
        hessian
            .iter()
            .zip(&hessians)
            .for_each(|(&a, &b)| near(a, b));
        assert!(gradients.iter().any(|&slope| slope != 0.0));
    };
}

#[test]
fn sums_are_those_of_the_rows() {
    let xs: Vec<_> = (0..300).map(|i| [f64::from(i % 11) / 8.0]).collect();
    let xys: Vec<_> = (0..300)
        .map(|i| [f64::from(i % 11) / 8.0, f64::from(i % 5)])
        .collect();
    let shaped: Vec<_> = xys.iter().map(|&[x, y]| ([x, 1.0], y)).collect();
    agrees!(normal, [0.3, -0.2], xs.clone());
    agrees!(regression, [0.3, -0.2, 0.1, 0.4], shaped);
    agrees!(assigned, [0.3, -0.2], xs.clone());
    agrees!(shadowed, [0.3, -0.2], xs.clone());
    agrees!(shadowed_by_input, [0.3, -0.2], xs.clone());
    agrees!(branch, [0.3, -0.2], xs.clone());
    agrees!(invariant_branch, [0.3, -0.2], xs.clone());
    agrees!(invariant_branch, [-0.3, 0.2], xs.clone());
    agrees!(in_loop, [0.3, -0.2, 0.1], xs.clone());
    agrees!(of_loop, [0.3, -0.2, 0.1], xs.clone());
    agrees!(elements, [0.3, -0.2, 0.1], xs.clone());
    agrees!(called, [0.3, -0.2], xs.clone());
    agrees!(destructured, [0.3, -0.2], xs);
    agrees!(of_struct, [0.3, -0.2, 0.1], xys);
}

/// What no row takes part of contributes nothing, though its derivative is infinite.
#[test]
fn what_no_row_reaches_is_not_pulled_back() {
    let low: Vec<_> = (0..300).map(|i| [f64::from(i % 11) / 100.0]).collect();
    let [a, b] = branch.over(&low).gradient(&[0.0, -0.2]);
    assert_eq!(a, 0.0);
    assert!(b > 0.0);
    let mut one_high = low;
    one_high[77] = [1.0];
    assert_eq!(
        branch.over(&one_high).gradient(&[0.0, -0.2])[0],
        f64::INFINITY
    );
}

/// A loop's costly parts that are the same in each step are evaluated before it, once.
#[test]
fn what_a_loop_does_not_change_is_evaluated_once() {
    func! {
        fn in_loop(a, b, x: [R; 4]) {
            let (mut sum, mut last) = (0, a);
            for i in 0..4 {
                let mut inner = b;
                for j in 0..i {
                    inner += x[j] * a.exp() * (b * b).sin();
                }
                sum += inner * (-a).exp() + last.sin();
                last = x[i] * b.exp();
                if x[i] > 0 { sum += (a - 1).sqrt(); }
            }
            sum
        }
        fn before_it(a, b, x: [R; 4]) {
            let (e, s, d, f) = (a.exp(), (b * b).sin(), (-a).exp(), b.exp());
            let first = b * d + a.sin();
            let second = (b + x[0] * e * s) * d + (x[0] * f).sin();
            let third = (b + (x[0] + x[1]) * e * s) * d + (x[1] * f).sin();
            let fourth = (b + (x[0] + x[1] + x[2]) * e * s) * d + (x[2] * f).sin();
            first + second + third + fourth
        }
    }
    // Where no element is positive the root is not evaluated: of a < 1 it would be NaN.
    let x = (0.3, -0.4, [-0.1, -0.2, -0.7, -0.5]);
    let (value, (a, b, in_x)) = in_loop.value_and_gradient(&x);
    let (expected, (of_a, of_b, of_x)) = before_it.value_and_gradient(&x);
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-14 * b.abs().max(1.0), "{a} and {b}");
    near(value, expected);
    near(a, of_a);
    near(b, of_b);
    in_x.iter().zip(of_x).for_each(|(&a, b)| near(a, b));
}

/// Beyond 512 inputs the gradient is in the heap, one number after the other.
#[test]
fn many_inputs_have_invariants_too() {
    let f = func!(|w: [R; 600], s; x| { let scale = s.exp(); (w.sum() - x).square() * scale });
    let rows = [[1.0], [2.0], [3.0]];
    let (value, (w, s)) = f.over(&rows).value_and_gradient(&([0.01_f64; 600], 0.0));
    let expected = 25.0 + 16.0 + 9.0;
    assert!((value - expected).abs() < 1e-9 && (s - expected).abs() < 1e-9);
    assert!(w.iter().all(|slope| (slope - 24.0).abs() < 1e-9));
}
