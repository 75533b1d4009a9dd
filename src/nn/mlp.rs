//! A multi-layer perceptron.

use super::activation::Activated;
use super::init::generator;
use super::{Activate, Activation, Init, Layer, Module, Outputs};
use crate::tape::{Data, Run, Tape, Value};
use core::fmt;

/// A multi-layer perceptron: layers one after the other.
///
/// ```
/// use monograd::nn::{Mlp, Module};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
/// assert_eq!(model.parameter_count(), 337);
/// assert_eq!(
///     Mlp::new(&tape, 2, &[2, 1], 1337).to_string(),
///     "MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)], Layer of [LinearNeuron(2)]]"
/// );
/// ```
#[derive(Debug)]
pub struct Mlp<'t, F: Data> {
    first: Layer<'t, F>,
    rest: Vec<Layer<'t, F>>,
}

/// Builds an [`Mlp`]: its layers, and how its parameters are drawn. [`Mlp::build`] creates one.
///
/// ```
/// use monograd::nn::{Activation, Init, Mlp};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f32>::new();
/// let model = Mlp::build(2)
///     .layers(&[16, 16], Activation::Tanh)
///     .layer(3, Activation::Linear)
///     .weights(Init::Xavier)
///     .on(&tape, 42);
/// assert_eq!(model.forward(&[0.1, 0.2]).len(), 3);
/// ```
#[derive(Debug, Clone)]
#[must_use = "a definition becomes a network by `on`"]
pub struct MlpBuilder<F> {
    inputs: usize,
    layers: Vec<(usize, Activated<F>)>,
    weights: Init,
    biases: Init,
}

impl<F: Data> MlpBuilder<F> {
    /// One more layer, with an [`Activation`] or a [rule](crate::scalar::UnaryRule) of your own.
    pub fn layer(mut self, outputs: usize, activation: impl Activate) -> Self {
        self.layers.push((outputs, activation.on()));
        self
    }

    /// More layers, of these sizes.
    pub fn layers(mut self, sizes: &[usize], activation: impl Activate) -> Self {
        let layers = sizes.iter().map(|&size| (size, activation.on()));
        self.layers.extend(layers);
        self
    }

    /// How weights are drawn. The default is U(−1, 1).
    pub fn weights(mut self, init: Init) -> Self {
        self.weights = init;
        self
    }

    /// How biases are drawn. By default they are 0.
    pub fn biases(mut self, init: Init) -> Self {
        self.biases = init;
        self
    }

    /// The network on a tape, its parameters drawn by a generator that starts from `seed`.
    ///
    /// # Panics
    ///
    /// If there is no layer, or one without neurons or of more parameters than a tape holds, or if the bound of an
    /// [`Init::Uniform`] is negative, infinite or NaN, or greater than `f32::MAX`.
    #[track_caller]
    pub fn on(self, tape: &Tape<F>, seed: u64) -> Mlp<'_, F> {
        let generator = &mut generator(seed);
        let mut inputs = self.inputs;
        let init = (self.weights, self.biases);
        let mut layers = self.layers.into_iter().map(|(outputs, activation)| {
            let layer = Layer::draw(tape, (inputs, outputs), activation, init, generator);
            inputs = outputs;
            layer
        });
        let first = layers.next().expect("a network has at least one layer");
        Mlp {
            first,
            rest: layers.collect(),
        }
    }
}

impl<F: Data> Mlp<'static, F> {
    /// A builder for a network with so many inputs. Its precision is that of its tape.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Mlp, Module}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let model = Mlp::build(3).layers(&[4, 4, 1], Activation::Tanh).on(&tape, 1337);
    /// assert_eq!(model.parameter_count(), 41);
    /// ```
    pub fn build(inputs: usize) -> MlpBuilder<F> {
        MlpBuilder {
            inputs,
            layers: Vec::new(),
            weights: Init::Uniform(1.0),
            biases: Init::Zero,
        }
    }
}

impl<'t, F: Data> Mlp<'t, F> {
    /// micrograd's network with `inputs` inputs and a layer of each of the `sizes`. The activation is ReLU, but the last
    /// layer is linear. Weights are drawn from U(−1, 1) by a generator that starts from `seed`, and biases are 0.
    ///
    /// # Panics
    ///
    /// If there is no layer, or one without neurons or of more parameters than a tape holds.
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
        let (last, hidden) = sizes
            .split_last()
            .expect("a network has at least one layer");
        let layers = Mlp::build(inputs).layers(hidden, Activation::Relu);
        layers.layer(*last, Activation::Linear).on(tape, seed)
    }

    /// The last layer's outputs for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` does not have one element for each of the network's inputs.
    ///
    /// ```
    /// # use monograd::{nn::Mlp, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let out = Mlp::new(&tape, 2, &[4, 1], 1337).forward(&[1.0, 2.0])[0];
    /// out.backward();
    /// ```
    #[track_caller]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Outputs<'t, F> {
        let mut outputs: Run<'t, F> = self.first.run(x);
        for layer in &self.rest {
            outputs = layer.run_on(outputs);
        }
        Outputs::of(outputs)
    }

    /// The layers.
    ///
    /// ```
    /// # use monograd::{nn::{Mlp, Module}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let model = Mlp::new(&tape, 2, &[4, 1], 1337);
    /// let counts: Vec<_> = model.layers().map(Module::parameter_count).collect();
    /// assert_eq!(counts, [12, 5]);
    /// ```
    pub fn layers(&self) -> impl Iterator<Item = &Layer<'t, F>> {
        core::iter::once(&self.first).chain(&self.rest)
    }
}

/// Layer by layer.
impl<'t, F: Data> Module<'t, F> for Mlp<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        self.layers().flat_map(Layer::parameters)
    }
    fn zero_grad(&self) {
        self.layers().for_each(Module::zero_grad);
    }
    fn describe(&self) -> String {
        self.to_string()
    }
}

/// As micrograd prints it.
impl<F: Data> fmt::Display for Mlp<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MLP of [{}", self.first)?;
        for layer in &self.rest {
            write!(f, ", {layer}")?;
        }
        f.write_str("]")
    }
}
