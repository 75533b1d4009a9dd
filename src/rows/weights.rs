//! Rows that have weights.

use super::leaves::{add, add_blocks};
use super::robust::{HalfLoss, Loss};
use super::{NormalEquations, Over, Penalty, tree};
use crate::drivers::{Differentiable, Function, HasInputs, LengthError, Of, Spare, are_finite};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::scalar::{Plain, Scalar};
use core::fmt;
use core::ops::Range;

/// A sum over rows, each of which is multiplied by a weight: what [`Over::weights`] gives.
///
/// It is a [`Function`] of the inputs, Σ wᵢ f(x; rowᵢ), and has every derivative that the function has. The rows go through the
/// lanes of vector registers, and are summed in the order of [all sums](crate::rows).
pub struct Weighted<'r, G: Closed, T: Plain, P = super::NoPenalty> {
    over: Over<'r, G, T, P>,
    weights: &'r [T],
}

impl<G: Closed, T: Plain, P: Copy> Clone for Weighted<'_, G, T, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain, P: Copy> Copy for Weighted<'_, G, T, P> {}

impl<G: Closed, T: Plain, P> fmt::Debug for Weighted<'_, G, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Weighted").field(&self.over).finish()
    }
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
    /// The same sum with each row multiplied by a weight, Σ wᵢ f(x; rowᵢ): a frequency, an inverse variance, the probability of a
    /// latent class.
    ///
    /// There is a weight for each row of the data set; a [minibatch](Over::rows) takes those of its rows. A [mean](Over::mean) is
    /// divided by the number of rows, whatever the weights, and a [penalty](Over::plus) has no weight. Least squares:
    /// [`normal_equations`](Weighted::normal_equations) are JᵀWJ and JᵀWr, and `residual.over(&rows).least_squares().weights(&w)`
    /// is ½ Σ wᵢ |rᵢ|².
    ///
    /// # Errors
    ///
    /// If there are not as many weights as rows.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let error = func!(|slope; x, y| (slope * x - y).square());
    /// let rows = [[1.0, 2.0], [2.0, 3.0]];
    /// let loss = error.over(&rows).weights(&[1.0, 10.0])?;
    /// assert_eq!(loss.value_and_gradient(&[2.0]), (10.0, [40.0])); // 1 · 0² + 10 · 1²
    /// assert_eq!(loss.hessian(&[2.0]), [[2.0 * (1.0 + 10.0 * 4.0)]]);
    ///
    /// let error = error.over(&rows).weights(&[1.0]).unwrap_err();
    /// assert_eq!(error.to_string(), "the slice of weights has length 1, but must have length 2");
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    pub fn weights(self, weights: &'r [T]) -> Result<Weighted<'r, G, T, P>, LengthError> {
        LengthError::check("slice of weights", self.source.len(), weights)?;
        Ok(Weighted {
            over: self,
            weights,
        })
    }
}

impl<G: Closed, T: Plain, P> Weighted<'_, G, T, P> {
    /// The weight of the row that is summed as number `position`.
    #[cfg_attr(optimized, inline(always))]
    fn weight<S: Scalar>(&self, position: usize) -> S {
        S::from_plain(self.weights[self.over.index(position)])
    }

    /// Those of the rows in the lanes.
    #[cfg_attr(optimized, inline(always))]
    fn weights_of_pack<S: Scalar>(&self, position: usize) -> S::Pack {
        S::pack(|lane| self.weight(position + lane))
    }

    /// Which rows of a leaf fill the lanes, and the others.
    #[cfg_attr(optimized, inline(always))]
    fn rows_of<S: Scalar>(&self, leaf: usize) -> (Range<usize>, Range<usize>) {
        let lanes = const { Over::<'_, G, T, P>::lanes::<S>() };
        let (in_lanes, alone) = self.over.rows_of::<S>(leaf, lanes);
        match lanes {
            1 => (in_lanes.start..in_lanes.start, in_lanes),
            _ => (in_lanes, alone),
        }
    }
}

/// A cotangent times a weight.
#[cfg_attr(optimized, inline(always))]
fn weighed<S: Scalar>(seed: Cotangent<S>, weight: S) -> Cotangent<S> {
    match seed.get() {
        Some(seed) => Cotangent::of(seed * weight),
        None => Cotangent::NONE,
    }
}

impl<G: Closed<Codomain = R>, T: Plain, P> Weighted<'_, G, T, P> {
    /// The value of a leaf.
    fn value_of<S: Scalar>(&self, x: Blocks<'_, G::Inputs, S>, leaf: usize) -> S {
        let (in_lanes, alone) = self.rows_of::<S>(leaf);
        let mut value = S::zero();
        if !in_lanes.is_empty() {
            let packs = G::Inputs::map(x, S::splat);
            let mut lanes = S::zero().splat();
            for position in in_lanes.step_by(S::LANES) {
                let data = self.over.pack::<S>(position);
                let (x, data) = (G::Inputs::refs(&packs), G::Data::refs(&data));
                let of_rows = self.over.function.evaluate(x, data);
                lanes = lanes + self.weights_of_pack::<S>(position) * of_rows;
            }
            value = S::sum_lanes(lanes);
        }
        for position in alone {
            let row = self.over.index(position);
            let of_row = self
                .over
                .source
                .with_row(row, |data| self.over.function.evaluate(x, data));
            value = value + self.weight::<S>(position) * of_row;
        }
        value
    }

    /// The value and the gradient of a leaf.
    fn sum_of<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        leaf: usize,
    ) -> (S, Of<G::Inputs, S>) {
        let (in_lanes, mut alone) = self.rows_of::<S>(leaf);
        let mut value = S::zero();
        let mut gradient = G::Inputs::from_fn(&mut |_| S::zero());
        if !in_lanes.is_empty() {
            let packs = G::Inputs::map(x, S::splat);
            let seed = seed.splat();
            let mut lanes = S::zero().splat();
            let mut sums = G::Inputs::from_fn(&mut |_| S::zero().splat());
            for position in in_lanes.clone().step_by(S::LANES) {
                let data = self.over.pack::<S>(position);
                let weights = self.weights_of_pack::<S>(position);
                let of_rows = self.over.function.accumulate(
                    G::Inputs::refs(&packs),
                    G::Data::refs(&data),
                    weighed(seed, weights),
                    G::Inputs::sums(&mut sums),
                    G::Data::unwanted(),
                );
                lanes = lanes + weights * of_rows;
            }
            let sums = G::Inputs::map(G::Inputs::refs(&sums), S::sum_lanes);
            if are_finite::<G::Inputs, S>(G::Inputs::refs(&sums)) {
                (value, gradient) = (S::sum_lanes(lanes), sums);
            } else {
                // In lanes an operand that takes no part in a row may have made NaN of its cotangent.
                alone.start = in_lanes.start;
            }
        }
        for position in alone {
            let weight = self.weight::<S>(position);
            let row = self.over.index(position);
            let of_row = self.over.source.with_row(row, |data| {
                self.over.function.accumulate(
                    x,
                    data,
                    weighed(seed, weight),
                    G::Inputs::sums(&mut gradient),
                    G::Data::unwanted(),
                )
            });
            value = value + weight * of_row;
        }
        (value, gradient)
    }

    /// The value and the gradient of all rows.
    fn sum<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<G::Inputs, S>) {
        let leaves = self.over.leaves::<S>();
        if leaves.is_empty() {
            return (S::zero(), G::Inputs::from_fn(&mut |_| S::zero()));
        }
        tree::sum(
            leaves,
            |leaf| self.sum_of(x, seed, leaf),
            add::<G::Inputs, S>,
        )
    }
}

impl<G, T, P, const N: usize> Differentiable<N> for Weighted<'_, G, T, P>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    G::Inputs: HasInputs<N>,
{
    type Inputs = G::Inputs;
    type Data = ();
    type Codomain = R;

    fn evaluate<S: Scalar>(self, x: Blocks<'_, G::Inputs, S>) -> S {
        let leaves = self.over.leaves::<S>();
        let sum = match leaves.is_empty() {
            true => S::zero(),
            false => tree::sum(
                leaves,
                |leaf| self.value_of(x, leaf),
                |left, right| left + right,
            ),
        };
        self.over.scaled(sum) + self.over.penalty.value(x)
    }
    fn sweep<S: Scalar>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
    ) -> (S, Of<G::Inputs, S>) {
        let (value, gradient) = self.sum(x, seed);
        let mut gradient =
            G::Inputs::map(G::Inputs::refs(&gradient), |slope| self.over.scaled(slope));
        let slots = G::Inputs::sums(&mut gradient);
        let penalty = self.over.penalty.accumulate(x, seed, slots);
        (self.over.scaled(value) + penalty, gradient)
    }
    fn sweep_slices<S: Scalar>(
        self,
        x: &[S],
        seed: Cotangent<S>,
        gradient: &mut [S],
        _: &mut Spare<S>,
    ) -> S {
        let (value, slopes) = Differentiable::<N>::sweep(self, G::Inputs::group(x), seed);
        gradient.fill(S::zero());
        add_blocks::<G::Inputs, S>(gradient, G::Inputs::refs(&slopes));
        value
    }
}

#[diagnostic::do_not_recommend]
impl<G, T, P, const N: usize> Function<N, R, G::Inputs> for Weighted<'_, G, T, P>
where
    G: Closed<Codomain = R>,
    T: Plain,
    P: Penalty<G::Inputs>,
    G::Inputs: HasInputs<N>,
{
}

impl<G: Closed, T: Plain, P> Weighted<'_, G, T, P> {
    /// The normal equations at `x` of the residuals of all rows, each row with its weight: JᵀWJ, JᵀWr and rᵀWr. No square roots of
    /// weights are taken.
    ///
    /// As of [those without weights](Over::normal_equations), a mean or a penalty has no part in them.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows = [[0.0, 1.0], [1.0, 3.0]];
    /// let equations = residual.over(&rows).weights(&[4.0, 1.0])?.normal_equations(&[0.0, 0.0]);
    /// assert_eq!(equations.sum_of_squares, 4.0 + 9.0);
    /// assert_eq!((equations.jtj, equations.jtr), ([[1.0, 1.0], [1.0, 5.0]], [-3.0, -7.0]));
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    #[must_use = "the equations are the only result"]
    pub fn normal_equations<S: Scalar>(
        &self,
        x: &Of<G::Inputs, S>,
    ) -> NormalEquations<G::Inputs, S> {
        let leaves = self.over.leaves::<S>();
        if leaves.is_empty() {
            return NormalEquations::zero();
        }
        let half_square = self.over.half_square();
        let of_leaf = |leaf| self.equations_of(half_square, G::Inputs::refs(x), leaf);
        let mut sum = tree::sum(leaves, of_leaf, NormalEquations::add);
        sum.mirror();
        sum
    }

    /// Those of a leaf: JᵀWJ on and right of the diagonal.
    fn equations_of<S: Scalar, L: Loss>(
        &self,
        function: HalfLoss<G, L>,
        x: Blocks<'_, G::Inputs, S>,
        leaf: usize,
    ) -> NormalEquations<G::Inputs, S> {
        let (in_lanes, mut alone) = self.rows_of::<S>(leaf);
        let mut rows = NormalEquations::zero();
        if !in_lanes.is_empty() {
            let packs = G::Inputs::map(x, S::splat);
            let mut lanes = NormalEquations::zero();
            for position in in_lanes.clone().step_by(S::LANES) {
                let data = self.over.pack::<S>(position);
                let (x, data) = (G::Inputs::refs(&packs), G::Data::refs(&data));
                let weights = self.weights_of_pack::<S>(position);
                lanes.add_row(function, x, data, Some(weights));
            }
            rows = NormalEquations::of_lanes(&lanes);
            if !rows.is_finite() {
                rows = NormalEquations::zero();
                alone.start = in_lanes.start;
            }
        }
        for position in alone {
            let weight = self.weight::<S>(position);
            let row = self.over.index(position);
            self.over.source.with_row(row, |data| {
                rows.add_row(function, x, data, Some(weight));
            });
        }
        rows
    }
}
