//! [apex-solver](https://docs.rs/apex-solver) 1.5: large sparse least squares on factor graphs.
//!
//! [`mapping.apex_solver()`](crate::MappingSolvers::apex_solver) is a factor: residuals that depend on a few of the
//! problem's variables, with their exact Jacobian. The inputs of the function are the numbers of these variables, one
//! variable after the other.
//!
//! ```
//! use apex_solver::core::problem::Problem;
//! use apex_solver::linalg::JacobianMode;
//! use apex_solver::manifold::ManifoldType;
//! use apex_solver::optimizer::LevenbergMarquardt;
//! use monograd::prelude::*;
//! use monograd_solvers::apex_solver::nalgebra::DVector;
//! use monograd_solvers::prelude::*;
//!
//! let mut problem = Problem::new(JacobianMode::Sparse);
//! let [left, right, top] = [[0.0, 0.0], [4.0, 0.0], [1.0, 1.0]]
//!     .map(|[x, y]| problem.add_variable(ManifoldType::RN, DVector::from_vec(vec![x, y])));
//! for fixed in [left, right] {
//!     problem.fix_variable(fixed, 0);
//!     problem.fix_variable(fixed, 1);
//! }
//! for (anchor, measured) in [(left, 3.0), (right, 5.0)] {
//!     // How far the distance of two points is from the one measured.
//!     let off = func!(move |a: [R; 2], b: [R; 2]| (a - b).norm() - measured);
//!     problem.add_residual_block(&[anchor, top], Box::new(off.mapping().apex_solver()), None);
//! }
//! let found = LevenbergMarquardt::new().optimize(&mut problem)?;
//! // In the triangle with sides 3, 4 and 5 the right angle is on the left.
//! let top = found.parameters[top].as_param_slice();
//! assert!(top[0].abs() < 1e-6 && (top[1] - 3.0).abs() < 1e-6, "{top:?}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Variables
//!
//! Variables are vectors, `ManifoldType::RN`. On another manifold, of poses for example, apex-solver needs the Jacobian in the coordinates
//! of a step and not in the numbers of the variable. `try_add_residual_block` refuses such a variable, and variables whose
//! numbers are not the inputs of the function, with an error; `add_residual_block` panics with it.
//!
//! # Data
//!
//! A factor is `Send`, `Sync` and `'static`. A function made in place with `move` owns the numbers that it captures, as above. Data after `;`
//! are borrowed by [`with`](monograd::Function::with); they must be in a `static`.
//!
//! # nalgebra and faer
//!
//! apex-solver 1.5 stores variables in vectors of nalgebra 0.33, which is re-exported here as `nalgebra`. A program with another
//! version has both in its build; a slice of one makes a vector of the other, `DVector::from_column_slice(x.as_slice())`.
//! Results are slices, `as_param_slice()`. Of faer 0.24 nothing is in a call.
//!
//! # The glue it replaces
//!
//! By hand: a struct with the measurement, and an implementation of `Factor` whose Jacobian is written out: 40 lines for
//! the projection of a camera. Here it is `.mapping().apex_solver()`.

pub use nalgebra_0_33 as nalgebra;

use apex_solver::core::variable::ManifoldVariable;
use apex_solver::factors;
use apex_solver::manifold::{LieGroup, rn::Rn};
use faer::MatMut;
use monograd::Mapping;
use monograd::drivers::{Layout, LengthError};
use std::cell::RefCell;

/// A mapping as a factor of apex-solver: what [`apex_solver`](crate::MappingSolvers::apex_solver) gives.
#[derive(Debug, Clone)]
pub struct Factor<M>(M);

impl<M: Mapping> Factor<M> {
    pub(crate) const fn new(mapping: M) -> Self {
        Factor(mapping)
    }

    /// The residuals, and the Jacobian if it is wanted.
    fn evaluate(
        &self,
        slices: &mut Slices,
        residual: &mut [f64],
        jacobian: Option<MatMut<'_, f64>>,
    ) -> Result<(), LengthError> {
        self.0.results_at(&slices.point, residual)?;
        let Some(mut jacobian) = jacobian else {
            return Ok(());
        };
        let (m, n) = (self.0.output_len(), self.0.input_len());
        slices.jacobian.resize(m * n, 0.0);
        self.0
            .jacobian_at(&slices.point, &mut slices.jacobian, Layout::ColumnMajor)?;
        for input in 0..n {
            for result in 0..m {
                jacobian[(result, input)] =
                    slices.jacobian[Layout::ColumnMajor.index(result, input, m, n)];
            }
        }
        Ok(())
    }
}

/// What one evaluation needs.
struct Slices {
    /// The numbers of the variables, one variable after the other.
    point: Vec<f64>,
    jacobian: Vec<f64>,
}

thread_local! {
    // apex-solver evaluates its factors on several threads.
    static SLICES: RefCell<Slices> = const { RefCell::new(Slices { point: Vec::new(), jacobian: Vec::new() }) };
}

impl<M: Mapping + Send + Sync> factors::Factor for Factor<M> {
    /// # Panics
    ///
    /// If the parameters do not have as many numbers as the mapping has inputs. A problem refuses such variables.
    fn linearize(
        &self,
        params: &[&[f64]],
        residual: &mut [f64],
        jacobian: Option<MatMut<'_, f64>>,
    ) {
        SLICES.with_borrow_mut(|slices| {
            slices.point.clear();
            for variable in params {
                slices.point.extend_from_slice(variable);
            }
            if let Err(lengths) = self.evaluate(slices, residual, jacobian) {
                panic!("a factor of apex-solver: {lengths}");
            }
        });
    }
    fn residual_dim(&self) -> usize {
        self.0.output_len()
    }
    fn jacobian_shape(&self) -> (usize, usize) {
        (self.0.output_len(), self.0.input_len())
    }
    fn validate_variables(&self, variables: &[&dyn ManifoldVariable]) -> Result<(), String> {
        let mut numbers = 0;
        for variable in variables {
            let manifold = variable.manifold_type_name();
            if manifold != Rn::NAME {
                return Err(format!(
                    "the variables of a function are vectors, `ManifoldType::RN`, and not {manifold}"
                ));
            }
            numbers += variable.dof();
        }
        let inputs = self.0.input_len();
        if numbers == inputs {
            return Ok(());
        }
        Err(format!(
            "the variables have {numbers} numbers, but the function has {inputs} inputs"
        ))
    }
}
