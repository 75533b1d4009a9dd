//! Functions with several results.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::{MultiDual, check};

func! {
    fn polar(x, y) {
        let radius = x.hypot(y);
        [radius, y.atan2(x)]
    }
    /// A tuple is an array of expressions.
    fn tall(x) { (x, x * x, x.exp(), 1) }
    fn wide(a, b, c, d) { [a * b + c * d] }
    fn composed(x, y) { polar(x * y, x + y).component::<0>() + polar(x, y).component::<1>() }
}

#[test]
fn modes_agree_and_so_do_differences() {
    for point in [[0.3, 0.7], [-1.2, 0.4], [2.0, -3.0]] {
        check::assert_derivatives(polar, &point);
        check::assert_derivatives(composed, &point);
    }
    check::assert_derivatives(tall, &[0.3]);
    check::assert_derivatives(wide, &[0.3, -0.7, 1.1, 2.0]);
}

#[test]
fn shapes() {
    assert_eq!(tall.jacobian(&[2.0])[1], [4.0]);
    assert_eq!(tall.jacobian(&[2.0])[3], [0.0]);
    assert_eq!(wide.jacobian(&[1.0, 2.0, 3.0, 4.0]), [[2.0, 1.0, 4.0, 3.0]]);
    let (values, jacobian) = polar.value_and_jacobian(&[3.0, 4.0]);
    assert_eq!((values[0], jacobian[0]), (5.0, [0.6, 0.8]));
    assert_eq!(polar.jacobian_forward(&[3.0_f32, 4.0])[0], [0.6, 0.8]);
}

/// A row of the Jacobian does not see what another result does, infinite as its derivative may be.
#[test]
fn rows_are_apart() {
    let f = func!(|x, y| [x.sqrt(), x * y]);
    let point = [0.0, 3.0];
    let expected = [[f64::INFINITY, 0.0], [3.0, 0.0]];
    assert_eq!(f.jacobian_reverse(&point), expected);
    assert_eq!(f.jacobian_forward(&point), expected);
}

#[test]
fn jacobians_nest() {
    // The derivative of the Jacobian along x.
    let point = [Dual::variable(1.0), Dual::constant(2.0)];
    let jacobian = polar.jacobian(&point);
    let h = 1e-6;
    let [up, down] = [1.0 + h, 1.0 - h].map(|x| polar.jacobian(&[x, 2.0]));
    for i in 0..2 {
        for j in 0..2 {
            let slope: f64 = (up[i][j] - down[i][j]) / (2.0 * h);
            assert!((jacobian[i][j].tangent - slope).abs() < 1e-9);
        }
    }
}

#[test]
fn on_a_tape_and_over_any_number() {
    let tape = Tape::new();
    let leaves = [3.0, 4.0].map(|x| tape.value(x));
    let [radius, _] = polar.value(&leaves);
    radius.backward();
    assert_eq!(leaves.map(|leaf| leaf.grad()), [0.6, 0.8]);
    let [radius, _] = polar.value(&MultiDual::variables([3.0, 4.0]));
    assert_eq!(radius.tangents(), [0.6, 0.8]);
}

#[test]
fn partials_of_some_inputs() {
    let f = func!(|x, y, z| x.sqrt() * y + z * z);
    let gradient = f.gradient(&[4.0, 3.0, 5.0]);
    assert_eq!(
        f.partials(&[4.0, 3.0, 5.0], [2, 0]),
        [gradient[2], gradient[0]]
    );
    let none: [f64; 0] = f.partials(&[4.0, 3.0, 5.0], []);
    assert!(none.is_empty());
}

#[test]
#[should_panic(expected = "index out of bounds")]
fn a_partial_in_no_input() {
    let _ = func!(|x, y| x * y).partials(&[1.0, 2.0], [2]);
}

#[test]
fn one_input() {
    let f = func!(|x| x.tanh());
    assert_eq!(f.derivative(0.3), f.gradient(&[0.3])[0]);
    assert_eq!(
        f.value_and_derivative(0.3_f32),
        (f.value(&[0.3]), f.derivative(0.3))
    );
    // The second derivative by nesting.
    assert_eq!(
        f.derivative(Dual::variable(0.3)).tangent,
        f.hessian(&[0.3])[0][0]
    );
}

#[test]
fn thirty_two_results() {
    let f = func!(|x| [
        x,
        x * 2,
        x * 3,
        x * 4,
        x * 5,
        x * 6,
        x * 7,
        x * 8,
        x * 9,
        x * 10,
        x * 11,
        x * 12,
        x * 13,
        x * 14,
        x * 15,
        x * 16,
        x * 17,
        x * 18,
        x * 19,
        x * 20,
        x * 21,
        x * 22,
        x * 23,
        x * 24,
        x * 25,
        x * 26,
        x * 27,
        x * 28,
        x * 29,
        x * 30,
        x * 31,
        x * 32,
    ]);
    for (i, [slope]) in f.jacobian(&[1.0]).into_iter().enumerate() {
        assert_eq!(slope, (i + 1) as f64);
    }
}
