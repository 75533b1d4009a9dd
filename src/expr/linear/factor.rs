//! What a system of equations is solved by: the inverse in closed form where that is accurate, and elimination.

use super::closed_form::{self, adjugate};
use super::elimination::Elimination;
use super::small::{Matrix, matrix, sum, times, transposed_times};
use crate::rules::UnaryOperations;
use crate::scalar::{Branch, Scalar};

/// A matrix prepared for systems of equations.
#[derive(Debug, Clone, Copy)]
pub struct Factored<S: Scalar, const N: usize>(Branch<ByInverse<S, N>, Elimination<S, N>, S::Mask>);

/// The inverse and the determinant.
#[derive(Debug, Clone, Copy)]
struct ByInverse<S, const N: usize> {
    inverse: Matrix<S, N>,
    determinant: S,
}

/// The square of the least ratio of a determinant to its greatest, by Hadamard's inequality, at which a closed form
/// is used: it loses 6 of the binary digits there, and fewer above.
const LEAST_RATIO_SQUARED: f64 = 1.0 / 4096.0;

/// Whether the closed form is accurate, for a determinant far from 0 and from underflow.
///
/// By Hadamard's inequality, and the inequality of the means, det² ≤ (Σ aᵢⱼ²/N)ᴺ. The condition number is bounded by the
/// inverse ratio of the two sides (H. W. Guggenheimer, A. S. Edelman, C. R. Johnson, "A simple estimate of the condition
/// number of a linear system", 1995), and so is what the terms of the closed form lose when they cancel.
#[inline(always)]
fn is_accurate<S: Scalar, const N: usize>(a: &Matrix<S, N>, determinant: S) -> S::Mask {
    let squares = sum(
        0..N,
        #[inline(always)]
        |i| {
            sum(
                0..N,
                #[inline(always)]
                |j| {
                    let x = a[i][j];
                    x * x
                },
            )
        },
    );
    let mean = squares * S::constant(1.0 / N as f64);
    let greatest = (1..N).fold(mean, |power, _| power * mean);
    let least = S::min_positive() * S::constant(9_007_199_254_740_992.0);
    (greatest * S::constant(LEAST_RATIO_SQUARED)).at_most(determinant * determinant)
        & least.at_most(greatest)
        & greatest.less_than(S::constant(f64::INFINITY))
}

impl<S: Scalar, const N: usize> Factored<S, N> {
    /// Of a matrix.
    #[inline(always)]
    pub(crate) fn of(a: &Matrix<S, N>) -> Self {
        Factored(if const { N > closed_form::GREATEST || N == 0 } {
            Branch::No(Elimination::of(a))
        } else {
            let (adjugate, determinant) = adjugate(a);
            S::branch(
                is_accurate(a, determinant),
                #[inline(always)]
                || {
                    let scale = S::one() / determinant;
                    ByInverse {
                        inverse: matrix(
                            #[inline(always)]
                            |i, j| adjugate[i][j] * scale,
                        ),
                        determinant,
                    }
                },
                || eliminated(a),
            )
        })
    }

    /// The solution x of A x = b; NaN where A is singular.
    #[inline(always)]
    pub(crate) fn solve(&self, b: &[S; N]) -> [S; N] {
        match &self.0 {
            Branch::Yes(by) => times(&by.inverse, b),
            Branch::No(by) => by.solve(b),
            Branch::Both(mask, yes, no) => {
                let (yes, no) = (times(&yes.inverse, b), no.solve(b));
                core::array::from_fn(|i| S::select(*mask, yes[i], no[i]))
            }
        }
    }

    /// The solution x of Aᵀ x = b; NaN where A is singular.
    #[inline(always)]
    pub(crate) fn solve_transposed(&self, b: &[S; N]) -> [S; N] {
        match &self.0 {
            Branch::Yes(by) => transposed_times(&by.inverse, b),
            Branch::No(by) => by.solve_transposed(b),
            Branch::Both(mask, yes, no) => {
                let yes = transposed_times(&yes.inverse, b);
                let no = no.solve_transposed(b);
                core::array::from_fn(|i| S::select(*mask, yes[i], no[i]))
            }
        }
    }

    /// The inverse; NaN where the matrix is singular.
    #[inline(always)]
    pub(super) fn inverse(&self) -> Matrix<S, N> {
        match &self.0 {
            Branch::Yes(by) => by.inverse,
            Branch::No(by) => by.inverse(),
            Branch::Both(mask, yes, no) => {
                let (yes, no) = (yes.inverse, no.inverse());
                matrix(|i, j| S::select(*mask, yes[i][j], no[i][j]))
            }
        }
    }

    /// The logarithm of the magnitude of the determinant; −∞ where the matrix is singular.
    #[inline(always)]
    pub(super) fn ln_determinant(&self) -> S {
        match &self.0 {
            Branch::Yes(by) => by.determinant.abs().ln(),
            Branch::No(by) => by.ln_determinant(),
            Branch::Both(mask, yes, no) => {
                S::select(*mask, yes.determinant.abs().ln(), no.ln_determinant())
            }
        }
    }
}

/// The elimination of a small matrix: seldom needed, and so out of the way of what is.
#[cold]
#[inline(never)]
fn eliminated<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Elimination<S, N> {
    Elimination::of(a)
}
