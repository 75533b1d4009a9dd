//! A function with data, summed over the rows of a data set.
//!
//! [`over`](OverRows::over) evaluates a function with the data of each row and adds the results. The sum, [`Over`], is
//! a [`Function`](crate::Function) of the inputs again; [`mean`](Over::mean) divides it by the number of rows.
//!
//! # Where rows come from
//!
//! | | |
//! |---|---|
//! | [`over`](OverRows::over) | a slice of arrays, of tuples, of structs |
//! | [`over_columns`](OverRows::over_columns) | a slice for each of the data |
//! | [`over_strided`](OverRows::over_strided) | matrices in any order: of ndarray, nalgebra, faer; columns of arrow and polars |
//! | [`over_fn`](OverRows::over_fn) | a function of the row's number: on the fly, from a disk |
//! | [`over_shared`](OverShared::over_shared) | a slice shared by reference counting, `'static`, for threads |
//! | [`along`](AlongRows::along) | a slice whose rows are the data of a recurrence's steps |
//! | [`rows`](Over::rows) | some of the rows: a minibatch, as `nn::Batches` draws them by a seed |
//!
//! A weight for each row is given by [`weights`](Over::weights), or is a datum like another:
//! `func!(|a, b; x, y, w| w * error(a, b, x, y))`.
//!
//! A column of another crate is a slice for [`over_columns`](OverRows::over_columns) where it is one chunk without nulls: of
//! `arrow` by `array.values()`, of `polars` by `frame.column("x")?.f64()?.cont_slice()?`.
//!
//! # Least squares
//!
//! The function is a residual, or several. [`residuals`](Over::residuals) are those of all rows with their Jacobian,
//! [`normal_equations`](Over::normal_equations) JᵀJ and Jᵀr without it, [`least_squares`](Over::least_squares) and
//! [`robust`](Over::robust) the sum to be minimised. [`least_squares().objective()`](Over::objective) is an
//! [`Objective`](crate::Objective) that hands its residuals to solvers. With the feature `rayon` all of these are computed on
//! all cores after `in_parallel()`. The Levenberg–Marquardt method:
//!
//! ```
//! use monograd::prelude::*;
//!
//! let decay = func!(|a, k; t, y| a * (-k * t).exp() - y);
//! let rows: Vec<[f64; 2]> = (0..30).map(|i| 0.1 * f64::from(i)).map(|t| [t, 2.5 * (-1.3 * t).exp()]).collect();
//! let problem = decay.over(&rows);
//! let (mut x, mut damping) = ([1.0_f64, 0.0], 1e-3);
//! for _ in 0..30 {
//!     let now = problem.normal_equations(&x);
//!     let ([[a, b], [_, c]], [p, q]) = (now.jtj, now.jtr);
//!     let (a, c) = (a * (1.0 + damping), c * (1.0 + damping));
//!     let determinant = a * c - b * b;
//!     let next = [x[0] - (c * p - b * q) / determinant, x[1] - (a * q - b * p) / determinant];
//!     if 2.0 * problem.least_squares().value(&next) < now.sum_of_squares {
//!         (x, damping) = (next, damping / 10.0);
//!     } else {
//!         damping *= 10.0;
//!     }
//! }
//! assert!((x[0] - 2.5).abs() < 1e-9 && (x[1] - 1.3).abs() < 1e-9);
//! ```
//!
//! # Hessians
//!
//! The Hessian takes one pass over the rows, up to 64 inputs. A function that reads them through up to two linear forms, or four
//! of up to 40 inputs, is swept once: the linear predictor w·x of a generalised linear model and its intercept are two, and the
//! predictors of three classes are three. A form is a `dot` of inputs that stand side by side and of data; an input that is read otherwise is a form
//! of its own. Such a row costs about two gradients, four of more than two forms, and ½ n² multiplications for each form of n
//! inputs. Any other function is swept once for every four inputs, 256 rows at a time. Above 64 inputs that takes a pass
//! each.
//!
//! ```
//! use monograd::prelude::*;
//!
//! func! { fn loss(w: [R; 3], b; x: [R; 3], y) { (1 + (-y * (w.dot(x) + b)).exp()).ln() } }
//!
//! let rows = [([1.0, 2.0, 0.5], 1.0), ([-1.0, 0.3, 0.2], -1.0), ([0.2, -0.7, 1.0], 1.0)];
//! let sum = loss.over(&rows);
//! let hessian = sum.hessian(&([0.0_f64; 3], 0.0)); // ¼ Σ x xᵀ where all probabilities are ½
//! assert!((hessian.0[0].0[1] - 0.25 * (2.0 - 0.3 - 0.14)).abs() < 1e-15);
//! assert_eq!(hessian.1.1, 0.75);
//! ```
//!
//! # The order of summation
//!
//! The rows are summed in chunks of 256. The sums of the chunks are added by a binary tree, in which the left branch
//! holds as many chunks as the greatest power of two less than their number. The order depends on nothing but the number of
//! rows, so the result is the same to the last bit for any number of threads. The rounding error grows with the logarithm
//! of the number of rows: a sum of ten million equal numbers has a relative error of 1e-15.
//!
//! Within a chunk the rows of each vector lane are added, then the lanes, then the rows at the end that do not fill all
//! lanes. There are several lanes with the feature `simd`, for `f32`, `f64`, dual numbers of them, and functions of up to
//! 512 inputs. Otherwise there is one, and for functions of up to 512 inputs the chunk is a tree of blocks of 32 rows. Where
//! a derivative of the rows in lanes is not finite, the rows of the chunk are summed one by one instead: in lanes an operand
//! that takes no part in a row has the cotangent 0 there, and 0 times an infinite partial would be NaN.
//!
//! What no datum reaches is evaluated once for all rows of a chunk, or of a block of 32: `let`s of inputs alone, and
//! costly parts of expressions. Their cotangents are summed over those rows, and pulled back once.
//!
//! Memory is needed for as many partial sums as the logarithm to base 2 of the number of chunks. For functions of up to 512
//! inputs they are on the stack. For others their gradients are allocated once, or on the stack without the feature `std`.

#[cfg(feature = "std")]
pub mod distributed;
mod finite;
mod forms;
mod least_squares;
mod leaves;
mod over;
#[cfg(feature = "rayon")]
mod parallel;
#[cfg(feature = "rayon")]
mod parallel_equations;
#[cfg(feature = "rayon")]
mod parallel_residuals;
mod penalty;
mod residuals;
pub mod robust;
mod row_and_weight;
mod second;
#[cfg(feature = "std")]
mod sequence;
#[cfg(feature = "std")]
mod shared;
mod source;
mod squares;
mod strided;
mod tree;
mod weights;

pub use finite::{Part, PartError};
pub use least_squares::NormalEquations;
pub use over::Over;
#[cfg(feature = "rayon")]
pub use parallel::Parallel;
#[cfg(feature = "rayon")]
pub use parallel_residuals::ParallelResiduals;
pub use penalty::NoPenalty;
#[doc(hidden)]
pub use penalty::Penalty;
pub use residuals::Residuals;
#[cfg(feature = "std")]
pub(crate) use residuals::gradients;
#[cfg(feature = "std")]
pub use sequence::{Along, AlongRows, ResultOf};
#[cfg(feature = "std")]
pub use shared::{OverShared, Shared, SharedObjective};
pub use source::{ColumnError, Source};
pub use squares::LeastSquares;
pub use strided::Strided;
#[cfg(feature = "std")]
pub(crate) use tree::sum as sum_by_tree;
#[doc(hidden)]
pub use weights::Weighted;

use crate::drivers::Of;
use crate::expr::{AnyFunction, Closed, Inputs};
use crate::scalar::Plain;

/// Sums a function with one result and data over the rows of a data set.
pub trait OverRows<const N: usize>: AnyFunction<N> {
    /// The sum of the function over the rows of a data set, as a function of its inputs. A row is the function's data,
    /// as [`with`](crate::Function::with) takes them.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows = vec![[1.0, 2.0], [2.0, 3.0]];
    /// assert_eq!(error.over(&rows).value_and_gradient(&[2.0]), (1.0, [4.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn over<T: Plain>(
        self,
        rows: &[Of<<Self::Definition as Closed>::Data, T>],
    ) -> Over<'_, Self::Definition, T> {
        Over::new(self.definition(), Source::Rows(rows))
    }

    /// As [`over`](OverRows::over), for a data set that is stored column by column: a slice for each data input, in an
    /// array if all are reals, else in a tuple.
    ///
    /// # Errors
    ///
    /// If the columns are not of one length.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let (x, y) = (vec![1.0, 2.0], vec![2.0, 3.0]);
    /// let loss = error.over_columns([&x, &y]).expect("two columns of two numbers");
    /// assert_eq!(loss.value(&[2.0]), 1.0);
    /// assert!(error.over_columns([&x, &y[1..]]).is_err());
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn over_columns<T: Plain>(
        self,
        columns: <<Self::Definition as Closed>::Data as Inputs>::Columns<'_, T>,
    ) -> Result<Over<'_, Self::Definition, T>, ColumnError> {
        Ok(Over::new(self.definition(), Source::columns(columns)?))
    }

    /// As [`over`](OverRows::over), for a data set in matrices that stand side by side, each in any order: those of other
    /// crates, row by row or column by column. A row is the numbers of a row of each, one after the other; the data with
    /// shapes take as many of them as they have, in the order of memory.
    ///
    /// # Errors
    ///
    /// If the matrices do not have the same number of rows, or together not as many columns as a row has numbers.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// use monograd::rows::Strided;
    ///
    /// let error = func!(|w: [R; 2]; x: [R; 2], y| (w.dot(x) - y).square());
    /// let x = [1.0, 2.0, 3.0, 10.0, 20.0, 30.0]; // three rows, column by column
    /// let y = [12.0, 24.0, 36.0];
    /// let matrices = [Strided::column_major(&x, 3)?, Strided::column(&y)];
    /// let loss = error.over_strided(&matrices)?;
    /// assert_eq!(loss.value(&[1.0, 1.0]), 1.0 + 4.0 + 9.0);
    /// # Ok::<(), monograd::rows::ColumnError>(())
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn over_strided<'r, T: Plain>(
        self,
        matrices: &'r [Strided<'r, T>],
    ) -> Result<Over<'r, Self::Definition, T>, ColumnError> {
        Ok(Over::new(self.definition(), Source::strided(matrices)?))
    }

    /// As [`over`](OverRows::over), for rows that a function gives by their number, counted from 0: computed, or read from
    /// where they are, on a disk for example. It is called for each row, each time the sum is evaluated, and must
    /// give the same then.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let row = |i: usize| [i as f64, 2.0 * i as f64];
    /// assert_eq!(error.over_fn(3, &row).value(&[1.0]), 0.0 + 1.0 + 4.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    fn over_fn<T: Plain>(
        self,
        rows: usize,
        row: &(dyn Fn(usize) -> Of<<Self::Definition as Closed>::Data, T> + Sync),
    ) -> Over<'_, Self::Definition, T> {
        Over::new(self.definition(), Source::ByIndex(row, rows))
    }
}

impl<F: AnyFunction<N>, const N: usize> OverRows<N> for F {}
