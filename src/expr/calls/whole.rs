//! Calls whose results are arrays, which a `let` holds.

use super::arguments::{with_all_blocks, with_all_slots};
use crate::expr::{
    Arguments, Call, Closed, Cotangents, Definable, Definition, Elementwise, Expr, OfReals,
    OfShapes, R, Received, Shape, ShapedFrame, Tensor, Values, count, for_each_small_arity,
};
use crate::scalar::Scalar;

/// A call that a `let` of an array can hold, of a function of this kind and codomain.
#[diagnostic::on_unimplemented(
    message = "the call of `{G}` cannot be held by a `let` of an array",
    note = "the arguments must be as many, and of the shapes, that the function declares; arrays are given as inputs or `let`s"
)]
pub trait CallTensor<Fr: ShapedFrame, G, A>: 'static {
    /// Evaluates it.
    fn define<S: Scalar>(call: Call<G, A>, values: &Values<'_, Fr, S>, elements: &mut [S]);

    /// Pulls it back.
    fn pull<S: Scalar>(
        call: Call<G, A>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

impl<Fr: ShapedFrame, G: Closed, A: Copy + 'static> Tensor<Fr> for Call<G, A>
where
    (G::Kind, G::Codomain): CallTensor<Fr, G, A> + crate::expr::CallShape<G, A>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let mut array = P::Shape::fill(S::zero());
        <(G::Kind, G::Codomain)>::define(self, values, P::Shape::flat_mut(&mut array));
        *place.block_mut(values) = array;
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        _: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        <(G::Kind, G::Codomain)>::pull(self, received, cotangents);
    }
}

/// A function of reals with one result, mapped over arrays.
impl<Fr: ShapedFrame, G: Closed, A: Copy + 'static> CallTensor<Fr, G, A> for (OfReals, R)
where
    Call<G, A>: Elementwise<Fr>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(call: Call<G, A>, values: &Values<'_, Fr, S>, elements: &mut [S]) {
        crate::expr::bodies::binding::evaluate_each(call, values, elements);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        call: Call<G, A>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let (elements, coverage) = (received.elements(), received.coverage());
        call.pull_each(
            values,
            elements.len(),
            coverage,
            |at| elements[at],
            cotangents,
        );
    }
}

/// A function of shapes whose result is an array. It is evaluated again to be pulled back.
impl<Fr: ShapedFrame, G: Closed, X, D, A: Shape, const N: usize> CallTensor<Fr, G, (X, D)>
    for (OfShapes, [A; N])
where
    G: Closed<Codomain = [A; N]>,
    X: Arguments<Fr, G::Inputs>,
    D: Arguments<Fr, G::Data>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(call: Call<G, (X, D)>, values: &Values<'_, Fr, S>, elements: &mut [S]) {
        let value = with_all_blocks(
            call.arguments,
            values,
            #[cfg_attr(optimized, inline(always))]
            |inputs, data| call.function.evaluate(inputs, data),
        );
        elements.copy_from_slice(<[A; N] as Shape>::flat(&value));
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        call: Call<G, (X, D)>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let seeds = <[A; N] as Shape>::from_fn(&mut |at| received.seed(at));
        with_all_slots::<Fr, G, X, D, S>(
            call.arguments,
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |slots, data_slots| {
                let function = call.function;
                with_all_blocks(
                    call.arguments,
                    values,
                    #[cfg_attr(optimized, inline(always))]
                    |inputs, data| function.accumulate(inputs, data, seeds, slots, data_slots),
                );
            },
        );
    }
}

/// A function of reals with several results, of reals. It is evaluated again to be pulled back.
macro_rules! vector_call {
    ($(($index:literal $Argument:ident))*) => {
        impl<Fr, G, $($Argument: Expr<Fr>,)* const M: usize> CallTensor<Fr, G, ($($Argument,)*)>
            for (OfReals, [R; M])
        where
            Fr: ShapedFrame,
            G: Definition<{ count!($($Argument)*) }, Codomain = [R; M]> + Closed,
        {
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn define<S: Scalar>(
                call: Call<G, ($($Argument,)*)>,
                values: &Values<'_, Fr, S>,
                elements: &mut [S],
            ) {
                let ($($Argument,)*) = call.arguments;
                let value = call.function.value(&[$($Argument.value(values, 0)),*]);
                elements.copy_from_slice(&value);
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn pull<S: Scalar>(
                call: Call<G, ($($Argument,)*)>,
                received: Received<'_, S>,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                let values = Fr::values(cotangents);
                let ($($Argument,)*) = call.arguments;
                $(let $Argument = $Argument.vjp(values, 0);)*
                let seeds = <G as Definition<_>>::each_result(|i| received.seed(i));
                let (_, inputs) = Definition::accumulate(call.function, &[$($Argument.0),*], seeds);
                $(inputs[$index].pull(cotangents, $Argument.1);)*
            }
        }
    };
}

for_each_small_arity!(vector_call);
