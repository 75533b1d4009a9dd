//! What is the slope in this direction?

use super::differentiable::{Differentiable, Of, Results};
#[cfg(feature = "std")]
use super::memory::FEW;
use super::memory::Memory;
use crate::expr::{Inputs, Shape};
use crate::forward::{Dual, Taylor};
use crate::scalar::Scalar;

/// A number for each of the reals of two points.
#[cfg_attr(optimized, inline(always))]
fn zip<F: Differentiable<N>, S: Scalar, T: Copy, const N: usize>(
    x: &Of<F::Inputs, S>,
    v: &Of<F::Inputs, S>,
    of: impl Fn(S, S) -> T,
) -> Of<F::Inputs, T> {
    let (x, v) = (F::Inputs::refs(x), F::Inputs::refs(v));
    if const { F::Inputs::LEN == N } {
        F::each(
            #[cfg_attr(optimized, inline(always))]
            |i| of(F::Inputs::get(x, i), F::Inputs::get(v, i)),
        )
    } else {
        F::Inputs::zip(x, v, of)
    }
}

/// The point `x`, moving along `v`.
#[cfg_attr(optimized, inline(always))]
pub(super) fn along<F: Differentiable<N>, S: Scalar, const N: usize>(
    x: &Of<F::Inputs, S>,
    v: &Of<F::Inputs, S>,
) -> Of<F::Inputs, Dual<S>> {
    zip::<F, S, Dual<S>, N>(x, v, Dual::new)
}

#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "two results of one shape")]
pub(super) fn jvp<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    v: &Of<F::Inputs, S>,
) -> (Results<F::Codomain, S>, Results<F::Codomain, S>) {
    let x = along::<F, S, N>(x, v);
    let value = function.evaluate(F::Inputs::refs(&x));
    let value = F::Codomain::flat(&value);
    (
        F::each_result(
            #[cfg_attr(optimized, inline(always))]
            |i| value[i].primal,
        ),
        F::each_result(
            #[cfg_attr(optimized, inline(always))]
            |i| value[i].tangent,
        ),
    )
}

/// The results at a point that moves along `v`, on slices.
#[cfg_attr(optimized, inline(always))]
pub(super) fn on_slices<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &[S],
    v: &[S],
    memory: &mut Memory<S>,
) -> Results<F::Codomain, Dual<S>> {
    #[cfg(feature = "std")]
    if const { F::Inputs::LEN > FEW } {
        memory.point.clear();
        let moving = x.iter().zip(v).map(|(&x, &v)| Dual::new(x, v));
        memory.point.extend(moving);
        return function.evaluate(F::Inputs::group(&memory.point));
    }
    let _ = memory;
    let point = F::each(
        #[cfg_attr(optimized, inline(always))]
        |i| Dual::new(x[i], v[i]),
    );
    function.evaluate(F::Inputs::refs(&point))
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn taylor<F: Differentiable<N>, S: Scalar, const N: usize, const K: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    v: &Of<F::Inputs, S>,
) -> Results<F::Codomain, Taylor<S, K>> {
    let x = zip::<F, S, Taylor<S, K>, N>(x, v, Taylor::line);
    function.evaluate(F::Inputs::refs(&x))
}
