//! One evaluation kept at one point.

use super::evaluation_error::EvaluationError;
use super::mapping::Mapping;
use super::objective::Objective;
use super::slices::LengthError;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::vec::Vec;

/// An objective that keeps the value and the gradient at the point where they were last computed: what
/// [`cached`](Objective::cached) gives.
///
/// Many solvers ask for the value and for the gradient at a point one after the other. Here the first of these questions
/// computes both by one sweep, and the second is answered from what is kept, bit for bit as without. Points are the same
/// if their numbers are, to the last bit; one with NaNs is computed each time. Hessians and products are not kept.
///
/// For a solver that asks for many values without their gradients it is no gain: each costs a gradient.
///
/// It is `Sync` where the objective is. A thread that finds it in use computes for itself; a clone keeps an evaluation of
/// its own. After the first call nothing is allocated.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x, y| (x * y).sin() + x);
/// let objective = f.objective().cached();
/// let mut gradient = [0.0; 2];
/// let value = objective.value_at(&[0.3, 0.7])?; // one sweep
/// objective.value_and_gradient_at(&[0.3, 0.7], &mut gradient)?; // nothing but a copy
/// assert_eq!((value, gradient), f.value_and_gradient(&[0.3, 0.7]));
/// # Ok::<(), monograd::drivers::EvaluationError>(())
/// ```
pub struct Cached<O, S = f64> {
    objective: O,
    last: Mutex<Last<S>>,
}

/// The last evaluation.
struct Last<S> {
    x: Vec<S>,
    value: Option<S>,
    gradient: Vec<S>,
}

impl<O, S> Cached<O, S> {
    pub(super) fn new(objective: O) -> Self {
        let last = Last {
            x: Vec::new(),
            value: None,
            gradient: Vec::new(),
        };
        Cached {
            objective,
            last: Mutex::new(last),
        }
    }

    /// The objective itself.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let objective = func!(|x| x * x).objective().cached();
    /// assert_eq!(objective.into_inner().value_at(&[3.0]), Ok(9.0));
    /// ```
    pub fn into_inner(self) -> O {
        self.objective
    }
}

impl<O: Clone, S> Clone for Cached<O, S> {
    fn clone(&self) -> Self {
        Cached::new(self.objective.clone())
    }
}

impl<O: fmt::Debug, S> fmt::Debug for Cached<O, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cached")
            .field("objective", &self.objective)
            .finish_non_exhaustive()
    }
}

/// Whether two points are the same to the last bit, so that −0 is not 0.
fn same<S: Plain + PartialEq>(x: &[S], y: &[S]) -> bool {
    let bits = |number: &S| number.to_f64().to_bits();
    x == y && x.iter().map(bits).eq(y.iter().map(bits))
}

impl<S: Scalar + Plain + PartialEq> Last<S> {
    /// The value at `x`, computed with the gradient if it is not there.
    fn at(&mut self, objective: &impl Objective<S>, x: &[S]) -> Result<S, EvaluationError> {
        if let Some(value) = self.value
            && same(&self.x, x)
        {
            return Ok(value);
        }
        self.value = None;
        self.gradient.resize(objective.dimension(), S::zero());
        let value = objective.value_and_gradient_at(x, &mut self.gradient)?;
        self.x.clear();
        self.x.extend_from_slice(x);
        self.value = Some(value);
        Ok(value)
    }
}

impl<O, S> Cached<O, S> {
    /// What is kept, unless another thread is at it. After a panic in an evaluation nothing is kept.
    fn last(&self) -> Option<MutexGuard<'_, Last<S>>> {
        match self.last.try_lock() {
            Ok(last) => Some(last),
            Err(TryLockError::Poisoned(last)) => Some(last.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

impl<O: Objective<S>, S: Scalar + Plain + PartialEq> Objective<S> for Cached<O, S> {
    fn dimension(&self) -> usize {
        self.objective.dimension()
    }
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        match self.last() {
            Some(mut last) => last.at(&self.objective, x),
            None => self.objective.value_at(x),
        }
    }
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        LengthError::check_gradient(self.dimension(), x, gradient)?;
        let Some(mut last) = self.last() else {
            return self.objective.value_and_gradient_at(x, gradient);
        };
        let value = last.at(&self.objective, x)?;
        gradient.copy_from_slice(&last.gradient);
        Ok(value)
    }
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        self.objective.hvp_at(x, v, product)
    }
    fn hessian_at(&self, x: &[S], hessian: &mut [S]) -> Result<(), EvaluationError> {
        self.objective.hessian_at(x, hessian)
    }
    fn residuals(&self) -> Option<&dyn Mapping<S>> {
        self.objective.residuals()
    }
}
