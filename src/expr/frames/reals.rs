//! The lists of inputs that name no shape: of none, and of reals.

use crate::expr::{At, Blocks, Inputs, One, R, Shape, Slot, Slots, Step};
use crate::scalar::Scalar;

impl Inputs for () {
    type Of<T: Copy> = ();
    type Refs<'v, S: Copy + 'v> = ();
    type Slots<'c, S: Scalar + 'c> = ();
    type Columns<'v, S: Copy + 'v> = ();

    const LEN: usize = 0;
    const COUNT: usize = 0;

    fn input(_: usize, _: &mut impl FnMut(Step)) -> usize {
        unreachable!("there are no inputs")
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(_: Blocks<'v, Self, S>, _: usize) -> &'v S {
        unreachable!("there are no numbers")
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>((): &mut (), _: usize) -> &mut S {
        unreachable!("there are no numbers")
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        _: Blocks<'v, Self, S>,
        _: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        Some(Blocks(()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>((): ()) -> Option<usize> {
        Some(0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        (): (),
        _: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        function(Blocks(()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(_: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(())
    }

    #[cfg_attr(optimized, inline(always))]
    fn from_parts<P, T: Copy>(
        _: usize,
        _: &mut impl FnMut(usize, usize) -> P,
        _: &impl Fn(&P, usize) -> T,
    ) {
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit_from<'v, S: Copy + 'v>(
        _: Blocks<'v, Self, S>,
        _: &[usize],
        _: &mut impl FnMut(usize, &'v [S]),
    ) {
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(_: &mut impl FnMut(usize) -> T) {}
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>((): &'v ()) -> Blocks<'v, Self, S> {
        Blocks(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(_: &'v [S]) -> Blocks<'v, Self, S> {
        Blocks(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(_: Blocks<'v, Self, S>, _: &mut impl FnMut(&'v [S])) {}
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>((): ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>((): &'a mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>((): &'c mut ()) -> Slots<'c, Self, S> {
        Slots(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>((): &'c mut ()) -> Slots<'c, Self, S> {
        Slots(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(_: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(())
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(_: Blocks<'_, Self, S>, _: Slots<'_, Self, S>) {}
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>((): &mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        _: Blocks<'_, Self, S>,
        _: Blocks<'_, Self, T>,
        _: impl Fn(S, T) -> U,
    ) {
    }
}

impl<const N: usize> Inputs for [R; N] {
    type Of<T: Copy> = [T; N];
    type Refs<'v, S: Copy + 'v> = &'v [S; N];
    type Slots<'c, S: Scalar + 'c> = [Slot<'c, R, S>; N];
    type Columns<'v, S: Copy + 'v> = [&'v [S]; N];

    const LEN: usize = N;
    const COUNT: usize = N;

    fn input(at: usize, _: &mut impl FnMut(Step)) -> usize {
        at
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
        &blocks.0[at]
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>(numbers: &mut [S; N], at: usize) -> &mut S {
        &mut numbers[at]
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        Some(<Self as Inputs>::group(cast(blocks.0)?))
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>(columns: [&'v [S]; N]) -> Option<usize> {
        let rows = columns[0].len();
        columns
            .iter()
            .all(|column| column.len() == rows)
            .then_some(rows)
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        columns: [&'v [S]; N],
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        function(Blocks(&columns.map(|column| column[row])))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let (chunks, _) = cotangents.as_chunks_mut();
        <Self as Inputs>::sums(&mut chunks[0])
    }

    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> [T; N] {
        <[R; N] as Shape>::from_fn(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn fill<T: Copy>(number: T) -> [T; N] {
        [number; N]
    }
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>(numbers: &'v [S; N]) -> Blocks<'v, Self, S> {
        Blocks(numbers)
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
        Blocks(&numbers.as_chunks().0[0])
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S])) {
        visit(blocks.0);
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_parts<P, T: Copy>(
        first: usize,
        part: &mut impl FnMut(usize, usize) -> P,
        element: &impl Fn(&P, usize) -> T,
    ) -> [T; N] {
        core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |input| element(&part(first + input, 1), 0),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit_from<'v, S: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        starts: &[usize],
        visit: &mut impl FnMut(usize, &'v [S]),
    ) {
        for (&start, number) in starts.iter().zip(blocks.0) {
            visit(start, core::slice::from_ref(number));
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: &'v [S; N]) -> &'a [S; N] {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut [Slot<'c, R, S>; N]) -> [Slot<'a, R, S>; N] {
        slots.each_mut().map(
            #[cfg_attr(optimized, inline(always))]
            |slot| slot.lend(),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots(core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |_| Slot::unwanted(),
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S; N]) -> Slots<'c, Self, S> {
        Slots(cotangents.each_mut().map(Slot::new))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S; N]) -> Slots<'c, Self, S> {
        Slots(cotangents.each_mut().map(Slot::sum))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let (chunks, _) = cotangents.as_chunks_mut();
        <Self as Inputs>::slots(&mut chunks[0])
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, mut slots: Slots<'_, Self, S>) {
        for (slot, &number) in slots.0.iter_mut().zip(numbers.0) {
            slot.add(0, number);
            slot.settle();
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
        for slot in slots {
            slot.settle();
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> [U; N] {
        core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |i| f(left.0[i], right.0[i]),
        )
    }
}

impl<const I: usize, const N: usize> At<I> for [R; N] {
    type Part = One<R>;

    const OFFSET: usize = I;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &&'v [S; N]) -> &'v S {
        &refs[I]
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut [Slot<'c, R, S>; N],
    ) -> &'a mut Slot<'c, R, S> {
        &mut slots[I]
    }
}
