//! What a system of equations is solved by: the inverse in closed form where that is accurate, and elimination.

use super::closed_form::{self, adjugate};
use super::elimination::Elimination;
use super::small::{Matrix, matrix, nowhere, sum, times, transposed_times, vector};
use crate::rules::UnaryOperations;
use crate::scalar::{Branch, Scalar};

/// A matrix prepared for systems of equations.
///
/// A small one is eliminated where a solution is wanted, and only if the closed form is not accurate. What is eliminated is
/// copied there, inline: nothing else is stored then, and the compiler keeps the closed form in registers.
#[derive(Debug, Clone, Copy)]
pub struct Factored<S: Scalar, const N: usize> {
    matrix: Matrix<S, N>,
    /// In closed form.
    inverse: Matrix<S, N>,
    /// In closed form.
    determinant: S,
    /// Where the closed form is accurate.
    is_accurate: S::Mask,
    /// Of a matrix for which there is no closed form; of others it is not made. (It is no `Option`, which the compiler would
    /// not take apart.)
    elimination: Elimination<S, N>,
}

/// The square of the least ratio of a determinant to its greatest, by Hadamard's inequality, at which a closed form
/// is used: it loses 6 of the binary digits there, and fewer above.
const LEAST_RATIO_SQUARED: f64 = 1.0 / 4096.0;

/// Whether the closed form is accurate, for a determinant far from 0 and from underflow.
///
/// By Hadamard's inequality, and the inequality of the means, det² ≤ (Σ aᵢⱼ²/N)ᴺ. The condition number is bounded by the
/// inverse ratio of the two sides (H. W. Guggenheimer, A. S. Edelman, C. R. Johnson, "A simple estimate of the condition
/// number of a linear system", 1995), and so is what the terms of the closed form lose when they cancel.
#[cfg_attr(optimized, inline(always))]
fn is_accurate<S: Scalar, const N: usize>(a: &Matrix<S, N>, determinant: S) -> S::Mask {
    // Column by column, and then the halves: as a vector register has them.
    let mut columns: [S; N] = vector(
        #[cfg_attr(optimized, inline(always))]
        |j| {
            sum(
                0..N,
                #[cfg_attr(optimized, inline(always))]
                |i| {
                    let x = a[i][j];
                    x * x
                },
            )
        },
    );
    let mut count = N;
    while count > 1 {
        let half = count.div_ceil(2);
        for j in half..count {
            columns[j - half] = columns[j - half] + columns[j];
        }
        count = half;
    }
    let squares = columns[0];
    let mean = squares * S::constant(1.0 / N as f64);
    let greatest = (1..N).fold(mean, |power, _| power * mean);
    let least = S::min_positive() * S::constant(9_007_199_254_740_992.0);
    (greatest * S::constant(LEAST_RATIO_SQUARED)).at_most(determinant * determinant)
        & least.at_most(greatest)
        & greatest.less_than(S::constant(f64::INFINITY))
}

impl<S: Scalar, const N: usize> Factored<S, N> {
    /// Whether there is a closed form.
    const IS_CLOSED: bool = N > 0 && N <= closed_form::GREATEST;

    /// Of a matrix.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn of(a: &Matrix<S, N>) -> Self {
        if const { !Self::IS_CLOSED } {
            return Factored {
                matrix: *a,
                inverse: *a,
                determinant: S::one(),
                is_accurate: nowhere::<S>(),
                elimination: Elimination::of(a),
            };
        }
        let (adjugate, determinant) = adjugate(a);
        let scale = S::one() / determinant;
        Factored {
            matrix: *a,
            inverse: matrix(
                #[cfg_attr(optimized, inline(always))]
                |i, j| adjugate[i][j] * scale,
            ),
            determinant,
            is_accurate: is_accurate(a, determinant),
            elimination: Elimination::unmade(),
        }
    }

    /// The solution x of A x = b; NaN where A is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn solve(&self, b: &[S; N]) -> [S; N] {
        if const { !Self::IS_CLOSED } {
            return self.elimination.solve(b);
        }
        match S::branch(
            self.is_accurate,
            #[cfg_attr(optimized, inline(always))]
            || times(&self.inverse, b),
            #[cfg_attr(optimized, inline(always))]
            || {
                let (matrix, b) = (self.matrix, *b);
                solve(&matrix, &b)
            },
        ) {
            Branch::Yes(x) | Branch::No(x) => x,
            Branch::Both(mask, yes, no) => vector(|i| S::select(mask, yes[i], no[i])),
        }
    }

    /// The solution x of Aᵀ x = b; NaN where A is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn solve_transposed(&self, b: &[S; N]) -> [S; N] {
        if const { !Self::IS_CLOSED } {
            return self.elimination.solve_transposed(b);
        }
        match S::branch(
            self.is_accurate,
            #[cfg_attr(optimized, inline(always))]
            || transposed_times(&self.inverse, b),
            #[cfg_attr(optimized, inline(always))]
            || {
                let (matrix, b) = (self.matrix, *b);
                solve_transposed(&matrix, &b)
            },
        ) {
            Branch::Yes(x) | Branch::No(x) => x,
            Branch::Both(mask, yes, no) => vector(|i| S::select(mask, yes[i], no[i])),
        }
    }

    /// The inverse; NaN where the matrix is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn inverse(&self) -> Matrix<S, N> {
        if const { !Self::IS_CLOSED } {
            return self.elimination.inverse();
        }
        match S::branch(
            self.is_accurate,
            #[cfg_attr(optimized, inline(always))]
            || self.inverse,
            #[cfg_attr(optimized, inline(always))]
            || {
                let matrix = self.matrix;
                inverse(&matrix)
            },
        ) {
            Branch::Yes(inverse) | Branch::No(inverse) => inverse,
            Branch::Both(mask, yes, no) => matrix(|i, j| S::select(mask, yes[i][j], no[i][j])),
        }
    }

    /// The logarithm of the magnitude of the determinant; −∞ where the matrix is singular.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn ln_determinant(&self) -> S {
        if const { !Self::IS_CLOSED } {
            return self.elimination.ln_determinant();
        }
        S::choose(
            self.is_accurate,
            #[cfg_attr(optimized, inline(always))]
            || self.determinant.abs().ln(),
            #[cfg_attr(optimized, inline(always))]
            || {
                let matrix = self.matrix;
                ln_determinant(&matrix)
            },
        )
    }
}

/// What a small matrix is seldom eliminated for, out of the way of the closed form.
macro_rules! by_elimination {
    ($($name:ident($a:ident $(, $b:ident)?) -> $Result:ty;)*) => {
        $(#[cold]
        #[inline(never)]
        fn $name<S: Scalar, const N: usize>(
            $a: &Matrix<S, N>,
            $($b: &[S; N],)?
        ) -> $Result {
            Elimination::of($a).$name($($b)?)
        })*
    };
}

by_elimination! {
    solve(a, b) -> [S; N];
    solve_transposed(a, b) -> [S; N];
    inverse(a) -> Matrix<S, N>;
    ln_determinant(a) -> S;
}
