//! What a branch or a loop sees of the frame around it: variables, and structs of parameters as wholes.

use crate::expr::bodies::written::{Flag, flag};
use crate::expr::calls::passed::Passed;
use crate::expr::{
    Captured, Cond, Cotangents, Ex, Group, Ids, Inputs, Lent, Member, OfCaptured, Shaped,
    ShapedFrame, Single, StructLeaf, Values, WholeCaptured, WholeDatum, WholeInput,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// A variable that a branch or a loop sees of the frame around it.
#[diagnostic::on_unimplemented(
    message = "a branch or a loop cannot read this",
    label = "in one of these functions",
    note = "it reads variables and structs of parameters: call the function before the branch or the loop, and give \
            the result a name"
)]
pub trait Seen: Copy {
    /// What is lent of the frame around.
    type Leaf: Group;
    /// What stands for it inside: number `I`, in the place `At`.
    type Inside<const I: usize, P: Copy + 'static>;

    /// What is lent of the frame around.
    fn leaf(self) -> Self::Leaf;

    /// What stands for it inside.
    fn inside<const I: usize, P: Copy + 'static>() -> Self::Inside<I, P>;
}

/// The variable of the frame around, as a leaf of a tree.
#[cfg_attr(optimized, inline(always))]
pub fn seen<T: Seen>(variable: T) -> T::Leaf {
    variable.leaf()
}

/// What stands inside for a variable that is seen.
#[cfg_attr(optimized, inline(always))]
pub fn captured<const I: usize, P: Copy + 'static, T: Seen>(_: T) -> T::Inside<I, P> {
    T::inside()
}

impl<V: Shaped> Seen for Ex<V> {
    type Leaf = Single<V>;
    type Inside<const I: usize, P: Copy + 'static> = Ex<Captured<I, P, V::Shape>>;

    #[cfg_attr(optimized, inline(always))]
    fn leaf(self) -> Single<V> {
        Single(self.0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn inside<const I: usize, P: Copy + 'static>() -> Self::Inside<I, P> {
        Captured::new()
    }
}

impl<V: Shaped> Seen for Cond<Flag<V>> {
    type Leaf = Single<V>;
    type Inside<const I: usize, P: Copy + 'static> = Cond<Flag<Captured<I, P, V::Shape>>>;

    #[cfg_attr(optimized, inline(always))]
    fn leaf(self) -> Single<V> {
        Single(self.0.right())
    }
    #[cfg_attr(optimized, inline(always))]
    fn inside<const I: usize, P: Copy + 'static>() -> Self::Inside<I, P> {
        flag(Captured::new())
    }
}

macro_rules! structs_are_seen {
    ($($Whole:ident)*) => {
        $(impl<M: Member, Q: Copy + 'static, const N: usize> Seen for Ex<$Whole<N, M, Q>> {
            type Leaf = Struct<$Whole<N, M, Q>, M>;
            type Inside<const I: usize, P: Copy + 'static> = M::Variable<OfCaptured<I, P>>;

            #[cfg_attr(optimized, inline(always))]
            fn leaf(self) -> Self::Leaf {
                Struct(self.0, PhantomData)
            }
            #[cfg_attr(optimized, inline(always))]
            fn inside<const I: usize, P: Copy + 'static>() -> Self::Inside<I, P> {
                M::variable::<OfCaptured<I, P>>()
            }
        })*
    };
}

structs_are_seen!(WholeInput WholeDatum WholeCaptured);

/// A struct of the frame around, as a leaf of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Struct<V, M>(V, PhantomData<M>);

impl<V: Copy + 'static, M: Member> Group for Struct<V, M> {
    type Shapes = StructLeaf<M::List>;
}

impl<Fr: ShapedFrame, V: Passed<Fr, M::List>, M: Member> Lent<Fr> for Struct<V, M> {
    const IDS: Ids = Ids::One(V::ID);

    #[cfg_attr(optimized, inline(always))]
    fn refs<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> <M::List as Inputs>::Refs<'a, S> {
        self.0.refs(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn take<'c, S: Scalar>(
        self,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) -> <M::List as Inputs>::Slots<'c, S> {
        self.0.take(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn put_back<'c, S: Scalar>(
        self,
        slots: <M::List as Inputs>::Slots<'c, S>,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) {
        self.0.put_back(slots, cotangents);
    }
}
