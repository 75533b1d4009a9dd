//! Walks the tables of rules: every operation, in every mode, at the points its row names.
//!
//! At ordinary points the derivatives are held against finite differences and the modes against each
//! other; at the awkward points, against the values and derivatives of the row.

use crate::prelude::*;
use crate::rules::{self, binary_table, operator_table, unary_table};
use crate::scalar::{BinaryRule, UnaryRule};
use core::f64::consts::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

#[cfg(feature = "std")]
use crate::tape::Data as Number;

#[cfg(not(feature = "std"))]
trait Number:
    crate::scalar::Real<Mask = bool> + Scalar + core::fmt::Debug + core::fmt::Display
{
}
#[cfg(not(feature = "std"))]
impl<F: crate::scalar::Real<Mask = bool> + Scalar + core::fmt::Debug + core::fmt::Display> Number
    for F
{
}

/// The two precisions.
trait Precision: Number {
    const EPSILON: f64;
}
impl Precision for f32 {
    const EPSILON: f64 = f32::EPSILON as f64;
}
impl Precision for f64 {
    const EPSILON: f64 = f64::EPSILON;
}

/// Within `tolerance`, relative for large numbers; or the same infinity, or both NaN.
#[track_caller]
fn assert_near(what: &str, actual: f64, expected: f64, tolerance: f64) {
    let near = actual == expected
        || (actual.is_nan() && expected.is_nan())
        || (actual - expected).abs() <= tolerance * expected.abs().max(1.0);
    assert!(near, "{what} is {actual}, not {expected}");
}

/// The first derivative of `f` at `x` by central differences, refined once (Richardson).
fn difference(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    let central = |h: f64| (f(x + h) - f(x - h)) / (2.0 * h);
    let h = 1e-3 * x.abs().clamp(0.01, 1.0);
    (4.0 * central(h / 2.0) - central(h)) / 3.0
}

/// Value and derivative of `op` at `x`, the same from every mode.
#[track_caller]
fn unary_in_every_mode<F: Precision, Op: UnaryRule + core::fmt::Debug>(
    op: Op,
    f: impl Function<1>,
    x: f64,
) -> [f64; 2] {
    let x = F::constant(x);
    let (value, [slope]) = f.value_and_gradient(&[x]);
    let what = |mode: &str| format!("{mode} {op:?} at {x}");
    let (value, slope) = (value.to_f64(), slope.to_f64());

    let agree = |mode: &str, other: F, other_slope: F| {
        assert_near(&what(mode), other.to_f64(), value, 0.0);
        assert_near(
            &what(&format!("{mode} slope of")),
            other_slope.to_f64(),
            slope,
            0.0,
        );
    };
    agree("value by", f.value(&[x]), f.gradient(&[x])[0]);
    let (jvp_value, jvp_slope) = f.jvp(&[x], &[F::one()]);
    agree("jvp", jvp_value, jvp_slope);
    let dual = Dual::variable(x).unary(op);
    agree("dual", dual.primal, dual.tangent);
    #[cfg(feature = "std")]
    {
        let tape = Tape::new();
        let leaf = tape.value(x);
        let result = leaf.apply(op);
        result.backward();
        agree("dynamic", result.data(), leaf.grad());
    }
    [value, slope]
}

/// Value and partial derivatives of `op` at (x, y), the same from every mode.
#[track_caller]
fn binary_in_every_mode<F: Precision, Op: BinaryRule + core::fmt::Debug>(
    op: Op,
    f: impl Function<2>,
    x: f64,
    y: f64,
) -> [f64; 3] {
    let (x, y) = (F::constant(x), F::constant(y));
    let (value, gradient) = f.value_and_gradient(&[x, y]);
    let what = |mode: &str| format!("{mode} {op:?} at ({x}, {y})");
    let value = value.to_f64();
    let gradient = gradient.map(F::to_f64);
    let agree = |mode: &str, other: F, other_gradient: [F; 2]| {
        assert_near(&what(mode), other.to_f64(), value, 0.0);
        for (other, expected) in other_gradient.into_iter().zip(gradient) {
            assert_near(
                &what(&format!("{mode} slope of")),
                other.to_f64(),
                expected,
                0.0,
            );
        }
    };
    agree("value by", f.value(&[x, y]), f.gradient(&[x, y]));
    // Of an operation that is infinite with its derivative, ∞ or NaN in one input reaches the
    // derivative along the other.
    if Op::SINGULAR || gradient.iter().all(|partial| partial.is_finite()) {
        let unit = [[F::one(), F::zero()], [F::zero(), F::one()]];
        agree(
            "jvp",
            f.jvp(&[x, y], &unit[0]).0,
            unit.map(|v| f.jvp(&[x, y], &v).1),
        );
        let duals = unit.map(|[dx, dy]| Dual::new(x, dx).binary(Dual::new(y, dy), op));
        agree("dual", duals[0].primal, duals.map(|dual| dual.tangent));
    }
    #[cfg(feature = "std")]
    {
        let tape = Tape::new();
        let leaves = [tape.value(x), tape.value(y)];
        let result = leaves[0].apply_with(leaves[1], op);
        result.backward();
        agree("dynamic", result.data(), leaves.map(|leaf| leaf.grad()));
        // With a number on one side.
        let result = leaves[0].apply_with(y, op);
        leaves[0].zero_grad();
        result.backward();
        let of_number = gradient[1];
        assert_near(
            &what("dynamic with a number"),
            leaves[0].grad().to_f64(),
            gradient[0],
            0.0,
        );
        assert_near(
            "gradient of the other",
            leaves[1].grad().to_f64(),
            of_number,
            0.0,
        );
    }
    [value, gradient[0], gradient[1]]
}

macro_rules! unary_tests {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): |$x:ident| $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal,
            tests [$(
                ($($argument:literal)?) at $points:tt
                edge [$($edge:expr => $value:expr, $partial:expr);* $(;)?]
            )+];
    )*) => {
        $(mod $rule {
            use super::*;

            fn check<F: Precision>() {
                $({
                    let op = rules::$Rule $(($argument))?;
                    let f = func!(|x| x.$rule($($argument)?));
                    let mut slopes = Vec::new();
                    for x in $points {
                        let [value, slope] = unary_in_every_mode::<F, _>(op, f, x);
                        slopes.push(slope);
                        let x = F::constant(x).to_f64();
                        let tolerance = 1e-8 + 8.0 * F::EPSILON;
                        assert_near(stringify!($rule), value, op.primal(x), tolerance);
                        let expected = difference(|x| op.primal(x), x);
                        assert_near(concat!(stringify!($rule), "'"), slope, expected, tolerance);
                        let [[curvature]] = f.hessian(&[F::constant(x)]);
                        let expected = difference(|x| f.gradient(&[x])[0], x);
                        assert_near(
                            concat!(stringify!($rule), "''"),
                            curvature.to_f64(),
                            expected,
                            10.0 * tolerance,
                        );
                    }
                    $({
                        let [value, slope] = unary_in_every_mode::<F, _>(op, f, $edge);
                        let at = concat!(stringify!($rule), " at ", stringify!($edge));
                        assert_near(at, value, $value, 2.0 * F::EPSILON);
                        assert_near(at, slope, $partial, 2.0 * F::EPSILON);
                    })*
                    // NaN, but where the derivative is the same everywhere.
                    let [_, slope] = unary_in_every_mode::<F, _>(op, f, NAN);
                    let constant = slopes.iter().all(|slope| *slope == slopes[0]);
                    assert!(slope.is_nan() || constant, "{op:?} at NaN: slope {slope}");
                })+
            }

            #[test]
            fn in_f64() {
                check::<f64>();
            }

            #[test]
            fn in_f32() {
                check::<f32>();
            }
        })*
    };
}

macro_rules! binary_tests {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        $(mod $rule {
            use super::*;
            #[allow(unused_imports, reason = "the operators' traits, for the rows that have one")]
            use core::ops::{Add, Div, Mul, Sub};

            fn check<F: Precision>() {
                let op = rules::$Rule;
                let f = func!(|x, y| x.$rule(y));
                for (x, y) in $points {
                    let [value, slopes @ ..] = binary_in_every_mode::<F, _>(op, f, x, y);
                    let [x, y] = [x, y].map(|x| F::constant(x).to_f64());
                    let tolerance = 1e-8 + 8.0 * F::EPSILON;
                    assert_near(stringify!($rule), value, op.primal(x, y), tolerance);
                    let expected = [
                        difference(|x| op.primal(x, y), x),
                        difference(|y| op.primal(x, y), y),
                    ];
                    let hessian = f.hessian(&[x, y].map(F::constant));
                    for i in 0..2 {
                        let what = concat!("slope of ", stringify!($rule));
                        assert_near(what, slopes[i], expected[i], tolerance);
                        let expected = [
                            difference(|x| f.gradient(&[x, y])[i], x),
                            difference(|y| f.gradient(&[x, y])[i], y),
                        ];
                        for j in 0..2 {
                            let what = concat!("curvature of ", stringify!($rule));
                            assert_near(what, hessian[i][j].to_f64(), expected[j], 10.0 * tolerance);
                        }
                    }
                }
                $({
                    let (x, y) = $edge;
                    let [value, dx, dy] = binary_in_every_mode::<F, _>(op, f, x, y);
                    let at = concat!(stringify!($rule), " at ", stringify!($edge));
                    assert_near(at, value, $value, 2.0 * F::EPSILON);
                    assert_near(at, dx, $dx, 2.0 * F::EPSILON);
                    assert_near(at, dy, $dy, 2.0 * F::EPSILON);
                })*
            }

            #[test]
            fn in_f64() {
                check::<f64>();
            }

            #[test]
            fn in_f32() {
                check::<f32>();
            }
        })*
    };
}

unary_table!(unary_tests);
operator_table!(binary_tests);
binary_table!(binary_tests);
