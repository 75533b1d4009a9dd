//! Roots and minima in one real.

use crate::expr::{
    AnyFunction, Apply, Cotangent, CustomPrimal, Definition, Ex, Operands, R, apply, count,
    for_each_small_arity,
};
use crate::forward::Dual;
use crate::scalar::{Real, Rule, Scalar};

/// The operation that gives the root of a function; see [`root`].
#[derive(Debug, Clone, Copy)]
pub struct Root<G, P> {
    residual: G,
    solver: P,
}

/// The operation that gives the minimum of a function; see [`minimum`].
#[derive(Debug, Clone, Copy)]
pub struct MinimumOf<G, P> {
    objective: G,
    solver: P,
}

/// The x for which g(x, p, …) = 0, as a function of the parameters p, ….
///
/// - `residual` is g, a function that [`func!`](crate::func) defined. Its first argument is x, the others are the parameters.
/// - `solver` is a plain function or a closure that finds x: it takes as many `f64` as there are parameters, and gives an
///   `f64`. In another precision it is called with the parameters widened, and its result is rounded.
/// - `parameters` are up to eleven expressions and numbers, as a tuple. Called with arrays it is mapped.
///
/// The derivatives are those of the implicit function theorem, ∂x/∂p = −(∂g/∂p)/(∂g/∂x), in every mode and
/// order, whatever the solver does. Its value is taken as it is:
///
/// - where the solver gives NaN, the value and all derivatives are NaN, which is how to say that it has not converged;
/// - where g(x, p) is not 0, the derivatives are those of the x for which g keeps the value it has there;
/// - where ∂g/∂x is 0, as at a double root, the derivatives are infinite or NaN.
///
/// ```
/// use monograd::implicit::root;
/// use monograd::prelude::*;
///
/// func! {
///     /// Kepler's equation for the eccentric anomaly E, of the mean anomaly m and the eccentricity e.
///     fn kepler(anomaly, m, e) { anomaly - e * anomaly.sin() - m }
///     /// The distance from the focus, in semi-major axes.
///     fn radius(m, e) { 1 - e * root(kepler, newton, (m, e)).cos() }
/// }
/// fn newton(m: f64, e: f64) -> f64 {
///     let mut anomaly = m;
///     for _ in 0..50 {
///         anomaly -= (anomaly - e * anomaly.sin() - m) / (1.0 - e * anomaly.cos());
///     }
///     anomaly
/// }
///
/// let (m, e, h) = (1.2_f64, 0.3, 1e-5);
/// let slope = (radius.value(&[m + h, e]) - radius.value(&[m - h, e])) / (2.0 * h);
/// assert!((radius.gradient(&[m, e])[0] - slope).abs() < 1e-9);
/// ```
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "the type says what is computed")]
pub fn root<F, P, A, const N: usize, const T: usize>(
    residual: F,
    solver: P,
    parameters: A,
) -> Ex<Apply<Root<F::Definition, P>, A::Exprs>>
where
    F: AnyFunction<T>,
    P: CustomPrimal<N>,
    A: Operands<N>,
    Root<F::Definition, P>: Rule<N>,
{
    let residual = residual.definition();
    apply(Root { residual, solver }, parameters)
}

/// The x that minimises f(x, p, …), as a function of the parameters p, ….
///
/// The arguments are those of [`root`], with the function f in the place of g: the minimum is a root of ∂f/∂x, and
/// ∂x/∂p = −(∂²f/∂x∂p)/(∂²f/∂x²). What is said there of solvers holds, with these derivatives: where ∂²f/∂x² is 0, the
/// derivatives are infinite or NaN. A maximum and a saddle have the same derivatives; nothing checks which it is.
///
/// ```
/// use monograd::implicit::minimum;
/// use monograd::prelude::*;
///
/// func! {
///     fn cost(x, a, b) { a * x * x - b * x }
///     fn best(a, b) { minimum(cost, |a, b| b / (2.0 * a), (a, b)) }
/// }
/// assert_eq!(best.value_and_gradient(&[2.0, 8.0]), (2.0, [-1.0, 0.25]));
/// ```
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "the type says what is computed")]
pub fn minimum<F, P, A, const N: usize, const T: usize>(
    objective: F,
    solver: P,
    parameters: A,
) -> Ex<Apply<MinimumOf<F::Definition, P>, A::Exprs>>
where
    F: AnyFunction<T>,
    P: CustomPrimal<N>,
    A: Operands<N>,
    MinimumOf<F::Definition, P>: Rule<N>,
{
    let objective = objective.definition();
    apply(MinimumOf { objective, solver }, parameters)
}

macro_rules! implicit_rules {
    ((0 $First:ident)) => {};
    ((0 $First:ident) $(($index:literal $Parameter:ident))+) => {
        impl<G, P> Rule<{ count!($($Parameter)+) }> for Root<G, P>
        where
            G: Definition<{ count!($First $($Parameter)+) }, Codomain = R> + Send,
            P: CustomPrimal<{ count!($($Parameter)+) }>,
        {
            #[cfg_attr(optimized, inline(always))]
            fn primal<F: Real>(self, p: [F; count!($($Parameter)+)]) -> F {
                F::through_f64(p, #[cfg_attr(optimized, inline(always))] |p| self.solver.call(p))
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "the name serves as a type elsewhere")]
            fn partials<S: Scalar>(
                self,
                [$($Parameter),+]: [S; count!($($Parameter)+)],
                x: S,
            ) -> [S; count!($($Parameter)+)] {
                let (_, pull) = self.residual.vjp(&[x, $($Parameter),+]);
                let [in_x, $($Parameter),+] = pull(Cotangent::of(S::one()));
                let in_x = in_x.or_zero();
                [$($Parameter.get().map_or(S::zero(), #[cfg_attr(optimized, inline(always))] |in_p| -(in_p / in_x))),+]
            }
        }

        impl<G, P> Rule<{ count!($($Parameter)+) }> for MinimumOf<G, P>
        where
            G: Definition<{ count!($First $($Parameter)+) }, Codomain = R> + Send,
            P: CustomPrimal<{ count!($($Parameter)+) }>,
        {
            #[cfg_attr(optimized, inline(always))]
            fn primal<F: Real>(self, p: [F; count!($($Parameter)+)]) -> F {
                F::through_f64(p, #[cfg_attr(optimized, inline(always))] |p| self.solver.call(p))
            }

            /// The derivatives of ∂f/∂x in x and in the parameters are those of all first derivatives along x.
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "the name serves as a type elsewhere")]
            fn partials<S: Scalar>(
                self,
                [$($Parameter),+]: [S; count!($($Parameter)+)],
                x: S,
            ) -> [S; count!($($Parameter)+)] {
                let x = Dual::new(x, S::one());
                let (_, pull) = self.objective.vjp(&[x, $(Dual::constant($Parameter)),+]);
                let [in_x, $($Parameter),+] = pull(Cotangent::of(Dual::constant(S::one())));
                let second = in_x.or_zero().tangent;
                [$($Parameter.get().map_or(
                    S::zero(),
                    #[cfg_attr(optimized, inline(always))]
                    |in_p| -(in_p.tangent / second),
                )),+]
            }
        }
    };
}

for_each_small_arity!(implicit_rules);
