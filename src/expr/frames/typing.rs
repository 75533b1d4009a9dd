//! The frame in which expressions are checked where they are written.

use crate::expr::{
    Block, Captured, Cotangents, Datum, Definable, Frame, Id, InPlace, Input, Local, Shape,
    ShapedFrame, Slot, State, Values,
};
use crate::scalar::Scalar;

/// The frame in which an expression is checked where it is written, before that of its function is known:
/// all variables are in it, and nothing is evaluated.
#[derive(Debug)]
pub struct Typing;

impl Frame for Typing {
    type Storage<'v, S: Scalar + 'v> = ();
    type Sums<'c, S: Scalar + 'c> = ();
}

impl ShapedFrame for Typing {
    fn values<'c, S: Scalar>(_: &Cotangents<'c, Self, S>) -> &'c Values<'c, Self, S> {
        unreachable!("nothing is evaluated")
    }
}

macro_rules! typing {
    ($([$($generics:tt)*] $Variable:ty;)*) => {
        $(
            impl<Sh: Shape, $($generics)*, const N: usize> Block<Typing> for $Variable {
                type Shape = Sh;

                const ID: Id = Id::whole(0);

                fn block<'a, S: Scalar>(self, _: &'a Values<'_, Typing, S>) -> &'a Sh::Of<S> {
                    unreachable!("nothing is evaluated")
                }
                fn slot<'a, 'c, S: Scalar>(
                    self,
                    _: &'a mut Cotangents<'c, Typing, S>,
                ) -> &'a mut Slot<'c, Sh, S> {
                    unreachable!("nothing is evaluated")
                }
            }

        )*
    };
}

typing! {
    [P: Copy + 'static] Input<N, Sh, P>;
    [P: Copy + 'static] Datum<N, Sh, P>;
    [To: Copy + 'static] Local<N, To, Sh>;
    [To: Copy + 'static] State<N, To, Sh>;
    [To: Copy + 'static] Captured<N, To, Sh>;
    [To: Copy + 'static] InPlace<N, To, Sh>;
}

impl<Sh: Shape, To: Copy + 'static, const N: usize> Definable<Typing> for Local<N, To, Sh> {
    fn block_mut<'a, S: Scalar>(self, _: &'a mut Values<'_, Typing, S>) -> &'a mut Sh::Of<S> {
        unreachable!("nothing is evaluated")
    }
}
