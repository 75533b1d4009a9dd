//! Comparisons and connectives, as [`func!`](crate::func) writes them.

use crate::expr::choices::select::{AtMost, Equal, Less};
use crate::expr::{And, Comparison, Cond, Not, Operand, Or};
macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $method:ident -> $Order:ident<$First:ident, $Second:ident>;)*) => {
        $(
            $(#[$doc])*
            #[cfg_attr(optimized, inline(always))]
            pub fn $name<A: Operand, B: Operand>(
                left: A,
                right: B,
            ) -> Cond<Comparison<$Order, $First::Expr, $Second::Expr>> {
                left.into_expr().$method(right)
            }
        )*
    };
}

comparisons! {
    /// `left < right`
    lt less_than -> Less<A, B>;
    /// `left <= right`
    le at_most -> AtMost<A, B>;
    /// `left > right`
    gt greater_than -> Less<B, A>;
    /// `left >= right`
    ge at_least -> AtMost<B, A>;
    /// `left == right`
    eq equals -> Equal<A, B>;
}

/// `left != right`
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "the contrary of a comparison")]
pub fn ne<A: Operand, B: Operand>(
    left: A,
    right: B,
) -> Cond<Not<Comparison<Equal, A::Expr, B::Expr>>> {
    eq(left, right).not()
}

/// `left && right`
#[cfg_attr(optimized, inline(always))]
pub fn and<A, B>(left: Cond<A>, right: Cond<B>) -> Cond<And<A, B>> {
    left.and(right)
}

/// `left || right`
#[cfg_attr(optimized, inline(always))]
pub fn or<A, B>(left: Cond<A>, right: Cond<B>) -> Cond<Or<A, B>> {
    left.or(right)
}
