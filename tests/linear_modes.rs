//! Linear algebra of small matrices in every mode: in closed form and by elimination, in loops, branches, calls, generic sizes and
//! lanes of rows.
#![cfg(feature = "std")]

use monograd::check::{assert_derivatives, difference};
use monograd::prelude::*;

/// A matrix that is well conditioned and not symmetric, of any size.
fn matrix<const N: usize>() -> [[f64; N]; N] {
    core::array::from_fn(|i| {
        core::array::from_fn(|j| {
            let wave = (1.7 * i as f64 + 2.3 * j as f64 + 0.4).sin();
            if (i + 1) % N == j { 3.0 + wave } else { wave }
        })
    })
}

/// A symmetric positive definite matrix with eigenvalues apart.
fn covariance<const N: usize>() -> [[f64; N]; N] {
    core::array::from_fn(|i| {
        core::array::from_fn(|j| {
            let near = (-0.5 * (i as f64 - j as f64).powi(2)).exp();
            if i == j { 1.5 + 0.3 * i as f64 } else { near }
        })
    })
}

fn vector<const N: usize>() -> [f64; N] {
    core::array::from_fn(|i| 1.0 - 0.6 * i as f64)
}

func! {
    /// Every operation on a general matrix, of any size.
    fn general<const N: usize>(a: [[R; N]; N], b: [R; N]) {
        let x = a.solve(b);
        let y = a.inverse();
        a.det().tanh() + a.ln_det() * a.trace() + (x * b).sum() + (y * a.transpose()).sum() + y.norm_squared()
    }
    /// Every operation on a symmetric matrix and on triangles.
    fn symmetric<const N: usize>(a: [[R; N]; N], b: [R; N]) {
        let l = a.cholesky();
        let x = l.solve_lower_transposed(l.solve_lower(b));
        let u = l.transpose();
        (x * b).sum() + 2 * l.diagonal().ln().sum() + u.solve_upper(b).norm_squared() + (l * a).sum()
    }
}

/// Checks a function of a matrix and a vector at a size, in every mode, at several points.
macro_rules! check {
    ($function:ident, $size:literal, $($matrix:expr),+) => {{
        func! { fn of_a_size(a: [[R; $size]; $size], b: [R; $size]) { $function(a, b) } }
        $(assert_derivatives(of_a_size, &($matrix, vector()));)+
    }};
}

/// Checks the gradient against differences, and the Hessian against differences of gradients.
macro_rules! compare {
    ($function:ident, $size:literal, $($matrix:expr),+) => {{
        func! { fn of_a_size(a: [[R; $size]; $size], b: [R; $size]) { $function(a, b) } }
        $(
            let (a, b): ([[f64; $size]; $size], [f64; $size]) = ($matrix, vector());
            let (in_a, in_b) = of_a_size.gradient(&(a, b));
            let direction = (core::array::from_fn(|i| core::array::from_fn(|j| (1.1 * (i + 3 * j) as f64).cos())), [0.4; $size]);
            let (product, _) = of_a_size.hvp(&(a, b), &direction);
            for i in 0..$size {
                for j in 0..$size {
                    let moved = |x: f64| {
                        let mut a = a;
                        a[i][j] = x;
                        a
                    };
                    let slope = difference(|x| of_a_size.value(&(moved(x), b)), a[i][j], 1e-2);
                    assert_near(in_a[i][j], slope.derivative, 1e-8);
                    let curvature = difference(
                        |t| {
                            let moved = |a: f64, v: f64| a + t * v;
                            let a = core::array::from_fn(|i| core::array::from_fn(|j| moved(a[i][j], direction.0[i][j])));
                            of_a_size.gradient(&(a, core::array::from_fn(|i| moved(b[i], direction.1[i])))).0[i][j]
                        },
                        0.0,
                        1e-2,
                    );
                    assert_near(product[i][j], curvature.derivative, 1e-6);
                }
                let moved = |x: f64| {
                    let mut b = b;
                    b[i] = x;
                    b
                };
                let slope = difference(|x| of_a_size.value(&(a, moved(x))), b[i], 1e-2);
                assert_near(in_b[i], slope.derivative, 1e-8);
            }
        )+
    }};
}

#[track_caller]
fn assert_near(actual: f64, expected: f64, tolerance: f64) {
    let error = (actual - expected).abs();
    assert!(
        error <= tolerance * expected.abs().max(1.0),
        "{actual} is not {expected}"
    );
}

/// In closed form; and by elimination, where the greatest element of a column is not in the diagonal, of matrices too
/// ill-conditioned for a closed form.
#[test]
fn general_matrices() {
    check!(
        general,
        3,
        matrix(),
        [[0.0, 1.0, 20.0], [1.0, 0.0, 0.2], [0.3, -30.0, 0.0]]
    );
    compare!(general, 1, [[1.7]]);
    compare!(general, 2, matrix(), [[1.0, 2.0], [1.05, 2.0]]);
    compare!(general, 4, matrix());
}

#[test]
fn general_matrices_of_five_rows() {
    let mut rows = matrix::<5>();
    rows[0] = [0.0, 0.0, 0.0, 0.0, 1.0];
    rows[2][0] = 4.0;
    check!(general, 5, matrix(), rows);
}

#[test]
fn symmetric_matrices_and_triangles() {
    compare!(symmetric, 1, [[1.7]]);
    check!(symmetric, 3, covariance());
    compare!(symmetric, 6, covariance());
}

#[test]
fn several_right_hand_sides() {
    func! {
        fn columns(a: [[R; 3]; 3], b: [[R; 2]; 3]) -> [[R; 2]; 3] { a.solve(b) }
        fn whitened(a: [[R; 3]; 3], b: [[R; 2]; 3]) {
            let l = a.cholesky();
            let z = l.solve_lower(b);
            let x = columns(a, b);
            (z * z).sum() + l.solve_lower_transposed(b).norm_squared() + x.norm_squared()
        }
    }
    let b = [[1.0, -0.5], [0.3, 2.0], [-1.2, 0.7]];
    assert_derivatives(whitened, &(covariance(), b));
    let x = columns.value(&(matrix(), b));
    let a = matrix::<3>();
    for i in 0..3 {
        for j in 0..2 {
            let product: f64 = (0..3).map(|k| a[i][k] * x[k][j]).sum();
            assert!((product - b[i][j]).abs() < 1e-14);
        }
    }
}

#[test]
fn eigenvalues_and_eigenvectors() {
    func! {
        fn values(a: [[R; 3]; 3]) -> [R; 3] { a.eigenvalues() }
        fn vectors(a: [[R; 3]; 3]) -> [[R; 3]; 3] { a.eigenvectors() }
        fn both(a: [[R; 3]; 3], w: [R; 3]) {
            (a.eigenvalues() * w).sum() + (a.eigenvectors().dot(w)).powi(3).sum()
        }
        fn of_six(a: [[R; 6]; 6]) { a.eigenvalues().ln().sum() }
        fn direct(a: [[R; 6]; 6]) { a.ln_det() }
    }
    let a = covariance::<3>();
    assert_derivatives(both, &(a, [0.7, -1.3, 0.4]));
    let (values, vectors) = (values.value(&a), vectors.value(&a));
    assert!(values[0] < values[1] && values[1] < values[2]);
    for k in 0..3 {
        for i in 0..3 {
            let product: f64 = (0..3).map(|j| a[i][j] * vectors[j][k]).sum();
            assert!((product - values[k] * vectors[i][k]).abs() < 1e-14);
        }
    }
    // ln det of a symmetric matrix, whose derivative is the inverse, counted twice below the diagonal.
    let (value, gradient) = of_six.value_and_gradient(&covariance());
    let (expected, slopes) = direct.value_and_gradient(&covariance());
    assert_near(value, expected, 1e-13);
    for i in 0..6 {
        for j in 0..=i {
            let slope = if i == j {
                slopes[i][i]
            } else {
                slopes[i][j] + slopes[j][i]
            };
            assert_near(gradient[i][j], slope, 1e-13);
        }
        let above = &gradient[i][i + 1..];
        assert!(above.iter().all(|&slope| slope == 0.0), "they are not read");
    }
}

/// In loops, in branches and with sizes of the callee's, over expressions that are no variables.
#[test]
fn in_every_statement() {
    func! {
        fn quadratic<const N: usize>(a: [[R; N]; N], x: [R; N]) {
            let y = (a + 0.1 * a.transpose()).solve(2 * x);
            (x * y).sum()
        }
        fn iterated(a: [[R; 3]; 3], b: [R; 3]) {
            let mut x = b;
            let mut sum = 0;
            for i in 0..4 {
                x = a.solve(x);
                if x[0] > 0 {
                    sum += (a * 0.5).det();
                } else {
                    sum += x[i % 3] * a.ln_det();
                }
            }
            sum + quadratic(a, x) + a.dot(a).solve(b)[1]
        }
        fn nested(a: [[R; 2]; 2], b: [R; 2]) {
            if a.det() > 0 { a.solve(a.solve(b)).sum() } else { a.inverse().dot(b)[1] }
        }
    }
    assert_derivatives(iterated, &(matrix(), vector()));
    compare!(
        nested,
        2,
        [[2.0, 1.0], [-0.5, 1.5]],
        [[2.0, 1.0], [4.5, 1.5]]
    );
}

/// Rows in lanes: each row has its own pivots, and its own need of them.
#[test]
fn rows_with_pivots_of_their_own() {
    func! {
        fn row(k, u: [R; 3]; a: [[R; 3]; 3], b: [[R; 5]; 5], c: [[R; 3]; 3]) {
            let x = (a * k).solve(u);
            let ones = [1; 5];
            x.norm_squared() + (a + k).ln_det() + (b * k).solve(ones).norm_squared() + (b * k).det().tanh()
                + (c * k).cholesky().sum() + c.eigenvalues().ln().sum() * k
        }
    }
    type Row = ([[f64; 3]; 3], [[f64; 5]; 5], [[f64; 3]; 3]);
    let rows: Vec<Row> = (0..37)
        .map(|row| {
            let a = core::array::from_fn(|i| {
                core::array::from_fn(|j| {
                    let wave = (1.3 * row as f64 + 2.1 * i as f64 + 3.7 * j as f64).sin();
                    // Every third is nearly singular.
                    match row % 3 == 0 && i == 2 {
                        true => 1e-2 * wave + j as f64,
                        false => wave + 2.0 * f64::from(u8::from(i == (j + row) % 3)),
                    }
                })
            });
            let mut b = matrix::<5>();
            b.rotate_left(row % 5);
            (
                a,
                b,
                covariance::<3>().map(|r| r.map(|x| x * (1.0 + row as f64))),
            )
        })
        .collect();
    let mean = row.over(&rows).mean();
    assert_derivatives(mean, &(1.3, [0.4, -0.2, 0.9]));
}

/// A determinant is a polynomial: it has all its derivatives at singular matrices, of any rank and size.
#[test]
fn determinants_of_singular_matrices() {
    func! {
        fn det3(a: [[R; 3]; 3]) { a.det() }
        fn det4(a: [[R; 4]; 4]) { a.det() }
        fn det5(a: [[R; 5]; 5]) { a.det() }
    }
    // The cofactors of a matrix of rank two are a product of the vectors that it annihilates.
    let a = [[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]];
    assert_eq!(
        det3.value_and_gradient(&a),
        (0.0, [[4.0, 4.0, -4.0], [-2.0, -2.0, 2.0], [0.0; 3]])
    );
    assert_eq!(
        det4.value_and_gradient(&[[1.0; 4]; 4]),
        (0.0, [[0.0; 4]; 4])
    );
    // Where products of thousands cancel to 0 the modes agree in units of these; where they are of the size of 1, as always.
    let check = |a: &[[f64; 5]; 5]| {
        assert_derivatives(det5, &a.map(|row| row.map(|x| x / 16.0)));
        let gradient = det5.gradient(a);
        for (i, j) in (0..25).map(|at| (at / 5, at % 5)) {
            let mut v = [[0.0; 5]; 5];
            v[i][j] = 1.0;
            let slope = det5.jvp(a, &v).1;
            assert!((slope - gradient[i][j]).abs() < 1e-10, "{i}, {j}: {slope}");
        }
    };
    let mut a = matrix::<5>().map(|row| row.map(|x| (4.0 * x).round()));
    a[3] = a[1];
    assert_eq!(det5.value(&a), 0.0);
    check(&a);
    assert!(det5.gradient(&a)[3].iter().any(|slope| slope.abs() > 1.0));
    a[4] = a[1].map(|x| 2.0 * x);
    assert_eq!(det5.value_and_gradient(&a), (0.0, [[0.0; 5]; 5]));
    check(&a);
}
