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

/// Forward mode: a tangent of exactly 0 stays 0, whatever it is multiplied by. Reverse mode: 0 · ∞ is NaN, as the
/// arithmetic has it.
#[test]
fn zero_times_infinity() {
    macro_rules! check {
        ($(|$x:ident, $y:ident| $body:expr, $point:expr;)*) => {
            $({
                let f = func!(|$x, $y| $body);
                for v in [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]] {
                    let what = concat!(stringify!($body), " along");
                    assert_eq!(f.jvp(&$point, &v).1, 0.0, "{what} {v:?}");
                    assert_eq!(f.taylor::<1, f64>(&$point, &v).coefficient(1), 0.0, "{what} {v:?}");
                }
                let multi = f.value(&monograd::MultiDual::variables($point));
                assert_eq!(multi.tangents(), [0.0; 2], stringify!($body));
                let slopes = f.gradient(&$point);
                assert!(slopes.iter().any(|slope| f64::is_nan(*slope)), "{}: {slopes:?}", stringify!($body));
            })*
        };
    }
    check! {
        |x, y| (x * y).sqrt(), [0.0, 0.0];
        |x, y| (x * y).cbrt(), [0.0, 0.0];
        |x, y| (x * x + y * y).sqrt(), [0.0, 0.0];
        |x, y| (x * x).sqrt() + 0 * y, [0.0, 0.0];
    }
}

/// What does not move contributes nothing, though the derivative is infinite or NaN, or a factor is: the same
/// derivative along y from every forward mode, and from reverse mode.
#[test]
fn along_what_moves_alone() {
    macro_rules! check {
        ($(|$x:ident, $y:ident| $body:expr, $point:expr => $slope:expr;)*) => {
            $({
                let f = func!(|$x, $y| $body);
                let what = stringify!($body);
                assert_eq!(f.gradient(&$point)[1], $slope, "reverse: {what}");
                let along = [0.0, 1.0];
                assert_eq!(f.jvp(&$point, &along).1, $slope, "dual: {what}");
                assert_eq!(f.taylor::<2, f64>(&$point, &along).coefficient(1), $slope, "Taylor: {what}");
                let multi = f.value(&monograd::MultiDual::variables($point));
                assert_eq!(multi.tangents()[1], $slope, "several tangents: {what}");
                let nested = f.value(&[Dual::constant($point[0]), Dual::variable($point[1])]);
                assert_eq!(nested.tangent, $slope, "dual number: {what}");
            })*
        };
    }
    check! {
        |x, y| x.ln().exp() + y, [0.0, 3.0] => 1.0;
        |x, y| x.ln() + y, [0.0, 3.0] => 1.0;
        |x, y| x.ln().square() + y, [0.0, 3.0] => 1.0;
        |x, y| 2 * x.ln() + y, [0.0, 3.0] => 1.0;
        |x, y| x.recip() * x + y, [0.0, 3.0] => 1.0;
        |x, y| x.recip().recip() + y, [0.0, 3.0] => 1.0;
        |x, y| 1 / x + y, [0.0, 3.0] => 1.0;
        |x, y| x / x + y, [0.0, 3.0] => 1.0;
        |x, y| x.atan2(x) + y, [0.0, 3.0] => 1.0;
        |x, y| x.exp() + y * y, [INF, 3.0] => 6.0;
        |x, y| x.powi(-1) * x.powi(2) + y, [0.0, 3.0] => 1.0;
    }
}

/// Second derivatives at singular points are the same however they are asked for.
#[test]
fn hessians_and_their_products_agree() {
    fn same(f: impl Function<2>, point: [f64; 2], what: &str) {
        let hessian = f.hessian(&point);
        for (i, v) in [[1.0, 0.0], [0.0, 1.0]].into_iter().enumerate() {
            let product = f.hvp(&point, &v);
            for (j, entry) in product.into_iter().enumerate() {
                let expected = hessian[j][i];
                let equal = entry == expected || entry.is_nan() && expected.is_nan();
                assert!(
                    equal,
                    "{what} at {point:?}: [{j}][{i}] is {expected} and {entry}"
                );
            }
        }
    }
    for point in [
        [0.0, 0.0],
        [1.0, 0.0],
        [0.0, 1.0],
        [0.0, 2.0],
        [0.0, 0.5],
        [2.0, 0.0],
    ] {
        // At x = 0 the mixed derivative, xʸ⁻¹ (1 + y ln x), is infinite for y ≤ 1, which one order finds only.
        if point[0] != 0.0 || ![0.5, 1.0].contains(&point[1]) {
            same(func!(|x, y| x.pow(y)), point, "pow");
        }
        same(func!(|x, y| x / y), point, "x/y");
        // To base 0 the mixed derivative is the limit of 0/0 from one side only.
        if point[1] != 0.0 {
            same(func!(|x, y| x.log(y)), point, "log");
        }
        same(func!(|x, y| x.hypot(y)), point, "hypot");
        same(func!(|x, y| x.sqrt() * y), point, "√x y");
        same(func!(|x, y| x.ln().exp() + y * y), point, "exp ln x + y²");
    }
}

/// log(1, 0) = 0/−∞: the slope in x is that of ln x over −∞, in every mode.
#[test]
fn a_logarithm_to_base_zero() {
    let f = func!(|x, y| x.log(y));
    let point = [1.0, 0.0];
    assert_eq!(f.value(&point), 0.0);
    assert_eq!(f.gradient(&point)[0], 0.0);
    assert_eq!(f.jvp(&point, &[1.0, 0.0]).1, 0.0);
    assert_eq!(f.taylor::<1, f64>(&point, &[1.0, 0.0]).coefficient(1), 0.0);
    let multi = f.value(&monograd::MultiDual::variables(point));
    assert_eq!(multi.tangents()[0], 0.0);
}

/// The second derivatives of a distance across the direction, y²/z³, and along it, far from the diagonal.
#[test]
fn curvature_of_a_distance() {
    let f = func!(|x, y| x.hypot(y));
    for [x, y] in [[1.0, 1e-9], [1e-9, 1.0], [3.0, -4e-6], [-1e150, 1e140]] {
        let z = f64::hypot(x, y);
        let exact = [
            (y / z) * (y / z) / z,
            -(x / z) * (y / z) / z,
            (x / z) * (x / z) / z,
        ];
        let [[xx, xy], [yx, yy]] = f.hessian(&[x, y]);
        for (actual, exact) in [xx, xy, yx, yy]
            .into_iter()
            .zip([exact[0], exact[1], exact[1], exact[2]])
        {
            assert!(
                (actual / exact - 1.0).abs() < 8.0 * f64::EPSILON,
                "{actual}, not {exact}"
            );
        }
        let along = f.taylor::<2, f64>(&[x, y], &[1.0, 0.0]).derivative(2);
        assert!(
            (along / exact[0] - 1.0).abs() < 8.0 * f64::EPSILON,
            "{along}, not {}",
            exact[0]
        );
    }
}

/// The squares over- or underflow, the norm does not: its value and its direction, of numbers and duals.
#[test]
fn norms_of_great_and_of_small_vectors() {
    let f = func!(|x: [R; 3]| x.norm());
    for scale in [1e200_f64, 1e-200, 1e300, 1e-300, 1e155, 1e-155, 1.0] {
        let (value, slopes) = f.value_and_gradient(&[3.0 * scale, 0.0, -4.0 * scale]);
        assert!(
            (value / (5.0 * scale) - 1.0).abs() < 4.0 * f64::EPSILON,
            "{value}"
        );
        for (slope, exact) in slopes.into_iter().zip([0.6_f64, 0.0, -0.8]) {
            assert!(
                (slope - exact).abs() < 4.0 * f64::EPSILON,
                "{slope}, not {exact} at {scale:e}"
            );
        }
        let x = [3.0, 0.0, -4.0].map(|x| Dual::new(x * scale, 1.0));
        assert!((f.value(&x).tangent - (0.6 - 0.8)).abs() < 4.0 * f64::EPSILON);
        let single = f.value_and_gradient(&[1e30_f32, 0.0, 0.0]);
        assert_eq!(single, (1e30, [1.0, 0.0, 0.0]));
    }
    assert_eq!(f.value_and_gradient(&[0.0; 3]), (0.0, [0.0; 3]));
    assert_eq!(f.value(&[f64::INFINITY, 1.0, 0.0]), INF);
    assert!(f.value(&[f64::NAN, 1e200, 0.0]).is_nan());
    assert!(f.value(&[f64::NAN, 0.0, 0.0]).is_nan());
}

/// The derivative of an array that is kept, where its elements are saturated, is that of each alone.
#[test]
fn saturated_arrays() {
    macro_rules! check {
        ($($function:ident)*) => {
            $({
                let kept = func!(|x: [R; 9]| { let y: [R; 9] = (2 * x).$function(); y.sum() });
                let alone = func!(|x| (2 * x).$function());
                let x = [-40.0, -9.0, -2.0, -0.6, 0.0, 0.6, 2.0, 9.0, 40.0];
                let slopes = kept.gradient(&x);
                assert_eq!(slopes, x.map(|x| alone.gradient(&[x])[0]), stringify!($function));
                assert!(slopes.iter().all(|&slope| slope > 0.0), stringify!($function));
            })*
        };
    }
    check!(tanh sigmoid exp_m1);
}
