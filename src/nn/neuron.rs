//! A neuron.

use super::{Activate, Layer, Module};
use crate::tape::{Data, Tape, Value};
use core::fmt;

/// A neuron: w·x + b, and its activation.
///
/// It is one node of the graph, whatever the number of its inputs.
///
/// ```
/// use monograd::nn::{Activation, Module, Neuron};
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let neuron = Neuron::new(&tape, 2, Activation::Tanh, 1337);
/// for (p, data) in neuron.parameters().zip([-0.5, 0.1, 0.0]) {
///     p.set_data(data); // two weights and the bias
/// }
/// let out: Value<f64> = neuron.forward(&[2.0, 3.0]);
/// assert!((out.data() - (-0.7_f64).tanh()).abs() < 1e-15);
/// ```
#[derive(Debug)]
pub struct Neuron<'t, F: Data> {
    /// The layer that it is alone.
    alone: Layer<'t, F>,
}

impl<'t, F: Data> Neuron<'t, F> {
    /// A neuron with `inputs` inputs, weights drawn from U(−1, 1) and bias 0.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Module, Neuron}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// assert_eq!(Neuron::new(&tape, 3, Activation::Relu, 1337).parameter_count(), 4);
    /// ```
    pub fn new(tape: &'t Tape<F>, inputs: usize, activation: impl Activate, seed: u64) -> Self {
        Neuron {
            alone: Layer::new(tape, inputs, 1, activation, seed),
        }
    }

    /// The neuron's output for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` does not have one element for each of the neuron's inputs.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Neuron}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::new(&tape, 2, Activation::Relu, 1337);
    /// let out = neuron.forward(&[1.0, -1.0]);
    /// assert_eq!(neuron.forward(&[tape.value(1.0), tape.value(-1.0)]).data(), out.data());
    /// ```
    #[track_caller]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Value<'t, F> {
        self.alone.forward(x)[0]
    }
}

/// The weights, then the bias.
impl<'t, F: Data> Module<'t, F> for Neuron<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        self.alone.parameters()
    }
    fn describe(&self) -> String {
        self.to_string()
    }
}

/// As micrograd prints it.
impl<F: Data> fmt::Display for Neuron<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.alone.neuron().fmt(f)
    }
}
