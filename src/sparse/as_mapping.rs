//! The results of rows that carry indices, as a mapping of the slice of all parameters.

use super::at::{Along, At};
#[cfg(feature = "rayon")]
use super::parallel::{OfEachRow, write_inputs};
use super::sweep::Jacobian;
use crate::drivers::{Layout, LengthError, Mapping, Of, Results};
use crate::expr::{Closed, Inputs, Shape};
#[cfg(feature = "rayon")]
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};
use core::ops::Range;

impl<G: Closed, T: Plain + Scalar, const N: usize> At<'_, G, T, N> {
    /// Hands the residuals of each row and their Jacobian to a function, in the order of the rows; gives the sum of the squares of
    /// all residuals.
    fn jacobians<S: Scalar>(
        &self,
        x: &[S],
        mut take: impl FnMut(usize, &Results<G::Codomain, S>, &Jacobian<G, S>),
    ) -> S {
        #[cfg(feature = "rayon")]
        {
            let mut take = |position: usize, numbers: &[T]| {
                let number = |at: usize| S::from_plain(numbers[at]);
                let jacobian = G::each_result(|result| {
                    let first = G::Codomain::LEN + result * G::Inputs::LEN;
                    G::Inputs::from_fn(&mut |at| number(first + at))
                });
                take(position, &G::each_result(number), &jacobian);
            };
            if let Some(squares) = self.in_parallel_over(jacobians(), x, x, &mut take) {
                return S::from_plain(squares);
            }
        }
        self.sum_of_chunks(|rows| self.each_jacobian(self.residual(), rows, x, &mut take))
    }
}

impl<G: Closed, T: Plain, const N: usize> At<'_, G, T, N> {
    /// Hands what the cotangents `u` of all results give the inputs of each of some rows to a function, in the order of the rows.
    fn pull_rows<S: Scalar>(
        &self,
        rows: Range<usize>,
        x: &[S],
        u: &[S],
        mut take: impl FnMut(usize, &Of<G::Inputs, S>),
    ) {
        let seed = |position: usize, result| u[position * G::Codomain::LEN + result];
        let residual = self.residual();
        self.pull_each(residual, rows, x, seed, |position, _, slopes| {
            take(position, slopes);
        });
    }
}

/// The residuals, and then the gradient of each; the value is the sum of the squares.
#[cfg(feature = "rayon")]
pub(super) fn jacobians<'c, G: Closed, T: Plain + Scalar, const N: usize>() -> OfEachRow<'c, G, T, N>
{
    OfEachRow {
        numbers: G::Codomain::LEN * (1 + G::Inputs::LEN),
        compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
            let mut numbers = numbers.iter_mut();
            sum.each_jacobian(sum.residual(), rows, x.0, |_, results, jacobian| {
                write_jacobian::<G, T>(&mut numbers, results, jacobian);
            })
        },
    }
}

/// Writes the results of a row, and then the gradient of each.
#[cfg(feature = "rayon")]
pub(super) fn write_jacobian<'n, G: Closed, T: Plain + Scalar>(
    numbers: &mut impl Iterator<Item = &'n mut T>,
    results: &Results<G::Codomain, T>,
    jacobian: &Jacobian<G, T>,
) {
    let mut write = |number: T| {
        if let Some(to) = numbers.next() {
            *to = number;
        }
    };
    for &result in G::Codomain::flat(results) {
        write(result);
    }
    for slopes in G::Codomain::flat(jacobian) {
        let slopes = G::Inputs::refs(slopes);
        (0..G::Inputs::LEN).for_each(|at| write(G::Inputs::get(slopes, at)));
    }
}

/// Writes a part of the results of a row where they are among those of all.
fn write<G: Closed, S: Copy, U: Copy>(
    all: &mut [U],
    position: usize,
    results: &Results<G::Codomain, S>,
    part: impl Fn(S) -> U,
) {
    let of_row = &mut all[position * G::Codomain::LEN..];
    for (to, &result) in of_row.iter_mut().zip(G::Codomain::flat(results)) {
        *to = part(result);
    }
}

/// The results of all rows, row by row: the residuals of least squares. Sparse forms of their derivatives are
/// [`sparse_jacobian`](At::sparse_jacobian) and [`sparse_normal_equations`](At::sparse_normal_equations).
impl<G: Closed, T: Plain + Scalar, S: Scalar, const N: usize> Mapping<S> for At<'_, G, T, N> {
    fn input_len(&self) -> usize {
        self.parameter_count()
    }

    fn output_len(&self) -> usize {
        self.residual_count()
    }

    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("results", self.residual_count(), results)?;
        #[cfg(feature = "rayon")]
        {
            let of_rows = OfEachRow {
                numbers: G::Codomain::LEN,
                compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
                    let first = rows.start;
                    sum.each_result(sum.residual(), rows, x.0, |position, of_row| {
                        write::<G, T, T>(numbers, position - first, of_row, |result| result);
                    });
                    T::zero()
                },
            };
            if self.write_in_parallel(of_rows, x, x, results) {
                return Ok(());
            }
        }
        let rows = 0..self.row_count();
        self.each_result(self.residual(), rows, x, |position, of_row| {
            write::<G, S, S>(results, position, of_row, |result| result);
        });
        Ok(())
    }

    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("direction", self.parameter_count(), v)?;
        LengthError::check("product", self.residual_count(), product)?;
        #[cfg(feature = "rayon")]
        {
            let of_rows = OfEachRow {
                numbers: G::Codomain::LEN,
                compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
                    let first = rows.start;
                    sum.each_result(sum.residual(), rows, x, |position, of_row| {
                        let tangent = |result: Dual<T>| result.tangent;
                        write::<G, Dual<T>, T>(numbers, position - first, of_row, tangent);
                    });
                    T::zero()
                },
            };
            if self.write_in_parallel(of_rows, x, v, product) {
                return Ok(());
            }
        }
        let rows = 0..self.row_count();
        self.each_result(self.residual(), rows, Along(x, v), |position, of_row| {
            write::<G, _, S>(product, position, of_row, |result| result.tangent);
        });
        Ok(())
    }

    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", self.parameter_count(), x)?;
        LengthError::check("cotangent", self.residual_count(), u)?;
        LengthError::check("product", self.parameter_count(), product)?;
        #[cfg(feature = "rayon")]
        {
            let of_rows = OfEachRow {
                numbers: G::Inputs::LEN,
                compute: &|sum: &At<'_, G, T, N>, Along(x, u), rows, numbers| {
                    let first = rows.start;
                    sum.pull_rows(rows, x, u, |position, slopes| {
                        write_inputs::<G, T, T>(numbers, first, position, slopes, |slope| slope);
                    });
                    T::zero()
                },
            };
            if self.pull_in_parallel(of_rows, x, u, product).is_some() {
                return Ok(());
            }
        }
        product.fill(S::zero());
        self.pull_rows(0..self.row_count(), x, u, |position, slopes| {
            self.scatter(position, G::Inputs::refs(slopes), |at, slope| {
                product[at] = product[at] + slope;
            });
        });
        Ok(())
    }

    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError> {
        let (results, inputs) = (self.residual_count(), self.parameter_count());
        LengthError::check("point", inputs, x)?;
        LengthError::check("Jacobian", results * inputs, jacobian)?;
        jacobian.fill(S::zero());
        self.jacobians(x, |position, _, of_row| {
            for (result, slopes) in G::Codomain::flat(of_row).iter().enumerate() {
                let result = position * G::Codomain::LEN + result;
                self.scatter(position, G::Inputs::refs(slopes), |input, slope| {
                    let number = &mut jacobian[layout.index(result, input, results, inputs)];
                    *number = *number + slope;
                });
            }
        });
        Ok(())
    }

    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError> {
        let inputs = self.parameter_count();
        LengthError::check("point", inputs, x)?;
        LengthError::check("JᵀJ", inputs * inputs, jtj)?;
        LengthError::check("Jᵀr", inputs, jtr)?;
        jtj.fill(S::zero());
        jtr.fill(S::zero());
        Ok(self.jacobians(x, |position, results, of_row| {
            let of_results = G::Codomain::flat(of_row).iter();
            for (&result, slopes) in G::Codomain::flat(results).iter().zip(of_results) {
                self.scatter(position, G::Inputs::refs(slopes), |row, slope| {
                    jtr[row] = jtr[row] + slope * result;
                    self.scatter(position, G::Inputs::refs(slopes), |column, other| {
                        let number = &mut jtj[row * inputs + column];
                        *number = *number + slope * other;
                    });
                });
            }
        }))
    }
}
