//! What a sum over rows has, it has with weights: residuals, losses, all cores, several machines, indices, checks.
#![cfg(feature = "std")]

use monograd::check;
use monograd::drivers::{Layout, LengthError};
use monograd::prelude::*;
use monograd::rows::Strided;
use monograd::rows::distributed::{Communicator, DistributedError, shard, threads};
use monograd::rows::robust::cauchy;

func! {
    fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x).tanh() + b * b - y).square() }
    fn residual(w: [R; 2], b; x: [R; 2], y) -> [R; 2] { [w.dot(x).tanh() - y, b * x[0]] }
    fn penalty(w: [R; 2], b) { w.norm_squared() + b.exp() }
    fn many(w: [R; 600]; x) { (w * w).sum() * x }
}

type Row<F> = ([F; 2], F);

/// Rows and weights; every seventh weight is 0.
fn data(count: usize) -> (Vec<Row<f64>>, Vec<f64>) {
    let number = |i: usize, k: f64| (i as f64 * k).sin();
    let row = |i| ([number(i, 0.7), number(i, 1.3)], number(i, 2.1));
    let weights = (0..count).map(|i| 0.25 * (i % 7) as f64).collect();
    ((0..count).map(row).collect(), weights)
}

/// Residuals are those of the rows times the roots of the weights, in a problem of each precision.
macro_rules! residuals_have_roots_of_weights {
    ($name:ident, $F:ident, $tolerance:literal) => {
        #[test]
        fn $name() -> Result<(), LengthError> {
            for count in [0, 1, 8, 9, 33, 257] {
                let (rows, weights) = data(count);
                let rows: Vec<Row<$F>> = rows
                    .iter()
                    .map(|&([a, b], y)| ([a as $F, b as $F], y as $F))
                    .collect();
                let weights: Vec<$F> = weights.iter().map(|&w| w as $F).collect();
                let near = |ours: &[$F], expected: &[$F]| {
                    assert_eq!(ours.len(), expected.len());
                    for (ours, expected) in ours.iter().zip(expected) {
                        let scale = expected.abs().max(1.0 + count as $F);
                        assert!(
                            (ours - expected).abs() <= $tolerance * scale,
                            "{ours} {expected}"
                        );
                    }
                };
                let (x, v) = ([0.3, -0.4, 0.2], [1.0, 0.5, -2.0]);
                let u: Vec<$F> = (0..2 * count).map(|i| (i as $F).cos()).collect();
                let (mut r, mut jacobian) = (vec![], vec![]);
                for (row, weight) in rows.iter().zip(&weights) {
                    let (of_row, slopes) =
                        residual.with(row).value_and_jacobian(&([0.3, -0.4], 0.2));
                    r.extend(of_row.map(|r| weight.sqrt() * r));
                    for ([a, b], c) in slopes {
                        jacobian.extend([a, b, c].map(|slope| weight.sqrt() * slope));
                    }
                }
                let along: Vec<$F> = jacobian
                    .chunks(3)
                    .map(|row| row.iter().zip(v).map(|(slope, v)| slope * v).sum())
                    .collect();
                let mut pulled = [0.0; 3];
                for (row, u) in jacobian.chunks(3).zip(&u) {
                    (0..3).for_each(|at| pulled[at] += u * row[at]);
                }

                let weighted = residual.over(&rows).weights(&weights)?;
                let residuals = weighted.residuals();
                let mut found = vec![$F::NAN; 2 * count];
                residuals.results_at(&x, &mut found)?;
                near(&found, &r);
                residuals.jvp_at(&x, &v, &mut found)?;
                near(&found, &along);
                let mut product = [$F::NAN; 3];
                residuals.vjp_at(&x, &u, &mut product)?;
                near(&product, &pulled);
                let mut found = vec![$F::NAN; 6 * count];
                residuals.jacobian_at(&x, &mut found, Layout::RowMajor)?;
                near(&found, &jacobian);
                residuals.jacobian_at(&x, &mut found, Layout::ColumnMajor)?;
                for (at, slope) in found.iter().enumerate() {
                    let (column, row) = (at / (2 * count), at % (2 * count));
                    near(&[*slope], &[jacobian[3 * row + column]]);
                }

                let point = ([0.3, -0.4], 0.2);
                let equations = weighted.normal_equations(&point);
                let (mut jtj, mut jtr) = ([0.0; 9], [0.0; 3]);
                let squares = residuals.normal_equations_at(&x, &mut jtj, &mut jtr)?;
                assert_eq!(squares, equations.sum_of_squares);
                assert_eq!(jtr[..2], equations.jtr.0);
                let (mut by_hand, mut rhs) = ([0.0; 9], [0.0; 3]);
                for (slopes, r) in jacobian.chunks(3).zip(&r) {
                    for i in 0..3 {
                        rhs[i] += slopes[i] * r;
                        (0..3).for_each(|j| by_hand[3 * i + j] += slopes[i] * slopes[j]);
                    }
                }
                near(&jtj, &by_hand);
                near(&jtr, &rhs);

                // Before the loss a weight is that of the square, after it that of the loss.
                let halves = 0.5 * r.iter().map(|r| r * r).sum::<$F>();
                let before = weighted.least_squares();
                let after = residual.over(&rows).least_squares().weights(&weights)?;
                near(&[before.value(&point), after.value(&point)], &[halves; 2]);
                near(&before.gradient(&point).0, &rhs[..2]);
                near(&[after.gradient(&point).1], &rhs[2..]);
                let objective = before.objective();
                let of_objective =
                    Objective::<$F>::residuals(&objective).expect("it has residuals");
                let mut found = vec![$F::NAN; 2 * count];
                of_objective.results_at(&x, &mut found)?;
                near(&found, &r);

                let loss = func!(|s| cauchy(s, 0.5));
                let before = weighted.robust(loss);
                let after = residual.over(&rows).robust(loss).weights(&weights)?;
                let (mut inside, mut outside) = (0.0, 0.0);
                for (r, w) in r.chunks(2).zip(&weights) {
                    let square = r[0] * r[0] + r[1] * r[1];
                    inside += 0.125 * (4.0 * square).ln_1p();
                    if *w > 0.0 {
                        outside += 0.125 * w * (4.0 * square / w).ln_1p();
                    }
                }
                near(
                    &[before.value(&point), after.value(&point)],
                    &[inside, outside],
                );
                for (equations, gradient) in [
                    (before.reweighted_equations(&point), before.gradient(&point)),
                    (after.reweighted_equations(&point), after.gradient(&point)),
                ] {
                    near(&equations.jtr.0, &gradient.0);
                    near(&[equations.jtr.1], &[gradient.1]);
                }
                near(
                    &[after.reweighted_equations(&point).sum_of_squares],
                    &[2.0 * outside],
                );
            }
            Ok(())
        }
    };
}

residuals_have_roots_of_weights!(in_double_precision, f64, 1e-14);
residuals_have_roots_of_weights!(in_single_precision, f32, 1e-5);

/// No root of it is taken there.
#[test]
fn normal_equations_take_a_negative_weight() -> Result<(), LengthError> {
    let line = func!(|slope; x, y| slope * x - y);
    let rows = [[1.0, 2.0], [2.0, 3.0], [1.0, 2.0]];
    let all = line.over(&rows[1..2]).normal_equations(&[1.0]);
    let without = line.over(&rows).weights(&[1.0, 1.0, -1.0])?;
    assert_eq!(without.normal_equations(&[1.0]), all);
    Ok(())
}

#[test]
fn weights_of_weights_are_products() -> Result<(), LengthError> {
    let line = func!(|slope; x, y| slope * x - y);
    let rows = [[1.0, 2.0], [2.0, 3.0]];
    let sum = line
        .over(&rows)
        .weights(&[4.0, 9.0])?
        .weights(&[1.0, 4.0])?;
    assert_eq!(sum.value(&[0.0]), -2.0 * 4.0 - 3.0 * 36.0);
    assert_eq!(sum.normal_equations(&[0.0]).jtr, [-8.0 - 36.0 * 6.0]);
    let mut r = [0.0; 2];
    sum.residuals().results_at(&[0.0], &mut r)?;
    assert_eq!(r, [-4.0, -18.0]);
    Ok(())
}

/// The same numbers, whatever the rows are stored in.
#[test]
fn rows_from_anywhere_have_weights() -> Result<(), Box<dyn std::error::Error>> {
    let line = func!(|slope, offset; x, y| (slope * x + offset - y).square());
    let rows: Vec<[f64; 2]> = (0..300).map(|i| [i as f64, (i as f64).sin()]).collect();
    let (x, y): (Vec<_>, Vec<_>) = rows.iter().map(|&[x, y]| (x, y)).unzip();
    let weights: Vec<f64> = (0..300).map(|i| (0.1 * i as f64).cos()).collect();
    let point = [0.3, -0.2];
    let expected = line
        .over(&rows)
        .weights(&weights)?
        .value_and_gradient(&point);
    let matrices = [Strided::column(&x), Strided::column(&y)];
    let row = |i: usize| rows[i];
    for sum in [
        line.over_columns([&x, &y])?,
        line.over_strided(&matrices)?,
        line.over_fn(300, &row),
    ] {
        let sum = sum.weights(&weights)?;
        assert_eq!(sum.value_and_gradient(&point), expected);
    }
    Ok(())
}

#[test]
fn more_inputs_than_fit_in_lanes() -> Result<(), LengthError> {
    let rows: Vec<[f64; 1]> = (0..300).map(|i| [i as f64]).collect();
    let weights = vec![2.0; 300];
    let w = [0.5; 600];
    let sum = many.over(&rows).weights(&weights)?;
    assert_eq!(
        sum.gradient(&w),
        many.over(&rows).gradient(&w).map(|slope| 2.0 * slope)
    );
    Ok(())
}

#[cfg(feature = "rayon")]
#[test]
fn all_cores_give_the_bits_of_one() -> Result<(), LengthError> {
    let (x, v) = (([0.3, -0.4], 0.2), ([1.0, 0.5], -2.0));
    for count in [1, 257, 3_001] {
        let (rows, weights) = data(count);
        let sum = error.over(&rows).mean().plus(penalty).weights(&weights)?;
        for threads in [1, 3] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            pool.build().expect("threads").install(|| {
                let parallel = sum.in_parallel();
                assert_eq!(parallel.value(&x), sum.value(&x));
                let (of_all, of_one) = (
                    parallel.value_gradient_hessian(&x),
                    sum.value_gradient_hessian(&x),
                );
                assert_eq!(of_all, of_one);
                assert_eq!(parallel.hvp(&x, &v), sum.hvp(&x, &v));

                let loss = func!(|s| cauchy(s, 0.5));
                let equations = residual.over(&rows).weights(&weights).expect("as many");
                let robust = residual.over(&rows).robust(loss).weights(&weights);
                let robust = robust.expect("as many");
                let parallel = equations.in_parallel().normal_equations(&x);
                assert_eq!(parallel, equations.normal_equations(&x));
                let parallel = robust.in_parallel().reweighted_equations(&x);
                assert_eq!(parallel, robust.reweighted_equations(&x));
            });
        }
    }
    Ok(())
}

#[test]
fn several_machines_give_the_bits_of_one() {
    let x = [0.3, -0.4, 0.2];
    let (rows, weights) = data(1_001);
    let sum = error
        .over(&rows)
        .mean()
        .plus(penalty)
        .weights(&weights)
        .expect("as many");
    let equations = residual.over(&rows).weights(&weights).expect("as many");
    let equations = equations.normal_equations(&([0.3, -0.4], 0.2));
    let loss = func!(|s| cauchy(s, 0.5));
    let robust = residual
        .over(&rows)
        .robust(loss)
        .weights(&weights)
        .expect("as many");
    let robust = robust.reweighted_equations(&([0.3, -0.4], 0.2));
    let (mut gradient, mut product) = ([0.0; 3], [0.0; 3]);
    let alone = sum.objective();
    let value = alone
        .value_and_gradient_at(&x, &mut gradient)
        .expect("three numbers");
    alone
        .hvp_at(&x, &[1.0, 2.0, 3.0], &mut product)
        .expect("three numbers");
    let all = threads::run(3, |world| {
        let mine = shard(1_001, world.rank(), world.size());
        let (my_rows, my_weights) = (&rows[mine.clone()], &weights[mine]);
        let sum = error.over(my_rows).mean().plus(penalty);
        let sum = sum.weights(my_weights).expect("as many").on(world)?;
        let (mut slopes, mut of_v) = ([0.0; 3], [0.0; 3]);
        assert_eq!(sum.value_and_gradient(&x, &mut slopes)?, value);
        sum.hvp(&x, &[1.0, 2.0, 3.0], &mut of_v)?;
        assert_eq!((slopes, of_v), (gradient, product));
        let mine = residual
            .over(my_rows)
            .weights(my_weights)
            .expect("as many")
            .on(world)?;
        assert_eq!(mine.normal_equations(&([0.3, -0.4], 0.2))?, equations);
        let mine = residual
            .over(my_rows)
            .robust(loss)
            .weights(my_weights)
            .expect("as many");
        assert_eq!(
            mine.on(world)?.reweighted_equations(&([0.3, -0.4], 0.2))?,
            robust
        );
        Ok::<_, DistributedError>(())
    });
    assert!(all.iter().all(Result::is_ok), "{all:?}");
}

/// Rows with indices and weights are those with weights as a datum.
#[test]
fn rows_with_indices_have_weights() -> Result<(), Box<dyn std::error::Error>> {
    func! {
        fn pull(a: [R; 2], b; length) { (a[0] * b - a[1] - length).square() }
        fn weighed(a: [R; 2], b; length, weight) { weight * pull(a, b, length) }
        fn stretch(a: [R; 2], b; length) -> [R; 2] { [a[0] * b - a[1] - length, b * length] }
    }
    let count = 700;
    let rows: Vec<[f64; 1]> = (0..count).map(|i| [(i as f64).sin()]).collect();
    let weights: Vec<f64> = (0..count).map(|i| 1.0 + (i % 5) as f64).collect();
    let with_datum: Vec<_> = rows.iter().zip(&weights).map(|(&[x], &w)| [x, w]).collect();
    let starts: Vec<_> = (0..count).map(|i| [i % 9, (7 * i) % 10]).collect();
    let x: Vec<f64> = (0..10).map(|i| (1.0 + i as f64).cos()).collect();
    let near = |ours: &[f64], expected: &[f64]| {
        for (ours, expected) in ours.iter().zip(expected) {
            assert!(
                (ours - expected).abs() <= 1e-12 * expected.abs().max(100.0),
                "{ours} {expected}"
            );
        }
    };

    let sum = pull.over(&rows).weights(&weights)?.at(&starts, 10)?;
    let other = weighed.over(&with_datum).at(&starts, 10)?;
    let (mut gradient, mut expected) = (vec![0.0; 10], vec![0.0; 10]);
    let value = sum.value_and_gradient_at(&x, &mut gradient)?;
    near(&[value], &[other.value_and_gradient_at(&x, &mut expected)?]);
    near(&gradient, &expected);
    let (mut ours, mut others) = (sum.sparse_hessian(), other.sparse_hessian());
    assert_eq!(ours.pattern(), others.pattern());
    let mut values = [
        vec![0.0; ours.pattern().len()],
        vec![0.0; ours.pattern().len()],
    ];
    ours.value_gradient_hessian_into(&x, &mut gradient, &mut values[0])?;
    others.value_gradient_hessian_into(&x, &mut gradient, &mut values[1])?;
    near(&values[0], &values[1]);

    let residuals = stretch.over(&rows).weights(&weights)?.at(&starts, 10)?;
    let plain = stretch.over(&rows).at(&starts, 10)?;
    let (mut r, mut expected) = (vec![0.0; 2 * count], vec![0.0; 2 * count]);
    plain.results_at(&x, &mut expected)?;
    let roots: Vec<f64> = weights.iter().flat_map(|w| [w.sqrt(); 2]).collect();
    expected
        .iter_mut()
        .zip(&roots)
        .for_each(|(r, root)| *r *= root);
    residuals.results_at(&x, &mut r)?;
    near(&r, &expected);
    let (mut jacobian, mut of_plain) = (vec![0.0; 20 * count], vec![0.0; 20 * count]);
    residuals.jacobian_at(&x, &mut jacobian, Layout::RowMajor)?;
    plain.jacobian_at(&x, &mut of_plain, Layout::RowMajor)?;
    for (slopes, root) in of_plain.chunks_mut(10).zip(&roots) {
        slopes.iter_mut().for_each(|slope| *slope *= root);
    }
    near(&jacobian, &of_plain);
    let mut sparse = residuals.sparse_jacobian();
    let (mut again, mut values) = (vec![0.0; 2 * count], vec![0.0; sparse.pattern().len()]);
    sparse.residuals_and_jacobian_into(&x, &mut again, &mut values)?;
    near(&again, &expected);
    for ((row, column), value) in sparse.pattern().entries().zip(values) {
        near(&[value], &[of_plain[10 * row + column]]);
    }
    let mut equations = residuals.sparse_normal_equations();
    let (mut values, mut rhs) = (vec![0.0; equations.pattern().len()], vec![0.0; 10]);
    let squares = equations.normal_equations_into(&x, &mut values, &mut rhs)?;
    near(&[squares], &[expected.iter().map(|r| r * r).sum()]);
    let (mut jtj, mut jtr) = (vec![0.0; 100], vec![0.0; 10]);
    residuals.normal_equations_at(&x, &mut jtj, &mut jtr)?;
    near(&rhs, &jtr);
    for ((row, column), value) in equations.pattern().entries().zip(values) {
        near(&[value], &[jtj[10 * row + column]]);
    }
    Ok(())
}

#[test]
fn they_are_checked() -> Result<(), LengthError> {
    let point = ([0.3, -0.4], 0.2);
    for count in [0, 1, 9, 300] {
        let (rows, weights) = data(count);
        let sum = error.over(&rows).weights(&weights)?;
        check::assert_derivatives(sum, &point);
        check::assert_derivatives(error.over(&rows).plus(penalty).weights(&weights)?, &point);
        #[cfg(feature = "rayon")]
        check::assert_derivatives(sum.in_parallel(), &point);
        let residuals = residual.over(&rows).weights(&weights)?;
        check::assert_derivatives(residuals.least_squares(), &point);
    }
    let rows = [([0.5_f32, -0.5], 1.0); 9];
    check::assert_derivatives(error.over(&rows).weights(&[0.3; 9])?, &([0.3, -0.4], 0.2));

    // The operation is named, and the row.
    let log = func!(|a; x| (a * x).ln());
    let sum = log.over(&[[1.0], [2.0]]).weights(&[1.0, f64::INFINITY])?;
    let found = check::first_non_finite(sum, &[1.0]).expect("an infinite weight");
    assert!(found.to_string().contains("row 1"), "{found}");
    Ok(())
}
