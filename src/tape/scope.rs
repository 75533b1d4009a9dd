//! Scopes: which part of a tape is whose.

use super::handle::Address;

/// An open scope: a number that no other scope of the tape has had, and its first node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    pub(super) serial: u64,
    pub(super) start: u32,
}

/// The scope that is the whole tape.
pub(super) const WHOLE: Scope = Scope {
    serial: 0,
    start: 0,
};

/// The address of a node that was recorded in the innermost of the scopes that had begun.
pub(super) fn address_in(
    scopes: impl IntoIterator<IntoIter: DoubleEndedIterator<Item = Scope>>,
    index: u32,
) -> Address {
    let mut scopes = scopes.into_iter().rev();
    let scope = scopes.find(|scope| scope.start <= index);
    Address::new(index, scope.expect("the whole tape starts at 0").serial)
}
