//! Frames: where a function keeps the values of its variables, and on the way back their cotangents.
//!
//! A function evaluates each `let` once, into a place of its frame, and the expressions after it
//! read the place. That is how a `let` shares: a type is a tree, and has no sharing of its own.

use crate::scalar::Scalar;

/// The storage of one evaluation of a function, over every scalar.
pub trait Frame: 'static {
    /// The values of the variables.
    type Values<'a, S: Scalar>;
    /// Their cotangents.
    type Cotangents<S: Scalar>;
}

/// A variable's place in a frame.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a variable of this function",
    note = "a variable can be used only in the function that declares it"
)]
pub trait Place<Fr: Frame>: Copy + 'static {
    /// The variable's value.
    fn get<S: Scalar>(self, values: &Fr::Values<'_, S>) -> S;

    /// Adds to the variable's cotangent.
    fn accumulate<S: Scalar>(self, cotangents: &mut Fr::Cotangents<S>, cotangent: S);
}

/// The frame of a function of `N` real inputs and `K` real `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Reals<const N: usize, const K: usize>;

impl<const N: usize, const K: usize> Frame for Reals<N, K> {
    type Values<'a, S: Scalar> = Values<'a, S, N, K>;
    type Cotangents<S: Scalar> = Cotangents<S, N, K>;
}

/// The values of `N` inputs, where they lie, and of `K` `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Values<'a, S, const N: usize, const K: usize> {
    /// The inputs.
    pub inputs: &'a [S; N],
    /// The `let`s, those evaluated so far.
    pub locals: [S; K],
}

/// The cotangents of `N` inputs and `K` `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Cotangents<S, const N: usize, const K: usize> {
    /// Those of the inputs.
    pub inputs: [Cotangent<S>; N],
    /// Those of the `let`s.
    pub locals: [Cotangent<S>; K],
}

/// A variable's cotangent: the sum of what has reached it, if anything has.
///
/// That nothing has is told apart from zero. It is known when the program is compiled, so the first
/// addition costs nothing (0 + x is not x to a compiler, for x = −0), a `let` that the result does
/// not use is not pulled back, and a derivative that nothing reaches is 0 and never −0 or NaN.
#[derive(Debug, Clone, Copy)]
pub struct Cotangent<S>(Option<S>);

impl<S: Scalar> Cotangent<S> {
    /// Nothing has reached it.
    pub const NONE: Self = Cotangent(None);

    /// Adds `cotangent`.
    #[inline(always)]
    pub fn add(&mut self, cotangent: S) {
        self.0 = Some(match self.0 {
            None => cotangent,
            Some(sum) => sum + cotangent,
        });
    }

    /// The sum, or `None` if nothing has reached it.
    #[inline(always)]
    pub fn get(self) -> Option<S> {
        self.0
    }

    /// The sum, zero if nothing has reached it.
    #[inline(always)]
    pub fn or_zero(self) -> S {
        match self.0 {
            None => S::zero(),
            Some(sum) => sum,
        }
    }
}
