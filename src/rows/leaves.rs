//! The sums of the rows of a leaf, and of the tree of leaves: on one core.

use super::{Over, tree};
use crate::drivers::{Of, Spare, are_finite};
use crate::expr::{Blocks, Closed, Cotangent, GradientSums, Inputs, R, Rows, Slots};
use crate::scalar::{AllLanes, Field, OneRegister, Packing, Plain, Scalar};
use core::ops::Range;

/// How many rows are summed one after the other, or side by side in lanes.
const CHUNK: usize = 256;

/// How many, where there is one lane: so many stand in a lane where there are eight.
const CHUNK_OF_ONE_LANE: usize = 32;

/// Up to how many inputs a function's are kept in lanes.
const FEW: usize = 512;

/// Up to how many they are kept in all lanes at once. Of more, the inputs and the gradient would fill the first cache: then as
/// many rows are side by side as one register holds.
const FEW_IN_ALL_LANES: usize = 256;

impl<G: Closed, T: Plain, P> Over<'_, G, T, P> {
    /// Whether gradients are small enough to be many on the stack.
    pub(super) const FEW: bool = G::Inputs::LEN <= FEW;

    /// How many rows are side by side.
    pub(crate) const fn lanes<S: Scalar>() -> usize {
        if Self::FEW { S::LANES } else { 1 }
    }

    /// Whether the rows of a sum are side by side in one register.
    const IN_ONE_REGISTER: bool = FEW_IN_ALL_LANES < G::Inputs::LEN;

    /// How many rows of a sum are side by side.
    const fn lanes_of_sum<S: Scalar>() -> usize {
        if Self::FEW && Self::IN_ONE_REGISTER {
            S::REGISTER_LANES
        } else {
            Self::lanes::<S>()
        }
    }

    /// How many rows a leaf has, which divides [`CHUNK`].
    const fn leaf<S: Scalar>() -> usize {
        if Self::FEW && S::LANES == 1 {
            CHUNK_OF_ONE_LANE
        } else {
            CHUNK
        }
    }

    /// How many rows a leaf has.
    #[cfg(feature = "std")]
    pub(super) const fn leaf_len<S: Scalar>(&self) -> usize {
        Self::leaf::<S>()
    }

    pub(super) fn leaves<S: Scalar>(&self) -> Range<usize> {
        0..self.len().div_ceil(const { Self::leaf::<S>() })
    }

    /// Which rows are those of a leaf: those that fill all of so many lanes, and the others.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn rows_of<S: Scalar>(
        &self,
        leaf: usize,
        lanes: usize,
    ) -> (Range<usize>, Range<usize>) {
        let start = leaf * const { Self::leaf::<S>() };
        let end = self.len().min(start + const { Self::leaf::<S>() });
        let whole = end - (end - start) % lanes;
        (start..whole, whole..end)
    }
}

impl<G: Closed<Codomain = R>, T: Plain, P> Over<'_, G, T, P> {
    /// The value of a leaf.
    #[cfg_attr(optimized, inline(always))]
    fn value_of<S: Scalar>(&self, x: Blocks<'_, G::Inputs, S>, leaf: usize) -> S {
        let (in_lanes, alone) = self.rows_of::<S>(leaf, const { Self::lanes_of_sum::<S>() });
        let (mut value, alone) = if const { Self::lanes_of_sum::<S>() } > 1 {
            let value = if const { Self::IN_ONE_REGISTER } {
                self.value_in_lanes::<S, OneRegister>(x, in_lanes)
            } else {
                self.value_in_lanes::<S, AllLanes>(x, in_lanes)
            };
            (value, alone)
        } else {
            (S::zero(), in_lanes)
        };
        let rows = OneByOne {
            over: self,
            rows: alone,
            sum: &mut value,
        };
        self.function.evaluate_rows(x, rows);
        value
    }

    /// The value of rows that fill all lanes.
    #[cfg_attr(optimized, inline(always))]
    fn value_in_lanes<S: Scalar, Q: Packing<S>>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        rows: Range<usize>,
    ) -> S {
        let packs = G::Inputs::map(x, Q::splat);
        let mut lanes = Q::Pack::zero();
        let rows = Packs::<_, _, _, S, Q> {
            over: self,
            rows,
            sum: &mut lanes,
        };
        self.function.evaluate_rows(G::Inputs::refs(&packs), rows);
        Q::sum_lanes(lanes)
    }

    /// The sum of the values of some leaves.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn value_of_all<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        leaves: Range<usize>,
    ) -> S {
        if leaves.is_empty() {
            return S::zero();
        }
        tree::sum(
            leaves,
            |leaf| self.value_of(x, leaf),
            |left, right| left + right,
        )
    }

    /// A row's value, with its gradient added.
    #[cfg(feature = "std")]
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn row<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        position: usize,
        slots: Slots<'_, G::Inputs, S>,
    ) -> S {
        self.source.with_row(
            self.index(position),
            #[cfg_attr(optimized, inline(always))]
            |data| {
                self.function
                    .accumulate(x, data, seed, slots, G::Data::unwanted())
            },
        )
    }

    /// The value and the gradient of a leaf.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn sum_of<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        leaf: usize,
    ) -> (S, Of<G::Inputs, S>) {
        let (in_lanes, mut alone) = self.rows_of::<S>(leaf, const { Self::lanes_of_sum::<S>() });
        let (mut value, mut gradient) = (S::zero(), zero::<G::Inputs, S>());
        if const { Self::lanes_of_sum::<S>() } > 1 {
            let in_packs = if const { Self::IN_ONE_REGISTER } {
                self.sum_in_lanes::<S, OneRegister>(x, seed, in_lanes.clone())
            } else {
                self.sum_in_lanes::<S, AllLanes>(x, seed, in_lanes.clone())
            };
            if are_finite::<G::Inputs, S>(G::Inputs::refs(&in_packs.1)) {
                (value, gradient) = in_packs;
            } else {
                alone.start = in_lanes.start;
            }
        } else {
            alone = in_lanes;
        }
        let rows = OneByOne {
            over: self,
            rows: alone,
            sum: &mut value,
        };
        let sums = Whole::<G::Inputs, S>(&mut gradient);
        self.function.accumulate_rows(x, rows, seed, sums);
        (value, gradient)
    }

    /// The value and the gradient of rows that fill all lanes.
    #[cfg_attr(optimized, inline(always))]
    fn sum_in_lanes<S: Scalar, Q: Packing<S>>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        rows: Range<usize>,
    ) -> (S, Of<G::Inputs, S>) {
        let packs = G::Inputs::map(x, Q::splat);
        let seed = seed.splat::<Q>();
        let mut value = Q::Pack::zero();
        let mut gradient = G::Inputs::from_fn(&mut |_| Q::Pack::zero());
        let rows = Packs::<_, _, _, S, Q> {
            over: self,
            rows,
            sum: &mut value,
        };
        let sums = InMemory::<G::Inputs, Q::Pack>(&mut gradient);
        let x = G::Inputs::refs(&packs);
        self.function.accumulate_rows(x, rows, seed, sums);
        let gradient = G::Inputs::map(G::Inputs::refs(&gradient), Q::sum_lanes);
        (Q::sum_lanes(value), gradient)
    }

    /// The sum of the values and of the gradients of some leaves, each gradient on the stack.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn sum_of_all<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        leaves: Range<usize>,
    ) -> (S, Of<G::Inputs, S>) {
        if leaves.is_empty() {
            return (S::zero(), zero::<G::Inputs, S>());
        }
        tree::sum(
            leaves,
            |leaf| self.sum_of(x, seed, leaf),
            add::<G::Inputs, S>,
        )
    }

    /// The sum of the values of some leaves, with that of the gradients in `gradient`, which is zero before.
    /// `spare` has memory for as many gradients as the tree is high.
    #[cfg(feature = "std")]
    pub(super) fn sum_into<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        leaves: Range<usize>,
        gradient: &mut [S],
        spare: &mut [S],
    ) -> S {
        if leaves.len() <= 1 {
            let mut value = S::zero();
            for leaf in leaves {
                let rows = OneByOne {
                    over: self,
                    rows: self.rows_of::<S>(leaf, 1).0,
                    sum: &mut value,
                };
                self.function
                    .accumulate_rows(x, rows, seed, InSlice(gradient));
            }
            return value;
        }
        let (left, right) = tree::halves(leaves);
        let left = self.sum_into(x, seed, left, gradient, spare);
        let (of_right, spare) = spare.split_at_mut(gradient.len());
        of_right.fill(S::zero());
        let right = self.sum_into(x, seed, right, of_right, spare);
        add_each(gradient, of_right);
        left + right
    }

    /// As [`sum_into`](Over::sum_into), in memory that is made large enough.
    #[cfg(feature = "std")]
    pub(super) fn sum_of_many<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        leaves: Range<usize>,
        gradient: &mut [S],
        spare: &mut Spare<S>,
    ) -> S {
        let waiting = tree::height(leaves.len()) * gradient.len();
        spare.numbers.resize(waiting, S::zero());
        self.sum_into(x, seed, leaves, gradient, &mut spare.numbers)
    }

    /// The sum of the values of all leaves, with that of the gradients in `gradient`.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn sum<S: Scalar>(
        &self,
        x: Blocks<'_, G::Inputs, S>,
        seed: Cotangent<S>,
        gradient: &mut [S],
        spare: &mut Spare<S>,
    ) -> S {
        gradient.fill(S::zero());
        #[cfg(feature = "std")]
        if const { !Self::FEW } {
            return self.sum_of_many(x, seed, self.leaves::<S>(), gradient, spare);
        }
        let _ = spare;
        let (value, sums) = self.sum_of_all(x, seed, self.leaves::<S>());
        add_blocks::<G::Inputs, S>(gradient, G::Inputs::refs(&sums));
        value
    }
}

/// Some of the rows, a pack at a time, and the sum of the function's values.
struct Packs<'a, 'r, G: Closed, T: Plain, P, S: Scalar, Q: Packing<S>> {
    over: &'a Over<'r, G, T, P>,
    rows: Range<usize>,
    sum: &'a mut Q::Pack,
}

impl<G: Closed, T: Plain, P, S: Scalar, Q: Packing<S>> Rows<G::Data, Q::Pack, Q::Pack>
    for Packs<'_, '_, G, T, P, S, Q>
{
    #[cfg_attr(optimized, inline(always))]
    fn each(&mut self, mut row: impl FnMut(Blocks<'_, G::Data, Q::Pack>) -> Q::Pack) {
        for position in self.rows.clone().step_by(Q::LANES) {
            let data = self.over.pack_by::<S, Q>(position);
            *self.sum = *self.sum + row(G::Data::refs(&data));
        }
    }
}

/// Some of the rows, and the sum of the function's values.
struct OneByOne<'a, 'r, G: Closed, T: Plain, P, S> {
    over: &'a Over<'r, G, T, P>,
    rows: Range<usize>,
    sum: &'a mut S,
}

impl<G: Closed, T: Plain, P, S: Scalar> Rows<G::Data, S, S> for OneByOne<'_, '_, G, T, P, S> {
    #[cfg_attr(optimized, inline(always))]
    fn each(&mut self, mut row: impl FnMut(Blocks<'_, G::Data, S>) -> S) {
        for position in self.rows.clone() {
            let value = self.over.source.with_row(
                self.over.index(position),
                #[allow(clippy::redundant_closure, reason = "it is inlined")]
                #[cfg_attr(optimized, inline(always))]
                |data| row(data),
            );
            *self.sum = *self.sum + value;
        }
    }
}

/// A gradient that is added to.
struct Whole<'g, I: Inputs, S: Scalar>(&'g mut Of<I, S>);

impl<I: Inputs, S: Scalar> GradientSums<I, S> for Whole<'_, I, S> {
    #[cfg_attr(optimized, inline(always))]
    fn slots(&mut self) -> Slots<'_, I, S> {
        I::sums(self.0)
    }
}

/// One number after the other.
#[cfg(feature = "std")]
struct InSlice<'g, S>(&'g mut [S]);

#[cfg(feature = "std")]
impl<I: Inputs, S: Scalar> GradientSums<I, S> for InSlice<'_, S> {
    #[cfg_attr(optimized, inline(always))]
    fn slots(&mut self) -> Slots<'_, I, S> {
        I::group_sums(self.0)
    }
}

/// A gradient that stays in memory from one pack to the next, where three of its numbers already fill the registers.
///
/// The sums of a pack of eight are in four registers each, of sixteen, if these are of two numbers. Which ones a
/// compiler leaves in registers then depends on everything around the loop, and where it moves one from memory to
/// memory by a register each pack waits for two stores: a quarter of the time of a small function.
struct InMemory<'g, I: Inputs, S: Scalar>(&'g mut Of<I, S>);

impl<I: Inputs, S: Scalar> GradientSums<I, S> for InMemory<'_, I, S> {
    #[cfg_attr(optimized, inline(always))]
    fn slots(&mut self) -> Slots<'_, I, S> {
        if cfg!(all(target_arch = "x86_64", not(target_feature = "avx"))) {
            core::hint::black_box(&mut *self.0);
        }
        I::sums(self.0)
    }
}

/// A gradient of nothing.
#[cfg_attr(optimized, inline(always))]
fn zero<I: Inputs, S: Scalar>() -> Of<I, S> {
    I::fill(S::zero())
}

/// The sum of two values and of their gradients.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add<I: Inputs, S: Scalar>(
    (value, gradient): (S, Of<I, S>),
    (other, of_other): (S, Of<I, S>),
) -> (S, Of<I, S>) {
    let gradient = I::zip(I::refs(&gradient), I::refs(&of_other), |x, y| x + y);
    (value + other, gradient)
}

/// Adds blocks to the numbers in a slice.
#[cfg_attr(optimized, inline(always))]
pub(super) fn add_blocks<I: Inputs, S: Scalar>(sums: &mut [S], blocks: Blocks<'_, I, S>) {
    let mut next = 0;
    I::visit(blocks, &mut |numbers: &[S]| {
        add_each(&mut sums[next..], numbers);
        next += numbers.len();
    });
}

#[cfg_attr(optimized, inline(always))]
pub(super) fn add_each<S: Scalar>(sums: &mut [S], numbers: &[S]) {
    for (sum, &number) in sums.iter_mut().zip(numbers) {
        *sum = *sum + number;
    }
}
