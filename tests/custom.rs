//! Operations of the user's own, everywhere.
#![cfg(feature = "std")]

use monograd::expr::apply;
use monograd::prelude::*;
use monograd::scalar::{BinaryRule, Field, Real, Rule, UnaryRule};
use monograd::{MultiDual, check};

/// The Lambert W function: the root of w eʷ = x.
fn lambert_w(x: f64) -> f64 {
    let mut w = x.ln_1p();
    for _ in 0..50 {
        let e = w.exp();
        w -= (w * e - x) / (e * (w + 1.0));
    }
    w
}

func! {
    fn lambert_slope(_x, w) { 1 / (w.exp() * (1 + w)) }
    fn lambert(x) { custom(lambert_w, lambert_slope, (x,)) }
    fn product_partials(x, y, z, _volume) { [y * z, z * x, x * y] }
    fn volume(x, y, z) { custom(|x, y, z| x * y * z, product_partials, (x, y, z)) }
}

#[test]
fn a_solver_by_its_implicit_derivative() {
    for x in [0.1, 1.0, 10.0] {
        check::assert_derivatives(lambert, &[x]);
    }
    let square = func!(|x, y| lambert(x * y).square());
    check::assert_derivatives(square, &[0.7, 1.9]);
    // W(x) e^W(x) = x, to third order.
    let identity = func!(|x| lambert(x) * lambert(x).exp());
    let series = identity.taylor::<3, f64>(&[2.0], &[1.0]);
    for (order, expected) in [2.0, 1.0, 0.0, 0.0].into_iter().enumerate() {
        assert!((series.derivative(order) - expected).abs() < 1e-13);
    }
    // In f32 it is computed in f64 and rounded.
    assert_eq!(lambert.value(&[1.0_f32]), lambert_w(1.0) as f32);
}

#[test]
fn of_three_numbers() {
    check::assert_derivatives(volume, &[2.0, 3.0, 5.0]);
    assert_eq!(volume.hessian(&[2.0, 3.0, 5.0])[0], [0.0, 5.0, 3.0]);
}

/// (x, a) ↦ 1/(1 + (x/a)²), a Lorentzian.
#[derive(Debug, Clone, Copy)]
struct Lorentzian;

impl BinaryRule for Lorentzian {
    fn primal<F: Real>(self, x: F, a: F) -> F {
        let ratio = x / a;
        F::one() / (F::one() + ratio * ratio)
    }
    fn partials<S: Scalar>(self, x: S, a: S, y: S) -> (S, S) {
        let slope = S::constant(-2.0) * x * y * y / (a * a);
        (slope, -(slope * x / a))
    }
}

/// The sum of squares of four numbers.
#[derive(Debug, Clone, Copy)]
struct SquareSum;

impl Rule<4> for SquareSum {
    fn primal<F: Real>(self, x: [F; 4]) -> F {
        x.into_iter().fold(F::zero(), |sum, x| sum + x * x)
    }
    fn partials<S: Scalar>(self, x: [S; 4], _y: S) -> [S; 4] {
        x.map(|x| x + x)
    }
}

#[test]
fn rules_work_everywhere() {
    let line = func!(|x, a| x.apply_with(a, Lorentzian));
    for point in [[0.0, 1.0], [1.5, -0.7], [-3.0, 2.0]] {
        check::assert_derivatives(line, &point);
    }
    let sum = func!(|x, y| apply(SquareSum, (x, y, x * y, 3.0)).sqrt());
    check::assert_derivatives(sum, &[0.7, -1.1]);

    let [x, y] = MultiDual::variables([1.0, 2.0]);
    let inputs = [x, y, x * y, Field::constant(3.0)];
    assert_eq!(MultiDual::nary(inputs, SquareSum).tangents(), [10.0, 8.0]);
    let tape = Tape::new();
    let (x, y) = (tape.value(1.0), tape.value(2.0));
    let result = Value::apply_to([x, y, x * y, Value::from(3.0)], SquareSum);
    result.backward();
    assert_eq!((result.data(), x.grad(), y.grad()), (18.0, 10.0, 8.0));
}

/// A rule whose partial is wrong.
#[derive(Debug, Clone, Copy)]
struct Wrong;

impl UnaryRule for Wrong {
    fn primal<F: Real>(self, x: F) -> F {
        x * x * x
    }
    fn partial<S: Scalar>(self, x: S, _y: S) -> S {
        S::constant(3.0) * x
    }
}

#[test]
fn a_wrong_rule_is_found_out() {
    let mismatch = check::function(func!(|x, y| y + x.apply(Wrong)), &[2.0, 1.0]).unwrap_err();
    let check::Quantity::Derivative { input } = mismatch.quantity else {
        panic!("{mismatch}")
    };
    assert_eq!((input.number, input.name, input.element), (0, "x", 0));
    assert_eq!(mismatch.actual, 6.0);
    assert!((mismatch.expected - 12.0).abs() < 1e-6);
    let message = mismatch.to_string();
    assert!(
        message.contains("the derivative in x at [2.0, 1.0] in f64 is 6.0 by reverse mode"),
        "{message}"
    );
    assert!(
        message.contains("by finite differences with step"),
        "{message}"
    );

    let f = func!(|x, y| [x * y, x.apply(Wrong)]);
    let mismatch = check::function(f, &[2.0, 1.0]).unwrap_err();
    let check::Quantity::ResultDerivative { result, input } = mismatch.quantity else {
        panic!("{mismatch}")
    };
    assert_eq!((result, input.number), (1, 0));
    // Without differences nothing is off: all modes read the same rule.
    let modes = check::Check {
        differences: false,
        ..Default::default()
    };
    assert!(modes.function(f, &[2.0, 1.0]).is_ok());
}
