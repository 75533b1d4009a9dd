//! The values of `let`s, which are kept by whoever evaluates them.

use crate::expr::Tree;
use crate::scalar::Scalar;
use core::fmt;

/// The `let`s of a function, a branch or a step of a loop, where they are kept.
pub(in crate::expr) enum Locals<'v, L: Tree, S: Scalar + 'v> {
    /// On the way forward, those evaluated so far.
    Forward(&'v mut L::Values<S>),
    /// On the way back.
    Back(&'v L::Values<S>),
}

impl<L: Tree, S: Scalar> fmt::Debug for Locals<'_, L, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locals").finish_non_exhaustive()
    }
}

impl<L: Tree, S: Scalar> Locals<'_, L, S> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn get(&self) -> &L::Values<S> {
        match self {
            Locals::Forward(locals) => locals,
            Locals::Back(locals) => locals,
        }
    }
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn get_mut(&mut self) -> &mut L::Values<S> {
        match self {
            Locals::Forward(locals) => locals,
            Locals::Back(_) => unreachable!("`let`s are evaluated on the way forward"),
        }
    }
}
