//! Two numbers that should agree.

use super::modes::{Precision, REVERSE};
use super::parts::each;
use super::subject::{Of, Subject};
use super::{Check, Difference, Input, Mismatch, Quantity, Report};
use crate::expr::Shape;

/// `U`, or what does not agree.
pub(super) type Agreement<T, const A: usize, U = ()> =
    Result<U, Mismatch<Of<<T as Subject<A>>::Inputs, f64>>>;

/// A number, and what it is.
pub(super) struct Sides {
    pub(super) quantity: Quantity,
    pub(super) actual: (&'static str, f64),
    pub(super) expected: (&'static str, f64),
}

/// What a check compares at a point in a precision.
pub(super) struct Comparison<'a, T: Subject<A>, const A: usize> {
    check: &'a Check,
    report: &'a mut Report,
    point: Of<T::Inputs, f64>,
    precision: &'static str,
    epsilon: f64,
}

impl<'a, T: Subject<A>, const A: usize> Comparison<'a, T, A> {
    pub(super) fn new<F: Precision>(
        check: &'a Check,
        report: &'a mut Report,
        point: &Of<T::Inputs, F>,
    ) -> Self {
        Comparison {
            check,
            report,
            point: each::<T::Inputs, _, _>(point, F::to_f64),
            precision: F::NAME,
            epsilon: F::EPSILON,
        }
    }

    /// What the value of a result is called.
    pub(super) fn result(result: usize) -> Quantity {
        match T::Codomain::LEN {
            1 => Quantity::Value,
            _ => Quantity::Result { result },
        }
    }

    /// What the derivative of a result is called in the number `at` of the inputs.
    pub(super) fn derivative(result: usize, at: usize) -> Quantity {
        let input = Input::of::<T::Inputs>(T::NAMES, at);
        match T::Codomain::LEN {
            1 => Quantity::Derivative { input },
            _ => Quantity::ResultDerivative { result, input },
        }
    }

    /// The two sides may differ by rounding, in numbers of the size `scale`.
    pub(super) fn agree(&mut self, sides: Sides, scale: f64) -> Agreement<T, A> {
        let tolerance = self.check.rounding * self.epsilon;
        let size = scale.max(sides.expected.1.abs()).max(1.0);
        self.within(sides, tolerance * size, None)
    }

    /// What was computed may differ from the difference by the tolerance and the difference's error.
    pub(super) fn agree_with_difference(
        &mut self,
        quantity: Quantity,
        actual: f64,
        difference: Difference,
    ) -> Agreement<T, A> {
        let size = actual.abs().max(1.0);
        if difference.error.is_nan() || difference.error > 1e-4 * size {
            self.report.inconclusive += 1;
            return Ok(());
        }
        let sides = Sides {
            quantity,
            actual: (REVERSE, actual),
            expected: ("finite differences", difference.derivative),
        };
        let bound = self.check.tolerance * size + 10.0 * difference.error;
        self.within(sides, bound, Some(difference.step))
    }

    /// The two sides may differ by `bound`.
    pub(super) fn within(
        &mut self,
        sides: Sides,
        bound: f64,
        step: Option<f64>,
    ) -> Agreement<T, A> {
        let (actual, expected) = (sides.actual.1, sides.expected.1);
        if !(actual.is_finite() && expected.is_finite()) {
            self.report.inconclusive += 1;
            return Ok(());
        }
        self.report.comparisons += 1;
        if (actual - expected).abs() <= bound {
            return Ok(());
        }
        Err(self.mismatch(sides, step))
    }

    /// As [`agree`](Self::agree), or without a scale to the last bit, of two sides that are finite or not together.
    pub(super) fn same(&mut self, sides: Sides, scale: Option<f64>) -> Agreement<T, A> {
        let [actual, expected] = [sides.actual.1, sides.expected.1].map(f64::is_finite);
        if actual != expected {
            return Err(self.mismatch(sides, None));
        }
        match scale {
            Some(scale) => self.agree(sides, scale),
            None => self.within(sides, 0.0, None),
        }
    }

    fn mismatch(&self, sides: Sides, step: Option<f64>) -> Mismatch<Of<T::Inputs, f64>> {
        let (mode, actual) = sides.actual;
        let (other_mode, expected) = sides.expected;
        Mismatch {
            quantity: sides.quantity,
            results: T::Codomain::LEN,
            point: self.point,
            precision: self.precision,
            mode,
            actual,
            other_mode,
            expected,
            step,
        }
    }
}
