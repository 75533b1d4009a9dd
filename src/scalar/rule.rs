//! The form a rule takes.

use super::{Field, Real, Scalar};

/// In which of its inputs an operation on two numbers is linear, so that the derivative in that input
/// can be had before the input is.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linearity {
    /// In neither.
    Neither,
    /// In the left one, for any right one.
    Left,
    /// In each, for any other one.
    Each,
    /// In both together: the derivatives are constants.
    Both,
}

/// Which row of the tables an operation is, in the one byte in which a tape remembers it.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row(pub u8);

impl Row {
    /// No row: an operation of the user's own.
    pub const NONE: Row = Row(0);
}

/// How the derivative p of an operation y = f(x) goes on along a Taylor series, from its first coefficient: the
/// recurrence of the series.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Slope {
    /// As the rule of the partial says.
    Rule,
    /// It stays what it is.
    Constant,
    /// p = c₀ + c₁y + c₂y².
    Polynomial([f64; 3]),
    /// p is `factor` through a polynomial d = c₀ + c₁z + c₂z² in the input, or the value.
    Reciprocal {
        /// Whether z is y, and not x.
        of_value: bool,
        /// c₀, c₁ and c₂.
        divisor: [f64; 3],
        /// The constant numerator.
        factor: f64,
    },
    /// p is ±1/√d for a polynomial d = c₀ + c₁x + c₂x².
    ReciprocalRoot {
        /// c₀, c₁ and c₂.
        root_of: [f64; 3],
    },
    /// p is the parameter r times xʳ⁻¹.
    Power,
    /// p′ = k y x′.
    Oscillation(f64),
    /// p′ = −k (x²)′ p.
    Gauss(f64),
    /// p = −x y.
    Moment,
}

impl Slope {
    /// `factor` through c₀ + c₁x + c₂x².
    pub const fn through(factor: f64, divisor: [f64; 3]) -> Self {
        Slope::Reciprocal {
            of_value: false,
            divisor,
            factor,
        }
    }

    /// `factor` through c₀ + c₁y + c₂y².
    pub const fn through_value(factor: f64, divisor: [f64; 3]) -> Self {
        Slope::Reciprocal {
            of_value: true,
            divisor,
            factor,
        }
    }

    /// ±1/√(c₀ + c₁x + c₂x²).
    pub const fn through_root(root_of: [f64; 3]) -> Self {
        Slope::ReciprocalRoot { root_of }
    }
}

/// An operation on one number: its value, and its derivative there.
///
/// Rules know neither modes nor graphs. Implementing one is all it takes to have an operation
/// everywhere: in [expressions](crate::Ex::apply), on [dual numbers](crate::Dual) and on dynamic
/// values.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::scalar::{Field, Real, UnaryRule};
///
/// /// x ↦ x³
/// #[derive(Clone, Copy)]
/// struct Cube;
///
/// impl UnaryRule for Cube {
///     fn primal<F: Real>(self, x: F) -> F {
///         x * x * x
///     }
///     fn partial<S: Scalar>(self, x: S, _y: S) -> S {
///         S::constant(3.0) * x * x
///     }
/// }
///
/// let f = func!(|x| x.apply(Cube));
/// assert_eq!(f.value_and_gradient(&[2.0]), (8.0, [12.0]));
/// assert_eq!(f.hessian(&[2.0]), [[12.0]]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on one number",
    note = "implement `monograd::scalar::UnaryRule` for it: its primal and its partial"
)]
pub trait UnaryRule: Copy + Send + 'static {
    /// Whether the derivative is zero whatever comes after: nothing is pulled back to x, in forward
    /// mode nothing moves, and no NaN or infinity on the way matters. So for
    /// [`StopGradient`](crate::rules::StopGradient).
    const STOPS: bool = false;

    /// Whether [`partial`](UnaryRule::partial) reads y. [Taylor](crate::Taylor) series are computed
    /// faster where it is known not to.
    const READS_VALUE: bool = true;

    /// Whether [`partial`](UnaryRule::partial) reads x, which need not be computed again then where y has
    /// been kept.
    const READS_INPUT: bool = true;

    /// What is handed to the partial for x where it does not read x always and y is known: x, where it
    /// does read it.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn input_if_read<S: Scalar>(self, _y: S, _x: impl FnOnce() -> S + Copy) -> S {
        S::zero()
    }

    #[doc(hidden)]
    const ROW: Row = Row::NONE;

    #[doc(hidden)]
    const SLOPE: Slope = Slope::Rule;

    /// The parameter, if the operation has one: it is shown, and tells networks with such an activation apart.
    #[cfg_attr(optimized, inline(always))]
    fn parameter(self) -> Option<f64> {
        None
    }

    /// y = f(x).
    fn primal<F: Real>(self, x: F) -> F;

    /// dy/dx, from the input `x` and the value `y`.
    ///
    /// It is evaluated over numbers that carry derivatives as well, which is how higher orders come
    /// about: write it with operations that have rules themselves.
    fn partial<S: Scalar>(self, x: S, y: S) -> S;

    /// `c` · dy/dx, where `c` is a tangent of x (forward) or a cotangent of y (reverse).
    ///
    /// To be overridden only where the product has a shorter form than the partial, or where x takes no part and
    /// even an infinite `c` contributes nothing: below its kink `relu` selects 0, and does not multiply `c` by 0.
    /// There reverse mode does not go back to x at all; see [`numerics`](crate::numerics).
    #[cfg_attr(optimized, inline(always))]
    fn chain<S: Scalar>(self, c: S, x: S, y: S) -> S {
        c * self.partial(x, y)
    }

    /// As [`chain`](UnaryRule::chain) where x takes part in the value, and [`absent`](Field::absent) elsewhere, without a branch.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn chain_of_part<S: Scalar>(self, c: S, x: S, y: S, takes_part: S::Mask) -> S {
        S::select(takes_part, self.chain(c, x, y).present(), S::absent())
    }
}

/// An operation on two numbers: its value, and its derivatives there.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::scalar::{BinaryRule, Field, Real};
///
/// /// (x, y) ↦ x² y
/// #[derive(Clone, Copy)]
/// struct SquareTimes;
///
/// impl BinaryRule for SquareTimes {
///     fn primal<F: Real>(self, x: F, y: F) -> F {
///         x * x * y
///     }
///     fn partials<S: Scalar>(self, x: S, y: S, _z: S) -> (S, S) {
///         (S::constant(2.0) * x * y, x * x)
///     }
/// }
///
/// let f = func!(|x, y| x.apply_with(y, SquareTimes));
/// assert_eq!(f.gradient(&[3.0, 5.0]), [30.0, 9.0]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on two numbers",
    note = "implement `monograd::scalar::BinaryRule` for it: its primal and its partials"
)]
pub trait BinaryRule: Copy + Send + 'static {
    /// Whether [`partials`](BinaryRule::partials) reads z; see [`UnaryRule::READS_VALUE`].
    const READS_VALUE: bool = true;

    /// Where the operation is linear.
    #[doc(hidden)]
    const LINEARITY: Linearity = Linearity::Neither;

    #[doc(hidden)]
    const ROW: Row = Row::NONE;

    /// z over numbers whose own arithmetic is all it takes; `None` unless it is + − × or ÷.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn arithmetic<F: Field>(self, _x: F, _y: F) -> Option<F> {
        None
    }

    /// z = f(x, y).
    fn primal<F: Real>(self, x: F, y: F) -> F;

    /// (∂z/∂x, ∂z/∂y), from the inputs and the value `z`.
    fn partials<S: Scalar>(self, x: S, y: S, z: S) -> (S, S);

    /// `c` · ∂z/∂x; to be overridden only where the product has a shorter form, or where x takes no part and even an
    /// infinite `c` contributes nothing.
    #[cfg_attr(optimized, inline(always))]
    fn chain_left<S: Scalar>(self, c: S, x: S, y: S, z: S) -> S {
        c * self.partials(x, y, z).0
    }

    /// `c` · ∂z/∂y; to be overridden only as [`chain_left`](BinaryRule::chain_left).
    #[cfg_attr(optimized, inline(always))]
    fn chain_right<S: Scalar>(self, c: S, x: S, y: S, z: S) -> S {
        c * self.partials(x, y, z).1
    }
}

/// An operation on `N` numbers: its value, and its derivatives there.
///
/// For one and two, [`UnaryRule`] and [`BinaryRule`] are more convenient.
///
/// ```
/// use monograd::expr::apply;
/// use monograd::prelude::*;
/// use monograd::scalar::{Real, Rule};
///
/// /// (x, y, z) ↦ x y z
/// #[derive(Clone, Copy)]
/// struct Volume;
///
/// impl Rule<3> for Volume {
///     fn primal<F: Real>(self, [x, y, z]: [F; 3]) -> F {
///         x * y * z
///     }
///     fn partials<S: Scalar>(self, [x, y, z]: [S; 3], _volume: S) -> [S; 3] {
///         [y * z, z * x, x * y]
///     }
/// }
///
/// let f = func!(|x, y| apply(Volume, (x, y, 2.0)));
/// assert_eq!(f.gradient(&[3.0, 5.0]), [10.0, 6.0]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on {N} numbers",
    note = "implement `monograd::scalar::Rule<{N}>` for it: its primal and its partials"
)]
pub trait Rule<const N: usize>: Copy + Send + 'static {
    /// Whether [`partials`](Rule::partials) reads y; see [`UnaryRule::READS_VALUE`].
    const READS_VALUE: bool = true;

    #[doc(hidden)]
    const ROW: Row = Row::NONE;

    /// y = f(x).
    fn primal<F: Real>(self, x: [F; N]) -> F;

    /// The derivative of y in each of the inputs, from the inputs and the value `y`.
    fn partials<S: Scalar>(self, x: [S; N], y: S) -> [S; N];

    /// `c` times each of the derivatives, where `c` is a cotangent of y; to be overridden where a product has a
    /// shorter form, or where an input takes no part, so that even an infinite cotangent contributes nothing to it.
    #[cfg_attr(optimized, inline(always))]
    fn chain<S: Scalar>(self, c: S, x: [S; N], y: S) -> [S; N] {
        self.partials(x, y).map(
            #[cfg_attr(optimized, inline(always))]
            |partial| c * partial,
        )
    }
}
