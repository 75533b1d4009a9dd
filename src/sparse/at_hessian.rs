//! The sparse Hessian of a sum over rows that carry indices.

use super::at::At;
use super::colouring::Colours;
use super::hessian::recoveries;
use super::pattern::Pattern;
use super::scatter::Symmetric;
use super::trace;
use crate::drivers::LengthError;
use crate::expr::{Closed, Cotangent, Inputs, R};
use crate::forward::MultiDual;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use std::vec;
use std::vec::Vec;

/// Along how many directions a row is differentiated at once.
const DIRECTIONS: usize = 4;

impl<'r, G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> At<'r, G, T, N> {
    /// The Hessian of the sum over the rows, or of their mean: its lower triangle, in CSC.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let energy = func!(|a, b; strength| strength * (b - a).square());
    /// let chain = energy.over(&[[1.0], [3.0]]).at(&[[0, 1], [1, 2]], 3)?;
    /// let mut hessian = chain.sparse_hessian();
    /// assert!(hessian.pattern().entries().eq([(0, 0), (1, 0), (1, 1), (2, 1), (2, 2)]));
    ///
    /// let (mut gradient, mut values) = ([0.0; 3], [0.0; 5]);
    /// let value = hessian.value_gradient_hessian_into(&[0.0, 1.0, 2.0], &mut gradient, &mut values)?;
    /// assert_eq!((value, gradient), (4.0, [-2.0, -4.0, 6.0]));
    /// assert_eq!(values, [2.0, -2.0, 8.0, -6.0, 6.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If the matrix has 2³¹ entries or more.
    #[must_use]
    pub fn sparse_hessian(&self) -> AtHessian<'r, G, T, N> {
        AtHessian::new(*self)
    }
}

/// The Hessian of a sum over rows that carry indices: [`At::sparse_hessian`] makes it.
///
/// The Hessian of the function itself is sparse, too, and the same for all rows but for its numbers: it is coloured once, and
/// each row is differentiated along the directions of its colours, four at once. Nothing is allocated after it is
/// made.
pub struct AtHessian<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    hessian: Symmetric<T>,
    colours: Colours,
    /// By which colour, and at which index, each entry of a row's Hessian is read.
    recoveries: Vec<(usize, usize)>,
    /// For each index of a row's gradient its derivatives along the colours.
    products: Vec<T>,
}

impl<G: Closed, T: Plain + Scalar, const N: usize> fmt::Debug for AtHessian<'_, G, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtHessian")
            .field("parameters", &self.sum.parameter_count())
            .field("entries", &self.hessian.pattern().len())
            .finish_non_exhaustive()
    }
}

impl<'r, G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize> AtHessian<'r, G, T, N> {
    fn new(sum: At<'r, G, T, N>) -> Self {
        let local = trace::local_hessian(sum.function());
        let (whole, _) = local.mirrored();
        let colours = Colours::star(&whole);
        let recoveries = recoveries(&whole, &colours, local.entries().enumerate());
        let products = vec![T::zero(); colours.count * G::Inputs::LEN];
        AtHessian {
            sum,
            hessian: Symmetric::new(&sum, false, local.entries().collect()),
            colours,
            recoveries,
            products,
        }
    }

    /// The same with both triangles: the pattern is symmetric, so that it is CSC and CSR.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.hessian.mirror();
        self
    }

    /// Where the entries are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        self.hessian.pattern()
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
        let parameters = self.sum.parameter_count();
        LengthError::check("point", parameters, x)?;
        LengthError::check("gradient", parameters, gradient)?;
        LengthError::check("values", self.pattern().len(), values)?;
        gradient.fill(T::zero());
        let sum = self.sum;
        let (colours, recoveries) = (&self.colours, &self.recoveries);
        let products = &mut self.products;
        let value = self.hessian.write(values, |mut hessian| {
            sum.sum(|position| {
                let value = differentiate(&sum, position, x, colours, gradient, products);
                hessian.add(position, |entry, _, _| {
                    let (colour, at) = recoveries[entry];
                    products[colour * G::Inputs::LEN + at]
                });
                value
            })
        });
        for number in gradient.iter_mut().chain(values) {
            *number = sum.scaled(*number);
        }
        Ok(sum.scaled(value))
    }
}

/// The value of a row; adds its gradient, and writes the products of its Hessian with the colours.
#[cfg_attr(optimized, inline(always))]
fn differentiate<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize>(
    sum: &At<'_, G, T, N>,
    position: usize,
    x: &[T],
    colours: &Colours,
    gradient: &mut [T],
    products: &mut [T],
) -> T {
    let point = sum.gather(position, |at| x[at]);
    let point = G::Inputs::refs(&point);
    let mut value = T::zero();
    for first in (0..colours.count).step_by(DIRECTIONS) {
        let inputs = G::Inputs::from_fn(&mut |at| {
            let tangent = |direction| match colours.of[at] == first + direction {
                true => T::one(),
                false => T::zero(),
            };
            MultiDual::<T, DIRECTIONS>::new(
                G::Inputs::get(point, at),
                core::array::from_fn(tangent),
            )
        });
        let seed = Cotangent::of(MultiDual::constant(T::one()));
        let (of_row, slopes) = sum.over().with_row(position, |data| {
            sum.function().sweep(G::Inputs::refs(&inputs), data, seed)
        });
        value = of_row.primal;
        let mut at = 0;
        sum.scatter(position, &slopes, |parameter, slope| {
            if first == 0 {
                gradient[parameter] = gradient[parameter] + slope.primal;
            }
            for direction in 0..DIRECTIONS.min(colours.count - first) {
                products[(first + direction) * G::Inputs::LEN + at] = slope.tangent(direction);
            }
            at += 1;
        });
    }
    value
}
