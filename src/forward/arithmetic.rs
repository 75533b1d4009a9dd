//! The arithmetic of Taylor series.
//!
//! It is inlined always where the compiler optimises, so that constants and the order are known.

use super::recurrence::{coefficients, each_order, product, sum};
use super::series::Series;
use super::taylor::Taylor;
use crate::scalar::Scalar;
use core::ops;

impl<S: Scalar, const K: usize> ops::Add for Taylor<S, K> {
    type Output = Self;

    #[cfg_attr(optimized, inline(always))]
    fn add(self, other: Self) -> Self {
        let moves = self.moves || other.moves;
        Self::termwise(
            self.primal + other.primal,
            moves,
            #[cfg_attr(optimized, inline(always))]
            |n| match (self.moves, other.moves) {
                (_, false) => self.coefficient(n),
                (false, true) => other.coefficient(n),
                (true, true) => self.coefficient(n) + other.coefficient(n),
            },
        )
    }
}

impl<S: Scalar, const K: usize> ops::Sub for Taylor<S, K> {
    type Output = Self;

    #[cfg_attr(optimized, inline(always))]
    fn sub(self, other: Self) -> Self {
        let moves = self.moves || other.moves;
        Self::termwise(
            self.primal - other.primal,
            moves,
            #[cfg_attr(optimized, inline(always))]
            |n| match (self.moves, other.moves) {
                (_, false) => self.coefficient(n),
                (false, true) => -other.coefficient(n),
                (true, true) => self.coefficient(n) - other.coefficient(n),
            },
        )
    }
}

impl<S: Scalar, const K: usize> ops::Neg for Taylor<S, K> {
    type Output = Self;

    #[cfg_attr(optimized, inline(always))]
    fn neg(self) -> Self {
        Self::termwise(
            -self.primal,
            self.moves,
            #[cfg_attr(optimized, inline(always))]
            |n| -self.coefficient(n),
        )
    }
}

/// Cauchy's product.
impl<S: Scalar, const K: usize> ops::Mul for Taylor<S, K> {
    type Output = Self;

    #[cfg_attr(optimized, inline(always))]
    fn mul(self, other: Self) -> Self {
        let primal = self.primal * other.primal;
        let exact = || multiply(self, other);
        match (self.moves, other.moves) {
            (false, false) => Self::constant(primal),
            (true, false) => self.scaled(primal, other.primal, exact),
            (false, true) => other.scaled(primal, self.primal, exact),
            (true, true) => {
                let tail = coefficients(
                    #[cfg_attr(optimized, inline(always))]
                    |n| {
                        product(
                            #[cfg_attr(optimized, inline(always))]
                            |j| self.coefficient(j),
                            #[cfg_attr(optimized, inline(always))]
                            |j| other.coefficient(j),
                            n,
                        )
                    },
                );
                Self::finite_or(primal, tail, exact)
            }
        }
    }
}

impl<S: Scalar, const K: usize> ops::Div for Taylor<S, K> {
    type Output = Self;

    #[allow(
        clippy::suspicious_arithmetic_impl,
        reason = "the recurrence multiplies by the reciprocal"
    )]
    #[cfg_attr(optimized, inline(always))]
    fn div(self, other: Self) -> Self {
        let primal = self.primal / other.primal;
        if !self.moves && !other.moves {
            return Self::constant(primal);
        }
        let reciprocal = S::one() / other.primal;
        let exact = || divide(self, other);
        if !other.moves {
            return self.scaled(primal, reciprocal, exact);
        }
        let mut tail = [S::zero(); K];
        each_order::<K>(
            #[cfg_attr(optimized, inline(always))]
            |n| {
                let before = |j| if j == n { primal } else { tail[n - j - 1] };
                let subtracted = || {
                    sum(
                        n,
                        #[cfg_attr(optimized, inline(always))]
                        |j| other.coefficient(j) * before(j),
                    )
                };
                let rest = if self.moves {
                    self.coefficient(n) - subtracted()
                } else {
                    -subtracted()
                };
                tail[n - 1] = rest * reciprocal;
            },
        );
        Self::finite_or(primal, tail, exact)
    }
}

#[cold]
#[inline(never)]
fn multiply<S: Scalar, const K: usize>(x: Taylor<S, K>, y: Taylor<S, K>) -> Series<S, K> {
    x.exact() * y.exact()
}

#[cold]
#[inline(never)]
fn divide<S: Scalar, const K: usize>(x: Taylor<S, K>, y: Taylor<S, K>) -> Series<S, K> {
    x.exact() / y.exact()
}
