//! Bodies of functions of reals.

use super::shaped_body::{Scoped, ShapedBody};
use crate::expr::{
    AllReal, Blocks, Cost, Cotangent, Inputs, Kind, LetTree, Lets, R, Reals, Results, Room, Scope,
    Shape, Slots, WithArrays,
};
use crate::scalar::Scalar;

/// The body of a function of `T` reals, its data among them.
pub trait RealBody<const T: usize>: Copy + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// What its gradient costs.
    const COST: Cost;

    /// The value.
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback to the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<Self, S, T>,
    );

    /// The value, pulled back at once: what is compiled for a gradient names no pullback of the whole body, whose type takes
    /// as long to work out as the body itself.
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        inputs: &[S; T],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (<Self::Codomain as Shape>::Of<S>, [Cotangent<S>; T]) {
        let (value, pull) = self.vjp(inputs);
        (value, pull(seeds))
    }

    /// What `forward` gives where the gradient in the reals `I` costs less in forward mode, else what `reverse` gives.
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<I: Inputs, Out>(
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

/// The body of a function of reals that works with arrays.
#[derive(Debug, Clone, Copy)]
pub struct RealsScoped<L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<L: LetTree, Rs, const T: usize> RealBody<T> for RealsScoped<L, Rs>
where
    L: Lets<Scope<[R; T], (), <L as LetTree>::Places>>,
    Rs: Results<Scope<[R; T], (), L::Places>>,
{
    type Codomain = Rs::Shape;

    const COST: Cost = L::COST.and(Rs::COST);

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Rs::Shape as Shape>::Of<S> {
        Scoped(self.0, self.1).evaluate(Blocks::<[R; T], S>(inputs), Blocks::<(), S>(()))
    }

    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl FnOnce(<Rs::Shape as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T>,
    ) {
        let inputs = *inputs;
        let body = Scoped(self.0, self.1);
        let (value, pull) = ShapedBody::<[R; T], ()>::pullback(body, Blocks(&inputs), Blocks(()));
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |seeds| {
                let mut sums = [S::zero(); T];
                let mut slots = Slots::<[R; T], S>(sums.each_mut().map(crate::expr::Slot::local));
                let lent = Slots(<[R; T] as Inputs>::lend(&mut slots.0));
                pull(seeds, Blocks(&inputs), Blocks(()), lent, Slots(()));
                slots.0.map(
                    #[cfg_attr(optimized, inline(always))]
                    |mut slot| {
                        slot.take()
                            .map_or(Cotangent::NONE, |received| received.seed(0))
                    },
                )
            },
        )
    }
}

/// The body of a function of reals, with `K` `let`s. Where these are reals, too, its frame is one of reals,
/// which the compiler is done with in half the time.
#[derive(Debug, Clone, Copy)]
pub struct RealsOnly<const K: usize, L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<const K: usize, L: LetTree, Rs, const T: usize> RealBody<T> for RealsOnly<K, L, Rs>
where
    L::Kind: RunReals<T, K, L, Rs>,
    Rs: Copy + 'static,
{
    type Codomain = <L::Kind as RunReals<T, K, L, Rs>>::Codomain;

    const COST: Cost = <L::Kind as RunReals<T, K, L, Rs>>::COST;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S> {
        L::Kind::value(self.0, self.1, inputs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<K, L, Rs, S, T>,
    ) {
        L::Kind::vjp(self.0, self.1, inputs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        inputs: &[S; T],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (<Self::Codomain as Shape>::Of<S>, [Cotangent<S>; T]) {
        L::Kind::accumulate(self.0, self.1, inputs, seeds)
    }
}

/// How a function of reals is evaluated, by the kind of its `let`s.
pub trait RunReals<const T: usize, const K: usize, L, Rs>: Kind + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// What its gradient costs.
    const COST: Cost;

    /// The value.
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback to the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<Self, L, Rs, S, T, K>,
    );

    /// The value, pulled back at once.
    fn accumulate<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (<Self::Codomain as Shape>::Of<S>, [Cotangent<S>; T]);
}

impl<const T: usize, const K: usize, L, Rs> RunReals<T, K, L, Rs> for AllReal
where
    L: Lets<Reals<T, K>>,
    Rs: Results<Reals<T, K>>,
{
    type Codomain = Rs::Shape;

    const COST: Cost = L::COST.and(Rs::COST);

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Rs::Shape as Shape>::Of<S> {
        let mut values = Reals::<T, K>::values(inputs);
        lets.define(&mut values);
        results.value(&values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl FnOnce(<Rs::Shape as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T, K>,
    ) {
        let mut values = Reals::<T, K>::values(inputs);
        let mut kept = L::Kept::zeros::<S>();
        let pull_lets = lets.vjp(&mut values, &mut kept);
        let (value, pull_results) = results.vjp(&values);
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |seeds| {
                let mut cotangents = Reals::<T, K>::untouched::<S>();
                pull_results(seeds, &mut cotangents);
                pull_lets(&kept, &mut cotangents);
                cotangents.sums.inputs
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
    ) -> (<Rs::Shape as Shape>::Of<S>, [Cotangent<S>; T]) {
        let mut values = Reals::<T, K>::values(inputs);
        let mut kept = L::Kept::zeros::<S>();
        let pull_lets = lets.vjp(&mut values, &mut kept);
        let (value, pull_results) = results.vjp(&values);
        let mut cotangents = Reals::<T, K>::untouched::<S>();
        pull_results(seeds, &mut cotangents);
        pull_lets(&kept, &mut cotangents);
        (value, cotangents.sums.inputs)
    }
}

impl<const T: usize, const K: usize, L, Rs> RunReals<T, K, L, Rs> for WithArrays
where
    L: Copy + 'static,
    Rs: Copy + 'static,
    RealsScoped<L, Rs>: RealBody<T>,
{
    type Codomain = <RealsScoped<L, Rs> as RealBody<T>>::Codomain;

    const COST: Cost = <RealsScoped<L, Rs> as RealBody<T>>::COST;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S> {
        RealsScoped(lets, results).value(inputs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T, K>,
    ) {
        RealsScoped(lets, results).vjp(inputs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (<Self::Codomain as Shape>::Of<S>, [Cotangent<S>; T]) {
        RealsScoped(lets, results).accumulate(inputs, seeds)
    }
}
