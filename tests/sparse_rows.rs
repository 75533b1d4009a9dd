//! Rows that carry indices into the parameters, against sums written out.
#![cfg(feature = "std")]
#![allow(clippy::needless_range_loop, reason = "several arrays have one index")]

use monograd::drivers::Layout;
use monograd::prelude::*;
use monograd::sparse::{IndexError, Pattern};

func! {
    /// A row that is linear in one input, and whose inputs overlap now and then.
    fn energy(a: [R; 3], b: [R; 2], c; k, rest) {
        let d = a[0] * b[0] - a[2] * c;
        k * (d - rest).square() + (a[1] * c).sin() + b[1]
    }
    fn residuals(a: [R; 3], b: [R; 2], c; k, rest) {
        [k * (a[0] * b[0] - rest), (a[1] * c).sin() - b[1]]
    }
}

const ROWS: usize = 700;
const PARAMETERS: usize = 40;

/// Rows, where their inputs begin, a point and a direction.
type Problem = (Vec<[f64; 2]>, Vec<[usize; 3]>, Vec<f64>, Vec<f64>);

/// In some rows an input is shared or overlaps.
fn problem() -> Problem {
    let mut state = 1_u64;
    let mut draw = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % below
    };
    let rows = (0..ROWS)
        .map(|_| [0.5 + 0.01 * draw(100) as f64, 0.02 * draw(100) as f64])
        .collect();
    let starts = (0..ROWS)
        .map(|_| [draw(PARAMETERS - 2), draw(PARAMETERS - 1), draw(PARAMETERS)])
        .collect();
    let x = (0..PARAMETERS)
        .map(|_| 0.02 * draw(100) as f64 - 1.0)
        .collect();
    let v = (0..PARAMETERS)
        .map(|_| 0.02 * draw(100) as f64 - 1.0)
        .collect();
    (rows, starts, x, v)
}

/// The parameters of each input of a row.
fn indices([a, b, c]: [usize; 3]) -> [usize; 6] {
    [a, a + 1, a + 2, b, b + 1, c]
}

fn inputs(x: &[f64], starts: [usize; 3]) -> ([f64; 3], [f64; 2], f64) {
    let [a0, a1, a2, b0, b1, c] = indices(starts).map(|at| x[at]);
    ([a0, a1, a2], [b0, b1], c)
}

fn flat((a, b, c): ([f64; 3], [f64; 2], f64)) -> [f64; 6] {
    [a[0], a[1], a[2], b[0], b[1], c]
}

/// To the last bit, where elementary functions are not those of vector lanes.
fn assert_same(ours: &[f64], expected: &[f64]) {
    match cfg!(feature = "simd") {
        true => assert_near(ours, expected),
        false => assert_eq!(ours, expected),
    }
}

/// Entry by entry, the two as near as sums of so many numbers in two orders can be.
fn assert_near(ours: &[f64], expected: &[f64]) {
    assert_eq!(ours.len(), expected.len());
    for (at, (ours, expected)) in ours.iter().zip(expected).enumerate() {
        let error = (ours - expected).abs();
        assert!(
            error <= 1e-13 * expected.abs().max(10.0),
            "{at}: {ours} and not {expected}"
        );
    }
}

fn dense(pattern: &Pattern, values: &[f64]) -> Vec<f64> {
    let mut dense = vec![0.0; pattern.row_count() * pattern.column_count()];
    for ((row, column), &value) in pattern.entries().zip(values) {
        dense[row * pattern.column_count() + column] = value;
    }
    dense
}

/// Both triangles, from the lower one.
fn symmetric(mut lower: Vec<f64>) -> Vec<f64> {
    for row in 0..PARAMETERS {
        for column in 0..row {
            assert_eq!(lower[column * PARAMETERS + row], 0.0);
            lower[column * PARAMETERS + row] = lower[row * PARAMETERS + column];
        }
    }
    lower
}

#[test]
fn the_sum_is_that_of_the_rows() {
    let (rows, starts, x, v) = problem();
    let sum = energy.over(&rows).at(&starts, PARAMETERS).expect("indices");
    let (mut value, mut gradient) = (0.0, vec![0.0; PARAMETERS]);
    let (mut hessian, mut product) = (vec![0.0; PARAMETERS * PARAMETERS], vec![0.0; PARAMETERS]);
    for (row, &starts) in rows.iter().zip(&starts) {
        let (of_row, slopes, second) = energy.with(row).value_gradient_hessian(&inputs(&x, starts));
        value += of_row;
        let at = indices(starts);
        let (first, next, last) = second;
        let seconds = [first[0], first[1], first[2], next[0], next[1], last].map(flat);
        for i in 0..6 {
            gradient[at[i]] += flat(slopes)[i];
            for j in 0..6 {
                hessian[at[i] * PARAMETERS + at[j]] += seconds[i][j];
                product[at[i]] += seconds[i][j] * v[at[j]];
            }
        }
    }
    assert_near(&[sum.value_at(&x).expect("lengths")], &[value]);
    let mut ours = vec![f64::NAN; PARAMETERS];
    let same = sum.value_and_gradient_at(&x, &mut ours).expect("lengths");
    assert_eq!(same, sum.value_at(&x).expect("lengths"));
    assert_near(&ours, &gradient);
    let mut of_v = vec![f64::NAN; PARAMETERS];
    sum.hvp_at(&x, &v, &mut of_v).expect("lengths");
    assert_near(&of_v, &product);

    let mut lower = sum.sparse_hessian();
    let (mut slopes, mut values) = (
        vec![f64::NAN; PARAMETERS],
        vec![f64::NAN; lower.pattern().len()],
    );
    let again = lower
        .value_gradient_hessian_into(&x, &mut slopes, &mut values)
        .expect("lengths");
    assert_eq!((again, &slopes), (same, &ours));
    let of_lower = symmetric(dense(lower.pattern(), &values));
    assert_near(&of_lower, &hessian);
    let mut whole = sum.sparse_hessian().mirrored();
    let mut values = vec![f64::NAN; whole.pattern().len()];
    whole
        .value_gradient_hessian_into(&x, &mut slopes, &mut values)
        .expect("lengths");
    assert_eq!(dense(whole.pattern(), &values), of_lower);
}

#[test]
fn a_mean_and_a_minibatch() {
    let (rows, starts, x, _) = problem();
    let all = energy.over(&rows).at(&starts, PARAMETERS).expect("indices");
    let mean = energy
        .over(&rows)
        .mean()
        .at(&starts, PARAMETERS)
        .expect("indices");
    let count = ROWS as f64;
    assert_eq!(
        mean.value_at(&x).unwrap(),
        all.value_at(&x).unwrap() / count
    );
    let (mut of_all, mut of_mean) = (vec![0.0; PARAMETERS], vec![0.0; PARAMETERS]);
    let mut hessian = all.sparse_hessian();
    let mut values = vec![0.0; hessian.pattern().len()];
    hessian
        .value_gradient_hessian_into(&x, &mut of_all, &mut values)
        .unwrap();
    let mut scaled = values.clone();
    let value = mean
        .sparse_hessian()
        .value_gradient_hessian_into(&x, &mut of_mean, &mut scaled)
        .unwrap();
    assert_eq!(value, mean.value_at(&x).unwrap());
    assert!(
        of_all
            .iter()
            .zip(&of_mean)
            .all(|(all, mean)| all / count == *mean)
    );
    assert!(
        values
            .iter()
            .zip(&scaled)
            .all(|(all, mean)| all / count == *mean)
    );

    let picked = [3, 600, 3];
    let batch = energy
        .over(&rows)
        .rows(&picked)
        .at(&starts, PARAMETERS)
        .expect("indices");
    let alone = |row: usize| energy.with(&rows[row]).value(&inputs(&x, starts[row]));
    assert_near(
        &[batch.value_at(&x).unwrap()],
        &[2.0 * alone(3) + alone(600)],
    );
}

#[test]
fn residuals_their_jacobian_and_the_normal_equations() {
    let (rows, starts, x, _) = problem();
    let sum = residuals
        .over(&rows)
        .at(&starts, PARAMETERS)
        .expect("indices");
    let mut expected = vec![];
    let mut slopes = vec![0.0; 2 * ROWS * PARAMETERS];
    for (position, (row, &starts)) in rows.iter().zip(&starts).enumerate() {
        let (of_row, jacobian) = residuals.with(row).value_and_jacobian(&inputs(&x, starts));
        expected.extend(of_row);
        for (result, of_result) in jacobian.into_iter().enumerate() {
            for (at, slope) in indices(starts).into_iter().zip(flat(of_result)) {
                slopes[(2 * position + result) * PARAMETERS + at] += slope;
            }
        }
    }
    let mut found = vec![f64::NAN; 2 * ROWS];
    sum.results_at(&x, &mut found).expect("lengths");
    assert_same(&found, &expected);
    let results = found.clone();

    for mut jacobian in [sum.sparse_jacobian(), sum.sparse_jacobian().by_columns()] {
        let mut values = vec![f64::NAN; jacobian.pattern().len()];
        found.fill(f64::NAN);
        jacobian
            .residuals_and_jacobian_into(&x, &mut found, &mut values)
            .expect("lengths");
        assert_eq!(found, results);
        assert_same(&dense(jacobian.pattern(), &values), &slopes);
    }

    let (mut jtj, mut jtr, mut squares) = (
        vec![0.0; PARAMETERS * PARAMETERS],
        vec![0.0; PARAMETERS],
        0.0,
    );
    for (residual, slopes) in expected.iter().zip(slopes.chunks(PARAMETERS)) {
        squares += residual * residual;
        for i in 0..PARAMETERS {
            jtr[i] += slopes[i] * residual;
            for j in 0..PARAMETERS {
                jtj[i * PARAMETERS + j] += slopes[i] * slopes[j];
            }
        }
    }
    let mut lower = sum.sparse_normal_equations();
    let (mut values, mut rhs) = (
        vec![f64::NAN; lower.pattern().len()],
        vec![f64::NAN; PARAMETERS],
    );
    let found = lower
        .normal_equations_into(&x, &mut values, &mut rhs)
        .expect("lengths");
    assert_near(&[found], &[squares]);
    assert_near(&rhs, &jtr);
    assert_near(&symmetric(dense(lower.pattern(), &values)), &jtj);
    let mut whole = sum.sparse_normal_equations().mirrored();
    let mut of_whole = vec![f64::NAN; whole.pattern().len()];
    whole
        .normal_equations_into(&x, &mut of_whole, &mut rhs)
        .expect("lengths");
    assert_near(&dense(whole.pattern(), &of_whole), &jtj);
}

#[test]
fn only_what_interacts_in_a_row_is_in_the_pattern() {
    let rows = [[1.0, 0.0]];
    let sum = energy.over(&rows).at(&[[0, 4, 8]], 10).expect("indices");
    // d² of a0 b0 − a2 c, sin a1 c, and b1 alone.
    let nonlinear = [
        (0, 0),
        (2, 0),
        (4, 0),
        (8, 0),
        (1, 1),
        (8, 1),
        (2, 2),
        (4, 2),
        (8, 2),
        (4, 4),
        (8, 4),
        (8, 8),
    ];
    assert!(sum.sparse_hessian().pattern().entries().eq(nonlinear));
    let sum = residuals.over(&rows).at(&[[0, 4, 8]], 9).expect("indices");
    assert!(
        sum.sparse_jacobian()
            .pattern()
            .entries()
            .eq([(0, 0), (0, 4), (1, 1), (1, 5), (1, 8)])
    );
    // Those of each residual, and the whole diagonal.
    let pairs = [
        (0, 0),
        (4, 0),
        (1, 1),
        (5, 1),
        (8, 1),
        (2, 2),
        (3, 3),
        (4, 4),
        (5, 5),
        (8, 5),
        (6, 6),
        (7, 7),
        (8, 8),
    ];
    assert!(sum.sparse_normal_equations().pattern().entries().eq(pairs));
}

#[test]
fn what_does_not_fit_is_an_error() {
    let rows = [[1.0, 0.0]; 2];
    let error = |starts: &[[usize; 3]]| energy.over(&rows).at(starts, 9).unwrap_err();
    assert_eq!(
        error(&[[0, 0, 0]]),
        IndexError::Rows {
            rows: 2,
            indices: 1
        }
    );
    assert_eq!(
        error(&[[0; 3]; 3]).to_string(),
        "a data set of 2 rows was given the indices of 3"
    );
    let beyond = error(&[[6, 7, 8], [7, 0, 0]]);
    let expected = IndexError::Beyond {
        row: 1,
        input: 0,
        length: 3,
        start: 7,
        parameters: 9,
    };
    assert_eq!(beyond, expected);
    assert!(matches!(
        error(&[[0, usize::MAX, 0]; 2]),
        IndexError::Beyond { input: 1, .. }
    ));

    let sum = energy
        .over(&rows)
        .at(&[[6, 7, 8], [0, 0, 0]], 9)
        .expect("all fit");
    assert!(sum.value_at(&[0.0; 8]).is_err());
    assert!(sum.value_and_gradient_at(&[0.0; 9], &mut [0.0; 8]).is_err());
    assert!(sum.hvp_at(&[0.0; 9], &[0.0; 10], &mut [0.0; 9]).is_err());
    let mut hessian = sum.sparse_hessian();
    let error = hessian.value_gradient_hessian_into(&[0.0; 9], &mut [0.0; 9], &mut [0.0; 2]);
    let length = hessian.pattern().len();
    assert!(
        error
            .unwrap_err()
            .to_string()
            .contains(&format!("{length}"))
    );

    let none: [[f64; 2]; 0] = [];
    let empty = energy.over(&none).at(&[], 4).expect("no rows");
    assert_eq!(empty.value_at(&[1.0; 4]).unwrap(), 0.0);
    assert!(empty.sparse_hessian().pattern().is_empty());
}

#[test]
fn it_is_an_objective_and_a_mapping() {
    let (rows, starts, x, v) = problem();
    let sum = energy.over(&rows).at(&starts, PARAMETERS).expect("indices");
    let objective: Box<dyn Objective<f64> + '_> = Box::new(sum.cached());
    let mut gradient = vec![0.0; PARAMETERS];
    let value = objective
        .value_and_gradient_at(&x, &mut gradient)
        .expect("lengths");
    assert_eq!(
        (objective.dimension(), objective.value_at(&x)),
        (PARAMETERS, Ok(value))
    );
    let mut hessian = vec![0.0; PARAMETERS * PARAMETERS];
    objective.hessian_at(&x, &mut hessian).expect("lengths");
    let mut sparse = sum.sparse_hessian().mirrored();
    let mut values = vec![0.0; sparse.pattern().len()];
    sparse
        .value_gradient_hessian_into(&x, &mut gradient, &mut values)
        .expect("lengths");
    assert_near(&dense(sparse.pattern(), &values), &hessian);

    let sum = residuals
        .over(&rows)
        .at(&starts, PARAMETERS)
        .expect("indices");
    let mapping: &dyn Mapping<f64> = &sum;
    let count = 2 * ROWS;
    assert_eq!(
        (mapping.input_len(), mapping.output_len()),
        (PARAMETERS, count)
    );
    let (mut by_rows, mut by_columns) =
        (vec![0.0; count * PARAMETERS], vec![0.0; count * PARAMETERS]);
    mapping
        .jacobian_at(&x, &mut by_rows, Layout::RowMajor)
        .expect("lengths");
    mapping
        .jacobian_at(&x, &mut by_columns, Layout::ColumnMajor)
        .expect("lengths");
    let mut jacobian = sum.sparse_jacobian();
    let (mut found, mut values) = (vec![0.0; count], vec![0.0; jacobian.pattern().len()]);
    jacobian
        .residuals_and_jacobian_into(&x, &mut found, &mut values)
        .expect("lengths");
    assert_same(&dense(jacobian.pattern(), &values), &by_rows);
    for result in 0..count {
        for input in 0..PARAMETERS {
            assert_eq!(
                by_rows[result * PARAMETERS + input],
                by_columns[input * count + result]
            );
        }
    }

    let (mut along, mut back) = (vec![0.0; count], vec![0.0; PARAMETERS]);
    mapping.jvp_at(&x, &v, &mut along).expect("lengths");
    mapping.vjp_at(&x, &found, &mut back).expect("lengths");
    let rows_of = || by_rows.chunks(PARAMETERS);
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    assert_near(
        &along,
        &rows_of().map(|row| dot(row, &v)).collect::<Vec<_>>(),
    );
    let (mut jtj, mut jtr) = (vec![0.0; PARAMETERS * PARAMETERS], vec![0.0; PARAMETERS]);
    let squares = mapping
        .normal_equations_at(&x, &mut jtj, &mut jtr)
        .expect("lengths");
    assert_near(&back, &jtr);
    let mut equations = sum.sparse_normal_equations().mirrored();
    let (mut values, mut rhs) = (vec![0.0; equations.pattern().len()], vec![0.0; PARAMETERS]);
    let same = equations
        .normal_equations_into(&x, &mut values, &mut rhs)
        .expect("lengths");
    assert_same(&[same], &[squares]);
    assert_same(&rhs, &jtr);
    assert_near(&dense(equations.pattern(), &values), &jtj);
}
