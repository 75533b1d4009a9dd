//! Rules by which a fit ends, in a loop and in argmin.

use monograd_solvers::stopping::{Reason, Stop};
use std::time::Duration;

#[test]
fn the_norm_of_the_gradient_ends_a_fit_where_it_is_known() {
    let mut stop = Stop::new().gradient_norm(0.5);
    assert_eq!(stop.step(3.0, None), None);
    assert_eq!(stop.step(2.0, Some(0.6)), None);
    assert_eq!(stop.step(1.0, Some(f64::NAN)), None);
    assert_eq!(stop.step(1.0, Some(0.5)), Some(Reason::GradientNorm));
    // Another rule first: it ends a fit whose gradient is as small, too.
    let mut stop = Stop::new().relative_decrease(0.1, 1);
    assert_eq!(stop.step(1.0, Some(0.0)), None);
    assert_eq!(stop.step(1.0, Some(0.0)), Some(Reason::Decrease));
}

#[test]
fn small_decreases_add_up() {
    // Each is below a tenth, two together are not.
    let mut stop = Stop::new().relative_decrease(0.1, 2);
    let mut loss = 1.0;
    for _ in 0..51 {
        assert_eq!(stop.step(loss, None), None);
        loss *= 0.94;
    }
    assert_eq!(stop.step(1.1 * loss, None), None);
    assert_eq!(stop.step(1.1 * loss, None), Some(Reason::Decrease));
}

#[test]
fn losses_below_zero_and_those_that_are_not_finite() {
    let mut stop = Stop::new().relative_decrease(0.1, 2);
    let steps = [
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        -1.0,
        -1.05,
        -2.0,
        -2.1,
    ];
    for loss in steps {
        assert_eq!(stop.step(loss, None), None, "{loss}");
    }
    assert_eq!(stop.step(-2.15, None), Some(Reason::Decrease));
    assert_eq!(Stop::new().step(f64::NAN, None), Some(Reason::NotANumber));
}

#[test]
fn time_runs_from_the_first_step_or_anew() {
    let mut stop = Stop::new().wall_time(Duration::from_millis(20));
    assert_eq!(stop.step(1.0, None), None);
    std::thread::sleep(Duration::from_millis(25));
    assert_eq!(stop.step(1.0, None), Some(Reason::Time));
    stop.restart();
    assert_eq!(stop.step(1.0, None), None);
}

#[cfg(feature = "argmin")]
mod in_argmin {
    use super::*;
    use argmin::core::{Executor, State, TerminationReason, TerminationStatus};
    use argmin::solver::gradientdescent::SteepestDescent;
    use argmin::solver::linesearch::MoreThuenteLineSearch;
    use argmin::solver::quasinewton::LBFGS;
    use monograd::prelude::*;
    use monograd_solvers::prelude::*;

    func! {
        fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    }

    /// The reason, the status, and the number of iterations of a run.
    macro_rules! run {
        ($stop:expr, $solver:expr) => {{
            let problem = rosenbrock.objective().argmin();
            let result = Executor::new(problem, $stop.argmin($solver))
                .configure(|state| state.param(vec![-1.2_f64, 1.0]).max_iters(400))
                .run()
                .expect("a run");
            let TerminationStatus::Terminated(status) = result.state().get_termination_status()
            else {
                panic!("it has not ended");
            };
            (
                result.solver().reason(),
                status.clone(),
                result.state().get_iter(),
            )
        }};
    }

    #[test]
    fn the_rules_end_a_run_before_the_solver_does() {
        let lbfgs = || LBFGS::new(MoreThuenteLineSearch::new(), 7);
        let (reason, status, all) = run!(Stop::new(), lbfgs());
        assert_eq!((reason, status), (None, TerminationReason::SolverConverged));

        let (reason, status, iterations) = run!(Stop::new().gradient_norm(1e-2), lbfgs());
        assert_eq!(reason, Some(Reason::GradientNorm));
        assert_eq!(status, TerminationReason::SolverConverged);
        assert!(iterations < all && iterations > 5, "{iterations} of {all}");

        let (reason, status, iterations) = run!(Stop::new().wall_time(Duration::ZERO), lbfgs());
        assert_eq!(
            (reason, status, iterations),
            (Some(Reason::Time), TerminationReason::Timeout, 0)
        );
    }

    #[test]
    fn slow_descent_ends_by_its_decrease() {
        let solver = || SteepestDescent::new(MoreThuenteLineSearch::new());
        let (reason, _, iterations) = run!(Stop::new().relative_decrease(0.05, 5), solver());
        assert_eq!(reason, Some(Reason::Decrease));
        assert!(iterations < 400);
        // It keeps no gradient, so the rule for its norm ends nothing.
        let (reason, status, _) = run!(Stop::new().gradient_norm(f64::INFINITY), solver());
        assert_eq!((reason, status), (None, TerminationReason::MaxItersReached));
    }

    #[cfg(feature = "nalgebra")]
    #[test]
    fn residuals_have_a_loss_and_no_gradient() {
        use argmin::solver::gaussnewton::GaussNewton;
        use nalgebra::dvector;

        let circles = func!(|x, y| [x.hypot(y) - 5, (x - 6).hypot(y) - 5]);
        let solver = Stop::new()
            .wall_time(Duration::ZERO)
            .argmin(GaussNewton::new());
        let result = Executor::new(circles.mapping().argmin_residuals(), solver)
            .configure(|state| state.param(dvector![1.0, 1.0]).max_iters(20))
            .run()
            .expect("a run");
        assert_eq!(result.solver().reason(), Some(Reason::Time));
    }
}
