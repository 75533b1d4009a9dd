//! The guides: [`functions`], the static side, from a derivative to a fitted model with its standard errors;
//! [`values`], the dynamic side, from a derivative to a trained network.
//!
//! Which of them you need is a question of *when the program knows what it computes*. If the formula is known when it is
//! compiled, and only its numbers change, it is a function of [`func!`](crate::func). If the program finds out as it
//! runs, as in a loop until convergence or a network read from a file, it is recorded on a [`Tape`](crate::Tape). The
//! [front page](crate#static-or-tape) compares the two, and a function can be one node on a tape.
//!
//! For the answer to one question, see the [`cookbook`](crate::cookbook). If you know JAX, PyTorch, Stan or another such
//! library, see [`coming_from`](crate::coming_from).

#[doc = include_str!("functions.md")]
pub mod functions {}

#[cfg(feature = "nn")]
#[doc = include_str!("values.md")]
pub mod values {}
