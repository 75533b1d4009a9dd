//! Memory that is used again.

use core::fmt;

/// Memory that its owner uses again and that is no part of the owner's state: a copy starts without it, and a
/// comparison does not see it.
#[derive(Default)]
pub(super) struct Scratch<T>(pub(super) T);

impl<T: Default> Clone for Scratch<T> {
    fn clone(&self) -> Self {
        Scratch::default()
    }
}

impl<T> PartialEq for Scratch<T> {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl<T> Eq for Scratch<T> {}

impl<T> fmt::Debug for Scratch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}
