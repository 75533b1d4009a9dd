//! Affine maps on a tape.

use super::handle::Address;
use super::node::MOST_VALUES;
use super::pointwise::{Pointwise, name_of_rule};
use super::run::Run;
use super::value::Value;
use super::{Data, Tape};
use crate::scalar::UnaryRule;

/// An affine map on a tape, x ↦ r(W x + b), whose coefficients W and b are leaves and r a rule of your choice.
///
/// All results for one x are recorded at once, each as one node, whatever the number of inputs: one loop over W
/// forward and one in reverse, where the numbers lie. A layer of a network is one, and so is a matrix times
/// a vector.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::rules::Tanh;
/// use monograd::tape::Affine;
///
/// let tape = Tape::<f64>::new();
/// // W = [1 2; 3 4], b = [0, 0]: row by row, the element of b behind each row.
/// let map = Affine::new(&tape, 2, 2, |row, column| if column < 2 { (2 * row + column + 1) as f64 } else { 0.0 });
/// let x = [0.1, -0.1].map(|x| tape.value(x));
/// let y: Vec<_> = map.of(x, Tanh).values().collect();
/// assert_eq!(y[1].data(), (3.0 * 0.1 - 4.0 * 0.1_f64).tanh());
///
/// y[1].backward();
/// let slope = 1.0 - y[1].data().powi(2);
/// assert!((x[1].grad() - 4.0 * slope).abs() < 1e-15);
/// let gradient: Vec<f64> = map.coefficients().values().map(Value::grad).collect();
/// assert!((gradient[3] - 0.1 * slope).abs() < 1e-15); // in the first element of the second row
/// ```
///
/// Results that were recorded before a coefficient was set are those of other numbers: going back through them panics.
#[derive(Debug)]
pub struct Affine<'t, F: Data> {
    /// The first coefficient; the others follow.
    first: Value<'t, F>,
    matrix: u32,
    inputs: usize,
    outputs: usize,
}

impl<'t, F: Data> Affine<'t, F> {
    /// A map of `inputs` numbers to `outputs`, the elements of W given by row and column, and those of b as a column
    /// behind the others.
    ///
    /// # Panics
    ///
    /// If there are no outputs, or more coefficients than the 2²⁸ − 1 values that a tape holds.
    #[track_caller]
    pub fn new(
        tape: &'t Tape<F>,
        inputs: usize,
        outputs: usize,
        mut coefficient: impl FnMut(usize, usize) -> F,
    ) -> Self {
        assert!(outputs > 0, "an affine map has at least one output");
        let width = inputs.checked_add(1);
        let count = width.and_then(|width| width.checked_mul(outputs));
        assert!(
            count.is_some_and(|count| count <= MOST_VALUES),
            "an affine map of {inputs} inputs and {outputs} outputs has more coefficients than the 2²⁸ − 1 values that a \
             tape holds"
        );
        let (matrix, first) = tape.record().matrix(inputs, outputs);
        let first = Value::recorded(tape, first);
        let map = Affine {
            first,
            matrix,
            inputs,
            outputs,
        };
        for (at, leaf) in map.coefficients().values().enumerate() {
            leaf.set_data(coefficient(at / (inputs + 1), at % (inputs + 1)));
        }
        map
    }

    /// How many numbers x has.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// How many results there are.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// The coefficients, which are leaves: W row by row, and the element of b behind each row.
    pub fn coefficients(&self) -> Run<'t, F> {
        Run {
            first: self.first,
            len: (self.inputs + 1) * self.outputs,
        }
    }

    /// The results for `x`, numbers or values, with the rule applied to each.
    ///
    /// # Panics
    ///
    /// If `x` has not as many elements as the map has inputs, or one is on another tape, or its scope has ended.
    #[track_caller]
    pub fn of<X: Into<Value<'t, F>>, Op: UnaryRule>(
        &self,
        x: impl IntoIterator<Item = X, IntoIter: ExactSizeIterator + Clone>,
        rule: Op,
    ) -> Run<'t, F> {
        self.image(x.into_iter().map(Into::into), &rule, name_of_rule::<Op>())
    }

    /// The results for those of another map, without a look at each of them.
    ///
    /// # Panics
    ///
    /// As of [`of`](Affine::of).
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rules::{Neg, Relu};
    /// use monograd::tape::Affine;
    ///
    /// let tape = Tape::<f64>::new();
    /// let [first, second] = [(2, 3), (3, 1)].map(|(n, m)| Affine::new(&tape, n, m, |_, _| 1.0));
    /// let y = second.of_run(first.of([0.5, 1.5], Relu), Neg);
    /// assert_eq!(y.values().map(Value::data).collect::<Vec<_>>(), [-10.0]);
    /// ```
    #[track_caller]
    pub fn of_run<Op: UnaryRule>(&self, x: Run<'t, F>, rule: Op) -> Run<'t, F> {
        self.image_of_run(x, &rule, name_of_rule::<Op>())
    }

    /// As [`of`](Affine::of), by whichever rule, each node with the name of the operation that it is.
    #[track_caller]
    pub(crate) fn image(
        &self,
        x: impl ExactSizeIterator<Item = Value<'t, F>> + Clone,
        rule: &dyn Pointwise<F>,
        name: &'static str,
    ) -> Run<'t, F> {
        self.check(x.len());
        let tape = Value::tape_of(x.clone(), self.first.tape());
        let tape = tape.expect("coefficients are on a tape");
        let mut record = tape.record();
        record.index(self.first.address());
        let start = record.gathered.edges.end();
        for x in x {
            let (index, number) = x.operand(&record);
            record.gathered.edges.operands.push(index);
            record.gathered.edges.partials.push(number);
        }
        let first = record.image(self.matrix, (start, None), rule, name);
        self.results(tape, first)
    }

    /// As [`of_run`](Affine::of_run), by whichever rule.
    #[track_caller]
    pub(crate) fn image_of_run(
        &self,
        x: Run<'t, F>,
        rule: &dyn Pointwise<F>,
        name: &'static str,
    ) -> Run<'t, F> {
        self.check(x.len);
        let tape = Value::tape_of([x.first], self.first.tape());
        let tape = tape.expect("coefficients are on a tape");
        let mut record = tape.record();
        record.index(self.first.address());
        let run = record.index(x.first.address());
        let start = record.gathered.edges.end();
        record.push_run(run, x.len);
        let first = record.image(self.matrix, (start, Some(run)), rule, name);
        self.results(tape, first)
    }

    #[track_caller]
    fn check(&self, given: usize) {
        let inputs = self.inputs;
        assert!(
            given == inputs,
            "an affine map of {inputs} inputs was given {given}"
        );
    }

    fn results(&self, tape: &'t Tape<F>, first: Address) -> Run<'t, F> {
        Run {
            first: Value::recorded(tape, first),
            len: self.outputs,
        }
    }
}
