//! The frame of a function whose variables have shapes.
//!
//! Inputs are read where they lie, and their cotangents are added to where they lie: a parameter block
//! is never copied. A [`Slot`] is the way to a cotangent; that of data is not wanted but where the
//! function is called, so nothing is computed for it.

#[cfg(feature = "simd")]
use crate::expr::elementwise::in_lanes;
use crate::expr::elementwise::one_by_one::{define_one_by_one, one_by_one_with};
use crate::expr::frames::cotangent::is_present;
use crate::expr::frames::locals::Locals;
use crate::expr::frames::nested::{Indices, LOOPS};
use crate::expr::{
    At, Blocks, Cotangents, Coverage, Datum, Elementwise, Frame, Id, Input, Inputs, Leaves, Local,
    One, Place, Received, Shape, Slot, Tree, Values,
};
use crate::scalar::{Packing, Scalar};
use core::fmt;
use core::marker::PhantomData;

/// The number of arrays among the `let`s of a large frame.
pub(super) const LARGE: usize = 32;

/// A frame whose variables have shapes.
#[diagnostic::on_unimplemented(
    message = "arrays need a function that declares shapes",
    note = "give an input a shape, `fn f(x: [R; 3])`; the shape of a real is `R`"
)]
pub trait ShapedFrame: Frame + Sized {
    /// Whether it has so many arrays that the time to compile it counts. Its `let`s are several functions then, which find
    /// the [slots](Slot) of the variables in memory; what they do with one is compiled once and not for every `let`.
    const IS_LARGE: bool = false;

    /// The values that belong to the cotangents.
    fn values<'c, S: Scalar>(cotangents: &Cotangents<'c, Self, S>) -> &'c Values<'c, Self, S>;

    /// What has reached a variable, if anything has.
    #[cfg_attr(optimized, inline(always))]
    fn take<'c, Sh: Shape, S: Scalar>(slot: &mut Slot<'c, Sh, S>) -> Option<Received<'c, S>> {
        if Self::IS_LARGE {
            slot.take_in_memory()
        } else {
            slot.take()
        }
    }

    /// Evaluates the elements of a `let` into their places, by the plainest loop there is unless the elementary functions of a long
    /// array are in it: what runs once is not worth the compiler's time.
    #[cfg_attr(optimized, inline(always))]
    fn define_elements<E: Elementwise<Self>, P: Definable<Self>, S: Scalar>(
        expression: E,
        place: P,
        values: &mut Values<'_, Self, S>,
    ) {
        // Without lanes the constant is not worked out: large frames would compile for a twentieth longer.
        #[cfg(not(feature = "simd"))]
        let define = define_one_by_one;
        #[cfg(feature = "simd")]
        let define: fn(E, P, &mut Values<'_, Self, S>) = const {
            if !Self::IS_LARGE && E::LANES.evaluates_once::<S>(P::Shape::LEN) {
                in_lanes::define_in_lanes
            } else {
                define_one_by_one
            }
        };
        define(expression, place, values);
    }

    /// Pulls back what the elements of a `let` have received.
    #[cfg_attr(optimized, inline(always))]
    fn pull_elements<E: Elementwise<Self>, P: Definable<Self>, S: Scalar>(
        expression: E,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Self, S>,
    ) {
        let values = Self::values(cotangents);
        let elements = P::Shape::flat(place.block(values));
        #[cfg(not(feature = "simd"))]
        let pull = one_by_one_with;
        #[cfg(feature = "simd")]
        let pull: in_lanes::PullKnown<Self, E, S> = const {
            if !Self::IS_LARGE && E::LANES.pulls_once::<S>(P::Shape::LEN, true) {
                in_lanes::pull_known_in_lanes::<Self, E, P::Shape, S>
            } else {
                one_by_one_with
            }
        };
        pull(expression, values, elements, received, cotangents);
    }

    /// The indices of the loops around.
    #[cfg_attr(optimized, inline(always))]
    fn indices<S: Scalar>(_: &Values<'_, Self, S>) -> Indices {
        [0; LOOPS]
    }
}

/// The frame of a function of inputs `I` and data `D`, with `let`s in the places of the tree `L`.
#[derive(Debug)]
pub struct Scope<I, D, L>(PhantomData<(I, D, L)>);

impl<I: Inputs, D: Inputs, L: Tree> Frame for Scope<I, D, L> {
    type Storage<'v, S: Scalar + 'v> = ScopeValues<'v, I, D, L, S>;
    type Sums<'c, S: Scalar + 'c> = ScopeCotangents<'c, I, D, L, S>;
}

impl<I: Inputs, D: Inputs, L: Tree> ShapedFrame for Scope<I, D, L> {
    const IS_LARGE: bool = L::ARRAYS >= LARGE;

    #[cfg_attr(optimized, inline(always))]
    fn values<'c, S: Scalar>(cotangents: &Cotangents<'c, Self, S>) -> &'c Values<'c, Self, S> {
        cotangents.sums.values
    }
}

/// The values of a function's inputs and data, where they lie, and of its `let`s.
pub struct ScopeValues<'v, I: Inputs, D: Inputs, L: Tree, S: Scalar + 'v> {
    /// The inputs.
    pub(in crate::expr) inputs: I::Refs<'v, S>,
    /// The data.
    pub(in crate::expr) data: D::Refs<'v, S>,
    /// The `let`s.
    pub(in crate::expr) locals: Locals<'v, L, S>,
}

impl<'v, I: Inputs, D: Inputs, L: Tree, S: Scalar + 'v> ScopeValues<'v, I, D, L, S> {
    /// Those of these inputs and data, with `let`s that are evaluated now, or have been.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn of<'i: 'v, 'd: 'v>(
        inputs: Blocks<'i, I, S>,
        data: Blocks<'d, D, S>,
        locals: Locals<'v, L, S>,
    ) -> Values<'v, Scope<I, D, L>, S> {
        Values(ScopeValues {
            inputs: I::shorten(inputs.0),
            data: D::shorten(data.0),
            locals,
        })
    }
}

impl<I: Inputs, D: Inputs, L: Tree, S: Scalar> fmt::Debug for ScopeValues<'_, I, D, L, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopeValues").finish_non_exhaustive()
    }
}

/// The cotangents of a function's inputs, data and `let`s, with the values.
pub struct ScopeCotangents<'c, I: Inputs, D: Inputs, L: Tree, S: Scalar + 'c> {
    /// The values.
    pub(in crate::expr) values: &'c Values<'c, Scope<I, D, L>, S>,
    /// The cotangents of the inputs.
    pub(in crate::expr) inputs: I::Slots<'c, S>,
    /// The cotangents of the data.
    pub(in crate::expr) data: D::Slots<'c, S>,
    /// The cotangents of the `let`s.
    pub(in crate::expr) locals: L::Slots<'c, S>,
}

impl<I: Inputs, D: Inputs, L: Tree, S: Scalar> fmt::Debug for ScopeCotangents<'_, I, D, L, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopeCotangents").finish_non_exhaustive()
    }
}

/// A variable of a frame with shapes, as a whole.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a variable of this function",
    label = "must be an input or a `let`",
    note = "what is read as a whole array must be stored: give it a name by a `let`"
)]
pub trait Block<Fr: ShapedFrame>: Copy + 'static {
    /// The shape of the variable.
    type Shape: Shape;

    /// What tells the variables of a frame apart.
    const ID: Id;

    /// The variable's value.
    fn block<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> &'a <Self::Shape as Shape>::Of<S>;

    /// The way to its cotangent.
    fn slot<'a, 'c, S: Scalar>(
        self,
        cotangents: &'a mut Cotangents<'c, Fr, S>,
    ) -> &'a mut Slot<'c, Self::Shape, S>;
}

/// A `let`.
pub trait Definable<Fr: ShapedFrame>: Block<Fr> {
    /// The place of its value.
    fn block_mut<'a, S: Scalar>(
        self,
        values: &'a mut Values<'_, Fr, S>,
    ) -> &'a mut <Self::Shape as Shape>::Of<S>;
}

macro_rules! blocks {
    ($($Variable:ident $id:literal $list:ident: $List:ident)*) => {
        $(impl<I, D, L, Sh, P, const N: usize> Block<Scope<I, D, L>> for $Variable<N, Sh, P>
        where
            I: Inputs,
            D: Inputs,
            L: Tree,
            Sh: Shape,
            P: Copy + 'static,
            $List: At<N, P, Part = One<Sh>>,
        {
            type Shape = Sh;

            const ID: Id = Id::part(6 * N + $id, <$List as At<N, P>>::OFFSET, Sh::LEN);

            #[cfg_attr(optimized, inline(always))]
            fn block<'a, S: Scalar>(
                self,
                values: &'a Values<'_, Scope<I, D, L>, S>,
            ) -> &'a Sh::Of<S> {
                $List::part(&values.0.$list)
            }
            #[cfg_attr(optimized, inline(always))]
            fn slot<'a, 'c, S: Scalar>(
                self,
                cotangents: &'a mut Cotangents<'c, Scope<I, D, L>, S>,
            ) -> &'a mut Slot<'c, Sh, S> {
                $List::part_mut(&mut cotangents.sums.$list)
            }
        })*
    };
}

blocks! {
    Input 0 inputs: I
    Datum 1 data: D
}

impl<I, D, L, To, Sh, const N: usize> Block<Scope<I, D, L>> for Local<N, To, Sh>
where
    I: Inputs,
    D: Inputs,
    L: Leaves<To, Shape = Sh>,
    To: Copy + 'static,
    Sh: Shape,
{
    type Shape = Sh;

    const ID: Id = Id::whole(6 * N + 2);

    #[cfg_attr(optimized, inline(always))]
    fn block<'a, S: Scalar>(self, values: &'a Values<'_, Scope<I, D, L>, S>) -> &'a Sh::Of<S> {
        L::get::<S>(values.0.locals.get())
    }
    #[cfg_attr(optimized, inline(always))]
    fn slot<'a, 'c, S: Scalar>(
        self,
        cotangents: &'a mut Cotangents<'c, Scope<I, D, L>, S>,
    ) -> &'a mut Slot<'c, Sh, S> {
        L::slot(&mut cotangents.sums.locals)
    }
}

impl<I, D, L, To, Sh, const N: usize> Definable<Scope<I, D, L>> for Local<N, To, Sh>
where
    I: Inputs,
    D: Inputs,
    L: Leaves<To, Shape = Sh>,
    To: Copy + 'static,
    Sh: Shape,
{
    #[cfg_attr(optimized, inline(always))]
    fn block_mut<'a, S: Scalar>(
        self,
        values: &'a mut Values<'_, Scope<I, D, L>, S>,
    ) -> &'a mut Sh::Of<S> {
        L::get_mut::<S>(values.0.locals.get_mut())
    }
}

// What is done with a variable is compiled once for all variables of a shape; where it is, for each.

/// An element of a variable's value.
#[cfg_attr(optimized, inline(always))]
pub(super) fn element<Sh: Shape, S: Scalar>(block: &Sh::Of<S>, at: usize) -> S {
    Sh::flat(block)[if const { Sh::LEN == 1 } { 0 } else { at }]
}

/// Adds to the cotangent of an element.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add<Fr: ShapedFrame, Sh: Shape, S: Scalar>(
    slot: &mut Slot<'_, Sh, S>,
    at: usize,
    cotangent: S,
) {
    if Fr::IS_LARGE {
        slot.add_in_memory(at, cotangent);
    } else {
        slot.add(at, cotangent);
    }
}

/// Several elements of a variable's value, from number `at` on, side by side; a real in every lane.
#[cfg_attr(optimized, inline(always))]
pub(super) fn lanes<Sh: Shape, Q: Packing<S>, S: Scalar>(block: &Sh::Of<S>, at: usize) -> Q::Pack {
    let elements = Sh::flat(block);
    if const { Sh::LEN == 1 } {
        return Q::splat(elements[0]);
    }
    let elements = &elements[at..][..Q::LANES];
    Q::pack(
        #[cfg_attr(optimized, inline(always))]
        |lane| elements[lane],
    )
}

/// Adds to the cotangents of as many elements as there are lanes, from number `at` on; to that of a real the sum of the lanes.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add_lanes<Fr: ShapedFrame, Sh: Shape, Q: Packing<S>, S: Scalar>(
    slot: &mut Slot<'_, Sh, S>,
    at: usize,
    cotangent: Q::Pack,
) {
    if const { Sh::LEN == 1 } {
        add::<Fr, Sh, S>(slot, at, Q::sum_lanes(cotangent));
    } else {
        slot.add_lanes::<Q>(at, cotangent);
    }
}

/// Adds to the cotangents of all elements.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add_received<Fr: ShapedFrame, Sh: Shape, S: Scalar>(
    slot: &mut Slot<'_, Sh, S>,
    received: Received<'_, S>,
) {
    let (elements, coverage) = (received.elements(), received.coverage());
    let element = |at: usize| elements[at];
    if const { Sh::LEN > 1 && S::IS_REAL } && coverage.told::<S>() == Coverage::Some {
        if Fr::IS_LARGE {
            slot.add_some_in_memory(element);
        } else {
            slot.add_some(element);
        }
    } else if const { Sh::LEN == 1 } || coverage.told::<S>() == Coverage::Some {
        reach::<Fr, Sh, S>(slot, coverage);
        for (at, &cotangent) in elements.iter().enumerate() {
            if is_present(cotangent, coverage) {
                add::<Fr, Sh, S>(slot, at, cotangent);
            }
        }
    } else if Fr::IS_LARGE {
        slot.add_each_in_memory(element);
    } else {
        slot.add_each(element);
    }
}

/// Says which elements' cotangents will be added to.
#[cfg_attr(optimized, inline(always))]
pub(super) fn reach<Fr: ShapedFrame, Sh: Shape, S: Scalar>(
    slot: &mut Slot<'_, Sh, S>,
    coverage: Coverage,
) {
    if Fr::IS_LARGE {
        slot.reach_in_memory(coverage);
    } else {
        slot.reach(coverage);
    }
}

impl<Fr: ShapedFrame, P: Block<Fr>> Place<Fr> for P {
    type Shape = P::Shape;

    #[cfg_attr(optimized, inline(always))]
    fn get<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        element::<P::Shape, S>(self.block(values), at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, at: usize, cotangent: S) {
        add::<Fr, P::Shape, S>(self.slot(cotangents), at, cotangent);
    }
    #[cfg_attr(optimized, inline(always))]
    fn add_each<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        len: usize,
        coverage: Coverage,
        cotangent: impl Fn(usize) -> S + Copy,
    ) {
        if const { P::Shape::LEN > 1 && S::IS_REAL } && coverage.told::<S>() == Coverage::Some {
            let slot = self.slot(cotangents);
            if Fr::IS_LARGE {
                slot.add_some_in_memory(cotangent);
            } else {
                slot.add_some(cotangent);
            }
        } else if const { P::Shape::LEN == 1 } || coverage.told::<S>() == Coverage::Some {
            Place::reach(self, cotangents, coverage.of(len));
            for at in 0..len {
                cotangents.pull_present(
                    cotangent(at),
                    coverage,
                    #[cfg_attr(optimized, inline(always))]
                    |cotangent, cotangents| self.add(cotangents, at, cotangent),
                );
            }
        } else if Fr::IS_LARGE {
            self.slot(cotangents).add_each_in_memory(cotangent);
        } else {
            self.slot(cotangents).add_each(cotangent);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        reach::<Fr, P::Shape, S>(self.slot(cotangents), coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        // A test of a slot in memory is one more to be compiled for every variable of every `let`.
        Fr::IS_LARGE || self.slot(cotangents).is_wanted()
    }
}
