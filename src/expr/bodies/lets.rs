//! A function's body as a value: its `let`s, and what it ends with. It is written once, by
//! [`func!`](crate::func); to evaluate it and to pull it back are interpretations of it.

use crate::expr::{
    Bind, Block, Cost, Cotangents, Definable, Expr, Frame, Leaf, Local, R, Reals, Room, Shape,
    Shaped, ShapedFrame, Tree, Values,
};
use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// The `let` number `I`, of shape `Sh`, in the place `To` of the tree of `let`s.
pub struct Let<const I: usize, To, Sh, E> {
    expression: E,
    name: &'static str,
    place: PhantomData<(To, Sh)>,
}

impl<const I: usize, To, Sh, E> Let<I, To, Sh, E> {
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn new(expression: E, name: &'static str) -> Self {
        Let {
            expression,
            name,
            place: PhantomData,
        }
    }
}

impl<const I: usize, To, Sh, E: Copy> Clone for Let<I, To, Sh, E> {
    #[cfg_attr(optimized, inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<const I: usize, To, Sh, E: Copy> Copy for Let<I, To, Sh, E> {}

impl<const I: usize, To, Sh, E> fmt::Debug for Let<I, To, Sh, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Let").field(&self.name).finish()
    }
}

/// Whether all of several `let`s are reals.
pub trait Kind {
    /// Whether there are arrays among them.
    const HAS_ARRAYS: bool;
    /// Whether all of others are, too.
    type And<Other: Kind>: Kind;
}

/// They are.
#[derive(Debug)]
pub struct AllReal;

/// There are arrays among them.
#[derive(Debug)]
pub struct WithArrays;

impl Kind for AllReal {
    const HAS_ARRAYS: bool = false;
    type And<Other: Kind> = Other;
}

impl Kind for WithArrays {
    const HAS_ARRAYS: bool = true;
    type And<Other: Kind> = WithArrays;
}

/// Whether a `let` of a shape is a real.
pub trait KindOf {
    /// That kind.
    type Kind: Kind;
}

impl KindOf for R {
    type Kind = AllReal;
}

impl<A, const N: usize> KindOf for [A; N] {
    type Kind = WithArrays;
}

/// `let`s in their places: one, or a tuple of up to eight such.
pub trait LetTree: Copy + 'static {
    /// The places.
    type Places: Tree;
    /// What is kept for the way back besides their values.
    type Kept: Room;
    /// Whether all are reals.
    type Kind: Kind;

    /// How many are not.
    const ARRAYS: usize = Self::Kind::HAS_ARRAYS as usize;

    /// Whether these are many.
    const ARE_MANY: bool = Self::ARRAYS >= MANY;
}

impl LetTree for () {
    type Places = ();
    type Kept = ();
    type Kind = AllReal;
}

impl<const I: usize, To, Sh, E> LetTree for Let<I, To, Sh, E>
where
    To: 'static,
    Sh: Shape + KindOf,
    E: Shaped,
{
    type Places = Leaf<Sh>;
    type Kept = E::Kept;
    type Kind = Sh::Kind;
}

/// What `let`s keep for the way back besides their values.
pub type KeptBy<L, S> = <<L as LetTree>::Kept as Room>::Of<S>;

/// `let`s over the variables of a frame, in order.
pub trait Lets<Fr: Frame>: LetTree {
    /// What their gradients cost.
    const COST: Cost = Cost::UNKNOWN;

    /// Evaluates them into their places.
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>);

    /// The same, and what pulls their cotangents back, the last one's first, by what is kept.
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
        kept: &mut KeptBy<Self, S>,
    ) -> impl Fn(&KeptBy<Self, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, S> {
        self.keep(values, kept);
        #[cfg_attr(optimized, inline(always))]
        move |kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
            self.pull(kept, cotangents);
        }
    }

    /// Evaluates them into their places, and keeps what else [`pull`](Lets::pull) needs.
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, _kept: &mut KeptBy<Self, S>) {
        self.define(values);
    }

    /// Pulls their cotangents back, the last one's first, by the values in their places and what is kept.
    fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>);
}

impl<Fr: Frame> Lets<Fr> for () {
    const COST: Cost = Cost::NONE;

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, _: &mut Values<'_, Fr, S>) {}
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, (): &(), _: &mut Cotangents<'_, Fr, S>) {}
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        _: &mut Values<'_, Fr, S>,
        (): &mut (),
    ) -> impl Fn(&(), &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S> {
        |(): &(), _: &mut Cotangents<'_, Fr, S>| {}
    }
}

impl<const N: usize, const K: usize, const I: usize, To, E> Lets<Reals<N, K>> for Let<I, To, R, E>
where
    To: 'static,
    E: Expr<Reals<N, K>> + Shaped,
{
    const COST: Cost = E::COST;

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Reals<N, K>, S>) {
        let value = self.expression.value(values, 0);
        values.0.locals[I] = match self.name {
            "" => value,
            name => value.known_as(name),
        };
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Reals<N, K>, S>,
        _: &mut KeptBy<Self, S>,
    ) -> impl Fn(&KeptBy<Self, S>, &mut Cotangents<'_, Reals<N, K>, S>) + Copy + use<N, K, I, To, E, S>
    {
        let (value, pull) = self.expression.vjp(values, 0);
        values.0.locals[I] = value;
        #[cfg_attr(optimized, inline(always))]
        move |_: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Reals<N, K>, S>| {
            let reached = cotangents.sums.locals[I];
            reached.pull(cotangents, pull);
        }
    }
    fn pull<S: Scalar>(self, _: &KeptBy<Self, S>, _: &mut Cotangents<'_, Reals<N, K>, S>) {
        unreachable!("a frame of reals is inside of nothing")
    }
}

impl<Fr, const N: usize, To, Sh, E> Lets<Fr> for Let<N, To, Sh, E>
where
    Fr: ShapedFrame,
    To: Copy + 'static,
    Sh: Shape + KindOf,
    E: Bind<Fr, Sh>,
    Local<N, To, Sh>: Definable<Fr, Shape = Sh>,
{
    const COST: Cost = E::COST;

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let place = Local::<N, To, Sh>::new().0;
        self.expression.define(place, values);
        if !self.name.is_empty() {
            crate::expr::shapes::shape::known_as::<Sh, S>(place.block_mut(values), self.name);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
        _: &mut KeptBy<Self, S>,
    ) -> impl Fn(&KeptBy<Self, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, N, To, Sh, E, S>
    {
        let place = Local::<N, To, Sh>::new().0;
        let pull = self.expression.vjp(place, values);
        #[cfg_attr(optimized, inline(always))]
        move |_: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
            if let Some(received) = Fr::take(place.slot(cotangents)) {
                pull(received, cotangents);
            }
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, kept: &mut KeptBy<Self, S>) {
        let place = Local::<N, To, Sh>::new().0;
        self.expression.keep(place, values, kept);
        if !self.name.is_empty() {
            crate::expr::shapes::shape::known_as::<Sh, S>(place.block_mut(values), self.name);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>) {
        let place = Local::<N, To, Sh>::new().0;
        if let Some(received) = Fr::take(place.slot(cotangents)) {
            self.expression.pull(place, kept, received, cotangents);
        }
    }
}

/// How many arrays, of the `let`s of a node of their tree, are compiled as a function of their own: the time that it takes to
/// compile one function of them grows with the square of their number.
const MANY: usize = 4;

/// Calls a function that is not inlined.
#[inline(never)]
fn out_of_line<T>(call: impl FnOnce() -> T) -> T {
    call()
}

/// Asks something of a branch, out of line where its `let`s are many.
macro_rules! call {
    ($L:ident: $call:expr) => {
        if $L::ARE_MANY {
            out_of_line(
                #[cfg_attr(optimized, inline(always))]
                || $call,
            )
        } else {
            $call
        }
    };
}

macro_rules! lets {
    ($(($index:tt $Let:ident))+; $(($back:tt $reversed:ident))+) => {
        impl<$($Let: LetTree),+> LetTree for ($($Let,)+) {
            type Places = ($($Let::Places,)+);
            type Kept = ($($Let::Kept,)+);
            type Kind = lets!(@kind $($Let)+);
            const ARRAYS: usize = 0 $(+ $Let::ARRAYS)+;
        }

        // A node of the tree is a function of its own: without optimisation, so that the stack does not hold the temporaries
        // of all `let`s at once, else where it has many arrays.
        impl<Fr: Frame, $($Let: LetTree + Lets<Fr>),+> Lets<Fr> for ($($Let,)+) {
            const COST: Cost = Cost::NONE $(.and($Let::COST))+;

            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
                let ($($Let,)+) = self;
                $(call!($Let: $Let.define(values));)+
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &mut Values<'_, Fr, S>,
                kept: &mut KeptBy<Self, S>,
            ) -> impl Fn(&KeptBy<Self, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, $($Let),+>
            {
                let ($($Let,)+) = self;
                $(let $Let = call!($Let: $Let.vjp(values, &mut kept.$index));)+
                #[cfg_attr(optimized, inline(always))]
                move |kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
                    $(call!($reversed: $reversed(&kept.$back, cotangents));)+
                }
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn keep<S: Scalar>(self, values: &mut Values<'_, Fr, S>, kept: &mut KeptBy<Self, S>) {
                let ($($Let,)+) = self;
                $(call!($Let: $Let.keep(values, &mut kept.$index));)+
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn pull<S: Scalar>(self, kept: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Fr, S>) {
                let ($($Let,)+) = self;
                $(call!($reversed: $reversed.pull(&kept.$back, cotangents));)+
            }
        }
    };
    (@kind $Let:ident) => { $Let::Kind };
    (@kind $Let:ident $($rest:ident)+) => {
        <$Let::Kind as Kind>::And<lets!(@kind $($rest)+)>
    };
}

lets!((0 A); (0 A));
lets!((0 A) (1 B); (1 B) (0 A));
lets!((0 A) (1 B) (2 C); (2 C) (1 B) (0 A));
lets!((0 A) (1 B) (2 C) (3 D); (3 D) (2 C) (1 B) (0 A));
lets!((0 A) (1 B) (2 C) (3 D) (4 E); (4 E) (3 D) (2 C) (1 B) (0 A));
lets!((0 A) (1 B) (2 C) (3 D) (4 E) (5 F); (5 F) (4 E) (3 D) (2 C) (1 B) (0 A));
lets!((0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G); (6 G) (5 F) (4 E) (3 D) (2 C) (1 B) (0 A));
lets!((0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H); (7 H) (6 G) (5 F) (4 E) (3 D) (2 C) (1 B) (0 A));
