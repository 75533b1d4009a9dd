//! Loops over slices that the products of vectors and matrices are made of.
//!
//! They are functions of slices, so that the compiler knows which of them do not overlap.

use crate::rules::StopGradient;
use crate::scalar::{Field, OneRegister, Packing, Scalar, each};

/// How many sums a dot product is made of.
///
/// One addition waits for the one before; several sums do not wait for each other, can stand side by
/// side in a vector register, and round less.
const SUMS: usize = 8;

/// The same of numbers packed side by side, each of which is several sums already.
const SUMS_OF_PACKS: usize = 2;

/// How many numbers are read before one is written, where the compiler need not know that what is read is not written.
const BLOCK: usize = 4;

/// Up to how many numbers that is done. Of more the compiler makes a loop of vectors, and tests whether it may.
const SHORT: usize = 32;

/// Folds `terms` terms into one, in several sums side by side.
#[cfg_attr(optimized, inline(always))]
pub(crate) fn fold<S: Scalar>(
    terms: usize,
    term: impl Fn(usize) -> S + Copy,
    join: impl Fn(S, S) -> S + Copy,
) -> Option<S> {
    if const { S::IS_PACK } {
        fold_by::<S, SUMS_OF_PACKS>(terms, term, join)
    } else {
        fold_by::<S, SUMS>(terms, term, join)
    }
}

/// Folds by `N` sums, a power of 2. Fewer terms than that are folded one after the other.
#[cfg_attr(optimized, inline(always))]
fn fold_by<S: Scalar, const N: usize>(
    terms: usize,
    term: impl Fn(usize) -> S + Copy,
    join: impl Fn(S, S) -> S + Copy,
) -> Option<S> {
    if terms == 0 {
        return None;
    }
    if terms < N {
        return Some((1..terms).fold(
            term(0),
            #[cfg_attr(optimized, inline(always))]
            |sum, at| join(sum, term(at)),
        ));
    }
    let mut sums: [S; N] = each(S::zero(), term);
    let whole = terms - terms % N;
    for start in (N..whole).step_by(N) {
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum = join(*sum, term(start + i));
        }
    }
    for (sum, at) in sums.iter_mut().zip(whole..terms) {
        *sum = join(*sum, term(at));
    }
    let mut width = N;
    while width > 1 {
        width /= 2;
        for i in 0..width {
            sums[i] = join(sums[i], sums[i + width]);
        }
    }
    Some(sums[0])
}

/// The sum of the products of `x` and `y`, element by element.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn dot<S: Scalar>(x: &[S], y: &[S]) -> S {
    let y = &y[..x.len()];
    dot_of(x.len(), |i| x[i], |i| y[i])
}

/// The sum of the products of numbers that are given by their index.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn dot_of<S: Scalar>(
    len: usize,
    x: impl Fn(usize) -> S + Copy,
    y: impl Fn(usize) -> S + Copy,
) -> S {
    if let Some(dot) = S::dot(len, &x, &y) {
        return dot;
    }
    fold(len, |i| x(i) * y(i), |sum, term| sum + term).unwrap_or(S::zero())
}

/// The sum of the elements.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn sum<S: Scalar>(x: &[S]) -> S {
    sum_of(x.len(), |i| x[i])
}

/// The sum of numbers that are given by their index.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn sum_of<S: Scalar>(len: usize, x: impl Fn(usize) -> S + Copy) -> S {
    if const { S::IS_REAL && 1 < S::REGISTER_LANES && S::REGISTER_LANES <= SUMS }
        && 2 * SUMS <= len
        && len.is_multiple_of(SUMS)
    {
        return sum_in_registers(len, x);
    }
    fold(len, x, |sum, term| sum + term).unwrap_or(S::zero())
}

/// As [`fold`] adds so many numbers, with the sums side by side in registers. The compiler might put other numbers side by side
/// than those that lie so in memory.
#[cfg_attr(optimized, inline(always))]
fn sum_in_registers<S: Scalar>(len: usize, x: impl Fn(usize) -> S) -> S {
    let lanes = S::REGISTER_LANES;
    let mut registers = SUMS / lanes;
    let pack = inlined(
        #[cfg_attr(optimized, inline(always))]
        |start: usize| {
            S::pack_register(
                #[cfg_attr(optimized, inline(always))]
                |lane| x(start + lane),
            )
        },
    );
    let mut sums = [S::Register::zero(); SUMS];
    for (i, sum) in sums.iter_mut().enumerate().take(registers) {
        *sum = pack(i * lanes);
        for start in (SUMS..len).step_by(SUMS) {
            *sum = *sum + pack(start + i * lanes);
        }
    }
    while registers > 1 {
        registers /= 2;
        for i in 0..registers {
            sums[i] = sums[i] + sums[i + registers];
        }
    }
    OneRegister::sum_lanes(sums[0])
}

/// A closure, at which its attribute can stand.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn inlined<F>(closure: F) -> F {
    closure
}

/// The greatest element, as a constant; −∞ if there is none, and any of the elements, or NaN, if one is NaN. By one
/// instruction an element, where the maximum of two numbers, which is never NaN for a number and NaN, takes nine.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn greatest<S: Scalar>(x: &[S]) -> S {
    let greatest = fold(
        x.len(),
        |i| x[i].unary(StopGradient),
        |greatest, x| S::select(greatest.less_than(x), x, greatest),
    );
    greatest.unwrap_or(S::constant(f64::NEG_INFINITY))
}

/// Adds `factor` times `x` to `sums`.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn add_scaled<S: Scalar>(sums: &mut [S], factor: S, x: &[S]) {
    let x = &x[..sums.len()];
    add_each(
        sums,
        #[cfg_attr(optimized, inline(always))]
        |at| factor * x[at],
    );
}

/// Adds to each number what is given by its index.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn add_each<S: Scalar>(sums: &mut [S], term: impl Fn(usize) -> S + Copy) {
    write_each(
        sums,
        #[cfg_attr(optimized, inline(always))]
        |at, sum| sum + term(at),
    );
}

/// [`add_each`], by the plainest loop there is: what is compiled often is to be compiled soon.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn add_one_by_one<S: Scalar>(sums: &mut [S], term: impl Fn(usize) -> S + Copy) {
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = *sum + term(at);
    }
}

/// Makes each number what is given by its index and what it was. What is read is not what is written.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn write_each<S: Scalar>(
    numbers: &mut [S],
    new: impl Fn(usize, S) -> S + Copy,
) {
    let len = numbers.len();
    let mut at = 0;
    if !const { S::IS_PACK } && len <= SHORT {
        while at + BLOCK <= len {
            let block: [S; BLOCK] = [
                new(at, numbers[at]),
                new(at + 1, numbers[at + 1]),
                new(at + 2, numbers[at + 2]),
                new(at + 3, numbers[at + 3]),
            ];
            numbers[at] = block[0];
            numbers[at + 1] = block[1];
            numbers[at + 2] = block[2];
            numbers[at + 3] = block[3];
            at += BLOCK;
        }
    }
    while at < len {
        numbers[at] = new(at, numbers[at]);
        at += 1;
    }
}
