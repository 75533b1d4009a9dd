//! Shapes: what a function's result is made of.

/// The shape of a real number.
///
/// A shape is a type made of `R`: `R` is a real, `[R; 3]` a vector. Its storage has a number in the
/// place of each `R`.
#[derive(Debug, Clone, Copy)]
pub struct R;

/// A shape: [`R`], or an array of a shape.
///
/// ```
/// use monograd::expr::{R, Shape};
///
/// let vector: <[R; 3] as Shape>::Of<f64> = [1.0, 2.0, 3.0];
/// let number: <R as Shape>::Of<f32> = 1.0;
/// # let _ = (vector, number);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    note = "a shape is `R`, a real number, or an array of a shape: `[R; 3]`"
)]
pub trait Shape: 'static {
    /// The storage: `T` in the place of each real.
    type Of<T: Copy>: Copy;
}

impl Shape for R {
    type Of<T: Copy> = T;
}

impl<A: Shape, const N: usize> Shape for [A; N] {
    type Of<T: Copy> = [A::Of<T>; N];
}
