//! A layer.

use super::activation::Activated;
use super::checked::{Refused, accept, ensure};
use super::init::{Generator, generator};
use super::{Activate, Init, Module, Outputs};
use crate::tape::{Affine, Data, Run, Tape, Value};
use core::fmt;

/// A layer: neurons side by side, each with all the inputs.
///
/// Each neuron is one node of the graph, whatever the number of its inputs. A layer is evaluated in one loop, and pulled
/// back in one.
///
/// ```
/// use monograd::nn::{Activation, Layer};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let layer = Layer::new(&tape, 2, 16, Activation::Relu, 1337);
/// assert_eq!(layer.forward(&[0.5, -0.5]).len(), 16);
/// ```
#[derive(Debug)]
pub struct Layer<'t, F: Data> {
    /// The weights and the biases.
    map: Affine<'t, F>,
    activation: Activated<F>,
}

impl<'t, F: Data> Layer<'t, F> {
    /// A layer with weights drawn from U(−1, 1) and biases 0, as micrograd's.
    ///
    /// # Panics
    ///
    /// If there is no output, or if there are more parameters than a tape holds.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Layer, Module}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let layer = Layer::new(&tape, 2, 16, Activation::Linear, 1337);
    /// assert_eq!(layer.parameter_count(), 48);
    /// ```
    #[track_caller]
    pub fn new(
        tape: &'t Tape<F>,
        inputs: usize,
        outputs: usize,
        activation: impl Activate,
        seed: u64,
    ) -> Self {
        let init = (Init::Uniform(1.0), Init::Zero);
        Self::draw(
            tape,
            (inputs, outputs),
            activation.on(),
            init,
            &mut generator(seed),
        )
    }

    #[track_caller]
    pub(super) fn draw(
        tape: &'t Tape<F>,
        (inputs, outputs): (usize, usize),
        activation: Activated<F>,
        (weights, biases): (Init, Init),
        generator: &mut Generator,
    ) -> Self {
        accept(check(inputs, outputs));
        let map = Affine::new(tape, inputs, outputs, |_, input| {
            let init = if input < inputs { weights } else { biases };
            init.draw((inputs, outputs), generator)
        });
        Layer { map, activation }
    }

    /// Each neuron's output for `x`, numbers or values.
    ///
    /// # Panics
    ///
    /// If `x` does not have one element for each of the layer's inputs.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Layer}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let out = Layer::new(&tape, 2, 3, Activation::Relu, 1337).forward(&[0.0, 0.0]);
    /// assert!(out.iter().all(|value| value.data() == 0.0));
    /// ```
    #[track_caller]
    pub fn forward<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Outputs<'t, F> {
        Outputs::of(self.run(x))
    }

    #[track_caller]
    pub(super) fn run<X: Into<Value<'t, F>> + Copy>(&self, x: &[X]) -> Run<'t, F> {
        assert_eq!(
            x.len(),
            self.map.inputs(),
            "a neuron takes as many inputs as it has weights"
        );
        let x = x.iter().map(|&x| x.into());
        self.activation.forward(&self.map, x)
    }

    #[track_caller]
    pub(super) fn run_on(&self, x: Run<'t, F>) -> Run<'t, F> {
        self.activation.forward_run(&self.map, x)
    }

    /// The name of a neuron, with the number of its inputs.
    pub(super) fn neuron(&self) -> impl fmt::Display {
        fmt::from_fn(|f| write!(f, "{}({})", self.activation, self.map.inputs()))
    }
}

/// The most values that a tape holds.
const MOST: usize = (1 << 28) - 1;

/// That a tape can hold the parameters of a layer: what cannot be is refused before memory is reserved for it.
fn check(inputs: usize, outputs: usize) -> Result<(), Refused> {
    ensure(outputs > 0, || "a layer has at least one neuron".into())?;
    let count = inputs
        .checked_add(1)
        .and_then(|each| each.checked_mul(outputs));
    ensure(count.is_some_and(|count| count <= MOST), || {
        format!(
            "a layer of {inputs} inputs and {outputs} outputs has more parameters than the 2²⁸ − 1 values that a tape \
             holds"
        )
    })
}

/// Neuron by neuron, the weights and then the bias.
impl<'t, F: Data> Module<'t, F> for Layer<'t, F> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>> {
        self.map.coefficients().values()
    }
    fn zero_grad(&self) {
        self.map.coefficients().zero_grad();
    }
    fn parameter_count(&self) -> usize {
        self.map.coefficients().len()
    }
    fn describe(&self) -> String {
        self.to_string()
    }
}

/// As micrograd prints it.
impl<F: Data> fmt::Display for Layer<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Layer of [")?;
        for neuron in 0..self.map.outputs() {
            let comma = if neuron == 0 { "" } else { ", " };
            write!(f, "{comma}{}", self.neuron())?;
        }
        f.write_str("]")
    }
}
