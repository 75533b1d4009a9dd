//! Blocks with `let`s of their own: the branches of a choice.

use crate::expr::bodies::written::{Flag, flag};
use crate::expr::{
    Blocks, Call, Closed, Cond, Cotangent, Ex, Input, Inputs, OfShapes, Shape, Shaped, ShapedBody,
    Slots,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;
/// A variable that a block sees of the function around it.
pub trait Captured: Copy {
    /// The variable in the frame around.
    type Outer: Copy + 'static;
    /// Its shape.
    type Shape: Shape;
    /// What stands for it in the block, whose input number `I` it is.
    type Inner<const I: usize>;

    /// The variable in the frame around.
    fn outer(self) -> Self::Outer;

    /// What stands for it in the block.
    fn inner<const I: usize>(self) -> Self::Inner<I>;
}

impl<V: Shaped> Captured for Ex<V> {
    type Outer = V;
    type Shape = V::Shape;
    type Inner<const I: usize> = Ex<Input<I, V::Shape>>;

    #[inline(always)]
    fn outer(self) -> V {
        self.0
    }
    #[inline(always)]
    fn inner<const I: usize>(self) -> Ex<Input<I, V::Shape>> {
        Input::new()
    }
}

impl<V: Shaped> Captured for Cond<Flag<V>> {
    type Outer = V;
    type Shape = V::Shape;
    type Inner<const I: usize> = Cond<Flag<Input<I, V::Shape>>>;

    #[inline(always)]
    fn outer(self) -> V {
        self.0.right()
    }
    #[inline(always)]
    fn inner<const I: usize>(self) -> Self::Inner<I> {
        flag(Input::new())
    }
}

/// The variables that a block sees.
#[diagnostic::on_unimplemented(
    message = "a block with `let`s sees up to twelve variables of the function around it",
    note = "make a function of it"
)]
pub trait Captures {
    /// The variables in the frame around.
    type Outer: Copy + 'static;
    /// Their shapes.
    type Shapes: Inputs;
    /// What stands for them in the block.
    type Inner;

    /// The variables in the frame around.
    fn outer(&self) -> Self::Outer;

    /// What stands for them in the block.
    fn inner(&self) -> Self::Inner;
}

impl Captures for () {
    type Outer = ();
    type Shapes = ();
    type Inner = ();

    #[inline(always)]
    fn outer(&self) {}
    #[inline(always)]
    fn inner(&self) {}
}

macro_rules! captures {
    ($(($index:tt $Variable:ident))+) => {
        impl<$($Variable: Captured),+> Captures for ($($Variable,)+) {
            type Outer = ($($Variable::Outer,)+);
            type Shapes = ($($Variable::Shape,)+);
            type Inner = ($($Variable::Inner<$index>,)+);

            #[inline(always)]
            fn outer(&self) -> Self::Outer {
                ($(self.$index.outer(),)+)
            }
            #[inline(always)]
            fn inner(&self) -> Self::Inner {
                ($(self.$index.inner::<$index>(),)+)
            }
        }
    };
}

crate::expr::for_each_small_arity!(captures);

/// A function made of a body, with the numbers that it holds.
#[derive(Debug)]
pub struct Made<I, D, B>(B, PhantomData<(I, D)>);

impl<I, D, B: Copy> Clone for Made<I, D, B> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I, D, B: Copy> Copy for Made<I, D, B> {}

impl<I: Inputs, D: Inputs, B: ShapedBody<I, D>> Closed for Made<I, D, B> {
    type Inputs = I;
    type Data = D;
    type Codomain = B::Codomain;
    type Kind = OfShapes;

    const NAME: &'static str = "__closure";
    const NAMES: &'static [&'static str] = &[];

    #[inline(always)]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <B::Codomain as Shape>::Of<S> {
        self.0.evaluate(inputs, data)
    }
    #[inline(always)]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <B::Codomain as Shape>::Of<S>,
        impl Fn(
            <B::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<I, D, B, S>,
    ) {
        self.0.pullback(inputs, data)
    }
    #[inline(always)]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <B::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, I, S>,
        data_slots: Slots<'_, D, S>,
    ) -> <B::Codomain as Shape>::Of<S> {
        self.0.accumulate(inputs, data, seeds, slots, data_slots)
    }
}

/// A block with `let`s of its own: evaluated only where its value is.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a call of what was made")]
pub fn block<C: Captures, B: ShapedBody<C::Shapes, ()>>(
    captures: C,
    build: impl FnOnce(C::Inner) -> B,
) -> Ex<Call<Made<C::Shapes, (), B>, (C::Outer, ())>> {
    let made = Made(build(captures.inner()), PhantomData);
    Ex(Call::new(made, (captures.outer(), ())))
}
