//! Functions over data sets: rows against a loop, however they are stored and summed.

use monograd::prelude::*;
use monograd::rows::{Part, PartError};

func! {
    fn error(slope, offset; x, y) { (slope * x + offset - y).tanh().square() }
    fn size(slope, offset) { slope.square() + 3 * offset }
    fn loss(w: [[R; 2]; 3], b: [R; 3], k; x: [R; 2], y) {
        let h: [R; 3] = (w.dot(x) + b).tanh();
        select(y.less_than(0), k * h.sum(), h.log_sum_exp()) * y
    }
    fn wide(w: [[R; 30]; 20], b: [R; 20]; x: [R; 30]) { (w.dot(x) + b).sigmoid().sum() }
}

type Parameters = ([[f64; 2]; 3], [f64; 3], f64);

const PARAMETERS: Parameters = (
    [[0.3, -0.2], [0.9, 1.1], [-0.6, 0.4]],
    [0.1, 0.2, -0.3],
    0.8,
);

/// Numbers between −1 and 1.
fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

fn pairs(rows: usize) -> Vec<[f64; 2]> {
    (0..rows).map(|i| [number(i), number(7 * i + 1)]).collect()
}

fn shaped(rows: usize) -> Vec<([f64; 2], f64)> {
    let rows = pairs(rows).into_iter().enumerate();
    rows.map(|(i, row)| (row, number(3 * i + 2))).collect()
}

#[track_caller]
fn assert_near(actual: f64, expected: f64) {
    let bound = 1e-12 * expected.abs().max(1.0);
    assert!(
        (actual - expected).abs() <= bound,
        "{actual} is not {expected}"
    );
}

#[test]
fn a_sum_is_that_of_a_loop() {
    for rows in [0, 1, 3, 7, 8, 16, 17, 255, 256, 257, 1000] {
        let data = pairs(rows);
        let x = [0.7, -0.4];
        let (mut value, mut gradient) = (0.0, [0.0; 2]);
        for row in &data {
            value += error.with(row).accumulate(&x, &mut gradient);
        }
        let over = error.over(&data);
        assert_eq!((over.len(), over.is_empty()), (rows, rows == 0));
        let (sum, slopes) = over.value_and_gradient(&x);
        assert_near(sum, value);
        assert_near(over.value(&x), value);
        assert_near(slopes[0], gradient[0]);
        assert_near(slopes[1], gradient[1]);
        assert_eq!(over.gradient(&x), slopes);

        let mut written = [f64::NAN; 2];
        assert_eq!(over.value_and_gradient_into(&x, &mut written), Ok(sum));
        assert_eq!(written, slopes);

        if rows > 0 {
            let (mean, slopes) = over.mean().plus(size).value_and_gradient(&x);
            assert_near(mean, value / rows as f64 + 0.49 - 1.2);
            assert_near(slopes[0], gradient[0] / rows as f64 + 1.4);
            assert_near(slopes[1], gradient[1] / rows as f64 + 3.0);
        } else {
            assert!(over.mean().value(&x).is_nan());
        }
    }
}

#[test]
fn shapes_and_choices_by_row() {
    let data = shaped(300);
    let (mut value, mut gradient) = (0.0, ([[0.0; 2]; 3], [0.0; 3], 0.0));
    for row in &data {
        value += loss.with(row).accumulate(&PARAMETERS, &mut gradient);
    }
    let (sum, slopes) = loss.over(&data).value_and_gradient(&PARAMETERS);
    assert_near(sum, value);
    assert_near(slopes.2, gradient.2);
    for i in 0..3 {
        assert_near(slopes.1[i], gradient.1[i]);
        assert_near(slopes.0[i][0], gradient.0[i][0]);
        assert_near(slopes.0[i][1], gradient.0[i][1]);
    }
}

#[test]
fn columns_are_rows() {
    let data = pairs(100);
    let (x, y): (Vec<f64>, Vec<f64>) = data.iter().map(|&[x, y]| (x, y)).unzip();
    let columns = error.over_columns([&x, &y]).expect("columns of one length");
    let point = [0.7, -0.4];
    assert_eq!(
        columns.value_and_gradient(&point),
        error.over(&data).value_and_gradient(&point)
    );
    let refused = error
        .over_columns([&x, &y[1..]])
        .expect_err("columns of two lengths");
    assert_eq!(
        refused.to_string(),
        "the columns of a data set must be of one length"
    );

    let data = shaped(50);
    let (x, y): (Vec<[f64; 2]>, Vec<f64>) = data.iter().copied().unzip();
    let columns = loss.over_columns((&x, &y)).expect("columns of one length");
    assert_eq!(
        columns.value(&PARAMETERS),
        loss.over(&data).value(&PARAMETERS)
    );
    assert!(loss.over_columns((&x, &y[1..])).is_err());
}

#[test]
fn minibatches() {
    let data = pairs(100);
    let indices: Vec<usize> = (0..40).map(|i| (37 * i) % 100).collect();
    let chosen: Vec<[f64; 2]> = indices.iter().map(|&i| data[i]).collect();
    let x = [0.7, -0.4];
    let batch = error.over(&data).rows(&indices);
    assert_eq!(batch.len(), 40);
    assert_eq!(
        batch.value_and_gradient(&x),
        error.over(&chosen).value_and_gradient(&x)
    );
    assert_eq!(batch.mean().value(&x), error.over(&chosen).mean().value(&x));
}

#[test]
#[should_panic]
fn a_row_that_does_not_exist_panics() {
    let data = pairs(3);
    let _ = error.over(&data).rows(&[0, 3]).value(&[0.0, 0.0]);
}

#[test]
fn the_row_that_is_not_finite_is_named() {
    let f = func!(|a, b; x, y| a * x.ln() + b * y.sqrt());
    let mut data = vec![[1.0, 4.0]; 600];
    assert_eq!(f.over(&data).check(&[1.0, 2.0]), Ok(()));
    data[517][1] = f64::NAN;
    let refused = PartError {
        part: Part::Row(517),
        value_is_finite: false,
    };
    assert_eq!(f.over(&data).check(&[1.0, 2.0]), Err(refused));
    assert_eq!(
        refused.to_string(),
        "the value at row 517 is not finite: `check::first_non_finite` says by which operation"
    );
    let batch = [3, 517, 4];
    assert_eq!(f.over(&data).rows(&batch).check(&[1.0, 2.0]), Err(refused));

    let root = func!(|a; x| (a * x).sqrt());
    let infinite = PartError {
        part: Part::Row(1),
        value_is_finite: true,
    };
    assert_eq!(root.over(&[[1.0], [0.0]]).check(&[2.0]), Err(infinite));
    assert_eq!(
        infinite.to_string(),
        "the gradient at row 1 is not finite: `check::first_non_finite` says by which operation"
    );
}

#[test]
fn a_penalty_and_a_sum_that_are_not_finite_are_named() {
    let f = func!(|a; x| a * x);
    let data = [[1.0], [2.0]];
    let root = func!(|a| a.sqrt());
    let loss = f.over(&data).plus(root);
    assert_eq!(loss.check(&[4.0]), Ok(()));
    let part = Part::Penalty;
    for (point, value_is_finite) in [(0.0, true), (-1.0, false)] {
        let refused = PartError {
            part,
            value_is_finite,
        };
        assert_eq!(loss.check(&[point]), Err(refused));
    }

    // Each row is finite, and their sum is not.
    let large = [[1e308], [1e308]];
    let part = Part::Sum;
    let refused = PartError {
        part,
        value_is_finite: false,
    };
    assert_eq!(f.over(&large).check(&[1.0]), Err(refused));
    assert_eq!(
        refused.to_string(),
        "the value of the sum is not finite, though each row is and the penalty, too"
    );
    let slopes = PartError {
        part,
        value_is_finite: true,
    };
    assert_eq!(f.over(&large).check(&[0.0]), Err(slopes));
    // The mean of no rows.
    assert_eq!(f.over(&data[..0]).mean().check(&[1.0]), Err(refused));
    assert_eq!(f.over(&data[..0]).check(&[1.0]), Ok(()));
}

#[cfg(feature = "rayon")]
mod on_all_cores {
    use super::{number, pairs};
    use monograd::drivers::Layout;
    use monograd::prelude::*;

    func! {
        fn two(a, k; t, y) { [a * (k * t).sin() - y, k * y] }
        fn of_seventy(w: [[R; 10]; 7]; t, y) -> [R; 3] {
            let waves = (w[0] * t).sin();
            [w.norm_squared() - y, waves.sum() * y, w[6][9] * t]
        }
        fn of_many(w: [R; 600]; t, y) { (w * t).sin().sum() - y }
    }

    /// All questions of the residuals on all cores against those on one, to the bit.
    fn assert_same<S: Scalar + Into<f64>>(
        alone: &dyn Mapping<S>,
        together: &dyn Mapping<S>,
        number: fn(usize) -> S,
    ) {
        let (n, m) = (alone.input_len(), alone.output_len());
        assert_eq!((together.input_len(), together.output_len()), (n, m));
        let numbers = |len: usize, step: usize| -> Vec<S> {
            (0..len).map(|i| number(step * i + 1)).collect()
        };
        let (x, v, u) = (numbers(n, 1), numbers(n, 3), numbers(m, 5));
        let [one, all] = [alone, together].map(|mapping| {
            let mut found = vec![];
            let mut keep = |len: usize, ask: &mut dyn FnMut(&mut [S])| {
                let mut numbers = vec![S::constant(f64::NAN); len];
                ask(&mut numbers);
                let bits = numbers.into_iter().map(|number| number.into().to_bits());
                found.push(bits.collect::<Vec<_>>());
            };
            keep(m, &mut |r| mapping.results_at(&x, r).expect("lengths"));
            keep(m, &mut |p| mapping.jvp_at(&x, &v, p).expect("lengths"));
            keep(n, &mut |p| mapping.vjp_at(&x, &u, p).expect("lengths"));
            for layout in [Layout::RowMajor, Layout::ColumnMajor] {
                keep(m * n, &mut |j| {
                    mapping.jacobian_at(&x, j, layout).expect("lengths")
                });
            }
            keep(n * n + n + 1, &mut |all| {
                let (jtj, rest) = all.split_at_mut(n * n);
                rest[n] = mapping
                    .normal_equations_at(&x, jtj, &mut rest[..n])
                    .expect("lengths");
            });
            found
        });
        assert!(one == all);
        let wrong = &mut vec![S::zero(); m + 1];
        assert_eq!(together.results_at(&x, wrong), alone.results_at(&x, wrong));
        assert_eq!(
            together.vjp_at(&x, wrong, &mut v.clone()),
            alone.vjp_at(&x, wrong, &mut v.clone())
        );
    }

    #[test]
    fn residuals_have_the_bits_of_one_core() {
        for threads in [1, 3] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("threads").install(|| {
                for rows in [0, 1, 9, 700, 3_001] {
                    let data = pairs(rows);
                    let single: Vec<[f32; 2]> =
                        data.iter().map(|row| row.map(|x| x as f32)).collect();
                    let sum = two.over(&data);
                    assert_same(&sum.residuals(), &sum.in_parallel().residuals(), number);
                    let sum = two.over(&single).rows(&[0, 0, 0][..rows.min(3)]);
                    assert_same(&sum.residuals(), &sum.in_parallel().residuals(), |i| {
                        number(i) as f32
                    });
                    let some = &data[..rows.min(200)];
                    let sum = of_seventy.over(some);
                    assert_same(&sum.residuals(), &sum.in_parallel().residuals(), number);
                    let sum = of_many.over(&some[..rows.min(9)]);
                    assert_same(&sum.residuals(), &sum.in_parallel().residuals(), number);
                }
            });
        }
    }

    /// The sum and its residuals are those of one core, and so is what has none.
    #[test]
    fn least_squares_are_an_objective() {
        let data = pairs(3_001);
        let (one, x) = (two.over(&data).least_squares(), [0.3, -0.8]);
        let (alone, together) = (one.objective(), one.in_parallel().objective());
        let of = |objective: &dyn Objective<f64>| {
            let (mut gradient, mut hessian) = ([0.0; 2], [0.0; 4]);
            let value = objective.value_and_gradient_at(&x, &mut gradient);
            objective.hessian_at(&x, &mut hessian).expect("lengths");
            (value, gradient, hessian)
        };
        assert_eq!(of(&alone), of(&together));
        let residuals = [&alone as &dyn Objective<f64>, &together].map(|o| o.residuals());
        let [Some(alone), Some(together)] = residuals else {
            panic!("least squares have residuals");
        };
        assert_same(alone, together, number);
        let mean = one.mean().in_parallel().objective();
        assert!(Objective::<f64>::residuals(&mean).is_none());
    }
}
