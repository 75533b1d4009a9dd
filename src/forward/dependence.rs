//! The scalar that knows on which inputs a number depends.
//!
//! A function that is evaluated over it gives the pattern of its Jacobian; the reverse sweep of one over it, that of
//! its Hessian, since the gradient is an expression of the inputs like another. Of a choice both sides are taken, so
//! that the pattern holds at every point. What is no number but a structure is told apart: a literal 0, by which a
//! product is 0, and a cotangent that nothing has reached.
//!
//! A number depends on an input here if its *derivative* in it is not zero by structure: a step function of x does
//! not depend on x. An operation is asked for that by its own rule, whose chain c · ∂y/∂x is evaluated over the
//! [`Marks`] of c, x and y: if the mark of c is not on the result, the derivative is zero whatever c is.

use crate::scalar::{BinaryRule, Branch, Field, Plain, Rule, Scalar, UnaryRule};
use core::ops;

/// On what a number depends: the sets are ordered by inclusion, `ABSENT` < `ZERO` < `CONSTANT` < all others.
pub(crate) trait Sources: Copy + PartialEq {
    /// A cotangent that nothing has reached.
    const ABSENT: Self;
    /// The literal 0.
    const ZERO: Self;
    /// A number that depends on nothing.
    const CONSTANT: Self;

    /// On what a number depends that is computed from two.
    fn join(self, other: Self) -> Self;
}

/// A number of which no more is known than on what it depends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Traced<D>(pub(crate) D);

/// The sources of a number that a function is evaluated over, which are inputs.
pub(crate) trait OfInputs: Sources {}

/// The inputs on which a number depends, of a function of up to [`FEW`](Few::FEW): a bit for each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Few(u64);

/// A traced number, by the operands of a rule.
type Marked = Traced<Marks>;

/// A bit each for what a number depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Marks(u8);

impl Sources for Few {
    const ABSENT: Self = Few(0b0);
    const ZERO: Self = Few(0b1);
    const CONSTANT: Self = Few(0b11);

    #[inline]
    fn join(self, other: Self) -> Self {
        Few(self.0 | other.0)
    }
}

impl OfInputs for Few {}

impl Few {
    /// How many inputs have a bit.
    pub(crate) const FEW: usize = 62;
}

impl Traced<Few> {
    /// The input of this number.
    #[inline]
    pub(crate) fn input(number: usize) -> Self {
        Traced(Few(0b11 | 0b100 << number))
    }

    /// The inputs on which it depends, a bit for each.
    #[inline]
    pub(crate) fn inputs(self) -> u64 {
        self.0.0 >> 2
    }
}

impl Sources for Marks {
    const ABSENT: Self = Marks(0b0);
    const ZERO: Self = Marks(0b1);
    const CONSTANT: Self = Marks(0b11);

    #[inline]
    fn join(self, other: Self) -> Self {
        Marks(self.0 | other.0)
    }
}

impl Marks {
    /// The cotangent.
    const COTANGENT: Marked = Traced(Marks(0b111));

    /// Whether the cotangent is among them.
    #[inline]
    fn has_cotangent(self) -> bool {
        self.0 & 0b100 != 0
    }
}

impl<D: Sources> Traced<D> {
    pub(crate) const ZERO: Self = Traced(D::ZERO);
    pub(crate) const CONSTANT: Self = Traced(D::CONSTANT);

    #[inline]
    fn join(self, other: Self) -> Self {
        Traced(self.0.join(other.0))
    }

    /// Whether it is 0 or absent.
    #[inline]
    fn is_nothing(self) -> bool {
        self.0 == D::ZERO || self.0 == D::ABSENT
    }

    /// What a number that is no longer known to be 0 depends on.
    #[inline]
    fn of_any_value(self) -> Self {
        self.join(Self::CONSTANT)
    }
}

impl<D: OfInputs> Traced<D> {
    /// On what the value of an operation depends through an operand, from the chain that pulls a cotangent back to it.
    #[inline]
    fn through(self, chained: Marked) -> Self {
        if chained.0.has_cotangent() {
            self.of_any_value()
        } else {
            Self::CONSTANT
        }
    }
}

/// The outcome of a comparison, which is not known where it depends on numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Outcome {
    Yes,
    No,
    Either,
}

impl ops::BitAnd for Outcome {
    type Output = Self;
    #[inline]
    fn bitand(self, other: Self) -> Self {
        match (self, other) {
            (Outcome::No, _) | (_, Outcome::No) => Outcome::No,
            (Outcome::Yes, Outcome::Yes) => Outcome::Yes,
            _ => Outcome::Either,
        }
    }
}

impl ops::BitOr for Outcome {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        !(!self & !other)
    }
}

impl ops::Not for Outcome {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        match self {
            Outcome::Yes => Outcome::No,
            Outcome::No => Outcome::Yes,
            Outcome::Either => Outcome::Either,
        }
    }
}

macro_rules! sums {
    ($($Operator:ident $operator:ident)*) => {
        $(impl<D: Sources> ops::$Operator for Traced<D> {
            type Output = Self;
            #[inline]
            fn $operator(self, other: Self) -> Self {
                self.join(other)
            }
        })*
    };
}

sums!(Add add Sub sub);

impl<D: Sources> ops::Mul for Traced<D> {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        if self.is_nothing() || other.is_nothing() {
            return Self::ZERO;
        }
        self.join(other)
    }
}

impl<D: Sources> ops::Div for Traced<D> {
    type Output = Self;
    #[inline]
    fn div(self, other: Self) -> Self {
        if self.is_nothing() {
            return Self::ZERO;
        }
        self.join(other)
    }
}

impl<D: Sources> ops::Neg for Traced<D> {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        self
    }
}

impl<D: Sources> Field for Traced<D> {
    type Mask = Outcome;

    /// It stands for the numbers at every point, of which a condition may hold for some.
    const IS_PACK: bool = true;

    #[inline]
    fn constant(value: f64) -> Self {
        if value == 0.0 {
            Self::ZERO
        } else {
            Self::CONSTANT
        }
    }
    /// Data may be other numbers another time.
    #[inline]
    fn from_plain<T: Plain>(_: T) -> Self {
        Self::CONSTANT
    }
    #[inline]
    fn min_positive() -> Self {
        Self::CONSTANT
    }
    #[inline]
    fn less_than(self, _: Self) -> Outcome {
        Outcome::Either
    }
    #[inline]
    fn at_most(self, _: Self) -> Outcome {
        Outcome::Either
    }
    #[inline]
    fn equals(self, _: Self) -> Outcome {
        Outcome::Either
    }
    #[inline]
    fn is_constant_zero(self) -> Outcome {
        Outcome::Either
    }
    #[inline]
    fn is_absent(self) -> Outcome {
        if self.0 == D::ABSENT {
            Outcome::Yes
        } else {
            Outcome::No
        }
    }
    #[inline]
    fn absent() -> Self {
        Traced(D::ABSENT)
    }
    #[inline]
    fn zero_or_nan(self) -> Self {
        Self::ZERO
    }
    #[inline]
    fn select(mask: Outcome, yes: Self, no: Self) -> Self {
        match mask {
            Outcome::Yes => yes,
            Outcome::No => no,
            Outcome::Either => yes.join(no),
        }
    }
    #[inline]
    fn branch<A, B>(
        mask: Outcome,
        yes: impl FnOnce() -> A,
        no: impl FnOnce() -> B,
    ) -> Branch<A, B, Outcome> {
        match mask {
            Outcome::Yes => Branch::Yes(yes()),
            Outcome::No => Branch::No(no()),
            Outcome::Either => Branch::Both(mask, yes(), no()),
        }
    }
}

impl<D: OfInputs> Scalar for Traced<D> {
    const ORDERS: usize = 1;
    /// There is no number for a solver to work with.
    const WIDTH: usize = 0;

    #[inline]
    fn primal_in(self, _: usize) -> f64 {
        f64::NAN
    }
    #[inline]
    fn with_primal_in(self, _: usize, _: f64) -> Self {
        Self::CONSTANT
    }
    #[inline]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        if Op::STOPS {
            return Self::CONSTANT;
        }
        self.through(op.chain(Marks::COTANGENT, Marked::CONSTANT, Marked::CONSTANT))
    }
    #[inline]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        if let Some(result) = op.arithmetic(self, other) {
            return result;
        }
        let (c, any) = (Marks::COTANGENT, Marked::CONSTANT);
        let left = self.through(op.chain_left(c, any, any, any));
        left.join(other.through(op.chain_right(c, any, any, any)))
    }
    #[inline]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let chained = op.chain(Marks::COTANGENT, [Marked::CONSTANT; N], Marked::CONSTANT);
        let through = inputs.iter().zip(chained);
        through.fold(Self::CONSTANT, |all, (input, chained)| {
            all.join(input.through(chained))
        })
    }
}

/// What a chain is made of: a number there depends on its operands, whatever the operation.
impl Scalar for Marked {
    const ORDERS: usize = 1;
    /// There is no number for a solver to work with.
    const WIDTH: usize = 0;

    #[inline]
    fn primal_in(self, _: usize) -> f64 {
        f64::NAN
    }
    #[inline]
    fn with_primal_in(self, _: usize, _: f64) -> Self {
        Self::CONSTANT
    }
    #[inline]
    fn unary<Op: UnaryRule>(self, _: Op) -> Self {
        self.of_any_value()
    }
    #[inline]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        op.arithmetic(self, other)
            .unwrap_or_else(|| self.join(other).of_any_value())
    }
    #[inline]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], _: Op) -> Self {
        inputs.into_iter().fold(Self::CONSTANT, Self::join)
    }
}

crate::scalar::one_lane! {
    [D: OfInputs] Traced<D>;
    [] Marked;
}
