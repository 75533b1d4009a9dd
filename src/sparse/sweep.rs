//! The value and the gradient of each row, of several rows at once.

use super::at::{At, Point};
use crate::drivers::{Of, are_finite};
use crate::expr::{Closed, Cotangent, Inputs, R};
use crate::scalar::{Field, Lanes, Plain, Scalar};
use core::ops::Range;

impl<G: Closed<Codomain = R>, T: Plain, const N: usize> At<'_, G, T, N> {
    /// The sum of the values of some rows.
    pub(super) fn value_of_rows<X: Point>(&self, rows: Range<usize>, x: X) -> X::Number {
        let mut sum = X::Number::zero();
        let (packs, rest) = packs::<X::Number>(rows);
        for position in packs {
            let (inputs, data) = (
                self.gather_pack(position, x),
                self.pack::<X::Number>(position),
            );
            let (inputs, data) = (G::Inputs::refs(&inputs), G::Data::refs(&data));
            sum = add_lanes(sum, self.function().evaluate(inputs, data));
        }
        for position in rest {
            let inputs = self.gather(position, x);
            let value = self.over().with_row(position, |data| {
                self.function().evaluate(G::Inputs::refs(&inputs), data)
            });
            sum = sum + value;
        }
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
        let (packs, rest) = packs::<X::Number>(rows);
        for position in packs {
            let (inputs, data) = (
                self.gather_pack(position, x),
                self.pack::<X::Number>(position),
            );
            let (inputs, data) = (G::Inputs::refs(&inputs), G::Data::refs(&data));
            let seed = Cotangent::of(<X::Number as Lanes>::Register::one());
            let (values, slopes) = self.function().sweep(inputs, data, seed);
            let slopes = G::Inputs::refs(&slopes);
            // In lanes an operand that takes no part in a row may have made NaN of its cotangent.
            let is_finite = are_finite::<G::Inputs, _>(slopes);
            for lane in 0..X::Number::REGISTER_LANES {
                let of_row = match is_finite {
                    true => G::Inputs::map(slopes, |slope| X::Number::register_lane(slope, lane)),
                    false => self.gradient_of_row(position + lane, x).1,
                };
                take(position + lane, &of_row);
            }
            sum = add_lanes(sum, values);
        }
        for position in rest {
            let (value, slopes) = self.gradient_of_row(position, x);
            take(position, &slopes);
            sum = sum + value;
        }
        sum
    }

    /// The value and the gradient of a row.
    fn gradient_of_row<X: Point>(
        &self,
        position: usize,
        x: X,
    ) -> (X::Number, Of<G::Inputs, X::Number>) {
        let inputs = self.gather(position, x);
        let seed = Cotangent::of(X::Number::one());
        self.over().with_row(position, |data| {
            self.function().sweep(G::Inputs::refs(&inputs), data, seed)
        })
    }
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
