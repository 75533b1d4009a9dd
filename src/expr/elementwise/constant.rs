//! Constants.

use crate::expr::{Cost, Cotangents, Coverage, Ex, Expr, Frame, Operand, Values};
use crate::scalar::Scalar;

/// A number in an expression. It is kept as `f64` and rounded to the scalar of the evaluation.
///
/// A literal or an `f64` stands for itself; [`constant`](crate::constant) makes an expression of it
/// where a method is to be called on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constant(pub f64);

impl<Fr: Frame> Expr<Fr> for Constant {
    const LEAF: bool = true;
    const IS_NUMBER: bool = true;
    const OPERATIONS: usize = 0;
    const COST: Cost = Cost::NONE;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, _: &Values<'_, Fr, S>, _: usize) -> S {
        S::constant(self.0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>) -> bool {
        false
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        _: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S>,
    ) {
        (
            S::constant(self.0),
            #[cfg_attr(optimized, inline(always))]
            |_, _: &mut Cotangents<'_, Fr, S>| {},
        )
    }
}

macro_rules! number_operand {
    ($($Number:ty)*) => {
        $(impl Operand for $Number {
            type Expr = Constant;

            #[cfg_attr(optimized, inline(always))]
            fn into_expr(self) -> Ex<Constant> {
                Ex(Constant(f64::from(self)))
            }
        })*
    };
}

// One float and one integer type: a second would leave the type of a literal open.
number_operand!(f64 i32);

/// A number as an expression, for methods: `constant(2.0).pow(x)` is 2ˣ.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x| constant(3).pow(x));
/// let [slope] = f.gradient(&[2.0]);
/// assert!((slope - 9.0 * 3.0_f64.ln()).abs() < 1e-14);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn constant<T: Operand<Expr = Constant>>(number: T) -> Ex<Constant> {
    number.into_expr()
}
