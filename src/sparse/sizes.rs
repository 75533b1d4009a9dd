//! Slices that are not as long as they must be.

use core::{error, fmt};

/// A slice does not have the length that a function or a pattern needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeError {
    /// What the slice is to hold.
    pub what: &'static str,
    /// The length that it must have.
    pub expected: usize,
    /// The length that it has.
    pub found: usize,
}

impl SizeError {
    /// Checks the length of a slice.
    pub(super) fn check<S>(
        what: &'static str,
        expected: usize,
        slice: &[S],
    ) -> Result<(), SizeError> {
        if slice.len() == expected {
            return Ok(());
        }
        Err(SizeError {
            what,
            expected,
            found: slice.len(),
        })
    }
}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SizeError {
            what,
            expected,
            found,
        } = self;
        write!(
            f,
            "the slice for the {what} has the length {found}, and must have {expected}"
        )
    }
}

impl error::Error for SizeError {}
