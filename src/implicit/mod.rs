//! Functions that equations define: roots and minima, by solvers of yours, with the derivatives that the implicit function
//! theorem gives.
//!
//! Where g(x, p) = 0 and ∂g/∂x is regular, x is a function of p whose derivative is −(∂g/∂x)⁻¹ ∂g/∂p. The solver's steps
//! are not differentiated: it can be any code, in plain numbers.
//!
//! | | of one unknown | of several |
//! |---|---|---|
//! | g(x, p) = 0 | [`root`] | [`root_of_system`] |
//! | f(x, p) is least | [`minimum`] | [`minimum_of_several`] |

mod condition;
mod of_arrays;
mod of_reals;

#[doc(hidden)]
pub use condition::{Condition, Stationary, Vanishes};
#[doc(hidden)]
pub use of_arrays::Solver;
pub use of_arrays::{Implicit, minimum_of_several, root_of_system};
pub use of_reals::{MinimumOf, Root, minimum, root};
