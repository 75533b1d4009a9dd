//! The frame of a function whose variables have shapes.
//!
//! Inputs are read where they lie, and their cotangents are added to where they lie: a parameter block
//! is never copied. A [`Slot`] is the way to a cotangent; data has none, so nothing is computed for it.

use super::{At, Blocks, Closed, Cotangents, Datum, Frame, Input, Inputs, Place, Shape, Values};
use crate::scalar::Scalar;
use core::fmt;

/// A frame whose variables have shapes.
#[diagnostic::on_unimplemented(
    message = "arrays need a function that declares shapes",
    note = "give an input a shape, `fn f(x: [R; 3])`, or a `let`, `let v: [R; 3] = …`; the shape of a real is `R`"
)]
pub trait ShapedFrame: Frame + Closed {
    /// The values that belong to the cotangents.
    fn values<'c, S: Scalar>(cotangents: &Cotangents<'c, Self, S>) -> &'c Values<'c, Self, S>;

    /// The inputs.
    fn inputs<'v, S: Scalar>(values: &Values<'v, Self, S>) -> Blocks<'v, Self::Inputs, S>;

    /// The data.
    fn data<'v, S: Scalar>(values: &Values<'v, Self, S>) -> Blocks<'v, Self::Data, S>;

    /// The ways to the cotangents of the inputs.
    fn slots<'a, 'c, S: Scalar>(
        cotangents: &'a mut Cotangents<'c, Self, S>,
    ) -> &'a mut <Self::Inputs as Inputs>::Slots<'c, S>;
}

/// Writes 0 to the cotangents of inputs that nothing has reached.
#[inline(always)]
pub fn settle<Fr: ShapedFrame, S: Scalar>(cotangents: &mut Cotangents<'_, Fr, S>) {
    Fr::Inputs::settle(Fr::slots(cotangents));
}

/// The values of a function's inputs and data, where they lie, and of its `let`s.
#[derive(Debug, Clone, Copy)]
pub struct ScopeValues<I, D, L> {
    /// The inputs.
    pub inputs: I,
    /// The data.
    pub data: D,
    /// The `let`s, those evaluated so far.
    pub locals: L,
}

/// The cotangents of a function's inputs and of its `let`s, with the values.
#[derive(Debug)]
pub struct ScopeCotangents<V, I, L> {
    /// The values.
    pub values: V,
    /// The cotangents of the inputs.
    pub inputs: I,
    /// The cotangents of the `let`s.
    pub locals: L,
}

/// A variable of a frame with shapes, as a whole.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a variable of this function",
    label = "must be an input or a `let`",
    note = "what is read as a whole array must have a place in memory: give it a name by a `let`, `let h: [R; 3] = …`"
)]
pub trait Block<Fr: ShapedFrame>: Copy + 'static {
    /// The shape of the variable.
    type Shape: Shape;

    /// What tells the variables of a frame apart that have cotangents.
    const ID: Option<usize>;

    /// The variable's value.
    fn block<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> &'a <Self::Shape as Shape>::Of<S>;

    /// The way to its cotangent; `None` for data.
    fn slot<'a, 'c, S: Scalar>(
        self,
        cotangents: &'a mut Cotangents<'c, Fr, S>,
    ) -> Option<&'a mut Slot<'c, Self::Shape, S>>;
}

/// A `let`.
pub trait Definable<Fr: ShapedFrame>: Block<Fr> {
    /// The place of its value.
    fn block_mut<'a, S: Scalar>(
        self,
        values: &'a mut Values<'_, Fr, S>,
    ) -> &'a mut <Self::Shape as Shape>::Of<S>;
}

impl<Fr: ShapedFrame, const I: usize> Block<Fr> for Input<I>
where
    Fr::Inputs: At<I>,
{
    type Shape = <Fr::Inputs as At<I>>::Shape;

    const ID: Option<usize> = Some(2 * I);

    #[inline(always)]
    fn block<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> &'a <Self::Shape as Shape>::Of<S> {
        <Fr::Inputs as At<I>>::block(&Fr::inputs(values).0)
    }
    #[inline(always)]
    fn slot<'a, 'c, S: Scalar>(
        self,
        cotangents: &'a mut Cotangents<'c, Fr, S>,
    ) -> Option<&'a mut Slot<'c, Self::Shape, S>> {
        Some(<Fr::Inputs as At<I>>::slot(Fr::slots(cotangents)))
    }
}

impl<Fr: ShapedFrame, const I: usize> Block<Fr> for Datum<I>
where
    Fr::Data: At<I>,
{
    type Shape = <Fr::Data as At<I>>::Shape;

    const ID: Option<usize> = None;

    #[inline(always)]
    fn block<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> &'a <Self::Shape as Shape>::Of<S> {
        <Fr::Data as At<I>>::block(&Fr::data(values).0)
    }
    #[inline(always)]
    fn slot<'a, 'c, S: Scalar>(
        self,
        _: &'a mut Cotangents<'c, Fr, S>,
    ) -> Option<&'a mut Slot<'c, Self::Shape, S>> {
        None
    }
}

impl<Fr: ShapedFrame, P: Block<Fr>> Place<Fr> for P {
    type Shape = P::Shape;

    #[inline(always)]
    fn get<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        let elements = P::Shape::flat(self.block(values));
        elements[if const { P::Shape::LEN == 1 } { 0 } else { at }]
    }
    #[inline(always)]
    fn add<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, at: usize, cotangent: S) {
        if let Some(slot) = self.slot(cotangents) {
            slot.add(at, cotangent);
        }
    }
    #[inline(always)]
    fn add_each<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        len: usize,
        cotangent: impl Fn(usize) -> S,
    ) {
        if let Some(slot) = self.slot(cotangents) {
            if const { P::Shape::LEN == 1 } {
                slot.reach();
                for at in 0..len {
                    slot.add(0, cotangent(at));
                }
            } else {
                slot.add_each(cotangent);
            }
        }
    }
    #[inline(always)]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) {
        if let Some(slot) = self.slot(cotangents) {
            slot.reach();
        }
    }
}

/// The way to the cotangent of a variable: where it is, if it is wanted, and whether anything has
/// reached it yet.
///
/// What is there before anything has reached it does not matter.
pub struct Slot<'c, Sh: Shape, S: Scalar + 'c> {
    place: Option<&'c mut Sh::Of<S>>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing has reached it.
    Untouched,
    /// A real that holds −0, to which adding is exact.
    Zeroed,
    /// It holds the sum of what has reached it.
    Reached,
}

impl<'c, Sh: Shape, S: Scalar + 'c> Slot<'c, Sh, S> {
    /// Of a variable whose cotangent is not wanted.
    #[inline(always)]
    pub fn unwanted() -> Self {
        Slot {
            place: None,
            state: State::Untouched,
        }
    }

    /// Where a new cotangent is to be written.
    #[inline(always)]
    pub fn new(place: &'c mut Sh::Of<S>) -> Self {
        Slot {
            place: Some(place),
            state: State::Untouched,
        }
    }

    /// Where there is one to be added to.
    #[inline(always)]
    pub fn sum(place: &'c mut Sh::Of<S>) -> Self {
        Slot {
            place: Some(place),
            state: State::Reached,
        }
    }

    /// Adds to the cotangent of one element.
    #[inline(always)]
    pub fn add(&mut self, at: usize, cotangent: S) {
        if const { Sh::LEN != 1 } && self.state == State::Untouched {
            self.reach();
        }
        if let Some(place) = &mut self.place {
            let sums = Sh::flat_mut(place);
            let sum = &mut sums[if const { Sh::LEN == 1 } { 0 } else { at }];
            if self.state == State::Untouched {
                *sum = cotangent;
                self.state = State::Reached;
            } else {
                *sum = *sum + cotangent;
            }
        }
    }

    /// Makes ready for elements to be added to.
    #[inline(always)]
    pub fn reach(&mut self) {
        if let (State::Untouched, Some(place)) = (self.state, &mut self.place) {
            if const { Sh::LEN == 1 } {
                Sh::flat_mut(place)[0] = -S::zero();
                self.state = State::Zeroed;
            } else {
                Sh::flat_mut(place).fill(S::zero());
                self.state = State::Reached;
            }
        }
    }

    /// Adds to the cotangents of all elements, by a function of their index.
    #[inline(always)]
    pub fn add_each(&mut self, cotangent: impl Fn(usize) -> S) {
        if let Some(place) = &mut self.place {
            let sums = Sh::flat_mut(place);
            if self.state == State::Untouched {
                store_each(sums, cotangent);
            } else {
                add_each(sums, cotangent);
            }
            self.state = State::Reached;
        }
    }

    /// The cotangents of all elements, to be added to, if they are wanted.
    #[inline(always)]
    pub fn sums(&mut self) -> Option<&mut [S]> {
        self.reach();
        self.place.as_deref_mut().map(Sh::flat_mut)
    }

    /// Takes a variable's slot out of its frame, for a callee.
    #[inline(always)]
    pub(super) fn of<Fr: ShapedFrame, P: Block<Fr, Shape = Sh>>(
        variable: P,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) -> Self {
        match variable.slot(cotangents) {
            Some(slot) => core::mem::replace(slot, Self::unwanted()),
            None => Self::unwanted(),
        }
    }

    /// Puts it back, when the callee has written to it or added to it.
    #[inline(always)]
    pub(super) fn put_back<Fr: ShapedFrame, P: Block<Fr, Shape = Sh>>(
        mut self,
        variable: P,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) {
        if let Some(slot) = variable.slot(cotangents) {
            self.state = State::Reached;
            *slot = self;
        }
    }

    /// The same slot, for a time.
    #[inline(always)]
    pub(super) fn reborrow(&mut self) -> Slot<'_, Sh, S> {
        Slot {
            place: self.place.as_deref_mut(),
            state: self.state,
        }
    }

    /// What has reached the variable, if anything has.
    #[inline(always)]
    pub fn take(&mut self) -> Option<&'c Sh::Of<S>> {
        match self.state {
            State::Untouched => None,
            _ => self.place.take().map(|place| &*place),
        }
    }

    /// Writes 0 where nothing has reached.
    #[inline(always)]
    pub fn settle(&mut self) {
        if let Some(place) = &mut self.place {
            match self.state {
                State::Untouched => Sh::flat_mut(place).fill(S::zero()),
                State::Zeroed => {
                    let sum = &mut Sh::flat_mut(place)[0];
                    *sum = *sum + S::zero();
                }
                State::Reached => {}
            }
        }
    }
}

impl<Sh: Shape, S: Scalar> fmt::Debug for Slot<'_, Sh, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_wanted = self.place.is_some();
        f.debug_struct("Slot")
            .field("is_wanted", &is_wanted)
            .field("is_reached", &(self.state != State::Untouched))
            .finish_non_exhaustive()
    }
}

// Functions of their own, so that the compiler knows that nothing else points to the sums.

#[inline(always)]
fn store_each<S: Scalar>(sums: &mut [S], cotangent: impl Fn(usize) -> S) {
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = cotangent(at);
    }
}

#[inline(always)]
fn add_each<S: Scalar>(sums: &mut [S], cotangent: impl Fn(usize) -> S) {
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = *sum + cotangent(at);
    }
}
