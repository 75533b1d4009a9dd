//! One check for the arguments of constructors and for what is loaded.

use core::fmt;

/// Why a value cannot exist: a constructor panics with it, and what loads gives it as an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused(String);

impl Refused {
    pub(super) fn because(reason: String) -> Self {
        Refused(reason)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Refused {}

/// What a constructor makes of its arguments.
///
/// # Panics
///
/// If they are refused.
#[track_caller]
pub(super) fn accept<T>(checked: Result<T, Refused>) -> T {
    match checked {
        Ok(value) => value,
        Err(reason) => panic!("{reason}"),
    }
}

/// A number that is neither infinite nor NaN.
pub(super) fn finite(name: &str, number: f64) -> Result<(), Refused> {
    ensure(number.is_finite(), || {
        format!("{name} is finite, not {number}")
    })
}

/// A finite number of at least 0.
pub(super) fn at_least_zero(name: &str, number: f64) -> Result<(), Refused> {
    ensure(number.is_finite() && number >= 0.0, || {
        format!("{name} is finite and at least 0, not {number}")
    })
}

/// A number greater than 0.
pub(super) fn above_zero(name: &str, number: f64) -> Result<(), Refused> {
    ensure(number > 0.0, || {
        format!("{name} is greater than 0, not {number}")
    })
}

/// What must hold, or else the reason why it does not.
pub(super) fn ensure(holds: bool, reason: impl FnOnce() -> String) -> Result<(), Refused> {
    match holds {
        true => Ok(()),
        false => Err(Refused(reason())),
    }
}

/// More steps or epochs than any training takes: here counting ends.
const MOST: u64 = 1 << 53;

/// A number of steps or epochs that counting can give.
pub(super) fn possible(what: &str, count: u64) -> Result<(), Refused> {
    ensure(count <= MOST, || {
        format!("at most 2⁵³ {what} are counted, and this is after {count}")
    })
}

/// The number of steps or epochs after one more.
pub(super) fn next(count: u64) -> u64 {
    MOST.min(count + 1)
}
