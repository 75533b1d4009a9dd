//! Choices between blocks with `let`s of their own, each of which gives one value or several.

use crate::expr::bodies::inside::{Interior, Sinks, Start};
use crate::expr::{
    BroadcastEach, Cond, Condition, Cost, Cotangents, Group, InTree, KeptBy, Kind, Lent, LetTree,
    Lets, R, Shape, Shaped, ShapedFrame, Targets, Together, Tree, Values,
};
use crate::scalar::{Branch, Scalar};
use core::fmt;
use core::marker::PhantomData;

/// The choice between two blocks, and where what they give is stored.
///
/// By the condition `C`, of the frame around, one of the blocks `A` and `B` is run, which see the variables `X`;
/// what it gives are the `let`s `P`. `At` is the place of all. Where all are reals, `N` variables are seen, a block has
/// at most `K` `let`s, and gives `G` values.
pub struct Choose<At, C, X, A, B, P, const N: usize, const K: usize, const G: usize> {
    pub(super) condition: C,
    pub(super) around: X,
    pub(super) yes: A,
    pub(super) no: B,
    pub(super) given: P,
    place: PhantomData<At>,
}

impl<
    At,
    C: Copy,
    X: Copy,
    A: Copy,
    B: Copy,
    P: Copy,
    const N: usize,
    const K: usize,
    const G: usize,
> Clone for Choose<At, C, X, A, B, P, N, K, G>
{
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<
    At,
    C: Copy,
    X: Copy,
    A: Copy,
    B: Copy,
    P: Copy,
    const N: usize,
    const K: usize,
    const G: usize,
> Copy for Choose<At, C, X, A, B, P, N, K, G>
{
}

impl<At, C, X, A, B, P, const N: usize, const K: usize, const G: usize> fmt::Debug
    for Choose<At, C, X, A, B, P, N, K, G>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Choose").finish_non_exhaustive()
    }
}

/// The shape of a condition by which blocks are chosen.
#[diagnostic::on_unimplemented(
    message = "statements are chosen by one condition, and this one has the shape `{Self}`",
    label = "one condition for each element",
    note = "element by element, with an expression in each branch: `y = if x > 0 {{ x * x }} else {{ y }};`"
)]
pub trait Decides: Shape {}

impl Decides for R {}

/// Two blocks to choose between.
///
/// That what they give fits is asked by a method: where it does not there is no choice, and nothing after it is an
/// error, too.
#[derive(Debug, Clone, Copy)]
pub struct Branches<A, B>(
    /// The one that is run if the condition holds.
    pub A,
    /// The other.
    pub B,
);

impl<A: Group, B: Group> Branches<A, B>
where
    A::Shapes: BroadcastEach<B::Shapes>,
{
    /// The choice between them, and the names of what they give.
    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::type_complexity, reason = "a choice and its names")]
    pub fn choose<At, T, C, X, const N: usize, const K: usize, const G: usize>(
        self,
        condition: Cond<C>,
        around: X,
    ) -> (Choose<At, C, X, A, B, T::Variables, N, K, G>, T::Names)
    where
        C: Shaped,
        C::Shape: Decides,
        T: Targets<<A::Shapes as BroadcastEach<B::Shapes>>::To>,
    {
        let choose = Choose {
            condition: condition.0,
            around,
            yes: self.0,
            no: self.1,
            given: T::variables(),
            place: PhantomData,
        };
        (choose, T::names())
    }
}

impl<At, C, X, A, B, P, const N: usize, const K: usize, const G: usize> LetTree
    for Choose<At, C, X, A, B, P, N, K, G>
where
    At: 'static,
    C: Copy + 'static,
    X: Copy + 'static,
    A: Group + LetTree,
    B: Group + LetTree,
    A::Shapes: BroadcastEach<B::Shapes>,
    P: Copy + 'static,
{
    type Places = (<A::Shapes as BroadcastEach<B::Shapes>>::To,);
    type Kept = ((InTree<A::Places>, A::Kept), (InTree<B::Places>, B::Kept));
    type Kind = <A::Kind as Kind>::And<B::Kind>;

    const ARRAYS: usize = A::ARRAYS + B::ARRAYS;
}

impl<Fr, T, At, C, X, A, B, P, const N: usize, const K: usize, const G: usize> Lets<Fr>
    for Choose<At, C, X, A, B, P, N, K, G>
where
    Fr: ShapedFrame,
    T: Tree,
    At: 'static,
    C: Condition<Fr>,
    X: Lent<Fr>,
    A: Group + Interior<(), (), X::Shapes, T>,
    B: Group + Interior<(), (), X::Shapes, T>,
    A::Shapes: BroadcastEach<B::Shapes, To = T>,
    P: Together<Fr, T>,
{
    const COST: Cost = A::COST.and(B::COST);

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[cfg_attr(optimized, inline(always))]
            || self.yes.value(Start::around(captured, indices)),
            #[cfg_attr(optimized, inline(always))]
            || self.no.value(Start::around(captured, indices)),
        );
        let given = match branch {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => T::select::<S>(mask, &yes, &no),
        };
        self.given.define(&given, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, kept: &mut KeptBy<Self, S>) {
        let ((yes_locals, yes_kept), (no_locals, no_kept)) = kept;
        let indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[cfg_attr(optimized, inline(always))]
            || {
                let start = Start::around(captured, indices);
                self.yes.keep(start, yes_locals, yes_kept)
            },
            #[cfg_attr(optimized, inline(always))]
            || {
                let start = Start::around(captured, indices);
                self.no.keep(start, no_locals, no_kept)
            },
        );
        let given = match branch {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => T::select::<S>(mask, &yes, &no),
        };
        self.given.define(&given, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>) {
        let ((yes_locals, yes_kept), (no_locals, no_kept)) = kept;
        let values = Fr::values(cotangents);
        let indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let sums = self.given.take(cotangents);
        let mut slots = self.around.take(cotangents);
        // Each block is pulled back in one place only: a second would double what is compiled with every level.
        let condition = self.condition.holds::<S>(values, 0);
        let (in_yes, in_no) = match S::branch(condition, || (), || ()) {
            Branch::Yes(()) => (Some(None), None),
            Branch::No(()) => (None, Some(None)),
            Branch::Both(mask, (), ()) => (Some(Some(mask)), Some(Some(!mask))),
        };
        if let Some(mask) = in_yes {
            let within = mask.map(|mask| T::within::<S>(&sums, mask));
            let sinks = Sinks {
                states: &mut (),
                arrays: &mut (),
                captured: &mut slots,
            };
            let start = Start::around(captured, indices);
            self.yes.pull(
                start,
                yes_locals,
                yes_kept,
                &mut <A::Places as Tree>::zeros::<S>(),
                T::received(within.as_ref().unwrap_or(&sums)),
                sinks,
            );
        }
        if let Some(mask) = in_no {
            let within = mask.map(|mask| T::within::<S>(&sums, mask));
            let sinks = Sinks {
                states: &mut (),
                arrays: &mut (),
                captured: &mut slots,
            };
            let start = Start::around(captured, indices);
            self.no.pull(
                start,
                no_locals,
                no_kept,
                &mut <B::Places as Tree>::zeros::<S>(),
                T::received(within.as_ref().unwrap_or(&sums)),
                sinks,
            );
        }
        self.around.put_back(slots, cotangents);
    }
}
