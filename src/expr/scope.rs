//! The frame of a function whose variables have shapes.
//!
//! Inputs are read where they lie, and their cotangents are added to where they lie: a parameter block
//! is never copied. A [`Slot`] is the way to a cotangent; data has none, so nothing is computed for it.

use super::{
    At, Blocks, Closed, Cotangents, Coverage, Datum, Frame, Input, Inputs, Place, Shape, Slot,
    Values,
};
use crate::scalar::Scalar;

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

    /// The ways to the cotangents of the data: not wanted, but where the function is called with
    /// variables of its caller.
    fn data_slots<'a, 'c, S: Scalar>(
        cotangents: &'a mut Cotangents<'c, Self, S>,
    ) -> &'a mut <Self::Data as Inputs>::Slots<'c, S>;
}

/// Writes 0 to the cotangents of inputs that nothing has reached.
#[inline(always)]
pub fn settle<Fr: ShapedFrame, S: Scalar>(cotangents: &mut Cotangents<'_, Fr, S>) {
    Fr::Inputs::settle(Fr::slots(cotangents));
    Fr::Data::settle(Fr::data_slots(cotangents));
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
pub struct ScopeCotangents<V, I, D, L> {
    /// The values.
    pub values: V,
    /// The cotangents of the inputs.
    pub inputs: I,
    /// The cotangents of the data.
    pub data: D,
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

    /// What tells the variables of a frame apart.
    const ID: usize;

    /// The variable's value.
    fn block<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> &'a <Self::Shape as Shape>::Of<S>;

    /// The way to its cotangent.
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

    const ID: usize = 3 * I;

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

    const ID: usize = 3 * I + 1;

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
        cotangents: &'a mut Cotangents<'c, Fr, S>,
    ) -> Option<&'a mut Slot<'c, Self::Shape, S>> {
        Some(<Fr::Data as At<I>>::slot(Fr::data_slots(cotangents)))
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
        let lanes = cotangents.lanes();
        if let Some(slot) = self.slot(cotangents) {
            slot.add(at, cotangent, lanes);
        }
    }
    #[inline(always)]
    fn add_each<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        len: usize,
        coverage: Coverage,
        cotangent: impl Fn(usize) -> S,
    ) {
        if const { P::Shape::LEN == 1 } || coverage == Coverage::Some {
            Place::reach(self, cotangents, coverage.of(len));
            for at in 0..len {
                cotangents.pull_present(
                    cotangent(at),
                    coverage,
                    #[inline(always)]
                    |cotangent, cotangents| self.add(cotangents, at, cotangent),
                );
            }
        } else {
            let lanes = cotangents.lanes();
            if let Some(slot) = self.slot(cotangents) {
                slot.add_each(lanes, cotangent);
            }
        }
    }
    #[inline(always)]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let coverage = match cotangents.lanes() {
            None => coverage,
            Some(_) => Coverage::Some,
        };
        if let Some(slot) = self.slot(cotangents) {
            slot.reach(coverage);
        }
    }
}
