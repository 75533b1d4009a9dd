//! A bundle adjustment: from where 50 cameras see 2,000 points, 10,000 observations with noise, find the
//! cameras and the points.
//!
//! The residual of an observation and its Jacobian are `monograd`'s; the step of Levenberg and Marquardt is
//! that of a sparse Cholesky factorisation, by `faer`. The error falls to the noise floor.
//!
//! ```text
//! cargo run --release --manifest-path examples/bundle_adjustment/Cargo.toml
//! ```

mod plot;
mod scene;

use faer::Side;
use faer::prelude::*;
use faer::sparse::{SparseColMat, Triplet};
use indicatif::{ProgressBar, ProgressStyle};
use monograd::prelude::*;
use scene::{FOCAL_LENGTH, NOISE, Observation, Scene};
use std::error::Error;

func! {
    /// How far, in pixels, a camera of rotation r and centre c sees the point x from where it was seen.
    fn residual(r0, r1, r2, c0, c1, c2, x0, x1, x2; u, v) {
        let d0 = x0 - c0;
        let d1 = x1 - c1;
        let d2 = x2 - c2;
        // Rodrigues' formula: the rotation about the axis r by the angle |r|.
        let angle = (r0.square() + r1.square() + r2.square()).sqrt();
        let a0 = r0 / angle;
        let a1 = r1 / angle;
        let a2 = r2 / angle;
        let along = (a0 * d0 + a1 * d1 + a2 * d2) * (1 - angle.cos());
        let z0 = d0 * angle.cos() + (a1 * d2 - a2 * d1) * angle.sin() + a0 * along;
        let z1 = d1 * angle.cos() + (a2 * d0 - a0 * d2) * angle.sin() + a1 * along;
        let z2 = d2 * angle.cos() + (a0 * d1 - a1 * d0) * angle.sin() + a2 * along;
        [FOCAL_LENGTH * (z0 / z2) - u, FOCAL_LENGTH * (z1 / z2) - v]
    }
}

/// Inputs of the residual: six of a camera, three of a point.
type Inputs = [f64; 9];

const STEPS: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let scene = Scene::new(50, 2000, 5);
    let mut unknowns = scene.initial_guess();
    println!(
        "{} cameras, {} points, {} observations with a noise of {NOISE} pixels",
        scene.cameras.len(),
        scene.points.len(),
        scene.observations.len()
    );

    let bar = ProgressBar::new(STEPS as u64)
        .with_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?);
    let mut damping = 1e-3;
    let mut cost = cost_of(&scene, &unknowns);
    let mut errors = vec![scene.pixels(cost)];
    println!("step  0: {:.6} pixels", errors[0]);
    for step in 1..=STEPS {
        bar.set_message(format!("{:.4} pixels", scene.pixels(cost)));
        bar.inc(1);
        let equations = Equations::new(&scene, &unknowns);
        let moved = equations.solve(damping)?;
        let candidate: Vec<f64> = unknowns.iter().zip(&moved).map(|(x, d)| x + d).collect();
        let new_cost = cost_of(&scene, &candidate);
        if new_cost < cost {
            let gain = (cost - new_cost) / cost;
            (unknowns, cost) = (candidate, new_cost);
            damping = f64::max(damping / 10.0, 1e-12);
            errors.push(scene.pixels(cost));
            bar.suspend(|| println!("step {step:2}: {:.6} pixels", scene.pixels(cost)));
            if gain < 1e-9 {
                break;
            }
        } else {
            damping *= 10.0;
        }
    }
    bar.finish_and_clear();

    let floor = scene.noise_floor();
    println!("the noise floor is {floor:.6} pixels");
    plot::errors("bundle_adjustment.svg", &errors, floor)?;
    println!("the errors are drawn in bundle_adjustment.svg");
    let error = scene.pixels(cost);
    if (error - floor).abs() > 0.02 * floor {
        return Err(format!("the error, {error} pixels, is not the noise floor").into());
    }
    Ok(())
}

/// The inputs of an observation's residual.
fn inputs(scene: &Scene, unknowns: &[f64], observation: &Observation) -> Inputs {
    let (camera, point) = scene.places(observation);
    std::array::from_fn(|i| match i {
        0..6 => unknowns[camera + i],
        _ => unknowns[point + i - 6],
    })
}

/// The sum of the squares of all residuals.
fn cost_of(scene: &Scene, unknowns: &[f64]) -> f64 {
    let squares = scene.observations.iter().map(|observation| {
        let [u, v] = residual
            .with(&observation.pixel)
            .value(&inputs(scene, unknowns, observation));
        u * u + v * v
    });
    squares.sum()
}

/// JᵀJ, its lower half, and Jᵀr.
struct Equations {
    triplets: Vec<Triplet<usize, usize, f64>>,
    diagonal: Vec<f64>,
    right: Vec<f64>,
}

impl Equations {
    fn new(scene: &Scene, unknowns: &[f64]) -> Self {
        let mut triplets = Vec::with_capacity(45 * scene.observations.len());
        let mut diagonal = vec![0.0; unknowns.len()];
        let mut right = vec![0.0; unknowns.len()];
        for observation in &scene.observations {
            let x = inputs(scene, unknowns, observation);
            let (errors, jacobian) = residual.with(&observation.pixel).value_and_jacobian(&x);
            let (camera, point) = scene.places(observation);
            let place = |i: usize| if i < 6 { camera + i } else { point + i - 6 };
            for row in 0..9 {
                let product = |column: usize| {
                    jacobian
                        .iter()
                        .map(|slopes| slopes[row] * slopes[column])
                        .sum::<f64>()
                };
                for column in 0..=row {
                    triplets.push(Triplet::new(place(row), place(column), product(column)));
                }
                diagonal[place(row)] += product(row);
                right[place(row)] += errors[0] * jacobian[0][row] + errors[1] * jacobian[1][row];
            }
        }
        Equations {
            triplets,
            diagonal,
            right,
        }
    }

    /// The step of Levenberg and Marquardt: (JᵀJ + λ diag JᵀJ) δ = −Jᵀr.
    fn solve(mut self, damping: f64) -> Result<Vec<f64>, Box<dyn Error>> {
        let unknowns = self.right.len();
        let damped = self.diagonal.iter().enumerate();
        let damped = damped.map(|(i, &square)| Triplet::new(i, i, damping * square + 1e-12));
        self.triplets.extend(damped);
        let matrix = SparseColMat::try_new_from_triplets(unknowns, unknowns, &self.triplets)
            .map_err(|error| format!("the normal equations: {error:?}"))?;
        let factors = matrix
            .sp_cholesky(Side::Lower)
            .map_err(|error| format!("their factorisation: {error:?}"))?;
        let mut step = Mat::from_fn(unknowns, 1, |row, _| -self.right[row]);
        factors.solve_in_place(step.as_mut());
        Ok((0..unknowns).map(|row| step[(row, 0)]).collect())
    }
}
