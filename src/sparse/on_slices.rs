//! Sums over rows that carry indices, as objectives of the slice of all parameters.

use super::at::{Along, At, Point};
#[cfg(feature = "rayon")]
use super::parallel::{OfEachRow, write_inputs};
use crate::drivers::{EvaluationError, LengthError, Objective};
use crate::expr::{Closed, Inputs, R};
#[cfg(feature = "rayon")]
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};

impl<G: Closed<Codomain = R>, T: Plain, const N: usize> At<'_, G, T, N> {
    /// The value; writes a part of the gradient.
    fn sweep<X: Point, S: Scalar>(
        &self,
        x: X,
        gradient: &mut [S],
        part: impl Fn(X::Number) -> S + Copy,
    ) -> X::Number {
        gradient.fill(S::zero());
        let sum = self.add_part(x, gradient, part);
        self.scale(gradient);
        self.scaled(sum)
    }

    /// The value, with the gradient added.
    pub(super) fn add_gradient<S: Scalar>(&self, x: &[S], gradient: &mut [S]) -> S {
        self.add_part(x, gradient, |slope| slope)
    }

    /// Adds the Hessian–vector product.
    pub(super) fn add_product<S: Scalar>(&self, x: &[S], v: &[S], product: &mut [S]) {
        self.add_part(Along(x, v), product, |slope| slope.tangent);
    }

    /// The sum of the values, with a part of the gradient added.
    fn add_part<X: Point, S: Scalar>(
        &self,
        x: X,
        gradient: &mut [S],
        part: impl Fn(X::Number) -> S + Copy,
    ) -> X::Number {
        self.sum_of_chunks(|rows| {
            self.each_gradient(rows, x, |position, slopes| {
                self.scatter(position, G::Inputs::refs(slopes), |at, slope| {
                    gradient[at] = gradient[at] + part(slope);
                });
            })
        })
    }

    /// A gradient as it is, or that of the mean.
    fn scale<S: Scalar>(&self, gradient: &mut [S]) {
        if self.over().is_mean() {
            for slope in gradient {
                *slope = self.scaled(*slope);
            }
        }
    }
}

/// The sum over the rows, or their mean.
impl<G: Closed<Codomain = R>, T: Plain + Scalar, S: Scalar, const N: usize> Objective<S>
    for At<'_, G, T, N>
{
    fn dimension(&self) -> usize {
        self.parameter_count()
    }

    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        LengthError::check("point", self.parameter_count(), x)?;
        #[cfg(feature = "rayon")]
        {
            let value = OfEachRow {
                numbers: 0,
                compute: &|sum: &At<'_, G, T, N>, x, rows, _| sum.value_of_rows(rows, x.0),
            };
            if let Some(sum) = self.in_parallel_over(value, x, x, &mut |_, _| ()) {
                return Ok(self.scaled(S::from_plain(sum)));
            }
        }
        Ok(self.scaled(self.sum_of_chunks(|rows| self.value_of_rows(rows, x))))
    }

    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        LengthError::check_gradient(self.parameter_count(), x, gradient)?;
        #[cfg(feature = "rayon")]
        {
            let of_rows = OfEachRow {
                numbers: G::Inputs::LEN,
                compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
                    let first = rows.start;
                    sum.each_gradient(rows, x.0, |position, slopes| {
                        write_inputs::<G, T, T>(numbers, first, position, slopes, |slope| slope);
                    })
                },
            };
            if let Some(sum) = self.pull_in_parallel(of_rows, x, x, gradient) {
                self.scale(gradient);
                return Ok(self.scaled(sum));
            }
        }
        Ok(self.sweep(x, gradient, |slope| slope))
    }

    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.parameter_count(), product)?;
        #[cfg(feature = "rayon")]
        {
            let of_rows = OfEachRow {
                numbers: G::Inputs::LEN,
                compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
                    let first = rows.start;
                    let sum_of_rows = sum.each_gradient(rows, x, |position, slopes| {
                        let tangent = |slope: Dual<T>| slope.tangent;
                        write_inputs::<G, Dual<T>, T>(numbers, first, position, slopes, tangent);
                    });
                    sum_of_rows.primal
                },
            };
            if self.pull_in_parallel(of_rows, x, v, product).is_some() {
                self.scale(product);
                return Ok(());
            }
        }
        self.sweep(Along(x, v), product, |slope| slope.tangent);
        Ok(())
    }
}
