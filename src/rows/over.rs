//! Sums over rows.

use super::{NoPenalty, Penalty, Source, second};
use crate::drivers::{
    Differentiable, Function, HasInputs, Of, Spare, mirror, mirrored, value_gradient_diagonal,
    value_gradient_hessian,
};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, R};
use crate::scalar::{AllLanes, Packing, Plain, Scalar};
use core::fmt;
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
    pub(super) function: G,
    pub(super) source: Source<'r, G::Data, T>,
    pub(super) indices: Option<&'r [usize]>,
    pub(super) is_mean: bool,
    pub(super) penalty: P,
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
    pub(super) fn index(&self, position: usize) -> usize {
        self.indices.map_or(position, |indices| indices[position])
    }

    /// The data of several rows, from number `position` on, side by side.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn pack<S: Scalar>(&self, position: usize) -> Of<G::Data, S::Pack> {
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
    pub(super) fn finish<S: Scalar>(
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
    pub(super) fn scale<S: Scalar>(&self, sum: S) -> S {
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
