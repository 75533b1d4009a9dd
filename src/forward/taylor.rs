//! Truncated Taylor series.
//!
//! x(t) = x₀ + x₁t + … + x_K t^K, and what a function makes of it. Sums, products and quotients are
//! those of series. Any other operation y = f(x) obeys y′ = f′(x) x′, in coefficients
//!
//! ```text
//! n yₙ = Σⱼ j xⱼ pₙ₋ⱼ,  j = 1 … n,
//! ```
//!
//! where p(t) is the partial, evaluated by its rule over the same series one order lower. So the
//! recurrences of the textbooks (Griewank & Walther, Evaluating Derivatives, 13.2) follow from the
//! row, and a user's own rule has its series too. A partial that reads the value y is evaluated once
//! for every order, since yₙ takes those before it.

use super::dual::contribution;
use super::number::{field_by_primal, number_with_derivatives, scalar_by_primal};
use crate::rules::zeros::{both_parts, each_part, part};
use crate::scalar::{BinaryRule, Branch, Field, Rule, Scalar, UnaryRule};
use core::array::from_fn;
use core::{fmt, ops};

/// A number that depends on t, as its Taylor series at t = 0 to order `K`.
///
/// Code evaluated on such numbers gives all derivatives along a direction up to order `K`. The cost grows with K² or K³;
/// that of nested dual numbers grows with 2ᴷ.
///
/// ```
/// use monograd::Taylor;
///
/// let t = Taylor::<f64, 4>::variable(0.0);
/// let y = t.sin() * t.exp(); // t + t² + t³/3 + 0 t⁴ + …
/// for (i, expected) in [0.0, 1.0, 1.0, 1.0 / 3.0, 0.0].into_iter().enumerate() {
///     assert!((y.coefficient(i) - expected).abs() < 1e-15);
/// }
/// assert!((y.derivative(3) - 2.0).abs() < 1e-15);
/// ```
///
/// # Limits
///
/// A series exists where the function is analytic. At a kink it is the series of one side, by the convention in
/// [`rules`](crate::rules). Where a derivative is infinite, the coefficients from that order on are infinite or NaN. A rule
/// of your own whose partial derivative applies the same rule again costs 2ᴷ.
///
/// The order is at least 1; 0 does not compile.
#[derive(Clone, Copy)]
pub struct Taylor<S, const K: usize> {
    /// The number itself, x₀.
    pub primal: S,
    /// x₁ … x_K.
    tail: [S; K],
    /// The coefficients after this one have not been computed.
    order: usize,
    /// Those after this one are zero.
    degree: usize,
}

impl<S: Scalar, const K: usize> Taylor<S, K> {
    const ORDER: usize = {
        assert!(
            K > 0,
            "the order of a Taylor series is at least 1; for the value alone use `value`"
        );
        K
    };

    /// The series with these coefficients: `primal` of t⁰, `coefficients` of t¹ to tᴷ.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// let x = Taylor::new(1.0, [2.0, 3.0]); // 1 + 2t + 3t²
    /// assert_eq!((x * x).coefficient(2), 10.0);
    /// ```
    #[inline]
    pub fn new(primal: S, coefficients: [S; K]) -> Self {
        Taylor {
            primal,
            tail: coefficients,
            order: Self::ORDER,
            degree: K,
        }
    }

    /// The variable of the series: `primal` + t.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// assert_eq!(Taylor::<f64, 2>::variable(3.0).square().derivative(2), 2.0);
    /// ```
    #[inline]
    pub fn variable(primal: S) -> Self {
        Self::line(primal, S::one())
    }

    /// `primal` + `slope` t.
    #[inline]
    pub(crate) fn line(primal: S, slope: S) -> Self {
        let mut x = Self::constant(primal);
        x.tail[0] = slope;
        x.degree = match S::branch(slope.is_constant_zero(), || 0, || 1) {
            Branch::Yes(degree) | Branch::No(degree) => degree,
            Branch::Both(..) => 1,
        };
        x
    }

    /// A number that does not change with t.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// assert_eq!(Taylor::<f64, 2>::constant(3.0).square().derivative(1), 0.0);
    /// ```
    #[inline]
    pub fn constant(primal: S) -> Self {
        Taylor {
            primal,
            tail: [S::zero(); K],
            order: Self::ORDER,
            degree: 0,
        }
    }

    /// The coefficient of tⁿ.
    ///
    /// # Panics
    ///
    /// If `n` is greater than `K`.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// let y = Taylor::<f64, 3>::variable(0.0).exp();
    /// assert_eq!(y.coefficient(2), 0.5);
    /// ```
    #[inline]
    pub fn coefficient(&self, n: usize) -> S {
        match n.checked_sub(1) {
            None => self.primal,
            Some(i) => self.tail[i],
        }
    }

    /// The derivative of order `n` in t at t = 0: n! times the coefficient.
    ///
    /// # Panics
    ///
    /// If `n` is greater than `K`.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// let y = Taylor::<f64, 3>::variable(2.0).powi(3);
    /// assert_eq!([0, 1, 2, 3].map(|n| y.derivative(n)), [8.0, 12.0, 12.0, 6.0]);
    /// ```
    #[inline]
    pub fn derivative(&self, n: usize) -> S {
        let factorial: f64 = (1..=n).map(|i| i as f64).product();
        self.coefficient(n) * S::constant(factorial)
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
        partials: impl Fn([Self; N], Self) -> [Self; N],
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
        Taylor {
            primal: f(0),
            tail: from_fn(|i| if i < degree { f(i + 1) } else { S::zero() }),
            order,
            degree,
        }
    }
}

impl<S: Scalar, const K: usize> ops::Add for Taylor<S, K> {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        let degree = self.degree.max(other.degree);
        Self::from_coefficients(self.order.min(other.order), degree, |n| {
            self.coefficient(n) + other.coefficient(n)
        })
    }
}

impl<S: Scalar, const K: usize> ops::Sub for Taylor<S, K> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        let degree = self.degree.max(other.degree);
        Self::from_coefficients(self.order.min(other.order), degree, |n| {
            self.coefficient(n) - other.coefficient(n)
        })
    }
}

impl<S: Scalar, const K: usize> ops::Neg for Taylor<S, K> {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self::from_coefficients(self.order, self.degree, |n| -self.coefficient(n))
    }
}

/// Cauchy's product; beyond its degree a series is not multiplied.
impl<S: Scalar, const K: usize> ops::Mul for Taylor<S, K> {
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

impl<S: Scalar, const K: usize> ops::Div for Taylor<S, K> {
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

impl<S: Scalar, const K: usize> Field for Taylor<S, K> {
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

impl<S: Scalar, const K: usize> Scalar for Taylor<S, K> {
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

impl<S: fmt::Debug, const K: usize> fmt::Debug for Taylor<S, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entry(&self.primal)
            .entries(&self.tail)
            .finish()
    }
}

number_with_derivatives! {
    impl [S: Scalar, const K: usize] Taylor<S, K>,
    example "monograd::Taylor::<f64, 2>::variable",
    "let (value, slope) = (y.primal, y.derivative(1));"
}

crate::scalar::one_lane! {
    [S: Scalar, const K: usize] Taylor<S, K>;
}
