//! Initial parameters.

use crate::tape::Data;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// How weights or biases are drawn.
///
/// ```
/// use monograd::nn::{Activation, Init, Mlp, Module};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// // The lecture's network: weights and biases from U(−1, 1).
/// let model = Mlp::build(3)
///     .layers(&[4, 4, 1], Activation::Tanh)
///     .biases(Init::Uniform(1.0))
///     .on(&tape, 1337);
/// assert_eq!(model.parameter_count(), 41);
/// assert!(model.parameters().all(|p| p.data() != 0.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Init {
    /// All zero.
    Zero,
    /// Uniform in (−a, a). micrograd's weights: a = 1.
    Uniform(f64),
    /// Uniform in ±√(6/(inputs + outputs)): keeps the variance of signals and gradients through layers of tanh.
    /// Glorot and Bengio, 2010.
    Xavier,
    /// Uniform in ±√(6/inputs): keeps the variance through layers of relu. He, Zhang, Ren and Sun, 2015.
    He,
}

/// The generator of initial parameters and of orders: the same seed gives the same network, on every machine.
pub(super) type Generator = Xoshiro256PlusPlus;

pub(super) fn generator(seed: u64) -> Generator {
    Generator::seed_from_u64(seed)
}

impl Init {
    pub(super) fn draw<F: Data>(
        self,
        (inputs, outputs): (usize, usize),
        generator: &mut Generator,
    ) -> F {
        let bound = match self {
            Init::Zero => return F::zero(),
            Init::Uniform(bound) => bound,
            Init::Xavier => (6.0 / (inputs + outputs) as f64).sqrt(),
            Init::He => (6.0 / inputs as f64).sqrt(),
        };
        F::constant(bound * generator.random_range(-1.0..1.0))
    }
}
