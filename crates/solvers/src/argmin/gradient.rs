//! The gradient in the state of a solver.

use super::point::Point;
use argmin::core::ArgminFloat;

/// What a solver of argmin keeps as the gradient: a point, or `()` if it keeps none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a gradient of argmin with numbers `{F}`",
    note = "a `Vec<{F}>` is; `DVector` and `SVector` of nalgebra 0.34 are by the feature `nalgebra` of monograd-solvers, \
            `Array1` of ndarray 0.16 by its feature `ndarray`"
)]
pub trait Gradient<F> {
    /// The Euclidean norm, if there is a gradient.
    fn norm(&self) -> Option<f64>;
}

impl<F> Gradient<F> for () {
    fn norm(&self) -> Option<f64> {
        None
    }
}

macro_rules! of_points {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $Point:ty;)*) => {
        $($(#[$attribute])*
        impl<F: ArgminFloat, $($generics)*> Gradient<F> for $Point
        where
            $Point: Point<F>,
        {
            fn norm(&self) -> Option<f64> {
                let square = |x: &F| x.to_f64().unwrap_or(f64::NAN).powi(2);
                Some(self.numbers().iter().map(square).sum::<f64>().sqrt())
            }
        })*
    };
}

of_points! {
    [] Vec<F>;
    #[cfg(feature = "nalgebra")]
    [] nalgebra::DVector<F>;
    #[cfg(feature = "nalgebra")]
    [const N: usize] nalgebra::SVector<F, N>;
    #[cfg(feature = "ndarray")]
    [] ndarray::Array1<F>;
}
