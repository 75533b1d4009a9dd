//! Robust losses: what an outlier costs.
//!
//! Each is a function ρ(s, δ) of the square of a residual, or of the sum of the squares of several that belong together, and
//! of a scale: from where on, |r| = δ, a residual counts as an outlier. Near 0 it is s, so that ½ ρ is least squares. They
//! are written as [Ceres](http://ceres-solver.org/nnls_modeling.html#lossfunction) and
//! [scipy](https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.least_squares.html) write them, the scale put in:
//! ρ(s, δ) = δ² ρ₁(s/δ²).
//!
//! | | ρ(s, δ) | grows with \|r\| as |
//! |---|---|---|
//! | [`huber`] | s up to δ², then 2δ√s − δ² | \|r\| |
//! | [`soft_l1`] | 2δ² (√(1 + s/δ²) − 1) | \|r\| |
//! | [`cauchy`] | δ² ln(1 + s/δ²) | ln \|r\| |
//! | [`geman_mcclure`] | s / (1 + s/δ²) | no more than δ² |
//! | [`welsch`] | δ² (1 − e^(−s/δ²)) | no more than δ² |
//! | [`tukey`] | δ²/3 (1 − (1 − s/δ²)³) up to δ², then δ²/3 | constant from δ on |
//!
//! [`Over::robust`] sums ½ ρ over the rows, and [`reweighted_equations`](Over::reweighted_equations) gives the step of Gauss
//! and Newton; of rows with indices into the parameters
//! [`sparse_reweighted_equations`](crate::sparse::At::sparse_reweighted_equations) does. They are functions of `func!`, too, which other functions call.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::rows::robust::cauchy;
//!
//! let residual = func!(|slope, offset; x, y| slope * x + offset - y);
//! let mut rows: Vec<[f64; 2]> = (0..20).map(|i| [f64::from(i), 1.0 + 2.0 * f64::from(i)]).collect();
//! rows[7][1] = 1e3; // an outlier
//!
//! let loss = residual.over(&rows).robust(func!(|s| cauchy(s, 0.1)));
//! let mut x = [1.5_f64, 3.0];
//! for _ in 0..100 {
//!     let step = loss.reweighted_equations(&x);
//!     let ([[a, b], [_, c]], [p, q]) = (step.jtj, step.jtr);
//!     let determinant = a * c - b * b;
//!     x = [x[0] - (c * p - b * q) / determinant, x[1] - (a * q - b * p) / determinant];
//! }
//! assert!((x[0] - 2.0).abs() < 1e-3 && (x[1] - 1.0).abs() < 1e-2);
//! assert!(loss.gradient(&x).iter().all(|slope| slope.abs() < 1e-9));
//! ```

use super::{NoPenalty, Over, Weighted};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, R, Shape, Slots};
use crate::scalar::{Plain, Scalar};

func! {
    /// Huber's loss: s up to δ², then 2δ√s − δ².
    pub fn huber(s, delta) {
        if s <= delta * delta { s } else { 2 * delta * s.sqrt() - delta * delta }
    }

    /// A smooth form of Huber's loss: 2δ² (√(1 + s/δ²) − 1).
    pub fn soft_l1(s, delta) {
        let relative = s / (delta * delta);
        // √(1 + x) − 1 = x/(√(1 + x) + 1), which does not cancel.
        2 * s / ((1 + relative).sqrt() + 1)
    }

    /// Cauchy's loss: δ² ln(1 + s/δ²).
    pub fn cauchy(s, delta) {
        let square = delta * delta;
        square * (s / square).ln_1p()
    }

    /// Geman and McClure's loss: s / (1 + s/δ²).
    pub fn geman_mcclure(s, delta) { s / (1 + s / (delta * delta)) }

    /// Welsch's loss: δ² (1 − e^(−s/δ²)).
    pub fn welsch(s, delta) {
        let square = delta * delta;
        -square * (-s / square).exp_m1()
    }

    /// Tukey's biweight: δ²/3 (1 − (1 − s/δ²)³) up to δ², then δ²/3.
    pub fn tukey(s, delta) {
        let square = delta * delta;
        let relative = s / square;
        // 1 − (1 − x)³ = x (3 − 3x + x²), which does not cancel.
        if s <= square { s * (1 - relative + relative * relative / 3) } else { square / 3 }
    }

    /// Least squares: s itself.
    pub fn no_loss(s) { s }
}

/// Half the loss `L` of the sum of the squares of the results of `G`.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct HalfLoss<G, L> {
    pub(crate) function: G,
    pub(crate) loss: L,
}

/// A loss of the square of a residual.
#[doc(hidden)]
pub trait Loss: Closed<Inputs = [R; 1], Data = (), Codomain = R> {}

impl<L: Closed<Inputs = [R; 1], Data = (), Codomain = R>> Loss for L {}

/// Least squares or robust least squares, with weights or without.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a loss of residuals",
    note = "`residual.over(&rows).robust(loss)` is one"
)]
pub trait OfResiduals: Closed<Codomain = R> {
    /// The residual.
    type Residual: Closed<Inputs = Self::Inputs, Data = Self::Data>;
    /// The loss of its square.
    type Loss: Loss;

    /// Both.
    fn parts(self) -> HalfLoss<Self::Residual, Self::Loss>;
}

impl<G: Closed, L: Loss> OfResiduals for HalfLoss<G, L> {
    type Residual = G;
    type Loss = L;

    fn parts(self) -> Self {
        self
    }
}

impl<G: Closed, L: Loss> OfResiduals for Weighted<HalfLoss<G, L>> {
    type Residual = Weighted<G>;
    type Loss = L;

    fn parts(self) -> HalfLoss<Weighted<G>, L> {
        HalfLoss {
            loss: self.function.loss,
            function: self.of_residuals(self.function.function),
        }
    }
}

impl<G: Closed, L: Loss> HalfLoss<G, L> {
    /// The loss of a row, of the sum of the squares of whose residuals are s, and its slope ρ′, both times the row's weight.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn loss_and_weight<S: Scalar>(self, s: S, data: Blocks<'_, G::Data, S>) -> (S, S) {
        let (loss, slope) = self.loss_and_slope(s);
        match self.function.weight(data) {
            Some(weight) => (weight * loss, weight * slope),
            None => (loss, slope),
        }
    }

    /// The loss of s, and its slope there.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn loss_and_slope<S: Scalar>(self, s: S) -> (S, S) {
        let seed = Cotangent::of(S::one());
        let (value, [slope]) = self.loss.sweep(Blocks(&[s]), Blocks(()), seed);
        (value, slope)
    }
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn sum_of_squares<C: Shape, S: Scalar>(results: &C::Of<S>) -> S {
    let squares = C::flat(results).iter().map(|&r| r * r);
    squares
        .reduce(|sum, square| sum + square)
        .unwrap_or_else(S::zero)
}

impl<G, L> Closed for HalfLoss<G, L>
where
    G: Closed,
    L: Loss,
{
    type Inputs = G::Inputs;
    type Data = G::Data;
    type Codomain = R;
    type Kind = G::Kind;

    const NAME: &'static str = G::NAME;
    const NAMES: &'static [&'static str] = G::NAMES;

    #[cfg_attr(optimized, inline(always))]
    fn each<T: Copy>(element: impl FnMut(usize) -> T) -> <G::Inputs as Inputs>::Of<T> {
        G::each(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, G::Data, S>,
    ) -> S {
        let s = sum_of_squares::<G::Codomain, S>(&self.function.evaluate(inputs, data));
        S::constant(0.5) * self.loss.evaluate(Blocks(&[s]), Blocks(()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, G::Data, S>,
    ) -> (
        S,
        impl Fn(
            Cotangent<S>,
            Blocks<'_, G::Inputs, S>,
            Blocks<'_, G::Data, S>,
            Slots<'_, G::Inputs, S>,
            Slots<'_, G::Data, S>,
        ) + Copy
        + use<G, L, S>,
    ) {
        let (results, pull) = self.function.pullback(inputs, data);
        let square = sum_of_squares::<G::Codomain, S>(&results);
        let (loss, slope) = self.loss_and_slope(square);
        (
            S::constant(0.5) * loss,
            #[cfg_attr(optimized, inline(always))]
            move |seed: Cotangent<S>,
                  inputs: Blocks<'_, G::Inputs, S>,
                  data: Blocks<'_, G::Data, S>,
                  slots: Slots<'_, G::Inputs, S>,
                  data_slots: Slots<'_, G::Data, S>| {
                let results = G::Codomain::flat(&results);
                let seeds = G::each_result(
                    #[cfg_attr(optimized, inline(always))]
                    |at| match seed.get() {
                        Some(seed) => Cotangent::of(seed * slope * results[at]),
                        None => Cotangent::NONE,
                    },
                );
                pull(seeds, inputs, data, slots, data_slots);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, G::Data, S>,
        seed: Cotangent<S>,
        slots: Slots<'_, G::Inputs, S>,
        data_slots: Slots<'_, G::Data, S>,
    ) -> S {
        let (value, pull) = self.pullback(inputs, data);
        pull(seed, inputs, data, slots, data_slots);
        value
    }
}

impl<'r, G: Closed, T: Plain> Over<'r, G, T> {
    /// Least squares: half the sum of the squares of all residuals, ½ |r|², as a function of the inputs.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let loss = residual.over(&[[1.0, 2.0], [2.0, 3.0]]).least_squares();
    /// assert_eq!(loss.value_and_gradient(&[2.0]), (0.5, [2.0]));
    /// ```
    #[must_use]
    pub fn least_squares(self) -> Over<'r, HalfLoss<G, no_loss>, T> {
        self.with_loss(no_loss {})
    }

    /// Robust least squares: half the sum over the rows of a [loss](crate::rows::robust) of the square of the row's residual, or of
    /// the sum of the squares of its residuals, ½ Σ ρ(|rᵢ|²).
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rows::robust::huber;
    ///
    /// let residual = func!(|slope; x, y| slope * x - y);
    /// let loss = residual.over(&[[1.0, 2.0], [2.0, 30.0]]).robust(func!(|s| huber(s, 1)));
    /// assert_eq!(loss.value_and_gradient(&[2.0]), (25.5, [-2.0]));
    /// ```
    #[must_use]
    pub fn robust<F: AnyFunction<1, Definition: Loss>>(
        self,
        loss: F,
    ) -> Over<'r, HalfLoss<G, F::Definition>, T> {
        self.with_loss(loss.definition())
    }

    fn with_loss<L: Loss>(self, loss: L) -> Over<'r, HalfLoss<G, L>, T> {
        Over {
            function: HalfLoss {
                function: self.function.as_residuals(),
                loss,
            },
            source: self.source,
            indices: self.indices,
            is_mean: self.is_mean,
            penalty: NoPenalty,
        }
    }
}
