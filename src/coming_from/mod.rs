//! What things are called here, and what does not exist here, for those who know
//! [JAX](#jax), [PyTorch](#pytorch), [micrograd](#micrograd), [num-dual](#num-dual), [Enzyme](#enzyme) or
//! [CppAD and Stan](#cppad-and-stan).
//!
#![doc = include_str!("python.md")]
#![doc = include_str!("compiled.md")]
