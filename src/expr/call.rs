//! Calls: a closed function applied to expressions.

use super::{Cotangent, Expr, Frame};
use crate::scalar::Scalar;

/// A closed function of `N` real inputs, as [`func!`](crate::func) defines it.
///
/// This is what a call to it and the drivers are built on; use it through
/// [`Function`](crate::Function).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the definition of a function of {N} real inputs",
    note = "`func!` makes definitions"
)]
pub trait Definition<const N: usize>: Copy + Default + 'static {
    /// An array of an element for each input: [`array::from_fn`](core::array::from_fn) without a
    /// loop, which would stand between the compiler and straight-line code.
    fn each<T>(element: impl Fn(usize) -> T) -> [T; N];

    /// The value at `inputs`.
    fn value<S: Scalar>(self, inputs: &[S; N]) -> S;

    /// The value at `inputs` and the pullback there: from the cotangent of the value, those of the
    /// inputs.
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; N],
    ) -> (
        S,
        impl FnOnce(S) -> [Cotangent<S>; N] + Copy + use<Self, S, N>,
    );
}

/// The function `G` applied to a tuple of expressions.
///
/// The function is closed: it has a frame of its own, sees nothing of the caller's, and appears in
/// types by its name.
#[derive(Debug, Clone, Copy)]
pub struct Call<G, A> {
    function: G,
    arguments: A,
}

impl<G, A> Call<G, A> {
    /// `function` applied to `arguments`.
    #[inline(always)]
    pub fn new(function: G, arguments: A) -> Self {
        Call {
            function,
            arguments,
        }
    }
}

/// For every number of inputs that is supported, hands the numbers below it with a name each to a
/// macro.
macro_rules! for_each_arity {
    ($callback:ident) => {
        for_each_arity! {
            $callback []
            (0 A0) (1 A1) (2 A2) (3 A3) (4 A4) (5 A5) (6 A6) (7 A7)
            (8 A8) (9 A9) (10 A10) (11 A11) (12 A12) (13 A13) (14 A14) (15 A15)
            (16 A16) (17 A17) (18 A18) (19 A19) (20 A20) (21 A21) (22 A22) (23 A23)
            (24 A24) (25 A25) (26 A26) (27 A27) (28 A28) (29 A29) (30 A30) (31 A31)
        }
    };
    ($callback:ident [$($done:tt)*] $next:tt $($rest:tt)*) => {
        $callback! { $($done)* $next }
        for_each_arity! { $callback [$($done)* $next] $($rest)* }
    };
    ($callback:ident [$($done:tt)*]) => {};
}
pub(crate) use for_each_arity;

/// The number of names it is given.
macro_rules! count {
    ($($name:ident)*) => { [$(stringify!($name)),*].len() };
}
pub(crate) use count;

macro_rules! call {
    ($(($index:literal $Argument:ident))*) => {
        impl<Fr, G, $($Argument),*> Expr<Fr> for Call<G, ($($Argument,)*)>
        where
            Fr: Frame,
            G: Definition<{ count!($($Argument)*) }>,
            $($Argument: Expr<Fr>,)*
        {
            #[inline(always)]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn value<S: Scalar>(self, values: &Fr::Values<'_, S>) -> S {
                let ($($Argument,)*) = self.arguments;
                self.function.value(&[$($Argument.value(values)),*])
            }

            #[inline(always)]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &Fr::Values<'_, S>,
            ) -> (S, impl FnOnce(S, &mut Fr::Cotangents<S>) + Copy + use<Fr, G, S, $($Argument),*>) {
                let ($($Argument,)*) = self.arguments;
                $(let $Argument = $Argument.vjp(values);)*
                let (value, pull) = self.function.vjp(&[$($Argument.0),*]);
                (
                    value,
                    #[inline(always)]
                    move |cotangent, cotangents: &mut Fr::Cotangents<S>| {
                        let inputs = pull(cotangent);
                        $(if let Some(cotangent) = inputs[$index].get() {
                            ($Argument.1)(cotangent, cotangents);
                        })*
                    },
                )
            }
        }
    };
}

for_each_arity!(call);
