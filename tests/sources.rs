//! Where rows come from: the same sums, whatever they are stored in.
#![cfg(feature = "std")]

use monograd::check;
use monograd::expr::Inputs;
use monograd::prelude::*;
use monograd::rows::{ColumnError, OverShared, Strided};
use std::sync::Arc;

func! {
    fn error(w: [R; 3], b; x: [R; 3], y) { (w.dot(x) + b - y).tanh().square() }
    fn reals(slope, offset; x, y) { (slope * x + offset - y).tanh().square() }
    fn size(slope, offset) { slope.square() + 3 * offset }
}

type Row = ([f64; 3], f64);

const POINT: ([f64; 3], f64) = ([0.3, -0.2, 0.9], 0.1);

fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

fn rows(len: usize) -> Vec<Row> {
    let row = |i| {
        (
            std::array::from_fn(|j| number(4 * i + j)),
            number(7 * i + 1),
        )
    };
    (0..len).map(row).collect()
}

/// All that the sum gives at the point, to the last bit.
fn bits<I: Inputs, const N: usize>(f: impl Function<N, R, I>, x: &I::Of<f64>) -> Vec<u64> {
    let (value, gradient) = f.value_and_gradient(x);
    let hvp = f.hvp(x, &gradient);
    let numbers = [gradient, hvp].map(|numbers| {
        let numbers = I::refs(&numbers);
        (0..I::LEN)
            .map(|at| I::get(numbers, at))
            .collect::<Vec<_>>()
    });
    let all = [value, f.value(x)].into_iter().chain(numbers.concat());
    all.map(f64::to_bits).collect()
}

#[test]
fn every_source_gives_the_same_bits() {
    for len in [0, 1, 7, 8, 9, 255, 300, 1000] {
        let rows = rows(len);
        let expected = bits(error.over(&rows), &POINT);

        let by_rows: Vec<f64> = rows
            .iter()
            .flat_map(|(x, y)| [x[0], x[1], x[2], *y])
            .collect();
        let whole = [Strided::row_major(&by_rows, 4).expect("four columns")];
        let over = error.over_strided(&whole).expect("as many as a row has");
        assert_eq!(bits(over, &POINT), expected);

        let column = |j: usize| rows.iter().map(move |(x, _)| x[j]);
        let by_columns: Vec<f64> = (0..3).flat_map(column).collect();
        let y: Vec<f64> = rows.iter().map(|row| row.1).collect();
        if len > 0 {
            let x = Strided::column_major(&by_columns, len).expect("three columns");
            let matrices = [x, Strided::column(&y)];
            let over = error.over_strided(&matrices).expect("as many as a row has");
            assert_eq!(bits(over, &POINT), expected);
            let reversed: Vec<usize> = (0..len).rev().collect();
            assert_eq!(
                bits(over.rows(&reversed), &POINT),
                bits(error.over(&rows).rows(&reversed), &POINT)
            );
            #[cfg(feature = "rayon")]
            assert_eq!(bits(over.in_parallel(), &POINT), expected);
        }

        let computed = |i: usize| rows[i];
        let over = error.over_fn(len, &computed);
        assert_eq!(bits(over, &POINT), expected);
        #[cfg(feature = "rayon")]
        assert_eq!(bits(over.in_parallel(), &POINT), expected);

        let shared = error.over_shared(rows.clone());
        assert_eq!(bits(shared.clone().over(), &POINT), expected);
        assert_eq!(shared.over().len(), len);
    }
}

/// In every mode, and in `f32`.
#[test]
fn derivatives_of_every_source() {
    let rows = rows(21);
    let computed = |i: usize| rows[i];
    check::assert_derivatives(error.over_fn(21, &computed).mean(), &POINT);
    let x: Vec<f64> = (0..40).map(number).collect();
    let matrices = [Strided::column_major(&x, 20).expect("two columns")];
    let over = reals.over_strided(&matrices).expect("two columns");
    check::assert_derivatives(over.mean().plus(size), &[0.7, -0.4]);
    let pairs: Vec<[f64; 2]> = (0..20).map(|i| [x[i], x[20 + i]]).collect();
    assert_eq!(
        bits(over, &[0.7, -0.4]),
        bits(reals.over(&pairs), &[0.7, -0.4])
    );
    // Single precision is read as it is.
    let x: Vec<f32> = x.iter().map(|&x| x as f32).collect();
    let matrices = [Strided::column_major(&x, 20).expect("two columns")];
    let pairs: Vec<[f32; 2]> = (0..20).map(|i| [x[i], x[20 + i]]).collect();
    let over = reals.over_strided(&matrices).expect("two columns");
    assert_eq!(
        over.value(&[0.7_f32, -0.4]),
        reals.over(&pairs).value(&[0.7, -0.4])
    );
}

#[test]
fn what_is_no_data_set_is_refused() {
    let numbers = [0.0; 12];
    let one = Strided::column(&numbers);
    let two = Strided::row_major(&numbers, 2).expect("two columns");
    let width = ColumnError::Width {
        expected: 2,
        actual: 1,
    };
    assert_eq!(reals.over_strided(&[one]).map(|_| ()), Err(width));
    assert_eq!(
        width.to_string(),
        "a row of this function's data is 2 numbers, but there are 1 columns"
    );
    assert!(reals.over_strided(&[two]).is_ok());
    let different = [one, Strided::column(&numbers[1..])];
    assert_eq!(
        reals.over_strided(&different).map(|_| ()),
        Err(ColumnError::Lengths)
    );
    let outside = |expected, actual| Err(ColumnError::Outside { expected, actual });
    assert_eq!(
        Strided::row_major(&numbers[1..], 2).map(|_| ()),
        outside(12, 11)
    );
    assert_eq!(
        Strided::column_major(&numbers[1..], 3).map(|_| ()),
        outside(12, 11)
    );
    assert_eq!(
        Strided::new(&numbers, [3, 2], [4, 4]).map(|_| ()),
        outside(13, 12)
    );
    assert!(Strided::new(&numbers, [3, 2], [4, 3]).is_ok());
    assert!(Strided::new(&numbers, [0, 2], [40, 40]).is_ok());
    let huge = Strided::new(&numbers, [usize::MAX, 2], [usize::MAX, 1]);
    assert_eq!(huge.map(|_| ()), outside(usize::MAX, 12));
}

#[test]
#[should_panic(expected = "there is no row 3 of 3")]
fn a_row_outside_of_a_matrix_panics() {
    let numbers = [0.0; 6];
    let matrices = [Strided::row_major(&numbers, 2).expect("two columns")];
    let over = reals.over_strided(&matrices).expect("two columns");
    let _ = over.rows(&[3]).value(&[0.0, 0.0]);
}

/// What samplers want of a model.
#[test]
fn shared_rows_are_static() {
    let rows: Arc<[[f64; 2]]> = (0..300).map(|i| [number(i), number(3 * i)]).collect();
    let expected = reals.over(&rows).mean().plus(size);
    let objective = reals
        .over_shared(Arc::clone(&rows))
        .mean()
        .plus(size)
        .objective();
    let model: Arc<dyn Objective<f64> + Send + Sync + 'static> = Arc::new(objective.clone());
    let threads = [0.1, 0.7].map(|slope| {
        let model = Arc::clone(&model);
        let thread = move || {
            let mut gradient = [0.0; 2];
            let value = model.value_and_gradient_at(&[slope, 0.3], &mut gradient);
            (value.expect("two numbers"), gradient)
        };
        (slope, std::thread::spawn(thread))
    });
    for (slope, thread) in threads {
        let result = thread.join().expect("no thread panics");
        assert_eq!(result, expected.value_and_gradient(&[slope, 0.3]));
    }
    let mut product = [0.0; 2];
    assert_eq!(
        objective.hvp_at(&[0.7, -0.4], &[1.0, 2.0], &mut product),
        Ok(())
    );
    assert_eq!(product, expected.hvp(&[0.7, -0.4], &[1.0, 2.0]));
    assert_eq!(
        objective.value_at(&[0.7, -0.4]),
        Ok(expected.value(&[0.7, -0.4]))
    );
    assert!(objective.value_at(&[0.7]).is_err());
    assert_eq!(objective.dimension(), 2);
}
