//! Lists of inputs: how the arguments of a function are given to it, and how their cotangents come back.

use crate::expr::Here;
use crate::expr::kernels::inlined;
use crate::scalar::{Packing, Plain, Scalar};
use core::fmt;

/// The shapes of a function's inputs, or of its data.
///
/// Reals alone are `[R; N]`, and are given as `[S; N]`; with other shapes among them they are a tuple, in
/// the order declared; a struct of [`Parameters`](crate::Parameters) alone is itself, `Net<R>`, and is given as
/// `Net<S>`; `()` is none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of inputs",
    note = "inputs are `[R; N]`, a tuple of up to 12 shapes and structs of parameters, or one of those"
)]
pub trait Inputs: 'static {
    /// The numbers.
    type Of<T: Copy>: Copy;
    /// References to them.
    #[doc(hidden)]
    type Refs<'v, S: Copy + 'v>: Copy;
    /// The ways to their cotangents.
    #[doc(hidden)]
    type Slots<'c, S: Scalar + 'c>;

    /// Many lists, column by column: a slice for each input.
    #[doc(hidden)]
    type Columns<'v, S: Copy + 'v>: Copy;

    /// How many reals there are.
    const LEN: usize;
    /// How many inputs there are.
    #[doc(hidden)]
    const COUNT: usize;

    /// The numbers, in `element` of 0, 1, … in the order declared.
    #[doc(hidden)]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T>;

    /// The numbers, all of which are one. Without optimisation it takes less of the stack than [`from_fn`](Inputs::from_fn).
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn fill<T: Copy>(number: T) -> Self::Of<T> {
        Self::from_fn(&mut |_| number)
    }

    /// References to the numbers.
    #[doc(hidden)]
    fn refs<'v, S: Copy + 'v>(numbers: &'v Self::Of<S>) -> Blocks<'v, Self, S>
    where
        Self: Sized;

    /// References into a slice of [`LEN`](Inputs::LEN) numbers.
    ///
    /// # Panics
    ///
    /// If it is shorter.
    #[doc(hidden)]
    fn group<'v, S: Copy + 'v>(numbers: &'v [S]) -> Blocks<'v, Self, S>
    where
        Self: Sized;

    /// Calls `visit` with the numbers of each block.
    #[doc(hidden)]
    fn visit<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, visit: &mut impl FnMut(&'v [S]))
    where
        Self: Sized;

    /// The numbers, input by input: `part` makes ready what the numbers of an input are taken from, by its number, the
    /// first being `first`, and its length; `element` takes one from that.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn from_parts<P, T: Copy>(
        first: usize,
        part: &mut impl FnMut(usize, usize) -> P,
        element: &impl Fn(&P, usize) -> T,
    ) -> Self::Of<T> {
        let part = part(first, Self::LEN);
        Self::from_fn(&mut {
            #[cfg_attr(optimized, inline(always))]
            |at| element(&part, at)
        })
    }

    /// Calls `visit` with the numbers of each block, and with that at which it begins where each input has its start.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn visit_from<'v, S: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        starts: &[usize],
        visit: &mut impl FnMut(usize, &'v [S]),
    ) where
        Self: Sized,
    {
        let mut next = starts[0];
        Self::visit(blocks, &mut {
            #[cfg_attr(optimized, inline(always))]
            |numbers: &'v [S]| {
                visit(next, numbers);
                next += numbers.len();
            }
        });
    }

    /// The number `at`, in the order declared.
    #[doc(hidden)]
    fn number<'v, S: Copy + 'v>(blocks: Blocks<'v, Self, S>, at: usize) -> &'v S
    where
        Self: Sized;

    /// As [`number`](Inputs::number), to be written.
    #[doc(hidden)]
    fn number_mut<S: Copy>(numbers: &mut Self::Of<S>, at: usize) -> &mut S;

    /// A copy of [`number`](Inputs::number).
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn get<S: Copy>(blocks: Blocks<'_, Self, S>, at: usize) -> S
    where
        Self: Sized,
    {
        *Self::number(blocks, at)
    }

    /// The references as others, each block by `cast`; `None` where that gives none.
    #[doc(hidden)]
    fn recast<'v, S: Copy + 'v, T: Copy + 'v>(
        blocks: Blocks<'v, Self, S>,
        cast: impl Fn(&'v [S]) -> Option<&'v [T]>,
    ) -> Option<Blocks<'v, Self, T>>
    where
        Self: Sized;

    /// The input of which the number `at` is an element; hands the steps to that to `visit`, from the outermost.
    #[doc(hidden)]
    fn input(at: usize, visit: &mut impl FnMut(Step)) -> usize;

    /// How many lists the columns hold; `None` if they differ.
    #[doc(hidden)]
    fn rows<'v, S: Copy + 'v>(columns: Self::Columns<'v, S>) -> Option<usize>;

    /// Hands a list of the columns to a function.
    #[doc(hidden)]
    fn with_row<'v, S: Copy + 'v, T>(
        columns: Self::Columns<'v, S>,
        row: usize,
        function: impl FnOnce(Blocks<'_, Self, S>) -> T,
    ) -> T
    where
        Self: Sized;

    /// Several lists of the columns side by side, by the number of that of each lane.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn pack_rows<T: Plain, S: Scalar, Q: Packing<S>>(
        columns: Self::Columns<'_, T>,
        row: &impl Fn(usize) -> usize,
    ) -> Self::Of<Q::Pack>
    where
        Self: Sized,
    {
        let mut element = inlined(
            #[cfg_attr(optimized, inline(always))]
            |at| {
                Q::pack(
                    #[cfg_attr(optimized, inline(always))]
                    |lane| {
                        Self::with_row(
                            columns,
                            row(lane),
                            #[cfg_attr(optimized, inline(always))]
                            |data: Blocks<'_, Self, T>| S::from_plain::<T>(Self::get(data, at)),
                        )
                    },
                )
            },
        );
        Self::from_fn(&mut element)
    }

    /// The references, for a shorter time.
    #[doc(hidden)]
    fn shorten<'a, 'v: 'a, S: Copy + 'v>(refs: Self::Refs<'v, S>) -> Self::Refs<'a, S>;

    /// The slots, for a time; the borrower [settles](Inputs::settle) them.
    #[doc(hidden)]
    fn lend<'a, 'c: 'a, S: Scalar + 'c>(slots: &'a mut Self::Slots<'c, S>) -> Self::Slots<'a, S>;

    /// The ways to cotangents that are not wanted.
    #[doc(hidden)]
    fn unwanted<'c, S: Scalar + 'c>() -> Slots<'c, Self, S>
    where
        Self: Sized;

    /// The ways to cotangents that are to be written, and are 0.
    #[doc(hidden)]
    fn slots<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S>
    where
        Self: Sized;

    /// The ways to cotangents that are to be added to.
    #[doc(hidden)]
    fn sums<'c, S: Scalar + 'c>(cotangents: &'c mut Self::Of<S>) -> Slots<'c, Self, S>
    where
        Self: Sized;

    /// The ways to cotangents, to be written, in a slice of [`LEN`](Inputs::LEN) numbers.
    ///
    /// # Panics
    ///
    /// If it is shorter.
    #[doc(hidden)]
    fn group_slots<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S>
    where
        Self: Sized;

    /// The ways to cotangents, to be added to, in a slice of [`LEN`](Inputs::LEN) numbers.
    ///
    /// # Panics
    ///
    /// If it is shorter.
    #[doc(hidden)]
    fn group_sums<'c, S: Scalar + 'c>(cotangents: &'c mut [S]) -> Slots<'c, Self, S>
    where
        Self: Sized;

    /// Adds numbers to cotangents, and ends the sweep of a function.
    #[doc(hidden)]
    fn add<S: Scalar>(numbers: Blocks<'_, Self, S>, slots: Slots<'_, Self, S>)
    where
        Self: Sized;

    /// Writes 0 where nothing has been written.
    #[doc(hidden)]
    fn settle<S: Scalar>(slots: &mut Self::Slots<'_, S>);

    /// The numbers of two lists, pair by pair by `f`.
    #[doc(hidden)]
    fn zip<S: Copy, T: Copy, U: Copy>(
        left: Blocks<'_, Self, S>,
        right: Blocks<'_, Self, T>,
        f: impl Fn(S, T) -> U,
    ) -> Self::Of<U>
    where
        Self: Sized;

    /// The numbers, each by `f`.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn map<S: Copy, T: Copy>(blocks: Blocks<'_, Self, S>, f: impl Fn(S) -> T) -> Self::Of<T>
    where
        Self: Sized,
    {
        Self::zip(
            blocks,
            blocks,
            #[cfg_attr(optimized, inline(always))]
            |x, _| f(x),
        )
    }
}

/// References to the numbers of a list of inputs.
pub struct Blocks<'v, I: Inputs, S: Copy + 'v>(
    /// The references.
    pub I::Refs<'v, S>,
);

/// The ways to the cotangents of a list of inputs.
pub struct Slots<'c, I: Inputs, S: Scalar + 'c>(
    /// The slots.
    pub I::Slots<'c, S>,
);

impl<I: Inputs, S: Copy> Clone for Blocks<'_, I, S> {
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Inputs, S: Copy> Copy for Blocks<'_, I, S> {}

impl<I: Inputs, S: Copy> fmt::Debug for Blocks<'_, I, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blocks").finish_non_exhaustive()
    }
}

impl<I: Inputs, S: Scalar> fmt::Debug for Slots<'_, I, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slots").finish_non_exhaustive()
    }
}

/// A step from an input to a number in it.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To an element of an array.
    Index(usize),
    /// To a field of a struct.
    Field(&'static str),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Field(name) => write!(f, ".{name}"),
        }
    }
}

/// The input number `I` of a list; of a struct what is at the path `P` in it.
pub trait At<const I: usize, P = Here>: Inputs {
    /// What is there, as a list of its own.
    type Part: Inputs;

    /// The number of its first real among those of the list.
    const OFFSET: usize;

    /// Its numbers.
    fn part<'v, S: Copy + 'v>(refs: &Self::Refs<'v, S>) -> <Self::Part as Inputs>::Refs<'v, S>;

    /// Its slots.
    fn part_mut<'a, 'c, S: Scalar + 'c>(
        slots: &'a mut Self::Slots<'c, S>,
    ) -> &'a mut <Self::Part as Inputs>::Slots<'c, S>;
}
