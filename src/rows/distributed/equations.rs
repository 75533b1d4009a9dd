//! Normal equations of the rows of all ranks.

use super::exchange::{Call, Kind};
use super::{Communicator, Distributed, DistributedError, finite};
use crate::drivers::Of;
use crate::expr::{Closed, Inputs};
use crate::rows::NormalEquations;
use crate::rows::robust::{HalfLoss, Loss, OfResiduals};
use crate::scalar::Plain;
use std::vec::Vec;

impl<G: Closed, T: Plain, P, C: Communicator + ?Sized> Distributed<'_, '_, G, T, P, C> {
    /// The normal equations at `x` of the residuals of all rows of all ranks, as
    /// [those of one machine](crate::Over::normal_equations).
    ///
    /// # Errors
    ///
    /// If a rank fails, or a residual or a derivative is not finite.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::distributed::{Communicator, shard, threads};
    ///
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows: Vec<_> = (0..600).map(|i| [f64::from(i), 0.1 * f64::from(i)]).collect();
    /// let alone = residual.over(&rows).normal_equations(&[0.0, 0.0]);
    /// let equations = threads::run(2, |world| {
    ///     let mine = &rows[shard(600, world.rank(), world.size())];
    ///     residual.over(mine).on(world)?.normal_equations(&[0.0, 0.0])
    /// });
    /// assert_eq!(equations, [Ok(alone), Ok(alone)]);
    /// ```
    pub fn normal_equations(
        &self,
        x: &Of<G::Inputs, f64>,
    ) -> Result<NormalEquations<G::Inputs, f64>, DistributedError> {
        self.equations(self.over.half_square(), x)
    }

    fn equations<H, L>(
        &self,
        function: HalfLoss<H, L>,
        x: &Of<H::Inputs, f64>,
    ) -> Result<NormalEquations<H::Inputs, f64>, DistributedError>
    where
        H: Closed<Inputs = G::Inputs, Data = G::Data>,
        L: Loss,
    {
        let over = &self.over;
        let point: Vec<f64> = (0..H::Inputs::LEN)
            .map(|at| H::Inputs::get(H::Inputs::refs(x), at))
            .collect();
        let call = Call {
            kind: Kind::NormalEquations,
            x: &point,
            v: &[],
        };
        let sums = self.sums::<f64>(
            call,
            Ok(()),
            NormalEquations::<H::Inputs, f64>::NUMBERS,
            &|leaves, sums| over.equations_of_all(function, x, leaves).write(sums),
            &|position, numbers| over.equations_of_row(function, x, position).write(numbers),
        )?;
        finite(0.0, &sums)?;
        let mut equations = NormalEquations::read(&sums);
        equations.mirror();
        Ok(equations)
    }
}

impl<G, T, P, C> Distributed<'_, '_, G, T, P, C>
where
    G: OfResiduals,
    T: Plain,
    C: Communicator + ?Sized,
{
    /// The normal equations of robust least squares over the rows of all ranks, as
    /// [those of one machine](crate::Over::reweighted_equations).
    ///
    /// # Errors
    ///
    /// As of [`normal_equations`](Distributed::normal_equations).
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::{distributed::Alone, robust::cauchy};
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let loss = residual.over(&[[1.0, 2.0], [2.0, 30.0]]).robust(func!(|s| cauchy(s, 1)));
    /// let equations = loss.on(&Alone)?.reweighted_equations(&[2.0])?;
    /// assert_eq!(equations, loss.reweighted_equations(&[2.0]));
    /// # Ok::<(), monograd::rows::distributed::DistributedError>(())
    /// ```
    pub fn reweighted_equations(
        &self,
        x: &Of<G::Inputs, f64>,
    ) -> Result<NormalEquations<G::Inputs, f64>, DistributedError> {
        self.equations(self.over.function.parts(), x)
    }
}
