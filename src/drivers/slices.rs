//! Slices, whose lengths are known only when the program runs.

use core::{error, fmt};

/// A slice does not have the length that it must have.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x, y| x * y);
/// let error = f.value_and_gradient_into(&[1.0, 2.0, 3.0], &mut [0.0, 0.0]).unwrap_err();
/// assert_eq!((error.expected, error.actual), (2, 3));
/// assert_eq!(error.to_string(), "the point has length 3, but must have length 2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LengthError {
    /// Which slice: `"point"`, `"gradient"`, `"direction"`.
    pub argument: &'static str,
    /// The length that it must have.
    pub expected: usize,
    /// The length that it has.
    pub actual: usize,
}

impl LengthError {
    /// Checks the length of a slice: for implementations of [`Objective`](crate::Objective) and
    /// [`Mapping`](crate::Mapping).
    ///
    /// # Errors
    ///
    /// If it does not have the length expected.
    ///
    /// ```
    /// use monograd::drivers::LengthError;
    ///
    /// assert!(LengthError::check("point", 3, &[1.0, 2.0, 3.0]).is_ok());
    /// assert!(LengthError::check("gradient", 3, &[0.0; 2]).is_err());
    /// ```
    #[inline]
    pub fn check<S>(argument: &'static str, expected: usize, slice: &[S]) -> Result<(), Self> {
        if slice.len() == expected {
            return Ok(());
        }
        Err(LengthError {
            argument,
            expected,
            actual: slice.len(),
        })
    }

    /// Checks a point and a gradient of as many inputs.
    #[inline]
    pub(crate) fn check_gradient<S>(inputs: usize, x: &[S], gradient: &[S]) -> Result<(), Self> {
        Self::check("point", inputs, x)?;
        Self::check("gradient", inputs, gradient)
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LengthError {
            argument,
            expected,
            actual,
        } = self;
        write!(
            f,
            "the {argument} has length {actual}, but must have length {expected}"
        )
    }
}

impl error::Error for LengthError {}
