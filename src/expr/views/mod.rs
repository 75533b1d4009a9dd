//! Arrays made of other arrays: parts of them, their rearrangement, several put together; and functions of whole arrays.

pub(super) mod assembly;
pub(super) mod filled;
pub(super) mod lines;
mod table;
pub(super) mod view;
pub(super) mod whole;
