//! What is the slope?

use super::differentiable::{Differentiable, Of, Results};
use super::jacobian;
use super::memory::Spare;
use crate::expr::{Cotangent, Inputs, Shape};
use crate::scalar::Scalar;

#[cfg_attr(optimized, inline(always))]
pub(super) fn value_and_gradient<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (S, Of<F::Inputs, S>) {
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let (value, gradient) = function.sweep(F::Inputs::refs(x), seeds);
    (first::<F, S, N>(&value), gradient)
}

/// The same in the mode that costs less.
#[cfg_attr(optimized, inline(always))]
pub(super) fn in_cheaper_mode<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (S, Of<F::Inputs, S>) {
    function.in_cheaper_mode(
        #[cfg_attr(optimized, inline(always))]
        || forward(function, x),
        #[cfg_attr(optimized, inline(always))]
        || value_and_gradient(function, x),
    )
}

/// By an evaluation over numbers that move along every input.
#[cfg_attr(optimized, inline(always))]
fn forward<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> (S, Of<F::Inputs, S>) {
    let (value, slopes) = jacobian::forward(function, x);
    (first::<F, S, N>(&value), F::Codomain::flat(&slopes)[0])
}

/// On slices as long as there are numbers.
#[cfg_attr(optimized, inline(always))]
pub(super) fn on_slices<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &[S],
    gradient: &mut [S],
    spare: &mut Spare<S>,
) -> S {
    let forward = function.in_cheaper_mode(
        #[cfg_attr(optimized, inline(always))]
        || Some(forward(function, &F::each(|at| x[at]))),
        || None,
    );
    if let Some((value, slopes)) = forward {
        let slopes = F::Inputs::refs(&slopes);
        for (at, slope) in gradient.iter_mut().enumerate() {
            *slope = F::Inputs::get(slopes, at);
        }
        return value;
    }
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let value = function.sweep_slices(x, seeds, gradient, spare);
    first::<F, S, N>(&value)
}

/// The one result of a function that has one.
#[cfg_attr(optimized, inline(always))]
pub(super) fn first<F: Differentiable<N>, S: Copy, const N: usize>(
    value: &Results<F::Codomain, S>,
) -> S {
    F::Codomain::flat(value)[0]
}

#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a value and cotangents")]
pub(super) fn vjp<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    u: &Results<F::Codomain, S>,
) -> (Results<F::Codomain, S>, Of<F::Inputs, S>) {
    let u = F::Codomain::flat(u);
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |i| Cotangent::of(u[i]),
    );
    function.sweep(F::Inputs::refs(x), seeds)
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn accumulate<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    gradient: &mut Of<F::Inputs, S>,
) -> S {
    let seeds = F::each_result(
        #[cfg_attr(optimized, inline(always))]
        |_| Cotangent::of(S::one()),
    );
    let value = function.sweep_into(F::Inputs::refs(x), seeds, F::Inputs::sums(gradient));
    first::<F, S, N>(&value)
}

/// The compiler drops what only the other inputs' derivatives need.
#[cfg_attr(optimized, inline(always))]
pub(super) fn partials<F: Differentiable<N>, S: Scalar, const N: usize, const P: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    inputs: [usize; P],
) -> [S; P] {
    let (_, gradient) = value_and_gradient(function, x);
    inputs.map(
        #[cfg_attr(optimized, inline(always))]
        |input| F::Inputs::get(F::Inputs::refs(&gradient), input),
    )
}

#[cfg(test)]
mod tests {
    use super::Differentiable;
    use crate::prelude::*;

    func! {
        fn root(a) {
            let mut x = 1;
            for _ in 0..20 { x = 0.5 * (x + a / x); }
            x
        }
        fn root_from(a, x0) {
            let mut x = x0;
            for _ in 0..20 { x = 0.5 * (x + a / x); }
            x
        }
        fn power(x) { let a = x * x; a * x }
        fn sum(x; ys: [R; 9]) {
            let mut total = 0;
            for i in 0..9 { total += (x - ys[i]).square(); }
            total
        }
        fn of_arrays(x) {
            let mut state = [1; 9];
            for _ in 0..9 { state = state * x; }
            state.sum()
        }
    }

    fn is_forward<const N: usize>(function: impl Differentiable<N>) -> bool {
        function.in_cheaper_mode(|| true, || false)
    }

    #[test]
    fn the_mode_that_costs_less() {
        assert!(is_forward(root) && is_forward(root_from));
        assert!(!is_forward(power) && !is_forward(sum.with(&[0.0; 9])) && !is_forward(of_arrays));
    }
}
