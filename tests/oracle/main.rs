//! Programs with shapes, every kind of view inside of every kind of node and at random, against what JAX
//! computed, against loops without the crate, and in every mode against the others.
//!
//! README.md here says where they come from.
#![cfg(feature = "std")]

mod comparison;
mod modes;
mod plain;
#[allow(
    unused_variables,
    clippy::all,
    reason = "written by a script: loops and indices as they come"
)]
mod programs;
mod stored;

use comparison::{Comparison, random_points};
use modes::{Case, Mode};
use plain::Near;

/// Every program, with its group's stored numbers.
fn each(comparison: &mut Comparison, mut of: impl FnMut(&mut Comparison, &Case, &[stored::Point])) {
    for (group, cases) in programs::GROUPS {
        let stored = stored::points(group);
        for case in *cases {
            comparison.of_program(group, case.name, |comparison| {
                of(comparison, case, &stored[case.stored_as]);
            });
        }
    }
}

#[test]
fn another_library_agrees() {
    let mut comparison = Comparison::new();
    each(&mut comparison, |comparison, case, points| {
        for point in points {
            let stored::Point { x, data, v, .. } = point;
            let slopes = &point.derivatives;
            let value = case.program.value(x, data);
            let (beside, derivatives) = case.program.value_and_derivatives(x, data);
            // What the terms of the value are multiplied by when an input changes by a unit.
            let terms = slopes.iter().chain(&point.value);
            let size = terms.fold(0.0_f64, |size, term| size.max(term.abs()));
            comparison.lists("value", &value, &point.value, 1e-12, size);
            comparison.lists("value beside", &beside, &point.value, 1e-12, size);
            comparison.lists("derivatives", &derivatives, slopes, 1e-12, size);
            for mode in case.modes {
                let Some(expected) = &point.product else {
                    break;
                };
                let size = expected
                    .iter()
                    .fold(size, |size, term| size.max(term.abs()));
                if let Mode::Product(of) = mode {
                    let product = of.product(x, data, v);
                    comparison.lists("product", &product, expected, 1e-12, size);
                }
                if let Mode::Series(of) = mode {
                    let along = |list: &[f64]| list.iter().zip(v).map(|(a, b)| a * b).sum::<f64>();
                    let expected = [point.value[0], along(slopes), along(expected)];
                    let size = size * v.len() as f64;
                    comparison.lists(
                        "series",
                        &of.series(x, data, v)[..3],
                        &expected,
                        1e-12,
                        size,
                    );
                }
            }
        }
    });
    comparison.finish(600);
}

#[test]
fn loops_agree() {
    let mut comparison = Comparison::new();
    each(&mut comparison, |comparison, case, points| {
        let sizes = case.program.sizes();
        let stored = points
            .iter()
            .map(|point| (point.x.clone(), point.data.clone()));
        for (x, data) in stored.chain(random_points(case.name, sizes.inputs, sizes.data)) {
            let near = Near::new();
            let expected = (case.by_loops)(&x, &data, &near);
            assert_eq!(expected.len(), sizes.results);
            if comparison.is_too_near(near, 1e-9) {
                continue;
            }
            let value = case.program.value(&x, &data);
            comparison.lists("value", &value, &expected, 1e-14, 10.0);
            differences(comparison, case, &x, &data);
        }
    });
    comparison.finish(400 * 20);
}

/// The derivatives against differences of the loops' values along a direction.
fn differences(comparison: &mut Comparison, case: &Case, x: &[f64], data: &[f64]) {
    let v: Vec<f64> = (0..x.len()).map(|i| (1.3 * i as f64 + 0.4).sin()).collect();
    let (_, derivatives) = case.program.value_and_derivatives(x, data);
    let near = Near::new();
    let by = |h: f64| {
        let at = |steps: f64| {
            let x: Vec<f64> = x.iter().zip(&v).map(|(x, v)| x + steps * h * v).collect();
            (case.by_loops)(&x, data, &near)
        };
        let [a, b, c, d, e, f] = [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0].map(at);
        let terms = |i: usize| 45.0 * (d[i] - c[i]) - 9.0 * (e[i] - b[i]) + (f[i] - a[i]);
        (0..a.len())
            .map(move |i| terms(i) / (60.0 * h))
            .collect::<Vec<_>>()
    };
    let (wide, narrow) = (by(1e-3), by(2e-4));
    if near.distance() < 1e-2 {
        return; // one of the points may be beyond a kink
    }
    for (row, slopes) in derivatives.chunks(x.len()).enumerate() {
        let slope: f64 = slopes.iter().zip(&v).map(|(slope, v)| slope * v).sum();
        let size = slopes
            .iter()
            .fold(1.0_f64, |size, slope| size.max(slope.abs()));
        // Where the function turns within the steps, they do not agree.
        let error = (wide[row] - narrow[row]).abs();
        if error < 1e-6 * size {
            comparison.numbers("slope by differences", slope, narrow[row], 1e-7, size);
        }
    }
}

#[test]
fn modes_agree() {
    let mut comparison = Comparison::new();
    each(&mut comparison, |comparison, case, _| {
        let sizes = case.program.sizes();
        for (x, data) in random_points(case.name, sizes.inputs, sizes.data) {
            let near = Near::new();
            (case.by_loops)(&x, &data, &near);
            if !comparison.is_too_near(near, 1e-4) {
                modes_at(comparison, case, &x, &data);
            }
        }
    });
    comparison.finish(400 * 20);
}

fn modes_at(comparison: &mut Comparison, case: &Case, x: &[f64], data: &[f64]) {
    let direction = |n: usize| {
        (0..n)
            .map(|i| (0.9 * i as f64 + 0.7).cos())
            .collect::<Vec<_>>()
    };
    let (v, n) = (direction(x.len()), x.len());
    let value = case.program.value(x, data);
    let (beside, derivatives) = case.program.value_and_derivatives(x, data);
    let size = value
        .iter()
        .chain(&derivatives)
        .fold(1.0_f64, |size, term| size.max(term.abs()));
    comparison.lists("value beside", &beside, &value, 1e-14, 10.0 * size);
    let along = |row: &[f64]| row.iter().zip(&v).map(|(slope, v)| slope * v).sum::<f64>();
    for mode in case.modes {
        match mode {
            Mode::Product(of) => {
                // Differences of gradients, where two steps agree; by JAX it is compared at the stored points.
                let difference = |h: f64| {
                    let moved = |sign: f64| {
                        let x: Vec<f64> = x.iter().zip(&v).map(|(x, v)| x + sign * h * v).collect();
                        case.program.value_and_derivatives(&x, data).1
                    };
                    let (ahead, behind) = (moved(1.0), moved(-1.0));
                    let pairs = ahead.into_iter().zip(behind);
                    pairs
                        .map(|(ahead, behind)| (ahead - behind) / (2.0 * h))
                        .collect::<Vec<_>>()
                };
                let (wide, narrow) = (difference(1e-5), difference(5e-6));
                let product = of.product(x, data, &v);
                let size = product.iter().fold(size, |size, term| size.max(term.abs()));
                for i in 0..n {
                    if (wide[i] - narrow[i]).abs() < 1e-6 * size {
                        comparison.numbers("product", product[i], narrow[i], 1e-6, size);
                    }
                }
            }
            Mode::Sides(of) => {
                let (primal, tangent) = of.jvp(x, data, &v);
                let expected: Vec<f64> = derivatives.chunks(n).map(along).collect();
                comparison.lists("value of jvp", &primal, &value, 1e-14, 10.0 * size);
                comparison.lists("jvp", &tangent, &expected, 1e-14, 100.0 * size);
                let u = direction(value.len());
                let (primal, cotangents) = of.vjp(x, data, &u);
                let column = |i| {
                    (0..u.len())
                        .map(|row| u[row] * derivatives[row * n + i])
                        .sum()
                };
                let expected: Vec<f64> = (0..n).map(column).collect();
                comparison.lists("value of vjp", &primal, &value, 1e-14, 10.0 * size);
                comparison.lists("vjp", &cotangents, &expected, 1e-14, 100.0 * size);
            }
            Mode::Single(of) => {
                let [x, data] =
                    [x, data].map(|list| list.iter().map(|&x| x as f32).collect::<Vec<_>>());
                let (single, slopes) = of.value_and_gradient(&x, &data);
                let [x, data] =
                    [x, data].map(|list| list.into_iter().map(f64::from).collect::<Vec<_>>());
                let (value, derivatives) = case.program.value_and_derivatives(&x, &data);
                let slopes: Vec<f64> = slopes.into_iter().map(f64::from).collect();
                comparison.lists("value in f32", &[f64::from(single)], &value, 1e-5, size);
                comparison.lists("gradient in f32", &slopes, &derivatives, 1e-5, 10.0 * size);
            }
            Mode::Series(of) => {
                let series = of.series(x, data, &v);
                let expected = [value[0], along(&derivatives)];
                comparison.lists("series", &series[..2], &expected, 1e-14, 100.0 * size);
            }
            Mode::OnTape(of) => {
                for (kind, (at, slopes)) in [
                    ("one node", of.as_one_node(x, data)),
                    ("operations", of.by_operations(x, data)),
                ] {
                    comparison.lists(
                        &format!("value of {kind} on a tape"),
                        &[at],
                        &value,
                        1e-14,
                        10.0 * size,
                    );
                    let what = format!("gradient of {kind} on a tape");
                    comparison.lists(&what, &slopes, &derivatives, 1e-14, 100.0 * size);
                }
            }
            Mode::Rows(of) => over_rows(comparison, case, x, *of),
            #[cfg(feature = "rayon")]
            Mode::InParallel(of) => {
                let rows = data_set(case);
                let Some(alone) = case.modes.iter().find_map(|mode| match mode {
                    Mode::Rows(of) => Some(of(x, &rows)),
                    _ => None,
                }) else {
                    unreachable!("what is summed in parallel is summed alone, too");
                };
                assert_eq!(of(x, &rows), alone, "in parallel, bit for bit");
            }
        }
    }
}

/// More than a chunk of rows, and not so many that they fill all lanes.
fn data_set(case: &Case) -> Vec<Vec<f64>> {
    let sizes = case.program.sizes();
    (0..263)
        .flat_map(|_| random_points(case.name, 0, sizes.data).next())
        .enumerate()
        .map(|(n, (_, row))| row.iter().map(|x| x + 0.01 * (n as f64).sin()).collect())
        .collect()
}

fn over_rows(comparison: &mut Comparison, case: &Case, x: &[f64], of: modes::Summed) {
    let rows = data_set(case);
    let (mut value, mut gradient, mut size) = (0.0, vec![0.0; x.len()], 1.0_f64);
    for row in &rows {
        let near = Near::new();
        (case.by_loops)(x, row, &near);
        // In lanes the elementary functions are others.
        if comparison.is_too_near(near, 1e-9) {
            return;
        }
        let (of_row, slopes) = case.program.value_and_derivatives(x, row);
        value += of_row[0];
        for (sum, slope) in gradient.iter_mut().zip(&slopes) {
            *sum += slope;
            size = size.max(slope.abs()).max(of_row[0].abs());
        }
    }
    let (sum, slopes) = of(x, &rows);
    let size = size * rows.len() as f64;
    comparison.lists("value over rows", &[sum], &[value], 1e-14, 10.0 * size);
    comparison.lists("gradient over rows", &slopes, &gradient, 1e-14, 10.0 * size);
}

/// A program written with more `let`s or with fewer has the same value, to the last bit, and the same
/// derivatives.
#[test]
fn forms_agree() {
    let mut comparison = Comparison::new();
    for (group, cases) in programs::GROUPS {
        for case in cases.iter().filter(|case| case.name != case.stored_as) {
            let is_first = |other: &&Case| other.name == case.stored_as;
            let first = cases.iter().find(is_first).expect("the first form");
            let sizes = case.program.sizes();
            comparison.of_program(group, case.name, |comparison| {
                for (x, data) in random_points(case.name, sizes.inputs, sizes.data) {
                    let value = first.program.value(&x, &data);
                    comparison.lists("value", &case.program.value(&x, &data), &value, 0.0, 1.0);
                    let near = Near::new();
                    (case.by_loops)(&x, &data, &near);
                    if comparison.is_too_near(near, 1e-9) {
                        continue;
                    }
                    let (_, expected) = first.program.value_and_derivatives(&x, &data);
                    let (_, derivatives) = case.program.value_and_derivatives(&x, &data);
                    let size = expected
                        .iter()
                        .fold(1.0_f64, |size, term| size.max(term.abs()));
                    comparison.lists("derivatives", &derivatives, &expected, 1e-14, 10.0 * size);
                }
            });
        }
    }
    comparison.finish(40 * 20);
}
