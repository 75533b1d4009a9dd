//! Conditions, and the branch that is not taken.
#![cfg(feature = "std")]

use monograd::prelude::*;
use monograd::{Taylor, check};

func! {
    /// x² sin(1/x), and 0 at 0: differentiable there, though the other branch is NaN.
    fn wiggle(x) { select(x.equals(0), 0, x * x * (1 / x).sin()) }
    fn huber(x) { select(x.abs().at_most(1), 0.5 * x * x, x.abs() - 0.5) }
    fn nested(x, y) {
        let inner = select(x.less_than(y) & y.greater_than(0), (y - x).sqrt(), x * y);
        select(!x.at_least(10), inner, 0)
    }
    fn either(x, y) { select(x.less_than(0).or(y.less_than(0)), 0, (x * y).sqrt()) }
}

/// Value and gradient, the same from every mode.
#[track_caller]
fn everywhere<const N: usize>(f: impl Function<N>, x: [f64; N]) -> (f64, [f64; N]) {
    let (value, gradient) = f.value_and_gradient(&x);
    assert_eq!(f.value(&x), value);
    assert_eq!(f.value_gradient_hessian(&x).1, gradient);
    for (i, &slope) in gradient.iter().enumerate() {
        let unit = std::array::from_fn(|j| f64::from(i == j));
        assert_eq!(f.jvp(&x, &unit), (value, slope));
        let series: Taylor<f64, 2> = f.taylor(&x, &unit);
        assert_eq!((series.primal, series.derivative(1)), (value, slope));
    }
    let tape = Tape::new();
    let leaves = x.map(|x| tape.value(x));
    let result = f.value(&leaves);
    result.backward();
    assert_eq!(
        (result.data(), leaves.map(|leaf| leaf.grad())),
        (value, gradient)
    );
    (value, gradient)
}

#[test]
fn the_other_branch_contributes_nothing() {
    assert_eq!(everywhere(wiggle, [0.0]), (0.0, [0.0]));
    let log = func!(|x| select(x.greater_than(0), x * x.ln(), 0));
    assert_eq!(everywhere(log, [0.0]), (0.0, [0.0]));
    assert_eq!(everywhere(log, [-1.0]), (0.0, [0.0]));
    // The request in every tracker: √ of a number that the condition keeps from being negative.
    let guarded = func!(|x, y| select(x.greater_than(0), x.sqrt(), 0) * y);
    assert_eq!(everywhere(guarded, [0.0, 2.0]), (0.0, [0.0, 0.0]));
    assert_eq!(everywhere(either, [-1.0, 1.0]), (0.0, [0.0, 0.0]));
    // To second order, and through a call.
    assert_eq!(wiggle.hessian(&[0.0]), [[0.0]]);
    let call = func!(|x, y| wiggle(x) + y);
    assert_eq!(everywhere(call, [0.0, 1.0]), (1.0, [0.0, 1.0]));
}

#[test]
fn at_the_border_the_branch_taken_decides() {
    assert_eq!(everywhere(huber, [1.0]), (0.5, [1.0]));
    assert_eq!(huber.hessian(&[1.0]), [[1.0]]);
    assert_eq!(huber.hessian(&[1.5]), [[0.0]]);
    let less = func!(|x| select(x.less_than(0), 2 * x, 3 * x));
    let at_most = func!(|x| select(x.at_most(0), 2 * x, 3 * x));
    assert_eq!((less.derivative(0.0), at_most.derivative(0.0)), (3.0, 2.0));
}

#[test]
fn branches_are_checked() {
    for x in [-2.0, -0.3, 0.4, 3.0] {
        check::assert_derivatives(huber, &[x]);
        check::assert_derivatives(wiggle, &[x]);
    }
    for point in [
        [1.0, 3.0],
        [-1.0, 2.0],
        [2.0, 1.0],
        [11.0, 1.0],
        [1.0, -2.0],
    ] {
        check::assert_derivatives(nested, &point);
        everywhere(nested, point);
    }
}

#[test]
fn conditions_at_nan() {
    macro_rules! holds {
        (|$x:ident, $y:ident| $condition:expr) => {
            func!(|$x, $y| select($condition, 1, 0)).value(&[f64::NAN, 1.0]) == 1.0
        };
    }
    assert!(!holds!(|x, y| x.less_than(y)));
    assert!(!holds!(|x, y| x.at_most(y)));
    assert!(!holds!(|x, y| x.greater_than(y)));
    assert!(!holds!(|x, y| x.at_least(y)));
    assert!(!holds!(|x, y| x.equals(y)));
    assert!(holds!(|x, y| x.equals(y).not()));
    assert!(holds!(|x, y| x.equals(y) | y.equals(y)));
}

#[test]
fn stopped_gradients() {
    let f = func!(|x| x * x.stop_gradient() + x.recip().stop_gradient());
    assert_eq!(everywhere(f, [3.0]).1, [3.0]);
    // Nothing is multiplied by the infinity on the way.
    let infinite = func!(|x| x + select(x.equals(0), x.sqrt().stop_gradient(), 0));
    assert_eq!(everywhere(infinite, [0.0]), (0.0, [1.0]));
}
