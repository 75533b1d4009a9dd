//! The contract on slices: every kind of function as an objective and as a mapping.
#![cfg(feature = "std")]

use monograd::drivers::{EvaluationError, Layout, LengthError};
use monograd::prelude::*;
use monograd::rows::robust::cauchy;
use std::sync::Arc;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn quartic(x: [R; 3]) { (x * x).sum().square() + x.product() }
    fn layered(w: [[R; 2]; 2], b: [R; 2], k) { k * (w.dot(b) + b).tanh().sum() }
    fn error(slope, offset; x, y) { (slope * x + offset - y).sin().square() }
    fn shaped_error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() * w.norm_squared() }
    fn size(slope, offset) { (slope * offset).square() }
    fn square(x) { x * x }
    fn wide(w: [[R; 40]; 20], b: [R; 20]; x: [R; 40]) { (w.dot(x) + b).sigmoid().sum().square() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn curve(t) { [t.cos(), t.sin(), t * t] }
    fn dense(w: [[R; 3]; 2], b: [R; 2]; x: [R; 3]) -> [R; 2] { (w.dot(x) + b).tanh() }
    fn many(w: [R; 600]; x) -> [R; 20] {
        let size = w.norm_squared();
        let waves: [R; 20] = (x * w[0..20]).sin();
        waves * size
    }
}

#[derive(Parameters, Debug)]
struct Line<S> {
    slope: S,
    offset: [S; 2],
}

func! {
    fn of_struct(line: Line<R>; x) { (line.slope * x + line.offset).norm_squared().ln() }
}

fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

fn point(n: usize) -> Vec<f64> {
    (0..n).map(|i| 0.8 * number(i) + 0.1).collect()
}

fn pairs(rows: usize) -> Vec<[f64; 2]> {
    (0..rows).map(|i| [number(i), number(7 * i + 1)]).collect()
}

#[track_caller]
fn assert_near(what: &str, actual: &[f64], expected: &[f64], bound: f64) {
    assert_eq!(actual.len(), expected.len(), "{what}");
    for (a, e) in actual.iter().zip(expected) {
        let near = (a - e).abs() <= bound * e.abs().max(1.0);
        assert!(near, "{what}: {a} is not {e}");
    }
}

/// All questions of an objective against its own gradients and their differences; cached as not cached.
#[track_caller]
fn check(objective: &dyn Objective<f64>) {
    let n = objective.dimension();
    let x = point(n);
    let mut gradient = vec![f64::NAN; n];
    let value = objective
        .value_and_gradient_at(&x, &mut gradient)
        .expect("n numbers");
    assert_eq!(objective.value_at(&x), Ok(value), "value");

    let at = |x: &[f64]| {
        let mut gradient = vec![f64::NAN; n];
        let value = objective.value_and_gradient_at(x, &mut gradient);
        (value.expect("n numbers"), gradient)
    };
    let h = 1e-6;
    let v: Vec<f64> = (0..n).map(|i| number(3 * i + 1)).collect();
    let step = |sign: f64| -> Vec<f64> {
        let moved = x.iter().zip(&v).map(|(x, v)| x + sign * h * v);
        moved.collect()
    };
    let (above, below) = (at(&step(1.0)), at(&step(-1.0)));
    let slope: f64 = gradient.iter().zip(&v).map(|(g, v)| g * v).sum();
    assert_near(
        "gradient",
        &[(above.0 - below.0) / (2.0 * h)],
        &[slope],
        1e-6,
    );
    let differences = above.1.iter().zip(&below.1);
    let differences: Vec<f64> = differences.map(|(a, b)| (a - b) / (2.0 * h)).collect();
    let mut product = vec![f64::NAN; n];
    assert_eq!(objective.hvp_at(&x, &v, &mut product), Ok(()));
    assert_near("product", &product, &differences, 1e-5);

    if n < 100 {
        let mut hessian = vec![f64::NAN; n * n];
        assert_eq!(objective.hessian_at(&x, &mut hessian), Ok(()));
        let rows = hessian.chunks(n);
        let times: Vec<f64> = rows
            .map(|row| row.iter().zip(&v).map(|(h, v)| h * v).sum())
            .collect();
        assert_near("Hessian", &times, &product, 1e-11);
        for i in 0..n {
            for j in 0..n {
                assert_eq!(hessian[i * n + j].to_bits(), hessian[j * n + i].to_bits());
            }
        }
    }

    let bits = |(value, gradient): (f64, Vec<f64>)| {
        let gradient: Vec<_> = gradient.iter().map(|g| g.to_bits()).collect();
        (value.to_bits(), gradient)
    };
    let cached = objective.cached();
    for x in [&x, &x, &v, &x, &x] {
        for value_first in [true, false] {
            if value_first {
                let value = cached.value_at(x).expect("n numbers");
                assert_eq!(value.to_bits(), at(x).0.to_bits());
            }
            let mut gradient = vec![f64::NAN; n];
            let value = cached
                .value_and_gradient_at(x, &mut gradient)
                .expect("n numbers");
            assert_eq!(bits((value, gradient)), bits(at(x)));
        }
    }

    // Every length is checked, by the cached one, too, and nothing is written.
    let long = vec![0.5; n + 1];
    let wrong = |argument, expected, actual| {
        Err(EvaluationError::Length(LengthError {
            argument,
            expected,
            actual,
        }))
    };
    let objectives: [&dyn Objective<f64>; 2] = [objective, &cached];
    for objective in objectives {
        let mut out = vec![7.0; n];
        assert_eq!(objective.value_at(&long), wrong("point", n, n + 1));
        let refused = objective.value_and_gradient_at(&long, &mut out);
        assert_eq!(refused, wrong("point", n, n + 1));
        let refused = objective.value_and_gradient_at(&x, &mut out[1..]);
        assert_eq!(refused, wrong("gradient", n, n - 1));
        let refused = objective.hvp_at(&x, &long, &mut out);
        assert_eq!(refused.map(|()| 0.0), wrong("direction", n, n + 1));
        let refused = objective.hvp_at(&x, &x, &mut out[1..]);
        assert_eq!(refused.map(|()| 0.0), wrong("product", n, n - 1));
        let refused = objective.hessian_at(&x, &mut vec![7.0; n * n + 1]);
        assert_eq!(refused.map(|()| 0.0), wrong("Hessian", n * n, n * n + 1));
        assert!(out.iter().all(|&number| number == 7.0));
    }
}

#[test]
fn every_kind_of_function_is_an_objective() {
    let k: f64 = "0.3".parse().expect("a number");
    check(&rosenbrock.objective());
    check(&quartic.objective());
    check(&layered.objective());
    check(&square.objective());
    check(&func!(move |x, y| k * (x - x * y).exp()).objective());
    check(&error.with(&[0.3, 0.7]).objective());
    check(&shaped_error.with(&([0.3, 0.7], -0.2)).objective());
    check(&of_struct.with(&[0.7]).objective());
    let rows = pairs(300);
    check(&error.over(&rows).objective());
    check(&error.over(&rows).mean().plus(size).objective());
    let (x, y): (Vec<f64>, Vec<f64>) = rows.iter().map(|&[x, y]| (x, y)).unzip();
    let columns = error.over_columns([&x, &y]).expect("columns of one length");
    check(&columns.objective());
    check(&of_struct.over(x.as_chunks().0).mean().objective());
    let shaped: Vec<_> = rows.iter().map(|&row| (row, row[0] + 0.3)).collect();
    check(&shaped_error.over(&shaped).objective());
    let images: Vec<[f64; 40]> = (0..300)
        .map(|i| std::array::from_fn(|j| number(41 * i + j)))
        .collect();
    check(&wide.over(&images).mean().objective());
    check(&wide.with(&images[0]).objective());
    #[cfg(feature = "rayon")]
    {
        check(
            &error
                .over(&rows)
                .mean()
                .plus(size)
                .in_parallel()
                .objective(),
        );
        check(&wide.over(&images).mean().in_parallel().objective());
    }
}

#[test]
fn what_is_referred_to_is_an_objective() {
    let rows = pairs(3);
    let objectives: Vec<Box<dyn Objective<f64> + '_>> = vec![
        Box::new(rosenbrock.objective()),
        Box::new(error.over(&rows).objective()),
    ];
    let total: Result<f64, _> = objectives.iter().map(|f| f.value_at(&[0.0, 1.0])).sum();
    assert_eq!(total, Ok(101.0 + error.over(&rows).value(&[0.0, 1.0])));
    check(&objectives[0]);
    check(&Arc::new(rosenbrock.objective()));
    // Over other scalars, and to threads.
    assert_eq!(rosenbrock.objective().value_at(&[0.0_f32, 1.0]), Ok(101.0));
    let shared: Arc<dyn Objective<f64> + Send + Sync> = Arc::new(rosenbrock.objective().cached());
    let threads = (0..4).map(|i| {
        let objective = Arc::clone(&shared);
        std::thread::spawn(move || {
            let x = [0.1 * f64::from(i), 1.0];
            let mut gradient = [0.0; 2];
            for _ in 0..1000 {
                let value = objective.value_at(&x);
                assert_eq!(value, Ok(rosenbrock.value(&x)));
                let same = objective.value_and_gradient_at(&x, &mut gradient);
                assert_eq!(same, value);
                assert_eq!(gradient, rosenbrock.gradient(&x));
            }
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        thread.join().expect("no thread panics");
    }
}

/// An objective by the four methods that must be written.
struct Provided<'o>(&'o dyn Objective<f64>);

impl Objective<f64> for Provided<'_> {
    fn dimension(&self) -> usize {
        self.0.dimension()
    }
    fn value_at(&self, x: &[f64]) -> Result<f64, EvaluationError> {
        self.0.value_at(x)
    }
    fn value_and_gradient_at(
        &self,
        x: &[f64],
        gradient: &mut [f64],
    ) -> Result<f64, EvaluationError> {
        self.0.value_and_gradient_at(x, gradient)
    }
    fn hvp_at(&self, x: &[f64], v: &[f64], product: &mut [f64]) -> Result<(), EvaluationError> {
        self.0.hvp_at(x, v, product)
    }
}

#[test]
fn the_hessian_that_is_provided() {
    check(&Provided(&square.objective()));
    check(&Provided(&rosenbrock.objective()));
    check(&Provided(&layered.objective()));
    let mut hessian = [];
    let empty = Provided(&Nothing);
    assert_eq!(empty.hessian_at(&[], &mut hessian), Ok(()));
}

struct Nothing;

impl Objective<f64> for Nothing {
    fn dimension(&self) -> usize {
        0
    }
    fn value_at(&self, _: &[f64]) -> Result<f64, EvaluationError> {
        Ok(1.0)
    }
    fn value_and_gradient_at(&self, _: &[f64], _: &mut [f64]) -> Result<f64, EvaluationError> {
        Ok(1.0)
    }
    fn hvp_at(&self, _: &[f64], _: &[f64], _: &mut [f64]) -> Result<(), EvaluationError> {
        Ok(())
    }
}

/// Zeros of both signs are two points.
#[test]
fn the_cache_tells_zeros_apart() {
    let inverse = func!(|x| 1 / x).objective().cached();
    assert_eq!(inverse.value_at(&[0.0]), Ok(f64::INFINITY));
    assert_eq!(inverse.value_at(&[-0.0]), Ok(f64::NEG_INFINITY));
    assert!(inverse.value_at(&[f64::NAN]).expect("a number").is_nan());
}

/// All questions of a mapping against its own results and one another.
#[track_caller]
fn check_mapping(mapping: &dyn Mapping<f64>) {
    let (n, m) = (mapping.input_len(), mapping.output_len());
    let x = point(n);
    let mut results = vec![f64::NAN; m];
    assert_eq!(mapping.results_at(&x, &mut results), Ok(()));
    let (mut by_rows, mut by_columns) = (vec![f64::NAN; m * n], vec![f64::NAN; m * n]);
    assert_eq!(
        mapping.jacobian_at(&x, &mut by_rows, Layout::RowMajor),
        Ok(())
    );
    let column_major = Layout::ColumnMajor;
    assert_eq!(
        mapping.jacobian_at(&x, &mut by_columns, column_major),
        Ok(())
    );
    for i in 0..m {
        for j in 0..n {
            assert_eq!(by_rows[i * n + j], by_columns[j * m + i]);
        }
    }
    let v: Vec<f64> = (0..n).map(|i| number(3 * i + 1)).collect();
    let u: Vec<f64> = (0..m).map(|i| number(5 * i + 2)).collect();
    let rows = || by_rows.chunks(n);
    let along: Vec<f64> = rows()
        .map(|row| row.iter().zip(&v).map(|(j, v)| j * v).sum())
        .collect();
    let mut jvp = vec![f64::NAN; m];
    assert_eq!(mapping.jvp_at(&x, &v, &mut jvp), Ok(()));
    assert_near("jvp", &jvp, &along, 1e-12);
    let combined = |weights: &[f64]| -> Vec<f64> {
        let column = |j| rows().zip(weights).map(|(row, u)| row[j] * u).sum();
        (0..n).map(column).collect()
    };
    let mut vjp = vec![f64::NAN; n];
    assert_eq!(mapping.vjp_at(&x, &u, &mut vjp), Ok(()));
    assert_near("vjp", &vjp, &combined(&u), 1e-12);

    let h = 1e-6;
    let moved = |sign: f64| {
        let x: Vec<f64> = x.iter().zip(&v).map(|(x, v)| x + sign * h * v).collect();
        let mut results = vec![f64::NAN; m];
        mapping.results_at(&x, &mut results).expect("n numbers");
        results
    };
    let differences = moved(1.0).into_iter().zip(moved(-1.0));
    let differences: Vec<f64> = differences.map(|(a, b)| (a - b) / (2.0 * h)).collect();
    assert_near("difference", &jvp, &differences, 1e-6);

    let (mut jtj, mut jtr) = (vec![f64::NAN; n * n], vec![f64::NAN; n]);
    let squares = mapping.normal_equations_at(&x, &mut jtj, &mut jtr);
    let expected: f64 = results.iter().map(|r| r * r).sum();
    assert_near(
        "squares",
        &[squares.expect("n numbers")],
        &[expected],
        1e-12,
    );
    assert_near("Jᵀr", &jtr, &combined(&results), 1e-12);
    for i in 0..n {
        let column: Vec<f64> = rows().map(|row| row[i]).collect();
        assert_near("JᵀJ", &jtj[i * n..][..n], &combined(&column), 1e-12);
    }

    let long = vec![0.5; n + 1];
    let refused = |result: Result<(), LengthError>| result.expect_err("a wrong length").argument;
    let mut out = vec![7.0; m.max(n) + 1];
    assert_eq!(refused(mapping.results_at(&long, &mut results)), "point");
    assert_eq!(
        refused(mapping.results_at(&x, &mut out[..m + 1])),
        "results"
    );
    assert_eq!(
        refused(mapping.jvp_at(&x, &long, &mut out[..m])),
        "direction"
    );
    assert_eq!(
        refused(mapping.jvp_at(&x, &v, &mut out[..m + 1])),
        "product"
    );
    let cotangent = vec![0.5; m + 1];
    assert_eq!(
        refused(mapping.vjp_at(&x, &cotangent, &mut out[..n])),
        "cotangent"
    );
    assert_eq!(
        refused(mapping.vjp_at(&x, &u, &mut out[..n + 1])),
        "product"
    );
    let short = &mut vec![7.0; m * n + 1];
    assert_eq!(
        refused(mapping.jacobian_at(&x, short, column_major)),
        "Jacobian"
    );
    let equations = mapping.normal_equations_at(&x, &mut jtj[1..], &mut jtr);
    assert_eq!(refused(equations.map(|_| ())), "JᵀJ");
    let equations = mapping.normal_equations_at(&x, &mut jtj, &mut jtr[1..]);
    assert_eq!(refused(equations.map(|_| ())), "Jᵀr");
    assert!(out.iter().all(|&number| number == 7.0));
}

#[test]
fn every_kind_of_function_is_a_mapping() {
    check_mapping(&polar.mapping());
    check_mapping(&curve.mapping());
    check_mapping(&rosenbrock.mapping());
    check_mapping(&dense.with(&[0.3, -0.2, 0.9]).mapping());
    check_mapping(&many.with(&[0.7]).mapping());
    check_mapping(&wide.with(&[0.1; 40]).mapping());
    let rows = pairs(40);
    check_mapping(&error.over(&rows).mapping());
    check_mapping(&Box::new(polar.mapping()));
}

func! {
    fn residual(a, k; t, y) { a * (-k * t).exp() - y }
    fn two(a, k; t, y) { [a * (k * t).sin() - y, k * y] }
    fn layer(w: [[R; 3]; 2], b: [R; 2]; x: [R; 3]) -> [R; 2] { (w.dot(x) + b).tanh() }
    fn of_line(line: Line<R>; x, y) -> [R; 2] { (line.slope * x + line.offset - y).sin() }
}

/// The residuals of all rows are those of each row, in lanes and one by one.
#[test]
fn residuals_of_rows() {
    for rows in [0, 1, 7, 8, 33, 300] {
        let data = pairs(rows);
        check_mapping(&residual.over(&data).residuals());
        check_mapping(&two.over(&data).residuals());
        check_mapping(&of_line.over(&data).residuals());
        let shaped: Vec<[f64; 3]> = data.iter().map(|&[x, y]| [x, y, x * y]).collect();
        check_mapping(&layer.over(&shaped).residuals());

        let x = point(2);
        let mut all = vec![f64::NAN; 2 * rows];
        let mut jacobian = vec![f64::NAN; 4 * rows];
        let residuals = two.over(&data).residuals();
        assert_eq!(residuals.results_at(&x, &mut all), Ok(()));
        assert_eq!(
            residuals.jacobian_at(&x, &mut jacobian, Layout::RowMajor),
            Ok(())
        );
        for (i, row) in data.iter().enumerate() {
            let (values, slopes) = two.with(row).value_and_jacobian(&[x[0], x[1]]);
            assert_near("row", &all[2 * i..][..2], &values, 1e-14);
            assert_near("row", &jacobian[4 * i..][..4], slopes.as_flattened(), 1e-14);
        }
    }
    // Some of the rows, and more inputs than fill registers.
    let data = pairs(50);
    check_mapping(
        &residual
            .over(&data)
            .rows(&[3, 3, 49, 0, 7, 8, 9, 1, 2])
            .residuals(),
    );
    let steps: Vec<[f64; 1]> = (0..9).map(|i| [number(i)]).collect();
    check_mapping(&many.over(&steps).residuals());
}

/// Of inputs with shapes and names as of their flat numbers.
#[test]
fn normal_equations_of_any_inputs() {
    let data = pairs(70);
    let line = Line {
        slope: 0.3,
        offset: [0.1, -0.2],
    };
    let equations = of_line.over(&data).normal_equations(&line);
    let residuals = of_line.over(&data).residuals();
    let (mut jtj, mut jtr) = ([0.0; 9], [0.0; 3]);
    let squares = residuals.normal_equations_at(&[0.3, 0.1, -0.2], &mut jtj, &mut jtr);
    assert_eq!(squares, Ok(equations.sum_of_squares));
    let numbers = |line: Line<f64>| [line.slope, line.offset[0], line.offset[1]];
    assert_eq!(numbers(equations.jtr), jtr);
    assert_eq!(numbers(equations.jtj.slope), jtj[..3]);
    assert_eq!(numbers(equations.jtj.offset[1]), jtj[6..]);
    assert_eq!(equations.jtj.offset[0].slope, equations.jtj.slope.offset[0]);

    let shaped: Vec<[f64; 3]> = data.iter().map(|&[x, y]| [x, y, x * y]).collect();
    let point = ([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [0.7, 0.8]);
    let equations = layer.over(&shaped).normal_equations(&point);
    let (of_w, of_b) = equations.jtj;
    assert_eq!(of_w[1][2].1[0], of_b[0].0[1][2]);
}

/// A solver finds the residuals through any pointer: half their square is the value, Jᵀr the gradient.
#[test]
fn least_squares_have_residuals() {
    for rows in [0, 1, 8, 300] {
        let data = pairs(rows);
        let shaped: Vec<[f64; 3]> = data.iter().map(|&[x, y]| [x, y, x * y]).collect();
        let some: Vec<usize> = (0..rows).step_by(3).collect();
        let objectives: [Box<dyn Objective<f64> + '_>; 4] = [
            Box::new(residual.over(&data).least_squares().objective()),
            Box::new(two.over(&data).rows(&some).least_squares().objective()),
            Box::new(of_line.over(&data).least_squares().objective().cached()),
            Box::new(layer.over(&shaped).least_squares().objective().clone()),
        ];
        for objective in &objectives {
            check(objective);
            let residuals = objective.residuals().expect("least squares");
            check_mapping(residuals);
            let (n, m) = (objective.dimension(), residuals.output_len());
            assert_eq!(residuals.input_len(), n);
            let x = point(n);
            let (mut r, mut gradient, mut jtr) = (vec![0.0; m], vec![0.0; n], vec![0.0; n]);
            residuals.results_at(&x, &mut r).expect("m numbers");
            residuals.vjp_at(&x, &r, &mut jtr).expect("n numbers");
            let value = objective.value_and_gradient_at(&x, &mut gradient);
            let squares: f64 = r.iter().map(|r| r * r).sum();
            assert_near(
                "½|r|²",
                &[value.expect("n numbers")],
                &[squares / 2.0],
                1e-13,
            );
            assert_near("gradient", &gradient, &jtr, 1e-13);
        }
    }
}

/// What is not ½|r|² has none: a solver that took some would minimise something else.
#[test]
fn others_have_no_residuals() {
    let data = pairs(8);
    let over = residual.over(&data);
    let objectives: [Box<dyn Objective<f64> + '_>; 5] = [
        Box::new(over.least_squares().mean().objective()),
        Box::new(over.mean().least_squares().objective()),
        Box::new(over.least_squares().plus(size).objective()),
        Box::new(over.robust(func!(|s| cauchy(s, 1))).objective()),
        Box::new(over.objective()),
    ];
    for objective in &objectives {
        check(objective);
        assert!(objective.residuals().is_none());
    }
}
