//! Calls: a closed function applied to expressions.

use crate::expr::{
    Closed, Cost, Cotangent, Cotangents, Coverage, Ex, Expr, Frame, Input, OfReals, R, Shape,
    Values, count, for_each_arity,
};
use crate::scalar::Scalar;

/// A closed function of `N` real inputs, as [`func!`](crate::func) defines it.
///
/// This is what a call to it is built on; use it through [`Function`](crate::Function).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the definition of a function of {N} real inputs",
    note = "`func!` makes definitions"
)]
pub trait Definition<const N: usize>: Copy + 'static {
    /// The shape of its result: [`R`], or an array of `R` for a vector-valued function.
    type Codomain: Shape;

    /// An element for each result: [`array::from_fn`](core::array::from_fn) without a loop, which would
    /// stand between the compiler and straight-line code.
    fn each_result<T: Copy>(element: impl FnMut(usize) -> T) -> <Self::Codomain as Shape>::Of<T>;

    /// The value at `inputs`.
    fn value<S: Scalar>(self, inputs: &[S; N]) -> <Self::Codomain as Shape>::Of<S>;

    /// The value at `inputs` and the pullback there: from the cotangents of the results, those of
    /// the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; N],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; N]
        + Copy
        + use<Self, S, N>,
    );

    /// The value at `inputs`, pulled back at once.
    fn accumulate<S: Scalar>(
        self,
        inputs: &[S; N],
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
    ) -> (<Self::Codomain as Shape>::Of<S>, [Cotangent<S>; N]);
}

/// The function `G` applied to a tuple of expressions.
///
/// The function is closed: it has a frame of its own, sees nothing of the caller's, and appears in
/// types by its name.
#[derive(Debug, Clone, Copy)]
pub struct Call<G, A> {
    pub(in crate::expr) function: G,
    pub(in crate::expr) arguments: A,
}

impl<G, A> Call<G, A> {
    /// `function` applied to `arguments`.
    #[cfg_attr(optimized, inline(always))]
    pub fn new(function: G, arguments: A) -> Self {
        Call {
            function,
            arguments,
        }
    }
}

impl<G, A> Call<G, A> {
    /// The function that is called.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn into_function(self) -> G {
        self.function
    }
}

/// The result number `I`, counted from 0, of a call to a vector-valued function.
#[derive(Debug, Clone, Copy)]
pub struct Component<const I: usize, C> {
    call: C,
}

impl<G, A> Ex<Call<G, A>> {
    /// The result number `I`, counted from 0, of a call to a vector-valued function.
    ///
    /// Each component that is used evaluates the call; the compiler merges what they share where it
    /// can.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    ///     fn angle_only(x, y) { polar(x, y).component::<1>() }
    /// }
    /// assert_eq!(angle_only.gradient(&[1.0, 0.0]), [0.0, 1.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn component<const I: usize>(self) -> Ex<Component<I, Call<G, A>>> {
        Ex(Component { call: self.0 })
    }
}

/// Any function of `A` arguments, inputs and data, that [`func!`](crate::func) defines.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function of {A} arguments that `func!` defined"
)]
pub trait AnyFunction<const A: usize>: Copy {
    /// The function's definition.
    type Definition: Closed;

    /// The definition, with the numbers that the function holds.
    fn definition(self) -> Self::Definition;
}

macro_rules! any_function {
    ($(($index:literal $Argument:ident))*) => {
        impl<T, G, Arguments> AnyFunction<{ count!($($Argument)*) }> for T
        where
            T: Copy + Fn($(Ex<Input<$index>>),*) -> Ex<Call<G, Arguments>>,
            G: Closed,
        {
            type Definition = G;

            #[cfg_attr(optimized, inline(always))]
            fn definition(self) -> G {
                self($(Input::<$index>::new()),*).0.into_function()
            }
        }
    };
}

for_each_arity!(any_function);

/// A call of a function of the kind that implements this, as a real.
#[diagnostic::on_unimplemented(
    message = "`{G}` cannot be called so",
    note = "the arguments must be as many, and of the shapes, that the function declares",
    note = "arrays are given as inputs or `let`s; the call of a function whose result is an array stands alone in a `let`"
)]
pub trait CallReal<Fr: Frame, G, A>: 'static {
    /// What its gradient costs.
    const COST: Cost = Cost::UNKNOWN;

    /// The value, of a call on arrays of a function of reals the element `at`.
    fn value<S: Scalar>(call: Call<G, A>, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// The value and the pullback.
    fn vjp<S: Scalar>(
        call: Call<G, A>,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, G, A, S>,
    );

    /// The value, pulled back at once.
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        call: Call<G, A>,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let (value, pull) = Self::vjp(call, values, at);
        pull(cotangent, cotangents);
        value
    }

    /// Makes ready for a loop over the elements, not all of which an argument need be reached in.
    fn reach<S: Scalar>(call: Call<G, A>, cotangents: &mut Cotangents<'_, Fr, S>);
}

impl<Fr: Frame, G: Closed, A: Copy + 'static> Expr<Fr> for Call<G, A>
where
    G::Kind: CallReal<Fr, G, A>,
{
    const COST: Cost = <G::Kind as CallReal<Fr, G, A>>::COST;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        G::Kind::value(self, values, at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, A, S>,
    ) {
        G::Kind::vjp(self, values, at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, _: Coverage) {
        G::Kind::reach(self, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        G::Kind::accumulate(self, values, at, cotangent, cotangents)
    }
}

macro_rules! call {
    ($(($index:tt $Argument:ident))*) => {
        impl<Fr, G, $($Argument),*> CallReal<Fr, G, ($($Argument,)*)> for OfReals
        where
            Fr: Frame,
            G: Definition<{ count!($($Argument)*) }, Codomain = R>,
            $($Argument: Expr<Fr>,)*
        {
            const COST: Cost = Cost::CALL $(.and($Argument::COST))*;

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn value<S: Scalar>(call: Call<G, ($($Argument,)*)>, values: &Values<'_, Fr, S>, at: usize) -> S {
                let ($($Argument,)*) = call.arguments;
                call.function.value(&[$($Argument.value(values, at)),*])
            }

            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(call: Call<G, ($($Argument,)*)>, cotangents: &mut Cotangents<'_, Fr, S>) {
                $(call.arguments.$index.reach(cotangents, Coverage::Some);)*
            }

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                call: Call<G, ($($Argument,)*)>,
                values: &Values<'_, Fr, S>, at: usize,
            ) -> (S, impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, S, $($Argument),*>) {
                let ($($Argument,)*) = call.arguments;
                $(let $Argument = $Argument.vjp(values, at);)*
                let (value, pull) = call.function.vjp(&[$($Argument.0),*]);
                (
                    value,
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        let inputs = pull(Cotangent::of(cotangent));
                        $(inputs[$index].pull(cotangents, $Argument.1);)*
                    },
                )
            }
        }

        impl<Fr, G, $($Argument,)* const I: usize, const M: usize> Expr<Fr>
            for Component<I, Call<G, ($($Argument,)*)>>
        where
            Fr: Frame,
            G: Definition<{ count!($($Argument)*) }, Codomain = [R; M]>,
            $($Argument: Expr<Fr>,)*
        {
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                const { assert!(I < M, "the function has no result of this number") };
                let ($($Argument,)*) = self.call.arguments;
                self.call.function.value(&[$($Argument.value(values, at)),*])[I]
            }

            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, _: Coverage) {
                $(self.call.arguments.$index.reach(cotangents, Coverage::Some);)*
            }

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>, at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, S, I, M, $($Argument),*>,
            ) {
                const { assert!(I < M, "the function has no result of this number") };
                let ($($Argument,)*) = self.call.arguments;
                $(let $Argument = $Argument.vjp(values, at);)*
                let (results, pull) = self.call.function.vjp(&[$($Argument.0),*]);
                (
                    results[I],
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        let seeds = G::each_result(
                            #[cfg_attr(optimized, inline(always))]
                            |i| Cotangent::if_reached(i == I, cotangent),
                        );
                        let inputs = pull(seeds);
                        $(inputs[$index].pull(cotangents, $Argument.1);)*
                    },
                )
            }
        }
    };
}

for_each_arity!(call);
