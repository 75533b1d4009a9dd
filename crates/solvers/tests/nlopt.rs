//! nlopt: the closure, by the crate itself, on problems with known answers.

use monograd::prelude::*;
use monograd_solvers::prelude::*;
use nlopt::{Algorithm, Nlopt, Target};

func! {
    fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
    /// Not positive in the disc of radius 1.
    fn outside(x, y) { x * x + y * y - 1 }
}

#[test]
fn a_minimum_by_the_gradient() {
    let objective = rosenbrock.objective();
    let n = objective.dimension();
    let mut solver = Nlopt::new(Algorithm::Lbfgs, n, objective.nlopt(), Target::Minimize, ());
    solver.set_xtol_rel(1e-12).expect("a tolerance");
    let mut x = [-1.2, 1.0];
    solver.optimize(&mut x).expect("a minimum");
    assert!(x.iter().all(|x| (x - 1.0).abs() < 1e-8), "{x:?}");
}

/// The minimum in the disc is on its rim.
#[test]
fn a_minimum_under_a_constraint() {
    let objective = rosenbrock.objective();
    let n = objective.dimension();
    let mut solver = Nlopt::new(Algorithm::Slsqp, n, objective.nlopt(), Target::Minimize, ());
    solver
        .add_inequality_constraint(outside.objective().nlopt(), (), 1e-10)
        .expect("a constraint");
    solver.set_xtol_rel(1e-12).expect("a tolerance");
    let mut x = [-1.0, 0.5];
    let (_, value) = solver.optimize(&mut x).expect("a minimum");
    assert!(
        (x[0] - 0.786_415_15).abs() < 1e-7 && (x[1] - 0.617_698_31).abs() < 1e-7,
        "{x:?}"
    );
    assert!((value - 0.045_674_81).abs() < 1e-8, "{value}");
}
