//! Loops that only add to sums: `for … { s += … }`, where nothing in the loop reads `s`.
//!
//! What reaches such a sum reaches each of its terms. So nothing is kept of the steps: on the way back each is evaluated
//! and pulled back at once. If what reaches the sum is known before the loop, that is the only time it is evaluated.

use crate::expr::bodies::inside::{Sinks, Start, cotangents, values};
use crate::expr::frames::locals::Locals;
use crate::expr::loops::range::Range;
use crate::expr::{
    Cond, Condition, Cotangent, Cotangents, Decides, Expr, Indices, KeptBy, Leaves, Lent, LetTree,
    Lets, Nested, R, Room, Shaped, ShapedFrame, Tree, Values,
};
use crate::scalar::{Branch, Scalar};
use core::marker::PhantomData;

/// What reaches each of the sums `T`.
pub(in crate::expr) type Seeds<T, S> = <T as Tree>::Values<Cotangent<S>>;

/// What is added to the sums `T`, over the variables of a frame.
pub trait Adds<Fr: ShapedFrame, T: Tree>: Copy + 'static {
    /// Adds the values to the sums.
    fn add<S: Scalar>(self, values: &Values<'_, Fr, S>, sums: &mut T::Values<S>);

    /// Adds the values to the sums, and pulls back what reaches these.
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

impl<Fr: ShapedFrame, T: Tree> Adds<Fr, T> for () {
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, _: &Values<'_, Fr, S>, _: &mut T::Values<S>) {}
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        _: &Values<'_, Fr, S>,
        _: &mut T::Values<S>,
        _: &T::Values<Cotangent<S>>,
        _: &mut Cotangents<'_, Fr, S>,
    ) {
    }
}

macro_rules! one_after_the_other {
    ($($Term:ident)+) => {
        impl<Fr: ShapedFrame, T: Tree, $($Term: Adds<Fr, T>),+> Adds<Fr, T> for ($($Term,)+) {
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn add<S: Scalar>(self, values: &Values<'_, Fr, S>, sums: &mut T::Values<S>) {
                let ($($Term,)+) = self;
                $($Term.add(values, sums);)+
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn accumulate<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                sums: &mut T::Values<S>,
                seeds: &T::Values<Cotangent<S>>,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                let ($($Term,)+) = self;
                $($Term.accumulate(values, sums, seeds, cotangents);)+
            }
        }
    };
}

one_after_the_other!(A);
one_after_the_other!(A B);
one_after_the_other!(A B C);
one_after_the_other!(A B C D);
one_after_the_other!(A B C D E);
one_after_the_other!(A B C D E F);
one_after_the_other!(A B C D E F G);
one_after_the_other!(A B C D E F G H);

/// The term `E` of the sum in the place `At`, with a minus if `IS_SUBTRACTED`.
#[derive(Debug, Clone, Copy)]
pub struct Term<At, const IS_SUBTRACTED: bool, E> {
    term: E,
    place: PhantomData<At>,
}

/// A term of a sum: `s += term`, or `s -= term`.
#[cfg_attr(optimized, inline(always))]
pub fn term<At, const IS_SUBTRACTED: bool, E>(term: E) -> Term<At, IS_SUBTRACTED, E> {
    Term {
        term,
        place: PhantomData,
    }
}

impl<At, const IS_SUBTRACTED: bool, E> Term<At, IS_SUBTRACTED, E> {
    #[cfg_attr(optimized, inline(always))]
    fn plus<S: Scalar>(sum: S, value: S) -> S {
        if IS_SUBTRACTED {
            sum - value
        } else {
            sum + value
        }
    }
}

impl<Fr, T, At, const IS_SUBTRACTED: bool, E> Adds<Fr, T> for Term<At, IS_SUBTRACTED, E>
where
    Fr: ShapedFrame,
    T: Leaves<At, Shape = R>,
    At: Copy + 'static,
    E: Expr<Fr>,
{
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, values: &Values<'_, Fr, S>, sums: &mut T::Values<S>) {
        let value = self.term.value(values, 0);
        let sum = T::get_mut::<S>(sums);
        *sum = Self::plus(*sum, value);
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let value = match T::get::<Cotangent<S>>(seeds).get() {
            None => self.term.value(values, 0),
            Some(seed) => {
                let seed = if IS_SUBTRACTED { -seed } else { seed };
                self.term.accumulate(values, 0, seed, cotangents)
            }
        };
        let sum = T::get_mut::<S>(sums);
        *sum = Self::plus(*sum, value);
    }
}

/// A block that adds to sums: its `let`s, and what it adds.
#[derive(Debug, Clone, Copy)]
pub struct Adding<L, A>(
    /// The `let`s.
    pub L,
    /// What it adds.
    pub A,
);

/// A block that sees the variables `C` and adds to the sums `T`.
pub trait AddingBlock<C: Tree, T: Tree>: Copy + 'static {
    /// The memory of its `let`s.
    type Memory<S: Scalar>;

    /// Memory for its `let`s, which serves one step after the other.
    fn memory<S: Scalar>(self) -> Self::Memory<S>;

    /// Adds to the sums.
    fn add<S: Scalar>(self, captured: C::Refs<'_, S>, indices: Indices, sums: &mut T::Values<S>);

    /// Adds to the sums, and pulls back what reaches these.
    fn accumulate<S: Scalar>(
        self,
        memory: &mut Self::Memory<S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        slots: &mut C::Slots<'_, S>,
    );
}

/// The memory of `let`s: their values, what else they keep, and their cotangents.
#[expect(missing_debug_implementations, reason = "it is not seen")]
pub struct Memory<L: LetTree, S: Scalar> {
    locals: <L::Places as Tree>::Values<S>,
    kept: KeptBy<L, S>,
    received: <L::Places as Tree>::Values<S>,
}

impl<C, T, L, A> AddingBlock<C, T> for Adding<L, A>
where
    C: Tree,
    T: Tree,
    L: LetTree + Lets<Nested<(), (), C, <L as LetTree>::Places>>,
    A: Adds<Nested<(), (), C, L::Places>, T>,
{
    type Memory<S: Scalar> = Memory<L, S>;

    #[cfg_attr(optimized, inline(always))]
    fn memory<S: Scalar>(self) -> Memory<L, S> {
        Memory {
            locals: L::Places::zeros::<S>(),
            kept: L::Kept::zeros::<S>(),
            received: L::Places::zeros::<S>(),
        }
    }

    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, captured: C::Refs<'_, S>, indices: Indices, sums: &mut T::Values<S>) {
        let mut locals = L::Places::zeros::<S>();
        let mut values = values(
            Start::around(captured, indices),
            Locals::Forward(&mut locals),
        );
        self.0.define(&mut values);
        self.1.add(&values, sums);
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        memory: &mut Memory<L, S>,
        captured: C::Refs<'_, S>,
        indices: Indices,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        slots: &mut C::Slots<'_, S>,
    ) {
        let Memory {
            locals,
            kept,
            received,
        } = memory;
        let mut values = values(Start::around(captured, indices), Locals::Forward(locals));
        let pull_lets = self.0.vjp(&mut values, kept);
        let sinks = Sinks {
            states: &mut (),
            arrays: &mut (),
            captured: slots,
        };
        let mut cotangents = cotangents(&values, sinks, L::Places::unset_slots(received));
        self.1.accumulate(&values, sums, seeds, &mut cotangents);
        pull_lets(kept, &mut cotangents);
        C::settle::<S>(&mut cotangents.sums.captured);
    }
}

/// A loop that adds to sums: its index is number `DEPTH` of those around, and goes through the range `Rg`; the block `B`
/// sees the variables `X`.
#[derive(Debug, Clone, Copy)]
pub struct AddEach<const DEPTH: usize, Rg, X, B> {
    range: Rg,
    around: X,
    block: B,
}

/// A loop that adds to sums.
#[cfg_attr(optimized, inline(always))]
pub fn add_each<const DEPTH: usize, Rg: Range, X, B>(
    range: Rg,
    around: X,
    block: B,
) -> AddEach<DEPTH, Rg, X, B> {
    AddEach {
        range,
        around,
        block,
    }
}

impl<Fr, T, const DEPTH: usize, Rg, X, B> Adds<Fr, T> for AddEach<DEPTH, Rg, X, B>
where
    Fr: ShapedFrame,
    T: Tree,
    Rg: Range,
    X: Lent<Fr>,
    B: AddingBlock<X::Shapes, T>,
{
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, values: &Values<'_, Fr, S>, sums: &mut T::Values<S>) {
        let captured = self.around.refs(values);
        let mut indices = Fr::indices(values);
        let (first, count) = self.range.bounds(&indices);
        for position in 0..count {
            indices[DEPTH] = first + position;
            self.block.add::<S>(captured, indices, sums);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let captured = self.around.refs(values);
        let mut indices = Fr::indices(values);
        let (first, count) = self.range.bounds(&indices);
        let mut slots = self.around.take(cotangents);
        <X::Shapes as Tree>::reach::<S>(&mut slots);
        let mut memory = self.block.memory::<S>();
        for position in 0..count {
            indices[DEPTH] = first + position;
            self.block
                .accumulate::<S>(&mut memory, captured, indices, sums, seeds, &mut slots);
        }
        self.around.put_back(slots, cotangents);
    }
}

/// The choice, by the condition `C`, between the blocks `Y` and `N` that add to sums and see the variables `X`.
#[derive(Debug, Clone, Copy)]
pub struct AddWhere<C, X, Y, N> {
    condition: C,
    around: X,
    yes: Y,
    no: N,
}

/// A choice between blocks that add to sums.
#[cfg_attr(optimized, inline(always))]
pub fn add_where<C, X, Y, N>(condition: Cond<C>, around: X, yes: Y, no: N) -> AddWhere<C, X, Y, N>
where
    C: Shaped,
    C::Shape: Decides,
{
    AddWhere {
        condition: condition.0,
        around,
        yes,
        no,
    }
}

impl<Fr, T, C, X, Y, N> Adds<Fr, T> for AddWhere<C, X, Y, N>
where
    Fr: ShapedFrame,
    T: Tree,
    C: Condition<Fr>,
    X: Lent<Fr>,
    Y: AddingBlock<X::Shapes, T>,
    N: AddingBlock<X::Shapes, T>,
{
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar>(self, values: &Values<'_, Fr, S>, sums: &mut T::Values<S>) {
        let captured = self.around.refs(values);
        let indices = Fr::indices(values);
        let before = *sums;
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[cfg_attr(optimized, inline(always))]
            || {
                let mut sums = before;
                self.yes.add::<S>(captured, indices, &mut sums);
                sums
            },
            #[cfg_attr(optimized, inline(always))]
            || {
                let mut sums = before;
                self.no.add::<S>(captured, indices, &mut sums);
                sums
            },
        );
        *sums = match branch {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => T::select::<S>(mask, &yes, &no),
        };
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        sums: &mut T::Values<S>,
        seeds: &T::Values<Cotangent<S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let captured = self.around.refs(values);
        let indices = Fr::indices(values);
        let mut slots = self.around.take(cotangents);
        // Each block stands here once: a second time would double what is compiled with every level.
        let condition = self.condition.holds::<S>(values, 0);
        let (in_yes, in_no) = match S::branch(condition, || (), || ()) {
            Branch::Yes(()) => (Some(None), None),
            Branch::No(()) => (None, Some(None)),
            Branch::Both(mask, (), ()) => (Some(Some(mask)), Some(Some(!mask))),
        };
        if let Some(mask) = in_yes {
            accumulate_within(self.yes, mask, (captured, indices), sums, seeds, &mut slots);
        }
        if let Some(mask) = in_no {
            accumulate_within(self.no, mask, (captured, indices), sums, seeds, &mut slots);
        }
        self.around.put_back(slots, cotangents);
    }
}

/// What a block adds to the sums, and pulls back, in the lanes of the mask, or in all.
#[cfg_attr(optimized, inline(always))]
fn accumulate_within<C: Tree, T: Tree, S: Scalar>(
    block: impl AddingBlock<C, T>,
    mask: Option<S::Mask>,
    (captured, indices): (C::Refs<'_, S>, Indices),
    sums: &mut T::Values<S>,
    seeds: &Seeds<T, S>,
    slots: &mut C::Slots<'_, S>,
) {
    let memory = &mut block.memory::<S>();
    let Some(mask) = mask else {
        return block.accumulate::<S>(memory, captured, indices, sums, seeds, slots);
    };
    let mut own = *sums;
    let seeds = T::seeds_within::<S>(seeds, mask);
    block.accumulate::<S>(memory, captured, indices, &mut own, &seeds, slots);
    *sums = T::select::<S>(mask, &own, sums);
}
