//! Elementary functions of arrays, computed of several elements at once in vector registers.
//!
//! The compiler makes vectors of arithmetic, and of nothing that is a call. So where an elementary function is computed of plain
//! numbers, elements are packed side by side, evaluated and pulled back by the rules over packs, and what is left over
//! at the end one by one. Each pack goes through the whole expression: nothing is stored in between. Only the value of one
//! function of what takes none is computed after all of its arguments have been, which the compiler makes vectors of.
//!
//! What is absent is not told apart in the lanes of a pack. So an expression in which an operand may take no part is pulled back
//! one by one, and so is one of which some elements have received nothing.

use crate::expr::elementwise::one_by_one::one_by_one_from;
use crate::expr::elementwise::side_by_side::is_plain;
use crate::expr::{
    Binary, Cotangents, Coverage, Definable, Elementwise, Frame, Received, Shape, ShapedFrame,
    Unary, Values,
};
use crate::scalar::{
    AllLanes, BinaryRule, Field, Linearity, OneRegister, Packing, Scalar, UnaryRule,
};
use core::ops::Range;

/// What of an expression is computed of several elements at once.
#[derive(Debug, Clone, Copy)]
pub struct InLanes {
    /// Whether a function is in its value.
    of_value: bool,
    /// Whether a function is computed on the way back where the value is known.
    of_pullback: bool,
    /// Whether each of its operations can be pulled back so.
    is_pulled: bool,
}

impl InLanes {
    /// Of what is computed one by one.
    pub(in crate::expr) const NOTHING: Self = InLanes {
        of_value: false,
        of_pullback: false,
        is_pulled: false,
    };

    /// Of a variable or a constant.
    pub(in crate::expr) const LEAF: Self = InLanes {
        is_pulled: true,
        ..Self::NOTHING
    };

    /// Of an operation on such an expression.
    pub(super) const fn then<Op: UnaryRule>(self) -> Self {
        let is_function = Unary::<Op, ()>::IS_FUNCTION;
        InLanes {
            of_value: is_function || self.of_value,
            of_pullback: !Op::STOPS && (is_function && Op::READS_INPUT || self.of_value),
            is_pulled: self.is_pulled && !Unary::<Op, ()>::MAY_TAKE_NO_PART,
        }
    }

    /// Of an operation on two such expressions.
    pub(super) const fn with<Op: BinaryRule>(self, other: Self) -> Self {
        let of_operands = self.of_value || other.of_value;
        let may_take_no_part = Binary::<Op, (), ()>::MAY_TAKE_NO_PART;
        // What may take no part is a maximum, or the like, which costs no more than arithmetic.
        let is_function = matches!(Op::LINEARITY, Linearity::Neither) && !may_take_no_part;
        InLanes {
            of_value: of_operands || is_function,
            of_pullback: of_operands || is_function,
            is_pulled: self.is_pulled && other.is_pulled && !may_take_no_part,
        }
    }

    /// Whether a function is in its value.
    pub(super) const fn has_function(self) -> bool {
        self.of_value
    }

    /// Whether `len` elements are evaluated in packs.
    pub(in crate::expr) const fn evaluates<S: Scalar>(self, len: usize) -> bool {
        self.of_value && has_packs::<S>(len)
    }

    /// Whether `len` elements are pulled back in packs, where their value is known or not.
    pub(in crate::expr) const fn pulls<S: Scalar>(self, len: usize, is_known: bool) -> bool {
        self.is_pulled && (self.of_pullback || self.of_value && !is_known) && has_packs::<S>(len)
    }

    /// Whether `len` elements that are computed once, not in a loop, are evaluated in packs.
    #[cfg(feature = "simd")]
    pub(in crate::expr) const fn evaluates_once<S: Scalar>(self, len: usize) -> bool {
        len >= MANY && self.evaluates::<S>(len)
    }

    /// Whether `len` elements that are computed once, not in a loop, are pulled back in packs.
    pub(in crate::expr) const fn pulls_once<S: Scalar>(self, len: usize, is_known: bool) -> bool {
        len >= MANY && self.pulls::<S>(len, is_known)
    }
}

/// How what the elements of an expression have received is pulled back, by their values if these are known.
///
/// Where a type decides how, a constant is the function that does it: of a branch that is never taken, the compiler would visit
/// all that it calls.
pub(in crate::expr) type Pull<Fr, E, S> =
    fn(E, &Values<'_, Fr, S>, Option<&[S]>, Received<'_, S>, &mut Cotangents<'_, Fr, S>);

/// The same, by values that are known.
#[cfg(feature = "simd")]
pub(in crate::expr) type PullKnown<Fr, E, S> =
    fn(E, &Values<'_, Fr, S>, &[S], Received<'_, S>, &mut Cotangents<'_, Fr, S>);

/// How many elements that are computed once are worth the time to compile lanes. Fewer have the bits of each element alone, however
/// the function is divided into `let`s.
const MANY: usize = 32;

/// Whether packs of plain numbers can be made of so many, or registers.
const fn has_packs<S: Scalar>(len: usize) -> bool {
    is_plain::<S>() && (S::LANES > 1 && len >= S::LANES || has_registers::<S>(len))
}

/// Whether a register can be filled with so many numbers, or with what packs leave of them. One register of two takes as long as a
/// pack, and is worth it only behind one.
const fn has_registers<S: Scalar>(len: usize) -> bool {
    let is_worth_it = S::REGISTER_LANES > 2 || S::REGISTER_LANES == 2 && len >= S::LANES;
    is_worth_it && len % S::LANES >= S::REGISTER_LANES
}

/// Does something with the packs of `len` elements and then with registers of what these leave, each time for a range of numbers
/// of elements; gives the number of the first element that is left then. It is no function, since what it calls is generic.
macro_rules! for_each_packing {
    ($S:ident, $len:expr, |$Q:ident, $packs:ident| $do:expr) => {{
        let mut rest = 0;
        if const { $S::LANES > 1 && $len >= $S::LANES } {
            type $Q = AllLanes;
            let $packs = rest..$len - $len % $S::LANES;
            rest = $packs.end;
            $do;
        }
        if const { has_registers::<$S>($len) } {
            type $Q = OneRegister;
            let $packs = rest..$len - ($len - rest) % $S::REGISTER_LANES;
            rest = $packs.end;
            $do;
        }
        rest
    }};
}

/// The number of the first element of each pack.
#[cfg_attr(optimized, inline(always))]
fn starts<Q: Packing<S>, S: Scalar>(packs: Range<usize>) -> impl Iterator<Item = usize> {
    let first = packs.start;
    // Not by steps, of which the compiler does not know that they end before the range does.
    (0..packs.len() / Q::LANES).map(
        #[cfg_attr(optimized, inline(always))]
        move |pack| first + pack * Q::LANES,
    )
}

/// The numbers from number `start` on, side by side.
#[cfg_attr(optimized, inline(always))]
fn pack<Q: Packing<S>, S: Scalar>(numbers: &[S], start: usize) -> Q::Pack {
    let numbers = &numbers[start..][..Q::LANES];
    Q::pack(
        #[cfg_attr(optimized, inline(always))]
        |lane| numbers[lane],
    )
}

/// Evaluates the elements of a `let` into their places.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn define_in_lanes<Fr, E, P, S>(
    expression: E,
    place: P,
    values: &mut Values<'_, Fr, S>,
) where
    Fr: ShapedFrame,
    E: Elementwise<Fr>,
    P: Definable<Fr>,
    S: Scalar,
{
    let mut array = P::Shape::fill(S::zero());
    expression.write_whole::<P::Shape, S>(values, P::Shape::flat_mut(&mut array));
    *place.block_mut(values) = array;
}

/// Writes the elements of an expression of the shape `Whole`, each pack after it has gone through the whole expression.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn write_in_lanes<Fr: Frame, E: Elementwise<Fr>, Whole: Shape, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    elements: &mut [S],
) {
    let rest = for_each_packing!(S, Whole::LEN, |Q, packs| {
        write_packs::<Fr, E, Q, S>(packs, expression, values, elements);
    });
    for (at, element) in elements.iter_mut().enumerate().skip(rest) {
        *element = expression.value(values, at);
    }
}

#[cfg_attr(optimized, inline(always))]
fn write_packs<Fr: Frame, E: Elementwise<Fr>, Q: Packing<S>, S: Scalar>(
    packs: Range<usize>,
    expression: E,
    values: &Values<'_, Fr, S>,
    elements: &mut [S],
) {
    for start in starts::<Q, S>(packs) {
        let pack = expression.lanes::<Q, S>(values, start);
        let elements = &mut elements[start..][..Q::LANES];
        for (lane, element) in elements.iter_mut().enumerate() {
            *element = Q::lane(pack, lane);
        }
    }
}

/// Pulls back what the elements of an expression have received, by their values if these are known.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn pull_in_lanes<Fr: Frame, E: Elementwise<Fr>, Sh: Shape, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    known: Option<&[S]>,
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if !expression.is_wanted(cotangents) {
        return;
    }
    expression.reach(cotangents, received.coverage());
    let mut rest = 0;
    if received.are_all_present() {
        rest = for_each_packing!(S, Sh::LEN, |Q, packs| {
            pull_packs::<Fr, E, Q, S>(packs, expression, values, known, received, cotangents);
        });
    }
    one_by_one_from(rest, expression, values, known, received, cotangents);
}

/// The same, by values that are known.
#[cfg(feature = "simd")]
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn pull_known_in_lanes<Fr: Frame, E: Elementwise<Fr>, Sh: Shape, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    known: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    pull_in_lanes::<Fr, E, Sh, S>(expression, values, Some(known), received, cotangents);
}

#[cfg_attr(optimized, inline(always))]
fn pull_packs<Fr: Frame, E: Elementwise<Fr>, Q: Packing<S>, S: Scalar>(
    packs: Range<usize>,
    expression: E,
    values: &Values<'_, Fr, S>,
    known: Option<&[S]>,
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    for start in starts::<Q, S>(packs) {
        let cotangent = pack::<Q, S>(received.elements(), start);
        let known = known.map(
            #[cfg_attr(optimized, inline(always))]
            |known| pack::<Q, S>(known, start),
        );
        expression.pull_lanes::<Q, S>(values, start, known, cotangent, cotangents);
    }
}

/// The sum of the elements of an expression.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn sum_in_lanes<Fr: Frame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
) -> S {
    let mut sum = S::zero();
    let rest = for_each_packing!(S, E::Shape::LEN, |Q, packs| {
        sum = sum + sum_of_packs::<Fr, E, Q, S>(packs, expression, values);
    });
    for at in rest..E::Shape::LEN {
        sum = sum + expression.value(values, at);
    }
    sum
}

#[cfg_attr(optimized, inline(always))]
fn sum_of_packs<Fr: Frame, E: Elementwise<Fr>, Q: Packing<S>, S: Scalar>(
    packs: Range<usize>,
    expression: E,
    values: &Values<'_, Fr, S>,
) -> S {
    let mut sums = Q::Pack::zero();
    for start in starts::<Q, S>(packs) {
        sums = sums + expression.lanes::<Q, S>(values, start);
    }
    Q::sum_lanes(sums)
}

/// The same sum, pulled back at once.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn accumulate_sum_in_lanes<Fr: Frame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) -> S {
    expression.reach(cotangents, Coverage::Every);
    let mut sum = S::zero();
    let rest = for_each_packing!(S, E::Shape::LEN, |Q, packs| {
        let packs =
            accumulate_packs::<Fr, E, Q, S>(packs, expression, values, cotangent, cotangents);
        sum = sum + packs;
    });
    for at in rest..E::Shape::LEN {
        sum = sum + expression.accumulate(values, at, cotangent, cotangents);
    }
    sum
}

/// Pulls the same sum back.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn pull_sum_in_lanes<Fr: Frame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    accumulate_sum_in_lanes(expression, values, cotangent, cotangents);
}

#[cfg_attr(optimized, inline(always))]
fn accumulate_packs<Fr: Frame, E: Elementwise<Fr>, Q: Packing<S>, S: Scalar>(
    packs: Range<usize>,
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) -> S {
    let mut sums = Q::Pack::zero();
    for start in starts::<Q, S>(packs) {
        let (value, pull) = expression.vjp_lanes::<Q, S>(values, start);
        sums = sums + value;
        pull(Q::splat(cotangent), cotangents);
    }
    Q::sum_lanes(sums)
}
