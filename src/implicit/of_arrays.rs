//! Roots and minima in several unknowns.

use super::condition::{Condition, Stationary, Vanishes};
use crate::expr::{
    AnyFunction, Arguments, Blocks, Closed, Cotangent, Cotangents, Definable, Ex, Factored, Inputs,
    One, Operands, R, Received, Shape, Shaped, ShapedFrame, Tensor, Values, are_distinct,
};
use crate::rules::StopGradient;
use crate::scalar::{BinaryRule, Real, Scalar};
use core::marker::PhantomData;

/// The unknowns that a condition on the function `G` determines; see [`root_of_system`] and [`minimum_of_several`].
#[derive(Debug, Clone, Copy)]
pub struct Implicit<K, G, P, A> {
    function: G,
    solver: P,
    parameters: A,
    condition: PhantomData<K>,
}

/// The vector x for which g(x; p, …) = 0, as a function of the parameters p, ….
///
/// - `residual` is g, a function that [`func!`](crate::func) defined, of one vector and with as many results as that has
///   elements. The parameters are its data, reals or arrays: `fn g(x: [R; 2]; p, q: [R; 3]) -> [R; 2]`.
/// - `solver` is a plain function or a closure that finds x, in `f64`: it takes the data of g as [`with`](crate::Function::with)
///   does, `&(f64, [f64; 3])`, and gives x, `[f64; 2]`. In another precision its result is rounded.
/// - `parameters` are inputs and `let`s, as a tuple, each given once.
///
/// It stands alone in a `let`, and is used by the name. Its derivatives are those of the implicit function theorem in every
/// mode and order, p̄ = −(∂g/∂p)ᵀ (∂g/∂x)⁻ᵀ x̄. What is said at [`root`](crate::implicit::root) of solvers holds here, too; where
/// the matrix ∂g/∂x is singular, all derivatives are NaN.
///
/// ```
/// use monograd::implicit::root_of_system;
/// use monograd::prelude::*;
///
/// func! {
///     /// Where a circle of radius r meets the hyperbola x y = a.
///     fn meets(x: [R; 2]; r, a) -> [R; 2] { [x[0] * x[0] + x[1] * x[1] - r * r, x[0] * x[1] - a] }
///     fn sum(r, a) {
///         let x = root_of_system(meets, newton, (r, a));
///         x[0] + x[1]
///     }
/// }
/// fn newton(p: &[f64; 2]) -> [f64; 2] {
///     let mut x = [p[0], 0.1];
///     for _ in 0..30 {
///         let ([f, g], [[a, b], [c, d]]) = meets.with(p).value_and_jacobian(&x);
///         let det = a * d - b * c;
///         x = [x[0] - (d * f - b * g) / det, x[1] - (a * g - c * f) / det];
///     }
///     x
/// }
///
/// // (x + y)² = r² + 2 a.
/// let (value, gradient) = sum.value_and_gradient(&[5.0, 12.0]);
/// assert!((value - 7.0_f64).abs() < 1e-12);
/// assert!((gradient[0] - 5.0 / 7.0).abs() < 1e-12 && (gradient[1] - 1.0 / 7.0).abs() < 1e-12);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn root_of_system<F, P, A, const T: usize, const K: usize>(
    residual: F,
    solver: P,
    parameters: A,
) -> Ex<Implicit<Vanishes, F::Definition, P, A::Exprs>>
where
    F: AnyFunction<T>,
    A: Operands<K>,
{
    implicit(residual.definition(), solver, parameters.into_exprs())
}

/// The vector x that minimises f(x; p, …), as a function of the parameters p, ….
///
/// The arguments are those of [`root_of_system`], with a function f of one result in the place of g: the minimum is a root
/// of the gradient in x, and p̄ = −(∂²f/∂x∂p)ᵀ (∂²f/∂x²)⁻¹ x̄. Where the Hessian is singular, all derivatives are NaN.
///
/// ```
/// use monograd::implicit::minimum_of_several;
/// use monograd::prelude::*;
///
/// func! {
///     /// Ridge regression with the weight k of the penalty.
///     fn loss(w: [R; 2]; k, x: [[R; 2]; 3], y: [R; 3]) { (x.dot(w) - y).norm_squared() + k * w.norm_squared() }
///     /// The error, at another point, of what has been fitted.
///     fn held_out(k, x: [[R; 2]; 3], y: [R; 3]) {
///         let w = minimum_of_several(loss, fit, (k, x, y));
///         (w[0] - w[1] - 0.5).square()
///     }
/// }
/// fn fit(data: &(f64, [[f64; 2]; 3], [f64; 3])) -> [f64; 2] {
///     let loss = loss.with(data);
///     let (_, [f, g], [[a, b], [_, d]]) = loss.value_gradient_hessian(&[0.0, 0.0]);
///     let det = a * d - b * b;
///     [-(d * f - b * g) / det, -(a * g - b * f) / det]
/// }
///
/// let (x, y) = ([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], [1.0, 1.5, 2.5]);
/// let (h, at) = (1e-5, |k: f64| held_out.value(&(k, x, y)));
/// let (_, (in_k, _, _)) = held_out.value_and_gradient(&(0.1, x, y));
/// assert!((in_k - (at(0.1 + h) - at(0.1 - h)) / (2.0 * h)).abs() < 1e-9);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn minimum_of_several<F, P, A, const T: usize, const K: usize>(
    objective: F,
    solver: P,
    parameters: A,
) -> Ex<Implicit<Stationary, F::Definition, P, A::Exprs>>
where
    F: AnyFunction<T>,
    A: Operands<K>,
{
    implicit(objective.definition(), solver, parameters.into_exprs())
}

#[cfg_attr(optimized, inline(always))]
fn implicit<K, G, P, A>(function: G, solver: P, parameters: A) -> Ex<Implicit<K, G, P, A>> {
    Ex(Implicit {
        function,
        solver,
        parameters,
        condition: PhantomData,
    })
}

/// A plain function that finds `N` unknowns from the parameters `D`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plain function that finds {N} unknowns from these parameters",
    label = "must take a reference to the parameters, as `with` does, and give `[f64; {N}]`",
    note = "the parameters are the data of the function: for `fn g(x: [R; 2]; p, q: [R; 3])` a solver is `fn solve(p: &(f64, [f64; 3])) -> [f64; 2]`"
)]
pub trait Solver<D: Inputs, const N: usize>: Copy + 'static {
    /// What it finds.
    fn solve(self, parameters: &D::Of<f64>) -> [f64; N];
}

impl<P, D: Inputs, const N: usize> Solver<D, N> for P
where
    P: Copy + 'static + Fn(&D::Of<f64>) -> [f64; N],
{
    #[cfg_attr(optimized, inline(always))]
    fn solve(self, parameters: &D::Of<f64>) -> [f64; N] {
        self(parameters)
    }
}

/// x as it is, which changes with x and against a correction c.
#[derive(Debug, Clone, Copy)]
struct Corrected;

impl BinaryRule for Corrected {
    const READS_VALUE: bool = false;

    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, x: F, _: F) -> F {
        x
    }
    #[cfg_attr(optimized, inline(always))]
    fn partials<S: Scalar>(self, _: S, _: S, _: S) -> (S, S) {
        (S::one(), -S::one())
    }
}

impl<K, G, P, A, const N: usize> Shaped for Implicit<K, G, P, A>
where
    K: Copy + 'static,
    G: Closed<Inputs = One<[R; N]>>,
    P: Copy + 'static,
    A: Copy + 'static,
{
    type Shape = [R; N];
    type Kept = ();
}

impl<K, G, P, A> Implicit<K, G, P, A> {
    /// What the solver finds, lane by lane, with derivatives to the orders that the numbers carry.
    ///
    /// They come of Newton's method, each step of which doubles the number of orders that are right, and one more. It
    /// leaves the primals as they are.
    #[cfg_attr(optimized, inline(always))]
    fn solved<S: Scalar, const N: usize>(self, parameters: Blocks<'_, G::Data, S>) -> [S; N]
    where
        G: Closed,
        K: Condition<G, N>,
        P: Solver<G::Data, N>,
    {
        // No literal 0, which a pattern of derivatives would take for one.
        let mut x = [S::one(); N];
        for lane in 0..S::WIDTH {
            let primals = G::Data::from_fn(&mut |at| G::Data::get(parameters, at).primal_in(lane));
            let found = self.solver.solve(&primals);
            for (x, found) in x.iter_mut().zip(found) {
                *x = x.with_primal_in(lane, found);
            }
        }
        let mut orders = 0;
        while orders < S::ORDERS {
            let (residuals, jacobian) = K::linearised(self.function, &x, parameters);
            let moved = residuals.map(|residual| residual - residual.unary(StopGradient));
            let correction = Factored::of(&jacobian).solve(&moved);
            x = core::array::from_fn(|i| x[i].binary(correction[i], Corrected));
            orders = 2 * orders + 1;
        }
        x
    }
}

impl<Fr, K, G, P, A, const N: usize> Tensor<Fr> for Implicit<K, G, P, A>
where
    Fr: ShapedFrame,
    K: Condition<G, N>,
    G: Closed<Inputs = One<[R; N]>>,
    P: Solver<G::Data, N>,
    A: Arguments<Fr, G::Data>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, L: Definable<Fr>>(self, place: L, values: &mut Values<'_, Fr, S>) {
        let x = self.parameters.with_blocks(
            values,
            #[cfg_attr(optimized, inline(always))]
            |parameters| self.solved::<S, N>(parameters),
        );
        L::Shape::flat_mut(place.block_mut(values)).copy_from_slice(&x);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, L: Definable<Fr>>(
        self,
        place: L,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        const {
            assert!(
                are_distinct(A::IDS, &[]),
                "a variable is given twice: by a `let`, give it a second name"
            )
        }
        let values = Fr::values(cotangents);
        let found = L::Shape::flat(place.block(values));
        let x: [S; N] = core::array::from_fn(|i| found[i]);
        received.pull_any(
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |received, cotangents| {
                let cotangent = core::array::from_fn(|i| received.elements()[i]);
                self.parameters.with_slots(
                    cotangents,
                    #[cfg_attr(optimized, inline(always))]
                    |slots, _| {
                        self.parameters.with_blocks(
                            values,
                            #[cfg_attr(optimized, inline(always))]
                            |parameters| {
                                let (_, jacobian) = K::linearised(self.function, &x, parameters);
                                let lambda = Factored::of(&jacobian).solve_transposed(&cotangent);
                                K::pull(
                                    self.function,
                                    &x,
                                    parameters,
                                    lambda.map(|lambda| -lambda),
                                    Cotangent::of,
                                    slots,
                                );
                            },
                        );
                    },
                );
            },
        );
    }
}
