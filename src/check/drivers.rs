//! The drivers of a sum over rows, in lanes and by threads, against the rows one by one.

use super::Quantity;
use super::comparison::{Agreement, Comparison, Sides};
use super::modes::{Jacobian, Modes, Precision, to_f64};
use super::subject::{Driven, Of, Subject};
use crate::expr::{Inputs, Shape};

const ROW_BY_ROW: &str = "the rows one by one";

impl<F: Precision, T: Subject<A>, const A: usize> Modes<'_, F, T, A> {
    /// What the drivers of a sum over rows give, in lanes and by threads, against row by row.
    pub(super) fn drivers(&mut self, jacobian: &Jacobian<T, A>) -> Agreement<T, A> {
        let (values, scales) = self.parts.evaluate(&self.x, to_f64);
        let ([expected], scale) = (T::Codomain::flat(&values)[0], T::Codomain::flat(&scales)[0]);
        let (row, row_scales) = &T::Codomain::flat(jacobian)[0];
        let subject = self.parts.subject;
        let (x, mut result) = (self.x, Ok(()));
        let mut last: Option<Driven<F, Of<T::Inputs, F>>> = None;
        subject.drive(T::Inputs::refs(&x), &mut |driven| {
            let before = last.replace(driven).filter(|_| driven.exactly);
            if result.is_err() {
                return;
            }
            result = (|| {
                let mode = driven.mode;
                let (expected, tolerance) = match before {
                    Some(before) => ((before.mode, before.value.to_f64()), None),
                    None => ((ROW_BY_ROW, expected), Some(scale)),
                };
                let actual = (mode, driven.value.to_f64());
                self.within(Quantity::Value, actual, expected, tolerance)?;
                for at in 0..Self::INPUTS {
                    let quantity = Comparison::<T, A>::derivative(0, at);
                    let of = |gradient: &Of<T::Inputs, F>| {
                        T::Inputs::get(T::Inputs::refs(gradient), at).to_f64()
                    };
                    let (expected, tolerance) = match &before {
                        Some(before) => ((before.mode, of(&before.gradient)), None),
                        None => {
                            let scale = Self::get(row_scales, at);
                            ((ROW_BY_ROW, Self::get(row, at)), Some(scale))
                        }
                    };
                    let actual = (mode, of(&driven.gradient));
                    self.within(quantity, actual, expected, tolerance)?;
                }
                Ok(())
            })();
        });
        result
    }

    fn within(
        &mut self,
        quantity: Quantity,
        actual: (&'static str, f64),
        expected: (&'static str, f64),
        scale: Option<f64>,
    ) -> Agreement<T, A> {
        let sides = Sides {
            quantity,
            actual,
            expected,
        };
        self.comparison.same(sides, scale)
    }
}
