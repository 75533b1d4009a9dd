//! argmin: the same answers as hand-written glue, with half the evaluations.
#![cfg(feature = "argmin")]

use argmin::core::{CostFunction, Error, Executor, Gradient, Hessian, State};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use monograd::drivers::EvaluationError;
use monograd::prelude::*;
use monograd_solvers::argmin::Problem;
use monograd_solvers::prelude::*;
use std::cell::Cell;

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    fn error(a, b; t, y) { (a * (-b * t).exp() - y).square() }
}

/// The glue as it is written without this crate.
struct ByHand;

impl CostFunction for ByHand {
    type Param = Vec<f64>;
    type Output = f64;
    fn cost(&self, x: &Vec<f64>) -> Result<f64, Error> {
        Ok(rosenbrock.value(&[x[0], x[1]]))
    }
}
impl Gradient for ByHand {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;
    fn gradient(&self, x: &Vec<f64>) -> Result<Vec<f64>, Error> {
        Ok(rosenbrock.gradient(&[x[0], x[1]]).to_vec())
    }
}

macro_rules! minimize {
    ($problem:expr, $start:expr) => {{
        let result = Executor::new($problem, LBFGS::new(MoreThuenteLineSearch::new(), 7))
            .configure(|state| state.param($start).max_iters(60))
            .run()
            .expect("a run");
        let state = result.state();
        let best = state.get_best_param().expect("a point").clone();
        (best, state.get_iter())
    }};
}

#[test]
fn the_answer_is_that_of_glue_by_hand() {
    let start = vec![-1.2, 1.0];
    let ours = minimize!(rosenbrock.objective().argmin(), start.clone());
    assert_eq!(ours, minimize!(ByHand, start));
    assert!((ours.0[0] - 1.0).abs() < 1e-6 && (ours.0[1] - 1.0).abs() < 1e-6);
}

#[test]
fn of_an_objective_behind_a_pointer_and_in_single_precision() {
    let problem: Box<dyn Objective<f64>> = Box::new(rosenbrock.objective());
    let (best, _) = minimize!(problem.argmin(), vec![0.5, 0.5]);
    assert!((best[0] - 1.0).abs() < 1e-6);
    let (best, _) = minimize!(rosenbrock.objective().argmin(), vec![0.5_f32, 0.5]);
    assert!((best[0] - 1.0).abs() < 1e-2, "{best:?}");
}

#[test]
fn the_hessian_is_that_of_the_function() {
    let x = vec![0.3, 0.7];
    let hessian = rosenbrock
        .objective()
        .argmin()
        .hessian(&x)
        .expect("two inputs");
    assert_eq!(hessian, rosenbrock.hessian(&[0.3, 0.7]).map(Vec::from));
}

/// An objective that counts its evaluations.
struct Counted<'c, O>(O, &'c Cell<usize>);

impl<O: Objective> Objective for Counted<'_, O> {
    fn dimension(&self) -> usize {
        self.0.dimension()
    }
    fn value_at(&self, x: &[f64]) -> Result<f64, EvaluationError> {
        self.1.set(self.1.get() + 1);
        self.0.value_at(x)
    }
    fn value_and_gradient_at(
        &self,
        x: &[f64],
        gradient: &mut [f64],
    ) -> Result<f64, EvaluationError> {
        self.1.set(self.1.get() + 1);
        self.0.value_and_gradient_at(x, gradient)
    }
    fn hvp_at(&self, x: &[f64], v: &[f64], product: &mut [f64]) -> Result<(), EvaluationError> {
        self.0.hvp_at(x, v, product)
    }
}

#[test]
fn cost_and_gradient_at_a_point_are_one_evaluation() {
    let rows: Vec<[f64; 2]> = (0..20)
        .map(|i| {
            let t = 0.2 * f64::from(i);
            [t, 2.5 * (-1.3 * t).exp()]
        })
        .collect();
    let loss = error.over(&rows).mean();
    let (asked, made) = (Cell::new(0), Cell::new(0));
    let without = Problem::new(Counted(loss.objective(), &asked));
    let with = Counted(loss.objective(), &made).argmin();
    let fit = minimize!(with, vec![1.0, 1.0]);
    assert_eq!(fit, minimize!(without, vec![1.0, 1.0]));
    assert!((fit.0[0] - 2.5).abs() < 1e-6 && (fit.0[1] - 1.3).abs() < 1e-6);
    assert!(
        2 * made.get() < asked.get(),
        "{} evaluations of {}",
        made.get(),
        asked.get()
    );
}

#[cfg(feature = "nalgebra")]
#[test]
fn points_of_nalgebra() {
    use argmin::core::{Jacobian, Operator};
    use nalgebra::{DVector, Matrix2, Vector2, dmatrix, dvector};

    let (by_vec, _) = minimize!(rosenbrock.objective().argmin(), vec![-1.2, 1.0]);
    let (dynamic, _) = minimize!(rosenbrock.objective().argmin(), dvector![-1.2, 1.0]);
    assert_eq!(dynamic.as_slice(), by_vec);
    let hessian = rosenbrock
        .objective()
        .argmin()
        .hessian(&Vector2::new(0.0, 1.0));
    assert_eq!(
        hessian.expect("two inputs"),
        Matrix2::new(-398.0, 0.0, 0.0, 200.0)
    );

    let three = func!(|x, y| [x * y, x, 3 * y]).mapping().argmin_residuals();
    let x: DVector<f64> = dvector![2.0, 5.0];
    assert_eq!(
        three.apply(&x).expect("2 inputs"),
        dvector![10.0, 2.0, 15.0]
    );
    assert_eq!(
        three.jacobian(&x).expect("2 inputs"),
        dmatrix![5.0, 2.0; 1.0, 0.0; 0.0, 3.0]
    );
}

#[cfg(feature = "ndarray")]
#[test]
fn points_of_ndarray() {
    use argmin::core::{Jacobian, Operator};
    use ndarray::{Array1, array};

    let (by_vec, _) = minimize!(rosenbrock.objective().argmin(), vec![-1.2, 1.0]);
    let (ours, _) = minimize!(rosenbrock.objective().argmin(), array![-1.2, 1.0]);
    assert_eq!(ours.to_vec(), by_vec);

    // Stored backwards.
    let mut x: Array1<f64> = array![5.0, 2.0];
    x.invert_axis(ndarray::Axis(0));
    let three = func!(|x, y| [x * y, x, 3 * y]).mapping().argmin_residuals();
    assert_eq!(three.apply(&x).expect("2 inputs"), array![10.0, 2.0, 15.0]);
    assert_eq!(
        three.jacobian(&x).expect("2 inputs"),
        array![[5.0, 2.0], [1.0, 0.0], [0.0, 3.0]]
    );
}

#[test]
fn a_start_of_another_length_is_an_error_of_the_run() {
    let run = Executor::new(
        rosenbrock.objective().argmin(),
        LBFGS::new(MoreThuenteLineSearch::new(), 7),
    )
    .configure(|state| state.param(vec![1.0]))
    .run();
    let Err(error) = run else {
        panic!("it ran");
    };
    assert_eq!(
        error.to_string(),
        "the point has length 1, but must have length 2"
    );
}
