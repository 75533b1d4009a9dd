//! A node for two operands.

use super::unary::coverage_behind;
use crate::expr::{Cost, Cotangents, Coverage, Expr, Frame, Values};
use crate::rules::zeros::{is_product, may_take_no_part, take_part, takes_part_at_all};
use crate::scalar::{BinaryRule, Linearity, Scalar};
use core::any::TypeId;

/// The operation `Op` on two expressions.
#[derive(Debug, Clone, Copy)]
pub struct Binary<Op, L, R> {
    pub(super) op: Op,
    pub(super) left: L,
    pub(super) right: R,
}

// Of no operands, so that it is compiled once for each operation and not for each expression.
impl<Op: BinaryRule> Binary<Op, (), ()> {
    /// Whether there are points at which an operand takes no part.
    pub(super) const MAY_TAKE_NO_PART: bool = may_take_no_part(Op::ROW);
    /// Whether the derivatives are constants.
    const IS_SUM: bool = matches!(Op::LINEARITY, Linearity::Both);
    /// Whether it is a product.
    const IS_PRODUCT: bool = is_product(Op::ROW);

    /// Whether an operand is to be pulled back to: the left one, number 0, or the right one.
    #[cfg_attr(optimized, inline(always))]
    fn takes_part<S: Scalar>(op: Op, x: S, y: S, z: S, operand: usize) -> bool {
        takes_part_at_all::<S>(take_part(op, x, y, z)[operand])
    }
}

impl<Op: BinaryRule, L: 'static, R: 'static> Binary<Op, L, R> {
    /// Whether it is the product of an expression with itself: of one that holds no number, and so is told by its type.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn is_square() -> bool {
        Binary::<Op, (), ()>::IS_PRODUCT
            && size_of::<L>() == 0
            && TypeId::of::<L>() == TypeId::of::<R>()
    }

    /// Pulls back to both operands, each where it takes part.
    #[cfg_attr(optimized, inline(always))]
    fn pull_where_they_take_part<Fr: Frame, S: Scalar>(
        op: Op,
        [x, y, z]: [S; 3],
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull_left: impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy,
        pull_right: impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        if Binary::takes_part(op, x, y, z, 0) {
            pull_left(op.chain_left(cotangent, x, y, z), cotangents);
        }
        if Binary::takes_part(op, x, y, z, 1) {
            pull_right(op.chain_right(cotangent, x, y, z), cotangents);
        }
    }
}

/// Pulls back to both operands by their pullbacks. It is no function, of which there would be one more for every operation to be
/// compiled.
macro_rules! pull_to_both {
    ($op:expr, [$x:expr, $y:expr, $z:expr], $cotangent:ident, $cotangents:ident, $pull_left:ident, $pull_right:ident) => {
        let (op, x, y, z) = ($op, $x, $y, $z);
        if Binary::<Op, (), ()>::MAY_TAKE_NO_PART {
            Self::pull_where_they_take_part(
                op,
                [x, y, z],
                $cotangent,
                $cotangents,
                $pull_left,
                $pull_right,
            );
        } else {
            // Each pullback stands here once, or what is compiled would double with every operation.
            let of_left = if Binary::<Op, (), ()>::IS_PRODUCT && Self::is_square() {
                $cotangent.doubled()
            } else {
                $cotangent
            };
            $pull_left(op.chain_left(of_left, x, y, z), $cotangents);
            if !(Binary::<Op, (), ()>::IS_PRODUCT && Self::is_square()) {
                $pull_right(op.chain_right($cotangent, x, y, z), $cotangents);
            }
        }
    };
}

impl<Op: BinaryRule, L, R> Binary<Op, L, R> {
    /// Pulls back to both operands of a sum or a difference.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_terms<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        L: Expr<Fr>,
        R: Expr<Fr>,
    {
        let unknown = S::zero();
        let left = self.op.chain_left(cotangent, unknown, unknown, unknown);
        let right = self.op.chain_right(cotangent, unknown, unknown, unknown);
        self.left.pull(values, at, left, cotangents);
        self.right.pull(values, at, right, cotangents);
    }

    /// Pulls back to two variables or constants, which need not hold their values.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_leaves<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        z: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        L: Expr<Fr>,
        R: Expr<Fr>,
    {
        // One of these is compiled.
        let x = self.left.value(values, at);
        let y = self.right.value(values, at);
        if Binary::<Op, (), ()>::MAY_TAKE_NO_PART {
            if Binary::takes_part(self.op, x, y, z, 0) {
                let left = self.op.chain_left(cotangent, x, y, z);
                self.left.pull(values, at, left, cotangents);
            }
            if Binary::takes_part(self.op, x, y, z, 1) {
                let right = self.op.chain_right(cotangent, x, y, z);
                self.right.pull(values, at, right, cotangents);
            }
        } else if Binary::<Op, (), ()>::IS_PRODUCT && Self::is_square() {
            let left = self.op.chain_left(cotangent.doubled(), x, y, z);
            self.left.pull(values, at, left, cotangents);
        } else {
            let left = self.op.chain_left(cotangent, x, y, z);
            self.left.pull(values, at, left, cotangents);
            let right = self.op.chain_right(cotangent, x, y, z);
            self.right.pull(values, at, right, cotangents);
        }
    }
}

impl<Fr: Frame, Op: BinaryRule, L: Expr<Fr>, R: Expr<Fr>> Expr<Fr> for Binary<Op, L, R> {
    const OPERATIONS: usize = match Op::LINEARITY {
        Linearity::Neither => usize::MAX,
        _ => L::OPERATIONS
            .saturating_add(R::OPERATIONS)
            .saturating_add(1),
    };
    const COST: Cost = L::COST
        .and(R::COST)
        .passed_to(!L::IS_NUMBER as usize + !R::IS_NUMBER as usize);

    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        self.left.is_wanted(cotangents) || self.right.is_wanted(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        let x = self.left.value(values, at);
        let y = self.right.value(values, at);
        x.binary(y, self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let coverage = coverage_behind(Binary::<Op, (), ()>::MAY_TAKE_NO_PART, coverage);
        self.left.reach(cotangents, coverage);
        self.right.reach(cotangents, coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Binary::<Op, (), ()>::IS_SUM {
            self.pull_to_terms(values, at, cotangent, cotangents);
        } else if L::LEAF && R::LEAF {
            let z = self.value(values, at);
            self.pull_to_leaves(values, at, z, cotangent, cotangents);
        } else {
            let (_, pull) = self.vjp(values, at);
            pull(cotangent, cotangents);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        z: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Binary::<Op, (), ()>::IS_SUM {
            self.pull_to_terms(values, at, cotangent, cotangents);
        } else if L::LEAF && R::LEAF {
            self.pull_to_leaves(values, at, z, cotangent, cotangents);
        } else {
            let (x, pull_left) = self.left.vjp(values, at);
            let (y, pull_right) = self.right.vjp(values, at);
            pull_to_both!(
                self.op,
                [x, y, z],
                cotangent,
                cotangents,
                pull_left,
                pull_right
            );
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        // What a side is multiplied by must be known before that side is. One of these is compiled.
        let unknown = S::zero();
        let is_square_of_leaf = L::LEAF && R::LEAF && Self::is_square();
        if Binary::<Op, (), ()>::IS_SUM {
            let left = self.op.chain_left(cotangent, unknown, unknown, unknown);
            let right = self.op.chain_right(cotangent, unknown, unknown, unknown);
            let x = self.left.accumulate(values, at, left, cotangents);
            let y = self.right.accumulate(values, at, right, cotangents);
            x.binary(y, self.op)
        } else if const { matches!(Op::LINEARITY, Linearity::Neither) } || is_square_of_leaf {
            let (z, pull) = self.vjp(values, at);
            pull(cotangent, cotangents);
            z
        } else if const { matches!(Op::LINEARITY, Linearity::Each) && L::LEAF } {
            let (x, pull) = self.left.vjp(values, at);
            let right = self.op.chain_right(cotangent, x, unknown, unknown);
            let y = self.right.accumulate(values, at, right, cotangents);
            let z = x.binary(y, self.op);
            pull(self.op.chain_left(cotangent, x, y, z), cotangents);
            z
        } else {
            let (y, pull) = self.right.vjp(values, at);
            let left = self.op.chain_left(cotangent, unknown, y, unknown);
            let x = self.left.accumulate(values, at, left, cotangents);
            let z = x.binary(y, self.op);
            pull(self.op.chain_right(cotangent, x, y, z), cotangents);
            z
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, L, R, S>,
    ) {
        let (x, pull_left) = self.left.vjp(values, at);
        let (y, pull_right) = self.right.vjp(values, at);
        let z = x.binary(y, self.op);
        (
            z,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                pull_to_both!(
                    self.op,
                    [x, y, z],
                    cotangent,
                    cotangents,
                    pull_left,
                    pull_right
                );
            },
        )
    }
}
