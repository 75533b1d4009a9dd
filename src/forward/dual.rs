//! Dual numbers.
//!
//! A dual number is x + x′ε with ε² = 0. By Taylor's theorem f(x + x′ε) = f(x) + f′(x) x′ε: a
//! function evaluated on it gives its value and, exactly and not by a difference, its derivative
//! along x′. Each operation does so by its rule, and a program made of operations by the chain rule.
//!
//! The components are themselves scalars: a dual number of dual numbers carries second derivatives,
//! and the reverse sweep of a function over dual numbers gives the gradient's derivative, the
//! Hessian times the tangents. The ε of each level is its own, so levels cannot be confused.

use super::number::{
    field_by_primal, number_with_derivatives, operators_by_rule, scalar_by_primal,
};
use crate::rules::zeros::each_part;
use crate::scalar::{BinaryRule, Branch, Field, Lanes, Linearity, Rule, Scalar, UnaryRule};
use core::fmt;

/// A number with its derivative along one direction: the primal x and the tangent x′.
///
/// Operands can be plain numbers: of the type of its components on the right of an operator, `f64` on the left.
///
/// It is a [`Scalar`]: every function of this crate can be evaluated over it. It is a [`num_traits::Float`]: generic code
/// that was written without derivatives in mind can be differentiated. Comparisons compare the primals.
///
/// ```
/// use monograd::Dual;
/// use num_traits::Float;
///
/// // Code that was written without derivatives in mind:
/// fn newton_sqrt<T: Float>(a: T) -> T {
///     let mut x = T::one();
///     while (x * x - a).abs() > T::epsilon() * a {
///         x = (x + a / x) / (T::one() + T::one());
///     }
///     x
/// }
///
/// let y = newton_sqrt(Dual::variable(2.0_f64));
/// assert!((y.primal - 2.0_f64.sqrt()).abs() < 1e-15);
/// assert!((y.tangent - 0.5 / 2.0_f64.sqrt()).abs() < 1e-12);
///
/// // Duals of duals carry second derivatives: x³ at 2.
/// let x = Dual::new(Dual::variable(2.0), Dual::constant(1.0));
/// assert_eq!((x * x * x).tangent.tangent, 12.0);
/// ```
#[derive(Debug, Default, Clone, Copy)]
pub struct Dual<S> {
    /// The number itself.
    pub primal: S,
    /// Its derivative along the direction.
    pub tangent: S,
}

impl<S> Dual<S> {
    /// The number `primal` that changes by `tangent` along the direction.
    ///
    /// ```
    /// use monograd::Dual;
    ///
    /// let product = Dual::new(2.0, 1.0) * Dual::new(3.0, 10.0);
    /// assert_eq!((product.primal, product.tangent), (6.0, 23.0));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub const fn new(primal: S, tangent: S) -> Self {
        Dual { primal, tangent }
    }
}

impl<S: Scalar> Dual<S> {
    /// The number with respect to which to differentiate: its tangent is 1.
    ///
    /// ```
    /// use monograd::Dual;
    ///
    /// assert_eq!(Dual::variable(3.0).square().tangent, 6.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn variable(primal: S) -> Self {
        Dual::new(primal, S::one())
    }

    /// A number that does not depend on the variable: its tangent is 0.
    ///
    /// ```
    /// use monograd::Dual;
    ///
    /// assert_eq!(Dual::constant(3.0).square().tangent, 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn constant(primal: S) -> Self {
        Dual::new(primal, S::zero())
    }
}

/// The primal, and the tangent as the coefficient of ε.
impl<S: fmt::Display> fmt::Display for Dual<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.primal, f)?;
        f.write_str(" + ")?;
        fmt::Display::fmt(&self.tangent, f)?;
        f.write_str("ε")
    }
}

impl<S: Scalar> Field for Dual<S> {
    field_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn are_finite(numbers: &[Self]) -> bool {
        numbers
            .iter()
            .all(|x| S::are_finite(&[x.primal, x.tangent]))
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_constant_zero(self) -> S::Mask {
        self.primal.is_constant_zero() & self.tangent.is_constant_zero()
    }
    #[cfg_attr(optimized, inline(always))]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        Dual::new(
            S::select(mask, yes.primal, no.primal),
            S::select(mask, yes.tangent, no.tangent),
        )
    }
}

impl<S: Scalar> Scalar for Dual<S> {
    const ORDERS: usize = 1 + S::ORDERS;

    scalar_by_primal!();

    #[inline]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let (x, tangent) = (self.primal, self.tangent);
        let y = x.unary(op);
        if Op::STOPS {
            return Dual::constant(y);
        }
        let moved = contribution(
            Op::READS_INPUT || Op::READS_VALUE,
            tangent,
            #[cfg_attr(optimized, inline(always))]
            || op.chain(tangent, x, y),
        );
        Dual::new(y, moved)
    }
    #[inline]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        let (x, y) = (self.primal, other.primal);
        let z = x.binary(y, op);
        let varies = !matches!(Op::LINEARITY, Linearity::Both);
        let left = contribution(
            varies,
            self.tangent,
            #[cfg_attr(optimized, inline(always))]
            || op.chain_left(self.tangent, x, y, z),
        );
        let right = contribution(
            varies,
            other.tangent,
            #[cfg_attr(optimized, inline(always))]
            || op.chain_right(other.tangent, x, y, z),
        );
        Dual::new(z, left + right)
    }
    #[cfg_attr(optimized, inline(always))]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let x = inputs.map(|input| input.primal);
        let y = S::nary(x, op);
        let partials = op.partials(x, y);
        let masks = each_part(op, x, y);
        let mut moved = S::zero();
        for i in 0..N {
            let tangent = masks.map_or(inputs[i].tangent, |masks| {
                S::select(masks[i], inputs[i].tangent, S::zero())
            });
            let term = contribution(
                true,
                tangent,
                #[cfg_attr(optimized, inline(always))]
                || tangent * partials[i],
            );
            moved = if i == 0 { term } else { moved + term };
        }
        Dual::new(y, moved)
    }
}

/// What an input with this tangent contributes to the tangent of a result: nothing if it does not
/// move, even if the derivative is infinite or NaN, which one that is not the same everywhere may be.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn contribution<S: Scalar>(
    varies: bool,
    tangent: S,
    chain: impl FnOnce() -> S + Copy,
) -> S {
    if varies && S::IS_PACK {
        S::select(tangent.is_constant_zero(), S::zero(), chain())
    } else if varies {
        S::choose(tangent.is_constant_zero(), S::zero, chain)
    } else {
        chain()
    }
}

operators_by_rule!(impl [S: Scalar] Dual<S>);

number_with_derivatives! {
    impl [S: Scalar] Dual<S>, example "Dual::variable", "let (value, slope) = (y.primal, y.tangent);"
}

/// Side by side as the numbers that it is made of.
impl<S: Scalar> Lanes for Dual<S> {
    type Pack = Dual<S::Pack>;
    type Register = Dual<S::Register>;

    const LANES: usize = S::LANES;
    const REGISTER_LANES: usize = S::REGISTER_LANES;

    #[cfg_attr(optimized, inline(always))]
    fn splat(self) -> Dual<S::Pack> {
        Dual::new(self.primal.splat(), self.tangent.splat())
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack(lane: impl Fn(usize) -> Self) -> Dual<S::Pack> {
        Dual::new(S::pack(|i| lane(i).primal), S::pack(|i| lane(i).tangent))
    }
    #[cfg_attr(optimized, inline(always))]
    fn lane(pack: Dual<S::Pack>, lane: usize) -> Self {
        Dual::new(S::lane(pack.primal, lane), S::lane(pack.tangent, lane))
    }
    #[cfg_attr(optimized, inline(always))]
    fn sum_lanes(pack: Dual<S::Pack>) -> Self {
        Dual::new(S::sum_lanes(pack.primal), S::sum_lanes(pack.tangent))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack_register(lane: impl Fn(usize) -> Self) -> Dual<S::Register> {
        Dual::new(
            S::pack_register(|i| lane(i).primal),
            S::pack_register(|i| lane(i).tangent),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn register_lane(register: Dual<S::Register>, lane: usize) -> Self {
        let number = |register| S::register_lane(register, lane);
        Dual::new(number(register.primal), number(register.tangent))
    }
}
