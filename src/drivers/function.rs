//! The one trait of functions.

use super::differentiable::{Differentiable, Of, Results};
use super::memory::Spare;
use super::on_slices::OnSlices;
use super::refusals::{NoData, OneReal, OneResult};
use super::slices::LengthError;
use super::with::With;
use super::{diagonal, gradient, hessian, jacobian, jvp};
use crate::expr::{AnyFunction, Closed, Inputs, R, Shape};
use crate::forward::Taylor;
use crate::scalar::{Plain, Scalar};

/// A differentiable function f, with its derivatives as methods. [`func!`](crate::func) defines such functions.
///
/// | | gives | by |
/// |---|---|---|
/// | [`value`](Function::value) | f(x) | evaluation |
/// | [`gradient`](Function::gradient), [`value_and_gradient`](Function::value_and_gradient) | ∇f(x) | one reverse sweep; where a loop takes reals on, of one input, or of few and in short steps, forward mode. Each by name: [`vjp`](Function::vjp), [`jacobian_forward`](Function::jacobian_forward) |
/// | [`partials`](Function::partials) | some of ∇f(x) | the part of that sweep that they need |
/// | [`derivative`](Function::derivative), [`value_and_derivative`](Function::value_and_derivative) | f′(x), of one real input | one evaluation over [`Dual`](crate::Dual) |
/// | [`vjp`](Function::vjp) | f(x) and uᵀJ | one reverse sweep |
/// | [`jvp`](Function::jvp) | f(x) and J v | one evaluation over [`Dual`](crate::Dual) |
/// | [`jacobian`](Function::jacobian), [`value_and_jacobian`](Function::value_and_jacobian) | J | forward mode if there are no more inputs than results, else reverse; each [by name](Function::jacobian_forward), too |
/// | [`hvp`](Function::hvp) | ∇²f(x) v | one reverse sweep over `Dual` |
/// | [`hessian`](Function::hessian), [`value_gradient_hessian`](Function::value_gradient_hessian) | ∇²f(x) | one reverse sweep over [`MultiDual`](crate::MultiDual); of a large function one for every row, or for every four; of a loop that takes reals on, of one input, one [`Taylor`] series |
/// | [`hessian_diagonal`](Function::hessian_diagonal), [`value_gradient_diagonal`](Function::value_gradient_diagonal) | ∂²f/∂xᵢ² for each input | the sweeps of the Hessian, or fewer where inputs do not interact |
/// | [`taylor`](Function::taylor) | all derivatives along v up to an order | one evaluation over [`Taylor`] |
/// | [`value_and_gradient_into`](Function::value_and_gradient_into) | ∇f(x), on slices | the mode of the gradient |
/// | [`accumulate`](Function::accumulate) | ∇f(x) added to what is there | one reverse sweep, in place |
/// | [`objective`](Function::objective), [`mapping`](Function::mapping) | f as a trait object, on slices | |
/// | [`with`](Function::with), [`over`](crate::OverRows::over) | f with its data; summed over the rows of a data set | |
///
/// All are generic over the [`Scalar`], the type of the numbers. They allocate nothing, and are inlined: what is compiled is
/// straight-line code, and loops over arrays. Numbers nest for higher derivatives: a Hessian over [`Dual`](crate::Dual)
/// numbers has third derivatives in its tangents.
///
/// # Points, gradients, Hessians
///
/// The inputs of a function are given together, as a *point*:
///
/// | inputs | point |
/// |---|---|
/// | N reals | an array, `[S; N]` |
/// | one array | that array |
/// | one struct of [`Parameters`](crate::Parameters) | the struct |
/// | several, not all of them reals | a tuple in the order declared |
///
/// A gradient has the shape of the point. A Jacobian has the shape of the results, with a gradient in the position of
/// each. A Hessian has the shape of the point, with a gradient in the position of each number: of two reals it is
/// `[[S; 2]; 2]`.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
///     fn energy(x: [R; 3]) { 0.5 * x.norm_squared() }
///     fn neuron(w: [R; 2], b; x: [R; 2]) { (w.dot(x) + b).tanh() }
///     fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
/// }
/// assert_eq!(rosenbrock.gradient(&[0.0, 1.0]), [-2.0, 200.0]);
/// assert_eq!(energy.hessian(&[1.0, 2.0, 3.0])[0], [1.0, 0.0, 0.0]);
/// let (w, b) = neuron.with(&[1.0, 2.0]).gradient(&([0.0, 0.0], 0.0));
/// assert_eq!((w, b), ([1.0, 2.0], 1.0));
/// assert_eq!(polar.jacobian(&[2.0, 0.0]), [[1.0, 0.0], [0.0, 0.5]]);
/// ```
///
/// # In generic code
///
/// | a parameter | takes |
/// |---|---|
/// | `f: impl Function<N>` | any function of `N` reals with one result: of `func!`, with its data, a sum over a data set |
/// | `f: impl Function<N, [R; M]>` | the same with `M` results |
/// | `f: impl Function<1, R, Net<R>>` | any function of a `Net`, a struct of [`Parameters`](crate::Parameters) |
/// | `f: impl Function<N, C, I>` | any function of `N` inputs of the shapes `I` with results of the shape `C` |
///
/// ```
/// use monograd::prelude::*;
///
/// fn descend<const N: usize>(f: impl Function<N>, mut x: [f64; N], rate: f64) -> [f64; N] {
///     for _ in 0..1000 {
///         let gradient = f.gradient(&x);
///         for i in 0..N {
///             x[i] -= rate * gradient[i];
///         }
///     }
///     x
/// }
///
/// let [x, y] = descend(func!(|x, y| (x - 1).square() + 2 * (y + 3).square()), [0.0, 0.0], 0.1);
/// assert!((x - 1.0).abs() < 1e-12 && (y + 3.0).abs() < 1e-12);
///
/// let error = func!(|slope; x, y| (slope * x - y).square());
/// let rows = [[1.0, 2.0], [2.0, 4.0]];
/// assert!((descend(error.over(&rows).mean(), [0.0], 0.1)[0] - 2.0).abs() < 1e-12);
/// ```
///
/// `D` is the shapes of the data that are not supplied yet. [`with`](Function::with) or [`over`](crate::OverRows::over)
/// supplies them, before any other method can be called. Until then `N` counts the data, too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a differentiable function of {N} inputs `{I}` with results of shape `{C}`",
    label = "not such a function",
    note = "define it as an item, `func! {{ fn f(x, y) {{ … }} }}`, or in place, `func!(|x, y| …)`",
    note = "`Function<2>` is a function of two reals with one result, `Function<2, [R; 3]>` one with three"
)]
pub trait Function<const N: usize, C: Shape = R, I: Inputs = [R; N], D: Inputs = ()>:
    Differentiable<N, Inputs = I, Data = D, Codomain = C>
{
    /// The value f(x).
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).value(&[2.0, 3.0]), 6.0);
    /// assert_eq!(func!(|x, y| [x * y, x + y]).value(&[2.0, 3.0]), [6.0, 5.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the value is the only result"]
    fn value<S: Scalar>(self, x: &Of<I, S>) -> Results<C, S>
    where
        D: NoData,
    {
        self.evaluate(I::refs(x))
    }

    /// The gradient ∇f(x): the derivative in each input, 0.0 in one that is not used.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).gradient(&[2.0, 3.0]), [3.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the gradient is the only result"]
    fn gradient<S: Scalar>(self, x: &Of<I, S>) -> Of<I, S>
    where
        C: OneResult,
        D: NoData,
    {
        gradient::in_cheaper_mode(self, x).1
    }

    /// The value f(x) and the gradient ∇f(x), at the cost of the gradient.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let (value, gradient) = func!(|x, y| x * y).value_and_gradient(&[2.0, 3.0]);
    /// assert_eq!((value, gradient), (6.0, [3.0, 2.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value and gradient are the only result"]
    fn value_and_gradient<S: Scalar>(self, x: &Of<I, S>) -> (S, Of<I, S>)
    where
        C: OneResult,
        D: NoData,
    {
        gradient::in_cheaper_mode(self, x)
    }

    /// Some of the partial derivatives: those in the inputs with these indices, counted from 0, in that order. If inputs have
    /// shapes, their elements are counted one by one.
    ///
    /// Where the indices are constants, nothing is computed for the other inputs.
    ///
    /// # Panics
    ///
    /// If an index is not less than the number of reals among the inputs.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y, z| x * y * z);
    /// assert_eq!(f.partials(&[2.0, 3.0, 5.0], [2, 0]), [6.0, 15.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the derivatives are the only result"]
    fn partials<S: Scalar, const P: usize>(self, x: &Of<I, S>, inputs: [usize; P]) -> [S; P]
    where
        C: OneResult,
        D: NoData,
    {
        gradient::partials(self, x, inputs)
    }

    /// The derivative f′(x) of a function of one real.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x| x * x * x).derivative(2.0), 12.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the derivative is the only result"]
    fn derivative<S: Scalar>(self, x: S) -> S
    where
        I: OneReal,
        C: OneResult,
        D: NoData,
    {
        self.value_and_derivative(x).1
    }

    /// The value f(x) and the derivative f′(x) of a function of one real.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// fn newton(f: impl Function<1>, mut x: f64) -> f64 {
    ///     for _ in 0..20 {
    ///         let (value, slope) = f.value_and_derivative(x);
    ///         x -= value / slope;
    ///     }
    ///     x
    /// }
    /// assert!((newton(func!(|x| x * x - 2), 1.0) - 2.0_f64.sqrt()).abs() < 1e-15);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value and derivative are the only result"]
    fn value_and_derivative<S: Scalar>(self, x: S) -> (S, S)
    where
        I: OneReal,
        C: OneResult,
        D: NoData,
    {
        let (x, v) = (Self::each(|_| x), Self::each(|_| S::one()));
        let (value, slope) = jvp::jvp(self, &x, &v);
        (
            gradient::first::<Self, S, N>(&value),
            gradient::first::<Self, S, N>(&slope),
        )
    }

    /// The vector–Jacobian product: the value f(x), and the cotangents `u` of the results pulled back to the
    /// inputs, uᵀJ.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).vjp(&[2.0, 3.0], &10.0), (6.0, [30.0, 20.0]));
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.vjp(&[2.0, 3.0], &[1.0, 10.0]), ([6.0, 5.0], [13.0, 12.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value and cotangents are the only result"]
    #[allow(clippy::type_complexity, reason = "a value and cotangents")]
    fn vjp<S: Scalar>(self, x: &Of<I, S>, u: &Results<C, S>) -> (Results<C, S>, Of<I, S>)
    where
        D: NoData,
    {
        gradient::vjp(self, x, u)
    }

    /// The Jacobian–vector product: the value f(x), and the derivative along `v`, J v.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).jvp(&[2.0, 3.0], &[1.0, 10.0]), (6.0, 23.0));
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.jvp(&[2.0, 3.0], &[1.0, 10.0]), ([6.0, 5.0], [23.0, 11.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value and directional derivative are the only result"]
    #[allow(clippy::type_complexity, reason = "two results of one shape")]
    fn jvp<S: Scalar>(self, x: &Of<I, S>, v: &Of<I, S>) -> (Results<C, S>, Results<C, S>)
    where
        D: NoData,
    {
        jvp::jvp(self, x, v)
    }

    /// The Jacobian J: for each result its gradient.
    ///
    /// It is computed in forward mode if there are no more reals among the inputs than results, and in reverse mode
    /// otherwise.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.jacobian(&[2.0, 3.0]), [[3.0, 2.0], [1.0, 1.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian<S: Scalar>(self, x: &Of<I, S>) -> Results<C, Of<I, S>>
    where
        D: NoData,
    {
        self.value_and_jacobian(x).1
    }

    /// The value and the Jacobian, in the mode that [`jacobian`](Function::jacobian) takes.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.value_and_jacobian(&[2.0, 3.0]), ([6.0, 5.0], [[3.0, 2.0], [1.0, 1.0]]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value and Jacobian are the only result"]
    #[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
    fn value_and_jacobian<S: Scalar>(self, x: &Of<I, S>) -> (Results<C, S>, Results<C, Of<I, S>>)
    where
        D: NoData,
    {
        if const { I::LEN <= C::LEN } {
            jacobian::forward(self, x)
        } else {
            self.sweep_each(I::refs(x))
        }
    }

    /// The Jacobian by forward mode, whatever its shape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| [x * y]).jacobian_forward(&[2.0, 3.0]), [[3.0, 2.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian_forward<S: Scalar>(self, x: &Of<I, S>) -> Results<C, Of<I, S>>
    where
        D: NoData,
    {
        jacobian::forward(self, x).1
    }

    /// The Jacobian by reverse mode, whatever its shape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x| [x * x, 2 * x]).jacobian_reverse(&[3.0]), [[6.0], [2.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian_reverse<S: Scalar>(self, x: &Of<I, S>) -> Results<C, Of<I, S>>
    where
        D: NoData,
    {
        self.sweep_each(I::refs(x)).1
    }

    /// The Hessian–vector product ∇²f(x) v, without the Hessian.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * x * y).hvp(&[2.0, 3.0], &[1.0, 0.0]), [6.0, 4.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the product is the only result"]
    fn hvp<S: Scalar>(self, x: &Of<I, S>, v: &Of<I, S>) -> Of<I, S>
    where
        C: OneResult,
        D: NoData,
    {
        hessian::hvp(self, x, v)
    }

    /// The Hessian ∇²f(x): for each number of the point the gradient of the partial derivative in it. It is exactly
    /// symmetric.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * x * y).hessian(&[2.0, 3.0]), [[6.0, 4.0], [4.0, 0.0]]);
    ///
    /// let f = func!(|x: [R; 2], k| k * x.norm_squared());
    /// let ([in_x0, in_x1], in_k) = f.hessian(&([1.0, 2.0], 3.0));
    /// assert_eq!((in_x0, in_x1), (([6.0, 0.0], 2.0), ([0.0, 6.0], 4.0)));
    /// assert_eq!(in_k, ([2.0, 4.0], 0.0));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the Hessian is the only result"]
    fn hessian<S: Scalar>(self, x: &Of<I, S>) -> Of<I, Of<I, S>>
    where
        C: OneResult,
        D: NoData,
    {
        self.value_gradient_hessian(x).2
    }

    /// The value, the gradient and the Hessian, in one sweep.
    ///
    /// A large function takes one sweep for each row instead, or with shapes and up to 512 inputs one for every four, which keeps the time to compile it in proportion to its
    /// length: one with shapes, with more than 8 inputs, or with more than 96 `let`s times inputs. The `let`s of the
    /// functions that it calls are not counted.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let (value, gradient, hessian) = func!(|x, y| x * x * y).value_gradient_hessian(&[2.0, 3.0]);
    /// assert_eq!((value, gradient), (12.0, [12.0, 4.0]));
    /// assert_eq!(hessian, [[6.0, 4.0], [4.0, 0.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value, gradient and Hessian are the only result"]
    #[allow(clippy::type_complexity, reason = "three results")]
    fn value_gradient_hessian<S: Scalar>(self, x: &Of<I, S>) -> (S, Of<I, S>, Of<I, Of<I, S>>)
    where
        C: OneResult,
        D: NoData,
    {
        hessian::value_gradient_hessian(self, x)
    }

    /// The diagonal of the Hessian, ∂²f/∂xᵢ² for each number of the point, in its shape. The rest is not stored.
    ///
    /// It is what preconditioners scale by, and what Laplace's and other diagonal approximations of a covariance take.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * x * y).hessian_diagonal(&[2.0, 3.0]), [6.0, 0.0]);
    ///
    /// // The potential of springs of length 1 between neighbours in the plane, the first of which is at the origin.
    /// let energy = func!(|p: [[R; 2]; 2]| (p[0].norm() - 1).square() + ((p[1] - p[0]).norm() - 1).square());
    /// assert_eq!(energy.hessian_diagonal(&[[1.0, 0.0], [2.0, 0.0]]), [[4.0, 0.0], [2.0, 0.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the diagonal is the only result"]
    fn hessian_diagonal<S: Scalar>(self, x: &Of<I, S>) -> Of<I, S>
    where
        C: OneResult,
        D: NoData,
    {
        self.value_gradient_diagonal(x).2
    }

    /// The value, the gradient, and the diagonal of the Hessian.
    ///
    /// It stores nothing of the size of a Hessian, and takes the sweeps of
    /// [`value_gradient_hessian`](Function::value_gradient_hessian), or fewer: of a function with shapes and up to 62 inputs it first
    /// finds which inputs interact, so that those that do not can share a sweep. A sum of terms that read two neighbours each takes
    /// one, whatever the number of inputs. Of more than 62 inputs a
    /// [`SparseHessian::diagonal`](crate::sparse::SparseHessian::diagonal) does so, which finds only once which interact.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| x * x * y);
    /// assert_eq!(f.value_gradient_diagonal(&[2.0, 3.0]), (12.0, [12.0, 4.0], [6.0, 0.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "value, gradient and diagonal are the only result"]
    #[allow(clippy::type_complexity, reason = "three results")]
    fn value_gradient_diagonal<S: Scalar>(self, x: &Of<I, S>) -> (S, Of<I, S>, Of<I, S>)
    where
        C: OneResult,
        D: NoData,
    {
        diagonal::value_gradient_diagonal(self, x)
    }

    /// The Taylor series of t ↦ f(x + t v) at t = 0, to order `K`: all derivatives along `v`.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| x * x * y);
    /// let along = f.taylor::<3, _>(&[2.0, 3.0], &[1.0, 1.0]);
    /// assert_eq!(along.primal, 12.0);
    /// assert_eq!([1, 2, 3].map(|n| along.derivative(n)), [16.0, 14.0, 6.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[must_use = "the series is the only result"]
    fn taylor<const K: usize, S: Scalar>(
        self,
        x: &Of<I, S>,
        v: &Of<I, S>,
    ) -> Results<C, Taylor<S, K>>
    where
        D: NoData,
    {
        jvp::taylor(self, x, v)
    }

    /// Adds the gradient at `x` to `gradient`, and gives the value.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|w: [R; 2]; x: [R; 2]| w.dot(x));
    /// let mut gradient = [0.0; 2];
    /// for x in [[1.0, 2.0], [10.0, 20.0]] {
    ///     f.with(&x).accumulate(&[1.0, 1.0], &mut gradient);
    /// }
    /// assert_eq!(gradient, [11.0, 22.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(self, x: &Of<I, S>, gradient: &mut Of<I, S>) -> S
    where
        C: OneResult,
        D: NoData,
    {
        gradient::accumulate(self, x, gradient)
    }

    /// As [`value_and_gradient`](Function::value_and_gradient), in place: `x` and the gradient are flat slices,
    /// the inputs one after the other in the order declared, matrices row by row. Nothing is copied, so they can be
    /// large.
    ///
    /// # Errors
    ///
    /// If the slices are not as long as there are reals among the inputs; nothing is written then.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|w: [[R; 2]; 2], b; x: [R; 2]| w.dot(x).sum() + b);
    /// let (x, mut gradient) = (vec![1.0; 5], vec![0.0; 5]);
    /// let value = f.with(&[10.0, 20.0]).value_and_gradient_into(&x, &mut gradient);
    /// assert_eq!(value, Ok(61.0));
    /// assert_eq!(gradient, [10.0, 20.0, 10.0, 20.0, 1.0]);
    ///
    /// let error = f.with(&[10.0, 20.0]).value_and_gradient_into(&x[1..], &mut gradient);
    /// assert_eq!(
    ///     error.unwrap_err().to_string(),
    ///     "the point has length 4, but must have length 5"
    /// );
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn value_and_gradient_into<S: Scalar>(
        self,
        x: &[S],
        gradient: &mut [S],
    ) -> Result<S, LengthError>
    where
        C: OneResult,
        D: NoData,
    {
        LengthError::check_gradient(I::LEN, x, gradient)?;
        Ok(gradient::on_slices(self, x, gradient, &mut Spare::new()))
    }

    /// The function as an [`Objective`](crate::Objective), on slices: what optimisers and samplers take. It is object-safe.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let objective: Box<dyn Objective<f64>> = Box::new(func!(|x, y| x * y).objective());
    /// let mut gradient = vec![0.0; objective.dimension()];
    /// assert_eq!(objective.value_and_gradient_at(&[2.0, 3.0], &mut gradient), Ok(6.0));
    /// assert_eq!(gradient, [3.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn objective<S: Scalar>(self) -> OnSlices<Self, S, N>
    where
        C: OneResult,
        D: NoData,
    {
        OnSlices::new(self)
    }

    /// The function as a [`Mapping`](crate::Mapping), on slices: what solvers of systems and of differential equations
    /// take. It is object-safe.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let polar: Box<dyn Mapping<f64>> = Box::new(func!(|x, y| [x.hypot(y), y.atan2(x)]).mapping());
    /// let mut results = vec![0.0; polar.output_len()];
    /// polar.results_at(&[3.0, 0.0], &mut results)?;
    /// assert_eq!(results, [3.0, 0.0]);
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn mapping<S: Scalar>(self) -> OnSlices<Self, S, N>
    where
        D: NoData,
    {
        OnSlices::new(self)
    }

    /// Supplies the data: the result is a function of the other inputs. Data have the form of a point: an array of numbers
    /// if all are reals, the array if there is one array, else a tuple.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// assert_eq!(residual.with(&[3.0, 1.0]).gradient(&[2.0, 0.5]), [3.0, 1.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn with<T: Plain>(self, data: &Of<D, T>) -> With<'_, Self::Definition, T>
    where
        Self: AnyFunction<N, Definition: Closed<Data = D>>,
    {
        With::new(self.definition(), data)
    }
}

impl<T, const N: usize>
    Function<
        N,
        <T::Definition as Closed>::Codomain,
        <T::Definition as Closed>::Inputs,
        <T::Definition as Closed>::Data,
    > for T
where
    T: AnyFunction<N>,
{
}
