//! Cost, gradient, Hessian.

use super::point::Point;
use argmin::core::{CostFunction, Error, Gradient, Hessian};
use monograd::{Objective, Scalar};
use std::fmt;
use std::marker::PhantomData;

/// An objective as argmin's problem, with points `P`: what [`argmin`](crate::ObjectiveSolvers::argmin) gives.
///
/// A point with another length than the objective's dimension is an error of the run.
pub struct Problem<O, P = Vec<f64>, S = f64> {
    objective: O,
    point: PhantomData<fn(P) -> S>,
}

impl<O, P, S> Problem<O, P, S> {
    /// The problem of an objective as it is, without keeping an evaluation: for solvers that never ask for the
    /// gradient where they ask for the value.
    ///
    /// ```
    /// use argmin::core::CostFunction;
    /// use monograd::prelude::*;
    /// use monograd_solvers::argmin::Problem;
    ///
    /// let problem = Problem::<_, Vec<f64>>::new(func!(|x| x * x).objective());
    /// assert_eq!(problem.cost(&vec![3.0])?, 9.0);
    /// assert!(problem.cost(&vec![]).is_err());
    /// # Ok::<(), argmin::core::Error>(())
    /// ```
    pub const fn new(objective: O) -> Self {
        Problem {
            objective,
            point: PhantomData,
        }
    }

    /// The objective.
    pub fn into_inner(self) -> O {
        self.objective
    }
}

impl<O: Clone, P, S> Clone for Problem<O, P, S> {
    fn clone(&self) -> Self {
        Problem::new(self.objective.clone())
    }
}

impl<O: fmt::Debug, P, S> fmt::Debug for Problem<O, P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Problem").field(&self.objective).finish()
    }
}

impl<O: Objective<S>, P: Point<S>, S: Scalar> CostFunction for Problem<O, P, S> {
    type Param = P;
    type Output = S;

    fn cost(&self, x: &P) -> Result<S, Error> {
        Ok(self.objective.value_at(&x.numbers())?)
    }
}

impl<O: Objective<S>, P: Point<S>, S: Scalar> Gradient for Problem<O, P, S> {
    type Param = P;
    type Gradient = P;

    fn gradient(&self, x: &P) -> Result<P, Error> {
        let mut gradient = vec![S::zero(); self.objective.dimension()];
        self.objective
            .value_and_gradient_at(&x.numbers(), &mut gradient)?;
        Ok(P::of_numbers(gradient))
    }
}

impl<O: Objective<S>, P: Point<S>, S: Scalar> Hessian for Problem<O, P, S> {
    type Param = P;
    type Hessian = P::Hessian;

    fn hessian(&self, x: &P) -> Result<P::Hessian, Error> {
        let n = self.objective.dimension();
        let mut hessian = vec![S::zero(); n * n];
        self.objective.hessian_at(&x.numbers(), &mut hessian)?;
        Ok(P::hessian(n, hessian))
    }
}
