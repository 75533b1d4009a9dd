//! Robust least squares over rows with indices: the sparse equations against dense ones, sums over rows against loops.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::rows::robust::{cauchy, huber};
use monograd::sparse::At;

func! {
    fn stretch(a: [R; 2], b; length) -> [R; 2] { [a[0] * b - a[1] - length, b.sin() * length] }
    fn loss_of(s) { cauchy(s, 0.5) }
}

const PARAMETERS: usize = 9;

struct Problem<F> {
    rows: Vec<[F; 1]>,
    weights: Vec<F>,
    starts: Vec<[usize; 2]>,
    x: Vec<F>,
}

/// Inputs of a row overlap in some of them.
fn problem<F: Scalar>(count: usize) -> Problem<F> {
    let wave = |i: usize, k: f64| F::constant((i as f64 * k).sin());
    Problem {
        rows: (0..count).map(|i| [wave(i, 1.0)]).collect(),
        weights: (0..count)
            .map(|i| F::constant(0.5 + (i % 5) as f64))
            .collect(),
        starts: (0..count).map(|i| [i % 8, (7 * i) % PARAMETERS]).collect(),
        x: (0..PARAMETERS).map(|i| wave(3 * i + 1, 0.9)).collect(),
    }
}

/// JᵀWJ, JᵀWr and Σ ρ of a sum, dense.
type Equations<F> = (Vec<F>, Vec<F>, F);

/// Row by row, with `weighted` the loss of a row's squares and its slope.
fn by_loops<F: Scalar + monograd::scalar::Plain>(
    problem: &Problem<F>,
    weighted: impl Fn(usize, F) -> (F, F),
) -> Equations<F> {
    let n = PARAMETERS;
    let (mut jtj, mut jtr, mut losses) = (vec![F::zero(); n * n], vec![F::zero(); n], F::zero());
    for (at, (row, &[a, b])) in problem.rows.iter().zip(&problem.starts).enumerate() {
        let x = &problem.x;
        let (r, slopes) = stretch
            .with(row)
            .value_and_jacobian(&([x[a], x[a + 1]], x[b]));
        let (loss, weight) = weighted(at, r[0] * r[0] + r[1] * r[1]);
        losses = losses + loss;
        for (r, ([first, second], third)) in r.into_iter().zip(slopes) {
            let mut of_all = vec![F::zero(); n];
            for (index, slope) in [(a, first), (a + 1, second), (b, third)] {
                of_all[index] = of_all[index] + slope;
            }
            for i in 0..n {
                jtr[i] = jtr[i] + weight * of_all[i] * r;
                for j in 0..n {
                    jtj[i * n + j] = jtj[i * n + j] + weight * of_all[i] * of_all[j];
                }
            }
        }
    }
    (jtj, jtr, losses)
}

/// The sparse equations, written densely.
macro_rules! sparse {
    ($equations:expr, $x:expr) => {{
        let mut equations = $equations;
        let (mut values, mut rhs) = (
            vec![$x[0]; equations.pattern().len()],
            vec![$x[0]; PARAMETERS],
        );
        let losses = equations
            .normal_equations_into($x, &mut values, &mut rhs)
            .expect("lengths");
        let mut dense = vec![0.0; PARAMETERS * PARAMETERS];
        for ((row, column), &value) in equations.pattern().entries().zip(&values) {
            dense[row * PARAMETERS + column] = value;
            dense[column * PARAMETERS + row] = value;
        }
        (dense, rhs, losses)
    }};
}

macro_rules! precision {
    ($name:ident, $F:ident, $tolerance:literal) => {
        #[test]
        fn $name() -> Result<(), Box<dyn std::error::Error>> {
            for count in [1, 7, 600] {
                let problem = problem::<$F>(count);
                let Problem {
                    rows,
                    weights,
                    starts,
                    x,
                } = &problem;
                let near = |ours: &Equations<$F>, expected: &Equations<$F>| {
                    let scale = 1.0 + count as $F;
                    let all = |e: &Equations<$F>| -> Vec<$F> {
                        e.0.iter().chain(&e.1).chain([&e.2]).copied().collect()
                    };
                    for (ours, expected) in all(ours).iter().zip(all(expected)) {
                        assert!(
                            (ours - expected).abs() <= $tolerance * scale,
                            "{ours} {expected}"
                        );
                    }
                };
                let loss = |s: $F| {
                    let (loss, [slope]) = loss_of.value_and_gradient(&[s]);
                    (loss, slope)
                };
                let robust = stretch.over(rows).robust(loss_of);
                let sum = robust.at(starts, PARAMETERS)?;
                let plain = by_loops(&problem, |_, s| loss(s));
                near(&sparse!(sum.sparse_reweighted_equations(), x), &plain);
                near(
                    &sparse!(sum.sparse_reweighted_equations().mirrored(), x),
                    &plain,
                );
                // A weight after the loss multiplies it; one before multiplies the square.
                let after = robust.weights(weights)?.at(starts, PARAMETERS)?;
                let expected = by_loops(&problem, |row, s| {
                    let (loss, slope) = loss(s);
                    (weights[row] * loss, weights[row] * slope)
                });
                near(&sparse!(after.sparse_reweighted_equations(), x), &expected);
                let before = stretch.over(rows).weights(weights)?.robust(loss_of);
                let before = before.at(starts, PARAMETERS)?;
                let expected = by_loops(&problem, |row, s| {
                    let (loss, slope) = loss(weights[row] * s);
                    (loss, weights[row] * slope)
                });
                near(&sparse!(before.sparse_reweighted_equations(), x), &expected);
                // Of least squares they are the normal equations.
                let squares = stretch.over(rows).weights(weights)?;
                let expected = by_loops(&problem, |row, s| (weights[row] * s, weights[row]));
                let of_squares = squares.least_squares().at(starts, PARAMETERS)?;
                near(
                    &sparse!(of_squares.sparse_reweighted_equations(), x),
                    &expected,
                );
                let squares = squares.at(starts, PARAMETERS)?;
                near(&sparse!(squares.sparse_normal_equations(), x), &expected);

                // JᵀWr is the gradient of the objective, half of the losses its value.
                let (_, rhs, losses) = sparse!(after.sparse_reweighted_equations(), x);
                let mut gradient = vec![0.0; PARAMETERS];
                let value = after.value_and_gradient_at(x, &mut gradient)?;
                near(&(vec![], gradient, value), &(vec![], rhs, 0.5 * losses));
            }
            Ok(())
        }
    };
}

precision!(in_double_precision, f64, 1e-14);
precision!(in_single_precision, f32, 1e-5);

/// No root of a weight is taken.
#[test]
fn normal_equations_take_a_negative_weight() -> Result<(), Box<dyn std::error::Error>> {
    let stretch = func!(|a, b; length| b - a - length);
    let (rows, weights) = ([[1.0], [2.0], [1.0]], [1.0, 1.0, -1.0]);
    let starts = [[0, 1], [1, 2], [0, 1]];
    let x = [0.0, 1.5, 3.0];
    let of = |sum: &At<'_, _, f64, 2>| {
        let mut equations = sum.sparse_normal_equations();
        let (mut values, mut rhs) = ([0.0; 5], [0.0; 3]);
        let squares = equations.normal_equations_into(&x, &mut values, &mut rhs);
        (squares, values, rhs)
    };
    let sum = stretch.over(&rows).weights(&weights)?.at(&starts, 3)?;
    let found = of(&sum);
    assert_eq!(
        found,
        (Ok(0.25), [0.0, 0.0, 1.0, -1.0, 1.0], [0.0, 0.5, -0.5])
    );
    Ok(())
}

/// A camera sees a landmark 40 times, and something else once: the loss finds where it is.
#[test]
fn an_outlier_costs_little() -> Result<(), Box<dyn std::error::Error>> {
    let seen = func!(|camera, landmark; distance| landmark - camera - distance);
    let rows: Vec<[f64; 1]> = (0..41)
        .map(|i| [if i == 7 { 500.0 } else { 3.0 }])
        .collect();
    let starts = vec![[0, 1]; 41];
    let sum = seen
        .over(&rows)
        .robust(func!(|s| huber(s, 0.1)))
        .at(&starts, 2)?;
    let mut equations = sum.sparse_reweighted_equations();
    let (mut x, mut values, mut rhs) = ([0.0, 0.0], [0.0; 3], [0.0; 2]);
    for _ in 0..60 {
        equations.normal_equations_into(&x, &mut values, &mut rhs)?;
        x[1] -= rhs[1] / values[2]; // the camera stays where it is
    }
    assert!((x[1] - 3.0).abs() < 0.01, "{}", x[1]);
    Ok(())
}

#[cfg(feature = "rayon")]
#[test]
fn all_cores_give_the_bits_of_one() -> Result<(), Box<dyn std::error::Error>> {
    let problem = problem::<f64>(3_001);
    let Problem {
        rows,
        weights,
        starts,
        x,
    } = &problem;
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()?;
        let robust = stretch.over(rows).robust(loss_of);
        let (plain, after) = (
            robust.at(starts, PARAMETERS)?,
            robust.weights(weights)?.at(starts, PARAMETERS)?,
        );
        let squares = stretch
            .over(rows)
            .weights(weights)?
            .at(starts, PARAMETERS)?;
        pool.install(|| {
            let alone = sparse!(plain.sparse_reweighted_equations(), x);
            assert!(alone == sparse!(plain.in_parallel().sparse_reweighted_equations(), x));
            let alone = sparse!(after.sparse_reweighted_equations(), x);
            assert!(alone == sparse!(after.in_parallel().sparse_reweighted_equations(), x));
            let alone = sparse!(squares.sparse_normal_equations(), x);
            assert!(alone == sparse!(squares.in_parallel().sparse_normal_equations(), x));
        });
    }
    Ok(())
}
