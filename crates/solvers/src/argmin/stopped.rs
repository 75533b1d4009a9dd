//! A solver with rules by which it ends.

use super::gradient::Gradient;
use crate::stopping::{Reason, Stop};
use argmin::core::{
    ArgminFloat, Error, IterState, KV, Problem, Solver, State, TerminationReason, TerminationStatus,
};

/// A solver of argmin that ends by rules besides its own: what [`Stop::argmin`] gives.
#[derive(Debug, Clone)]
pub struct Stopped<V> {
    solver: V,
    stop: Stop,
    reason: Option<Reason>,
}

impl<V> Stopped<V> {
    /// Which of the rules has ended the run; none if the solver's own did, or the number of iterations.
    pub fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// The solver.
    pub fn into_inner(self) -> V {
        self.solver
    }
}

impl Stop {
    /// The solver of [argmin](https://docs.rs/argmin) that ends by these rules besides its own.
    ///
    /// ```
    /// use argmin::core::{Executor, State};
    /// use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
    /// use monograd::prelude::*;
    /// use monograd_solvers::prelude::*;
    /// use monograd_solvers::stopping::{Reason, Stop};
    /// use std::time::Duration;
    ///
    /// let rosenbrock = func!(|x, y| (1 - x).square() + 100 * (y - x * x).square());
    /// let stop = Stop::new().gradient_norm(0.1).wall_time(Duration::from_secs(60));
    /// let solver = stop.argmin(LBFGS::new(MoreThuenteLineSearch::new(), 7));
    /// let result = Executor::new(rosenbrock.objective().argmin(), solver)
    ///     .configure(|state| state.param(vec![-1.2, 1.0]).max_iters(100))
    ///     .run()?;
    /// assert_eq!(result.solver().reason(), Some(Reason::GradientNorm));
    /// let x = result.state().get_param().expect("a point");
    /// let slopes: [f64; 2] = rosenbrock.gradient(&[x[0], x[1]]);
    /// assert!(slopes[0].hypot(slopes[1]) <= 0.1);
    /// # Ok::<(), argmin::core::Error>(())
    /// ```
    ///
    /// The termination status is `SolverConverged` by the norm of the gradient and by the decrease, `Timeout` by the
    /// time, and `SolverExit` by a loss that is NaN.
    ///
    /// The rules see what the solver keeps in its state. The quasi-Newton methods, `NonlinearConjugateGradient` and
    /// `TrustRegion` keep the gradient; `SteepestDescent`, `NewtonCG` and `GaussNewton` keep none, and the rule for its norm does
    /// not end them.
    #[must_use = "the solver with the rules is the result"]
    pub fn argmin<V>(self, solver: V) -> Stopped<V> {
        Stopped {
            solver,
            stop: self,
            reason: None,
        }
    }
}

impl<V, O, P, G, J, H, R, F> Solver<O, IterState<P, G, J, H, R, F>> for Stopped<V>
where
    V: Solver<O, IterState<P, G, J, H, R, F>>,
    P: Clone,
    G: Gradient<F>,
    F: ArgminFloat,
    IterState<P, G, J, H, R, F>: State<Float = F>,
{
    fn name(&self) -> &str {
        self.solver.name()
    }

    fn init(
        &mut self,
        problem: &mut Problem<O>,
        state: IterState<P, G, J, H, R, F>,
    ) -> Result<(IterState<P, G, J, H, R, F>, Option<KV>), Error> {
        self.stop.restart();
        self.reason = None;
        self.solver.init(problem, state)
    }

    fn next_iter(
        &mut self,
        problem: &mut Problem<O>,
        state: IterState<P, G, J, H, R, F>,
    ) -> Result<(IterState<P, G, J, H, R, F>, Option<KV>), Error> {
        self.solver.next_iter(problem, state)
    }

    fn terminate_internal(&mut self, state: &IterState<P, G, J, H, R, F>) -> TerminationStatus {
        let status = self.solver.terminate_internal(state);
        if status.terminated() {
            return status;
        }
        let loss = state.get_cost().to_f64().unwrap_or(f64::NAN);
        let norm = state.get_gradient().and_then(Gradient::norm);
        self.reason = self.stop.step(loss, norm);
        let Some(reason) = self.reason else {
            return TerminationStatus::NotTerminated;
        };
        TerminationStatus::Terminated(match reason {
            Reason::GradientNorm | Reason::Decrease => TerminationReason::SolverConverged,
            Reason::Time => TerminationReason::Timeout,
            Reason::NotANumber => TerminationReason::SolverExit(reason.to_string()),
        })
    }

    fn terminate(&mut self, state: &IterState<P, G, J, H, R, F>) -> TerminationStatus {
        self.solver.terminate(state)
    }
}
