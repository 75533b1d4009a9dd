//! The shapes of expressions, worked out when the program is compiled.

use crate::expr::elementwise::in_lanes::write_in_lanes;
use crate::expr::elementwise::one_by_one::one_by_one;
use crate::expr::{
    Apply, Binary, Broadcast, Call, Closed, Component, Constant, Cotangents, Definition, Expr,
    Frame, InLanes, OfReals, OfShapes, R, Received, Room, Select, Shape, Unary, Values, count,
    for_each_arity, for_each_small_arity,
};
use crate::scalar::{BinaryRule, Packing, Rule, Scalar, UnaryRule};

/// What is computed from whole arrays, and would be computed again for each element of an expression around it: there it
/// is stored.
pub trait OfWholeArrays {}

/// What has a shape: variables carry theirs, and that of an operation follows from its operands'.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no shape in this function",
    note = "expressions are made of a function's inputs, its `let`s, numbers, and calls to other functions"
)]
pub trait Shaped: Copy + 'static {
    /// Its shape.
    type Shape: Shape;

    /// What a `let` of it keeps for the way back besides its value.
    type Kept: Room;
}

/// An expression that costs one element's work to evaluate at one element: what can stand in a loop
/// over the elements of an array.
///
/// A `let` of an array and a reduction are such loops, one for the whole expression, with nothing kept
/// in between. What is computed from a whole array, a reduction or a product of vectors, would be
/// computed anew for each element, and is refused in them: give it a name by a `let`, and use that.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a loop over the elements of an array",
    label = "would be computed anew for each element",
    note = "give what is computed from a whole array a name by a `let`, and use the name",
    note = "arrays that are computed as a whole stand alone in a `let`: `let p: [R; 3] = z.softmax();`"
)]
pub trait Elementwise<Fr: Frame>: Expr<Fr> + Shaped {
    /// What of it is computed of several elements at once.
    const LANES: InLanes = InLanes::NOTHING;

    /// Writes the elements, of which several are computed at once.
    #[cfg_attr(optimized, inline(always))]
    fn write_whole<Whole: Shape, S: Scalar>(self, values: &Values<'_, Fr, S>, elements: &mut [S]) {
        write_in_lanes::<Fr, Self, Whole, S>(self, values, elements);
    }

    /// The elements from number `at` on, side by side.
    #[cfg_attr(optimized, inline(always))]
    fn lanes<Q: Packing<S>, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> Q::Pack {
        Q::pack(
            #[cfg_attr(optimized, inline(always))]
            |lane| self.value(values, at + lane),
        )
    }

    /// The same elements, and their pullback.
    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::type_complexity, reason = "a value and its pullback")]
    fn vjp_lanes<Q: Packing<S>, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        Q::Pack,
        impl FnOnce(Q::Pack, &mut Cotangents<'_, Fr, S>) + Copy,
    ) {
        (
            self.lanes::<Q, S>(values, at),
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                for lane in 0..Q::LANES {
                    self.pull(values, at + lane, Q::lane(cotangent, lane), cotangents);
                }
            },
        )
    }

    /// Pulls back the elements from number `at` on, by their values if these are known.
    #[cfg_attr(optimized, inline(always))]
    fn pull_lanes<Q: Packing<S>, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        _known: Option<Q::Pack>,
        cotangent: Q::Pack,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let (_, pull) = self.vjp_lanes::<Q, S>(values, at);
        pull(cotangent, cotangents);
    }

    /// Pulls back what the elements of an array of the shape `Whole` have received, one at least, by their values if these
    /// are known.
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<Whole: Shape, S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        known: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        one_by_one(self, values, known, received, cotangents);
    }
}

/// The shape to which several broadcast.
pub trait BroadcastAll {
    /// That shape.
    type To: Shape;
}

impl Shaped for Constant {
    type Shape = R;
    type Kept = ();
}
impl<Fr: Frame> Elementwise<Fr> for Constant {
    const LANES: InLanes = InLanes::LEAF;
}

impl<Op: UnaryRule, E: Shaped> Shaped for Unary<Op, E> {
    type Shape = E::Shape;
    type Kept = ();
}

impl<Op: BinaryRule, L: Shaped, Rt: Shaped> Shaped for Binary<Op, L, Rt>
where
    L::Shape: Broadcast<Rt::Shape>,
{
    type Shape = <L::Shape as Broadcast<Rt::Shape>>::To;
    type Kept = ();
}

impl<C: Shaped, A: Shaped, B: Shaped> Shaped for Select<C, A, B>
where
    (C::Shape, A::Shape, B::Shape): BroadcastAll,
{
    type Shape = <(C::Shape, A::Shape, B::Shape) as BroadcastAll>::To;
    type Kept = ();
}
impl<Fr, C, A, B> Elementwise<Fr> for Select<C, A, B>
where
    Fr: Frame,
    C: crate::expr::Condition<Fr> + Shaped,
    A: Elementwise<Fr>,
    B: Elementwise<Fr>,
    (C::Shape, A::Shape, B::Shape): BroadcastAll,
{
}

/// The shape of a call of a function, by its kind and its codomain.
pub trait CallShape<G, A> {
    /// Its shape.
    type Shape: Shape;
}

impl<G, A, Sh: Shape> CallShape<G, A> for (OfShapes, Sh) {
    type Shape = Sh;
}

/// A vector-valued function of reals is called with reals.
impl<G, A, const M: usize> CallShape<G, A> for (OfReals, [R; M]) {
    type Shape = [R; M];
}

impl<G: Closed, A: Copy + 'static> Shaped for Call<G, A>
where
    (G::Kind, G::Codomain): CallShape<G, A>,
{
    type Shape = <(G::Kind, G::Codomain) as CallShape<G, A>>::Shape;
    type Kept = ();
}

impl<A: Shape> BroadcastAll for (A,) {
    type To = A;
}

/// Operations and calls with any number of operands: the first meets those after it.
macro_rules! shaped {
    ((0 $Only:ident)) => {
        shaped!(@ ($Only));
    };
    ((0 $First:ident) $(($index:literal $Rest:ident))+) => {
        impl<$First: Shape, $($Rest: Shape),+> BroadcastAll for ($First, $($Rest),+)
        where
            ($($Rest,)+): BroadcastAll,
            $First: Broadcast<<($($Rest,)+) as BroadcastAll>::To>,
        {
            type To = <$First as Broadcast<<($($Rest,)+) as BroadcastAll>::To>>::To;
        }

        shaped!(@ ($First $($Rest)+));
    };
    (@ ($($Operand:ident)+)) => {
        impl<G, $($Operand: Shaped),+> CallShape<G, ($($Operand,)+)> for (OfReals, R)
        where
            ($($Operand::Shape,)+): BroadcastAll,
        {
            type Shape = <($($Operand::Shape,)+) as BroadcastAll>::To;
        }
        impl<Fr, G, $($Operand: Elementwise<Fr>),+> Elementwise<Fr> for Call<G, ($($Operand,)+)>
        where
            Fr: Frame,
            G: Definition<{ count!($($Operand)+) }, Codomain = R>
                + Closed<Kind = OfReals, Codomain = R>,
            ($($Operand::Shape,)+): BroadcastAll,
        {
        }

        impl<G, $($Operand,)+ const I: usize> Shaped
            for Component<I, Call<G, ($($Operand,)+)>>
        where
            Self: Copy + 'static,
            (OfReals, R): CallShape<G, ($($Operand,)+)>,
        {
            type Shape = <(OfReals, R) as CallShape<G, ($($Operand,)+)>>::Shape;
            type Kept = ();
        }
        impl<Fr, G, $($Operand: Elementwise<Fr>,)+ const I: usize, const M: usize> Elementwise<Fr>
            for Component<I, Call<G, ($($Operand,)+)>>
        where
            Fr: Frame,
            G: Definition<{ count!($($Operand)+) }, Codomain = [R; M]>,
            ($($Operand::Shape,)+): BroadcastAll,
        {
        }
    };
}

for_each_arity!(shaped);

macro_rules! shaped_apply {
    () => {};
    ($(($index:literal $Operand:ident))+) => {
        impl<Op, $($Operand: Shaped),+> Shaped for Apply<Op, ($($Operand,)+)>
        where
            Op: Copy + 'static,
            ($($Operand::Shape,)+): BroadcastAll,
        {
            type Shape = <($($Operand::Shape,)+) as BroadcastAll>::To;
            type Kept = ();
        }
        impl<Fr, Op, $($Operand: Elementwise<Fr>),+> Elementwise<Fr> for Apply<Op, ($($Operand,)+)>
        where
            Fr: Frame,
            Op: Rule<{ count!($($Operand)+) }>,
            ($($Operand::Shape,)+): BroadcastAll,
        {
        }
    };
}

for_each_small_arity!(shaped_apply);
