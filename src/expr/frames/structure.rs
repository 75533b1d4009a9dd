//! Structs of parameters: lists of inputs whose numbers have names.

use crate::expr::{At, Blocks, Inputs, Member, Slots, Step, To};
use crate::scalar::Scalar;

/// A struct whose numbers can be the inputs of a function, or its data. Derive it:
///
/// ```
/// use monograd::prelude::*;
///
/// #[derive(Parameters, Debug, PartialEq)]
/// struct Layer<S, const IN: usize, const OUT: usize> {
///     w: [[S; IN]; OUT],
///     b: [S; OUT],
/// }
///
/// #[derive(Parameters, Debug, PartialEq)]
/// struct Net<S> {
///     hidden: Layer<S, 2, 8>,
///     output: Layer<S, 8, 1>,
///     scale: S,
/// }
///
/// func! {
///     fn dense<const IN: usize, const OUT: usize>(layer: Layer<R, IN, OUT>, x: [R; IN]) -> [R; OUT] {
///         (layer.w.dot(x) + layer.b).tanh()
///     }
///     fn error(net: Net<R>; x: [R; 2], y) {
///         let h = dense(net.hidden, x);
///         let o = dense(net.output, h);
///         (net.scale * o[0] - y).square()
///     }
/// }
///
/// let net = Net::from_fn(|i| 0.1 * (i as f64).sin());
/// let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], -1.0)];
/// let loss = error.over(&rows).mean();
/// let (value, gradient) = loss.value_and_gradient(&net);
/// let net = net.zip(&gradient, |p, slope| p - 0.1 * slope);
/// assert!(loss.value(&net) < value && gradient.hidden.w[0] != [0.0; 2]);
/// ```
///
/// The struct has one type parameter, the number, and perhaps sizes, `const N: usize`. Its fields are numbers, arrays
/// of them to any depth, other such structs, and arrays of those; up to twelve. As an input of a function it is
/// written with [`R`](crate::R) for the number. In the body its fields are variables, `net.hidden.w`, and
/// elements of arrays of structs are taken at constant indices, `net.layers[2].w`. A struct or a part of one can be
/// given to another function that has such an input.
///
/// The point of the function is then the struct of numbers, and a gradient is one, too; a Hessian is a struct of
/// gradients, `hessian.hidden.b[0].scale`. In slices the fields stand one after the other in the order declared.
/// The derive implements `Clone` and `Copy`, too.
pub trait Parameters: Sized + Copy {
    /// The number.
    type Number: Copy;
    /// The struct as an input: with `R` for the number.
    #[doc(hidden)]
    type Structure: Structure + Inputs<Of<Self::Number> = Self>;

    /// How many numbers there are.
    const LEN: usize = <Self::Structure as Inputs>::LEN;

    /// The struct with `number` of 0, 1, … in the order declared.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// #[derive(Parameters, Debug, PartialEq)]
    /// struct Line<S> { slope: S, offset: [S; 2] }
    ///
    /// let line = Line::from_fn(|i| i as f64);
    /// assert_eq!(line, Line { slope: 0.0, offset: [1.0, 2.0] });
    /// ```
    fn from_fn(mut number: impl FnMut(usize) -> Self::Number) -> Self {
        Self::Structure::from_fn(&mut number)
    }

    /// The struct of the numbers of a slice, in the order declared; `None` if there are not as many.
    fn from_slice(numbers: &[Self::Number]) -> Option<Self> {
        (numbers.len() == Self::LEN).then(|| Self::from_fn(|at| numbers[at]))
    }

    /// The number `at`, in the order declared.
    ///
    /// # Panics
    ///
    /// If there is none.
    fn number(&self, at: usize) -> Self::Number {
        Self::Structure::get(Self::Structure::refs(self), at)
    }

    /// The number `at`, to be written.
    ///
    /// # Panics
    ///
    /// If there is none.
    fn number_mut(&mut self, at: usize) -> &mut Self::Number {
        <Self::Structure as Inputs>::number_mut(self, at)
    }

    /// Each number by `f`: of any other type, for example.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// #[derive(Parameters, Debug, PartialEq)]
    /// struct Line<S> { slope: S, offset: S }
    ///
    /// let line = Line { slope: 1.0, offset: 2.0 };
    /// assert_eq!(line.map(|p| p as f32), Line { slope: 1.0_f32, offset: 2.0 });
    /// let tape = Tape::new();
    /// let on_tape: Line<Value<f64>> = line.map(|p| tape.value(p));
    /// assert_eq!(on_tape.offset.data(), 2.0);
    /// ```
    fn map<T: Copy>(&self, f: impl Fn(Self::Number) -> T) -> <Self::Structure as Inputs>::Of<T> {
        Self::Structure::map(Self::Structure::refs(self), f)
    }

    /// Each number with that of another struct, by `f`: a step along a gradient, for example.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// #[derive(Parameters, Debug, PartialEq)]
    /// struct Line<S> { slope: S, offset: S }
    ///
    /// let (line, gradient) = (Line { slope: 1.0, offset: 2.0 }, Line { slope: 0.5, offset: -0.5 });
    /// assert_eq!(line.zip(&gradient, |p, slope| p - slope), Line { slope: 0.5, offset: 2.5 });
    /// ```
    fn zip<T: Copy, U: Copy>(
        &self,
        other: &<Self::Structure as Inputs>::Of<T>,
        f: impl Fn(Self::Number, T) -> U,
    ) -> <Self::Structure as Inputs>::Of<U> {
        let other = Self::Structure::refs(other);
        Self::Structure::zip(Self::Structure::refs(self), other, f)
    }
}

/// A struct of parameters as an input, and the list of its fields. Everything is done by that list but to take the
/// struct apart and to put it together.
pub trait Structure: Member<List = Self> {
    /// The struct of the numbers.
    type Of<T: Copy>: Copy;
    /// Its fields.
    type Fields: Inputs;

    /// The names of the fields.
    const FIELDS: &'static [&'static str];

    /// Puts it together.
    fn of_fields<T: Copy>(fields: <Self::Fields as Inputs>::Of<T>) -> <Self as Structure>::Of<T>;

    /// References to the fields.
    fn field_refs<'v, T: Copy + 'v>(
        numbers: &'v <Self as Structure>::Of<T>,
    ) -> <Self::Fields as Inputs>::Refs<'v, T>;

    /// The slots of cotangents to be written.
    fn field_slots<'c, T: Scalar + 'c>(
        cotangents: &'c mut <Self as Structure>::Of<T>,
    ) -> <Self::Fields as Inputs>::Slots<'c, T>;

    /// The slots of cotangents to be added to.
    fn field_sums<'c, T: Scalar + 'c>(
        cotangents: &'c mut <Self as Structure>::Of<T>,
    ) -> <Self::Fields as Inputs>::Slots<'c, T>;

    /// The number `at`, to be written.
    fn field_number_mut<T: Copy>(numbers: &mut <Self as Structure>::Of<T>, at: usize) -> &mut T;
}

impl<P: Structure> Inputs for P {
    type Of<T: Copy> = <P as Structure>::Of<T>;
    type Refs<'v, S: Copy + 'v> = <P::Fields as Inputs>::Refs<'v, S>;
    type Slots<'c, S: Scalar + 'c> = <P::Fields as Inputs>::Slots<'c, S>;
    type Columns<'v, S: Copy + 'v> = &'v [<P as Structure>::Of<S>];

    const LEN: usize = P::Fields::LEN;
    const COUNT: usize = 1;

    fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize {
        // The name comes first, and is known last.
        let field = P::Fields::input(at, &mut |_| ());
        visit(Step::Field(P::FIELDS[field]));
        P::Fields::input(at, visit);
        0
    }
    #[cfg_attr(optimized, inline(always))]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S {
        P::Fields::number(Blocks(blocks.0), at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn number_mut<S: Copy>(numbers: &mut <P as Structure>::Of<S>, at: usize) -> &mut S {
        P::field_number_mut(numbers, at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>> {
        Some(Blocks(P::Fields::recast(Blocks(blocks.0), cast)?.0))
    }
    #[cfg_attr(optimized, inline(always))]
    fn rows<'v, S: Copy + 'v>(columns: Self::Columns<'v, S>) -> Option<usize> {
        Some(columns.len())
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_row<'v, S: Copy + 'v, T>(
        columns: Self::Columns<'v, S>,
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T {
        function(Self::refs(&columns[row]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> <P as Structure>::Of<T> {
        P::of_fields(P::Fields::from_fn(element))
    }
    #[cfg_attr(optimized, inline(always))]
    fn refs<'v, S: Copy + 'v>(numbers: &'v <P as Structure>::Of<S>) -> Blocks<'v, Self, S> {
        Blocks(P::field_refs(numbers))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S> {
        Blocks(P::Fields::group(numbers).0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S])) {
        P::Fields::visit(Blocks(blocks.0), visit);
    }
    #[cfg_attr(optimized, inline(always))]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S> {
        P::Fields::shorten(refs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Self::Slots<'c, S>) -> Self::Slots<'a, S> {
        P::Fields::lend(slots)
    }
    #[cfg_attr(optimized, inline(always))]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S> {
        Slots(P::Fields::unwanted().0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn slots<'c, S: Scalar + 'c>(
        cotangents: &'c mut <P as Structure>::Of<S>,
    ) -> Slots<'c, Self, S> {
        Slots(P::field_slots(cotangents))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut <P as Structure>::Of<S>) -> Slots<'c, Self, S> {
        Slots(P::field_sums(cotangents))
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(P::Fields::group_slots(cotangents).0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S> {
        Slots(P::Fields::group_sums(cotangents).0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, slots: Slots<'_, Self, S>) {
        P::Fields::add(Blocks(numbers.0), Slots(slots.0));
    }
    #[cfg_attr(optimized, inline(always))]
    fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>) {
        P::Fields::settle(slots);
    }
    #[cfg_attr(optimized, inline(always))]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> <P as Structure>::Of<U> {
        P::of_fields(P::Fields::zip(Blocks(left.0), Blocks(right.0), f))
    }
}

impl<P: Structure> At<0> for P {
    type Part = P;

    const OFFSET: usize = 0;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> Self::Refs<'v, S> {
        *refs
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut Self::Slots<'c, S> {
        slots
    }
}

impl<P: Structure, Q, const J: usize> At<0, To<J, Q>> for P
where
    P::Fields: At<J, Q>,
{
    type Part = <P::Fields as At<J, Q>>::Part;

    const OFFSET: usize = <P::Fields as At<J, Q>>::OFFSET;

    #[cfg_attr(optimized, inline(always))]
    fn part<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> <Self::Part as Inputs>::Refs<'v, S> {
        <P::Fields as At<J, Q>>::part(refs)
    }
    #[cfg_attr(optimized, inline(always))]
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut <Self::Part as Inputs>::Slots<'c, S> {
        <P::Fields as At<J, Q>>::part_mut(slots)
    }
}
