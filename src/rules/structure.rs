//! The partials of a rule as a tape keeps them: a number each, and of a zero which zero it is.
//!
//! A partial is zero *by structure* where the input takes no part in the value: below the kink of relu, for the
//! lesser operand of max, behind a stopped gradient. There the rule's chain, c · ∂y/∂x, is 0 for every cotangent c,
//! an infinite one included. Where a partial only happens to be 0, as that of x² at 0, an infinite cotangent gives
//! 0 · ∞ = NaN. A tape multiplies by the partial when the chain is no longer at hand, so it keeps the first kind as
//! −0 and the second as +0.

use super::zeros::{Zeros, zeros};
use crate::scalar::{BinaryRule, Rule, Scalar, UnaryRule};

/// One number, not several packed side by side.
pub(crate) trait Single: Scalar<Mask = bool> {}
impl<S: Scalar<Mask = bool>> Single for S {}

/// A zero by structure.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn nothing<S: Single>() -> S {
    -S::zero()
}

/// A partial of which it is known that no zero is one by structure.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn number<S: Single>(partial: S) -> S {
    // −0 + 0 = 0
    partial + S::zero()
}

/// Whether a partial that a tape has kept is zero by structure.
pub(crate) fn is_nothing<S: Single>(partial: S) -> bool {
    partial.is_constant_zero() && (S::one() / partial).less_than(S::zero())
}

/// The partial as it is kept; `chain` gives its product with a cotangent.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn kept<S: Single>(partial: S, chain: impl FnOnce(S) -> S) -> S {
    keep(Zeros::Unknown, partial, chain)
}

#[cfg_attr(optimized, inline(always))]
fn keep<S: Single>(zeros: Zeros, partial: S, chain: impl FnOnce(S) -> S) -> S {
    let which = |chained: S| S::select(chained.is_constant_zero(), nothing(), S::zero());
    let infinity = S::constant(f64::INFINITY);
    match zeros {
        Zeros::Numbers => number(partial),
        Zeros::Structure => -number(-partial),
        Zeros::Both => {
            let zero = which(chain(infinity));
            S::select(partial.is_constant_zero(), zero, partial)
        }
        Zeros::Unknown if partial.is_constant_zero() => which(chain(infinity)),
        Zeros::Unknown => partial,
    }
}

/// The partial of an operation on one number.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn partial<S: Single, Op: UnaryRule>(op: Op, x: S, y: S) -> S {
    if Op::STOPS {
        return nothing();
    }
    let zeros = const { zeros(Op::ROW) };
    keep(zeros, op.partial(x, y), |c| op.chain(c, x, y))
}

/// The partials of an operation on two numbers.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn partials<S: Single, Op: BinaryRule>(op: Op, x: S, y: S, z: S) -> [S; 2] {
    let zeros = const { zeros(Op::ROW) };
    let (dx, dy) = op.partials(x, y, z);
    [
        keep(zeros, dx, |c| op.chain_left(c, x, y, z)),
        keep(zeros, dy, |c| op.chain_right(c, x, y, z)),
    ]
}

/// The partials of an operation on several numbers.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn partials_of<S: Single, Op: Rule<N>, const N: usize>(
    op: Op,
    x: [S; N],
    y: S,
) -> [S; N] {
    let zeros = const { zeros(Op::ROW) };
    let mut partials = op.partials(x, y);
    for (i, partial) in partials.iter_mut().enumerate() {
        *partial = keep(zeros, *partial, |c| op.chain(c, x, y)[i]);
    }
    partials
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn a_zero_by_structure_is_told_from_one_that_happens() {
        let of = |partial: f64| (partial, is_nothing(partial));
        assert_eq!(of(partial(rules::Relu, -1.0, 0.0)), (0.0, true));
        assert_eq!(of(partial(rules::Relu, -0.0, -0.0)), (0.0, true));
        assert_eq!(of(partial(rules::Abs, 0.0, 0.0)), (0.0, true));
        assert_eq!(of(partial(rules::Floor, 1.5, 1.0)), (0.0, true));
        assert_eq!(of(partial(rules::StopGradient, 1.5, 1.5)), (0.0, true));
        assert_eq!(of(partial(rules::Square, 0.0, 0.0)), (0.0, false));
        assert_eq!(of(partial(rules::Square, -0.0, 0.0)), (0.0, false));
        assert_eq!(of(partial(rules::Tanh, 800.0, 1.0)), (0.0, false));
        assert_eq!(of(partial(rules::Sin, 0.0, 0.0)), (1.0, false));

        let of = |partials: [f64; 2]| partials.map(is_nothing);
        assert_eq!(of(partials(rules::Max, 1.0, 2.0, 2.0)), [true, false]);
        assert_eq!(of(partials(rules::Max, 2.0, 2.0, 2.0)), [false, false]);
        assert_eq!(of(partials(rules::Mul, 0.0, -0.0, -0.0)), [false, false]);
        assert_eq!(of(partials(rules::Hypot, 0.0, 0.0, 0.0)), [true, true]);
        assert_eq!(of(partials(rules::Hypot, 0.0, 3.0, 3.0)), [false, false]);

        let of = |partials: [f64; 3]| partials.map(is_nothing);
        assert_eq!(
            of(partials_of(rules::Clamp, [-1.0, 0.0, 1.0], 0.0)),
            [true, false, true]
        );
        assert_eq!(of(partials_of(rules::MulAdd, [0.0; 3], 0.0)), [false; 3]);
    }

    /// A chain decides, and the list only knows beforehand how.
    #[test]
    fn the_zeros_of_every_row_are_what_its_chain_says() {
        const NUMBERS: [f64; 17] = [
            0.0,
            -0.0,
            0.5,
            -0.5,
            1.0,
            -1.0,
            2.0,
            -2.0,
            3.5,
            800.0,
            -800.0,
            1e20,
            -1e20,
            1e-20,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
        ];
        fn check(name: &str, at: &[f64], kept: f64, chained: f64) {
            if kept == 0.0 {
                let by_structure = chained == 0.0;
                assert_eq!(is_nothing(kept), by_structure, "{name} at {at:?}");
            }
        }
        macro_rules! check_unary {
            ($(
                $(#[$doc:meta])*
                $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
                    derivative $derivative:literal, domain $domain:literal, within $within:tt,
                    tests [$(($($argument:literal)?) at $points:tt edge $edges:tt)+];
            )*) => {
                $($({
                    let op = rules::$Rule $(($argument))?;
                    for x in NUMBERS {
                        let y = x.unary(op);
                        let chained = op.chain(f64::INFINITY, x, y);
                        check(stringify!($rule), &[x], partial(op, x, y), chained);
                    }
                })+)*
            };
        }
        macro_rules! check_binary {
            ($(
                $(#[$doc:meta])*
                $Rule:ident $rule:ident: $primal:expr, $left:expr, $right:expr,
                    derivative $derivative:literal, domain $domain:literal, within $within:tt,
                    at $points:tt edge $edges:tt;
            )*) => {
                $(for x in NUMBERS {
                    for y in NUMBERS {
                        let op = rules::$Rule;
                        let z = x.binary(y, op);
                        let [dx, dy] = partials(op, x, y, z);
                        let infinity = f64::INFINITY;
                        let at = &[x, y];
                        check(stringify!($rule), at, dx, op.chain_left(infinity, x, y, z));
                        check(stringify!($rule), at, dy, op.chain_right(infinity, x, y, z));
                    }
                })*
            };
        }
        macro_rules! check_ternary {
            ($(
                $(#[$doc:meta])*
                $Rule:ident $rule:ident: $primal:expr, $chain:expr,
                    derivative $derivative:literal, domain $domain:literal, within $within:tt,
                    at $points:tt edge $edges:tt;
            )*) => {
                $(for x in NUMBERS {
                    for y in NUMBERS {
                        for z in NUMBERS {
                            let (op, at) = (rules::$Rule, [x, y, z]);
                            let w = f64::nary(at, op);
                            let chained = op.chain(f64::INFINITY, at, w);
                            for (kept, chained) in partials_of(op, at, w).into_iter().zip(chained) {
                                check(stringify!($rule), &at, kept, chained);
                            }
                        }
                    }
                })*
            };
        }
        rules::unary_table!(check_unary);
        rules::operator_table!(check_binary);
        rules::binary_table!(check_binary);
        rules::ternary_table!(check_ternary);
    }
}
