//! The results of all rows, one after the other: residuals and their Jacobian.

use super::{NoPenalty, Over, tree};
use crate::drivers::{Layout, LengthError, Mapping, Of, are_finite, mirror};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, Shape, Slots};
use crate::forward::Dual;
use crate::scalar::{Plain, Scalar};
use core::fmt;
use core::ops::Range;

/// The results of a function for all rows of a data set, one after the other: what [`Over::residuals`] gives.
///
/// It is a [`Mapping`] from the n inputs to m results, as many as the function has times the number of rows. The
/// rows go through the lanes of vector registers with the feature `simd`, if there are no more than 512 inputs. Nothing is
/// allocated; for more inputs than that, what is computed of a row is on the stack.
///
/// ```
/// use monograd::drivers::Layout;
/// use monograd::prelude::*;
///
/// let decay = func!(|a, k; t, y| a * (-k * t).exp() - y);
/// let rows = [[0.0, 2.0], [1.0, 1.0], [2.0, 0.5]];
/// let residuals = decay.over(&rows).residuals();
///
/// let (mut r, mut jacobian) = ([0.0; 3], [0.0; 6]);
/// residuals.results_at(&[2.0, 0.0], &mut r)?;
/// residuals.jacobian_at(&[2.0, 0.0], &mut jacobian, Layout::ColumnMajor)?;
/// assert_eq!(r, [0.0, 1.0, 1.5]);
/// assert_eq!(jacobian, [1.0, 1.0, 1.0, 0.0, -2.0, -4.0]);
/// # Ok::<(), monograd::drivers::LengthError>(())
/// ```
pub struct Residuals<'r, G: Closed, T: Plain>(pub(super) Over<'r, G, T>);

impl<G: Closed, T: Plain> Clone for Residuals<'_, G, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<G: Closed, T: Plain> Copy for Residuals<'_, G, T> {}

impl<G: Closed, T: Plain> fmt::Debug for Residuals<'_, G, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Residuals").field(&self.0).finish()
    }
}

impl<'r, G: Closed, T: Plain, P> Over<'r, G, T, P> {
    /// The results of the function for all rows, one after the other, as a [`Mapping`] on slices: the residuals of a
    /// least-squares problem, with their Jacobian and the products with it.
    ///
    /// A [mean](Over::mean) or a [penalty](Over::plus) has no part in them.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let line = func!(|slope, offset; x, y| slope * x + offset - y);
    /// let rows = [[0.0, 1.0], [1.0, 3.0]];
    /// let residuals = line.over(&rows).residuals();
    /// let mut pulled_back = [0.0; 2];
    /// residuals.vjp_at(&[0.0, 0.0], &[1.0, 10.0], &mut pulled_back)?;
    /// assert_eq!(pulled_back, [10.0, 11.0]);
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    #[must_use]
    pub fn residuals(self) -> Residuals<'r, G, T> {
        Residuals(Over {
            function: self.function.as_residuals(),
            source: self.source,
            indices: self.indices,
            is_mean: false,
            penalty: NoPenalty,
        })
    }
}

/// Up to how many inputs the normal equations are summed by the tree of [`Over`], on the stack.
pub(super) const FEW: usize = 64;

impl<G: Closed, T: Plain> Residuals<'_, G, T> {
    pub(super) const INPUTS: usize = G::Inputs::LEN;
    /// How many results a row has.
    pub(super) const WIDTH: usize = G::Codomain::LEN;

    /// How many inputs the function has.
    pub fn input_len(&self) -> usize {
        Self::INPUTS
    }

    /// How many results there are: as many as the function has, for each row.
    pub fn output_len(&self) -> usize {
        Self::WIDTH * self.0.len()
    }

    /// Some of the rows, of which the first is of a number that the lanes divide: those that fill all lanes, and the others.
    #[cfg_attr(optimized, inline(always))]
    fn in_lanes<S: Scalar>(rows: Range<usize>) -> (Range<usize>, Range<usize>) {
        let whole = match const { Over::<'_, G, T>::lanes::<S>() } {
            1 => rows.start,
            lanes => rows.end - rows.len() % lanes,
        };
        (rows.start..whole, whole..rows.end)
    }

    /// Hands the data of a row to a function.
    #[cfg_attr(optimized, inline(always))]
    fn with_row<S: Scalar, Out>(
        &self,
        position: usize,
        function: impl FnOnce(Blocks<'_, G::Data, S>) -> Out,
    ) -> Out {
        self.0.source.with_row(self.0.index(position), function)
    }

    /// Hands the results of some rows to a function.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn each<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        rows: Range<usize>,
        mut take: impl FnMut(usize, S),
    ) {
        let (in_lanes, alone) = Self::in_lanes::<S>(rows);
        let packs = G::Inputs::map(x, S::splat);
        for position in in_lanes.step_by(S::LANES) {
            let data = self.0.pack::<S>(position);
            let (x, data) = (G::Inputs::refs(&packs), G::Data::refs(&data));
            let values = self.0.function.evaluate(x, data);
            for lane in 0..S::LANES {
                for (result, &value) in G::Codomain::flat(&values).iter().enumerate() {
                    let at = (position + lane) * Self::WIDTH + result;
                    take(at, S::lane(value, lane));
                }
            }
        }
        for position in alone {
            let values = self.with_row(
                position,
                #[cfg_attr(optimized, inline(always))]
                |data| self.0.function.evaluate(x, data),
            );
            for (result, &value) in G::Codomain::flat(&values).iter().enumerate() {
                take(position * Self::WIDTH + result, value);
            }
        }
    }

    /// Hands each number of the Jacobian of some rows to a function, by result and input.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn each_slope<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        rows: Range<usize>,
        mut take: impl FnMut(usize, usize, S),
    ) {
        let (in_lanes, alone) = Self::in_lanes::<S>(rows);
        let packs = G::Inputs::map(x, S::splat);
        for position in in_lanes.step_by(S::LANES) {
            let data = self.0.pack::<S>(position);
            let mut all_finite = true;
            gradients(
                self.0.function,
                G::Inputs::refs(&packs),
                G::Data::refs(&data),
                |result, _, slopes| {
                    all_finite &= are_finite::<G::Inputs, S::Pack>(slopes);
                    for input in 0..Self::INPUTS {
                        let slopes = G::Inputs::get(slopes, input);
                        for lane in 0..S::LANES {
                            let result = (position + lane) * Self::WIDTH + result;
                            take(result, input, S::lane(slopes, lane));
                        }
                    }
                },
            );
            if !all_finite {
                for position in position..position + S::LANES {
                    self.each_slope_of_row(x, position, &mut take);
                }
            }
        }
        for position in alone {
            self.each_slope_of_row(x, position, &mut take);
        }
    }

    fn each_slope_of_row<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        position: usize,
        mut take: impl FnMut(usize, usize, S),
    ) {
        self.each_gradient(x, position, |result, _, slopes| {
            for input in 0..Self::INPUTS {
                take(result, input, G::Inputs::get(slopes, input));
            }
        });
    }

    /// Hands each result of a row and its gradient to a function.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn each_gradient<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        position: usize,
        mut take: impl FnMut(usize, S, Blocks<'_, G::Inputs, S>),
    ) {
        self.with_row(position, |data| {
            gradients(self.0.function, x, data, |result, value, slopes| {
                take(position * Self::WIDTH + result, value, slopes);
            });
        });
    }

    /// What the cotangents `u` of the rows of a leaf give the inputs.
    #[cfg_attr(optimized, inline(always))]
    fn pulled_back<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        u: &[S],
        leaf: usize,
    ) -> Of<G::Inputs, S> {
        let lanes = const { Over::<'_, G, T>::lanes::<S>() };
        let (in_lanes, mut alone) = self.0.rows_of::<S>(leaf, lanes);
        let mut sums = G::Inputs::fill(S::zero());
        if lanes > 1 {
            let packs = G::Inputs::map(x, S::splat);
            let mut in_packs = G::Inputs::from_fn(&mut |_| S::zero().splat());
            for position in in_lanes.clone().step_by(S::LANES) {
                let data = self.0.pack::<S>(position);
                let u = &u[position * Self::WIDTH..];
                let seeds = G::each_result(
                    #[cfg_attr(optimized, inline(always))]
                    |result| Cotangent::of(S::pack(|lane| u[lane * Self::WIDTH + result])),
                );
                self.0.function.accumulate(
                    G::Inputs::refs(&packs),
                    G::Data::refs(&data),
                    seeds,
                    G::Inputs::sums(&mut in_packs),
                    G::Data::unwanted(),
                );
            }
            let in_packs = G::Inputs::map(G::Inputs::refs(&in_packs), S::sum_lanes);
            if are_finite::<G::Inputs, S>(G::Inputs::refs(&in_packs)) {
                sums = in_packs;
            } else {
                alone.start = in_lanes.start;
            }
        } else {
            alone = in_lanes;
        }
        for position in alone {
            self.pull_row(x, u, position, G::Inputs::sums(&mut sums));
        }
        sums
    }

    /// The same of some leaves.
    pub(super) fn pulled_back_of_all<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        u: &[S],
        leaves: Range<usize>,
    ) -> Of<G::Inputs, S> {
        tree::sum(
            leaves,
            |leaf| self.pulled_back(x, u, leaf),
            |left, right| {
                let (left, right) = (G::Inputs::refs(&left), G::Inputs::refs(&right));
                G::Inputs::zip(left, right, |x: S, y| x + y)
            },
        )
    }

    /// Adds what the cotangents of a row give the inputs.
    #[cfg_attr(optimized, inline(always))]
    fn pull_row<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        u: &[S],
        position: usize,
        slots: Slots<'_, G::Inputs, S>,
    ) {
        let seeds = G::each_result(
            #[cfg_attr(optimized, inline(always))]
            |result| Cotangent::of(u[position * Self::WIDTH + result]),
        );
        self.with_row(
            position,
            #[cfg_attr(optimized, inline(always))]
            |data| {
                self.0
                    .function
                    .accumulate(x, data, seeds, slots, G::Data::unwanted())
            },
        );
    }
}

/// Hands each result of a row and its gradient to a function.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn gradients<G: Closed, S: Scalar>(
    function: G,
    x: Blocks<'_, G::Inputs, S>,
    data: Blocks<'_, G::Data, S>,
    mut take: impl FnMut(usize, S, Blocks<'_, G::Inputs, S>),
) {
    let (values, pull) = function.pullback(x, data);
    for (result, &value) in G::Codomain::flat(&values).iter().enumerate() {
        let seeds = G::each_result(
            #[cfg_attr(optimized, inline(always))]
            |at| Cotangent::if_reached(at == result, S::one()),
        );
        let mut slopes = G::Inputs::fill(S::zero());
        let slots = G::Inputs::slots(&mut slopes);
        pull(seeds, x, data, slots, G::Data::unwanted());
        take(result, value, G::Inputs::refs(&slopes));
    }
}

/// Writes the numbers of blocks to a slice.
pub(super) fn write<I: Inputs, S: Scalar>(numbers: Blocks<'_, I, S>, slice: &mut [S]) {
    let mut next = 0;
    I::visit(numbers, &mut |numbers: &[S]| {
        slice[next..][..numbers.len()].copy_from_slice(numbers);
        next += numbers.len();
    });
}

impl<G: Closed, T: Plain, S: Scalar> Mapping<S> for Residuals<'_, G, T> {
    fn input_len(&self) -> usize {
        Self::INPUTS
    }
    fn output_len(&self) -> usize {
        self.output_len()
    }
    fn results_at(&self, x: &[S], results: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("results", self.output_len(), results)?;
        self.each(
            G::Inputs::group(x),
            0..self.0.len(),
            #[cfg_attr(optimized, inline(always))]
            |at, value| results[at] = value,
        );
        Ok(())
    }
    fn jvp_at(&self, x: &[S], v: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("direction", Self::INPUTS, v)?;
        LengthError::check("product", self.output_len(), product)?;
        let moving = G::Inputs::from_fn(&mut |at| Dual::new(x[at], v[at]));
        self.each(
            G::Inputs::refs(&moving),
            0..self.0.len(),
            #[cfg_attr(optimized, inline(always))]
            |at, value| product[at] = value.tangent,
        );
        Ok(())
    }
    fn vjp_at(&self, x: &[S], u: &[S], product: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", Self::INPUTS, x)?;
        LengthError::check("cotangent", self.output_len(), u)?;
        LengthError::check("product", Self::INPUTS, product)?;
        product.fill(S::zero());
        let x = G::Inputs::group(x);
        if const { Over::<'_, G, T>::FEW } {
            let leaves = self.0.leaves::<S>();
            if !leaves.is_empty() {
                let sums = self.pulled_back_of_all(x, u, leaves);
                write::<G::Inputs, S>(G::Inputs::refs(&sums), product);
            }
        } else {
            for position in 0..self.0.len() {
                self.pull_row(x, u, position, G::Inputs::group_sums(product));
            }
        }
        Ok(())
    }
    fn jacobian_at(&self, x: &[S], jacobian: &mut [S], layout: Layout) -> Result<(), LengthError> {
        let (n, m) = (Self::INPUTS, self.output_len());
        LengthError::check("point", n, x)?;
        LengthError::check("Jacobian", m * n, jacobian)?;
        self.each_slope(
            G::Inputs::group(x),
            0..self.0.len(),
            #[cfg_attr(optimized, inline(always))]
            |result, input, slope| jacobian[layout.index(result, input, m, n)] = slope,
        );
        Ok(())
    }
    fn normal_equations_at(&self, x: &[S], jtj: &mut [S], jtr: &mut [S]) -> Result<S, LengthError> {
        let n = Self::INPUTS;
        LengthError::check("point", n, x)?;
        LengthError::check("JᵀJ", n * n, jtj)?;
        LengthError::check("Jᵀr", n, jtr)?;
        let x = G::Inputs::group(x);
        if const { G::Inputs::LEN <= FEW } {
            let equations = self.0.normal_equations(&G::Inputs::map(x, |x: S| x));
            return Ok(equations.write_dense(jtj, jtr));
        }
        jtj.fill(S::zero());
        jtr.fill(S::zero());
        let mut sum_of_squares = S::zero();
        for position in 0..self.0.len() {
            self.each_gradient(x, position, |_, residual, slopes| {
                sum_of_squares = sum_of_squares + residual * residual;
                add_row::<G::Inputs, S>(residual, slopes, jtj, jtr);
            });
        }
        mirror(n, jtj);
        Ok(sum_of_squares)
    }
}

/// Adds the normal equations of one residual: of JᵀJ what is on and right of the diagonal.
fn add_row<I: Inputs, S: Scalar>(
    residual: S,
    slopes: Blocks<'_, I, S>,
    jtj: &mut [S],
    jtr: &mut [S],
) {
    for row in 0..I::LEN {
        let slope = I::get(slopes, row);
        jtr[row] = jtr[row] + slope * residual;
        let line = &mut jtj[row * I::LEN..][..I::LEN];
        let mut next = 0;
        I::visit(slopes, &mut |numbers: &[S]| {
            // The blocks before the diagonal add to what is mirrored over.
            if next + numbers.len() > row {
                for (sum, &other) in line[next..].iter_mut().zip(numbers) {
                    *sum = *sum + slope * other;
                }
            }
            next += numbers.len();
        });
    }
}
