//! Functions that declare shapes, or have data.

use super::refusals::NoData;
use super::slices::LengthError;
use crate::expr::{
    AnyFunction, Blocks, Closed, Cotangent, Inputs, OfReals, OfShapes, R, Shape, Slots,
};
use crate::forward::Dual;
use crate::scalar::Scalar;
use core::fmt;

/// The numbers of a list of inputs.
type Of<I, S> = <I as Inputs>::Of<S>;

/// The functions that have shapes or data, by their kind and their data.
pub trait HasShapes {}

impl<D> HasShapes for (OfShapes, D) {}
impl<const D: usize> HasShapes for (OfReals, [R; D]) {}

/// A differentiable function that declares shapes, or that has data; `A` is the number of its arguments.
///
/// Inputs are given, and gradients come back, as a tuple in the order declared; if all inputs are reals, as
/// an array. The data, what stands after `;`, is not differentiated: it is bound by
/// [`with`](ShapedFunction::with), or taken from a data set row by row by
/// [`OverRows`](crate::OverRows). What can be asked then is in [`With`] and [`Over`](crate::Over).
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// One observation's loss of a dense network with one hidden layer.
///     pub fn loss(w1: [[R; 2]; 16], b1: [R; 16], w2: [R; 16], b2; x: [R; 2], y) {
///         let h: [R; 16] = (w1.dot(x) + b1).tanh();
///         let margin = 1.0 - y * (w2.dot(h) + b2);
///         margin.relu()
///     }
/// }
///
/// let parameters = ([[0.1; 2]; 16], [0.0; 16], [0.2; 16], 0.5);
/// let observation = ([1.0, -2.0], -1.0);
/// let (value, (w1, b1, w2, b2)) = loss.with(&observation).value_and_gradient(&parameters);
/// # let _: (f64, [[f64; 2]; 16], [f64; 16]) = (value, w1, w2);
/// assert_eq!(b2, 1.0);
/// assert!((b1[0] - 0.2 * (1.0 - 0.1_f64.tanh().powi(2))).abs() < 1e-15);
///
/// func! {
///     /// Without data it is asked directly. The sizes are those of the arguments.
///     fn energy<const N: usize>(x: [R; N], k) { 0.5 * k * x.norm_squared() }
/// }
/// assert_eq!(energy.gradient(&([1.0, 2.0], 10.0)), ([10.0, 20.0], 2.5));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a function with shapes or data",
    note = "a function of reals without data is a `Function`, or a `VectorFunction` if it has several results"
)]
pub trait ShapedFunction<const A: usize>: AnyFunction<A> {
    /// Binds the data: what is left is a function of the inputs.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// assert_eq!(residual.with(&[3.0, 1.0]).gradient(&[2.0, 0.5]), [3.0, 1.0]);
    /// ```
    #[inline(always)]
    fn with<S: Scalar>(
        self,
        data: &Of<<Self::Definition as Closed>::Data, S>,
    ) -> With<'_, Self::Definition, S> {
        With {
            function: self.definition(),
            data: <Self::Definition as Closed>::Data::refs(data),
        }
    }

    /// The value at `x`, of a function without data; see [`With::value`].
    #[inline(always)]
    #[must_use = "the value is the only result"]
    fn value<S: Scalar>(
        self,
        x: &Of<<Self::Definition as Closed>::Inputs, S>,
    ) -> <<Self::Definition as Closed>::Codomain as Shape>::Of<S>
    where
        <Self::Definition as Closed>::Data: NoData,
    {
        alone::<Self::Definition, S>(self.definition()).value(x)
    }

    /// The gradient at `x`, of a real function without data; see [`With::gradient`].
    #[inline(always)]
    #[must_use = "the gradient is the only result"]
    fn gradient<S: Scalar>(
        self,
        x: &Of<<Self::Definition as Closed>::Inputs, S>,
    ) -> Of<<Self::Definition as Closed>::Inputs, S>
    where
        Self::Definition: Closed<Codomain = R>,
        <Self::Definition as Closed>::Data: NoData,
    {
        alone::<Self::Definition, S>(self.definition()).gradient(x)
    }

    /// The value and the gradient at `x`, of a real function without data; see
    /// [`With::value_and_gradient`].
    #[inline(always)]
    #[must_use = "value and gradient are the only result"]
    fn value_and_gradient<S: Scalar>(
        self,
        x: &Of<<Self::Definition as Closed>::Inputs, S>,
    ) -> (S, Of<<Self::Definition as Closed>::Inputs, S>)
    where
        Self::Definition: Closed<Codomain = R>,
        <Self::Definition as Closed>::Data: NoData,
    {
        alone::<Self::Definition, S>(self.definition()).value_and_gradient(x)
    }

    /// The same on one flat slice each; see [`With::value_and_gradient_into`].
    ///
    /// # Errors
    ///
    /// If the slices are not as long as there are reals among the inputs; nothing is written then.
    #[inline(always)]
    fn value_and_gradient_into<S: Scalar>(
        self,
        x: &[S],
        gradient: &mut [S],
    ) -> Result<S, LengthError>
    where
        Self::Definition: Closed<Codomain = R>,
        <Self::Definition as Closed>::Data: NoData,
    {
        alone::<Self::Definition, S>(self.definition()).value_and_gradient_into(x, gradient)
    }
}

impl<T: AnyFunction<A>, const A: usize> ShapedFunction<A> for T where
    (
        <T::Definition as Closed>::Kind,
        <T::Definition as Closed>::Data,
    ): HasShapes
{
}

/// A function without data.
#[inline(always)]
fn alone<'d, G: Closed, S: Scalar + 'd>(function: G) -> With<'d, G, S> {
    With {
        function,
        data: <G::Data as Inputs>::group(&[]),
    }
}

/// A function with its data bound: a function of its inputs.
pub struct With<'d, G: Closed, S: Scalar + 'd> {
    function: G,
    data: Blocks<'d, G::Data, S>,
}

impl<G: Closed, S: Scalar> Clone for With<'_, G, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, S: Scalar> Copy for With<'_, G, S> {}

impl<G: Closed, S: Scalar> fmt::Debug for With<'_, G, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("With").finish_non_exhaustive()
    }
}

impl<'d, G: Closed, S: Scalar> With<'d, G, S> {
    /// The function.
    #[inline(always)]
    pub(crate) fn function(self) -> G {
        self.function
    }

    /// The data.
    #[inline(always)]
    pub(crate) fn data(self) -> Blocks<'d, G::Data, S> {
        self.data
    }
}

impl<G: Closed, S: Scalar> With<'_, G, S> {
    /// The value at `x`.
    #[inline(always)]
    #[must_use = "the value is the only result"]
    pub fn value(self, x: &Of<G::Inputs, S>) -> <G::Codomain as Shape>::Of<S> {
        self.function.evaluate(G::Inputs::refs(x), self.data)
    }

    /// The Jacobian–vector product: the value at `x`, and the derivative along `v`.
    #[inline(always)]
    #[must_use = "value and directional derivative are the only result"]
    #[allow(clippy::type_complexity, reason = "two results of one shape")]
    pub fn jvp(
        self,
        x: &Of<G::Inputs, S>,
        v: &Of<G::Inputs, S>,
    ) -> (<G::Codomain as Shape>::Of<S>, <G::Codomain as Shape>::Of<S>) {
        let (x, data) = (self.along(x, v), self.still());
        let value = self
            .function
            .evaluate(G::Inputs::refs(&x), G::Data::refs(&data));
        (
            G::Codomain::map(&value, |dual: Dual<S>| dual.primal),
            G::Codomain::map(&value, |dual: Dual<S>| dual.tangent),
        )
    }

    /// The vector–Jacobian product: the value at `x`, and the cotangents `u` of the results pulled back to
    /// the inputs.
    #[inline(always)]
    #[must_use = "value and cotangents are the only result"]
    #[allow(clippy::type_complexity, reason = "as the function's own")]
    pub fn vjp(
        self,
        x: &Of<G::Inputs, S>,
        u: &<G::Codomain as Shape>::Of<S>,
    ) -> (<G::Codomain as Shape>::Of<S>, Of<G::Inputs, S>) {
        let mut cotangents = zeros::<G::Inputs, S>();
        let seeds = G::Codomain::map(u, Cotangent::of);
        let value = self.sweep(G::Inputs::refs(x), seeds, G::Inputs::slots(&mut cotangents));
        (value, cotangents)
    }

    #[inline(always)]
    fn sweep(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seeds: <G::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, G::Inputs, S>,
    ) -> <G::Codomain as Shape>::Of<S> {
        self.function
            .accumulate(x, self.data, seeds, slots, G::Data::unwanted())
    }

    /// The point `x`, moving along `v`.
    #[inline(always)]
    fn along(self, x: &Of<G::Inputs, S>, v: &Of<G::Inputs, S>) -> Of<G::Inputs, Dual<S>> {
        G::Inputs::zip(G::Inputs::refs(x), G::Inputs::refs(v), Dual::new)
    }

    /// The data as dual numbers.
    #[inline(always)]
    fn still(self) -> Of<G::Data, Dual<S>> {
        G::Data::map(self.data, |x| Dual::new(x, S::zero()))
    }
}

impl<G: Closed<Codomain = R>, S: Scalar> With<'_, G, S> {
    /// The gradient at `x`: the derivative in each of the inputs, 0.0 in what is not used.
    #[inline(always)]
    #[must_use = "the gradient is the only result"]
    pub fn gradient(self, x: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        self.value_and_gradient(x).1
    }

    /// The value and the gradient at `x`.
    #[inline(always)]
    #[must_use = "value and gradient are the only result"]
    pub fn value_and_gradient(self, x: &Of<G::Inputs, S>) -> (S, Of<G::Inputs, S>) {
        self.vjp(x, &S::one())
    }

    /// As [`value_and_gradient`](With::value_and_gradient), in place: `x` and the gradient are flat slices,
    /// the inputs one after the other in the order declared, matrices row by row. Nothing is copied, so
    /// they can be large.
    ///
    /// # Errors
    ///
    /// If the slices are not as long as there are reals among the inputs; nothing is written then.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|w: [[R; 2]; 2], b; x: [R; 2]| w.dot(x).sum() + b);
    /// let (x, mut gradient) = (vec![1.0; 5], vec![0.0; 5]);
    /// let value = f.with(&([10.0, 20.0],)).value_and_gradient_into(&x, &mut gradient);
    /// assert_eq!(value, Ok(61.0));
    /// assert_eq!(gradient, [10.0, 20.0, 10.0, 20.0, 1.0]);
    ///
    /// let error = f.with(&([10.0, 20.0],)).value_and_gradient_into(&x[1..], &mut gradient);
    /// assert_eq!(
    ///     error.unwrap_err().to_string(),
    ///     "a function of 5 inputs was given a point of length 4 and a gradient of length 5"
    /// );
    /// ```
    #[inline(always)]
    pub fn value_and_gradient_into(self, x: &[S], gradient: &mut [S]) -> Result<S, LengthError> {
        LengthError::check(G::Inputs::LEN, x, gradient)?;
        Ok(self.sweep(
            G::Inputs::group(x),
            Cotangent::of(S::one()),
            G::Inputs::group_slots(gradient),
        ))
    }

    /// Adds the gradient at `x` to `gradient`, and gives the value.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|w: [R; 2]; x: [R; 2]| w.dot(x));
    /// let mut gradient = ([0.0; 2],);
    /// for x in [[1.0, 2.0], [10.0, 20.0]] {
    ///     f.with(&(x,)).accumulate(&([1.0, 1.0],), &mut gradient);
    /// }
    /// assert_eq!(gradient, ([11.0, 22.0],));
    /// ```
    #[inline(always)]
    pub fn accumulate(self, x: &Of<G::Inputs, S>, gradient: &mut Of<G::Inputs, S>) -> S {
        self.sweep(
            G::Inputs::refs(x),
            Cotangent::of(S::one()),
            G::Inputs::sums(gradient),
        )
    }

    /// The Hessian–vector product at `x` with `v`, without the Hessian.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x: [R; 2], k; y| k * x.norm_squared() * y);
    /// let (x, v) = (([1.0, 2.0], 3.0), ([1.0, 0.0], 0.0));
    /// assert_eq!(f.with(&[5.0]).hvp(&x, &v), ([30.0, 0.0], 10.0));
    /// ```
    #[inline(always)]
    #[must_use = "the product is the only result"]
    pub fn hvp(self, x: &Of<G::Inputs, S>, v: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        let (x, data) = (self.along(x, v), self.still());
        let with = With::<G, Dual<S>> {
            function: self.function,
            data: G::Data::refs(&data),
        };
        let gradient = with.gradient(&x);
        G::Inputs::map(G::Inputs::refs(&gradient), |slope: Dual<S>| slope.tangent)
    }
}

impl<G: Closed<Codomain = [R; M]>, S: Scalar, const M: usize> With<'_, G, S> {
    /// The Jacobian at `x`: for each result the derivatives in the inputs.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|a, b; t| [a * t, a * b]);
    /// assert_eq!(f.with(&[10.0]).jacobian(&[2.0, 3.0]), [[10.0, 0.0], [3.0, 2.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "the Jacobian is the only result"]
    pub fn jacobian(self, x: &Of<G::Inputs, S>) -> [Of<G::Inputs, S>; M] {
        self.value_and_jacobian(x).1
    }

    /// The value and the Jacobian at `x`.
    #[inline(always)]
    #[must_use = "value and Jacobian are the only result"]
    pub fn value_and_jacobian(self, x: &Of<G::Inputs, S>) -> ([S; M], [Of<G::Inputs, S>; M]) {
        let x = G::Inputs::refs(x);
        let (value, pull) = self.function.vjp_by_value(x, self.data);
        let jacobian = core::array::from_fn(
            #[inline(always)]
            |row| {
                let seed = |i| Cotangent::if_reached(i == row, S::one());
                let seeds = <[R; M] as Shape>::from_fn(&mut |i| seed(i));
                pull(seeds, x, self.data)
            },
        );
        (value, jacobian)
    }
}

#[inline(always)]
pub(super) fn zeros<I: Inputs, S: Scalar>() -> I::Of<S> {
    I::from_fn(&mut |_| S::zero())
}
