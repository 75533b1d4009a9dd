//! The Hessian of a sum over rows: several of its rows in one pass over the data.
//!
//! The sum is swept over numbers that move along a few inputs at once, which compute what these share once for
//! all of them, in the lanes and by the tree of any sum. So the bits are the same for any number of threads.

use crate::drivers::Of;
use crate::expr::{Blocks, Inputs};
use crate::forward::MultiDual;
use crate::scalar::Scalar;

/// Along how many inputs a sweep moves.
const DIRECTIONS: usize = 4;

/// Up to how many inputs the sums of such a sweep are on the stack.
pub(super) const FEW: usize = 128;

/// A number of such a sweep.
pub(super) type Moving<S> = MultiDual<S, DIRECTIONS>;

/// The value and the gradient, with the numbers of the Hessian, by row and column, handed to `write`; `sweep` gives the
/// value and the gradient of numbers that move.
#[inline(always)]
pub(super) fn by_directions<I: Inputs, S: Scalar>(
    x: Blocks<'_, I, S>,
    sweep: impl Fn(&Of<I, Moving<S>>) -> (Moving<S>, Of<I, Moving<S>>),
    mut write: impl FnMut(usize, usize, S),
) -> (S, Of<I, S>) {
    let mut first = 0;
    loop {
        let last = I::LEN.min(first + DIRECTIONS);
        let mut moving = I::map(x, Moving::constant);
        for at in first..last {
            *I::number_mut(&mut moving, at) = Moving::variable(I::get(x, at), at - first);
        }
        let (value, gradient) = sweep(&moving);
        let slopes = I::refs(&gradient);
        for column in 0..I::LEN {
            let slope = I::get(slopes, column);
            for row in first..last {
                write(row, column, slope.tangent(row - first));
            }
        }
        if last == I::LEN {
            return (value.primal, I::map(slopes, |slope| slope.primal));
        }
        first = last;
    }
}
