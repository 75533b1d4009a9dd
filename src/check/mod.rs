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
//! One call evaluates the function in `f64` and in `f32`: in reverse mode, over [`Dual`](crate::Dual),
//! [`MultiDual`](crate::MultiDual) and [`Taylor`](crate::Taylor) numbers, and over [`Value`](crate::Value)s on a tape. It
//! compares the values, the gradients or Jacobians, ⟨u, J v⟩ with ⟨Jᵀu, v⟩, the Hessians, and the third derivatives. In
//! `f64` each derivative is also compared with finite differences of the order below.
//!
//! Every kind of function can be checked: of reals or with shapes, with data, with several results, summed over rows. A
//! sum over rows, in vector lanes and on all cores, is also compared with the sum of the rows evaluated one by one:
//!
//! ```
//! use monograd::check;
//! use monograd::prelude::*;
//!
//! func! {
//!     fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() }
//!     fn size(w: [R; 2], b) { 0.1 * (w.norm_squared() + b * b) }
//! }
//! let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], 2.0), ([1.0, 1.0], 0.5)];
//! let point = ([0.5, -0.3], 0.2);
//! check::assert_derivatives(error.with(&rows[0]), &point);
//! check::assert_derivatives(error.over(&rows).mean().plus(size), &point);
//! ```
//!
//! If a value or a derivative is infinite or NaN, `first_non_finite` names the first operation whose result is, with its
//! `let`, element and row. `first_non_finite_on_tape` does so for a value on a tape. Both need the feature `std`.
//!
//! A wrong derivative, in a rule of your own or given to [`custom`](crate::custom), is reported:
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
//!     "the derivative in x at [2.0] in f64 is 6.0 by reverse mode but "
//! ));
//! ```

#![allow(
    clippy::result_large_err,
    reason = "a mismatch holds its point, and is made once"
)]

mod against;
mod comparison;
mod difference;
mod drivers;
mod mismatch;
pub(crate) mod modes;
#[cfg(feature = "std")]
mod non_finite;
#[cfg(feature = "std")]
mod origin;
mod parts;
#[cfg(feature = "std")]
mod search;
mod subject;

pub use difference::{Difference, difference};
pub use mismatch::{Input, Mismatch, Quantity, Report};
#[cfg(test)]
pub(crate) use modes::Precision;
#[cfg(feature = "std")]
pub use non_finite::{Cause, NonFinite, Operand, What, first_non_finite, first_non_finite_on_tape};
pub use subject::Subject;

use crate::expr::Inputs;
use core::fmt;

/// Checks all derivatives of `f` at `point` with the default tolerances; see [`Check::function`].
///
/// # Errors
///
/// The first quantity on which two computations disagree, with both numbers.
///
/// ```
/// use monograd::check;
/// use monograd::prelude::*;
///
/// assert!(check::function(func!(|x, y| x.pow(y)), &[2.0, 3.0]).is_ok());
/// assert!(check::function(func!(|x, y| [x * y, x.hypot(y)]), &[2.0, 3.0]).is_ok());
/// assert!(check::function(func!(|v: [R; 2], k| k * v.norm()), &([3.0, 4.0], 2.0)).is_ok());
/// ```
pub fn function<F: Subject<A>, const A: usize>(
    f: F,
    point: &<F::Inputs as Inputs>::Of<f64>,
) -> Result<Report, Mismatch<<F::Inputs as Inputs>::Of<f64>>> {
    Check::default().function(f, point)
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
pub fn assert_derivatives<F: Subject<A>, const A: usize>(
    f: F,
    point: &<F::Inputs as Inputs>::Of<f64>,
) where
    <F::Inputs as Inputs>::Of<f64>: fmt::Debug,
{
    match function(f, point) {
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
    /// Checks all derivatives of `f` at `point`, to third order: of a function with several results each derivative of
    /// each result, and the higher ones of their sum, each times a number; of one with more than 64 inputs the second
    /// derivatives along some directions. The data of a function, and a data set, are rounded to `f32` for what is
    /// checked in `f32`.
    ///
    /// The modes are not compared where a derivative is infinite or NaN, since there they can differ by convention
    /// ([`numerics`](crate::numerics)). But a sum over rows must be finite where the rows evaluated one by one are.
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
    /// # Ok::<(), monograd::check::Mismatch<[f64; 2]>>(())
    /// ```
    pub fn function<F: Subject<A>, const A: usize>(
        &self,
        f: F,
        point: &<F::Inputs as Inputs>::Of<f64>,
    ) -> Result<Report, Mismatch<<F::Inputs as Inputs>::Of<f64>>> {
        let mut report = Report::default();
        modes::compare::<f64, F, A>(self, &mut report, &f, point)?;
        if self.single_precision {
            modes::compare::<f32, F, A>(self, &mut report, &f, point)?;
            against::single_against_double(self, &mut report, &f, point)?;
        }
        if self.differences {
            against::differences(self, &mut report, &f, point)?;
        }
        Ok(report)
    }
}
