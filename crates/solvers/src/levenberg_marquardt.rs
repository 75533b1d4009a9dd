//! [levenberg-marquardt](https://docs.rs/levenberg-marquardt) 0.15: nonlinear least squares, as MINPACK's `lmder`.
//!
//! [`mapping.levenberg_marquardt(start)`](crate::MappingSolvers::levenberg_marquardt) is the problem to minimise ½ |r(x)|²,
//! with the residuals r of any [`Mapping`] and their exact Jacobian.
//!
//! ```
//! use levenberg_marquardt::LevenbergMarquardt;
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! {
//!     /// What the decay a exp(−b t) is off at five times.
//!     fn residuals(a, b; t: [R; 5], y: [R; 5]) -> [R; 5] { a * (-b * t).exp() - y }
//! }
//! let t = [0.0, 0.5, 1.0, 1.5, 2.0];
//! let data = (t, t.map(|t: f64| 2.5 * (-1.3 * t).exp()));
//!
//! let problem = residuals.with(&data).mapping().levenberg_marquardt([1.0_f64, 1.0])?;
//! let (fit, report) = LevenbergMarquardt::new().minimize(problem);
//! assert!(report.termination.was_successful());
//! let [a, b] = fit.point() else { unreachable!("two inputs") };
//! assert!((a - 2.5).abs() < 1e-12 && (b - 1.3).abs() < 1e-12);
//! # Ok::<(), monograd::drivers::LengthError>(())
//! ```
//!
//! # Rows
//!
//! Any number of observations are rows, in a `Vec` for example, and the function has the residual of one of them:
//!
//! ```
//! use levenberg_marquardt::LevenbergMarquardt;
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! { fn residual(a, b; t, y) { a * (-b * t).exp() - y } }
//!
//! let rows: Vec<[f64; 2]> = (0..40).map(|i| f64::from(i) / 20.0).map(|t| [t, 2.5 * (-1.3 * t).exp()]).collect();
//! let residuals = residual.over(&rows).residuals();
//! let (fit, _) = LevenbergMarquardt::new().minimize(residuals.levenberg_marquardt([1.0_f64, 1.0])?);
//! assert!((fit.point()[0] - 2.5).abs() < 1e-12 && (fit.point()[1] - 1.3).abs() < 1e-12);
//! # Ok::<(), monograd::drivers::LengthError>(())
//! ```
//!
//! `residual.over(&rows).normal_equations(&x)` at the solution gives the standard errors: the covariance of the parameters is
//! s² (JᵀJ)⁻¹, where s² is the sum of squares divided by the number of rows less that of parameters. The cookbook of monograd,
//! *Standard errors*, has the program.
//!
//! # nalgebra
//!
//! levenberg-marquardt 0.15 computes with nalgebra 0.34, which is re-exported here as `nalgebra`. Nothing of it is in the call or in the result:
//! [`point`](LeastSquares::point) is a slice. A program with another version of nalgebra has both in its build, and copies
//! the slice into its own vector: `DVector::from_column_slice(fit.point())`.
//!
//! # The glue it replaces
//!
//! A problem by hand is a struct with the rows and the point, three associated types, and four methods, of which one
//! fills the Jacobian from derivatives that are written out: 31 lines for two parameters.

pub use nalgebra;

use levenberg_marquardt::LeastSquaresProblem;
use monograd::drivers::{Layout, LengthError};
use monograd::scalar::Field;
use monograd::{Mapping, Scalar};
use nalgebra::{DMatrix, DVector, Dyn, RealField, storage::Owned};

/// A mapping as a least-squares problem, with its point: what
/// [`levenberg_marquardt`](crate::MappingSolvers::levenberg_marquardt) gives and `minimize` gives back.
#[derive(Debug, Clone)]
pub struct LeastSquares<M, S = f64> {
    mapping: M,
    point: Vec<S>,
}

impl<M: Mapping<S>, S: Scalar> LeastSquares<M, S> {
    pub(crate) fn new(mapping: M, start: Vec<S>) -> Result<Self, LengthError> {
        LengthError::check("start", mapping.input_len(), &start)?;
        Ok(LeastSquares {
            mapping,
            point: start,
        })
    }
}

impl<M, S> LeastSquares<M, S> {
    /// The point: the start, and after `minimize` the solution.
    pub fn point(&self) -> &[S] {
        &self.point
    }

    /// The mapping and the point.
    pub fn into_parts(self) -> (M, Vec<S>) {
        (self.mapping, self.point)
    }
}

impl<M, S> LeastSquaresProblem<S, Dyn, Dyn> for LeastSquares<M, S>
where
    M: Mapping<S>,
    S: Scalar + RealField + Copy,
{
    type ResidualStorage = Owned<S, Dyn>;
    type JacobianStorage = Owned<S, Dyn, Dyn>;
    type ParameterStorage = Owned<S, Dyn>;

    fn set_params(&mut self, x: &DVector<S>) {
        self.point.copy_from_slice(x.as_slice());
    }
    fn params(&self) -> DVector<S> {
        DVector::from_column_slice(&self.point)
    }
    fn residuals(&self) -> Option<DVector<S>> {
        let mut residuals = DVector::from_element(self.mapping.output_len(), <S as Field>::zero());
        let lengths = self
            .mapping
            .results_at(&self.point, residuals.as_mut_slice());
        lengths.is_ok().then_some(residuals)
    }
    fn jacobian(&self) -> Option<DMatrix<S>> {
        let (m, n) = (self.mapping.output_len(), self.mapping.input_len());
        let mut jacobian = DMatrix::from_element(m, n, <S as Field>::zero());
        let columns = jacobian.as_mut_slice();
        let lengths = self
            .mapping
            .jacobian_at(&self.point, columns, Layout::ColumnMajor);
        lengths.is_ok().then_some(jacobian)
    }
}
