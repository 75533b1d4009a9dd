//! What a value holds: a number, or an address on a tape.

use super::Data;
use super::node::INDEX_BITS;
use core::fmt;

/// Where a value stands on its tape, and the serial number of the scope in which it was recorded: in one word,
/// so that a value is two words, which are passed in registers.
#[derive(Debug, Clone, Copy)]
pub struct Address(u64);

/// Scopes are told apart by the bits that the index leaves.
pub(super) const MOST_SCOPES: u64 = 1 << (64 - INDEX_BITS);

impl Address {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn new(index: u32, serial: u64) -> Self {
        Address(serial << INDEX_BITS | u64::from(index))
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn index(self) -> u32 {
        (self.0 & ((1 << INDEX_BITS) - 1)) as u32
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn serial(self) -> u64 {
        self.0 >> INDEX_BITS
    }
}

/// How a value holds either a number or an address; which of them it is, the value knows.
#[diagnostic::on_unimplemented(
    message = "a tape cannot record `{Self}`",
    note = "a tape records `f32`, `f64` or `monograd::Wrapped<T>`; for an integer write a float: `2.0`"
)]
pub trait Held: Copy {
    /// Large enough for either.
    type Stored: Copy + fmt::Debug;

    /// A number, stored.
    fn of_number(number: Self) -> Self::Stored;

    /// An address, stored.
    fn of_address(address: Address) -> Self::Stored;

    /// The number, where one is stored.
    fn number(stored: Self::Stored) -> Self;

    /// The address, where one is stored.
    fn address(stored: Self::Stored) -> Address;
}

macro_rules! held_in_a_word {
    ($Float:ty, $Bits:ty) => {
        impl Held for $Float {
            type Stored = u64;

            #[cfg_attr(optimized, inline(always))]
            fn of_number(number: Self) -> u64 {
                u64::from(number.to_bits())
            }
            #[cfg_attr(optimized, inline(always))]
            fn of_address(address: Address) -> u64 {
                address.0
            }
            #[cfg_attr(optimized, inline(always))]
            fn number(stored: u64) -> Self {
                Self::from_bits(stored as $Bits)
            }
            #[cfg_attr(optimized, inline(always))]
            fn address(stored: u64) -> Address {
                Address(stored)
            }
        }
    };
}

held_in_a_word!(f32, u32);
held_in_a_word!(f64, u64);

/// How numbers that have no bits are stored.
#[derive(Debug, Clone, Copy)]
pub enum Either<F> {
    /// A number.
    Number(F),
    /// A address.
    Address(Address),
}

macro_rules! held_as_either {
    ($([$($generics:tt)*] $Number:ty;)*) => {
        $(impl<$($generics)*> Held for $Number {
            type Stored = Either<Self>;

            #[cfg_attr(optimized, inline(always))]
            fn of_number(number: Self) -> Either<Self> {
                Either::Number(number)
            }
            #[cfg_attr(optimized, inline(always))]
            fn of_address(address: Address) -> Either<Self> {
                Either::Address(address)
            }
            #[cfg_attr(optimized, inline(always))]
            fn number(stored: Either<Self>) -> Self {
                match stored {
                    Either::Number(number) => number,
                    Either::Address(_) => unreachable!("a constant holds a number"),
                }
            }
            #[cfg_attr(optimized, inline(always))]
            fn address(stored: Either<Self>) -> Address {
                match stored {
                    Either::Address(address) => address,
                    Either::Number(_) => unreachable!("a recorded value holds an address"),
                }
            }
        })*
    };
}

held_as_either! {
    [T: num_traits::Float + fmt::Debug + 'static] crate::scalar::Wrapped<T>;
    [S: Data] crate::forward::Dual<S>;
}
