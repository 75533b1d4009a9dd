//! Rows that carry indices into the parameters.

#[cfg(feature = "rayon")]
use super::parallel::Run;
use crate::drivers::{HasInputs, Of};
use crate::expr::{Blocks, Closed, Inputs, Shape};
use crate::forward::Dual;
use crate::rows::{Over, sum_by_tree};
use crate::scalar::{Lanes, MOST_LANES, OneRegister, Plain, Scalar};
use core::ops::Range;
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
/// contribute to a derivative in a parameter is added in the order of the rows. With the feature `simd` several rows are
/// computed at once, as many as a vector register has lanes. With `rayon`, `in_parallel` computes them on
/// all cores, and gives the same bits for any number of threads.
pub struct At<'r, G: Closed, T: Plain, const N: usize> {
    rows: Over<'r, G, T>,
    starts: &'r [[usize; N]],
    /// How many numbers each input has.
    lengths: [usize; N],
    parameters: usize,
    /// How the rows are computed on all cores, if they are.
    #[cfg(feature = "rayon")]
    run: Option<Run<'r, G, T, N>>,
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
            #[cfg(feature = "rayon")]
            run: None,
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

/// A number for each parameter.
pub(super) trait Point: Copy {
    type Number: Scalar;

    /// Those of some of the parameters.
    fn part(self, parameters: Range<usize>) -> Self;

    fn number(self, parameter: usize) -> Self::Number;
}

impl<S: Scalar> Point for &[S] {
    type Number = S;

    #[cfg_attr(optimized, inline(always))]
    fn part(self, parameters: Range<usize>) -> Self {
        &self[parameters]
    }
    #[cfg_attr(optimized, inline(always))]
    fn number(self, parameter: usize) -> S {
        self[parameter]
    }
}

/// A point that moves along a direction.
#[derive(Clone, Copy)]
pub(super) struct Along<'x, S>(pub(super) &'x [S], pub(super) &'x [S]);

impl<S: Scalar> Point for Along<'_, S> {
    type Number = Dual<S>;

    #[cfg_attr(optimized, inline(always))]
    fn part(self, parameters: Range<usize>) -> Self {
        Along(&self.0[parameters.clone()], &self.1[parameters])
    }
    #[cfg_attr(optimized, inline(always))]
    fn number(self, parameter: usize) -> Dual<S> {
        Dual::new(self.0[parameter], self.1[parameter])
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

    /// The function as residuals, with the roots of weights.
    pub(super) fn residual(&self) -> G {
        self.function().as_residuals()
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
        let inputs = starts.iter().zip(&self.lengths);
        inputs.flat_map(|(&start, &length)| start..start + length)
    }

    /// The inputs of a row.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn gather<X: Point>(&self, position: usize, x: X) -> Of<G::Inputs, X::Number> {
        let starts = self.starts_of(position);
        G::Inputs::from_parts(
            0,
            &mut {
                #[cfg_attr(optimized, inline(always))]
                |input, length| x.part(starts[input]..starts[input] + length)
            },
            &{
                #[cfg_attr(optimized, inline(always))]
                |part: &X, at| part.number(at)
            },
        )
    }

    /// The inputs of several rows, from number `position` on, side by side.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn gather_pack<X: Point>(
        &self,
        position: usize,
        x: X,
    ) -> Of<G::Inputs, <X::Number as Lanes>::Register> {
        G::Inputs::from_parts(
            0,
            &mut {
                #[cfg_attr(optimized, inline(always))]
                |input, length| {
                    let mut parts = [x; MOST_LANES];
                    for (lane, part) in parts.iter_mut().enumerate().take(X::Number::REGISTER_LANES)
                    {
                        let start = self.starts_of(position + lane)[input];
                        *part = x.part(start..start + length);
                    }
                    parts
                }
            },
            &{
                #[cfg_attr(optimized, inline(always))]
                |parts: &[X; MOST_LANES], at| {
                    X::Number::pack_register(|lane| parts[lane].number(at))
                }
            },
        )
    }

    /// The data of these rows.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn pack<S: Scalar>(&self, position: usize) -> Of<G::Data, S::Register> {
        self.rows.pack_by::<S, OneRegister>(position)
    }

    /// Hands the numbers of the inputs of a row to a function, each with the number of its parameter.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn scatter<U: Copy>(
        &self,
        position: usize,
        inputs: Blocks<'_, G::Inputs, U>,
        mut add: impl FnMut(usize, U),
    ) {
        G::Inputs::visit_from(inputs, self.starts_of(position), &mut {
            #[cfg_attr(optimized, inline(always))]
            |start, numbers: &[U]| {
                for (parameter, &number) in (start..).zip(numbers) {
                    add(parameter, number);
                }
            }
        });
    }

    /// How many chunks of rows there are.
    pub(super) fn chunk_count(&self) -> usize {
        self.row_count().div_ceil(CHUNK)
    }

    /// The rows of a chunk.
    pub(super) fn rows_of_chunk(&self, chunk: usize) -> Range<usize> {
        chunk * CHUNK..self.row_count().min((chunk + 1) * CHUNK)
    }

    /// The sum of what there is of each chunk.
    pub(super) fn sum_of_chunks<S: Scalar>(&self, mut of_rows: impl FnMut(Range<usize>) -> S) -> S {
        match self.chunk_count() {
            0 => S::zero(),
            chunks => sum_by_tree(
                0..chunks,
                |chunk| of_rows(self.rows_of_chunk(chunk)),
                |left, right| left + right,
            ),
        }
    }

    /// The sum of what there is of each row.
    pub(super) fn sum<S: Scalar>(&self, mut of_row: impl FnMut(usize) -> S) -> S {
        self.sum_of_chunks(|rows| rows.fold(S::zero(), |sum, position| sum + of_row(position)))
    }

    /// Whether the rows are computed on all cores.
    pub(super) fn is_parallel(&self) -> bool {
        #[cfg(feature = "rayon")]
        return self.run.is_some();
        #[cfg(not(feature = "rayon"))]
        false
    }

    /// How the rows are computed on all cores, if they are.
    #[cfg(feature = "rayon")]
    pub(super) fn run(&self) -> Option<Run<'r, G, T, N>> {
        self.run
    }

    #[cfg(feature = "rayon")]
    pub(super) fn with_run(mut self, run: Run<'r, G, T, N>) -> Self {
        self.run = Some(run);
        self
    }

    /// A sum as it is, or the mean.
    pub(super) fn scaled<S: Scalar>(&self, sum: S) -> S {
        self.rows.scaled(sum)
    }
}
