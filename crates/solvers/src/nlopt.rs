//! [nlopt](https://docs.rs/nlopt) 0.8: the C library NLopt, local and global algorithms with bounds and constraints.
//!
//! [`objective.nlopt()`](crate::ObjectiveSolvers::nlopt) is the closure that `Nlopt::new` takes, and that its constraints take.
//! It has no type of nlopt in it, so it needs no feature and this crate does not depend on nlopt:
//!
//! ```text
//! let objective = rosenbrock.objective();
//! let n = objective.dimension();
//! let mut solver = Nlopt::new(Algorithm::Mma, n, objective.nlopt(), Target::Minimize, ());
//! solver.add_inequality_constraint(disc.objective().nlopt(), (), 1e-10)?;
//! solver.set_xtol_rel(1e-10)?;
//! let (_, minimum) = solver.optimize(&mut x)?;
//! ```
//!
//! The closure gives the value, and writes the gradient where there is room for it:
//!
//! ```
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//!
//! func! { fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() } }
//!
//! let closure = rosenbrock.objective().nlopt();
//! let mut gradient = [0.0; 2];
//! assert_eq!(closure(&[0.0, 1.0], Some(&mut gradient), &mut ()), 101.0);
//! assert_eq!(gradient, [-2.0, 200.0]);
//! assert_eq!(closure(&[0.0, 1.0], None, &mut ()), 101.0);
//! ```
//!
//! # Its license
//!
//! nlopt 0.8 compiles NLopt with all its algorithms, by a C compiler and cmake, and links it statically. Among them is code of
//! Lukšan under the LGPL, and so is then the library as a whole. That is why it is a dependency of this crate's tests alone. Most of its
//! gradient-based algorithms have a counterpart without that condition: [`argmin`](crate::argmin) for L-BFGS and truncated
//! Newton, [`slsqp`](crate::slsqp) for constraints.
//!
//! # Lengths
//!
//! NLopt has no error for what it calls, and nlopt 0.8 does not check the length of the start. Take both from one
//! [`dimension`](monograd::Objective::dimension), as above. A point of another length is a panic that says both; across
//! C it ends the program.
//!
//! # The glue it replaces
//!
//! A closure of four lines, with the gradient written out.
