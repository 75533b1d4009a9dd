//! The normal equations of rows on all cores.

use super::leaves::add_each;
use super::parallel::{flat, sum};
use super::robust::{HalfLoss, Loss, OfResiduals};
use super::{NormalEquations, Parallel, Source};
use crate::drivers::Of;
use crate::expr::{Closed, Inputs};
use crate::scalar::{Plain, Scalar};
use core::ops::Range;
use std::vec::Vec;

impl<'r, G, T, P> Parallel<'r, G, T, P>
where
    G: Closed + Sync,
    T: Plain,
    P: Sync,
    Source<'r, G::Data, T>: Sync,
{
    /// The normal equations at `x` of the residuals of all rows, as [those of one core](crate::Over::normal_equations), to the
    /// bit.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let problem = residual.over(&rows);
    /// let alone = problem.normal_equations(&[0.1, 0.0]);
    /// assert_eq!(problem.in_parallel().normal_equations(&[0.1, 0.0]), alone);
    /// ```
    #[must_use = "the equations are the only result"]
    pub fn normal_equations<S: Scalar + Send + Sync>(
        &self,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S> {
        self.equations(self.on_one_core().half_square(), x)
    }

    /// Those of a function of the same data.
    fn equations<H, L, S>(
        &self,
        function: HalfLoss<H, L>,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S>
    where
        H: Closed<Inputs = G::Inputs, Data = G::Data> + Sync,
        L: Loss + Sync,
        S: Scalar + Send + Sync,
    {
        let over = self.on_one_core();
        // Numbers are sent from thread to thread as lists.
        let point = flat(G::Inputs::refs(x));
        let sequential = |leaves: Range<usize>| -> Vec<S> {
            let x = G::Inputs::from_fn(&mut |at| point[at]);
            over.equations_of_all(function, &x, leaves).to_list()
        };
        let add = |mut left: Vec<S>, right: Vec<S>| {
            add_each(&mut left, &right);
            left
        };
        let list = sum(over.leaves::<S>(), self.grain::<S>(), &sequential, &add);
        let mut equations = NormalEquations::read(&list);
        equations.mirror();
        equations
    }

    /// The normal equations of robust least squares, as [those of one core](crate::Over::reweighted_equations), to the bit.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::robust::cauchy;
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let loss = residual.over(&rows).robust(func!(|s| cauchy(s, 1)));
    /// let alone = loss.reweighted_equations(&[0.1]);
    /// assert_eq!(loss.in_parallel().reweighted_equations(&[0.1]), alone);
    /// ```
    #[must_use = "the equations are the only result"]
    pub fn reweighted_equations<S: Scalar + Send + Sync>(
        &self,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S>
    where
        G: OfResiduals<Residual: Sync, Loss: Sync>,
    {
        self.equations(self.on_one_core().function().parts(), x)
    }
}
