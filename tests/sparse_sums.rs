//! Sums over rows that carry indices: several rows at once are what the rows are one at a time, and all cores give the bits that
//! one core gives.

#![cfg(feature = "std")]

use monograd::prelude::*;

func! {
    /// Elementary functions, a branch, and inputs that are read twice.
    fn energy(a: [R; 3], b: [R; 2], c; k, rest) {
        let d = a[0] * b[0] - a[2] * c;
        let bent = if d > rest { (d - rest).sqrt() } else { k * (a[1] * c).sin() };
        bent * bent + (a[1] - b[1]).exp() * k.cos()
    }
}

const PARAMETERS: usize = 60;

struct Problem<T> {
    rows: Vec<[T; 2]>,
    starts: Vec<[usize; 3]>,
    x: Vec<T>,
    v: Vec<T>,
}

macro_rules! problem {
    ($Float:ident, $count:expr) => {{
        let mut state = 7_u64;
        let mut draw = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % below
        };
        let mut number = |below| 0.02 * draw(below) as $Float;
        let rows = (0..$count)
            .map(|_| [0.5 + number(50), number(100)])
            .collect();
        let x = (0..PARAMETERS).map(|_| number(100) - 1.0).collect();
        let v = (0..PARAMETERS).map(|_| number(100) - 1.0).collect();
        let starts = (0..$count)
            .map(|_| [draw(PARAMETERS - 2), draw(PARAMETERS - 1), draw(PARAMETERS)])
            .collect();
        Problem::<$Float> { rows, starts, x, v }
    }};
}

macro_rules! several_rows_are_those_one_at_a_time {
    ($name:ident, $Float:ident, $tolerance:literal) => {
        #[test]
        fn $name() {
            for count in (0..6).chain([15, 16, 17, 33, 255, 256, 261]) {
                let Problem { rows, starts, x, v } = problem!($Float, count);
                let sum = energy.over(&rows).at(&starts, PARAMETERS).expect("indices");
                let mut value = 0.0;
                let mut gradient = vec![0.0; PARAMETERS];
                let mut product = vec![0.0; PARAMETERS];
                let mut hessian = vec![0.0; PARAMETERS * PARAMETERS];
                for (row, &[a, b, c]) in rows.iter().zip(&starts) {
                    let at = [a, a + 1, a + 2, b, b + 1, c];
                    let flat = |(a, b, c): ([$Float; 3], [$Float; 2], $Float)| {
                        [a[0], a[1], a[2], b[0], b[1], c]
                    };
                    let [a0, a1, a2, b0, b1, c] = at.map(|at| x[at]);
                    let (of_row, slopes, (in_a, in_b, in_c)) = energy
                        .with(row)
                        .value_gradient_hessian(&([a0, a1, a2], [b0, b1], c));
                    value += of_row;
                    let second = [in_a[0], in_a[1], in_a[2], in_b[0], in_b[1], in_c].map(flat);
                    for (i, slope) in flat(slopes).into_iter().enumerate() {
                        gradient[at[i]] += slope;
                        for j in 0..6 {
                            product[at[i]] += second[i][j] * v[at[j]];
                            hessian[at[i] * PARAMETERS + at[j]] += second[i][j];
                        }
                    }
                }
                let near = |ours: &[$Float], expected: &[$Float]| {
                    for (&ours, &expected) in ours.iter().zip(expected) {
                        let scale = expected.abs().max(10.0 + count as $Float);
                        let error: $Float = (ours - expected).abs();
                        assert!(
                            error <= $tolerance * scale,
                            "{count}: {ours}, not {expected}"
                        );
                    }
                };
                let of_sum = sum.value_at(&x).expect("lengths");
                near(&[of_sum], &[value]);
                let mut ours = vec![$Float::NAN; PARAMETERS];
                assert_eq!(sum.value_and_gradient_at(&x, &mut ours), Ok(of_sum));
                near(&ours, &gradient);
                sum.hvp_at(&x, &v, &mut ours).expect("lengths");
                near(&ours, &product);
                let mut sparse = sum.sparse_hessian().mirrored();
                let mut values = vec![$Float::NAN; sparse.pattern().len()];
                sparse
                    .value_gradient_hessian_into(&x, &mut ours, &mut values)
                    .expect("lengths");
                near(&ours, &gradient);
                let mut dense = vec![0.0; PARAMETERS * PARAMETERS];
                for ((row, column), &value) in sparse.pattern().entries().zip(&values) {
                    dense[row * PARAMETERS + column] = value;
                }
                near(&dense, &hessian);
            }
        }
    };
}

several_rows_are_those_one_at_a_time!(in_double_precision, f64, 1e-14);
several_rows_are_those_one_at_a_time!(in_single_precision, f32, 1e-5);

macro_rules! residuals_are_those_one_at_a_time {
    ($name:ident, $Float:ident, $tolerance:literal) => {
        #[test]
        fn $name() {
            func! {
                fn residuals(a: [R; 3], b: [R; 2], c; k, rest) {
                    [k * (a[0] * b[0] - rest).exp(), (a[1] * c).sin() - b[1]]
                }
            }
            for count in [1, 3, 4, 5, 16, 17, 35] {
                let Problem {
                    rows, starts, x, ..
                } = problem!($Float, count);
                let sum = residuals
                    .over(&rows)
                    .at(&starts, PARAMETERS)
                    .expect("indices");
                let mut jacobian = sum.sparse_jacobian();
                let mut found = vec![$Float::NAN; 2 * count];
                let mut values = vec![$Float::NAN; jacobian.pattern().len()];
                jacobian
                    .residuals_and_jacobian_into(&x, &mut found, &mut values)
                    .expect("lengths");
                let mut dense = vec![0.0; 2 * count * PARAMETERS];
                for ((row, column), &value) in jacobian.pattern().entries().zip(&values) {
                    dense[row * PARAMETERS + column] += value;
                }
                let mut results = vec![$Float::NAN; 2 * count];
                sum.results_at(&x, &mut results).expect("lengths");
                assert_eq!(results, found);
                let near = |ours: $Float, expected: $Float| {
                    let error: $Float = (ours - expected).abs();
                    assert!(
                        error <= $tolerance * expected.abs().max(1.0),
                        "{ours}, not {expected}"
                    );
                };
                let (mut squares, mut rhs) = (0.0, vec![0.0; PARAMETERS]);
                for (position, (row, &[a, b, c])) in rows.iter().zip(&starts).enumerate() {
                    let at = [a, a + 1, a + 2, b, b + 1, c];
                    let [a0, a1, a2, b0, b1, c] = at.map(|at| x[at]);
                    let point = ([a0, a1, a2], [b0, b1], c);
                    let (expected, slopes) = residuals.with(row).value_and_jacobian(&point);
                    let mut of_row = vec![0.0; 2 * PARAMETERS];
                    for (result, (a, b, c)) in slopes.into_iter().enumerate() {
                        for (at, slope) in at.into_iter().zip([a[0], a[1], a[2], b[0], b[1], c]) {
                            of_row[result * PARAMETERS + at] += slope;
                            rhs[at] += slope * expected[result];
                        }
                        near(found[2 * position + result], expected[result]);
                        squares += expected[result] * expected[result];
                    }
                    let ours = &dense[2 * position * PARAMETERS..][..2 * PARAMETERS];
                    ours.iter()
                        .zip(&of_row)
                        .for_each(|(&ours, &expected)| near(ours, expected));
                }
                let mut equations = sum.sparse_normal_equations();
                let mut values = vec![0.0; equations.pattern().len()];
                let mut jtr = vec![0.0; PARAMETERS];
                let sum = equations
                    .normal_equations_into(&x, &mut values, &mut jtr)
                    .expect("lengths");
                near(sum / count as $Float, squares / count as $Float);
                jtr.iter()
                    .zip(&rhs)
                    .for_each(|(&ours, &expected)| near(ours, expected));
            }
        }
    };
}

residuals_are_those_one_at_a_time!(residuals_in_double_precision, f64, 1e-13);
residuals_are_those_one_at_a_time!(residuals_in_single_precision, f32, 1e-4);

#[test]
fn a_row_whose_operand_takes_no_part_is_as_it_is_alone() {
    let f = func!(|x; threshold| if x > threshold { x.sqrt() } else { 2 * x });
    // At 0 the root has an infinite slope, which the rows of the other branch do not have.
    let rows = [
        [-1.0],
        [0.5],
        [0.5],
        [-1.0],
        [0.5],
        [0.5],
        [0.5],
        [0.5],
        [0.5],
        [0.5],
    ];
    let starts: Vec<_> = (0..10).map(|at| [at]).collect();
    let sum = f.over(&rows).at(&starts, 10).expect("indices");
    let mut gradient = [f64::NAN; 10];
    let mut x = [0.0; 10];
    (x[0], x[3]) = (4.0, 1.0);
    assert_eq!(sum.value_and_gradient_at(&x, &mut gradient), Ok(3.0));
    let expected = [0.25, 2.0, 2.0, 0.5, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0];
    assert_eq!(gradient, expected);
    let mut hessian = sum.sparse_hessian();
    let mut values = [f64::NAN; 10];
    hessian
        .value_gradient_hessian_into(&x, &mut gradient, &mut values)
        .expect("lengths");
    assert_eq!(gradient, expected);
    assert_eq!(
        values,
        [-0.25 / 8.0, 0.0, 0.0, -0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    );
}

#[test]
fn a_linear_function_has_a_value_and_a_gradient_beside_its_hessian() {
    let f = func!(|a, b; k| a - k * b);
    let sum = f
        .over(&[[2.0], [3.0]])
        .at(&[[0, 1], [1, 2]], 3)
        .expect("indices");
    let mut hessian = sum.sparse_hessian();
    assert!(hessian.pattern().is_empty());
    let mut gradient = [f64::NAN; 3];
    let value = hessian.value_gradient_hessian_into(&[1.0, 2.0, 3.0], &mut gradient, &mut []);
    assert_eq!(
        (value, gradient),
        (Ok(1.0 - 4.0 + 2.0 - 9.0), [1.0, -1.0, -3.0])
    );
}

#[cfg(feature = "rayon")]
#[test]
fn all_cores_give_the_bits_of_one() {
    for count in [0, 1, 257, 600, 3_001] {
        let Problem { rows, starts, x, v } = problem!(f64, count);
        let mean = energy
            .over(&rows)
            .mean()
            .at(&starts, PARAMETERS)
            .expect("indices");
        let sum = energy.over(&rows).at(&starts, PARAMETERS).expect("indices");
        for sum in [sum, mean] {
            let all = |sum: &monograd::sparse::At<'_, _, f64, 3>| {
                let (mut gradient, mut product) = (vec![0.0; PARAMETERS], vec![0.0; PARAMETERS]);
                let mut again = vec![0.0; PARAMETERS];
                let mut hessian = sum.sparse_hessian();
                let mut values = vec![0.0; hessian.pattern().len()];
                let found = [
                    sum.value_at(&x).expect("lengths"),
                    sum.value_and_gradient_at(&x, &mut gradient)
                        .expect("lengths"),
                    hessian
                        .value_gradient_hessian_into(&x, &mut again, &mut values)
                        .expect("lengths"),
                ];
                sum.hvp_at(&x, &v, &mut product).expect("lengths");
                let numbers = found.iter().chain(&gradient).chain(&product);
                let numbers = numbers.chain(&again).chain(&values);
                numbers.map(|number| number.to_bits()).collect::<Vec<_>>()
            };
            let alone = all(&sum);
            for threads in [1, 3] {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
                let together = pool
                    .build()
                    .expect("threads")
                    .install(|| all(&sum.in_parallel()));
                assert!(together == alone, "{count} rows by {threads} threads");
            }
            assert!(all(&sum.in_parallel()) == alone);
        }
    }
}

/// The residuals and all that is computed of them, in single and in double precision.
#[cfg(feature = "rayon")]
macro_rules! all_cores_give_the_residuals_of_one {
    ($name:ident, $F:ident) => {
        #[test]
        fn $name() {
            use monograd::drivers::Layout;

            for count in [0, 1, 257, 1_001] {
                func! {
                    fn residuals(a: [R; 3], b: [R; 2], c; k, rest) {
                        [k * (a[0] * b[0] - rest), (a[1] * c).sin() - b[1]]
                    }
                }
                let Problem { rows, starts, x, v } = problem!($F, count);
                let sum = residuals
                    .over(&rows)
                    .at(&starts, PARAMETERS)
                    .expect("indices");
                let u: Vec<$F> = (0..sum.residual_count()).map(|i| (i as $F).sin()).collect();
                let all = |sum: &monograd::sparse::At<'_, _, $F, 3>| {
                    let results = sum.residual_count();
                    let mut numbers = vec![vec![0.0; results]; 2];
                    sum.results_at(&x, &mut numbers[0]).expect("lengths");
                    sum.jvp_at(&x, &v, &mut numbers[1]).expect("lengths");
                    let mut product = vec![0.0; PARAMETERS];
                    sum.vjp_at(&x, &u, &mut product).expect("lengths");
                    numbers.push(product);
                    for layout in [Layout::RowMajor, Layout::ColumnMajor] {
                        let mut jacobian = vec![0.0; results * PARAMETERS];
                        sum.jacobian_at(&x, &mut jacobian, layout).expect("lengths");
                        numbers.push(jacobian);
                    }
                    let (mut jtj, mut jtr) =
                        (vec![0.0; PARAMETERS * PARAMETERS], vec![0.0; PARAMETERS]);
                    let squares = sum
                        .normal_equations_at(&x, &mut jtj, &mut jtr)
                        .expect("lengths");
                    numbers.extend([vec![squares], jtj, jtr]);
                    for mut jacobian in [sum.sparse_jacobian(), sum.sparse_jacobian().by_columns()]
                    {
                        let mut r = vec![0.0; results];
                        let mut values = vec![$F::NAN; jacobian.pattern().len()];
                        let written = jacobian.residuals_and_jacobian_into(&x, &mut r, &mut values);
                        written.expect("lengths");
                        numbers.extend([r, values]);
                    }
                    for mut equations in [
                        sum.sparse_normal_equations(),
                        sum.sparse_normal_equations().mirrored(),
                    ] {
                        let mut values = vec![$F::NAN; equations.pattern().len()];
                        let mut rhs = vec![0.0; PARAMETERS];
                        let squares = equations.normal_equations_into(&x, &mut values, &mut rhs);
                        numbers.extend([vec![squares.expect("lengths")], values, rhs]);
                    }
                    let bits = |numbers: &Vec<$F>| -> Vec<_> {
                        numbers.iter().map(|x| x.to_bits()).collect()
                    };
                    numbers.iter().map(bits).collect::<Vec<_>>()
                };
                let alone = all(&sum);
                for threads in [1, 3] {
                    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
                    let together = pool
                        .build()
                        .expect("threads")
                        .install(|| all(&sum.in_parallel()));
                    for (at, (together, alone)) in together.iter().zip(&alone).enumerate() {
                        assert!(together == alone, "{count} rows by {threads} threads: {at}");
                    }
                }
            }
        }
    };
}

#[cfg(feature = "rayon")]
all_cores_give_the_residuals_of_one!(all_cores_give_the_residuals_of_one, f64);
#[cfg(feature = "rayon")]
all_cores_give_the_residuals_of_one!(all_cores_give_the_residuals_of_one_in_single_precision, f32);

#[test]
fn functions_of_the_parameters_are_added() {
    func! {
        fn ridge(x) { 0.25 * x * x }
        fn pull(a: [R; 2], b) { (a[0] - a[1]).square() * b }
    }
    let Problem { rows, starts, x, v } = problem!(f64, 50);
    let everywhere: Vec<_> = (0..PARAMETERS).map(|at| [at]).collect();
    let pairs = [[0, 7], [3, 4], [20, 21]];
    let mean = energy
        .over(&rows)
        .mean()
        .at(&starts, PARAMETERS)
        .expect("indices");
    let sum = mean.plus(ridge, &everywhere).expect("indices");
    let sum = sum.plus(pull, &pairs).expect("indices");

    let (mut gradient, mut product) = (vec![0.0; PARAMETERS], vec![0.0; PARAMETERS]);
    let mut value = mean
        .value_and_gradient_at(&x, &mut gradient)
        .expect("lengths");
    mean.hvp_at(&x, &v, &mut product).expect("lengths");
    for at in 0..PARAMETERS {
        value += 0.25 * x[at] * x[at];
        gradient[at] += 0.5 * x[at];
        product[at] += 0.5 * v[at];
    }
    for [a, b] in pairs {
        let point = ([x[a], x[a + 1]], x[b]);
        let (of_pull, (in_a, in_b)) = pull.value_and_gradient(&point);
        let (of_a, of_b) = pull.hvp(&point, &([v[a], v[a + 1]], v[b]));
        value += of_pull;
        for (at, slope, of_v) in [
            (a, in_a[0], of_a[0]),
            (a + 1, in_a[1], of_a[1]),
            (b, in_b, of_b),
        ] {
            gradient[at] += slope;
            product[at] += of_v;
        }
    }
    let near = |ours: &[f64], expected: &[f64]| {
        let error = ours.iter().zip(expected).map(|(a, b)| (a - b).abs());
        assert!(
            error.fold(0.0, f64::max) < 1e-13,
            "{ours:?}, not {expected:?}"
        );
    };
    let mut ours = vec![f64::NAN; PARAMETERS];
    near(&[sum.value_at(&x).expect("lengths")], &[value]);
    near(
        &[sum.value_and_gradient_at(&x, &mut ours).expect("lengths")],
        &[value],
    );
    near(&ours, &gradient);
    sum.hvp_at(&x, &v, &mut ours).expect("lengths");
    near(&ours, &product);

    let mut hessian = sum.sparse_hessian().mirrored();
    let mut values = vec![f64::NAN; hessian.pattern().len()];
    let again = hessian.value_gradient_hessian_into(&x, &mut ours, &mut values);
    near(&[again.expect("lengths")], &[value]);
    near(&ours, &gradient);
    let mut of_v = vec![0.0; PARAMETERS];
    for ((row, column), number) in hessian.pattern().entries().zip(&values) {
        of_v[row] += number * v[column];
    }
    near(&of_v, &product);
    let lower = sum.sparse_hessian();
    assert!(lower.pattern().entries().all(|(row, column)| column <= row));

    let error = mean.plus(ridge, &[[0], [PARAMETERS]]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "input 0 of row 1, of length 1, begins at 60, which is beyond the 60 parameters"
    );
}
