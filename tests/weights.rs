//! A weight of a row is a factor of its term: as if it were a datum that the function multiplies with.

use monograd::prelude::*;

func! {
    fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x).tanh() + b * b - y).square() }
    fn weighed(w: [R; 2], b; x: [R; 2], y, weight) { weight * error(w, b, x, y) }
    fn residual(w: [R; 2], b; x: [R; 2], y) -> [R; 2] { [w.dot(x).tanh() - y, b * x[0]] }
    fn penalty(w: [R; 2], b) { w.norm_squared() + b.exp() }
}

macro_rules! a_weight_is_a_factor {
    ($name:ident, $Float:ident, $tolerance:literal) => {
        #[test]
        fn $name() {
            for count in [0, 1, 2, 7, 8, 9, 33, 255, 256, 257, 1_000] {
                let number = |i: usize, k: $Float| (i as $Float * k).sin();
                let rows: Vec<_> = (0..count)
                    .map(|i| ([number(i, 0.7), number(i, 1.3)], number(i, 2.1)))
                    .collect();
                let weights: Vec<_> = (0..count).map(|i| number(i, 0.9)).collect();
                let with_datum: Vec<_> = rows
                    .iter()
                    .zip(&weights)
                    .map(|(r, &w)| (r.0, r.1, w))
                    .collect();
                let (x, v) = (([0.3, -0.4], 0.2), ([1.0, 0.5], -2.0));
                let near = |ours: $Float, expected: $Float| {
                    let scale = expected.abs().max(1.0 + count as $Float);
                    assert!(
                        (ours - expected).abs() <= $tolerance * scale,
                        "{count}: {ours}, not {expected}"
                    );
                };
                let near_all = |ours: ([$Float; 2], $Float), expected: ([$Float; 2], $Float)| {
                    near(ours.0[0], expected.0[0]);
                    near(ours.0[1], expected.0[1]);
                    near(ours.1, expected.1);
                };
                macro_rules! compare {
                    ($ours:expr, $expected:expr) => {{
                        let (ours, expected) = ($ours, $expected);
                        near(ours.value(&x), expected.value(&x));
                        let (value, gradient) = ours.value_and_gradient(&x);
                        near(value, expected.value(&x));
                        near_all(gradient, expected.gradient(&x));
                        near_all(ours.hvp(&x, &v), expected.hvp(&x, &v));
                        near(ours.jvp(&x, &v).1, expected.jvp(&x, &v).1);
                        let (hessian, other) = (ours.hessian(&x), expected.hessian(&x));
                        near_all(hessian.0[0], other.0[0]);
                        near_all(hessian.0[1], other.0[1]);
                        near_all(hessian.1, other.1);
                    }};
                }
                let sum = error
                    .over(&rows)
                    .weights(&weights)
                    .expect("a weight for each row");
                compare!(sum, weighed.over(&with_datum));
                if count > 0 {
                    let mean = error.over(&rows).mean().plus(penalty);
                    let mean = mean.weights(&weights).expect("a weight for each row");
                    compare!(mean, weighed.over(&with_datum).mean().plus(penalty));
                    let picked: Vec<_> = (0..count).rev().step_by(3).collect();
                    let batch = error.over(&rows).rows(&picked);
                    let batch = batch.weights(&weights).expect("a weight for each row");
                    compare!(batch, weighed.over(&with_datum).rows(&picked));
                }

                // The normal equations are those of residuals times √w, here of weights that have one.
                let weights: Vec<$Float> = weights.iter().map(|w| w * w).collect();
                let ours = residual
                    .over(&rows)
                    .weights(&weights)
                    .expect("a weight for each row");
                let ours = ours.normal_equations(&x);
                let (mut squares, mut jtr) = (0.0, [0.0; 3]);
                let mut jtj = [[0.0; 3]; 3];
                for (row, weight) in rows.iter().zip(&weights) {
                    let (r, jacobian) = residual.with(row).value_and_jacobian(&x);
                    for (r, (slopes, last)) in r.into_iter().zip(jacobian) {
                        let slopes = [slopes[0], slopes[1], last];
                        squares += weight * r * r;
                        for i in 0..3 {
                            jtr[i] += weight * slopes[i] * r;
                            for j in 0..3 {
                                jtj[i][j] += weight * slopes[i] * slopes[j];
                            }
                        }
                    }
                }
                near(ours.sum_of_squares, squares);
                near_all(ours.jtr, ([jtr[0], jtr[1]], jtr[2]));
                for (ours, expected) in [ours.jtj.0[0], ours.jtj.0[1], ours.jtj.1]
                    .into_iter()
                    .zip(jtj)
                {
                    near_all(ours, ([expected[0], expected[1]], expected[2]));
                }
                let half = residual
                    .over(&rows)
                    .least_squares()
                    .weights(&weights)
                    .expect("as many");
                near(2.0 * half.value(&x), squares);
                near_all(half.gradient(&x), ([jtr[0], jtr[1]], jtr[2]));
            }
        }
    };
}

a_weight_is_a_factor!(in_double_precision, f64, 1e-14);
a_weight_is_a_factor!(in_single_precision, f32, 1e-5);

#[test]
fn there_are_as_many_weights_as_rows() {
    let rows = [([1.0, 0.0], 1.0); 3];
    for count in [0, 2, 4] {
        let weights = vec![1.0; count];
        let error = error.over(&rows).weights(&weights).unwrap_err();
        assert_eq!((error.expected, error.actual), (3, count));
        let message = format!("the slice of weights has length {count}, but must have length 3");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_row_of_weight_zero_has_no_part() {
    let f = func!(|a; x| a * x);
    let sum = f.over(&[[2.0], [5.0], [1.0]]);
    let sum = sum.weights(&[1.0, 0.0, -1.0]).expect("three");
    assert_eq!(sum.value_and_gradient(&[3.0]), (3.0, [1.0]));
}

#[test]
fn a_row_whose_operand_takes_no_part_is_as_it_is_alone() {
    let f = func!(|x; threshold| if x > threshold { x.sqrt() } else { 2 * x });
    let mut rows = [[1.0]; 20];
    rows[3] = [-1.0];
    let weights = [0.5; 20];
    let sum = f.over(&rows).weights(&weights).expect("a weight for each");
    assert_eq!(sum.gradient(&[0.25]), [19.0 + 0.5]);
    assert!(
        f.over(&rows[..3])
            .weights(&weights[..3])
            .expect("three")
            .gradient(&[0.0])[0]
            == 3.0
    );
}
