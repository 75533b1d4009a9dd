//! How does the slope change?
//!
//! Forward over reverse: the reverse sweep, evaluated over dual numbers, gives the gradient and its
//! derivative along their tangents.

use super::differentiable::{Differentiable, Of};
#[cfg(feature = "std")]
use super::gradient::on_slices;
use super::gradient::{first, value_and_gradient};
use super::jacobian::variables;
use super::jvp::{along, taylor};
#[cfg(feature = "std")]
use super::memory::FEW;
use super::memory::Memory;
use crate::expr::{Blocks, Inputs};
use crate::forward::{Bundle, Dual, MultiDual, Taylor};
use crate::scalar::Scalar;

#[cfg_attr(optimized, inline(always))]
pub(super) fn hvp<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    v: &Of<F::Inputs, S>,
) -> Of<F::Inputs, S> {
    let (_, gradient) = value_and_gradient(function, &along::<F, S, N>(x, v));
    parts::<F, S, N>(&gradient, |slope| slope.tangent)
}

/// The product on slices: over dual numbers that are on the stack if there are few, else in memory.
#[cfg_attr(optimized, inline(always))]
pub(super) fn hvp_slices<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &[S],
    v: &[S],
    product: &mut [S],
    memory: &mut Memory<S>,
) {
    #[cfg(feature = "std")]
    if const { F::Inputs::LEN > FEW } {
        let Memory {
            point,
            gradient,
            spare,
            ..
        } = memory;
        point.clear();
        point.extend(x.iter().zip(v).map(|(&x, &v)| Dual::new(x, v)));
        gradient.clear();
        gradient.resize(x.len(), Dual::constant(S::zero()));
        on_slices(function, point, gradient, spare);
        for (product, slope) in product.iter_mut().zip(gradient) {
            *product = slope.tangent;
        }
        return;
    }
    let _ = memory;
    let point = F::each(
        #[cfg_attr(optimized, inline(always))]
        |i| Dual::new(x[i], v[i]),
    );
    let (_, gradient) = value_and_gradient(function, &point);
    let gradient = F::Inputs::refs(&gradient);
    let mut next = 0;
    F::Inputs::visit(gradient, &mut |numbers: &[Dual<S>]| {
        for (product, slope) in product[next..].iter_mut().zip(numbers) {
            *product = slope.tangent;
        }
        next += numbers.len();
    });
}

/// A part of each of the reals of a gradient.
#[cfg_attr(optimized, inline(always))]
fn parts<F: Differentiable<N>, S: Scalar, const N: usize>(
    gradient: &Of<F::Inputs, Dual<S>>,
    part: impl Fn(Dual<S>) -> S,
) -> Of<F::Inputs, S> {
    let gradient = F::Inputs::refs(gradient);
    if const { F::Inputs::LEN == N } {
        F::each(
            #[cfg_attr(optimized, inline(always))]
            |i| part(F::Inputs::get(gradient, i)),
        )
    } else {
        F::Inputs::map(gradient, part)
    }
}

/// The value, the gradient, and something of each row of the Hessian: the row, or its number on the diagonal.
pub(super) type Second<I, S, T> = (S, Of<I, S>, Of<I, T>);

/// By sweeps; of a loop that takes reals on, with one input, by a Taylor series, which costs less there.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn value_gradient_hessian<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Second<F::Inputs, S, Of<F::Inputs, S>> {
    function.in_cheaper_mode(
        #[cfg_attr(optimized, inline(always))]
        || {
            if const { F::Inputs::LEN == 1 } {
                of_one_input(function, x)
            } else {
                by_sweeps(function, x)
            }
        },
        #[cfg_attr(optimized, inline(always))]
        || by_sweeps(function, x),
    )
}

/// In forward mode, by a Taylor series of second order.
#[cfg_attr(optimized, inline(always))]
fn of_one_input<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Second<F::Inputs, S, Of<F::Inputs, S>> {
    let unit = F::each(|_| S::one());
    let series = taylor::<F, S, N, 2>(function, x, &unit);
    let series = first::<F, Taylor<S, 2>, N>(&series);
    let [slope, curvature] = [1, 2].map(|order| F::each(|_| series.derivative(order)));
    (series.primal, slope, F::each(|_| curvature))
}

/// In one sweep over numbers that move along every input, which computes what the rows share once and
/// nothing for inputs on which something does not depend. That is straight-line code of `N` times the
/// function's size, and takes the compiler long where that is large; then there is a sweep for a few rows each.
///
/// Rounding would tell the two halves of the Hessian apart: the one on and right of the diagonal is
/// mirrored.
#[cfg_attr(optimized, inline(always))]
fn by_sweeps<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Second<F::Inputs, S, Of<F::Inputs, S>> {
    if const { is_in_one_sweep::<F, N>() } {
        return in_one_sweep(
            function,
            x,
            #[cfg_attr(optimized, inline(always))]
            |gradient, row| {
                F::each(
                    #[cfg_attr(optimized, inline(always))]
                    |column| F::Inputs::number(gradient, row.min(column)).tangent(row.max(column)),
                )
            },
        );
    }
    let (value, gradient, rows) = if const { moves_along_several::<F, N>() } {
        by_rows(function, x)
    } else {
        row_by_row(
            function,
            x,
            #[cfg_attr(optimized, inline(always))]
            |slopes, _| parts::<F, S, N>(slopes, |slope| slope.tangent),
        )
    };
    (value, gradient, mirrored::<F::Inputs, S>(&rows))
}

/// Along how many inputs a sweep of a large function moves.
const DIRECTIONS: usize = 4;

/// Whether the Hessian is computed in one sweep.
pub(super) const fn is_in_one_sweep<F: Differentiable<N>, const N: usize>() -> bool {
    F::Inputs::LEN == N && N <= MANY_INPUTS && F::LETS <= LARGE / N
}

/// Above this number of inputs times `let`s a function is large.
const LARGE: usize = 96;

/// Above this number of inputs it is large whatever its `let`s, since one expression can be long, too.
const MANY_INPUTS: usize = 8;

#[cfg_attr(optimized, inline(always))]
pub(super) fn in_one_sweep<F: Differentiable<N>, S: Scalar, const N: usize, T: Copy>(
    function: F,
    x: &Of<F::Inputs, S>,
    row: impl Fn(Blocks<'_, F::Inputs, MultiDual<S, N>>, usize) -> T,
) -> Second<F::Inputs, S, T> {
    let (value, gradient) = value_and_gradient(function, &variables::<F, S, N>(x));
    let gradient = F::Inputs::refs(&gradient);
    (
        value.primal,
        F::each(
            #[cfg_attr(optimized, inline(always))]
            |i| F::Inputs::get(gradient, i).primal,
        ),
        F::each(
            #[cfg_attr(optimized, inline(always))]
            |i| row(gradient, i),
        ),
    )
}

/// A sweep along each input, by a row of the Hessian.
#[cfg_attr(optimized, inline(always))]
pub(super) fn row_by_row<F: Differentiable<N>, S: Scalar, const N: usize, T: Copy>(
    function: F,
    x: &Of<F::Inputs, S>,
    row: impl Fn(&Of<F::Inputs, Dual<S>>, usize) -> T,
) -> Second<F::Inputs, S, T> {
    let zeros = F::Inputs::fill(S::zero());
    let (mut value, mut gradient) = (S::zero(), zeros);
    let rows = F::Inputs::from_fn(&mut |at| {
        let mut unit = zeros;
        *F::Inputs::number_mut(&mut unit, at) = S::one();
        let (dual_value, slopes) = value_and_gradient(function, &along::<F, S, N>(x, &unit));
        value = dual_value.primal;
        gradient = parts::<F, S, N>(&slopes, |slope| slope.primal);
        row(&slopes, at)
    });
    (value, gradient, rows)
}

/// A sweep for every few rows.
#[cfg_attr(optimized, inline(always))]
fn by_rows<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Second<F::Inputs, S, Of<F::Inputs, S>> {
    let mut rows = F::Inputs::fill(F::Inputs::fill(S::zero()));
    let mut first = 0;
    loop {
        let last = F::Inputs::LEN.min(first + DIRECTIONS);
        let (value, slopes) = sweep_along::<F, S, N, DIRECTIONS>(
            function,
            x,
            #[cfg_attr(optimized, inline(always))]
            |at| at.wrapping_sub(first),
        );
        let slopes = F::Inputs::refs(&slopes);
        for at in first..last {
            *F::Inputs::number_mut(&mut rows, at) =
                F::Inputs::map(slopes, |slope| slope.tangents[at - first]);
        }
        if last == F::Inputs::LEN {
            let gradient = F::Inputs::map(slopes, |slope| slope.primal);
            return (value, gradient, rows);
        }
        first = last;
    }
}

/// The value, and the gradient as it moves along `K` directions: each input along that which `direction` gives, if there is one
/// of this number.
#[cfg_attr(optimized, inline(always))]
pub(super) fn sweep_along<F: Differentiable<N>, S: Scalar, const N: usize, const K: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    direction: impl Fn(usize) -> usize,
) -> (S, Of<F::Inputs, Bundle<S, K>>) {
    let mut moving = F::Inputs::map(F::Inputs::refs(x), Bundle::constant);
    for at in 0..F::Inputs::LEN {
        let tangents = &mut F::Inputs::number_mut(&mut moving, at).tangents;
        if let Some(tangent) = tangents.get_mut(direction(at)) {
            *tangent = S::one();
        }
    }
    let (value, slopes) = value_and_gradient(function, &moving);
    (value.primal, slopes)
}

/// Of how many inputs at most several rows are computed by one sweep, whose numbers are on the stack.
const FEW_ROWS: usize = 512;

/// Whether several rows are computed by one sweep: straight-line code, which is that of a function of reals, would take the compiler
/// long.
pub(super) const fn moves_along_several<F: Differentiable<N>, const N: usize>() -> bool {
    F::Inputs::LEN != N && F::Inputs::LEN <= FEW_ROWS
}

/// What is on and right of the diagonal, and the same left of it.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn mirrored<I: Inputs, S: Scalar>(rows: &Of<I, Of<I, S>>) -> Of<I, Of<I, S>> {
    let mut mirrored = *rows;
    for column in 0..I::LEN {
        let right = I::number(I::refs(rows), column);
        for row in column + 1..I::LEN {
            let left = I::number_mut(&mut mirrored, row);
            *I::number_mut(left, column) = I::get(I::refs(right), row);
        }
    }
    mirrored
}
