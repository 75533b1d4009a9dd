//! What an expression can be evaluated over, and the form a rule takes.
//!
//! Three traits, each adding to the one before:
//!
//! | trait | gives | implemented by |
//! |---|---|---|
//! | [`Field`] | + − × ÷, constants, comparison and selection | everything below |
//! | [`Real`] | the elementary functions | `f32`, `f64`, [`Wrapped`] |
//! | [`Scalar`] | applying a [rule](UnaryRule) | the reals, and numbers that carry derivatives |
//!
//! A [`Real`] answers a rule with its primal. A number that carries derivatives, such as
//! [`Dual`](crate::Dual), answers with the primal and, by the rule's partial, the derivative. That
//! partial is itself written over any [`Scalar`], so orders of differentiation nest.

mod lanes;
mod real;
mod rule;
mod wrapped;

pub use lanes::Lanes;
#[doc(hidden)]
pub use lanes::Packing;
pub(crate) use lanes::{AllLanes, MOST_LANES, OneRegister, one_lane};
pub use real::{Plain, Real};
pub use rule::{BinaryRule, Rule, UnaryRule};
#[doc(hidden)]
pub use rule::{Linearity, Row, Slope};
pub use wrapped::Wrapped;

use core::ops;

/// Numbers with the four operations, constants, comparison and selection.
///
/// Comparisons give a [`Mask`](Field::Mask) and not a `bool`, and [`select`](Field::select) chooses
/// by one, so that the same formula serves numbers of which several are packed side by side.
///
/// ```
/// use monograd::scalar::Field;
///
/// fn magnitude<F: Field>(x: F) -> F {
///     F::select(x.less_than(F::zero()), -x, x)
/// }
/// assert_eq!(magnitude(-2.5), 2.5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a field of numbers",
    note = "`f32`, `f64`, `Dual<S>`, `Taylor<S, K>` and `monograd::Wrapped<T>` are"
)]
pub trait Field:
    Copy
    + ops::Add<Output = Self>
    + ops::Sub<Output = Self>
    + ops::Mul<Output = Self>
    + ops::Div<Output = Self>
    + ops::Neg<Output = Self>
{
    /// The outcome of a comparison: `bool` for a single number.
    type Mask: Copy
        + ops::BitAnd<Output = Self::Mask>
        + ops::BitOr<Output = Self::Mask>
        + ops::Not<Output = Self::Mask>;

    /// Whether it is several numbers packed side by side, of which a condition may hold for some.
    const IS_PACK: bool = false;

    /// Whether it is real numbers, one or several, and carries nothing else: no derivatives, and no record.
    #[doc(hidden)]
    const IS_REAL: bool = false;

    /// The number nearest to `value`; its derivatives are zero.
    fn constant(value: f64) -> Self;

    /// Twice the number.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn doubled(self) -> Self {
        self + self
    }

    /// A plain number as it is; its derivatives are zero.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn from_plain<T: Plain>(number: T) -> Self {
        Self::constant(number.to_f64())
    }

    /// Plain numbers where they lie, if they are of this type.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn from_plains<T: Plain>(_numbers: &[T]) -> Option<&[Self]> {
        None
    }

    /// These numbers where they lie, if they are plain numbers of the type `T`.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn as_plains<T: Plain>(_numbers: &[Self]) -> Option<&[T]> {
        None
    }

    /// Whether all numbers are surely finite, with their derivatives; false where that is not known at once.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn are_finite(_numbers: &[Self]) -> bool {
        false
    }

    /// Has a computation made with the numbers that are packed side by side, if these are such.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn apart<V: Apart<Self>>(_visitor: V) -> Option<V::Out> {
        None
    }

    /// The smallest positive number that keeps its full precision.
    fn min_positive() -> Self;

    /// Where `self < other`; false where either is NaN.
    fn less_than(self, other: Self) -> Self::Mask;

    /// Where `self ≤ other`; false where either is NaN.
    fn at_most(self, other: Self) -> Self::Mask;

    /// Where `self = other`; false where either is NaN.
    fn equals(self, other: Self) -> Self::Mask;

    /// Where the number is zero and has no derivative other than zero either.
    fn is_constant_zero(self) -> Self::Mask;

    /// Where the number is [`absent`](Field::absent).
    fn is_absent(self) -> Self::Mask;

    /// Where all of several numbers are [`absent`](Field::absent).
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn are_absent(numbers: &[Self]) -> Self::Mask {
        let all = Self::zero().is_constant_zero();
        numbers
            .iter()
            .fold(all, |all, number| all & number.is_absent())
    }

    /// `yes` where the mask holds, `no` elsewhere.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;

    /// The outcomes of two computations of which, by the mask, only one is wanted: a single number
    /// makes that one alone.
    fn branch<A, B>(
        mask: Self::Mask,
        yes: impl FnOnce() -> A,
        no: impl FnOnce() -> B,
    ) -> Branch<A, B, Self::Mask>;

    /// As [`select`](Field::select), for sides that are costly: a single number computes only the
    /// side it takes.
    #[cfg_attr(optimized, inline(always))]
    fn choose<T: Field<Mask = Self::Mask>>(
        mask: Self::Mask,
        yes: impl FnOnce() -> T,
        no: impl FnOnce() -> T,
    ) -> T {
        match Self::branch(mask, yes, no) {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => T::select(mask, yes, no),
        }
    }

    /// Zero.
    #[cfg_attr(optimized, inline(always))]
    fn zero() -> Self {
        Self::constant(0.0)
    }

    /// What a cotangent holds that nothing has been added to: −0, to which adding is exact.
    ///
    /// A number that is 0 can meet an infinite derivative, and gives NaN then; what is absent is not
    /// pulled back. A contribution that is −0 itself is made [`present`](Field::present).
    #[cfg_attr(optimized, inline(always))]
    fn absent() -> Self {
        -Self::zero()
    }

    /// The number as a contribution that is not absent: 0 for −0.
    #[cfg_attr(optimized, inline(always))]
    fn present(self) -> Self {
        self + Self::zero()
    }

    /// 1/y of a square root y, also where that is −0: +∞ there.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn recip_of_root(self) -> Self {
        Self::one() / self.present()
    }

    /// The number, which is 0 or NaN, as a derivative that is 0 or undefined: a pattern takes it for 0.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn zero_or_nan(self) -> Self {
        self
    }

    /// One.
    #[cfg_attr(optimized, inline(always))]
    fn one() -> Self {
        Self::constant(1.0)
    }
}

/// What is computed with each of the numbers that are packed side by side in `P`.
#[doc(hidden)]
pub trait Apart<P> {
    /// What comes of it.
    type Out;

    /// Computes it, with numbers of the type that is packed.
    fn run<E: Scalar + Lanes<Pack = P>>(self) -> Self::Out;
}

/// What [`Field::branch`] computed.
#[derive(Debug, Clone, Copy)]
pub enum Branch<A, B, M> {
    /// The mask holds.
    Yes(A),
    /// It does not.
    No(B),
    /// It holds for some of the numbers packed side by side.
    Both(M, A, B),
}

/// [`array::from_fn`](core::array::from_fn), inlined whatever the size of the function it is used in.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn each<T: Copy, const N: usize>(empty: T, element: impl Fn(usize) -> T) -> [T; N] {
    let mut elements = [empty; N];
    for (i, slot) in elements.iter_mut().enumerate() {
        *slot = element(i);
    }
    elements
}

/// Whether all numbers are finite, with their derivatives.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn all_are_finite<F: Field>(numbers: &[F]) -> bool {
    // An infinity less itself is NaN.
    let all = numbers.iter().fold(
        F::zero().is_constant_zero(),
        #[cfg_attr(optimized, inline(always))]
        |all, &x| {
            let same = x;
            all & (x - same).is_constant_zero()
        },
    );
    matches!(F::branch(all, || (), || ()), Branch::Yes(()))
}

/// What an expression can be evaluated over: a real number, or one that carries derivatives.
///
/// `f32` and `f64` are scalars, [`Dual`](crate::Dual), [`MultiDual`](crate::MultiDual) and
/// [`Taylor`](crate::Taylor) over any scalar, and the values of a [`tape`](crate::tape). Any other type
/// `T` that implements [`num_traits::Float`] is one as [`Wrapped<T>`].
///
/// ```
/// use monograd::prelude::*;
///
/// func! { fn gaussian(x) { (-x.square()).exp() } }
///
/// // One function, generic over the scalar:
/// fn slope<S: Scalar>(x: S) -> S {
///     gaussian.gradient(&[x])[0]
/// }
/// assert_eq!(slope(0.0_f32), 0.0);
/// assert!((slope(1.0_f64) + 2.0 * (-1.0_f64).exp()).abs() < 1e-15);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a scalar: a function cannot be evaluated over it",
    label = "not a scalar",
    note = "the scalars are `f32`, `f64`, `Value`, and `Dual<S>` and `Taylor<S, K>` over any scalar `S`",
    note = "any other `T: num_traits::Float` is one as `monograd::Wrapped<T>`; integers are not"
)]
pub trait Scalar: Field + Lanes {
    /// How many orders of derivatives the number carries.
    #[doc(hidden)]
    const ORDERS: usize = 0;

    /// How many numbers are packed side by side.
    #[doc(hidden)]
    const WIDTH: usize = 1;

    /// The primal in a lane; where it is read, what depends on it is not followed.
    #[doc(hidden)]
    fn primal_in(self, lane: usize) -> f64;

    /// The number with another primal in a lane, as a constant.
    #[doc(hidden)]
    fn with_primal_in(self, lane: usize, primal: f64) -> Self;

    /// The value of the operation `op` at `self`.
    fn unary<Op: UnaryRule>(self, op: Op) -> Self;

    /// The value of the operation `op` at `self` and `other`.
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self;

    /// The value of the operation `op` at `inputs`.
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self;

    /// The dot product of as many numbers, by their index, where there is a better method than to add products.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn dot(
        _len: usize,
        _left: impl Fn(usize) -> Self + Copy,
        _right: impl Fn(usize) -> Self + Copy,
    ) -> Option<Self> {
        None
    }

    /// The same number, known by a name where names are kept: what [`func!`](crate::func) calls the value of a
    /// `let`.
    #[doc(hidden)]
    #[cfg_attr(optimized, inline(always))]
    fn known_as(self, _name: impl core::fmt::Display) -> Self {
        self
    }

    /// Replaces each number by the value of the operation `op` there.
    #[cfg_attr(optimized, inline(always))]
    fn unary_each<Op: UnaryRule>(numbers: &mut [Self], op: Op) {
        for number in numbers {
            *number = number.unary(op);
        }
    }
}
