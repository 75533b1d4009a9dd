//! A multi-layer perceptron.

use super::{Layer, Module, generator};
use crate::tape::{Data, Tape, Value};

/// A multi-layer perceptron: layers one after the other, rectified but for the last.
///
/// ```
/// use monograd::nn::{Mlp, Module};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
/// assert_eq!(model.parameters().count(), 337);
/// ```
#[derive(Debug)]
pub struct Mlp<'t, F: Data> {
    first: Layer<'t, F>,
    rest: Vec<Layer<'t, F>>,
}

impl<'t, F: Data> Mlp<'t, F> {
    /// A network with `inputs` inputs and a layer of each of the `sizes`; weights are drawn from
    /// U(−1, 1) by a generator that starts from `seed`, and biases are 0.
    ///
    /// # Panics
    ///
    /// If there is no layer.
    ///
    /// ```
    /// # use monograd::{nn::Mlp, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let (a, b) = (Mlp::new(&tape, 2, &[4, 1], 7), Mlp::new(&tape, 2, &[4, 1], 7));
    /// let x = [0.3, -0.2];
    /// assert_eq!(a.forward(&x)[0].data(), b.forward(&x)[0].data());
    /// ```
    #[track_caller]
    pub fn new(tape: &'t Tape<F>, inputs: usize, sizes: &[usize], seed: u64) -> Self {
        let generator = &mut generator(seed);
        let mut inputs = inputs;
        let mut layers = sizes.iter().enumerate().map(|(i, &outputs)| {
            let rectified = i + 1 < sizes.len();
            let layer = Layer::draw(tape, inputs, outputs, rectified, generator);
            inputs = outputs;
            layer
        });
        let first = layers.next().expect("a network has at least one layer");
        Mlp {
            first,
            rest: layers.collect(),
        }
    }

    /// The last layer's outputs for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` has not one element for each of the network's inputs.
    ///
    /// ```
    /// # use monograd::{nn::Mlp, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let [out] = Mlp::new(&tape, 2, &[4, 1], 1337).forward(&[1.0, 2.0])[..] else {
    ///     unreachable!("one output")
    /// };
    /// out.backward();
    /// ```
    #[track_caller]
    #[must_use = "the outputs are the only result"]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Vec<Value<'t, F>> {
        let mut outputs = self.first.forward(x);
        for layer in &self.rest {
            outputs = layer.forward(&outputs);
        }
        outputs
    }
}

/// Layer by layer.
impl<'t, F: Data> Module<'t, F> for Mlp<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        let first = self.first.parameters();
        first.chain(self.rest.iter().flat_map(Layer::parameters))
    }
}
