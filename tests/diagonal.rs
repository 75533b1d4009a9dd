//! The diagonal of a Hessian, against the Hessian, against the limits of differences, and at awkward points.

use monograd::prelude::*;

const CENTRES: usize = 5;
const POINTS: usize = 7;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn distances(centres: [[R; 2]; CENTRES]; points: [[R; 2]; POINTS]) {
        let mut total = 0;
        for p in 0..POINTS {
            for c in 0..CENTRES {
                let d = points[p] - centres[c];
                total += d.norm();
            }
        }
        total
    }
    /// Every input meets every other, through operations of each kind.
    fn mixed(w: [R; 3], b, c) {
        let s = w.dot(w) + b * c;
        let t = (w[0] / s + c.exp()).ln() * w[1].sin() - w[2].tanh() * b.sqrt();
        s.pow(c) + t.sigmoid().atan2(s) + w[0].hypot(b) + t.max(w[1]) + (b * w[2]).erf() + s.powi(3) / 100
    }
    /// A row reads the nine weights through one linear form.
    fn surprise(w: [R; 9], b; x: [R; 9], label) { (w.dot(x) + b).softplus() - label * (w.dot(x) + b) }
    fn error(slope, offset; x, y) { (slope * x + offset - y).square().sqrt() + (slope * offset).cos() }
}

/// The numbers agree to `tolerance`, relative to the greater of 1 and their size.
#[track_caller]
fn near(what: &str, actual: f64, expected: f64, tolerance: f64) {
    let difference = (actual - expected).abs();
    assert!(
        difference <= tolerance * expected.abs().max(1.0),
        "{what} is {actual}, not {expected}"
    );
}

#[test]
fn of_reals() {
    for x in [[0.0, 1.0], [-1.2, 1.0], [3.0, -0.5]] {
        let (value, gradient, diagonal) = rosenbrock.value_gradient_diagonal(&x);
        let hessian = rosenbrock.hessian(&x);
        assert_eq!((value, gradient), rosenbrock.value_and_gradient(&x));
        assert_eq!(diagonal, [hessian[0][0], hessian[1][1]]);
    }
    let [in_x, in_y] = rosenbrock.hessian_diagonal(&[-1.2_f32, 1.0]).map(f64::from);
    near("in f32", in_x, 1330.0, 4.0 * f64::from(f32::EPSILON));
    assert_eq!(in_y, 200.0);
}

#[test]
fn keeps_the_shape_of_an_array_and_reads_data() {
    let centres: [[f64; 2]; CENTRES] =
        std::array::from_fn(|c| [0.3 * c as f64, 1.0 - 0.2 * c as f64]);
    let points: [[f64; 2]; POINTS] =
        std::array::from_fn(|p| [2.0 - 0.7 * p as f64, 0.45 * p as f64 - 1.1]);
    let f = distances.with(&points);
    let (value, gradient, diagonal) = f.value_gradient_diagonal(&centres);
    let (expected_value, expected_gradient, hessian) = f.value_gradient_hessian(&centres);
    near("value", value, expected_value, 1e-14);
    for c in 0..CENTRES {
        for k in 0..2 {
            near("slope", gradient[c][k], expected_gradient[c][k], 1e-13);
            near("entry", diagonal[c][k], hessian[c][k][c][k], 1e-13);
        }
    }
}

#[test]
fn of_several_inputs_whatever_the_operations() {
    let x = ([0.7, -0.4, 1.3], 0.6, 1.1);
    let ([d0, d1, d2], in_b, in_c) = mixed.hessian_diagonal(&x);
    let (in_w, of_b, of_c) = mixed.hessian(&x);
    let expected = [in_w[0].0[0], in_w[1].0[1], in_w[2].0[2], of_b.1, of_c.2];
    let h = 1e-5;
    let slope = |at: usize, step: f64| {
        let mut y = x;
        match at {
            0..3 => y.0[at] += step,
            3 => y.1 += step,
            _ => y.2 += step,
        }
        let (w, b, c) = mixed.gradient(&y);
        [w[0], w[1], w[2], b, c][at]
    };
    for (at, entry) in [d0, d1, d2, in_b, in_c].into_iter().enumerate() {
        near("entry", entry, expected[at], 1e-12);
        let difference = (slope(at, h) - slope(at, -h)) / (2.0 * h);
        near("difference", difference, entry, 1e-7);
    }
}

#[test]
fn of_a_sum_over_rows_and_over_dual_numbers() {
    let rows = [[1.0, 2.5], [2.0, 3.9], [3.0, 7.2]];
    let sum = error.over(&rows);
    let diagonal = sum.hessian_diagonal(&[1.9, 0.2]);
    let hessian = sum.hessian(&[1.9, 0.2]);
    near("in the slope", diagonal[0], hessian[0][0], 1e-12);
    near("in the offset", diagonal[1], hessian[1][1], 1e-12);

    // Third derivatives are in the tangents: ∂/∂x of ∂²/∂x² = 1200 x² − 400 y + 2.
    let moving = [Dual::variable(-1.2), Dual::constant(1.0)];
    let diagonal = rosenbrock.hessian_diagonal(&moving);
    near("third", diagonal[0].tangent, 2400.0 * -1.2, 1e-14);
    near("third of y", diagonal[1].tangent, 0.0, 0.0);
}

/// The diagonal of the Hessian of `sum`, which is in one pass over the rows, to the last bit.
macro_rules! is_of_the_hessian {
    ($sum:expr, $point:expr) => {{
        let (value, gradient, (of_weights, of_offset)) = $sum.value_gradient_diagonal($point);
        let (expected, slopes, hessian) = $sum.value_gradient_hessian($point);
        assert_eq!((value, gradient), (expected, slopes));
        assert_eq!(of_weights, std::array::from_fn(|i| hessian.0[i].0[i]));
        assert_eq!(of_offset, hessian.1.1);
    }};
}

#[test]
fn of_a_sum_by_the_pass_that_computes_its_hessian() {
    let rows: Vec<([f64; 9], f64)> = (0..700)
        .map(|row| {
            let x = std::array::from_fn(|i| (0.7 * row as f64 + 1.3 * i as f64).sin());
            (x, f64::from(row % 2))
        })
        .collect();
    let point = (std::array::from_fn(|i| 0.1 * i as f64 - 0.4), 0.2);
    is_of_the_hessian!(surprise.over(&rows), &point);
    is_of_the_hessian!(surprise.over(&rows).mean(), &point);
    #[cfg(feature = "rayon")]
    is_of_the_hessian!(surprise.over(&rows).in_parallel(), &point);
}

#[test]
fn by_the_conventions_at_awkward_points() {
    // What does not move contributes nothing, though its derivative is infinite.
    let f = func!(|x, y| x.sqrt() + y * y);
    assert_eq!(f.hessian_diagonal(&[0.0, 3.0]), [f64::NEG_INFINITY, 2.0]);
    // Where x takes no part in the value, nothing comes of it.
    let f = func!(|x, y| (x.ln() * x).relu() + y.square());
    assert_eq!(f.hessian_diagonal(&[0.5, 1.0]), [0.0, 2.0]);
    let f = func!(|x, y| x.square().max(y.square()));
    assert_eq!(f.hessian_diagonal(&[2.0, 1.0]), [2.0, 0.0]);
    assert!(func!(|x| x.ln()).hessian_diagonal(&[-1.0_f64])[0].is_nan());
    let nothing = func!(|x, y| y.stop_gradient() * x);
    assert_eq!(nothing.hessian_diagonal(&[2.0, 5.0]), [0.0, 0.0]);
}
