//! Walks the tables of rules: every operation, in every mode, at the points its row names.
//!
//! At ordinary points the public check holds every mode and order against the others and against finite
//! differences; at the awkward points every mode has to give the value and the derivatives of the row.

use crate::check::{self, Precision};
use crate::forward::MultiDual;
use crate::prelude::*;
use crate::rules::{self, binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, Rule, UnaryRule};
use core::f64::consts::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const FRAC_1_SQRT_TAU: f64 = 0.5 * FRAC_2_SQRT_PI * FRAC_1_SQRT_2;

/// Within `tolerance`, relative for large numbers; or the same infinity, or both NaN.
#[track_caller]
fn assert_near(what: &str, actual: f64, expected: f64, tolerance: f64) {
    let near = actual == expected
        || (actual.is_nan() && expected.is_nan())
        || (actual - expected).abs() <= tolerance * expected.abs().max(1.0);
    assert!(near, "{what} is {actual}, not {expected}");
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
    let multi = MultiDual::<F, 1>::variable(x, 0).unary(op);
    agree("multi-dual", multi.primal, multi.tangents()[0]);
    let (swept, [swept_slope], _) = f.value_gradient_hessian(&[x]);
    agree("Hessian", swept, swept_slope);
    for series in [
        Taylor::<F, 1>::variable(x).unary(op),
        f.taylor(&[x], &[F::one()]),
    ] {
        agree("Taylor", series.primal, series.coefficient(1));
    }
    #[cfg(feature = "std")]
    {
        let tape = Tape::new();
        for apply in [|x, op| Value::apply(x, op), |x, op| Scalar::unary(x, op)] {
            let leaf = tape.value(x);
            let result: Value<'_, F> = apply(leaf, op);
            result.backward();
            agree("dynamic", result.data(), leaf.grad());
        }
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
    {
        let unit = [[F::one(), F::zero()], [F::zero(), F::one()]];
        agree(
            "jvp",
            f.jvp(&[x, y], &unit[0]).0,
            unit.map(|v| f.jvp(&[x, y], &v).1),
        );
        let duals = unit.map(|[dx, dy]| Dual::new(x, dx).binary(Dual::new(y, dy), op));
        agree("dual", duals[0].primal, duals.map(|dual| dual.tangent));
        let [multi_x, multi_y] = MultiDual::variables([x, y]);
        let multi = multi_x.binary(multi_y, op);
        agree("multi-dual", multi.primal, multi.tangents());
        let series =
            unit.map(|[dx, dy]| Taylor::line(x, dx).binary(Taylor::<F, 1>::line(y, dy), op));
        agree("Taylor", series[0].primal, series.map(|z| z.coefficient(1)));
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

macro_rules! in_both_precisions {
    ($check:ident) => {
        #[test]
        fn in_f64() {
            $check::<f64>();
        }

        #[test]
        fn in_f32() {
            $check::<f32>();
        }
    };
}

macro_rules! unary_tests {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): |$x:ident| $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
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
                        let exact = op.primal(F::constant(x).to_f64());
                        assert_near(stringify!($rule), value, exact, 8.0 * F::EPSILON);
                        check::assert_derivatives(f, &[x]);
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

            in_both_precisions!(check);
        })*
    };
}

macro_rules! binary_tests {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr);* $(;)?];
    )*) => {
        $(mod $rule {
            use super::*;
            #[allow(unused_imports, reason = "the operators' traits, for the rows that have one")]
            use core::ops::{Add, Div, Mul, Rem, Sub};

            fn check<F: Precision>() {
                let op = rules::$Rule;
                let f = func!(|x, y| x.$rule(y));
                for (x, y) in $points {
                    let [value, ..] = binary_in_every_mode::<F, _>(op, f, x, y);
                    let [exact_x, exact_y] = [x, y].map(|x| F::constant(x).to_f64());
                    let exact = op.primal(exact_x, exact_y);
                    assert_near(stringify!($rule), value, exact, 8.0 * F::EPSILON);
                    check::assert_derivatives(f, &[x, y]);
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

            in_both_precisions!(check);
        })*
    };
}

macro_rules! ternary_tests {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, |$($input:pat_param),*| $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt
            edge [$($edge:expr => $value:expr, $dx:expr, $dy:expr, $dz:expr);* $(;)?];
    )*) => {
        $(mod $rule {
            use super::*;

            fn check<F: Precision>() {
                let op = rules::$Rule;
                let f = func!(|x, y, z| x.$rule(y, z));
                for (x, y, z) in $points {
                    let [value, ..] = ternary_in_every_mode::<F, _>(op, f, [x, y, z]);
                    let exact = op.primal([x, y, z].map(|x| F::constant(x).to_f64()));
                    assert_near(stringify!($rule), value, exact, 8.0 * F::EPSILON);
                    check::assert_derivatives(f, &[x, y, z]);
                }
                $({
                    let (x, y, z) = $edge;
                    let actual = ternary_in_every_mode::<F, _>(op, f, [x, y, z]);
                    let at = concat!(stringify!($rule), " at ", stringify!($edge));
                    for (actual, expected) in actual.into_iter().zip([$value, $dx, $dy, $dz]) {
                        assert_near(at, actual, expected, 2.0 * F::EPSILON);
                    }
                })*
            }

            in_both_precisions!(check);
        })*
    };
}

/// Value and partial derivatives of `op` at a point, the same from every mode.
#[track_caller]
fn ternary_in_every_mode<F: Precision, Op: Rule<3> + core::fmt::Debug>(
    op: Op,
    f: impl Function<3>,
    point: [f64; 3],
) -> [f64; 4] {
    let x = point.map(F::constant);
    let (value, gradient) = f.value_and_gradient(&x);
    let value = value.to_f64();
    let gradient = gradient.map(F::to_f64);
    let agree = |mode: &str, other: F, other_gradient: [F; 3]| {
        let what = format!("{mode} {op:?} at {point:?}");
        assert_near(&what, other.to_f64(), value, 0.0);
        for (other, expected) in other_gradient.into_iter().zip(gradient) {
            assert_near(&what, other.to_f64(), expected, 0.0);
        }
    };
    agree("value by", f.value(&x), f.gradient(&x));
    let multi = MultiDual::nary(MultiDual::variables(x), op);
    agree("multi-dual", multi.primal, multi.tangents());
    {
        let units: [[F; 3]; 3] = core::array::from_fn(|i| {
            core::array::from_fn(|j| if i == j { F::one() } else { F::zero() })
        });
        let slopes = units.map(|v| f.jvp(&x, &v).1);
        agree("dual", f.jvp(&x, &units[0]).0, slopes);
        let slopes = units.map(|v| f.taylor::<1, F>(&x, &v).coefficient(1));
        agree("Taylor", f.value(&x), slopes);
    }
    #[cfg(feature = "std")]
    {
        let tape = Tape::new();
        let leaves = x.map(|x| tape.value(x));
        let result = Value::apply_to(leaves, op);
        result.backward();
        agree("dynamic", result.data(), leaves.map(|leaf| leaf.grad()));
    }
    [value, gradient[0], gradient[1], gradient[2]]
}

unary_table!(unary_tests);
operator_table!(binary_tests);
binary_table!(binary_tests);
ternary_table!(ternary_tests);
