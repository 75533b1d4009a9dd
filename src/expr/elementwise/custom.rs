//! Functions that bring their own derivative.

use crate::expr::{
    Apply, Call, Definition, Ex, Input, Operands, R, apply, count, for_each_small_arity,
};
use crate::scalar::{Real, Rule, Scalar};

/// The operation that a plain function computes and a differentiable one differentiates; see
/// [`custom`].
#[derive(Debug, Clone, Copy)]
pub struct Custom<P, D> {
    primal: P,
    partials: D,
}

/// The plain function `primal` of the operands, whose derivative you supply: a solver, a table, a
/// function from elsewhere.
///
/// - `primal` takes as many `f64` as there are operands and gives an `f64`; in another precision it
///   is called with the operands widened, and its result rounded.
/// - `partials` is a function that [`func!`](crate::func) defined. It takes the operands and then the
///   value, and gives the derivative in each operand: one expression for one operand, an array for
///   several. Higher derivatives are those of `partials`.
///
/// Derivatives are computed from `partials` alone. Whether it belongs to `primal` is not checked at run time; test it by
/// [`check`](crate::check).
///
/// ```
/// use monograd::expr::custom;
/// use monograd::prelude::*;
///
/// /// The eccentric anomaly E at the mean anomaly m: the root of E − e sin E = m, by Newton's method.
/// fn solve_kepler(m: f64, e: f64) -> f64 {
///     let mut anomaly = m;
///     for _ in 0..50 {
///         anomaly -= (anomaly - e * anomaly.sin() - m) / (1.0 - e * anomaly.cos());
///     }
///     anomaly
/// }
///
/// func! {
///     /// By the implicit function theorem; `anomaly` is the value.
///     fn kepler_partials(_m, e, anomaly) {
///         let slope = 1 / (1 - e * anomaly.cos());
///         [slope, slope * anomaly.sin()]
///     }
///     pub fn kepler(m, e) { custom(solve_kepler, kepler_partials, (m, e)) }
///     fn radius(m, e) { 1 - e * kepler(m, e).cos() }
/// }
///
/// let (m, e, h) = (1.2_f64, 0.3, 1e-5);
/// let slope = (radius.value(&[m + h, e]) - radius.value(&[m - h, e])) / (2.0 * h);
/// assert!((radius.gradient(&[m, e])[0] - slope).abs() < 1e-9);
///
/// // A table: linear between its entries.
/// static TABLE: [f64; 4] = [0.0, 1.0, 4.0, 9.0];
/// fn look_up(x: f64) -> f64 {
///     let i = (x.floor() as usize).min(2);
///     TABLE[i] + (x - i as f64) * (TABLE[i + 1] - TABLE[i])
/// }
/// func! {
///     fn look_up_slope(x, _y) { 2 * x.floor() + 1 }
///     fn interpolated(x) { custom(look_up, look_up_slope, (x,)) }
/// }
/// assert_eq!(interpolated.value_and_gradient(&[1.5]), (2.5, [3.0]));
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn custom<P, D, A, const N: usize>(
    primal: P,
    partials: D,
    operands: A,
) -> Ex<Apply<Custom<P, D>, A::Exprs>>
where
    P: CustomPrimal<N>,
    D: CustomPartials<N>,
    A: Operands<N>,
{
    apply(Custom { primal, partials }, operands)
}

/// A plain function of `N` numbers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plain function of {N} numbers",
    label = "must take {N} `f64` and give an `f64`",
    note = "`custom(primal, partials, operands)` calls `primal` with as many `f64` as there are operands, at most 11"
)]
pub trait CustomPrimal<const N: usize>: Copy + Send + 'static {
    /// Its value.
    fn call(self, x: [f64; N]) -> f64;
}

/// A differentiable function of `N` numbers and a value that gives `N` derivatives.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not give the derivatives of a function of {N} numbers",
    label = "must take the {N} operands and the value, and give a derivative in each operand",
    note = "define it by `func!`: `fn partials(x, y, value) {{ [in_x, in_y] }}`, for one operand `fn partial(x, value) {{ in_x }}`"
)]
pub trait CustomPartials<const N: usize>: Copy + Send + 'static {
    /// The derivatives.
    fn partials<S: Scalar>(self, x: [S; N], y: S) -> [S; N];
}

impl<P: CustomPrimal<N>, D: CustomPartials<N>, const N: usize> Rule<N> for Custom<P, D> {
    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, x: [F; N]) -> F {
        F::through_f64(
            x,
            #[cfg_attr(optimized, inline(always))]
            |x| self.primal.call(x),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn partials<S: Scalar>(self, x: [S; N], y: S) -> [S; N] {
        self.partials.partials(x, y)
    }
}

/// For one operand the partial is a real.
impl<D, G> CustomPartials<1> for D
where
    D: Copy + Send + 'static + Fn(Ex<Input<0>>, Ex<Input<1>>) -> Ex<Call<G, (Input<0>, Input<1>)>>,
    G: Definition<2, Codomain = R>,
{
    #[cfg_attr(optimized, inline(always))]
    fn partials<S: Scalar>(self, [x]: [S; 1], y: S) -> [S; 1] {
        let definition = self(Input::new(), Input::new()).0.into_function();
        [definition.value(&[x, y])]
    }
}

macro_rules! custom_primal {
    ($(($index:literal $Argument:ident))*) => {
        impl<P> CustomPrimal<{ count!($($Argument)*) }> for P
        where
            P: Copy + Send + 'static + Fn($(custom_primal!(@ $Argument)),*) -> f64,
        {
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "the name serves as a type elsewhere")]
            fn call(self, [$($Argument),*]: [f64; count!($($Argument)*)]) -> f64 {
                self($($Argument),*)
            }
        }
    };
    (@ $Argument:ident) => { f64 };
}

/// Takes one input more than there are operands: the value.
macro_rules! custom_partials {
    ((0 $First:ident)) => {};
    ((0 $First:ident) (1 $Second:ident)) => {};
    ((0 $First:ident) $(($index:literal $Argument:ident))*) => {
        impl<D, G> CustomPartials<{ count!($($Argument)*) }> for D
        where
            D: Copy
                + Send
                + 'static
                + Fn(Ex<Input<0>>, $(Ex<Input<$index>>),*)
                    -> Ex<Call<G, (Input<0>, $(Input<$index>),*)>>,
            G: Definition<
                { count!($First $($Argument)*) },
                Codomain = [R; count!($($Argument)*)],
            >,
        {
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "the name serves as a type elsewhere")]
            fn partials<S: Scalar>(
                self,
                [$($Argument),*]: [S; count!($($Argument)*)],
                y: S,
            ) -> [S; count!($($Argument)*)] {
                let call = self(Input::new(), $(Input::<$index>::new()),*);
                call.0.into_function().value(&[$($Argument,)* y])
            }
        }
    };
}

for_each_small_arity!(custom_primal);
for_each_small_arity!(custom_partials);
