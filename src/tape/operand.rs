//! What an operation takes beside a value.

use super::{Data, Value};

/// A value, or a number: what can stand on the other side of an operation on a [`Value`].
///
/// A number is not recorded.
///
/// ```
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let x = tape.value(2.0);
/// assert_eq!(x.max(3.0).data(), 3.0);
/// assert_eq!(x.max(3).data(), 3.0);
/// assert_eq!(x.max(x * x).data(), 4.0);
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Operand<'t, F: Data> {
    /// A value.
    Value(Value<'t, F>),
    /// A number.
    Number(F),
}

impl<'t, F: Data> From<Value<'t, F>> for Operand<'t, F> {
    #[inline]
    fn from(value: Value<'t, F>) -> Self {
        Operand::Value(value)
    }
}

impl<F: Data> From<F> for Operand<'_, F> {
    #[inline]
    fn from(number: F) -> Self {
        Operand::Number(number)
    }
}

impl<F: Data> From<i32> for Operand<'_, F> {
    #[inline]
    fn from(number: i32) -> Self {
        Operand::Number(F::constant(f64::from(number)))
    }
}
