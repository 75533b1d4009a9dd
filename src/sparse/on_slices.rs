//! Sums over rows that carry indices, as objectives and mappings of the slice of all parameters.

use super::at::{Along, At, Point};
#[cfg(feature = "rayon")]
use super::parallel::{EachRow, Gradient, Product, Value};
use super::sweep::packs;
use crate::drivers::{EvaluationError, Layout, LengthError, Mapping, Objective, sweep_each};
use crate::expr::{Closed, Cotangent, Inputs, R, Shape};
use crate::scalar::{Lanes, Plain, Scalar};

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

#[cfg(feature = "rayon")]
impl<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> At<'_, G, T, N> {
    /// The value, of which something is computed for each row on all cores, and added to `gradient`; `None` if it is not to be
    /// computed so, or over other numbers than those of the rows.
    fn sweep_in_parallel<S: Scalar>(
        &self,
        each_row: &dyn EachRow<G, T, N>,
        x: &[S],
        v: &[S],
        gradient: &mut [S],
    ) -> Option<S> {
        let run = self.run()?;
        let x = Along(S::as_plains::<T>(x)?, S::as_plains::<T>(v)?);
        gradient.fill(S::zero());
        let sum = run(self, each_row, x, &mut |position, slopes| {
            self.scatter(position, G::Inputs::group(slopes), |at, slope: T| {
                gradient[at] = gradient[at] + S::from_plain(slope);
            });
        });
        self.scale(gradient);
        Some(self.scaled(S::from_plain(sum)))
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
        if let Some(value) = self.sweep_in_parallel(&Value, x, x, &mut []) {
            return Ok(value);
        }
        Ok(self.scaled(self.sum_of_chunks(|rows| self.value_of_rows(rows, x))))
    }

    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        LengthError::check_gradient(self.parameter_count(), x, gradient)?;
        #[cfg(feature = "rayon")]
        if let Some(value) = self.sweep_in_parallel(&Gradient, x, x, gradient) {
            return Ok(value);
        }
        Ok(self.sweep(x, gradient, |slope| slope))
    }

    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.parameter_count(), product)?;
        #[cfg(feature = "rayon")]
        if self.sweep_in_parallel(&Product, x, v, product).is_some() {
            return Ok(());
        }
        self.sweep(Along(x, v), product, |slope| slope.tangent);
        Ok(())
    }
}

impl<G: Closed, T: Plain, const N: usize> At<'_, G, T, N> {
    /// Writes a part of each result of each row, from a number for each parameter.
    fn write_results<X: Point, S: Copy>(
        &self,
        results: &mut [S],
        x: X,
        part: impl Fn(X::Number) -> S,
    ) {
        let of_row = G::Codomain::LEN;
        let (packs, rest) = packs::<X::Number>(0..self.row_count());
        for position in packs {
            let inputs = self.gather_pack(position, x);
            let data = self.pack::<X::Number>(position);
            let (inputs, data) = (G::Inputs::refs(&inputs), G::Data::refs(&data));
            let found = self.function().evaluate(inputs, data);
            for (result, &found) in G::Codomain::flat(&found).iter().enumerate() {
                for lane in 0..X::Number::REGISTER_LANES {
                    results[(position + lane) * of_row + result] =
                        part(X::Number::register_lane(found, lane));
                }
            }
        }
        let of_rows = results.chunks_exact_mut(of_row.max(1)).enumerate();
        for (position, of_row) in of_rows.skip(rest.start) {
            let inputs = self.gather(position, x);
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
        let inputs = self.gather(position, x);
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
        self.write_results(results, x, |result| result);
        Ok(())
    }

    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.residual_count(), product)?;
        self.write_results(product, Along(x, v), |result| result.tangent);
        Ok(())
    }

    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("cotangent", self.residual_count(), u)?;
        LengthError::check("product", self.parameter_count(), product)?;
        product.fill(S::zero());
        for (position, u) in u.chunks_exact(G::Codomain::LEN.max(1)).enumerate() {
            let inputs = self.gather(position, x);
            let seeds = G::Codomain::from_fn(&mut |result| Cotangent::of(u[result]));
            let (_, slopes) = self.over().with_row(position, |data| {
                self.function().sweep(G::Inputs::refs(&inputs), data, seeds)
            });
            self.scatter(position, G::Inputs::refs(&slopes), |at, slope| {
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
                self.scatter(position, G::Inputs::refs(slopes), |input, slope| {
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
                self.scatter(position, G::Inputs::refs(slopes), |row, slope| {
                    jtr[row] = jtr[row] + slope * result;
                    self.scatter(position, G::Inputs::refs(slopes), |column, other| {
                        let number = &mut jtj[row * inputs + column];
                        *number = *number + slope * other;
                    });
                });
            }
            squares
        }))
    }
}
