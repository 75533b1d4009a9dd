//! Sums over rows in lanes are those row by row: every operation, behind every pattern of a `select` in a pack, for
//! numbers of rows around the borders of packs, leaves and chunks.
#![cfg(feature = "simd")]

#[path = "any/mod.rs"]
mod any_operation;

use any_operation::{Any, NAMES, OPERATION};
use monograd::expr::apply;
use monograd::prelude::*;
use monograd::scalar::{Lanes, Plain};

func! {
    fn masked(a, b; x, m) {
        select(m.less_than(0), a * x + b, apply(Any, (a * x, b * x, 2.5)))
    }
    fn of_arrays(a: [R; 2], b; x: [R; 2], m) {
        let l: [R; 2] = apply(Any, (a * x, b, 2.5));
        let c: [R; 2] = select(m.less_than(x), x, l);
        c.sum()
    }
}

/// Units in the last place by which an elementary function in lanes, its derivative and a sum may differ.
const UNITS: f64 = 32.0;

#[track_caller]
fn assert_near<F: Plain>(what: &str, actual: F, expected: F, magnitude: F, epsilon: f64) {
    let [actual, expected, magnitude] = [actual, expected, magnitude].map(Plain::to_f64);
    let near = actual == expected
        || actual.is_nan() && expected.is_nan()
        || (actual - expected).abs() <= UNITS * epsilon * magnitude.max(1.0);
    assert!(near, "{what}: {actual} for {expected}, of size {magnitude}");
}

/// The sums in lanes against the rows one by one.
#[track_caller]
fn check<F>(what: &dyn Fn() -> String, rows: &[[F; 2]], epsilon: f64)
where
    F: Plain + Scalar,
{
    let point = [F::constant(0.8), F::constant(0.6)];
    let zero = F::constant(0.0);
    let size = |x: F| if x.to_f64() < 0.0 { -x } else { x };
    // The value, the gradient, and the normal equations, with their magnitudes.
    let (mut sums, mut sizes) = ([zero; 8], [zero; 8]);
    for row in rows {
        let (value, [da, db]) = masked.with(row).value_and_gradient(&point);
        let terms = [
            value,
            da,
            db,
            value * value,
            da * value,
            db * value,
            da * db,
            da * da,
        ];
        for i in 0..8 {
            sums[i] = sums[i] + terms[i];
            sizes[i] = sizes[i] + size(terms[i]);
        }
    }
    let over = masked.over(rows);
    let (value, gradient) = over.value_and_gradient(&point);
    let equations = over.normal_equations(&point);
    let actual = [
        value,
        gradient[0],
        gradient[1],
        equations.sum_of_squares,
        equations.jtr[0],
        equations.jtr[1],
        equations.jtj[0][1],
        equations.jtj[0][0],
    ];
    for i in 0..8 {
        let name = std::format!("{}, sum {i}", what());
        // Sums of so many terms one after the other.
        let epsilon = epsilon * (1.0 + rows.len() as f64 / 64.0);
        assert_near(&name, actual[i], sums[i], sizes[i], epsilon);
    }
    let shaped: Vec<_> = rows.iter().map(|&[x, m]| ([x, m], m)).collect();
    let point = ([F::constant(0.8), F::constant(0.3)], F::constant(0.6));
    let (mut sums, mut sizes) = ([zero; 3], [zero; 3]);
    for row in &shaped {
        let ([a0, a1], b) = of_arrays.with(row).gradient(&point);
        for (i, term) in [a0, a1, b].into_iter().enumerate() {
            sums[i] = sums[i] + term;
            sizes[i] = sizes[i] + size(term);
        }
    }
    let ([a0, a1], b) = of_arrays.over(&shaped).gradient(&point);
    for (i, actual) in [a0, a1, b].into_iter().enumerate() {
        let name = std::format!("{}, arrays, slope {i}", what());
        let epsilon = epsilon * (1.0 + rows.len() as f64 / 64.0);
        assert_near(&name, actual, sums[i], sizes[i], epsilon);
    }
}

/// A row, of which by its sign the operation takes part; where it does not, it is at its most awkward.
fn row<F: Plain>(i: usize, takes_part: bool) -> [F; 2] {
    let number = 0.3 + 0.6 * (12.9898 * i as f64 + 0.3).sin().abs();
    if takes_part {
        [F::constant(number), F::constant(1.0)]
    } else {
        [F::constant([0.0, -1.25, -0.0][i % 3]), F::constant(-1.0)]
    }
}

fn every_pattern<F: Plain + Scalar + Lanes>(patterns: &[u32], epsilon: f64) {
    let mut cases = 0;
    for (operation, name) in NAMES.iter().enumerate() {
        OPERATION.set(operation);
        for &pattern in patterns {
            let rows: Vec<[F; 2]> = (0..F::LANES)
                .map(|i| row(i, pattern >> i & 1 == 1))
                .collect();
            check(
                &|| std::format!("{name}, pattern {pattern:b}"),
                &rows,
                epsilon,
            );
            cases += 1;
        }
    }
    println!("{cases} patterns");
}

#[test]
fn every_pattern_of_a_pack_in_f64() {
    const { assert!(<f64 as Lanes>::LANES <= 8) };
    let patterns: Vec<u32> = (0..1 << <f64 as Lanes>::LANES).collect();
    every_pattern::<f64>(&patterns, f64::EPSILON);
}

#[test]
fn many_patterns_of_a_pack_in_f32() {
    let ends = [0, 0xffff, 0x5555, 0xaaaa, 0x00ff, 0xff00, 0x0f0f, 0x8001];
    let single = (0..16).flat_map(|i| [1 << i, 0xffff ^ (1 << i)]);
    let mixed = (1..200_u32).map(|i| i.wrapping_mul(2_654_435_761) >> 16);
    let patterns: Vec<u32> = ends.into_iter().chain(single).chain(mixed).collect();
    every_pattern::<f32>(&patterns, f64::from(f32::EPSILON));
}

#[test]
fn any_number_of_rows() {
    let counts = [
        0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 511,
        512, 513, 1023, 1024, 1025, 4095, 4096, 4097,
    ];
    let mut cases = 0;
    for (operation, name) in NAMES.iter().enumerate() {
        OPERATION.set(operation);
        for count in counts {
            if count > 300 && operation % 16 != 0 {
                continue;
            }
            cases += 2;
            let takes_part = |i: usize| (i * i / 3) % 5 != 1;
            let what = || std::format!("{name}, {count} rows");
            let rows: Vec<[f64; 2]> = (0..count).map(|i| row(i, takes_part(i))).collect();
            check(&what, &rows, f64::EPSILON);
            let rows: Vec<[f32; 2]> = (0..count).map(|i| row(i, takes_part(i))).collect();
            check(&what, &rows, f64::from(f32::EPSILON));
        }
    }
    println!("{cases} sums");
}
