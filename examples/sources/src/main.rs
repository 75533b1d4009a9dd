//! One loss over the same five observations, as each crate stores them. Nothing is copied.
//!
//! ```sh
//! cargo run --package sources
//! cargo test --package sources
//! ```

use monograd::prelude::*;
use monograd::rows::Strided;
use polars_core::prelude::{Column, DataFrame};
use std::error::Error;

func! {
    /// The error of a plane.
    fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() }
}

type Point = ([f64; 2], f64);

const POINT: Point = ([2.0, -1.0], 0.5);

/// Two inputs and what was observed, of each observation.
const ROWS: [[f64; 3]; 5] = [
    [0.0, 1.0, 0.3],
    [1.0, 0.5, 2.1],
    [2.0, -0.5, 5.2],
    [3.0, 0.0, 6.4],
    [4.0, 2.0, 6.6],
];

fn column(j: usize) -> Vec<f64> {
    ROWS.iter().map(|row| row[j]).collect()
}

/// Value and gradient.
type Answer = Result<(f64, Point), Box<dyn Error>>;

/// An array row by row: its rows are arrays of Rust.
fn ndarray_by_rows() -> Answer {
    let data = ndarray::arr2(&ROWS);
    let rows = data.as_slice().ok_or("not in standard order")?;
    let matrices = [Strided::row_major(rows, 3)?];
    Ok(error.over_strided(&matrices)?.value_and_gradient(&POINT))
}

/// Any view of an array, here of one transposed: by its strides.
fn ndarray_by_strides() -> Answer {
    let columns = [column(0), column(1), column(2)].concat();
    let data = ndarray::Array2::from_shape_vec((3, 5), columns)?;
    let view = data.t();
    let numbers = view.as_slice_memory_order().ok_or("not in one piece")?;
    let strides = [view.strides()[0], view.strides()[1]].map(isize::unsigned_abs);
    let matrices = [Strided::new(
        numbers,
        [view.nrows(), view.ncols()],
        strides,
    )?];
    Ok(error.over_strided(&matrices)?.value_and_gradient(&POINT))
}

/// A matrix column by column, and a vector.
fn nalgebra_matrix() -> Answer {
    let x = nalgebra::DMatrix::from_fn(5, 2, |i, j| ROWS[i][j]);
    let y = nalgebra::DVector::from_vec(column(2));
    let matrices = [
        Strided::column_major(x.as_slice(), x.nrows())?,
        Strided::column(y.as_slice()),
    ];
    Ok(error.over_strided(&matrices)?.value_and_gradient(&POINT))
}

/// A matrix whose columns need not follow one another.
fn faer_matrix() -> Answer {
    let data = faer::Mat::from_fn(5, 3, |i, j| ROWS[i][j]);
    let columns = [0, 1, 2].map(|j| Strided::column(data.col_as_slice(j)));
    Ok(error.over_strided(&columns)?.value_and_gradient(&POINT))
}

/// Columns of a record batch, without nulls.
fn arrow_columns() -> Answer {
    let columns = [0, 1, 2].map(|j| arrow_array::Float64Array::from(column(j)));
    let columns = columns.each_ref().map(|c| Strided::column(c.values()));
    Ok(error.over_strided(&columns)?.value_and_gradient(&POINT))
}

/// Columns of a data frame, without nulls and each in one chunk.
fn polars_columns() -> Answer {
    let names = ["x", "z", "y"];
    let columns = [0, 1, 2].map(|j| Column::new(names[j].into(), column(j)));
    let frame = DataFrame::new(ROWS.len(), columns.into())?;
    let mut columns = Vec::new();
    for name in names {
        columns.push(Strided::column(frame.column(name)?.f64()?.cont_slice()?));
    }
    Ok(error.over_strided(&columns)?.value_and_gradient(&POINT))
}

/// Rows that a function gives by their number: computed, or read from a file.
fn on_the_fly() -> Answer {
    let row = |i: usize| ([ROWS[i][0], ROWS[i][1]], ROWS[i][2]);
    Ok(error.over_fn(ROWS.len(), &row).value_and_gradient(&POINT))
}

/// A source, and its name.
type Source = (&'static str, fn() -> Answer);

const SOURCES: &[Source] = &[
    ("ndarray, by rows", ndarray_by_rows),
    ("ndarray, by strides", ndarray_by_strides),
    ("nalgebra", nalgebra_matrix),
    ("faer", faer_matrix),
    ("arrow", arrow_columns),
    ("polars", polars_columns),
    ("on the fly", on_the_fly),
];

fn main() -> Result<(), Box<dyn Error>> {
    for (name, source) in SOURCES {
        let (loss, gradient) = source()?;
        println!("{name:20} {loss:.3} {gradient:?}");
    }
    Ok(())
}

#[test]
fn all_give_the_same_bits() {
    let rows = ROWS.map(|[x, z, y]| ([x, z], y));
    let expected = error.over(&rows).value_and_gradient(&POINT);
    for (name, source) in SOURCES {
        assert_eq!(source().expect("five rows"), expected, "{name}");
    }
}
