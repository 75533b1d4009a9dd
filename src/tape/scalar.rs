//! Values as numbers: made of numbers, compared by their data, and a scalar that functions can be
//! evaluated over.

use super::Data;
use super::value::Value;
use crate::scalar::{BinaryRule, Branch, Field, Rule, Scalar, UnaryRule};
use core::cmp::Ordering;

impl<F: Data> From<F> for Value<'_, F> {
    #[inline]
    fn from(number: F) -> Self {
        Value::number(number)
    }
}

impl<F: Data> From<i32> for Value<'_, F> {
    #[inline]
    fn from(number: i32) -> Self {
        Field::constant(f64::from(number))
    }
}

impl<F: Data> PartialEq for Value<'_, F> {
    #[track_caller]
    fn eq(&self, other: &Self) -> bool {
        self.data().equals(other.data())
    }
}

impl<F: Data> PartialOrd for Value<'_, F> {
    #[track_caller]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let (x, y) = (self.data(), other.data());
        if x.less_than(y) {
            Some(Ordering::Less)
        } else if y.less_than(x) {
            Some(Ordering::Greater)
        } else if x.equals(y) {
            Some(Ordering::Equal)
        } else {
            None
        }
    }
}

impl<F: Data> Field for Value<'_, F> {
    type Mask = bool;

    #[inline]
    fn constant(value: f64) -> Self {
        Value::number(F::constant(value))
    }
    #[inline]
    fn min_positive() -> Self {
        Value::number(F::min_positive())
    }
    #[inline]
    #[track_caller]
    fn less_than(self, other: Self) -> bool {
        self.data().less_than(other.data())
    }
    #[inline]
    #[track_caller]
    fn at_most(self, other: Self) -> bool {
        self.data().at_most(other.data())
    }
    #[inline]
    #[track_caller]
    fn equals(self, other: Self) -> bool {
        self.data().equals(other.data())
    }
    #[inline]
    fn is_constant_zero(self) -> bool {
        self.constant_number().is_some_and(Field::is_constant_zero)
    }
    #[inline]
    fn select(mask: bool, yes: Self, no: Self) -> Self {
        if mask { yes } else { no }
    }
    #[inline]
    fn branch<A, B>(
        mask: bool,
        yes: impl FnOnce() -> A,
        no: impl FnOnce() -> B,
    ) -> Branch<A, B, bool> {
        F::branch(mask, yes, no)
    }
}

impl<F: Data> Scalar for Value<'_, F> {
    #[inline]
    #[track_caller]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        self.apply(op)
    }
    #[inline]
    #[track_caller]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        self.apply_with(other, op)
    }
    #[inline]
    #[track_caller]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        Value::apply_to(inputs, op)
    }
}

crate::scalar::one_lane! {
    ['t, F: Data] Value<'t, F>;
}
