//! A node for one operand.

use crate::expr::{Cost, Cotangents, Coverage, Expr, Frame, Values};
use crate::rules;
use crate::rules::zeros::{may_take_no_part, takes_part, takes_part_at_all};
use crate::scalar::{Scalar, UnaryRule};

/// The operation `Op` on one expression.
#[derive(Debug, Clone, Copy)]
pub struct Unary<Op, E> {
    pub(super) op: Op,
    pub(super) operand: E,
}

/// How elements that are covered so are covered after an operation in which an operand may take no part.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) const fn coverage_behind(
    may_take_no_part: bool,
    coverage: Coverage,
) -> Coverage {
    if may_take_no_part {
        Coverage::Some
    } else {
        coverage
    }
}

/// Whether an operation on one number costs no more than one of arithmetic.
const fn is_arithmetic(row: u8) -> bool {
    row == rules::Neg::ROW.0
        || row == rules::Square::ROW.0
        || row == rules::Abs::ROW.0
        || row == rules::Relu::ROW.0
}

// Of no operand, so that it is compiled once for each operation and not for each expression.
impl<Op: UnaryRule> Unary<Op, ()> {
    /// Whether it is an elementary function.
    pub(super) const IS_FUNCTION: bool = !Op::STOPS && !is_arithmetic(Op::ROW.0);
    /// Whether there are points at which the operand takes no part.
    pub(super) const MAY_TAKE_NO_PART: bool = may_take_no_part(Op::ROW);
    /// Whether the derivative reads neither x nor y.
    const READS_NOTHING: bool = !Op::READS_VALUE && !Op::READS_INPUT;

    /// The cotangent of an operand that may take no part; of an array it is `absent` where it takes none, without a branch.
    #[cfg_attr(optimized, inline(always))]
    fn chain<S: Scalar>(op: Op, x: S, y: S, cotangent: S, is_array: bool) -> S {
        if is_array && S::IS_REAL {
            op.chain_of_part(cotangent, x, y, takes_part(op, x, y))
        } else {
            op.chain(cotangent, x, y)
        }
    }

    /// Whether the operand is to be pulled back to.
    #[cfg_attr(optimized, inline(always))]
    fn takes_part<S: Scalar>(op: Op, x: S, y: S, is_array: bool) -> bool {
        is_array && S::IS_REAL || takes_part_at_all::<S>(takes_part(op, x, y))
    }
}

/// Pulls back to the operand by its pullback, where it takes part. It is no function, of which there would be one more for every
/// operation to be compiled.
macro_rules! pull_to_operand {
    ($op:expr, [$x:expr, $y:expr], $cotangent:ident, $cotangents:ident, $pull:ident) => {
        let (op, x, y) = ($op, $x, $y);
        // One of these is compiled.
        if Unary::<Op, ()>::MAY_TAKE_NO_PART {
            if Unary::takes_part(op, x, y, E::IS_ARRAY) {
                let cotangent = Unary::chain(op, x, y, $cotangent, E::IS_ARRAY);
                $pull(cotangent, $cotangents);
            }
        } else {
            $pull(op.chain($cotangent, x, y), $cotangents);
        }
    };
}

impl<Op: UnaryRule, E> Unary<Op, E> {
    /// Pulls back by the value, without the input.
    #[cfg_attr(optimized, inline(always))]
    fn pull_by_value<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        y: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        E: Expr<Fr>,
    {
        let x = self.op.input_if_read(
            y,
            #[cfg_attr(optimized, inline(always))]
            || self.operand.value(values, at),
        );
        // One of these is compiled.
        if Unary::<Op, ()>::MAY_TAKE_NO_PART {
            if Unary::takes_part(self.op, x, y, E::IS_ARRAY) {
                let cotangent = Unary::chain(self.op, x, y, cotangent, E::IS_ARRAY);
                self.operand.pull(values, at, cotangent, cotangents);
            }
        } else {
            let cotangent = self.op.chain(cotangent, x, y);
            self.operand.pull(values, at, cotangent, cotangents);
        }
    }
}

impl<Fr: Frame, Op: UnaryRule, E: Expr<Fr>> Expr<Fr> for Unary<Op, E> {
    const OPERATIONS: usize = if is_arithmetic(Op::ROW.0) {
        E::OPERATIONS.saturating_add(1)
    } else {
        usize::MAX
    };
    const COST: Cost = E::COST.passed_to(1);

    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        !Op::STOPS && self.operand.is_wanted(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.operand.value(values, at).unary(self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        if Op::STOPS {
            return;
        }
        let coverage = coverage_behind(Unary::<Op, ()>::MAY_TAKE_NO_PART, coverage);
        self.operand.reach(cotangents, coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        // Neither x nor y is computed again where the derivative does not read it.
        if Op::STOPS {
        } else if Unary::<Op, ()>::READS_NOTHING {
            self.pull_by_value(values, at, S::zero(), cotangent, cotangents);
        } else {
            let (x, pull) = self.operand.vjp(values, at);
            let y = x.unary(self.op);
            pull_to_operand!(self.op, [x, y], cotangent, cotangents, pull);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        y: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Op::STOPS {
        } else if Op::READS_INPUT {
            let (x, pull) = self.operand.vjp(values, at);
            pull_to_operand!(self.op, [x, y], cotangent, cotangents, pull);
        } else {
            self.pull_by_value(values, at, y, cotangent, cotangents);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, E, S>,
    ) {
        let (x, pull) = self.operand.vjp(values, at);
        let y = x.unary(self.op);
        (
            y,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                if Op::STOPS {
                    return;
                }
                pull_to_operand!(self.op, [x, y], cotangent, cotangents, pull);
            },
        )
    }
}
