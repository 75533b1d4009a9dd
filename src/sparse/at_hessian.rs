//! The sparse Hessian of a sum over rows that carry indices.

#[cfg(feature = "rayon")]
use super::at::Along;
use super::at::At;
use super::colouring::Colours;
use super::hessian::recoveries;
#[cfg(feature = "rayon")]
use super::parallel::OfEachRow;
use super::pattern::Pattern;
use super::scatter::Symmetric;
use super::sweep::{add_lanes, packs};
use super::trace;
use crate::drivers::LengthError;
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::forward::MultiDual;
use crate::scalar::{Plain, Scalar, all_are_finite};
use core::fmt;
#[cfg(feature = "rayon")]
use core::ops::Range;
use std::vec;
use std::vec::Vec;

/// Along how many directions a row is differentiated at once.
const DIRECTIONS: usize = 4;

/// A number that moves along them.
type Moving<S> = MultiDual<S, DIRECTIONS>;

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
/// made, unless the sum is computed by `in_parallel`.
pub struct AtHessian<'r, G: Closed, T: Plain, const N: usize> {
    sum: At<'r, G, T, N>,
    hessian: Symmetric<T>,
    colours: Colours,
    /// By which colour, and at which index, each entry of a row's Hessian is read.
    recoveries: Vec<(usize, usize)>,
    /// Of the rows that are computed at once, the gradients and their derivatives along the colours.
    numbers: Vec<T>,
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
        let of_row = (1 + colours.count) * G::Inputs::LEN;
        AtHessian {
            sum,
            hessian: Symmetric::new(&sum, false, local.entries().collect()),
            colours,
            recoveries,
            numbers: vec![T::zero(); T::REGISTER_LANES * of_row],
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
        let (recoveries, numbers) = (&self.recoveries, &mut self.numbers);
        let second = Second(&self.colours);
        let value = self.hessian.write(values, |mut hessian| {
            // Adds what there is of a row.
            let mut add = |position: usize, of_row: &[T]| {
                let (slopes, products) = of_row.split_at(G::Inputs::LEN);
                sum.scatter(position, G::Inputs::group(slopes), |parameter, slope| {
                    gradient[parameter] = gradient[parameter] + slope;
                });
                hessian.add(position, |entry, _, _| {
                    let (colour, at) = recoveries[entry];
                    products[colour * G::Inputs::LEN + at]
                });
            };
            #[cfg(feature = "rayon")]
            if let Some(run) = sum.run() {
                let of_rows = OfEachRow {
                    numbers: second.numbers::<G>(),
                    compute: &|sum: &At<'_, G, T, N>, x, rows, numbers| {
                        second.of_rows(sum, x, rows, numbers)
                    },
                };
                return run(&sum, of_rows, Along(x, x), &mut add);
            }
            let of_row = second.numbers::<G>();
            sum.sum_of_chunks(|rows| {
                let mut sum_of_rows = T::zero();
                let (packs, rest) = packs::<T>(rows);
                for position in packs {
                    let values = second.of_pack(&sum, position, x, numbers);
                    for lane in 0..T::REGISTER_LANES {
                        add(position + lane, &numbers[lane * of_row..][..of_row]);
                    }
                    sum_of_rows = add_lanes(sum_of_rows, values);
                }
                for position in rest {
                    sum_of_rows = sum_of_rows + second.of_row(&sum, position, x, numbers);
                    add(position, &numbers[..of_row]);
                }
                sum_of_rows
            })
        });
        for number in gradient.iter_mut().chain(values) {
            *number = sum.scaled(*number);
        }
        Ok(sum.scaled(value))
    }
}

/// The gradient of a row, and its derivatives along the colours: one product of the row's Hessian after the other.
struct Second<'c>(&'c Colours);

impl Second<'_> {
    /// How many numbers that are.
    fn numbers<G: Closed>(&self) -> usize {
        (1 + self.0.count) * G::Inputs::LEN
    }

    /// Writes them for the rows that fill the lanes of a register, from number `position` on, row by row; gives the rows'
    /// values.
    fn of_pack<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize>(
        &self,
        sum: &At<'_, G, T, N>,
        position: usize,
        x: &[T],
        numbers: &mut [T],
    ) -> T::Register {
        let of_row = self.numbers::<G>();
        let point = sum.gather_pack(position, x);
        let data = sum.pack::<Moving<T>>(position);
        let mut all_finite = true;
        let (point, data) = (G::Inputs::refs(&point), G::Data::refs(&data));
        let values = self.differentiate(sum.function(), point, data, |at, number| {
            all_finite &= all_are_finite(&[number]);
            for lane in 0..T::REGISTER_LANES {
                numbers[lane * of_row + at] = T::register_lane(number, lane);
            }
        });
        if !all_finite {
            // In lanes an operand that takes no part in a row may have made NaN of its cotangent.
            for lane in 0..T::REGISTER_LANES {
                self.of_row(sum, position + lane, x, &mut numbers[lane * of_row..]);
            }
        }
        values
    }

    /// Writes them for a row; gives its value.
    fn of_row<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize>(
        &self,
        sum: &At<'_, G, T, N>,
        position: usize,
        x: &[T],
        numbers: &mut [T],
    ) -> T {
        let point = sum.gather(position, x);
        sum.over().with_row(position, |data| {
            let point = G::Inputs::refs(&point);
            self.differentiate(sum.function(), point, data, |at, number| {
                numbers[at] = number;
            })
        })
    }

    /// Hands them to a function, each by its number; gives the value.
    fn differentiate<G: Closed<Codomain = R>, S: Scalar>(
        &self,
        function: G,
        point: Blocks<'_, G::Inputs, S>,
        data: Blocks<'_, G::Data, Moving<S>>,
        mut take: impl FnMut(usize, S),
    ) -> S {
        let colours = self.0;
        let mut value = S::zero();
        for first in (0..colours.count.max(1)).step_by(DIRECTIONS) {
            let inputs = G::Inputs::from_fn(&mut |at| {
                let tangent = |direction| match colours.of[at] == first + direction {
                    true => S::one(),
                    false => S::zero(),
                };
                Moving::new(G::Inputs::get(point, at), core::array::from_fn(tangent))
            });
            let seed = Cotangent::of(Moving::constant(S::one()));
            let (moving, slopes) = function.sweep(G::Inputs::refs(&inputs), data, seed);
            value = moving.primal;
            let mut at = 0;
            G::Inputs::visit(G::Inputs::refs(&slopes), &mut |slopes: &[Moving<S>]| {
                for slope in slopes {
                    if first == 0 {
                        take(at, slope.primal);
                    }
                    for direction in 0..DIRECTIONS.min(colours.count - first) {
                        let product = 1 + first + direction;
                        take(product * G::Inputs::LEN + at, slope.tangent(direction));
                    }
                    at += 1;
                }
            });
        }
        value
    }
}

#[cfg(feature = "rayon")]
impl Second<'_> {
    /// Writes them for some rows, row by row; gives the sum of the rows' values.
    fn of_rows<G: Closed<Codomain = R>, T: Plain + Scalar, const N: usize>(
        &self,
        sum: &At<'_, G, T, N>,
        x: Along<'_, T>,
        rows: Range<usize>,
        numbers: &mut [T],
    ) -> T {
        let (start, of_row) = (rows.start, self.numbers::<G>());
        let mut sum_of_rows = T::zero();
        let (packs, rest) = packs::<T>(rows);
        for position in packs {
            let numbers = &mut numbers[(position - start) * of_row..];
            let values = self.of_pack(sum, position, x.0, numbers);
            sum_of_rows = add_lanes(sum_of_rows, values);
        }
        for position in rest {
            let numbers = &mut numbers[(position - start) * of_row..];
            sum_of_rows = sum_of_rows + self.of_row(sum, position, x.0, numbers);
        }
        sum_of_rows
    }
}
