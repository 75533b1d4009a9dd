//! Dynamic values.

use super::handle::Place;
use super::node::{NOWHERE, Node};
use super::record::Record;
use super::{Data, Tape};
use crate::rules::{
    self, binary_methods_of, binary_table, operator_table, ternary_methods_of, ternary_table,
    unary_methods_of, unary_table,
};
use crate::scalar::{BinaryRule, Field, Rule, UnaryRule};
use core::cell::RefMut;
use core::{fmt, ops, ptr};

/// A number that remembers how it was made: micrograd's `Value`.
///
/// It is a handle, a place on a [`Tape`]; copies of it are the same value. Operators and methods
/// make new ones, and [`backward`](Value::backward) differentiates. Numbers can stand on either side
/// of an operator: on the right of the tape's precision, on the left `f64`, and integers on both.
///
/// A number made into a value, `Value::from(2.0)`, is a constant: it is on no tape and takes no
/// gradient, and an operation on constants alone is one.
///
/// A value is a [`Scalar`](crate::Scalar), so that a function of [`func!`](crate::func) evaluated
/// over values records its operations one by one. It compares by its data.
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
    /// The place on the tape; of a constant, the number.
    slot: F::Slot,
}

impl<'t, F: Data> Value<'t, F> {
    #[inline(always)]
    pub(super) fn recorded(tape: &'t Tape<F>, place: Place) -> Self {
        Value {
            tape: Some(tape),
            slot: F::of_place(place),
        }
    }

    #[inline(always)]
    pub(super) fn number(number: F) -> Self {
        Value {
            tape: None,
            slot: F::of_number(number),
        }
    }

    /// The tape, what is recorded there, and the place of the value; of a constant the number.
    #[inline(always)]
    #[track_caller]
    pub(super) fn open(self) -> Result<(RefMut<'t, Record<F>>, u32), F> {
        match self.tape {
            None => Err(F::number(self.slot)),
            Some(tape) => {
                let record = tape.record.0.borrow_mut();
                let index = record.index(F::place(self.slot));
                Ok((record, index))
            }
        }
    }

    #[inline(always)]
    fn place(self) -> Place {
        F::place(self.slot)
    }

    /// Records the node that is made of the operands, each with its place and its number.
    ///
    /// The way through is short: with no call on it nothing must be saved for after.
    #[inline]
    #[track_caller]
    fn push<const N: usize>(
        tape: &'t Tape<F>,
        operands: [Place; N],
        node: impl Fn([(u32, F); N]) -> Node<F>,
    ) -> Self {
        let pushed = match tape.record.0.try_borrow_mut() {
            Ok(mut record) => record.push_at_once(operands, &node),
            Err(_) => None,
        };
        match pushed {
            Some(place) => Value::recorded(tape, place),
            None => Value::push_again(tape, operands, node),
        }
    }

    #[cold]
    #[inline(never)]
    #[track_caller]
    fn push_again<const N: usize>(
        tape: &'t Tape<F>,
        operands: [Place; N],
        node: impl Fn([(u32, F); N]) -> Node<F>,
    ) -> Self {
        let operands = tape.record.0.borrow_mut().prepare(operands);
        Value::push(tape, operands, node)
    }

    /// The number, and the place on the tape.
    #[inline(always)]
    #[track_caller]
    fn operand(self, record: &Record<F>) -> (F, u32) {
        match self.tape {
            None => (F::number(self.slot), NOWHERE),
            Some(_) => {
                let index = record.index(F::place(self.slot));
                (record.data(index), index)
            }
        }
    }

    /// The number, if the value is a constant.
    #[inline]
    pub(super) fn constant_number(self) -> Option<F> {
        match self.tape {
            None => Some(F::number(self.slot)),
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
        match self.open() {
            Ok((record, index)) => record.data(index),
            Err(number) => number,
        }
    }

    /// The gradient: the derivative in this value of what [`backward`](Value::backward) was called
    /// on; 0 of a constant.
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
            Ok((record, index)) => record.grad(index),
            Err(_) => F::zero(),
        }
    }

    /// Sets the data of a leaf: a step of training. What was computed from it before stays as it was.
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
            record.clear_grad(index);
        }
    }

    /// Differentiates this value in every value it was made from.
    ///
    /// A leaf's gradient accumulates: called twice without [`zero_grad`](Value::zero_grad) between,
    /// it doubles. The gradient of a value between is that of the last call.
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
        if let Ok((mut record, index)) = self.open() {
            record.backward([(index, F::one())].into_iter());
        }
    }

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
        match self.tape {
            None => Value::number(F::number(self.slot).unary(op)),
            Some(_) if Op::STOPS => Value::number(self.data().unary(op)),
            Some(tape) => Value::push(tape, [self.place()], move |[(place, x)]| {
                let y = x.unary(op);
                let parameter = op.parameter().map_or(F::zero(), F::constant);
                Node::new(Op::ROW, y, [place, NOWHERE], [op.partial(x, y), parameter])
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
        match (self.tape, other.tape) {
            (Some(tape), Some(others)) => {
                if !ptr::eq(tape, others) {
                    foreign();
                }
                let places = [self.place(), other.place()];
                Value::push(tape, places, move |[(left, x), (right, y)]| {
                    let z = x.binary(y, op);
                    let (dx, dy) = op.partials(x, y, z);
                    Node::new(Op::ROW, z, [left, right], [dx, dy])
                })
            }
            // The partial of a number has the number's place.
            (Some(tape), None) => {
                let y = F::number(other.slot);
                Value::push(tape, [self.place()], move |[(left, x)]| {
                    let z = x.binary(y, op);
                    Node::new(Op::ROW, z, [left, NOWHERE], [op.partials(x, y, z).0, y])
                })
            }
            (None, Some(tape)) => {
                let x = F::number(self.slot);
                Value::push(tape, [other.place()], move |[(right, y)]| {
                    let z = x.binary(y, op);
                    Node::new(Op::ROW, z, [NOWHERE, right], [x, op.partials(x, y, z).1])
                })
            }
            (None, None) => {
                let (x, y) = (F::number(self.slot), F::number(other.slot));
                Value::number(x.binary(y, op))
            }
        }
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
        let Some(tape) = Self::tape_of(operands) else {
            return Value::number(F::nary(operands.map(|operand| F::number(operand.slot)), op));
        };
        let mut record = tape.record.0.borrow_mut();
        let found = operands.map(|operand| operand.operand(&record));
        let x = found.map(|(x, _)| x);
        let y = F::nary(x, op);
        let partials = op.partials(x, y);
        let edges = found.into_iter().zip(partials);
        let edges = edges
            .filter_map(|((_, place), partial)| (place != NOWHERE).then_some((place, partial)));
        Value::recorded(tape, record.gather("", y, edges))
    }

    /// The tape the operands are on; `None` if all are constants.
    #[inline]
    #[track_caller]
    pub(super) fn tape_of(operands: impl IntoIterator<Item = Self>) -> Option<&'t Tape<F>> {
        let mut found: Option<&'t Tape<F>> = None;
        for operand in operands {
            if let Some(tape) = operand.tape {
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

macro_rules! value_operator {
    ($Rule:ident $rule:ident) => {
        impl<'t, F: Data, R: Into<Value<'t, F>>> ops::$Rule<R> for Value<'t, F> {
            type Output = Self;

            #[inline]
            #[track_caller]
            fn $rule(self, right: R) -> Self {
                self.apply_with(right, rules::$Rule)
            }
        }
    };
}

macro_rules! value_operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, at $points:tt edge $edges:tt;
    )*) => {
        $(
            value_operator!($Rule $rule);
            number_on_the_left!($Rule $rule: f64 i32);
        )*
    };
}

// One float and one integer type, as in expressions: a second would leave the type of a literal open.
macro_rules! number_on_the_left {
    ($Rule:ident $rule:ident: $($Number:ty)*) => {
        $(impl<'t, F: Data> ops::$Rule<Value<'t, F>> for $Number {
            type Output = Value<'t, F>;

            #[inline]
            #[track_caller]
            fn $rule(self, right: Value<'t, F>) -> Value<'t, F> {
                let left: Value<'t, F> = Field::constant(f64::from(self));
                left.apply_with(right, rules::$Rule)
            }
        })*
    };
}

macro_rules! value_assign_operators {
    ($($Assign:ident $assign:ident $operator:tt)*) => {
        $(impl<'t, F: Data, R: Into<Value<'t, F>>> ops::$Assign<R> for Value<'t, F> {
            #[inline]
            #[track_caller]
            fn $assign(&mut self, right: R) {
                *self = *self $operator right;
            }
        })*
    };
}

unary_table! { unary_methods_of {
    impl [F: Data] Value<'_, F>, apply,
    example "let tape = Tape::new();", "tape.value",
        "y.backward();\nlet (value, slope) = (y.data(), x.grad());"
} }
binary_table! { binary_methods_of {
    impl ['t, F: Data] Value<'t, F>, apply_with(impl Into<Value<'t, F>>),
    example "let tape = Tape::new();", "tape.value", "",
        "y.backward();\nlet (value, slope) = (y.data(), x.grad());"
} }
ternary_table! { ternary_methods_of {
    impl ['t, F: Data] Value<'t, F>, apply_to(impl Into<Value<'t, F>>),
    example "let tape = Tape::new();", "tape.value", "",
        "y.backward();\nlet (value, slope) = (y.data(), x.grad());"
} }
operator_table!(value_operators);
value_operator!(Rem rem);
number_on_the_left!(Rem rem: f64 i32);
value_assign_operators!(AddAssign add_assign + SubAssign sub_assign - MulAssign mul_assign * DivAssign div_assign /);

impl<F: Data> ops::Neg for Value<'_, F> {
    type Output = Self;

    #[inline]
    #[track_caller]
    fn neg(self) -> Self {
        self.apply(rules::Neg)
    }
}

impl<F: Data> fmt::Display for Value<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value(data={}, grad={})", self.data(), self.grad())
    }
}

impl<F: Data> fmt::Debug for Value<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
