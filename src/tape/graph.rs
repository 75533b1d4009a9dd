//! What a value is made of, and what it is called.

use super::gathered::{Entry, Made};
use super::node::NOWHERE;
use super::record::Record;
use super::value::Value;
use super::{Data, Tape};
use crate::rules::rows;
use crate::scalar::Row;
use std::collections::BTreeMap;

impl<'t, F: Data> Value<'t, F> {
    /// The same value, with a name: micrograd's `label`, which its picture shows.
    ///
    /// A constant has none. A name that was given before is replaced.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let a = tape.value(2.0).named("a");
    /// assert_eq!(a.name().as_deref(), Some("a"));
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn named(self, name: impl Into<String>) -> Self {
        if let Ok((mut record, index)) = self.open() {
            record.names.insert(index, name.into());
        }
        self
    }

    /// The name it was given.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert_eq!(Tape::new().value(2.0).name(), None);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn name(self) -> Option<String> {
        let (record, index) = self.open().ok()?;
        record.names.get(&index).cloned()
    }

    /// The operation it is the result of, as micrograd's `_op` has it: `+`, `*`, `**2`, `tanh`, `ReLU`, the name
    /// of a static function; `None` of a leaf and of a constant.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let a = tape.value(2.0);
    /// assert_eq!((a * 3.0).operation().as_deref(), Some("*"));
    /// assert_eq!(a.powi(3).operation().as_deref(), Some("**3"));
    /// assert_eq!(a.operation(), None);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn operation(self) -> Option<String> {
        let (record, index) = self.open().ok()?;
        record.operation(index).map(|operation| operation.label())
    }

    /// What it was made of, micrograd's `_prev`: the operands in order, among them numbers as constants; none of
    /// a leaf and of a constant.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let a = tape.value(2.0);
    /// let b = a * 3.0;
    /// assert_eq!(b.operands().map(Value::data).collect::<Vec<_>>(), [2.0, 3.0]);
    /// assert_eq!(a.operands().count(), 0);
    /// ```
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn operands(self) -> impl Iterator<Item = Value<'t, F>> {
        let mut operands = Vec::new();
        if let (Ok((record, index)), Some(tape)) = (self.open(), self.tape()) {
            record.each_operand(index, |place, number| {
                operands.push(match place {
                    NOWHERE => Value::number(number),
                    place => Value::recorded(tape, record.address_of(place)),
                });
            });
        }
        operands.into_iter()
    }
}

/// A node of a graph, as it is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Traced {
    /// Its place on the tape.
    pub(crate) place: u32,
    pub(crate) data: f64,
    pub(crate) grad: f64,
    pub(crate) name: Option<String>,
    pub(crate) operation: Option<OperationName>,
    pub(crate) operands: Vec<TracedOperand>,
    /// The derivative in each of them; of a number any.
    pub(crate) partials: Vec<f64>,
    /// Whether nothing is pulled back through it.
    pub(crate) stops: bool,
    /// The first and the number of the results of an affine map that it is one of.
    #[cfg(feature = "draw")]
    pub(crate) group: Option<(u32, u32)>,
}

/// An operand of a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum TracedOperand {
    Place(u32),
    Number(f64),
}

impl<'t, F: Data> Value<'t, F> {
    /// All that the values were made of, and they themselves, operands before what is made of them.
    #[track_caller]
    pub(crate) fn trace(roots: &[Self]) -> Vec<Traced> {
        let Some(tape) = Value::tape_of(roots.iter().copied(), None) else {
            return Vec::new();
        };
        let places = roots.iter().filter_map(|root| {
            let (_, place) = root.open().ok()?;
            Some(place)
        });
        let mut waiting: Vec<u32> = places.collect();
        let mut found = BTreeMap::new();
        let mut record = tape.record();
        while let Some(place) = waiting.pop() {
            if found.contains_key(&place) {
                continue;
            }
            let (mut operands, mut partials) = (Vec::new(), Vec::new());
            record.each_edge(place, |operand, number, partial| {
                partials.push(partial.as_f64());
                operands.push(match operand {
                    NOWHERE => TracedOperand::Number(number.as_f64()),
                    operand => {
                        waiting.push(operand);
                        TracedOperand::Place(operand)
                    }
                });
            });
            record.note_read(place);
            let traced = Traced {
                place,
                data: record.data(place).as_f64(),
                grad: record.read_grad(place).as_f64(),
                name: record.names.get(&place).cloned(),
                operation: record.operation(place),
                operands,
                partials,
                stops: record.owned.stops(place),
                #[cfg(feature = "draw")]
                group: record.group_of(place),
            };
            found.insert(place, traced);
        }
        found.into_values().collect()
    }

    /// The place on the tape by which a trace knows the value; `None` of a constant.
    pub(crate) fn traced_place(self) -> Option<u32> {
        let (_, place) = self.open().ok()?;
        Some(place)
    }
}

impl<F: Data> Tape<F> {
    /// A tape on which the `let`s of functions give their values names.
    pub(crate) fn with_names() -> Self {
        let tape = Tape::new();
        tape.record().names_lets = true;
        tape
    }
}

/// The operation that made a node.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OperationName {
    /// The name, as of the method or the function.
    pub(crate) name: &'static str,
    /// The exponent of a power.
    pub(crate) parameter: Option<f64>,
}

impl OperationName {
    /// As micrograd has it.
    pub(crate) fn label(&self) -> String {
        match (self.name, self.parameter) {
            ("add", _) => "+".into(),
            ("sub" | "neg", _) => "-".into(),
            ("mul", _) => "*".into(),
            ("div", _) => "/".into(),
            ("pow", _) => "**".into(),
            ("powi" | "powf", Some(exponent)) => format!("**{exponent}"),
            ("square", _) => "**2".into(),
            ("relu", _) => "ReLU".into(),
            (name, _) => name.into(),
        }
    }
}

impl<F: Data> Record<F> {
    pub(super) fn operation(&self, index: u32) -> Option<OperationName> {
        let node = &self.nodes()[index as usize];
        if node.is_leaf() {
            return None;
        }
        let name = if node.is_gathered() {
            match self.gathered.entry(index) {
                Entry::Node {
                    made: Made::Row(row),
                    ..
                } => rows::name(*row).unwrap_or_default(),
                Entry::Node {
                    made: Made::Own(name),
                    ..
                } => name,
                Entry::Image(image) => image.name,
            }
        } else if node.row() == Row::NONE {
            self.owned.get(index).map_or("", |own| own.name)
        } else {
            rows::name(node.row()).unwrap_or_default()
        };
        let has_parameter = matches!(name, "powi" | "powf");
        let parameter = has_parameter.then(|| node.partials()[1].as_f64());
        Some(OperationName { name, parameter })
    }

    /// The first and the number of the results that were recorded at once with the node.
    #[cfg(feature = "draw")]
    fn group_of(&self, index: u32) -> Option<(u32, u32)> {
        if !self.nodes()[index as usize].is_gathered() {
            return None;
        }
        match self.gathered.entry(index) {
            Entry::Image(image) => Some((image.first, image.outputs)),
            Entry::Node { .. } => None,
        }
    }
}
