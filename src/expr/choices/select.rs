//! Conditions, and the choice between two expressions.

use crate::expr::{
    Broadcast, Cost, Cotangents, Coverage, Ex, Expr, Frame, Operand, Shaped, Values,
};
use crate::scalar::{Branch, Scalar};
use core::marker::PhantomData;
use core::ops;

/// A condition over the variables of a frame: what [`Cond`] wraps.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition on the variables of this function",
    note = "conditions are comparisons of expressions, `x.less_than(y)`, joined by `and`, `or`, `not`"
)]
pub trait Condition<Fr: Frame>: Copy + 'static {
    /// Whether it holds, of arrays at the element `at`.
    fn holds<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S::Mask;
}

/// A condition as it is written: a comparison of expressions, or several joined by
/// [`and`](Cond::and), [`or`](Cond::or) and [`not`](Cond::not), or `&`, `|` and `!`.
///
/// It is what [`select`] chooses by. Whether it holds has no derivative.
///
/// ```
/// use monograd::prelude::*;
///
/// let inside = func!(|x| select(x.at_least(-1).and(x.at_most(1)), 1, 0));
/// assert_eq!([-2.0, 0.5, 1.0].map(|x| inside.value(&[x])), [0.0, 1.0, 1.0]);
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "a condition chooses nothing until it stands in a `select`"]
pub struct Cond<C>(
    /// The condition.
    pub C,
);

/// A comparison of two expressions, by their values.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<Order, L, R> {
    left: L,
    right: R,
    order: PhantomData<Order>,
}

/// The orders that numbers can stand in.
pub(in crate::expr) mod order {
    /// x < y.
    #[derive(Debug, Clone, Copy)]
    pub struct Less;
    /// x ≤ y.
    #[derive(Debug, Clone, Copy)]
    pub struct AtMost;
    /// x = y.
    #[derive(Debug, Clone, Copy)]
    pub struct Equal;
}

pub(in crate::expr) use order::{AtMost, Equal, Less};

impl<Order, L, R: Copy> Comparison<Order, L, R> {
    /// The right side.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn right(&self) -> R {
        self.right
    }
}

macro_rules! comparison {
    ($($Order:ident $compare:ident)*) => {
        $(impl<Fr: Frame, L: Expr<Fr>, R: Expr<Fr>> Condition<Fr> for Comparison<order::$Order, L, R> {
            #[cfg_attr(optimized, inline(always))]
            fn holds<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S::Mask {
                self.left.value(values, at).$compare(self.right.value(values, at))
            }
        })*

        impl<Order, L: Shaped, R: Shaped> Shaped for Comparison<Order, L, R>
        where
            Order: Copy + 'static,
            L::Shape: Broadcast<R::Shape>,
        {
            type Shape = <L::Shape as Broadcast<R::Shape>>::To;
            type Kept = ();
        }
    };
}

comparison!(Less less_than AtMost at_most Equal equals);

impl<E> Ex<E> {
    /// The condition self < other; false where either is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let magnitude = func!(|x| select(x.less_than(0), -x, x));
    /// assert_eq!(magnitude.value_and_gradient(&[-3.0]), (3.0, [-1.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn less_than<R: Operand>(self, other: R) -> Cond<Comparison<order::Less, E, R::Expr>> {
        compare(order::Less, self, other.into_expr())
    }

    /// The condition self ≤ other; false where either is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let step = func!(|x| select(x.at_most(0), 0, 1));
    /// assert_eq!(step.value(&[0.0]), 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn at_most<R: Operand>(self, other: R) -> Cond<Comparison<order::AtMost, E, R::Expr>> {
        compare(order::AtMost, self, other.into_expr())
    }

    /// The condition self > other; false where either is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let step = func!(|x| select(x.greater_than(0), 1, 0));
    /// assert_eq!(step.value(&[0.0]), 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn greater_than<R: Operand>(self, other: R) -> Cond<Comparison<order::Less, R::Expr, E>> {
        compare(order::Less, other.into_expr(), self)
    }

    /// The condition self ≥ other; false where either is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let step = func!(|x| select(x.at_least(0), 1, 0));
    /// assert_eq!(step.value(&[0.0]), 1.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn at_least<R: Operand>(self, other: R) -> Cond<Comparison<order::AtMost, R::Expr, E>> {
        compare(order::AtMost, other.into_expr(), self)
    }

    /// The condition self = other; false where either is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let sinc = func!(|x| select(x.equals(0), 1, x.sin() / x));
    /// assert_eq!(sinc.value_and_gradient(&[0.0]), (1.0, [0.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn equals<R: Operand>(self, other: R) -> Cond<Comparison<order::Equal, E, R::Expr>> {
        compare(order::Equal, self, other.into_expr())
    }
}

#[cfg_attr(optimized, inline(always))]
fn compare<Order, L, R>(_: Order, left: Ex<L>, right: Ex<R>) -> Cond<Comparison<Order, L, R>> {
    Cond(Comparison {
        left: left.0,
        right: right.0,
        order: PhantomData,
    })
}

macro_rules! connective {
    ($(
        $(#[$doc:meta])* $Connective:ident $connective:ident, $(#[$method_doc:meta])* $Operator:ident $operator:ident
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Connective<A, B>(A, B);

            impl<Fr: Frame, A: Condition<Fr>, B: Condition<Fr>> Condition<Fr> for $Connective<A, B> {
                #[cfg_attr(optimized, inline(always))]
                fn holds<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S::Mask {
                    ops::$Operator::$operator(self.0.holds::<S>(values, at), self.1.holds::<S>(values, at))
                }
            }

            impl<A: Shaped, B: Shaped> Shaped for $Connective<A, B>
            where
                A::Shape: Broadcast<B::Shape>,
            {
                type Shape = <A::Shape as Broadcast<B::Shape>>::To;
                type Kept = ();
            }

            impl<A> Cond<A> {
                $(#[$method_doc])*
                #[cfg_attr(optimized, inline(always))]
                pub fn $connective<B>(self, other: Cond<B>) -> Cond<$Connective<A, B>> {
                    Cond($Connective(self.0, other.0))
                }
            }

            impl<A, B> ops::$Operator<Cond<B>> for Cond<A> {
                type Output = Cond<$Connective<A, B>>;

                #[cfg_attr(optimized, inline(always))]
                fn $operator(self, other: Cond<B>) -> Self::Output {
                    self.$connective(other)
                }
            }
        )*
    };
}

connective! {
    /// Both conditions.
    And and,
    /// The condition that both hold; also `&`.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|x, y| select(x.less_than(1).and(y.less_than(1)), x * y, 0));
    /// assert_eq!(f.gradient(&[0.5, 2.0]), [0.0, 0.0]);
    /// ```
    BitAnd bitand

    /// Either condition.
    Or or,
    /// The condition that one of them holds, or both; also `|`.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|x, y| select(x.less_than(1).or(y.less_than(1)), x * y, 0));
    /// assert_eq!(f.gradient(&[0.5, 2.0]), [2.0, 0.5]);
    /// ```
    BitOr bitor
}

/// The contrary of a condition.
#[derive(Debug, Clone, Copy)]
pub struct Not<C>(C);

impl<Fr: Frame, C: Condition<Fr>> Condition<Fr> for Not<C> {
    #[cfg_attr(optimized, inline(always))]
    fn holds<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S::Mask {
        !self.0.holds::<S>(values, at)
    }
}

impl<C: Shaped> Shaped for Not<C> {
    type Shape = C::Shape;
    type Kept = ();
}

impl<C> Cond<C> {
    /// The condition that this one does not hold; also `!`.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// // True at NaN, where no comparison holds.
    /// let f = func!(|x| select(x.less_than(1).not(), 0, x));
    /// assert_eq!(f.value(&[f64::NAN]), 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::should_implement_trait, reason = "`!` does, by this method")]
    pub fn not(self) -> Cond<Not<C>> {
        Cond(Not(self.0))
    }
}

impl<C> ops::Not for Cond<C> {
    type Output = Cond<Not<C>>;

    #[cfg_attr(optimized, inline(always))]
    fn not(self) -> Self::Output {
        Cond(Not(self.0))
    }
}

/// What [`select`] can choose by: a [`Cond`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition on expressions",
    label = "not a condition",
    note = "compare expressions in the `select` itself: `x.less_than(y)`, `at_most`, `equals` and others, joined by `and`, `or`, `not`"
)]
pub trait IntoCondition {
    /// The condition.
    type Condition;

    /// That condition.
    fn into_condition(self) -> Self::Condition;
}

#[diagnostic::do_not_recommend]
impl<C> IntoCondition for Cond<C> {
    type Condition = C;

    #[cfg_attr(optimized, inline(always))]
    fn into_condition(self) -> C {
        self.0
    }
}

/// The choice between two expressions by a condition.
#[derive(Debug, Clone, Copy)]
pub struct Select<C, A, B> {
    condition: C,
    yes: A,
    no: B,
}

/// `yes` where the condition holds, `no` elsewhere.
///
/// Only the branch that is taken is evaluated and differentiated: what happens in the other, an
/// infinity, a NaN, cannot reach the result or its derivatives. At the border the derivative is that
/// of the branch taken there.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// Huber's loss: a square near 0, a line beyond.
///     fn huber(x) {
///         select(x.abs().at_most(1), 0.5 * x.square(), x.abs() - 0.5)
///     }
///     /// x ln x, continued to 0, where the logarithm is infinite.
///     fn entropy(x) {
///         select(x.equals(0), 0, x * x.ln())
///     }
/// }
/// assert_eq!(huber.gradient(&[-3.0]), [-1.0]);
/// assert_eq!(entropy.value_and_gradient(&[0.0]), (0.0, [0.0]));
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn select<C: IntoCondition, A: Operand, B: Operand>(
    condition: C,
    yes: A,
    no: B,
) -> Ex<Select<C::Condition, A::Expr, B::Expr>> {
    Ex(Select {
        condition: condition.into_condition(),
        yes: yes.into_expr().0,
        no: no.into_expr().0,
    })
}

impl<Fr: Frame, C: Condition<Fr>, A: Expr<Fr>, B: Expr<Fr>> Expr<Fr> for Select<C, A, B> {
    const COST: Cost = A::COST.and(B::COST);

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        S::choose(
            self.condition.holds::<S>(values, at),
            #[cfg_attr(optimized, inline(always))]
            || self.yes.value(values, at),
            #[cfg_attr(optimized, inline(always))]
            || self.no.value(values, at),
        )
    }

    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, _: Coverage) {
        self.yes.reach(cotangents, Coverage::Some);
        self.no.reach(cotangents, Coverage::Some);
    }

    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, C, A, B, S>,
    ) {
        let branch = S::branch(
            self.condition.holds::<S>(values, at),
            #[cfg_attr(optimized, inline(always))]
            || self.yes.vjp(values, at),
            #[cfg_attr(optimized, inline(always))]
            || self.no.vjp(values, at),
        );
        let value = match branch {
            Branch::Yes((yes, _)) => yes,
            Branch::No((no, _)) => no,
            Branch::Both(mask, (yes, _), (no, _)) => S::select(mask, yes, no),
        };
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| match branch {
                Branch::Yes((_, pull)) => pull(cotangent, cotangents),
                Branch::No((_, pull)) => pull(cotangent, cotangents),
                Branch::Both(mask, (_, pull_yes), (_, pull_no)) => {
                    pull_yes(S::select(mask, cotangent, S::zero()), cotangents);
                    pull_no(S::select(mask, S::zero(), cotangent), cotangents);
                }
            },
        )
    }
}
