//! Bodies of functions of data. Where one is summed over rows, the `let`s that no datum reaches are evaluated once for many
//! rows: their cotangents are summed over the rows, and pulled back once. The memory of the other `let`s is shared by the
//! rows, too.

use super::shaped_body::{Scoped, ShapedBody, cotangents, settle};
use crate::expr::frames::locals::Locals;
use crate::expr::{
    Blocks, Cotangent, GradientSums, Inputs, LetTree, Lets, R, RealBody, RealsOnly, Results, Room,
    Rows, Scope, ScopeValues, Shape, Slots, Tree,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The body of a function of data with shapes, for many rows of data.
pub trait ShapedRows<I: Inputs, D: Inputs>: ShapedBody<I, D> {
    /// The values for rows of data.
    fn evaluate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        rows: impl Rows<D, S, <Self::Codomain as Shape>::Of<S>>,
    );

    /// The values for rows of data, with the gradients of all added to `gradient`.
    fn accumulate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        rows: impl Rows<D, S, <Self::Codomain as Shape>::Of<S>>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        gradient: impl GradientSums<I, S>,
    );
}

/// The body of a function of reals, for many rows of data; `joined` puts the data of a row behind the inputs.
pub trait RealRows<const T: usize>: RealBody<T> {
    /// The values for rows of data.
    fn evaluate_rows<D: Inputs, S: Scalar>(
        self,
        rows: impl Rows<D, S, <Self::Codomain as Shape>::Of<S>>,
        joined: impl Fn(Blocks<'_, D, S>) -> [S; T],
    );

    /// The values for rows of data, with the gradients of all in the first `N` inputs added to `gradient`.
    fn accumulate_rows<const N: usize, D: Inputs, S: Scalar>(
        self,
        rows: impl Rows<D, S, <Self::Codomain as Shape>::Of<S>>,
        joined: impl Fn(Blocks<'_, D, S>) -> [S; T],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        gradient: impl GradientSums<[R; N], S>,
    );
}

/// Its `let`s are those that no datum reaches, and the others.
impl<I: Inputs, D: Inputs, A: LetTree, B: LetTree, Rs> ShapedRows<I, D> for Scoped<(A, B), Rs>
where
    A: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
    B: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
    Rs: Results<Scope<I, D, (A::Places, B::Places)>>,
{
    #[cfg_attr(optimized, inline(always))]
    fn evaluate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        rows: impl Rows<D, S, <Rs::Shape as Shape>::Of<S>>,
    ) {
        let gradient = Unwanted;
        self.evaluate_all(Direct {
            inputs,
            rows,
            gradient,
        });
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        rows: impl Rows<D, S, <Rs::Shape as Shape>::Of<S>>,
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
        gradient: impl GradientSums<I, S>,
    ) {
        self.accumulate_all(
            seeds,
            Direct {
                inputs,
                rows,
                gradient,
            },
        );
    }
}

/// Its `let`s are those that no datum reaches, and the others.
impl<const K: usize, const T: usize, A: LetTree, B: LetTree, Rs> RealRows<T>
    for RealsOnly<K, (A, B), Rs>
where
    Self: RealBody<T, Codomain = Rs::Shape>,
    A: Lets<Scope<[R; T], (), (<A as LetTree>::Places, <B as LetTree>::Places)>>,
    B: Lets<Scope<[R; T], (), (<A as LetTree>::Places, <B as LetTree>::Places)>>,
    Rs: Results<Scope<[R; T], (), (A::Places, B::Places)>>,
{
    #[cfg_attr(optimized, inline(always))]
    fn evaluate_rows<D: Inputs, S: Scalar>(
        self,
        rows: impl Rows<D, S, <Rs::Shape as Shape>::Of<S>>,
        joined: impl Fn(Blocks<'_, D, S>) -> [S; T],
    ) {
        let gradient = Unwanted;
        let body = Scoped(self.0, self.1);
        body.evaluate_all(Joined::<D, _, _, _, 0> {
            rows,
            joined,
            gradient,
            data: PhantomData,
        });
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate_rows<const N: usize, D: Inputs, S: Scalar>(
        self,
        rows: impl Rows<D, S, <Rs::Shape as Shape>::Of<S>>,
        joined: impl Fn(Blocks<'_, D, S>) -> [S; T],
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
        gradient: impl GradientSums<[R; N], S>,
    ) {
        let body = Scoped(self.0, self.1);
        body.accumulate_all(
            seeds,
            Joined {
                rows,
                joined,
                gradient,
                data: PhantomData,
            },
        );
    }
}

impl<A: LetTree, B: LetTree, Rs> Scoped<(A, B), Rs> {
    #[cfg_attr(optimized, inline(always))]
    fn evaluate_all<I: Inputs, D: Inputs, S: Scalar>(
        self,
        mut frames: impl Frames<I, D, S, <Rs::Shape as Shape>::Of<S>>,
    ) where
        A: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
        B: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
        Rs: Results<Scope<I, D, (A::Places, B::Places)>>,
    {
        let Scoped((invariant, varying), results) = self;
        let mut places = <(A::Places, B::Places)>::zeros::<S>();
        frames.without_data(
            #[cfg_attr(optimized, inline(always))]
            |inputs, data, _| {
                let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut places));
                invariant.define(&mut values);
            },
        );
        frames.each(
            #[cfg_attr(optimized, inline(always))]
            |inputs, data, _| {
                let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut places));
                varying.define(&mut values);
                results.value(&values)
            },
        );
    }

    #[cfg_attr(optimized, inline(always))]
    fn accumulate_all<I: Inputs, D: Inputs, S: Scalar>(
        self,
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
        mut frames: impl Frames<I, D, S, <Rs::Shape as Shape>::Of<S>>,
    ) where
        A: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
        B: Lets<Scope<I, D, (<A as LetTree>::Places, <B as LetTree>::Places)>>,
        Rs: Results<Scope<I, D, (A::Places, B::Places)>>,
    {
        let Scoped((invariant, varying), results) = self;
        let mut places = <(A::Places, B::Places)>::zeros::<S>();
        let (mut kept, mut kept_of_row) = (A::Kept::zeros::<S>(), B::Kept::zeros::<S>());
        let pull_invariants = frames.without_data(
            #[cfg_attr(optimized, inline(always))]
            |inputs, data, _| {
                let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut places));
                invariant.vjp(&mut values, &mut kept)
            },
        );
        let mut sums = A::Places::no_sums::<S>();
        let mut slots = A::Places::sum_slots(&mut sums);
        A::Places::reach(&mut slots);
        A::Places::settle(&mut slots);
        drop(slots);
        // Written anew for each row, and so not made zero again.
        let mut received = B::Places::zeros::<S>();
        frames.each(
            #[cfg_attr(optimized, inline(always))]
            |inputs, data, mut slots| {
                let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut places));
                let pull_lets = varying.vjp(&mut values, &mut kept_of_row);
                let locals = (
                    A::Places::sum_slots(&mut sums),
                    B::Places::unset_slots(&mut received),
                );
                let mut unwanted = D::unwanted();
                let mut cotangents = cotangents(&values, &mut slots.0, &mut unwanted.0, locals);
                let value = results.accumulate(&values, seeds, &mut cotangents);
                pull_lets(&kept_of_row, &mut cotangents);
                A::Places::settle(&mut cotangents.sums.locals.0);
                settle(&mut cotangents);
                drop(cotangents);
                I::settle(&mut slots.0);
                value
            },
        );
        frames.without_data(
            #[cfg_attr(optimized, inline(always))]
            |inputs, data, mut slots| {
                let values = ScopeValues::of(inputs, data, Locals::Back(&places));
                let locals = (
                    A::Places::sum_slots(&mut sums),
                    B::Places::unset_slots(&mut received),
                );
                let mut unwanted = D::unwanted();
                let mut cotangents = cotangents(&values, &mut slots.0, &mut unwanted.0, locals);
                pull_invariants(&kept, &mut cotangents);
                settle(&mut cotangents);
                drop(cotangents);
                I::settle(&mut slots.0);
            },
        );
    }
}

/// The inputs and the data of a frame for each row, and the ways to the cotangents of the inputs.
trait Frames<I: Inputs, D: Inputs, S: Scalar, T> {
    /// A frame with zeros in the place of the data.
    fn without_data<Out>(
        &mut self,
        function: impl FnOnce(Blocks<'_, I, S>, Blocks<'_, D, S>, Slots<'_, I, S>) -> Out,
    ) -> Out;

    /// The frame of each row.
    fn each(&mut self, row: impl FnMut(Blocks<'_, I, S>, Blocks<'_, D, S>, Slots<'_, I, S>) -> T);
}

/// Where no gradient is wanted.
struct Unwanted;

impl<I: Inputs, S: Scalar> GradientSums<I, S> for Unwanted {
    #[cfg_attr(optimized, inline(always))]
    fn slots(&mut self) -> Slots<'_, I, S> {
        I::unwanted()
    }
}

/// Inputs and data as they are given.
struct Direct<'x, I: Inputs, S: Scalar, W, G> {
    inputs: Blocks<'x, I, S>,
    rows: W,
    gradient: G,
}

impl<I, D, S, T, W, G> Frames<I, D, S, T> for Direct<'_, I, S, W, G>
where
    I: Inputs,
    D: Inputs,
    S: Scalar,
    W: Rows<D, S, T>,
    G: GradientSums<I, S>,
{
    #[cfg_attr(optimized, inline(always))]
    fn without_data<Out>(
        &mut self,
        function: impl FnOnce(Blocks<'_, I, S>, Blocks<'_, D, S>, Slots<'_, I, S>) -> Out,
    ) -> Out {
        let zeros = D::fill(S::zero());
        function(self.inputs, D::refs(&zeros), self.gradient.slots())
    }
    #[cfg_attr(optimized, inline(always))]
    fn each(
        &mut self,
        mut row: impl FnMut(Blocks<'_, I, S>, Blocks<'_, D, S>, Slots<'_, I, S>) -> T,
    ) {
        let Direct {
            inputs,
            rows,
            gradient,
        } = self;
        rows.each(
            #[cfg_attr(optimized, inline(always))]
            |data| row(*inputs, data, gradient.slots()),
        );
    }
}

/// The data of a function of reals, which stand behind its `N` inputs.
struct Joined<D, W, J, G, const N: usize> {
    rows: W,
    joined: J,
    gradient: G,
    data: PhantomData<D>,
}

/// The ways to the cotangents of the inputs; those of the data are not wanted.
#[cfg_attr(optimized, inline(always))]
fn joined_slots<const N: usize, const T: usize, S: Scalar>(
    gradient: &mut impl GradientSums<[R; N], S>,
) -> Slots<'_, [R; T], S> {
    let mut slots = <[R; T] as Inputs>::unwanted();
    for (slot, own) in slots.0.iter_mut().zip(gradient.slots().0) {
        *slot = own;
    }
    slots
}

impl<D, S, O, W, J, G, const N: usize, const T: usize> Frames<[R; T], (), S, O>
    for Joined<D, W, J, G, N>
where
    D: Inputs,
    S: Scalar,
    W: Rows<D, S, O>,
    J: Fn(Blocks<'_, D, S>) -> [S; T],
    G: GradientSums<[R; N], S>,
{
    #[cfg_attr(optimized, inline(always))]
    fn without_data<Out>(
        &mut self,
        function: impl FnOnce(Blocks<'_, [R; T], S>, Blocks<'_, (), S>, Slots<'_, [R; T], S>) -> Out,
    ) -> Out {
        let zeros = D::fill(S::zero());
        let inputs = (self.joined)(D::refs(&zeros));
        function(
            Blocks(&inputs),
            Blocks(()),
            joined_slots(&mut self.gradient),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn each(
        &mut self,
        mut row: impl FnMut(Blocks<'_, [R; T], S>, Blocks<'_, (), S>, Slots<'_, [R; T], S>) -> O,
    ) {
        let Joined {
            rows,
            joined,
            gradient,
            ..
        } = self;
        rows.each(
            #[cfg_attr(optimized, inline(always))]
            |data| {
                let inputs = joined(data);
                row(Blocks(&inputs), Blocks(()), joined_slots(gradient))
            },
        );
    }
}
