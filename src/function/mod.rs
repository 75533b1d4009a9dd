//! Functions: [`func!`](crate::func), which defines them.
//!
//! A `func!` makes three things of a definition: a type with the function's name; for it a
//! [`Definition`](crate::expr::Definition), if its inputs are reals, and a [`Closed`](crate::expr::Closed); and
//! a generic `fn` with the function's name, which applied to expressions is a call, and on which
//! [`Function`](crate::Function) gives values and derivatives. One that is made in place is a value, which holds
//! the numbers that it mentions.
//!
//! The body is written once, as a [value](crate::expr::RealBody): its `let`s, in a tree, and its result. To
//! evaluate it and to pull it back are interpretations of that value, in [`expr`](crate::expr). The macro itself
//! is procedural, in the crate `monograd-macros`, and only desugars.

#[macro_use]
mod func;
