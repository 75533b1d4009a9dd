//! diffsol: products against the function's own Jacobian, and sensitivities and adjoints with known answers.
#![cfg(feature = "diffsol")]

use diffsol::{
    AdjointOdeSolverMethod, FaerSparseLU, FaerSparseMat, NalgebraLU, NalgebraMat, OdeBuilder,
    OdeSolverMethod, OdeSolverState, SensitivitiesOdeSolverMethod, Vector,
};
use monograd::prelude::*;
use monograd_solvers::prelude::*;

func! {
    fn robertson(x, y, z, a, b, c) {
        let slow = a * x;
        let back = b * y * z;
        let fast = c * y * y;
        [back - slow, slow - back - fast, fast]
    }
    fn decay(y, rate, _start) { -rate * y }
    fn start(_rate, start) { start }
    fn itself(y, _rate, _start) { y }
    fn logistic(y, rate, capacity, _start) { rate * y * (1 - y / capacity) }
    fn born(_rate, _capacity, start) { start }
    /// Its solution.
    fn population(rate, capacity, start; t) { capacity / (1 + (capacity / start - 1) * (-rate * t).exp()) }
    fn driven(y, rate, t) { rate * t.cos() - y }
}

#[test]
fn the_products_are_those_of_the_jacobian() {
    let rhs = robertson.mapping().diffsol();
    let (x, p) = ([0.7, 0.2, 0.1], [0.04, 10.0, 30.0]);
    let (values, jacobian) = robertson.value_and_jacobian(&[0.7, 0.2, 0.1, 0.04, 10.0, 30.0]);
    let v = [0.5, -2.0, 3.0];
    let mut y = [0.0; 3];

    rhs.value()(&x, &p, 0.0, &mut y);
    assert_eq!(y, values);
    let along_state = rhs.jacobian();
    let along_parameters = rhs.sensitivity();
    let back_to_state = rhs.adjoint();
    let back_to_parameters = rhs.sensitivity_adjoint();
    // Each closure keeps its memory, so each is called twice.
    for _ in 0..2 {
        for first in [0, 3] {
            match first {
                0 => along_state(&x, &p, 0.0, &v, &mut y),
                _ => along_parameters(&x, &p, 0.0, &v, &mut y),
            }
            for (y, row) in y.iter().zip(&jacobian) {
                let product: f64 = (0..3).map(|i| row[first + i] * v[i]).sum();
                assert!((y - product).abs() < 1e-12);
            }
            match first {
                0 => back_to_state(&x, &p, 0.0, &v, &mut y),
                _ => back_to_parameters(&x, &p, 0.0, &v, &mut y),
            }
            for (i, y) in y.iter().enumerate() {
                let product: f64 = (0..3).map(|k| jacobian[k][first + i] * v[k]).sum();
                assert!((y + product).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn an_equation_in_time() {
    let rhs = driven.mapping().diffsol().in_time();
    let problem = OdeBuilder::<NalgebraMat<f64>>::new()
        .p([2.0])
        .rtol(1e-9)
        .atol([1e-10])
        .rhs_implicit(rhs.value(), rhs.jacobian())
        .init(|_, _, y| y[0] = 1.0, 1)
        .build()
        .expect("a problem");
    let mut solver = problem.bdf::<NalgebraLU<f64>>().expect("a solver");
    let (states, _) = solver.solve_dense(&[1.0, 5.0]).expect("a solution");
    for (column, t) in [1.0_f64, 5.0].into_iter().enumerate() {
        // y' = 2 cos t − y from 1: y = cos t + sin t.
        assert!((states[(0, column)] - (t.cos() + t.sin())).abs() < 1e-6);
    }
}

#[test]
fn the_sensitivities_of_logistic_growth_are_those_of_its_formula() {
    let rhs = logistic.mapping().diffsol();
    let initial = born.mapping().diffsol_initial();
    let p = [0.8, 10.0, 0.5];
    let problem = OdeBuilder::<NalgebraMat<f64>>::new()
        .p(p)
        .rtol(1e-9)
        .atol([1e-10])
        .sens_rtol(1e-9)
        .sens_atol([1e-10])
        .rhs_sens_implicit(rhs.value(), rhs.jacobian(), rhs.sensitivity())
        .init_sens(initial.value(), initial.sensitivity(), 1)
        .build()
        .expect("a problem");
    let times = [1.0, 3.0, 6.0, 12.0];
    let (states, slopes, _) = problem
        .bdf_sens::<NalgebraLU<f64>>()
        .expect("a solver")
        .solve_dense_sensitivities(&times)
        .expect("a solution");
    for (column, t) in times.into_iter().enumerate() {
        let (value, gradient) = population.with(&[t]).value_and_gradient(&p);
        assert!((states[(0, column)] - value).abs() < 1e-6, "{t}");
        for (slope, exact) in slopes.iter().zip(gradient) {
            let slope = slope[(0, column)];
            assert!((slope - exact).abs() < 1e-5, "at {t}: {slope}, not {exact}");
        }
    }
}

/// The equations of decay for the adjoint, whose output is the state.
macro_rules! decay_with_adjoint {
    ($integrated:literal) => {{
        let rhs = decay.mapping().diffsol();
        let initial = start.mapping().diffsol_initial();
        let out = itself.mapping().diffsol();
        OdeBuilder::<NalgebraMat<f64>>::new()
            .p([RATE, START])
            .rtol(1e-9)
            .atol([1e-9])
            .integrate_out($integrated)
            .out_rtol(1e-9)
            .out_atol([1e-9])
            .sens_rtol(1e-9)
            .sens_atol([1e-9])
            .param_rtol(1e-9)
            .param_atol([1e-9, 1e-9])
            .rhs_adjoint_implicit(
                rhs.value(),
                rhs.jacobian(),
                rhs.adjoint(),
                rhs.sensitivity_adjoint(),
            )
            .init_adjoint(initial.value(), initial.sensitivity_adjoint(), 1)
            .out_adjoint_implicit(
                out.value(),
                out.jacobian(),
                out.adjoint(),
                out.sensitivity_adjoint(),
                1,
            )
            .build()
            .expect("a problem")
    }};
}

const RATE: f64 = 0.5;
const START: f64 = 2.0;

#[test]
fn the_gradient_of_an_integral_by_its_adjoint() {
    let end = 3.0;
    let problem = decay_with_adjoint!(true);
    let mut solver = problem.bdf::<NalgebraLU<f64>>().expect("a solver");
    let (checkpoints, ..) = solver
        .solve_with_checkpointing(end, None)
        .expect("the state");
    let integral = solver.state().g.get_index(0);
    let backwards = problem
        .bdf_solver_adjoint::<NalgebraLU<f64>, _>(checkpoints, Some(solver), None)
        .expect("an adjoint solver");
    let (state, _) = backwards
        .solve_adjoint_backwards_pass(&[], &[])
        .expect("the adjoint");

    // ∫ start exp(−rate t) dt = start (1 − exp(−rate end)) / rate
    let decayed = (-RATE * end).exp();
    assert!((integral - START * (1.0 - decayed) / RATE).abs() < 1e-6);
    let in_rate = START * (end * decayed / RATE - (1.0 - decayed) / (RATE * RATE));
    let in_start = (1.0 - decayed) / RATE;
    for (at, exact) in [in_rate, in_start].into_iter().enumerate() {
        assert!(
            (state.as_ref().sg.get_index(at) - exact).abs() < 1e-5,
            "{exact}"
        );
    }
}

#[test]
fn the_gradient_of_squared_errors_by_its_adjoint() {
    let (times, observed) = ([1.0, 2.0, 3.0], [1.0, 0.9, 0.5]);
    let problem = decay_with_adjoint!(false);
    let mut solver = problem.bdf::<NalgebraLU<f64>>().expect("a solver");
    let (checkpoints, states, _) = solver
        .solve_dense_with_checkpointing(&times, None)
        .expect("the state");
    // The derivative of (y − observed)² in each state observed.
    let mut slopes = states.clone();
    for (at, observed) in observed.into_iter().enumerate() {
        slopes[(0, at)] = 2.0 * (states[(0, at)] - observed);
    }
    let backwards = problem
        .bdf_solver_adjoint::<NalgebraLU<f64>, _>(checkpoints, Some(solver), Some(1))
        .expect("an adjoint solver");
    let (state, _) = backwards
        .solve_adjoint_backwards_pass(&times, &[&slopes])
        .expect("the adjoint");

    func! {
        fn loss(rate, start; t: [R; 3], y: [R; 3]) { (start * (-rate * t).exp() - y).norm_squared() }
    }
    let data = (times, observed);
    let exact = loss.with(&data).gradient(&[RATE, START]);
    for (at, exact) in exact.into_iter().enumerate() {
        let ours = state.as_ref().sg.get_index(at);
        assert!((ours - exact).abs() < 1e-5, "{ours}, not {exact}");
    }
}

#[test]
fn sparse_jacobians_give_the_same_solution() {
    macro_rules! end {
        ($Matrix:ty, $Solver:ty, $coloring:literal) => {{
            let rhs = robertson.mapping().diffsol();
            let problem = OdeBuilder::<$Matrix>::new()
                .p([0.04, 1e4, 3e7])
                .rtol(1e-7)
                .atol([1e-9, 1e-12, 1e-9])
                .use_coloring($coloring)
                .rhs_implicit(rhs.value(), rhs.jacobian())
                .init(|_, _, y| y.copy_from_slice(&[1.0, 0.0, 0.0]), 3)
                .build()
                .expect("a problem");
            let mut solver = problem.bdf::<$Solver>().expect("a solver");
            let (states, _) = solver.solve_dense(&[40.0]).expect("a solution");
            [0, 1, 2].map(|at| states[(at, 0)])
        }};
    }
    let dense = end!(NalgebraMat<f64>, NalgebraLU<f64>, false);
    let colored = end!(NalgebraMat<f64>, NalgebraLU<f64>, true);
    let sparse = end!(FaerSparseMat<f64>, FaerSparseLU<f64>, true);
    for at in 0..3 {
        assert!((colored[at] - dense[at]).abs() < 1e-6 * dense[at]);
        assert!((sparse[at] - dense[at]).abs() < 1e-6 * dense[at]);
    }
}

#[test]
#[should_panic(expected = "the point has length 2, but must have length 6")]
fn a_state_of_another_length_is_a_panic_that_says_so() {
    let mut y = [0.0; 3];
    robertson.mapping().diffsol().value()(&[1.0], &[1.0], 0.0, &mut y);
}
