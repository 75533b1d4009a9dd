//! Bodies over a frame whose variables have shapes.

use crate::expr::frames::locals::Locals;
use crate::expr::{
    Blocks, Cost, Cotangent, Cotangents, Inputs, LetTree, Lets, Results, Room, Scope,
    ScopeCotangents, ScopeValues, Shape, Slots, Tree, Values,
};
use crate::scalar::Scalar;

/// The body of a function of inputs and data with shapes.
pub trait ShapedBody<I: Inputs, D: Inputs>: Copy + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// What its gradient costs.
    const COST: Cost;

    /// The value.
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback, which is given the same inputs and data again.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl Fn(
            <Self::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<Self, I, D, S>,
    );

    /// The value, pulled back at once.
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, I, S>,
        data_slots: Slots<'_, D, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;

    /// What `forward` gives where the gradient in inputs that are reals costs less in forward mode, else what `reverse` gives.
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<Out>(
        self,
        forward: impl FnOnce() -> Out + Copy,
        reverse: impl FnOnce() -> Out + Copy,
    ) -> Out {
        if const { Self::COST.is_less_forward(I::LEN) } {
            forward()
        } else {
            reverse()
        }
    }
}

/// A body over a frame with shapes.
#[derive(Debug, Clone, Copy)]
pub struct Scoped<L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<I: Inputs, D: Inputs, L: LetTree, Rs> ShapedBody<I, D> for Scoped<L, Rs>
where
    L: Lets<Scope<I, D, <L as LetTree>::Places>>,
    Rs: Results<Scope<I, D, L::Places>>,
{
    type Codomain = Rs::Shape;

    const COST: Cost = L::COST.and(Rs::COST);

    #[cfg_attr(optimized, inline(always))]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <Rs::Shape as Shape>::Of<S> {
        let mut locals = L::Places::zeros();
        let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut locals));
        self.0.define(&mut values);
        self.1.value(&values)
    }

    #[cfg_attr(optimized, inline(always))]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl Fn(
            <Rs::Shape as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<I, D, L, Rs, S>,
    ) {
        let mut locals = L::Places::zeros();
        let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut locals));
        let mut kept = L::Kept::zeros::<S>();
        let pull_lets = self.0.vjp(&mut values, &mut kept);
        let (value, pull_results) = self.1.vjp(&values);
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |seeds,
                  inputs: Blocks<'_, I, S>,
                  data: Blocks<'_, D, S>,
                  mut slots: Slots<'_, I, S>,
                  mut data_slots: Slots<'_, D, S>| {
                let values = ScopeValues::of(inputs, data, Locals::Back(&locals));
                let mut sums = L::Places::zeros::<S>();
                let locals = L::Places::slots(&mut sums);
                let mut cotangents = cotangents(&values, &mut slots.0, &mut data_slots.0, locals);
                pull_results(seeds, &mut cotangents);
                pull_lets(&kept, &mut cotangents);
                settle(&mut cotangents);
                // What was lent is settled for whom it was lent by.
                drop(cotangents);
                I::settle(&mut slots.0);
                D::settle(&mut data_slots.0);
            },
        )
    }

    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
        mut slots: Slots<'_, I, S>,
        mut data_slots: Slots<'_, D, S>,
    ) -> <Rs::Shape as Shape>::Of<S> {
        let mut places = L::Places::zeros();
        let mut values = ScopeValues::of(inputs, data, Locals::Forward(&mut places));
        let mut kept = L::Kept::zeros::<S>();
        let pull_lets = self.0.vjp(&mut values, &mut kept);
        let mut sums = L::Places::zeros::<S>();
        let locals = L::Places::slots(&mut sums);
        let mut cotangents = cotangents(&values, &mut slots.0, &mut data_slots.0, locals);
        let value = self.1.accumulate(&values, seeds, &mut cotangents);
        pull_lets(&kept, &mut cotangents);
        settle(&mut cotangents);
        drop(cotangents);
        I::settle(&mut slots.0);
        D::settle(&mut data_slots.0);
        value
    }
}

/// The cotangents of a frame.
#[cfg_attr(optimized, inline(always))]
pub(super) fn cotangents<'c, 'i: 'c, 'd: 'c, I: Inputs, D: Inputs, L: Tree, S: Scalar>(
    values: &'c Values<'c, Scope<I, D, L>, S>,
    inputs: &'c mut I::Slots<'i, S>,
    data: &'c mut D::Slots<'d, S>,
    locals: L::Slots<'c, S>,
) -> Cotangents<'c, Scope<I, D, L>, S> {
    Cotangents::new(ScopeCotangents {
        values,
        inputs: I::lend(inputs),
        data: D::lend(data),
        locals,
    })
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn settle<I: Inputs, D: Inputs, L: Tree, S: Scalar>(
    cotangents: &mut Cotangents<'_, Scope<I, D, L>, S>,
) {
    I::settle(&mut cotangents.sums.inputs);
    D::settle(&mut cotangents.sums.data);
}
