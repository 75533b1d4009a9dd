//! The bodies of functions: `let`s, results, and the checks of what is written.

pub(super) mod binding;
pub(super) mod comparisons;
pub(super) mod factors;
pub(super) mod inside;
pub(super) mod invariant;
pub(super) mod lets;
pub(super) mod mentioned;
pub(super) mod real_body;
pub(super) mod results;
pub(super) mod shaped_body;
pub(super) mod written;
