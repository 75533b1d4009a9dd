//! What is refused, with a reason that the compiler prints.

use crate::expr::{Inputs, Member, One, R, Several, Shape, Structure, for_each_small_arity};

/// That a function has one result.
#[diagnostic::on_unimplemented(
    message = "a gradient is that of one result, and the results of this function have the shape `{Self}`",
    label = "a function with several results",
    note = "its derivatives are the `jacobian`; `jvp` and `vjp` are products with it",
    note = "of one result there is a gradient: in a function of its own, `f(x, y)[0]`"
)]
pub trait OneResult: Shape {}

impl OneResult for R {}

/// That a function has been given its data.
#[diagnostic::on_unimplemented(
    message = "this function has data, which it must be given first",
    label = "has data of the shapes `{Self}`",
    note = "give it: `f.with(&data).gradient(&x)`; or sum over a data set: `f.over(&rows).gradient(&x)`"
)]
pub trait NoData: Inputs {}

#[diagnostic::do_not_recommend]
impl NoData for () {}

/// That a function has one input, a real.
#[diagnostic::on_unimplemented(
    message = "a `derivative` is that of a function of one real input",
    label = "a function of the inputs `{Self}`",
    note = "of several inputs there is the `gradient`"
)]
pub trait OneReal: Inputs {}

impl OneReal for [R; 1] {}
impl OneReal for One<R> {}

/// How many inputs a list has.
pub trait HasInputs<const N: usize>: Inputs {}

impl<const N: usize> HasInputs<N> for [R; N] {}
impl<Sh: Shape> HasInputs<1> for One<Sh> {}
impl<P: Structure> HasInputs<1> for P {}
impl<M: Member, const N: usize> HasInputs<1> for Several<M, N> {}

macro_rules! has_inputs {
    ($(($index:literal $Member:ident))+) => {
        impl<$($Member: Member),+> HasInputs<{ [$($index),+].len() }> for ($($Member,)+) {}
    };
}

for_each_small_arity!(has_inputs);
