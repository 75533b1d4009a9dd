//! A single input that has a shape: it is given as it is, and not in a tuple.

use crate::expr::{At, Blocks, Inputs, Shape, Slot, Slots, Step};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// A list of one input, of the shape `Sh`: a point is given, and a gradient comes back, as the array it is.
///
/// ```
/// use monograd::prelude::*;
///
/// func! { fn energy(x: [R; 2]) { 0.5 * x.norm_squared() } }
/// assert_eq!(energy.gradient(&[1.0, 2.0]), [1.0, 2.0]);
/// assert_eq!(energy.hessian(&[1.0, 2.0]), [[1.0, 0.0], [0.0, 1.0]]);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct One<Sh>(PhantomData<Sh>);

impl<Sh: Shape> Inputs for One<Sh> {
    type Of<T: Copy> = Sh::Of<T>;
    type Refs<'v, S: Copy + 'v> = &'v Sh::Of<S>;
    type Slots<'c, S: Scalar + 'c> = Slot<'c, Sh, S>;
    type Columns<'v, S: Copy + 'v> = &'v [Sh::Of<S>];

    const LEN: usize = Sh::LEN;
    const COUNT: usize = 1;

    fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize {
        Sh::indices(at, &mut |index| visit(Step::Index(index)));
        0
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
        &Sh::flat(blocks.0)[at]
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>(numbers: &mut Sh::Of<S>, at: usize) -> &mut S {
        &mut Sh::flat_mut(numbers)[at]
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        Some(Blocks(Sh::group(cast(Sh::flat(blocks.0))?).first()?))
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>(columns: &'v [Sh::Of<S>]) -> Option<usize> {
        Some(columns.len())
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        columns: &'v [Sh::Of<S>],
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        function(Blocks(&columns[row]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Sh::Of<T> {
        Sh::from_fn(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn fill<T: Copy>(number: T) -> Sh::Of<T> {
        Sh::fill(number)
    }
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>(numbers: &'v Sh::Of<S>) -> Blocks<'v, Self, S> {
        Blocks(numbers)
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
        Blocks(&Sh::group(numbers)[0])
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S])) {
        visit(Sh::flat(blocks.0));
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: &'v Sh::Of<S>) -> &'a Sh::Of<S> {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Slot<'c, Sh, S>) -> Slot<'a, Sh, S> {
        slots.lend()
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots(Slot::unwanted())
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>(cotangents: &'c mut Sh::Of<S>) -> Slots<'c, Self, S> {
        Slots(Slot::zeroed(cotangents))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut Sh::Of<S>) -> Slots<'c, Self, S> {
        Slots(Slot::sum(cotangents))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(Slot::new(&mut Sh::group_mut(cotangents)[0]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(Slot::sum(&mut Sh::group_mut(cotangents)[0]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, mut slots: Slots<'_, Self, S>) {
        let numbers = Sh::flat(numbers.0);
        slots.0.add_each(|at| numbers[at]);
        slots.0.settle();
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut Slot<'_, Sh, S>) {
        slots.settle();
    }
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> Sh::Of<U> {
        let (left, right) = (Sh::flat(left.0), Sh::flat(right.0));
        Sh::from_fn(&mut |at| f(left[at], right[at]))
    }
}

impl<Sh: Shape> At<0> for One<Sh> {
    type Part = Self;

    const OFFSET: usize = 0;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &&'v Sh::Of<S>) -> &'v Sh::Of<S> {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(slots: &'a mut Slot<'c, Sh, S>) -> &'a mut Slot<'c, Sh, S> {
        slots
    }
}
