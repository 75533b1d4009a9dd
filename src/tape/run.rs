//! Values that stand one after the other.

use super::Data;
use super::value::Value;

/// Values that stand one after the other on a tape: the coefficients and the results of an
/// [`Affine`](super::Affine) map.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::tape::Affine;
///
/// let tape = Tape::<f64>::new();
/// let map = Affine::new(&tape, 2, 3, |_, _| 0.5);
/// let coefficients = map.coefficients();
/// assert_eq!(coefficients.len(), 9);
/// assert_eq!(coefficients.values().map(Value::data).sum::<f64>(), 4.5);
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "what is recorded is of use only through its Values"]
pub struct Run<'t, F: Data> {
    pub(super) first: Value<'t, F>,
    pub(super) len: usize,
}

impl<'t, F: Data> Run<'t, F> {
    /// How many there are.
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The values, in their order on the tape.
    pub fn values(self) -> impl Iterator<Item = Value<'t, F>> {
        (0..self.len as u32).map(move |at| self.first.after(at))
    }

    /// Sets their gradients to zero.
    ///
    /// # Panics
    ///
    /// If the [scope](crate::Tape::scope) in which they were recorded has ended.
    #[track_caller]
    pub fn zero_grad(self) {
        if let Ok((mut record, first)) = self.first.open() {
            record.clear_grads(first, self.len);
        }
    }
}
