//! Optimisers.

use super::training::Scale;
use super::{Module, Schedule, TrainingError};
use crate::rules::UnaryOperations;
use crate::tape::{Data, Tape, Value};

/// What takes the steps of training: it moves parameters against their gradients.
///
/// | optimiser | step, of the gradient g at the rate η |
/// |---|---|
/// | [`sgd`](Optimizer::sgd) | p ← p − η g |
/// | … with [`momentum`](Optimizer::momentum) μ | v ← μ v + g, p ← p − η v |
/// | … with [`nesterov`](Optimizer::nesterov) μ | v ← μ v + g, p ← p − η (g + μ v) |
/// | [`rmsprop`](Optimizer::rmsprop) | s ← 0.99 s + 0.01 g², p ← p − η g/(√s + 10⁻⁸) |
/// | [`adam`](Optimizer::adam) | m ← 0.9 m + 0.1 g, s ← 0.999 s + 0.001 g², p ← p − η m̂/(√ŝ + 10⁻⁸), Kingma and Ba, 2014 |
/// | [`adamw`](Optimizer::adamw) | p ← p − η λ p, then as Adam, Loshchilov and Hutter, 2017 |
///
/// where m̂ = m/(1 − 0.9ᵗ) and ŝ = s/(1 − 0.999ᵗ) at step t, counted from 1. They are PyTorch's, with its defaults.
///
/// [`minimize`](Optimizer::minimize) takes a whole step of training on a tape, [`step`](Optimizer::step) one from the
/// gradients that parameters have, and [`update`](Optimizer::update) one on slices, for the static side.
///
/// ```
/// use monograd::nn::{mean_squared_error, Activation, Mlp, Optimizer, Schedule};
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let model = Mlp::build(1).layers(&[8], Activation::Tanh).layer(1, Activation::Linear).on(&tape, 1337);
/// let mut optimizer = Optimizer::adam(0.05).schedule(Schedule::cosine(0.01, 300)).clip_norm(10.0);
/// let xs = [-2.0, -1.0, 0.0, 1.0, 2.0];
///
/// let mut losses = Vec::new();
/// for _ in 0..300 {
///     losses.push(optimizer.minimize(&tape, &model, || {
///         let y: Vec<_> = xs.iter().map(|&x| model.forward(&[x])[0]).collect();
///         mean_squared_error(&y, &xs.map(f64::sin))
///     })?);
/// }
/// assert!(losses[299] < 1e-2 * losses[0]);
/// # Ok::<(), monograd::nn::TrainingError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Optimizer<F> {
    method: Method,
    rate: f64,
    schedule: Schedule,
    clip: Clip,
    steps: u64,
    /// Of each parameter what the method remembers: a velocity, or the first and the second moment.
    memory: Vec<[F; 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
enum Method {
    Sgd { momentum: f64, nesterov: bool },
    RmsProp { decay: f64 },
    Adam { decays: [f64; 2], weight_decay: f64 },
}

#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
enum Clip {
    Not,
    Value(f64),
    Norm(f64),
}

/// What keeps a quotient finite.
const EPSILON: f64 = 1e-8;

impl<F: Data> Optimizer<F> {
    fn new(method: Method, rate: f64) -> Self {
        Optimizer {
            method,
            rate,
            schedule: Schedule::constant(),
            clip: Clip::Not,
            steps: 0,
            memory: Vec::new(),
        }
    }

    /// Gradient descent: of the whole loss, or stochastic, of minibatches.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn sgd(rate: f64) -> Self {
        let (momentum, nesterov) = (0.0, false);
        Self::new(Method::Sgd { momentum, nesterov }, rate)
    }

    /// Gradient descent with momentum.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn momentum(rate: f64, momentum: f64) -> Self {
        let nesterov = false;
        Self::new(Method::Sgd { momentum, nesterov }, rate)
    }

    /// Gradient descent with Nesterov's momentum.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn nesterov(rate: f64, momentum: f64) -> Self {
        let nesterov = true;
        Self::new(Method::Sgd { momentum, nesterov }, rate)
    }

    /// RMSprop: each parameter's gradient over the root of its mean square.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn rmsprop(rate: f64) -> Self {
        Self::new(Method::RmsProp { decay: 0.99 }, rate)
    }

    /// Adam: RMSprop with momentum, and the first steps corrected.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn adam(rate: f64) -> Self {
        Self::adamw(rate, 0.0)
    }

    /// Adam with decay of the parameters, apart from their gradients.
    #[must_use = "an optimiser does nothing before it is asked for a step"]
    pub fn adamw(rate: f64, weight_decay: f64) -> Self {
        let decays = [0.9, 0.999];
        Self::new(
            Method::Adam {
                decays,
                weight_decay,
            },
            rate,
        )
    }

    /// How the rate changes from step to step.
    #[must_use = "the optimiser with the schedule is the result"]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = schedule;
        self
    }

    /// Gradients are cut to within ±`limit`, each by itself, before a step is taken.
    #[must_use = "the optimiser that clips is the result"]
    pub fn clip_value(mut self, limit: f64) -> Self {
        self.clip = Clip::Value(limit);
        self
    }

    /// The gradient, if it is longer than `limit`, is scaled to that length before a step is taken.
    #[must_use = "the optimiser that clips is the result"]
    pub fn clip_norm(mut self, limit: f64) -> Self {
        self.clip = Clip::Norm(limit);
        self
    }

    /// How many steps it has taken.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The rate of the next step.
    ///
    /// ```
    /// # use monograd::nn::{Optimizer, Schedule};
    /// let optimizer = Optimizer::<f64>::sgd(2.0).schedule(Schedule::constant().warm_up(4));
    /// assert_eq!(optimizer.rate(), 0.5);
    /// ```
    pub fn rate(&self) -> f64 {
        self.rate * self.schedule.at(self.steps)
    }

    /// A step of training: records the loss in a [scope](Tape::scope) of its own, goes back through it, and moves the
    /// parameters of `module`. The result is the loss, from before the step.
    ///
    /// # Errors
    ///
    /// If the loss or a gradient is not finite; the parameters and the optimiser stay as they were then.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Neuron, Optimizer}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
    /// let mut optimizer = Optimizer::sgd(0.1);
    /// let error = optimizer.minimize(&tape, &neuron, || (neuron.forward(&[-1.0]) * 0.0).ln());
    /// assert_eq!(
    ///     error.unwrap_err().to_string(),
    ///     "the loss of step 0 is -inf: the parameters are as they were before the step"
    /// );
    /// ```
    #[track_caller]
    pub fn minimize<'t>(
        &mut self,
        tape: &'t Tape<F>,
        module: &impl Module<'t, F>,
        loss: impl FnOnce() -> Value<'t, F>,
    ) -> Result<F, TrainingError> {
        tape.scope(|| {
            let loss = loss();
            let number = loss.data();
            if !number.all_finite() {
                let (step, loss) = (self.steps, number.as_f64());
                return Err(TrainingError::Loss { step, loss });
            }
            module.zero_grad();
            loss.backward();
            self.step(module)?;
            Ok(number)
        })
    }

    /// Moves the parameters of `module` against the gradients that they have.
    ///
    /// # Errors
    ///
    /// If a gradient is not finite, or the module has not as many parameters as at the first step; nothing has
    /// changed then.
    pub fn step<'t>(&mut self, module: &impl Module<'t, F>) -> Result<(), TrainingError> {
        let grads = || module.parameters().map(Value::grad);
        let scale = self.check(grads())?;
        let step = self.course();
        for (parameter, memory) in module.parameters().zip(&mut self.memory) {
            let gradient = scale.of(parameter.grad());
            parameter.set_data(step.moved(parameter.data(), gradient, memory));
        }
        self.steps += 1;
        Ok(())
    }

    /// The same on slices: for the functions of the static side, whose parameters and gradient are
    /// [flat](crate::rows::Over::value_and_gradient_into).
    ///
    /// # Errors
    ///
    /// As of [`step`](Optimizer::step), and if the slices are not as long.
    ///
    /// ```
    /// # use monograd::{nn::Optimizer, prelude::*};
    /// let bowl = func!(|x, y| x * x + 3 * y * y);
    /// let mut optimizer = Optimizer::nesterov(0.05, 0.9);
    /// let mut x = [1.0, -1.0];
    /// for _ in 0..200 {
    ///     let gradient = bowl.gradient(&x);
    ///     optimizer.update(&mut x, &gradient)?;
    /// }
    /// assert!(bowl.value(&x) < 1e-6);
    /// # Ok::<(), monograd::nn::TrainingError>(())
    /// ```
    pub fn update(&mut self, parameters: &mut [F], gradient: &[F]) -> Result<(), TrainingError> {
        if parameters.len() != gradient.len() {
            return Err(TrainingError::Parameters {
                expected: parameters.len(),
                given: gradient.len(),
            });
        }
        let scale = self.check(gradient.iter().copied())?;
        let step = self.course();
        let each = parameters.iter_mut().zip(gradient).zip(&mut self.memory);
        for ((parameter, &gradient), memory) in each {
            *parameter = step.moved(*parameter, scale.of(gradient), memory);
        }
        self.steps += 1;
        Ok(())
    }

    /// Makes sure that a step can be taken, and says how gradients are to be clipped.
    fn check(&mut self, grads: impl Iterator<Item = F>) -> Result<Scale<F>, TrainingError> {
        let step = self.steps;
        let mut count = 0;
        let mut squares = F::zero();
        for gradient in grads {
            if !gradient.all_finite() {
                return Err(TrainingError::Gradient {
                    step,
                    parameter: count,
                    gradient: gradient.as_f64(),
                });
            }
            count += 1;
            squares = squares + gradient * gradient;
        }
        if step == 0 {
            self.memory.clear();
            self.memory.resize(count, [F::zero(); 2]);
        } else if count != self.memory.len() {
            return Err(TrainingError::Parameters {
                expected: self.memory.len(),
                given: count,
            });
        }
        Ok(match self.clip {
            Clip::Not => Scale::Not,
            Clip::Value(limit) => Scale::Within(F::constant(limit)),
            Clip::Norm(limit) => Scale::to_norm(F::constant(limit), squares.sqrt()),
        })
    }

    /// What is the same for all parameters of the next step.
    fn course(&self) -> Step<F> {
        let [first, second] = match self.method {
            Method::Adam { decays, .. } => {
                let t = self.steps as f64 + 1.0;
                decays.map(|decay| 1.0 - decay.powf(t))
            }
            _ => [1.0; 2],
        };
        Step {
            method: self.method,
            rate: F::constant(self.rate()),
            corrections: [F::constant(first), F::constant(second)],
        }
    }
}

/// A step, for one parameter after the other.
struct Step<F> {
    method: Method,
    rate: F,
    corrections: [F; 2],
}

impl<F: Data> Step<F> {
    /// Where the parameter goes.
    fn moved(&self, parameter: F, gradient: F, memory: &mut [F; 2]) -> F {
        let mean = |decay: f64, mean: F, new: F| {
            F::constant(decay) * mean + F::constant(1.0 - decay) * new
        };
        let [first, second] = memory;
        match self.method {
            Method::Sgd { momentum: 0.0, .. } => parameter - self.rate * gradient,
            Method::Sgd { momentum, nesterov } => {
                let momentum = F::constant(momentum);
                *first = momentum * *first + gradient;
                let along = if nesterov {
                    gradient + momentum * *first
                } else {
                    *first
                };
                parameter - self.rate * along
            }
            Method::RmsProp { decay } => {
                *second = mean(decay, *second, gradient * gradient);
                parameter - self.rate * gradient / (second.sqrt() + F::constant(EPSILON))
            }
            Method::Adam {
                decays,
                weight_decay,
            } => {
                *first = mean(decays[0], *first, gradient);
                *second = mean(decays[1], *second, gradient * gradient);
                let [of_first, of_second] = self.corrections;
                let root = (*second / of_second).sqrt() + F::constant(EPSILON);
                let kept = parameter - self.rate * F::constant(weight_decay) * parameter;
                kept - self.rate * (*first / of_first) / root
            }
        }
    }
}
