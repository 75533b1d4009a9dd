//! Sums over rows that carry indices, with functions of the parameters added: priors and penalties.

use super::at::{At, IndexError};
use super::at_hessian::AtHessian;
use super::pattern::{Order, Pattern};
use crate::drivers::{EvaluationError, HasInputs, LengthError, Objective};
use crate::expr::{AnyFunction, Closed, R};
use crate::rows::{Over, Source};
use crate::scalar::{Plain, Scalar};
use std::vec;
use std::vec::Vec;

/// A sum over rows that carry indices, to which functions of the parameters are added: what [`At::plus`] gives.
///
/// It is an [`Objective`], and has a [sparse Hessian](Plus::sparse_hessian).
#[derive(Debug, Clone, Copy)]
pub struct Plus<A, B> {
    sum: A,
    added: B,
}

/// A sum of which there are a sparse Hessian and a number of parameters.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a sum over rows that carry indices")]
pub trait Summed<T: Scalar>: Objective<T> {
    /// Its Hessian.
    type Hessian: SummedHessian<T>;

    /// Makes it.
    fn hessian(&self) -> Self::Hessian;
}

/// The sparse Hessian of a sum.
pub trait SummedHessian<T: Scalar>: Sized {
    /// Where the entries are.
    fn entries(&self) -> &Pattern;

    /// As [`AtHessian::value_gradient_hessian_into`].
    fn write(&mut self, x: &[T], gradient: &mut [T], values: &mut [T]) -> Result<T, LengthError>;

    /// With both triangles.
    fn whole(self) -> Self;
}

impl<'r, G, T, const N: usize> Summed<T> for At<'r, G, T, N>
where
    G: Closed<Codomain = R>,
    T: Plain + Scalar,
{
    type Hessian = AtHessian<'r, G, T, N>;

    fn hessian(&self) -> Self::Hessian {
        self.sparse_hessian()
    }
}

impl<G, T, const N: usize> SummedHessian<T> for AtHessian<'_, G, T, N>
where
    G: Closed<Codomain = R>,
    T: Plain + Scalar,
{
    fn entries(&self) -> &Pattern {
        self.pattern()
    }
    fn write(&mut self, x: &[T], gradient: &mut [T], values: &mut [T]) -> Result<T, LengthError> {
        self.value_gradient_hessian_into(x, gradient, values)
    }
    fn whole(self) -> Self {
        self.mirrored()
    }
}

impl<'r, G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> At<'r, G, T, N> {
    /// Adds a function of parameters alone, once for each of `starts`, which say at which parameter each of its inputs begins: a
    /// prior density, or a penalty. To a [mean](crate::Over::mean) it is added after the division.
    ///
    /// Several are added one after the other.
    ///
    /// # Errors
    ///
    /// If an input extends beyond the parameters.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// A measurement in a group, and how far the group's mean is from 0: minus the logarithms of the densities.
    ///     fn surprise(mean; y) { 0.5 * (y - mean).square() }
    ///     fn prior(mean) { 0.5 * mean.square() }
    /// }
    /// let (rows, groups) = ([[1.0], [2.0], [5.0]], [[0], [0], [1]]);
    /// let posterior = surprise.over(&rows).at(&groups, 2)?.plus(prior, &[[0], [1]])?;
    ///
    /// let mut gradient = [0.0; 2];
    /// let value = posterior.value_and_gradient_at(&[1.0, 2.0], &mut gradient)?;
    /// assert_eq!((value, gradient), (0.5 * (1.0 + 9.0) + 0.5 * (1.0 + 4.0), [0.0, -1.0]));
    ///
    /// let mut hessian = posterior.sparse_hessian();
    /// let mut values = [0.0; 2];
    /// hessian.value_gradient_hessian_into(&[1.0, 2.0], &mut gradient, &mut values)?;
    /// assert_eq!(values, [3.0, 2.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn plus<F, const M: usize>(
        self,
        function: F,
        starts: &'r [[usize; M]],
    ) -> Result<Plus<Self, At<'r, F::Definition, T, M>>, IndexError>
    where
        F: AnyFunction<M>,
        F::Definition: Closed<Data = (), Codomain = R, Inputs: HasInputs<M>>,
    {
        let added = added(function, starts, self.parameter_count())?;
        Ok(Plus { sum: self, added })
    }
}

/// A function without data, once for each of `starts`.
fn added<'r, F, T, const M: usize>(
    function: F,
    starts: &'r [[usize; M]],
    parameters: usize,
) -> Result<At<'r, F::Definition, T, M>, IndexError>
where
    F: AnyFunction<M>,
    F::Definition: Closed<Data = (), Codomain = R, Inputs: HasInputs<M>>,
    T: Plain,
{
    let no_data = Source::ByIndex(&|_| (), starts.len());
    Over::new(function.definition(), no_data).at(starts, parameters)
}

impl<A, B> Plus<A, B> {
    /// Adds another function of parameters, as [`At::plus`] does.
    ///
    /// # Errors
    ///
    /// If an input extends beyond the parameters.
    pub fn plus<'r, T, F, const M: usize>(
        self,
        function: F,
        starts: &'r [[usize; M]],
    ) -> Result<Plus<Self, At<'r, F::Definition, T, M>>, IndexError>
    where
        Self: Summed<T>,
        F: AnyFunction<M>,
        F::Definition: Closed<Data = (), Codomain = R, Inputs: HasInputs<M>>,
        T: Plain + Scalar,
    {
        let added = added(function, starts, self.dimension())?;
        Ok(Plus { sum: self, added })
    }

    /// The Hessian: its lower triangle, in CSC.
    #[must_use]
    pub fn sparse_hessian<T>(&self) -> PlusHessian<A::Hessian, B::Hessian, T>
    where
        A: Summed<T>,
        B: Summed<T>,
        T: Scalar,
    {
        PlusHessian::new(self.sum.hessian(), self.added.hessian())
    }
}

impl<'r, A, G, T, const M: usize> Summed<T> for Plus<A, At<'r, G, T, M>>
where
    A: Summed<T>,
    G: Closed<Codomain = R>,
    T: Plain + Scalar,
{
    type Hessian = PlusHessian<A::Hessian, AtHessian<'r, G, T, M>, T>;

    fn hessian(&self) -> Self::Hessian {
        self.sparse_hessian()
    }
}

impl<S, A, G, T, const M: usize> Objective<S> for Plus<A, At<'_, G, T, M>>
where
    A: Objective<S>,
    G: Closed<Codomain = R>,
    T: Plain + Scalar,
    S: Scalar,
{
    fn dimension(&self) -> usize {
        self.sum.dimension()
    }
    fn value_at(&self, x: &[S]) -> Result<S, EvaluationError> {
        Ok(self.sum.value_at(x)? + self.added.value_at(x)?)
    }
    fn value_and_gradient_at(&self, x: &[S], gradient: &mut [S]) -> Result<S, EvaluationError> {
        let value = self.sum.value_and_gradient_at(x, gradient)?;
        Ok(value + self.added.add_gradient(x, gradient))
    }
    fn hvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), EvaluationError> {
        self.sum.hvp_at(x, v, product)?;
        self.added.add_product(x, v, product);
        Ok(())
    }
}

/// The Hessian of a sum over rows with functions of the parameters added: [`Plus::sparse_hessian`] makes it.
///
/// Its pattern has the entries of each part. Nothing is allocated after it is made.
#[derive(Debug)]
pub struct PlusHessian<A, B, T> {
    sum: A,
    added: B,
    pattern: Pattern,
    /// Which entry of the pattern each entry of either is.
    places: [Vec<usize>; 2],
    /// The values of either, and the gradient of what is added.
    values: [Vec<T>; 2],
    gradient: Vec<T>,
}

impl<A: SummedHessian<T>, B: SummedHessian<T>, T: Scalar> PlusHessian<A, B, T> {
    fn new(sum: A, added: B) -> Self {
        let (of_sum, of_added) = (sum.entries(), added.entries());
        let both = of_sum.entries().chain(of_added.entries());
        let by_column: Vec<_> = both.map(|(row, column)| (column, row)).collect();
        let parameters = of_sum.row_count();
        let size = (parameters, parameters);
        let pattern = Pattern::from_entries(Order::Columns, size, &by_column);
        let place = |(row, column)| {
            let found = pattern.of(column).binary_search(&row);
            pattern.starts()[column] + found.expect("the pattern has the entries of both")
        };
        PlusHessian {
            places: [of_sum, of_added].map(|part| part.entries().map(place).collect()),
            values: [of_sum, of_added].map(|part| vec![T::zero(); part.len()]),
            gradient: vec![T::zero(); parameters],
            pattern,
            sum,
            added,
        }
    }

    /// The same with both triangles: the pattern is symmetric, so that it is CSC and CSR.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self::new(self.sum.whole(), self.added.whole())
    }

    /// Where the entries are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// The value at `x`; writes the gradient, and the values of the entries of the Hessian.
    ///
    /// # Errors
    ///
    /// If a slice does not have the length of the parameters or the pattern.
    pub fn value_gradient_hessian_into(
        &mut self,
        x: &[T],
        gradient: &mut [T],
        values: &mut [T],
    ) -> Result<T, LengthError> {
        LengthError::check("values", self.pattern.len(), values)?;
        let [of_sum, of_added] = &mut self.values;
        let value = self.sum.write(x, gradient, of_sum)?;
        let added = self.added.write(x, &mut self.gradient, of_added)?;
        for (slope, &added) in gradient.iter_mut().zip(&self.gradient) {
            *slope = *slope + added;
        }
        values.fill(T::zero());
        for (places, part) in self.places.iter().zip(&self.values) {
            for (&place, &number) in places.iter().zip(part) {
                values[place] = values[place] + number;
            }
        }
        Ok(value + added)
    }
}

impl<A: SummedHessian<T>, B: SummedHessian<T>, T: Scalar> SummedHessian<T>
    for PlusHessian<A, B, T>
{
    fn entries(&self) -> &Pattern {
        self.pattern()
    }
    fn write(&mut self, x: &[T], gradient: &mut [T], values: &mut [T]) -> Result<T, LengthError> {
        self.value_gradient_hessian_into(x, gradient, values)
    }
    fn whole(self) -> Self {
        self.mirrored()
    }
}
