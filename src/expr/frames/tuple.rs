//! Inputs of which one is no real: a tuple of them.

use crate::expr::{At, Blocks, Inputs, Member, Slots, Step};
use crate::scalar::Scalar;

/// The list of what a member of a tuple consists of.
type ListOf<M> = <M as Member>::List;

macro_rules! tuple_of_members {
    ($($index:tt $Member:ident $name:ident),+) => {
        impl<$($Member: Member),+> Inputs for ($($Member,)+) {
            type Of<T: Copy> = ($(<ListOf<$Member> as Inputs>::Of<T>,)+);
            type Refs<'v, S: Copy + 'v> = ($(<ListOf<$Member> as Inputs>::Refs<'v, S>,)+);
            type Slots<'c, S: Scalar + 'c> = ($(<ListOf<$Member> as Inputs>::Slots<'c, S>,)+);
            type Columns<'v, S: Copy + 'v> = ($(&'v [<ListOf<$Member> as Inputs>::Of<S>],)+);

            const LEN: usize = 0 $(+ <ListOf<$Member> as Inputs>::LEN)+;
            const COUNT: usize = [$($index),+].len();

            fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize {
                let start = 0;
                $(
                    if at < start + ListOf::<$Member>::LEN {
                        ListOf::<$Member>::input(at - start, visit);
                        return $index;
                    }
                    let start = start + ListOf::<$Member>::LEN;
                )+
                panic!("number {at} of {start}")
            }
            #[cfg_attr(optimized, inline(always))]
            fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
                let start = 0;
                $(
                    if at < start + ListOf::<$Member>::LEN {
                        return ListOf::<$Member>::number(Blocks(blocks.0.$index), at - start);
                    }
                    let start = start + ListOf::<$Member>::LEN;
                )+
                panic!("number {at} of {start}")
            }
            #[cfg_attr(optimized, inline(always))]
            fn number_mut<S: Copy>(numbers: &mut Self::Of<S>, at: usize) -> &mut S {
                let start = 0;
                $(
                    if at < start + ListOf::<$Member>::LEN {
                        return ListOf::<$Member>::number_mut(&mut numbers.$index, at - start);
                    }
                    let start = start + ListOf::<$Member>::LEN;
                )+
                panic!("number {at} of {start}")
            }
            #[cfg_attr(optimized, inline(always))]
            fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
                blocks: Blocks<'v, Self, S>,
                cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
            ) -> Option<Blocks<'v, Self, T>> {
                Some(Blocks(($(
                    ListOf::<$Member>::recast(Blocks(blocks.0.$index), &cast)?.0,
                )+)))
            }
            #[cfg_attr(optimized, inline(always))]
            fn rows<'v, S: Copy + 'v>(columns: Self::Columns<'v, S>) -> Option<usize> {
                let rows = columns.0.len();
                ($(columns.$index.len() == rows)&&+).then_some(rows)
            }
            #[cfg_attr(optimized, inline(always))]
            fn with_row<'v, S: Copy + 'v, T>(
                columns: Self::Columns<'v, S>,
                row: usize,
                function: impl FnOnce(Blocks<'_, Self, S>) -> T,
            ) -> T {
                function(Blocks(($(ListOf::<$Member>::refs(&columns.$index[row]).0,)+)))
            }
            #[cfg_attr(optimized, inline(always))]
            fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
                $(let ($name, cotangents) = cotangents.split_at_mut(ListOf::<$Member>::LEN);)+
                let _ = cotangents;
                Slots(($(ListOf::<$Member>::group_sums($name).0,)+))
            }

            #[cfg_attr(optimized, inline(always))]
            fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T> {
                let mut next = 0;
                ($({
                    let start = next;
                    next += ListOf::<$Member>::LEN;
                    let _ = next;
                    ListOf::<$Member>::from_fn(&mut |at| element(start + at))
                },)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn fill<T: Copy>(number: T) -> Self::Of<T> {
                ($(ListOf::<$Member>::fill(number),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn refs<'v, S: Copy + 'v>(numbers: &'v Self::Of<S>) -> Blocks<'v, Self, S> {
                Blocks(($(ListOf::<$Member>::refs(&numbers.$index).0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
                $(let ($name, numbers) = numbers.split_at(ListOf::<$Member>::LEN);)+
                let _ = numbers;
                Blocks(($(ListOf::<$Member>::group($name).0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn visit<'v, S: Copy + 'v>(
                blocks: Blocks<'v, Self, S>,
                visit: &mut impl FnMut(&'v [S]),
            ) {
                $(ListOf::<$Member>::visit(Blocks(blocks.0.$index), visit);)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn from_parts<P, T: Copy>(
                first: usize,
                part: &mut impl FnMut(usize, usize) -> P,
                element: &impl Fn(&P, usize) -> T,
            ) -> Self::Of<T> {
                ($(ListOf::<$Member>::from_parts(first + $index, part, element),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn visit_from<'v, S: Copy + 'v>(
                blocks: Blocks<'v, Self, S>,
                starts: &[usize],
                visit: &mut impl FnMut(usize, &'v [S]),
            ) {
                $(
                    let blocks_of_member = Blocks(blocks.0.$index);
                    ListOf::<$Member>::visit_from(blocks_of_member, &starts[$index..], visit);
                )+
            }
            #[cfg_attr(optimized, inline(always))]
            fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S> {
                ($(ListOf::<$Member>::shorten(refs.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn lend<'a, 'c: 'a, S: Scalar + 'c>(
                slots: &'a mut Self::Slots<'c, S>,
            ) -> Self::Slots<'a, S> {
                ($(ListOf::<$Member>::lend(&mut slots.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
                Slots(($(ListOf::<$Member>::unwanted().0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn slots<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
                Slots(($(ListOf::<$Member>::slots(&mut cotangents.$index).0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
                Slots(($(ListOf::<$Member>::sums(&mut cotangents.$index).0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
                $(let ($name, cotangents) = cotangents.split_at_mut(ListOf::<$Member>::LEN);)+
                let _ = cotangents;
                Slots(($(ListOf::<$Member>::group_slots($name).0,)+))
            }
            #[cfg_attr(optimized, inline(always))]
            fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, slots: Slots<'_, Self, S>) {
                $(ListOf::<$Member>::add(Blocks(numbers.0.$index), Slots(slots.0.$index));)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
                $(ListOf::<$Member>::settle(&mut slots.$index);)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn zip<S: Copy, T: Copy, U: Copy>(
                left: Blocks<'_, Self, S>,
                right: Blocks<'_, Self, T>,
                f: impl Fn(S, T) -> U,
            ) -> Self::Of<U> {
                ($(
                    ListOf::<$Member>::zip(Blocks(left.0.$index), Blocks(right.0.$index), &f),
                )+)
            }
        }

        tuple_of_members!(@each [$($Member)+] $($index $Member)+);
    };
    (@each $all:tt $($index:tt $Member:ident)+) => {
        $(tuple_of_members!(@at $all $index $Member);)+
    };
    (@at [$($Member:ident)+] $index:tt $This:ident) => {
        impl<P, $($Member: Member),+> At<$index, P> for ($($Member,)+)
        where
            ListOf<$This>: At<0, P>,
        {
            type Part = <ListOf<$This> as At<0, P>>::Part;

            const OFFSET: usize = sum(&[$(ListOf::<$Member>::LEN),+], $index)
                + <ListOf<$This> as At<0, P>>::OFFSET;

            #[cfg_attr(optimized, inline(always))]
            fn part<'v, S: Copy + 'v>(
                refs: &Self::Refs<'v, S>,
            ) -> <Self::Part as Inputs>::Refs<'v, S> {
                <ListOf<$This> as At<0, P>>::part(&refs.$index)
            }
            #[cfg_attr(optimized, inline(always))]
            fn part_mut<'a, 'c, S: Scalar + 'c>(
                slots: &'a mut Self::Slots<'c, S>,
            ) -> &'a mut <Self::Part as Inputs>::Slots<'c, S> {
                <ListOf<$This> as At<0, P>>::part_mut(&mut slots.$index)
            }
        }
    };
}

/// The sum of the first numbers.
const fn sum(numbers: &[usize], count: usize) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < count {
        sum += numbers[i];
        i += 1;
    }
    sum
}

macro_rules! tuples_of_members {
    ([$($done:tt)*] ($($next:tt)*) $(($($rest:tt)*))*) => {
        tuple_of_members!($($done)* $($next)*);
        tuples_of_members!([$($done)* $($next)*,] $(($($rest)*))*);
    };
    ([$($done:tt)*]) => {};
}

tuples_of_members! {
    []
    (0 A0 a0) (1 A1 a1) (2 A2 a2) (3 A3 a3) (4 A4 a4) (5 A5 a5)
    (6 A6 a6) (7 A7 a7) (8 A8 a8) (9 A9 a9) (10 A10 a10) (11 A11 a11)
}
