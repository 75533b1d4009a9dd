//! Functions with several results.

use super::refusals::RealValued;
use super::{jacobian, jvp};
use crate::expr::{Definition, R};
use crate::scalar::Scalar;

/// A differentiable function f of `N` real inputs with `M` real results: what [`func!`](crate::func)
/// makes of a body that ends with an array.
///
/// | | gives | by |
/// |---|---|---|
/// | [`value`](VectorFunction::value) | f(x) | evaluation |
/// | [`jacobian`](VectorFunction::jacobian) | J, a row for each result | forward mode if `N` ≤ `M`, else reverse |
/// | [`jacobian_forward`](VectorFunction::jacobian_forward) | J | one evaluation over [`MultiDual`](crate::MultiDual) |
/// | [`jacobian_reverse`](VectorFunction::jacobian_reverse) | J | one evaluation, a pullback for each result |
/// | [`jvp`](VectorFunction::jvp) | f(x) and J v | one evaluation over [`Dual`](crate::Dual) |
/// | [`vjp`](VectorFunction::vjp) | f(x) and uᵀJ | one reverse sweep |
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// Polar coordinates.
///     fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
/// }
/// assert_eq!(polar.value(&[2.0, 0.0]), [2.0, 0.0]);
/// assert_eq!(polar.jacobian(&[2.0, 0.0]), [[1.0, 0.0], [0.0, 0.5]]);
///
/// fn rank_one<const N: usize, const M: usize>(f: impl VectorFunction<N, M>, x: [f64; N]) -> bool {
///     let jacobian = f.jacobian(&x);
///     jacobian.iter().all(|row| (row[0] * jacobian[0][1] - row[1] * jacobian[0][0]).abs() < 1e-12)
/// }
/// assert!(!rank_one(polar, [1.0, 1.0]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a differentiable function of {N} real inputs with {M} results",
    label = "not a function that `func!` defined with {N} inputs and an array of {M} results",
    note = "its body ends with an array: `func! {{ fn f(x, y) {{ [x * y, x + y] }} }}`",
    note = "a function with one result has no Jacobian but a `gradient`: it is a `Function`"
)]
pub trait VectorFunction<const N: usize, const M: usize>: Copy {
    /// The function's definition.
    type Definition: Definition<N, Codomain = [R; M]>;

    /// The definition, with the numbers that the function holds.
    #[doc(hidden)]
    fn definition(self) -> Self::Definition;

    /// The value f(x).
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| [x * y, x + y]).value(&[2.0, 3.0]), [6.0, 5.0]);
    /// ```
    #[inline(always)]
    #[must_use = "the value is the only result"]
    fn value<S: Scalar>(self, x: &[S; N]) -> [S; M] {
        self.definition().value(x)
    }

    /// The Jacobian J: row i holds the derivatives of result i in every input.
    ///
    /// It is computed in forward mode if there are at most as many inputs as results, else in
    /// reverse; which is decided when the program is compiled.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.jacobian(&[2.0, 3.0]), [[3.0, 2.0], [1.0, 1.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian<S: Scalar>(self, x: &[S; N]) -> [[S; N]; M] {
        self.value_and_jacobian(x).1
    }

    /// The value and the Jacobian, in the mode that [`jacobian`](VectorFunction::jacobian) takes.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.value_and_jacobian(&[2.0, 3.0]), ([6.0, 5.0], [[3.0, 2.0], [1.0, 1.0]]));
    /// ```
    #[inline(always)]
    #[must_use = "value and Jacobian are the only result"]
    fn value_and_jacobian<S: Scalar>(self, x: &[S; N]) -> ([S; M], [[S; N]; M]) {
        if const { N <= M } {
            jacobian::forward(self.definition(), x)
        } else {
            jacobian::reverse(self.definition(), x)
        }
    }

    /// The Jacobian by forward mode, whatever its shape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x, y| [x * y]).jacobian_forward(&[2.0, 3.0]), [[3.0, 2.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian_forward<S: Scalar>(self, x: &[S; N]) -> [[S; N]; M] {
        jacobian::forward(self.definition(), x).1
    }

    /// The Jacobian by reverse mode, whatever its shape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x| [x * x, 2 * x]).jacobian_reverse(&[3.0]), [[6.0], [2.0]]);
    /// ```
    #[inline(always)]
    #[must_use = "the Jacobian is the only result"]
    fn jacobian_reverse<S: Scalar>(self, x: &[S; N]) -> [[S; N]; M] {
        jacobian::reverse(self.definition(), x).1
    }

    /// The Jacobian–vector product: the value f(x), and the derivative along `v`, J v.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.jvp(&[2.0, 3.0], &[1.0, 10.0]), ([6.0, 5.0], [23.0, 11.0]));
    /// ```
    #[inline(always)]
    #[must_use = "value and directional derivative are the only result"]
    fn jvp<S: Scalar>(self, x: &[S; N], v: &[S; N]) -> ([S; M], [S; M]) {
        jvp::vector_jvp(self.definition(), x, v)
    }

    /// The vector–Jacobian product: the value f(x), and the cotangents `u` of the results pulled
    /// back to the inputs, uᵀJ.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let f = func!(|x, y| [x * y, x + y]);
    /// assert_eq!(f.vjp(&[2.0, 3.0], &[1.0, 10.0]), ([6.0, 5.0], [13.0, 12.0]));
    /// ```
    #[inline(always)]
    #[must_use = "value and cotangents are the only result"]
    fn vjp<S: Scalar>(self, x: &[S; N], u: &[S; M]) -> ([S; M], [S; N]) {
        jacobian::vjp(self.definition(), x, u)
    }

    #[doc(hidden)]
    #[inline(always)]
    fn gradient<S: Scalar>(self, _x: &[S; N]) -> [S; N]
    where
        Self::Definition: RealValued,
    {
        <Self::Definition as RealValued>::refuse()
    }

    #[doc(hidden)]
    #[inline(always)]
    fn value_and_gradient<S: Scalar>(self, _x: &[S; N]) -> (S, [S; N])
    where
        Self::Definition: RealValued,
    {
        <Self::Definition as RealValued>::refuse()
    }

    #[doc(hidden)]
    #[inline(always)]
    fn hessian<S: Scalar>(self, _x: &[S; N]) -> [[S; N]; N]
    where
        Self::Definition: RealValued,
    {
        <Self::Definition as RealValued>::refuse()
    }
}
