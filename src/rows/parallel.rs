//! Rows on all cores.

use super::leaves::{add, add_blocks, add_each};
use super::{NoPenalty, Of, Over, Penalty, Source, tree};
use crate::drivers::LengthError;
use crate::expr::{Closed, Inputs, R};
use crate::scalar::Scalar;
use core::fmt;
use core::ops::Range;

/// A function summed over the rows of a data set, on all cores: what [`Over::in_parallel`] gives.
///
/// The threads divide the tree by which [`Over`] sums among them, so the results are the same, bit for bit,
/// however many threads there are.
pub struct Parallel<'r, G: Closed, S: Scalar + 'r, P = NoPenalty>(Over<'r, G, S, P>);

impl<G: Closed, S: Scalar, P> fmt::Debug for Parallel<'_, G, S, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Parallel").field(&self.0).finish()
    }
}

impl<'r, G: Closed, S: Scalar, P> Parallel<'r, G, S, P> {
    /// The same function, computed on one core.
    pub(crate) fn on_one_core(&self) -> &Over<'r, G, S, P> {
        &self.0
    }
}

impl<'r, G: Closed, S: Scalar, P> Over<'r, G, S, P> {
    /// The same function, computed on all cores by the threads of `rayon`, with the same result.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows: Vec<_> = (0..10_000).map(|i| [f64::from(i), 0.3]).collect();
    /// let loss = error.over(&rows).mean();
    /// let alone = loss.value_and_gradient(&[0.1]);
    /// assert_eq!(loss.in_parallel().value_and_gradient(&[0.1]), alone);
    /// ```
    #[must_use]
    pub fn in_parallel(self) -> Parallel<'r, G, S, P> {
        Parallel(self)
    }
}

/// How many leaves a thread sums at once, where they are small.
const GRAIN: usize = 8;

/// The sum over a tree: of the leaves that are no more than `grain` by `sequential`, of more by both sides at
/// once.
fn sum<T: Send>(
    leaves: Range<usize>,
    grain: usize,
    sequential: &(impl Fn(Range<usize>) -> T + Sync),
    add: &(impl Fn(T, T) -> T + Sync),
) -> T {
    if leaves.len() <= grain {
        return sequential(leaves);
    }
    let (left, right) = tree::halves(leaves);
    let (left, right) = rayon::join(
        || sum(left, grain, sequential, add),
        || sum(right, grain, sequential, add),
    );
    add(left, right)
}

/// The inputs one after the other.
fn flat<I: Inputs, S: Scalar>(x: &Of<I, S>) -> Vec<S> {
    let mut point = Vec::with_capacity(I::LEN);
    I::visit(I::refs(x), &mut |numbers: &[S]| {
        point.extend_from_slice(numbers)
    });
    point
}

impl<'r, G, S, P> Parallel<'r, G, S, P>
where
    G: Closed<Codomain = R> + Sync,
    S: Scalar + Send + Sync,
    P: Penalty<G::Inputs> + Sync,
    Source<'r, G::Data, S>: Sync,
    Of<G::Inputs, S>: Send,
{
    /// The value at `x`.
    #[must_use = "the value is the only result"]
    pub fn value(&self, x: &Of<G::Inputs, S>) -> S {
        let (over, point) = (&self.0, flat::<G::Inputs, S>(x));
        let inputs = || G::Inputs::group(&point);
        let sequential = |leaves| over.value_of_all(inputs(), leaves);
        let sum = sum(over.leaves(), GRAIN, &sequential, &|left, right| {
            left + right
        });
        over.scale(sum) + over.penalty.value(inputs())
    }

    /// The gradient at `x`: the derivative in each of the inputs.
    #[must_use = "the gradient is the only result"]
    pub fn gradient(&self, x: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        self.value_and_gradient(x).1
    }

    /// The value and the gradient at `x`.
    #[must_use = "value and gradient are the only result"]
    pub fn value_and_gradient(&self, x: &Of<G::Inputs, S>) -> (S, Of<G::Inputs, S>) {
        let point = flat::<G::Inputs, S>(x);
        let mut gradient = vec![S::zero(); G::Inputs::LEN];
        let value = self.sum(&point, &mut gradient);
        (value, G::Inputs::from_fn(&mut |at| gradient[at]))
    }

    /// As [`value_and_gradient`](Parallel::value_and_gradient), in place: `x` and the gradient are flat
    /// slices, the inputs one after the other in the order declared, matrices row by row.
    ///
    /// # Errors
    ///
    /// If the slices are not as long as there are reals among the inputs; nothing is written then.
    pub fn value_and_gradient_into(&self, x: &[S], gradient: &mut [S]) -> Result<S, LengthError> {
        LengthError::check(G::Inputs::LEN, x, gradient)?;
        Ok(self.sum(x, gradient))
    }

    fn sum(&self, x: &[S], gradient: &mut [S]) -> S {
        let over = &self.0;
        gradient.fill(S::zero());
        let value = if const { Over::<'_, G, S, P>::FEW } {
            let sequential = |leaves| over.sum_of_all(G::Inputs::group(x), leaves);
            let (value, sums) = sum(over.leaves(), GRAIN, &sequential, &add::<G::Inputs, S>);
            add_blocks::<G::Inputs, S>(gradient, G::Inputs::refs(&sums));
            value
        } else {
            let sequential = |leaves: Range<usize>| {
                let mut gradient = vec![S::zero(); G::Inputs::LEN];
                let value = over.sum_of_many(G::Inputs::group(x), leaves, &mut gradient);
                (value, gradient)
            };
            let add = |(value, mut gradient): (S, Vec<S>), (other, of_other): (S, Vec<S>)| {
                add_each(&mut gradient, &of_other);
                (value + other, gradient)
            };
            let (value, sums) = sum(over.leaves(), 1, &sequential, &add);
            add_each(gradient, &sums);
            value
        };
        over.finish(G::Inputs::group(x), value, gradient)
    }
}
