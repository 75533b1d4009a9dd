//! Gradients in matrices so long that they are not made 0 before their rows are written: of slices, whose memory holds
//! anything before, and of arrays, and by forward mode.

use monograd::prelude::*;

const ROWS: usize = 40;
const COLUMNS: usize = 32;

func! {
    fn layer(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        (w.dot(x) + b).tanh().sum()
    }

    /// Nothing reaches the rows at which the rectifier is 0: here the first, the last, and some between.
    fn rectified(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        (w.dot(x) + b).relu().sum()
    }

    fn rectified_and_stored(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        let h = w.dot(x) + b;
        h.relu().sum()
    }

    fn twice(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        (w.dot(x) * b + w.dot(x).sin()).sum()
    }

    fn element_before(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        w[7][3] * w[39][31] + (w.dot(x) + b).tanh().sum()
    }

    fn element_after(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        (w.dot(x) + b).tanh().sum() + w[7][3] * w[39][31]
    }

    fn whole_and_rows(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        let h = (w.dot(x) + b).tanh();
        let squares = w.norm_squared();
        h.sum() + squares + w[5].dot(x)
    }

    fn some_rows(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        let mut total = 0;
        for i in 3..20 {
            total += w[i].dot(x) * b[i];
        }
        total
    }

    fn called(w: [[R; COLUMNS]; ROWS], b: [R; ROWS], x: [R; COLUMNS]) {
        layer(w, b, x) * layer(w, b, x)
    }

    fn repeated(w: [[R; COLUMNS]; COLUMNS], b: [R; COLUMNS], x: [R; COLUMNS]) {
        let mut h = x;
        for _i in 0..3 {
            h = (w.dot(h) + b).tanh();
        }
        h.sum()
    }
}

fn point<const N: usize>() -> ([[f64; COLUMNS]; N], [f64; N], [f64; COLUMNS]) {
    let number = |i: usize| (i as f64 * 0.737).sin();
    (
        std::array::from_fn(|i| std::array::from_fn(|j| 0.2 * number(COLUMNS * i + j + 1))),
        std::array::from_fn(|i| if i % 3 == 0 { -3.0 } else { number(i) + 2.0 }),
        std::array::from_fn(|j| number(5 * j + 2)),
    )
}

macro_rules! agree {
    ($f:ident, $rows:ident) => {{
        let point = point::<$rows>();
        let flat = |(w, b, x): &([[f64; COLUMNS]; $rows], [f64; $rows], [f64; COLUMNS])| {
            [w.as_flattened(), b, x].concat()
        };
        let numbers = flat(&point);
        let mut gradient = vec![f64::NAN; numbers.len()];
        let value = $f.value_and_gradient_into(&numbers, &mut gradient).unwrap();
        let (of_array, gradient_of_array) = $f.value_and_gradient(&point);
        assert_eq!(value.to_bits(), of_array.to_bits());
        let bits = |numbers: &[f64]| -> Vec<u64> { numbers.iter().map(|x| x.to_bits()).collect() };
        assert_eq!(
            bits(&gradient),
            bits(&flat(&gradient_of_array)),
            "{}",
            stringify!($f)
        );

        let mut along = ([[0.0; COLUMNS]; $rows], [0.0; $rows], [0.0; COLUMNS]);
        let len = numbers.len();
        for at in (0..len)
            .step_by(13)
            .chain([3 + 7 * COLUMNS, 31 + 39 * COLUMNS, len - 1])
        {
            let mut one = vec![0.0; len];
            one[at.min(len - 1)] = 1.0;
            let (w, rest) = one.split_at($rows * COLUMNS);
            along.0.as_flattened_mut().copy_from_slice(w);
            along.1.copy_from_slice(&rest[..$rows]);
            along.2.copy_from_slice(&rest[$rows..]);
            let (_, slope) = $f.jvp(&point, &along);
            let by_reverse = gradient[at.min(len - 1)];
            assert!(
                (slope - by_reverse).abs() <= 1e-13 * slope.abs().max(1.0),
                "{} at {at}: {slope} {by_reverse}",
                stringify!($f)
            );
        }
    }};
}

#[test]
fn rows_are_written_once() {
    agree!(layer, ROWS);
    agree!(twice, ROWS);
    agree!(called, ROWS);
    agree!(repeated, COLUMNS);
}

#[test]
fn what_nothing_reaches_is_zero() {
    agree!(rectified, ROWS);
    agree!(rectified_and_stored, ROWS);
    agree!(some_rows, ROWS);
}

#[test]
fn elements_and_rows_meet() {
    agree!(element_before, ROWS);
    agree!(element_after, ROWS);
    agree!(whole_and_rows, ROWS);
}
