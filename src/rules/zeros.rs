//! What the zeros among the partials of an operation are: numbers, or the sign that an input takes no part.
//!
//! An input takes no part in the value below the kink of relu, as the lesser operand of max, in a step function.
//! There the rule's chain, c · ∂y/∂x, is 0 for every cotangent c, an infinite one included, and nothing is pulled
//! back to the input: neither what comes after it nor what comes before can make a NaN of that. Where a partial only
//! happens to be 0, as that of x² at 0, an infinite factor on either side gives 0 · ∞ = NaN.

use super::rows::{binary, ternary, unary};
use crate::scalar::{BinaryRule, Field, Row, Rule, Scalar, UnaryRule};

/// What the zeros among the partials of an operation are.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Zeros {
    /// All numbers.
    Numbers,
    /// All by structure.
    Structure,
    /// Of both kinds; to find out costs little.
    Both,
    /// Of unknown kinds: the operation is a user's own.
    Unknown,
}

/// What the zeros among the partials of a row are, so that hardly any must be looked at; a test holds it to the
/// chains.
pub(super) const fn zeros(row: Row) -> Zeros {
    const STRUCTURE: [Row; 11] = [
        unary::Relu,
        unary::Abs,
        unary::Signum,
        unary::Floor,
        unary::Ceil,
        unary::Round,
        unary::Trunc,
        binary::Copysign,
        binary::Min,
        binary::Max,
        ternary::Clamp,
    ];
    if row.0 == Row::NONE.0 {
        return Zeros::Unknown;
    }
    if row.0 == binary::Hypot.0 {
        return Zeros::Both;
    }
    let mut i = 0;
    while i < STRUCTURE.len() {
        if row.0 == STRUCTURE[i].0 {
            return Zeros::Structure;
        }
        i += 1;
    }
    Zeros::Numbers
}

/// Whether there are points at which an input takes no part in the operation.
pub(crate) const fn may_take_no_part(row: Row) -> bool {
    !matches!(zeros(row), Zeros::Numbers)
}

/// Where x takes part in the value.
#[inline(always)]
pub(crate) fn takes_part<S: Scalar, Op: UnaryRule>(op: Op, x: S, y: S) -> S::Mask {
    !op.chain(infinity(), x, y).equals(S::zero())
}

/// Where the left and the right operand take part in the value.
#[inline(always)]
pub(crate) fn take_part<S: Scalar, Op: BinaryRule>(op: Op, x: S, y: S, z: S) -> [S::Mask; 2] {
    [
        !op.chain_left(infinity(), x, y, z).equals(S::zero()),
        !op.chain_right(infinity(), x, y, z).equals(S::zero()),
    ]
}

/// Where each operand takes part in the value.
#[inline(always)]
pub(crate) fn each_takes_part<S: Scalar, Op: Rule<N>, const N: usize>(
    op: Op,
    x: [S; N],
    y: S,
) -> [S::Mask; N] {
    op.chain(infinity(), x, y).map(
        #[inline(always)]
        |chained| !chained.equals(S::zero()),
    )
}

#[inline(always)]
fn infinity<S: Field>() -> S {
    S::constant(f64::INFINITY)
}
