//! Frames: where a function keeps the values of its variables, and on the way back their cotangents.
//!
//! A function evaluates each `let` once, into a place of its frame, and the expressions after it
//! read the place. That is how a `let` shares: a type is a tree, and has no sharing of its own.

use super::Shape;
use crate::scalar::Scalar;
use core::fmt;

/// The storage of one evaluation of a function, over every scalar.
pub trait Frame: 'static {
    /// The values of the variables.
    type Storage<'v, S: Scalar + 'v>;
    /// Their cotangents.
    type Sums<'c, S: Scalar + 'c>;
}

/// The values of the variables of a frame.
///
/// It is a type of its own, and not the frame's storage, for what it implies where it is an argument:
/// that the numbers outlive it. So the numbers may borrow, as those on a tape do.
pub struct Values<'v, Fr: Frame, S: Scalar + 'v>(
    /// The frame's storage.
    pub Fr::Storage<'v, S>,
);

/// The cotangents of the variables of a frame.
pub struct Cotangents<'c, Fr: Frame, S: Scalar + 'c>(
    /// The frame's storage.
    pub Fr::Sums<'c, S>,
);

impl<Fr: Frame, S: Scalar> fmt::Debug for Values<'_, Fr, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Values").finish_non_exhaustive()
    }
}

impl<Fr: Frame, S: Scalar> fmt::Debug for Cotangents<'_, Fr, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cotangents").finish_non_exhaustive()
    }
}

/// A variable's place in a frame.
///
/// A variable of an array's shape is read and added to element by element, in the order of the
/// array's memory; a real has the same value at every index.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a variable of this function",
    note = "a variable can be used only in the function that declares it"
)]
pub trait Place<Fr: Frame>: Copy + 'static {
    /// The shape of the variable.
    type Shape: Shape;

    /// The variable's value, of an array the element `at`.
    fn get<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// Adds to the variable's cotangent, of an array to that of the element `at`.
    fn add<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, at: usize, cotangent: S);

    /// Adds to the cotangents of all of `len` elements, by a function of their index.
    fn add_each<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        len: usize,
        cotangent: impl Fn(usize) -> S,
    );

    /// Says that elements' cotangents will be added to, before a loop that does.
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>);
}

/// The frame of a function of `N` real inputs and `K` real `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Reals<const N: usize, const K: usize>;

impl<const N: usize, const K: usize> Frame for Reals<N, K> {
    type Storage<'v, S: Scalar + 'v> = RealValues<'v, S, N, K>;
    type Sums<'c, S: Scalar + 'c> = RealCotangents<S, N, K>;
}

/// The values of `N` inputs, where they lie, and of `K` `let`s.
#[derive(Debug, Clone, Copy)]
pub struct RealValues<'v, S, const N: usize, const K: usize> {
    /// The inputs.
    pub inputs: &'v [S; N],
    /// The `let`s, those evaluated so far.
    pub locals: [S; K],
}

/// The cotangents of `N` inputs and `K` `let`s.
#[derive(Debug, Clone, Copy)]
pub struct RealCotangents<S, const N: usize, const K: usize> {
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

    /// Says that it will be added to in a loop. What has not been reached is −0 then, to which adding is
    /// exact.
    #[inline(always)]
    pub fn reach(&mut self) {
        self.0 = Some(match self.0 {
            None => -S::zero(),
            Some(sum) => sum,
        });
    }

    /// What has reached it is `cotangent`.
    #[inline(always)]
    pub fn of(cotangent: S) -> Self {
        Cotangent(Some(cotangent))
    }

    /// `cotangent` if it has reached it, else nothing: for one of several results.
    #[inline(always)]
    pub fn if_reached(reached: bool, cotangent: S) -> Self {
        if reached {
            Self::of(cotangent)
        } else {
            Self::NONE
        }
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
