//! The floats that are not known here.

use super::real::answered_by_primal;
use super::{Field, Plain, Scalar};
use core::{fmt, ops};
use num_traits::Float;

/// Any float type as a [`Scalar`].
///
/// A trait can be implemented for the floats one knows or for all floats, not for both; this
/// transparent wrapper takes the others in.
///
/// # Panics
///
/// Evaluating an expression with a constant panics if the float type cannot be made from an `f64`
/// ([`num_traits::NumCast::from`] gives `None`).
///
/// ```
/// use monograd::prelude::*;
/// use monograd::Wrapped;
///
/// // Generic code that knows no more of its numbers than `Float`:
/// fn slope<T: num_traits::Float + 'static>(x: T) -> T {
///     let f = func!(|x| x * x * x);
///     f.gradient(&[Wrapped(x)])[0].get()
/// }
/// assert_eq!(slope(2.0_f64), 12.0);
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, PartialOrd)]
#[repr(transparent)]
pub struct Wrapped<T>(
    /// The number.
    pub T,
);

impl<T> Wrapped<T> {
    /// The number itself.
    ///
    /// ```
    /// assert_eq!(monograd::Wrapped(1.5).get(), 1.5);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn get(self) -> T {
        self.0
    }
}

impl<T: Float> Wrapped<T> {
    pub(super) fn nearest(value: f64) -> Self {
        Wrapped(T::from(value).expect("a float type has a number nearest to every f64"))
    }

    pub(super) fn widen(self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    pub(super) fn through_f64(self, function: fn(f64) -> f64) -> Self {
        Self::nearest(function(self.widen()))
    }
}

impl<T: fmt::Display> fmt::Display for Wrapped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! impl_wrapped_operators {
    ($($Operator:ident $operator:ident)*) => {
        $(impl<T: Float> ops::$Operator for Wrapped<T> {
            type Output = Self;
            #[cfg_attr(optimized, inline(always))]
            fn $operator(self, other: Self) -> Self {
                Wrapped(ops::$Operator::$operator(self.0, other.0))
            }
        })*
    };
}

impl_wrapped_operators!(Add add Sub sub Mul mul Div div);

impl<T: Float> ops::Neg for Wrapped<T> {
    type Output = Self;
    #[cfg_attr(optimized, inline(always))]
    fn neg(self) -> Self {
        Wrapped(-self.0)
    }
}

super::one_lane! {
    [T: Float + 'static] Wrapped<T>;
}

impl<T: Float + 'static> Scalar for Wrapped<T> {
    #[cfg_attr(optimized, inline(always))]
    fn primal_in(self, _: usize) -> f64 {
        self.to_f64()
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_primal_in(self, _: usize, primal: f64) -> Self {
        Self::constant(primal)
    }
    answered_by_primal!();
}
