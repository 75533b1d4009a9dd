//! How a Taylor series goes through an operation: the recurrences.
//!
//! y = f(x) obeys y′ = p x′ with p = f′(x), in coefficients yₙ = Σⱼ j/n xⱼ pₙ₋ⱼ for j = 1 … n. The row of the
//! operation gives p₀, by its partial, and says by its [`Slope`] how p goes on.

use crate::scalar::{Row, Scalar, Slope, UnaryRule};

/// j/n times a term.
#[cfg_attr(optimized, inline(always))]
pub(super) fn weight<S: Scalar>(j: usize, n: usize, term: S) -> S {
    if j == n {
        term
    } else {
        S::constant(j as f64 / n as f64) * term
    }
}

/// The coefficients of a series, from its primal and the others.
#[cfg_attr(optimized, inline(always))]
fn at<S: Scalar>(primal: S, tail: &[S], n: usize) -> S {
    if n == 0 { primal } else { tail[n - 1] }
}

/// The coefficient of tⁿ, n > 0, in c₀ + c₁z + c₂z².
#[cfg_attr(optimized, inline(always))]
fn quadratic<S: Scalar>(c: [f64; 3], primal: S, tail: &[S], n: usize) -> S {
    let linear = scaled(c[1], at(primal, tail, n));
    if c[2] == 0.0 {
        return linear;
    }
    let square = scaled(
        c[2],
        product(|i| at(primal, tail, i), |i| at(primal, tail, i), n),
    );
    if c[1] == 0.0 { square } else { linear + square }
}

#[cfg_attr(optimized, inline(always))]
fn scaled<S: Scalar>(factor: f64, x: S) -> S {
    if factor == 1.0 {
        x
    } else if factor == -1.0 {
        -x
    } else {
        S::constant(factor) * x
    }
}

/// The coefficient of tⁿ in a product.
#[cfg_attr(optimized, inline(always))]
pub(super) fn product<S: Scalar>(x: impl Fn(usize) -> S, y: impl Fn(usize) -> S, n: usize) -> S {
    let first = x(0) * y(n);
    first
        + sum(
            n,
            #[cfg_attr(optimized, inline(always))]
            |i| x(i) * y(n - i),
        )
}

/// Σⱼ of the terms `term(j)`, j = 1 … n: without a loop as far as to the order 4, where n is a constant.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sum<S: Scalar>(n: usize, term: impl Fn(usize) -> S) -> S {
    let mut sum = term(1);
    if n >= 2 {
        sum = sum + term(2);
    }
    if n >= 3 {
        sum = sum + term(3);
    }
    if n >= 4 {
        sum = sum + term(4);
    }
    let mut j = 5;
    while j <= n {
        sum = sum + term(j);
        j += 1;
    }
    sum
}

/// What is done for each order n = 1 … `K`: without a loop as far as to the order 4.
#[cfg_attr(optimized, inline(always))]
pub(super) fn each_order<const K: usize>(mut step: impl FnMut(usize)) {
    step(1);
    if const { K >= 2 } {
        step(2);
    }
    if const { K >= 3 } {
        step(3);
    }
    if const { K >= 4 } {
        step(4);
    }
    if const { K >= 5 } {
        let mut n = 5;
        while n <= K {
            step(n);
            n += 1;
        }
    }
}

/// The coefficients of t¹ to tᴷ.
#[cfg_attr(optimized, inline(always))]
pub(super) fn coefficients<S: Scalar, const K: usize>(of: impl Fn(usize) -> S) -> [S; K] {
    let mut tail = [S::zero(); K];
    each_order::<K>(
        #[cfg_attr(optimized, inline(always))]
        |n| tail[n - 1] = of(n),
    );
    tail
}

/// Whether the partials of an operation of the tables do not depend on its value, nor on the operation itself.
pub(super) const fn by_partials(row: Row, reads_value: bool, slope: Slope) -> bool {
    row.0 != Row::NONE.0 && !reads_value && matches!(slope, Slope::Rule)
}

/// The coefficients y₁ … y_K, from x₀, x₁ … x_K and y₀.
#[cfg_attr(optimized, inline(always))]
pub(super) fn tail<Op: UnaryRule, S: Scalar, const K: usize>(
    op: Op,
    x0: S,
    x: [S; K],
    y0: S,
) -> [S; K] {
    let mut y = [S::zero(); K];
    let mut p = [S::zero(); K];
    p[0] = op.partial(x0, y0);
    // What the coefficients of p are divided by, for the slopes that divide.
    let divisor = match Op::SLOPE {
        Slope::Reciprocal { factor, .. } => scaled(1.0 / factor, p[0]),
        Slope::ReciprocalRoot { .. } => p[0] * p[0],
        Slope::Power => S::one() / x0,
        _ => S::one(),
    };
    each_order::<K>(
        #[cfg_attr(optimized, inline(always))]
        |n| {
            y[n - 1] = sum(
                n,
                #[cfg_attr(optimized, inline(always))]
                |j| weight(j, n, x[j - 1] * p[n - j]),
            );
            if n == K {
                return;
            }
            p[n] = match Op::SLOPE {
                Slope::Rule => unreachable!("the rule has no recurrence"),
                Slope::Constant => S::zero(),
                Slope::Polynomial(c) => quadratic(c, y0, &y, n),
                Slope::Reciprocal {
                    of_value,
                    divisor: c,
                    ..
                } => {
                    let (z0, z) = if of_value { (y0, &y) } else { (x0, &x) };
                    let sum = sum(
                        n,
                        #[cfg_attr(optimized, inline(always))]
                        |j| quadratic(c, z0, z, j) * p[n - j],
                    );
                    -(sum * divisor)
                }
                Slope::ReciprocalRoot { root_of } => {
                    powers(-0.5, n, &p, divisor, |j| quadratic(root_of, x0, &x, j))
                }
                Slope::Power => {
                    let exponent = op.parameter().unwrap_or(1.0) - 1.0;
                    powers(exponent, n, &p, divisor, |j| x[j - 1])
                }
                Slope::Oscillation(k) => {
                    let sum = sum(
                        n,
                        #[cfg_attr(optimized, inline(always))]
                        |j| weight(j, n, x[j - 1] * at(y0, &y, n - j)),
                    );
                    scaled(k, sum)
                }
                Slope::Gauss(k) => {
                    let sum = sum(
                        n,
                        #[cfg_attr(optimized, inline(always))]
                        |j| {
                            let square = quadratic([0.0, 0.0, 1.0], x0, &x, j);
                            weight(j, n, square * p[n - j])
                        },
                    );
                    scaled(-k, sum)
                }
                Slope::Moment => -product(|i| at(x0, &x, i), |i| at(y0, &y, i), n),
            };
        },
    );
    y
}

/// The coefficient of tⁿ in p, which is dᵉ up to a factor: n d₀ pₙ = Σⱼ (e j − (n − j)) dⱼ pₙ₋ⱼ.
#[cfg_attr(optimized, inline(always))]
fn powers<S: Scalar>(exponent: f64, n: usize, p: &[S], reciprocal: S, d: impl Fn(usize) -> S) -> S {
    let sum = sum(
        n,
        #[cfg_attr(optimized, inline(always))]
        |j| {
            let rest = (n - j) as f64;
            let factor = (exponent * j as f64 - rest) / n as f64;
            S::constant(factor) * (d(j) * p[n - j])
        },
    );
    sum * reciprocal
}
