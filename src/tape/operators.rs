//! The operations as methods and operators, from the rows of the tables; numbers and references on either side.

use super::Data;
use super::value::Value;
use crate::rules::{
    self, binary_methods_of, binary_table, operator_table, ternary_methods_of, ternary_table,
    unary_methods_of, unary_table,
};
use crate::scalar::Field;
use core::ops;

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

        impl<'t, F: Data, R: Into<Value<'t, F>>> ops::$Rule<R> for &Value<'t, F> {
            type Output = Value<'t, F>;

            #[inline]
            #[track_caller]
            fn $rule(self, right: R) -> Value<'t, F> {
                self.apply_with(right, rules::$Rule)
            }
        }
    };
}

macro_rules! value_operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
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
        }

        impl<'t, F: Data> ops::$Rule<&Value<'t, F>> for $Number {
            type Output = Value<'t, F>;

            #[inline]
            #[track_caller]
            fn $rule(self, right: &Value<'t, F>) -> Value<'t, F> {
                ops::$Rule::$rule(self, *right)
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
value_assign_operators!(AddAssign add_assign + SubAssign sub_assign - MulAssign mul_assign * DivAssign div_assign / RemAssign rem_assign %);

impl<F: Data> ops::Neg for Value<'_, F> {
    type Output = Self;

    #[inline]
    #[track_caller]
    fn neg(self) -> Self {
        self.apply(rules::Neg)
    }
}

impl<'t, F: Data> ops::Neg for &Value<'t, F> {
    type Output = Value<'t, F>;

    #[inline]
    #[track_caller]
    fn neg(self) -> Value<'t, F> {
        self.apply(rules::Neg)
    }
}
