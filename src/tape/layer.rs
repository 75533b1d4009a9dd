//! A layer of a network on a tape: its parameters, and its outputs for an input.

use super::gathered::Made;
use super::handle::Place;
use super::node::NOWHERE;
use super::room::Room;
use super::value::Value;
use super::{Data, Tape};
use crate::scalar::UnaryRule;

/// The parameters of a layer, which are leaves: for each output its weights, then its bias.
#[derive(Debug)]
pub(crate) struct LayerParameters<'t, F: Data> {
    /// The first of them; the others follow.
    first: Value<'t, F>,
    layer: u32,
    inputs: usize,
    outputs: usize,
}

/// Values that stand one after the other on a tape.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run<'t, F: Data> {
    first: Value<'t, F>,
    len: usize,
}

impl<'t, F: Data> Run<'t, F> {
    pub(crate) fn values(self) -> impl Iterator<Item = Value<'t, F>> {
        (0..self.len as u32).map(move |at| self.first.after(at))
    }

    /// Sets the gradients to zero.
    #[track_caller]
    pub(crate) fn zero_grad(self) {
        if let Ok((mut record, first)) = self.first.open() {
            record.clear_grads(first, self.len);
        }
    }
}

impl<'t, F: Data> LayerParameters<'t, F> {
    /// The parameters of a layer, each as `parameter` gives it: those of a neuron after the other, weights before
    /// the bias.
    pub(crate) fn new(
        tape: &'t Tape<F>,
        inputs: usize,
        outputs: usize,
        mut parameter: impl FnMut(usize) -> F,
    ) -> Self {
        let mut record = tape.record();
        let (layer, first) = record.layer(inputs, outputs);
        for at in 0..(inputs + 1) * outputs {
            record.set_data(first.index() + at as u32, parameter(at % (inputs + 1)));
        }
        drop(record);
        LayerParameters {
            first: Value::recorded(tape, first),
            layer,
            inputs,
            outputs,
        }
    }

    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    fn outputs_from(&self, tape: &'t Tape<F>, first: Place) -> Run<'t, F> {
        Run {
            first: Value::recorded(tape, first),
            len: self.outputs,
        }
    }

    #[track_caller]
    pub(crate) fn all(&self) -> Run<'t, F> {
        Run {
            first: self.first,
            len: (self.inputs + 1) * self.outputs,
        }
    }

    /// The outputs for the inputs `x`: a node each, named `name`.
    ///
    /// # Panics
    ///
    /// If there are not as many as the layer has inputs, or one is on another tape, or its scope has ended.
    #[track_caller]
    pub(crate) fn forward<Op: UnaryRule>(
        &self,
        x: impl ExactSizeIterator<Item = Value<'t, F>> + Clone,
        activation: Op,
        name: &'static str,
    ) -> Run<'t, F> {
        assert_eq!(
            x.len(),
            self.inputs,
            "a neuron takes as many inputs as it has weights"
        );
        let tape = Value::tape_of(x.clone(), self.first.tape());
        let tape = tape.expect("parameters are on a tape");
        let mut record = tape.record();
        record.index(self.first.place());
        let edges = record.gathered.end();
        for x in x {
            let (place, number) = x.operand(&record);
            record.gathered.operands.push(place);
            record.gathered.partials.push(number);
        }
        let first = record.dense(self.layer, (edges, None), activation, name);
        self.outputs_from(tape, first)
    }

    /// The same for inputs that stand one after the other.
    #[track_caller]
    pub(crate) fn forward_run<Op: UnaryRule>(
        &self,
        x: Run<'t, F>,
        activation: Op,
        name: &'static str,
    ) -> Run<'t, F> {
        let tape = self.first.tape().expect("parameters are on a tape");
        let mut record = tape.record();
        record.index(self.first.place());
        let start = record.index(x.first.place());
        let edges = record.gathered.end();
        record.push_run(start, x.len);
        let first = record.dense(self.layer, (edges, Some(start)), activation, name);
        self.outputs_from(tape, first)
    }
}

impl<'t, F: Data> Value<'t, F> {
    /// One node that is made of all the values: `function` gives its number from theirs, and writes its partials
    /// in them, zeros as [`structure`](crate::rules::structure) has them.
    #[track_caller]
    pub(crate) fn gather<I: Iterator<Item = Self>>(
        name: &'static str,
        values: impl Fn() -> I,
        function: impl Fn(&[F], &mut [F]) -> F + Send + 'static,
    ) -> Self {
        let Some(tape) = Value::tape_of(values(), None) else {
            let numbers: Vec<F> = values().map(Value::look).collect();
            let mut partials = numbers.clone();
            return Value::number(function(&numbers, &mut partials));
        };
        // Nothing holds the record while the values are asked for: they ask it too.
        let mut room = core::mem::replace(&mut tape.record().room, Room::new());
        room.clear();
        for value in values() {
            let (place, number) = value.operand(&tape.record());
            room.operands.push((place, number));
            room.numbers.push(number);
        }
        room.partials.resize(room.numbers.len(), F::zero());
        let data = function(&room.numbers, &mut room.partials);

        let mut record = tape.record();
        let place = record.gather(Made::Own(name), data, |edges| {
            for (&(place, number), &partial) in room.operands.iter().zip(&room.partials) {
                let is_number = place == NOWHERE;
                edges.operands.push(place);
                edges
                    .partials
                    .push(if is_number { number } else { partial });
            }
        });
        record.room = room;
        if record.decisions.is_some() {
            let again = Box::new(function);
            record
                .owned
                .push(place.index(), name, 0, false, Some(again));
        }
        Value::recorded(tape, place)
    }
}
