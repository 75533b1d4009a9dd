//! Where the `let`s of a function are kept, and what a loop or a branch sees of the frame around it: a tree of eight branches a node, each leaf of a shape of its own.
//!
//! A tuple of all would have to be written out for each length, and a list would make the compiler's work
//! grow by its square; in the tree a `let` is three steps away where there are 512.

use crate::expr::frames::kept::Kept;
use crate::expr::{Cotangent, Coverage, Received, Shape, Slot};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// Branch number `I` of a node, and on from there.
#[derive(Debug, Clone, Copy)]
pub struct To<const I: usize, At>(PhantomData<At>);

/// The leaf that has been come to.
#[derive(Debug, Clone, Copy)]
pub struct Here;

/// The places of variables: a [`Leaf`], or a tuple of up to eight trees.
pub trait Tree: 'static {
    /// Their values.
    type Values<S: Copy>: Copy;
    /// References to them.
    type Refs<'v, S: Copy + 'v>: Copy;
    /// The ways to their cotangents.
    type Slots<'c, S: Scalar + 'c>;
    /// Their cotangents, and what has reached them.
    type Sums<S: Scalar>: Copy;
    /// What has reached them.
    type Received<'c, S: Scalar + 'c>: Copy;

    /// How many arrays there are.
    const ARRAYS: usize = 0;

    /// Zeros.
    fn zeros<S: Scalar>() -> Self::Values<S>;

    /// The values of `yes` where the mask holds, of `no` elsewhere.
    fn select<S: Scalar>(
        mask: S::Mask,
        yes: &Self::Values<S>,
        no: &Self::Values<S>,
    ) -> Self::Values<S>;

    /// The references, for a shorter time.
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S>;

    /// The ways to cotangents that nothing has reached.
    fn slots<'c, S: Scalar + 'c>(values: &'c mut Self::Values<S>) -> Self::Slots<'c, S>;

    /// The same where there is anything, not zeros.
    fn unset_slots<'c, S: Scalar + 'c>(values: &'c mut Self::Values<S>) -> Self::Slots<'c, S>;

    /// The ways to no cotangents.
    fn unwanted<'c, S: Scalar + 'c>() -> Self::Slots<'c, S>;

    /// The slots, for a time; the borrower [settles](Tree::settle) them.
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Self::Slots<'c, S>) -> Self::Slots<'a, S>;

    /// Tells the owner what has reached them.
    fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>);

    /// Makes ready for elements to be added to, in a loop.
    fn reach<S: Scalar>(slots: &mut Self::Slots<'_, S>);

    /// Makes ready for elements to be taken out.
    fn part<S: Scalar>(slots: &mut Self::Slots<'_, S>);

    /// Cotangents that nothing has reached.
    fn no_sums<S: Scalar>() -> Self::Sums<S>;

    /// The ways to cotangents, which are to be [settled](Tree::settle).
    fn sum_slots<'c, S: Scalar + 'c>(sums: &'c mut Self::Sums<S>) -> Self::Slots<'c, S>;

    /// The cotangents in some of the lanes, and 0 in the others.
    fn within<S: Scalar>(sums: &Self::Sums<S>, mask: S::Mask) -> Self::Sums<S>;

    /// What has reached the cotangents.
    fn received<'c, S: Scalar + 'c>(sums: &'c Self::Sums<S>) -> Self::Received<'c, S>;

    /// Whether something has reached all of the cotangents.
    fn are_reached<S: Scalar>(sums: &Self::Sums<S>) -> bool;

    /// The cotangents, of which the compiler is told that something has reached all.
    fn reached<S: Scalar>(sums: &Self::Sums<S>) -> Self::Sums<S>;

    /// The same, as the cotangents of single numbers.
    fn seeds<S: Scalar>(sums: &Self::Sums<S>) -> Self::Values<Cotangent<S>>;

    /// Those in some of the lanes, and 0 in the others.
    fn seeds_within<S: Scalar>(
        seeds: &Self::Values<Cotangent<S>>,
        mask: S::Mask,
    ) -> Self::Values<Cotangent<S>>;
}

/// A leaf of a tree.
pub trait Leaves<At>: Tree {
    /// Its shape.
    type Shape: Shape;

    /// The number of its first real among those of the variable that it is a part of.
    const OFFSET: usize = 0;

    /// Its value.
    fn get<S: Copy>(values: &Self::Values<S>) -> &<Self::Shape as Shape>::Of<S>;

    /// The reference to its value.
    fn get_ref<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> &'v <Self::Shape as Shape>::Of<S>;

    /// The place of its value.
    fn get_mut<S: Copy>(values: &mut Self::Values<S>) -> &mut <Self::Shape as Shape>::Of<S>;

    /// The way to its cotangent.
    fn slot<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut Slot<'c, Self::Shape, S>;
}

/// The place of one `let`, of shape `Sh`.
#[derive(Debug)]
pub struct Leaf<Sh>(PhantomData<Sh>);

impl<Sh: Shape> Tree for Leaf<Sh> {
    type Values<S: Copy> = Sh::Of<S>;
    type Refs<'v, S: Copy + 'v> = &'v Sh::Of<S>;
    type Slots<'c, S: Scalar + 'c> = Slot<'c, Sh, S>;
    type Sums<S: Scalar> = Kept<Sh, S>;
    type Received<'c, S: Scalar + 'c> = Option<Received<'c, S>>;

    const ARRAYS: usize = (Sh::LEN > 1) as usize;

    #[cfg_attr(optimized, inline(always))]
    fn zeros<S: Scalar>() -> Sh::Of<S> {
        Sh::fill(S::zero())
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>(values: &'c mut Sh::Of<S>) -> Slot<'c, Sh, S> {
        Slot::local(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn unset_slots<'c, S: Scalar + 'c>(values: &'c mut Sh::Of<S>) -> Slot<'c, Sh, S> {
        Slot::unset_local(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn select<S: Scalar>(mask: S::Mask, yes: &Sh::Of<S>, no: &Sh::Of<S>) -> Sh::Of<S> {
        let (yes, no) = (Sh::flat(yes), Sh::flat(no));
        Sh::from_fn(&mut |at| S::select(mask, yes[at], no[at]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: &'v Sh::Of<S>) -> &'a Sh::Of<S> {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slot<'c, Sh, S> {
        Slot::unwanted()
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Slot<'c, Sh, S>) -> Slot<'a, Sh, S> {
        slots.lend()
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut Slot<'_, Sh, S>) {
        slots.settle();
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(slots: &mut Slot<'_, Sh, S>) {
        slots.reach(Coverage::Some);
    }
    #[cfg_attr(optimized, inline(always))]
    fn part<S: Scalar>(slots: &mut Slot<'_, Sh, S>) {
        slots.part();
    }
    #[cfg_attr(optimized, inline(always))]
    fn no_sums<S: Scalar>() -> Kept<Sh, S> {
        Kept::none()
    }
    #[cfg_attr(optimized, inline(always))]
    fn sum_slots<'c, S: Scalar + 'c>(sums: &'c mut Kept<Sh, S>) -> Slot<'c, Sh, S> {
        sums.slot()
    }
    #[cfg_attr(optimized, inline(always))]
    fn within<S: Scalar>(sums: &Kept<Sh, S>, mask: S::Mask) -> Kept<Sh, S> {
        sums.within(mask)
    }
    #[cfg_attr(optimized, inline(always))]
    fn received<'c, S: Scalar + 'c>(sums: &'c Kept<Sh, S>) -> Option<Received<'c, S>> {
        sums.received()
    }
    #[cfg_attr(optimized, inline(always))]
    fn are_reached<S: Scalar>(sums: &Kept<Sh, S>) -> bool {
        sums.is_reached()
    }
    #[cfg_attr(optimized, inline(always))]
    fn reached<S: Scalar>(sums: &Kept<Sh, S>) -> Kept<Sh, S> {
        sums.reached()
    }
    #[cfg_attr(optimized, inline(always))]
    fn seeds<S: Scalar>(sums: &Kept<Sh, S>) -> Sh::Of<Cotangent<S>> {
        match sums.received() {
            None => Sh::fill(Cotangent::NONE),
            Some(received) => Sh::from_fn(&mut |at| received.seed(at)),
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn seeds_within<S: Scalar>(
        seeds: &Sh::Of<Cotangent<S>>,
        mask: S::Mask,
    ) -> Sh::Of<Cotangent<S>> {
        let seeds = Sh::flat(seeds);
        Sh::from_fn(&mut |at| seeds[at].within(mask))
    }
}

impl<Sh: Shape> Leaves<Here> for Leaf<Sh> {
    type Shape = Sh;

    #[cfg_attr(optimized, inline(always))]
    fn get<S: Copy>(values: &Sh::Of<S>) -> &Sh::Of<S> {
        values
    }
    #[cfg_attr(optimized, inline(always))]
    fn get_ref<'v, S: Copy + 'v>(refs: &&'v Sh::Of<S>) -> &'v Sh::Of<S> {
        refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn get_mut<S: Copy>(values: &mut Sh::Of<S>) -> &mut Sh::Of<S> {
        values
    }
    #[cfg_attr(optimized, inline(always))]
    fn slot<'a, 'c, S: Scalar + 'c>(slots: &'a mut Slot<'c, Sh, S>) -> &'a mut Slot<'c, Sh, S> {
        slots
    }
}

impl Tree for () {
    type Values<S: Copy> = ();
    type Refs<'v, S: Copy + 'v> = ();
    type Slots<'c, S: Scalar + 'c> = ();
    type Sums<S: Scalar> = ();
    type Received<'c, S: Scalar + 'c> = ();

    #[cfg_attr(optimized, inline(always))]
    fn zeros<S: Scalar>() {}
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>((): &'c mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn unset_slots<'c, S: Scalar + 'c>((): &'c mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn select<S: Scalar>(_: S::Mask, (): &(), (): &()) {}
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>((): ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() {}
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>((): &'a mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>((): &mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>((): &mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn part<S: Scalar>((): &mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn no_sums<S: Scalar>() {}
    #[cfg_attr(optimized, inline(always))]
    fn sum_slots<'c, S: Scalar + 'c>((): &'c mut ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn within<S: Scalar>((): &(), _: S::Mask) {}
    #[cfg_attr(optimized, inline(always))]
    fn received<'c, S: Scalar + 'c>((): &'c ()) {}
    #[cfg_attr(optimized, inline(always))]
    fn are_reached<S: Scalar>((): &()) -> bool {
        true
    }
    #[cfg_attr(optimized, inline(always))]
    fn reached<S: Scalar>((): &()) {}
    #[cfg_attr(optimized, inline(always))]
    fn seeds<S: Scalar>((): &()) {}
    #[cfg_attr(optimized, inline(always))]
    fn seeds_within<S: Scalar>((): &(), _: S::Mask) {}
}

macro_rules! node {
    ($($index:tt $Branch:ident)+) => {
        impl<$($Branch: Tree),+> Tree for ($($Branch,)+) {
            type Values<S: Copy> = ($($Branch::Values<S>,)+);
            type Refs<'v, S: Copy + 'v> = ($($Branch::Refs<'v, S>,)+);
            type Slots<'c, S: Scalar + 'c> = ($($Branch::Slots<'c, S>,)+);
            type Sums<S: Scalar> = ($($Branch::Sums<S>,)+);
            type Received<'c, S: Scalar + 'c> = ($($Branch::Received<'c, S>,)+);

            const ARRAYS: usize = 0 $(+ $Branch::ARRAYS)+;

            #[cfg_attr(optimized, inline(always))]
            fn zeros<S: Scalar>() -> Self::Values<S> {
                ($($Branch::zeros::<S>(),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn slots<'c, S: Scalar + 'c>(values: &'c mut Self::Values<S>) -> Self::Slots<'c, S> {
                ($($Branch::slots(&mut values.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn unset_slots<'c, S: Scalar + 'c>(
                values: &'c mut Self::Values<S>,
            ) -> Self::Slots<'c, S> {
                ($($Branch::unset_slots(&mut values.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn select<S: Scalar>(
                mask: S::Mask,
                yes: &Self::Values<S>,
                no: &Self::Values<S>,
            ) -> Self::Values<S> {
                ($($Branch::select::<S>(mask, &yes.$index, &no.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S> {
                ($($Branch::shorten::<S>(refs.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn unwanted<'c, S: Scalar + 'c>() -> Self::Slots<'c, S> {
                ($($Branch::unwanted::<S>(),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn lend<'a, 'c: 'a, S: Scalar + 'c>(
                slots: &'a mut Self::Slots<'c, S>,
            ) -> Self::Slots<'a, S> {
                ($($Branch::lend::<S>(&mut slots.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
                $($Branch::settle::<S>(&mut slots.$index);)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
                $($Branch::reach::<S>(&mut slots.$index);)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn part<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
                $($Branch::part::<S>(&mut slots.$index);)+
            }
            #[cfg_attr(optimized, inline(always))]
            fn no_sums<S: Scalar>() -> Self::Sums<S> {
                ($($Branch::no_sums::<S>(),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn sum_slots<'c, S: Scalar + 'c>(sums: &'c mut Self::Sums<S>) -> Self::Slots<'c, S> {
                ($($Branch::sum_slots::<S>(&mut sums.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn within<S: Scalar>(sums: &Self::Sums<S>, mask: S::Mask) -> Self::Sums<S> {
                ($($Branch::within::<S>(&sums.$index, mask),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn received<'c, S: Scalar + 'c>(sums: &'c Self::Sums<S>) -> Self::Received<'c, S> {
                ($($Branch::received::<S>(&sums.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn are_reached<S: Scalar>(sums: &Self::Sums<S>) -> bool {
                $($Branch::are_reached::<S>(&sums.$index))&&+
            }
            #[cfg_attr(optimized, inline(always))]
            fn reached<S: Scalar>(sums: &Self::Sums<S>) -> Self::Sums<S> {
                ($($Branch::reached::<S>(&sums.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn seeds<S: Scalar>(sums: &Self::Sums<S>) -> Self::Values<Cotangent<S>> {
                ($($Branch::seeds::<S>(&sums.$index),)+)
            }
            #[cfg_attr(optimized, inline(always))]
            fn seeds_within<S: Scalar>(
                seeds: &Self::Values<Cotangent<S>>,
                mask: S::Mask,
            ) -> Self::Values<Cotangent<S>> {
                ($($Branch::seeds_within::<S>(&seeds.$index, mask),)+)
            }
        }

        node!(@each [$($Branch)+] $($index $Branch)+);
    };
    (@each $all:tt $($index:tt $Branch:ident)+) => {
        $(node!(@at $all $index $Branch);)+
    };
    (@at [$($Branch:ident)+] $index:tt $This:ident) => {
        impl<At, $($Branch: Tree),+> Leaves<To<$index, At>> for ($($Branch,)+)
        where
            $This: Leaves<At>,
        {
            type Shape = $This::Shape;

            #[cfg_attr(optimized, inline(always))]
            fn get<S: Copy>(values: &Self::Values<S>) -> &<Self::Shape as Shape>::Of<S> {
                $This::get::<S>(&values.$index)
            }
            #[cfg_attr(optimized, inline(always))]
            fn get_ref<'v, S: Copy + 'v>(
                refs: &Self::Refs<'v, S>,
            ) -> &'v <Self::Shape as Shape>::Of<S> {
                $This::get_ref::<S>(&refs.$index)
            }
            #[cfg_attr(optimized, inline(always))]
            fn get_mut<S: Copy>(
                values: &mut Self::Values<S>,
            ) -> &mut <Self::Shape as Shape>::Of<S> {
                $This::get_mut::<S>(&mut values.$index)
            }
            #[cfg_attr(optimized, inline(always))]
            fn slot<'a, 'c, S: Scalar + 'c>(
                slots: &'a mut Self::Slots<'c, S>,
            ) -> &'a mut Slot<'c, Self::Shape, S> {
                $This::slot::<S>(&mut slots.$index)
            }
        }
    };
}

node!(0 A);
node!(0 A 1 B);
node!(0 A 1 B 2 C);
node!(0 A 1 B 2 C 3 D);
node!(0 A 1 B 2 C 3 D 4 E);
node!(0 A 1 B 2 C 3 D 4 E 5 F);
node!(0 A 1 B 2 C 3 D 4 E 5 F 6 G);
node!(0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H);
