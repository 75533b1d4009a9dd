//! Loops that keep about √N of their N states.
//!
//! They are kept at the beginnings of segments as long as there are segments. On the way back the states of a
//! segment are computed again from the one kept, and each of its steps once more, to be pulled back.

use crate::expr::bodies::inside::{Interior, Sinks, Start};
use crate::expr::loops::range::Range;
use crate::expr::{
    Changing, Cost, Cotangents, Given, Group, KeptBy, Lent, LetTree, Lets, Room, ShapedFrame,
    Targets, Together, Tree, Values, WithArrays,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// A loop that keeps up to `K` of its states, and where the last ones are stored; otherwise a
/// [`Repeat`](crate::expr::Repeat).
pub struct Checkpointed<const DEPTH: usize, const K: usize, Rg, At, H, X, B, P> {
    range: Rg,
    start: H,
    around: X,
    body: B,
    last: P,
    place: PhantomData<At>,
}

impl<const DEPTH: usize, const K: usize, Rg: Copy, At, H: Copy, X: Copy, B: Copy, P: Copy> Clone
    for Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
{
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const DEPTH: usize, const K: usize, Rg: Copy, At, H: Copy, X: Copy, B: Copy, P: Copy> Copy
    for Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
{
}

impl<const DEPTH: usize, const K: usize, Rg, At, H, X, B, P> fmt::Debug
    for Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checkpointed").finish_non_exhaustive()
    }
}

/// A loop over a range that keeps up to `K` of its states, and the names of the last ones.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a loop and its names")]
pub fn checkpointed<const DEPTH: usize, const K: usize, At, T, Rg, H, X, B>(
    range: Rg,
    start: H,
    around: X,
    body: B,
) -> (
    Checkpointed<DEPTH, K, Rg, At, H, X, B, T::Variables>,
    T::Names,
)
where
    Rg: Range,
    H: Group,
    T: Targets<H::Shapes>,
{
    const {
        assert!(
            Rg::MOST.isqrt() < K,
            "a loop that keeps checkpoints has at most 2²⁰ steps"
        );
    }
    let checkpointed = Checkpointed {
        range,
        start,
        around,
        body,
        last: T::variables(),
        place: PhantomData,
    };
    (checkpointed, T::names())
}

/// The states `St` at `K` checkpoints.
#[derive(Debug)]
pub struct States<const K: usize, St>(PhantomData<St>);

impl<const K: usize, St: Tree> Room for States<K, St> {
    type Of<S: Scalar> = [St::Values<S>; K];

    #[cfg_attr(optimized, inline(always))]
    fn zeros<S: Scalar>() -> Self::Of<S> {
        [St::zeros::<S>(); K]
    }
}

impl<const DEPTH: usize, const K: usize, Rg, At, H, X, B, P> LetTree
    for Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
where
    Rg: Range,
    At: 'static,
    H: Group,
    X: Copy + 'static,
    B: LetTree,
    P: Copy + 'static,
{
    type Places = (H::Shapes,);
    type Kept = States<K, H::Shapes>;
    type Kind = WithArrays;
}

impl<Fr, const DEPTH: usize, const K: usize, Rg, At, H, X, B, P> Lets<Fr>
    for Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
where
    Fr: ShapedFrame,
    Rg: Range,
    At: 'static,
    H: Group + Given<Fr, H::Shapes>,
    X: Lent<Fr>,
    B: Interior<H::Shapes, (), X::Shapes, H::Shapes>,
    P: Together<Fr, H::Shapes>,
{
    const COST: Cost = B::COST.repeated(H::Shapes::ARRAYS);

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let mut states = self.start.values(values);
        let (first, count) = self.range.bounds(&Fr::indices(values));
        for index in first..first + count {
            states = self.step::<Fr, H::Shapes, S>(states, index, values);
        }
        self.last.define(&states, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, kept: &mut KeptBy<Self, S>) {
        let mut states = self.start.values(values);
        let (start, count) = self.range.bounds(&Fr::indices(values));
        let segment = count.isqrt() + 1;
        for position in 0..count {
            if position % segment == 0 {
                kept[position / segment] = states;
            }
            states = self.step::<Fr, H::Shapes, S>(states, start + position, values);
        }
        self.last.define(&states, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let captured = self.around.refs(values);
        let mut indices = Fr::indices(values);
        let mut after = self.last.take(cotangents);
        let mut slots = self.around.take(cotangents);
        <X::Shapes as Tree>::reach::<S>(&mut slots);
        let (start, count) = self.range.bounds(&indices);
        let segment = count.isqrt() + 1;
        let mut locals = <B::Places as Tree>::zeros::<S>();
        let mut sums = <B::Places as Tree>::zeros::<S>();
        let mut kept_of_step = <B::Kept as Room>::zeros::<S>();
        let mut befores = <States<K, H::Shapes> as Room>::zeros::<S>();
        for first in (0..count).step_by(segment).rev() {
            let steps = first..count.min(first + segment);
            let mut states = kept[first / segment];
            for position in steps.clone() {
                befores[position - first] = states;
                states = self.step::<Fr, H::Shapes, S>(states, start + position, values);
            }
            for position in steps.rev() {
                indices[DEPTH] = start + position;
                let states = befores[position - first];
                let forward = Start {
                    states,
                    arrays: Changing::Forward(&mut ()),
                    captured,
                    indices,
                };
                self.body.keep(forward, &mut locals, &mut kept_of_step);
                let back = Start {
                    states,
                    arrays: Changing::Back(()),
                    captured,
                    indices,
                };
                let mut before = <H::Shapes as Tree>::no_sums::<S>();
                let sinks = Sinks {
                    states: &mut before,
                    arrays: &mut (),
                    captured: &mut slots,
                };
                let received = <H::Shapes as Tree>::received(&after);
                self.body
                    .pull(back, &locals, &kept_of_step, &mut sums, received, sinks);
                after = before;
            }
        }
        self.around.put_back(slots, cotangents);
        let received = <H::Shapes as Tree>::received(&after);
        self.start.pull(received, cotangents);
    }
}

impl<const DEPTH: usize, const K: usize, Rg: Range, At, H, X, B, P>
    Checkpointed<DEPTH, K, Rg, At, H, X, B, P>
{
    /// The states after a step.
    #[cfg_attr(optimized, inline(always))]
    fn step<Fr, St, S>(
        self,
        states: St::Values<S>,
        index: usize,
        values: &Values<'_, Fr, S>,
    ) -> St::Values<S>
    where
        Fr: crate::expr::ShapedFrame,
        St: Tree,
        S: Scalar,
        X: Lent<Fr>,
        B: Interior<St, (), X::Shapes, St>,
    {
        let mut indices = Fr::indices(values);
        indices[DEPTH] = index;
        self.body.value(Start {
            states,
            arrays: Changing::Forward(&mut ()),
            captured: self.around.refs(values),
            indices,
        })
    }
}
