//! Arrays pulled back operation by operation: a loop over the elements for each, which the compiler makes of vectors.
//!
//! Element by element all operations would be pulled back in one loop, with the cotangents of all variables added to in it:
//! too much for the compiler to put elements side by side. So it is done where the values that the derivatives need are at
//! hand, or cost little to compute again, in loops and branches. Where an elementary function is computed on the way back, elements
//! are put side by side [in lanes](super::in_lanes), if the numbers have such. Numbers that are packed side by side already are
//! pulled back element by element, and so are those that carry derivatives, except to the terms of sums.

use crate::expr::bodies::binding::evaluate_each;
use crate::expr::elementwise::in_lanes::{Pull, pull_in_lanes, write_in_lanes};
use crate::expr::elementwise::one_by_one::one_by_one;
use crate::expr::elementwise::terms::{hand_on, pull_terms};
use crate::expr::kernels::inlined;
use crate::expr::{
    Binary, Broadcast, Cotangents, Elementwise, Expr, Frame, InLanes, Received, Shape, Unary,
    Values,
};
use crate::rules;
use crate::rules::zeros::{may_take_no_part, takes_part};
use crate::scalar::{BinaryRule, Linearity, Packing, Scalar, UnaryRule};

/// How many operations of arithmetic are few enough to be computed again.
pub(in crate::expr) const FEW: usize = 3;

/// Whether the numbers are plain ones, which the compiler can put side by side, and are not so already.
pub(in crate::expr) const fn is_plain<S: Scalar>() -> bool {
    S::IS_REAL && !S::IS_PACK
}

impl<Fr: Frame, Op: UnaryRule, E: Elementwise<Fr>> Elementwise<Fr> for Unary<Op, E> {
    const LANES: InLanes = E::LANES.then::<Op>();

    #[cfg_attr(optimized, inline(always))]
    fn write_whole<Whole: Shape, S: Scalar>(self, values: &Values<'_, Fr, S>, elements: &mut [S]) {
        let write: fn(Self, &Values<'_, Fr, S>, &mut [S]) = const {
            if E::LANES.has_function() {
                write_in_lanes::<Fr, Self, Whole, S>
            } else {
                Self::write_function
            }
        };
        write(self, values, elements);
    }

    #[cfg_attr(optimized, inline(always))]
    fn lanes<Q: Packing<S>, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> Q::Pack {
        self.operand.lanes::<Q, S>(values, at).unary(self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp_lanes<Q: Packing<S>, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        Q::Pack,
        impl FnOnce(Q::Pack, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        let (x, pull) = self.operand.vjp_lanes::<Q, S>(values, at);
        let y = x.unary(self.op);
        (
            y,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                if !Op::STOPS {
                    pull(self.op.chain(cotangent, x, y), cotangents);
                }
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_lanes<Q: Packing<S>, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        known: Option<Q::Pack>,
        cotangent: Q::Pack,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let Unary { op, operand } = self;
        if Op::STOPS {
            return;
        }
        let (x, pull) = operand.vjp_lanes::<Q, S>(values, at);
        let y = match known {
            Some(known) => known,
            None => x.unary(op),
        };
        pull(op.chain(cotangent, x, y), cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<Whole: Shape, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        known: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Op::STOPS {
            return;
        }
        let pull: Pull<Fr, Self, S> = const {
            let lanes = <Self as Elementwise<Fr>>::LANES;
            if lanes.pulls::<S>(Whole::LEN, true) {
                pull_in_lanes::<Fr, Self, Whole, S>
            } else if lanes.pulls::<S>(Whole::LEN, false) {
                Self::pull_known::<Fr, Whole, S>
            } else {
                Self::pull_operation::<Fr, Whole, S>
            }
        };
        pull(self, values, known, received, cotangents);
    }
}

impl<Op: UnaryRule, E> Unary<Op, E> {
    /// Writes the elements where no function is in the operand: its elements first, then the function of each.
    #[cfg_attr(optimized, inline(always))]
    fn write_function<Fr: Frame, S: Scalar>(self, values: &Values<'_, Fr, S>, elements: &mut [S])
    where
        E: Elementwise<Fr>,
    {
        evaluate_each(self.operand, values, elements);
        S::unary_each(elements, self.op);
    }

    /// Pulls back all elements by their values where these are known, else in lanes.
    #[cfg_attr(optimized, inline(always))]
    fn pull_known<Fr: Frame, Whole: Shape, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        known: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        E: Elementwise<Fr>,
    {
        if known.is_some() {
            self.pull_operation::<Fr, Whole, S>(values, known, received, cotangents);
        } else {
            pull_in_lanes::<Fr, Self, Whole, S>(self, values, known, received, cotangents);
        }
    }

    /// Pulls back all elements, where the values that the derivative reads are at hand all at once.
    #[cfg_attr(optimized, inline(always))]
    fn pull_operation<Fr: Frame, Whole: Shape, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        known: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        E: Elementwise<Fr>,
    {
        let is_known = !Op::READS_VALUE || known.is_some();
        let is_at_hand = const { E::OPERATIONS <= FEW } || !Op::READS_INPUT && is_known;
        if !const { is_plain::<S>() } || !is_at_hand {
            return one_by_one(self, values, known, received, cotangents);
        }
        let Unary { op, operand } = self;
        let is_partial = const { may_take_no_part(Op::ROW) };
        pull_terms::<Fr, E, Whole, S>(
            operand,
            values,
            received,
            is_partial,
            #[cfg_attr(optimized, inline(always))]
            |at, cotangent| {
                let input = inlined(
                    #[cfg_attr(optimized, inline(always))]
                    || operand.value(values, at),
                );
                let [x, y] = match known {
                    Some(known) if !Op::READS_INPUT => {
                        [op.input_if_read(known[at], input), known[at]]
                    }
                    Some(known) => [input(), known[at]],
                    None => {
                        let x = input();
                        [x, x.unary(op)]
                    }
                };
                if is_partial {
                    op.chain_of_part(cotangent, x, y, takes_part(op, x, y))
                } else {
                    op.chain(cotangent, x, y)
                }
            },
            cotangents,
        );
    }
}

impl<Op: BinaryRule, L, R> Binary<Op, L, R> {
    /// Whether the values that the derivatives are made of cost little to compute again.
    const fn are_at_hand<Fr: Frame>() -> bool
    where
        L: Expr<Fr>,
        R: Expr<Fr>,
    {
        let left_is = L::OPERATIONS <= FEW;
        let right_is = R::OPERATIONS <= FEW;
        match Op::LINEARITY {
            Linearity::Both => true,
            Linearity::Each => (right_is || L::IS_NUMBER) && (left_is || R::IS_NUMBER),
            Linearity::Left => (right_is || L::IS_NUMBER) && (left_is && right_is || R::IS_NUMBER),
            Linearity::Neither => false,
        }
    }
}

impl<Fr: Frame, Op: BinaryRule, L: Elementwise<Fr>, R: Elementwise<Fr>> Elementwise<Fr>
    for Binary<Op, L, R>
where
    L::Shape: Broadcast<R::Shape>,
{
    const LANES: InLanes = L::LANES.with::<Op>(R::LANES);

    #[cfg_attr(optimized, inline(always))]
    fn lanes<Q: Packing<S>, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> Q::Pack {
        let x = self.left.lanes::<Q, S>(values, at);
        let y = self.right.lanes::<Q, S>(values, at);
        x.binary(y, self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp_lanes<Q: Packing<S>, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        Q::Pack,
        impl FnOnce(Q::Pack, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        let Binary { op, left, right } = self;
        let (x, pull_left) = left.vjp_lanes::<Q, S>(values, at);
        let (y, pull_right) = right.vjp_lanes::<Q, S>(values, at);
        let z = x.binary(y, op);
        (
            z,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: Q::Pack, cotangents: &mut Cotangents<'_, Fr, S>| {
                let is_square = Self::is_square();
                let of_left = if is_square {
                    cotangent + cotangent
                } else {
                    cotangent
                };
                pull_left(op.chain_left(of_left, x, y, z), cotangents);
                if !is_square {
                    pull_right(op.chain_right(cotangent, x, y, z), cotangents);
                }
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<Whole: Shape, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        known: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let Binary { op, left, right } = self;
        let is_side_by_side =
            const { is_plain::<S>() || !S::IS_PACK && matches!(Op::LINEARITY, Linearity::Both) };
        if !is_side_by_side {
            return one_by_one(self, values, known, received, cotangents);
        }
        let unknown = S::zero();
        if let Linearity::Both = Op::LINEARITY {
            hand_on::<Fr, L, Whole, S>(left, values, received, cotangents);
            if const { Op::ROW.0 == <rules::Add as BinaryRule>::ROW.0 } {
                hand_on::<Fr, R, Whole, S>(right, values, received, cotangents);
            } else {
                pull_terms::<Fr, R, Whole, S>(
                    right,
                    values,
                    received,
                    false,
                    #[cfg_attr(optimized, inline(always))]
                    |_, cotangent| op.chain_right(cotangent, unknown, unknown, unknown),
                    cotangents,
                );
            }
        } else if const { Self::are_at_hand::<Fr>() && !may_take_no_part(Op::ROW) } {
            let of_left = inlined(
                #[cfg_attr(optimized, inline(always))]
                |at, cotangent: S| {
                    let twice = if Self::is_square() {
                        cotangent.doubled()
                    } else {
                        cotangent
                    };
                    op.chain_left(twice, unknown, right.value(values, at), unknown)
                },
            );
            if const { !L::IS_NUMBER } {
                pull_terms::<Fr, L, Whole, S>(left, values, received, false, of_left, cotangents);
            }
            let of_right = inlined(
                #[cfg_attr(optimized, inline(always))]
                |at, cotangent| {
                    let x = left.value(values, at);
                    if let Linearity::Each = Op::LINEARITY {
                        return op.chain_right(cotangent, x, unknown, unknown);
                    }
                    let y = right.value(values, at);
                    let z = match known {
                        Some(known) => known[at],
                        None => x.binary(y, op),
                    };
                    op.chain_right(cotangent, x, y, z)
                },
            );
            if const { !R::IS_NUMBER } && !Self::is_square() {
                pull_terms::<Fr, R, Whole, S>(right, values, received, false, of_right, cotangents);
            }
        } else {
            let pull: Pull<Fr, Self, S> = const {
                if <Self as Elementwise<Fr>>::LANES.pulls::<S>(Whole::LEN, true) {
                    pull_in_lanes::<Fr, Self, Whole, S>
                } else {
                    one_by_one
                }
            };
            pull(self, values, known, received, cotangents);
        }
    }
}
