//! Static functions applied to values: one node each.

use super::gathered::Made;
use super::node::NOWHERE;
use super::own::Operation;
use super::value::Value;
use super::{Data, Tape};
use crate::drivers::{Function, HasInputs, NoData, With, with_data};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, R, Shape, Slots, name_of};
use crate::rules::structure;
use crate::scalar::Plain;
use core::fmt;

/// The values that are a function's inputs.
type Arguments<'t, G, F> = <<G as Closed>::Inputs as Inputs>::Of<Value<'t, F>>;
/// The values that are its results.
type Results<'t, G, F> = <<G as Closed>::Codomain as Shape>::Of<Value<'t, F>>;

/// A static function applied to dynamic values, as **one** node of the graph.
///
/// The node holds the function's partials, which the straight-line code of its gradient computes as it is
/// recorded. The function evaluated over values, `f.value(&[a, b])`, records its operations one by one
/// instead, for example to be drawn.
///
/// Every function of [`func!`](crate::func) has this; one with data is given it first,
/// `f.with(&data).on(…)`. Inputs are given as a point is to a [`Function`], with values for numbers.
///
/// ```
/// # use monograd::prelude::*;
/// let error = func!(|slope, offset; x, y| (slope * x + offset - y).square());
/// let tape = Tape::new();
/// let [slope, offset] = [2.0, 0.5].map(|p| tape.value(p));
/// let rows = [[0.0, 1.0], [1.0, 2.0]];
/// let loss: Value<f64> = rows.iter().map(|row| error.with(row).on([slope, offset])).sum();
/// loss.backward();
/// assert_eq!([slope.grad(), offset.grad()], error.over(&rows).gradient(&[2.0, 0.5]));
/// ```
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
///     fn neuron<const N: usize>(w: [R; N], b, x: [R; N]) { (w.dot(x) + b).tanh() }
///     fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
/// }
///
/// let tape = Tape::new();
/// let (a, b) = (tape.value(0.0), tape.value(1.0));
/// let y = rosenbrock.on([a, b]); // one node
/// y.backward();
/// assert_eq!([a.grad(), b.grad()], rosenbrock.gradient(&[0.0, 1.0]));
/// assert_eq!(tape.len(), 3);
///
/// // Vectors of values; a number where nothing is to be differentiated.
/// let w = [0.5, -0.5, 0.25].map(|w| tape.value(w));
/// let x = [1.0, 2.0, 4.0].map(Value::from);
/// neuron.on((w, tape.value(0.5), x)).backward();
/// assert_eq!(w[2].grad(), 4.0 * (1.0 - 1.0_f64.tanh().powi(2)));
///
/// let [radius, angle] = polar.on([a, b]); // one node for each result
/// # assert_eq!((radius.data(), angle.data()), (1.0, std::f64::consts::FRAC_PI_2));
/// ```
pub trait OnTape<const N: usize, C: Shape = R, I: Inputs = [R; N], D: Inputs = ()>:
    Function<N, C, I, D>
{
    /// The function of the values, as one node for each result.
    ///
    /// # Panics
    ///
    /// If the values are on different tapes, or the [scope](Tape::scope) of one has ended.
    #[track_caller]
    fn on<'t, F: Data>(self, inputs: I::Of<Value<'t, F>>) -> C::Of<Value<'t, F>>
    where
        D: NoData;

    /// The same of a slice of values: the inputs one after the other in the order declared, matrices row by row.
    ///
    /// # Errors
    ///
    /// If there are not as many as there are reals among the inputs.
    ///
    /// # Panics
    ///
    /// If the values are on different tapes, or the [scope](Tape::scope) of one has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// func! { fn neuron(w: [R; 3], b, x: [R; 3]) { (w.dot(x) + b).tanh() } }
    /// let tape = Tape::new();
    /// let values: Vec<Value<f64>> = (0..7).map(|i| tape.value(0.1 * f64::from(i))).collect();
    /// neuron.on_slice(&values)?.backward();
    /// assert!(values[0].grad() > 0.0);
    ///
    /// let error = neuron.on_slice(&values[1..]).unwrap_err();
    /// assert_eq!(error.to_string(), "a function of 7 inputs was given 6 values");
    /// # Ok::<(), monograd::tape::InputsError>(())
    /// ```
    #[track_caller]
    fn on_slice<'t, F: Data>(
        self,
        inputs: &[Value<'t, F>],
    ) -> Result<C::Of<Value<'t, F>>, InputsError>
    where
        D: NoData;
}

impl<T, const N: usize>
    OnTape<
        N,
        <T::Definition as Closed>::Codomain,
        <T::Definition as Closed>::Inputs,
        <T::Definition as Closed>::Data,
    > for T
where
    T: AnyFunction<N>,
    T::Definition: Send,
{
    #[track_caller]
    fn on<'t, F: Data>(
        self,
        inputs: Arguments<'t, T::Definition, F>,
    ) -> Results<'t, T::Definition, F> {
        let data = <T::Definition as Closed>::Data::group(&[]);
        let inputs = <T::Definition as Closed>::Inputs::refs(&inputs);
        record(self.definition(), inputs, data)
    }
    #[track_caller]
    fn on_slice<'t, F: Data>(
        self,
        inputs: &[Value<'t, F>],
    ) -> Result<Results<'t, T::Definition, F>, InputsError> {
        InputsError::check::<T::Definition>(inputs.len())?;
        let data = <T::Definition as Closed>::Data::group(&[]);
        let inputs = <T::Definition as Closed>::Inputs::group(inputs);
        Ok(record(self.definition(), inputs, data))
    }
}

impl<G, T, const N: usize> OnTape<N, G::Codomain, G::Inputs> for With<'_, G, T>
where
    G: Closed + Send,
    T: Plain,
    G::Inputs: HasInputs<N>,
{
    #[track_caller]
    fn on<'t, F: Data>(self, inputs: Arguments<'t, G, F>) -> Results<'t, G, F> {
        with_data(self.data(), |data| {
            record(self.function(), G::Inputs::refs(&inputs), data)
        })
    }
    #[track_caller]
    fn on_slice<'t, F: Data>(
        self,
        inputs: &[Value<'t, F>],
    ) -> Result<Results<'t, G, F>, InputsError> {
        InputsError::check::<G>(inputs.len())?;
        Ok(with_data(self.data(), |data| {
            record(self.function(), G::Inputs::group(inputs), data)
        }))
    }
}

/// A function was given more or fewer values than it has inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InputsError {
    /// How many inputs the function has.
    pub inputs: usize,
    /// How many values it was given.
    pub given: usize,
}

impl InputsError {
    fn check<G: Closed>(given: usize) -> Result<(), Self> {
        let inputs = G::Inputs::LEN;
        if given == inputs {
            Ok(())
        } else {
            Err(InputsError { inputs, given })
        }
    }
}

impl fmt::Display for InputsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let InputsError { inputs, given } = self;
        write!(f, "a function of {inputs} inputs was given {given} values")
    }
}

impl core::error::Error for InputsError {}

#[track_caller]
fn record<'t, G: Closed + Send, F: Data>(
    function: G,
    values: Blocks<'_, G::Inputs, Value<'t, F>>,
    data: Blocks<'_, G::Data, F>,
) -> Results<'t, G, F> {
    let mut tape: Option<&'t Tape<F>> = None;
    G::Inputs::visit(values, &mut |values| {
        tape = Value::tape_of(values.iter().copied(), tape);
    });
    let numbers = G::Inputs::map(values, Value::look);
    let x = G::Inputs::refs(&numbers);
    let (results, pull) = function.pullback(x, data);
    let Some(tape) = tape else {
        return G::Codomain::map(&results, Value::number);
    };
    let results = G::Codomain::flat(&results);
    G::Codomain::from_fn(&mut |result| {
        let mut partials = G::Inputs::fill(F::zero());
        let seeds = seeds::<G, F>(result, F::one());
        let slots = G::Inputs::slots(&mut partials);
        pull(seeds, x, data, slots, G::Data::unwanted());

        let mut has_zero = false;
        let mut record = tape.record();
        let place = record.gather(Made::Own(name_of::<G>()), results[result], |edges| {
            let start = edges.operands.len();
            G::Inputs::visit(values, &mut |values| {
                edges
                    .operands
                    .extend(values.iter().map(|value| value.index()));
            });
            G::Inputs::visit(G::Inputs::refs(&partials), &mut |partials| {
                has_zero |= partials.iter().any(|partial| partial.is_constant_zero());
                edges.partials.extend_from_slice(partials);
            });
            // A number stands in the place of its partial.
            let mut at = start;
            G::Inputs::visit(x, &mut |numbers| {
                for &number in numbers {
                    if edges.operands[at] == NOWHERE {
                        edges.partials[at] = number;
                    }
                    at += 1;
                }
            });
            G::Data::visit(data, &mut |numbers| {
                edges.partials.extend_from_slice(numbers);
            });
            edges.operands.resize(edges.partials.len(), NOWHERE);
        });
        if record.decisions.is_some() {
            let again = move |numbers: &[F], partials: &mut [F]| {
                evaluate_again(function, numbers, result, partials)
            };
            let operands = G::Inputs::LEN + G::Data::LEN;
            let again: Operation<F> = Box::new(again);
            record
                .owned
                .push(place.index(), name_of::<G>(), operands, false, Some(again));
        }
        drop(record);
        if has_zero {
            let mut pulled = G::Inputs::fill(F::zero());
            let slots = G::Inputs::slots(&mut pulled);
            pull_infinity(function, x, data, result, slots);
            let mut record = tape.record();
            let (operands, mut partials) = record.gathered.last();
            let mut operands = operands.iter();
            G::Inputs::visit(G::Inputs::refs(&pulled), &mut |pulled| {
                let (these, rest) = core::mem::take(&mut partials).split_at_mut(pulled.len());
                let operands = operands.by_ref();
                let on_tape = these.iter_mut().zip(pulled).zip(operands);
                for ((partial, &pulled), _) in on_tape.filter(|(_, place)| **place != NOWHERE) {
                    *partial = structure::kept(*partial, |_| pulled);
                }
                partials = rest;
            });
        }
        Value::recorded(tape, place)
    })
}

/// A cotangent for one result.
fn seeds<G: Closed, F: Data>(
    result: usize,
    cotangent: F,
) -> <G::Codomain as Shape>::Of<Cotangent<F>> {
    G::Codomain::from_fn(&mut |i| Cotangent::if_reached(i == result, cotangent))
}

/// Adds what an infinite cotangent of a result is pulled back to, which tells the zeros among its partials apart.
#[cold]
#[inline(never)]
fn pull_infinity<G: Closed, F: Data>(
    function: G,
    inputs: Blocks<'_, G::Inputs, F>,
    data: Blocks<'_, G::Data, F>,
    result: usize,
    slots: Slots<'_, G::Inputs, F>,
) {
    let seed = seeds::<G, F>(result, F::constant(f64::INFINITY));
    function.accumulate(inputs, data, seed, slots, G::Data::unwanted());
}

/// A result and its partials, from the numbers of the inputs and then of the data.
fn evaluate_again<G: Closed, F: Data>(
    function: G,
    numbers: &[F],
    result: usize,
    partials: &mut [F],
) -> F {
    let (inputs, data) = numbers.split_at(G::Inputs::LEN);
    let partials = &mut partials[..G::Inputs::LEN];
    let (inputs, data) = (G::Inputs::group(inputs), G::Data::group(data));
    let results = function.accumulate(
        inputs,
        data,
        seeds::<G, F>(result, F::one()),
        G::Inputs::group_slots::<F>(partials) as Slots<'_, G::Inputs, F>,
        G::Data::unwanted(),
    );
    if partials.iter().any(|partial| partial.is_constant_zero()) {
        let mut pulled = vec![F::zero(); partials.len()];
        let slots = G::Inputs::group_slots::<F>(&mut pulled) as Slots<'_, G::Inputs, F>;
        pull_infinity(function, inputs, data, result, slots);
        for (partial, &pulled) in partials.iter_mut().zip(&pulled) {
            *partial = structure::kept(*partial, |_| pulled);
        }
    }
    G::Codomain::flat(&results)[result]
}
