//! Activations.

use crate::rules;
use crate::scalar::{Real, Scalar, UnaryRule};
use crate::tape::{Data, LayerParameters, Run, Value};
use core::fmt;

/// What a neuron makes of its sum.
///
/// ```
/// use monograd::nn::{Activation, Layer};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let layer = Layer::new(&tape, 2, 1, Activation::Tanh, 1337);
/// assert_eq!(layer.to_string(), "Layer of [TanhNeuron(2)]");
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Activation {
    /// The sum itself.
    Linear,
    /// max(z, 0).
    #[default]
    Relu,
    /// tanh z.
    Tanh,
    /// 1/(1 + e⁻ᶻ).
    Sigmoid,
    /// ln(1 + eᶻ).
    Softplus,
    /// z times the normal distribution's Φ(z).
    Gelu,
    /// z sigmoid(z).
    Silu,
}

/// The sum itself, as a rule.
#[derive(Debug, Clone, Copy)]
struct Linear;

impl UnaryRule for Linear {
    fn primal<F: Real>(self, x: F) -> F {
        x
    }
    fn partial<S: Scalar>(self, _x: S, _y: S) -> S {
        S::one()
    }
}

/// Hands the marker and the neuron's name of an activation to a macro.
macro_rules! with_activation {
    ($activation:expr, |$op:ident, $name:ident| $result:expr) => {
        match $activation {
            Activation::Linear => with_activation!(@ Linear, "LinearNeuron", $op, $name, $result),
            Activation::Relu => with_activation!(@ rules::Relu, "ReLUNeuron", $op, $name, $result),
            Activation::Tanh => with_activation!(@ rules::Tanh, "TanhNeuron", $op, $name, $result),
            Activation::Sigmoid => {
                with_activation!(@ rules::Sigmoid, "SigmoidNeuron", $op, $name, $result)
            }
            Activation::Softplus => {
                with_activation!(@ rules::Softplus, "SoftplusNeuron", $op, $name, $result)
            }
            Activation::Gelu => with_activation!(@ rules::Gelu, "GELUNeuron", $op, $name, $result),
            Activation::Silu => with_activation!(@ rules::Silu, "SiLUNeuron", $op, $name, $result),
        }
    };
    (@ $rule:expr, $text:literal, $op:ident, $name:ident, $result:expr) => {{
        let ($op, $name) = ($rule, $text);
        $result
    }};
}

impl Activation {
    /// The outputs of a layer.
    #[track_caller]
    pub(super) fn forward<'t, F: Data>(
        self,
        layer: &LayerParameters<'t, F>,
        x: impl ExactSizeIterator<Item = Value<'t, F>> + Clone,
    ) -> Run<'t, F> {
        with_activation!(self, |op, name| layer.forward(x, op, name))
    }

    /// The outputs of a layer for those of another.
    #[track_caller]
    pub(super) fn forward_run<'t, F: Data>(
        self,
        layer: &LayerParameters<'t, F>,
        x: Run<'t, F>,
    ) -> Run<'t, F> {
        with_activation!(self, |op, name| layer.forward_run(x, op, name))
    }
}

/// The name of a neuron that has it, as micrograd prints it.
impl fmt::Display for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(with_activation!(*self, |_op, name| name))
    }
}
