//! What an input can be: an array, or a struct of parameters.

use crate::expr::{Datum, Ex, Input, Inputs, One, Shape, To};
use core::marker::PhantomData;

/// What one of several inputs can be: a [`Shape`], or a struct with [`Parameters`](crate::Parameters).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an input",
    label = "neither a shape nor a struct of parameters",
    note = "a shape is `R`, or an array of a shape: `[R; 3]`",
    note = "a struct of parameters has `#[derive(Parameters)]`, and `R` for its numbers: `Net<R>`"
)]
pub trait Member: Copy + 'static {
    /// What it consists of, as a list of inputs of its own.
    type List: Inputs;
    /// What it is in a body: a variable, or a struct of variables.
    type Variable<Rt: Root>: Copy;

    /// That.
    fn variable<Rt: Root>() -> Self::Variable<Rt>;
}

#[diagnostic::do_not_recommend]
impl<Sh: Shape> Member for Sh {
    type List = One<Sh>;
    type Variable<Rt: Root> = Ex<Rt::Variable<Sh, crate::expr::Here>>;

    #[cfg_attr(optimized, inline(always))]
    fn variable<Rt: Root>() -> Self::Variable<Rt> {
        Ex(Rt::variable())
    }
}

/// Where the variables of a struct are: in an input, in a datum, or [below](Below) one.
pub trait Root: Copy + 'static {
    /// The variable at a path.
    type Variable<Sh: Shape, P: Copy + 'static>: Copy + 'static;
    /// The struct at a path.
    type Whole<M: Member, P: Copy + 'static>: Copy + 'static;

    /// The variable at a path.
    fn variable<Sh: Shape, P: Copy + 'static>() -> Self::Variable<Sh, P>;

    /// The struct at a path.
    fn whole<M: Member, P: Copy + 'static>() -> Self::Whole<M, P>;
}

/// What is at branch number `I` of what is at `Rt`.
#[derive(Debug, Clone, Copy)]
pub struct Below<Rt, const I: usize>(PhantomData<Rt>);

impl<Rt: Root, const I: usize> Root for Below<Rt, I> {
    type Variable<Sh: Shape, P: Copy + 'static> = Rt::Variable<Sh, To<I, P>>;
    type Whole<M: Member, P: Copy + 'static> = Rt::Whole<M, To<I, P>>;

    #[cfg_attr(optimized, inline(always))]
    fn variable<Sh: Shape, P: Copy + 'static>() -> Self::Variable<Sh, P> {
        Rt::variable::<Sh, To<I, P>>()
    }
    #[cfg_attr(optimized, inline(always))]
    fn whole<M: Member, P: Copy + 'static>() -> Self::Whole<M, P> {
        Rt::whole::<M, To<I, P>>()
    }
}

macro_rules! roots {
    ($($(#[$doc:meta])* $Root:ident $Variable:ident $(#[$doc_of_whole:meta])* $Whole:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Root<const I: usize>;

            $(#[$doc_of_whole])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Whole<const I: usize, M, P>(PhantomData<(M, P)>);

            impl<const I: usize> Root for $Root<I> {
                type Variable<Sh: Shape, P: Copy + 'static> = $Variable<I, Sh, P>;
                type Whole<M: Member, P: Copy + 'static> = $Whole<I, M, P>;

                #[cfg_attr(optimized, inline(always))]
                fn variable<Sh: Shape, P: Copy + 'static>() -> Self::Variable<Sh, P> {
                    $Variable::<I, Sh, P>::new().0
                }
                #[cfg_attr(optimized, inline(always))]
                fn whole<M: Member, P: Copy + 'static>() -> Self::Whole<M, P> {
                    $Whole(PhantomData)
                }
            }
        )*
    };
}

roots! {
    /// The input number `I`.
    OfInput Input
    /// The struct `M` at the path `P` in the input number `I`, as a whole: what a call is given.
    WholeInput

    /// The datum number `I`.
    OfDatum Datum
    /// The struct `M` at the path `P` in the datum number `I`, as a whole: what a call is given.
    WholeDatum
}
