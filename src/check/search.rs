//! The part of a function, and of its derivatives, that first is not finite.

use super::Input;
use super::modes::Precision;
use super::non_finite::{Cause, NonFinite, What};
use super::origin::Record;
use super::parts::filled;
use super::subject::{At, Of, Subject, Sweep};
use crate::expr::{Cotangent, Inputs, Shape, name_of_input};
use crate::rows::Part;
use crate::tape::{Tape, Value};
use std::string::ToString;

pub(super) struct Search<'a, T: Subject<A>, S: Precision, const A: usize> {
    pub(super) subject: &'a T,
    pub(super) point: &'a Of<T::Inputs, S>,
}

impl<T: Subject<A>, S: Precision, const A: usize> Search<'_, T, S, A> {
    /// A part by itself.
    pub(super) fn part(&self, at: At, part: Option<Part>) -> Option<NonFinite> {
        let datum = |_: usize, number: f64| S::constant(number);
        let x = T::Inputs::refs(self.point);
        let count = T::Codomain::LEN;
        (0..count).find_map(|result| {
            let mut gradient = filled::<T::Inputs, _>(S::zero());
            let seeds = T::Codomain::from_fn(&mut |i| Cotangent::if_reached(i == result, S::one()));
            let slots = T::Inputs::slots(&mut gradient);
            let values = self
                .subject
                .pull(at, x, &datum, Sweep::AtOnce, seeds, slots);
            let (what, input) = Self::what(T::Codomain::flat(&values)[result], &gradient)?;
            Some(NonFinite {
                result: (count > 1).then_some(result),
                part,
                ..self.recorded(at, result, what, input)
            })
        })
    }

    /// What is not finite of a value and a gradient, and if it is the gradient in which input.
    fn what(value: S, gradient: &Of<T::Inputs, S>) -> Option<(What, Option<usize>)> {
        if !value.to_f64().is_finite() {
            return Some((What::Value, None));
        }
        let slope = |at: usize| T::Inputs::get(T::Inputs::refs(gradient), at).to_f64();
        let input = (0..T::Inputs::LEN).find(|&at| !slope(at).is_finite())?;
        let what = What::Derivative {
            input: Input::of::<T::Inputs>(T::NAMES, input).to_string(),
            derivative: slope(input),
        };
        Some((what, Some(input)))
    }

    /// What the operations of a part say, recorded on a tape.
    fn recorded(&self, at: At, result: usize, what: What, input: Option<usize>) -> NonFinite {
        let tape = Tape::<S>::with_names();
        let leaves = T::Inputs::from_fn(&mut |at| {
            let leaf = tape.value(T::Inputs::get(T::Inputs::refs(self.point), at));
            leaf.named(name_of_input::<T::Inputs>(T::NAMES, at))
        });
        let datum = |at: usize, number: f64| {
            let name = name_of_input::<T::Data>(&T::NAMES[T::Inputs::COUNT..], at);
            tape.value(S::constant(number)).named(name)
        };
        let results = self.subject.value(at, T::Inputs::refs(&leaves), &datum);
        let value = T::Codomain::flat(&results)[result];
        let record = Record::new(Value::trace(&[value]));
        let Some(root) = value
            .traced_place()
            .and_then(|place| record.position(place))
        else {
            return NonFinite::unknown(what);
        };
        let Some(input) = input else {
            return match record.node(root).data.is_finite() {
                true => NonFinite::unknown(what),
                false => NonFinite::of(what, &record, record.of_value(root)),
            };
        };
        let leaf = T::Inputs::get(T::Inputs::refs(&leaves), input).traced_place();
        let leaf = leaf.and_then(|place| record.position(place));
        match leaf.and_then(|leaf| record.sweep(root)[leaf].not_finite()) {
            Some((_, origin)) => NonFinite::of(what, &record, origin),
            None => NonFinite::unknown(what),
        }
    }

    /// The sum of the parts, of which each is finite, by its own driver.
    pub(super) fn sum(&self) -> Option<NonFinite> {
        let mut found = None;
        self.subject
            .drive::<S>(T::Inputs::refs(self.point), &mut |driven| {
                found = found.take().or_else(|| {
                    let (what, _) = Self::what(driven.value, &driven.gradient)?;
                    let rows = self.subject.rows();
                    Some(NonFinite {
                        part: Some(Part::Sum),
                        cause: match rows.is_some_and(|rows| rows.len == 0) {
                            true => Cause::NoRows,
                            false => Cause::Rows,
                        },
                        value: driven.value.to_f64(),
                        ..NonFinite::unknown(what)
                    })
                });
            });
        found
    }
}
