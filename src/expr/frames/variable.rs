//! Variables: the inputs, the data and the `let`s of a function. They carry their shapes.

use crate::expr::frames::scope::{add, add_lanes, add_received, element, lanes, reach};
use crate::expr::{
    Block, Cost, Cotangents, Coverage, Elementwise, Ex, Expr, Here, InLanes, Place, R, Reals,
    Shape, Shaped, ShapedFrame, Values,
};
use crate::scalar::{Packing, Scalar};
use core::marker::PhantomData;

/// The function's input number `I`, counted from 0, of shape `Sh`; of a struct what is at the path `P` in it.
#[derive(Debug, Clone, Copy)]
pub struct Input<const I: usize, Sh = R, P = Here>(PhantomData<(Sh, P)>);

/// The function's datum number `I`, counted from 0, of shape `Sh`; of a struct what is at the path `P` in it.
#[derive(Debug, Clone, Copy)]
pub struct Datum<const I: usize, Sh = R, P = Here>(PhantomData<(Sh, P)>);

/// The function's `let` number `I`, counted from 0, of shape `Sh`; `At` is its place among the `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Local<const I: usize, At, Sh = R>(PhantomData<(At, Sh)>);

/// The state number `I` of a loop before the step, of shape `Sh`; `At` is its place among the states.
#[derive(Debug, Clone, Copy)]
pub struct State<const I: usize, At, Sh = R>(PhantomData<(At, Sh)>);

/// The variable number `I` of those around that a branch or a loop sees, of shape `Sh`; `At` is its place
/// among them.
#[derive(Debug, Clone, Copy)]
pub struct Captured<const I: usize, At, Sh = R>(PhantomData<(At, Sh)>);

/// The array number `I` of those that a loop changes where they lie, of shape `Sh`; `At` is its place among
/// them.
#[derive(Debug, Clone, Copy)]
pub struct InPlace<const I: usize, At, Sh = R>(PhantomData<(At, Sh)>);

/// A variable of a frame of reals: where its value is in the frame, and its cotangent.
macro_rules! variable_of_reals {
    ([$($generics:tt)*] $Variable:ty, $field:ident) => {
        impl<const I: usize, const N: usize, const K: usize, $($generics)*> Place<Reals<N, K>>
            for $Variable
        {
            type Shape = R;

            #[inline]
            fn get<S: Scalar>(self, values: &Values<'_, Reals<N, K>, S>, _: usize) -> S {
                values.0.$field[I]
            }
            #[inline]
            fn add<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
                _: usize,
                cotangent: S,
            ) {
                cotangents.sums.$field[I].add(cotangent);
            }
            #[inline]
            fn add_each<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
                len: usize,
                coverage: Coverage,
                cotangent: impl Fn(usize) -> S + Copy,
            ) {
                for at in 0..len {
                    cotangents.pull_present(cotangent(at), coverage, |cotangent, cotangents| {
                        self.add(cotangents, at, cotangent);
                    });
                }
            }
            #[inline]
            fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Reals<N, K>, S>, _: Coverage) {}
        }
    };
}

variable_of_reals!([] Input<I, R>, inputs);
variable_of_reals!([At: Copy + 'static] Local<I, At, R>, locals);
// What a branch sees of the frame around it.
variable_of_reals!([At: Copy + 'static] Captured<I, At, R>, inputs);

macro_rules! variable_expression {
    ([$($generics:tt)*] $Variable:ty, use $($captured:ident),+) => {
        impl<const I: usize, $($generics)*> $Variable {
            /// The variable as an expression.
            #[cfg_attr(optimized, inline(always))]
            pub const fn new() -> Ex<Self> {
                Ex(Self(PhantomData))
            }
        }

        // Without the detour by `Place`: each function here is one more to be compiled for each variable.
        impl<Fr: ShapedFrame, const I: usize, $($generics)*> Expr<Fr> for $Variable
        where
            $Variable: Block<Fr, Shape = Sh>,
        {
            const LEAF: bool = true;
            const OPERATIONS: usize = 0;
            const COST: Cost = Cost::NONE;

            #[inline]
            fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
                Place::is_wanted(self, cotangents)
            }
            const IS_ARRAY: bool = Sh::LEN > 1;

            #[inline]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                element::<Sh, S>(self.block(values), at)
            }
            #[inline]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, I, $($captured),+>,
            ) {
                let value = element::<Sh, S>(self.block(values), at);
                (
                    value,
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        add::<Fr, Sh, S>(self.slot(cotangents), at, cotangent);
                    },
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                self,
                _: &Values<'_, Fr, S>,
                at: usize,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                add::<Fr, Sh, S>(self.slot(cotangents), at, cotangent);
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull_each<S: Scalar>(
                self,
                _: &Values<'_, Fr, S>,
                len: usize,
                coverage: Coverage,
                cotangent: impl Fn(usize) -> S + Copy,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                self.add_each(cotangents, len, coverage, cotangent);
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
                reach::<Fr, Sh, S>(self.slot(cotangents), coverage);
            }
        }

        impl<const I: usize, $($generics)*> Shaped for $Variable {
            type Shape = Sh;
            type Kept = ();
        }

        impl<Fr: ShapedFrame, const I: usize, $($generics)*> Elementwise<Fr> for $Variable
        where
            $Variable: Block<Fr, Shape = Sh>,
        {
            const LANES: InLanes = InLanes::LEAF;

            #[cfg_attr(optimized, inline(always))]
            fn lanes<Q: Packing<S>, S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> Q::Pack {
                lanes::<Sh, Q, S>(self.block(values), at)
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp_lanes<Q: Packing<S>, S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                Q::Pack,
                impl FnOnce(Q::Pack, &mut Cotangents<'_, Fr, S>) + Copy,
            ) {
                (
                    lanes::<Sh, Q, S>(self.block(values), at),
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        add_lanes::<Fr, Sh, Q, S>(self.slot(cotangents), at, cotangent);
                    },
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull_whole<Whole: Shape, S: Scalar>(
                self,
                _: &Values<'_, Fr, S>,
                _: Option<&[S]>,
                received: crate::expr::Received<'_, S>,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                add_received::<Fr, Sh, S>(self.slot(cotangents), received);
            }
        }
    };
}

variable_expression!([Sh: Shape, P: Copy + 'static] Input<I, Sh, P>, use Sh, P);
variable_expression!([Sh: Shape, P: Copy + 'static] Datum<I, Sh, P>, use Sh, P);
variable_expression!([At: Copy + 'static, Sh: Shape] Local<I, At, Sh>, use At, Sh);
variable_expression!([At: Copy + 'static, Sh: Shape] State<I, At, Sh>, use At, Sh);
variable_expression!([At: Copy + 'static, Sh: Shape] Captured<I, At, Sh>, use At, Sh);
variable_expression!([At: Copy + 'static, Sh: Shape] InPlace<I, At, Sh>, use At, Sh);

/// A variable of a frame of reals as an expression.
macro_rules! expression_of_reals {
    ([$($generics:tt)*] $Variable:ty, use $($captured:ident),*) => {
        impl<const N: usize, const K: usize, const I: usize, $($generics)*> Expr<Reals<N, K>> for $Variable
        where
            $Variable: Place<Reals<N, K>, Shape = R>,
        {
            const LEAF: bool = true;
            const OPERATIONS: usize = 0;
            const COST: Cost = Cost::NONE;

            #[inline]
            fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Reals<N, K>, S>) -> bool {
                Place::is_wanted(self, cotangents)
            }

            #[inline]
            fn value<S: Scalar>(self, values: &Values<'_, Reals<N, K>, S>, at: usize) -> S {
                self.get(values, at)
            }
            #[inline]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Reals<N, K>, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Reals<N, K>, S>) + Copy + use<N, K, S, I, $($captured),*>,
            ) {
                let value = self.get(values, at);
                (
                    value,
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Reals<N, K>, S>| {
                        self.add(cotangents, at, cotangent);
                    },
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                self,
                _: &Values<'_, Reals<N, K>, S>,
                at: usize,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
            ) {
                self.add(cotangents, at, cotangent);
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull_each<S: Scalar>(
                self,
                _: &Values<'_, Reals<N, K>, S>,
                len: usize,
                coverage: Coverage,
                cotangent: impl Fn(usize) -> S + Copy,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
            ) {
                self.add_each(cotangents, len, coverage, cotangent);
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Reals<N, K>, S>, coverage: Coverage) {
                Place::reach(self, cotangents, coverage);
            }
        }

        impl<const N: usize, const K: usize, const I: usize, $($generics)*> Elementwise<Reals<N, K>>
            for $Variable
        where
            $Variable: Place<Reals<N, K>, Shape = R>,
        {
            #[cfg_attr(optimized, inline(always))]
            fn pull_whole<Whole: Shape, S: Scalar>(
                self,
                _: &Values<'_, Reals<N, K>, S>,
                _: Option<&[S]>,
                received: crate::expr::Received<'_, S>,
                cotangents: &mut Cotangents<'_, Reals<N, K>, S>,
            ) {
                let elements = received.elements();
                self.add_each(
                    cotangents,
                    elements.len(),
                    received.coverage(),
                    #[cfg_attr(optimized, inline(always))]
                    |at| elements[at],
                );
            }
        }
    };
}

expression_of_reals!([] Input<I, R>, use);
expression_of_reals!([At: Copy + 'static] Local<I, At, R>, use At);
expression_of_reals!([At: Copy + 'static] Captured<I, At, R>, use At);
