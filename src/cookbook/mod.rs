//! How do I …? Each answer is a program that runs; put in your own numbers.
//!
//! - **Writing a function**: [a loop](#a-loop), [a branch](#a-branch),
//!   [a number known only at run time](#a-number-known-only-at-run-time),
//!   [a length known only at run time](#a-length-known-only-at-run-time),
//!   [an element by an index known only at run time](#an-element-by-an-index-known-only-at-run-time),
//!   [interpolation in a table](#interpolation-in-a-table), [parameters with names](#parameters-with-names),
//!   [constraints](#constraints-by-transforms), [a root found inside](#a-root-found-inside),
//!   [an operation of your own](#an-operation-of-your-own), [a function as a parameter](#a-function-as-a-parameter)
//! - **Fitting**: [a small linear system](#a-small-linear-system), [Newton's method](#newtons-method), [L-BFGS](#l-bfgs),
//!   [a solver of another crate](#a-solver-of-another-crate),
//!   [Levenberg–Marquardt](#least-squares-levenbergmarquardt), [standard errors](#standard-errors),
//!   [a posterior](#a-posterior-hamiltonian-monte-carlo),
//!   [an ordinary differential equation](#an-ordinary-differential-equation), [a Kalman filter](#a-kalman-filter),
//!   [a mixture](#a-mixture)
//! - **Models**: [a robot arm](#a-robot-arm), [bundle adjustment](#bundle-adjustment),
//!   [prices and greeks of an option](#prices-and-greeks-of-an-option),
//!   [a differential equation solved by a network](#a-differential-equation-solved-by-a-network-pinn)
//! - **In practice**: [a sparse Hessian](#a-sparse-hessian), [all cores](#all-cores),
//!   [several machines](#several-machines), [single precision](#single-precision-and-other-numbers),
//!   [third derivatives](#third-derivatives), [without the standard library](#without-the-standard-library),
//!   [WebAssembly](#webassembly), [a tape](#a-tape-with-static-functions-as-its-nodes),
//!   [generic code of another crate](#generic-code-of-another-crate), [a plot](#a-plot), [a checkpoint](#a-checkpoint),
//!   [checking derivatives](#checking-derivatives), [profiling](#profiling)
//!
//! Where an answer needs an optimiser it is written out in a dozen lines, so that it depends on nothing. For your own
//! work take [one from a crate](#a-solver-of-another-crate).
//!
#![doc = include_str!("language.md")]
#![doc = include_str!("fitting.md")]
#![doc = include_str!("models.md")]
#![doc = include_str!("practice.md")]
