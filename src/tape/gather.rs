//! Operations on as many values as there are.

use super::Data;
use super::gathered::Made;
use super::node::NOWHERE;
use super::room::Room;
use super::value::Value;

impl<'t, F: Data> Value<'t, F> {
    /// An operation of your own on as many values as there are, recorded as one node.
    ///
    /// `values` gives its operands whenever it is called. `function` gives the result from their numbers, and writes
    /// the derivative in each to the second slice. A derivative that is −0 says that the operand takes no part, so
    /// that it contributes nothing even where what comes after is infinitely steep; one that is +0 is a number like
    /// another. A recording calls the function again at other numbers.
    ///
    /// What has a static function needs no derivative by hand: [`on_slice`](crate::OnTape::on_slice).
    ///
    /// # Panics
    ///
    /// If the values are on different tapes, or the [scope](crate::Tape::scope) of one has ended.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = [3.0, 4.0].map(|x| tape.value(x));
    /// let norm = Value::gather("norm", || x, |x, partials| {
    ///     let norm = x.iter().map(|x| x * x).sum::<f64>().sqrt();
    ///     partials.iter_mut().zip(x).for_each(|(partial, x)| *partial = x / norm);
    ///     norm
    /// });
    /// norm.backward();
    /// assert_eq!((norm.data(), x.map(Value::grad)), (5.0, [0.6, 0.8]));
    /// ```
    #[track_caller]
    pub fn gather<I: IntoIterator<Item = Self>>(
        name: &'static str,
        values: impl Fn() -> I,
        function: impl Fn(&[F], &mut [F]) -> F + Send + 'static,
    ) -> Self {
        let Some(tape) = Value::tape_of(values(), None) else {
            let numbers: Vec<F> = values().into_iter().map(Value::look).collect();
            let mut partials = numbers.clone();
            return Value::number(function(&numbers, &mut partials));
        };
        // Nothing holds the record while the values are asked for: they ask it too.
        let mut room = core::mem::replace(&mut tape.record().room, Room::new());
        room.clear();
        for value in values() {
            let (index, number) = value.operand(&tape.record());
            room.operands.push((index, number));
            room.numbers.push(number);
        }
        room.partials.resize(room.numbers.len(), F::zero());
        let data = function(&room.numbers, &mut room.partials);

        let mut record = tape.record();
        let address = record.gather(Made::Own(name), data, |edges| {
            for (&(index, number), &partial) in room.operands.iter().zip(&room.partials) {
                let is_number = index == NOWHERE;
                edges.operands.push(index);
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
                .push(address.index(), name, 0, false, Some(again));
        }
        Value::recorded(tape, address)
    }
}
