//! Logistic growth fitted to observations: diffsol solves the equation with its sensitivities, and levenberg-marquardt
//! takes them as the Jacobian of the residuals.
//!
//! ```sh
//! cargo run --release -p monograd-solvers --features diffsol,levenberg-marquardt --example ode_fit
//! ```

use diffsol::{DiffsolError, NalgebraLU, NalgebraMat, OdeBuilder, SensitivitiesOdeSolverMethod};
use levenberg_marquardt::{LeastSquaresProblem, LevenbergMarquardt};
use monograd::prelude::*;
use monograd_solvers::levenberg_marquardt::nalgebra::{
    DVector, Dyn, Matrix, OMatrix, U3, VecStorage, Vector3, storage::Owned,
};
use monograd_solvers::prelude::*;

func! {
    /// How fast a population grows: the state, then the parameters.
    fn growth(population, rate, capacity, _start) { rate * population * (1 - population / capacity) }
    /// Where it starts.
    fn start(_rate, _capacity, start) { start }
}

/// The population at some times, and its derivatives in the three parameters.
fn solve(p: &Vector3<f64>, times: &[f64]) -> Result<(Vec<f64>, [Vec<f64>; 3]), DiffsolError> {
    let (rhs, initial) = (
        growth.mapping().diffsol(),
        start.mapping().diffsol_initial(),
    );
    let problem = OdeBuilder::<NalgebraMat<f64>>::new()
        .p([p[0], p[1], p[2]])
        .rtol(1e-9)
        .atol([1e-9])
        .sens_rtol(1e-9)
        .sens_atol([1e-9])
        .rhs_sens_implicit(rhs.value(), rhs.jacobian(), rhs.sensitivity())
        .init_sens(initial.value(), initial.sensitivity(), 1)
        .build()?;
    let mut solver = problem.bdf_sens::<NalgebraLU<f64>>()?;
    let (states, slopes, _) = solver.solve_dense_sensitivities(times)?;
    let row = |matrix: &NalgebraMat<f64>| (0..times.len()).map(|at| matrix[(0, at)]).collect();
    Ok((
        row(&states),
        [0, 1, 2].map(|parameter| row(&slopes[parameter])),
    ))
}

/// The observations and the parameters.
struct Fit {
    times: Vec<f64>,
    observed: Vec<f64>,
    p: Vector3<f64>,
}

impl LeastSquaresProblem<f64, Dyn, U3> for Fit {
    type ResidualStorage = Owned<f64, Dyn>;
    type JacobianStorage = Owned<f64, Dyn, U3>;
    type ParameterStorage = Owned<f64, U3>;

    fn set_params(&mut self, p: &Vector3<f64>) {
        self.p = *p;
    }
    fn params(&self) -> Vector3<f64> {
        self.p
    }
    fn residuals(&self) -> Option<DVector<f64>> {
        let (states, _) = solve(&self.p, &self.times).ok()?;
        let differences = states.iter().zip(&self.observed).map(|(y, seen)| y - seen);
        Some(DVector::from_iterator(self.observed.len(), differences))
    }
    fn jacobian(&self) -> Option<OMatrix<f64, Dyn, U3>> {
        let (_, slopes) = solve(&self.p, &self.times).ok()?;
        let storage = VecStorage::new(Dyn(self.times.len()), U3, slopes.concat());
        Some(Matrix::from_data(storage))
    }
}

fn main() {
    // A population with rate 0.8, capacity 10, start ½, by the formula.
    let times: Vec<f64> = (1..=12).map(f64::from).collect();
    let observed = times.iter().map(|t| 10.0 / (1.0 + 19.0 * (-0.8 * t).exp()));
    let fit = Fit {
        observed: observed.collect(),
        times,
        p: Vector3::new(0.5, 7.0, 1.0),
    };
    let (fit, report) = LevenbergMarquardt::new().minimize(fit);
    assert!(report.termination.was_successful(), "{report:?}");
    let [rate, capacity, start] = fit.p.into();
    println!(
        "after {} evaluations: rate {rate:.5}, capacity {capacity:.5}, start {start:.5}",
        report.number_of_evaluations
    );
    assert!((fit.p - Vector3::new(0.8, 10.0, 0.5)).norm() < 1e-5);
}
