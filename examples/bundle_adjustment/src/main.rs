//! A bundle adjustment: from where 50 cameras see 2,000 points, 10,000 observations with noise, find the
//! cameras and the points.
//!
//! The normal equations of all residuals are `monograd`'s, written into a sparse matrix whose pattern does not change; the
//! step of Levenberg and Marquardt is that of a sparse Cholesky factorisation, by `faer`. The error falls to the
//! noise floor.
//!
//! ```text
//! cargo run --release --package bundle_adjustment
//! ```

mod plot;
mod scene;

use faer::Side;
use faer::prelude::*;
use faer::sparse::linalg::solvers::{Llt, SymbolicLlt};
use faer::sparse::{SparseColMatRef, SymbolicSparseColMatRef};
use indicatif::{ProgressBar, ProgressStyle};
use monograd::prelude::*;
use monograd::sparse::Pattern;
use scene::{FOCAL_LENGTH, NOISE, Scene};
use std::error::Error;

func! {
    /// How far, in pixels, a camera sees a point from where it was seen. Its first three numbers are its rotation, an axis
    /// times an angle, the others its centre.
    fn residual(camera: [R; 6], point: [R; 3]; pixel: [R; 2]) -> [R; 2] {
        let d0 = point[0] - camera[3];
        let d1 = point[1] - camera[4];
        let d2 = point[2] - camera[5];
        // Rodrigues' formula: the rotation about the axis r by the angle |r|.
        let angle = (camera[0].square() + camera[1].square() + camera[2].square()).sqrt();
        let a0 = camera[0] / angle;
        let a1 = camera[1] / angle;
        let a2 = camera[2] / angle;
        let along = (a0 * d0 + a1 * d1 + a2 * d2) * (1 - angle.cos());
        let z0 = d0 * angle.cos() + (a1 * d2 - a2 * d1) * angle.sin() + a0 * along;
        let z1 = d1 * angle.cos() + (a2 * d0 - a0 * d2) * angle.sin() + a1 * along;
        let z2 = d2 * angle.cos() + (a0 * d1 - a1 * d0) * angle.sin() + a2 * along;
        [FOCAL_LENGTH * (z0 / z2) - pixel[0], FOCAL_LENGTH * (z1 / z2) - pixel[1]]
    }
}

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

    // Where each observation's camera and point begin among the unknowns, and the patterns: once.
    let pixels: Vec<_> = scene.observations.iter().map(|seen| seen.pixel).collect();
    let starts: Vec<_> = scene
        .observations
        .iter()
        .map(|seen| scene.starts(seen))
        .collect();
    let errors_of_all = residual.over(&pixels).at(&starts, unknowns.len())?;
    let mut equations = errors_of_all.sparse_normal_equations();
    let pattern = equations.pattern().clone();
    let factorisation = Factorisation::new(&pattern)?;
    let mut values = vec![0.0; pattern.len()];
    let mut rhs = vec![0.0; unknowns.len()];
    let mut residuals = vec![0.0; errors_of_all.residual_count()];
    let mut cost_of = |unknowns: &[f64]| -> Result<f64, Box<dyn Error>> {
        errors_of_all.results_at(unknowns, &mut residuals)?;
        Ok(residuals.iter().map(|r| r * r).sum())
    };

    let bar = ProgressBar::new(STEPS as u64)
        .with_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?);
    let mut damping = 1e-3;
    let mut cost = cost_of(&unknowns)?;
    let mut errors = vec![scene.pixels(cost)];
    println!("step  0: {:.6} pixels", errors[0]);
    for step in 1..=STEPS {
        bar.set_message(format!("{:.4} pixels", scene.pixels(cost)));
        bar.inc(1);
        equations.normal_equations_into(&unknowns, &mut values, &mut rhs)?;
        let moved = factorisation.step(&mut values, &rhs, damping)?;
        let candidate: Vec<f64> = unknowns.iter().zip(&moved).map(|(x, d)| x + d).collect();
        let new_cost = cost_of(&candidate)?;
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

/// The factorisation of the lower triangle of a symmetric matrix, whose pattern is analysed once.
struct Factorisation<'p> {
    pattern: SymbolicSparseColMatRef<'p, usize>,
    symbolic: SymbolicLlt<usize>,
    /// The entries on the diagonal.
    diagonal: Vec<usize>,
}

impl<'p> Factorisation<'p> {
    fn new(pattern: &'p Pattern) -> Result<Self, Box<dyn Error>> {
        let size = pattern.row_count();
        let diagonal = (0..size)
            .filter_map(|at| pattern.position(at, at))
            .collect();
        let (starts, indices) = (pattern.starts(), pattern.indices());
        let pattern = SymbolicSparseColMatRef::new_checked(size, size, starts, None, indices);
        let symbolic = SymbolicLlt::try_new(pattern, Side::Lower)
            .map_err(|error| format!("the pattern: {error:?}"))?;
        Ok(Factorisation {
            pattern,
            symbolic,
            diagonal,
        })
    }

    /// The step of Levenberg and Marquardt: (JᵀJ + λ diag JᵀJ) δ = −Jᵀr.
    fn step(&self, jtj: &mut [f64], jtr: &[f64], damping: f64) -> Result<Vec<f64>, Box<dyn Error>> {
        for &at in &self.diagonal {
            jtj[at] += damping * jtj[at] + 1e-12;
        }
        let matrix = SparseColMatRef::new(self.pattern, &*jtj);
        let factors = Llt::try_new_with_symbolic(self.symbolic.clone(), matrix, Side::Lower)
            .map_err(|error| format!("the factorisation: {error:?}"))?;
        let mut step = Mat::from_fn(jtr.len(), 1, |row, _| -jtr[row]);
        factors.solve_in_place(step.as_mut());
        Ok((0..jtr.len()).map(|row| step[(row, 0)]).collect())
    }
}
