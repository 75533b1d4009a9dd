//! Dynamic values.

use super::handle::Address;
use super::node::NOWHERE;
use super::record::Record;
use super::{Data, Tape};
use core::cell::RefMut;
use core::fmt;

/// A number on a [`Tape`], which has recorded how it was computed: micrograd's `Value`, a scalar tensor of PyTorch.
///
/// It is a handle, and `Copy`: copies are the same value. Operators and methods record new values, and
/// [`backward`](Value::backward) computes gradients. An operand can be a number: on the right of an operator one of the
/// tape's type, on the left an `f64`; on both sides an integer.
///
/// `Value::from(2.0)` is a constant. It is on no tape and has no gradient. An operation on constants alone gives a
/// constant.
///
/// Comparisons, `a < b`, compare the data. A value is a [`Scalar`](crate::Scalar): a function of [`func!`](crate::func)
/// evaluated over values records each of its operations. To record it as one node use [`on`](crate::OnTape::on).
///
/// ```
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let a = tape.value(-4.0);
/// let b = tape.value(2.0);
/// let mut c = a + b;
/// let mut d = a * b + b.powi(3);
/// c += c + 1.0;
/// c += 1.0 + c + (-a);
/// d += d * 2.0 + (b + a).relu();
/// d += 3.0 * d + (b - a).relu();
/// let e = c - d;
/// let f = e.powi(2);
/// let mut g = f / 2.0;
/// g += 10.0 / f;
/// assert_eq!(format!("{:.4}", g.data()), "24.7041");
/// g.backward();
/// assert_eq!(format!("{:.4}", a.grad()), "138.8338");
/// assert_eq!(format!("{:.4}", b.grad()), "645.5773");
/// ```
#[derive(Clone, Copy)]
#[must_use = "a recorded operation is of use only through its Value"]
pub struct Value<'t, F: Data> {
    /// The tape; a constant is on none.
    tape: Option<&'t Tape<F>>,
    /// The address on the tape; of a constant, the number.
    stored: F::Stored,
}

impl<'t, F: Data> Value<'t, F> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn recorded(tape: &'t Tape<F>, address: Address) -> Self {
        Value {
            tape: Some(tape),
            stored: F::of_address(address),
        }
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn number(number: F) -> Self {
        Value {
            tape: None,
            stored: F::of_number(number),
        }
    }

    /// What is recorded on the tape, and the index of the value there; of a constant the number.
    #[cfg_attr(optimized, inline(always))]
    #[track_caller]
    pub(super) fn open(self) -> Result<(RefMut<'t, Record<F>>, u32), F> {
        match self.tape {
            None => Err(F::number(self.stored)),
            Some(tape) => {
                let record = tape.record();
                let index = record.index(self.address());
                Ok((record, index))
            }
        }
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn address(self) -> Address {
        F::address(self.stored)
    }

    /// The index and the number; of a constant, nowhere and the number.
    #[cfg_attr(optimized, inline(always))]
    #[track_caller]
    pub(super) fn operand(self, record: &Record<F>) -> (u32, F) {
        match self.tape {
            None => (NOWHERE, F::number(self.stored)),
            Some(_) => {
                let index = record.index(self.address());
                (index, record.data(index))
            }
        }
    }

    /// The number of a constant.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn constant_data(self) -> F {
        F::number(self.stored)
    }

    /// The number, if the value is a constant.
    #[inline]
    pub(super) fn constant_number(self) -> Option<F> {
        match self.tape {
            None => Some(F::number(self.stored)),
            Some(_) => None,
        }
    }

    /// The number.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// assert_eq!((tape.value(2.0) + 1.0).data(), 3.0);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[inline]
    #[must_use = "the number is the only result"]
    #[track_caller]
    pub fn data(self) -> F {
        self.read()
    }

    /// The gradient: the derivative, with respect to this value, of the value on which [`backward`](Value::backward) was
    /// called. A constant's is 0.
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// (x * x).backward();
    /// assert_eq!(x.grad(), 4.0);
    /// ```
    #[inline]
    #[must_use = "the gradient is the only result"]
    #[track_caller]
    pub fn grad(self) -> F {
        match self.open() {
            Ok((mut record, index)) => record.read_grad(index),
            Err(_) => F::zero(),
        }
    }

    /// Sets the data of a leaf, as a step of training does. Values computed from it before do not change.
    ///
    /// # Panics
    ///
    /// If the value is the result of an operation or a constant, or if the [scope](Tape::scope) in
    /// which it was recorded has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// x.set_data(3.0);
    /// assert_eq!((x * x).data(), 9.0);
    /// ```
    #[track_caller]
    pub fn set_data(self, data: F) {
        match self.open() {
            Ok((mut record, index)) => record.set_data(index, data),
            Err(_) => panic!("the data of a constant cannot be set"),
        }
    }

    /// Sets the gradient to zero.
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// (x * x).backward();
    /// x.zero_grad();
    /// assert_eq!(x.grad(), 0.0);
    /// ```
    #[track_caller]
    pub fn zero_grad(self) {
        if let Ok((mut record, index)) = self.open() {
            record.set_grad(index, F::zero());
        }
    }

    /// Sets the gradient, to clip it for example. The gradient of a value that is not a leaf is overwritten by the next
    /// [`backward`](Value::backward).
    ///
    /// # Panics
    ///
    /// If the value is a constant, or the [scope](Tape::scope) in which it was recorded has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// x.set_grad(0.5);
    /// assert_eq!(x.grad(), 0.5);
    /// ```
    #[track_caller]
    pub fn set_grad(self, grad: F) {
        match self.open() {
            Ok((mut record, index)) => record.set_grad(index, grad),
            Err(_) => panic!("a constant has no gradient"),
        }
    }

    /// Computes the gradient of this value with respect to every value that it was computed from.
    ///
    /// Gradients of leaves accumulate, as in PyTorch: after two calls without [`zero_grad`](Value::zero_grad) between
    /// them they are doubled. Those of other values are overwritten by each call.
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let a = tape.value(3.0);
    /// let b = a + a;
    /// b.backward();
    /// assert_eq!(a.grad(), 2.0);
    /// b.backward();
    /// assert_eq!(a.grad(), 4.0);
    /// ```
    #[track_caller]
    pub fn backward(self) {
        self.backward_with(F::one());
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn tape(self) -> Option<&'t Tape<F>> {
        self.tape
    }

    /// The number, which does not decide anything.
    #[inline]
    #[track_caller]
    pub(super) fn look(self) -> F {
        match self.open() {
            Ok((record, index)) => record.data(index),
            Err(number) => number,
        }
    }

    /// The data and the gradient of a leaf. `None` for a constant and for the result of an operation, whose data cannot be
    /// set.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// (x * x).backward();
    /// assert_eq!(x.leaf(), Some((2.0, 4.0)));
    /// assert_eq!((x * x).leaf(), None);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[inline]
    #[must_use = "data and gradient are the only result"]
    #[track_caller]
    pub fn leaf(self) -> Option<(F, F)> {
        let (mut record, index) = self.open().ok()?;
        if !record.nodes()[index as usize].is_leaf() {
            return None;
        }
        let (data, grad) = (record.data(index), record.grad(index));
        if record.decisions.is_some() {
            record.note_leaf(index);
        }
        Some((data, grad))
    }

    /// A value that was recorded at once with this one, so many values behind it.
    pub(super) fn after(self, values: u32) -> Self {
        let tape = self.tape.expect("a constant is recorded nowhere");
        let address = self.address();
        let index = address.index() + values;
        Value::recorded(tape, Address::new(index, address.serial()))
    }

    /// The index; nowhere, of a constant.
    pub(super) fn index(self) -> u32 {
        self.tape.map_or(NOWHERE, |_| self.address().index())
    }
}

impl<F: Data> fmt::Display for Value<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value(data=")?;
        fmt::Debug::fmt(&self.read(), f)?;
        f.write_str(", grad=")?;
        fmt::Debug::fmt(&self.grad(), f)?;
        f.write_str(")")
    }
}

impl<F: Data> fmt::Debug for Value<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
