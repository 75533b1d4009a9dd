//! Structs of parameters that a branch or a loop sees: read, and added to, where they are in the frame around.

use crate::expr::{At, Captured, Inputs, Leaves, Member, One, Root, Shape, Slot, To, Tree};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The struct that is number `I` of what a branch or a loop sees, in the place `P`.
#[derive(Debug, Clone, Copy)]
pub struct OfCaptured<const I: usize, P>(PhantomData<P>);

/// The struct `M` at the path `P` of what a branch or a loop sees, as a whole: what a call is given.
#[derive(Debug, Clone, Copy)]
pub struct WholeCaptured<const I: usize, M, P>(PhantomData<(M, P)>);

/// What is at the path `Q` of the struct in the place `P`.
#[derive(Debug, Clone, Copy)]
pub struct InStruct<P, Q>(PhantomData<(P, Q)>);

impl<const I: usize, P: Copy + 'static> Root for OfCaptured<I, P> {
    type Variable<Sh: Shape, Q: Copy + 'static> = Captured<I, InStruct<P, Q>, Sh>;
    type Whole<M: Member, Q: Copy + 'static> = WholeCaptured<I, M, InStruct<P, Q>>;

    #[cfg_attr(optimized, inline(always))]
    fn variable<Sh: Shape, Q: Copy + 'static>() -> Self::Variable<Sh, Q> {
        Captured::<I, InStruct<P, Q>, Sh>::new().0
    }
    #[cfg_attr(optimized, inline(always))]
    fn whole<M: Member, Q: Copy + 'static>() -> Self::Whole<M, Q> {
        WholeCaptured(PhantomData)
    }
}

/// The place of a struct that consists of `W`: it is only read by reference.
#[derive(Debug)]
pub struct StructLeaf<W>(PhantomData<W>);

impl<W: Inputs> Tree for StructLeaf<W> {
    type Values<S: Copy> = ();
    type Refs<'v, S: Copy + 'v> = W::Refs<'v, S>;
    type Slots<'c, S: Scalar + 'c> = W::Slots<'c, S>;
    type Sums<S: Scalar> = ();
    type Received<'c, S: Scalar + 'c> = ();

    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: W::Refs<'v, S>) -> W::Refs<'a, S> {
        W::shorten(refs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> W::Slots<'c, S> {
        W::unwanted().0
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut W::Slots<'c, S>) -> W::Slots<'a, S> {
        W::lend(slots)
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut W::Slots<'_, S>) {
        W::settle(slots);
    }
    // The functions that a struct is given to make them ready themselves.
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(_: &mut W::Slots<'_, S>) {}

    fn zeros<S: Scalar>() {}
    fn select<S: Scalar>(_: S::Mask, (): &(), (): &()) {}
    fn slots<'c, S: Scalar + 'c>((): &'c mut ()) -> W::Slots<'c, S> {
        unreachable!("a struct is not stored in a block")
    }
    fn unset_slots<'c, S: Scalar + 'c>((): &'c mut ()) -> W::Slots<'c, S> {
        unreachable!("a struct is not stored in a block")
    }
    fn part<S: Scalar>(_: &mut W::Slots<'_, S>) {
        unreachable!("a struct is not changed")
    }
    fn no_sums<S: Scalar>() {}
    fn sum_slots<'c, S: Scalar + 'c>((): &'c mut ()) -> W::Slots<'c, S> {
        unreachable!("a struct is not taken on from step to step")
    }
    fn within<S: Scalar>((): &(), _: S::Mask) {}
    fn received<'c, S: Scalar + 'c>((): &'c ()) {}
    fn are_reached<S: Scalar>((): &()) -> bool {
        true
    }
    fn reached<S: Scalar>((): &()) {}
    fn seeds<S: Scalar>((): &()) {}
    fn seeds_within<S: Scalar>((): &(), _: S::Mask) {}
}

/// A tree in which there is a struct at the end of a path.
pub trait Structs<P>: Tree {
    /// What it consists of.
    type List: Inputs;

    /// The references to its numbers.
    fn refs_of<'r, 'v, S: Copy + 'v>(
        refs: &'r Self::Refs<'v, S>,
    ) -> &'r <Self::List as Inputs>::Refs<'v, S>;

    /// The ways to its cotangents.
    fn slots_of<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut <Self::List as Inputs>::Slots<'c, S>;
}

impl<W: Inputs> Structs<crate::expr::Here> for StructLeaf<W> {
    type List = W;

    #[cfg_attr(optimized, inline(always))]
    fn refs_of<'r, 'v, S: Copy + 'v>(refs: &'r W::Refs<'v, S>) -> &'r W::Refs<'v, S> {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots_of<'a, 'c, S: Scalar + 'c>(slots: &'a mut W::Slots<'c, S>) -> &'a mut W::Slots<'c, S> {
        slots
    }
}

macro_rules! nodes {
    ($(($($index:tt $Branch:ident)+))*) => {
        $(nodes!(@each [$($Branch)+] $($index $Branch)+);)*
    };
    (@each $all:tt $($index:tt $Branch:ident)+) => {
        $(nodes!(@at $all $index $Branch);)+
    };
    (@at [$($Branch:ident)+] $index:tt $This:ident) => {
        impl<P, $($Branch: Tree),+> Structs<To<$index, P>> for ($($Branch,)+)
        where
            $This: Structs<P>,
        {
            type List = $This::List;

            #[cfg_attr(optimized, inline(always))]
            fn refs_of<'r, 'v, S: Copy + 'v>(
                refs: &'r Self::Refs<'v, S>,
            ) -> &'r <Self::List as Inputs>::Refs<'v, S> {
                $This::refs_of::<S>(&refs.$index)
            }
            #[cfg_attr(optimized, inline(always))]
            fn slots_of<'a, 'c, S: Scalar + 'c>(
                slots: &'a mut Self::Slots<'c, S>,
            ) -> &'a mut <Self::List as Inputs>::Slots<'c, S> {
                $This::slots_of::<S>(&mut slots.$index)
            }
        }
    };
}

nodes! {
    (0 A)
    (0 A 1 B)
    (0 A 1 B 2 C)
    (0 A 1 B 2 C 3 D)
    (0 A 1 B 2 C 3 D 4 E)
    (0 A 1 B 2 C 3 D 4 E 5 F)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H)
}

impl<T, P, Q, Sh> Leaves<InStruct<P, Q>> for T
where
    T: Structs<P, List: At<0, Q, Part = One<Sh>>>,
    Sh: Shape,
{
    type Shape = Sh;

    const OFFSET: usize = <T::List as At<0, Q>>::OFFSET;

    fn get<S: Copy>(_: &T::Values<S>) -> &Sh::Of<S> {
        unreachable!("it is read by reference")
    }
    fn get_mut<S: Copy>(_: &mut T::Values<S>) -> &mut Sh::Of<S> {
        unreachable!("it is only read")
    }
    #[cfg_attr(optimized, inline(always))]
    fn get_ref<'v, S: Copy + 'v>(refs: &T::Refs<'v, S>) -> &'v Sh::Of<S> {
        <T::List as At<0, Q>>::part(T::refs_of::<S>(refs))
    }
    #[cfg_attr(optimized, inline(always))]
    fn slot<'a, 'c, S: Scalar + 'c>(slots: &'a mut T::Slots<'c, S>) -> &'a mut Slot<'c, Sh, S> {
        <T::List as At<0, Q>>::part_mut(T::slots_of::<S>(slots))
    }
}
