//! Rows on all cores.

use super::leaves::{add_blocks, add_each};
use super::second::{self, Moving, Second};
use super::{NoPenalty, Over, Penalty, Source, tree};
use crate::drivers::{Differentiable, Function, HasInputs, Memory, Of, Spare, mirror, mirrored};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use core::ops::Range;

/// A function summed over the rows of a data set, on all cores: what [`Over::in_parallel`] gives.
///
/// The threads divide the tree by which [`Over`] sums among them, so the results are the same, bit for bit,
/// however many threads there are.
pub struct Parallel<'r, G: Closed, T: Plain, P = NoPenalty>(Over<'r, G, T, P>);

impl<G: Closed, T: Plain, P: Copy> Clone for Parallel<'_, G, T, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain, P: Copy> Copy for Parallel<'_, G, T, P> {}

impl<G: Closed, T: Plain, P> fmt::Debug for Parallel<'_, G, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Parallel").field(&self.0).finish()
    }
}

impl<'r, G: Closed, T: Plain, P> Parallel<'r, G, T, P> {
    /// The same function, computed on one core.
    pub(crate) fn on_one_core(&self) -> &Over<'r, G, T, P> {
        &self.0
    }

    /// How many leaves a thread sums at once.
    pub(super) fn grain<S: Scalar>(&self) -> usize {
        grain::<S, G, T, P>(&self.0)
    }
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
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
    pub fn in_parallel(self) -> Parallel<'r, G, T, P> {
        Parallel(self)
    }
}

/// How many rows a thread sums at once, where they are small.
const ROWS: usize = 2_048;

/// How many numbers of gradients it sums at once, if that is fewer rows.
const NUMBERS: usize = 16_384;

/// How many leaves a thread sums at once.
pub(super) fn grain<S: Scalar, G: Closed, T: Plain, P>(over: &Over<'_, G, T, P>) -> usize {
    let rows = over.leaf_len::<S>();
    (NUMBERS / (rows * G::Inputs::LEN.max(1))).clamp(1, ROWS / rows)
}

/// The sum over a tree: of the leaves that are no more than `grain` by `sequential`, of more by both sides at
/// once.
pub(super) fn sum<T: Send>(
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

/// A point, one number after the other.
pub(super) fn flat<I: Inputs, S: Copy>(x: Blocks<'_, I, S>) -> Vec<S> {
    (0..I::LEN).map(|at| I::get(x, at)).collect()
}

/// What threads can sum: the function and the rows are theirs to read, and numbers are sent between them.
impl<'r, G, T, P> Parallel<'r, G, T, P>
where
    G: Closed<Codomain = R> + Sync,
    T: Plain,
    P: Penalty<G::Inputs> + Sync,
    Source<'r, G::Data, T>: Sync,
{
    /// The value at a point.
    fn value_at<S: Scalar + Send + Sync>(&self, point: &[S]) -> S {
        let over = &self.0;
        let sequential = |leaves| over.value_of_all(G::Inputs::group(point), leaves);
        let grain = self.grain::<S>();
        let sum = sum(over.leaves::<S>(), grain, &sequential, &|left, right| {
            left + right
        });
        over.scale(sum) + over.penalty.value(G::Inputs::group(point))
    }

    /// The value at a point, and the gradient times a cotangent.
    fn sweep_at<S: Scalar + Send + Sync>(&self, x: &[S], seed: S, gradient: &mut [S]) -> S {
        let over = &self.0;
        gradient.fill(S::zero());
        let leaves = over.leaves::<S>();
        // Gradients are sent from thread to thread as lists.
        let sequential = |leaves: Range<usize>| {
            let mut gradient = vec![S::zero(); G::Inputs::LEN];
            let (x, seed) = (G::Inputs::group(x), Cotangent::of(seed));
            let value = if const { Over::<'_, G, T, P>::FEW } {
                let (value, sums) = over.sum_of_all(x, seed, leaves);
                add_blocks::<G::Inputs, S>(&mut gradient, G::Inputs::refs(&sums));
                value
            } else {
                over.sum_of_many(x, seed, leaves, &mut gradient, &mut Spare::new())
            };
            (value, gradient)
        };
        let add = |(value, mut gradient): (S, Vec<S>), (other, of_other): (S, Vec<S>)| {
            add_each(&mut gradient, &of_other);
            (value + other, gradient)
        };
        let grain = self.grain::<S>();
        let (value, sums) = sum(leaves, grain, &sequential, &add);
        add_each(gradient, &sums);
        over.finish(G::Inputs::group(x), Cotangent::of(seed), value, gradient)
    }

    /// The Hessian–vector product at a point.
    fn hvp_at<S: Scalar + Send + Sync>(&self, x: &[S], v: &[S]) -> (S, Vec<Dual<S>>) {
        let x: Vec<_> = x.iter().zip(v).map(|(&x, &v)| Dual::new(x, v)).collect();
        let mut gradient = vec![Dual::constant(S::zero()); x.len()];
        let value = self.sweep_at(&x, Dual::constant(S::one()), &mut gradient);
        (value.primal, gradient)
    }

    /// The value and the gradient at a point, with the numbers of the Hessian handed to `write`.
    fn hessian_at<S: Scalar + Send + Sync>(
        &self,
        x: &[S],
        mut write: impl FnMut(usize, usize, S),
    ) -> (S, Of<G::Inputs, S>) {
        if const { second::is_by_leaves::<G::Inputs>() } {
            let over = &self.0;
            let sequential = |leaves| over.second_of_all(G::Inputs::group(x), leaves).to_list();
            let add = |mut left: Vec<S>, right: Vec<S>| {
                add_each(&mut left, &right);
                left
            };
            let list = sum(over.leaves::<S>(), self.grain::<S>(), &sequential, &add);
            return over.finish_second(G::Inputs::group(x), Second::read(&list), write);
        }
        if const { G::Inputs::LEN <= second::FEW } {
            let sweep = |moving: &Of<G::Inputs, Moving<S>>| {
                let x = flat(G::Inputs::refs(moving));
                let mut gradient = vec![Moving::constant(S::zero()); x.len()];
                let value = self.sweep_at(&x, Moving::constant(S::one()), &mut gradient);
                (value, G::Inputs::from_fn(&mut |at| gradient[at]))
            };
            return second::by_directions::<G::Inputs, S>(G::Inputs::group(x), sweep, write);
        }
        let (mut value, mut slopes) = (S::zero(), vec![]);
        for row in 0..x.len() {
            let mut unit = vec![S::zero(); x.len()];
            unit[row] = S::one();
            (value, slopes) = self.hvp_at(x, &unit);
            for (column, slope) in slopes.iter().enumerate() {
                write(row, column, slope.tangent);
            }
        }
        (value, G::Inputs::from_fn(&mut |at| slopes[at].primal))
    }
}

impl<'r, G, T, P, const N: usize> Differentiable<N> for Parallel<'r, G, T, P>
where
    G: Closed<Codomain = R> + Sync,
    T: Plain + Scalar + Send + Sync,
    P: Penalty<G::Inputs> + Sync,
    G::Inputs: HasInputs<N>,
    Source<'r, G::Data, T>: Sync,
{
    type Inputs = G::Inputs;
    type Data = ();
    type Codomain = R;

    fn evaluate<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> S {
        let point = flat(x);
        match S::as_plains::<T>(&point) {
            Some(point) => S::from_plain(self.value_at(point)),
            None => Differentiable::<N>::evaluate(self.0, x),
        }
    }
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<G::Inputs, S>) {
        let (point, seed_of_all) = (flat(x), [seed.or_zero()]);
        let (Some(point), Some(&[seed_of_all])) =
            (S::as_plains::<T>(&point), S::as_plains::<T>(&seed_of_all))
        else {
            return Differentiable::<N>::sweep(self.0, x, seed);
        };
        let mut gradient = vec![T::zero(); G::Inputs::LEN];
        let value = self.sweep_at(point, seed_of_all, &mut gradient);
        (
            S::from_plain(value),
            G::Inputs::from_fn(&mut |at| S::from_plain(gradient[at])),
        )
    }
    fn sweep_slices<S: Scalar>(
        self,
        x: &[S],
        seed: Cotangent<S>,
        gradient: &mut [S],
        spare: &mut Spare<S>,
    ) -> S {
        let seed_of_all = [seed.or_zero()];
        let (Some(point), Some(&[seed_of_all])) =
            (S::as_plains::<T>(x), S::as_plains::<T>(&seed_of_all))
        else {
            return Differentiable::<N>::sweep_slices(self.0, x, seed, gradient, spare);
        };
        let mut slopes = vec![T::zero(); gradient.len()];
        let value = self.sweep_at(point, seed_of_all, &mut slopes);
        for (slope, sum) in gradient.iter_mut().zip(slopes) {
            *slope = S::from_plain(sum);
        }
        S::from_plain(value)
    }
    fn hessian_slices<S: Scalar>(self, x: &[S], hessian: &mut [S]) -> bool {
        let Some(point) = S::as_plains::<T>(x) else {
            return Differentiable::<N>::hessian_slices(self.0, x, hessian);
        };
        self.hessian_at(point, |row, column, number| {
            hessian[row * G::Inputs::LEN + column] = S::from_plain(number);
        });
        mirror(G::Inputs::LEN, hessian);
        true
    }
    fn hvp_slices<S: Scalar>(self, x: &[S], v: &[S], product: &mut [S], memory: &mut Memory<S>) {
        let (Some(point), Some(direction)) = (S::as_plains::<T>(x), S::as_plains::<T>(v)) else {
            return Differentiable::<N>::hvp_slices(self.0, x, v, product, memory);
        };
        let (_, slopes) = self.hvp_at(point, direction);
        for (product, slope) in product.iter_mut().zip(slopes) {
            *product = S::from_plain(slope.tangent);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<'r, G, T, P, const N: usize> Function<N, R, G::Inputs> for Parallel<'r, G, T, P>
where
    G: Closed<Codomain = R> + Sync,
    T: Plain + Scalar + Send + Sync,
    P: Penalty<G::Inputs> + Sync,
    G::Inputs: HasInputs<N>,
    Source<'r, G::Data, T>: Sync,
{
    fn hvp<S: Scalar>(self, x: &Of<G::Inputs, S>, v: &Of<G::Inputs, S>) -> Of<G::Inputs, S> {
        let point = flat(G::Inputs::refs(x));
        let direction = flat(G::Inputs::refs(v));
        let (Some(point), Some(direction)) =
            (S::as_plains::<T>(&point), S::as_plains::<T>(&direction))
        else {
            return Function::<N, R, G::Inputs>::hvp(self.0, x, v);
        };
        let (_, slopes) = self.hvp_at(point, direction);
        G::Inputs::from_fn(&mut |at| S::from_plain(slopes[at].tangent))
    }

    fn value_gradient_hessian<S: Scalar>(
        self,
        x: &Of<G::Inputs, S>,
    ) -> (S, Of<G::Inputs, S>, Of<G::Inputs, Of<G::Inputs, S>>) {
        let point = flat(G::Inputs::refs(x));
        let Some(point) = S::as_plains::<T>(&point) else {
            return Function::<N, R, G::Inputs>::value_gradient_hessian(self.0, x);
        };
        let zeros = G::Inputs::fill(S::zero());
        let mut hessian = G::Inputs::fill(zeros);
        let (value, gradient) = self.hessian_at(point, |row, column, number| {
            let line = G::Inputs::number_mut(&mut hessian, row);
            *G::Inputs::number_mut(line, column) = S::from_plain(number);
        });
        let gradient = G::Inputs::map(G::Inputs::refs(&gradient), S::from_plain);
        let hessian = mirrored::<G::Inputs, S>(&hessian);
        (S::from_plain(value), gradient, hessian)
    }

    fn value_gradient_diagonal<S: Scalar>(
        self,
        x: &Of<G::Inputs, S>,
    ) -> (S, Of<G::Inputs, S>, Of<G::Inputs, S>) {
        let point = flat(G::Inputs::refs(x));
        let Some(point) = S::as_plains::<T>(&point) else {
            return Function::<N, R, G::Inputs>::value_gradient_diagonal(self.0, x);
        };
        let mut diagonal = G::Inputs::fill(S::zero());
        let (value, gradient) = self.hessian_at(point, |row, column, number| {
            if row == column {
                *G::Inputs::number_mut(&mut diagonal, row) = S::from_plain(number);
            }
        });
        let gradient = G::Inputs::map(G::Inputs::refs(&gradient), S::from_plain);
        (S::from_plain(value), gradient, diagonal)
    }
}
