//! Rows and columns of matrices, reduced or computed as a whole one by one, against the same written line by line.
#![cfg(feature = "std")]

use monograd::check;
use monograd::prelude::*;

const M: [[f64; 3]; 2] = [[0.7, -1.3, 0.4], [-0.2, 0.5, 2.1]];

macro_rules! test_reductions {
    ($(
        $(#[$doc:meta])* $Reduction:ident
        $(#[$method_doc:meta])* $reduction:ident: derivatives $derivatives:literal,
            edges [$($edge:expr => $value:expr, $partials:expr);* $(;)?];
    )*) => {
        $(#[test]
        fn $reduction() {
            let rows = func!(|m: [[R; 3]; 2], w: [R; 2]| (m.rows().$reduction() * w).sum());
            let row_by_row = func!(|m: [[R; 3]; 2], w: [R; 2]| {
                m[0].$reduction() * w[0] + m[1].$reduction() * w[1]
            });
            let columns = func!(|m: [[R; 3]; 2], w: [R; 3]| (m.columns().$reduction() * w).sum());
            let column_by_column = func!(|m: [[R; 3]; 2], w: [R; 3]| {
                m.column::<0>().$reduction() * w[0]
                    + m.column::<1>().$reduction() * w[1]
                    + m.column::<2>().$reduction() * w[2]
            });
            let point = (M, [0.3, -0.8]);
            assert_near(rows.gradient(&point).0, row_by_row.gradient(&point).0);
            let point = (M, [0.3, -0.8, 1.4]);
            assert_near(columns.gradient(&point).0, column_by_column.gradient(&point).0);

            // What is not asked for takes no part.
            let first = func!(|m: [[R; 3]; 2]| {
                let all = m.rows().$reduction();
                all[0]
            });
            let (_, [_, second]) = first.value_and_gradient(&[M[0], [f64::INFINITY; 3]]);
            assert_eq!(second, [0.0; 3]);

            let everywhere = func!(|m: [[R; 3]; 2], k| {
                let scaled = (k * m).sin();
                let mut sum = (scaled.rows().$reduction().tanh() * k).sum();
                for i in 0..2 {
                    let of_columns = (m + scaled[i].tile::<2>()).columns().$reduction();
                    sum += (of_columns * m[i]).sum();
                }
                if k > 0.5 { sum + (m * scaled).columns().$reduction().sum() } else { sum }
            });
            for k in [0.8, 0.3] {
                check::assert_derivatives(everywhere, &(M, k));
            }
            let single = M.map(|row| row.map(|x| x as f32));
            let (value, _) = everywhere.value_and_gradient(&(single, 0.8));
            let double = everywhere.value(&(M, 0.8));
            assert!((f64::from(value) - double).abs() <= 1e-5 * (1.0 + double.abs()));
        })*
    };
}

monograd::__reductions!(test_reductions);

/// To four units in the last place.
#[track_caller]
fn assert_near<const N: usize, const K: usize>(found: [[f64; K]; N], expected: [[f64; K]; N]) {
    for (&found, &expected) in found.as_flattened().iter().zip(expected.as_flattened()) {
        let error = (found - expected).abs();
        assert!(
            error <= 4.0 * f64::EPSILON * expected.abs(),
            "{found} and not {expected}"
        );
    }
}

macro_rules! test_wholes {
    ($($whole:ident)*) => {
        $(#[test]
        fn $whole() {
            let rows = func!(|m: [[R; 3]; 2], w: [[R; 3]; 2]| (m.rows().$whole() * w).sum());
            let row_by_row = func!(|m: [[R; 3]; 2], w: [[R; 3]; 2]| {
                (m[0].$whole() * w[0]).sum() + (m[1].$whole() * w[1]).sum()
            });
            let columns = func!(|m: [[R; 3]; 2], w: [[R; 3]; 2]| (m.columns().$whole() * w).sum());
            let transposed = func!(|m: [[R; 3]; 2], w: [[R; 3]; 2]| {
                (m.transpose().rows().$whole() * w.transpose()).sum()
            });
            let point = (M, [[0.3, -0.8, 1.4], [0.9, 0.2, -0.6]]);
            assert_near(rows.gradient(&point).0, row_by_row.gradient(&point).0);
            assert_near(columns.gradient(&point).0, transposed.gradient(&point).0);

            let first = func!(|m: [[R; 3]; 2]| {
                let all = m.rows().$whole();
                all[0][1]
            });
            let (_, [_, second]) = first.value_and_gradient(&[M[0], [f64::INFINITY; 3]]);
            assert_eq!(second, [0.0; 3]);

            let everywhere = func!(|m: [[R; 3]; 2], k| {
                let scaled = (k * m).sin();
                let mut sum = (scaled.rows().$whole() * m).sum();
                for i in 0..2 {
                    let of_columns = (m + scaled[i].tile::<2>()).columns().$whole();
                    sum += (of_columns[i] * m[i]).sum();
                }
                sum
            });
            check::assert_derivatives(everywhere, &(M, 0.8));
        })*
    };
}

test_wholes!(softmax log_softmax cumulative_sum);

#[test]
fn of_an_array_of_matrices_the_rows_are_matrices() {
    let f = func!(|a: [[[R; 2]; 1]; 3]| a.rows().maximum().product());
    let (value, gradient) = f.value_and_gradient(&[[[1.0, 2.0]], [[5.0, 3.0]], [[0.5, 0.25]]]);
    assert_eq!(value, 5.0);
    assert_eq!(gradient, [[[0.0, 2.5]], [[1.0, 0.0]], [[10.0, 0.0]]]);
}

func! {
    /// The attention of each query to all keys, a row of data at a time.
    fn attention(queries: [[R; 2]; 3], keys: [[R; 2]; 4]; values: [R; 4], label) {
        let scores = queries.dot(keys.transpose());
        let looked_at = scores.rows().softmax().dot(values);
        (looked_at.maximum() - label).square() + scores.columns().log_sum_exp().mean()
    }
}

#[test]
fn summed_over_rows_in_lanes() {
    let rows: Vec<([f64; 4], f64)> = (0..23)
        .map(|row| {
            let at = |i: usize| f64::sin((7 * row + 3 * i) as f64);
            ([at(0), at(1), at(2), at(3)], at(4))
        })
        .collect();
    let queries = [[0.4, -0.2], [1.1, 0.3], [-0.7, 0.9]];
    let keys = [[0.2, 0.8], [-0.5, 0.6], [1.2, -0.3], [0.1, 0.1]];
    let point = (queries, keys);
    let (value, gradient) = attention.over(&rows).value_and_gradient(&point);
    let (mut sum, mut slopes) = (0.0, ([[0.0; 2]; 3], [[0.0; 2]; 4]));
    for (values, label) in &rows {
        let row = (*values, *label);
        let (value, (in_queries, in_keys)) = attention.with(&row).value_and_gradient(&point);
        sum += value;
        let add = |sums: &mut [[f64; 2]], terms: &[[f64; 2]]| {
            let sums = sums.as_flattened_mut().iter_mut();
            sums.zip(terms.as_flattened())
                .for_each(|(sum, term)| *sum += term);
        };
        add(&mut slopes.0, &in_queries);
        add(&mut slopes.1, &in_keys);
    }
    assert!((value - sum).abs() <= 1e-13 * sum.abs());
    let found = gradient
        .0
        .as_flattened()
        .iter()
        .chain(gradient.1.as_flattened());
    let expected = slopes
        .0
        .as_flattened()
        .iter()
        .chain(slopes.1.as_flattened());
    for (found, expected) in found.zip(expected) {
        assert!(
            (found - expected).abs() <= 1e-13,
            "{found} and not {expected}"
        );
    }
}
