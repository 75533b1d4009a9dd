//! The data of a row with its weight.

use super::Source;
use crate::expr::{Blocks, Inputs, R, Slot, Slots, Step};
use crate::scalar::{Packing, Plain, Scalar};
use core::marker::PhantomData;

/// A list of data, and a weight as the last.
#[derive(Debug, Clone, Copy)]
pub struct RowAndWeight<D>(PhantomData<D>);

impl<D: Inputs> Inputs for RowAndWeight<D> {
    type Of<T: Copy> = (D::Of<T>, T);
    type Refs<'v, S: Copy + 'v> = (D::Refs<'v, S>, &'v S);
    type Slots<'c, S: Scalar + 'c> = (D::Slots<'c, S>, Slot<'c, R, S>);
    type Columns<'v, S: Copy + 'v> = (Source<'v, D, S>, &'v [S]);

    const LEN: usize = D::LEN + 1;
    const COUNT: usize = D::COUNT + 1;

    fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize {
        if at < D::LEN {
            D::input(at, visit)
        } else {
            D::COUNT
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
        let (data, weight) = blocks.0;
        if at < D::LEN {
            D::number(Blocks(data), at)
        } else {
            weight
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>((data, weight): &mut Self::Of<S>, at: usize) -> &mut S {
        if at < D::LEN {
            D::number_mut(data, at)
        } else {
            weight
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        let (data, weight) = blocks.0;
        let weight = cast(core::slice::from_ref(weight))?.first()?;
        Some(Blocks((D::recast(Blocks(data), cast)?.0, weight)))
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>((data, weights): Self::Columns<'v, S>) -> Option<usize> {
        (data.len() == weights.len()).then_some(weights.len())
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        (data, weights): Self::Columns<'v, S>,
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        let weight = weights[row];
        data.with_plain_row(
            row,
            #[cfg_attr(optimized, inline(always))]
            |data| function(Blocks((D::shorten(data.0), &weight))),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack_rows<T: Plain, S: Scalar, Q: Packing<S>>(
        (data, weights): Self::Columns<'_, T>,
        row: &impl Fn(usize) -> usize,
    ) -> Self::Of<Q::Pack> {
        (
            data.pack::<S, Q>(row),
            Q::pack(|lane| S::from_plain(weights[row(lane)])),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T> {
        (D::from_fn(element), element(D::LEN))
    }
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>((data, weight): &'v Self::Of<S>) -> Blocks<'v, Self, S> {
        Blocks((D::refs(data).0, weight))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
        Blocks((D::group(numbers).0, &numbers[D::LEN]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S])) {
        let (data, weight) = blocks.0;
        D::visit(Blocks(data), visit);
        visit(core::slice::from_ref(weight));
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>((data, weight): Self::Refs<'v, S>) -> Self::Refs<'a, S> {
        (D::shorten(data), weight)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(
        (data, weight): &'a mut Self::Slots<'c, S>,
    ) -> Self::Slots<'a, S> {
        (D::lend(data), weight.lend())
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots((D::unwanted().0, Slot::unwanted()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>((data, weight): &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
        Slots((D::slots(data).0, Slot::new(weight)))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>((data, weight): &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
        Slots((D::sums(data).0, Slot::sum(weight)))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let (data, weight) = cotangents.split_at_mut(D::LEN);
        Slots((D::group_slots(data).0, Slot::new(&mut weight[0])))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let (data, weight) = cotangents.split_at_mut(D::LEN);
        Slots((D::group_sums(data).0, Slot::sum(&mut weight[0])))
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, slots: Slots<'_, Self, S>) {
        let (data, mut weight) = slots.0;
        D::add(Blocks(numbers.0.0), Slots(data));
        weight.add(0, *numbers.0.1);
        weight.settle();
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>((data, weight): &mut Self::Slots<'_, S>) {
        D::settle(data);
        weight.settle();
    }
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> Self::Of<U> {
        let weight = f(*left.0.1, *right.0.1);
        (D::zip(Blocks(left.0.0), Blocks(right.0.0), f), weight)
    }
}
