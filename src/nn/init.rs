//! Initial parameters.

use super::checked::{Refused, accept, at_least_zero, ensure};
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
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Init {
    /// All zero.
    Zero,
    /// Uniform in (−a, a), where a is at least 0 and at most `f32::MAX`. micrograd's weights: a = 1.
    Uniform(#[cfg_attr(feature = "checkpoints", serde(deserialize_with = "bound"))] f64),
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

fn check(bound: f64) -> Result<f64, Refused> {
    at_least_zero("the bound of initial parameters", bound)?;
    ensure(bound <= f32::MAX.into(), || {
        format!("the bound of initial parameters is a number that f32 holds, not {bound:?}")
    })?;
    Ok(bound)
}

#[cfg(feature = "checkpoints")]
fn bound<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let bound = serde::Deserialize::deserialize(deserializer)?;
    check(bound).map_err(serde::de::Error::custom)
}

impl Init {
    /// A parameter of a layer of so many inputs and outputs.
    ///
    /// # Panics
    ///
    /// If the bound is negative, infinite or NaN, or too large.
    #[track_caller]
    pub(super) fn draw<F: Data>(
        self,
        (inputs, outputs): (usize, usize),
        generator: &mut Generator,
    ) -> F {
        let bound = match self {
            Init::Zero => return F::zero(),
            Init::Uniform(bound) => accept(check(bound)),
            Init::Xavier => (6.0 / (inputs + outputs) as f64).sqrt(),
            // A layer without inputs has biases.
            Init::He => (6.0 / inputs.max(1) as f64).sqrt(),
        };
        F::constant(bound * generator.random_range(-1.0..1.0))
    }
}
