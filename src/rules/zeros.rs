//! What the zeros among the partials of an operation are: numbers, or the sign that an input takes no part.
//!
//! An input takes no part in the value below the kink of relu, as the lesser operand of max, in a step function.
//! There the rule's chain, c · ∂y/∂x, is 0 for every cotangent c, an infinite one included, and nothing is pulled
//! back to the input: neither what comes after it nor what comes before can make a NaN of that. Where a partial only
//! happens to be 0, as that of x² at 0, an infinite factor on either side gives 0 · ∞ = NaN.

use super::{binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, Branch, Field, Row, Rule, Scalar, UnaryRule};

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

/// What a row states.
macro_rules! stated {
    (structure) => {
        Zeros::Structure
    };
    (both) => {
        Zeros::Both
    };
}

/// The rows of a table that state what their zeros are.
macro_rules! stated_by_rows {
    ($STATED:ident of $table:ident: $($Rule:ident $($zeros:ident)?;)*) => {
        const $STATED: &[(Row, Zeros)] = &[
            $($((super::rows::$table::$Rule, stated!($zeros)),)?)*
        ];
    };
}

macro_rules! unary_zeros {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident $parameter:tt: $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal,
            within [$of_value:literal, $of_slope:literal $(; x where |$y:ident| $far:expr)? $(; zeros $zeros:ident $(, absent $absent:expr)?)? $(; slope $slope:expr)?],
            tests $tests:tt;
    )*) => {
        stated_by_rows!(UNARY of unary: $($Rule $($zeros)?;)*);
    };
}

macro_rules! binary_zeros {
    ($STATED:ident of $table:ident $(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal,
            within [$of_value:literal, $of_slopes:literal $(; zeros $zeros:ident)?], at $points:tt edge $edges:tt;
    )*) => {
        stated_by_rows!($STATED of $table: $($Rule $($zeros)?;)*);
    };
}

macro_rules! ternary_zeros {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal,
            within [$of_value:literal, $of_slopes:literal $(; zeros $zeros:ident)?], at $points:tt edge $edges:tt;
    )*) => {
        stated_by_rows!(TERNARY of ternary: $($Rule $($zeros)?;)*);
    };
}

unary_table!(unary_zeros);
operator_table!(binary_zeros OPERATOR of operator);
binary_table!(binary_zeros BINARY of binary);
ternary_table!(ternary_zeros);

/// What the zeros among the partials of a row are, so that hardly any must be looked at: numbers, where the row states
/// nothing else. A test holds it to the chains.
pub(super) const fn zeros(row: Row) -> Zeros {
    if row.0 == Row::NONE.0 {
        return Zeros::Unknown;
    }
    let tables = [UNARY, OPERATOR, BINARY, TERNARY];
    let mut table = 0;
    while table < tables.len() {
        let mut at = 0;
        while at < tables[table].len() {
            let (stated, zeros) = tables[table][at];
            if row.0 == stated.0 {
                return zeros;
            }
            at += 1;
        }
        table += 1;
    }
    Zeros::Numbers
}

/// Whether there are points at which an input takes no part in the operation.
pub(crate) const fn may_take_no_part(row: Row) -> bool {
    !matches!(zeros(row), Zeros::Numbers)
}

/// Whether the partials of an operation are constants but at its kinks and steps: those whose zeros are all by structure.
pub(crate) const fn is_linear_in_pieces(row: Row) -> bool {
    matches!(zeros(row), Zeros::Structure)
}

/// Whether an operation is the product of two numbers.
pub(crate) const fn is_product(row: Row) -> bool {
    row.0 == super::rows::operator::Mul.0
}

/// Where x takes part in the value.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn takes_part<S: Scalar, Op: UnaryRule>(op: Op, x: S, y: S) -> S::Mask {
    !op.chain(infinity(), x, y).equals(S::zero())
}

/// Where the left and the right operand take part in the value.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn take_part<S: Scalar, Op: BinaryRule>(op: Op, x: S, y: S, z: S) -> [S::Mask; 2] {
    [
        !op.chain_left(infinity(), x, y, z).equals(S::zero()),
        !op.chain_right(infinity(), x, y, z).equals(S::zero()),
    ]
}

/// Whether an operand that takes part there is to be pulled back to. Of numbers packed side by side it always is: the
/// operation's chain gives 0 where the operand takes no part.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn takes_part_at_all<S: Scalar>(there: S::Mask) -> bool {
    S::IS_PACK || !matches!(S::branch(there, || (), || ()), Branch::No(()))
}

/// Where each operand takes part in the value.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn each_takes_part<S: Scalar, Op: Rule<N>, const N: usize>(
    op: Op,
    x: [S; N],
    y: S,
) -> [S::Mask; N] {
    op.chain(infinity(), x, y).map(
        #[cfg_attr(optimized, inline(always))]
        |chained| !chained.equals(S::zero()),
    )
}

/// Where x takes part in the value, if there are points at which it does not.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn part<S: Scalar, Op: UnaryRule>(op: Op, x: S, y: S) -> Option<S::Mask> {
    const { may_take_no_part(Op::ROW) }.then(|| takes_part(op, x, y))
}

/// Where the left and the right operand take part in the value, if there are points at which they do not.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn both_parts<S: Scalar, Op: BinaryRule>(
    op: Op,
    x: S,
    y: S,
    z: S,
) -> Option<[S::Mask; 2]> {
    const { may_take_no_part(Op::ROW) }.then(|| take_part(op, x, y, z))
}

/// Where each operand takes part in the value, if there are points at which one does not.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn each_part<S: Scalar, Op: Rule<N>, const N: usize>(
    op: Op,
    x: [S; N],
    y: S,
) -> Option<[S::Mask; N]> {
    const { may_take_no_part(Op::ROW) }.then(|| each_takes_part(op, x, y))
}

#[cfg_attr(optimized, inline(always))]
fn infinity<S: Field>() -> S {
    S::constant(f64::INFINITY)
}
