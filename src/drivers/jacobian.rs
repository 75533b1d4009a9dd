//! What are the slopes of several results?

use super::differentiable::{Differentiable, Of, Results};
use crate::expr::{Inputs, Shape};
use crate::forward::MultiDual;
use crate::scalar::Scalar;

/// How many directions one evaluation of a function with shapes takes.
const DIRECTIONS: usize = 8;

/// By evaluation over numbers that move along every input: one, of a function of reals; else one for every eight
/// of the numbers among the inputs.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
pub(super) fn forward<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (
    Results<F::Codomain, S>,
    Results<F::Codomain, Of<F::Inputs, S>>,
) {
    if const { F::Inputs::LEN == N } {
        in_one_evaluation(function, x)
    } else {
        by_directions(function, x)
    }
}

#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
fn in_one_evaluation<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (
    Results<F::Codomain, S>,
    Results<F::Codomain, Of<F::Inputs, S>>,
) {
    let x = variables::<F, S, N>(x);
    let values = function.evaluate(F::Inputs::refs(&x));
    let values = F::Codomain::flat(&values);
    (
        F::each_result(
            #[cfg_attr(optimized, inline(always))]
            |row| values[row].primal,
        ),
        F::each_result(
            #[cfg_attr(optimized, inline(always))]
            |row| {
                F::each(
                    #[cfg_attr(optimized, inline(always))]
                    |column| values[row].tangent(column),
                )
            },
        ),
    )
}

/// The reals of a point, each of which moves along a direction of its own.
#[cfg_attr(optimized, inline(always))]
pub(super) fn variables<F: Differentiable<N>, S: Scalar, const N: usize>(
    x: &Of<F::Inputs, S>,
) -> Of<F::Inputs, MultiDual<S, N>> {
    let x = F::Inputs::refs(x);
    F::each(
        #[cfg_attr(optimized, inline(always))]
        |i| MultiDual::variable(F::Inputs::get(x, i), i),
    )
}

#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a value and a Jacobian")]
fn by_directions<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (
    Results<F::Codomain, S>,
    Results<F::Codomain, Of<F::Inputs, S>>,
) {
    let x = F::Inputs::refs(x);
    let mut jacobian = F::Codomain::fill(F::Inputs::fill(S::zero()));
    let mut first = 0;
    loop {
        let last = F::Inputs::LEN.min(first + DIRECTIONS);
        let mut moving = F::Inputs::map(x, MultiDual::<S, DIRECTIONS>::constant);
        for at in first..last {
            let variable = MultiDual::variable(F::Inputs::get(x, at), at - first);
            *F::Inputs::number_mut(&mut moving, at) = variable;
        }
        let values = function.evaluate(F::Inputs::refs(&moving));
        let rows = F::Codomain::flat_mut(&mut jacobian).iter_mut();
        for (row, value) in rows.zip(F::Codomain::flat(&values)) {
            for at in first..last {
                *F::Inputs::number_mut(row, at) = value.tangent(at - first);
            }
        }
        if last == F::Inputs::LEN {
            let value = F::Codomain::map(&values, |value: MultiDual<S, DIRECTIONS>| value.primal);
            return (value, jacobian);
        }
        first = last;
    }
}
