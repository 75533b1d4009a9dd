//! Dual numbers with several tangents, all of which are there.
//!
//! Where [`MultiDual`](super::MultiDual) knows when it is compiled along which directions a number moves, these
//! do not: in loops over arrays every number may move along each. A tangent that does not move is 0.

use super::number::{field_by_primal, operators_by_rule, scalar_by_primal};
use crate::rules::zeros::{both_parts, each_part, part};
use crate::scalar::{
    AllLanes, BinaryRule, Branch, Field, Lanes, Linearity, OneRegister, Packing, Rule, Scalar,
    UnaryRule, each,
};

/// A number and what it changes by along `K` directions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bundle<S, const K: usize> {
    /// The number itself.
    pub(crate) primal: S,
    /// What it changes by.
    pub(crate) tangents: [S; K],
}

impl<S: Scalar, const K: usize> Bundle<S, K> {
    /// A number that moves along none.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn constant(primal: S) -> Self {
        Bundle {
            primal,
            tangents: [S::zero(); K],
        }
    }
}

/// The tangents of an operand times its partial, or `alone` of each where the partials are the same everywhere. What does
/// not move, or takes no part, contributes nothing.
#[cfg_attr(optimized, inline(always))]
fn scaled<S: Scalar, const K: usize>(
    tangents: [S; K],
    varies: bool,
    takes_part: Option<S::Mask>,
    partial: S,
    alone: impl Fn(S) -> S,
) -> [S; K] {
    each(
        S::zero(),
        #[cfg_attr(optimized, inline(always))]
        |i| {
            let tangent = tangents[i];
            if !varies {
                return alone(tangent);
            }
            let moved = S::select(tangent.is_constant_zero(), S::zero(), tangent * partial);
            match takes_part {
                None => moved,
                Some(mask) => S::select(mask, moved, S::zero()),
            }
        },
    )
}

#[cfg_attr(optimized, inline(always))]
fn sum<S: Scalar, const K: usize>(left: [S; K], right: [S; K]) -> [S; K] {
    each(
        S::zero(),
        #[cfg_attr(optimized, inline(always))]
        |i| left[i] + right[i],
    )
}

impl<S: Scalar, const K: usize> Field for Bundle<S, K> {
    field_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn are_finite(numbers: &[Self]) -> bool {
        numbers
            .iter()
            .all(|x| S::are_finite(&[x.primal]) && S::are_finite(&x.tangents))
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_constant_zero(self) -> S::Mask {
        let tangents = self.tangents.iter();
        tangents.fold(self.primal.is_constant_zero(), |zero, tangent| {
            zero & tangent.is_constant_zero()
        })
    }
    #[cfg_attr(optimized, inline(always))]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Bundle {
            primal: S::select(mask, yes.primal, no.primal),
            tangents: each(
                S::zero(),
                #[cfg_attr(optimized, inline(always))]
                |i| S::select(mask, yes.tangents[i], no.tangents[i]),
            ),
        }
    }
}

impl<S: Scalar, const K: usize> Scalar for Bundle<S, K> {
    const ORDERS: usize = 1 + S::ORDERS;

    scalar_by_primal!();

    #[inline]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let x = self.primal;
        let y = x.unary(op);
        if Op::STOPS {
            return Bundle::constant(y);
        }
        let varies = Op::READS_INPUT || Op::READS_VALUE;
        let (mask, partial) = (part(op, x, y), op.partial(x, y));
        let tangents = scaled(
            self.tangents,
            varies,
            mask,
            partial,
            #[cfg_attr(optimized, inline(always))]
            |tangent| op.chain(tangent, x, y),
        );
        Bundle {
            primal: y,
            tangents,
        }
    }
    #[inline]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        let (x, y) = (self.primal, other.primal);
        let z = x.binary(y, op);
        let (left, right) = op.partials(x, y, z);
        let masks = both_parts(op, x, y, z);
        let varies = !matches!(Op::LINEARITY, Linearity::Both);
        let of_left = scaled(
            self.tangents,
            varies,
            masks.map(|[left, _]| left),
            left,
            #[cfg_attr(optimized, inline(always))]
            |tangent| op.chain_left(tangent, x, y, z),
        );
        let of_right = scaled(
            other.tangents,
            varies,
            masks.map(|[_, right]| right),
            right,
            #[cfg_attr(optimized, inline(always))]
            |tangent| op.chain_right(tangent, x, y, z),
        );
        Bundle {
            primal: z,
            tangents: sum(of_left, of_right),
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let x = inputs.map(|input| input.primal);
        let y = S::nary(x, op);
        let partials = op.partials(x, y);
        let masks = each_part(op, x, y);
        let mut tangents = [S::zero(); K];
        for (i, input) in inputs.iter().enumerate() {
            let mask = masks.map(|masks| masks[i]);
            let moved = scaled(input.tangents, true, mask, partials[i], |tangent| tangent);
            tangents = if i == 0 { moved } else { sum(tangents, moved) };
        }
        Bundle {
            primal: y,
            tangents,
        }
    }
}

operators_by_rule!(impl [S: Scalar, const K: usize] Bundle<S, K>);

/// Numbers side by side.
#[cfg_attr(optimized, inline(always))]
fn pack<P: Packing<S>, S: Scalar, const K: usize>(
    lane: impl Fn(usize) -> Bundle<S, K>,
) -> Bundle<P::Pack, K> {
    Bundle {
        primal: P::pack(|at| lane(at).primal),
        tangents: each(P::Pack::zero(), |i| P::pack(|at| lane(at).tangents[i])),
    }
}

/// The number in a lane.
#[cfg_attr(optimized, inline(always))]
fn in_lane<P: Packing<S>, S: Scalar, const K: usize>(
    pack: Bundle<P::Pack, K>,
    lane: usize,
) -> Bundle<S, K> {
    Bundle {
        primal: P::lane(pack.primal, lane),
        tangents: pack.tangents.map(|tangent| P::lane(tangent, lane)),
    }
}

/// Primals side by side, and tangents.
impl<S: Scalar, const K: usize> Lanes for Bundle<S, K> {
    type Pack = Bundle<S::Pack, K>;
    type Register = Bundle<S::Register, K>;

    const LANES: usize = S::LANES;
    const REGISTER_LANES: usize = S::REGISTER_LANES;

    #[cfg_attr(optimized, inline(always))]
    fn splat(self) -> Bundle<S::Pack, K> {
        Bundle {
            primal: self.primal.splat(),
            tangents: self.tangents.map(S::splat),
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack(lane: impl Fn(usize) -> Self) -> Bundle<S::Pack, K> {
        pack::<AllLanes, S, K>(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lane(pack: Bundle<S::Pack, K>, lane: usize) -> Self {
        in_lane::<AllLanes, S, K>(pack, lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack_register(lane: impl Fn(usize) -> Self) -> Bundle<S::Register, K> {
        pack::<OneRegister, S, K>(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn register_lane(register: Bundle<S::Register, K>, lane: usize) -> Self {
        in_lane::<OneRegister, S, K>(register, lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn sum_lanes(pack: Bundle<S::Pack, K>) -> Self {
        Bundle {
            primal: S::sum_lanes(pack.primal),
            tangents: pack.tangents.map(S::sum_lanes),
        }
    }
}
