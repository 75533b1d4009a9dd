//! What every node of an expression does.

use crate::expr::{Cost, Cotangents, Coverage, Frame, Room, Shaped, ShapedFrame, Values};
use crate::scalar::Scalar;

/// The value of an expression that is pulled back by evaluating it again, for its [`vjp`](Expr::vjp).
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn pulled_back_anew<Fr: ShapedFrame, E: Expr<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    at: usize,
) -> (
    S,
    impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
) {
    (
        expression.value(values, at),
        #[cfg_attr(optimized, inline(always))]
        move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
            let values = Fr::values(cotangents);
            expression.accumulate(values, at, cotangent, cotangents);
        },
    )
}

/// What a `let` of an expression keeps besides its value.
pub type KeptOf<E, S> = <<E as Shaped>::Kept as Room>::Of<S>;

/// An expression over the variables of a frame: what [`Ex`](crate::Ex) wraps.
///
/// It can be evaluated, and it can be pulled back. The pullback of y at a point takes the cotangent
/// of y (what a result changes by, per change of y) and adds to the cotangent of every variable
/// what reaches it through y, by the chain rule. It holds the values that takes and no frame, so
/// nothing is recorded on the way forward and everything is inlined on the way back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression over the variables of this function",
    note = "expressions are made of a function's inputs, its `let`s, numbers, and calls to other functions",
    note = "a call must have one argument for each of the function's inputs"
)]
pub trait Expr<Fr: Frame>: Copy + 'static {
    /// Whether it is a variable or a constant: costs nothing to evaluate, and has no loop in it.
    const LEAF: bool = false;

    /// Whether it is a number, and no variable is in it.
    const IS_NUMBER: bool = false;

    /// How many operations of arithmetic an element takes; many if that is not known.
    const OPERATIONS: usize = usize::MAX;

    /// What its gradient costs, of a real.
    const COST: Cost = Cost::UNKNOWN;

    /// Whether it is an array variable: what is absent, added to its cotangent, changes nothing.
    const IS_ARRAY: bool = false;

    /// The value at `values`, of an array the element `at`.
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// The same value, and the pullback there.
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, S>,
    );

    /// Whether the cotangent of a variable in it is wanted.
    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, _cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        true
    }

    /// Tells the variables that elements are about to be pulled back in a loop, and which.
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage);

    /// The value, pulled back at once, for a cotangent that is known before it.
    ///
    /// A sum is evaluated and pulled back in one loop then.
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let (value, pull) = self.vjp(values, at);
        pull(cotangent, cotangents);
        value
    }

    /// Pulls back all of `len` elements, whose cotangents are given by their index; if `coverage` says so,
    /// some may be absent.
    #[cfg_attr(optimized, inline(always))]
    fn pull_each<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        len: usize,
        coverage: Coverage,
        cotangent: impl Fn(usize) -> S + Copy,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.reach(cotangents, coverage.of(len));
        for at in 0..len {
            cotangents.pull_present(
                cotangent(at),
                coverage,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.pull(values, at, cotangent, cotangents),
            );
        }
    }

    /// The value, and what else is kept.
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &Values<'_, Fr, S>, _kept: &mut KeptOf<Self, S>) -> S
    where
        Self: Shaped,
    {
        self.value(values, 0)
    }

    /// Pulls back by the value, and by what else has been kept.
    #[cfg_attr(optimized, inline(always))]
    fn pull_kept<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        value: S,
        _kept: &KeptOf<Self, S>,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        Self: Shaped,
    {
        self.pull_with(values, 0, value, cotangent, cotangents);
    }

    /// Pulls back, where the value has not been kept.
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let (_, pull) = self.vjp(values, at);
        pull(cotangent, cotangents);
    }

    /// Pulls back, where the value has been kept.
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        _value: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.pull(values, at, cotangent, cotangents);
    }
}
