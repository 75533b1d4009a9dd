//! Dynamic values.

use super::record::{Handle, Record};
use super::{Data, Operand, Tape};
use crate::rules::{
    self, binary_methods_of, binary_table, operator_table, unary_methods_of, unary_table,
};
use crate::scalar::{BinaryRule, UnaryRule};
use core::{fmt, ops, ptr};

/// A number that remembers how it was made: micrograd's `Value`.
///
/// It is a handle, a place on a [`Tape`]; copies of it are the same value. Operators and methods
/// make new ones, and [`backward`](Value::backward) differentiates. Numbers can stand on either side
/// of an operator: on the right of the tape's precision, on the left `f64`, and integers on both.
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
    tape: &'t Tape<F>,
    handle: Handle,
}

impl<'t, F: Data> Value<'t, F> {
    #[inline]
    pub(super) fn record(tape: &'t Tape<F>, entry: impl FnOnce(&mut Record<F>) -> Handle) -> Self {
        let handle = entry(&mut tape.record.borrow_mut());
        Value { tape, handle }
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
        self.tape.record.borrow().data(self.handle)
    }

    /// The gradient: the derivative in this value of what [`backward`](Value::backward) was called
    /// on.
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
        self.tape.record.borrow().grad(self.handle)
    }

    /// Sets the data of a leaf: a step of training. What was computed from it before stays as it was.
    ///
    /// # Panics
    ///
    /// If the value is the result of an operation, or if the [scope](Tape::scope) in which it was
    /// recorded has ended.
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
        self.tape.record.borrow_mut().set_data(self.handle, data);
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
        self.tape.record.borrow_mut().clear_grad(self.handle);
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
        self.tape.record.borrow_mut().backward(self.handle);
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
        let mut record = self.tape.record.borrow_mut();
        let x = record.data(self.handle);
        let y = op.primal(x);
        Value {
            tape: self.tape,
            handle: record.unary(y, op.partial(x, y), self.handle),
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
    pub fn apply_with<Op: BinaryRule>(self, other: impl Into<Operand<'t, F>>, op: Op) -> Self {
        binary(op, Operand::Value(self), other.into(), self.tape)
    }
}

/// The operation `op` on two operands of which at least one is a value on `tape`.
#[inline]
#[track_caller]
fn binary<'t, F: Data, Op: BinaryRule>(
    op: Op,
    left: Operand<'t, F>,
    right: Operand<'t, F>,
    tape: &'t Tape<F>,
) -> Value<'t, F> {
    let mut record = tape.record.borrow_mut();
    let data = |record: &Record<F>, operand| match operand {
        Operand::Number(number) => number,
        Operand::Value(value) => {
            if !ptr::eq(value.tape, tape) {
                foreign();
            }
            record.data(value.handle)
        }
    };
    let x = data(&record, left);
    let y = data(&record, right);
    let z = op.primal(x, y);
    let (dx, dy) = op.partials(x, y, z);
    let handle = match (left, right) {
        (Operand::Value(left), Operand::Value(right)) => {
            record.binary(z, [dx, dy], [left.handle, right.handle])
        }
        (Operand::Value(left), Operand::Number(_)) => record.unary(z, dx, left.handle),
        (Operand::Number(_), Operand::Value(right)) => record.unary(z, dy, right.handle),
        (Operand::Number(_), Operand::Number(_)) => record.leaf(z),
    };
    Value { tape, handle }
}

#[cold]
#[inline(never)]
#[track_caller]
fn foreign() -> ! {
    panic!("Values of two tapes cannot meet in one operation");
}

macro_rules! value_operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, at $points:tt edge $edges:tt;
    )*) => {
        $(
            impl<'t, F: Data, R: Into<Operand<'t, F>>> ops::$Rule<R> for Value<'t, F> {
                type Output = Self;

                #[inline]
                #[track_caller]
                fn $rule(self, right: R) -> Self {
                    self.apply_with(right, rules::$Rule)
                }
            }

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
                let left = Operand::Number(F::constant(f64::from(self)));
                binary(rules::$Rule, left, Operand::Value(right), right.tape)
            }
        })*
    };
}

macro_rules! value_assign_operators {
    ($($Assign:ident $assign:ident $operator:tt)*) => {
        $(impl<'t, F: Data, R: Into<Operand<'t, F>>> ops::$Assign<R> for Value<'t, F> {
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
    impl ['t, F: Data] Value<'t, F>, apply_with(impl Into<Operand<'t, F>>),
    example "let tape = Tape::new();", "tape.value", "",
        "y.backward();\nlet (value, slope) = (y.data(), x.grad());"
} }
operator_table!(value_operators);
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
