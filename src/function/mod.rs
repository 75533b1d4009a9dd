//! Functions: [`func!`](crate::func), which defines them.
//!
//! A `func!` makes three things of a definition: a type with the function's name; for it a
//! [`Definition`](crate::expr::Definition), whose body evaluates the `let`s in order and whose
//! pullback goes through them in reverse; and a generic `fn` with the function's name, which applied
//! to expressions is a call, and on which [`Function`](crate::Function) gives values and
//! derivatives.
//!
//! The body is a flat block and not a nest of types, one type per `let` inside the type before, so
//! the time to compile it grows with its length and no faster.
//!
//! Of a function of reals alone the frame is a generic one, [`Reals`](crate::expr::Reals). A function that
//! declares shapes is its own frame: its variables have places of their own in it.

#[macro_use]
mod func;
