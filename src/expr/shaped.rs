//! The shapes of expressions, worked out when the program is compiled.

use super::{
    Apply, Binary, Call, Closed, Component, Constant, Definition, Expr, Frame, Meet, OfReals,
    OfShapes, R, Select, Shape, Unary, count, for_each_arity,
};
use crate::scalar::{BinaryRule, Rule, UnaryRule};

/// What has a shape over the variables of a frame.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no shape in this function",
    note = "expressions are made of a function's inputs, its `let`s, numbers, and calls to other functions"
)]
pub trait Shaped<Fr: Frame>: Copy + 'static {
    /// Its shape.
    type Shape: Shape;
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
pub trait Elementwise<Fr: Frame>: Expr<Fr> + Shaped<Fr> {}

/// The shape in which several meet.
pub trait MeetAll {
    /// That shape.
    type To: Shape;
}

impl<Fr: Frame> Shaped<Fr> for Constant {
    type Shape = R;
}
impl<Fr: Frame> Elementwise<Fr> for Constant {}

impl<Fr: Frame, Op: UnaryRule, E: Shaped<Fr>> Shaped<Fr> for Unary<Op, E> {
    type Shape = E::Shape;
}
impl<Fr: Frame, Op: UnaryRule, E: Elementwise<Fr>> Elementwise<Fr> for Unary<Op, E> {}

impl<Fr: Frame, Op: BinaryRule, L: Shaped<Fr>, Rt: Shaped<Fr>> Shaped<Fr> for Binary<Op, L, Rt>
where
    L::Shape: Meet<Rt::Shape>,
{
    type Shape = <L::Shape as Meet<Rt::Shape>>::To;
}
impl<Fr: Frame, Op: BinaryRule, L: Elementwise<Fr>, Rt: Elementwise<Fr>> Elementwise<Fr>
    for Binary<Op, L, Rt>
where
    L::Shape: Meet<Rt::Shape>,
{
}

impl<Fr: Frame, C: Shaped<Fr>, A: Shaped<Fr>, B: Shaped<Fr>> Shaped<Fr> for Select<C, A, B>
where
    (C::Shape, A::Shape, B::Shape): MeetAll,
{
    type Shape = <(C::Shape, A::Shape, B::Shape) as MeetAll>::To;
}
impl<Fr, C, A, B> Elementwise<Fr> for Select<C, A, B>
where
    Fr: Frame,
    C: super::Condition<Fr> + Shaped<Fr>,
    A: Elementwise<Fr>,
    B: Elementwise<Fr>,
    (C::Shape, A::Shape, B::Shape): MeetAll,
{
}

/// The shape of a call of a function, by its kind and its codomain.
pub trait CallShape<Fr: Frame, G, A> {
    /// Its shape.
    type Shape: Shape;
}

impl<Fr: Frame, G, A, Sh: Shape> CallShape<Fr, G, A> for (OfShapes, Sh) {
    type Shape = Sh;
}

/// A vector-valued function of reals is called with reals.
impl<Fr: Frame, G, A, const M: usize> CallShape<Fr, G, A> for (OfReals, [R; M]) {
    type Shape = [R; M];
}

impl<Fr: Frame, G: Closed, A: Copy + 'static> Shaped<Fr> for Call<G, A>
where
    (G::Kind, G::Codomain): CallShape<Fr, G, A>,
{
    type Shape = <(G::Kind, G::Codomain) as CallShape<Fr, G, A>>::Shape;
}

impl<A: Shape> MeetAll for (A,) {
    type To = A;
}

/// Operations and calls with any number of operands: the first meets those after it.
macro_rules! shaped {
    ((0 $Only:ident)) => {
        shaped!(@ ($Only));
    };
    ((0 $First:ident) $(($index:literal $Rest:ident))+) => {
        impl<$First: Shape, $($Rest: Shape),+> MeetAll for ($First, $($Rest),+)
        where
            ($($Rest,)+): MeetAll,
            $First: Meet<<($($Rest,)+) as MeetAll>::To>,
        {
            type To = <$First as Meet<<($($Rest,)+) as MeetAll>::To>>::To;
        }

        shaped!(@ ($First $($Rest)+));
    };
    (@ ($($Operand:ident)+)) => {
        impl<Fr, Op, $($Operand: Shaped<Fr>),+> Shaped<Fr> for Apply<Op, ($($Operand,)+)>
        where
            Fr: Frame,
            Op: Copy + 'static,
            ($($Operand::Shape,)+): MeetAll,
        {
            type Shape = <($($Operand::Shape,)+) as MeetAll>::To;
        }
        impl<Fr, Op, $($Operand: Elementwise<Fr>),+> Elementwise<Fr> for Apply<Op, ($($Operand,)+)>
        where
            Fr: Frame,
            Op: Rule<{ count!($($Operand)+) }>,
            ($($Operand::Shape,)+): MeetAll,
        {
        }

        impl<Fr, G, $($Operand: Shaped<Fr>),+> CallShape<Fr, G, ($($Operand,)+)> for (OfReals, R)
        where
            Fr: Frame,
            ($($Operand::Shape,)+): MeetAll,
        {
            type Shape = <($($Operand::Shape,)+) as MeetAll>::To;
        }
        impl<Fr, G, $($Operand: Elementwise<Fr>),+> Elementwise<Fr> for Call<G, ($($Operand,)+)>
        where
            Fr: Frame,
            G: Definition<{ count!($($Operand)+) }, Codomain = R>
                + Closed<Kind = OfReals, Codomain = R>,
            ($($Operand::Shape,)+): MeetAll,
        {
        }

        impl<Fr, G, $($Operand,)+ const I: usize> Shaped<Fr>
            for Component<I, Call<G, ($($Operand,)+)>>
        where
            Fr: Frame,
            Self: Copy + 'static,
            (OfReals, R): CallShape<Fr, G, ($($Operand,)+)>,
        {
            type Shape = <(OfReals, R) as CallShape<Fr, G, ($($Operand,)+)>>::Shape;
        }
        impl<Fr, G, $($Operand: Elementwise<Fr>,)+ const I: usize, const M: usize> Elementwise<Fr>
            for Component<I, Call<G, ($($Operand,)+)>>
        where
            Fr: Frame,
            G: Definition<{ count!($($Operand)+) }, Codomain = [R; M]>,
            ($($Operand::Shape,)+): MeetAll,
        {
        }
    };
}

for_each_arity!(shaped);
