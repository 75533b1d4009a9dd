//! The sparse Jacobian of a function.

use super::colouring::Colours;
use super::pattern::{Order, Pattern};
use super::trace;
use crate::drivers::{Differentiable, LengthError};
use crate::expr::{Cotangent, Inputs, Shape};
use crate::forward::Dual;
use crate::scalar::Scalar;
use core::fmt;
use std::vec;
use std::vec::Vec;

/// The Jacobian of a function with several results, of which only the entries are computed that may be other than zero.
///
/// [`of`](SparseJacobian::of) finds the [pattern](Pattern) from the function and colours it; an evaluation then is
/// one product for each colour. In forward mode the colours are those of the columns, and a product is an evaluation over
/// [`Dual`]; in reverse mode they are those of the rows, and a product is a reverse sweep. It takes the mode with fewer
/// products, by the entries of the fullest row and column; [`forward`](SparseJacobian::forward) and
/// [`reverse`](SparseJacobian::reverse) choose one. The values are written in the order of the pattern: CSC, or with
/// [`by_rows`](SparseJacobian::by_rows) CSR. Nothing is allocated after that.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::sparse::SparseJacobian;
///
/// func! {
///     /// u″ + u² of a function on a grid.
///     fn boundary_value_problem(u: [R; 50]) -> [R; 48] {
///         u.window::<0, 48>() - 2 * u.window::<1, 48>() + u.window::<2, 48>() + u.window::<1, 48>().square()
///     }
/// }
///
/// let mut jacobian = SparseJacobian::of(boundary_value_problem).by_rows();
/// assert_eq!((jacobian.pattern().len(), jacobian.colour_count()), (144, 3));
/// let mut values = vec![0.0; 144];
/// jacobian.values_into(&[0.25; 50], &mut values)?;
/// assert_eq!(values[..6], [1.0, -1.5, 1.0, 1.0, -1.5, 1.0]);
/// # Ok::<(), monograd::drivers::LengthError>(())
/// ```
#[derive(Clone)]
pub struct SparseJacobian<F, S, const N: usize> {
    function: F,
    pattern: Pattern,
    mode: Mode,
    colours: Colours,
    /// The entries by colour: the index in the product, and the number of the entry.
    recovery: Vec<(usize, usize)>,
    of_colour: Vec<usize>,
    /// The point, in forward mode over dual numbers.
    x: Vec<Dual<S>>,
    /// The product, in reverse mode.
    cotangents: Vec<S>,
}

/// Of what the colours are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Columns.
    Forward,
    /// Rows.
    Reverse,
}

impl<F, S, const N: usize> fmt::Debug for SparseJacobian<F, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SparseJacobian")
            .field("entries", &self.pattern.len())
            .field("colours", &self.colours.count)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

impl<F, S, const N: usize> SparseJacobian<F, S, N>
where
    F: Differentiable<N, Data = ()>,
    S: Scalar,
{
    /// The Jacobian of a function, in CSC: finds its pattern, and colours it.
    #[must_use]
    pub fn of(function: F) -> Self {
        let columns = trace::jacobian(function);
        let (rows, _) = columns.reordered();
        let fullest = |pattern: &Pattern| {
            let lengths = pattern.starts().windows(2).map(|range| range[1] - range[0]);
            lengths.max().unwrap_or(0)
        };
        // As many colours are needed at least; a sweep back costs about two evaluations over dual numbers.
        let mode = if fullest(&rows) <= 2 * fullest(&columns) {
            Mode::Forward
        } else {
            Mode::Reverse
        };
        Self::with(function, columns, mode)
    }

    /// The same by evaluations over dual numbers, and the colours of the columns.
    #[must_use]
    pub fn forward(self) -> Self {
        Self::with(self.function, self.pattern, Mode::Forward)
    }

    /// The same by reverse sweeps, and the colours of the rows.
    #[must_use]
    pub fn reverse(self) -> Self {
        Self::with(self.function, self.pattern, Mode::Reverse)
    }

    /// The same with the entries row by row, in CSR.
    #[must_use]
    pub fn by_rows(self) -> Self {
        match self.pattern.order() {
            Order::Columns => Self::with(self.function, self.pattern.reordered().0, self.mode),
            Order::Rows => self,
        }
    }

    fn with(function: F, pattern: Pattern, mode: Mode) -> Self {
        let (other, _) = pattern.reordered();
        let (columns, rows) = match pattern.order() {
            Order::Columns => (&pattern, &other),
            Order::Rows => (&other, &pattern),
        };
        let colours = match mode {
            Mode::Forward => Colours::of_columns(columns, rows),
            Mode::Reverse => Colours::of_columns(rows, columns),
        };
        let mut by_colour = vec![Vec::new(); colours.count];
        for (entry, (row, column)) in pattern.entries().enumerate() {
            match mode {
                Mode::Forward => by_colour[colours.of[column]].push((row, entry)),
                Mode::Reverse => by_colour[colours.of[row]].push((column, entry)),
            }
        }
        let mut of_colour = vec![0];
        let mut recovery = Vec::with_capacity(pattern.len());
        for entries in by_colour {
            recovery.extend(entries);
            of_colour.push(recovery.len());
        }
        let inputs = F::Inputs::LEN;
        SparseJacobian {
            function,
            pattern,
            mode,
            colours,
            recovery,
            of_colour,
            x: match mode {
                Mode::Forward => vec![Dual::constant(S::zero()); inputs],
                Mode::Reverse => Vec::new(),
            },
            cotangents: match mode {
                Mode::Forward => Vec::new(),
                Mode::Reverse => vec![S::zero(); inputs],
            },
        }
    }

    /// Where the entries are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// How many colours there are: as many products make up the Jacobian.
    pub fn colour_count(&self) -> usize {
        self.colours.count
    }

    /// Writes the values of the entries at `x`.
    ///
    /// # Errors
    ///
    /// If the slices are not of the lengths of the inputs and of the pattern.
    pub fn values_into(&mut self, x: &[S], values: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", F::Inputs::LEN, x)?;
        LengthError::check("values", self.pattern.len(), values)?;
        for colour in 0..self.colours.count {
            self.product(x, colour, values, |_| ());
        }
        Ok(())
    }

    /// Writes the results of the function at `x`, and the values of the entries of the Jacobian.
    ///
    /// # Errors
    ///
    /// If the slices are not of the lengths of the inputs, the results and the pattern.
    pub fn value_and_jacobian_into(
        &mut self,
        x: &[S],
        results: &mut [S],
        values: &mut [S],
    ) -> Result<(), LengthError> {
        LengthError::check("point", F::Inputs::LEN, x)?;
        LengthError::check("results", F::Codomain::LEN, results)?;
        LengthError::check("values", self.pattern.len(), values)?;
        if self.colours.count == 0 {
            let value = self.function.evaluate(F::Inputs::group(x));
            results.copy_from_slice(F::Codomain::flat(&value));
        }
        for colour in 0..self.colours.count {
            self.product(x, colour, values, |value| {
                for (at, result) in results.iter_mut().enumerate() {
                    *result = value(at);
                }
            });
        }
        Ok(())
    }

    /// Writes the entries that are read from the product with one colour; hands the results to `take`.
    fn product(
        &mut self,
        x: &[S],
        colour: usize,
        values: &mut [S],
        take: impl FnOnce(&dyn Fn(usize) -> S),
    ) {
        let colours = &self.colours.of;
        let recovery = &self.recovery[self.of_colour[colour]..self.of_colour[colour + 1]];
        match self.mode {
            Mode::Forward => {
                for ((dual, &x), &of) in self.x.iter_mut().zip(x).zip(colours) {
                    *dual = Dual::new(x, if of == colour { S::one() } else { S::zero() });
                }
                let results = self.function.evaluate(F::Inputs::group(&self.x));
                let results = F::Codomain::flat(&results);
                for &(row, entry) in recovery {
                    values[entry] = results[row].tangent;
                }
                take(&|at| results[at].primal);
            }
            Mode::Reverse => {
                let mut seed = |row: usize| Cotangent::if_reached(colours[row] == colour, S::one());
                let results = self.function.sweep_into(
                    F::Inputs::group(x),
                    F::Codomain::from_fn(&mut seed),
                    F::Inputs::group_slots(&mut self.cotangents),
                );
                for &(column, entry) in recovery {
                    values[entry] = self.cotangents[column];
                }
                let results = F::Codomain::flat(&results);
                take(&|at| results[at]);
            }
        }
    }
}
