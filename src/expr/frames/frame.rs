//! Frames: where a function keeps the values of its variables, and on the way back their cotangents.
//!
//! A function evaluates each `let` once, into a place of its frame, and the expressions after it
//! read the place. That is how a `let` shares: a type is a tree, and has no sharing of its own.

use crate::expr::frames::cotangent::is_present;
use crate::expr::{Cotangent, Coverage, Shape};
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
pub struct Cotangents<'c, Fr: Frame, S: Scalar + 'c> {
    /// The frame's storage.
    pub sums: Fr::Sums<'c, S>,
}

impl<'c, Fr: Frame, S: Scalar + 'c> Cotangents<'c, Fr, S> {
    /// Cotangents in a frame's storage.
    #[cfg_attr(optimized, inline(always))]
    pub fn new(sums: Fr::Sums<'c, S>) -> Self {
        Cotangents { sums }
    }

    /// Pulls back a cotangent that may be absent, if `coverage` says so, where it is not.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn pull_present(
        &mut self,
        cotangent: S,
        coverage: Coverage,
        pull: impl FnOnce(S, &mut Self) + Copy,
    ) {
        if is_present(cotangent, coverage) {
            pull(cotangent, self);
        }
    }
}

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

    /// Adds to the cotangents of the elements, `len` in all, by a function of their index; those for which
    /// it gives `absent` are left out, if `coverage` says that there may be such.
    fn add_each<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        len: usize,
        coverage: Coverage,
        cotangent: impl Fn(usize) -> S + Copy,
    );

    /// Whether the variable's cotangent is wanted.
    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, _cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        true
    }

    /// Says which elements' cotangents will be added to, before a loop that does.
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage);
}

/// The frame of a function of `N` real inputs and `K` real `let`s.
#[derive(Debug, Clone, Copy)]
pub struct Reals<const N: usize, const K: usize>;

impl<const N: usize, const K: usize> Frame for Reals<N, K> {
    type Storage<'v, S: Scalar + 'v> = RealValues<'v, S, N, K>;
    type Sums<'c, S: Scalar + 'c> = RealCotangents<S, N, K>;
}

impl<const N: usize, const K: usize> Reals<N, K> {
    /// The values of inputs, of which no `let` has been evaluated.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn values<S: Scalar>(inputs: &[S; N]) -> Values<'_, Self, S> {
        Values(RealValues {
            inputs,
            locals: [S::zero(); K],
        })
    }

    /// Cotangents that nothing has reached.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn untouched<'c, S: Scalar + 'c>() -> Cotangents<'c, Self, S> {
        Cotangents::new(RealCotangents {
            inputs: [Cotangent::NONE; N],
            locals: [Cotangent::NONE; K],
        })
    }
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
pub struct RealCotangents<S: Scalar, const N: usize, const K: usize> {
    /// Those of the inputs.
    pub inputs: [Cotangent<S>; N],
    /// Those of the `let`s.
    pub locals: [Cotangent<S>; K],
}
