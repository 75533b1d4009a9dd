//! Linear algebra of small matrices, and implicit functions, in single precision: values and derivatives of first and second
//! order against those in double precision at the same numbers, and singular input.
#![cfg(feature = "std")]

use monograd::implicit::{minimum, minimum_of_several, root, root_of_system};
use monograd::prelude::*;

func! {
    fn det<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.det() + 0 * b[0] }
    fn ln_det<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.ln_det() + 0 * b[0] }
    fn trace<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.trace().square() + 0 * b[0] }
    fn product<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.dot(a).dot(b).sum() }
    fn solve<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.solve(b).norm_squared() }
    fn inverse<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.inverse().dot(b).norm_squared() }
    fn cholesky<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.cholesky().dot(b).norm_squared() }
    fn lower<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.solve_lower(b).norm_squared() }
    fn transposed<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.solve_lower_transposed(b).norm_squared() }
    fn upper<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.solve_upper(b).norm_squared() }
    fn eigenvalues<const N: usize>(a: [[R; N]; N], b: [R; N]) { (a.eigenvalues() * b).sum().square() }
    fn eigenvectors<const N: usize>(a: [[R; N]; N], b: [R; N]) { a.eigenvectors().dot(b).powi(4).sum() }
}

/// Symmetric and positive definite, with eigenvalues apart; rounded to single precision.
fn covariance<const N: usize>() -> [[f32; N]; N] {
    core::array::from_fn(|i| {
        core::array::from_fn(|j| {
            let near = (-0.5 * (i as f32 - j as f32).powi(2)).exp();
            if i == j { 1.5 + 0.3 * i as f32 } else { near }
        })
    })
}

/// Neither symmetric nor with its greatest elements in the diagonal.
fn matrix<const N: usize>() -> [[f32; N]; N] {
    core::array::from_fn(|i| {
        core::array::from_fn(|j| {
            let wave = (1.7 * i as f32 + 2.3 * j as f32 + 0.4).sin();
            if (i + 1) % N == j { 3.0 + wave } else { wave }
        })
    })
}

fn vector<const N: usize>() -> [f32; N] {
    core::array::from_fn(|i| 1.0 - 0.6 * i as f32)
}

/// By how many units of single precision numbers differ, at the greatest of them.
fn units(single: &[f32], double: &[f64]) -> f64 {
    assert_eq!(single.len(), double.len());
    let size = double.iter().fold(0.0_f64, |size, x| size.max(x.abs()));
    let error = single.iter().zip(double);
    let error = error.fold(0.0_f64, |error, (&x, y)| {
        error.max((f64::from(x) - y).abs())
    });
    assert!(error.is_finite() && size > 0.0);
    error / size / f64::from(f32::EPSILON)
}

/// Compares a function at a size: the value, the gradient, and the products of the Hessian with a direction by both modes.
macro_rules! compare {
    ($operation:ident, $matrix:ident, $($size:literal)*) => {$({
        func! { fn f(a: [[R; $size]; $size], b: [R; $size]) { $operation(a, b) } }
        let (a, b): ([[f32; $size]; $size], [f32; $size]) = ($matrix(), vector());
        let v = (matrix::<$size>().map(|row| row.map(|x| 0.5 * x)), b.map(|b| b * b - 0.5));
        let double = |(a, b): ([[f32; $size]; $size], [f32; $size])| (a.map(|row| row.map(f64::from)), b.map(f64::from));
        let (x, w) = (double((a, b)), double(v));
        let single = (f.value_and_gradient(&(a, b)), f.jvp(&(a, b), &v), f.hvp(&(a, b), &v));
        let expected = (f.value_and_gradient(&x), f.jvp(&x, &w), f.hvp(&x, &w));
        let name = concat!(stringify!($operation), " of ", $size);
        let near = |bound: f64, what: &str, single: &[f32], double: &[f64]| {
            let units = units(single, double);
            assert!(units <= bound, "{name}: {what}, {units} units, {single:?}, {double:?}");
        };
        near(8.0, "value", &[single.0.0], &[expected.0.0]);
        near(16.0, "gradient", single.0.1.0.as_flattened(), expected.0.1.0.as_flattened());
        // The slope along a direction is a sum of many terms: it is measured by them.
        let terms = expected.0.1.0.as_flattened().iter().zip(w.0.as_flattened());
        let terms = terms.chain(expected.0.1.1.iter().zip(&w.1));
        let scale: f64 = terms.map(|(slope, v)| (slope * v).abs()).sum();
        near(16.0, "slope", &[single.1.1, scale as f32], &[expected.1.1, scale]);
        near(32.0, "product", single.2.0.as_flattened(), expected.2.0.as_flattened());
    })*};
}

#[test]
fn every_operation() {
    compare!(det, matrix, 3 4 5);
    compare!(ln_det, matrix, 3 4 5);
    compare!(trace, matrix, 4);
    compare!(product, matrix, 4);
    compare!(solve, matrix, 3 4 5);
    compare!(inverse, matrix, 3 4 5);
    compare!(cholesky, covariance, 4);
    compare!(lower, covariance, 4);
    compare!(transposed, covariance, 4);
    compare!(upper, covariance, 4);
    compare!(eigenvalues, covariance, 4);
    compare!(eigenvectors, covariance, 4);
}

/// What has no value at a singular matrix is NaN or infinite there, as in double precision.
#[test]
fn singular_matrices() {
    func! {
        fn solve3(a: [[R; 3]; 3], b: [R; 3]) { a.solve(b).sum() }
        fn solve5(a: [[R; 5]; 5], b: [R; 5]) { a.solve(b).sum() }
        fn inverse4(a: [[R; 4]; 4]) -> [[R; 4]; 4] { a.inverse() }
        fn ln_det3(a: [[R; 3]; 3]) { a.ln_det() }
        fn ln_det5(a: [[R; 5]; 5]) { a.ln_det() }
        fn det3(a: [[R; 3]; 3]) { a.det() }
        fn det5(a: [[R; 5]; 5]) { a.det() }
        fn cholesky(a: [[R; 2]; 2]) -> [[R; 2]; 2] { a.cholesky() }
        fn lower(a: [[R; 3]; 3], b: [R; 3]) { a.solve_lower(b).sum() }
        fn upper(a: [[R; 3]; 3], b: [R; 3]) { a.solve_upper(b).sum() }
    }
    let a = [[0.0_f32, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let b = [1.0, 2.0, 3.0];
    for f in [
        solve3.value_and_gradient(&(a, b)),
        lower.value_and_gradient(&(a, b)),
        upper.value_and_gradient(&(a, b)),
    ] {
        assert!(f.0.is_nan());
    }
    let (value, (in_a, in_b)) = solve5.value_and_gradient(&([[1.0_f32; 5]; 5], [1.0; 5]));
    assert!(value.is_nan());
    assert!(
        in_a.as_flattened()
            .iter()
            .chain(&in_b)
            .all(|slope| slope.is_nan())
    );
    assert!(solve3.jvp(&(a, b), &(a, b)).1.is_nan());
    assert!(
        solve3
            .hvp(&(a, b), &(a, b))
            .0
            .as_flattened()
            .iter()
            .all(|x| x.is_nan())
    );
    assert!(
        inverse4
            .value(&[[1.0_f32; 4]; 4])
            .as_flattened()
            .iter()
            .all(|x| x.is_nan())
    );
    assert_eq!(ln_det3.value(&a), f32::NEG_INFINITY);
    assert_eq!(ln_det5.value(&[[1.0_f32; 5]; 5]), f32::NEG_INFINITY);
    assert!(cholesky.value(&[[1.0_f32, 0.0], [2.0, 1.0]])[1][1].is_nan());
    // A determinant has all its derivatives.
    assert_eq!(
        det3.value_and_gradient(&a),
        (0.0, [[1.0, 0.0, 0.0], [0.0; 3], [0.0; 3]])
    );
    assert_eq!(
        det3.hvp(&a, &[[1.0_f32, 0.0, 0.0], [0.0; 3], [0.0; 3]])[1][1],
        1.0
    );
    let mut rank_four = [[0.0_f32; 5]; 5];
    (1..5).for_each(|i| rank_four[i][i] = 2.0);
    let (value, gradient) = det5.value_and_gradient(&rank_four);
    assert_eq!((value, gradient[0]), (0.0, [16.0, 0.0, 0.0, 0.0, 0.0]));
}

/// Nearly singular: the closed form is left for an elimination, whose errors are those of the condition number.
#[test]
fn ill_conditioned_matrices() {
    func! {
        fn solve3(a: [[R; 3]; 3], b: [R; 3]) { a.solve(b).sum() }
        fn solve4(a: [[R; 4]; 4], b: [R; 4]) { a.solve(b).sum() }
    }
    for distance in [1e-1_f32, 1e-2, 1e-3] {
        let condition = 4.0 * f64::from(1.0 / distance);
        let a = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0 + distance]];
        let b = [1.0_f32, -2.0, 0.5];
        let double = (a.map(|row| row.map(f64::from)), b.map(f64::from));
        let (value, (slopes, _)) = solve3.value_and_gradient(&(a, b));
        let (expected, (of_double, _)) = solve3.value_and_gradient(&double);
        assert!(units(&[value], &[expected]) <= 64.0 * condition);
        assert!(units(slopes.as_flattened(), of_double.as_flattened()) <= 128.0 * condition);
        let a: [[f32; 4]; 4] = core::array::from_fn(|i| {
            core::array::from_fn(|j| 1.0 / (1 + i + j) as f32 + if i == j { distance } else { 0.0 })
        });
        let b = [1.0_f32, -2.0, 0.5, 3.0];
        let double = (a.map(|row| row.map(f64::from)), b.map(f64::from));
        let (value, (slopes, _)) = solve4.value_and_gradient(&(a, b));
        let (expected, (of_double, _)) = solve4.value_and_gradient(&double);
        assert!(units(&[value], &[expected]) <= 64.0 * condition);
        assert!(units(slopes.as_flattened(), of_double.as_flattened()) <= 128.0 * condition);
    }
}

func! {
    fn kepler(anomaly, m, e) { anomaly - e * anomaly.sin() - m }
    fn radius(m, e) { 1 - e * root(kepler, kepler_newton, (m, e)).cos() }
    fn quartic(x, a, b) { 0.25 * x.powi(4) + 0.5 * a * x * x - b * x }
    fn at_minimum(a, b) { minimum(quartic, cubic_newton, (a, b)) * a }
    fn meets(x: [R; 2]; r, a) -> [R; 2] { [x[0] * x[0] + x[1] * x[1] - r * r, x[0] * x[1] - a] }
    fn sum_of_roots(r, a) { root_of_system(meets, meets_newton, (r, a)).sum() }
    fn energy(x: [R; 2]; k, y) { (x[0] - k).square() + (x[0] * x[1] - y).square() + k * x[1].square() }
    fn at_least_energy(k, y) { minimum_of_several(energy, energy_newton, (k, y)).norm_squared() }
}

fn kepler_newton(m: f64, e: f64) -> f64 {
    (0..50).fold(m, |x, _| x - (x - e * x.sin() - m) / (1.0 - e * x.cos()))
}

fn cubic_newton(a: f64, b: f64) -> f64 {
    (0..60).fold(b / (1.0 + a), |x, _| {
        x - (x.powi(3) + a * x - b) / (3.0 * x * x + a)
    })
}

fn meets_newton(p: &[f64; 2]) -> [f64; 2] {
    let mut x = [p[0], 0.1];
    for _ in 0..40 {
        let ([f, g], [[a, b], [c, d]]) = meets.with(p).value_and_jacobian(&x);
        let det = a * d - b * c;
        x = [x[0] - (d * f - b * g) / det, x[1] - (a * g - c * f) / det];
    }
    x
}

fn energy_newton(p: &[f64; 2]) -> [f64; 2] {
    let mut x = [p[0], 0.5];
    for _ in 0..60 {
        let (_, [f, g], [[a, b], [_, d]]) = energy.with(p).value_gradient_hessian(&x);
        let det = a * d - b * b;
        x = [x[0] - (d * f - b * g) / det, x[1] - (a * g - b * f) / det];
    }
    x
}

/// Roots and minima, of one number and of several: value, gradient, Hessian, and a Hessian–vector product by both modes.
macro_rules! implicit {
    ($($function:ident at [$p:expr, $q:expr];)*) => {$({
        let (x, double) = ([$p as f32, $q as f32], [f64::from($p as f32), f64::from($q as f32)]);
        let (value, gradient, hessian) = $function.value_gradient_hessian(&x);
        let expected = $function.value_gradient_hessian(&double);
        let near = |what: &str, single: &[f32], double: &[f64], bound: f64| {
            let units = units(single, double);
            assert!(units <= bound, "{}: {what}, {units} units", stringify!($function));
        };
        near("value", &[value], &[expected.0], 4.0);
        near("gradient", &gradient, &expected.1, 8.0);
        near("Hessian", hessian.as_flattened(), expected.2.as_flattened(), 32.0);
        let v = [0.5_f32, -1.0];
        let product = $function.hvp(&double, &[0.5, -1.0]);
        near("product", &$function.hvp(&x, &v), &product, 32.0);
        let slope = 0.5 * expected.1[0] - expected.1[1];
        let scale = expected.1[0].abs().max(expected.1[1].abs());
        near("slope", &[$function.jvp(&x, &v).1, scale as f32], &[slope, scale], 8.0);
    })*};
}

#[test]
fn implicit_functions() {
    implicit! {
        radius at [1.2, 0.3];
        at_minimum at [0.8, 1.7];
        sum_of_roots at [5.0, 8.0];
        at_least_energy at [0.7, 1.3];
    }
}

#[test]
fn no_root_and_a_double_one() {
    func! {
        fn square_is(x, a) { x * x - a }
        fn of_nothing(a) { root(square_is, |_| f64::NAN, (a,)) }
        fn at_double_root(a) { root(square_is, |_| 0.0, (a,)) }
        fn squares(x: [R; 2]; a) -> [R; 2] { x * x - a }
        fn at_singular(a) { root_of_system(squares, |_: &[f64; 1]| [0.0; 2], (a,))[0] }
    }
    let (value, [slope]) = of_nothing.value_and_gradient(&[2.0_f32]);
    assert!(value.is_nan() && slope.is_nan());
    assert_eq!(
        at_double_root.value_and_gradient(&[0.0_f32]),
        (0.0, [f32::INFINITY])
    );
    let (value, [slope]) = at_singular.value_and_gradient(&[0.0_f32]);
    assert!(value == 0.0 && slope.is_nan());
}
