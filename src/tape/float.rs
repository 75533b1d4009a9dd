//! [`num_traits::Float`], so that generic code of other crates can be differentiated in reverse, and the
//! sums and products of iterators.

use super::Data;
use super::decision::Decision;
use super::value::Value;
use crate::scalar::Field;
use core::iter::{Product, Sum};

impl<'t, F: Data> Value<'t, F> {
    /// The number, to compute with outside of the graph; a recording must notice.
    #[track_caller]
    pub(super) fn read(self) -> F {
        match self.open() {
            Err(number) => number,
            Ok((mut record, index)) => {
                record.note_read(index);
                record.data(index)
            }
        }
    }

    #[track_caller]
    fn ask(self, question: fn(F) -> bool) -> bool {
        match self.open() {
            Err(number) => question(number),
            Ok((mut record, index)) => {
                let answer = question(record.data(index));
                if let Some(decisions) = &mut record.decisions {
                    decisions.push(Decision::Asked(question, index, answer));
                }
                answer
            }
        }
    }
}

crate::forward::float::float_for_number!(impl ['t, F: Data] Value<'t, F>, over F);

/// The sum of values, references to them, or numbers; the constant 0 of none.
///
/// ```
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let x = [1.0, 2.0, 3.0].map(|x| tape.value(x));
/// let total: Value<f64> = x.iter().map(|x| x * x).sum();
/// total.backward();
/// assert_eq!(x.map(Value::grad), [2.0, 4.0, 6.0]);
/// ```
impl<'t, F: Data, T: Into<Value<'t, F>>> Sum<T> for Value<'t, F> {
    #[track_caller]
    fn sum<I: Iterator<Item = T>>(mut values: I) -> Self {
        match values.next() {
            None => Field::zero(),
            Some(first) => values.fold(first.into(), |sum, value| sum + value),
        }
    }
}

/// The product of values, references to them, or numbers; the constant 1 of none.
impl<'t, F: Data, T: Into<Value<'t, F>>> Product<T> for Value<'t, F> {
    #[track_caller]
    fn product<I: Iterator<Item = T>>(mut values: I) -> Self {
        match values.next() {
            None => Field::one(),
            Some(first) => values.fold(first.into(), |product, value| product * value),
        }
    }
}
