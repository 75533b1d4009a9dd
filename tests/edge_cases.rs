//! Awkward points that a row of the tables cannot hold: compositions, directions, higher orders.

use monograd::prelude::*;

const INF: f64 = f64::INFINITY;

/// The derivative at the end of a domain is infinite. Along a direction that does not move the
/// input it is 0 all the same.
#[test]
fn what_does_not_move_contributes_nothing() {
    macro_rules! check {
        ($($function:ident($($argument:expr)?) at $x:expr;)*) => {
            $({
                let f = func!(|x, y| x.$function($($argument)?) + y);
                let (_, along_x) = f.jvp(&[$x, 1.0_f64], &[1.0, 0.0]);
                assert_eq!(along_x.abs(), INF, stringify!($function));
                let (_, along_y) = f.jvp(&[$x, 1.0], &[0.0, 1.0]);
                assert_eq!(along_y, 1.0, stringify!($function));
            })*
        };
    }
    check! {
        sqrt() at 0.0;
        cbrt() at 0.0;
        powf(0.5) at 0.0;
        pow(0.5) at 0.0;
        asin() at 1.0;
        asin() at -1.0;
        acos() at 1.0;
        acosh() at 1.0;
    }
}

/// The second derivative across an infinite first one.
#[test]
fn hessians_at_the_end_of_a_domain() {
    let f = func!(|x, y| x.sqrt() + y * y);
    let [[_, xy], [yx, yy]] = f.hessian(&[0.0, 3.0]);
    assert_eq!([xy, yx, yy], [0.0, 0.0, 2.0]);
}

/// Powers at 0, to second order: x^p is a polynomial for an integer p.
#[test]
fn powers_at_zero() {
    let square = func!(|x| x.powf(2.0));
    assert_eq!(
        (square.gradient(&[0.0]), square.hessian(&[0.0])),
        ([0.0], [[2.0]])
    );
    let line = func!(|x| x.powf(1.0));
    assert_eq!(
        (line.gradient(&[0.0]), line.hessian(&[0.0])),
        ([1.0], [[0.0]])
    );
    let one = func!(|x| x.powf(0.0));
    assert_eq!(
        (one.gradient(&[0.0]), one.hessian(&[0.0])),
        ([0.0], [[0.0]])
    );

    let cube = func!(|x| x.powf(3.0));
    assert_eq!(cube.hessian(&[Dual::variable(0.0)])[0][0].tangent, 6.0);
    assert_eq!(func!(|x| x.powi(2)).hessian(&[0.0]), [[2.0]]);

    // With an exponent that is an input: along x it does not move.
    let power = func!(|x, p| x.pow(p));
    for (p, slope) in [(2.0, 0.0), (1.0, 1.0), (0.5, INF), (0.0, 0.0)] {
        assert_eq!(power.jvp(&[0.0, p], &[1.0, 0.0]).1, slope, "exponent {p}");
        assert_eq!(power.gradient(&[0.0, p])[0], slope, "exponent {p}");
    }
}

/// The mixed second derivative of x^p at p = 0, where the first in x is 0 but does not stay so.
#[test]
fn powers_near_a_vanishing_exponent() {
    let power = func!(|x, p| x.pow(p));
    let [[xx, xp], [_, pp]] = power.hessian(&[2.0_f64, 0.0]);
    let log = 2.0_f64.ln();
    assert!(xx == 0.0 && (xp - 0.5).abs() < 1e-15 && (pp - log * log).abs() < 1e-15);
}

#[test]
fn nothing_overflows_that_need_not() {
    for x in [-800.0, -400.0, 400.0, 800.0] {
        let sign = f64::signum(x);
        let step = if x > 0.0 { 1.0 } else { 0.0 };
        assert_eq!(func!(|x| x.tanh()).value_and_gradient(&[x]), (sign, [0.0]));
        let sigmoid = func!(|x| x.sigmoid()).value_and_gradient(&[x]);
        assert!((sigmoid.0 - step).abs() < 1e-170 && sigmoid.1[0].abs() < 1e-170);
        let softplus = func!(|x| x.softplus()).value_and_gradient(&[x]);
        assert!((softplus.0 - x.max(0.0)).abs() < 1e-170);
        assert!((softplus.1[0] - step).abs() < 1e-170);
        assert_eq!(func!(|x| x.tanh()).hessian(&[x]), [[0.0]]);
    }
}

#[test]
fn large_and_small_powers_keep_their_derivative() {
    // xᵖ overflows or underflows where its derivative does not.
    let f = func!(|x| x.powf(1.5));
    let [large] = f.gradient(&[1e250_f64]);
    assert!((large / 1.5e125 - 1.0).abs() < 1e-14);
    let [small] = func!(|x| x.powf(2.0)).gradient(&[1e-170_f64]);
    assert!((small / 2e-170 - 1.0).abs() < 1e-14);
}

/// Which of 0 and −0 an extremum is does not depend on the mode: its reciprocal tells.
#[cfg(feature = "std")]
#[test]
fn extrema_of_signed_zeros() {
    let greater = func!(|x, y| 1 / x.max(y));
    let lesser = func!(|x, y| 1 / x.min(y));
    let clamped = func!(|x, y| 1 / x.clamp(y, x));
    for point in [[0.0, -0.0], [-0.0, 0.0]] {
        let expected = 1.0 / point[0];
        macro_rules! check {
            ($f:ident) => {
                assert_eq!($f.value(&point), expected);
                assert_eq!($f.value_and_gradient(&point).0, expected);
                assert_eq!($f.value(&point.map(Dual::variable)).primal, expected);
                let tape = Tape::new();
                assert_eq!($f.value(&point.map(|x| tape.value(x))).data(), expected);
            };
        }
        check!(greater);
        check!(lesser);
        check!(clamped);
    }
}
