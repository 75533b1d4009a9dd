//! Losses, and penalties on parameters.

use super::Module;
use crate::rules::UnaryOperations;
use crate::rules::structure::{nothing, number};
use crate::tape::{Data, Value};

/// 1/n.
fn one_over<F: Data>(n: usize) -> F {
    F::one() / F::constant(n as f64)
}

/// The sum of terms, each with its derivative, which goes to the partials.
fn sum<F: Data>(terms: impl Iterator<Item = (F, F)>, partials: &mut [F]) -> F {
    let mut sum = F::zero();
    for ((term, slope), partial) in terms.zip(partials) {
        sum = sum + term;
        *partial = slope;
    }
    sum
}

#[track_caller]
fn check(values: usize, targets: usize) {
    assert_eq!(values, targets, "as many predictions as targets");
    assert!(values > 0, "a loss is that of at least one prediction");
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
    squares("mean_squared_error", predictions, targets, targets.len())
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
    squares("squared_error", predictions, targets, 1)
}

#[track_caller]
fn squares<'t, F: Data>(
    name: &'static str,
    predictions: &[Value<'t, F>],
    targets: &[F],
    over: usize,
) -> Value<'t, F> {
    pairs(name, predictions, targets, move |y, t| {
        let (error, weight) = (y - t, one_over::<F>(over));
        (weight * (error * error), number((weight + weight) * error))
    })
}

/// One node: the sum of what `loss` gives of each prediction and its target, with its derivative.
#[track_caller]
fn pairs<'t, F: Data>(
    name: &'static str,
    predictions: &[Value<'t, F>],
    targets: &[F],
    loss: impl Fn(F, F) -> (F, F) + Send + 'static,
) -> Value<'t, F> {
    check(predictions.len(), targets.len());
    let n = targets.len();
    let targets = targets.iter().map(|&target| Value::from(target));
    let all = || predictions.iter().copied().chain(targets.clone());
    Value::gather(name, all, move |numbers, partials| {
        let (predictions, targets) = numbers.split_at(n);
        let pairs = predictions.iter().zip(targets);
        sum(pairs.map(|(&y, &t)| loss(y, t)), partials)
    })
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
    let n = labels.len();
    pairs("hinge", scores, labels, move |y, t| {
        let (margin, weight) = (F::one() - t * y, one_over::<F>(n));
        // NaN stays NaN.
        let inside = margin.at_most(F::zero());
        let loss = F::select(inside, F::zero(), weight * margin);
        (loss, F::select(inside, nothing(), number(-(weight * t))))
    })
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
    let n = labels.len();
    pairs("binary_cross_entropy", logits, labels, move |y, t| {
        let weight = one_over::<F>(n);
        // ln(1 + eʸ) − t y, of which the large parts cancel for t = 1: (1 − t) softplus(y) + t softplus(−y).
        let loss = (F::one() - t) * y.softplus() + t * (-y).softplus();
        (weight * loss, number(weight * (y.sigmoid() - t)))
    })
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
        partials[class] = number(partials[class] - F::one());
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
    over_parameters("l2", module, |p| (p * p, number(p + p)))
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
    over_parameters("l1", module, |p| {
        let sign = F::select(p.less_than(F::zero()), -F::one(), F::one());
        (p.abs(), F::select(p.equals(F::zero()), nothing(), sign))
    })
}

#[track_caller]
fn over_parameters<'t, F: Data>(
    name: &'static str,
    module: &impl Module<'t, F>,
    term: impl Fn(F) -> (F, F) + Send + 'static,
) -> Value<'t, F> {
    Value::gather(
        name,
        || module.parameters(),
        move |numbers, partials| sum(numbers.iter().map(|&p| term(p)), partials),
    )
}
