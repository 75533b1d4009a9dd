//! What are the slopes of several results?

use crate::expr::{Cotangent, Definition, R};
use crate::forward::MultiDual;
use crate::reverse::{settle, sweep};
use crate::scalar::Scalar;

#[inline(always)]
pub(super) fn vjp<
    G: Definition<N, Codomain = [R; M]>,
    S: Scalar,
    const N: usize,
    const M: usize,
>(
    function: G,
    x: &[S; N],
    seeds: &[S; M],
) -> ([S; M], [S; N]) {
    let seeds = G::each_result(
        #[inline(always)]
        |i| Cotangent::of(seeds[i]),
    );
    sweep(function, x, seeds)
}

/// By one evaluation over numbers that move along every input.
#[inline(always)]
pub(super) fn forward<
    G: Definition<N, Codomain = [R; M]>,
    S: Scalar,
    const N: usize,
    const M: usize,
>(
    function: G,
    x: &[S; N],
) -> ([S; M], [[S; N]; M]) {
    let values = function.value(&MultiDual::variables(*x));
    (
        G::each_result(
            #[inline(always)]
            |row| values[row].primal,
        ),
        G::each_result(
            #[inline(always)]
            |row| {
                G::each(
                    #[inline(always)]
                    |column| values[row].tangent(column),
                )
            },
        ),
    )
}

/// By one evaluation and a pullback for each result. The others are not seeded, so that no infinite
/// derivative of theirs is multiplied by zero.
#[inline(always)]
pub(super) fn reverse<
    G: Definition<N, Codomain = [R; M]>,
    S: Scalar,
    const N: usize,
    const M: usize,
>(
    function: G,
    x: &[S; N],
) -> ([S; M], [[S; N]; M]) {
    let (values, pullback) = function.vjp(x);
    let jacobian = G::each_result(
        #[inline(always)]
        |row| {
            let seeds = G::each_result(
                #[inline(always)]
                |i| Cotangent::if_reached(i == row, S::one()),
            );
            settle::<G, S, N>(pullback(seeds))
        },
    );
    (values, jacobian)
}
