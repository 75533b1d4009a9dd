//! Operations on expressions: a node for one operand, a node for two, and from the tables of rules
//! the names, methods and operators. For more operands see [`Apply`].

use crate::expr::{Apply, Constant, Cotangents, Coverage, Ex, Expr, Frame, Operand, Values, apply};
use crate::rules::zeros::{may_take_no_part, take_part, takes_part};
use crate::rules::{self, binary_table, operator_table, ternary_table, unary_table};
use crate::scalar::{BinaryRule, Linearity, Scalar, UnaryRule};
use core::any::TypeId;
use core::ops;

/// The operation `Op` on one expression.
#[derive(Debug, Clone, Copy)]
pub struct Unary<Op, E> {
    pub(super) op: Op,
    pub(super) operand: E,
}

/// How elements that are covered so are covered after an operation in which an operand may take no part.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) const fn coverage_behind(
    may_take_no_part: bool,
    coverage: Coverage,
) -> Coverage {
    if may_take_no_part {
        Coverage::Some
    } else {
        coverage
    }
}

/// Whether an operation on one number costs no more than one of arithmetic.
const fn is_arithmetic(row: u8) -> bool {
    row == rules::Neg::ROW.0
        || row == rules::Square::ROW.0
        || row == rules::Abs::ROW.0
        || row == rules::Relu::ROW.0
}

impl<Op: UnaryRule> Unary<Op, ()> {
    /// Whether there are points at which the operand takes no part. Of no operand, so that it is computed once for each
    /// operation.
    const MAY_TAKE_NO_PART: bool = may_take_no_part(Op::ROW);
}

impl<Op: UnaryRule, E> Unary<Op, E> {
    /// Pulls back to the operand, where it takes part. Of an array nothing is added where it does not, without a branch.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_operand<Fr: Frame, S: Scalar>(
        op: Op,
        [x, y]: [S; 2],
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(S, &mut Cotangents<'_, Fr, S>),
    ) where
        E: Expr<Fr>,
    {
        // One of these is compiled.
        if Unary::<Op, ()>::MAY_TAKE_NO_PART && E::IS_ARRAY && S::IS_REAL {
            let slope = op.chain(cotangent, x, y);
            pull(
                S::select(takes_part(op, x, y), slope.present(), S::absent()),
                cotangents,
            );
        } else if Unary::<Op, ()>::MAY_TAKE_NO_PART {
            cotangents.pull_where(
                #[cfg_attr(optimized, inline(always))]
                || takes_part(op, x, y),
                #[cfg_attr(optimized, inline(always))]
                |cotangents| pull(op.chain(cotangent, x, y), cotangents),
            );
        } else {
            pull(op.chain(cotangent, x, y), cotangents);
        }
    }

    /// Pulls back by the value, without the input.
    #[cfg_attr(optimized, inline(always))]
    fn pull_by_value<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        y: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        E: Expr<Fr>,
    {
        let x = self.op.input_if_read(
            y,
            #[cfg_attr(optimized, inline(always))]
            || self.operand.value(values, at),
        );
        // One of these is compiled, without a closure where none is needed.
        if Unary::<Op, ()>::MAY_TAKE_NO_PART {
            Self::pull_to_operand(
                self.op,
                [x, y],
                cotangent,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.operand.pull(values, at, cotangent, cotangents),
            );
        } else {
            let cotangent = self.op.chain(cotangent, x, y);
            self.operand.pull(values, at, cotangent, cotangents);
        }
    }
}

impl<Fr: Frame, Op: UnaryRule, E: Expr<Fr>> Expr<Fr> for Unary<Op, E> {
    const OPERATIONS: usize = if is_arithmetic(Op::ROW.0) {
        E::OPERATIONS.saturating_add(1)
    } else {
        usize::MAX
    };

    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        !Op::STOPS && self.operand.is_wanted(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.operand.value(values, at).unary(self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        if !Op::STOPS {
            let coverage = coverage_behind(Unary::<Op, ()>::MAY_TAKE_NO_PART, coverage);
            self.operand.reach(cotangents, coverage);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        // Neither x nor y is computed again where the derivative does not read it.
        if Op::STOPS {
        } else if !Op::READS_VALUE && !Op::READS_INPUT {
            self.pull_by_value(values, at, S::zero(), cotangent, cotangents);
        } else {
            let (x, pull) = self.operand.vjp(values, at);
            let numbers = [x, x.unary(self.op)];
            Self::pull_to_operand(self.op, numbers, cotangent, cotangents, pull);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        y: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Op::STOPS {
        } else if !Op::READS_INPUT {
            self.pull_by_value(values, at, y, cotangent, cotangents);
        } else {
            let (x, pull) = self.operand.vjp(values, at);
            Self::pull_to_operand(self.op, [x, y], cotangent, cotangents, pull);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, E, S>,
    ) {
        let (x, pull) = self.operand.vjp(values, at);
        let y = x.unary(self.op);
        (
            y,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                if !Op::STOPS {
                    Self::pull_to_operand(self.op, [x, y], cotangent, cotangents, pull);
                }
            },
        )
    }
}

/// The operation `Op` on two expressions.
#[derive(Debug, Clone, Copy)]
pub struct Binary<Op, L, R> {
    pub(super) op: Op,
    pub(super) left: L,
    pub(super) right: R,
}

impl<Op: BinaryRule> Binary<Op, (), ()> {
    /// Whether there are points at which an operand takes no part.
    const MAY_TAKE_NO_PART: bool = may_take_no_part(Op::ROW);
    /// Whether the derivatives are constants.
    const IS_SUM: bool = matches!(Op::LINEARITY, Linearity::Both);
}

impl<Op: BinaryRule, L: 'static, R: 'static> Binary<Op, L, R> {
    /// Whether it is the product of an expression with itself: of one that holds no number, and so is told by its type.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn is_square() -> bool {
        size_of::<L>() == 0
            && TypeId::of::<Op>() == TypeId::of::<rules::Mul>()
            && TypeId::of::<L>() == TypeId::of::<R>()
    }

    /// Pulls back to both operands, each where it takes part.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_operands<Fr: Frame, S: Scalar>(
        op: Op,
        [x, y, z]: [S; 3],
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull_left: impl FnOnce(S, &mut Cotangents<'_, Fr, S>),
        pull_right: impl FnOnce(S, &mut Cotangents<'_, Fr, S>),
    ) {
        if Binary::<Op, (), ()>::MAY_TAKE_NO_PART {
            cotangents.pull_where(
                #[cfg_attr(optimized, inline(always))]
                || take_part(op, x, y, z)[0],
                #[cfg_attr(optimized, inline(always))]
                |cotangents| pull_left(op.chain_left(cotangent, x, y, z), cotangents),
            );
            cotangents.pull_where(
                #[cfg_attr(optimized, inline(always))]
                || take_part(op, x, y, z)[1],
                #[cfg_attr(optimized, inline(always))]
                |cotangents| pull_right(op.chain_right(cotangent, x, y, z), cotangents),
            );
        } else {
            // Each pullback stands here once, or what is compiled would double with every operation.
            let is_square = Self::is_square();
            let of_left = if is_square {
                cotangent + cotangent
            } else {
                cotangent
            };
            pull_left(op.chain_left(of_left, x, y, z), cotangents);
            if !is_square {
                pull_right(op.chain_right(cotangent, x, y, z), cotangents);
            }
        }
    }
}

impl<Op: BinaryRule, L, R> Binary<Op, L, R> {
    /// Pulls back to both operands of a sum or a difference.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_terms<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        L: Expr<Fr>,
        R: Expr<Fr>,
    {
        let unknown = S::zero();
        let left = self.op.chain_left(cotangent, unknown, unknown, unknown);
        let right = self.op.chain_right(cotangent, unknown, unknown, unknown);
        self.left.pull(values, at, left, cotangents);
        self.right.pull(values, at, right, cotangents);
    }

    /// Pulls back to two variables or constants, which need not hold their values.
    #[cfg_attr(optimized, inline(always))]
    fn pull_to_leaves<Fr: Frame, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        [x, y, z]: [S; 3],
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        L: Expr<Fr>,
        R: Expr<Fr>,
    {
        // One of these is compiled, without closures where none are needed.
        if Binary::<Op, (), ()>::MAY_TAKE_NO_PART {
            Self::pull_to_operands(
                self.op,
                [x, y, z],
                cotangent,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.left.pull(values, at, cotangent, cotangents),
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.right.pull(values, at, cotangent, cotangents),
            );
        } else if Self::is_square() {
            let left = self.op.chain_left(cotangent + cotangent, x, y, z);
            self.left.pull(values, at, left, cotangents);
        } else {
            let left = self.op.chain_left(cotangent, x, y, z);
            self.left.pull(values, at, left, cotangents);
            let right = self.op.chain_right(cotangent, x, y, z);
            self.right.pull(values, at, right, cotangents);
        }
    }
}

impl<Fr: Frame, Op: BinaryRule, L: Expr<Fr>, R: Expr<Fr>> Expr<Fr> for Binary<Op, L, R> {
    const OPERATIONS: usize = match Op::LINEARITY {
        Linearity::Neither => usize::MAX,
        _ => L::OPERATIONS
            .saturating_add(R::OPERATIONS)
            .saturating_add(1),
    };

    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        self.left.is_wanted(cotangents) || self.right.is_wanted(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        let x = self.left.value(values, at);
        let y = self.right.value(values, at);
        x.binary(y, self.op)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let coverage = coverage_behind(Binary::<Op, (), ()>::MAY_TAKE_NO_PART, coverage);
        self.left.reach(cotangents, coverage);
        self.right.reach(cotangents, coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Binary::<Op, (), ()>::IS_SUM {
            self.pull_to_terms(values, at, cotangent, cotangents);
        } else if L::LEAF && R::LEAF {
            let [x, y] = [self.left.value(values, at), self.right.value(values, at)];
            let numbers = [x, y, x.binary(y, self.op)];
            self.pull_to_leaves(values, at, numbers, cotangent, cotangents);
        } else {
            let (_, pull) = self.vjp(values, at);
            pull(cotangent, cotangents);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        z: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if Binary::<Op, (), ()>::IS_SUM {
            self.pull_to_terms(values, at, cotangent, cotangents);
        } else if L::LEAF && R::LEAF {
            let [x, y] = [self.left.value(values, at), self.right.value(values, at)];
            self.pull_to_leaves(values, at, [x, y, z], cotangent, cotangents);
        } else {
            let (x, pull_left) = self.left.vjp(values, at);
            let (y, pull_right) = self.right.vjp(values, at);
            let numbers = [x, y, z];
            Self::pull_to_operands(
                self.op, numbers, cotangent, cotangents, pull_left, pull_right,
            );
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        // What a side is multiplied by must be known before that side is. One of these is compiled.
        let unknown = S::zero();
        let is_square_of_leaf = L::LEAF && R::LEAF && Self::is_square();
        if Binary::<Op, (), ()>::IS_SUM {
            let left = self.op.chain_left(cotangent, unknown, unknown, unknown);
            let right = self.op.chain_right(cotangent, unknown, unknown, unknown);
            let x = self.left.accumulate(values, at, left, cotangents);
            let y = self.right.accumulate(values, at, right, cotangents);
            x.binary(y, self.op)
        } else if const { matches!(Op::LINEARITY, Linearity::Neither) } || is_square_of_leaf {
            let (z, pull) = self.vjp(values, at);
            pull(cotangent, cotangents);
            z
        } else if const { matches!(Op::LINEARITY, Linearity::Each) && L::LEAF } {
            let (x, pull) = self.left.vjp(values, at);
            let right = self.op.chain_right(cotangent, x, unknown, unknown);
            let y = self.right.accumulate(values, at, right, cotangents);
            let z = x.binary(y, self.op);
            pull(self.op.chain_left(cotangent, x, y, z), cotangents);
            z
        } else {
            let (y, pull) = self.right.vjp(values, at);
            let left = self.op.chain_left(cotangent, unknown, y, unknown);
            let x = self.left.accumulate(values, at, left, cotangents);
            let z = x.binary(y, self.op);
            pull(self.op.chain_right(cotangent, x, y, z), cotangents);
            z
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, L, R, S>,
    ) {
        let (x, pull_left) = self.left.vjp(values, at);
        let (y, pull_right) = self.right.vjp(values, at);
        let z = x.binary(y, self.op);
        (
            z,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let numbers = [x, y, z];
                Self::pull_to_operands(
                    self.op, numbers, cotangent, cotangents, pull_left, pull_right,
                );
            },
        )
    }
}

impl<E> Ex<E> {
    /// The operation `op` on this expression: for [rules](UnaryRule) of your own.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rules::Tanh;
    ///
    /// let f = func!(|x| x.apply(Tanh));
    /// assert_eq!(f.gradient(&[0.0]), [1.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn apply<Op: UnaryRule>(self, op: Op) -> Ex<Unary<Op, E>> {
        Ex(Unary {
            op,
            operand: self.0,
        })
    }

    /// The operation `op` on this expression and another: for [rules](BinaryRule) of your own.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::rules::Hypot;
    ///
    /// let f = func!(|x, y| x.apply_with(y, Hypot));
    /// assert_eq!(f.value(&[3.0, 4.0]), 5.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn apply_with<Op: BinaryRule, R: Operand>(
        self,
        other: R,
        op: Op,
    ) -> Ex<Binary<Op, E, R::Expr>> {
        Ex(Binary {
            op,
            left: self.0,
            right: other.into_expr().0,
        })
    }
}

macro_rules! unary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?):
            |$x:ident| $primal:expr, $chain:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            tests [
                ($($argument:literal)?) at [$point:literal $(, $more:literal)*] $($others:tt)*
            ];
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<E> = Unary<rules::$Rule, E>;
        )*

        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("dy/dx = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!(
                    "let f = func!(|x| x.", stringify!($rule), "(", $(stringify!($argument),)? "));"
                )]
                #[doc = concat!("let (x, h) = (", stringify!($point), "_f64, 1e-6);")]
                #[doc = "let slope = (f.value(&[x + h]) - f.value(&[x - h])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x])[0] - slope).abs() < 1e-8 * slope.abs().max(1.0));"]
                #[doc = "```"]
                #[allow(clippy::should_implement_trait, reason = "`neg` does, by this method")]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule(self $(, $parameter: $Parameter)?) -> Ex<$Rule<E>> {
                    self.apply(rules::$Rule $(($parameter))?)
                }
            )*

            /// The sine and the cosine.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x| {
            ///     let (sine, cosine) = x.sin_cos();
            ///     [sine, cosine, x.sin_cos().0]
            /// });
            /// assert_eq!(f.value(&[0.0]), [0.0, 1.0, 0.0]);
            /// ```
            #[cfg_attr(optimized, inline(always))]
            pub fn sin_cos(self) -> (Ex<Sin<E>>, Ex<Cos<E>>)
            where
                E: Copy,
            {
                (self.sin(), self.cos())
            }

            /// The expression as a constant, whose derivative is 0. More in
            /// [`rules::StopGradient`].
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x| x * x.stop_gradient());
            /// assert_eq!(f.value_and_gradient(&[3.0]), (9.0, [3.0]));
            /// ```
            #[cfg_attr(optimized, inline(always))]
            pub fn stop_gradient(self) -> Ex<StopGradient<E>> {
                self.apply(rules::StopGradient)
            }
        }

        /// See [`rules::StopGradient`].
        pub type StopGradient<E> = Unary<rules::StopGradient, E>;
    };
}

macro_rules! binary_aliases {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<L, R> = Binary<rules::$Rule, L, R>;
        )*
    };
}

macro_rules! operators {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt, at $points:tt edge $edges:tt;
    )*) => {
        $(
            impl<L, R: Operand> ops::$Rule<R> for Ex<L> {
                type Output = Ex<$Rule<L, R::Expr>>;

                #[cfg_attr(optimized, inline(always))]
                fn $rule(self, right: R) -> Self::Output {
                    self.apply_with(right, rules::$Rule)
                }
            }

            number_on_the_left!($Rule $rule: f64 i32);
        )*
    };
}

macro_rules! number_on_the_left {
    ($Rule:ident $rule:ident: $($Number:ty)*) => {
        $(impl<R> ops::$Rule<Ex<R>> for $Number {
            type Output = Ex<$Rule<Constant, R>>;

            #[cfg_attr(optimized, inline(always))]
            fn $rule(self, right: Ex<R>) -> Self::Output {
                self.into_expr().apply_with(right, rules::$Rule)
            }
        })*
    };
}

impl<L, R: Operand> ops::Rem<R> for Ex<L> {
    type Output = Ex<Rem<L, R::Expr>>;

    #[cfg_attr(optimized, inline(always))]
    fn rem(self, right: R) -> Self::Output {
        self.apply_with(right, rules::Rem)
    }
}

number_on_the_left!(Rem rem: f64 i32);

impl<E> ops::Neg for Ex<E> {
    type Output = Ex<Neg<E>>;

    #[cfg_attr(optimized, inline(always))]
    fn neg(self) -> Self::Output {
        self.apply(rules::Neg)
    }
}

macro_rules! binary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at [($px:literal, $py:literal) $(, $more:expr)*] edge $edges:tt;
    )*) => {
        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂z/∂x, ∂z/∂y) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!("let f = func!(|x, y| x.", stringify!($rule), "(y));")]
                #[doc = concat!(
                    "let (x, y, h) = (", stringify!($px), "_f64, ", stringify!($py), ", 1e-6);"
                )]
                #[doc = "let slope = (f.value(&[x + h, y]) - f.value(&[x - h, y])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x, y])[0] - slope).abs() < 1e-8 * slope.abs().max(1.0));"]
                #[doc = "```"]
                #[allow(clippy::should_implement_trait, reason = "`rem` does, by this method")]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule<R: Operand>(self, $y: R) -> Ex<$Rule<E, R::Expr>> {
                    self.apply_with($y, rules::$Rule)
                }
            )*
        }
    };
}

macro_rules! ternary_methods {
    ($(
        $(#[$doc:meta])*
        $Rule:ident $rule:ident: |$x:ident, $y:ident, $z:ident| $primal:expr,
            |$($input:pat_param),*| $partials:expr,
            derivative $derivative:literal, domain $domain:literal, within $within:tt,
            at [($px:literal, $py:literal, $pz:literal) $(, $more:expr)*] edge $edges:tt;
    )*) => {
        $(
            #[doc = concat!("See [`rules::", stringify!($Rule), "`].")]
            pub type $Rule<X, Y, Z> = Apply<rules::$Rule, (X, Y, Z)>;
        )*

        impl<E> Ex<E> {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂w/∂x, ∂w/∂y, ∂w/∂z) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "use monograd::prelude::*;"]
                #[doc = ""]
                #[doc = concat!("let f = func!(|x, y, z| x.", stringify!($rule), "(y, z));")]
                #[doc = concat!(
                    "let (x, y, z, h) = (", stringify!($px), "_f64, ", stringify!($py), ", ",
                    stringify!($pz), ", 1e-6);"
                )]
                #[doc = "let slope = (f.value(&[x + h, y, z]) - f.value(&[x - h, y, z])) / (2.0 * h);"]
                #[doc = "assert!((f.gradient(&[x, y, z])[0] - slope).abs() < 1e-8);"]
                #[doc = "```"]
                #[cfg_attr(optimized, inline(always))]
                pub fn $rule<Y: Operand, Z: Operand>(
                    self,
                    $y: Y,
                    $z: Z,
                ) -> Ex<$Rule<E, Y::Expr, Z::Expr>> {
                    apply(rules::$Rule, (self, $y, $z))
                }
            )*
        }
    };
}

unary_table!(unary_methods);
operator_table!(binary_aliases);
binary_table!(binary_aliases);
operator_table!(operators);
binary_table!(binary_methods);
ternary_table!(ternary_methods);
