//! Rows that have weights: a weight is a datum, with which the function is multiplied.

use super::row_and_weight::RowAndWeight;
use super::{Over, Source};
use crate::drivers::LengthError;
use crate::expr::{Blocks, Closed, Cotangent, Inputs, Shape, Slots};
use crate::rules::Sqrt;
use crate::scalar::{Plain, Scalar};

/// A function of which each row is multiplied by a weight: what [`Over::weights`] sums.
#[derive(Debug, Clone, Copy)]
pub struct Weighted<G> {
    pub(super) function: G,
    by: Factor,
}

/// With what a row's results are multiplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Factor {
    /// With the weight: they are summed.
    Weight,
    /// With its root: their squares are.
    Root,
    /// With nothing: who sums their squares multiplies those.
    Nothing,
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
    /// The same sum with each row multiplied by a weight, Σ wᵢ f(x; rowᵢ): a frequency, an inverse variance, the probability of a
    /// latent class.
    ///
    /// There is a weight for each row of the data set; a [minibatch](Over::rows) takes those of its rows. A [mean](Over::mean) is
    /// divided by the number of rows, whatever the weights, and a [penalty](Over::plus) has no weight. The result is a sum over
    /// rows as any other, [in parallel](Over::in_parallel), [over several machines](Over::on) or of rows [with
    /// indices](Over::at).
    ///
    /// # Least squares
    ///
    /// The weight is that of the square, ½ Σ wᵢ |rᵢ|². So [`residuals`](Over::residuals) are √wᵢ rᵢ, and
    /// [`least_squares`](Over::least_squares) and [`robust`](Over::robust) take these: for them no weight is negative.
    /// [`normal_equations`](Over::normal_equations) are JᵀWJ, JᵀWr and rᵀWr, without roots of the weights. A weight that is given
    /// after the loss, `residual.over(&rows).robust(loss).weights(&w)`, multiplies the loss: ½ Σ wᵢ ρ(|rᵢ|²).
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
    /// let residual = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let weighted = residual.over(&[[0.0, 1.0], [1.0, 3.0]]).weights(&[4.0, 1.0])?;
    /// let equations = weighted.normal_equations(&[0.0, 0.0]);
    /// assert_eq!((equations.jtj, equations.jtr), ([[1.0, 1.0], [1.0, 5.0]], [-3.0, -7.0]));
    /// let mut r = [0.0; 2];
    /// weighted.residuals().results_at(&[0.0, 0.0], &mut r)?;
    /// assert_eq!(r, [-2.0, -3.0]);
    ///
    /// let error = error.over(&rows).weights(&[1.0]).unwrap_err();
    /// assert_eq!(error.to_string(), "the slice of weights has length 1, but must have length 2");
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    pub fn weights(self, weights: &'r [T]) -> Result<Over<'r, Weighted<G>, T, P>, LengthError> {
        let rows = self.source.len();
        LengthError::check("slice of weights", rows, weights)?;
        Ok(Over {
            function: Weighted {
                function: self.function,
                by: Factor::Weight,
            },
            source: Source::Columns((self.source, weights), rows),
            indices: self.indices,
            is_mean: self.is_mean,
            penalty: self.penalty,
        })
    }
}

impl<G: Closed> Weighted<G> {
    /// Residuals whose squares, or whose losses, are to be multiplied by the weights.
    pub(super) fn of_residuals<F: Closed>(self, residuals: F) -> Weighted<F> {
        Weighted {
            function: residuals,
            by: Factor::Nothing,
        }
    }

    /// The factor of a row, unless it is 1.
    #[cfg_attr(optimized, inline(always))]
    fn factor<S: Scalar>(self, data: Blocks<'_, RowAndWeight<G::Data>, S>) -> Option<S> {
        let (_, &weight) = data.0;
        match self.by {
            Factor::Weight => Some(weight),
            Factor::Root => Some(weight.unary(Sqrt)),
            Factor::Nothing => None,
        }
    }

    /// The results times the factor.
    #[cfg_attr(optimized, inline(always))]
    fn scaled<S: Scalar>(
        results: <G::Codomain as Shape>::Of<S>,
        factor: Option<S>,
    ) -> <G::Codomain as Shape>::Of<S> {
        let Some(factor) = factor else {
            return results;
        };
        let results = G::Codomain::flat(&results);
        G::each_result(
            #[cfg_attr(optimized, inline(always))]
            |at| results[at] * factor,
        )
    }

    /// The cotangents times the factor.
    #[cfg_attr(optimized, inline(always))]
    fn seeds<S: Scalar>(
        seeds: <G::Codomain as Shape>::Of<Cotangent<S>>,
        factor: Option<S>,
    ) -> <G::Codomain as Shape>::Of<Cotangent<S>> {
        let Some(factor) = factor else {
            return seeds;
        };
        let seeds = G::Codomain::flat(&seeds);
        G::each_result(
            #[cfg_attr(optimized, inline(always))]
            |at| match seeds[at].get() {
                Some(seed) => Cotangent::of(seed * factor),
                None => Cotangent::NONE,
            },
        )
    }
}

impl<G: Closed> Closed for Weighted<G> {
    type Inputs = G::Inputs;
    type Data = RowAndWeight<G::Data>;
    type Codomain = G::Codomain;
    type Kind = G::Kind;

    const NAME: &'static str = G::NAME;
    const NAMES: &'static [&'static str] = G::NAMES;
    const HAS_WEIGHT: bool = true;

    #[cfg_attr(optimized, inline(always))]
    fn each<T: Copy>(element: impl FnMut(usize) -> T) -> <G::Inputs as Inputs>::Of<T> {
        G::each(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn each_result<T: Copy>(element: impl FnMut(usize) -> T) -> <G::Codomain as Shape>::Of<T> {
        G::each_result(element)
    }
    fn as_residuals(self) -> Self {
        Weighted {
            function: self.function.as_residuals(),
            by: Factor::Root,
        }
    }
    fn as_weighted_residuals(self) -> Self {
        self.of_residuals(self.function.as_residuals())
    }
    #[cfg_attr(optimized, inline(always))]
    fn weight<S: Scalar>(self, data: Blocks<'_, Self::Data, S>) -> Option<S> {
        (self.by == Factor::Nothing).then_some(*data.0.1)
    }
    #[cfg_attr(optimized, inline(always))]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
    ) -> <G::Codomain as Shape>::Of<S> {
        let results = self.function.evaluate(inputs, Blocks(data.0.0));
        Self::scaled(results, self.factor(data))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
    ) -> (
        <G::Codomain as Shape>::Of<S>,
        impl Fn(
            <G::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, G::Inputs, S>,
            Blocks<'_, Self::Data, S>,
            Slots<'_, G::Inputs, S>,
            Slots<'_, Self::Data, S>,
        ) + Copy
        + use<G, S>,
    ) {
        let (results, pull) = self.function.pullback(inputs, Blocks(data.0.0));
        (
            Self::scaled(results, self.factor(data)),
            // No function calls this one, so that a cotangent of a weight is never wanted.
            #[cfg_attr(optimized, inline(always))]
            move |seeds: <G::Codomain as Shape>::Of<Cotangent<S>>,
                  inputs: Blocks<'_, G::Inputs, S>,
                  data: Blocks<'_, Self::Data, S>,
                  slots: Slots<'_, G::Inputs, S>,
                  data_slots: Slots<'_, Self::Data, S>| {
                let seeds = Self::seeds(seeds, self.factor(data));
                let data_slots = Slots(data_slots.0.0);
                pull(seeds, inputs, Blocks(data.0.0), slots, data_slots);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, Self::Data, S>,
        seeds: <G::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, G::Inputs, S>,
        data_slots: Slots<'_, Self::Data, S>,
    ) -> <G::Codomain as Shape>::Of<S> {
        let factor = self.factor(data);
        let (seeds, data_slots) = (Self::seeds(seeds, factor), Slots(data_slots.0.0));
        let data = Blocks(data.0.0);
        let results = self
            .function
            .accumulate(inputs, data, seeds, slots, data_slots);
        Self::scaled(results, factor)
    }
}
