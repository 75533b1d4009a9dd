//! The methods of mappings.

use monograd::{Mapping, Scalar};

/// A [`Mapping`] as the problem of a solver: a method for each crate, which has its name.
///
/// Every mapping has them: `f.mapping()` of any function of `func!`, the residuals of a data set, and types of one's own.
pub trait MappingSolvers<S: Scalar = f64>: Mapping<S> + Sized {
    /// The residuals of a problem of [argmin](https://docs.rs/argmin), and their Jacobian: for its Gauss–Newton methods.
    ///
    /// See the page [`argmin`](crate::argmin).
    #[cfg(feature = "argmin")]
    fn argmin_residuals<P: crate::argmin::ResidualPoint<S>>(
        self,
    ) -> crate::argmin::Residuals<Self, P, S> {
        crate::argmin::Residuals::new(self)
    }

    /// The problem to minimise half the sum of the squares of the results, for
    /// [levenberg-marquardt](https://docs.rs/levenberg-marquardt).
    ///
    /// See the page [`levenberg_marquardt`](crate::levenberg_marquardt).
    ///
    /// # Errors
    ///
    /// If `start` does not have as many numbers as the mapping has inputs.
    #[cfg(feature = "levenberg-marquardt")]
    fn levenberg_marquardt(
        self,
        start: impl Into<Vec<S>>,
    ) -> Result<crate::levenberg_marquardt::LeastSquares<Self, S>, monograd::drivers::LengthError>
    {
        crate::levenberg_marquardt::LeastSquares::new(self, start.into())
    }

    /// The functions that the builder of [diffsol](https://docs.rs/diffsol) takes, of a function of the state, the
    /// parameters and, if so declared, the time.
    ///
    /// See the page [`diffsol`](crate::diffsol).
    #[cfg(feature = "diffsol")]
    fn diffsol(self) -> crate::diffsol::Equation<Self, S> {
        crate::diffsol::Equation::new(self)
    }

    /// The functions that the builder of [diffsol](https://docs.rs/diffsol) takes, of the initial state as a function of
    /// the parameters.
    ///
    /// See the page [`diffsol`](crate::diffsol).
    #[cfg(feature = "diffsol")]
    fn diffsol_initial(self) -> crate::diffsol::Initial<Self, S> {
        crate::diffsol::Initial::new(self)
    }

    /// A factor of [apex-solver](https://docs.rs/apex-solver), of the variables whose numbers are its inputs.
    ///
    /// See the page [`apex_solver`](crate::apex_solver).
    #[cfg(feature = "apex-solver")]
    fn apex_solver(self) -> crate::apex_solver::Factor<Self>
    where
        Self: Mapping,
    {
        crate::apex_solver::Factor::new(self)
    }
}

impl<M: Mapping<S>, S: Scalar> MappingSolvers<S> for M {}
