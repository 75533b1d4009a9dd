//! Where did the NaN come from?

use super::modes::Precision;
use super::origin::{Origin, Record};
use super::search::Search;
use super::subject::{At, Subject};
use crate::expr::Inputs;
use crate::rows::Part;
use crate::tape::{Data, Value};
use core::{error, fmt};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// The operation by which a value or a derivative first is not finite: what [`first_non_finite`] gives.
#[derive(Debug, Clone, PartialEq)]
pub struct NonFinite {
    /// What is not finite.
    pub what: What,
    /// Of a function with several results: the number of the result, counted from 0, of an array in the order of
    /// memory.
    pub result: Option<usize>,
    /// Of a sum over rows: in which part.
    pub part: Option<Part>,
    /// Why.
    pub cause: Cause,
    /// The operation, by the name of its method; `None` where there is none, as of an input that is not finite.
    pub operation: Option<String>,
    /// The `let` in which the operation is, with the element if it is an array: `h[1]`. `None` where it is in the
    /// expression of the result. On a tape, the first value with a name that was made of the operation.
    pub binding: Option<String>,
    /// What the operation was applied to.
    pub operands: Vec<Operand>,
    /// The value of the operation.
    pub value: f64,
}

/// What is not finite.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The value.
    Value,
    /// A derivative; the value is finite.
    Derivative {
        /// The input in which it is the derivative, by its name: `w[1][0]`.
        input: String,
        /// The derivative: an infinity, or NaN.
        derivative: f64,
    },
}

/// Why it is not finite.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Cause {
    /// An input or a piece of data is not.
    Given,
    /// The value of the operation is not, though its operands are.
    Value,
    /// The derivative of the operation in one of its operands is not, by its own rule: as that of the root at 0.
    Rule {
        /// The number of the operand, counted from 0.
        operand: usize,
        /// The derivative.
        derivative: f64,
    },
    /// The derivative of the operation is infinite, and what is pulled back to it is 0: 0 · ∞ is NaN.
    ZeroTimesInfinity {
        /// The number of the operand, counted from 0.
        operand: usize,
        /// The derivative.
        derivative: f64,
    },
    /// The derivative of the operation is finite, and so is what is pulled back to it: their product is too large.
    Product {
        /// The number of the operand, counted from 0.
        operand: usize,
        /// The derivative.
        derivative: f64,
        /// What is pulled back to the operation: the derivative of the result in its value.
        cotangent: f64,
    },
    /// All contributions to the derivative are finite, and their sum is too large.
    Contributions,
    /// Each row is finite, and so is the penalty: their sum is too large.
    Rows,
    /// It is the mean over no rows.
    NoRows,
    /// It is not known: on a tape the operations of the function give finite numbers.
    Unknown,
}

/// What an operation was applied to.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// Its name, if it is an input, a piece of data or a `let`.
    pub name: Option<String>,
    /// Its number.
    pub number: f64,
}

/// Says by which operation the value of `f` at `point`, or a derivative, first is not finite; `None` if they all are
/// finite.
///
/// `f` is anything that can be [checked](Subject). Where the value is not finite, that is looked into: back from the
/// result, by operands that are not finite, to the first operation that made such a number of finite ones. Else the
/// derivatives are: from the input, by contributions that are not finite, to the operation where those began. Of a sum
/// it is the first row of which something is not finite. For this the operations of the function, or of that row, are
/// recorded on a tape: this needs the feature `std`. The numbers are those of the point, `f64` or `f32`.
///
/// ```
/// use monograd::check::{self, Cause};
/// use monograd::prelude::*;
///
/// func! {
///     fn loss(w: [R; 2], b; x: [R; 2], y) {
///         let p: [R; 2] = (w * x).sqrt();
///         let q = p.sum() + b;
///         -y * q.ln()
///     }
/// }
/// let rows = [([1.0, 1.0], 1.0), ([2.0, 0.0], 1.0), ([1.0, 1.0], -1.0)];
/// let found = check::first_non_finite(loss.over(&rows), &([1.0, 1.0], 0.5)).expect("√0 has an infinite slope");
/// assert_eq!(
///     found.to_string(),
///     "the derivative in w[1] at row 1 is NaN: in `p[1]`, the derivative of sqrt(0.0) is inf, \
///      which further back meets 0 or the opposite infinity"
/// );
/// assert_eq!(found.cause, Cause::Rule { operand: 0, derivative: f64::INFINITY });
///
/// let found = check::first_non_finite(loss.over(&rows), &([1.0, 1.0], -2.0)).expect("ln 0");
/// assert_eq!(
///     found.to_string(),
///     "the value at row 0 is not finite: in the result, ln(q = 0.0) is -inf"
/// );
/// assert_eq!(check::first_non_finite(loss.over(&rows[..1]), &([1.0, 1.0], 0.5)), None);
/// ```
pub fn first_non_finite<F: Subject<A>, S: Precision, const A: usize>(
    f: F,
    point: &<F::Inputs as Inputs>::Of<S>,
) -> Option<NonFinite> {
    let search = Search { subject: &f, point };
    let Some(rows) = f.rows() else {
        return search.part(At::Whole, None);
    };
    let of_rows = (0..rows.len).find_map(|position| {
        let part = Part::Row(f.number(position));
        search.part(At::Row(position), Some(part))
    });
    of_rows
        .or_else(|| search.part(At::Penalty, Some(Part::Penalty)))
        .or_else(|| search.sum())
}

/// Says by which operation a value on a tape, or one of its derivatives in the leaves, first is not finite; `None` if
/// they all are finite.
///
/// ```
/// use monograd::check;
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let (x, y) = (tape.value(0.0).named("x"), tape.value(3.0).named("y"));
/// let loss = (x * x).sqrt().named("distance") * y;
/// let found = check::first_non_finite_on_tape(loss).expect("√0 has an infinite slope");
/// assert_eq!(
///     found.to_string(),
///     "the derivative in x is NaN: in `distance`, the derivative of sqrt(0.0) is inf, \
///      which further back meets 0 or the opposite infinity"
/// );
/// ```
///
/// # Panics
///
/// If the [scope](crate::Tape::scope) in which it was recorded has ended.
#[track_caller]
pub fn first_non_finite_on_tape<F: Data>(value: Value<'_, F>) -> Option<NonFinite> {
    let Some(place) = value.traced_place() else {
        return (!value.data().as_f64().is_finite()).then(|| NonFinite {
            value: value.data().as_f64(),
            cause: Cause::Given,
            ..NonFinite::unknown(What::Value)
        });
    };
    let record = Record::new(Value::trace(&[value]));
    let root = record.position(place)?;
    if !record.node(root).data.is_finite() {
        return Some(NonFinite::of(What::Value, &record, record.of_value(root)));
    }
    let swept = record.sweep(root);
    let mut leaves = (0..=root).filter(|&at| record.node(at).operation.is_none());
    let (leaf, (derivative, origin)) =
        leaves.find_map(|leaf| Some(leaf).zip(swept[leaf].not_finite()))?;
    let node = record.node(leaf);
    let name = node.name.clone();
    let what = What::Derivative {
        input: name.unwrap_or_else(|| format!("the leaf {:?}", node.data)),
        derivative,
    };
    Some(NonFinite::of(what, &record, origin))
}

impl NonFinite {
    /// It is not known by which operation.
    pub(super) fn unknown(what: What) -> Self {
        NonFinite {
            what,
            result: None,
            part: None,
            cause: Cause::Unknown,
            operation: None,
            binding: None,
            operands: Vec::new(),
            value: f64::NAN,
        }
    }

    pub(super) fn of(what: What, record: &Record, origin: Origin) -> Self {
        let Origin { node, cause } = origin;
        let (binding, operands) = (record.binding(node), record.operands(node));
        let node = record.node(node);
        let operation = node.operation.as_ref();
        NonFinite {
            operation: operation.map(|operation| operation.name.into()),
            binding: match operation {
                // A leaf by its own name.
                None => node.name.clone(),
                Some(_) => binding,
            },
            operands: match operation.and_then(|operation| operation.parameter) {
                None => operands,
                Some(parameter) => {
                    let parameter = Operand {
                        name: None,
                        number: parameter,
                    };
                    operands.into_iter().chain([parameter]).collect()
                }
            },
            value: node.data,
            cause,
            ..NonFinite::unknown(what)
        }
    }

    /// The operation, with what it was applied to, as it may have been written.
    fn call(&self) -> String {
        let name = self.operation.as_deref().unwrap_or_default();
        match (name, &self.operands[..]) {
            ("add", [x, y]) => format!("{x} + {y}"),
            ("sub", [x, y]) => format!("{x} - {y}"),
            ("mul", [x, y]) => format!("{x} * {y}"),
            ("div", [x, y]) => format!("{x} / {y}"),
            ("neg", [x]) => format!("-({x})"),
            (name, operands) => {
                const SHOWN: usize = 8;
                let shown = operands.iter().take(SHOWN).map(ToString::to_string);
                let more = (operands.len() > SHOWN).then(|| "…".into());
                let shown: Vec<String> = shown.chain(more).collect();
                format!("{name}({})", shown.join(", "))
            }
        }
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} = {:?}", self.number),
            None => write!(f, "{:?}", self.number),
        }
    }
}

impl fmt::Display for NonFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.what, self.result) {
            (What::Value, None) => f.write_str("the value")?,
            (What::Value, Some(result)) => write!(f, "result {result}")?,
            (What::Derivative { input, .. }, None) => write!(f, "the derivative in {input}")?,
            (What::Derivative { input, .. }, Some(result)) => {
                write!(f, "the derivative of result {result} in {input}")?;
            }
        }
        if let Some(part) = self.part {
            write!(f, " {part}")?;
        }
        match self.what {
            What::Value => f.write_str(" is not finite: ")?,
            What::Derivative { derivative, .. } => write!(f, " is {derivative:?}: ")?,
        }
        let call = self.call();
        if self.operation.is_some() {
            match &self.binding {
                Some(name) => write!(f, "in `{name}`, ")?,
                None => f.write_str("in the result, ")?,
            }
        }
        match self.cause {
            Cause::Given => {
                let name = self.binding.as_deref().unwrap_or("what it was given");
                write!(f, "{name} is {:?} itself", self.value)
            }
            Cause::Value => write!(f, "{call} is {:?}", self.value),
            Cause::Rule {
                operand,
                derivative,
            } => {
                write!(f, "the derivative of {call}")?;
                self.in_operand(f, operand)?;
                write!(f, " is {derivative:?}")?;
                match self.what {
                    What::Derivative {
                        derivative: all, ..
                    } if all.is_nan() && !derivative.is_nan() => {
                        f.write_str(", which further back meets 0 or the opposite infinity")
                    }
                    _ => Ok(()),
                }
            }
            Cause::ZeroTimesInfinity {
                operand,
                derivative,
            } => {
                write!(f, "the derivative of {call}")?;
                self.in_operand(f, operand)?;
                write!(
                    f,
                    " is {derivative:?}, and what is pulled back to it is 0: 0 · ∞ is NaN"
                )
            }
            Cause::Product {
                operand,
                derivative,
                cotangent,
            } => {
                write!(f, "the derivative of {call}")?;
                self.in_operand(f, operand)?;
                write!(
                    f,
                    " is {derivative:?}, which times {cotangent:?}, pulled back to it, is too large"
                )
            }
            Cause::Contributions => f.write_str(
                "all that is pulled back to it is finite, and the sum of that is too large",
            ),
            Cause::Rows => f.write_str("each row is finite, and the penalty, but not their sum"),
            Cause::NoRows => f.write_str("it is the mean over no rows"),
            Cause::Unknown => f.write_str("the operations by themselves are finite there"),
        }
    }
}

impl NonFinite {
    /// Which operand it is, if there are several.
    fn in_operand(&self, f: &mut fmt::Formatter<'_>, operand: usize) -> fmt::Result {
        match (self.operands.len(), self.operands.get(operand)) {
            (
                2..,
                Some(Operand {
                    name: Some(name), ..
                }),
            ) => write!(f, " in {name}"),
            (2.., _) => write!(f, " in operand {operand}"),
            _ => Ok(()),
        }
    }
}

impl error::Error for NonFinite {}
