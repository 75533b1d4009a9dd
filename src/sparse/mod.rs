//! Sparse derivatives: Jacobians and Hessians of which only the entries are computed that may be other than zero, and
//! sums over rows that carry indices into many parameters.
//!
//! | | of | gives |
//! |---|---|---|
//! | [`SparseJacobian`] | a function with several results | the pattern, and the values of its entries |
//! | [`SparseHessian`] | a function with one result | the same of the Hessian |
//! | [`At`] | a function over rows with indices: [`over(&rows).at(&starts, n)`](crate::Over::at) | an [`Objective`](crate::Objective), and a [`Mapping`](crate::Mapping) of the residuals |
//! | [`AtJacobian`], [`AtNormalEquations`] | the residuals of such rows, with a robust loss or without | J; JᵀJ and Jᵀr, scattered into a fixed pattern |
//! | [`AtHessian`] | the sum over such rows | its Hessian |
//! | [`Plus`], [`PlusHessian`] | such a sum with priors or penalties | the same |
//!
//! Patterns are plain arrays of compressed columns or rows, which sparse solvers take as they are. All is found from the
//! function: nobody says where the entries are, and no numbers are tried.
//!
//! ```
//! use monograd::prelude::*;
//! use monograd::sparse::SparseHessian;
//!
//! func! {
//!     /// A chain that hangs between two nails: the heights of its links.
//!     fn potential(y: [R; 30]) {
//!         let mut energy = y[0].square() + y[29].square();
//!         for i in 0..29 {
//!             energy += (1 + (y[i + 1] - y[i]).square()).sqrt() + 0.01 * y[i];
//!         }
//!         energy
//!     }
//! }
//!
//! // Newton's method: of the tridiagonal Hessian 59 entries are computed, by 3 Hessian–vector products.
//! let mut hessian = SparseHessian::of(potential);
//! let (mut y, mut gradient, mut values) = (vec![0.0; 30], vec![0.0; 30], vec![0.0; 59]);
//! for _ in 0..20 {
//!     hessian.value_gradient_hessian_into(&y, &mut gradient, &mut values)?;
//!     let step = solve_tridiagonal(&values, &gradient);
//!     y.iter_mut().zip(step).for_each(|(y, step)| *y -= step);
//! }
//! hessian.value_gradient_hessian_into(&y, &mut gradient, &mut values)?;
//! assert!(gradient.iter().all(|slope| slope.abs() < 1e-12));
//!
//! /// Of a symmetric matrix, by its diagonal and what is below it in turn.
//! fn solve_tridiagonal(values: &[f64], right: &[f64]) -> Vec<f64> {
//!     let (mut pivots, mut x) = (vec![values[0]], right.to_vec());
//!     for i in 1..x.len() {
//!         let factor = values[2 * i - 1] / pivots[i - 1];
//!         pivots.push(values[2 * i] - factor * values[2 * i - 1]);
//!         x[i] -= factor * x[i - 1];
//!     }
//!     for i in (0..x.len()).rev() {
//!         let after = if i + 1 < x.len() { values[2 * i + 1] * x[i + 1] } else { 0.0 };
//!         x[i] = (x[i] - after) / pivots[i];
//!     }
//!     x
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Patterns
//!
//! An entry is in the pattern if the derivative is not zero *by structure*, at any point. The function is evaluated
//! over a scalar that holds a set of inputs: those on which a number's derivative depends. The results have the
//! pattern of the Jacobian; the gradient, by a reverse sweep over that scalar, has that of the Hessian, so that inputs that are
//! only added up do not interact in it. It goes through loops, calls, `let`s and arrays as any evaluation does. Of a
//! choice it takes both sides. A step function, `stop_gradient`, x⁰, and a product with a literal 0 have no derivative, and
//! |x|, `relu` and `max` no second one; data and parameters are taken for any number, so the pattern is that of every
//! data set. What cancels by value, as in x − x, is in the pattern.
//!
//! Sets are made by unions in constant time, in memory that grows with the number of operations, and each is listed once.
//!
//! # Colours
//!
//! Columns of a Jacobian that have no row in common are computed by one product, J times the sum of their unit
//! vectors (Curtis, Powell & Reid, *On the estimation of sparse Jacobian matrices*, 1974). Which columns go together is a colouring of a
//! graph (Coleman & Moré, *Estimation of sparse Jacobian matrices and graph coloring problems*, 1983). The rows are
//! coloured in the same way for reverse mode. Of a Hessian, whose entries are each in two columns, fewer colours suffice: those of
//! a *star colouring*, in which neighbours differ and every path of four vertices has three colours (Coleman & Moré,
//! *Estimation of sparse Hessian matrices and graph coloring problems*, 1984; Gebremedhin, Manne & Pothen, *What color
//! is your Jacobian? Graph coloring for computing derivatives*, SIAM Review 47, 2005). An arrow, with a full first column, needs two. Every
//! entry is read from a product as it is, nothing is subtracted, so that no digits are lost.
//!
//! # Rows with indices
//!
//! The Hessian of a sum over rows with indices needs no colours for the whole: the matrix of each row is small, and is
//! added where its inputs lie. The same holds for the normal equations of least squares. The factorisation is left to a solver,
//! and so is the elimination of a part of the unknowns (the Schur complement). `examples/bundle_adjustment`
//! hands them to `faer`, `examples/denoising` a sparse Hessian to `sprs`.

mod as_mapping;
mod at;
mod at_equations;
mod at_hessian;
mod at_jacobian;
mod colouring;
mod dependence;
mod hessian;
mod jacobian;
mod of_rows;
mod on_slices;
#[cfg(feature = "rayon")]
mod parallel;
mod pattern;
mod plus;
mod scatter;
mod sets;
mod sweep;
mod trace;

pub use at::{At, IndexError};
pub use at_equations::AtNormalEquations;
pub use at_hessian::AtHessian;
pub use at_jacobian::AtJacobian;
pub use hessian::SparseHessian;
pub use jacobian::SparseJacobian;
pub use pattern::{Order, Pattern};
pub use plus::{Plus, PlusHessian};
