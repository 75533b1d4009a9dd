//! What stands inside of a function with `let`s of its own: a branch, or the body of a loop.

use crate::expr::frames::nested::{Indices, NestedCotangents, NestedValues};
use crate::expr::{Cotangents, Given, LetTree, Lets, Nested, Tree, Values};
use crate::scalar::Scalar;

/// The `let`s of a branch or of a step, and what it gives: variables in a tree.
#[derive(Debug, Clone, Copy)]
pub struct Inside<L, Rs>(
    /// The `let`s.
    pub L,
    /// What it gives.
    pub Rs,
);

/// A block that takes the states `St` on, changes the arrays `W`, sees the variables `C`, and gives values of
/// the shapes `T`.
pub trait Interior<St: Tree, W: Tree, C: Tree, T: Tree>: Copy + 'static {
    /// The places of its `let`s.
    type Places: Tree;

    /// What it gives.
    fn value<S: Scalar>(
        self,
        states: St::Values<S>,
        arrays: &mut W::Values<S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
    ) -> T::Values<S>;

    /// What it gives, and what pulls that back, with what else that needs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        states: St::Values<S>,
        arrays: &mut W::Values<S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
    ) -> (
        T::Values<S>,
        impl Fn(
            C::Refs<'_, S>,
            T::Received<'_, S>,
            &mut St::Sums<S>,
            &mut W::Slots<'_, S>,
            &mut C::Slots<'_, S>,
            Option<S::Mask>,
        ) + Copy
        + use<Self, St, W, C, T, S>,
    );
}

impl<St, W, C, T, L, Rs> Interior<St, W, C, T> for Inside<L, Rs>
where
    St: Tree,
    W: Tree,
    C: Tree,
    T: Tree,
    L: LetTree + Lets<Nested<St, W, C, L::Places>>,
    Rs: Given<Nested<St, W, C, L::Places>, T>,
{
    type Places = L::Places;

    #[inline(always)]
    fn value<S: Scalar>(
        self,
        states: St::Values<S>,
        arrays: &mut W::Values<S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
    ) -> T::Values<S> {
        let mut values = Values(NestedValues {
            states,
            arrays: Some(arrays),
            captured: C::shorten(captured),
            indices,
            locals: L::Places::zeros(),
        });
        self.0.define(&mut values);
        self.1.values(&values)
    }

    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        states: St::Values<S>,
        arrays: &mut W::Values<S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
    ) -> (
        T::Values<S>,
        impl Fn(
            C::Refs<'_, S>,
            T::Received<'_, S>,
            &mut St::Sums<S>,
            &mut W::Slots<'_, S>,
            &mut C::Slots<'_, S>,
            Option<S::Mask>,
        ) + Copy
        + use<St, W, C, T, L, Rs, S>,
    ) {
        let mut values = Values(NestedValues {
            states,
            arrays: Some(arrays),
            captured: C::shorten(captured),
            indices,
            locals: L::Places::zeros(),
        });
        let pull_lets = self.0.vjp(&mut values);
        let given = self.1.values(&values);
        let locals = values.0.locals;
        (
            given,
            #[inline(always)]
            move |captured: C::Refs<'_, S>,
                  received: T::Received<'_, S>,
                  sums: &mut St::Sums<S>,
                  array_slots: &mut W::Slots<'_, S>,
                  slots: &mut C::Slots<'_, S>,
                  lanes: Option<S::Mask>| {
                let values = Values(NestedValues {
                    states,
                    arrays: None,
                    captured: C::shorten(captured),
                    indices,
                    locals,
                });
                let mut local_sums = L::Places::zeros::<S>();
                let mut cotangents =
                    cotangents(&values, sums, array_slots, slots, &mut local_sums, lanes);
                self.1.pull(received, &mut cotangents);
                pull_lets(&mut cotangents);
                St::settle::<S>(&mut cotangents.sums.states);
                W::settle::<S>(&mut cotangents.sums.arrays);
                C::settle::<S>(&mut cotangents.sums.captured);
            },
        )
    }
}

/// The cotangents of a block's variables, of whose `let`s nothing has been reached.
#[inline(always)]
fn cotangents<'c, 'w: 'c, 'o: 'c, St: Tree, W: Tree, C: Tree, L: Tree, S: Scalar>(
    values: &'c Values<'c, Nested<St, W, C, L>, S>,
    sums: &'c mut St::Sums<S>,
    arrays: &'c mut W::Slots<'w, S>,
    captured: &'c mut C::Slots<'o, S>,
    locals: &'c mut L::Values<S>,
    lanes: Option<S::Mask>,
) -> Cotangents<'c, Nested<St, W, C, L>, S> {
    let sums = NestedCotangents {
        values,
        states: St::sum_slots(sums),
        arrays: W::lend(arrays),
        captured: C::lend(captured),
        locals: L::slots(locals),
    };
    Cotangents::in_lanes(sums, lanes)
}
