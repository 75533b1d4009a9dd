//! What optimisers and samplers build on: a real function of a slice.

#[cfg(feature = "std")]
use super::cached::Cached;
use super::evaluation_error::EvaluationError;
use super::mapping::Mapping;
use super::slices::LengthError;
use crate::scalar::Scalar;

/// A real function f of n numbers on slices: the contract with optimisers, samplers and other programs.
///
/// [`objective`](crate::Function::objective) makes one of any [`Function`](crate::Function) with one result: of an
/// item of `func!`, of a closure, of a function with its data, of a sum over rows, on one core or on all. The
/// trait is object-safe. Its lengths are known when the program runs; a matrix among the inputs is given row by row,
/// the inputs one after the other in the order declared.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn rosenbrock(x, y) { (1 - x).square() + 100 * (y - x * x).square() }
///     fn error(w: [R; 2], b; x: [R; 2], y) { (w.dot(x) + b - y).square() }
/// }
/// let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], 2.0)];
///
/// let problems: [Box<dyn Objective<f64>>; 2] =
///     [Box::new(rosenbrock.objective()), Box::new(error.over(&rows).mean().objective())];
/// for problem in &problems {
///     let mut x = vec![0.5; problem.dimension()];
///     let mut gradient = vec![0.0; problem.dimension()];
///     let start = problem.value_at(&x)?;
///     for _ in 0..100 {
///         problem.value_and_gradient_at(&x, &mut gradient)?;
///         x.iter_mut().zip(&gradient).for_each(|(x, slope)| *x -= 1e-3 * slope);
///     }
///     assert!(problem.value_at(&x)? < start);
/// }
/// # Ok::<(), monograd::drivers::EvaluationError>(())
/// ```
///
/// # Implementing it
///
/// What has a value and derivatives from elsewhere, a model in another language for example, is an objective by four
/// methods. The others are provided.
///
/// ```
/// use monograd::drivers::{EvaluationError, LengthError};
/// use monograd::prelude::*;
///
/// /// ½ |x|², of any dimension.
/// struct Bowl(usize);
///
/// impl Objective<f64> for Bowl {
///     fn dimension(&self) -> usize {
///         self.0
///     }
///     fn value_at(&self, x: &[f64]) -> Result<f64, EvaluationError> {
///         LengthError::check("point", self.0, x)?;
///         Ok(x.iter().map(|x| x * x).sum::<f64>() / 2.0)
///     }
///     fn value_and_gradient_at(&self, x: &[f64], gradient: &mut [f64]) -> Result<f64, EvaluationError> {
///         LengthError::check("gradient", self.0, gradient)?;
///         let value = self.value_at(x)?;
///         gradient.copy_from_slice(x);
///         Ok(value)
///     }
///     fn hvp_at(&self, x: &[f64], v: &[f64], product: &mut [f64]) -> Result<(), EvaluationError> {
///         LengthError::check("point", self.0, x)?;
///         LengthError::check("direction", self.0, v)?;
///         LengthError::check("product", self.0, product)?;
///         product.copy_from_slice(v);
///         Ok(())
///     }
/// }
/// let mut hessian = [f64::NAN; 9];
/// Bowl(3).hessian_at(&[1.0, 2.0, 3.0], &mut hessian)?;
/// assert_eq!(hessian, [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]);
/// # Ok::<(), EvaluationError>(())
/// ```
///
/// # Errors
///
/// Of every method but [`dimension`](Objective::dimension): a slice that has not the length it must have, and what else
/// prevents an evaluation, where it is computed on other machines or in another language: see [`EvaluationError`]. Nothing is
/// written then.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an objective over `{S}`",
    note = "a function with one result becomes one by `f.objective()`: of `func!`, with its data, or summed over rows"
)]
pub trait Objective<S: Scalar = f64> {
    /// How many numbers a point has, n.
    fn dimension(&self) -> usize;

    /// The value f(x).
    ///
    /// # Errors
    ///
    /// If `x` has not n elements.
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError>;

    /// The value f(x); the gradient ∇f(x) is written to `gradient`.
    ///
    /// # Errors
    ///
    /// If a slice has not n elements.
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError>;

    /// The Hessian–vector product ∇²f(x) v is written to `product`.
    ///
    /// # Errors
    ///
    /// If a slice has not n elements.
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError>;

    /// The Hessian ∇²f(x) is written to `hessian`, n² numbers: row by row, which is the same as column by column, since
    /// it is exactly symmetric.
    ///
    /// What is provided takes n products.
    ///
    /// # Errors
    ///
    /// If `x` has not n elements, or `hessian` not n².
    fn hessian_at(&self, x: &[S], hessian: &mut [S]) -> Result<(), EvaluationError> {
        let n = self.dimension();
        LengthError::check("point", n, x)?;
        LengthError::check("Hessian", n * n, hessian)?;
        by_products(n, hessian, |v, product| self.hvp_at(x, v, product))
    }

    /// The residuals r of a least-squares problem, f = ½ \|r\|²: for solvers that use their Jacobian. Other objectives
    /// have none.
    ///
    /// [`over(&rows).least_squares().objective()`](crate::Over::objective) has them.
    fn residuals(&self) -> Option<&dyn Mapping<S>> {
        None
    }

    /// The same objective, with the value and the gradient kept for the point where they were last computed:
    /// for solvers that ask for them one after the other.
    ///
    /// See [`Cached`].
    #[cfg(feature = "std")]
    fn cached(self) -> Cached<Self, S>
    where
        Self: Sized,
    {
        Cached::new(self)
    }
}

/// The Hessian by a product with each unit vector.
///
/// The unit vectors are in the last row, and at the end in the first, whose numbers are then in the first column, too.
pub(super) fn by_products<S: Scalar, E>(
    n: usize,
    hessian: &mut [S],
    product: impl Fn(&[S], &mut [S]) -> Result<(), E>,
) -> Result<(), E> {
    let Some(last) = n.checked_sub(1) else {
        return Ok(());
    };
    if last == 0 {
        return product(&[S::one()], hessian);
    }
    let (rows, unit) = hessian.split_at_mut(last * n);
    unit.fill(S::zero());
    for (row, line) in rows.chunks_exact_mut(n).enumerate() {
        unit[row] = S::one();
        product(unit, line)?;
        unit[row] = S::zero();
    }
    let first = &mut rows[..n];
    let corner = first[0];
    first.fill(S::zero());
    first[last] = S::one();
    product(first, unit)?;
    hessian[0] = corner;
    for at in 1..n {
        hessian[at] = hessian[at * n];
    }
    mirror(n, hessian);
    Ok(())
}

/// Writes what is right of the diagonal of a square matrix left of it, too.
pub(crate) fn mirror<S: Copy>(n: usize, matrix: &mut [S]) {
    for row in 1..n {
        for column in 0..row {
            matrix[row * n + column] = matrix[column * n + row];
        }
    }
}

/// An objective that is referred to is an objective.
macro_rules! through_pointers {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $Pointer:ty;)*) => {
        $($(#[$attribute])*
        impl<$($generics)* S: Scalar, O: Objective<S> + ?Sized> Objective<S> for $Pointer {
            fn dimension(&self) -> usize {
                (**self).dimension()
            }
            fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
                (**self).value_at(x)
            }
            fn value_and_gradient_at(
                &self,
                x: &[S],
                gradient: &mut [S],
            ) -> Result<S, EvaluationError> {
                (**self).value_and_gradient_at(x, gradient)
            }
            fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
                (**self).hvp_at(x, v, product)
            }
            fn hessian_at(&self, x: &[S], hessian: &mut [S]) -> Result<(), EvaluationError> {
                (**self).hessian_at(x, hessian)
            }
            fn residuals(&self) -> Option<&dyn Mapping<S>> {
                (**self).residuals()
            }
        })*
    };
}

through_pointers! {
    ['o,] &'o O;
    #[cfg(feature = "std")]
    [] std::boxed::Box<O>;
    #[cfg(feature = "std")]
    [] std::sync::Arc<O>;
}
