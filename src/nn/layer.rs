//! A layer.

use super::{Generator, Module, Neuron, generator};
use crate::tape::{Data, Tape, Value};

/// A layer: neurons side by side, each with all the inputs.
///
/// ```
/// use monograd::nn::Layer;
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let layer = Layer::new(&tape, 2, 16, 1337);
/// assert_eq!(layer.forward(&[0.5, -0.5]).len(), 16);
/// ```
#[derive(Debug)]
pub struct Layer<'t, F: Data> {
    neurons: Vec<Neuron<'t, F>>,
}

impl<'t, F: Data> Layer<'t, F> {
    /// A layer of rectified neurons, weights drawn from U(−1, 1) and biases 0.
    ///
    /// ```
    /// # use monograd::{nn::{Layer, Module}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// assert_eq!(Layer::new(&tape, 2, 16, 1337).parameters().count(), 48);
    /// ```
    pub fn new(tape: &'t Tape<F>, inputs: usize, outputs: usize, seed: u64) -> Self {
        Self::draw(tape, inputs, outputs, true, &mut generator(seed))
    }

    /// As [`new`](Layer::new), but linear.
    ///
    /// ```
    /// # use monograd::{nn::{Layer, Module}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// assert_eq!(Layer::linear(&tape, 16, 1, 1337).parameters().count(), 17);
    /// ```
    pub fn linear(tape: &'t Tape<F>, inputs: usize, outputs: usize, seed: u64) -> Self {
        Self::draw(tape, inputs, outputs, false, &mut generator(seed))
    }

    pub(super) fn draw(
        tape: &'t Tape<F>,
        inputs: usize,
        outputs: usize,
        rectified: bool,
        generator: &mut Generator,
    ) -> Self {
        let neurons = (0..outputs)
            .map(|_| Neuron::draw(tape, inputs, rectified, generator))
            .collect();
        Layer { neurons }
    }

    /// Each neuron's output for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` has not one element for each of the layer's inputs.
    ///
    /// ```
    /// # use monograd::{nn::Layer, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let out = Layer::new(&tape, 2, 3, 1337).forward(&[0.0, 0.0]);
    /// assert!(out.iter().all(|value| value.data() == 0.0));
    /// ```
    #[track_caller]
    #[must_use = "the outputs are the only result"]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Vec<Value<'t, F>> {
        let mut outputs = Vec::with_capacity(self.neurons.len());
        for neuron in &self.neurons {
            outputs.push(neuron.forward(x));
        }
        outputs
    }
}

/// Neuron by neuron.
impl<'t, F: Data> Module<'t, F> for Layer<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        self.neurons.iter().flat_map(Neuron::parameters)
    }
}
