//! Loops: a block that is run again and again, and takes states on from step to step.

use crate::expr::bodies::inside::Interior;
use crate::expr::loops::range::Range;
use crate::expr::{
    Cotangents, Given, Group, Lent, LetTree, Lets, ShapedFrame, Targets, Together, Tree, Values,
    WithArrays,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// A loop, and where its last states are stored.
///
/// The index is number `DEPTH` of those around, and goes through the range `Rg`. From the variables `H` on, of
/// the frame around, the states are taken on by the body `B`, which sees the variables `X`; the last ones
/// are the `let`s `P`.
pub struct Repeat<const DEPTH: usize, Rg, H, X, B, P> {
    start: H,
    around: X,
    body: B,
    last: P,
    range: PhantomData<Rg>,
}

impl<const DEPTH: usize, Rg, H: Copy, X: Copy, B: Copy, P: Copy> Clone
    for Repeat<DEPTH, Rg, H, X, B, P>
{
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const DEPTH: usize, Rg, H: Copy, X: Copy, B: Copy, P: Copy> Copy
    for Repeat<DEPTH, Rg, H, X, B, P>
{
}

impl<const DEPTH: usize, Rg, H, X, B, P> fmt::Debug for Repeat<DEPTH, Rg, H, X, B, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repeat").finish_non_exhaustive()
    }
}

/// A loop over a range, and the names of its last states.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a loop and its names")]
pub fn repeat<const DEPTH: usize, Rg, T, H, X, B>(
    start: H,
    around: X,
    body: B,
) -> (Repeat<DEPTH, Rg, H, X, B, T::Variables>, T::Names)
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
        range: PhantomData,
    };
    (repeat, T::names())
}

impl<const DEPTH: usize, Rg, H, X, B, P> LetTree for Repeat<DEPTH, Rg, H, X, B, P>
where
    Rg: Range,
    H: Group,
    X: Copy + 'static,
    B: Copy + 'static,
    P: Copy + 'static,
{
    type Places = H::Shapes;
    type Kind = WithArrays;
}

impl<Fr, const DEPTH: usize, Rg, H, X, B, P> Lets<Fr> for Repeat<DEPTH, Rg, H, X, B, P>
where
    Fr: ShapedFrame,
    Rg: Range,
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
            states = self.body.value(states, &mut (), captured, indices);
        }
        self.last.define(&states, values);
    }

    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, DEPTH, Rg, H, X, B, P, S> {
        let mut states = self.start.values(values);
        let mut indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let steps = Rg::each(
            #[inline(always)]
            |position| {
                indices[DEPTH] = Rg::START + position;
                let (next, pull) = self.body.vjp(states, &mut (), captured, indices);
                states = next;
                pull
            },
        );
        self.last.define(&states, values);
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Fr, S>| {
            let lanes = cotangents.lanes();
            let captured = self.around.refs(Fr::values(cotangents));
            let mut after = self.last.take(cotangents);
            let mut slots = self.around.take(cotangents);
            <X::Shapes as Tree>::reach::<S>(&mut slots);
            for position in (0..Rg::COUNT).rev() {
                let pull = Rg::get(&steps, position);
                let mut before = <H::Shapes as Tree>::no_sums::<S>();
                let received = <H::Shapes as Tree>::received(&after);
                pull(captured, received, &mut before, &mut (), &mut slots, lanes);
                after = before;
            }
            self.around.put_back(slots, cotangents);
            let received = <H::Shapes as Tree>::received(&after);
            self.start.pull(received, cotangents);
        }
    }
}
