//! One trait for every function: items and closures, with shapes, with their data, summed over rows.

use monograd::expr::{Inputs, R};
use monograd::prelude::*;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn ripple(x, y, z) { (x * y).sin() + (z - x).exp() * y }
    fn quartic(x: [R; 3]) { (x * x).sum().square() + x.product() }
    fn layered(w: [[R; 2]; 2], b: [R; 2], k) { k * (w.dot(b) + b).tanh().sum() }
    fn error(slope, offset; x, y) { (slope * x + offset - y).sin().square() }
    fn shaped_error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() * w.norm_squared() }
    fn size(slope, offset) { (slope * offset).square() }
}

/// All of a point's numbers.
fn flat<I: Inputs>(x: &I::Of<f64>) -> Vec<f64> {
    (0..I::LEN).map(|at| I::get(I::refs(x), at)).collect()
}

fn of<I: Inputs>(numbers: &[f64]) -> I::Of<f64> {
    I::from_fn(&mut |at| numbers[at])
}

fn close(what: &str, actual: f64, expected: f64) {
    let error = (actual - expected).abs();
    let bound = 1e-10 * expected.abs().max(1.0);
    assert!(error <= bound, "{what}: {actual} is not {expected}");
}

/// Every question against the gradient and its differences.
fn every_question<I: Inputs, const N: usize>(f: impl Function<N, R, I>, point: &[f64]) {
    let x = of::<I>(point);
    let (value, gradient, hessian) = f.value_gradient_hessian(&x);
    let slopes = flat::<I>(&gradient);
    let n = point.len();
    close("value", f.value(&x), value);
    assert_eq!(flat::<I>(&f.gradient(&x)).len(), n);
    for (slope, other) in slopes.iter().zip(flat::<I>(&f.gradient(&x))) {
        close("gradient", other, *slope);
    }
    for (slope, other) in slopes.iter().zip(flat::<I>(&f.jacobian_forward(&x))) {
        close("forward mode", other, *slope);
    }
    for (slope, other) in slopes.iter().zip(flat::<I>(&f.jacobian_reverse(&x))) {
        close("reverse mode", other, *slope);
    }
    close("a partial", f.partials(&x, [n - 1])[0], slopes[n - 1]);
    let (_, back) = f.vjp(&x, &3.0);
    for (slope, other) in slopes.iter().zip(flat::<I>(&back)) {
        close("vjp", other, 3.0 * slope);
    }
    let mut twice = gradient;
    f.accumulate(&x, &mut twice);
    for (slope, other) in slopes.iter().zip(flat::<I>(&twice)) {
        close("accumulated", other, 2.0 * slope);
    }
    let mut written = vec![f64::NAN; n];
    let into = f.value_and_gradient_into(point, &mut written);
    close("value in place", into.expect("slices of its length"), value);
    for (slope, other) in slopes.iter().zip(&written) {
        close("in place", *other, *slope);
    }

    let v: Vec<f64> = (0..n).map(|i| 0.5 - 0.3 * i as f64).collect();
    let direction = of::<I>(&v);
    let along: f64 = slopes.iter().zip(&v).map(|(slope, v)| slope * v).sum();
    close("jvp", f.jvp(&x, &direction).1, along);
    let product = flat::<I>(&f.hvp(&x, &direction));
    let mut curvature = 0.0;
    for row in 0..n {
        let line = flat::<I>(I::number(I::refs(&hessian), row));
        let expected = line.iter().zip(&v).map(|(h, v)| h * v).sum();
        close("hvp", product[row], expected);
        curvature += v[row] * expected;
        for column in 0..n {
            let mirrored = I::number(I::refs(&hessian), column);
            assert_eq!(line[column], I::get(I::refs(mirrored), row), "symmetry");
            let moved = |h: f64| {
                let mut point = point.to_vec();
                point[column] += h;
                flat::<I>(&f.gradient(&of::<I>(&point)))[row]
            };
            let difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!((line[column] - difference).abs() < 1e-5 * difference.abs().max(1.0));
        }
    }
    let series = f.taylor::<2, _>(&x, &direction);
    close("Taylor's value", series.primal, value);
    close("Taylor's slope", series.derivative(1), along);
    close("Taylor's curvature", series.derivative(2), curvature);
}

#[test]
fn items_and_closures() {
    let k = 0.7_f64;
    every_question(rosenbrock, &[0.3, -0.4]);
    every_question(ripple, &[0.3, -0.4, 0.8]);
    every_question(func!(move |x, y| (k * x).exp() * y), &[0.3, -0.4]);
    every_question(func!(|x| x.tanh() * x), &[0.3]);
}

#[test]
fn functions_with_shapes() {
    every_question(quartic, &[0.3, -0.4, 0.8]);
    every_question(layered, &[0.3, -0.4, 0.8, 0.1, 0.5, -0.6, 1.2]);
}

#[test]
fn functions_with_their_data() {
    every_question(error.with(&[0.4, 0.9]), &[0.3, -0.4]);
    every_question(shaped_error.with(&([0.4, 0.9], 0.2)), &[0.3, -0.4, 0.1]);
    let in_single_precision = error.with(&[0.5_f32, 0.75]);
    every_question(in_single_precision, &[0.3, -0.4]);
    let exact = error.with(&[0.5_f64, 0.75]);
    assert_eq!(
        in_single_precision.hessian(&[0.3, -0.4]),
        exact.hessian(&[0.3, -0.4])
    );
}

fn rows() -> Vec<[f64; 2]> {
    let number = |i: usize| (i as f64 * 0.37).sin();
    (0..700).map(|i| [number(i), number(3 * i + 1)]).collect()
}

#[test]
fn sums_over_rows() {
    let rows = rows();
    every_question(error.over(&rows), &[0.3, -0.4]);
    every_question(error.over(&rows).mean().plus(size), &[0.3, -0.4]);
    let shaped: Vec<_> = rows.iter().map(|&[x, y]| ([x, y], x * y)).collect();
    every_question(shaped_error.over(&shaped).mean(), &[0.3, -0.4, 0.1]);
    let [x, y] = [0, 1].map(|i| rows.iter().map(|row| row[i]).collect::<Vec<_>>());
    let columns = error.over_columns([&x, &y]).expect("columns of one length");
    every_question(columns, &[0.3, -0.4]);
}

/// The Hessian of a sum is the sum of the Hessians.
#[test]
fn the_hessian_of_a_sum() {
    let rows = rows();
    let x = [0.3, -0.4];
    let hessian = error.over(&rows).hessian(&x);
    for (i, line) in hessian.iter().enumerate() {
        for (j, &second) in line.iter().enumerate() {
            let of_row = |row| error.with(row).hessian(&x)[i][j];
            let sum: f64 = rows.iter().map(of_row).sum();
            assert!((second - sum).abs() < 1e-11 * sum.abs().max(1.0));
        }
    }
}

#[cfg(feature = "rayon")]
#[test]
fn on_all_cores_second_derivatives_have_the_same_bits() {
    let rows = rows();
    let loss = error.over(&rows).mean().plus(size);
    every_question(loss.in_parallel(), &[0.3, -0.4]);
    let x = [0.3, -0.4];
    assert_eq!(
        loss.in_parallel().value_and_gradient(&x),
        loss.value_and_gradient(&x)
    );
    assert_eq!(
        loss.in_parallel().hvp(&x, &[1.0, 2.0]),
        loss.hvp(&x, &[1.0, 2.0])
    );
}

/// The point of one input with a shape is the array that it is; of several, a tuple.
#[test]
fn points_are_what_the_inputs_are() {
    assert_eq!(quartic.gradient(&[1.0, 0.0, 2.0]), [20.0, 2.0, 40.0]);
    let (w, _b, k): ([[f64; 2]; 2], [f64; 2], f64) =
        layered.gradient(&([[0.0; 2]; 2], [1.0, 1.0], 2.0));
    assert_eq!(w[0], w[1]);
    assert!((k - 2.0 * 1.0_f64.tanh()).abs() < 1e-15);
    func! { fn doubled(v: [R; 2]) -> [R; 2] { 2 * v } }
    assert_eq!(doubled.jacobian(&[1.0, 1.0]), [[2.0, 0.0], [0.0, 2.0]]);
}
