//! Rows that carry indices into the parameters.

use crate::drivers::{HasInputs, Of};
use crate::expr::{Closed, Inputs, Shape};
use crate::rows::{Over, sum_by_tree};
use crate::scalar::{MOST_LANES, Plain, Scalar};
use core::{error, fmt};

/// A function over rows each of which says where in a long slice of parameters its inputs lie: an embedding, the groups
/// of a hierarchical model, the cameras and points of a bundle adjustment. [`Over::at`] makes it.
///
/// With one result it is an [`Objective`](crate::Objective), the sum over the rows or their mean, and has a [sparse
/// Hessian](At::sparse_hessian). With one result or several it is a [`Mapping`](crate::Mapping), the residuals of all rows, and
/// has a [sparse Jacobian](At::sparse_jacobian) and [normal equations](At::sparse_normal_equations). The number of
/// parameters is known when the program runs, and only the inputs of one row are on the stack.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// A rating is the product of a user's and an item's features.
///     fn error(user: [R; 2], item: [R; 2]; rating) { (user.dot(item) - rating).square() }
/// }
///
/// // Two users, then three items, of two numbers each.
/// let ratings = [[1.0], [3.0], [2.0]];
/// let starts = [[0, 4], [2, 4], [2, 8]]; // of the user and of the item of each rating
/// let loss = error.over(&ratings).at(&starts, 10)?;
///
/// let x = [1.0, 0.0, 0.0, 1.0, 1.0, 2.0, 9.0, 9.0, 0.0, 2.0];
/// let mut gradient = [0.0; 10];
/// let value = loss.value_and_gradient_at(&x, &mut gradient)?;
/// assert_eq!(value, 1.0); // (1 − 1)² + (2 − 3)² + (2 − 2)²
/// assert_eq!(gradient, [0.0, 0.0, -2.0, -4.0, 0.0, -2.0, 0.0, 0.0, 0.0, 0.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # In which order it is summed
///
/// The values are summed as those of other [sums over rows](crate::rows), in chunks of 256 rows by a tree. What the rows
/// contribute to a derivative in a parameter is added in the order of the rows. Residuals, and their Jacobian, are computed of
/// several rows at once with the feature `simd`, in vector lanes.
pub struct At<'r, G: Closed, T: Plain, const N: usize> {
    rows: Over<'r, G, T>,
    starts: &'r [[usize; N]],
    /// How many numbers each input has.
    lengths: [usize; N],
    parameters: usize,
}

impl<G: Closed, T: Plain, const N: usize> Clone for At<'_, G, T, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain, const N: usize> Copy for At<'_, G, T, N> {}

impl<G: Closed, T: Plain, const N: usize> fmt::Debug for At<'_, G, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("At")
            .field("rows", &self.rows)
            .field("parameters", &self.parameters)
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed, T: Plain> Over<'r, G, T> {
    /// The same function of a slice of `parameters` numbers, where `starts` says for each row of the data set at which of
    /// them each input begins: an input of the shape `[R; 3]` that begins at 6 is made of the numbers 6, 7 and 8.
    ///
    /// Inputs of different rows may be the same, and overlap; so may those of one row. A parameter that all rows share begins
    /// at the same number in each.
    ///
    /// # Errors
    ///
    /// If there are not as many `starts` as rows, or an input of a row extends beyond the parameters.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// A measurement in a group, whose mean deviates from that of all: minus the logarithm of the density.
    ///     fn surprise(mean, deviation; y) { 0.5 * (y - mean - deviation).square() + 0.5 * deviation.square() }
    /// }
    /// let (rows, groups) = ([[1.0], [2.0], [5.0]], [0, 0, 1]);
    /// let starts: Vec<_> = groups.iter().map(|group| [0, 1 + group]).collect();
    /// let posterior = surprise.over(&rows).at(&starts, 3)?;
    /// assert_eq!(posterior.value_at(&[1.0, 0.5, 2.0])?, 0.5 * (0.25 + 0.25 + 0.25 + 0.25 + 4.0 + 4.0));
    ///
    /// let error = surprise.over(&rows).at(&[[0, 1], [0, 1], [0, 3]], 3).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "input 1 of row 2, of length 1, begins at 3, which is beyond the 3 parameters"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at<const N: usize>(
        self,
        starts: &'r [[usize; N]],
        parameters: usize,
    ) -> Result<At<'r, G, T, N>, IndexError>
    where
        G::Inputs: HasInputs<N>,
    {
        if starts.len() != self.row_count() {
            return Err(IndexError::Rows {
                rows: self.row_count(),
                indices: starts.len(),
            });
        }
        let lengths = lengths::<G::Inputs, N>();
        for (row, starts) in starts.iter().enumerate() {
            for (input, (&start, &length)) in starts.iter().zip(&lengths).enumerate() {
                if start.checked_add(length).is_none_or(|end| end > parameters) {
                    return Err(IndexError::Beyond {
                        row,
                        input,
                        length,
                        start,
                        parameters,
                    });
                }
            }
        }
        Ok(At {
            rows: self,
            starts,
            lengths,
            parameters,
        })
    }
}

/// How many numbers each input has.
fn lengths<I: Inputs, const N: usize>() -> [usize; N] {
    let mut lengths = [0; N];
    for at in 0..I::LEN {
        lengths[I::input(at, &mut |_| ())] += 1;
    }
    lengths
}

/// The indices of a sum over rows do not fit its rows or its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum IndexError {
    /// There are not as many indices as rows.
    Rows {
        /// How many rows the data set has.
        rows: usize,
        /// For how many there are indices.
        indices: usize,
    },
    /// An input extends beyond the parameters.
    Beyond {
        /// The number of the row.
        row: usize,
        /// The number of the input, counted from 0 in the order declared.
        input: usize,
        /// How many numbers the input has.
        length: usize,
        /// Where it begins.
        start: usize,
        /// How many parameters there are.
        parameters: usize,
    },
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IndexError::Rows { rows, indices } => {
                write!(
                    f,
                    "a data set of {rows} rows was given the indices of {indices}"
                )
            }
            IndexError::Beyond {
                row,
                input,
                length,
                start,
                parameters,
            } => write!(
                f,
                "input {input} of row {row}, of length {length}, begins at {start}, which is beyond the \
                 {parameters} parameters"
            ),
        }
    }
}

impl error::Error for IndexError {}

/// How many rows are summed one after the other.
const CHUNK: usize = 256;

/// Steps through the inputs of a row, number by number.
struct Steps<'a, const N: usize> {
    lengths: &'a [usize; N],
    input: usize,
    within: usize,
}

impl<'a, const N: usize> Steps<'a, N> {
    #[cfg_attr(optimized, inline(always))]
    fn new(lengths: &'a [usize; N]) -> Self {
        Steps {
            lengths,
            input: 0,
            within: 0,
        }
    }

    /// Of which input the next number is, and which of its numbers.
    #[cfg_attr(optimized, inline(always))]
    fn next(&mut self) -> (usize, usize) {
        while self.within == self.lengths[self.input] {
            self.input += 1;
            self.within = 0;
        }
        self.within += 1;
        (self.input, self.within - 1)
    }

    /// Where it is among the parameters.
    #[cfg_attr(optimized, inline(always))]
    fn index(&mut self, starts: &[usize; N]) -> usize {
        let (input, within) = self.next();
        starts[input] + within
    }
}

impl<'r, G: Closed, T: Plain, const N: usize> At<'r, G, T, N> {
    /// How many parameters there are.
    pub fn parameter_count(&self) -> usize {
        self.parameters
    }

    /// How many residuals there are: as many as the function has results, for each row.
    pub fn residual_count(&self) -> usize {
        self.row_count() * G::Codomain::LEN
    }

    /// How many rows there are.
    pub(super) fn row_count(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn function(&self) -> G {
        self.rows.function()
    }

    pub(super) fn over(&self) -> &Over<'r, G, T> {
        &self.rows
    }

    #[cfg_attr(optimized, inline(always))]
    fn starts_of(&self, position: usize) -> &[usize; N] {
        &self.starts[self.rows.number(position)]
    }

    /// The numbers of the parameters that are the inputs of a row.
    pub(super) fn indices(&self, position: usize) -> impl Iterator<Item = usize> + '_ {
        let starts = self.starts_of(position);
        let mut steps = Steps::new(&self.lengths);
        (0..G::Inputs::LEN).map(move |_| steps.index(starts))
    }

    /// The inputs of a row, from a number for each parameter.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn gather<U: Copy>(
        &self,
        position: usize,
        number: impl Fn(usize) -> U,
    ) -> Of<G::Inputs, U> {
        let starts = self.starts_of(position);
        let mut steps = Steps::new(&self.lengths);
        G::Inputs::from_fn(&mut |_| number(steps.index(starts)))
    }

    /// How many rows are side by side.
    pub(super) const fn at_once<S: Scalar>() -> usize {
        Over::<'_, G, T>::lanes::<S>()
    }

    /// The inputs of several rows, from number `position` on, side by side.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn gather_pack<S: Scalar>(
        &self,
        position: usize,
        number: impl Fn(usize) -> S,
    ) -> Of<G::Inputs, S::Pack> {
        let mut starts = [self.starts_of(position); MOST_LANES];
        for (lane, starts) in starts.iter_mut().enumerate().take(S::LANES).skip(1) {
            *starts = self.starts_of(position + lane);
        }
        let mut steps = Steps::new(&self.lengths);
        G::Inputs::from_fn(&mut |_| {
            let (input, within) = steps.next();
            S::pack(|lane| number(starts[lane][input] + within))
        })
    }

    /// Hands the numbers of the inputs of a row to a function, each with the number of its parameter.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn scatter<U: Copy>(
        &self,
        position: usize,
        inputs: &Of<G::Inputs, U>,
        mut add: impl FnMut(usize, U),
    ) {
        let starts = self.starts_of(position);
        let mut steps = Steps::new(&self.lengths);
        G::Inputs::visit(G::Inputs::refs(inputs), &mut |numbers: &[U]| {
            for &number in numbers {
                add(steps.index(starts), number);
            }
        });
    }

    /// The sum of what there is of each row.
    pub(super) fn sum<S: Scalar>(&self, mut of_row: impl FnMut(usize) -> S) -> S {
        let rows = self.row_count();
        if rows == 0 {
            return S::zero();
        }
        let of_leaf = |leaf: usize| {
            let positions = leaf * CHUNK..rows.min((leaf + 1) * CHUNK);
            positions.fold(S::zero(), |sum, position| sum + of_row(position))
        };
        sum_by_tree(0..rows.div_ceil(CHUNK), of_leaf, |left, right| left + right)
    }

    /// A sum as it is, or the mean.
    pub(super) fn scaled<S: Scalar>(&self, sum: S) -> S {
        self.rows.scaled(sum)
    }
}
