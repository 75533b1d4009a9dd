//! Rows: a function summed over a data set.
//!
//! [`over`](OverRows::over) takes the data of a function from the rows of a
//! data set, one after the other, and what it gives, [`Over`], is a function of the inputs again: the sum
//! over the rows, or their mean.
//!
//! # In which order it is summed
//!
//! The rows are summed in chunks of 256, and the chunks by a tree that is always the same: of several as many
//! are on the left as the greatest power of two less than their number, and the sum is that of the left and
//! the right. So the result does not depend on how many threads there are, to the last bit, and its error grows
//! with the logarithm of the number of rows: a sum of ten million equal numbers is right to 1e-15 of it.
//!
//! In a chunk the rows that stand in the same lane are summed, then the lanes, then the rows at the end that do
//! not fill all lanes. With the feature `simd` a lane is one of those of a vector register, for `f32` and `f64`
//! and functions of no more than 512 inputs, else there is one lane; then a chunk of a function of no more than
//! 512 inputs is itself a tree, of 32 rows each.
//!
//! The sums on the left wait for those on their right: as many as the logarithm to base 2 of the number of
//! chunks. For functions of no more than 512 inputs they are on the stack. For others their gradients are in
//! memory that is allocated once, without the feature `std` on the stack.

mod finite;
mod least_squares;
mod leaves;
#[cfg(feature = "rayon")]
mod parallel;
mod penalty;
mod source;
mod tree;

pub use finite::{Part, PartError};
pub use least_squares::NormalEquations;
#[cfg(feature = "rayon")]
pub use parallel::Parallel;
pub use penalty::{NoPenalty, Penalty};
pub use source::{ColumnError, Source};

use crate::drivers::{LengthError, ShapedFunction};
use crate::expr::{AnyFunction, Blocks, Closed, Inputs, R};
use crate::scalar::Scalar;
use core::fmt;

type Of<I, S> = <I as Inputs>::Of<S>;

/// A function with data, taken over the rows of a data set.
pub trait OverRows<const A: usize>: ShapedFunction<A> {
    /// The sum of the function over the rows of a data set, as a function of its inputs. A row is the
    /// function's data: an array of reals, or if it declares shapes a tuple.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows = vec![[1.0, 2.0], [2.0, 3.0]];
    /// assert_eq!(error.over(&rows).value_and_gradient(&[2.0]), (1.0, [4.0]));
    /// ```
    #[inline(always)]
    fn over<S: Scalar>(
        self,
        rows: &[Of<<Self::Definition as Closed>::Data, S>],
    ) -> Over<'_, Self::Definition, S> {
        Over::new(self.definition(), Source::Rows(rows))
    }

    /// As [`over`](OverRows::over), for a data set that is stored column by column: a slice for each of the
    /// data, in an array if all are reals, else in a tuple.
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
    #[inline(always)]
    fn over_columns<S: Scalar>(
        self,
        columns: <<Self::Definition as Closed>::Data as Inputs>::Columns<'_, S>,
    ) -> Result<Over<'_, Self::Definition, S>, ColumnError> {
        Ok(Over::new(self.definition(), Source::columns(columns)?))
    }
}

impl<T: ShapedFunction<A>, const A: usize> OverRows<A> for T {}

/// A real function summed over the rows of a data set, or its mean: a function of the inputs.
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
/// ```
pub struct Over<'r, G: Closed, S: Scalar + 'r, P = NoPenalty> {
    function: G,
    source: Source<'r, G::Data, S>,
    indices: Option<&'r [usize]>,
    is_mean: bool,
    penalty: P,
}

impl<G: Closed, S: Scalar, P: Copy> Clone for Over<'_, G, S, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, S: Scalar, P: Copy> Copy for Over<'_, G, S, P> {}

impl<G: Closed, S: Scalar, P> fmt::Debug for Over<'_, G, S, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Over")
            .field("rows", &self.len())
            .field("is_mean", &self.is_mean)
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, S: Scalar> Over<'r, G, S> {
    pub(crate) fn new(function: G, source: Source<'r, G::Data, S>) -> Self {
        Over {
            function,
            source,
            indices: None,
            is_mean: false,
            penalty: NoPenalty,
        }
    }

    /// Adds a function of the inputs alone, once, whatever the number of rows: a penalty, or the logarithm
    /// of a prior density.
    #[must_use]
    pub fn plus<F: AnyFunction<A>, const A: usize>(
        self,
        penalty: F,
    ) -> Over<'r, G, S, F::Definition>
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

impl<'r, G: Closed, S: Scalar, P> Over<'r, G, S, P> {
    /// The mean over the rows, not their sum. Without rows it is NaN.
    #[must_use]
    pub fn mean(mut self) -> Self {
        self.is_mean = true;
        self
    }

    /// Only some of the rows, by their numbers, counted from 0, in that order: a minibatch.
    ///
    /// # Panics
    ///
    /// Where it is evaluated, if there is no row of a number.
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
    #[inline(always)]
    fn index(&self, position: usize) -> usize {
        self.indices.map_or(position, |indices| indices[position])
    }

    /// The data of several rows, from number `position` on, side by side.
    #[inline(always)]
    fn pack(&self, position: usize) -> Of<G::Data, S::Pack> {
        if let (Source::Rows(rows), None) = (self.source, self.indices) {
            let rows = &rows[position..][..S::LANES];
            let number = |lane: usize, at| G::Data::get(G::Data::refs(&rows[lane]), at);
            return G::Data::from_fn(&mut |at| S::pack(|lane| number(lane, at)));
        }
        G::Data::from_fn(&mut |at| S::pack(|lane| self.source.get(self.index(position + lane), at)))
    }
}

impl<G: Closed<Codomain = R>, S: Scalar, P: Penalty<G::Inputs>> Over<'_, G, S, P> {
    /// The value at `x`.
    #[must_use = "the value is the only result"]
    pub fn value(&self, x: &Of<G::Inputs, S>) -> S {
        let inputs = G::Inputs::refs(x);
        let sum = self.value_of_all(inputs, self.leaves());
        self.scale(sum) + self.penalty.value(inputs)
    }

    /// The gradient at `x`: the derivative in each of the inputs.
    #[must_use = "the gradient is the only result"]
    pub fn gradient(&self, x: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        self.value_and_gradient(x).1
    }

    /// The value and the gradient at `x`.
    #[must_use = "value and gradient are the only result"]
    pub fn value_and_gradient(&self, x: &Of<G::Inputs, S>) -> (S, Of<G::Inputs, S>) {
        let inputs = G::Inputs::refs(x);
        let (value, mut gradient) = self.sums(inputs);
        if self.is_mean {
            gradient = G::Inputs::map(G::Inputs::refs(&gradient), |slope| self.scale(slope));
        }
        let penalty = self
            .penalty
            .accumulate(inputs, G::Inputs::sums(&mut gradient));
        (self.scale(value) + penalty, gradient)
    }

    /// As [`value_and_gradient`](Over::value_and_gradient), in place: `x` and the gradient are flat slices,
    /// the inputs one after the other in the order declared, matrices row by row.
    ///
    /// # Errors
    ///
    /// If the slices are not as long as there are reals among the inputs; nothing is written then.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|w: [R; 2], b; x: [R; 2], y| (w.dot(x) + b - y).square());
    /// let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], 2.0)];
    /// let (x, mut gradient) = ([0.0, 0.0, 0.0], [0.0; 3]);
    /// assert_eq!(f.over(&rows).value_and_gradient_into(&x, &mut gradient), Ok(5.0));
    /// assert_eq!(gradient, [-2.0, -4.0, -6.0]);
    /// ```
    pub fn value_and_gradient_into(&self, x: &[S], gradient: &mut [S]) -> Result<S, LengthError> {
        LengthError::check(G::Inputs::LEN, x, gradient)?;
        let inputs = G::Inputs::group(x);
        let value = self.sum(inputs, gradient);
        Ok(self.finish(inputs, value, gradient))
    }

    /// The value, from the sum over the rows; the gradient likewise.
    #[inline(always)]
    fn finish(&self, x: Blocks<'_, G::Inputs, S>, sum: S, gradient: &mut [S]) -> S {
        if self.is_mean {
            for slope in gradient.iter_mut() {
                *slope = self.scale(*slope);
            }
        }
        self.scale(sum) + self.penalty.accumulate(x, G::Inputs::group_sums(gradient))
    }

    /// A sum as it is, or the mean.
    #[inline(always)]
    fn scale(&self, sum: S) -> S {
        if self.is_mean {
            sum / S::constant(self.len() as f64)
        } else {
            sum
        }
    }

    /// The sum of the values and of the gradients of all rows.
    #[inline(always)]
    fn sums(&self, x: Blocks<'_, G::Inputs, S>) -> (S, Of<G::Inputs, S>) {
        #[cfg(feature = "std")]
        if const { !Self::FEW } {
            let mut gradient = std::vec![S::zero(); G::Inputs::LEN];
            let value = self.sum(x, &mut gradient);
            return (value, G::Inputs::from_fn(&mut |at| gradient[at]));
        }
        self.sum_of_all(x, self.leaves())
    }
}
