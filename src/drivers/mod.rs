//! Drivers: what can be asked of a function. One file a question.

mod gradient;
mod hessian;
mod jacobian;
mod jvp;
mod refusals;
mod shaped;
mod slices;
mod taylor;
mod univariate;
mod vector;

pub(crate) use refusals::NoData;
pub use shaped::{ShapedFunction, With};
pub use slices::LengthError;
pub use univariate::UnivariateFunction;
pub use vector::VectorFunction;

use crate::expr::{Call, Closed, Definition, Ex, Input, R, count, for_each_arity};
use crate::forward::Taylor;
use crate::scalar::Scalar;
use refusals::VectorValued;

/// A differentiable function f of `N` real inputs with one real result: what [`func!`](crate::func) defines.
///
/// | | gives | by |
/// |---|---|---|
/// | [`value`](Function::value) | f(x) | evaluation |
/// | [`gradient`](Function::gradient), [`value_and_gradient`](Function::value_and_gradient) | ∇f(x) | one reverse sweep |
/// | [`partials`](Function::partials) | some of ∇f(x) | what is left of that sweep |
/// | [`vjp`](Function::vjp) | f(x) and u ∇f(x) | one reverse sweep |
/// | [`jvp`](Function::jvp) | f(x) and ∇f(x)·v | one evaluation over [`Dual`](crate::Dual) |
/// | [`hvp`](Function::hvp) | ∇²f(x) v | one reverse sweep over `Dual` |
/// | [`hessian`](Function::hessian), [`value_gradient_hessian`](Function::value_gradient_hessian) | ∇²f(x) | one reverse sweep over [`MultiDual`](crate::MultiDual); of a large function one over `Dual` for each row |
/// | [`taylor`](Function::taylor) | all derivatives along v up to an order | one evaluation over [`Taylor`] |
///
/// Higher derivatives come by nesting: the Hessian over dual numbers is that of third derivatives.
/// For functions with several results there is [`VectorFunction`], for those of one input, besides,
/// [`UnivariateFunction`].
///
/// All are generic over the [`Scalar`], allocate nothing, and inline: what is compiled is
/// straight-line code without a trace of the function's structure.
///
/// Take one as a parameter by `impl Function<N>`:
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
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a differentiable function of {N} real inputs",
    label = "not a function that `func!` defined with {N} inputs",
    note = "define it as an item, `func! {{ fn f(x, y) {{ … }} }}`, or in place, `func!(|x, y| …)`",
    note = "a function with several results has no gradient: it is a `VectorFunction` and has a `jacobian`"
)]
pub trait Function<const N: usize>: Copy {
    /// The function's definition.
    type Definition: Definition<N, Codomain = R>;

    /// The definition, with the numbers that the function holds.
    #[doc(hidden)]
    fn definition(self) -> Self::Definition;

    /// The value f(x).
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).value(&[2.0, 3.0]), 6.0);
    /// ```
    #[inline(always)]
    #[must_use = "the value is the only result"]
    fn value<S: Scalar>(self, x: &[S; N]) -> S {
        self.definition().value(x)
    }

    /// The gradient ∇f(x): the derivative in each input, 0.0 in one that is not used.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).gradient(&[2.0, 3.0]), [3.0, 2.0]);
    /// ```
    #[inline(always)]
    #[must_use = "the gradient is the only result"]
    fn gradient<S: Scalar>(self, x: &[S; N]) -> [S; N] {
        self.value_and_gradient(x).1
    }

    /// The value f(x) and the gradient ∇f(x), at the cost of the gradient.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let (value, gradient) = func!(|x, y| x * y).value_and_gradient(&[2.0, 3.0]);
    /// assert_eq!((value, gradient), (6.0, [3.0, 2.0]));
    /// ```
    #[inline(always)]
    #[must_use = "value and gradient are the only result"]
    fn value_and_gradient<S: Scalar>(self, x: &[S; N]) -> (S, [S; N]) {
        gradient::value_and_gradient(self.definition(), x)
    }

    /// The derivatives in some of the inputs, by their numbers, counted from 0, in the order given.
    ///
    /// Where the numbers are known when the program is compiled, nothing is computed for the others.
    ///
    /// # Panics
    ///
    /// If one is not less than `N`.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y, z| x * y * z);
    /// assert_eq!(f.partials(&[2.0, 3.0, 5.0], [2, 0]), [6.0, 15.0]);
    /// ```
    #[inline(always)]
    #[must_use = "the derivatives are the only result"]
    fn partials<S: Scalar, const P: usize>(self, x: &[S; N], inputs: [usize; P]) -> [S; P] {
        gradient::partials(self.definition(), x, inputs)
    }

    /// The vector–Jacobian product: the value f(x), and the gradient times the cotangent `seed`.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).vjp(&[2.0, 3.0], 10.0), (6.0, [30.0, 20.0]));
    /// ```
    #[inline(always)]
    #[must_use = "value and cotangents are the only result"]
    fn vjp<S: Scalar>(self, x: &[S; N], seed: S) -> (S, [S; N]) {
        gradient::vjp(self.definition(), x, seed)
    }

    /// The Jacobian–vector product: the value f(x) and the derivative along `v`, ∇f(x)·v.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * y).jvp(&[2.0, 3.0], &[1.0, 10.0]), (6.0, 23.0));
    /// ```
    #[inline(always)]
    #[must_use = "value and directional derivative are the only result"]
    fn jvp<S: Scalar>(self, x: &[S; N], v: &[S; N]) -> (S, S) {
        jvp::jvp(self.definition(), x, v)
    }

    /// The Hessian–vector product ∇²f(x) v, without the Hessian.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * x * y).hvp(&[2.0, 3.0], &[1.0, 0.0]), [6.0, 4.0]);
    /// ```
    #[inline(always)]
    #[must_use = "the product is the only result"]
    fn hvp<S: Scalar>(self, x: &[S; N], v: &[S; N]) -> [S; N] {
        hessian::hvp(self.definition(), x, v)
    }

    /// The Hessian ∇²f(x), row by row; exactly symmetric.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| x * x * y).hessian(&[2.0, 3.0]), [[6.0, 4.0], [4.0, 0.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "the Hessian is the only result"]
    fn hessian<S: Scalar>(self, x: &[S; N]) -> [[S; N]; N] {
        self.value_gradient_hessian(x).2
    }

    /// The value, the gradient and the Hessian, in one sweep.
    ///
    /// A large function, of more than 8 inputs or of more than 96 `let`s times inputs, is swept once
    /// for each row, which keeps the time to compile it in proportion to its length. The `let`s of
    /// functions that it calls are not counted.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let (value, gradient, hessian) = func!(|x, y| x * x * y).value_gradient_hessian(&[2.0, 3.0]);
    /// assert_eq!((value, gradient), (12.0, [12.0, 4.0]));
    /// assert_eq!(hessian, [[6.0, 4.0], [4.0, 0.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "value, gradient and Hessian are the only result"]
    fn value_gradient_hessian<S: Scalar>(self, x: &[S; N]) -> (S, [S; N], [[S; N]; N]) {
        hessian::value_gradient_hessian(self.definition(), x)
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
    #[inline(always)]
    #[must_use = "the series is the only result"]
    fn taylor<const K: usize, S: Scalar>(self, x: &[S; N], v: &[S; N]) -> Taylor<S, K> {
        taylor::taylor(self.definition(), x, v)
    }

    /// As [`value_and_gradient`](Function::value_and_gradient), for code that knows lengths only
    /// when it runs: the point is a slice, and the gradient is written to one.
    ///
    /// # Errors
    ///
    /// If the slices are not of the length `N`; nothing is written then.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| x * y);
    /// let mut gradient = vec![0.0; 2];
    /// assert_eq!(f.value_and_gradient_into(&[2.0, 3.0], &mut gradient), Ok(6.0));
    /// assert_eq!(gradient, [3.0, 2.0]);
    ///
    /// let error = f.value_and_gradient_into(&[2.0], &mut gradient).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "a function of 2 inputs was given a point of length 1 and a gradient of length 2"
    /// );
    /// ```
    #[inline(always)]
    fn value_and_gradient_into<S: Scalar>(
        self,
        x: &[S],
        gradient: &mut [S],
    ) -> Result<S, LengthError> {
        slices::value_and_gradient_into(self.definition(), x, gradient)
    }

    #[doc(hidden)]
    #[inline(always)]
    fn jacobian<S: Scalar>(self, _x: &[S; N]) -> [[S; N]; 1]
    where
        Self::Definition: VectorValued,
    {
        <Self::Definition as VectorValued>::refuse()
    }
}

/// A function is the `fn` that `func!` defines. It is recognised by what it gives when it is applied
/// to its own inputs: the call of a definition.
macro_rules! function {
    ($(($index:literal $Argument:ident))*) => {
        impl<T, G> Function<{ count!($($Argument)*) }> for T
        where
            T: Copy + Fn($(Ex<Input<$index>>),*) -> Ex<Call<G, ($(Input<$index>,)*)>>,
            G: Definition<{ count!($($Argument)*) }, Codomain = R> + Closed<Data = ()>,
        {
            type Definition = G;

            #[inline(always)]
            fn definition(self) -> G {
                self($(Input::<$index>::new()),*).0.into_function()
            }
        }

        impl<T, G, const M: usize> VectorFunction<{ count!($($Argument)*) }, M> for T
        where
            T: Copy + Fn($(Ex<Input<$index>>),*) -> Ex<Call<G, ($(Input<$index>,)*)>>,
            G: Definition<{ count!($($Argument)*) }, Codomain = [R; M]> + Closed<Data = ()>,
        {
            type Definition = G;

            #[inline(always)]
            fn definition(self) -> G {
                self($(Input::<$index>::new()),*).0.into_function()
            }
        }
    };
}

for_each_arity!(function);
