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
pub struct Activation(Kind);

#[allow(
    clippy::enum_variant_names,
    reason = "if one were called `Tanh`, the compiler would give the rule of that name by its whole path"
)]
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
enum Kind {
    LinearNeuron,
    #[default]
    ReluNeuron,
    TanhNeuron,
    SigmoidNeuron,
    SoftplusNeuron,
    GeluNeuron,
    SiluNeuron,
}

#[allow(non_upper_case_globals, reason = "they read as what they are")]
impl Activation {
    /// The sum itself.
    pub const Linear: Self = Activation(Kind::LinearNeuron);
    /// max(z, 0).
    pub const Relu: Self = Activation(Kind::ReluNeuron);
    /// tanh z.
    pub const Tanh: Self = Activation(Kind::TanhNeuron);
    /// 1/(1 + e⁻ᶻ).
    pub const Sigmoid: Self = Activation(Kind::SigmoidNeuron);
    /// ln(1 + eᶻ).
    pub const Softplus: Self = Activation(Kind::SoftplusNeuron);
    /// z times the normal distribution's Φ(z).
    pub const Gelu: Self = Activation(Kind::GeluNeuron);
    /// z sigmoid(z).
    pub const Silu: Self = Activation(Kind::SiluNeuron);
}

/// The sum itself, as a rule.
#[derive(Debug, Clone, Copy)]
struct Itself;

impl UnaryRule for Itself {
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
        match $activation.0 {
            Kind::LinearNeuron => with_activation!(@ Itself, "LinearNeuron", $op, $name, $result),
            Kind::ReluNeuron => with_activation!(@ rules::Relu, "ReLUNeuron", $op, $name, $result),
            Kind::TanhNeuron => with_activation!(@ rules::Tanh, "TanhNeuron", $op, $name, $result),
            Kind::SigmoidNeuron => {
                with_activation!(@ rules::Sigmoid, "SigmoidNeuron", $op, $name, $result)
            }
            Kind::SoftplusNeuron => {
                with_activation!(@ rules::Softplus, "SoftplusNeuron", $op, $name, $result)
            }
            Kind::GeluNeuron => with_activation!(@ rules::Gelu, "GELUNeuron", $op, $name, $result),
            Kind::SiluNeuron => with_activation!(@ rules::Silu, "SiLUNeuron", $op, $name, $result),
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
