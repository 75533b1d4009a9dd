//! Dynamic values.

use super::record::{Handle, Record};
use super::{Data, Tape};
use crate::rules::{
    self, binary_methods_of, binary_table, operator_table, ternary_methods_of, ternary_table,
    unary_methods_of, unary_table,
};
use crate::scalar::{BinaryRule, Field, Rule, UnaryRule};
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
pub struct Value<'t, F> {
    pub(super) entry: Entry<'t, F>,
}

#[derive(Clone, Copy)]
pub(super) enum Entry<'t, F> {
    Constant(F),
    Recorded(&'t Tape<F>, Handle),
}

impl<'t, F: Data> Value<'t, F> {
    #[inline]
    pub(super) fn record(tape: &'t Tape<F>, entry: impl FnOnce(&mut Record<F>) -> Handle) -> Self {
        let handle = entry(&mut tape.record.0.borrow_mut());
        Value {
            entry: Entry::Recorded(tape, handle),
        }
    }

    #[inline]
    pub(super) fn number(number: F) -> Self {
        Value {
            entry: Entry::Constant(number),
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
        match self.entry {
            Entry::Constant(number) => number,
            Entry::Recorded(tape, handle) => tape.record.0.borrow().data(handle),
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
        match self.entry {
            Entry::Constant(_) => F::zero(),
            Entry::Recorded(tape, handle) => tape.record.0.borrow().grad(handle),
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
        match self.entry {
            Entry::Constant(_) => panic!("the data of a constant cannot be set"),
            Entry::Recorded(tape, handle) => tape.record.0.borrow_mut().set_data(handle, data),
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
        if let Entry::Recorded(tape, handle) = self.entry {
            tape.record.0.borrow_mut().clear_grad(handle);
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
        if let Entry::Recorded(tape, handle) = self.entry {
            tape.record.0.borrow_mut().backward(handle);
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
        let (tape, handle) = match self.entry {
            Entry::Constant(x) => return Value::number(op.primal(x)),
            Entry::Recorded(tape, handle) => (tape, handle),
        };
        let mut record = tape.record.0.borrow_mut();
        let x = record.data(handle);
        let y = op.primal(x);
        if Op::STOPS {
            return Value::number(y);
        }
        Value {
            entry: Entry::Recorded(tape, record.unary(y, op.partial(x, y), handle)),
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
    #[inline(always)]
    #[track_caller]
    pub fn apply_with<Op: BinaryRule>(self, other: impl Into<Self>, op: Op) -> Self {
        let (tape, handle) = match (self.entry, other.into().entry) {
            (Entry::Recorded(tape, left), Entry::Recorded(other, right)) => {
                if !ptr::eq(tape, other) {
                    foreign();
                }
                let mut record = tape.record.0.borrow_mut();
                let (x, y) = (record.data(left), record.data(right));
                let z = op.primal(x, y);
                let (dx, dy) = op.partials(x, y, z);
                (tape, record.binary(z, [dx, dy], [left, right]))
            }
            (Entry::Recorded(tape, left), Entry::Constant(y)) => {
                let mut record = tape.record.0.borrow_mut();
                let x = record.data(left);
                let z = op.primal(x, y);
                (tape, record.unary(z, op.partials(x, y, z).0, left))
            }
            (Entry::Constant(x), Entry::Recorded(tape, right)) => {
                let mut record = tape.record.0.borrow_mut();
                let y = record.data(right);
                let z = op.primal(x, y);
                (tape, record.unary(z, op.partials(x, y, z).1, right))
            }
            (Entry::Constant(x), Entry::Constant(y)) => return Value::number(op.primal(x, y)),
        };
        Value {
            entry: Entry::Recorded(tape, handle),
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
        let x = operands.map(Value::data);
        let Some(tape) = Self::tape_of(&operands) else {
            return Value::number(op.primal(x));
        };
        let mut record = tape.record.0.borrow_mut();
        let y = op.primal(x);
        let partials = op.partials(x, y);
        let mut recorded = operands
            .into_iter()
            .zip(partials)
            .filter_map(|(operand, partial)| match operand.entry {
                Entry::Constant(_) => None,
                Entry::Recorded(_, handle) => Some((handle, partial)),
            });
        let (first, of_first) = recorded.next().expect("one is on the tape");
        let handle = match recorded.next() {
            None => record.unary(y, of_first, first),
            // A node has two operands: more are gathered by a chain of nodes.
            Some((second, of_second)) => {
                let pair = record.binary(y, [of_first, of_second], [first, second]);
                recorded.fold(pair, |gathered, (next, of_next)| {
                    record.binary(y, [F::one(), of_next], [gathered, next])
                })
            }
        };
        Value {
            entry: Entry::Recorded(tape, handle),
        }
    }

    /// The tape the operands are on; `None` if all are constants.
    #[inline]
    #[track_caller]
    fn tape_of<const N: usize>(operands: &[Self; N]) -> Option<&'t Tape<F>> {
        let mut found: Option<&'t Tape<F>> = None;
        for operand in operands {
            if let Entry::Recorded(tape, _) = operand.entry {
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
