//! Every kind of function can be checked, and what is wrong is found and named.

use monograd::check::{self, Check, Quantity};
use monograd::prelude::*;
use monograd::scalar::{Real, UnaryRule};

func! {
    fn dense<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]) -> [R; OUT] {
        (w.dot(x) + b).tanh()
    }
    fn layer(w: [[R; 2]; 3], b: [R; 3], x: [R; 2]) -> [R; 3] { dense(w, b, x) }
    fn network(w1: [[R; 2]; 3], b1: [R; 3], w2: [R; 3], b2; x: [R; 2], y) {
        let h: [R; 3] = dense(w1, b1, x);
        (w2.dot(h) + b2 - y).square()
    }
    fn energy(x: [R; 3], k) {
        let r: [R; 3] = x * x + 1;
        let p: [R; 3] = (r * k).softmax();
        p.dot(x) + r.log_sum_exp() * x.norm()
    }
    fn step(state, t, b) { (state * b + t).sin() }
    fn chain(a, b; t: [R; 4]) {
        let states: [R; 4] = scan(step, a, (t, b));
        states.product() + states.at::<3>()
    }
    fn norm_of(w1: [[R; 2]; 3], b1: [R; 3], w2: [R; 3], b2) {
        0.1 * (w1.norm_squared() + w2.norm_squared()) + 0 * (b1.sum() + b2)
    }
    fn slope_error(slope, offset; x, y) {
        let e = slope * x + offset - y;
        select(e.abs().less_than(1), e.square(), 2 * e.abs() - 1)
    }
    fn size(slope, offset) { slope.square() + (offset * slope).exp() }
    fn wide(w: [[R; 10]; 8]; x: [R; 10]) {
        let h: [R; 8] = w.dot(x);
        h.tanh().sum() + (w * w).sum()
    }
}

type Parameters = ([[f64; 2]; 3], [f64; 3], [f64; 3], f64);

const PARAMETERS: Parameters = (
    [[0.3, -0.2], [0.7, 0.1], [-0.5, 0.4]],
    [0.1, -0.3, 0.2],
    [0.6, -0.8, 0.5],
    0.25,
);

fn lines(rows: usize) -> Vec<[f64; 2]> {
    let row = |i: usize| {
        let x = i as f64 / 16.0 - 1.0;
        [x, (7.0 * x).sin() + 0.3]
    };
    (0..rows).map(row).collect()
}

#[test]
fn functions_with_shapes_and_data() {
    check::assert_derivatives(energy, &([0.3, -0.7, 1.1], 0.8));
    check::assert_derivatives(network.with(&([0.4, -0.9], 0.3)), &PARAMETERS);
    check::assert_derivatives(network.with(&([0.4_f32, -0.9], 0.3)), &PARAMETERS);
    check::assert_derivatives(chain.with(&[0.1, 0.5, -0.4, 0.9]), &[0.7, 1.2]);
    check::assert_derivatives(func!(|x, y; t| (x * t - y).sin()).with(&[0.7]), &[0.3, 0.1]);
}

#[test]
fn functions_with_several_results() {
    let (w, b, ..) = PARAMETERS;
    check::assert_derivatives(layer, &(w, b, [0.4, -0.9]));
    check::assert_derivatives(
        func!(|a, b; t| [a * t, a * b, b.exp()]).with(&[3.0]),
        &[2.0, 0.5],
    );
    check::assert_derivatives(func!(|a, b| (a * b, a / b)), &[2.0, 0.5]);
}

/// Beyond 64 inputs not every second derivative is checked.
#[test]
fn a_function_of_many_inputs() {
    let w: [[f64; 10]; 8] = std::array::from_fn(|i| {
        std::array::from_fn(|j| ((3 * i + 7 * j) % 11) as f64 / 11.0 - 0.4)
    });
    let x: [f64; 10] = std::array::from_fn(|i| (i as f64 / 3.0).sin());
    let report = check::function(wide.with(&x), &w).unwrap();
    assert_eq!(report.inconclusive, 0);
    assert!(report.comparisons > 80 * 10, "{report:?}");
}

#[test]
fn sums_over_rows() {
    for rows in [0, 1, 3, 9, 300] {
        let rows = lines(rows);
        let (x, y): (Vec<_>, Vec<_>) = rows.iter().map(|&[x, y]| (x, y)).unzip();
        let point = [0.8, 0.1];
        let loss = slope_error.over(&rows);
        check::assert_derivatives(loss, &point);
        check::assert_derivatives(loss.plus(size), &point);
        check::assert_derivatives(slope_error.over_columns([&x, &y]).unwrap(), &point);
        if rows.is_empty() {
            continue;
        }
        check::assert_derivatives(loss.mean().plus(size), &point);
        let batch = [0, rows.len() - 1, rows.len() / 2];
        check::assert_derivatives(loss.rows(&batch).mean(), &point);
    }
    let rows: Vec<_> = lines(10).iter().map(|&[x, y]| ([x, y], x * y)).collect();
    check::assert_derivatives(network.over(&rows).mean().plus(norm_of), &PARAMETERS);
    let rows: Vec<_> = lines(10).iter().map(|row| row.map(|x| x as f32)).collect();
    check::assert_derivatives(slope_error.over(&rows), &[0.8, 0.1]);
}

#[cfg(feature = "rayon")]
#[test]
fn sums_over_rows_on_all_cores() {
    let rows = lines(1000);
    let loss = slope_error.over(&rows).mean().plus(size);
    let alone = check::function(loss, &[0.8, 0.1]).unwrap();
    let report = check::function(loss.in_parallel(), &[0.8, 0.1]).unwrap();
    assert_eq!(report.inconclusive, 0);
    // A value and two derivatives more, in each precision.
    assert_eq!(report.comparisons, alone.comparisons + 6);
}

/// A rule whose partial is wrong.
#[derive(Debug, Clone, Copy)]
struct Wrong;

impl UnaryRule for Wrong {
    fn primal<F: Real>(self, x: F) -> F {
        x * x * x
    }
    fn partial<S: Scalar>(self, x: S, _: S) -> S {
        S::constant(3.0) * x
    }
}

/// A rule that is NaN in lanes.
#[cfg(feature = "simd")]
#[derive(Debug, Clone, Copy)]
struct NanInLanes;

#[cfg(feature = "simd")]
impl UnaryRule for NanInLanes {
    fn primal<F: Real>(self, x: F) -> F {
        if F::IS_PACK { (-F::one()).sqrt() } else { x }
    }
    fn partial<S: Scalar>(self, _: S, _: S) -> S {
        S::one()
    }
}

/// A rule that is another in an unusual scalar, such as lanes.
#[derive(Debug, Clone, Copy)]
struct WrongInLanes;

impl UnaryRule for WrongInLanes {
    fn primal<F: Real>(self, x: F) -> F {
        if F::IS_PACK { x + x } else { x }
    }
    fn partial<S: Scalar>(self, _: S, _: S) -> S {
        S::one()
    }
}

#[test]
fn what_is_wrong_is_named() {
    let f = func!(|w: [[R; 2]; 2], k; x: [R; 2]| k * w.at::<1>().at::<0>().apply(Wrong) + w.dot(x).sum());
    let mismatch =
        check::function(f.with(&[1.0, 2.0]), &([[1.0, 2.0], [3.0, 4.0]], 0.5)).unwrap_err();
    let Quantity::Derivative { input } = mismatch.quantity else {
        panic!("{mismatch}")
    };
    assert_eq!((input.number, input.name, input.element), (0, "w", 2));
    assert!(
        mismatch.to_string().starts_with(
            "the derivative in w[1][0] at ([[1.0, 2.0], [3.0, 4.0]], 0.5) in f64 is 5.5 by reverse mode"
        ),
        "{mismatch}"
    );

    let rows = [[1.0], [2.0]];
    let f = func!(|a, b; x| a * x + b);
    let penalty = func!(|_a, b| b.apply(Wrong));
    let mismatch = check::function(f.over(&rows).plus(penalty), &[1.0, 2.0]).unwrap_err();
    assert!(
        mismatch
            .to_string()
            .starts_with("the derivative in b at [1.0, 2.0]"),
        "{mismatch}"
    );

    let f = func!(|a; x| (a * x).apply(Wrong));
    let mismatch = check::function(f.over(&rows), &[1.0]).unwrap_err();
    assert!(
        mismatch
            .to_string()
            .starts_with("the derivative in a at [1.0]"),
        "{mismatch}"
    );

    // A function of many inputs, and one with several results.
    let f = func!(|w: [R; 100]| w.at::<70>().apply(Wrong));
    let mismatch = check::function(f, &[0.5; 100]).unwrap_err();
    assert!(
        mismatch
            .to_string()
            .starts_with("the derivative in w[70] at "),
        "{mismatch}"
    );
    let f = func!(|w: [R; 3]| [w.sum(), w.at::<1>().apply(Wrong)]);
    let mismatch = check::function(f, &[0.5; 3]).unwrap_err();
    assert!(
        mismatch
            .to_string()
            .starts_with("the derivative of result 1 in w[1] at "),
        "{mismatch}"
    );
}

/// A NaN in lanes alone is not passed over.
#[cfg(feature = "simd")]
#[test]
fn what_is_not_finite_in_lanes_alone_is_found() {
    let f = func!(|a; x| a + x.apply(NanInLanes));
    let mismatch = check::function(f.over(&[[1.0]; 16]), &[2.0]).unwrap_err();
    assert_eq!(
        mismatch.to_string(),
        "the value at [2.0] in f64 is NaN by the sum over rows but 48.0 by the rows one by one"
    );
}

/// Where a branch that is not taken is infinite, in some rows of a pack.
#[test]
fn lanes_that_disagree() {
    let f = func!(|a; x| select(x.equals(0), 0, a * x.ln()));
    let rows: Vec<_> = (0..70).map(|i| [f64::from(i % 3)]).collect();
    check::assert_derivatives(f.over(&rows), &[1.0]);
    check::assert_derivatives(f.over(&rows).mean(), &[1.0]);
}

/// The lanes are held against row by row.
#[cfg(feature = "simd")]
#[test]
fn what_is_wrong_in_lanes_is_found() {
    let f = func!(|a; x| a * x.apply(WrongInLanes));
    let modes = Check {
        differences: false,
        ..Check::default()
    };
    let rows = [[1.0]; 16];
    assert!(modes.function(f.with(&rows[0]), &[2.0]).is_ok());
    let mismatch = modes.function(f.over(&rows), &[2.0]).unwrap_err();
    assert_eq!(
        mismatch.to_string(),
        "the value at [2.0] in f64 is 64.0 by the sum over rows but 32.0 by the rows one by one"
    );
}

#[cfg(not(feature = "simd"))]
#[test]
fn without_lanes_there_is_nothing_wrong_in_them() {
    let f = func!(|a; x| a * x.apply(WrongInLanes));
    let check = Check::default();
    assert!(check.function(f.over(&[[1.0]; 16]), &[2.0]).is_ok());
}

#[test]
fn what_cannot_be_compared_is_counted() {
    let rows = [[1.0], [0.0]];
    let report = check::function(func!(|a; x| a * x.ln()).over(&rows), &[1.0]).unwrap();
    assert!(report.inconclusive > 0);
}
