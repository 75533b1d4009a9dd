//! Taylor series by the rules, term by term, with the conventions at awkward points.
//!
//! Where a coefficient is infinite or NaN, what does not change with t must contribute nothing to it. These series look at
//! each factor, and their rules are applied to series one order lower. [`Taylor`](super::Taylor) computes with them what
//! its recurrences do not: operations that have none, and points where those are not finite.
//!
//! Sums, products and quotients are those of series. Any other operation y = f(x) obeys y′ = f′(x) x′, in coefficients
//!
//! ```text
//! n yₙ = Σⱼ j xⱼ pₙ₋ⱼ,  j = 1 … n,
//! ```
//!
//! where p(t) is the partial, evaluated by its rule over the same series one order lower. So a user's own rule has
//! its series too. A partial that reads the value y is evaluated once for every order, since yₙ takes those before it.

use super::dual::contribution;
use super::number::{field_by_primal, scalar_by_primal};
use crate::rules::zeros::{both_parts, each_part, part};
use crate::scalar::{BinaryRule, Branch, Field, Rule, Scalar, UnaryRule};
use core::array::from_fn;
use core::ops;

/// A series to order `K`.
#[derive(Clone, Copy)]
pub(super) struct Series<S, const K: usize> {
    /// The number itself, x₀.
    pub(super) primal: S,
    /// x₁ … x_K.
    pub(super) tail: [S; K],
    /// The coefficients after this one have not been computed.
    order: usize,
    /// Those after this one are zero.
    degree: usize,
}

impl<S: Scalar, const K: usize> Series<S, K> {
    /// The series with these coefficients: `primal` of t⁰, `tail` of t¹ to tᴷ. It is known where it ends, from the zeros.
    pub(super) fn new(primal: S, tail: [S; K]) -> Self {
        let is_zero = |x: &S| {
            let zero = x.is_constant_zero();
            matches!(S::branch(zero, || (), || ()), Branch::Yes(()))
        };
        Series {
            primal,
            tail,
            order: K,
            degree: K - tail.iter().rev().take_while(|x| is_zero(x)).count(),
        }
    }

    /// A number that does not change with t.
    pub(super) fn constant(primal: S) -> Self {
        Series {
            primal,
            tail: [S::zero(); K],
            order: K,
            degree: 0,
        }
    }

    /// The coefficient of tⁿ.
    #[inline]
    fn coefficient(&self, n: usize) -> S {
        match n.checked_sub(1) {
            None => self.primal,
            Some(i) => self.tail[i],
        }
    }

    /// The same series as far as to `order`.
    fn truncated(mut self, order: usize) -> Self {
        self.order = order;
        self.degree = self.degree.min(order);
        self
    }

    /// The series y whose derivative is Σ pᵢ xᵢ′: `primal` and, as often as that takes, the partials
    /// of the series `inputs` and of y as far as it is known.
    fn integrate<const N: usize>(
        primal: S,
        inputs: [Self; N],
        reads_value: bool,
        partials: impl Fn([Self; N], Self) -> [Self; N] + Copy,
    ) -> Self {
        let order = inputs.iter().map(|x| x.order).min().unwrap_or(K);
        let mut y = Self::constant(primal);
        y.order = order;
        if inputs.iter().all(|x| x.degree == 0) {
            return y;
        }
        y.degree = order;
        let first = if reads_value { 1 } else { order };
        for known in first..=order {
            let below = inputs.map(|x| x.truncated(known - 1));
            let partials = partials(below, y.truncated(known - 1));
            let new = if reads_value { known } else { 1 };
            for n in new..=known {
                let mut sum = None;
                for (x, partial) in inputs.iter().zip(&partials) {
                    for j in 1..=n.min(x.degree) {
                        let slope = S::constant(j as f64) * x.tail[j - 1];
                        let term = contribution(
                            true,
                            slope,
                            #[cfg_attr(optimized, inline(always))]
                            || slope * partial.coefficient(n - j),
                        );
                        sum = Some(sum.map_or(term, |sum| sum + term));
                    }
                }
                y.tail[n - 1] = sum.unwrap_or_else(S::zero) / S::constant(n as f64);
            }
        }
        y
    }

    /// An operand as the constant it is where it takes no part in the operation.
    #[inline]
    fn moving(self, takes_part: Option<S::Mask>) -> Self {
        takes_part.map_or(self, |mask| {
            Field::select(mask, self, Self::constant(self.primal))
        })
    }

    /// The product of the coefficients `j` and `n` − `j` in that of two series: where one of them is a change
    /// by nothing it is 0, even if the other is infinite.
    #[inline]
    fn product(&self, j: usize, other: &Self, n: usize) -> S {
        let (x, y) = (self.coefficient(j), other.coefficient(n - j));
        contribution(j > 0, x, || contribution(j < n, y, || x * y))
    }

    /// The series with the coefficients `f(n)` up to `degree`.
    #[inline]
    fn from_coefficients(order: usize, degree: usize, f: impl Fn(usize) -> S) -> Self {
        let degree = degree.min(order);
        Series {
            primal: f(0),
            tail: from_fn(|i| if i < degree { f(i + 1) } else { S::zero() }),
            order,
            degree,
        }
    }
}

impl<S: Scalar, const K: usize> ops::Add for Series<S, K> {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        let degree = self.degree.max(other.degree);
        Self::from_coefficients(self.order.min(other.order), degree, |n| {
            self.coefficient(n) + other.coefficient(n)
        })
    }
}

impl<S: Scalar, const K: usize> ops::Sub for Series<S, K> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        let degree = self.degree.max(other.degree);
        Self::from_coefficients(self.order.min(other.order), degree, |n| {
            self.coefficient(n) - other.coefficient(n)
        })
    }
}

impl<S: Scalar, const K: usize> ops::Neg for Series<S, K> {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self::from_coefficients(self.order, self.degree, |n| -self.coefficient(n))
    }
}

/// Cauchy's product; beyond its degree a series is not multiplied.
impl<S: Scalar, const K: usize> ops::Mul for Series<S, K> {
    type Output = Self;

    #[allow(
        clippy::suspicious_arithmetic_impl,
        reason = "it is a sum over sums of indices"
    )]
    #[inline]
    fn mul(self, other: Self) -> Self {
        let degree = self.degree + other.degree;
        Self::from_coefficients(self.order.min(other.order), degree, |n| {
            let first = n.saturating_sub(other.degree);
            let mut sum = self.product(first, &other, n);
            for j in first + 1..=n.min(self.degree) {
                sum = sum + self.product(j, &other, n);
            }
            sum
        })
    }
}

impl<S: Scalar, const K: usize> ops::Div for Series<S, K> {
    type Output = Self;

    #[allow(
        clippy::suspicious_arithmetic_impl,
        reason = "the recurrence subtracts"
    )]
    #[inline]
    fn div(self, other: Self) -> Self {
        let order = self.order.min(other.order);
        let mut quotient = Self::constant(self.primal / other.primal);
        quotient.order = order;
        quotient.degree = if other.degree == 0 {
            self.degree.min(order)
        } else {
            order
        };
        for n in 1..=quotient.degree {
            let mut rest = self.coefficient(n);
            for j in 1..=n.min(other.degree) {
                rest = rest - other.product(j, &quotient, n);
            }
            quotient.tail[n - 1] = contribution(true, rest, || rest / other.primal);
        }
        quotient
    }
}

impl<S: Scalar, const K: usize> Field for Series<S, K> {
    field_by_primal!();

    #[inline]
    fn is_constant_zero(self) -> S::Mask {
        let mut zero = self.primal.is_constant_zero();
        for coefficient in &self.tail[..self.degree] {
            zero = zero & coefficient.is_constant_zero();
        }
        zero
    }
    #[inline]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let degree = yes.degree.max(no.degree);
        Self::from_coefficients(yes.order.min(no.order), degree, |n| {
            S::select(mask, yes.coefficient(n), no.coefficient(n))
        })
    }
}

impl<S: Scalar, const K: usize> Scalar for Series<S, K> {
    const ORDERS: usize = K + S::ORDERS;

    scalar_by_primal!();

    #[inline]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let primal = self.primal.unary(op);
        if Op::STOPS {
            return Self::constant(primal);
        }
        let mask = part(op, self.primal, primal);
        let x = self.moving(mask);
        Self::integrate(primal, [x], Op::READS_VALUE, |[x], y| [op.partial(x, y)])
    }
    #[inline]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        if let Some(result) = op.arithmetic(self, other) {
            return result;
        }
        let primal = self.primal.binary(other.primal, op);
        let masks = both_parts(op, self.primal, other.primal, primal);
        let inputs = [
            self.moving(masks.map(|[left, _]| left)),
            other.moving(masks.map(|[_, right]| right)),
        ];
        Self::integrate(primal, inputs, Op::READS_VALUE, |[x, y], z| {
            let (left, right) = op.partials(x, y, z);
            [left, right]
        })
    }
    #[inline]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let x = inputs.map(|x| x.primal);
        let primal = S::nary(x, op);
        let masks = each_part(op, x, primal);
        let inputs = from_fn(|i| inputs[i].moving(masks.map(|masks| masks[i])));
        Self::integrate(primal, inputs, Op::READS_VALUE, |x, y| op.partials(x, y))
    }
}

crate::scalar::one_lane! {
    [S: Scalar, const K: usize] Series<S, K>;
}
