//! The Hessian of a sum over rows is the sum of the Hessians of the rows: through few linear forms, and through more.

use monograd::prelude::*;
use monograd::scalar::{Field, Plain};

func! {
    fn logistic(w: [R; 7], b; x: [R; 7]) { (1 + (-(w.dot(x) + b)).exp()).ln() }
    fn two_predictors(w: [R; 7], v: [R; 7]; x: [R; 7]) {
        let mean = w.dot(x);
        let log_scale = x.dot(v);
        log_scale + 0.5 * ((x[0] - mean) * (-log_scale).exp()).square()
    }
    fn found_twice(w: [R; 7]; x: [R; 7]) { w.dot(x).sin() * x.dot(w).square() }
    fn scaled_by_an_input(w: [R; 7], k; x: [R; 7]) { (k * w.dot(x)).tanh() }
    fn part(w: [R; 7]; x: [R; 7]) {
        let inner = w[1..5].dot(x[2..6]);
        if x[0] < 0 { inner.sin() * w[6].exp() } else { inner.square() }
    }
    fn linear(w: [R; 7]; x: [R; 7]) { w.dot(x) }
    fn constant(_w: [R; 7]; x: [R; 7]) { x.dot(x) }
    fn three_classes(w: [[R; 7]; 3]; x: [R; 7]) {
        let z = w.dot(x);
        z.log_sum_exp() - z[1]
    }
    fn four_classes(w: [[R; 7]; 4]; x: [R; 7]) {
        let z = w.dot(x);
        z.log_sum_exp() - z[3]
    }
    fn five_classes(w: [[R; 7]; 5]; x: [R; 7]) {
        let z = w.dot(x);
        z.log_sum_exp() - z[1]
    }
    fn three_of_eight(w: [R; 7], k; x: [R; 7]) { (k * w.dot(x) + w[0]).sin() * w[1..3].dot(x[0..2]) }
    fn reals(a, b, c, d, e, f; x: [R; 7]) { (a * x[0] + b * x[1]).sin() * (c * d + x[2] * e) + f.exp() * a }
    fn size_of_six(a, b, c, d, e, f) { a * b * c + (d * e).exp() - f.square() }
    fn many(w: [[R; 7]; 9]; x: [R; 7]) { (w.dot(x)).tanh().sum().square() }
    fn too_many(w: [[R; 7]; 10]; x: [R; 7]) { (w.dot(x)).tanh().sum().square() }
    fn every_weight(w: [R; 7]; x: [R; 7]) { (w * w * x).sum().sin() + w.dot(x).square() }
    fn only_at_times(w: [R; 7]; x: [R; 7]) {
        if x[0] < 0.9 { w.dot(x).cos() } else { w.norm_squared().sin() }
    }
    fn root(w: [R; 7]; x: [R; 7]) { (w.dot(x) - 0.5).sqrt() }
    fn size_of_seven(w: [R; 7]) { (0.1 * w.norm_squared()).exp() }
    fn size_with_offset(w: [R; 7], b) { w.norm_squared() * b.square() }
}

fn number(i: usize) -> f64 {
    (1.7 * i as f64 + 0.3).sin()
}

fn rows<F: Plain + Scalar>(count: usize) -> Vec<[F; 7]> {
    let row = |row: usize| std::array::from_fn(|at| F::constant(number(7 * row + at)));
    (0..count).map(row).collect()
}

/// Numbers of rows around the borders of packs and leaves.
const COUNTS: [usize; 11] = [0, 1, 7, 8, 9, 31, 33, 255, 256, 257, 900];

#[track_caller]
fn assert_near<F: Plain>(actual: &[F], expected: &[F], tolerance: f64) {
    assert_eq!(actual.len(), expected.len());
    let size = expected
        .iter()
        .map(|x| x.to_f64().abs())
        .fold(1.0, f64::max);
    for (at, (actual, expected)) in actual.iter().zip(expected).enumerate() {
        let (actual, expected) = (actual.to_f64(), expected.to_f64());
        assert!(
            (actual - expected).abs() <= tolerance * size,
            "{at}: {actual} for {expected}"
        );
    }
}

/// The value, the gradient and the Hessian of a sum, of its mean, on slices and in parallel, against those of the rows.
macro_rules! check {
    ($($name:ident: $function:ident of $inputs:literal: $F:ty, tolerance $tolerance:literal
        $(, plus $penalty:ident)? $(, rows $counts:expr)?;)*) => {
        $(#[test]
        fn $name() {
            let counts: &[usize] = check!(@rows $($counts)?);
            for &count in counts {
                let rows = rows::<$F>(count);
                let sum = $function.over(&rows)$(.plus($penalty))?;
                let point: Vec<$F> = (0..$inputs).map(|i| <$F>::constant(0.4 * number(1000 + i))).collect();
                let (mut value, mut gradient) = (0.0, vec![0.0; $inputs]);
                let mut hessian = vec![0.0; $inputs * $inputs];
                let mut add = |of_row: &dyn Objective<$F>| {
                    let mut slopes = vec![0.0; $inputs];
                    value += of_row.value_and_gradient_at(&point, &mut slopes).expect("these lengths");
                    gradient.iter_mut().zip(&slopes).for_each(|(sum, slope)| *sum += slope);
                    let mut product = vec![0.0; $inputs];
                    for row in 0..$inputs {
                        let mut unit = vec![0.0; $inputs];
                        unit[row] = 1.0;
                        of_row.hvp_at(&point, &unit, &mut product).expect("these lengths");
                        for (column, number) in product.iter().enumerate() {
                            hessian[row * $inputs + column] += number;
                        }
                    }
                };
                for row in &rows {
                    add(&$function.with(row).objective());
                }
                $(add(&$penalty.objective());)?

                let objective = sum.objective();
                let mut actual = vec![0.0; $inputs * $inputs];
                objective.hessian_at(&point, &mut actual).expect("these lengths");
                assert_near(&actual, &hessian, $tolerance);
                for row in 0..$inputs {
                    for column in 0..row {
                        assert_eq!(actual[row * $inputs + column], actual[column * $inputs + row]);
                    }
                }
                let mut slopes = vec![0.0; $inputs];
                let of_sum = objective.value_and_gradient_at(&point, &mut slopes).expect("these lengths");
                assert_near(&[of_sum], &[value], $tolerance);
                assert_near(&slopes, &gradient, $tolerance);

                #[cfg(feature = "rayon")]
                {
                    let mut in_parallel = vec![0.0; $inputs * $inputs];
                    let objective = sum.in_parallel().objective();
                    objective.hessian_at(&point, &mut in_parallel).expect("these lengths");
                    assert_eq!(in_parallel, actual);
                }
            }
        })*
    };
    (@rows) => { &COUNTS };
    (@rows $counts:expr) => { &$counts };
}

check! {
    one_form_and_an_input: logistic of 8: f64, tolerance 1e-13;
    one_form_and_an_input_in_f32: logistic of 8: f32, tolerance 1e-5;
    one_form_and_a_penalty: logistic of 8: f64, tolerance 1e-13, plus size_with_offset;
    two_forms: two_predictors of 14: f64, tolerance 1e-13;
    a_form_that_is_found_twice: found_twice of 7: f64, tolerance 1e-13;
    a_form_times_an_input: scaled_by_an_input of 8: f64, tolerance 1e-13;
    a_form_in_a_branch: part of 7: f64, tolerance 1e-13;
    a_linear_function: linear of 7: f64, tolerance 1e-13;
    a_linear_function_and_a_penalty: linear of 7: f64, tolerance 1e-13, plus size_of_seven;
    no_form: constant of 7: f64, tolerance 1e-13;
    three_forms: three_classes of 21: f64, tolerance 1e-13;
    three_forms_in_f32: three_classes of 21: f32, tolerance 1e-5;
    four_forms: four_classes of 28: f64, tolerance 1e-13, rows [8, 257];
    five_forms: five_classes of 35: f64, tolerance 1e-13, rows [7, 300];
    five_forms_in_f32: five_classes of 35: f32, tolerance 1e-5, rows [33];
    more_than_two_forms_of_few_inputs: three_of_eight of 8: f64, tolerance 1e-13;
    reals_alone: reals of 6: f64, tolerance 1e-13;
    reals_alone_and_a_penalty: reals of 6: f64, tolerance 1e-13, plus size_of_six;
    reals_alone_in_f32: reals of 6: f32, tolerance 1e-5;
    nine_forms_of_the_most_inputs: many of 63: f64, tolerance 1e-13, rows [9];
    more_inputs_than_leaves_hold: too_many of 70: f64, tolerance 1e-13, rows [9];
    as_many_forms_as_inputs: every_weight of 7: f64, tolerance 1e-13;
    many_forms_in_some_rows: only_at_times of 7: f64, tolerance 1e-13;
    many_forms_in_some_rows_in_f32: only_at_times of 7: f32, tolerance 1e-5;
}

/// Each row is made once, by a function of more forms than are found at once, too.
#[test]
fn one_pass() {
    use core::sync::atomic::{AtomicUsize, Ordering};
    let made = AtomicUsize::new(0);
    let rows = rows::<f64>(300);
    let row = |at: usize| {
        made.fetch_add(1, Ordering::Relaxed);
        rows[at]
    };
    let w = [[0.1; 7]; 4];
    let sum = four_classes.over_fn(300, &row);
    assert_eq!(sum.hessian(&w), four_classes.over(&rows).hessian(&w));
    // Once for two forms, which are found to be too few by the first rows of a leaf.
    let leaves = 10;
    let of_pack = if cfg!(feature = "simd") { 16 } else { 32 };
    assert!(made.into_inner() <= 300 + leaves * of_pack);
}

/// The value and the gradient beside the Hessian, in the function's own shapes.
#[test]
fn with_shapes() {
    let rows = rows::<f64>(100);
    let sum = logistic.over(&rows);
    let point = (std::array::from_fn(number), 0.2);
    let (value, gradient, hessian) = sum.value_gradient_hessian(&point);
    let (expected, slopes) = sum.value_and_gradient(&point);
    assert_near(&[value], &[expected], 1e-14);
    assert_near(&gradient.0, &slopes.0, 1e-14);
    assert_near(&[gradient.1], &[slopes.1], 1e-14);
    let along_b = sum.hvp(&point, &([0.0; 7], 1.0));
    assert_near(&hessian.1.0, &along_b.0, 1e-14);
    assert_near(&[hessian.1.1], &[along_b.1], 1e-14);
    assert_eq!(hessian.0[3].1, hessian.1.0[3]);

    let (_, of_mean, mean) = sum
        .mean()
        .plus(size_with_offset)
        .value_gradient_hessian(&point);
    let (_, of_size, size) = size_with_offset.value_gradient_hessian(&point);
    for at in 0..7 {
        assert_near(
            &[of_mean.0[at]],
            &[0.01 * gradient.0[at] + of_size.0[at]],
            1e-14,
        );
        for column in 0..7 {
            let expected = 0.01 * hessian.0[at].0[column] + size.0[at].0[column];
            assert_near(&[mean.0[at].0[column]], &[expected], 1e-14);
        }
    }
}

/// Rows whose derivatives are infinite leave the others' lanes alone, and what they do not move.
#[test]
fn at_the_border_of_the_domain() {
    let mut rows = rows::<f64>(20);
    for row in &mut rows {
        row[0] = 3.0;
        row[6] = 0.0;
    }
    rows[4] = [0.5, 2.0, 3.0, 4.0, 5.0, 6.0, 0.0]; // w·x = 0.5
    let point = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let hessian = root.over(&rows).hessian(&point);
    for line in &hessian[..6] {
        assert_eq!(line[..6], [f64::NEG_INFINITY; 6]);
        assert_eq!(line[6], 0.0);
    }
    let others = root
        .over(&rows)
        .rows(&[0, 1, 2, 3, 5, 6, 7, 8, 9, 10])
        .hessian(&point);
    assert!(
        others
            .as_flattened()
            .iter()
            .all(|number| number.is_finite())
    );
}
