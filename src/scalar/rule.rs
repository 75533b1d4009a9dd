//! The form a rule takes.

use super::{Real, Scalar};

/// An operation on one number: its value, and its derivative there.
///
/// Rules know neither modes nor graphs. Implementing one is all it takes to have an operation
/// everywhere: in [expressions](crate::Ex::apply), on [dual numbers](crate::Dual) and on dynamic
/// values.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::scalar::{Field, Real, UnaryRule};
///
/// /// x ↦ x³
/// #[derive(Clone, Copy)]
/// struct Cube;
///
/// impl UnaryRule for Cube {
///     fn primal<F: Real>(self, x: F) -> F {
///         x * x * x
///     }
///     fn partial<S: Scalar>(self, x: S, _y: S) -> S {
///         S::constant(3.0) * x * x
///     }
/// }
///
/// let f = func!(|x| x.apply(Cube));
/// assert_eq!(f.value_and_gradient(&[2.0]), (8.0, [12.0]));
/// assert_eq!(f.hessian(&[2.0]), [[12.0]]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on one number",
    note = "implement `monograd::scalar::UnaryRule` for it: its primal and its partial"
)]
pub trait UnaryRule: Copy + 'static {
    /// Whether dy/dx is infinite somewhere where y is not, as of √x at 0. There, in forward mode, an
    /// input that does not move contributes 0, and not 0 · ∞.
    const SINGULAR: bool = false;

    /// y = f(x).
    fn primal<F: Real>(self, x: F) -> F;

    /// dy/dx, from the input `x` and the value `y`.
    ///
    /// It is evaluated over numbers that carry derivatives as well, which is how higher orders come
    /// about: write it with operations that have rules themselves.
    fn partial<S: Scalar>(self, x: S, y: S) -> S;

    /// `c` · dy/dx, where `c` is a tangent of x (forward) or a cotangent of y (reverse).
    ///
    /// To be overridden only where the product has a shorter form than the partial.
    #[inline(always)]
    fn chain<S: Scalar>(self, c: S, x: S, y: S) -> S {
        c * self.partial(x, y)
    }
}

/// An operation on two numbers: its value, and its derivatives there.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::scalar::{BinaryRule, Field, Real};
///
/// /// (x, y) ↦ x² y
/// #[derive(Clone, Copy)]
/// struct SquareTimes;
///
/// impl BinaryRule for SquareTimes {
///     fn primal<F: Real>(self, x: F, y: F) -> F {
///         x * x * y
///     }
///     fn partials<S: Scalar>(self, x: S, y: S, _z: S) -> (S, S) {
///         (S::constant(2.0) * x * y, x * x)
///     }
/// }
///
/// let f = func!(|x, y| x.apply_with(y, SquareTimes));
/// assert_eq!(f.gradient(&[3.0, 5.0]), [30.0, 9.0]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on two numbers",
    note = "implement `monograd::scalar::BinaryRule` for it: its primal and its partials"
)]
pub trait BinaryRule: Copy + 'static {
    /// Whether a partial is infinite somewhere where z is not; see [`UnaryRule::SINGULAR`].
    const SINGULAR: bool = false;

    /// z = f(x, y).
    fn primal<F: Real>(self, x: F, y: F) -> F;

    /// (∂z/∂x, ∂z/∂y), from the inputs and the value `z`.
    fn partials<S: Scalar>(self, x: S, y: S, z: S) -> (S, S);

    /// `c` · ∂z/∂x; to be overridden only where the product has a shorter form.
    #[inline(always)]
    fn chain_left<S: Scalar>(self, c: S, x: S, y: S, z: S) -> S {
        c * self.partials(x, y, z).0
    }

    /// `c` · ∂z/∂y; to be overridden only where the product has a shorter form.
    #[inline(always)]
    fn chain_right<S: Scalar>(self, c: S, x: S, y: S, z: S) -> S {
        c * self.partials(x, y, z).1
    }
}
