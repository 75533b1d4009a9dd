//! Loops over slices that the products of vectors and matrices are made of.
//!
//! They are functions of slices, so that the compiler knows which of them do not overlap.

use crate::rules::{BinaryOperations, StopGradient};
use crate::scalar::Scalar;

/// How many sums a dot product is made of.
///
/// One addition waits for the one before; several sums do not wait for each other, can stand side by
/// side in a vector register, and round less.
const SUMS: usize = 8;

/// Folds `terms` terms into one, in several sums side by side.
#[inline(always)]
pub(super) fn fold<S: Scalar>(
    terms: usize,
    term: impl Fn(usize) -> S,
    join: impl Fn(S, S) -> S,
) -> Option<S> {
    let whole = terms - terms % SUMS;
    let mut total = None;
    if whole > 0 {
        let mut sums = [0, 1, 2, 3, 4, 5, 6, 7].map(&term);
        let mut start = SUMS;
        while start < whole {
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum = join(*sum, term(start + i));
            }
            start += SUMS;
        }
        let pairs = [0, 1, 2, 3].map(|i| join(sums[i], sums[i + 4]));
        total = Some(join(join(pairs[0], pairs[2]), join(pairs[1], pairs[3])));
    }
    for at in whole..terms {
        total = Some(match total {
            None => term(at),
            Some(sum) => join(sum, term(at)),
        });
    }
    total
}

/// The sum of the products of `x` and `y`, element by element.
#[inline]
pub(super) fn dot<S: Scalar>(x: &[S], y: &[S]) -> S {
    let y = &y[..x.len()];
    fold(x.len(), |i| x[i] * y[i], |sum, term| sum + term).unwrap_or(S::zero())
}

/// The sum of the elements.
#[inline]
pub(super) fn sum<S: Scalar>(x: &[S]) -> S {
    fold(x.len(), |i| x[i], |sum, term| sum + term).unwrap_or(S::zero())
}

/// The greatest element, as a constant; −∞ if there is none.
#[inline]
pub(super) fn greatest<S: Scalar>(x: &[S]) -> S {
    let greatest = fold(
        x.len(),
        |i| x[i].unary(StopGradient),
        |greatest, x| greatest.max(x),
    );
    greatest.unwrap_or(S::constant(f64::NEG_INFINITY))
}

/// Adds `factor` times `x` to `sums`.
#[inline]
pub(super) fn add_scaled<S: Scalar>(sums: &mut [S], factor: S, x: &[S]) {
    for (sum, &x) in sums.iter_mut().zip(x) {
        *sum = *sum + factor * x;
    }
}
