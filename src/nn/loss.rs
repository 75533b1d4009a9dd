//! Losses, and penalties on parameters.

use super::Module;
use crate::Function;
use crate::rules::UnaryOperations;
use crate::rules::structure;
use crate::tape::pointwise::name_of_type;
use crate::tape::{Data, Value};

func! {
    /// (y − t)²
    fn squared_error_of_one(y, t) { (y - t).square() }

    /// max(0, 1 − t y)
    fn hinge_of_one(y, t) { (1 - t * y).relu() }

    /// ln(1 + eʸ) − t y, of which the large parts would cancel for t = 1.
    fn binary_cross_entropy_of_one(y, t) { (1 - t) * y.softplus() + t * (-y).softplus() }

    /// p²
    fn square(p) { p * p }

    /// |p|
    fn magnitude(p) { p.abs() }
}

/// The mean of a loss of your own over pairs of a prediction and its target, Σ f(yᵢ, tᵢ)/n, as one node.
///
/// The loss is a function of the two, in one line; its derivative in the prediction is the static side's.
///
/// # Panics
///
/// If there are not as many targets as predictions, or none.
///
/// ```
/// use monograd::nn::mean_loss;
/// use monograd::prelude::*;
///
/// func! { fn quartic(y, t) { (y - t).powi(4) } }
///
/// let tape = Tape::new();
/// let y = [1.0, 3.0].map(|y| tape.value(y));
/// let loss = mean_loss(quartic, &y, &[1.0, 1.0]);
/// loss.backward();
/// assert_eq!(loss.data(), 8.0);
/// assert_eq!(y.map(Value::grad), [0.0, 16.0]);
/// assert_eq!(loss.operation().as_deref(), Some("quartic"));
/// ```
#[track_caller]
pub fn mean_loss<'t, L: Function<2> + Send + 'static, F: Data>(
    loss: L,
    predictions: &[Value<'t, F>],
    targets: &[F],
) -> Value<'t, F> {
    let name = name_of::<L>();
    pairs(name, loss, predictions, targets, targets.len())
}

/// The sum of a loss of your own over pairs of a prediction and its target, Σ f(yᵢ, tᵢ), as one node; see [`mean_loss`].
///
/// # Panics
///
/// If there are not as many targets as predictions, or none.
///
/// ```
/// # use monograd::{nn::summed_loss, prelude::*};
/// let tape = Tape::new();
/// let y = [1.0, 3.0].map(|y| tape.value(y));
/// assert_eq!(summed_loss(func!(|y, t| (y - t).abs()), &y, &[0.0, 5.0]).data(), 3.0);
/// ```
#[track_caller]
pub fn summed_loss<'t, L: Function<2> + Send + 'static, F: Data>(
    loss: L,
    predictions: &[Value<'t, F>],
    targets: &[F],
) -> Value<'t, F> {
    let name = name_of::<L>();
    pairs(name, loss, predictions, targets, 1)
}

/// The name of a function, as its node shows it: one that was made in place is f.
fn name_of<L>() -> &'static str {
    match name_of_type::<L>() {
        closure if closure.starts_with(['{', '_']) => "f",
        name => name,
    }
}

/// One node: the sum of the losses of each prediction and its target, each over a number.
#[track_caller]
fn pairs<'t, L: Function<2> + Send + 'static, F: Data>(
    name: &'static str,
    loss: L,
    predictions: &[Value<'t, F>],
    targets: &[F],
    over: usize,
) -> Value<'t, F> {
    let n = targets.len();
    assert_eq!(predictions.len(), n, "as many predictions as targets");
    assert!(n > 0, "a loss is that of at least one prediction");
    let targets = targets.iter().map(|&target| Value::from(target));
    let all = || predictions.iter().copied().chain(targets.clone());
    Value::gather(name, all, move |numbers, partials| {
        let (predictions, targets) = numbers.split_at(n);
        let weight = F::one() / F::constant(over as f64);
        let pairs = predictions.iter().zip(targets).zip(partials);
        pairs.fold(F::zero(), |sum, ((&y, &t), partial)| {
            let pulled = |cotangent| loss.vjp(&[y, t], &cotangent);
            let (value, [slope, _]) = pulled(weight);
            *partial = structure::kept(slope, |infinity| pulled(infinity).1[0]);
            sum + weight * value
        })
    })
}

/// One node: the sum of a function of each parameter.
///
/// Times a small number it is a penalty, such as [`l2`].
///
/// ```
/// # use monograd::{nn::{parameter_sum, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::new();
/// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
/// neuron.parameters().zip([-3.0, 4.0]).for_each(|(p, data)| p.set_data(data));
/// let elastic = parameter_sum(func!(|p| p.abs() + 0.5 * p * p), &neuron);
/// elastic.backward();
/// assert_eq!(elastic.data(), 19.5);
/// assert!(neuron.parameters().map(Value::grad).eq([-4.0, 5.0]));
/// ```
#[track_caller]
pub fn parameter_sum<'t, P: Function<1> + Send + 'static, F: Data>(
    function: P,
    module: &impl Module<'t, F>,
) -> Value<'t, F> {
    over_parameters(name_of::<P>(), function, module)
}

#[track_caller]
fn over_parameters<'t, P: Function<1> + Send + 'static, F: Data>(
    name: &'static str,
    function: P,
    module: &impl Module<'t, F>,
) -> Value<'t, F> {
    let parameters = || module.parameters();
    Value::gather(name, parameters, move |numbers, partials| {
        let each = numbers.iter().zip(partials);
        each.fold(F::zero(), |sum, (&p, partial)| {
            let pulled = |cotangent| function.vjp(&[p], &cotangent);
            let (value, [slope]) = pulled(F::one());
            *partial = structure::kept(slope, |infinity| pulled(infinity).1[0]);
            sum + value
        })
    })
}

/// The mean of the squared errors, Σ(yᵢ − tᵢ)²/n, as one node.
///
/// # Panics
///
/// If there are not as many targets as predictions, or none.
///
/// ```
/// use monograd::nn::mean_squared_error;
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let y = [1.0, 3.0].map(|y| tape.value(y));
/// let loss = mean_squared_error(&y, &[0.0, 1.0]);
/// loss.backward();
/// assert_eq!((loss.data(), y[1].grad()), (2.5, 2.0));
/// ```
#[track_caller]
pub fn mean_squared_error<'t, F: Data>(
    predictions: &[Value<'t, F>],
    targets: &[F],
) -> Value<'t, F> {
    pairs(
        "mean_squared_error",
        squared_error_of_one,
        predictions,
        targets,
        targets.len(),
    )
}

/// The sum of the squared errors, Σ(yᵢ − tᵢ)²: the lecture's loss. One node.
///
/// # Panics
///
/// If there are not as many targets as predictions, or none.
///
/// ```
/// # use monograd::{nn::squared_error, prelude::*};
/// let tape = Tape::new();
/// let y = [1.0, 3.0].map(|y| tape.value(y));
/// assert_eq!(squared_error(&y, &[0.0, 1.0]).data(), 5.0);
/// ```
#[track_caller]
pub fn squared_error<'t, F: Data>(predictions: &[Value<'t, F>], targets: &[F]) -> Value<'t, F> {
    pairs(
        "squared_error",
        squared_error_of_one,
        predictions,
        targets,
        1,
    )
}

/// The mean of the hinge losses, Σ max(0, 1 − tᵢ yᵢ)/n, of scores y and labels t = ±1, as one node.
///
/// # Panics
///
/// If there are not as many labels as scores, or none.
///
/// ```
/// # use monograd::{nn::hinge, prelude::*};
/// let tape = Tape::new();
/// let scores = [0.5, -2.0].map(|y| tape.value(y));
/// let loss = hinge(&scores, &[1.0, -1.0]);
/// loss.backward();
/// assert_eq!((loss.data(), scores[0].grad(), scores[1].grad()), (0.25, -0.5, 0.0));
/// ```
#[track_caller]
pub fn hinge<'t, F: Data>(scores: &[Value<'t, F>], labels: &[F]) -> Value<'t, F> {
    pairs("hinge", hinge_of_one, scores, labels, labels.len())
}

/// The mean of the binary cross-entropies from logits, Σ ln(1 + e^yᵢ) − tᵢ yᵢ over n, as one node: the labels t are 0
/// or 1, or probabilities. Nothing overflows however large the logits are.
///
/// # Panics
///
/// If there are not as many labels as logits, or none.
///
/// ```
/// # use monograd::{nn::binary_cross_entropy, prelude::*};
/// let tape = Tape::new();
/// let logits = [0.0, 1000.0].map(|y| tape.value(y));
/// let loss = binary_cross_entropy(&logits, &[1.0, 1.0]);
/// loss.backward();
/// assert_eq!(loss.data(), 0.5 * std::f64::consts::LN_2);
/// assert_eq!((logits[0].grad(), logits[1].grad()), (-0.25, 0.0));
/// ```
#[track_caller]
pub fn binary_cross_entropy<'t, F: Data>(logits: &[Value<'t, F>], labels: &[F]) -> Value<'t, F> {
    pairs(
        "binary_cross_entropy",
        binary_cross_entropy_of_one,
        logits,
        labels,
        labels.len(),
    )
}

/// The cross-entropy from logits, ln Σ e^yᵢ − y_class, as one node: −ln of the probability that the softmax of the
/// logits gives the class. Nothing overflows however large the logits are.
///
/// # Panics
///
/// If there is no logit of that number.
///
/// ```
/// # use monograd::{nn::cross_entropy, prelude::*};
/// let tape = Tape::new();
/// let logits = [1000.0, 1000.0, -1000.0].map(|y| tape.value(y));
/// let loss = cross_entropy(&logits, 0);
/// loss.backward();
/// assert_eq!(loss.data(), std::f64::consts::LN_2);
/// assert_eq!(logits.map(Value::grad), [-0.5, 0.5, 0.0]);
/// ```
#[track_caller]
pub fn cross_entropy<'t, F: Data>(logits: &[Value<'t, F>], class: usize) -> Value<'t, F> {
    assert!(
        class < logits.len(),
        "class {class} of {} logits: classes are counted from 0",
        logits.len()
    );
    let logits = || logits.iter().copied();
    Value::gather("cross_entropy", logits, move |y, partials| {
        let greater = |x: F, y: F| F::select(x.less_than(y), y, x);
        let greatest = y.iter().copied().fold(y[0], greater);
        let mut sum = F::zero();
        for (&y, partial) in y.iter().zip(&mut *partials) {
            *partial = (y - greatest).exp();
            sum = sum + *partial;
        }
        for partial in &mut *partials {
            *partial = *partial / sum;
        }
        partials[class] = structure::number(partials[class] - F::one());
        sum.ln() + (greatest - y[class])
    })
}

/// The sum of the squares of all parameters, Σ p², as one node: times a small number, the L2 penalty.
///
/// ```
/// # use monograd::{nn::{l2, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::new();
/// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
/// neuron.parameters().zip([3.0, 4.0]).for_each(|(p, data)| p.set_data(data));
/// let penalty = l2(&neuron);
/// penalty.backward();
/// assert_eq!(penalty.data(), 25.0);
/// assert!(neuron.parameters().map(Value::grad).eq([6.0, 8.0]));
/// ```
#[track_caller]
pub fn l2<'t, F: Data>(module: &impl Module<'t, F>) -> Value<'t, F> {
    over_parameters("l2", square, module)
}

/// The sum of the magnitudes of all parameters, Σ |p|, as one node: times a small number, the L1 penalty.
///
/// ```
/// # use monograd::{nn::{l1, Activation, Module, Neuron}, prelude::*};
/// let tape = Tape::new();
/// let neuron = Neuron::new(&tape, 1, Activation::Linear, 1337);
/// neuron.parameters().zip([-3.0, 4.0]).for_each(|(p, data)| p.set_data(data));
/// let penalty = l1(&neuron);
/// penalty.backward();
/// assert_eq!(penalty.data(), 7.0);
/// assert!(neuron.parameters().map(Value::grad).eq([-1.0, 1.0]));
/// ```
#[track_caller]
pub fn l1<'t, F: Data>(module: &impl Module<'t, F>) -> Value<'t, F> {
    over_parameters("l1", magnitude, module)
}
