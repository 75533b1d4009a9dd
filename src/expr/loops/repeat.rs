//! Loops: a block that is run again and again, and takes states on from step to step.
//!
//! On the way forward the states before each step and its `let`s are kept, where the function keeps its `let`s;
//! on the way back each step is pulled back by them, the last one first, into the cotangents of the states
//! before it. So one step is compiled, or two copies of it, however many there are, and nothing is allocated. A state that is a
//! `let` of the step before is not kept a second time.

use crate::expr::bodies::inside::{Interior, Sinks, Start};
use crate::expr::kernels::inlined;
use crate::expr::loops::carried::{Carried, Carries, KeptStates};
use crate::expr::loops::range::Range;
use crate::expr::{
    Changing, Cost, Cotangents, Given, Group, KeptBy, Lent, LetTree, Lets, Room, ShapedFrame,
    Targets, Together, Tree, Values, WithArrays,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// A loop, and where its last states are stored.
///
/// The index is number `DEPTH` of those around, and goes through the range `Rg`. From the variables `H` on, of
/// the frame around, the states are taken on by the body `B`, which sees the variables `X`; the last ones
/// are the `let`s `P`. The arrays `W` are changed by it where they lie, and are the `let`s `Q` in the end. `At` is the
/// place of all.
pub struct Repeat<const DEPTH: usize, Rg, At, H, W, X, B, P, Q> {
    range: Rg,
    start: H,
    arrays: W,
    around: X,
    body: B,
    last: P,
    last_arrays: Q,
    place: PhantomData<At>,
}

impl<const DEPTH: usize, Rg: Copy, At, H: Copy, W: Copy, X: Copy, B: Copy, P: Copy, Q: Copy> Clone
    for Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
{
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const DEPTH: usize, Rg: Copy, At, H: Copy, W: Copy, X: Copy, B: Copy, P: Copy, Q: Copy> Copy
    for Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
{
}

impl<const DEPTH: usize, Rg, At, H, W, X, B, P, Q> fmt::Debug
    for Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repeat").finish_non_exhaustive()
    }
}

/// A loop over a range, and the names of its last states.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a loop and its names")]
pub fn repeat<const DEPTH: usize, At, T, U, Rg, H, W, X, B>(
    range: Rg,
    start: H,
    arrays: W,
    around: X,
    body: B,
) -> (
    Repeat<DEPTH, Rg, At, H, W, X, B, T::Variables, U::Variables>,
    (T::Names, U::Names),
)
where
    Rg: Range,
    H: Group,
    W: Group,
    T: Targets<H::Shapes>,
    U: Targets<W::Shapes>,
{
    let repeat = Repeat {
        range,
        start,
        arrays,
        around,
        body,
        last: T::variables(),
        last_arrays: U::variables(),
        place: PhantomData,
    };
    (repeat, (T::names(), U::names()))
}

/// What is kept of a loop: the states `T` before the first step, and of each step those of the states before it that are not
/// among the `let`s of the step before, `St`, its `let`s `L`, and what these keep, `K`.
#[derive(Debug)]
pub struct History<Rg, T, St, L, K>(PhantomData<(Rg, T, St, L, K)>);

impl<Rg: Range, T: Tree, St: Tree, L: Tree, K: Room> Room for History<Rg, T, St, L, K> {
    type Of<S: Scalar> = (
        T::Values<S>,
        Rg::Each<(St::Values<S>, L::Values<S>, K::Of<S>)>,
    );

    #[cfg_attr(optimized, inline(always))]
    fn zeros<S: Scalar>() -> Self::Of<S> {
        if const { size_of::<Self::Of<S>>() >= LARGE } {
            written_in_place::<Self, S>()
        } else {
            Self::before_all_steps::<S>()
        }
    }
}

/// From how many bytes on the zeros of a history are written by a function of their own.
const LARGE: usize = 2048;

/// Zeros, which a function that is not inlined writes where they are to be; of what is inlined the compiler makes
/// each part by itself, and copies it.
#[inline(never)]
fn written_in_place<H: Steps, S: Scalar>() -> H::Of<S> {
    H::before_all_steps::<S>()
}

/// A history as it is made.
trait Steps: Room {
    /// Zeros in the place of all steps.
    fn before_all_steps<S: Scalar>() -> Self::Of<S>;
}

impl<Rg: Range, T: Tree, St: Tree, L: Tree, K: Room> Steps for History<Rg, T, St, L, K> {
    #[cfg_attr(optimized, inline(always))]
    fn before_all_steps<S: Scalar>() -> Self::Of<S> {
        (
            T::zeros::<S>(),
            Rg::fill(
                #[cfg_attr(optimized, inline(always))]
                || (St::zeros::<S>(), L::zeros::<S>(), K::zeros::<S>()),
            ),
        )
    }
}

impl<const DEPTH: usize, Rg, At, H: Group, W, X, B: LetTree, P, Q>
    Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
{
    /// Whether it has states, and they and its `let`s are all reals, and few. A step is compiled twice then.
    const IS_OF_FEW_REALS: bool = size_of::<<H::Shapes as Tree>::Values<u8>>() > 0
        && H::Shapes::ARRAYS == 0
        && B::Places::ARRAYS == 0
        && size_of::<<B::Places as Tree>::Values<u8>>() <= FEW;
}

/// How many `let`s of reals are few: of 30, what is compiled twice takes three times as long to compile.
const FEW: usize = 16;

impl<const DEPTH: usize, Rg, At, H, W, X, B, P, Q> LetTree
    for Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
where
    Rg: Range,
    At: 'static,
    H: Group,
    W: Group,
    X: Copy + 'static,
    B: Carries<H::Shapes>,
    P: Copy + 'static,
    Q: Copy + 'static,
{
    type Places = (H::Shapes, W::Shapes);
    type Kept = History<Rg, H::Shapes, KeptStates<H::Shapes, B>, B::Places, B::Kept>;
    type Kind = WithArrays;
}

impl<Fr, const DEPTH: usize, Rg, At, H, W, X, B, P, Q> Lets<Fr>
    for Repeat<DEPTH, Rg, At, H, W, X, B, P, Q>
where
    Fr: ShapedFrame,
    Rg: Range,
    At: 'static,
    H: Group + Given<Fr, H::Shapes>,
    W: Group + Given<Fr, W::Shapes>,
    X: Lent<Fr>,
    B: Interior<H::Shapes, W::Shapes, X::Shapes, H::Shapes> + Carries<H::Shapes>,
    P: Together<Fr, H::Shapes>,
    Q: Together<Fr, W::Shapes> + Lent<Fr> + Group<Shapes = W::Shapes>,
{
    const COST: Cost = B::COST.repeated(H::Shapes::ARRAYS + W::Shapes::ARRAYS);

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let mut states = self.start.values(values);
        let mut arrays = self.arrays.values(values);
        let mut indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let (first, count) = self.range.bounds(&indices);
        for position in 0..count {
            indices[DEPTH] = first + position;
            states = self.body.value(Start {
                states,
                arrays: Changing::Forward(&mut arrays),
                captured,
                indices,
            });
        }
        self.last.define(&states, values);
        self.last_arrays.define(&arrays, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, kept: &mut KeptBy<Self, S>) {
        let mut states = self.start.values(values);
        let mut arrays = self.arrays.values(values);
        let mut indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let (first, count) = self.range.bounds(&indices);
        kept.0 = states;
        let steps = &mut Rg::all_mut(&mut kept.1)[..count];
        for (position, step) in steps.iter_mut().enumerate() {
            indices[DEPTH] = first + position;
            let start = Start {
                states,
                arrays: Changing::Forward(&mut arrays),
                captured,
                indices,
            };
            step.0 = B::Carried::kept::<S>(&states);
            states = self.body.keep(start, &mut step.1, &mut step.2);
        }
        self.last.define(&states, values);
        self.last_arrays.define(&arrays, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let captured = self.around.refs(values);
        let mut indices = Fr::indices(values);
        let (first, count) = self.range.bounds(&indices);
        let (first_states, steps) = kept;
        let steps = &Rg::all(steps)[..count];
        let last_arrays = self.last_arrays.refs(values);
        let mut after = self.last.take(cotangents);
        let mut array_sums = Together::take(self.last_arrays, cotangents);
        let mut array_slots = <W::Shapes as Tree>::sum_slots(&mut array_sums);
        <W::Shapes as Tree>::part::<S>(&mut array_slots);
        let mut slots = self.around.take(cotangents);
        <X::Shapes as Tree>::reach::<S>(&mut slots);
        let mut sums = <B::Places as Tree>::zeros::<S>();
        let mut pull_step = inlined(
            #[cfg_attr(optimized, inline(always))]
            |position: usize, after: &<H::Shapes as Tree>::Sums<S>| {
                let (states, locals, kept) = &steps[position];
                indices[DEPTH] = first + position;
                let start = Start {
                    states: match steps[..position].last() {
                        Some((_, earlier, _)) => B::Carried::states::<S>(earlier, states),
                        None => *first_states,
                    },
                    arrays: Changing::Back(last_arrays),
                    captured,
                    indices,
                };
                let mut before = <H::Shapes as Tree>::no_sums::<S>();
                let sinks = Sinks {
                    states: &mut before,
                    arrays: &mut array_slots,
                    captured: &mut slots,
                };
                let received = <H::Shapes as Tree>::received(after);
                self.body
                    .pull(start, locals, kept, &mut sums, received, sinks);
                before
            },
        );
        let mut positions = (0..count).rev();
        while let Some(position) = positions.next() {
            after = pull_step(position, &after);
            // Which of the sums have been reached changes in the first steps, and most often not any more: then it is known to the
            // compiler, which makes straight-line code of a step, with the sums in registers.
            if const { Self::IS_OF_FEW_REALS } {
                while <H::Shapes as Tree>::are_reached::<S>(&after) {
                    let Some(position) = positions.next() else {
                        break;
                    };
                    after = pull_step(position, &<H::Shapes as Tree>::reached::<S>(&after));
                }
            }
        }
        <W::Shapes as Tree>::settle::<S>(&mut array_slots);
        drop(array_slots);
        self.around.put_back(slots, cotangents);
        let received = <W::Shapes as Tree>::received(&array_sums);
        self.arrays.pull(received, cotangents);
        let received = <H::Shapes as Tree>::received(&after);
        self.start.pull(received, cotangents);
    }
}
