//! What is kept for the way back besides the values of variables: the steps of loops, the `let`s of blocks.

use crate::expr::Tree;
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// Room for what is kept, over every scalar.
pub trait Room: 'static {
    /// What is kept.
    type Of<S: Scalar>: Copy;

    /// Zeros in the place of it.
    fn zeros<S: Scalar>() -> Self::Of<S>;
}

/// Room for the values of a tree.
#[derive(Debug)]
pub struct InTree<T>(PhantomData<T>);

impl<T: Tree> Room for InTree<T> {
    type Of<S: Scalar> = T::Values<S>;

    #[cfg_attr(optimized, inline(always))]
    fn zeros<S: Scalar>() -> T::Values<S> {
        T::zeros::<S>()
    }
}

macro_rules! rooms {
    ($($Room:ident)*) => {
        #[allow(clippy::unused_unit, reason = "of none")]
        impl<$($Room: Room),*> Room for ($($Room,)*) {
            type Of<S: Scalar> = ($($Room::Of<S>,)*);

            #[cfg_attr(optimized, inline(always))]
            fn zeros<S: Scalar>() -> Self::Of<S> {
                ($($Room::zeros::<S>(),)*)
            }
        }
    };
}

rooms!();
rooms!(A);
rooms!(A B);
rooms!(A B C);
rooms!(A B C D);
rooms!(A B C D E);
rooms!(A B C D E F);
rooms!(A B C D E F G);
rooms!(A B C D E F G H);
