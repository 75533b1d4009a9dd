//! Variables as they are passed to a function: read, and added to, where they are stored.

use crate::expr::frames::ids::Id;
use crate::expr::{
    At, Block, Cotangents, InStruct, Inputs, Member, Nested, One, Scope, Shape, ShapedFrame, Slot,
    Structs, Tree, Typing, Values, WholeCaptured, WholeDatum, WholeInput,
};
use crate::scalar::Scalar;

/// A variable that can be passed for an input that consists of `I`: one with its shape, or a struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be passed for an input `{I}`",
    note = "a struct of parameters is passed as it is an input, or a part of one: `f(net)`, `f(net.hidden)`"
)]
pub trait Passed<Fr: ShapedFrame, I: Inputs>: Copy + 'static {
    /// What tells variables apart.
    const ID: Id;

    /// References to its values.
    fn refs<'a, S: Scalar>(self, values: &'a Values<'_, Fr, S>) -> I::Refs<'a, S>;

    /// Takes its slots out of the frame.
    fn take<'c, S: Scalar>(self, cotangents: &mut Cotangents<'c, Fr, S>) -> I::Slots<'c, S>;

    /// Puts them back.
    fn put_back<'c, S: Scalar>(
        self,
        slots: I::Slots<'c, S>,
        cotangents: &mut Cotangents<'c, Fr, S>,
    );
}

impl<Fr: ShapedFrame, Sh: Shape, V: Block<Fr, Shape = Sh>> Passed<Fr, One<Sh>> for V {
    const ID: Id = V::ID;

    #[cfg_attr(optimized, inline(always))]
    fn refs<'a, S: Scalar>(self, values: &'a Values<'_, Fr, S>) -> &'a Sh::Of<S> {
        self.block(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn take<'c, S: Scalar>(self, cotangents: &mut Cotangents<'c, Fr, S>) -> Slot<'c, Sh, S> {
        Slot::of(self, cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn put_back<'c, S: Scalar>(
        self,
        slot: Slot<'c, Sh, S>,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) {
        slot.put_back(self, cotangents);
    }
}

macro_rules! wholes {
    ($($Whole:ident $id:literal $list:ident: $List:ident)*) => {
        $(
            impl<I, D, L, M, W, P, const N: usize> Passed<Scope<I, D, L>, W> for $Whole<N, M, P>
            where
                I: Inputs,
                D: Inputs,
                L: Tree,
                M: Member<List = W>,
                W: Inputs,
                P: Copy + 'static,
                $List: At<N, P, Part = W>,
            {
                const ID: Id = Id::part(6 * N + $id, <$List as At<N, P>>::OFFSET, W::LEN);

                #[cfg_attr(optimized, inline(always))]
                fn refs<'a, S: Scalar>(
                    self,
                    values: &'a Values<'_, Scope<I, D, L>, S>,
                ) -> W::Refs<'a, S> {
                    W::shorten($List::part(&values.0.$list))
                }
                #[cfg_attr(optimized, inline(always))]
                fn take<'c, S: Scalar>(
                    self,
                    cotangents: &mut Cotangents<'c, Scope<I, D, L>, S>,
                ) -> W::Slots<'c, S> {
                    let slots = $List::part_mut(&mut cotangents.sums.$list);
                    core::mem::replace(slots, W::unwanted().0)
                }
                #[cfg_attr(optimized, inline(always))]
                fn put_back<'c, S: Scalar>(
                    self,
                    slots: W::Slots<'c, S>,
                    cotangents: &mut Cotangents<'c, Scope<I, D, L>, S>,
                ) {
                    *$List::part_mut(&mut cotangents.sums.$list) = slots;
                }
            }
        )*
    };
}

wholes! {
    WholeInput 0 inputs: I
    WholeDatum 1 data: D
}

impl<St, Wr, C, L, M, W, P, Q, const N: usize> Passed<Nested<St, Wr, C, L>, W>
    for WholeCaptured<N, M, InStruct<P, Q>>
where
    St: Tree,
    Wr: Tree,
    C: Structs<P, List: At<0, Q, Part = W>>,
    L: Tree,
    M: Member<List = W>,
    W: Inputs,
    P: Copy + 'static,
    Q: Copy + 'static,
{
    // The number of its kind is that of the variables that are captured.
    const ID: Id = Id::part(6 * N + 4, <C::List as At<0, Q>>::OFFSET, W::LEN);

    #[cfg_attr(optimized, inline(always))]
    fn refs<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Nested<St, Wr, C, L>, S>,
    ) -> W::Refs<'a, S> {
        W::shorten(<C::List as At<0, Q>>::part(C::refs_of::<S>(
            &values.0.captured,
        )))
    }
    #[cfg_attr(optimized, inline(always))]
    fn take<'c, S: Scalar>(
        self,
        cotangents: &mut Cotangents<'c, Nested<St, Wr, C, L>, S>,
    ) -> W::Slots<'c, S> {
        let slots = C::slots_of::<S>(&mut cotangents.sums.captured);
        core::mem::replace(<C::List as At<0, Q>>::part_mut(slots), W::unwanted().0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn put_back<'c, S: Scalar>(
        self,
        slots: W::Slots<'c, S>,
        cotangents: &mut Cotangents<'c, Nested<St, Wr, C, L>, S>,
    ) {
        *<C::List as At<0, Q>>::part_mut(C::slots_of::<S>(&mut cotangents.sums.captured)) = slots;
    }
}

macro_rules! wholes_in_typing {
    ($($Whole:ident)*) => {
        $(
        impl<M, W, P, const N: usize> Passed<Typing, W> for $Whole<N, M, P>
        where
            M: Member<List = W>,
            W: Inputs,
            P: Copy + 'static,
        {
            const ID: Id = Id::whole(0);

            fn refs<'a, S: Scalar>(self, _: &'a Values<'_, Typing, S>) -> W::Refs<'a, S> {
                unreachable!("nothing is evaluated")
            }
            fn take<'c, S: Scalar>(
                self,
                _: &mut Cotangents<'c, Typing, S>,
            ) -> W::Slots<'c, S> {
                unreachable!("nothing is evaluated")
            }
            fn put_back<'c, S: Scalar>(
                self,
                _: W::Slots<'c, S>,
                _: &mut Cotangents<'c, Typing, S>,
            ) {
                unreachable!("nothing is evaluated")
            }
        }
        )*
    };
}

wholes_in_typing!(WholeInput WholeDatum WholeCaptured);
