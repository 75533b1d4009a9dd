//! The comparisons.

use super::{Check, Difference, Mismatch, Quantity, Report, difference};
use crate::drivers::{Function, VectorFunction};
use crate::forward::{Dual, Taylor};
use crate::scalar::{Plain, Scalar};
#[cfg(feature = "std")]
use crate::tape::Data;
use core::array::from_fn;
use core::fmt;

/// What a tape can record, where there is one.
#[cfg(not(feature = "std"))]
pub(crate) trait Data {}
#[cfg(not(feature = "std"))]
impl<F> Data for F {}

/// The two precisions.
pub(crate) trait Precision:
    Plain<Mask = bool> + Scalar + Data + fmt::Debug + fmt::Display
{
    const NAME: &'static str;
    const EPSILON: f64;
}
impl Precision for f32 {
    const NAME: &'static str = "f32";
    const EPSILON: f64 = f32::EPSILON as f64;
}
impl Precision for f64 {
    const NAME: &'static str = "f64";
    const EPSILON: f64 = f64::EPSILON;
}

const REVERSE: &str = "reverse mode";
const DUAL: &str = "dual numbers";
const MULTI_DUAL: &str = "dual numbers with several tangents";
const TAYLOR: &str = "a Taylor series";
#[cfg(feature = "std")]
const TAPE: &str = "the tape";
const DIFFERENCES: &str = "finite differences";

/// A number, and what it is.
struct Sides {
    quantity: Quantity,
    actual: (&'static str, f64),
    expected: (&'static str, f64),
}

/// What a check compares at a point in a precision.
struct Comparison<'a, const N: usize> {
    check: &'a Check,
    report: &'a mut Report,
    point: [f64; N],
    precision: &'static str,
    epsilon: f64,
}

impl<'a, const N: usize> Comparison<'a, N> {
    fn new<F: Precision>(check: &'a Check, report: &'a mut Report, point: &[F; N]) -> Self {
        Comparison {
            check,
            report,
            point: point.map(F::to_f64),
            precision: F::NAME,
            epsilon: F::EPSILON,
        }
    }

    /// The two sides may differ by rounding, in numbers of the size `scale`.
    fn agree(&mut self, sides: Sides, scale: f64) -> Result<(), Mismatch<N>> {
        let tolerance = self.check.rounding * self.epsilon;
        let size = scale.max(sides.expected.1.abs()).max(1.0);
        self.within(sides, tolerance * size, None)
    }

    /// What was computed may differ from the difference by the tolerance and the difference's error.
    fn agree_with_difference(
        &mut self,
        quantity: Quantity,
        actual: f64,
        difference: Difference,
    ) -> Result<(), Mismatch<N>> {
        let size = actual.abs().max(1.0);
        if difference.error.is_nan() || difference.error > 1e-4 * size {
            self.report.inconclusive += 1;
            return Ok(());
        }
        let sides = Sides {
            quantity,
            actual: (REVERSE, actual),
            expected: (DIFFERENCES, difference.derivative),
        };
        let bound = self.check.tolerance * size + 10.0 * difference.error;
        self.within(sides, bound, Some(difference.step))
    }

    fn within(&mut self, sides: Sides, bound: f64, step: Option<f64>) -> Result<(), Mismatch<N>> {
        let (mode, actual) = sides.actual;
        let (other_mode, expected) = sides.expected;
        if !(actual.is_finite() && expected.is_finite()) {
            self.report.inconclusive += 1;
            return Ok(());
        }
        self.report.comparisons += 1;
        if (actual - expected).abs() <= bound {
            return Ok(());
        }
        Err(Mismatch {
            quantity: sides.quantity,
            point: self.point,
            precision: self.precision,
            mode,
            actual,
            other_mode,
            expected,
            step,
        })
    }
}

/// A direction along no axis, with its components of different size and sign.
fn direction<const N: usize>() -> [f64; N] {
    from_fn(|i| [0.6, -0.8, 0.35, 0.45][i % 4] / (1.0 + (i / 4) as f64))
}

fn unit<F: Scalar, const N: usize>(i: usize) -> [F; N] {
    from_fn(|j| if i == j { F::one() } else { F::zero() })
}

fn dot<const N: usize>(a: [f64; N], b: [f64; N]) -> f64 {
    (0..N).map(|i| a[i] * b[i]).sum()
}

/// The sum of the magnitudes that [`dot`] adds, for the rounding it may suffer.
fn dot_scale<const N: usize>(a: [f64; N], b: [f64; N]) -> f64 {
    (0..N).map(|i| (a[i] * b[i]).abs()).sum()
}

/// Every mode against reverse mode.
pub(super) fn function<F: Precision, const N: usize>(
    check: &Check,
    report: &mut Report,
    f: impl Function<N>,
    point: &[f64; N],
) -> Result<(), Mismatch<N>> {
    let x = point.map(F::constant);
    let v = direction().map(F::constant);
    let mut comparison = Comparison::new(check, report, &x);
    let (value, gradient) = f.value_and_gradient(&x);
    let (second_value, second_gradient, hessian) = f.value_gradient_hessian(&x);
    let value = value.to_f64();
    let gradient = gradient.map(F::to_f64);
    let hessian = hessian.map(|row| row.map(F::to_f64));
    let v_f64 = v.map(F::to_f64);

    let same_value = |comparison: &mut Comparison<'_, N>, mode, other: F| {
        let sides = Sides {
            quantity: Quantity::Value,
            actual: (mode, other.to_f64()),
            expected: (REVERSE, value),
        };
        comparison.agree(sides, 0.0)
    };
    same_value(&mut comparison, "evaluation", f.value(&x))?;
    same_value(&mut comparison, MULTI_DUAL, second_value)?;
    #[cfg(feature = "std")]
    let on_tape = on_tape(f, &x);
    #[cfg(feature = "std")]
    same_value(&mut comparison, TAPE, on_tape.0)?;

    for input in 0..N {
        let (dual_value, dual) = f.jvp(&x, &unit(input));
        let series = f.taylor::<1, F>(&x, &unit(input));
        same_value(&mut comparison, DUAL, dual_value)?;
        same_value(&mut comparison, TAYLOR, series.primal)?;
        let modes = [
            (DUAL, dual),
            (TAYLOR, series.derivative(1)),
            (MULTI_DUAL, second_gradient[input]),
            #[cfg(feature = "std")]
            (TAPE, on_tape.1[input]),
        ];
        for (mode, derivative) in modes {
            let sides = Sides {
                quantity: Quantity::Derivative { input },
                actual: (mode, derivative.to_f64()),
                expected: (REVERSE, gradient[input]),
            };
            comparison.agree(sides, 0.0)?;
        }
        for (other, product) in f.hvp(&x, &unit(input)).into_iter().enumerate() {
            let sides = Sides {
                quantity: Quantity::Second {
                    inputs: [input, other],
                },
                actual: (DUAL, product.to_f64()),
                expected: (MULTI_DUAL, hessian[input][other]),
            };
            comparison.agree(sides, 0.0)?;
        }
    }

    // Along a direction: ⟨1, J v⟩ = ⟨Jᵀ1, v⟩, and the same a second and a third time.
    let series = f.taylor::<3, F>(&x, &v);
    let moving = from_fn(|i| Dual::new(x[i], v[i]));
    let third = f
        .hvp(&moving, &v.map(Dual::constant))
        .map(|y| y.tangent.to_f64());
    let twice = hessian.map(|row| dot(row, v_f64));
    let scale = hessian.iter().map(|row| dot_scale(*row, v_f64)).sum();
    let along: [(usize, f64, f64); 3] = [
        (1, dot(gradient, v_f64), dot_scale(gradient, v_f64)),
        (2, dot(twice, v_f64), scale),
        (3, dot(third, v_f64), dot_scale(third, v_f64) + scale),
    ];
    let first = f.jvp(&x, &v).1;
    let sides = Sides {
        quantity: Quantity::Directional { order: 1 },
        actual: (DUAL, first.to_f64()),
        expected: (REVERSE, along[0].1),
    };
    comparison.agree(sides, along[0].2)?;
    for (order, expected, scale) in along {
        let sides = Sides {
            quantity: Quantity::Directional { order },
            actual: (TAYLOR, series.derivative(order).to_f64()),
            expected: (REVERSE, expected),
        };
        comparison.agree(sides, scale)?;
    }
    Ok(())
}

/// The value, and the gradient by a tape on which the function's operations are recorded.
#[cfg(feature = "std")]
fn on_tape<F: Precision, const N: usize>(f: impl Function<N>, x: &[F; N]) -> (F, [F; N]) {
    let tape = crate::tape::Tape::new();
    let leaves = x.map(|x| tape.value(x));
    let result = f.value(&leaves);
    result.backward();
    (result.data(), leaves.map(|leaf| leaf.grad()))
}

/// The gradient in `f32` against that in `f64`, at the point rounded to `f32`.
pub(super) fn single_against_double<const N: usize>(
    check: &Check,
    report: &mut Report,
    f: impl Function<N>,
    point: &[f64; N],
) -> Result<(), Mismatch<N>> {
    let single = point.map(|x| x as f32);
    let double = single.map(f64::from);
    let mut comparison = Comparison::new(check, report, &single);
    let (value, gradient) = f.value_and_gradient(&single);
    let (exact, exact_gradient) = f.value_and_gradient(&double);
    let scale = exact_gradient.iter().map(|slope| slope.abs()).sum();
    let sides = Sides {
        quantity: Quantity::Value,
        actual: (REVERSE, f64::from(value)),
        expected: ("the same in f64", exact),
    };
    comparison.agree(sides, scale)?;
    for input in 0..N {
        let sides = Sides {
            quantity: Quantity::Derivative { input },
            actual: (REVERSE, f64::from(gradient[input])),
            expected: ("the same in f64", exact_gradient[input]),
        };
        comparison.agree(sides, scale)?;
    }
    Ok(())
}

/// The longest step in an input.
fn step(check: &Check, x: f64) -> f64 {
    check.step * x.abs().max(1.0)
}

/// `point` with its input number `input` at `x`.
fn with<const N: usize>(mut point: [f64; N], input: usize, x: f64) -> [f64; N] {
    point[input] = x;
    point
}

/// Each order against the differences of the one below.
pub(super) fn function_against_differences<const N: usize>(
    check: &Check,
    report: &mut Report,
    f: impl Function<N>,
    point: &[f64; N],
) -> Result<(), Mismatch<N>> {
    let point = *point;
    let mut comparison = Comparison::new(check, report, &point);
    let (_, gradient, hessian) = f.value_gradient_hessian(&point);
    for input in 0..N {
        let step = step(check, point[input]);
        let slope = difference(|x| f.value(&with(point, input, x)), point[input], step);
        comparison.agree_with_difference(Quantity::Derivative { input }, gradient[input], slope)?;
        for (other, &second) in hessian[input].iter().enumerate() {
            let curvature = difference(
                |x| f.gradient(&with(point, input, x))[other],
                point[input],
                step,
            );
            let inputs = [input, other];
            let quantity = Quantity::Second { inputs };
            comparison.agree_with_difference(quantity, second, curvature)?;
        }
    }

    let v = direction();
    let third: Taylor<f64, 3> = f.taylor(&point, &v);
    let curvature = |t: f64| {
        let moved = from_fn(|i| point[i] + t * v[i]);
        dot(f.hvp(&moved, &v), v)
    };
    comparison.agree_with_difference(
        Quantity::Directional { order: 3 },
        third.derivative(3),
        difference(curvature, 0.0, check.step),
    )
}

/// The modes of a Jacobian against one another.
pub(super) fn vector_function<F: Precision, const N: usize, const M: usize>(
    check: &Check,
    report: &mut Report,
    f: impl VectorFunction<N, M>,
    point: &[f64; N],
) -> Result<(), Mismatch<N>> {
    let x = point.map(F::constant);
    let v = direction::<N>().map(F::constant);
    let u = direction::<M>().map(F::constant);
    let mut comparison = Comparison::new(check, report, &x);
    let values = f.value(&x).map(F::to_f64);
    let jacobian = f.jacobian_reverse(&x).map(|row| row.map(F::to_f64));
    let forward = f.jacobian_forward(&x).map(|row| row.map(F::to_f64));
    let (dual_values, along_v) = f.jvp(&x, &v);
    let (reverse_values, back_from_u) = f.vjp(&x, &u);
    for result in 0..M {
        for (mode, other) in [(DUAL, dual_values), (REVERSE, reverse_values)] {
            let sides = Sides {
                quantity: Quantity::Result { result },
                actual: (mode, other[result].to_f64()),
                expected: ("evaluation", values[result]),
            };
            comparison.agree(sides, 0.0)?;
        }
        for input in 0..N {
            let sides = Sides {
                quantity: Quantity::ResultDerivative { result, input },
                actual: (MULTI_DUAL, forward[result][input]),
                expected: (REVERSE, jacobian[result][input]),
            };
            comparison.agree(sides, 0.0)?;
        }
    }
    let [u, along_v] = [u, along_v].map(|array| array.map(F::to_f64));
    let [v, back_from_u] = [v, back_from_u].map(|array| array.map(F::to_f64));
    let scale = jacobian.iter().map(|row| dot_scale(*row, v)).sum();
    let sides = Sides {
        quantity: Quantity::InnerProduct,
        actual: (DUAL, dot(u, along_v)),
        expected: (REVERSE, dot(back_from_u, v)),
    };
    comparison.agree(sides, scale)
}

/// The Jacobian against differences.
pub(super) fn vector_against_differences<const N: usize, const M: usize>(
    check: &Check,
    report: &mut Report,
    f: impl VectorFunction<N, M>,
    point: &[f64; N],
) -> Result<(), Mismatch<N>> {
    let point = *point;
    let mut comparison = Comparison::new(check, report, &point);
    let jacobian = f.jacobian_reverse(&point);
    for (result, row) in jacobian.iter().enumerate() {
        for (input, &derivative) in row.iter().enumerate() {
            let slope = difference(
                |x| f.value(&with(point, input, x))[result],
                point[input],
                step(check, point[input]),
            );
            let quantity = Quantity::ResultDerivative { result, input };
            comparison.agree_with_difference(quantity, derivative, slope)?;
        }
    }
    Ok(())
}
