//! Why an objective has no value.

use super::slices::LengthError;
use core::{error, fmt};
#[cfg(feature = "std")]
use std::sync::Arc;

/// Why an [`Objective`](crate::Objective) could not be evaluated.
///
/// A function on one machine fails by a length alone. What is computed elsewhere has failures of its own: a sum over
/// several machines those in `rows::distributed::DistributedError`, a model in another language any error.
///
/// ```
/// use monograd::drivers::EvaluationError;
/// use monograd::prelude::*;
///
/// let objective = func!(|x, y| x * y).objective::<f64>();
/// let error = objective.value_at(&[1.0]).unwrap_err();
/// assert!(matches!(error, EvaluationError::Length(length) if length.expected == 2));
/// assert_eq!(error.to_string(), "the point has length 1, but must have length 2");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum EvaluationError {
    /// A slice does not have the length that it must have.
    Length(LengthError),
    /// Another failure: of a machine, of a model in another language.
    #[cfg(feature = "std")]
    Failed(Arc<dyn error::Error + Send + Sync>),
}

#[cfg(feature = "std")]
impl EvaluationError {
    /// Another failure than a wrong length.
    ///
    /// ```
    /// use monograd::drivers::EvaluationError;
    ///
    /// let error = EvaluationError::failed("the simulator did not answer");
    /// assert_eq!(error.to_string(), "the simulator did not answer");
    /// ```
    pub fn failed(error: impl Into<std::boxed::Box<dyn error::Error + Send + Sync>>) -> Self {
        EvaluationError::Failed(error.into().into())
    }

    /// The failure, if it is of the type `E`.
    ///
    /// ```
    /// use monograd::drivers::EvaluationError;
    ///
    /// let error = EvaluationError::failed(std::fmt::Error);
    /// assert_eq!(error.downcast_ref(), Some(&std::fmt::Error));
    /// ```
    pub fn downcast_ref<E: error::Error + 'static>(&self) -> Option<&E> {
        match self {
            EvaluationError::Failed(error) => error.downcast_ref(),
            EvaluationError::Length(_) => None,
        }
    }
}

/// Two lengths are compared; another failure is equal to itself and its clones only.
impl PartialEq for EvaluationError {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (EvaluationError::Length(this), EvaluationError::Length(other)) => this == other,
            #[cfg(feature = "std")]
            (EvaluationError::Failed(this), EvaluationError::Failed(other)) => {
                Arc::ptr_eq(this, other)
            }
            #[cfg(feature = "std")]
            _ => false,
        }
    }
}

impl From<LengthError> for EvaluationError {
    fn from(error: LengthError) -> Self {
        EvaluationError::Length(error)
    }
}

impl fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EvaluationError::Length(error) => error.fmt(f),
            #[cfg(feature = "std")]
            EvaluationError::Failed(error) => error.fmt(f),
        }
    }
}

impl error::Error for EvaluationError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            EvaluationError::Length(_) => None,
            #[cfg(feature = "std")]
            EvaluationError::Failed(error) => error.source(),
        }
    }
}
