//! Variables in trees, as many as there are: what a branch or a loop sees, takes on, and gives.

use crate::expr::bodies::written::{Flag, flag};
use crate::expr::frames::kept::Kept;
use crate::expr::{
    Block, Broadcast, Cond, Cotangents, Definable, Ex, Ids, Leaf, Local, R, Shape, Shaped,
    ShapedFrame, Slot, Tree, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// Variables in a tree.
pub trait Group: Copy + 'static {
    /// Their shapes.
    type Shapes: Tree;
}

/// Variables of a frame that are read, and added to, where they lie.
pub trait Lent<Fr: ShapedFrame>: Group {
    /// What tells them apart.
    const IDS: Ids;

    /// References to their values.
    fn refs<'a, S: Scalar>(
        self,
        values: &'a Values<'_, Fr, S>,
    ) -> <Self::Shapes as Tree>::Refs<'a, S>;

    /// Takes their slots out of the frame.
    fn take<'c, S: Scalar>(
        self,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) -> <Self::Shapes as Tree>::Slots<'c, S>;

    /// Puts them back.
    fn put_back<'c, S: Scalar>(
        self,
        slots: <Self::Shapes as Tree>::Slots<'c, S>,
        cotangents: &mut Cotangents<'c, Fr, S>,
    );
}

/// Variables of a frame whose values are taken on in places of the shapes `T`.
pub trait Given<Fr: ShapedFrame, T: Tree>: Copy + 'static {
    /// Their values.
    fn values<S: Scalar>(self, values: &Values<'_, Fr, S>) -> T::Values<S>;

    /// Adds what the places have received to their cotangents.
    fn pull<S: Scalar>(self, received: T::Received<'_, S>, cotangents: &mut Cotangents<'_, Fr, S>);
}

/// `let`s of a frame that are defined together, in places of the shapes `T`.
pub trait Together<Fr: ShapedFrame, T: Tree>: Copy + 'static {
    /// Writes their values.
    fn define<S: Scalar>(self, given: &T::Values<S>, values: &mut Values<'_, Fr, S>);

    /// Takes what they have received out of the frame.
    fn take<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> T::Sums<S>;
}

/// The numbers and places of `let`s of the shapes `T`.
pub trait Targets<T: Tree> {
    /// The `let`s.
    type Variables: Copy + 'static;
    /// The `let`s as expressions.
    type Names;

    /// The `let`s.
    fn variables() -> Self::Variables;

    /// The `let`s as expressions.
    fn names() -> Self::Names;
}

/// The number and the place of a `let`.
#[derive(Debug, Clone, Copy)]
pub struct Target<const I: usize, At>(PhantomData<At>);

/// The shapes to which those of two trees broadcast, one by one.
#[diagnostic::on_unimplemented(
    message = "the branches of an `if` give values of shapes that do not fit",
    note = "the shapes must be the same, or one of them `R`"
)]
pub trait BroadcastEach<Other: Tree>: Tree {
    /// Those shapes.
    type To: Tree;
}

impl<V: Shaped> Group for Single<V> {
    type Shapes = Leaf<V::Shape>;
}

/// A variable as a leaf of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Single<V>(
    /// The variable.
    pub V,
);

impl<Fr: ShapedFrame, V: Block<Fr, Shape = Sh> + Shaped<Shape = Sh>, Sh: Shape> Lent<Fr>
    for Single<V>
{
    const IDS: Ids = Ids::One(V::ID);

    #[cfg_attr(optimized, inline(always))]
    fn refs<'a, S: Scalar>(self, values: &'a Values<'_, Fr, S>) -> &'a Sh::Of<S> {
        self.0.block(values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn take<'c, S: Scalar>(self, cotangents: &mut Cotangents<'c, Fr, S>) -> Slot<'c, Sh, S> {
        Slot::of(self.0, cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn put_back<'c, S: Scalar>(
        self,
        slot: Slot<'c, Sh, S>,
        cotangents: &mut Cotangents<'c, Fr, S>,
    ) {
        slot.put_back(self.0, cotangents);
    }
}

impl<Fr: ShapedFrame, V: Block<Fr>, Sh: Shape> Given<Fr, Leaf<Sh>> for Single<V>
where
    <V as Block<Fr>>::Shape: Broadcast<Sh, To = Sh>,
{
    #[cfg_attr(optimized, inline(always))]
    fn values<S: Scalar>(self, values: &Values<'_, Fr, S>) -> Sh::Of<S> {
        let elements = <V as Block<Fr>>::Shape::flat(self.0.block(values));
        let is_broadcast = const { <V as Block<Fr>>::Shape::LEN == 1 };
        Sh::from_fn(&mut |at| elements[if is_broadcast { 0 } else { at }])
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        received: Option<crate::expr::Received<'_, S>>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        use crate::expr::Place;

        let Some(received) = received else { return };
        if const { Sh::LEN == 1 } {
            received.pull(
                0,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.0.add(cotangents, 0, cotangent),
            );
        } else {
            let (elements, coverage) = (received.elements(), received.coverage());
            self.0.add_each(
                cotangents,
                Sh::LEN,
                coverage,
                #[cfg_attr(optimized, inline(always))]
                |at| elements[at],
            );
        }
    }
}

impl<Fr: ShapedFrame, V: Definable<Fr, Shape = Sh>, Sh: Shape> Together<Fr, Leaf<Sh>>
    for Single<V>
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, given: &Sh::Of<S>, values: &mut Values<'_, Fr, S>) {
        *self.0.block_mut(values) = *given;
    }
    #[cfg_attr(optimized, inline(always))]
    fn take<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> Kept<Sh, S> {
        Kept::of(self.0.slot(cotangents))
    }
}

impl<const I: usize, At: Copy + 'static, Sh: Shape> Targets<Leaf<Sh>> for Target<I, At> {
    type Variables = Single<Local<I, At, Sh>>;
    type Names = Ex<Local<I, At, Sh>>;

    #[cfg_attr(optimized, inline(always))]
    fn variables() -> Self::Variables {
        Single(Local::new().0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn names() -> Self::Names {
        Local::new()
    }
}

impl<A: Broadcast<B>, B: Shape> BroadcastEach<Leaf<B>> for Leaf<A> {
    type To = Leaf<A::To>;
}

macro_rules! groups {
    ($($index:tt $A:ident $B:ident)*) => {
        impl<$($A: Group),*> Group for ($($A,)*) {
            type Shapes = ($($A::Shapes,)*);
        }

        #[allow(unused_variables, reason = "of none")]
        #[allow(clippy::unused_unit, reason = "of none")]
        impl<Fr: ShapedFrame, $($A: Lent<Fr>),*> Lent<Fr> for ($($A,)*) {
            const IDS: Ids = Ids::Each(&[$($A::IDS),*]);

            #[cfg_attr(optimized, inline(always))]
            fn refs<'a, S: Scalar>(
                self,
                values: &'a Values<'_, Fr, S>,
            ) -> <Self::Shapes as Tree>::Refs<'a, S> {
                ($(self.$index.refs(values),)*)
            }
            #[cfg_attr(optimized, inline(always))]
            fn take<'c, S: Scalar>(
                self,
                cotangents: &mut Cotangents<'c, Fr, S>,
            ) -> <Self::Shapes as Tree>::Slots<'c, S> {
                // Of what is taken twice the second slot would be none, and a derivative lost.
                const {
                    assert!(
                        <Self as Lent<Fr>>::IDS.are_distinct(),
                        "a loop or an `if` reads one field by two indices that are written differently: write them alike"
                    )
                }
                ($(self.$index.take(cotangents),)*)
            }
            #[cfg_attr(optimized, inline(always))]
            fn put_back<'c, S: Scalar>(
                self,
                slots: <Self::Shapes as Tree>::Slots<'c, S>,
                cotangents: &mut Cotangents<'c, Fr, S>,
            ) {
                $(self.$index.put_back(slots.$index, cotangents);)*
            }
        }

        #[allow(unused_variables, reason = "of none")]
        #[allow(clippy::unused_unit, reason = "of none")]
        impl<Fr: ShapedFrame, $($A: Given<Fr, $B>, $B: Tree),*> Given<Fr, ($($B,)*)> for ($($A,)*) {
            #[cfg_attr(optimized, inline(always))]
            fn values<S: Scalar>(self, values: &Values<'_, Fr, S>) -> ($($B::Values<S>,)*) {
                ($(self.$index.values(values),)*)
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                self,
                received: ($($B::Received<'_, S>,)*),
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                $(self.$index.pull(received.$index, cotangents);)*
            }
        }

        #[allow(unused_variables, reason = "of none")]
        #[allow(clippy::unused_unit, reason = "of none")]
        impl<Fr: ShapedFrame, $($A: Together<Fr, $B>, $B: Tree),*> Together<Fr, ($($B,)*)>
            for ($($A,)*)
        {
            #[cfg_attr(optimized, inline(always))]
            fn define<S: Scalar>(
                self,
                given: &($($B::Values<S>,)*),
                values: &mut Values<'_, Fr, S>,
            ) {
                $(self.$index.define(&given.$index, values);)*
            }
            #[cfg_attr(optimized, inline(always))]
            fn take<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> ($($B::Sums<S>,)*) {
                ($(self.$index.take(cotangents),)*)
            }
        }

        #[allow(clippy::unused_unit, reason = "of none")]
        impl<$($A: Targets<$B>, $B: Tree),*> Targets<($($B,)*)> for ($($A,)*) {
            type Variables = ($($A::Variables,)*);
            type Names = ($($A::Names,)*);

            #[cfg_attr(optimized, inline(always))]
            fn variables() -> Self::Variables {
                ($($A::variables(),)*)
            }
            #[cfg_attr(optimized, inline(always))]
            fn names() -> Self::Names {
                ($($A::names(),)*)
            }
        }

        impl<$($A: BroadcastEach<$B>, $B: Tree),*> BroadcastEach<($($B,)*)> for ($($A,)*) {
            type To = ($($A::To,)*);
        }
    };
}

groups!();
groups!(0 A A1);
groups!(0 A A1 1 B B1);
groups!(0 A A1 1 B B1 2 C C1);
groups!(0 A A1 1 B B1 2 C C1 3 D D1);
groups!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1);
groups!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1);
groups!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1 6 G G1);
groups!(0 A A1 1 B B1 2 C C1 3 D D1 4 E E1 5 F F1 6 G G1 7 H H1);

/// A variable that a branch or a loop sees of the frame around it.
pub trait Around: Copy {
    /// The variable in the frame around.
    type Variable: Shaped;
    /// Another variable in its role.
    type As<V: Shaped>;

    /// The variable in the frame around.
    fn variable(self) -> Self::Variable;

    /// Another variable in its role.
    fn replaced<V: Shaped>(variable: Ex<V>) -> Self::As<V>;
}

impl<V: Shaped> Around for Ex<V> {
    type Variable = V;
    type As<W: Shaped> = Ex<W>;

    #[cfg_attr(optimized, inline(always))]
    fn variable(self) -> V {
        self.0
    }
    #[cfg_attr(optimized, inline(always))]
    fn replaced<W: Shaped>(variable: Ex<W>) -> Ex<W> {
        variable
    }
}

impl<V: Shaped> Around for Cond<Flag<V>> {
    type Variable = V;
    type As<W: Shaped> = Cond<Flag<W>>;

    #[cfg_attr(optimized, inline(always))]
    fn variable(self) -> V {
        self.0.right()
    }
    #[cfg_attr(optimized, inline(always))]
    fn replaced<W: Shaped>(variable: Ex<W>) -> Cond<Flag<W>> {
        flag(variable)
    }
}

/// The variable of the frame around, as a leaf of a tree.
#[cfg_attr(optimized, inline(always))]
pub fn one<T: Around>(variable: T) -> Single<T::Variable> {
    Single(variable.variable())
}

/// That a state of the shape `Before` can become one of this shape.
#[diagnostic::on_unimplemented(
    message = "a variable of shape `{Before}` that a loop assigns to becomes one of shape `{Self}`",
    label = "in this loop",
    note = "its shape stays the same from step to step: declare it so, as by `let mut h = [0; 3];`"
)]
pub trait KeepsTheShape<Before: Shape>: Shape {
    /// The variable `V` of it.
    type As<V>;
}

impl<Sh: Shape> KeepsTheShape<Sh> for Sh {
    type As<V> = Single<V>;
}

#[diagnostic::do_not_recommend]
impl<A: Shape, const N: usize> KeepsTheShape<[A; N]> for R {
    type As<V> = Single<V>;
}

/// A state before a step, and what it has become at the end of it.
#[derive(Debug, Clone, Copy)]
pub struct StateOfStep<B, T>(
    /// Before the step.
    pub B,
    /// After it.
    pub T,
);

impl<B: Around, T: Around> StateOfStep<B, T> {
    /// What the state has become, as a leaf of a tree.
    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::type_complexity, reason = "a leaf, if the shapes are the same")]
    pub fn next(
        self,
    ) -> <<T::Variable as Shaped>::Shape as KeepsTheShape<<B::Variable as Shaped>::Shape>>::As<
        T::Variable,
    >
    where
        <T::Variable as Shaped>::Shape:
            KeepsTheShape<<B::Variable as Shaped>::Shape, As<T::Variable> = Single<T::Variable>>,
    {
        Single(self.1.variable())
    }
}

/// Another variable in the role of one.
#[cfg_attr(optimized, inline(always))]
pub fn like<T: Around, V: Shaped>(_: T, variable: Ex<V>) -> T::As<V> {
    T::replaced(variable)
}

macro_rules! stand_ins {
    ($($(#[$doc:meta])* $name:ident $Variable:ident)*) => {
        $($(#[$doc])*
        #[cfg_attr(optimized, inline(always))]
        pub fn $name<const I: usize, At: Copy + 'static, T: Around>(
            _: T,
        ) -> T::As<crate::expr::$Variable<I, At, <T::Variable as Shaped>::Shape>> {
            T::replaced(crate::expr::$Variable::new())
        })*
    };
}

stand_ins! {
    /// What stands inside for a variable that is taken on from step to step.
    state State
    /// What stands inside for an array that is changed where it lies.
    in_place InPlace
}
