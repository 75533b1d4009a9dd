//! What there is of each row, of several rows at once.

use super::at::{At, Point};
use crate::drivers::{Of, Results, are_finite};
use crate::expr::{Closed, Cotangent, Inputs, R, Shape};
use crate::rows::gradients;
use crate::scalar::{Field, Lanes, Plain, Scalar};
use core::ops::Range;

/// The Jacobian of a row: the gradient of each result.
pub(super) type Jacobian<G, S> = Results<<G as Closed>::Codomain, Of<<G as Closed>::Inputs, S>>;

impl<G: Closed, T: Plain, const N: usize> At<'_, G, T, N> {
    /// Hands the results of each of some rows to a function, in the order of the rows.
    pub(super) fn each_result<X: Point>(
        &self,
        function: G,
        rows: Range<usize>,
        x: X,
        mut take: impl FnMut(usize, &Results<G::Codomain, X::Number>),
    ) {
        let (packs, rest) = packs::<X::Number>(rows);
        for position in packs {
            let inputs = self.gather_pack(position, x);
            let data = self.pack::<X::Number>(position);
            let results = function.evaluate(G::Inputs::refs(&inputs), G::Data::refs(&data));
            for lane in 0..X::Number::REGISTER_LANES {
                take(position + lane, &in_lane::<G, X::Number>(&results, lane));
            }
        }
        for position in rest {
            let inputs = self.gather(position, x);
            let results = self.over().with_row(position, |data| {
                function.evaluate(G::Inputs::refs(&inputs), data)
            });
            take(position, &results);
        }
    }

    /// Pulls back the cotangents of the results of each of some rows, which `seed` gives by row and result. Hands the results and
    /// the cotangents of the inputs to a function, in the order of the rows.
    pub(super) fn pull_each<X: Point>(
        &self,
        function: G,
        rows: Range<usize>,
        x: X,
        seed: impl Fn(usize, usize) -> X::Number,
        mut take: impl FnMut(usize, &Results<G::Codomain, X::Number>, &Of<G::Inputs, X::Number>),
    ) {
        let pull_row = |position: usize| {
            let inputs = self.gather(position, x);
            let seeds = G::each_result(|result| Cotangent::of(seed(position, result)));
            self.over().with_row(position, |data| {
                function.sweep(G::Inputs::refs(&inputs), data, seeds)
            })
        };
        let (packs, rest) = packs::<X::Number>(rows);
        for position in packs {
            let inputs = self.gather_pack(position, x);
            let data = self.pack::<X::Number>(position);
            let (inputs, data) = (G::Inputs::refs(&inputs), G::Data::refs(&data));
            let seeds = G::each_result(|result| {
                Cotangent::of(X::Number::pack_register(|lane| {
                    seed(position + lane, result)
                }))
            });
            let (results, slopes) = function.sweep(inputs, data, seeds);
            let slopes = G::Inputs::refs(&slopes);
            // In lanes an operand that takes no part in a row may have made NaN of its cotangent.
            let is_finite = are_finite::<G::Inputs, _>(slopes);
            for lane in 0..X::Number::REGISTER_LANES {
                let of_row = match is_finite {
                    true => G::Inputs::map(slopes, |slope| X::Number::register_lane(slope, lane)),
                    false => pull_row(position + lane).1,
                };
                let results = in_lane::<G, X::Number>(&results, lane);
                take(position + lane, &results, &of_row);
            }
        }
        for position in rest {
            let (results, slopes) = pull_row(position);
            take(position, &results, &slopes);
        }
    }

    /// Hands the results that a function of the same inputs and data has for each of some rows, and their Jacobian, to a function, in the order of the rows; gives the sum of the
    /// squares of the results.
    pub(super) fn each_jacobian<H, S: Scalar>(
        &self,
        function: H,
        rows: Range<usize>,
        x: &[S],
        mut take: impl FnMut(usize, &Results<H::Codomain, S>, &Jacobian<H, S>),
    ) -> S
    where
        H: Closed<Inputs = G::Inputs, Data = G::Data>,
    {
        let mut squares = S::zero();
        let mut take = |position, results: &Results<H::Codomain, S>, slopes: &Jacobian<H, S>| {
            squares = squares + square::<H, S>(results);
            take(position, results, slopes);
        };
        let jacobian_of_row = |position| {
            let inputs = self.gather(position, x);
            self.over()
                .with_row(position, |data| jacobian(function, &inputs, data))
        };
        let (packs, rest) = packs::<S>(rows);
        for position in packs {
            let (inputs, data) = (self.gather_pack(position, x), self.pack::<S>(position));
            let (results, slopes) = jacobian(function, &inputs, G::Data::refs(&data));
            let mut of_results = H::Codomain::flat(&slopes).iter();
            let is_finite =
                of_results.all(|slopes| are_finite::<G::Inputs, _>(G::Inputs::refs(slopes)));
            for lane in 0..S::REGISTER_LANES {
                let of_row = match is_finite {
                    true => {
                        let slopes = H::Codomain::flat(&slopes);
                        H::each_result(|result| {
                            let slopes = G::Inputs::refs(&slopes[result]);
                            G::Inputs::map(slopes, |slope| S::register_lane(slope, lane))
                        })
                    }
                    false => jacobian_of_row(position + lane).1,
                };
                take(position + lane, &in_lane::<H, S>(&results, lane), &of_row);
            }
        }
        for position in rest {
            let (results, slopes) = jacobian_of_row(position);
            take(position, &results, &slopes);
        }
        squares
    }
}

impl<G: Closed<Codomain = R>, T: Plain, const N: usize> At<'_, G, T, N> {
    /// The sum of the values of some rows.
    pub(super) fn value_of_rows<X: Point>(&self, rows: Range<usize>, x: X) -> X::Number {
        let mut sum = X::Number::zero();
        self.each_result(self.function(), rows, x, |_, &value| sum = sum + value);
        sum
    }

    /// Hands the gradient of each of some rows to a function, in their order; gives the sum of their values.
    pub(super) fn each_gradient<X: Point>(
        &self,
        rows: Range<usize>,
        x: X,
        mut take: impl FnMut(usize, &Of<G::Inputs, X::Number>),
    ) -> X::Number {
        let mut sum = X::Number::zero();
        let seed = |_, _| X::Number::one();
        self.pull_each(
            self.function(),
            rows,
            x,
            seed,
            |position, &value, slopes| {
                sum = sum + value;
                take(position, slopes);
            },
        );
        sum
    }
}

/// The results of a row and their Jacobian.
#[cfg_attr(optimized, inline(always))]
fn jacobian<G: Closed, S: Scalar>(
    function: G,
    inputs: &Of<G::Inputs, S>,
    data: crate::expr::Blocks<'_, G::Data, S>,
) -> (Results<G::Codomain, S>, Jacobian<G, S>) {
    let zeros = G::Inputs::fill(S::zero());
    let mut results = G::each_result(|_| S::zero());
    let mut jacobian = G::each_result(|_| zeros);
    let inputs = G::Inputs::refs(inputs);
    gradients(function, inputs, data, |result, value, slopes| {
        G::Codomain::flat_mut(&mut results)[result] = value;
        G::Codomain::flat_mut(&mut jacobian)[result] = G::Inputs::map(slopes, |slope| slope);
    });
    (results, jacobian)
}

/// The results that are in a lane.
#[cfg_attr(optimized, inline(always))]
fn in_lane<G: Closed, S: Scalar>(
    results: &Results<G::Codomain, S::Register>,
    lane: usize,
) -> Results<G::Codomain, S> {
    let results = G::Codomain::flat(results);
    G::each_result(
        #[cfg_attr(optimized, inline(always))]
        |result| S::register_lane(results[result], lane),
    )
}

/// The sum of the squares of a row's results.
pub(super) fn square<G: Closed, S: Scalar>(results: &Results<G::Codomain, S>) -> S {
    let results = G::Codomain::flat(results).iter();
    results.fold(S::zero(), |sum, &result| sum + result * result)
}

/// A sum with the numbers in the lanes added, one after the other.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add_lanes<S: Scalar>(sum: S, values: S::Register) -> S {
    (0..S::REGISTER_LANES).fold(sum, |sum, lane| sum + S::register_lane(values, lane))
}

/// At which of some rows those begin that fill the lanes of a register, and the rows that are left.
#[cfg_attr(optimized, inline(always))]
pub(super) fn packs<S: Scalar>(rows: Range<usize>) -> (impl Iterator<Item = usize>, Range<usize>) {
    let lanes = S::REGISTER_LANES;
    let rest = match lanes {
        1 => rows.start,
        lanes => rows.end - rows.len() % lanes,
    };
    ((rows.start..rest).step_by(lanes), rest..rows.end)
}
