//! Where the `let`s of a function are kept: a tree of eight branches a node, each leaf of a shape of its own.
//!
//! A tuple of all would have to be written out for each length, and a list would make the compiler's work
//! grow by its square; in the tree a `let` is three steps away where there are 512.

use crate::expr::{Shape, Slot};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// Branch number `I` of a node, and on from there.
#[derive(Debug, Clone, Copy)]
pub struct To<const I: usize, At>(PhantomData<At>);

/// The leaf that has been come to.
#[derive(Debug, Clone, Copy)]
pub struct Here;

/// The places of `let`s: a [`Leaf`], or a tuple of up to eight trees.
pub trait Tree: 'static {
    /// Their values.
    type Values<S: Copy>: Copy;
    /// The ways to their cotangents.
    type Slots<'c, S: Scalar + 'c>;

    /// Zeros.
    fn zeros<S: Scalar>() -> Self::Values<S>;

    /// The ways to cotangents that nothing has reached.
    fn slots<'c, S: Scalar + 'c>(values: &'c mut Self::Values<S>) -> Self::Slots<'c, S>;
}

/// A leaf of a tree.
pub trait Leaves<At>: Tree {
    /// Its shape.
    type Shape: Shape;

    /// Its value.
    fn get<S: Copy>(values: &Self::Values<S>) -> &<Self::Shape as Shape>::Of<S>;

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
    type Slots<'c, S: Scalar + 'c> = Slot<'c, Sh, S>;

    #[inline(always)]
    fn zeros<S: Scalar>() -> Sh::Of<S> {
        Sh::fill(S::zero())
    }
    #[inline(always)]
    fn slots<'c, S: Scalar + 'c>(values: &'c mut Sh::Of<S>) -> Slot<'c, Sh, S> {
        Slot::local(values)
    }
}

impl<Sh: Shape> Leaves<Here> for Leaf<Sh> {
    type Shape = Sh;

    #[inline(always)]
    fn get<S: Copy>(values: &Sh::Of<S>) -> &Sh::Of<S> {
        values
    }
    #[inline(always)]
    fn get_mut<S: Copy>(values: &mut Sh::Of<S>) -> &mut Sh::Of<S> {
        values
    }
    #[inline(always)]
    fn slot<'a, 'c, S: Scalar + 'c>(slots: &'a mut Slot<'c, Sh, S>) -> &'a mut Slot<'c, Sh, S> {
        slots
    }
}

impl Tree for () {
    type Values<S: Copy> = ();
    type Slots<'c, S: Scalar + 'c> = ();

    #[inline(always)]
    fn zeros<S: Scalar>() {}
    #[inline(always)]
    fn slots<'c, S: Scalar + 'c>((): &'c mut ()) {}
}

macro_rules! node {
    ($($index:tt $Branch:ident)+) => {
        impl<$($Branch: Tree),+> Tree for ($($Branch,)+) {
            type Values<S: Copy> = ($($Branch::Values<S>,)+);
            type Slots<'c, S: Scalar + 'c> = ($($Branch::Slots<'c, S>,)+);

            #[inline(always)]
            fn zeros<S: Scalar>() -> Self::Values<S> {
                ($($Branch::zeros::<S>(),)+)
            }
            #[inline(always)]
            fn slots<'c, S: Scalar + 'c>(values: &'c mut Self::Values<S>) -> Self::Slots<'c, S> {
                ($($Branch::slots(&mut values.$index),)+)
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

            #[inline(always)]
            fn get<S: Copy>(values: &Self::Values<S>) -> &<Self::Shape as Shape>::Of<S> {
                $This::get::<S>(&values.$index)
            }
            #[inline(always)]
            fn get_mut<S: Copy>(
                values: &mut Self::Values<S>,
            ) -> &mut <Self::Shape as Shape>::Of<S> {
                $This::get_mut::<S>(&mut values.$index)
            }
            #[inline(always)]
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
