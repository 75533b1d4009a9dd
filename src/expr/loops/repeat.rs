//! Loops: a block that is run again and again, and takes states on from step to step.
//!
//! On the way forward the states before each step and its `let`s are kept, where the function keeps its `let`s;
//! on the way back each step is pulled back by them, the last one first, into the cotangents of the states
//! before it. So one step is compiled, however many there are, and nothing is allocated.

use crate::expr::bodies::inside::{Interior, Sinks, Start};
use crate::expr::frames::tree::without_cotangents;
use crate::expr::loops::range::Range;
use crate::expr::{
    Cotangents, Given, Group, Holds, Lent, LetTree, Lets, Targets, Together, Tree, Values,
    WithArrays,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// A loop, and where its last states are stored.
///
/// The index is number `DEPTH` of those around, and goes through the range `Rg`. From the variables `H` on, of
/// the frame around, the states are taken on by the body `B`, which sees the variables `X`; the last ones
/// are the `let`s `P`. `At` is the place of all.
pub struct Repeat<const DEPTH: usize, Rg, At, H, X, B, P> {
    start: H,
    around: X,
    body: B,
    last: P,
    place: PhantomData<(Rg, At)>,
}

impl<const DEPTH: usize, Rg, At, H: Copy, X: Copy, B: Copy, P: Copy> Clone
    for Repeat<DEPTH, Rg, At, H, X, B, P>
{
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const DEPTH: usize, Rg, At, H: Copy, X: Copy, B: Copy, P: Copy> Copy
    for Repeat<DEPTH, Rg, At, H, X, B, P>
{
}

impl<const DEPTH: usize, Rg, At, H, X, B, P> fmt::Debug for Repeat<DEPTH, Rg, At, H, X, B, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repeat").finish_non_exhaustive()
    }
}

/// A loop over a range, and the names of its last states.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a loop and its names")]
pub fn repeat<const DEPTH: usize, Rg, At, T, H, X, B>(
    start: H,
    around: X,
    body: B,
) -> (Repeat<DEPTH, Rg, At, H, X, B, T::Variables>, T::Names)
where
    Rg: Range,
    H: Group,
    T: Targets<H::Shapes>,
{
    let repeat = Repeat {
        start,
        around,
        body,
        last: T::variables(),
        place: PhantomData,
    };
    (repeat, T::names())
}

/// What is kept of the steps of a loop: the states `St` before each, and its `let`s `L`.
#[derive(Debug)]
pub struct History<Rg, St, L>(PhantomData<(Rg, St, L)>);

without_cotangents! {
    [Rg: Range, St: Tree, L: Tree] History<Rg, St, L>,
    S: Rg::Each<(St::Values<S>, L::Values<S>)>, Rg::fill((St::zeros::<S>(), L::zeros::<S>()))
}

impl<const DEPTH: usize, Rg, At, H, X, B, P> LetTree for Repeat<DEPTH, Rg, At, H, X, B, P>
where
    Rg: Range,
    At: 'static,
    H: Group,
    X: Copy + 'static,
    B: LetTree,
    P: Copy + 'static,
{
    type Places = (H::Shapes, History<Rg, H::Shapes, B::Places>);
    type Kind = WithArrays;
}

impl<Fr, const DEPTH: usize, Rg, At, H, X, B, P> Lets<Fr> for Repeat<DEPTH, Rg, At, H, X, B, P>
where
    Fr: Holds<At, Tree = (H::Shapes, History<Rg, H::Shapes, B::Places>)>,
    Rg: Range,
    At: 'static,
    H: Group + Given<Fr, H::Shapes>,
    X: Lent<Fr>,
    B: Interior<H::Shapes, (), X::Shapes, H::Shapes>,
    P: Together<Fr, H::Shapes>,
{
    #[inline(always)]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let mut states = self.start.values(values);
        let mut indices = Fr::indices(values);
        let captured = self.around.refs(values);
        for position in 0..Rg::COUNT {
            indices[DEPTH] = Rg::START + position;
            states = self.body.value(Start {
                states,
                arrays: Some(&mut ()),
                captured,
                indices,
            });
        }
        self.last.define(&states, values);
    }

    #[inline(always)]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let mut states = self.start.values(values);
        let mut indices = Fr::indices(values);
        let mut history = <History<Rg, H::Shapes, B::Places> as Tree>::zeros::<S>();
        let captured = self.around.refs(values);
        let steps = &mut Rg::all_mut(&mut history)[..Rg::COUNT];
        for (position, (before, locals)) in steps.iter_mut().enumerate() {
            indices[DEPTH] = Rg::START + position;
            *before = states;
            let start = Start {
                states,
                arrays: Some(&mut ()),
                captured,
                indices,
            };
            states = self.body.keep(start, locals);
        }
        Fr::held_mut(values).1 = history;
        self.last.define(&states, values);
    }

    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, DEPTH, Rg, At, H, X, B, P, S> {
        self.keep(values);
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Fr, S>| self.pull(cotangents)
    }

    #[inline(always)]
    fn pull<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let captured = self.around.refs(values);
        let mut indices = Fr::indices(values);
        let steps = &Rg::all(&Fr::held(values).1)[..Rg::COUNT];
        let lanes = cotangents.lanes();
        let mut after = self.last.take(cotangents);
        let mut slots = self.around.take(cotangents);
        <X::Shapes as Tree>::reach::<S>(&mut slots);
        for (position, (states, locals)) in steps.iter().enumerate().rev() {
            indices[DEPTH] = Rg::START + position;
            let start = Start {
                states: *states,
                arrays: None,
                captured,
                indices,
            };
            let mut before = <H::Shapes as Tree>::no_sums::<S>();
            let sinks = Sinks {
                states: &mut before,
                arrays: &mut (),
                captured: &mut slots,
                lanes,
            };
            let received = <H::Shapes as Tree>::received(&after);
            self.body.pull(start, locals, received, sinks);
            after = before;
        }
        self.around.put_back(slots, cotangents);
        let received = <H::Shapes as Tree>::received(&after);
        self.start.pull(received, cotangents);
    }
}
