//! Rows on all cores.

use super::{FEW, NoPenalty, Of, Over, Penalty, Source, add_blocks, add_each};
use crate::drivers::LengthError;
use crate::expr::{Closed, Inputs, R};
use crate::scalar::Scalar;
use core::fmt;
use rayon::prelude::*;

/// A function summed over the rows of a data set, on all cores: what [`Over::in_parallel`] gives.
///
/// The chunks of rows are divided among the threads, and added in their order, so the results are those of
/// [`Over`], bit for bit, however many threads there are.
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

/// How many numbers the gradients of the chunks take that are computed before they are added.
const WAVE: usize = 1 << 20;

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
        self.value_and_gradient(x).0
    }

    /// The gradient at `x`: the derivative in each of the inputs.
    #[must_use = "the gradient is the only result"]
    pub fn gradient(&self, x: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        self.value_and_gradient(x).1
    }

    /// The value and the gradient at `x`.
    #[must_use = "value and gradient are the only result"]
    pub fn value_and_gradient(&self, x: &Of<G::Inputs, S>) -> (S, Of<G::Inputs, S>) {
        let mut point = Vec::with_capacity(G::Inputs::LEN);
        G::Inputs::visit(G::Inputs::refs(x), &mut |numbers: &[S]| {
            point.extend_from_slice(numbers);
        });
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
        gradient.fill(S::zero());
        Ok(self.sum(x, gradient))
    }

    fn sum(&self, x: &[S], gradient: &mut [S]) -> S {
        let mut value = S::zero();
        if const { G::Inputs::LEN <= FEW } {
            self.in_waves(
                |chunk| self.0.sum_of_chunk(G::Inputs::group(x), chunk),
                |(rows, by_rows)| {
                    value = value + rows;
                    add_blocks::<G::Inputs, S>(gradient, G::Inputs::refs(&by_rows));
                },
            );
        } else {
            self.in_waves(
                |chunk| {
                    let mut gradient = vec![S::zero(); G::Inputs::LEN];
                    let rows = self.0.add_chunk(G::Inputs::group(x), chunk, &mut gradient);
                    (rows, gradient)
                },
                |(rows, by_rows)| {
                    value = value + rows;
                    add_each(gradient, &by_rows);
                },
            );
        }
        self.0.finish(G::Inputs::group(x), value, gradient)
    }

    /// Computes something of each chunk, on all cores, and takes it in the order of the chunks.
    fn in_waves<T: Send>(&self, of_chunk: impl Fn(usize) -> T + Sync, mut take: impl FnMut(T)) {
        let chunks = self.0.chunks();
        let wave = (WAVE / G::Inputs::LEN.max(1)).max(2 * rayon::current_num_threads());
        for start in (0..chunks).step_by(wave) {
            let results: Vec<T> = (start..chunks.min(start + wave))
                .into_par_iter()
                .map(&of_chunk)
                .collect();
            results.into_iter().for_each(&mut take);
        }
    }
}
