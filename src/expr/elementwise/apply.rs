//! Operations on any number of operands.

use crate::expr::elementwise::unary::coverage_behind;
use crate::expr::{
    Cost, Cotangents, Coverage, Ex, Expr, Frame, Operand, Values, count, for_each_small_arity,
};
use crate::rules::zeros::{each_takes_part, may_take_no_part, takes_part_at_all};
use crate::scalar::{Rule, Scalar};

/// The operation `Op` on a tuple of expressions.
#[derive(Debug, Clone, Copy)]
pub struct Apply<Op, A> {
    op: Op,
    operands: A,
}

/// The operation `op` on expressions and numbers: for [rules](Rule) of your own.
///
/// ```
/// use monograd::expr::apply;
/// use monograd::prelude::*;
/// use monograd::rules::Clamp;
///
/// let f = func!(|x| apply(Clamp, (x, 0.0, 1.0)));
/// assert_eq!(f.value_and_gradient(&[0.3]), (0.3, [1.0]));
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn apply<Op: Rule<N>, A: Operands<N>, const N: usize>(
    op: Op,
    operands: A,
) -> Ex<Apply<Op, A::Exprs>> {
    Ex(Apply {
        op,
        operands: operands.into_exprs(),
    })
}

/// A tuple of `N` that can stand in an expression: expressions and numbers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple of {N} expressions",
    note = "for one operand write `(x,)`; up to 12 can stand in a tuple, expressions and numbers"
)]
pub trait Operands<const N: usize> {
    /// The expressions they stand for.
    type Exprs;

    /// Those expressions.
    fn into_exprs(self) -> Self::Exprs;
}

impl<Op: Rule<N>, const N: usize> Apply<Op, [(); N]> {
    /// Whether there are points at which an operand takes no part. Of no operands, so that it is computed once for each
    /// operation.
    const MAY_TAKE_NO_PART: bool = may_take_no_part(Op::ROW);

    /// Whether an operand is to be pulled back to.
    #[cfg_attr(optimized, inline(always))]
    fn takes_part<S: Scalar>(op: Op, x: [S; N], y: S, operand: usize) -> bool {
        !Self::MAY_TAKE_NO_PART || takes_part_at_all::<S>(each_takes_part(op, x, y)[operand])
    }
}

macro_rules! apply {
    ($(($index:tt $Operand:ident))*) => {
        impl<$($Operand: Operand),*> Operands<{ count!($($Operand)*) }> for ($($Operand,)*) {
            type Exprs = ($($Operand::Expr,)*);

            #[cfg_attr(optimized, inline(always))]
            fn into_exprs(self) -> Self::Exprs {
                ($(self.$index.into_expr().0,)*)
            }
        }

        impl<Fr, Op, $($Operand),*> Expr<Fr> for Apply<Op, ($($Operand,)*)>
        where
            Fr: Frame,
            Op: Rule<{ count!($($Operand)*) }>,
            $($Operand: Expr<Fr>,)*
        {
            const COST: Cost = Cost::NONE $(.and($Operand::COST))*.passed_to(count!($($Operand)*));

            #[cfg_attr(optimized, inline(always))]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                S::nary([$(self.operands.$index.value(values, at)),*], self.op)
            }

            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
                let may_take_no_part = Apply::<Op, [(); count!($($Operand)*)]>::MAY_TAKE_NO_PART;
                let coverage = coverage_behind(may_take_no_part, coverage);
                $(self.operands.$index.reach(cotangents, coverage);)*
            }

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>, at: usize,
            ) -> (S, impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, S, $($Operand),*>) {
                let ($($Operand,)*) = self.operands;
                $(let $Operand = $Operand.vjp(values, at);)*
                let x = [$($Operand.0),*];
                let y = S::nary(x, self.op);
                (
                    y,
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                        let pulled = self.op.chain(cotangent, x, y);
                        $(if Apply::takes_part(self.op, x, y, $index) {
                            ($Operand.1)(pulled[$index], cotangents);
                        })*
                    },
                )
            }
        }
    };
}

for_each_small_arity!(apply);
