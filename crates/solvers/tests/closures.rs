//! slsqp, nlopt and optimization_engine: closures and problems with the values and gradients of the function.

use monograd::prelude::*;
use monograd_solvers::prelude::*;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
}

/// Rosenbrock's valley as these solvers want it by hand.
#[cfg(feature = "slsqp")]
fn by_hand(x: &[f64], gradient: Option<&mut [f64]>, (): &mut ()) -> f64 {
    let point = [x[0], x[1]];
    if let Some(gradient) = gradient {
        gradient.copy_from_slice(&rosenbrock.gradient(&point));
    }
    rosenbrock.value(&point)
}

#[cfg(feature = "slsqp")]
#[test]
fn slsqp_takes_the_steps_of_a_closure_by_hand() {
    fn minimize(f: impl slsqp::Func<()>) -> (Vec<f64>, f64) {
        type Constraint = fn(&[f64], Option<&mut [f64]>, &mut ()) -> f64;
        let none: [Constraint; 0] = [];
        let stop = Some(slsqp::StopTols {
            ftol_rel: 1e-8,
            xtol_rel: 1e-8,
            ..Default::default()
        });
        let found = slsqp::minimize(f, &[-1.2, 1.0], &[(-5.0, 5.0); 2], &none, (), 200, stop);
        let (_, x, minimum) = found.expect("a minimum");
        (x, minimum)
    }
    let ours = minimize(rosenbrock.objective().slsqp());
    assert_eq!(ours, minimize(by_hand));
    assert!((ours.0[0] - 1.0).abs() < 1e-3);
}

#[cfg(feature = "slsqp")]
#[test]
#[should_panic(expected = "the point has length 1, but must have length 2")]
fn a_point_of_another_length_is_a_panic_that_says_so() {
    rosenbrock.objective().slsqp()(&[1.0], None, &mut ());
}

/// The bound of nlopt's `ObjFn`, and a data type of the user's.
fn as_nlopt_calls_it(
    f: impl Fn(&[f64], Option<&mut [f64]>, &mut String) -> f64,
) -> (f64, [f64; 2]) {
    let (mut gradient, mut data) = ([0.0; 2], String::from("kept"));
    let value = f(&[-1.2, 1.0], None, &mut data);
    assert_eq!(f(&[-1.2, 1.0], Some(&mut gradient), &mut data), value);
    assert_eq!(data, "kept");
    (value, gradient)
}

#[test]
fn nlopt_takes_the_value_and_the_gradient() {
    let ours = as_nlopt_calls_it(rosenbrock.objective().nlopt());
    assert_eq!(ours, rosenbrock.value_and_gradient(&[-1.2, 1.0]));
}

#[test]
#[should_panic(expected = "the point has length 3, but must have length 2")]
fn a_point_of_another_length_is_a_panic_in_nlopt_too() {
    rosenbrock.objective().nlopt()(&[1.0; 3], None, &mut ());
}

#[cfg(feature = "optimization_engine")]
#[test]
fn panoc_takes_the_steps_of_closures_by_hand() {
    use optimization_engine::constraints::Ball2;
    use optimization_engine::core::Problem;
    use optimization_engine::panoc::{PANOCCache, PANOCOptimizer};
    use optimization_engine::{FunctionCallResult, SolverError};

    fn minimize<G, F>(
        problem: Problem<'_, G, Ball2<'static>, F>,
        mut x: Vec<f64>,
    ) -> Result<Vec<f64>, SolverError>
    where
        G: Fn(&[f64], &mut [f64]) -> FunctionCallResult,
        F: Fn(&[f64], &mut f64) -> FunctionCallResult,
    {
        let mut cache = PANOCCache::new(x.len(), 1e-8, 10);
        PANOCOptimizer::new(problem, &mut cache)
            .with_max_iter(200)
            .solve(&mut x)?;
        Ok(x)
    }
    let disc = Ball2::new(None, 1.0);
    let by_hand = Problem::new(
        &disc,
        |x: &[f64], gradient: &mut [f64]| {
            gradient.copy_from_slice(&rosenbrock.gradient(&[x[0], x[1]]));
            Ok(())
        },
        |x: &[f64], cost: &mut f64| {
            *cost = rosenbrock.value(&[x[0], x[1]]);
            Ok(())
        },
    );
    let ours = rosenbrock.objective().optimization_engine(&disc);
    let ours = minimize(ours, vec![-0.5, 0.5]).expect("a minimum");
    assert_eq!(Ok(&ours), minimize(by_hand, vec![-0.5, 0.5]).as_ref());
    assert!((ours[0] - 0.786415).abs() < 1e-4, "{ours:?}");

    let other = rosenbrock.objective().optimization_engine(&disc);
    assert!(matches!(
        minimize(other, vec![0.0; 3]),
        Err(SolverError::Cost(_))
    ));
}
