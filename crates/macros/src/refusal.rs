//! What is refused, and in which words.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// The errors found so far: all are shown, each at its own place.
#[derive(Default)]
pub(crate) struct Refusals(Option<Error>);

impl Refusals {
    /// Refuses what stands at the tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, words: &str) {
        self.push(Error::new_spanned(tokens, words));
    }

    /// Refuses what stands at the place.
    pub(crate) fn at_span(&mut self, span: Span, words: &str) {
        self.push(Error::new(span, words));
    }

    /// Refuses a body that has no end, if nothing else is wrong with it that it would end with.
    pub(crate) fn no_end(&mut self, span: Span) {
        if self.0.is_none() {
            self.at_span(span, END);
        }
    }

    fn push(&mut self, error: Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            none => *none = Some(error),
        }
    }

    /// Takes over those of a part.
    pub(crate) fn extend(&mut self, other: Refusals) {
        if let Some(error) = other.0 {
            self.push(error);
        }
    }

    /// Nothing, or the errors.
    pub(crate) fn check(self) -> Result<(), Error> {
        self.0.map_or(Ok(()), Err)
    }
}

pub(crate) const END: &str =
    "a differentiable function ends with an expression, its value: without `;`";
pub(crate) const STATEMENT: &str =
    "a differentiable function is made of `let`s, assignments, `if` and a closing expression";
pub(crate) const PATTERN: &str =
    "a `let` gives a name to one value, or to each of several: `let a = …`, `let [a, b] = …`";
pub(crate) const NO_VALUE: &str = "a `let` needs its value here: `let a = …;`";
pub(crate) const ASSIGNED: &str = "only a variable can be assigned to: a `let mut`, as a whole";
pub(crate) const NOT_MUTABLE: &str = "cannot be assigned to: write `let mut`";
pub(crate) const MATCH: &str =
    "a differentiable function has no `match`: write `if … { … } else if … { … } else { … }`";
pub(crate) const LOOP: &str = "a differentiable function has no loops of statements: arrays are computed \
    element by element as they are, `(x * y).sum()`; a recurrence is `fold(step, start, (xs,))`, and `scan` \
    gives all of its states";
pub(crate) const JUMP: &str = "a differentiable function has no early exit: its value is the \
    expression at its end, which can be an `if`";
pub(crate) const NO_ELSE: &str = "an `if` that gives a value needs an `else`";
pub(crate) const INDEX: &str = "an index is a constant: `x[2]`, `x[N]`";
pub(crate) const RANGE: &str = "a range of elements has constant bounds: `x[1..4]`";
pub(crate) const RECURSION: &str = "a differentiable function cannot call itself: write a recurrence, \
    `fold(step, start, (xs,))`, or functions that call one another";
pub(crate) const EXPRESSION: &str = "cannot stand in a differentiable function: an expression is made \
    of variables, numbers, operators, methods, and calls of other functions";
pub(crate) const SHAPE: &str = "is not a shape: a real is `R`, or has none; an array is `[R; 3]`, a \
    matrix `[[R; 3]; 2]`. The precision is chosen where the function is evaluated";
pub(crate) const CAST: &str = "there is nothing to cast: the precision is chosen where the function is \
    evaluated, and numbers of any type are taken as they are";
pub(crate) const REFERENCE: &str = "variables are given as they are, without `&`";
