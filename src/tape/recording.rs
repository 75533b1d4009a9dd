//! Record once, replay many times.

use super::decision::{Decision, Seen};
use super::gathered::{Entry, Made};
use super::node::{NOWHERE, Node};
use super::record::Record;
use super::replay_error::ReplayError;
use super::value::Value;
use super::{Data, Tape};
use crate::rules::rows;
use core::ptr;

/// A recorded graph, to be evaluated again at other inputs without being built again.
///
/// What was recorded is the path that the program took. Every comparison of values on that path is kept, and
/// every question (`is_nan`): where one would be answered otherwise at the new inputs, the program could have
/// taken another path, and the replay is a [`ReplayError`], never a wrong number. So it is where the program read
/// a value's [`data`](Value::data) or printed it, to do with it what the graph cannot know, and that number would be
/// another. A replay computes no gradients but that of the result, and sets no data: a program that read a
/// [`grad`](Value::grad) is replayed only at the inputs at which it was recorded, and one that
/// [set](Value::set_data) an input nowhere. Operations that choose by themselves, `relu`, `min`, `clamp`, are no comparisons: they choose anew.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::tape::Recording;
///
/// /// √a by Newton's method, until it does not move: how often depends on a.
/// fn root<'t>(a: Value<'t, f64>) -> Value<'t, f64> {
///     let mut x = a;
///     loop {
///         let next = 0.5 * (x + a / x);
///         if next >= x {
///             return x;
///         }
///         x = next;
///     }
/// }
///
/// let mut recording = Recording::new(&[2.0], |x| root(x[0]));
/// let mut slope = [0.0];
/// let value = recording.value_and_gradient(&[2.1], &mut slope)?;
/// assert!((value - 2.1_f64.sqrt()).abs() < 1e-15);
/// assert!((slope[0] - 0.5 / 2.1_f64.sqrt()).abs() < 1e-15);
///
/// // Of 2000 it takes more steps.
/// let error = recording.value(&[2000.0]).unwrap_err();
/// assert!(error.to_string().contains("would be decided otherwise"));
/// # Ok::<(), monograd::tape::ReplayError>(())
/// ```
#[derive(Debug)]
pub struct Recording<F: Data> {
    record: Record<F>,
    /// At what it was recorded.
    inputs: Vec<F>,
    /// The place of the result; nowhere if it is a constant.
    result: u32,
    constant: F,
    grads: Vec<F>,
    /// Room for the operands of a node.
    numbers: Vec<F>,
}

impl<F: Data> Recording<F> {
    /// Records `function` at `inputs`.
    ///
    /// # Panics
    ///
    /// If its result is on another tape.
    ///
    /// ```should_panic
    /// # use monograd::{prelude::*, tape::Recording};
    /// let other: &'static Tape<f64> = Box::leak(Box::new(Tape::new()));
    /// Recording::new(&[2.0], |_| other.value(3.0)); // the result of a recording is on another tape
    /// ```
    #[track_caller]
    pub fn new(
        inputs: &[F],
        function: impl for<'t> FnOnce(&[Value<'t, F>]) -> Value<'t, F>,
    ) -> Self {
        let tape = Tape::new();
        tape.record().decisions = Some(Vec::new());
        let leaves: Vec<_> = inputs.iter().map(|&input| tape.value(input)).collect();
        let result = function(&leaves);
        let (result, constant) = match (result.tape(), result.open()) {
            (Some(other), _) if !ptr::eq(other, &tape) => {
                panic!("the result of a recording is on another tape than its inputs")
            }
            (_, Ok((_, index))) => (index, F::zero()),
            (_, Err(constant)) => (NOWHERE, constant),
        };
        drop(leaves);
        Recording {
            record: tape.record.0.into_inner(),
            inputs: inputs.to_vec(),
            result,
            constant,
            grads: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// How many operations are recorded.
    ///
    /// ```
    /// # use monograd::tape::Recording;
    /// assert_eq!(Recording::new(&[2.0, 3.0], |x| x[0] * x[1] + 1.0).len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.record.nodes().len() - self.inputs.len()
    }

    /// Whether no operation is.
    ///
    /// ```
    /// # use monograd::tape::Recording;
    /// assert!(Recording::new(&[2.0], |x| x[0]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value at other inputs.
    ///
    /// # Errors
    ///
    /// If the program might have taken another path there, or there are not as many inputs.
    ///
    /// ```
    /// # use monograd::tape::Recording;
    /// let mut product = Recording::new(&[2.0, 3.0], |x| x[0] * x[1]);
    /// assert_eq!(product.value(&[4.0, 5.0]), Ok(20.0));
    /// assert!(product.value(&[4.0]).is_err());
    /// ```
    pub fn value(&mut self, inputs: &[F]) -> Result<F, ReplayError> {
        self.check_length(inputs.len())?;
        self.replay(inputs);
        self.check(inputs)?;
        Ok(match self.result {
            NOWHERE => self.constant,
            result => self.record.data(result),
        })
    }

    /// The value at other inputs, and the gradient.
    ///
    /// # Errors
    ///
    /// If the program might have taken another path there, or there are not as many inputs, or places for the
    /// gradient; nothing is written then.
    ///
    /// ```
    /// # use monograd::tape::Recording;
    /// let mut product = Recording::new(&[2.0, 3.0], |x| x[0] * x[1]);
    /// let mut gradient = [0.0; 2];
    /// assert_eq!(product.value_and_gradient(&[4.0, 5.0], &mut gradient), Ok(20.0));
    /// assert_eq!(gradient, [5.0, 4.0]);
    /// ```
    pub fn value_and_gradient(
        &mut self,
        inputs: &[F],
        gradient: &mut [F],
    ) -> Result<F, ReplayError> {
        self.check_length(gradient.len())?;
        let value = self.value(inputs)?;
        self.grads.clear();
        self.grads.resize(self.inputs.len(), F::zero());
        if self.result != NOWHERE {
            let seed = (self.result, F::one());
            self.record.sweep(&[seed], &mut self.grads);
        }
        gradient.copy_from_slice(&self.grads[..gradient.len()]);
        Ok(value)
    }

    fn check_length(&self, given: usize) -> Result<(), ReplayError> {
        let recorded = self.inputs.len();
        if given == recorded {
            Ok(())
        } else {
            Err(ReplayError::Length { recorded, given })
        }
    }

    /// Evaluates all nodes again.
    fn replay(&mut self, inputs: &[F]) {
        for (index, &input) in inputs.iter().enumerate() {
            self.record.set_node(index as u32, Node::leaf(input));
        }
        for index in inputs.len()..self.record.nodes().len() {
            let index = index as u32;
            let node = self.record.nodes()[index as usize];
            let node = if node.is_gathered() {
                self.replay_gathered(index)
            } else {
                self.replay_node(index, node)
            };
            self.record.set_node(index, node);
        }
    }

    fn replay_node(&self, index: u32, node: Node<F>) -> Node<F> {
        let (row, operands, old) = (node.row(), node.operands(), node.partials());
        let number = |at: usize| match operands[at] {
            NOWHERE => old[at],
            place => self.record.data(place),
        };
        let own = self.record.owned.get(index);
        if let Some(again) = own.and_then(|own| own.again.as_ref()) {
            let mut partials = old;
            let numbers = [number(0), number(1)];
            let operands_of_own = own.map_or(2, |own| own.operands);
            let data = again(
                &numbers[..operands_of_own],
                &mut partials[..operands_of_own],
            );
            return Node::new(row, data, operands, kept(operands, partials, old));
        }
        if let Some((data, partial)) = rows::evaluate_unary(row, number(0)) {
            return Node::new(row, data, operands, [partial, old[1]]);
        }
        let (data, partials) = rows::evaluate_binary(row, number(0), number(1))
            .expect("an operation is a row or keeps how it is evaluated");
        Node::new(row, data, operands, kept(operands, partials, old))
    }

    fn replay_gathered(&mut self, index: u32) -> Node<F> {
        let Entry::Node { edges, made, .. } = self.record.gathered.entry(index) else {
            unreachable!("affine maps are on a tape of their own")
        };
        let (edges, made) = (edges.clone(), *made);
        self.numbers.clear();
        let record = &self.record;
        let (places, old) = record.gathered.edges.get(&edges);
        let numbers = places.iter().zip(old).map(|(&place, &number)| match place {
            NOWHERE => number,
            place => record.data(place),
        });
        self.numbers.extend(numbers);

        let count = self.numbers.len();
        self.numbers.resize(2 * count, F::zero());
        let (numbers, partials) = self.numbers.split_at_mut(count);
        let data = match made {
            Made::Own(_) => {
                let own = record.owned.get(index);
                let again = own.and_then(|own| own.again.as_ref());
                again.expect("a recording keeps it")(numbers, partials)
            }
            Made::Row(row) => {
                let numbers = core::array::from_fn(|i| numbers[i]);
                let (data, slopes) = rows::evaluate_ternary(row, numbers)
                    .expect("the operations on three numbers are rows");
                partials.copy_from_slice(&slopes);
                data
            }
        };
        self.record.gathered.edges.set_partials(&edges, partials);
        Node::gathered(data, F::zero())
    }

    /// Whether all was decided as it would be now.
    fn check(&self, inputs: &[F]) -> Result<(), ReplayError> {
        let decisions = self.record.decisions.as_deref().unwrap_or_default();
        let mut number = 0;
        for decision in decisions {
            match *decision {
                Decision::Compared(relation, seen, outcome) => {
                    let [left, right] = seen.map(|seen| match seen {
                        Seen::Node(index) => self.record.data(index),
                        Seen::Number(number) => number,
                    });
                    if relation.of(left, right) != outcome {
                        return Err(ReplayError::Compared {
                            number,
                            left: left.as_f64(),
                            right: right.as_f64(),
                        });
                    }
                    number += 1;
                }
                Decision::Asked(question, index, answer) => {
                    let data = self.record.data(index);
                    if question(data) != answer {
                        let data = data.as_f64();
                        return Err(ReplayError::Asked { number, data });
                    }
                    number += 1;
                }
                Decision::Read(index, recorded) => {
                    let now = self.record.data(index);
                    if !now.is_same(recorded) {
                        return Err(ReplayError::Read {
                            recorded: recorded.as_f64(),
                            now: now.as_f64(),
                        });
                    }
                }
                Decision::Gradient(recorded) => {
                    let mut pairs = inputs.iter().zip(&self.inputs);
                    if !pairs.all(|(&now, &recorded)| now.is_same(recorded)) {
                        let recorded = recorded.as_f64();
                        return Err(ReplayError::Gradient { recorded });
                    }
                }
                Decision::Set(data) => {
                    let data = data.as_f64();
                    return Err(ReplayError::Set { data });
                }
            }
        }
        Ok(())
    }
}

/// The new partials, but for numbers that stand in the places of theirs.
fn kept<F: Data>(operands: [u32; 2], new: [F; 2], old: [F; 2]) -> [F; 2] {
    core::array::from_fn(|at| {
        if operands[at] == NOWHERE {
            old[at]
        } else {
            new[at]
        }
    })
}
