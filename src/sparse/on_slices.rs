//! Sums over rows that carry indices, as objectives and mappings of the slice of all parameters.

use super::at::At;
use crate::drivers::{EvaluationError, Layout, LengthError, Mapping, Objective, sweep_each};
use crate::expr::{Closed, Cotangent, Inputs, R, Shape};
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};

impl<G: Closed<Codomain = R>, T: Plain, const N: usize> At<'_, G, T, N> {
    /// The value; writes a part of the gradient.
    fn sweep<U: Scalar, S: Scalar>(
        &self,
        number: impl Fn(usize) -> U + Copy,
        gradient: &mut [S],
        part: impl Fn(U) -> S + Copy,
    ) -> U {
        gradient.fill(S::zero());
        let seed = Cotangent::of(U::one());
        let sum = self.sum(|position| {
            let inputs = self.gather(position, number);
            let (value, slopes) = self.over().with_row(position, |data| {
                self.function().sweep(G::Inputs::refs(&inputs), data, seed)
            });
            self.scatter(position, &slopes, |at, slope| {
                gradient[at] = gradient[at] + part(slope);
            });
            value
        });
        if self.over().is_mean() {
            for slope in gradient {
                *slope = self.scaled(*slope);
            }
        }
        self.scaled(sum)
    }
}

/// The sum over the rows, or their mean.
impl<G: Closed<Codomain = R>, T: Plain, S: Scalar, const N: usize> Objective<S>
    for At<'_, G, T, N>
{
    fn dimension(&self) -> usize {
        self.parameter_count()
    }

    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        LengthError::check("point", self.parameter_count(), x)?;
        let sum = self.sum(|position| {
            let inputs = self.gather(position, |at| x[at]);
            self.over().with_row(position, |data| {
                self.function().evaluate(G::Inputs::refs(&inputs), data)
            })
        });
        Ok(self.scaled(sum))
    }

    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        LengthError::check_gradient(self.parameter_count(), x, gradient)?;
        Ok(self.sweep(|at| x[at], gradient, |slope| slope))
    }

    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.parameter_count(), product)?;
        self.sweep(|at| Dual::new(x[at], v[at]), product, |slope| slope.tangent);
        Ok(())
    }
}

impl<G: Closed, T: Plain, const N: usize> At<'_, G, T, N> {
    /// Writes a part of each result of each row, from a number for each parameter.
    fn write_results<U: Scalar, S: Copy>(
        &self,
        results: &mut [S],
        number: impl Fn(usize) -> U + Copy,
        part: impl Fn(U) -> S,
    ) {
        let (lanes, of_row) = (Self::at_once::<U>(), G::Codomain::LEN);
        let in_lanes = match lanes {
            1 => 0,
            lanes => self.row_count() - self.row_count() % lanes,
        };
        for position in (0..in_lanes).step_by(lanes) {
            let inputs = self.gather_pack(position, number);
            let data = self.over().pack::<U>(position);
            let (inputs, data) = (G::Inputs::refs(&inputs), G::Data::refs(&data));
            let found = self.function().evaluate(inputs, data);
            for (result, &found) in G::Codomain::flat(&found).iter().enumerate() {
                for lane in 0..lanes {
                    results[(position + lane) * of_row + result] = part(U::lane(found, lane));
                }
            }
        }
        let of_rows = results.chunks_exact_mut(of_row.max(1)).enumerate();
        for (position, of_row) in of_rows.skip(in_lanes) {
            let inputs = self.gather(position, number);
            let found = self.over().with_row(position, |data| {
                self.function().evaluate(G::Inputs::refs(&inputs), data)
            });
            for (result, &found) in of_row.iter_mut().zip(G::Codomain::flat(&found)) {
                *result = part(found);
            }
        }
    }

    /// The results of a row, and the gradient of each.
    #[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
    fn jacobian_of_row<S: Scalar>(
        &self,
        position: usize,
        x: &[S],
    ) -> (
        <G::Codomain as Shape>::Of<S>,
        <G::Codomain as Shape>::Of<<G::Inputs as Inputs>::Of<S>>,
    ) {
        let inputs = self.gather(position, |at| x[at]);
        self.over().with_row(position, |data| {
            sweep_each(self.function(), G::Inputs::refs(&inputs), data)
        })
    }
}

/// The results of all rows, row by row: the residuals of least squares. Sparse forms of their derivatives are
/// [`sparse_jacobian`](At::sparse_jacobian) and [`sparse_normal_equations`](At::sparse_normal_equations).
impl<G: Closed, T: Plain, S: Scalar, const N: usize> Mapping<S> for At<'_, G, T, N> {
    fn input_len(&self) -> usize {
        self.parameter_count()
    }

    fn output_len(&self) -> usize {
        self.residual_count()
    }

    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("results", self.residual_count(), results)?;
        self.write_results(results, |at| x[at], |result| result);
        Ok(())
    }

    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.residual_count(), product)?;
        let moving = |at: usize| Dual::new(x[at], v[at]);
        self.write_results(product, moving, |result| result.tangent);
        Ok(())
    }

    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("cotangent", self.residual_count(), u)?;
        LengthError::check("product", self.parameter_count(), product)?;
        product.fill(S::zero());
        for (position, u) in u.chunks_exact(G::Codomain::LEN.max(1)).enumerate() {
            let inputs = self.gather(position, |at| x[at]);
            let seeds = G::Codomain::from_fn(&mut |result| Cotangent::of(u[result]));
            let (_, slopes) = self.over().with_row(position, |data| {
                self.function().sweep(G::Inputs::refs(&inputs), data, seeds)
            });
            self.scatter(position, &slopes, |at, slope| {
                product[at] = product[at] + slope;
            });
        }
        Ok(())
    }

    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError> {
        let (results, inputs) = (self.residual_count(), self.parameter_count());
        LengthError::check("point", inputs, x)?;
        LengthError::check("Jacobian", results * inputs, jacobian)?;
        jacobian.fill(S::zero());
        for position in 0..self.row_count() {
            let (_, of_row) = self.jacobian_of_row(position, x);
            for (result, slopes) in G::Codomain::flat(&of_row).iter().enumerate() {
                let result = position * G::Codomain::LEN + result;
                self.scatter(position, slopes, |input, slope| {
                    let number = &mut jacobian[layout.index(result, input, results, inputs)];
                    *number = *number + slope;
                });
            }
        }
        Ok(())
    }

    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError> {
        let inputs = self.parameter_count();
        LengthError::check("point", inputs, x)?;
        LengthError::check("JᵀJ", inputs * inputs, jtj)?;
        LengthError::check("Jᵀr", inputs, jtr)?;
        jtj.fill(S::zero());
        jtr.fill(S::zero());
        Ok(self.sum(|position| {
            let (results, of_row) = self.jacobian_of_row(position, x);
            let (results, of_row) = (G::Codomain::flat(&results), G::Codomain::flat(&of_row));
            let mut squares = S::zero();
            for (&result, slopes) in results.iter().zip(of_row) {
                squares = squares + result * result;
                self.scatter(position, slopes, |row, slope| {
                    jtr[row] = jtr[row] + slope * result;
                    self.scatter(position, slopes, |column, other| {
                        let number = &mut jtj[row * inputs + column];
                        *number = *number + slope * other;
                    });
                });
            }
            squares
        }))
    }
}
