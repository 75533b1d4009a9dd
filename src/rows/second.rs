//! The Hessian of a sum over rows, in one pass over them.
//!
//! Each row is swept over numbers that move along the [linear forms](super::forms) through which it reads the inputs. Where these
//! are more than a few, the rows of a leaf are swept over numbers that move along a few inputs at once, as often as it
//! takes. Of many inputs it is all rows that are, since the Hessians of leaves would be too large for the stack. All is
//! done in the lanes and by the tree of any sum, so that the bits are the same for any number of threads.

use super::forms::{self, Forms, OnForms};
use super::{NormalEquations, Over, Penalty, tree};
use crate::drivers::{Differentiable, HasInputs, Of};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::forward::MultiDual;
use crate::scalar::{Plain, Scalar, all_are_finite};
use core::ops::Range;

/// Along how many inputs a sweep moves.
const DIRECTIONS: usize = 4;

/// Up to how many inputs the sums of such a sweep are on the stack.
pub(super) const FEW: usize = 128;

/// A number of such a sweep.
pub(super) type Moving<S> = MultiDual<S, DIRECTIONS>;

/// The value and the gradient, with the numbers of the Hessian, by row and column, handed to `write`; `sweep` gives the
/// value and the gradient of numbers that move.
#[cfg_attr(optimized, inline(always))]
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

/// A value, a gradient and a Hessian, which are summed as normal equations are: the Hessian in the place of JᵀJ, on and right of
/// the diagonal, the gradient in that of Jᵀr.
pub(super) type Second<I, S> = NormalEquations<I, S>;

/// Whether the Hessian of a leaf is summed on the stack, where one sweep does not give the whole of it.
pub(super) const fn is_by_leaves<I: Inputs>() -> bool {
    DIRECTIONS < I::LEN && I::LEN <= forms::MOST_INPUTS
}

/// Whether a function of such inputs may read them through few forms. Of reals alone each is a form of its own.
const fn may_have_few_forms<I: Inputs>() -> bool {
    I::COUNT < I::LEN
}

/// Up to how many inputs numbers along more forms than two are small enough for the stack.
const MOST_INPUTS_OF_FORMS: usize = 40;

/// Whether along more forms than two it is swept more cheaply than along the inputs.
const fn may_have_some_forms<I: Inputs>() -> bool {
    may_have_few_forms::<I>() && 2 * DIRECTIONS < I::LEN && I::LEN <= MOST_INPUTS_OF_FORMS
}

impl<G: Closed<Codomain = R>, T: Plain, P: Penalty<G::Inputs>> Over<'_, G, T, P> {
    /// The value and the gradient, with the numbers of the Hessian on and right of the diagonal, at least, handed to
    /// `write`.
    pub(super) fn second<S: Scalar, const N: usize>(
        self,
        x: Blocks<'_, G::Inputs, S>,
        write: impl FnMut(usize, usize, S),
    ) -> (S, Of<G::Inputs, S>)
    where
        G::Inputs: HasInputs<N>,
    {
        if const { is_by_leaves::<G::Inputs>() } {
            let sum = self.second_of_all(x, self.leaves::<S>());
            return self.finish_second(x, sum, write);
        }
        by_directions::<G::Inputs, S>(
            x,
            |moving| {
                let seed = Cotangent::of(Moving::constant(S::one()));
                Differentiable::<N>::sweep(self, G::Inputs::refs(moving), seed)
            },
            write,
        )
    }

    /// The value, the gradient and the Hessian of some leaves.
    pub(super) fn second_of_all<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        leaves: Range<usize>,
    ) -> Second<G::Inputs, S> {
        let mut sum = Second::zero();
        self.add_leaves(x, leaves, &mut sum);
        sum
    }

    /// Writes the sums of some leaves over zeros. Of those that wait for others to be added there is one at each height of
    /// the tree, however large they are.
    fn add_leaves<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        leaves: Range<usize>,
        sum: &mut Second<G::Inputs, S>,
    ) {
        if leaves.len() <= 1 {
            leaves.for_each(|leaf| self.add_leaf(x, leaf, sum));
            return;
        }
        let (left, right) = tree::halves(leaves);
        let mut of_right = Second::zero();
        self.add_leaves(x, left, sum);
        self.add_leaves(x, right, &mut of_right);
        *sum = sum.add(of_right);
    }

    /// Writes the sums of a leaf over zeros.
    fn add_leaf<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        leaf: usize,
        sum: &mut Second<G::Inputs, S>,
    ) {
        if const { may_have_few_forms::<G::Inputs>() } {
            if self.add_leaf_on_forms::<S, 2>(x, leaf, sum) {
                return;
            }
            *sum = Second::zero();
        }
        if const { may_have_some_forms::<G::Inputs>() } {
            if self.add_leaf_on_forms::<S, DIRECTIONS>(x, leaf, sum) {
                return;
            }
            *sum = Second::zero();
        }
        let seed = Cotangent::of(Moving::constant(S::one()));
        let (value, gradient) = by_directions::<G::Inputs, S>(
            x,
            |moving| self.sum_of(G::Inputs::refs(moving), seed, leaf),
            |row, column, number| {
                let line = G::Inputs::number_mut(&mut sum.jtj, row);
                *G::Inputs::number_mut(line, column) = number;
            },
        );
        (sum.sum_of_squares, sum.jtr) = (value, gradient);
    }

    /// Writes the sums of a leaf over zeros; `false` if a row reads the inputs through more than `MOST` forms.
    #[inline(never)]
    fn add_leaf_on_forms<S: Scalar, const MOST: usize>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        leaf: usize,
        sum: &mut Second<G::Inputs, S>,
    ) -> bool {
        let (in_lanes, mut alone) = self.rows_of::<S>(leaf, const { Self::lanes::<S>() });
        if const { Self::lanes::<S>() } > 1 {
            let forms = Forms::<_, MOST>::new();
            let packs = G::Inputs::from_fn(&mut |at| {
                OnForms::input(G::Inputs::get(x, at).splat(), at, &forms)
            });
            let zero = OnForms::constant(S::zero().splat());
            let mut data = G::Data::from_fn(&mut |_| zero);
            let mut slopes = [zero; forms::MOST_INPUTS];
            let mut lanes = Second::<G::Inputs, S::Pack>::zero();
            for position in in_lanes.clone().step_by(S::LANES) {
                let numbers = self.pack::<S>(position);
                for at in 0..G::Data::LEN {
                    let number = G::Data::number_mut(&mut data, at);
                    number.primal = G::Data::get(G::Data::refs(&numbers), at);
                }
                let (packs, data) = (G::Inputs::refs(&packs), G::Data::refs(&data));
                let slopes = &mut slopes[..G::Inputs::LEN];
                add_row(self.function, packs, data, slopes, &forms, &mut lanes);
                if forms.is_exceeded() {
                    return false;
                }
            }
            *sum = Second::of_lanes(&lanes);
            if !sum.is_finite() {
                *sum = Second::zero();
                alone.start = in_lanes.start;
            }
        } else {
            alone = in_lanes;
        }
        let forms = Forms::<_, MOST>::new();
        let inputs =
            G::Inputs::from_fn(&mut |at| OnForms::input(G::Inputs::get(x, at), at, &forms));
        let mut slopes = [OnForms::constant(S::zero()); forms::MOST_INPUTS];
        let slopes = &mut slopes[..G::Inputs::LEN];
        for position in alone {
            self.source.with_row(self.index(position), |data| {
                let inputs = G::Inputs::refs(&inputs);
                add_row(self.function, inputs, data, slopes, &forms, sum);
            });
            if forms.is_exceeded() {
                return false;
            }
        }
        true
    }

    /// The value, the gradient and the Hessian on and right of the diagonal, from the sums over the rows.
    pub(super) fn finish_second<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        mut sum: Second<G::Inputs, S>,
        mut write: impl FnMut(usize, usize, S),
    ) -> (S, Of<G::Inputs, S>) {
        sum.sum_of_squares = self.scaled(sum.sum_of_squares);
        sum.jtr = G::Inputs::map(G::Inputs::refs(&sum.jtr), |slope| self.scaled(slope));
        let mut each = |row: usize, column: usize, of_penalty: S| {
            let line = G::Inputs::number(G::Inputs::refs(&sum.jtj), row);
            let of_rows = G::Inputs::get(G::Inputs::refs(line), column);
            write(row, column, self.scaled(of_rows) + of_penalty);
        };
        if const { P::IS_NONE } {
            for row in 0..G::Inputs::LEN {
                (row..G::Inputs::LEN).for_each(|column| each(row, column, S::zero()));
            }
            return (sum.sum_of_squares, sum.jtr);
        }
        let of_penalty = |moving: &Of<G::Inputs, Moving<S>>| {
            let mut gradient = G::Inputs::from_fn(&mut |_| Moving::constant(S::zero()));
            let seed = Cotangent::of(Moving::constant(S::one()));
            let slots = G::Inputs::slots(&mut gradient);
            let value = self
                .penalty
                .accumulate(G::Inputs::refs(moving), seed, slots);
            (value, gradient)
        };
        let (value, gradient) =
            by_directions::<G::Inputs, S>(x, of_penalty, |row, column, number| {
                if row <= column {
                    each(row, column, number);
                }
            });
        let (of_rows, gradient) = (G::Inputs::refs(&sum.jtr), G::Inputs::refs(&gradient));
        (
            sum.sum_of_squares + value,
            G::Inputs::zip(of_rows, gradient, |x, y| x + y),
        )
    }
}

/// Adds the value, the gradient and the Hessian of a row, unless it reads the inputs through too many forms; over `slopes` the
/// gradient is written.
#[cfg_attr(optimized, inline(always))]
fn add_row<'f, G: Closed<Codomain = R>, S: Scalar, const MOST: usize>(
    function: G,
    inputs: Blocks<'_, G::Inputs, OnForms<'f, S, MOST>>,
    data: Blocks<'_, G::Data, OnForms<'f, S, MOST>>,
    slopes: &mut [OnForms<'f, S, MOST>],
    forms: &'f Forms<S, MOST>,
    sum: &mut Second<G::Inputs, S>,
) {
    forms.clear();
    let value = function.accumulate(
        inputs,
        data,
        Cotangent::of(OnForms::constant(S::one())),
        G::Inputs::group_slots(slopes),
        G::Data::unwanted(),
    );
    sum.sum_of_squares = sum.sum_of_squares + value.primal;
    for (row, slope) in slopes.iter().enumerate() {
        let of_row = G::Inputs::number_mut(&mut sum.jtr, row);
        *of_row = *of_row + slope.primal;
        let Some(tangents) = slope.tangents() else {
            continue;
        };
        let line = G::Inputs::number_mut(&mut sum.jtj, row);
        for (form, &tangent) in tangents.iter().enumerate().take(forms.count()) {
            // What does not move contributes nothing, even if the derivative is infinite; in lanes the rows are summed again.
            let is_number = S::IS_PACK || all_are_finite(&[tangent]);
            let inputs = forms.inputs(form);
            for column in inputs.start.max(row)..inputs.end {
                let coefficient = forms.coefficient(form, column);
                let number = G::Inputs::number_mut(line, column);
                let term = || tangent * coefficient;
                *number = *number
                    + if is_number {
                        term()
                    } else {
                        S::choose(coefficient.is_constant_zero(), S::zero, term)
                    };
            }
        }
    }
}
