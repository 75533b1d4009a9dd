//! Values as numbers: made of numbers, compared by their data, and a scalar that functions can be
//! evaluated over.

use super::Data;
use super::decision::{Decision, Relation, Seen};
use super::value::Value;
use crate::scalar::{BinaryRule, Branch, Field, Plain, Rule, Scalar, UnaryRule};
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

impl<'t, F: Data> From<&Value<'t, F>> for Value<'t, F> {
    #[inline]
    fn from(value: &Value<'t, F>) -> Self {
        *value
    }
}

impl<F: Data> Value<'_, F> {
    /// The outcome of a comparison, which a recording keeps.
    #[track_caller]
    fn compare(self, other: Self, relation: Relation) -> Option<Ordering> {
        let outcome = relation.of(self.look(), other.look());
        self.keep([self, other], relation, outcome);
        if !self.is_beside(other) {
            other.keep([self, other], relation, outcome);
        }
        outcome
    }

    /// Keeps what has been compared, if this is a value of a recording; the number of a value that is not beside it.
    fn keep(self, compared: [Self; 2], relation: Relation, outcome: Option<Ordering>) {
        let Some(tape) = self.tape() else { return };
        if tape.record().decisions.is_none() {
            return;
        }
        let seen = compared.map(|value| match value.is_beside(self) {
            true => Seen::Node(value.index()),
            false => Seen::Number(value.look()),
        });
        let decision = Decision::Compared(relation, seen, outcome);
        if let Some(decisions) = &mut tape.record().decisions {
            decisions.push(decision);
        }
    }

    /// Whether both are on one tape.
    fn is_beside(self, other: Self) -> bool {
        let both = self.tape().zip(other.tape());
        both.is_some_and(|(tape, other)| core::ptr::eq(tape, other))
    }
}

impl<F: Data> PartialEq for Value<'_, F> {
    #[track_caller]
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other, Relation::Equal).is_some()
    }
}

impl<F: Data> PartialOrd for Value<'_, F> {
    #[track_caller]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.compare(*other, Relation::Order)
    }
    #[track_caller]
    fn lt(&self, other: &Self) -> bool {
        self.compare(*other, Relation::Less).is_some()
    }
    #[track_caller]
    fn le(&self, other: &Self) -> bool {
        self.compare(*other, Relation::AtMost).is_some()
    }
    #[track_caller]
    fn gt(&self, other: &Self) -> bool {
        other.compare(*self, Relation::Less).is_some()
    }
    #[track_caller]
    fn ge(&self, other: &Self) -> bool {
        other.compare(*self, Relation::AtMost).is_some()
    }
}

/// With a number on the right.
impl<F: Data> PartialEq<F> for Value<'_, F> {
    #[track_caller]
    fn eq(&self, other: &F) -> bool {
        *self == Value::number(*other)
    }
}

/// With a number on the right.
impl<F: Data> PartialOrd<F> for Value<'_, F> {
    #[track_caller]
    fn partial_cmp(&self, other: &F) -> Option<Ordering> {
        self.partial_cmp(&Value::number(*other))
    }
    #[track_caller]
    fn lt(&self, other: &F) -> bool {
        *self < Value::number(*other)
    }
    #[track_caller]
    fn le(&self, other: &F) -> bool {
        *self <= Value::number(*other)
    }
    #[track_caller]
    fn gt(&self, other: &F) -> bool {
        *self > Value::number(*other)
    }
    #[track_caller]
    fn ge(&self, other: &F) -> bool {
        *self >= Value::number(*other)
    }
}

impl<F: Data> Field for Value<'_, F> {
    type Mask = bool;

    #[inline]
    fn constant(value: f64) -> Self {
        Value::number(F::constant(value))
    }
    #[inline]
    fn from_plain<T: Plain>(number: T) -> Self {
        Value::number(F::from_plain(number))
    }
    #[inline]
    fn min_positive() -> Self {
        Value::number(F::min_positive())
    }
    #[inline]
    #[track_caller]
    fn less_than(self, other: Self) -> bool {
        self.compare(other, Relation::Less).is_some()
    }
    #[inline]
    #[track_caller]
    fn at_most(self, other: Self) -> bool {
        self.compare(other, Relation::AtMost).is_some()
    }
    #[inline]
    #[track_caller]
    fn equals(self, other: Self) -> bool {
        self.compare(other, Relation::Equal).is_some()
    }
    #[inline]
    fn is_constant_zero(self) -> bool {
        self.constant_number().is_some_and(Field::is_constant_zero)
    }
    #[inline]
    fn is_absent(self) -> bool {
        self.constant_number().is_some_and(Field::is_absent)
    }
    /// What is recorded is present, whatever its number.
    #[inline]
    fn present(self) -> Self {
        self.constant_number()
            .map_or(self, |number| Value::number(number.present()))
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
    const ORDERS: usize = 1 + F::ORDERS;

    #[track_caller]
    fn primal_in(self, lane: usize) -> f64 {
        self.read().primal_in(lane)
    }
    fn with_primal_in(self, lane: usize, primal: f64) -> Self {
        Value::number(self.look().with_primal_in(lane, primal))
    }

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
    fn known_as(self, name: impl core::fmt::Display) -> Self {
        if let Ok((mut record, index)) = self.open()
            && record.names_lets
        {
            record
                .names
                .entry(index)
                .or_insert_with(|| name.to_string());
        }
        self
    }
}

crate::scalar::one_lane! {
    ['t, F: Data] Value<'t, F>;
}
