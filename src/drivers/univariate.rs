//! Functions of one input.

use super::Function;
use crate::scalar::Scalar;

/// A function of one real input: its point and its derivative are plain numbers.
///
/// ```
/// use monograd::prelude::*;
///
/// fn newton(f: impl UnivariateFunction, mut x: f64) -> f64 {
///     for _ in 0..20 {
///         let (value, slope) = f.value_and_derivative(x);
///         x -= value / slope;
///     }
///     x
/// }
/// assert!((newton(func!(|x| x * x - 2), 1.0) - 2.0_f64.sqrt()).abs() < 1e-15);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a differentiable function of one real input",
    note = "define it by `func!(|x| …)`"
)]
pub trait UnivariateFunction: Function<1> {
    /// The derivative f′(x).
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x| x * x * x).derivative(2.0), 12.0);
    /// ```
    #[inline(always)]
    #[must_use = "the derivative is the only result"]
    fn derivative<S: Scalar>(self, x: S) -> S {
        self.value_and_derivative(x).1
    }

    /// The value f(x) and the derivative f′(x), by forward mode.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(func!(|x| x * x * x).value_and_derivative(2.0), (8.0, 12.0));
    /// ```
    #[inline(always)]
    #[must_use = "value and derivative are the only result"]
    fn value_and_derivative<S: Scalar>(self, x: S) -> (S, S) {
        self.jvp(&[x], &[S::one()])
    }
}

impl<T: Function<1>> UnivariateFunction for T {}
