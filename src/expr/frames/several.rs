//! Arrays of structs of parameters.

use crate::expr::{
    At, Below, Blocks, Ex, Here, Inputs, Member, Operand, Root, Seen, Slots, Step, To,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// `N` structs, one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Several<M, const N: usize>(PhantomData<M>);

/// The list of what one of them consists of.
type ListOf<M> = <M as Member>::List;

impl<M: Member, const N: usize> Member for Several<M, N> {
    type List = Self;
    type Variable<Rt: Root> = SeveralVariables<Rt, M, N>;

    #[cfg_attr(optimized, inline(always))]
    fn variable<Rt: Root>() -> Self::Variable<Rt> {
        SeveralVariables(PhantomData)
    }
}

/// An array of structs in a body.
pub struct SeveralVariables<Rt, M, const N: usize>(PhantomData<(Rt, M)>);

impl<Rt, M, const N: usize> Clone for SeveralVariables<Rt, M, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Rt, M, const N: usize> Copy for SeveralVariables<Rt, M, N> {}

impl<Rt, M, const N: usize> fmt::Debug for SeveralVariables<Rt, M, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SeveralVariables").finish_non_exhaustive()
    }
}

impl<Rt: Root, M: Member, const N: usize> SeveralVariables<Rt, M, N> {
    /// The struct number `I`, counted from 0.
    #[cfg_attr(optimized, inline(always))]
    pub fn at<const I: usize>(self) -> M::Variable<Below<Rt, I>> {
        const { assert!(I < N, "there is no struct of this index") };
        M::variable::<Below<Rt, I>>()
    }
}

impl<Rt: Root, M: Member, const N: usize> Operand for SeveralVariables<Rt, M, N> {
    type Expr = Rt::Whole<Several<M, N>, Here>;

    #[cfg_attr(optimized, inline(always))]
    fn into_expr(self) -> Ex<Self::Expr> {
        Ex(Rt::whole::<Several<M, N>, Here>())
    }
}

impl<Rt: Root, M: Member, const N: usize> Seen for SeveralVariables<Rt, M, N>
where
    Ex<Rt::Whole<Several<M, N>, Here>>: Seen,
{
    type Leaf = <Ex<Rt::Whole<Several<M, N>, Here>> as Seen>::Leaf;
    type Inside<const I: usize, P: Copy + 'static> =
        <Ex<Rt::Whole<Several<M, N>, Here>> as Seen>::Inside<I, P>;

    #[cfg_attr(optimized, inline(always))]
    fn leaf(self) -> Self::Leaf {
        self.into_expr().leaf()
    }
    #[cfg_attr(optimized, inline(always))]
    fn inside<const I: usize, P: Copy + 'static>() -> Self::Inside<I, P> {
        <Ex<Rt::Whole<Several<M, N>, Here>> as Seen>::inside::<I, P>()
    }
}

impl<M: Member, const N: usize> Inputs for Several<M, N> {
    type Of<T: Copy> = [<ListOf<M> as Inputs>::Of<T>; N];
    type Refs<'v, S: Copy + 'v> = [<ListOf<M> as Inputs>::Refs<'v, S>; N];
    type Slots<'c, S: Scalar + 'c> = [<ListOf<M> as Inputs>::Slots<'c, S>; N];
    type Columns<'v, S: Copy + 'v> = &'v [Self::Of<S>];

    const LEN: usize = N * ListOf::<M>::LEN;
    const COUNT: usize = 1;

    fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize {
        visit(Step::Index(at / ListOf::<M>::LEN));
        ListOf::<M>::input(at % ListOf::<M>::LEN, visit);
        0
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
        let len = ListOf::<M>::LEN;
        ListOf::<M>::number(Blocks(blocks.0[at / len]), at % len)
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>(numbers: &mut Self::Of<S>, at: usize) -> &mut S {
        let len = ListOf::<M>::LEN;
        ListOf::<M>::number_mut(&mut numbers[at / len], at % len)
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        let cast = blocks
            .0
            .map(|refs| ListOf::<M>::recast(Blocks(refs), &cast));
        match cast.iter().all(Option::is_some) {
            true => Some(Blocks(cast.map(|blocks| blocks.expect("all are there").0))),
            false => None,
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>(columns: &'v [Self::Of<S>]) -> Option<usize> {
        Some(columns.len())
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        columns: &'v [Self::Of<S>],
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        function(Self::refs(&columns[row]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T> {
        core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |i| ListOf::<M>::from_fn(&mut |at| element(i * ListOf::<M>::LEN + at)),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>(numbers: &'v Self::Of<S>) -> Blocks<'v, Self, S> {
        Blocks(numbers.each_ref().map(
            #[cfg_attr(optimized, inline(always))]
            |numbers| ListOf::<M>::refs(numbers).0,
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
        let len = ListOf::<M>::LEN;
        Blocks(core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |i| ListOf::<M>::group(&numbers[i * len..][..len]).0,
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S])) {
        for refs in blocks.0 {
            ListOf::<M>::visit(Blocks(refs), visit);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S> {
        refs.map(
            #[cfg_attr(optimized, inline(always))]
            |refs| ListOf::<M>::shorten(refs),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Self::Slots<'c, S>) -> Self::Slots<'a, S> {
        slots.each_mut().map(
            #[cfg_attr(optimized, inline(always))]
            |slots| ListOf::<M>::lend(slots),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots(core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |_| ListOf::<M>::unwanted().0,
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
        Slots(cotangents.each_mut().map(
            #[cfg_attr(optimized, inline(always))]
            |cotangents| ListOf::<M>::slots(cotangents).0,
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S> {
        Slots(cotangents.each_mut().map(
            #[cfg_attr(optimized, inline(always))]
            |cotangents| ListOf::<M>::sums(cotangents).0,
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let mut rest = cotangents;
        Slots(core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |_| {
                let (these, others) = core::mem::take(&mut rest).split_at_mut(ListOf::<M>::LEN);
                rest = others;
                ListOf::<M>::group_slots(these).0
            },
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        let mut rest = cotangents;
        Slots(core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |_| {
                let (these, others) = core::mem::take(&mut rest).split_at_mut(ListOf::<M>::LEN);
                rest = others;
                ListOf::<M>::group_sums(these).0
            },
        ))
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, slots: Slots<'_, Self, S>) {
        for (refs, slots) in numbers.0.into_iter().zip(slots.0) {
            ListOf::<M>::add(Blocks(refs), Slots(slots));
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
        for slots in slots {
            ListOf::<M>::settle(slots);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> Self::Of<U> {
        core::array::from_fn(
            #[cfg_attr(optimized, inline(always))]
            |i| ListOf::<M>::zip(Blocks(left.0[i]), Blocks(right.0[i]), &f),
        )
    }
}

impl<M: Member, const N: usize> At<0> for Several<M, N> {
    type Part = Self;

    const OFFSET: usize = 0;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> Self::Refs<'v, S> {
        *refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut Self::Slots<'c, S> {
        slots
    }
}

impl<M: Member, P, const N: usize, const J: usize> At<0, To<J, P>> for Several<M, N>
where
    ListOf<M>: At<0, P>,
{
    type Part = <ListOf<M> as At<0, P>>::Part;

    const OFFSET: usize = J * ListOf::<M>::LEN + <ListOf<M> as At<0, P>>::OFFSET;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> <Self::Part as Inputs>::Refs<'v, S> {
        <ListOf<M> as At<0, P>>::part(&refs[J])
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut <Self::Part as Inputs>::Slots<'c, S> {
        <ListOf<M> as At<0, P>>::part_mut(&mut slots[J])
    }
}
