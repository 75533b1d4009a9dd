//! Functions over data sets: rows against a loop, however they are stored and summed.

use monograd::prelude::*;
use monograd::rows::RowError;

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
    let refused = RowError {
        row: 517,
        value_is_finite: false,
    };
    assert_eq!(f.over(&data).check(&[1.0, 2.0]), Err(refused));
    assert_eq!(refused.to_string(), "the value at row 517 is not finite");
    let batch = [3, 517, 4];
    assert_eq!(f.over(&data).rows(&batch).check(&[1.0, 2.0]), Err(refused));

    let root = func!(|a; x| (a * x).sqrt());
    let infinite = RowError {
        row: 1,
        value_is_finite: true,
    };
    assert_eq!(root.over(&[[1.0], [0.0]]).check(&[2.0]), Err(infinite));
    assert_eq!(infinite.to_string(), "the gradient at row 1 is not finite");
}

/// More inputs than are kept in lanes.
#[test]
fn many_inputs() {
    let data: Vec<([f64; 30],)> = (0..600)
        .map(|row| (std::array::from_fn(|i| number(30 * row + i)),))
        .collect();
    let x: Vec<f64> = (0..620).map(number).collect();
    let w = std::array::from_fn(|i| std::array::from_fn(|j| x[30 * i + j]));
    let b = std::array::from_fn(|i| x[600 + i]);
    let (value, (by_w, by_b)) = wide.over(&data).mean().value_and_gradient(&(w, b));
    let mut gradient = vec![f64::NAN; 620];
    let again = wide
        .over(&data)
        .mean()
        .value_and_gradient_into(&x, &mut gradient);
    assert_eq!(again, Ok(value));
    assert_eq!(&gradient[..600], by_w.as_flattened());
    assert_eq!(&gradient[600..], by_b);
    let mut sum = 0.0;
    for row in &data {
        sum += wide.with(row).value(&(w, b));
    }
    assert_near(value, sum / 600.0);
}

#[test]
fn normal_equations_are_those_of_the_jacobian() {
    func! {
        fn residual(a, b, c; t, y) { [a * (b * t).exp() + c - y, 0.1 * a * t] }
        fn single(a, b; t) { a * t.sin() + b }
    }
    let data = pairs(523);
    let x = [1.3, -0.7, 0.2];
    let (mut squares, mut jtj, mut jtr) = (0.0, [[0.0; 3]; 3], [0.0; 3]);
    for row in &data {
        let (r, jacobian) = residual.with(row).value_and_jacobian(&x);
        for (r, slopes) in r.into_iter().zip(jacobian) {
            squares += r * r;
            for i in 0..3 {
                jtr[i] += slopes[i] * r;
                for j in 0..3 {
                    jtj[i][j] += slopes[i] * slopes[j];
                }
            }
        }
    }
    let equations = residual.over(&data).normal_equations(&x);
    assert_near(equations.sum_of_squares, squares);
    for (actual, expected) in equations.jtr.into_iter().zip(jtr) {
        assert_near(actual, expected);
    }
    for (actual, expected) in equations.jtj.as_flattened().iter().zip(jtj.as_flattened()) {
        assert_near(*actual, *expected);
    }
    let data: Vec<[f64; 1]> = data.iter().map(|row| [row[0]]).collect();
    let equations = single.over(&data).normal_equations(&[2.0, 0.5]);
    assert_eq!(equations.jtj[1][1], 523.0);
    assert_eq!(equations.jtj[0][1], equations.jtj[1][0]);
}

#[test]
fn single_precision_and_numbers_with_derivatives() {
    let data: Vec<[f32; 2]> = pairs(100).iter().map(|row| row.map(|x| x as f32)).collect();
    let value = error.over(&data).value(&[0.7_f32, -0.4]);
    let exact = error.over(&pairs(100)).value(&[0.7, -0.4]);
    assert!((f64::from(value) - exact).abs() < 1e-4);

    let duals: Vec<[Dual<f64>; 2]> = pairs(100).iter().map(|row| row.map(Dual::from)).collect();
    let x = [Dual::new(0.7, 1.0), Dual::new(-0.4, 0.0)];
    let moved = error.over(&duals).value(&x);
    assert_near(
        moved.tangent,
        error.over(&pairs(100)).gradient(&[0.7, -0.4])[0],
    );
}

#[cfg(feature = "rayon")]
#[test]
fn threads_do_not_change_a_bit() {
    let data = pairs(5000);
    let wide_data: Vec<([f64; 30],)> = (0..1500)
        .map(|row| (std::array::from_fn(|i| number(30 * row + i)),))
        .collect();
    let indices: Vec<usize> = (0..3000).map(|i| (37 * i) % 5000).collect();
    let parameters: Vec<f64> = (0..620).map(number).collect();
    let x = [0.7, -0.4];
    let alone = error.over(&data).mean().plus(size);
    let alone_batch = error.over(&data).rows(&indices);
    let alone_wide = wide.over(&wide_data);
    let mut expected = vec![0.0; 620];
    let value = alone_wide.value_and_gradient_into(&parameters, &mut expected);
    for threads in 1..=5 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads").install(|| {
            let together = alone.in_parallel();
            assert_eq!(
                together.value_and_gradient(&x),
                alone.value_and_gradient(&x)
            );
            assert_eq!(together.value(&x), alone.value_and_gradient(&x).0);
            assert_eq!(together.gradient(&x), alone.gradient(&x));
            let batch = alone_batch.in_parallel();
            assert_eq!(
                batch.value_and_gradient(&x),
                alone_batch.value_and_gradient(&x)
            );
            let mut written = vec![f64::NAN; 620];
            let wide = alone_wide.in_parallel();
            assert_eq!(
                wide.value_and_gradient_into(&parameters, &mut written),
                value
            );
            assert_eq!(written, expected);
            assert!(
                wide.value_and_gradient_into(&parameters, &mut written[1..])
                    .is_err()
            );
        });
    }
}
