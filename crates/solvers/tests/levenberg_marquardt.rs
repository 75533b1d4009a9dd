//! levenberg-marquardt: the same answers as hand-written glue.
#![cfg(feature = "levenberg-marquardt")]

use levenberg_marquardt::{LeastSquaresProblem, LevenbergMarquardt, differentiate_numerically};
use monograd::prelude::*;
use monograd_solvers::prelude::*;
use nalgebra::{Matrix3x2, U2, U3, Vector2, Vector3, storage::Owned};

func! {
    fn residuals(a, b; t: [R; 3], y: [R; 3]) -> [R; 3] { a * (-b * t).exp() - y }
}
const DATA: ([f64; 3], [f64; 3]) = ([0.0, 0.5, 2.0], [2.4, 1.4, 0.1]);

/// The glue as it is written without this crate, with derivatives written out.
#[derive(Clone)]
struct ByHand(Vector2<f64>);

impl LeastSquaresProblem<f64, U3, U2> for ByHand {
    type ResidualStorage = Owned<f64, U3>;
    type JacobianStorage = Owned<f64, U3, U2>;
    type ParameterStorage = Owned<f64, U2>;
    fn set_params(&mut self, x: &Vector2<f64>) {
        self.0 = *x;
    }
    fn params(&self) -> Vector2<f64> {
        self.0
    }
    fn residuals(&self) -> Option<Vector3<f64>> {
        let (t, y) = DATA;
        Some(Vector3::from_fn(|i, _| {
            self.0[0] * (-self.0[1] * t[i]).exp() - y[i]
        }))
    }
    fn jacobian(&self) -> Option<Matrix3x2<f64>> {
        let (t, _) = DATA;
        Some(Matrix3x2::from_fn(|i, input| {
            let decayed = (-self.0[1] * t[i]).exp();
            match input {
                0 => decayed,
                _ => -t[i] * self.0[0] * decayed,
            }
        }))
    }
}

#[test]
fn the_answer_is_that_of_glue_by_hand() {
    let problem = residuals.with(&DATA).mapping();
    let problem = problem.levenberg_marquardt([1.0, 1.0]).expect("two inputs");
    let (fit, report) = LevenbergMarquardt::new().minimize(problem);
    let (by_hand, its_report) = LevenbergMarquardt::new().minimize(ByHand(Vector2::new(1.0, 1.0)));
    assert!(report.termination.was_successful(), "{report:?}");
    assert_eq!(
        report.number_of_evaluations,
        its_report.number_of_evaluations
    );
    assert!((report.objective_function / its_report.objective_function - 1.0).abs() < 1e-12);
    for (x, by_hand) in fit.point().iter().zip(&by_hand.0) {
        assert!((x - by_hand).abs() < 1e-9, "{:?}", fit.point());
    }
}

#[test]
fn the_jacobian_is_that_of_differences() {
    let mut problem = residuals
        .with(&DATA)
        .mapping()
        .levenberg_marquardt(vec![1.7, 0.4])
        .expect("two inputs");
    let exact = problem.jacobian().expect("a Jacobian");
    let differences = differentiate_numerically(&mut problem).expect("differences");
    assert!((exact - differences).norm() < 1e-6);
}

#[test]
fn a_start_of_another_length_is_refused() {
    let error = func!(|x, y| [x, y])
        .mapping()
        .levenberg_marquardt([0.0; 3])
        .expect_err("3 numbers for 2 inputs");
    assert_eq!(
        error.to_string(),
        "the start has length 3, but must have length 2"
    );
}
