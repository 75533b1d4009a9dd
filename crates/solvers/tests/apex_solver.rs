//! apex-solver: what a factor writes, what it refuses, and a network of points with a known answer.
#![cfg(feature = "apex-solver")]

use apex_solver::core::problem::Problem;
use apex_solver::factors::Factor;
use apex_solver::linalg::JacobianMode;
use apex_solver::manifold::ManifoldType;
use apex_solver::optimizer::LevenbergMarquardt;
use faer::Mat;
use monograd::prelude::*;
use monograd_solvers::apex_solver::nalgebra::DVector;
use monograd_solvers::prelude::*;

func! {
    fn projected(camera: [R; 3], point: [R; 2]) {
        let depth = camera[2] + 1;
        [(camera[0] + point[0]) / depth, (camera[1] * point[1]) / depth]
    }
}

#[test]
fn the_jacobian_is_that_of_the_function() {
    let factor = projected.mapping().apex_solver();
    assert_eq!(
        (factor.residual_dim(), factor.jacobian_shape()),
        (2, (2, 5))
    );
    let (camera, point) = ([0.5, -0.25, 1.0], [2.0, 3.0]);
    // ((c₀ + p₀) / d, c₁ p₁ / d) with d = c₂ + 1 = 2.
    let by_hand = [
        [0.5, 0.0, -2.5 / 4.0, 0.5, 0.0],
        [0.0, 1.5, 0.75 / 4.0, 0.0, -0.125],
    ];
    let mut residual = [0.0; 2];
    let mut jacobian = Mat::zeros(2, 5);
    factor.linearize(&[&camera, &point], &mut residual, Some(jacobian.as_mut()));
    assert_eq!(residual, [1.25, -0.375]);
    for (result, row) in by_hand.iter().enumerate() {
        for (input, &exact) in row.iter().enumerate() {
            let ours = jacobian[(result, input)];
            assert!((ours - exact).abs() < 1e-15, "({result}, {input}): {ours}");
        }
    }
    residual = [0.0; 2];
    factor.linearize(&[&camera, &point], &mut residual, None);
    assert_eq!(residual, [1.25, -0.375]);
}

#[test]
fn variables_that_do_not_fit_are_refused_where_they_are_registered() {
    let mut problem = Problem::new(JacobianMode::Sparse);
    let camera = problem.add_variable(ManifoldType::RN, DVector::from_vec(vec![0.0, 1.0, 2.0]));
    let pose = problem.add_variable(ManifoldType::SE2, DVector::zeros(3));
    let mut refusal = |keys: &[_]| {
        let factor = Box::new(projected.mapping().apex_solver());
        let registered = problem.try_add_residual_block(keys, factor, None);
        registered.expect_err("it does not fit").to_string()
    };
    let lengths = refusal(&[camera]);
    assert!(
        lengths.contains("the variables have 3 numbers, but the function has 5 inputs"),
        "{lengths}"
    );
    let curved = refusal(&[camera, pose]);
    assert!(curved.contains("and not SE2"), "{curved}");
}

/// Points on a line, from one fixed at 0: all their differences are measured exactly, so each point is at its
/// number, on all cores.
#[test]
fn a_network_of_points_is_where_its_measurements_say() {
    let mut problem = Problem::new(JacobianMode::Sparse);
    let points: Vec<_> = (0..30)
        .map(|at| {
            problem.add_variable(
                ManifoldType::RN,
                DVector::from_vec(vec![0.0, f64::from(at % 7)]),
            )
        })
        .collect();
    problem.fix_variable(points[0], 0);
    problem.fix_variable(points[0], 1);
    for later in 1..points.len() {
        for back in [1, 3].into_iter().filter(|back| *back <= later) {
            let (east, north) = (back as f64, -2.0 * back as f64);
            let step = func!(move |from: [R; 2], to: [R; 2]| [
                to[0] - from[0] - east,
                to[1] - from[1] - north
            ]);
            let keys = [points[later - back], points[later]];
            problem.add_residual_block(&keys, Box::new(step.mapping().apex_solver()), None);
        }
    }
    let found = LevenbergMarquardt::new()
        .optimize(&mut problem)
        .expect("a solution");
    assert!(
        found.final_cost < 1e-12 * found.initial_cost,
        "{}",
        found.final_cost
    );
    for (at, point) in points.iter().enumerate() {
        let point = found.parameters[*point].as_param_slice();
        let at = at as f64;
        assert!((point[0] - at).abs() < 1e-6 && (point[1] + 2.0 * at).abs() < 1e-6);
    }
}
