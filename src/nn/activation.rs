//! Activations.

use crate::rules;
use crate::scalar::{Real, Scalar, UnaryRule};
use crate::tape::pointwise::{Pointwise, name_of_rule, name_of_type};
use crate::tape::{Affine, Data, Run, Value};
use core::fmt;

/// What a neuron makes of its sum z: the usual activations. Any other [rule](UnaryRule) can be one, too; see
/// [`Activate`].
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
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
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

impl Activation {
    /// The name of a neuron that has it, as micrograd prints it.
    fn neuron(self) -> &'static str {
        match self {
            Activation::Linear => "LinearNeuron",
            Activation::Relu => "ReLUNeuron",
            Activation::Tanh => "TanhNeuron",
            Activation::Sigmoid => "SigmoidNeuron",
            Activation::Softplus => "SoftplusNeuron",
            Activation::Gelu => "GELUNeuron",
            Activation::Silu => "SiLUNeuron",
        }
    }
}

/// The name of a neuron that has it, as micrograd prints it.
impl fmt::Display for Activation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.neuron())
    }
}

/// What can be the activation of a layer: an [`Activation`], or any [rule](UnaryRule) on one number, whether of
/// [the tables](crate::rules) or your own.
///
/// ```
/// use monograd::nn::{Activation, Mlp};
/// use monograd::prelude::*;
/// use monograd::rules::Sin;
/// use monograd::scalar::{Field, Real, UnaryRule};
///
/// /// z/(1 + |z|)
/// #[derive(Clone, Copy)]
/// struct Softsign;
///
/// impl UnaryRule for Softsign {
///     fn primal<F: Real>(self, z: F) -> F {
///         z / (F::one() + z.abs())
///     }
///     fn partial<S: Scalar>(self, _z: S, y: S) -> S {
///         // 1/(1 + |z|) = 1 − |y|
///         let rest = S::one() - S::select(y.less_than(S::zero()), -y, y);
///         rest * rest
///     }
/// }
///
/// let tape = Tape::<f64>::new();
/// let model = Mlp::build(1).layers(&[2], Softsign).layer(2, Sin).layer(1, Activation::Linear).on(&tape, 1);
/// assert_eq!(
///     model.to_string(),
///     "MLP of [Layer of [SoftsignNeuron(1), SoftsignNeuron(1)], Layer of [SinNeuron(2), SinNeuron(2)], \
///      Layer of [LinearNeuron(2)]]"
/// );
/// model.forward(&[0.5])[0].backward();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an activation",
    note = "an activation is one of `monograd::nn::Activation`, or a rule: implement `monograd::scalar::UnaryRule` for it"
)]
pub trait Activate: Copy {
    #[doc(hidden)]
    fn on<F: Data>(self) -> Activated<F>;
}

impl Activate for Activation {
    fn on<F: Data>(self) -> Activated<F> {
        let rule: Box<dyn AnyRule<F>> = match self {
            Activation::Linear => Box::new(Itself),
            Activation::Relu => Box::new(rules::Relu),
            Activation::Tanh => Box::new(rules::Tanh),
            Activation::Sigmoid => Box::new(rules::Sigmoid),
            Activation::Softplus => Box::new(rules::Softplus),
            Activation::Gelu => Box::new(rules::Gelu),
            Activation::Silu => Box::new(rules::Silu),
        };
        Activated {
            rule,
            operation: self.neuron(),
            neuron: self.neuron().into(),
        }
    }
}

impl<Op: UnaryRule> Activate for Op {
    fn on<F: Data>(self) -> Activated<F> {
        let name = name_of_type::<Op>();
        let parameter = self.parameter();
        let parameter = parameter.map_or(String::new(), |parameter| format!("({parameter})"));
        Activated {
            rule: Box::new(self),
            operation: name_of_rule::<Op>(),
            neuron: format!("{name}{parameter}Neuron"),
        }
    }
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

/// A rule on numbers of the type `F`, whichever it is.
trait AnyRule<F>: Pointwise<F> + Send {
    fn boxed(&self) -> Box<dyn AnyRule<F>>;
}

impl<F: Data, Op: UnaryRule> AnyRule<F> for Op {
    fn boxed(&self) -> Box<dyn AnyRule<F>> {
        Box::new(*self)
    }
}

/// An activation of neurons on a tape of `F`, whichever it is.
pub struct Activated<F> {
    rule: Box<dyn AnyRule<F>>,
    /// The name of the operation of a node.
    operation: &'static str,
    /// The name of a neuron.
    neuron: String,
}

impl<F: Data> Activated<F> {
    /// The outputs of a layer with these weights and biases.
    #[track_caller]
    pub(super) fn forward<'t>(
        &self,
        layer: &Affine<'t, F>,
        x: impl ExactSizeIterator<Item = Value<'t, F>> + Clone,
    ) -> Run<'t, F> {
        layer.image(x, &*self.rule, self.operation)
    }

    /// The outputs of a layer for those of another.
    #[track_caller]
    pub(super) fn forward_run<'t>(&self, layer: &Affine<'t, F>, x: Run<'t, F>) -> Run<'t, F> {
        layer.image_of_run(x, &*self.rule, self.operation)
    }
}

impl<F> Clone for Activated<F> {
    fn clone(&self) -> Self {
        Activated {
            rule: self.rule.boxed(),
            operation: self.operation,
            neuron: self.neuron.clone(),
        }
    }
}

/// The name of a neuron that has it.
impl<F> fmt::Display for Activated<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.neuron)
    }
}

impl<F> fmt::Debug for Activated<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.neuron)
    }
}
