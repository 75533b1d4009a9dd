//! Rows that threads share.

use super::{NoPenalty, Over, OverRows, Penalty, Source};
use crate::drivers::{
    Differentiable, EvaluationError, HasInputs, LengthError, Objective, Of, Pool, on_slices,
};
use crate::expr::{AnyFunction, Closed, Inputs, R};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::sync::Arc;

/// A function summed over rows that are shared by reference counting: what
/// [`over_shared`](OverShared::over_shared) gives.
///
/// It borrows nothing, so it is `'static`, and can be sent to threads: samplers want that of a model. Its
/// [`objective`](Shared::objective) is what they take; [`over`](Shared::over) is the sum as a
/// [`Function`](crate::Function), for everything else. A clone shares the rows.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::rows::OverShared;
/// use std::sync::Arc;
///
/// func! {
///     fn log_density(slope, log_sigma; x, y) { -0.5 * ((y - slope * x) / log_sigma.exp()).square() - log_sigma }
///     fn prior(slope, log_sigma) { -0.5 * (slope.square() + log_sigma.square()) }
/// }
/// let rows: Arc<[[f64; 2]]> = Arc::from([[1.0, 2.1], [2.0, 3.9], [3.0, 6.2]]);
/// let posterior = log_density.over_shared(rows).plus(prior);
/// let model: Arc<dyn Objective<f64> + Send + Sync> = Arc::new(posterior.objective());
///
/// let chains = [1.0, 3.0].map(|start| {
///     let model = Arc::clone(&model);
///     std::thread::spawn(move || {
///         let (mut x, mut gradient) = ([start, 0.0], [0.0; 2]);
///         for _ in 0..500 {
///             model.value_and_gradient_at(&x, &mut gradient).expect("two numbers");
///             (0..2).for_each(|i| x[i] += 0.005 * gradient[i]);
///         }
///         x
///     })
/// });
/// let [a, b] = chains.map(|chain| chain.join().expect("a mode"));
/// assert!((a[0] - b[0]).abs() < 0.1 && (a[0] - 2.0).abs() < 0.1);
/// ```
pub struct Shared<G: Closed, T: Plain, P = NoPenalty> {
    function: G,
    rows: Arc<[Of<G::Data, T>]>,
    is_mean: bool,
    penalty: P,
}

impl<G: Closed, T: Plain, P: Clone> Clone for Shared<G, T, P> {
    fn clone(&self) -> Self {
        Shared {
            function: self.function,
            rows: Arc::clone(&self.rows),
            is_mean: self.is_mean,
            penalty: self.penalty.clone(),
        }
    }
}

impl<G: Closed, T: Plain, P> fmt::Debug for Shared<G, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("rows", &self.rows.len())
            .field("is_mean", &self.is_mean)
            .finish_non_exhaustive()
    }
}

/// A function with data, over rows that are shared.
pub trait OverShared<const N: usize>: OverRows<N> {
    /// As [`over`](OverRows::over), for rows that the sum shares and does not borrow: of an [`Arc`], a vector or a box.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::OverShared;
    ///
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let loss = error.over_shared(vec![[1.0, 2.0], [2.0, 3.0]]);
    /// assert_eq!(loss.over().value_and_gradient(&[2.0]), (1.0, [4.0]));
    /// ```
    fn over_shared<T: Plain>(
        self,
        rows: impl Into<Arc<[Of<<Self::Definition as Closed>::Data, T>]>>,
    ) -> Shared<Self::Definition, T> {
        Shared {
            function: self.definition(),
            rows: rows.into(),
            is_mean: false,
            penalty: NoPenalty,
        }
    }
}

impl<F: OverRows<N>, const N: usize> OverShared<N> for F {}

impl<G: Closed, T: Plain> Shared<G, T> {
    /// As [`Over::plus`].
    #[must_use]
    pub fn plus<F: AnyFunction<A>, const A: usize>(self, penalty: F) -> Shared<G, T, F::Definition>
    where
        F::Definition: Penalty<G::Inputs>,
    {
        Shared {
            function: self.function,
            rows: self.rows,
            is_mean: self.is_mean,
            penalty: penalty.definition(),
        }
    }
}

impl<G: Closed, T: Plain, P: Copy> Shared<G, T, P> {
    /// As [`Over::mean`].
    #[must_use]
    pub fn mean(mut self) -> Self {
        self.is_mean = true;
        self
    }

    /// The sum over the rows, as a function that borrows them.
    pub fn over(&self) -> Over<'_, G, T, P> {
        Over {
            function: self.function,
            source: Source::Rows(&self.rows),
            indices: None,
            is_mean: self.is_mean,
            penalty: self.penalty,
        }
    }

    /// The sum as an [`Objective`] that borrows nothing.
    pub fn objective<S: Scalar, const N: usize>(self) -> SharedObjective<G, T, P, S, N>
    where
        G: Closed<Codomain = R>,
        G::Inputs: HasInputs<N>,
        P: Penalty<G::Inputs>,
    {
        SharedObjective {
            sum: self,
            pool: Pool::new(),
        }
    }
}

/// A sum over shared rows as an [`Objective`]: what [`Shared::objective`] gives.
///
/// It is `Send`, `Sync` and `'static`. A clone shares the rows.
pub struct SharedObjective<G: Closed, T: Plain, P, S, const N: usize> {
    sum: Shared<G, T, P>,
    pool: Pool<S>,
}

impl<G: Closed, T: Plain, P: Clone, S: Scalar, const N: usize> Clone
    for SharedObjective<G, T, P, S, N>
{
    fn clone(&self) -> Self {
        SharedObjective {
            sum: self.sum.clone(),
            pool: Pool::new(),
        }
    }
}

impl<G: Closed, T: Plain, P, S, const N: usize> fmt::Debug for SharedObjective<G, T, P, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SharedObjective").field(&self.sum).finish()
    }
}

impl<G, T, P, S, const N: usize> Objective<S> for SharedObjective<G, T, P, S, N>
where
    G: Closed<Codomain = R>,
    G::Inputs: HasInputs<N>,
    T: Plain,
    P: Penalty<G::Inputs>,
    S: Scalar,
{
    fn dimension(&self) -> usize {
        G::Inputs::LEN
    }
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        LengthError::check("point", G::Inputs::LEN, x)?;
        Ok(Differentiable::<N>::evaluate(
            self.sum.over(),
            G::Inputs::group(x),
        ))
    }
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        Ok(on_slices::value_and_gradient::<_, S, N>(
            self.sum.over(),
            &self.pool,
            x,
            gradient,
        )?)
    }
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        Ok(on_slices::hvp::<_, S, N>(
            self.sum.over(),
            &self.pool,
            x,
            v,
            product,
        )?)
    }
    fn hessian_at(&self, x: &[S], hessian: &mut [S]) -> Result<(), EvaluationError> {
        Ok(on_slices::hessian::<_, S, N>(
            self.sum.over(),
            &self.pool,
            x,
            hessian,
        )?)
    }
}
