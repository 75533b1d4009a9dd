//! Which row is it that is not finite?

use super::{Of, Over, Penalty};
use crate::expr::{Closed, Inputs, R};
use crate::scalar::{Field, Scalar};
use core::{error, fmt};

/// A row at which a function or its gradient is not finite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowError {
    /// The number of the row in the data set, counted from 0.
    pub row: usize,
    /// Whether the value is finite, so that it is the gradient that is not.
    pub value_is_finite: bool,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.value_is_finite {
            "gradient"
        } else {
            "value"
        };
        write!(f, "the {what} at row {} is not finite", self.row)
    }
}

impl error::Error for RowError {}

impl<G: Closed<Codomain = R>, S: Scalar, P: Penalty<G::Inputs>> Over<'_, G, S, P> {
    /// Checks that the function and its gradient at `x` are finite at each row.
    ///
    /// # Errors
    ///
    /// The first row at which they are not.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|a; x| a * x.ln());
    /// let rows = [[1.0], [2.0], [0.0]];
    /// assert_eq!(f.over(&rows).value(&[2.0]), f64::NEG_INFINITY);
    /// let error = f.over(&rows).check(&[2.0]).unwrap_err();
    /// assert_eq!(error.to_string(), "the value at row 2 is not finite");
    /// ```
    pub fn check(&self, x: &Of<G::Inputs, S>) -> Result<(), RowError>
    where
        S: Field<Mask = bool>,
    {
        // 0 times an infinity or NaN is NaN.
        let is_finite = |number: S| (number * S::zero()).equals(S::zero());
        for position in 0..self.len() {
            let mut gradient = G::Inputs::from_fn(&mut |_| S::zero());
            let value = self.row(
                G::Inputs::refs(x),
                position,
                G::Inputs::slots(&mut gradient),
            );
            let mut gradient_is_finite = true;
            G::Inputs::visit(G::Inputs::refs(&gradient), &mut |slopes: &[S]| {
                gradient_is_finite &= slopes.iter().copied().all(is_finite);
            });
            if !(is_finite(value) && gradient_is_finite) {
                return Err(RowError {
                    row: self.index(position),
                    value_is_finite: is_finite(value),
                });
            }
        }
        Ok(())
    }
}
