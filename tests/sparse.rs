//! Sparse derivatives: patterns, colours and values, against dense ones.
#![cfg(feature = "std")]
#![allow(clippy::needless_range_loop, reason = "several arrays have one index")]

use monograd::prelude::*;
use monograd::sparse::{Pattern, SparseHessian, SparseJacobian};

/// A dense matrix of what a pattern and its values are.
fn dense(pattern: &Pattern, values: &[f64]) -> Vec<Vec<f64>> {
    let mut dense = vec![vec![0.0; pattern.column_count()]; pattern.row_count()];
    for ((row, column), &value) in pattern.entries().zip(values) {
        dense[row][column] = value;
    }
    dense
}

fn entries(pattern: &Pattern) -> Vec<(usize, usize)> {
    pattern.entries().collect()
}

fn hessian_of<const N: usize>(f: impl Function<N>) -> Vec<(usize, usize)> {
    entries(SparseHessian::<_, f64, N>::of(f).pattern())
}

fn jacobian_of<const N: usize, const M: usize>(f: impl Function<N, [R; M]>) -> Vec<(usize, usize)> {
    entries(SparseJacobian::<_, f64, N>::of(f).by_rows().pattern())
}

#[test]
fn only_what_interacts_is_in_the_pattern() {
    assert_eq!(hessian_of(func!(|x, y| 3 * x - y / 2 + 1)), []);
    assert_eq!(hessian_of(func!(|x, y| x * y)), [(1, 0)]);
    assert_eq!(hessian_of(func!(|x, y| x / y)), [(1, 0), (1, 1)]);
    assert_eq!(hessian_of(func!(|x, y| x.exp() + y)), [(0, 0)]);
    assert_eq!(
        hessian_of(func!(|x, y| (x + y).sin())),
        [(0, 0), (1, 0), (1, 1)]
    );
    // A linear function of a product, and a product with a literal 0.
    assert_eq!(hessian_of(func!(|x, y, z| 2 * (x * y) - z)), [(1, 0)]);
    assert_eq!(hessian_of(func!(|x, y| 0 * (x * y) + x.square())), [(0, 0)]);
    // Powers that are linear or constant.
    assert_eq!(hessian_of(func!(|x, y| x.powi(1) + y.powi(0))), []);
    assert_eq!(
        hessian_of(func!(|x, y| x.powi(2) + y.powi(3))),
        [(0, 0), (1, 1)]
    );
}

#[test]
fn what_is_flat_or_straight_between_its_kinks_is_left_out() {
    assert_eq!(hessian_of(func!(|x, y| x.abs() + y.relu())), []);
    assert_eq!(hessian_of(func!(|x, y| x.max(y) + x.min(y))), []);
    assert_eq!(hessian_of(func!(|x, y| x.floor() * y + x.clamp(-1, y))), []);
    assert_eq!(hessian_of(func!(|x, y| (x * y).floor())), []);
    assert_eq!(hessian_of(func!(|x, y| x.rem_euclid(y))), []);
    assert_eq!(hessian_of(func!(|x, y| x.stop_gradient() * y)), []);
    assert_eq!(hessian_of(func!(|x, y| x.abs() * y)), [(1, 0)]);
    assert_eq!(
        jacobian_of(func!(|x, y| [x.floor() + y, x.abs()])),
        [(0, 1), (1, 0)]
    );
    assert_eq!(
        jacobian_of(func!(|x, y| [x.stop_gradient() * y, x - x.signum()])),
        [(0, 1), (1, 0)]
    );
}

func! {
    fn chooses(x, y, z) { if x > 0 { x * y } else { z.square() } }
    fn selects(x, y, z) { select(x.greater_than(0), x * y, z.square()) }
    fn assigns(x, y, z) {
        let mut sum = z;
        if x < y { sum += x * y; } else { sum = sum * sum; }
        sum
    }
    fn product(x, y) { x * y }
    fn calls(x, y, z) { product(x, z) + product(y.stop_gradient(), z) }
    fn stores(x, y, z) {
        let a = x * y;
        let b = a + z;
        let c = b * 2;
        c + b
    }
    fn unused(x, y, z) {
        let [a, _b] = both(x, y);
        a * z
    }
    fn both(x, y) { [x.exp(), y.exp()] }
}

#[test]
fn both_sides_of_a_choice_are_taken() {
    let expected = [(1, 0), (2, 2)];
    assert_eq!(hessian_of(chooses), expected);
    assert_eq!(hessian_of(selects), expected);
    assert_eq!(hessian_of(assigns), expected);
}

#[test]
fn calls_and_lets_are_seen_through() {
    assert_eq!(hessian_of(calls), [(2, 0)]);
    assert_eq!(hessian_of(stores), [(1, 0)]);
    assert_eq!(hessian_of(unused), [(0, 0), (2, 0)]);
}

fn solve(x: f64, y: f64) -> f64 {
    x * y + x
}
func! {
    fn solve_partials(_x, y, _value) { [y + 1, _x] }
    fn solved(x, y, z) { custom(solve, solve_partials, (x, y)) + z }
}

#[test]
fn an_operation_of_the_users_own_is_known_by_its_derivative() {
    assert_eq!(hessian_of(solved), [(1, 0)]);
}

func! {
    fn springs(x: [R; 12]) {
        let mut sum = x[0].square();
        for i in 0..11 {
            let stretch = x[i + 1] - x[i];
            sum += if stretch > 0.1 { stretch.cosh() } else { stretch * stretch };
        }
        sum
    }
    fn arrow(x: [R; 12]) { x[0] * x.square().sum() }
    fn rosenbrock(x: [R; 12]) {
        let a: [R; 11] = x.window::<1, 11>() - x.window::<0, 11>().square();
        let b: [R; 11] = 1 - x.window::<0, 11>();
        100 * a.norm_squared() + b.norm_squared()
    }
    fn bilinear(u: [R; 4], m: [[R; 4]; 2], v: [R; 2]) { m.dot(u).tanh().dot(v) }
    fn filled(x: [R; 12]) {
        let mut y = [0; 12];
        for i in 1..11 { y[i] = (x[i - 1] * x[i + 1]).sin(); }
        y.sum()
    }
    /// A state that each step changes, in one direction.
    fn steps(x: [R; 12]) {
        let mut state = x[0];
        let mut loss = 0;
        for i in 1..12 {
            state = 0.5 * state + x[i];
            loss += x[i] * x[i];
        }
        loss + state
    }
}

/// The values at a point of the sparse Hessian, mirrored, against the dense one.
fn compare<const N: usize, I: monograd::expr::Inputs>(
    f: impl Function<N, R, I>,
    point: &[f64],
    colours: usize,
) {
    let n = point.len();
    let mut lower = SparseHessian::of(f);
    assert_eq!(lower.colour_count(), colours);
    let (mut gradient, mut values) = (vec![0.0; n], vec![f64::NAN; lower.pattern().len()]);
    let value = lower
        .value_gradient_hessian_into(point, &mut gradient, &mut values)
        .expect("lengths");
    let x = I::from_fn(&mut |i| point[i]);
    let (dense_value, dense_gradient, hessian) = f.value_gradient_hessian(&x);
    assert_eq!(value, dense_value);
    let mut diagonal = vec![f64::NAN; n];
    let mut of_diagonal = lower.clone().diagonal();
    assert!(of_diagonal.colour_count() <= colours);
    of_diagonal
        .values_into(point, &mut diagonal)
        .expect("lengths");
    let mut again = vec![f64::NAN; n];
    for mut of_diagonal in [
        lower.clone().mirrored().diagonal(),
        of_diagonal.clone().diagonal(),
        of_diagonal.mirrored(),
    ] {
        of_diagonal.values_into(point, &mut again).expect("lengths");
        assert_eq!(again, diagonal);
    }
    let mut whole = lower.clone().mirrored();
    let mut of_whole = vec![f64::NAN; whole.pattern().len()];
    whole.values_into(point, &mut of_whole).expect("lengths");
    let (lower, whole) = (
        dense(lower.pattern(), &values),
        dense(whole.pattern(), &of_whole),
    );
    for row in 0..n {
        assert_eq!(gradient[row], I::get(I::refs(&dense_gradient), row));
        let error = (diagonal[row] - whole[row][row]).abs();
        assert!(error <= 1e-14 * whole[row][row].abs(), "({row}, {row})");
        for column in 0..n {
            let slopes = I::number(I::refs(&hessian), row);
            let expected = I::get(I::refs(slopes), column);
            let error = (whole[row][column] - expected).abs();
            assert!(
                error <= 1e-14 * expected.abs().max(1.0),
                "({row}, {column}): {} and not {expected}",
                whole[row][column]
            );
            let of_lower = lower[row.max(column)][row.min(column)];
            assert_eq!(whole[row][column].to_bits(), of_lower.to_bits());
        }
    }
}

#[test]
fn sparse_hessians_are_the_dense_ones() {
    let x: Vec<f64> = (0..12).map(|i| (0.7 * f64::from(i)).sin()).collect();
    compare(springs, &x, 3);
    compare(rosenbrock, &x, 3);
    compare(arrow, &x, 2);
    compare(filled, &x, 3);
    compare(steps, &x, 1);
    let y: Vec<f64> = (0..14).map(|i| (1.3 * f64::from(i)).cos()).collect();
    let mut hessian = SparseHessian::<_, f64, 3>::of(bilinear);
    // Each row of m interacts with itself and with its v, all with u.
    assert_eq!(hessian.pattern().len(), 10 + 2 * 10 + 8 * 4 + 2 * 4 + 2 * 4);
    compare(bilinear, &y, hessian.colour_count());
    hessian.values_into(&y, &mut [0.0; 78]).expect("lengths");
}

func! {
    fn long_chain(x: [R; 10_000]) {
        let mut sum = 0;
        for i in 0..9_999 { sum += (x[i + 1] - x[i] * x[i]).square(); }
        sum
    }
}

/// On a thread whose stack has room for what an unoptimised program copies of arrays of 10,000 numbers.
#[test]
fn ten_thousand_inputs() {
    let run = || {
        let mut hessian = SparseHessian::of(long_chain);
        assert_eq!(
            (hessian.pattern().len(), hessian.colour_count()),
            (19_999, 3)
        );
        let mut values = vec![f64::NAN; 19_999];
        hessian
            .values_into(&[0.5; 10_000], &mut values)
            .expect("lengths");
        // d²/dx² of (x′ − x²)² is 12x² − 4x′, d²/dx dx′ is −4x, d²/dx′² is 2.
        assert_eq!(values[..4], [1.0, -2.0, 3.0, -2.0]);
        assert_eq!(values[19_998], 2.0);
    };
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run);
    thread.expect("a thread").join().expect("no panic");
}
