//! A function with data, summed over the rows of a data set.
//!
//! [`over`](OverRows::over) evaluates a function with the data of each row and adds the results. The sum, [`Over`], is
//! a [`Function`] of the inputs again; [`mean`](Over::mean) divides it by the number of rows.
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

use crate::drivers::{
    Differentiable, Function, HasInputs, Of, Spare, mirror, mirrored, value_gradient_diagonal,
    value_gradient_hessian,
};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, R};
use crate::scalar::{AllLanes, Packing, Plain, Scalar};
use core::fmt;

/// Sums a function with one result and data over the rows of a data set.
pub trait OverRows<const N: usize>: AnyFunction<N> {
    /// The sum of the function over the rows of a data set, as a function of its inputs. A row is the function's data,
    /// as [`with`](Function::with) takes them.
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

/// A function of one result summed over the rows of a data set, or its mean: a [`Function`] of the inputs.
///
/// The rows are plain numbers. If the sum is evaluated over another type, dual numbers for example, each row is
/// converted. So the sum has every derivative that the function has.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// The square of an error of a line.
///     fn error(slope, offset; x, y) { (slope * x + offset - y).square() }
///     fn size(slope, offset) { slope.square() + offset.square() }
/// }
///
/// let rows = [[0.0, 1.0], [1.0, 3.0], [2.0, 5.0]]; // x, y
/// let loss = error.over(&rows).mean();
/// assert_eq!(loss.value_and_gradient(&[2.0, 1.0]), (0.0, [0.0, 0.0]));
/// assert_eq!(loss.value(&[2.0, 2.0]), 1.0);
///
/// // A minibatch, by the numbers of its rows; a penalty on the parameters beside the data:
/// assert_eq!(error.over(&rows).rows(&[2, 0]).value(&[2.0, 3.0]), 8.0);
/// assert_eq!(loss.plus(size).gradient(&[2.0, 1.0]), [4.0, 2.0]);
///
/// // The same data column by column:
/// let (x, y) = ([0.0, 1.0, 2.0], [1.0, 3.0, 5.0]);
/// let loss = error.over_columns([&x, &y]).expect("columns of one length");
/// assert_eq!(loss.value(&[2.0, 2.0]), 3.0);
/// assert_eq!(loss.hessian(&[2.0, 2.0]), [[10.0, 6.0], [6.0, 6.0]]);
/// ```
pub struct Over<'r, G: Closed, T: Plain, P = NoPenalty> {
    function: G,
    source: Source<'r, G::Data, T>,
    indices: Option<&'r [usize]>,
    is_mean: bool,
    penalty: P,
}

impl<G: Closed, T: Plain, P: Copy> Clone for Over<'_, G, T, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain, P: Copy> Copy for Over<'_, G, T, P> {}

impl<G: Closed, T: Plain, P> fmt::Debug for Over<'_, G, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Over")
            .field("rows", &self.len())
            .field("is_mean", &self.is_mean)
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, T: Plain> Over<'r, G, T> {
    pub(crate) fn new(function: G, source: Source<'r, G::Data, T>) -> Self {
        Over {
            function,
            source,
            indices: None,
            is_mean: false,
            penalty: NoPenalty,
        }
    }

    /// Adds a function of the inputs alone once, whatever the number of rows: a penalty, or the logarithm of a prior
    /// density. To a [mean](Over::mean) it is added after the division.
    #[must_use]
    pub fn plus<F: AnyFunction<A>, const A: usize>(
        self,
        penalty: F,
    ) -> Over<'r, G, T, F::Definition>
    where
        F::Definition: Penalty<G::Inputs>,
    {
        Over {
            function: self.function,
            source: self.source,
            indices: self.indices,
            is_mean: self.is_mean,
            penalty: penalty.definition(),
        }
    }
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
    /// The mean over the rows, not their sum. Without rows it is NaN.
    #[must_use]
    pub fn mean(mut self) -> Self {
        self.is_mean = true;
        self
    }

    /// Only the rows with these indices, counted from 0, in that order: a minibatch.
    ///
    /// # Panics
    ///
    /// When it is evaluated, if an index is not less than the number of rows.
    #[must_use]
    pub fn rows(mut self, indices: &'r [usize]) -> Self {
        self.indices = Some(indices);
        self
    }

    /// How many rows are summed.
    pub fn len(&self) -> usize {
        self.indices
            .map_or_else(|| self.source.len(), <[usize]>::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number in the data set of the row that is summed as number `position`.
    #[cfg_attr(optimized, inline(always))]
    fn index(&self, position: usize) -> usize {
        self.indices.map_or(position, |indices| indices[position])
    }

    /// The data of several rows, from number `position` on, side by side.
    #[cfg_attr(optimized, inline(always))]
    fn pack<S: Scalar>(&self, position: usize) -> Of<G::Data, S::Pack> {
        self.pack_by::<S, AllLanes>(position)
    }

    /// The same of as many rows as a packing says.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn pack_by<S: Scalar, Q: Packing<S>>(
        &self,
        position: usize,
    ) -> Of<G::Data, Q::Pack> {
        if let (Source::Rows(rows), None) = (self.source, self.indices) {
            // As many as there are lanes, which are checked once.
            let rows = Source::<G::Data, T>::Rows(&rows[position..][..Q::LANES]);
            return rows.pack::<S, Q>(|lane| lane);
        }
        self.source.pack::<S, Q>(|lane| self.index(position + lane))
    }
}

impl<G: Closed<Codomain = R>, T: Plain, P: Penalty<G::Inputs>> Over<'_, G, T, P> {
    /// The value, from the sum over the rows; the gradient likewise.
    #[cfg_attr(optimized, inline(always))]
    fn finish<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        sum: S,
        gradient: &mut [S],
    ) -> S {
        if self.is_mean {
            for slope in gradient.iter_mut() {
                *slope = self.scale(*slope);
            }
        }
        self.scale(sum)
            + self
                .penalty
                .accumulate(x, seed, G::Inputs::group_sums(gradient))
    }

    /// A sum as it is, or the mean.
    #[cfg_attr(optimized, inline(always))]
    fn scale<S: Scalar>(&self, sum: S) -> S {
        self.scaled(sum)
    }

    /// The sum of the values and of the gradients of all rows.
    #[cfg_attr(optimized, inline(always))]
    fn sums<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<G::Inputs, S>) {
        #[cfg(feature = "std")]
        if const { !Self::FEW } {
            let mut gradient = std::vec![S::zero(); G::Inputs::LEN];
            let value = self.sum(x, seed, &mut gradient, &mut Spare::new());
            return (value, G::Inputs::from_fn(&mut |at| gradient[at]));
        }
        self.sum_of_all(x, seed, self.leaves::<S>())
    }
}

impl<G, T, P, const N: usize> Differentiable<N> for Over<'_, G, T, P>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    G::Inputs: HasInputs<N>,
{
    type Inputs = G::Inputs;
    type Data = ();
    type Codomain = R;

    #[cfg_attr(optimized, inline(always))]
    fn each<U: Copy>(element: impl FnMut(usize) -> U) -> Of<G::Inputs, U> {
        G::each(element)
    }
    fn evaluate<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> S {
        let sum = self.value_of_all(x, self.leaves::<S>());
        self.scale(sum) + self.penalty.value(x)
    }
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<G::Inputs, S>) {
        let (value, mut gradient) = self.sums(x, seed);
        if self.is_mean {
            gradient = G::Inputs::map(G::Inputs::refs(&gradient), |slope| self.scale(slope));
        }
        let slots = G::Inputs::sums(&mut gradient);
        let penalty = self.penalty.accumulate(x, seed, slots);
        (self.scale(value) + penalty, gradient)
    }
    fn sweep_slices<S: Scalar>(
        self,
        x: &[S],
        seed: Cotangent<S>,
        gradient: &mut [S],
        spare: &mut Spare<S>,
    ) -> S {
        let x = G::Inputs::group(x);
        let value = self.sum(x, seed, gradient, spare);
        self.finish(x, seed, value, gradient)
    }
    fn hessian_slices<S: Scalar>(self, x: &[S], hessian: &mut [S]) -> bool {
        if const { G::Inputs::LEN > second::FEW } {
            return false;
        }
        self.second::<S, N>(G::Inputs::group(x), |row, column, number| {
            hessian[row * G::Inputs::LEN + column] = number;
        });
        mirror(G::Inputs::LEN, hessian);
        true
    }
}

#[diagnostic::do_not_recommend]
impl<G, T, P, const N: usize> Function<N, R, G::Inputs> for Over<'_, G, T, P>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    G::Inputs: HasInputs<N>,
{
    fn value_gradient_hessian<S: Scalar>(
        self,
        x: &Of<G::Inputs, S>,
    ) -> (S, Of<G::Inputs, S>, Of<G::Inputs, Of<G::Inputs, S>>) {
        if const { G::Inputs::LEN > second::FEW } {
            return value_gradient_hessian::<_, S, N>(self, x);
        }
        let zeros = G::Inputs::fill(S::zero());
        let mut hessian = G::Inputs::fill(zeros);
        let (value, gradient) = self.second::<S, N>(G::Inputs::refs(x), |row, column, number| {
            let line = G::Inputs::number_mut(&mut hessian, row);
            *G::Inputs::number_mut(line, column) = number;
        });
        (value, gradient, mirrored::<G::Inputs, S>(&hessian))
    }

    fn value_gradient_diagonal<S: Scalar>(
        self,
        x: &Of<G::Inputs, S>,
    ) -> (S, Of<G::Inputs, S>, Of<G::Inputs, S>) {
        if const { G::Inputs::LEN > second::FEW } {
            return value_gradient_diagonal::<_, S, N>(self, x);
        }
        let mut diagonal = G::Inputs::fill(S::zero());
        let (value, gradient) = self.second::<S, N>(G::Inputs::refs(x), |row, column, number| {
            if row == column {
                *G::Inputs::number_mut(&mut diagonal, row) = number;
            }
        });
        (value, gradient, diagonal)
    }
}
