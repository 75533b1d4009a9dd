//! What stands inside of a function with `let`s of its own: a branch, or the body of a loop.

use crate::expr::frames::locals::Locals;
use crate::expr::frames::nested::{Changing, Indices, NestedCotangents, NestedValues};
use crate::expr::{Cost, Cotangents, Given, Group, KeptBy, LetTree, Lets, Nested, Tree, Values};
use crate::scalar::Scalar;

/// The `let`s of a branch or of a step, and what it gives: variables in a tree.
#[derive(Debug, Clone, Copy)]
pub struct Inside<L, Rs>(
    /// The `let`s.
    pub L,
    /// What it gives.
    pub Rs,
);

impl<L: LetTree, Rs: Copy + 'static> LetTree for Inside<L, Rs> {
    type Places = L::Places;
    type Kept = L::Kept;
    type Kind = L::Kind;
}

impl<L: Copy + 'static, Rs: Group> Group for Inside<L, Rs> {
    type Shapes = Rs::Shapes;
}

/// What a block starts from: the states, the arrays that it changes, the variables around, and the indices.
#[expect(missing_debug_implementations, reason = "it is not seen")]
pub struct Start<'a, 'v, St: Tree, W: Tree, C: Tree, S: Scalar + 'a + 'v> {
    pub(in crate::expr) states: St::Values<S>,
    pub(in crate::expr) arrays: Changing<'a, W, S>,
    pub(in crate::expr) captured: C::Refs<'v, S>,
    pub(in crate::expr) indices: Indices,
}

impl<'v, C: Tree, S: Scalar + 'v> Start<'v, 'v, (), (), C, S> {
    /// Of a block that sees the variables around it, and takes nothing on.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn around(captured: C::Refs<'v, S>, indices: Indices) -> Self {
        Start {
            states: (),
            arrays: Changing::Back(()),
            captured,
            indices,
        }
    }
}

/// The ways to the cotangents of what a block starts from.
#[expect(missing_debug_implementations, reason = "it is not seen")]
pub struct Sinks<'a, 'w, 'c, St: Tree, W: Tree, C: Tree, S: Scalar + 'a + 'w + 'c> {
    pub(in crate::expr) states: &'a mut St::Sums<S>,
    pub(in crate::expr) arrays: &'a mut W::Slots<'w, S>,
    pub(in crate::expr) captured: &'a mut C::Slots<'c, S>,
}

/// A block that takes the states `St` on, changes the arrays `W`, sees the variables `C`, and gives values of
/// the shapes `T`.
pub trait Interior<St: Tree, W: Tree, C: Tree, T: Tree>: LetTree {
    /// What its gradient costs.
    const COST: Cost;

    /// What it gives.
    fn value<S: Scalar>(self, start: Start<'_, '_, St, W, C, S>) -> T::Values<S>;

    /// What it gives; its `let`s are evaluated into `locals`, and what else the way back needs is kept.
    fn keep<S: Scalar>(
        self,
        start: Start<'_, '_, St, W, C, S>,
        locals: &mut <Self::Places as Tree>::Values<S>,
        kept: &mut KeptBy<Self, S>,
    ) -> T::Values<S>;

    /// Pulls back what has been received by what it gives; `sums` is the place of the cotangents of its `let`s, whatever
    /// is there.
    fn pull<S: Scalar>(
        self,
        start: Start<'_, '_, St, W, C, S>,
        locals: &<Self::Places as Tree>::Values<S>,
        kept: &KeptBy<Self, S>,
        sums: &mut <Self::Places as Tree>::Values<S>,
        received: T::Received<'_, S>,
        sinks: Sinks<'_, '_, '_, St, W, C, S>,
    );
}

impl<St, W, C, T, L, Rs> Interior<St, W, C, T> for Inside<L, Rs>
where
    St: Tree,
    W: Tree,
    C: Tree,
    T: Tree,
    L: LetTree + Lets<Nested<St, W, C, <L as LetTree>::Places>>,
    Rs: Given<Nested<St, W, C, L::Places>, T>,
{
    const COST: Cost = L::COST;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, start: Start<'_, '_, St, W, C, S>) -> T::Values<S> {
        let mut locals = L::Places::zeros::<S>();
        let mut values = values(start, Locals::Forward(&mut locals));
        self.0.define(&mut values);
        self.1.values(&values)
    }

    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(
        self,
        start: Start<'_, '_, St, W, C, S>,
        locals: &mut <L::Places as Tree>::Values<S>,
        kept: &mut KeptBy<L, S>,
    ) -> T::Values<S> {
        let mut values = values(start, Locals::Forward(locals));
        self.0.keep(&mut values, kept);
        self.1.values(&values)
    }

    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        start: Start<'_, '_, St, W, C, S>,
        locals: &<L::Places as Tree>::Values<S>,
        kept: &KeptBy<L, S>,
        sums: &mut <L::Places as Tree>::Values<S>,
        received: T::Received<'_, S>,
        sinks: Sinks<'_, '_, '_, St, W, C, S>,
    ) {
        let values = values(start, Locals::Back(locals));
        let mut cotangents = cotangents(&values, sinks, L::Places::unset_slots(sums));
        self.1.pull(received, &mut cotangents);
        self.0.pull(kept, &mut cotangents);
        St::settle::<S>(&mut cotangents.sums.states);
        W::settle::<S>(&mut cotangents.sums.arrays);
        C::settle::<S>(&mut cotangents.sums.captured);
    }
}

/// The values of a block's variables.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn values<
    'v,
    'a: 'v,
    'c: 'v,
    St: Tree,
    W: Tree,
    C: Tree,
    L: Tree,
    S: Scalar,
>(
    start: Start<'a, 'c, St, W, C, S>,
    locals: Locals<'v, L, S>,
) -> Values<'v, Nested<St, W, C, L>, S> {
    Values(NestedValues {
        states: start.states,
        arrays: match start.arrays {
            Changing::Forward(arrays) => Changing::Forward(arrays),
            Changing::Back(arrays) => Changing::Back(W::shorten(arrays)),
        },
        captured: C::shorten(start.captured),
        indices: start.indices,
        locals,
    })
}

/// The cotangents of a block's variables, of whose `let`s nothing has been reached.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn cotangents<
    'c,
    'w: 'c,
    'o: 'c,
    St: Tree,
    W: Tree,
    C: Tree,
    L: Tree,
    S: Scalar,
>(
    values: &'c Values<'c, Nested<St, W, C, L>, S>,
    sinks: Sinks<'c, 'w, 'o, St, W, C, S>,
    locals: L::Slots<'c, S>,
) -> Cotangents<'c, Nested<St, W, C, L>, S> {
    let sums = NestedCotangents {
        values,
        states: St::sum_slots(sinks.states),
        arrays: W::lend(sinks.arrays),
        captured: C::lend(sinks.captured),
        locals,
    };
    Cotangents::new(sums)
}
