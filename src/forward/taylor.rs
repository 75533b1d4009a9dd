//! Truncated Taylor series.
//!
//! x(t) = x₀ + x₁t + … + x_K t^K, and what a function makes of it. Sums, products and quotients are those of series, any
//! other operation goes by its [recurrence](super::recurrence), as in the textbooks (Griewank & Walther, Evaluating
//! Derivatives, 13.2). All of it is straight-line code for the order `K`.
//!
//! The recurrences do not look at single factors. Where an infinity or NaN comes out, the operation is repeated
//! [by its rule](super::series), which does: what does not change with t contributes nothing then. Rules without a
//! recurrence are applied so at once.

use super::number::{field_by_primal, number_with_derivatives, scalar_by_primal};
use super::recurrence::{self, by_partials, coefficients, sum, weight};
use super::series::Series;
use crate::rules::zeros::is_linear_in_pieces;
use crate::scalar::{BinaryRule, Branch, Field, Rule, Scalar, Slope, UnaryRule};
use core::fmt;

/// A number that depends on t, as its Taylor series at t = 0 to order `K`.
///
/// Code evaluated on such numbers gives all derivatives along a direction up to order `K`. The cost grows with K², of a
/// [rule](crate::scalar::UnaryRule) of your own with K³; that of nested dual numbers grows with 2ᴷ.
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
    pub(super) tail: [S; K],
    /// Whether it depends on t. The compiler knows where it does not, in straight-line code: constants cost nothing.
    pub(super) moves: bool,
}

impl<S: Scalar, const K: usize> Taylor<S, K> {
    const HAS_ORDER: () = assert!(K > 0, "a Taylor series is of order 1 at least: use `value`");

    /// The series with these coefficients: `primal` of t⁰, `coefficients` of t¹ to tᴷ.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// let x = Taylor::new(1.0, [2.0, 3.0]); // 1 + 2t + 3t²
    /// assert_eq!((x * x).coefficient(2), 10.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn new(primal: S, coefficients: [S; K]) -> Self {
        let () = Self::HAS_ORDER;
        Taylor {
            primal,
            tail: coefficients,
            moves: true,
        }
    }

    /// The variable of the series: `primal` + t.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// assert_eq!(Taylor::<f64, 2>::variable(3.0).square().derivative(2), 2.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn variable(primal: S) -> Self {
        Self::line(primal, S::one())
    }

    /// `primal` + `slope` t.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn line(primal: S, slope: S) -> Self {
        let mut tail = [S::zero(); K];
        tail[0] = slope;
        Self::new(primal, tail)
    }

    /// A number that does not change with t.
    ///
    /// ```
    /// use monograd::Taylor;
    ///
    /// assert_eq!(Taylor::<f64, 2>::constant(3.0).square().derivative(1), 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn constant(primal: S) -> Self {
        let () = Self::HAS_ORDER;
        Taylor {
            primal,
            tail: [S::zero(); K],
            moves: false,
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
    #[cfg_attr(optimized, inline(always))]
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
    #[cfg_attr(optimized, inline(always))]
    pub fn derivative(&self, n: usize) -> S {
        let factorial: f64 = (1..=n).map(|i| i as f64).product();
        self.coefficient(n) * S::constant(factorial)
    }

    /// The number as a series that looks at its factors.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn exact(self) -> Series<S, K> {
        if self.moves {
            Series::new(self.primal, self.tail)
        } else {
            Series::constant(self.primal)
        }
    }

    #[cfg_attr(optimized, inline(always))]
    fn from_exact(series: Series<S, K>) -> Self {
        Self::new(series.primal, series.tail)
    }

    /// The series whose coefficients are those of this one times a number. Where that is finite nothing is to be looked at: it
    /// multiplies a change by nothing to nothing.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn scaled(self, primal: S, factor: S, exact: impl FnOnce() -> Series<S, K>) -> Self {
        if S::are_finite(&[factor]) {
            let tail = coefficients(
                #[cfg_attr(optimized, inline(always))]
                |n| self.coefficient(n) * factor,
            );
            Self::new(primal, tail)
        } else {
            Self::from_exact(exact())
        }
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn finite_or(primal: S, tail: [S; K], exact: impl FnOnce() -> Series<S, K>) -> Self {
        if S::are_finite(&tail) {
            Self::new(primal, tail)
        } else {
            Self::from_exact(exact())
        }
    }

    /// The series whose coefficients are those of one or of two series, one by one.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn termwise(primal: S, moves: bool, term: impl Fn(usize) -> S) -> Self {
        if !moves {
            return Self::constant(primal);
        }
        Self::new(primal, coefficients(term))
    }

    /// The coefficients of y where y′ = Σ pᵢ xᵢ′, from series for p.
    #[cfg_attr(optimized, inline(always))]
    fn integral<const N: usize>(inputs: [Self; N], partials: [Self; N]) -> [S; K] {
        coefficients(
            #[cfg_attr(optimized, inline(always))]
            |n| {
                let mut all = None;
                for (x, p) in inputs.iter().zip(&partials) {
                    let of_input = match (x.moves, p.moves) {
                        (false, _) => continue,
                        (true, false) => x.coefficient(n) * p.primal,
                        (true, true) => sum(
                            n,
                            #[cfg_attr(optimized, inline(always))]
                            |j| weight(j, n, x.coefficient(j) * p.coefficient(n - j)),
                        ),
                    };
                    all = Some(match all {
                        None => of_input,
                        Some(all) => all + of_input,
                    });
                }
                match all {
                    None => S::zero(),
                    Some(all) => all,
                }
            },
        )
    }
}

#[cold]
#[inline(never)]
fn unary<Op: UnaryRule, S: Scalar, const K: usize>(op: Op, x: Taylor<S, K>) -> Series<S, K> {
    x.exact().unary(op)
}

#[cold]
#[inline(never)]
fn binary<Op: BinaryRule, S: Scalar, const K: usize>(
    op: Op,
    x: Taylor<S, K>,
    y: Taylor<S, K>,
) -> Series<S, K> {
    x.exact().binary(y.exact(), op)
}

#[cold]
#[inline(never)]
fn nary<Op: Rule<N>, S: Scalar, const K: usize, const N: usize>(
    op: Op,
    x: [Taylor<S, K>; N],
) -> Series<S, K> {
    Series::nary(x.map(Taylor::exact), op)
}

impl<S: Scalar, const K: usize> Field for Taylor<S, K> {
    field_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn are_finite(numbers: &[Self]) -> bool {
        numbers
            .iter()
            .all(|x| S::are_finite(&[x.primal]) && S::are_finite(&x.tail))
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_constant_zero(self) -> S::Mask {
        let mut zero = self.primal.is_constant_zero();
        if self.moves {
            for coefficient in self.tail {
                zero = zero & coefficient.is_constant_zero();
            }
        }
        zero
    }
    #[cfg_attr(optimized, inline(always))]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Self::termwise(
            S::select(mask, yes.primal, no.primal),
            yes.moves || no.moves,
            #[cfg_attr(optimized, inline(always))]
            |n| S::select(mask, yes.coefficient(n), no.coefficient(n)),
        )
    }
}

impl<S: Scalar, const K: usize> Scalar for Taylor<S, K> {
    const ORDERS: usize = K + S::ORDERS;

    scalar_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let (x, y) = (self.primal, self.primal.unary(op));
        if Op::STOPS || !self.moves {
            return Self::constant(y);
        }
        let tail = if const { is_linear_in_pieces(Op::ROW) } {
            let partial = Self::constant(op.partial(x, y));
            Self::integral([self], [partial])
        } else if const { by_partials(Op::ROW, Op::READS_VALUE, Op::SLOPE) } {
            let partial = op.partial(self, Self::constant(y));
            Self::integral([self], [partial])
        } else if const { !matches!(Op::SLOPE, Slope::Rule) } {
            recurrence::tail(op, x, self.tail, y)
        } else {
            return Self::from_exact(unary(op, self));
        };
        Self::finite_or(
            y,
            tail,
            #[cfg_attr(optimized, inline(always))]
            || unary(op, self),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        if let Some(result) = op.arithmetic(self, other) {
            return result;
        }
        let (x, y) = (self.primal, other.primal);
        let z = x.binary(y, op);
        if !self.moves && !other.moves {
            return Self::constant(z);
        }
        let (left, right) = if const { is_linear_in_pieces(Op::ROW) } {
            let (left, right) = op.partials(x, y, z);
            (Self::constant(left), Self::constant(right))
        } else if const { by_partials(Op::ROW, Op::READS_VALUE, Slope::Rule) } {
            op.partials(self, other, Self::constant(z))
        } else {
            return Self::from_exact(binary(op, self, other));
        };
        Self::finite_or(
            z,
            Self::integral([self, other], [left, right]),
            #[cfg_attr(optimized, inline(always))]
            || binary(op, self, other),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let x = inputs.map(
            #[cfg_attr(optimized, inline(always))]
            |x| x.primal,
        );
        let y = S::nary(x, op);
        if inputs.iter().all(|x| !x.moves) {
            return Self::constant(y);
        }
        let partials = if const { is_linear_in_pieces(Op::ROW) } {
            op.partials(x, y).map(
                #[cfg_attr(optimized, inline(always))]
                |partial| Self::constant(partial),
            )
        } else if const { by_partials(Op::ROW, Op::READS_VALUE, Slope::Rule) } {
            op.partials(inputs, Self::constant(y))
        } else {
            return Self::from_exact(nary(op, inputs));
        };
        Self::finite_or(
            y,
            Self::integral(inputs, partials),
            #[cfg_attr(optimized, inline(always))]
            || nary(op, inputs),
        )
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
