//! Taylor series against the series of the textbooks, and against nested dual numbers.

use monograd::prelude::*;
use monograd::{MultiDual, Taylor};

type Series = Taylor<f64, 12>;

#[track_caller]
fn assert_series(actual: Series, expected: impl Fn(usize) -> f64) {
    for n in 0..=12 {
        let (actual, expected) = (actual.coefficient(n), expected(n));
        assert!(
            (actual - expected).abs() <= 1e-13 * expected.abs().max(1.0),
            "coefficient {n} is {actual}, not {expected}"
        );
    }
}

fn factorial(n: usize) -> f64 {
    (1..=n).map(|i| i as f64).product()
}

#[test]
fn known_series() {
    let t = Series::variable(0.0);
    assert_series(t.exp(), |n| 1.0 / factorial(n));
    assert_series(t.sin(), |n| [0.0, 1.0, 0.0, -1.0][n % 4] / factorial(n));
    assert_series(t.cos(), |n| [1.0, 0.0, -1.0, 0.0][n % 4] / factorial(n));
    assert_series((1.0 - t).recip(), |_| 1.0);
    assert_series(1.0 / (1.0 - t), |_| 1.0);
    assert_series(t.ln_1p(), |n| match n {
        0 => 0.0,
        _ => -(-1.0_f64).powi(n as i32) / n as f64,
    });
    assert_series(t.atan(), |n| match n % 4 {
        1 => 1.0 / n as f64,
        3 => -1.0 / n as f64,
        _ => 0.0,
    });
    // The binomial series of √(1 + t), by three operations.
    let binomial = |n| {
        (0..n)
            .map(|i| (0.5 - i as f64) / (i + 1) as f64)
            .product::<f64>()
    };
    assert_series((1.0 + t).sqrt(), binomial);
    assert_series((1.0 + t).powf(0.5), binomial);
    assert_series((1.0 + t).pow(Series::constant(0.5)), binomial);
}

#[test]
fn identities() {
    for x in [-1.3, 0.4, 2.5] {
        let t = Series::variable(x);
        let one = |n| if n == 0 { 1.0 } else { 0.0 };
        let variable = |n| [x, 1.0].get(n).copied().unwrap_or(0.0);
        let (sin, cos) = t.sin_cos();
        assert_series(sin * sin + cos * cos, one);
        assert_series(t.exp() * (-t).exp(), one);
        assert_series(t.sigmoid() + (-t).sigmoid(), one);
        assert_series(t.tanh().atanh(), variable);
        assert_series(t.exp().ln(), variable);
        assert_series(t.sinh().asinh(), variable);
        assert_series(t.cbrt() * t.cbrt() * t.cbrt(), variable);
        assert_series(t.erf() + t.erfc(), one);
        assert_series((t * 3.0) / 3.0, variable);
        assert_series(t.mul_add(2.0.into(), 1.0.into()) - t - t, one);
    }
}

/// At 0 a power is a polynomial, to any order.
#[test]
fn powers_at_zero() {
    let t = Series::variable(0.0);
    for (y, power) in [
        (t.powi(3), 3),
        (t.powf(3.0), 3),
        (t.square(), 2),
        (t.powi(1), 1),
    ] {
        assert_series(y, |n| if n == power { 1.0 } else { 0.0 });
    }
    assert_series(t.powi(0), |n| if n == 0 { 1.0 } else { 0.0 });
}

/// What does not move contributes nothing, infinite as its derivative may be.
#[test]
fn constants_stay_constant() {
    let still = Series::constant(0.0).sqrt() + Series::constant(1.0).asin();
    let t = Series::variable(2.0);
    assert_series(still * t, |n| {
        [std::f64::consts::PI, std::f64::consts::FRAC_PI_2]
            .get(n)
            .copied()
            .unwrap_or(0.0)
    });
    assert_series(t.stop_gradient() * t, |n| {
        [4.0, 2.0].get(n).copied().unwrap_or(0.0)
    });
}

func! {
    fn f(x, y) { (x * y).sin() / (1 + y.exp()) + x.pow(y) - x.atan2(y) }
}

#[test]
fn nested_numbers_agree() {
    let (point, v) = ([1.3, 0.7], [0.6, -0.8]);
    let series: Taylor<f64, 3> = f.taylor(&point, &v);
    let dual = |x: f64, v: f64| {
        let inner = Dual::new(Dual::new(x, v), Dual::new(v, 0.0));
        Dual::new(inner, Dual::constant(Dual::constant(v)))
    };
    let nested = f.value(&[dual(point[0], v[0]), dual(point[1], v[1])]);
    let expected = [
        nested.primal.primal.primal,
        nested.primal.primal.tangent,
        nested.primal.tangent.tangent,
        nested.tangent.tangent.tangent,
    ];
    for (order, expected) in expected.into_iter().enumerate() {
        assert!(
            (series.derivative(order) - expected).abs() < 1e-12,
            "order {order}"
        );
    }

    // The gradient's series is the series' gradient.
    let moving = [
        Taylor::<f64, 2>::new(1.3, [0.6, 0.0]),
        Taylor::new(0.7, [-0.8, 0.0]),
    ];
    let of_gradient = f.gradient(&moving);
    let gradient_of: Taylor<MultiDual<f64, 2>, 2> =
        f.taylor(&MultiDual::variables(point), &v.map(MultiDual::constant));
    for (i, of_gradient) in of_gradient.iter().enumerate() {
        for order in 0..=2 {
            let one = of_gradient.derivative(order);
            let other = gradient_of.derivative(order).tangents()[i];
            assert!((one - other).abs() < 1e-12, "{i} {order}: {one} {other}");
        }
    }
}

/// Two levels of series do not mix their variables.
#[test]
fn levels_are_apart() {
    type Inner = Taylor<f64, 2>;
    let s = Inner::variable(2.0);
    let t = Taylor::<Inner, 2>::variable(s);
    // (s + t)³ at s = 2: the mixed derivative of order one in t and two in s is 6.
    let cube = t * t * t;
    assert_eq!(cube.derivative(1).derivative(2), 6.0);
    assert_eq!(cube.derivative(2).derivative(1), 6.0);
    assert_eq!((t * Taylor::constant(s)).derivative(1).derivative(1), 1.0);
}

#[test]
fn in_f32_and_high_orders() {
    let y = Taylor::<f32, 4>::variable(0.5).exp();
    assert!((y.derivative(4) - 0.5_f32.exp()).abs() < 1e-6);
    let y = Taylor::<f64, 30>::variable(0.3).sin();
    assert!((y.derivative(30) + 0.3_f64.sin()).abs() < 1e-9);
    assert_eq!(
        format!("{:?}", Taylor::new(1.0, [2.0, 3.0])),
        "[1.0, 2.0, 3.0]"
    );
}

/// The number of nested duals that moves as 0 + t at every level.
fn nested_variable() -> Dual<Dual<Dual<f64>>> {
    let inner = Dual::new(Dual::new(0.0, 1.0), Dual::new(1.0, 0.0));
    Dual::new(inner, Dual::constant(Dual::constant(1.0)))
}

/// Every operation along a curve, by its series and by nested dual numbers, which know no recurrences.
macro_rules! along_a_curve {
    ($($operation:ident($($parameter:expr)?) at $points:expr;)*) => {
        $(for x in $points {
            let series = Taylor::<f64, 3>::variable(0.0);
            let series = (series * series * 0.3 + series * 0.8 + x).$operation($($parameter)?);
            let nested = nested_variable();
            let nested = nested * nested * Dual::constant(Dual::constant(0.3));
            let nested = nested + nested_variable() * Dual::constant(Dual::constant(0.8));
            let nested = (nested + Dual::constant(Dual::constant(x))).$operation($($parameter)?);
            let expected = [
                nested.primal.primal.primal,
                nested.primal.primal.tangent,
                nested.primal.tangent.tangent,
                nested.tangent.tangent.tangent,
            ];
            for (order, expected) in expected.into_iter().enumerate() {
                let derivative = series.derivative(order);
                assert!(
                    (derivative - expected).abs() <= 1e-12 * expected.abs().max(1.0),
                    "{} at {x}, order {order}: {derivative}, not {expected}",
                    stringify!($operation)
                );
            }
        })*
    };
}

#[test]
fn recurrences_agree_with_the_rules() {
    along_a_curve! {
        neg() at [-1.3, 0.4];
        recip() at [-1.3, 0.4];
        square() at [-1.3, 0.0, 0.4];
        powi(5) at [-1.3, 0.0, 0.4];
        powi(-3) at [-1.3, 0.4];
        powf(2.5) at [0.4, 3.1];
        sqrt() at [0.4, 3.1];
        cbrt() at [-1.3, 0.4];
        exp() at [-1.3, 0.4];
        exp2() at [-1.3, 0.4];
        exp_m1() at [-5.0, 0.4];
        ln() at [0.4, 3.1];
        ln_1p() at [-0.4, 3.1];
        log2() at [0.4, 3.1];
        log10() at [0.4, 3.1];
        sin() at [-1.3, 0.4];
        cos() at [-1.3, 0.4];
        tan() at [-1.3, 0.4];
        asin() at [-0.7, 0.4];
        acos() at [-0.7, 0.4];
        atan() at [-1.3, 0.4, 1e20];
        sinh() at [-1.3, 0.4];
        cosh() at [-1.3, 0.4];
        tanh() at [-1.3, 0.4, 12.0];
        asinh() at [-1.3, 0.4];
        acosh() at [1.3, 4.0];
        atanh() at [-0.7, 0.4];
        sigmoid() at [-1.3, 0.4, 30.0];
        log_sigmoid() at [-1.3, 0.4];
        softplus() at [-1.3, 0.4];
        relu() at [-1.3, 0.4];
        leaky_relu(0.1) at [-1.3, 0.4];
        elu(0.5) at [-1.3, 0.4];
        silu() at [-1.3, 0.4];
        gelu() at [-1.3, 0.4];
        erf() at [-1.3, 0.4];
        erfc() at [-1.3, 0.4];
        normal_cdf() at [-1.3, 0.4];
        normal_pdf() at [-1.3, 0.4];
        abs() at [-1.3, 0.4];
        floor() at [-1.3, 0.4];
        fract() at [-1.3, 0.4];
    }
}
