//! Optimisers.

use super::checked::{Refused, accept, next};
use super::clip::Clip;
use super::memory::Memory;
use super::scratch::Scratch;
use super::state::{Draft, State};
use super::{Method, Module, Schedule, Standard, TrainingError};
use crate::tape::{Data, Tape, Value};

/// An optimiser: updates parameters by their gradients, as those of `torch.optim` do.
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
/// [`of`](Optimizer::of) makes an optimiser with other numbers, or by a [method](Method) of your own, which is the
/// type `M`.
///
/// [`minimize`](Optimizer::minimize) is a whole step of training on a tape; [`step`](Optimizer::step) updates parameters
/// by the gradients that they have; [`update`](Optimizer::update) works on slices, for functions of
/// [`func!`](crate::func). If a number is or would become infinite or NaN, the step is an error and changes nothing.
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
///
/// # Panics
///
/// The constructors, [`clip_value`](Optimizer::clip_value) and [`clip_norm`](Optimizer::clip_norm) panic if a number is
/// not one that makes sense: a rate or a decay of weights that is negative, infinite or NaN, a momentum that is not
/// between 0 and 1, a limit that is not finite and greater than 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimizer<F, M = Standard> {
    pub(super) state: State<F, M>,
    buffers: Scratch<Buffers<F>>,
}

/// What a step reads and writes before anything is changed.
#[derive(Debug)]
struct Buffers<F> {
    parameters: Vec<F>,
    gradient: Vec<F>,
    draft: Draft<F>,
}

impl<F: Data, M: Method<F>> TryFrom<State<F, M>> for Optimizer<F, M> {
    type Error = Refused;

    fn try_from(state: State<F, M>) -> Result<Self, Refused> {
        state.check()?;
        Ok(Optimizer {
            state,
            buffers: Scratch::default(),
        })
    }
}

/// The usual optimisers.
impl<F: Data> Optimizer<F> {
    /// Gradient descent: of the whole loss, or stochastic, of minibatches.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn sgd(rate: f64) -> Self {
        let (momentum, nesterov) = (0.0, false);
        Self::of(Standard::Sgd { momentum, nesterov }, rate)
    }

    /// Gradient descent with momentum.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn momentum(rate: f64, momentum: f64) -> Self {
        let nesterov = false;
        Self::of(Standard::Sgd { momentum, nesterov }, rate)
    }

    /// Gradient descent with Nesterov's momentum.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn nesterov(rate: f64, momentum: f64) -> Self {
        let nesterov = true;
        Self::of(Standard::Sgd { momentum, nesterov }, rate)
    }

    /// RMSprop: each parameter's gradient over the root of its mean square.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn rmsprop(rate: f64) -> Self {
        Self::of(Standard::RmsProp { decay: 0.99 }, rate)
    }

    /// Adam: RMSprop with momentum, and the first steps corrected.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn adam(rate: f64) -> Self {
        Self::adamw(rate, 0.0)
    }

    /// Adam with decay of the parameters, apart from their gradients.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn adamw(rate: f64, weight_decay: f64) -> Self {
        let decays = [0.9, 0.999];
        Self::of(
            Standard::Adam {
                decays,
                weight_decay,
            },
            rate,
        )
    }
}

/// By the usual methods, and by those of your own.
impl<F: Data, M: Method<F>> Optimizer<F, M> {
    /// An optimiser by a [method](Method) of your own, or by a [standard](Standard) one with other numbers.
    ///
    /// # Panics
    ///
    /// If the method [refuses](Method::check) its numbers, or the rate is negative, infinite or NaN.
    #[must_use = "an optimiser does nothing until a step is taken"]
    #[track_caller]
    pub fn of(method: M, rate: f64) -> Self {
        let state = State {
            method,
            rate,
            schedule: Schedule::constant(),
            clip: Clip::Not,
            steps: 0,
            memory: Memory::default(),
        };
        accept(state.try_into())
    }

    /// How the rate changes from step to step.
    #[must_use = "the optimiser with the schedule is the result"]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.state.schedule = schedule;
        self
    }

    /// Clips each partial derivative to ±`limit` before a step.
    #[must_use = "the optimiser that clips is the result"]
    #[track_caller]
    pub fn clip_value(self, limit: f64) -> Self {
        self.clipping(Clip::Value(limit))
    }

    /// Scales the gradient to the norm `limit` before a step, if it is longer.
    #[must_use = "the optimiser that clips is the result"]
    #[track_caller]
    pub fn clip_norm(self, limit: f64) -> Self {
        self.clipping(Clip::Norm(limit))
    }

    #[track_caller]
    fn clipping(mut self, clip: Clip) -> Self {
        self.state.clip = clip;
        accept(self.state.try_into())
    }

    /// How many steps it has taken.
    pub fn steps(&self) -> u64 {
        self.state.steps
    }

    /// The rate of the next step.
    ///
    /// ```
    /// # use monograd::nn::{Optimizer, Schedule};
    /// let optimizer = Optimizer::<f64>::sgd(2.0).schedule(Schedule::constant().warm_up(4));
    /// assert_eq!(optimizer.rate(), 0.5);
    /// ```
    pub fn rate(&self) -> f64 {
        self.state.rate()
    }

    /// A step of training: records the loss in a [scope](Tape::scope) of its own, computes its gradient by
    /// [`backward`](Value::backward), and updates the parameters of `module`. The result is the loss before the step.
    ///
    /// # Errors
    ///
    /// If the loss is not finite, and as of [`step`](Optimizer::step); the parameters and the optimiser stay as they
    /// were then.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Neuron, Optimizer}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
    /// let mut optimizer = Optimizer::sgd(0.1);
    /// let error = optimizer.minimize(&tape, &neuron, || (neuron.forward(&[-1.0]) * 0.0).ln());
    /// assert_eq!(
    ///     error.unwrap_err().to_string(),
    ///     "the loss of step 0 is -inf: the parameters are as they were before the step. \
    ///      `check::first_non_finite_on_tape` says by which operation"
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
                let (step, loss) = (self.steps(), number.as_f64());
                return Err(TrainingError::Loss { step, loss });
            }
            module.zero_grad();
            loss.backward();
            self.step(module)?;
            Ok(number)
        })
    }

    /// Updates the parameters of `module` by the gradients that they have.
    ///
    /// # Errors
    ///
    /// If a gradient or the rate is not finite, or a parameter or what the optimiser remembers of it would not be; if
    /// the module has not as many parameters as at the first step, or one that is not a leaf. Nothing has changed then.
    ///
    /// ```
    /// # use monograd::{nn::{Activation, Neuron, Optimizer}, prelude::*};
    /// let tape = Tape::<f64>::new();
    /// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
    /// neuron.forward(&[2.0]).backward();
    /// let error = Optimizer::sgd(1e308).step(&neuron).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "step 0 would set parameter 0 to -inf: the parameters are as they were before the step"
    /// );
    /// ```
    #[track_caller]
    pub fn step<'t>(&mut self, module: &impl Module<'t, F>) -> Result<(), TrainingError> {
        let mut buffers = core::mem::take(&mut self.buffers.0);
        buffers.parameters.clear();
        buffers.gradient.clear();
        for (parameter, leaf) in module.parameters().map(Value::leaf).enumerate() {
            let (data, gradient) = leaf.ok_or(TrainingError::NotALeaf { parameter })?;
            buffers.parameters.push(data);
            buffers.gradient.push(gradient);
        }
        let given = (&buffers.parameters[..], &buffers.gradient[..]);
        let taken = self.advance(given, &mut buffers.draft);
        if taken.is_ok() {
            for (parameter, &data) in module.parameters().zip(&buffers.draft.moved) {
                parameter.set_data(data);
            }
        }
        self.buffers.0 = buffers;
        taken
    }

    /// The same on slices of parameters and of their gradient, as
    /// [`value_and_gradient_into`](crate::Function::value_and_gradient_into) computes it.
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
        let mut buffers = core::mem::take(&mut self.buffers.0);
        let taken = self.advance((parameters, gradient), &mut buffers.draft);
        if taken.is_ok() {
            parameters.copy_from_slice(&buffers.draft.moved);
        }
        self.buffers.0 = buffers;
        taken
    }

    /// Takes a step, of which the draft has what the parameters become.
    fn advance(&mut self, given: (&[F], &[F]), draft: &mut Draft<F>) -> Result<(), TrainingError> {
        let State {
            ref method,
            steps,
            ref mut memory,
            ..
        } = self.state;
        let count = given.0.len();
        if steps == 0 {
            memory.begin(method.keeps(), count);
        } else if count != memory.parameters {
            let (expected, given) = (memory.parameters, count);
            return Err(TrainingError::Parameters { expected, given });
        }
        let taken = self.state.draft(given, draft);
        match taken {
            Ok(()) => {
                core::mem::swap(&mut self.state.memory, &mut draft.memory);
                self.state.steps = next(steps);
            }
            Err(_) if steps == 0 => self.state.memory = Memory::default(),
            Err(_) => {}
        }
        taken
    }
}

// Written out: `F` need not have a default.
impl<F> Default for Buffers<F> {
    fn default() -> Self {
        Buffers {
            parameters: Vec::new(),
            gradient: Vec::new(),
            draft: Draft::default(),
        }
    }
}
