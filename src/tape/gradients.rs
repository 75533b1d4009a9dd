//! Gradients beside those that values accumulate.

use super::scope::{Scope, address_in};
use super::value::Value;
use super::{Data, Tape};
use core::{fmt, ptr};

impl<'t, F: Data> Value<'t, F> {
    /// As [`backward`](Value::backward), of this value times `seed`.
    ///
    /// With a seed for each of several outputs, called one after the other, the leaves receive a
    /// vector–Jacobian product; at once, [`Tape::backward`] does that.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(3.0);
    /// x.square().backward_with(0.5);
    /// assert_eq!(x.grad(), 3.0);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn backward_with(self, seed: F) {
        if let Ok((mut record, index)) = self.open() {
            record.backward(&[(index, seed)]);
        }
    }

    /// The derivatives of this value in all it was made of, without a trace in any [`grad`](Value::grad).
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let (x, y) = (tape.value(3.0), tape.value(5.0));
    /// let gradients = (x * y).gradients();
    /// assert_eq!([gradients.of(x), gradients.of(y)], [5.0, 3.0]);
    /// assert_eq!(x.grad(), 0.0);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn gradients(self) -> Gradients<'t, F> {
        let (mut grads, mut scopes) = (Vec::new(), Vec::new());
        if let Ok((record, index)) = self.open() {
            record.sweep(&[(index, F::one())], &mut grads);
            scopes = record.scopes().collect();
        }
        Gradients {
            tape: self.tape(),
            grads,
            scopes,
        }
    }
}

impl<F: Data> Tape<F> {
    /// As [`Value::backward`], of several outputs in one sweep, each times its seed: their
    /// vector–Jacobian product.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let (x, y) = (tape.value(3.0), tape.value(5.0));
    /// tape.backward([(x * y, 1.0), (x + y, 10.0)]);
    /// assert_eq!([x.grad(), y.grad()], [15.0, 13.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// If a value is on another tape, or its [scope](Tape::scope) has ended.
    #[track_caller]
    pub fn backward<'t>(&'t self, outputs: impl IntoIterator<Item = (Value<'t, F>, F)>) {
        let mut seeds = Vec::new();
        for (output, seed) in outputs {
            Value::tape_of([output], Some(self));
            if let Ok((_, index)) = output.open() {
                seeds.push((index, seed));
            }
        }
        self.record().backward(&seeds);
    }
}

/// The derivatives of one value in all it was made of: what [`Value::gradients`] gives.
pub struct Gradients<'t, F: Data> {
    tape: Option<&'t Tape<F>>,
    grads: Vec<F>,
    /// The scopes that were open, of which the nodes were.
    scopes: Vec<Scope>,
}

impl<F: Data> Gradients<'_, F> {
    /// The derivative in `value`; 0 if it takes no part, as one that was recorded later.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(3.0);
    /// let gradients = tape.scope(|| (x * x * x).gradients()); // of a value that has ended since
    /// let later = x + 1.0;
    /// assert_eq!([gradients.of(x), gradients.of(later)], [27.0, 0.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// If `value` is on another tape, or its [scope](Tape::scope) has ended.
    #[track_caller]
    #[must_use = "the derivative is the only result"]
    pub fn of(&self, value: Value<'_, F>) -> F {
        let (Some(tape), Ok((mut record, index))) = (self.tape, value.open()) else {
            // Of a constant, or in one.
            return F::zero();
        };
        assert!(
            value.tape().is_some_and(|other| ptr::eq(tape, other)),
            "these are gradients on another tape than the Value's"
        );
        let grad = match self.grads.get(index as usize) {
            // Where the value stands another may have stood then, of a scope that has ended.
            Some(&grad)
                if address_in(self.scopes.iter().copied(), index).serial()
                    == value.address().serial() =>
            {
                grad
            }
            _ => F::zero(),
        };
        record.note_gradient(grad);
        grad
    }
}

impl<F: Data> fmt::Debug for Gradients<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(tape) = self.tape {
            let mut record = tape.record();
            self.grads
                .iter()
                .for_each(|&grad| record.note_gradient(grad));
        }
        f.debug_list().entries(&self.grads).finish()
    }
}
