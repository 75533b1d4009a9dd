//! What the questions are answered by: evaluation, and the reverse sweep.

use super::apart;
use super::hessian;
use super::memory::{Memory, Spare};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, Shape, Slots};
use crate::scalar::Scalar;

/// The numbers of a list of inputs.
pub(crate) type Of<I, S> = <I as Inputs>::Of<S>;

/// The results of a function, `S` in the place of each real.
pub(crate) type Results<C, S> = <C as Shape>::Of<S>;

/// What can be evaluated over any scalar, and pulled back; `N` is the number of its arguments.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a differentiable function of {N} arguments",
    label = "not a function of {N} arguments that `func!` defined",
    note = "define it as an item, `func! {{ fn f(x, y) {{ … }} }}`, or in place, `func!(|x, y| …)`"
)]
pub trait Differentiable<const N: usize>: Copy {
    /// The shapes of its inputs.
    type Inputs: Inputs;
    /// The shapes of the data that it has not been given yet.
    type Data: Inputs;
    /// The shape of its result.
    type Codomain: Shape;

    /// The number of its `let`s, where they are all reals.
    const LETS: usize = usize::MAX;

    /// An element for each of the reals among the inputs.
    #[cfg_attr(optimized, inline(always))]
    fn each<T: Copy>(mut element: impl FnMut(usize) -> T) -> Of<Self::Inputs, T> {
        Self::Inputs::from_fn(&mut element)
    }

    /// An element for each of the results.
    #[cfg_attr(optimized, inline(always))]
    fn each_result<T: Copy>(mut element: impl FnMut(usize) -> T) -> Results<Self::Codomain, T> {
        Self::Codomain::from_fn(&mut element)
    }

    /// What `forward` gives where the gradient costs less in forward mode, else what `reverse` gives; of a function whose inputs
    /// are reals, and which has one result.
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<T>(
        self,
        _forward: impl FnOnce() -> T + Copy,
        reverse: impl FnOnce() -> T + Copy,
    ) -> T {
        reverse()
    }

    /// The value.
    fn evaluate<S: Scalar>(self, x: Blocks<'_, Self::Inputs, S>) -> Results<Self::Codomain, S>;

    /// The value and the cotangents of the inputs, from those of the results.
    #[allow(clippy::type_complexity, reason = "a value and a gradient")]
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
        seeds: Results<Self::Codomain, Cotangent<S>>,
    ) -> (Results<Self::Codomain, S>, Of<Self::Inputs, S>);

    /// The same, in place.
    #[cfg_attr(optimized, inline(always))]
    fn sweep_into<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
        seeds: Results<Self::Codomain, Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> Results<Self::Codomain, S> {
        let (value, cotangents) = self.sweep(x, seeds);
        Self::Inputs::add(Self::Inputs::refs(&cotangents), slots);
        value
    }

    /// The value and the cotangents of the inputs, on slices as long as there are numbers.
    #[cfg_attr(optimized, inline(always))]
    fn sweep_slices<S: Scalar>(
        self,
        x: &[S],
        seeds: Results<Self::Codomain, Cotangent<S>>,
        cotangents: &mut [S],
        _: &mut Spare<S>,
    ) -> Results<Self::Codomain, S> {
        let slots = Self::Inputs::group_slots(cotangents);
        self.sweep_into(Self::Inputs::group(x), seeds, slots)
    }

    /// The Hessian–vector product of a function with one result, on slices.
    #[cfg_attr(optimized, inline(always))]
    fn hvp_slices<S: Scalar>(self, x: &[S], v: &[S], product: &mut [S], memory: &mut Memory<S>) {
        hessian::hvp_slices(self, x, v, product, memory);
    }

    /// Writes the Hessian of a function with one result, if there is a better method than a product for each of its rows.
    #[cfg_attr(optimized, inline(always))]
    fn hessian_slices<S: Scalar>(self, _x: &[S], _hessian: &mut [S]) -> bool {
        false
    }

    /// The value, and the cotangents of the inputs from that of each result alone.
    ///
    /// The others are not seeded, so that no infinite derivative of theirs is multiplied by zero.
    #[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
    #[cfg_attr(optimized, inline(always))]
    fn sweep_each<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
    ) -> (
        Results<Self::Codomain, S>,
        Results<Self::Codomain, Of<Self::Inputs, S>>,
    ) {
        let mut value = None;
        let jacobian = Self::each_result(
            #[cfg_attr(optimized, inline(always))]
            |row| {
                let seeds = Self::each_result(
                    #[cfg_attr(optimized, inline(always))]
                    |i| Cotangent::if_reached(i == row, S::one()),
                );
                let (of_all, cotangents) = self.sweep(x, seeds);
                value = Some(of_all);
                cotangents
            },
        );
        (value.unwrap_or_else(|| self.evaluate(x)), jacobian)
    }
}

/// The data of a function that has none.
#[cfg_attr(optimized, inline(always))]
fn nothing<'d, G: Closed, S: Copy + 'd>() -> Blocks<'d, G::Data, S> {
    G::Data::group(&[])
}

impl<T: AnyFunction<N>, const N: usize> Differentiable<N> for T {
    type Inputs = <T::Definition as Closed>::Inputs;
    type Data = <T::Definition as Closed>::Data;
    type Codomain = <T::Definition as Closed>::Codomain;

    const LETS: usize = T::Definition::LETS;

    #[cfg_attr(optimized, inline(always))]
    fn each<U: Copy>(element: impl FnMut(usize) -> U) -> Of<Self::Inputs, U> {
        T::Definition::each(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn each_result<U: Copy>(element: impl FnMut(usize) -> U) -> Results<Self::Codomain, U> {
        T::Definition::each_result(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<Out>(
        self,
        forward: impl FnOnce() -> Out + Copy,
        reverse: impl FnOnce() -> Out + Copy,
    ) -> Out {
        self.definition().in_cheaper_mode(forward, reverse)
    }
    #[cfg_attr(optimized, inline(always))]
    fn evaluate<S: Scalar>(self, x: Blocks<'_, Self::Inputs, S>) -> Results<Self::Codomain, S> {
        self.definition().evaluate(x, nothing::<T::Definition, S>())
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
        seeds: Results<Self::Codomain, Cotangent<S>>,
    ) -> (Results<Self::Codomain, S>, Of<Self::Inputs, S>) {
        let data = nothing::<T::Definition, S>();
        apart::sweep(self.definition(), x, data, seeds)
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep_into<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
        seeds: Results<Self::Codomain, Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> Results<Self::Codomain, S> {
        let data = nothing::<T::Definition, S>();
        if const { S::IS_PACK } {
            let (value, cotangents) = apart::sweep(self.definition(), x, data, seeds);
            Self::Inputs::add(Self::Inputs::refs(&cotangents), slots);
            return value;
        }
        let unwanted = <T::Definition as Closed>::Data::unwanted();
        self.definition()
            .accumulate(x, data, seeds, slots, unwanted)
    }
    #[cfg_attr(optimized, inline(always))]
    fn sweep_each<S: Scalar>(
        self,
        x: Blocks<'_, Self::Inputs, S>,
    ) -> (
        Results<Self::Codomain, S>,
        Results<Self::Codomain, Of<Self::Inputs, S>>,
    ) {
        sweep_each(self.definition(), x, nothing::<T::Definition, S>())
    }
}

/// By one evaluation, and a pullback for each result.
#[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
#[cfg_attr(optimized, inline(always))]
pub(super) fn sweep_each<G: Closed, S: Scalar>(
    function: G,
    x: Blocks<'_, G::Inputs, S>,
    data: Blocks<'_, G::Data, S>,
) -> (
    Results<G::Codomain, S>,
    Results<G::Codomain, Of<G::Inputs, S>>,
) {
    if const { S::IS_PACK } {
        let jacobian = G::each_result(|row| {
            let seeds = G::each_result(|i| Cotangent::if_reached(i == row, S::one()));
            apart::sweep(function, x, data, seeds).1
        });
        return (function.evaluate(x, data), jacobian);
    }
    let (value, pull) = function.vjp_by_value(x, data);
    let jacobian = G::each_result(
        #[cfg_attr(optimized, inline(always))]
        |row| {
            let seeds = G::each_result(
                #[cfg_attr(optimized, inline(always))]
                |i| Cotangent::if_reached(i == row, S::one()),
            );
            pull(seeds, x, data)
        },
    );
    (value, jacobian)
}
