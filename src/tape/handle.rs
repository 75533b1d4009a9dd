//! What a value holds: a number, or a place on a tape.

use super::Data;
use super::node::INDEX_BITS;
use core::fmt;

/// Where a value stands on its tape, and the serial number of the scope in which it was recorded: in one word,
/// so that a value is two words, which are passed in registers.
#[derive(Debug, Clone, Copy)]
pub struct Place(u64);

/// Scopes are told apart by the bits that the index leaves.
pub(super) const MOST_SCOPES: u64 = 1 << (64 - INDEX_BITS);

impl Place {
    #[inline(always)]
    pub(super) fn new(index: u32, serial: u64) -> Self {
        Place(serial << INDEX_BITS | u64::from(index))
    }

    #[inline(always)]
    pub(super) fn index(self) -> u32 {
        (self.0 & ((1 << INDEX_BITS) - 1)) as u32
    }

    #[inline(always)]
    pub(super) fn serial(self) -> u64 {
        self.0 >> INDEX_BITS
    }
}

/// How a value holds either a number or a place; which of them it is, the value knows.
#[diagnostic::on_unimplemented(
    message = "a tape cannot record `{Self}`",
    note = "a tape records `f32`, `f64` or `monograd::Wrapped<T>`; for an integer write a float: `2.0`"
)]
pub trait Held: Copy {
    /// Room for either.
    type Slot: Copy + fmt::Debug;

    /// A slot with a number.
    fn of_number(number: Self) -> Self::Slot;

    /// A slot with a place.
    fn of_place(place: Place) -> Self::Slot;

    /// The number in a slot that holds one.
    fn number(slot: Self::Slot) -> Self;

    /// The place in a slot that holds one.
    fn place(slot: Self::Slot) -> Place;
}

macro_rules! held_in_a_word {
    ($Float:ty, $Bits:ty) => {
        impl Held for $Float {
            type Slot = u64;

            #[inline(always)]
            fn of_number(number: Self) -> u64 {
                u64::from(number.to_bits())
            }
            #[inline(always)]
            fn of_place(place: Place) -> u64 {
                place.0
            }
            #[inline(always)]
            fn number(slot: u64) -> Self {
                Self::from_bits(slot as $Bits)
            }
            #[inline(always)]
            fn place(slot: u64) -> Place {
                Place(slot)
            }
        }
    };
}

held_in_a_word!(f32, u32);
held_in_a_word!(f64, u64);

/// The slot of numbers that have no bits.
#[derive(Debug, Clone, Copy)]
pub enum Either<F> {
    /// A number.
    Number(F),
    /// A place.
    Place(Place),
}

macro_rules! held_as_either {
    ($([$($generics:tt)*] $Number:ty;)*) => {
        $(impl<$($generics)*> Held for $Number {
            type Slot = Either<Self>;

            #[inline(always)]
            fn of_number(number: Self) -> Either<Self> {
                Either::Number(number)
            }
            #[inline(always)]
            fn of_place(place: Place) -> Either<Self> {
                Either::Place(place)
            }
            #[inline(always)]
            fn number(slot: Either<Self>) -> Self {
                match slot {
                    Either::Number(number) => number,
                    Either::Place(_) => unreachable!("a constant holds a number"),
                }
            }
            #[inline(always)]
            fn place(slot: Either<Self>) -> Place {
                match slot {
                    Either::Place(place) => place,
                    Either::Number(_) => unreachable!("a recorded value holds a place"),
                }
            }
        })*
    };
}

held_as_either! {
    [T: num_traits::Float + fmt::Debug + 'static] crate::scalar::Wrapped<T>;
    [S: Data] crate::forward::Dual<S>;
}
