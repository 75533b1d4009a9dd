//! What `func!` makes of a function.

use crate::expr::{Blocks, Cotangent, Definition, GradientSums, Inputs, R, Rows, Shape, Slots};
use crate::scalar::Scalar;

/// A closed function: its inputs, its data and its result.
///
/// [`func!`](crate::func) implements it; use it through [`Function`](crate::Function).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the definition of a function",
    note = "`func!` makes definitions"
)]
pub trait Closed: Copy + 'static {
    /// The shapes of its inputs.
    type Inputs: Inputs;
    /// The shapes of its data, which is not differentiated.
    type Data: Inputs;
    /// The shape of its result.
    type Codomain: Shape;
    /// Whether it is a function [of reals](OfReals) or [of shapes](OfShapes).
    type Kind;

    /// The name; one that was made in place has `__closure`.
    const NAME: &'static str;
    /// The names of the inputs, and then of the data.
    const NAMES: &'static [&'static str];
    /// The number of its `let`s, where they are all reals.
    const LETS: usize = usize::MAX;

    /// An element for each of the reals among the inputs; of a function of reals without a loop, which would
    /// stand between the compiler and straight-line code.
    #[cfg_attr(optimized, inline(always))]
    fn each<T: Copy>(mut element: impl FnMut(usize) -> T) -> <Self::Inputs as Inputs>::Of<T> {
        Self::Inputs::from_fn(&mut element)
    }

    /// The same with an element for each result.
    #[cfg_attr(optimized, inline(always))]
    fn each_result<T: Copy>(
        mut element: impl FnMut(usize) -> T,
    ) -> <Self::Codomain as Shape>::Of<T> {
        Self::Codomain::from_fn(&mut element)
    }

    /// The function as residuals, whose squares are to be summed: one with weights multiplies by their roots.
    fn as_residuals(self) -> Self {
        self
    }

    /// The function as residuals without their weights, each of which [`weight`](Closed::weight) gives.
    fn as_weighted_residuals(self) -> Self {
        self
    }

    /// Whether [`weight`](Closed::weight) may give one.
    const HAS_WEIGHT: bool = false;

    /// The weight by which the squares of a row's residuals are yet to be multiplied, if there is one.
    #[cfg_attr(optimized, inline(always))]
    fn weight<S: Scalar>(self, _data: Blocks<'_, Self::Data, S>) -> Option<S> {
        None
    }

    /// What `forward` gives where the gradient costs less in forward mode, else what `reverse` gives; of a function whose inputs
    /// are reals, and which has one result.
    #[cfg_attr(optimized, inline(always))]
    fn in_cheaper_mode<Out>(
        self,
        _forward: impl FnOnce() -> Out + Copy,
        reverse: impl FnOnce() -> Out + Copy,
    ) -> Out {
        reverse()
    }

    /// The value.
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;

    /// The value and the pullback: from the cotangents of the results, with the same inputs and data
    /// again, to those of the inputs, and of the data where a caller wants them.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl Fn(
            <Self::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, Self::Inputs, S>,
            Blocks<'_, Self::Data, S>,
            Slots<'_, Self::Inputs, S>,
            Slots<'_, Self::Data, S>,
        ) + Copy
        + use<Self, S>,
    );

    /// The value and the pullback, which gives the cotangents of the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    #[cfg_attr(optimized, inline(always))]
    fn vjp_by_value<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl Fn(
            <Self::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, Self::Inputs, S>,
            Blocks<'_, Self::Data, S>,
        ) -> <Self::Inputs as Inputs>::Of<S>
        + Copy
        + use<Self, S>,
    ) {
        let (value, pull) = self.pullback(inputs, data);
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |seeds, inputs: Blocks<'_, Self::Inputs, S>, data: Blocks<'_, Self::Data, S>| {
                let mut cotangents = Self::Inputs::fill(S::zero());
                let slots = Self::Inputs::slots(&mut cotangents);
                pull(seeds, inputs, data, slots, Self::Data::unwanted());
                cotangents
            },
        )
    }

    /// The value and the cotangents of the inputs, from those of the results.
    #[allow(clippy::type_complexity, reason = "a value and a gradient")]
    #[cfg_attr(optimized, inline(always))]
    fn sweep<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        <Self::Inputs as Inputs>::Of<S>,
    ) {
        let mut cotangents = Self::Inputs::fill(S::zero());
        let slots = Self::Inputs::slots(&mut cotangents);
        let value = self.accumulate(inputs, data, seeds, slots, Self::Data::unwanted());
        (value, cotangents)
    }

    /// The value, pulled back at once.
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
        data_slots: Slots<'_, Self::Data, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;

    /// The values for rows of data. What no datum reaches need not be evaluated again for each.
    #[cfg_attr(optimized, inline(always))]
    fn evaluate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        mut rows: impl Rows<Self::Data, S, <Self::Codomain as Shape>::Of<S>>,
    ) {
        rows.each(
            #[cfg_attr(optimized, inline(always))]
            |data| self.evaluate(inputs, data),
        );
    }

    /// The values for rows of data, with the gradients of all added to `gradient`.
    #[cfg_attr(optimized, inline(always))]
    fn accumulate_rows<S: Scalar>(
        self,
        inputs: Blocks<'_, Self::Inputs, S>,
        mut rows: impl Rows<Self::Data, S, <Self::Codomain as Shape>::Of<S>>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        mut gradient: impl GradientSums<Self::Inputs, S>,
    ) {
        rows.each(
            #[cfg_attr(optimized, inline(always))]
            |data| {
                let slots = gradient.slots();
                self.accumulate(inputs, data, seeds, slots, Self::Data::unwanted())
            },
        );
    }
}

/// The name by which a function is shown: one that was made in place is f.
#[cfg(feature = "std")]
pub(crate) fn name_of<G: Closed>() -> &'static str {
    match G::NAME {
        "__closure" => "f",
        name => name,
    }
}

/// The name of the number `at` of a list of inputs, as it is written: `w[1][0]`, `net.w[1][0]`.
#[cfg(feature = "std")]
pub(crate) fn name_of_input<I: Inputs>(names: &[&str], at: usize) -> std::string::String {
    let mut steps = std::string::String::new();
    let input = I::input(at, &mut |step| steps += &std::format!("{step}"));
    // What has no name in the function is the weight of its row.
    let name = names.get(input).unwrap_or(&"weight");
    std::format!("{name}{steps}")
}

/// The kind of functions of reals.
#[derive(Debug, Clone, Copy)]
pub struct OfReals;

/// The kind of functions that declare shapes.
#[derive(Debug, Clone, Copy)]
pub struct OfShapes;

/// The pullback of a function of reals, as [`Closed`] has it, whose first `N` of `T` inputs are its inputs;
/// the others are data, which only its calls differentiate, and those by [`Definition`].
#[allow(clippy::type_complexity, reason = "a pullback has no name")]
#[cfg_attr(optimized, inline(always))]
pub fn pullback_of_reals<G, D: Inputs, S: Scalar, const N: usize, const T: usize>(
    function: G,
    inputs: &[S; T],
) -> (
    <<G as Definition<T>>::Codomain as Shape>::Of<S>,
    impl Fn(
        <<G as Definition<T>>::Codomain as Shape>::Of<Cotangent<S>>,
        Blocks<'_, [R; N], S>,
        Blocks<'_, D, S>,
        Slots<'_, [R; N], S>,
        Slots<'_, D, S>,
    ) + Copy
    + use<G, D, S, N, T>,
)
where
    G: Definition<T>,
{
    let (value, pull) = function.vjp(inputs);
    (
        value,
        #[cfg_attr(optimized, inline(always))]
        move |seeds,
              _: Blocks<'_, [R; N], S>,
              _: Blocks<'_, D, S>,
              mut slots: Slots<'_, [R; N], S>,
              _: Slots<'_, D, S>| {
            add_to_slots(pull(seeds), &mut slots);
        },
    )
}

/// The value of a function of reals and the pullback that gives the cotangents of its inputs, as [`Closed`] has it; `own` takes
/// them from those of all `T`.
#[allow(clippy::type_complexity, reason = "a pullback has no name")]
#[cfg_attr(optimized, inline(always))]
pub fn vjp_of_reals<G, D: Inputs, S: Scalar, O, const N: usize, const T: usize>(
    function: G,
    inputs: &[S; T],
    own: O,
) -> (
    <<G as Definition<T>>::Codomain as Shape>::Of<S>,
    impl Fn(
        <<G as Definition<T>>::Codomain as Shape>::Of<Cotangent<S>>,
        Blocks<'_, [R; N], S>,
        Blocks<'_, D, S>,
    ) -> [S; N]
    + Copy
    + use<G, D, S, O, N, T>,
)
where
    G: Definition<T>,
    O: Fn([Cotangent<S>; T]) -> [S; N] + Copy,
{
    let (value, pull) = function.vjp(inputs);
    (
        value,
        #[cfg_attr(optimized, inline(always))]
        move |seeds, _: Blocks<'_, [R; N], S>, _: Blocks<'_, D, S>| own(pull(seeds)),
    )
}

/// The value of a function of reals, pulled back at once.
#[cfg_attr(optimized, inline(always))]
pub fn accumulate_reals<G, S: Scalar, const N: usize, const T: usize>(
    function: G,
    inputs: &[S; T],
    seeds: <<G as Definition<T>>::Codomain as Shape>::Of<Cotangent<S>>,
    mut slots: Slots<'_, [R; N], S>,
) -> <<G as Definition<T>>::Codomain as Shape>::Of<S>
where
    G: Definition<T>,
{
    let (value, cotangents) = function.accumulate(inputs, seeds);
    add_to_slots(cotangents, &mut slots);
    value
}

/// Adds to the cotangents of the inputs, which come first.
#[cfg_attr(optimized, inline(always))]
fn add_to_slots<S: Scalar, const N: usize, const T: usize>(
    cotangents: [Cotangent<S>; T],
    slots: &mut Slots<'_, [R; N], S>,
) {
    for (slot, cotangent) in slots.0.iter_mut().zip(cotangents) {
        cotangent.add_to(slot, 0);
    }
    <[R; N] as Inputs>::settle(&mut slots.0);
}
