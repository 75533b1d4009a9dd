//! Checks of derivatives: against finite differences, and of every mode against every other.
//!
//! ```
//! use monograd::check;
//! use monograd::prelude::*;
//!
//! func! {
//!     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
//! }
//! check::assert_derivatives(rosenbrock, &[0.3, 0.7]);
//! ```
//!
//! One call evaluates the function in `f64` and in `f32`, by reverse mode, over [`Dual`](crate::Dual),
//! [`MultiDual`](crate::MultiDual) and [`Taylor`](crate::Taylor) numbers and over
//! [`Value`](crate::Value)s on a tape, and holds together the value, the gradient, the derivative
//! along a direction from both sides, ⟨u, J v⟩ = ⟨Jᵀu, v⟩, the Hessian and the third derivative. In
//! `f64` each is held against the differences of the order below it, too.
//!
//! A rule of your own, or the derivative given to [`custom`](crate::custom), is found out:
//!
//! ```
//! use monograd::check;
//! use monograd::prelude::*;
//!
//! func! {
//!     fn wrong_slope(x, _y) { 3 * x }
//!     fn square(x) { custom(|x| x * x, wrong_slope, (x,)) }
//! }
//! let mismatch = check::function(square, &[2.0]).unwrap_err();
//! assert!(mismatch.to_string().starts_with(
//!     "the derivative in input 0 at [2.0] in f64 is 6.0 by reverse mode but "
//! ));
//! ```

mod difference;
pub(crate) mod modes;

pub use difference::{Difference, difference};

use crate::drivers::{Function, VectorFunction};
use core::{error, fmt};

/// Checks all derivatives of `f` at `point` with the default tolerances; see [`Check::function`].
///
/// # Errors
///
/// What two ways to compute something do not agree on.
///
/// ```
/// use monograd::prelude::*;
///
/// assert!(monograd::check::function(func!(|x, y| x.pow(y)), &[2.0, 3.0]).is_ok());
/// ```
pub fn function<const N: usize>(
    f: impl Function<N>,
    point: &[f64; N],
) -> Result<Report, Mismatch<N>> {
    Check::default().function(f, point)
}

/// Checks the Jacobian of `f` at `point` with the default tolerances; see [`Check::vector_function`].
///
/// # Errors
///
/// What two ways to compute something do not agree on.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x, y| [x * y, x.hypot(y)]);
/// assert!(monograd::check::vector_function(f, &[2.0, 3.0]).is_ok());
/// ```
pub fn vector_function<const N: usize, const M: usize>(
    f: impl VectorFunction<N, M>,
    point: &[f64; N],
) -> Result<Report, Mismatch<N>> {
    Check::default().vector_function(f, point)
}

/// For tests: checks all derivatives of `f` at `point`, as [`function`] does.
///
/// # Panics
///
/// With the mismatch, if there is one; or if something could not be compared.
///
/// ```
/// use monograd::check;
/// use monograd::prelude::*;
///
/// check::assert_derivatives(func!(|x, y| (x * y).sin()), &[0.3, 0.7]);
/// ```
#[track_caller]
pub fn assert_derivatives<const N: usize>(f: impl Function<N>, point: &[f64; N]) {
    assert_conclusive(function(f, point));
}

/// For tests: checks the Jacobian of `f` at `point`, as [`vector_function`] does.
///
/// # Panics
///
/// With the mismatch, if there is one; or if something could not be compared.
///
/// ```
/// use monograd::check;
/// use monograd::prelude::*;
///
/// check::assert_jacobian(func!(|x, y| [x * y, x / y]), &[0.3, 0.7]);
/// ```
#[track_caller]
pub fn assert_jacobian<const N: usize, const M: usize>(
    f: impl VectorFunction<N, M>,
    point: &[f64; N],
) {
    assert_conclusive(vector_function(f, point));
}

#[track_caller]
fn assert_conclusive<const N: usize>(result: Result<Report, Mismatch<N>>) {
    match result {
        Err(mismatch) => panic!("{mismatch}"),
        Ok(report) => assert!(
            report.inconclusive == 0,
            "{} numbers could not be compared: they are infinite or NaN, or differences with \
             different steps do not agree",
            report.inconclusive
        ),
    }
}

/// How to check, and how closely.
///
/// ```
/// use monograd::check::Check;
/// use monograd::prelude::*;
///
/// // Near a pole the differences need short steps.
/// let check = Check { step: 1e-4, ..Check::default() };
/// assert!(check.function(func!(|x| 1 / x), &[1e-2]).is_ok());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// How far a derivative may be from the differences, beyond what these may be off themselves:
    /// relative, absolute for derivatives below 1.
    pub tolerance: f64,
    /// How far the modes may be from one another, in units of the precision's ε: relative, absolute
    /// for derivatives below 1.
    pub rounding: f64,
    /// The longest step of the differences, relative to the input, absolute for inputs below 1.
    pub step: f64,
    /// Whether to check in `f32`, too.
    pub single_precision: bool,
    /// Whether to check against finite differences.
    pub differences: bool,
}

impl Default for Check {
    /// ```
    /// use monograd::check::Check;
    ///
    /// assert_eq!(Check::default().tolerance, 1e-7);
    /// ```
    fn default() -> Self {
        Check {
            tolerance: 1e-7,
            rounding: 256.0,
            step: 0.02,
            single_precision: true,
            differences: true,
        }
    }
}

impl Check {
    /// Checks all derivatives of `f` at `point`, to third order.
    ///
    /// Where a derivative is infinite or NaN the modes are not held together, since forward mode
    /// leaves out what does not move and the reverse sweep cannot.
    ///
    /// # Errors
    ///
    /// The first thing that two ways to compute it do not agree on.
    ///
    /// ```
    /// use monograd::check::Check;
    /// use monograd::prelude::*;
    ///
    /// let report = Check::default().function(func!(|x, y| x.atan2(y)), &[0.3, 0.7])?;
    /// assert!(report.comparisons > 20);
    /// # Ok::<(), monograd::check::Mismatch<2>>(())
    /// ```
    pub fn function<const N: usize>(
        &self,
        f: impl Function<N>,
        point: &[f64; N],
    ) -> Result<Report, Mismatch<N>> {
        let mut report = Report::default();
        modes::function::<f64, N>(self, &mut report, f, point)?;
        if self.single_precision {
            modes::function::<f32, N>(self, &mut report, f, point)?;
            modes::single_against_double(self, &mut report, f, point)?;
        }
        if self.differences {
            modes::function_against_differences(self, &mut report, f, point)?;
        }
        Ok(report)
    }

    /// Checks the Jacobian of `f` at `point`, in forward and in reverse mode, and the products with
    /// it.
    ///
    /// # Errors
    ///
    /// The first thing that two ways to compute it do not agree on.
    ///
    /// ```
    /// use monograd::check::Check;
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|x, y| [x * y, x / y]);
    /// assert!(Check::default().vector_function(f, &[0.3, 0.7]).is_ok());
    /// ```
    pub fn vector_function<const N: usize, const M: usize>(
        &self,
        f: impl VectorFunction<N, M>,
        point: &[f64; N],
    ) -> Result<Report, Mismatch<N>> {
        let mut report = Report::default();
        modes::vector_function::<f64, N, M>(self, &mut report, f, point)?;
        if self.single_precision {
            modes::vector_function::<f32, N, M>(self, &mut report, f, point)?;
        }
        if self.differences {
            modes::vector_against_differences(self, &mut report, f, point)?;
        }
        Ok(report)
    }
}

/// What was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use = "an inconclusive check has shown nothing"]
pub struct Report {
    /// How many pairs of numbers were compared.
    pub comparisons: usize,
    /// How many could not be: a number is infinite or NaN, or the differences with different steps do
    /// not agree among themselves.
    pub inconclusive: usize,
}

/// What two ways to compute it do not agree on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mismatch<const N: usize> {
    /// What it is.
    pub quantity: Quantity,
    /// The point.
    pub point: [f64; N],
    /// `f32` or `f64`.
    pub precision: &'static str,
    /// One way to compute it.
    pub mode: &'static str,
    /// What that gives.
    pub actual: f64,
    /// The other way.
    pub other_mode: &'static str,
    /// What that gives.
    pub expected: f64,
    /// The step, where the other way are finite differences.
    pub step: Option<f64>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Quantity {
    /// The value.
    Value,
    /// The derivative in an input.
    Derivative {
        /// The number of the input, counted from 0.
        input: usize,
    },
    /// The derivative of this order along the direction of the check.
    Directional {
        /// The order.
        order: usize,
    },
    /// The second derivative in two inputs.
    Second {
        /// The inputs, counted from 0.
        inputs: [usize; 2],
    },
    /// One of several results.
    Result {
        /// The number of the result, counted from 0.
        result: usize,
    },
    /// The derivative of one of several results in an input.
    ResultDerivative {
        /// The number of the result, counted from 0.
        result: usize,
        /// The number of the input, counted from 0.
        input: usize,
    },
    /// ⟨u, J v⟩ for the directions u and v of the check.
    InnerProduct,
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::Value => write!(f, "the value"),
            Quantity::Derivative { input } => write!(f, "the derivative in input {input}"),
            Quantity::Directional { order } => {
                write!(f, "the derivative of order {order} along a direction")
            }
            Quantity::Second { inputs: [i, j] } => {
                write!(f, "the second derivative in inputs {i} and {j}")
            }
            Quantity::Result { result } => write!(f, "result {result}"),
            Quantity::ResultDerivative { result, input } => {
                write!(f, "the derivative of result {result} in input {input}")
            }
            Quantity::InnerProduct => write!(f, "the inner product of u and J v"),
        }
    }
}

impl<const N: usize> fmt::Display for Mismatch<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at {:?} in {} is {:?} by {} but {:?} by {}",
            self.quantity,
            self.point,
            self.precision,
            self.actual,
            self.mode,
            self.expected,
            self.other_mode,
        )?;
        match self.step {
            None => Ok(()),
            Some(step) => write!(f, " with step {step:e}"),
        }
    }
}

impl<const N: usize> error::Error for Mismatch<N> {}
