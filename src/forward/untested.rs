//! Numbers with several tangents that are not looked at.
//!
//! A tangent that is 0 contributes nothing, though the partial it is multiplied by may be infinite: to see to that takes
//! a test for each tangent of each operand. Where all derivatives are finite in the end, none was needed.

use super::MultiDual;
use super::number::operators_by_rule;
use crate::scalar::{BinaryRule, Branch, Field, Plain, Rule, Scalar, UnaryRule};

/// A [`MultiDual`] that gives NaN where a tangent of 0 meets a partial that is not finite: what it gives holds where it is
/// finite.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Untested<S, const N: usize>(pub(crate) MultiDual<S, N>);

impl<S: Scalar, const N: usize> Field for Untested<S, N> {
    type Mask = S::Mask;

    const IS_PACK: bool = S::IS_PACK;

    #[inline(always)]
    fn constant(value: f64) -> Self {
        Untested(Field::constant(value))
    }
    #[inline(always)]
    fn from_plain<T: Plain>(number: T) -> Self {
        Untested(Field::from_plain(number))
    }
    #[inline(always)]
    fn min_positive() -> Self {
        Untested(Field::min_positive())
    }
    #[inline(always)]
    fn less_than(self, other: Self) -> S::Mask {
        self.0.less_than(other.0)
    }
    #[inline(always)]
    fn at_most(self, other: Self) -> S::Mask {
        self.0.at_most(other.0)
    }
    #[inline(always)]
    fn equals(self, other: Self) -> S::Mask {
        self.0.equals(other.0)
    }
    #[inline(always)]
    fn is_constant_zero(self) -> S::Mask {
        self.0.is_constant_zero()
    }
    #[inline(always)]
    fn is_absent(self) -> S::Mask {
        self.0.is_absent()
    }
    #[inline(always)]
    fn present(self) -> Self {
        Untested(self.0.present())
    }
    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Untested(Field::select(mask, yes.0, no.0))
    }
    #[inline(always)]
    fn branch<A, B>(
        mask: S::Mask,
        yes: impl FnOnce() -> A,
        no: impl FnOnce() -> B,
    ) -> Branch<A, B, S::Mask> {
        S::branch(mask, yes, no)
    }
}

impl<S: Scalar, const N: usize> Scalar for Untested<S, N> {
    const ORDERS: usize = 1 + S::ORDERS;
    const WIDTH: usize = S::WIDTH;

    #[inline(always)]
    fn primal_in(self, lane: usize) -> f64 {
        self.0.primal_in(lane)
    }
    #[inline(always)]
    fn with_primal_in(self, lane: usize, primal: f64) -> Self {
        Untested(self.0.with_primal_in(lane, primal))
    }
    #[inline(always)]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        Untested(self.0.by_unary::<Op, false>(op))
    }
    #[inline(always)]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        Untested(self.0.by_binary::<Op, false>(other.0, op))
    }
    #[inline(always)]
    fn nary<Op: Rule<M>, const M: usize>(inputs: [Self; M], op: Op) -> Self {
        let inputs = inputs.map(
            #[inline(always)]
            |input| input.0,
        );
        Untested(MultiDual::by_nary::<Op, M, false>(inputs, op))
    }
}

operators_by_rule!(impl [S: Scalar, const N: usize] Untested<S, N>);

crate::scalar::one_lane! {
    [S: Scalar, const N: usize] Untested<S, N>;
}
