//! The diagonal of a Hessian.
//!
//! Where no more than a few inputs interact with each other, as in a sum of terms that read few of them, inputs that do not share a
//! sweep: a product of the Hessian with the sum of their unit vectors has the entry of each in its place. Which they are
//! is found from the function, by a sweep over numbers that know on which inputs they depend. That sweep computes with
//! bits alone, and costs little beside one with derivatives.

use super::differentiable::{Differentiable, Of};
use super::gradient::value_and_gradient;
use super::hessian::{
    Second, in_one_sweep, is_in_one_sweep, moves_along_several, row_by_row, sweep_along,
};
use crate::expr::Inputs;
use crate::forward::{Few, Traced};
use crate::scalar::Scalar;

/// Along how many directions a sweep moves, if there are so many.
const MANY: usize = 4;

/// Along how many it moves, if there are no more.
const TWO: usize = 2;

/// The value, the gradient, and the diagonal of the Hessian.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn value_gradient_diagonal<F: Differentiable<N>, S: Scalar, const N: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
) -> Second<F::Inputs, S, S> {
    if const { is_in_one_sweep::<F, N>() } {
        return in_one_sweep(
            function,
            x,
            #[cfg_attr(optimized, inline(always))]
            |gradient, at| F::Inputs::number(gradient, at).tangent(at),
        );
    }
    let each_alone = |at: usize| at;
    if const { !moves_along_several::<F, N>() } {
        return row_by_row(
            function,
            x,
            #[cfg_attr(optimized, inline(always))]
            |slopes, at| F::Inputs::number(F::Inputs::refs(slopes), at).tangent,
        );
    }
    if const { F::Inputs::LEN <= TWO } {
        return by_colours::<F, S, N, TWO>(function, x, F::Inputs::LEN, each_alone);
    }
    if const { F::Inputs::LEN <= MANY || Few::FEW < F::Inputs::LEN } {
        return by_colours::<F, S, N, MANY>(function, x, F::Inputs::LEN, each_alone);
    }
    let (of, count) = colours(function);
    if count <= TWO {
        by_colours::<F, S, N, TWO>(function, x, count, |at| of[at])
    } else {
        by_colours::<F, S, N, MANY>(function, x, count, |at| of[at])
    }
}

/// By sweeps along `K` directions each, of which there are `count`: each input moves along that of its colour.
#[cfg_attr(optimized, inline(always))]
fn by_colours<F: Differentiable<N>, S: Scalar, const N: usize, const K: usize>(
    function: F,
    x: &Of<F::Inputs, S>,
    count: usize,
    colour: impl Fn(usize) -> usize,
) -> Second<F::Inputs, S, S> {
    let mut diagonal = F::Inputs::fill(S::zero());
    let mut first = 0;
    loop {
        let direction = |at: usize| colour(at).wrapping_sub(first);
        let (value, slopes) = sweep_along::<F, S, N, K>(function, x, direction);
        let slopes = F::Inputs::refs(&slopes);
        for at in 0..F::Inputs::LEN {
            let tangents = F::Inputs::number(slopes, at).tangents;
            if let Some(&tangent) = tangents.get(direction(at)) {
                *F::Inputs::number_mut(&mut diagonal, at) = tangent;
            }
        }
        first += K;
        if first >= count {
            let gradient = F::Inputs::map(slopes, |slope| slope.primal);
            return (value, gradient, diagonal);
        }
    }
}

/// A colour for each input, and how many there are: inputs of one colour do not interact.
#[inline(never)]
fn colours<F: Differentiable<N>, const N: usize>(function: F) -> ([usize; Few::FEW], usize) {
    let inputs = F::Inputs::from_fn(&mut Traced::<Few>::input);
    let (_, slopes) = value_and_gradient(function, &inputs);
    let slopes = F::Inputs::refs(&slopes);
    let mut partners = [0; Few::FEW];
    for at in 0..F::Inputs::LEN {
        partners[at] |= F::Inputs::get(slopes, at).inputs();
        for (other, of_other) in partners.iter_mut().enumerate().take(F::Inputs::LEN) {
            *of_other |= (F::Inputs::get(slopes, at).inputs() >> other & 1) << at;
        }
    }
    greedily(&partners[..F::Inputs::LEN])
}

/// The first colour that none of the inputs before it has with which an input interacts: of its partners there is a bit for each.
fn greedily(partners: &[u64]) -> ([usize; Few::FEW], usize) {
    let (mut of, mut members, mut count) = ([0; Few::FEW], [0; Few::FEW], 0);
    for (at, &near) in partners.iter().enumerate() {
        let is_free = |members: &u64| members & near == 0;
        let colour = members.iter().position(is_free).unwrap_or(count);
        of[at] = colour;
        members[colour] |= 1 << at;
        count = count.max(colour + 1);
    }
    (of, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_that_interact_differ_in_colour() {
        let colours = |partners: &[u64]| {
            let (of, count) = greedily(partners);
            (of[..partners.len()].to_vec(), count)
        };
        assert_eq!(colours(&[0b1, 0b10, 0]), (vec![0, 0, 0], 1));
        assert_eq!(colours(&[0b11, 0b111, 0b110]), (vec![0, 1, 0], 2));
        assert_eq!(colours(&[0b111; 3]), (vec![0, 1, 2], 3));
        let (of, count) = greedily(&[u64::MAX; Few::FEW]);
        assert_eq!((of[Few::FEW - 1], count), (Few::FEW - 1, Few::FEW));
    }
}
