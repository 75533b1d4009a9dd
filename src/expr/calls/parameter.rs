//! Functions as parameters of functions.

use crate::expr::{AnyFunction, Call, Closed, Definition, Ex, Inputs, OfReals, OfShapes, R, Shape};

/// A function of `N` reals without data, which another can take as a parameter and call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function of {N} reals with results of shape `{C}` that a function can call",
    label = "not such a function of `func!`",
    note = "a function with its data, or a sum over rows, cannot be called by another"
)]
pub trait RealParameter<const N: usize, C: Shape = R>: Copy + 'static {
    /// The function's definition.
    type Definition: Definition<N, Codomain = C>
        + Closed<Inputs = [R; N], Data = (), Codomain = C, Kind = OfReals>;

    /// The definition, with the numbers that the function holds.
    fn definition(self) -> Self::Definition;
}

impl<T, C: Shape, const N: usize> RealParameter<N, C> for T
where
    T: AnyFunction<N> + 'static,
    T::Definition: Definition<N, Codomain = C>
        + Closed<Inputs = [R; N], Data = (), Codomain = C, Kind = OfReals>,
{
    type Definition = T::Definition;

    #[cfg_attr(optimized, inline(always))]
    fn definition(self) -> T::Definition {
        AnyFunction::definition(self)
    }
}

/// A function of `N` inputs of the shapes `I` without data, which another can take as a parameter and call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function of {N} inputs `{I}` with results of shape `{C}` that a function can call",
    label = "not such a function of `func!`",
    note = "a function with its data, or a sum over rows, cannot be called by another"
)]
pub trait ShapedParameter<const N: usize, C: Shape, I: Inputs>: Copy + 'static {
    /// The function's definition.
    type Definition: Closed<Inputs = I, Data = (), Codomain = C, Kind = OfShapes>;

    /// The definition, with the numbers that the function holds.
    fn definition(self) -> Self::Definition;
}

impl<T, C: Shape, I: Inputs, const N: usize> ShapedParameter<N, C, I> for T
where
    T: AnyFunction<N> + 'static,
    T::Definition: Closed<Inputs = I, Data = (), Codomain = C, Kind = OfShapes>,
{
    type Definition = T::Definition;

    #[cfg_attr(optimized, inline(always))]
    fn definition(self) -> T::Definition {
        AnyFunction::definition(self)
    }
}

/// A parameter, applied to expressions.
#[cfg_attr(optimized, inline(always))]
pub fn call_parameter<G: Closed, A>(function: G, arguments: A) -> Ex<Call<G, A>> {
    Ex(Call::new(function, arguments))
}
