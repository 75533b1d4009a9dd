//! Operations on values: how they are recorded.

use super::gathered::Made;
use super::handle::Address;
use super::node::{NOWHERE, Node};
use super::own::{Operation, name_of_type};
use super::value::Value;
use super::{Data, Tape};
use crate::rules::structure;
use crate::scalar::{BinaryRule, Row, Rule, UnaryRule};
use core::ptr;

impl<'t, F: Data> Value<'t, F> {
    /// The operation `op` on this value: for [rules](UnaryRule) of your own.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// assert_eq!(tape.value(2.0).apply(monograd::rules::Square).data(), 4.0);
    /// ```
    #[inline]
    #[track_caller]
    pub fn apply<Op: UnaryRule>(self, op: Op) -> Self {
        let parameter = op.parameter();
        match self.tape() {
            None => Value::number(self.constant_data().unary(op)),
            Some(tape) => Value::push(tape, [self.address()], move |[(index, x)]| {
                let y = x.unary(op);
                let shown = parameter.map_or(F::zero(), F::constant);
                Node::new(
                    Op::ROW,
                    y,
                    [index, NOWHERE],
                    [structure::partial(op, x, y), shown],
                )
            })
            .note::<Op>(Op::ROW, parameter.is_some(), 1, Op::STOPS, || {
                Box::new(move |x, partials| {
                    let y = x[0].unary(op);
                    partials[0] = structure::partial(op, x[0], y);
                    y
                })
            }),
        }
    }

    /// The operation `op` on this value and another, or a number: for [rules](BinaryRule) of your
    /// own.
    ///
    /// # Panics
    ///
    /// If the values are on different tapes.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let (x, y) = (tape.value(3.0), tape.value(4.0));
    /// assert_eq!(x.apply_with(y, monograd::rules::Hypot).data(), 5.0);
    /// ```
    #[inline]
    #[track_caller]
    pub fn apply_with<Op: BinaryRule>(self, other: impl Into<Self>, op: Op) -> Self {
        let other = other.into();
        let recorded = match (self.tape(), other.tape()) {
            (Some(tape), Some(others)) => {
                if !ptr::eq(tape, others) {
                    foreign();
                }
                let addresses = [self.address(), other.address()];
                Value::push(tape, addresses, move |[(left, x), (right, y)]| {
                    let z = x.binary(y, op);
                    Node::new(Op::ROW, z, [left, right], structure::partials(op, x, y, z))
                })
            }
            // A number stands in the place of its partial.
            (Some(tape), None) => {
                let y = other.constant_data();
                Value::push(tape, [self.address()], move |[(left, x)]| {
                    let z = x.binary(y, op);
                    let [dx, _] = structure::partials(op, x, y, z);
                    Node::new(Op::ROW, z, [left, NOWHERE], [dx, y])
                })
            }
            (None, Some(tape)) => {
                let x = self.constant_data();
                Value::push(tape, [other.address()], move |[(right, y)]| {
                    let z = x.binary(y, op);
                    let [_, dy] = structure::partials(op, x, y, z);
                    Node::new(Op::ROW, z, [NOWHERE, right], [x, dy])
                })
            }
            (None, None) => {
                let (x, y) = (self.constant_data(), other.constant_data());
                return Value::number(x.binary(y, op));
            }
        };
        recorded.note::<Op>(Op::ROW, false, 2, false, || {
            Box::new(move |x, partials| {
                let z = x[0].binary(x[1], op);
                partials.copy_from_slice(&structure::partials(op, x[0], x[1], z));
                z
            })
        })
    }

    /// The operation `op` on several values: for [rules](Rule) of your own.
    ///
    /// # Panics
    ///
    /// If the values are on different tapes.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(0.3);
    /// let y = Value::apply_to([x, Value::from(0.0), Value::from(1.0)], monograd::rules::Clamp);
    /// assert_eq!(y.data(), 0.3);
    /// ```
    #[track_caller]
    pub fn apply_to<Op: Rule<N>, const N: usize>(operands: [Self; N], op: Op) -> Self {
        let Some(tape) = Self::tape_of(operands, None) else {
            return Value::number(F::nary(operands.map(|operand| operand.constant_data()), op));
        };
        let mut record = tape.record();
        let found = operands.map(|operand| operand.operand(&record));
        let x = found.map(|(_, x)| x);
        let y = F::nary(x, op);
        let partials = structure::partials_of(op, x, y);
        let made = match Op::ROW {
            Row::NONE => Made::Own(name_of_type::<Op>()),
            row => Made::Row(row),
        };
        let address = record.gather(made, y, |edges| {
            for ((index, x), partial) in found.into_iter().zip(partials) {
                let is_number = index == NOWHERE;
                edges.operands.push(index);
                edges.partials.push(if is_number { x } else { partial });
            }
        });
        drop(record);
        Value::recorded(tape, address).note::<Op>(Op::ROW, false, N, false, || {
            Box::new(move |x, partials| {
                let x = core::array::from_fn(|i| x[i]);
                let y = F::nary(x, op);
                partials.copy_from_slice(&structure::partials_of(op, x, y));
                y
            })
        })
    }

    /// Records the node that is made of the operands, each with its index and its number.
    ///
    /// The common path is short: with no call on it nothing must be saved for after.
    #[inline]
    #[track_caller]
    pub(super) fn push<const N: usize>(
        tape: &'t Tape<F>,
        operands: [Address; N],
        node: impl Fn([(u32, F); N]) -> Node<F>,
    ) -> Self {
        let pushed = match tape.record.0.try_borrow_mut() {
            Ok(mut record) => record.push_at_once(operands, &node),
            Err(_) => None,
        };
        match pushed {
            Some(address) => Value::recorded(tape, address),
            None => Value::push_again(tape, operands, node),
        }
    }

    #[cold]
    #[inline(never)]
    #[track_caller]
    fn push_again<const N: usize>(
        tape: &'t Tape<F>,
        operands: [Address; N],
        node: impl Fn([(u32, F); N]) -> Node<F>,
    ) -> Self {
        let operands = tape.record().prepare(operands);
        Value::push(tape, operands, node)
    }

    /// Notes the name of an operation that has no row, and in a recording how to evaluate it again.
    #[inline]
    fn note<Op>(
        self,
        row: Row,
        parameter: bool,
        operands: usize,
        stops: bool,
        again: impl FnOnce() -> Operation<F>,
    ) -> Self {
        if row == Row::NONE || parameter {
            self.note_own(row, name_of_type::<Op>(), operands, stops, again);
        }
        self
    }

    #[inline(never)]
    fn note_own(
        self,
        row: Row,
        name: &'static str,
        operands: usize,
        stops: bool,
        again: impl FnOnce() -> Operation<F>,
    ) {
        let Some(tape) = self.tape() else { return };
        let mut record = tape.record();
        let again = record.decisions.is_some().then(again);
        if row == Row::NONE || again.is_some() {
            let node = self.address().index();
            record.owned.push(node, name, operands, stops, again);
        }
    }

    /// The tape the operands are on, which is `found` if that is one; `None` if all are constants.
    #[inline]
    #[track_caller]
    pub(super) fn tape_of(
        operands: impl IntoIterator<Item = Self>,
        mut found: Option<&'t Tape<F>>,
    ) -> Option<&'t Tape<F>> {
        for operand in operands {
            if let Some(tape) = operand.tape() {
                match found {
                    Some(other) if !ptr::eq(other, tape) => foreign(),
                    _ => found = Some(tape),
                }
            }
        }
        found
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn foreign() -> ! {
    panic!("Values of two tapes cannot meet in one operation");
}
