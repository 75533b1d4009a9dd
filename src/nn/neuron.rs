//! A neuron.

use super::{Generator, Module, generator};
use crate::tape::{Data, Tape, Value};
use rand::RngExt;
use std::iter;

/// A neuron: w·x + b, rectified unless it is linear.
///
/// ```
/// use monograd::nn::{Module, Neuron};
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let neuron = Neuron::linear(&tape, 2, 1337);
/// for (p, data) in neuron.parameters().zip([-0.5, 0.1, 1.0]) {
///     p.set_data(data); // two weights and the bias
/// }
/// let out: Value<f64> = neuron.forward(&[2.0, 3.0]);
/// assert!((out.data() - 0.3).abs() < 1e-15);
/// ```
#[derive(Debug)]
pub struct Neuron<'t, F: Data> {
    weights: Vec<Value<'t, F>>,
    bias: Value<'t, F>,
    rectified: bool,
}

impl<'t, F: Data> Neuron<'t, F> {
    /// A rectified neuron with `inputs` inputs, weights drawn from U(−1, 1) and bias 0.
    ///
    /// ```
    /// # use monograd::{nn::{Module, Neuron}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// assert_eq!(Neuron::new(&tape, 3, 1337).parameters().count(), 4);
    /// ```
    pub fn new(tape: &'t Tape<F>, inputs: usize, seed: u64) -> Self {
        Self::draw(tape, inputs, true, &mut generator(seed))
    }

    /// As [`new`](Neuron::new), but linear.
    ///
    /// ```
    /// # use monograd::{nn::{Module, Neuron}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::linear(&tape, 3, 1337);
    /// let negated = neuron.forward(&[1.0, 2.0, 3.0]) + neuron.forward(&[-1.0, -2.0, -3.0]);
    /// assert_eq!(negated.data(), 0.0);
    /// ```
    pub fn linear(tape: &'t Tape<F>, inputs: usize, seed: u64) -> Self {
        Self::draw(tape, inputs, false, &mut generator(seed))
    }

    pub(super) fn draw(
        tape: &'t Tape<F>,
        inputs: usize,
        rectified: bool,
        generator: &mut Generator,
    ) -> Self {
        let mut weight = || tape.value(F::constant(generator.random_range(-1.0..1.0)));
        Neuron {
            weights: iter::repeat_with(&mut weight).take(inputs).collect(),
            bias: tape.value(F::zero()),
            rectified,
        }
    }

    /// The neuron's output for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` has not one element for each of the neuron's inputs.
    ///
    /// ```
    /// # use monograd::{nn::{Module, Neuron}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::new(&tape, 2, 1337);
    /// let out = neuron.forward(&[1.0, -1.0]);
    /// assert_eq!(neuron.forward(&[tape.value(1.0), tape.value(-1.0)]).data(), out.data());
    /// ```
    #[track_caller]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Value<'t, F> {
        assert_eq!(
            x.len(),
            self.weights.len(),
            "a neuron takes as many inputs as it has weights"
        );
        let mut sum = self.bias;
        for (&weight, &x) in self.weights.iter().zip(x) {
            sum += weight * x;
        }
        if self.rectified { sum.relu() } else { sum }
    }
}

/// The weights, then the bias.
impl<'t, F: Data> Module<'t, F> for Neuron<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        self.weights.iter().copied().chain(iter::once(self.bias))
    }
}
