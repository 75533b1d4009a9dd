//! Functions as they would be written.

use super::graph::{Node, Untangled, symbols, untangled};
use crate::expr::{AnyFunction, Closed, name_of};
use crate::tape::{Tape, Value};
use core::fmt;
use std::collections::BTreeMap;

/// A static function as a formula: a line for each `let`, and one for the result.
///
/// It is what the function evaluates to: [`Display`](fmt::Display) writes it plainly, [`latex`](Formula::latex) for a
/// page. Of a `select` it shows the side that is taken where all inputs are 1. What is computed once and used more than
/// once, and has no name, is given one.
///
/// ```
/// use monograd::draw::Formula;
/// use monograd::prelude::*;
///
/// func! {
///     fn rosenbrock(x, y) {
///         let a = 1.0 - x;
///         let b = y - x * x;
///         a * a + 100.0 * b * b
///     }
///     fn gaussian(x, mu, sigma) { (-((x - mu) / sigma).square() / 2).exp() / sigma }
/// }
/// assert_eq!(
///     Formula::of(rosenbrock).to_string(),
///     "a = 1 - x\nb = y - x * x\nrosenbrock(x, y) = a * a + 100 * b * b"
/// );
/// assert_eq!(
///     Formula::of(gaussian).latex(),
///     r"\mathrm{gaussian}(x, \mu, \sigma) = \frac{e^{\frac{-\left(\frac{x - \mu}{\sigma}\right)^{2}}{2}}}{\sigma}"
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Formula {
    nodes: Vec<Node>,
    /// The names of the nodes that have one.
    names: Vec<Option<String>>,
    function: String,
    inputs: Vec<String>,
    results: Vec<usize>,
    is_vector: bool,
}

impl Formula {
    /// The formula of a static function. `A` is the number of its arguments, which the compiler finds.
    pub fn of<const A: usize, G: AnyFunction<A>>(function: G) -> Self {
        Self::of_definition(function.definition())
    }

    fn of_definition<G: Closed>(function: G) -> Self {
        let tape = Tape::<f64>::with_names();
        let values = symbols(function, &tape);
        let Untangled { mut nodes, places } = untangled(&Value::trace(&values));
        // A result that is a number, of which the trace knows nothing, is a node of its own.
        let results = values.iter().map(|value| match value.traced_place() {
            Some(place) => places[&place],
            None => {
                nodes.push(Node::leaf(value.data()));
                nodes.len() - 1
            }
        });
        let results: Vec<usize> = results.collect();

        let mut uses = vec![0; nodes.len()];
        for node in &nodes {
            for &operand in &node.operands {
                uses[operand] += 1;
            }
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut temporaries = 0;
        let names = nodes.iter().zip(uses).map(|(node, uses)| {
            if !node.name.is_empty() {
                let times = seen.entry(node.name.clone()).or_default();
                let name = format!("{}{}", node.name, "'".repeat(*times));
                *times += 1;
                Some(name)
            } else if node.operation.is_some() && uses > 1 {
                temporaries += 1;
                Some(format!("t{temporaries}"))
            } else {
                None
            }
        });
        Formula {
            names: names.collect(),
            nodes,
            function: name_of::<G>().into(),
            inputs: G::NAMES.iter().map(|&name| name.into()).collect(),
            is_vector: values.len() > 1,
            results,
        }
    }

    /// The formula in LaTeX, for mathematics mode: one equation, or several aligned ones.
    pub fn latex(&self) -> String {
        let lines = self.lines(&Latex);
        let inputs: Vec<String> = self.inputs.iter().map(|input| Latex.name(input)).collect();
        let left = format!("{}({})", Latex.name(&self.function), inputs.join(", "));
        let result = self.result(&Latex);
        if lines.is_empty() {
            return format!("{left} = {result}");
        }
        let lines = lines.into_iter().chain([(left, result)]);
        let lines: Vec<String> = lines
            .map(|(left, right)| format!("{left} &= {right}"))
            .collect();
        format!(
            "\\begin{{aligned}}\n{}\n\\end{{aligned}}",
            lines.join(" \\\\\n")
        )
    }

    /// The lines of the `let`s: the name and what it is.
    fn lines(&self, style: &dyn Style) -> Vec<(String, String)> {
        let named = self.names.iter().enumerate().filter_map(|(i, name)| {
            let name = name.as_ref()?;
            self.nodes[i].operation.as_ref()?;
            Some((style.name(name), self.body(i, style).text))
        });
        named.collect()
    }

    fn result(&self, style: &dyn Style) -> String {
        let results = self
            .results
            .iter()
            .map(|&result| self.term(result, style).text);
        let results: Vec<String> = results.collect();
        match &results[..] {
            [result] if !self.is_vector => result.clone(),
            results => format!("[{}]", results.join(", ")),
        }
    }

    /// A node by its name, or what it is.
    fn term(&self, node: usize, style: &dyn Style) -> Term {
        match &self.names[node] {
            Some(name) => Term::atom(style.name(name)),
            None => self.body(node, style),
        }
    }

    /// What a node is.
    fn body(&self, node: usize, style: &dyn Style) -> Term {
        let node = &self.nodes[node];
        let Some(operation) = &node.operation else {
            let number = node.data.to_string();
            return match node.data.is_sign_negative() {
                true => Term::new(number, Binds::Product),
                false => Term::atom(number),
            };
        };
        let operands = node.operands.iter();
        let operands: Vec<Term> = operands.map(|&operand| self.term(operand, style)).collect();
        match (operation.name, &operands[..]) {
            ("add", [x, y]) => {
                let (x, y) = (&x.text, y.after_sign(style, Binds::Sum));
                Term::new(format!("{x} + {y}"), Binds::Sum)
            }
            ("sub", [x, y]) => {
                let (x, y) = (&x.text, y.after_sign(style, Binds::Product));
                Term::new(format!("{x} - {y}"), Binds::Sum)
            }
            ("mul", [x, y]) => style.product(x, y),
            ("div", [x, y]) => style.quotient(x, y),
            ("neg", [x]) => {
                let x = x.after_sign(style, Binds::Product);
                Term::new(format!("-{x}"), Binds::Product)
            }
            ("recip", [x]) => style.quotient(&Term::atom("1".into()), x),
            ("square", [x]) => style.power(x, "2"),
            ("powi" | "powf", [x]) => {
                let exponent = operation.parameter.unwrap_or(1.0).to_string();
                style.power(x, &exponent)
            }
            ("pow", [x, y]) => style.power(x, &y.text),
            (name, operands) => {
                let operands: Vec<&str> =
                    operands.iter().map(|operand| &operand.text[..]).collect();
                style.call(name, &operands)
            }
        }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, body) in self.lines(&Plain) {
            writeln!(f, "{name} = {body}")?;
        }
        let (inputs, result) = (self.inputs.join(", "), self.result(&Plain));
        write!(f, "{}({inputs}) = {result}", self.function)
    }
}

/// How tightly the outermost operation of a text binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Sum,
    Product,
    Power,
    Atom,
}

/// A text, and how tightly it binds.
#[derive(Debug, Clone)]
struct Term {
    text: String,
    binds: Binds,
}

impl Term {
    fn new(text: String, binds: Binds) -> Self {
        Term { text, binds }
    }

    fn atom(text: String) -> Self {
        Term::new(text, Binds::Atom)
    }

    /// The text, in parentheses if it binds less than that.
    fn at_least(&self, style: &dyn Style, binds: Binds) -> String {
        if self.binds < binds {
            style.parentheses(&self.text)
        } else {
            self.text.clone()
        }
    }

    /// The same behind a sign, where another sign cannot stand.
    fn after_sign(&self, style: &dyn Style, binds: Binds) -> String {
        if self.text.starts_with('-') {
            style.parentheses(&self.text)
        } else {
            self.at_least(style, binds)
        }
    }
}

/// How a formula is written.
trait Style {
    fn name(&self, name: &str) -> String;
    fn parentheses(&self, text: &str) -> String;
    fn product(&self, x: &Term, y: &Term) -> Term;
    fn quotient(&self, x: &Term, y: &Term) -> Term;
    fn power(&self, x: &Term, exponent: &str) -> Term;
    fn call(&self, name: &str, operands: &[&str]) -> Term;
}

struct Plain;

impl Style for Plain {
    fn name(&self, name: &str) -> String {
        name.into()
    }
    fn parentheses(&self, text: &str) -> String {
        format!("({text})")
    }
    fn product(&self, x: &Term, y: &Term) -> Term {
        let x = x.at_least(self, Binds::Product);
        let y = y.after_sign(self, Binds::Product);
        Term::new(format!("{x} * {y}"), Binds::Product)
    }
    fn quotient(&self, x: &Term, y: &Term) -> Term {
        let x = x.at_least(self, Binds::Product);
        let y = y.after_sign(self, Binds::Power);
        Term::new(format!("{x} / {y}"), Binds::Product)
    }
    fn power(&self, x: &Term, exponent: &str) -> Term {
        let is_simple = exponent.chars().all(|c| c.is_alphanumeric() || c == '.');
        let exponent = if is_simple {
            exponent.into()
        } else {
            self.parentheses(exponent)
        };
        Term::new(
            format!("{}^{exponent}", x.at_least(self, Binds::Atom)),
            Binds::Power,
        )
    }
    fn call(&self, name: &str, operands: &[&str]) -> Term {
        Term::atom(format!("{name}({})", operands.join(", ")))
    }
}

struct Latex;

/// Functions and letters that LaTeX knows.
const FUNCTIONS: &[&str] = &[
    "sin", "cos", "tan", "sinh", "cosh", "tanh", "ln", "min", "max",
];
const LETTERS: &[&str] = &[
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega",
];

impl Style for Latex {
    /// Letters stand as they are, words upright; digits at the end and what is in brackets are indices.
    fn name(&self, name: &str) -> String {
        let stem = name.trim_end_matches('\'');
        let primes = &name[stem.len()..];
        let (stem, index) = match stem.split_once(['[', '_']) {
            Some((stem, index)) => (stem, index.trim_end_matches(']')),
            None => {
                let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
                (letters, &stem[letters.len()..])
            }
        };
        let letter = if LETTERS.contains(&stem) {
            format!("\\{stem}")
        } else if stem.chars().count() <= 1 {
            stem.into()
        } else {
            format!("\\mathrm{{{}}}", stem.replace('_', "\\_"))
        };
        match index {
            "" => format!("{letter}{primes}"),
            index => format!(
                "{letter}_{{{}}}{primes}",
                index.replace("][", ",").replace('_', "\\_")
            ),
        }
    }
    fn parentheses(&self, text: &str) -> String {
        format!("\\left({text}\\right)")
    }
    fn product(&self, x: &Term, y: &Term) -> Term {
        let x = x.at_least(self, Binds::Product);
        let y = y.after_sign(self, Binds::Product);
        let times = if y.starts_with(|c: char| c.is_ascii_digit()) {
            "\\cdot"
        } else {
            "\\,"
        };
        Term::new(format!("{x} {times} {y}"), Binds::Product)
    }
    fn quotient(&self, x: &Term, y: &Term) -> Term {
        let (x, y) = (&x.text, &y.text);
        Term::new(format!("\\frac{{{x}}}{{{y}}}"), Binds::Power)
    }
    fn power(&self, x: &Term, exponent: &str) -> Term {
        let base = x.at_least(self, Binds::Atom);
        Term::new(format!("{base}^{{{exponent}}}"), Binds::Power)
    }
    fn call(&self, name: &str, operands: &[&str]) -> Term {
        match (name, operands) {
            ("exp", [x]) => Term::new(format!("e^{{{x}}}"), Binds::Power),
            ("sqrt", [x]) => Term::atom(format!("\\sqrt{{{x}}}")),
            ("cbrt", [x]) => Term::atom(format!("\\sqrt[3]{{{x}}}")),
            ("abs", [x]) => Term::atom(format!("\\left|{x}\\right|")),
            (name, operands) => {
                let name = match FUNCTIONS.contains(&name) {
                    true => format!("\\{name}"),
                    false => format!("\\operatorname{{{}}}", name.replace('_', "\\_")),
                };
                Term::atom(format!("{name}\\left({}\\right)", operands.join(", ")))
            }
        }
    }
}
