//! The frame of what stands inside of a function and has `let`s of its own: a branch, or a step of a loop.
//!
//! It sees the variables around it that it mentions by reference: they are read, and their cotangents are
//! added to, where they lie.

use crate::expr::elementwise::in_lanes::define_in_lanes;
use crate::expr::elementwise::one_by_one::define_each;
use crate::expr::frames::locals::Locals;
use crate::expr::frames::scope::LARGE;
use crate::expr::{
    Captured, Cotangents, Definable, Elementwise, Frame, InPlace, Leaves, Local, Received, Shape,
    ShapedFrame, State, Tree, Values,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// How many loops can stand in one another.
pub(in crate::expr) const LOOPS: usize = 4;

/// The indices of the loops around, from the outermost.
pub type Indices = [usize; LOOPS];

/// The frame of a block that takes the states `St` on, changes the arrays `W` where they lie, sees the
/// variables `C` of the frame around it, and has `let`s in the places of the tree `L`.
#[derive(Debug)]
pub struct Nested<St, W, C, L>(PhantomData<(St, W, C, L)>);

impl<St: Tree, W: Tree, C: Tree, L: Tree> Frame for Nested<St, W, C, L> {
    type Storage<'v, S: Scalar + 'v> = NestedValues<'v, St, W, C, L, S>;
    type Sums<'c, S: Scalar + 'c> = NestedCotangents<'c, St, W, C, L, S>;
}

impl<St: Tree, W: Tree, C: Tree, L: Tree> ShapedFrame for Nested<St, W, C, L> {
    const IS_LARGE: bool = L::ARRAYS >= LARGE;

    #[cfg_attr(optimized, inline(always))]
    fn values<'c, S: Scalar>(cotangents: &Cotangents<'c, Self, S>) -> &'c Values<'c, Self, S> {
        cotangents.sums.values
    }
    #[cfg_attr(optimized, inline(always))]
    fn indices<S: Scalar>(values: &Values<'_, Self, S>) -> Indices {
        values.0.indices
    }

    #[cfg_attr(optimized, inline(always))]
    fn define_elements<E: Elementwise<Self>, P: Definable<Self>, S: Scalar>(
        expression: E,
        place: P,
        values: &mut Values<'_, Self, S>,
    ) {
        let define: fn(E, P, &mut Values<'_, Self, S>) = const {
            if E::LANES.evaluates::<S>(P::Shape::LEN) {
                define_in_lanes
            } else {
                define_each
            }
        };
        define(expression, place, values);
    }

    /// Side by side: it runs often.
    #[cfg_attr(optimized, inline(always))]
    fn pull_elements<E: Elementwise<Self>, P: Definable<Self>, S: Scalar>(
        expression: E,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Self, S>,
    ) {
        let values = Self::values(cotangents);
        let elements = P::Shape::flat(place.block(values));
        received.pull_any(
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |received, cotangents| {
                expression.pull_whole::<P::Shape, S>(values, Some(elements), received, cotangents);
            },
        );
    }
}

/// The arrays that a block changes where they lie.
#[expect(missing_debug_implementations, reason = "it is not seen")]
pub enum Changing<'v, W: Tree, S: Scalar + 'v> {
    /// On the way forward.
    Forward(&'v mut W::Values<S>),
    /// On the way back, as they are in the end: what was read of them is kept, and they are not read again.
    Back(W::Refs<'v, S>),
}

/// The values of a block's variables.
pub struct NestedValues<'v, St: Tree, W: Tree, C: Tree, L: Tree, S: Scalar + 'v> {
    /// The states before the step.
    pub(in crate::expr) states: St::Values<S>,
    /// The arrays that are changed where they lie.
    pub(in crate::expr) arrays: Changing<'v, W, S>,
    /// The variables around.
    pub(in crate::expr) captured: C::Refs<'v, S>,
    /// The indices of the loops around.
    pub(in crate::expr) indices: Indices,
    /// The `let`s.
    pub(in crate::expr) locals: Locals<'v, L, S>,
}

impl<St: Tree, W: Tree, C: Tree, L: Tree, S: Scalar> fmt::Debug
    for NestedValues<'_, St, W, C, L, S>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NestedValues").finish_non_exhaustive()
    }
}

/// The cotangents of a block's variables, with the values.
pub struct NestedCotangents<'c, St: Tree, W: Tree, C: Tree, L: Tree, S: Scalar + 'c> {
    /// The values.
    pub(in crate::expr) values: &'c Values<'c, Nested<St, W, C, L>, S>,
    /// The cotangents of the states before the step.
    pub(in crate::expr) states: St::Slots<'c, S>,
    /// The cotangents of the arrays that are changed where they lie.
    pub(in crate::expr) arrays: W::Slots<'c, S>,
    /// The cotangents of the variables around.
    pub(in crate::expr) captured: C::Slots<'c, S>,
    /// The cotangents of the `let`s.
    pub(in crate::expr) locals: L::Slots<'c, S>,
}

impl<St: Tree, W: Tree, C: Tree, L: Tree, S: Scalar> fmt::Debug
    for NestedCotangents<'_, St, W, C, L, S>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NestedCotangents").finish_non_exhaustive()
    }
}

/// A variable of a block: which list it is in, and how its value is found there.
macro_rules! variables {
    ($(
        $Variable:ident $id:literal in $list:ident: $List:ident,
        |$values:ident, $To:ident, $S:ident| $value:expr;
    )*) => {
        $(impl<St, W, C, L, $To, Sh, const N: usize> crate::expr::Block<Nested<St, W, C, L>>
            for $Variable<N, $To, Sh>
        where
            St: Tree,
            W: Tree,
            C: Tree,
            L: Tree,
            $List: Leaves<$To, Shape = Sh>,
            $To: Copy + 'static,
            Sh: Shape,
        {
            type Shape = Sh;

            const ID: crate::expr::Id =
                crate::expr::Id::part(6 * N + $id, $List::OFFSET, Sh::LEN);

            #[cfg_attr(optimized, inline(always))]
            fn block<'a, $S: Scalar>(
                self,
                $values: &'a Values<'_, Nested<St, W, C, L>, $S>,
            ) -> &'a Sh::Of<$S> {
                $value
            }
            #[cfg_attr(optimized, inline(always))]
            fn slot<'a, 'c, $S: Scalar>(
                self,
                cotangents: &'a mut Cotangents<'c, Nested<St, W, C, L>, $S>,
            ) -> &'a mut crate::expr::Slot<'c, Sh, $S> {
                $List::slot(&mut cotangents.sums.$list)
            }
        })*
    };
}

variables! {
    Local 2 in locals: L, |values, To, S| L::get::<S>(values.0.locals.get());
    State 3 in states: St, |values, To, S| St::get(&values.0.states);
    Captured 4 in captured: C, |values, To, S| C::get_ref(&values.0.captured);
    InPlace 5 in arrays: W, |values, To, S| match &values.0.arrays {
        Changing::Forward(arrays) => W::get::<S>(arrays),
        Changing::Back(arrays) => W::get_ref(arrays),
    };
}

impl<St, W, C, L, To, Sh, const N: usize> Definable<Nested<St, W, C, L>> for Local<N, To, Sh>
where
    St: Tree,
    W: Tree,
    C: Tree,
    L: Leaves<To, Shape = Sh>,
    To: Copy + 'static,
    Sh: Shape,
{
    #[cfg_attr(optimized, inline(always))]
    fn block_mut<'a, S: Scalar>(
        self,
        values: &'a mut Values<'_, Nested<St, W, C, L>, S>,
    ) -> &'a mut Sh::Of<S> {
        L::get_mut::<S>(values.0.locals.get_mut())
    }
}

impl<St, W, C, L, To, Sh, const N: usize> Definable<Nested<St, W, C, L>> for InPlace<N, To, Sh>
where
    St: Tree,
    W: Leaves<To, Shape = Sh>,
    C: Tree,
    L: Tree,
    To: Copy + 'static,
    Sh: Shape,
{
    #[cfg_attr(optimized, inline(always))]
    fn block_mut<'a, S: Scalar>(
        self,
        values: &'a mut Values<'_, Nested<St, W, C, L>, S>,
    ) -> &'a mut Sh::Of<S> {
        match &mut values.0.arrays {
            Changing::Forward(arrays) => W::get_mut::<S>(arrays),
            Changing::Back(_) => unreachable!("arrays change on the way forward"),
        }
    }
}
