//! The states of a loop before a step, on the way back.
//!
//! The way back needs them. What a state becomes at the end of a step is a `let` of that step most often, which is kept anyway: it
//! is read there then, and only what is none is kept beside the `let`s.

use crate::expr::{
    Broadcast, Captured, InPlace, Inside, Leaf, Leaves, LetTree, Local, Shape, Single, State, Tree,
};
use crate::scalar::Scalar;

/// The variables that the states of the shapes `T` become at the end of a step whose `let`s are `L`.
pub trait Carried<T: Tree, L: Tree>: Copy + 'static {
    /// The shapes of the states that must be kept.
    type Kept: Tree;

    /// Those of the states that must be kept.
    fn kept<S: Scalar>(states: &T::Values<S>) -> <Self::Kept as Tree>::Values<S>;

    /// The states after a step: by its `let`s, or as they have been kept.
    fn states<S: Scalar>(
        lets: &L::Values<S>,
        kept: &<Self::Kept as Tree>::Values<S>,
    ) -> T::Values<S>;
}

impl<const I: usize, At, Sh, To, L> Carried<Leaf<To>, L> for Single<Local<I, At, Sh>>
where
    At: Copy + 'static,
    Sh: Shape + Broadcast<To, To = To>,
    To: Shape,
    L: Leaves<At, Shape = Sh>,
{
    type Kept = ();

    #[cfg_attr(optimized, inline(always))]
    fn kept<S: Scalar>(_: &To::Of<S>) {}
    #[cfg_attr(optimized, inline(always))]
    fn states<S: Scalar>(lets: &L::Values<S>, (): &()) -> To::Of<S> {
        let elements = Sh::flat(L::get::<S>(lets));
        To::from_fn(&mut |at| elements[if const { Sh::LEN == 1 } { 0 } else { at }])
    }
}

macro_rules! kept_as_they_are {
    ($($Variable:ident)*) => {
        $(impl<const I: usize, P, Sh, T, L> Carried<T, L> for Single<$Variable<I, P, Sh>>
        where
            P: Copy + 'static,
            Sh: Shape,
            T: Tree,
            L: Tree,
        {
            type Kept = T;

            #[cfg_attr(optimized, inline(always))]
            fn kept<S: Scalar>(states: &T::Values<S>) -> T::Values<S> {
                *states
            }
            #[cfg_attr(optimized, inline(always))]
            fn states<S: Scalar>(_: &L::Values<S>, kept: &T::Values<S>) -> T::Values<S> {
                *kept
            }
        })*
    };
}

kept_as_they_are!(State Captured InPlace);

macro_rules! carried {
    ($($index:tt $Variable:ident $T:ident)*) => {
        #[allow(unused_variables, reason = "of none")]
        #[allow(clippy::unused_unit, reason = "of none")]
        impl<L: Tree, $($Variable: Carried<$T, L>, $T: Tree),*> Carried<($($T,)*), L>
            for ($($Variable,)*)
        {
            type Kept = ($($Variable::Kept,)*);

            #[cfg_attr(optimized, inline(always))]
            fn kept<S: Scalar>(
                states: &($($T::Values<S>,)*),
            ) -> <Self::Kept as Tree>::Values<S> {
                ($($Variable::kept::<S>(&states.$index),)*)
            }
            #[cfg_attr(optimized, inline(always))]
            fn states<S: Scalar>(
                lets: &L::Values<S>,
                kept: &<Self::Kept as Tree>::Values<S>,
            ) -> ($($T::Values<S>,)*) {
                ($($Variable::states::<S>(lets, &kept.$index),)*)
            }
        }
    };
}

carried!();
carried!(0 A A1);
carried!(0 A A1 1 B B1);
carried!(0 A A1 1 B B1 2 C C1);
carried!(0 A A1 1 B B1 2 C C1 3 D D1);
carried!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1);
carried!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1);
carried!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1 6 G G1);
carried!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1 6 G G1 7 H H1);

/// A block that takes states of the shapes `T` on.
pub trait Carries<T: Tree>: LetTree {
    /// What the states become.
    type Carried: Carried<T, Self::Places>;
}

impl<T: Tree, L: LetTree, Rs: Carried<T, L::Places>> Carries<T> for Inside<L, Rs> {
    type Carried = Rs;
}

/// The shapes of the states `T` that are kept of a step of the block `B`.
pub(in crate::expr) type KeptStates<T, B> =
    <<B as Carries<T>>::Carried as Carried<T, <B as LetTree>::Places>>::Kept;
