//! The methods of objectives.

use monograd::{Objective, Scalar};

/// An [`Objective`] as the problem of a solver: a method for each crate, which has its name.
///
/// Every objective has them: `f.objective()` of any function of `func!`, a least-squares problem, and types of one's own.
pub trait ObjectiveSolvers<S: Scalar = f64>: Objective<S> + Sized {
    /// A problem of [argmin](https://docs.rs/argmin): cost, gradient and Hessian.
    ///
    /// See the page [`argmin`](crate::argmin).
    #[cfg(feature = "argmin")]
    fn argmin<P: crate::argmin::Point<S>>(
        self,
    ) -> crate::argmin::Problem<monograd::drivers::Cached<Self, S>, P, S> {
        crate::argmin::Problem::new(self.cached())
    }

    /// A model of [nuts-rs](https://docs.rs/nuts-rs), whose log density the objective is, up to a constant.
    ///
    /// See the page [`nuts_rs`](crate::nuts_rs).
    #[cfg(feature = "nuts-rs")]
    fn nuts_rs(self) -> std::sync::Arc<crate::nuts_rs::Posterior<Self>>
    where
        Self: Objective + Send + Sync + 'static,
    {
        crate::nuts_rs::Posterior::new(self)
    }

    /// The closure that [slsqp](https://docs.rs/slsqp) takes, for what is minimised and for constraints.
    ///
    /// See the page [`slsqp`](crate::slsqp).
    ///
    /// # Panics
    ///
    /// The closure, where a point or a gradient has another length than the dimension.
    #[cfg(feature = "slsqp")]
    fn slsqp<U>(self) -> impl Fn(&[f64], Option<&mut [f64]>, &mut U) -> f64
    where
        Self: Objective,
    {
        crate::closures::closure(self)
    }

    /// The closure that [nlopt](https://docs.rs/nlopt) takes, for what is minimised or maximised and for constraints.
    ///
    /// See the page [`nlopt`](crate::nlopt).
    ///
    /// # Panics
    ///
    /// The closure, where a point or a gradient has another length than the dimension.
    fn nlopt<U>(self) -> impl Fn(&[f64], Option<&mut [f64]>, &mut U) -> f64
    where
        Self: Objective,
    {
        crate::closures::closure(self)
    }

    /// The problem of [optimization_engine](https://docs.rs/optimization_engine) to minimise the objective on a set.
    ///
    /// See the page [`optimization_engine`](crate::optimization_engine).
    #[cfg(feature = "optimization_engine")]
    #[allow(clippy::type_complexity, reason = "an `impl` cannot be given a name")]
    fn optimization_engine<C: ::optimization_engine::constraints::Constraint>(
        self,
        constraints: &C,
    ) -> ::optimization_engine::core::Problem<
        '_,
        impl Fn(&[f64], &mut [f64]) -> ::optimization_engine::FunctionCallResult,
        C,
        impl Fn(&[f64], &mut f64) -> ::optimization_engine::FunctionCallResult,
    >
    where
        Self: Objective,
    {
        crate::optimization_engine::problem(self, constraints)
    }
}

impl<O: Objective<S>, S: Scalar> ObjectiveSolvers<S> for O {}
