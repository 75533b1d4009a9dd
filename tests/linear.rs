//! Linear algebra of small matrices: singular, ill-conditioned and badly scaled ones; every mode is in `linear_modes`.

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

fn vector<const N: usize>() -> [f64; N] {
    core::array::from_fn(|i| 1.0 - 0.6 * i as f64)
}

/// Where eigenvalues are equal, what is symmetric in them has its first derivatives.
#[test]
fn equal_eigenvalues() {
    func! {
        fn values(a: [[R; 3]; 3]) -> [R; 3] { a.eigenvalues() }
        fn cubes(a: [[R; 3]; 3]) { a.eigenvalues().powi(3).sum() }
    }
    let twice = [[2.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 5.0]];
    assert_eq!(values.value(&twice), [2.0, 2.0, 5.0]);
    // The derivative of tr A³ is 3 A².
    let expected = [[12.0, 0.0, 0.0], [0.0, 12.0, 0.0], [0.0, 0.0, 75.0]];
    assert_eq!(cubes.gradient(&twice), expected);
    assert_eq!(cubes.jvp(&twice, &[[1.0; 3]; 3]).1, 99.0);
    assert_eq!(values.value(&[[0.0; 3]; 3]), [0.0; 3]);
    let one = [[1.0_f64, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
    let found = values.value(&one);
    for (found, expected) in found.into_iter().zip([0.0, 0.0, 3.0]) {
        assert!((found - expected).abs() < 1e-15);
    }
}

/// What has no value at a singular matrix is NaN, in every element, with its derivatives; ln |det| is −∞.
#[test]
fn singular_matrices() {
    func! {
        fn solve3(a: [[R; 3]; 3], b: [R; 3]) -> [R; 3] { a.solve(b) }
        fn sum3(a: [[R; 3]; 3], b: [R; 3]) { a.solve(b).sum() }
        fn inverse3(a: [[R; 3]; 3]) -> [[R; 3]; 3] { a.inverse() }
        fn solve5(a: [[R; 5]; 5], b: [R; 5]) -> [R; 5] { a.solve(b) }
        fn ln_det3(a: [[R; 3]; 3]) { a.ln_det() }
        fn ln_det5(a: [[R; 5]; 5]) { a.ln_det() }
        fn lower3(a: [[R; 3]; 3], b: [R; 3]) -> [R; 3] { a.solve_lower(b) }
        fn upper3(a: [[R; 3]; 3], b: [R; 3]) -> [R; 3] { a.solve_upper(b) }
        fn first(a: [[R; 3]; 3], b: [R; 3]) { if b[0] > 0 { a.solve(b).sum() } else { b.sum() } }
    }
    let a = [[0.0_f64, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let b = [1.0, 2.0, 3.0];
    assert!(solve3.value(&(a, b)).iter().all(|x| x.is_nan()));
    let (value, (in_a, in_b)) = sum3.value_and_gradient(&(a, b));
    assert!(value.is_nan());
    assert!(in_a.as_flattened().iter().all(|x| x.is_nan()) && in_b.iter().all(|x| x.is_nan()));
    assert!(sum3.jvp(&(a, b), &(a, b)).1.is_nan());
    assert!(inverse3.value(&a).as_flattened().iter().all(|x| x.is_nan()));
    assert!(
        solve5
            .value(&([[1.0_f64; 5]; 5], [1.0; 5]))
            .iter()
            .all(|x| x.is_nan())
    );
    assert_eq!(ln_det3.value(&a), f64::NEG_INFINITY);
    assert_eq!(ln_det5.value(&[[1.0; 5]; 5]), f64::NEG_INFINITY);
    assert!(ln_det3.gradient(&a)[0][0].is_nan());
    assert!(lower3.value(&(a, b)).iter().all(|x| x.is_nan()));
    assert!(upper3.value(&(a, b)).iter().all(|x| x.is_nan()));
    // A solution that is not taken has no part in the result.
    let (value, (in_a, in_b)) = first.value_and_gradient(&(a, [-1.0, 2.0, 3.0]));
    assert_eq!((value, in_a, in_b), (4.0, [[0.0; 3]; 3], [1.0; 3]));
}

#[test]
fn matrices_that_are_not_positive_definite() {
    func! { fn cholesky(a: [[R; 2]; 2]) -> [[R; 2]; 2] { a.cholesky() } }
    assert!(cholesky.value(&[[1.0_f64, 0.0], [2.0, 1.0]])[1][1].is_nan());
    assert!(cholesky.value(&[[-1.0_f64, 0.0], [2.0, 1.0]])[0][0].is_nan());
    // The upper triangle is not read.
    let l = cholesky.value(&[[4.0, f64::NAN], [2.0, 5.0]]);
    assert_eq!(l, [[2.0, 0.0], [1.0, 2.0]]);
}

/// No size of the elements makes a solution overflow that has none itself.
#[test]
fn great_and_small_elements() {
    func! {
        fn solve(a: [[R; 4]; 4], b: [R; 4]) -> [R; 4] { a.solve(b) }
        fn ln_det(a: [[R; 4]; 4]) { a.ln_det() }
    }
    let (a, b) = (matrix::<4>(), vector::<4>());
    let expected = solve.value(&(a, b));
    for scale in [1e-150, 1e-90, 1e90, 1e150] {
        let scaled = a.map(|row| row.map(|x| x * scale));
        let x = solve.value(&(scaled, b.map(|b| b * scale)));
        for (x, expected) in x.into_iter().zip(expected) {
            assert!((x - expected).abs() <= 1e-14 * expected.abs());
        }
        let shift = 4.0 * scale.ln();
        assert!((ln_det.value(&scaled) - ln_det.value(&a) - shift).abs() < 1e-12 * shift.abs());
    }
    let small = a.map(|row| row.map(|x| (x * 1e-15) as f32));
    let x = solve.value(&(small, b.map(|b| (b * 1e-15) as f32)));
    for (x, expected) in x.into_iter().zip(expected) {
        assert!((f64::from(x) - expected).abs() <= 2e-6 * expected.abs());
    }
}

/// Against numbers computed with 60 digits, which `oracle/linear.py` prints; errors are measured by the condition number.
#[test]
fn ill_conditioned_matrices() {
    let text = include_str!("data/linear.txt");
    let mut lines = text.lines().peekable();
    let mut seen = 0;
    while let Some(head) = lines.next() {
        let [name, size, condition] = head.split(' ').collect::<Vec<_>>()[..] else {
            panic!("the head of a block is `name rows condition`, not `{head}`");
        };
        let mut block = std::collections::HashMap::new();
        while let Some(line) = lines.next_if(|line| line.contains(' ') && !is_head(line)) {
            let (quantity, numbers) = line.split_once(' ').expect("a quantity and its numbers");
            let numbers: Vec<f64> = numbers
                .split(' ')
                .map(|x| x.parse().expect("a number"))
                .collect();
            block.insert(quantity, numbers);
        }
        let condition: f64 = condition.parse().expect("a number");
        seen += 1;
        match size {
            "3" => hold_to::<3>(name, condition, &block),
            "4" => hold_to::<4>(name, condition, &block),
            "5" => hold_to::<5>(name, condition, &block),
            "6" => hold_to::<6>(name, condition, &block),
            "8" => hold_to::<8>(name, condition, &block),
            other => panic!("no test of {other} rows"),
        }
    }
    assert_eq!(seen, 9);
}

fn is_head(line: &str) -> bool {
    line.split(' ')
        .nth(1)
        .is_some_and(|size| size.len() == 1 && size.parse::<usize>().is_ok())
}

type Block<'a> = std::collections::HashMap<&'a str, Vec<f64>>;

trait Size<const N: usize> {
    fn det(a: &[[f64; N]; N]) -> f64;
    fn ln_det(a: &[[f64; N]; N]) -> f64;
    fn solution(a: &[[f64; N]; N]) -> [f64; N];
    fn in_matrix(a: &[[f64; N]; N]) -> [[f64; N]; N];
    fn inverse(a: &[[f64; N]; N]) -> [[f64; N]; N];
    fn cholesky(a: &[[f64; N]; N]) -> [[f64; N]; N];
    fn eigenvalues(a: &[[f64; N]; N]) -> [f64; N];
}

struct Of;

macro_rules! sizes {
    ($($size:literal)*) => {
        $(impl Size<$size> for Of {
            fn det(a: &[[f64; $size]; $size]) -> f64 {
                func!(|a: [[R; $size]; $size]| a.det()).value(a)
            }
            fn ln_det(a: &[[f64; $size]; $size]) -> f64 {
                func!(|a: [[R; $size]; $size]| a.ln_det()).value(a)
            }
            fn solution(a: &[[f64; $size]; $size]) -> [f64; $size] {
                func! { fn f(a: [[R; $size]; $size], b: [R; $size]) -> [R; $size] { a.solve(b) } }
                f.value(&(*a, [1.0; $size]))
            }
            fn in_matrix(a: &[[f64; $size]; $size]) -> [[f64; $size]; $size] {
                func! { fn f(a: [[R; $size]; $size]; b: [R; $size]) { a.solve(b).sum() } }
                f.with(&[1.0; $size]).gradient(a)
            }
            fn inverse(a: &[[f64; $size]; $size]) -> [[f64; $size]; $size] {
                func! { fn f(a: [[R; $size]; $size]) -> [[R; $size]; $size] { a.inverse() } }
                f.value(a)
            }
            fn cholesky(a: &[[f64; $size]; $size]) -> [[f64; $size]; $size] {
                func! { fn f(a: [[R; $size]; $size]) -> [[R; $size]; $size] { a.cholesky() } }
                f.value(a)
            }
            fn eigenvalues(a: &[[f64; $size]; $size]) -> [f64; $size] {
                func! { fn f(a: [[R; $size]; $size]) -> [R; $size] { a.eigenvalues() } }
                f.value(a)
            }
        })*
    };
}

sizes!(3 4 5 6 8);

fn hold_to<const N: usize>(name: &str, condition: f64, block: &Block<'_>)
where
    Of: Size<N>,
{
    let numbers = &block["matrix"];
    let a: [[f64; N]; N] = core::array::from_fn(|i| core::array::from_fn(|j| numbers[i * N + j]));
    let hold = |quantity: &str, actual: &[f64], factor: f64| {
        let Some(expected) = block.get(quantity) else {
            return;
        };
        assert_eq!(actual.len(), expected.len());
        let size = expected.iter().fold(0.0_f64, |size, x| size.max(x.abs()));
        for (actual, expected) in actual.iter().zip(expected) {
            let error = (actual - expected).abs() / size;
            let units = error / f64::EPSILON;
            assert!(
                units <= factor,
                "{name}: {quantity} is {actual} and not {expected}: {units:e} units"
            );
        }
    };
    // Relative errors of the order of the condition number, absolute ones of ln |det|.
    let growth = 2.0 * N as f64 * condition;
    hold("det", &[Of::det(&a)], growth);
    let size = block["ln_det"][0].abs().max(1e-3);
    hold("ln_det", &[Of::ln_det(&a)], growth / size);
    hold("solution", &Of::solution(&a), growth);
    hold("in_matrix", Of::in_matrix(&a).as_flattened(), 2.0 * growth);
    hold("inverse", Of::inverse(&a).as_flattened(), growth);
    hold("cholesky", Of::cholesky(&a).as_flattened(), growth);
    hold("eigenvalues", &Of::eigenvalues(&a), 10.0);
}
