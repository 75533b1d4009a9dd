//! Numbers that carry derivatives in code that knows `Float` and nothing of derivatives.

use approx::assert_relative_eq;
use monograd::{Dual, MultiDual, Taylor};
use num_traits::{Float, FloatConst, Num, NumCast, One, ToPrimitive, Zero};

/// Every function of `Float` that is differentiable at (x, y), one by one.
fn functions<T: Float>(x: T, y: T) -> Vec<(&'static str, T)> {
    macro_rules! list {
        ($($name:ident($($argument:expr),*))*) => {
            vec![$((stringify!($name($($argument),*)), x.$name($($argument),*))),*]
        };
    }
    let mut list = list! {
        abs() recip() sqrt() cbrt() exp() exp2() exp_m1() ln() ln_1p() log2() log10()
        sin() cos() tan() asin() acos() atan() sinh() cosh() tanh() asinh() atanh()
        floor() ceil() round() trunc() fract() signum()
        powi(3) powf(y) log(y) hypot(y) atan2(y) min(y) max(y) mul_add(y, x) abs_sub(y)
        to_degrees() to_radians() copysign(y) clamp(y, y + x)
    };
    list.push(("acosh", (x + T::one()).acosh()));
    list.push(("sin_cos().0", x.sin_cos().0));
    list.push(("sin_cos().1", x.sin_cos().1));
    list.push(("rem", (x * y * T::from(10).unwrap()) % y));
    list
}

#[test]
fn functions_of_float_are_differentiated() {
    let (x, y) = (0.37_f64, 0.83);
    let h = 1e-6;
    for direction in [[1.0, 0.0], [0.0, 1.0], [0.6, -0.8]] {
        let at = |t: f64| functions(x + t * direction[0], y + t * direction[1]);
        let duals = functions(Dual::new(x, direction[0]), Dual::new(y, direction[1]));
        for (((name, dual), (_, value)), ((_, up), (_, down))) in duals
            .into_iter()
            .zip(at(0.0))
            .zip(at(h).into_iter().zip(at(-h)))
        {
            assert_eq!(dual.primal, value, "{name}");
            let slope = (up - down) / (2.0 * h);
            assert!(
                (dual.tangent - slope).abs() < 1e-7 * slope.abs().max(1.0),
                "{name}: {dual:?}, not {slope}"
            );
        }
    }
}

#[test]
fn every_number_gives_the_same() {
    let (x, y) = (0.37_f64, 0.83);
    let direction = [0.6, -0.8];
    let duals = functions(Dual::new(x, direction[0]), Dual::new(y, direction[1]));
    let [multi_x, multi_y] = MultiDual::variables([x, y]);
    let multi = functions(multi_x, multi_y);
    let series = functions(
        Taylor::<f64, 2>::new(x, [direction[0], 0.0]),
        Taylor::new(y, [direction[1], 0.0]),
    );
    for (((name, dual), (_, multi)), (_, series)) in duals.into_iter().zip(multi).zip(series) {
        assert_eq!(
            (multi.primal, series.primal),
            (dual.primal, dual.primal),
            "{name}"
        );
        let [dx, dy] = multi.tangents();
        assert_relative_eq!(
            dx * direction[0] + dy * direction[1],
            dual.tangent,
            epsilon = 1e-14
        );
        assert_relative_eq!(series.coefficient(1), dual.tangent, epsilon = 1e-14);
    }
}

/// Approximate equality is that of the primals, as `==` is.
#[cfg(feature = "approx")]
#[test]
fn approximate_equality() {
    use approx::{assert_abs_diff_eq, assert_relative_ne, assert_ulps_eq};
    let (x, y) = (Dual::new(1.0, 2.0), Dual::new(1.0 + 1e-17, 5.0));
    assert_relative_eq!(x, y);
    assert_ulps_eq!(x, y);
    assert_abs_diff_eq!(x, Dual::constant(1.1), epsilon = Dual::constant(0.2));
    assert_relative_ne!(Taylor::<f64, 2>::variable(1.0), Taylor::constant(1.1));
    assert_ulps_eq!(
        MultiDual::<f64, 2>::variable(1.0, 0),
        MultiDual::constant(1.0)
    );
}

#[test]
fn questions_are_answered_by_the_primal() {
    let x = Dual::new(1.5_f64, f64::NAN);
    assert!(x.is_finite() && x.is_normal() && x.is_sign_positive() && !x.is_nan());
    assert!(Dual::<f64>::nan().is_nan() && Dual::<f64>::infinity().is_infinite());
    assert_eq!(x.integer_decode(), 1.5.integer_decode());
    assert_eq!(x, Dual::new(1.5, 2.0));
    assert!(x < Dual::constant(2.0) && x > Dual::constant(1.0));
    assert_eq!(ToPrimitive::to_f64(&x), Some(1.5));
    assert_eq!(x.to_i64(), Some(1));
    assert_eq!(<Dual<f32> as NumCast>::from(2.5).unwrap().primal, 2.5);
    assert_eq!(
        <Dual<f64> as Num>::from_str_radix("2.5", 10)
            .unwrap()
            .primal,
        2.5
    );
    assert!(Dual::<f64>::zero().is_zero() && Dual::<f64>::one().primal == 1.0);
    assert_eq!(Dual::<f64>::PI().primal, std::f64::consts::PI);
    assert_eq!(Dual::<f64>::epsilon().primal, f64::EPSILON);
}

#[test]
fn numbers_on_either_side_and_in_place() {
    let x = Dual::variable(3.0);
    let mut y = 2.0 * x + x * 2.0 - 1.0 / x - x / 4.0;
    y += x;
    y -= Dual::constant(1.0);
    y *= Dual::constant(2.0);
    y /= Dual::constant(1.0);
    assert_relative_eq!(
        y.tangent,
        2.0 * (2.0 + 2.0 + 1.0 / 9.0 - 0.25 + 1.0),
        max_relative = 1e-15
    );
    let numbers = [x, x, 2.0.into()];
    assert_eq!(numbers.into_iter().sum::<Dual<f64>>().tangent, 2.0);
    assert_eq!(numbers.into_iter().product::<Dual<f64>>().tangent, 12.0);
}

/// A solver that iterates until it has converged: the derivative of the root in a parameter.
#[test]
fn through_a_solver() {
    fn kepler<T: Float>(mean_anomaly: T, eccentricity: T) -> T {
        let mut anomaly = mean_anomaly;
        for _ in 0..100 {
            let residual = anomaly - eccentricity * anomaly.sin() - mean_anomaly;
            anomaly = anomaly - residual / (T::one() - eccentricity * anomaly.cos());
        }
        anomaly
    }
    let e = 0.3;
    let anomaly = kepler(Dual::variable(1.2), Dual::constant(e));
    assert_relative_eq!(
        anomaly.tangent,
        1.0 / (1.0 - e * anomaly.primal.cos()),
        max_relative = 1e-13
    );
}
