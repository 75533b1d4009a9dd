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

    /// Whether there are none.
    pub(crate) fn are_none(&self) -> bool {
        self.0.is_none()
    }

    /// Nothing, or the errors.
    pub(crate) fn check(self) -> Result<(), Error> {
        self.0.map_or(Ok(()), Err)
    }
}

pub(crate) const END: &str =
    "a differentiable function ends with an expression, its value: without `;`";
pub(crate) const STATEMENT: &str = "a differentiable function is made of `let`s, assignments, `if`, `for` and a closing expression";
pub(crate) const PATTERN: &str =
    "a `let` gives a name to one value, or to each of several: `let a = …`, `let [a, b] = …`";
pub(crate) const NO_VALUE: &str = "a `let` needs its value here: `let a = …;`";
pub(crate) const ASSIGNED: &str =
    "only a variable can be assigned to, a `let mut`, or an element of it, `a[i]`";
pub(crate) const NOT_MUTABLE: &str = "cannot be assigned to: write `let mut`";
pub(crate) const MATCH: &str =
    "a differentiable function has no `match`: write `if … { … } else if … { … } else { … }`";
pub(crate) const LOOP: &str = "how often a loop goes round is a constant: `for i in 0..100 { … }`; to go on only while a \
    condition holds, `if` in it";
pub(crate) const LOOP_OVER: &str = "a loop goes over a range of constants, `for i in 0..100`; the elements of an \
    array are `x[i]` in it";
pub(crate) const LOOP_PATTERN: &str = "the index of a loop is a name: `for i in 0..100`";
pub(crate) const LOOPS: &str =
    "four loops can stand in one another: make a function of the inner ones";
pub(crate) const LOOP_WITHOUT_STATES: &str = "this loop does nothing: it assigns to no variable that is declared before it, `let mut s = 0;`";
pub(crate) const REVERSED: &str =
    "a loop goes over its range in order: the last element first is `x[N - 1 - i]`";
pub(crate) const ATTRIBUTE: &str =
    "the attribute of a loop is `#[checkpointed]`, which keeps about √N of the states of N steps";
pub(crate) const BOUND: &str = "the bounds of a loop are made of constants, sizes and the indices of loops around: \
    for other numbers of steps `if` in it";
pub(crate) const BOUND_OF_SIZE: &str = "how often this loop goes round at most is not known: stable Rust does not compute \
    with a size in a type, so that only `N` and less can be said, as `0..N - 1`, `i + 1..N`, `0..i`";
pub(crate) const JUMP: &str = "a differentiable function has no early exit: its value is the \
    expression at its end, which can be an `if`";
pub(crate) const NO_ELSE: &str = "an `if` that gives a value needs an `else`";
pub(crate) const INDEX: &str =
    "an index is made of constants and of the indices of loops: `x[2]`, `x[i + 1]`";
pub(crate) const LENGTH: &str =
    "the length of an array is a constant, or a size as it is: `[0; 3]`, `[0; N]`";
pub(crate) const INDEX_OF_NUMBERS: &str =
    "an array of numbers is no variable: give it as data, `fn f(x; numbers: [R; 3])`";
pub(crate) const ASSIGNED_IN_VALUE: &str = "a branch whose value is used assigns to no variable outside of it: make a \
    statement of the `if`, with the value assigned in both branches";
pub(crate) const RANGE: &str =
    "a range of elements has a start and an end: `x[1..4]`, `x[i..i + 3]`";
pub(crate) const RANGE_OF_UNKNOWN_LENGTH: &str = "a range of elements has a constant length: `x[1..4]`, `x[i..i + 3]`; to go over a \
    varying number of elements, `for j in 0..i`";
pub(crate) const RANGE_OF_SIZE: &str = "stable Rust does not compute with a size in a type: the length of a range is a constant or a \
    size, as of `x[1..N + 1]`; or go over the elements, `for i in 1..N`";
pub(crate) const RANGE_ASSIGNED: &str =
    "elements are assigned to one by one: `for j in 0..3 { a[i + j] = …; }`";
pub(crate) const RECURSION: &str = "a differentiable function cannot call itself: write a loop, \
    `for i in 0..100`, or functions that call one another";
pub(crate) const EXPRESSION: &str = "cannot stand in a differentiable function: an expression is made \
    of variables, numbers, operators, methods, and calls of other functions";
pub(crate) const SHAPE: &str = "is not a shape: a real is `R`, or has none; an array is `[R; 3]`, a \
    matrix `[[R; 3]; 2]`. The precision is chosen where the function is evaluated";
pub(crate) const LINES: &str = "rows and columns are reduced at once: `m.rows().sum()`, `m.columns().norm()`, `m.rows().softmax()`; for \
     anything else of each row write a loop, `for i in 0..3 { y[i] = f(m[i]); }`";
pub(crate) const CAST: &str = "there is nothing to cast: the precision is chosen where the function is \
    evaluated, and numbers of any type are taken as they are";
pub(crate) const REFERENCE: &str = "variables are given as they are, without `&`";
