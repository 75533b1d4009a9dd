//! What an expression is evaluated over: the variables of a function, their values and their cotangents.

pub(super) mod captured;
pub(super) mod cotangent;
pub(super) mod frame;
pub(super) mod group;
pub(super) mod ids;
pub(super) mod inputs;
pub(super) mod kept;
pub(super) mod locals;
pub(super) mod member;
pub(super) mod nested;
pub(super) mod one;
pub(super) mod reals;
pub(super) mod received;
pub(super) mod room;
pub(super) mod scope;
pub(super) mod several;
pub(super) mod slot;
pub(super) mod structure;
pub(super) mod tree;
pub(super) mod tuple;
pub(super) mod typing;
pub(super) mod variable;
