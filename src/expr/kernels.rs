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
#[cfg_attr(optimized, inline(always))]
pub(crate) fn fold<S: Scalar>(
    terms: usize,
    term: impl Fn(usize) -> S,
    join: impl Fn(S, S) -> S,
) -> Option<S> {
    let whole = terms - terms % SUMS;
    let mut total = None;
    if whole > 0 {
        let mut sums = [
            term(0),
            term(1),
            term(2),
            term(3),
            term(4),
            term(5),
            term(6),
            term(7),
        ];
        let mut start = SUMS;
        while start < whole {
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum = join(*sum, term(start + i));
            }
            start += SUMS;
        }
        let [s0, s1, s2, s3, s4, s5, s6, s7] = sums;
        let even = join(join(s0, s4), join(s2, s6));
        let odd = join(join(s1, s5), join(s3, s7));
        total = Some(join(even, odd));
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
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn dot<S: Scalar>(x: &[S], y: &[S]) -> S {
    let y = &y[..x.len()];
    dot_of(x.len(), |i| x[i], |i| y[i])
}

/// The sum of the products of numbers that are given by their index.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn dot_of<S: Scalar>(
    len: usize,
    x: impl Fn(usize) -> S,
    y: impl Fn(usize) -> S,
) -> S {
    if let Some(dot) = S::dot(len, &x, &y) {
        return dot;
    }
    fold(len, |i| x(i) * y(i), |sum, term| sum + term).unwrap_or(S::zero())
}

/// The sum of the elements.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn sum<S: Scalar>(x: &[S]) -> S {
    fold(x.len(), |i| x[i], |sum, term| sum + term).unwrap_or(S::zero())
}

/// The greatest element, as a constant; −∞ if there is none.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn greatest<S: Scalar>(x: &[S]) -> S {
    let greatest = fold(
        x.len(),
        |i| x[i].unary(StopGradient),
        |greatest, x| greatest.max(x),
    );
    greatest.unwrap_or(S::constant(f64::NEG_INFINITY))
}

/// Adds `factor` times `x` to `sums`.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn add_scaled<S: Scalar>(sums: &mut [S], factor: S, x: &[S]) {
    for (sum, &x) in sums.iter_mut().zip(x) {
        *sum = *sum + factor * x;
    }
}
