//! What solvers of systems, of least squares and of differential equations build on: several functions of a slice.

use super::slices::LengthError;
use crate::scalar::Scalar;

/// In which order the numbers of a Jacobian of m results in n inputs are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Result by result: row i is the gradient of result i.
    RowMajor,
    /// Input by input, as Fortran, LAPACK, nalgebra and faer store matrices.
    ColumnMajor,
}

impl Layout {
    /// Where the derivative of a result in an input is, among `results` times `inputs`.
    ///
    /// ```
    /// use monograd::drivers::Layout;
    ///
    /// // The second result in the first of three inputs, of two results.
    /// assert_eq!(Layout::RowMajor.index(1, 0, 2, 3), 3);
    /// assert_eq!(Layout::ColumnMajor.index(1, 0, 2, 3), 1);
    /// ```
    #[inline]
    pub fn index(self, result: usize, input: usize, results: usize, inputs: usize) -> usize {
        match self {
            Layout::RowMajor => result * inputs + input,
            Layout::ColumnMajor => input * results + result,
        }
    }
}

/// A function r from n numbers to m on slices: the contract with solvers of systems, of least squares, and of
/// differential equations.
///
/// [`mapping`](crate::Function::mapping) makes one of any [`Function`](crate::Function), whatever its results;
/// [`residuals`](crate::Over::residuals) one of a function over the rows of a data set, with the results of all rows. It
/// is object-safe, as [`Objective`](crate::Objective) is.
///
/// ```
/// use monograd::drivers::Layout;
/// use monograd::prelude::*;
///
/// func! {
///     /// A right-hand side: the state, and a parameter.
///     fn oscillator(x, v, mu) { [v, mu * (1 - x * x) * v - x] }
/// }
/// let rhs: Box<dyn Mapping<f64>> = Box::new(oscillator.mapping());
/// assert_eq!((rhs.input_len(), rhs.output_len()), (3, 2));
///
/// let (x, mut jacobian) = ([2.0, 1.0, 0.5], [0.0; 6]);
/// rhs.jacobian_at(&x, &mut jacobian, Layout::ColumnMajor)?;
/// assert_eq!(jacobian, [0.0, -3.0, 1.0, -1.5, 0.0, -3.0]);
///
/// let mut along = [0.0; 2];
/// rhs.jvp_at(&x, &[0.0, 1.0, 0.0], &mut along)?;
/// assert_eq!(along, [1.0, -1.5]);
/// # Ok::<(), monograd::drivers::LengthError>(())
/// ```
///
/// # Errors
///
/// Of every method but the lengths: a slice that has not the length it must have. Nothing is written then.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a mapping over `{S}`",
    note = "any function becomes one by `f.mapping()`; one over the rows of a data set by `f.over(&rows).residuals()`"
)]
pub trait Mapping<S: Scalar = f64> {
    /// How many numbers a point has, n.
    fn input_len(&self) -> usize;

    /// How many results there are, m.
    fn output_len(&self) -> usize;

    /// The results r(x) are written to `results`.
    ///
    /// # Errors
    ///
    /// If `x` has not n elements, or `results` not m.
    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError>;

    /// The Jacobian–vector product J v, the derivative of the results along `v`, is written to `product`.
    ///
    /// # Errors
    ///
    /// If `x` or `v` has not n elements, or `product` not m.
    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError>;

    /// The vector–Jacobian product uᵀJ, the cotangents `u` of the results pulled back to the inputs, is written to
    /// `product`.
    ///
    /// # Errors
    ///
    /// If `x` or `product` has not n elements, or `u` not m.
    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError>;

    /// The Jacobian J is written to `jacobian`, m times n numbers, in the order given.
    ///
    /// # Errors
    ///
    /// If `x` has not n elements, or `jacobian` not m times n.
    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError>;

    /// The normal equations of least squares, without J: JᵀJ is written to `jtj`, n² numbers, Jᵀr to `jtr`; the sum of
    /// the squares, rᵀr, is given back.
    ///
    /// # Errors
    ///
    /// If `x` or `jtr` has not n elements, or `jtj` not n².
    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError>;
}

/// A mapping that is referred to is a mapping.
macro_rules! through_pointers {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $Pointer:ty;)*) => {
        $($(#[$attribute])*
        impl<$($generics)* S: Scalar, M: Mapping<S> + ?Sized> Mapping<S> for $Pointer {
            fn input_len(&self) -> usize {
                (**self).input_len()
            }
            fn output_len(&self) -> usize {
                (**self).output_len()
            }
            fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
                (**self).results_at(x, results)
            }
            fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
                (**self).jvp_at(x, v, product)
            }
            fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
                (**self).vjp_at(x, u, product)
            }
            fn jacobian_at(
                &self,
                x: &[S],
                jacobian: &mut [S],
                layout: Layout,
            ) -> Result<(), LengthError> {
                (**self).jacobian_at(x, jacobian, layout)
            }
            fn normal_equations_at(
                &self,
                x: &[S],
                jtj: &mut [S],
                jtr: &mut [S],
            ) -> Result<S, LengthError> {
                (**self).normal_equations_at(x, jtj, jtr)
            }
        })*
    };
}

through_pointers! {
    ['m,] &'m M;
    #[cfg(feature = "std")]
    [] std::boxed::Box<M>;
    #[cfg(feature = "std")]
    [] std::sync::Arc<M>;
}
