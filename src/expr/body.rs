//! A function's body as a value: its `let`s, and what it ends with. It is written once, by
//! [`func!`](crate::func); to evaluate it and to pull it back are interpretations of it.

use super::{
    Bind, Block, Blocks, Cotangent, Cotangents, Definable, Expr, Frame, Inputs, Leaf, Local, R,
    RealCotangents, RealValues, Reals, Results, Scope, ScopeCotangents, ScopeValues, Shape, Slots,
    Tree, Values,
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
    #[inline(always)]
    pub(super) fn new(expression: E, name: &'static str) -> Self {
        Let {
            expression,
            name,
            place: PhantomData,
        }
    }
}

impl<const I: usize, To, Sh, E: Copy> Clone for Let<I, To, Sh, E> {
    #[inline(always)]
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
    type And<Other: Kind> = Other;
}

impl Kind for WithArrays {
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
    /// Whether all are reals.
    type Kind: Kind;
}

impl LetTree for () {
    type Places = ();
    type Kind = AllReal;
}

impl<const I: usize, To, Sh, E> LetTree for Let<I, To, Sh, E>
where
    To: 'static,
    Sh: Shape + KindOf,
    E: Copy + 'static,
{
    type Places = Leaf<Sh>;
    type Kind = Sh::Kind;
}

/// `let`s over the variables of a frame, in order.
pub trait Lets<Fr: Frame>: Copy + 'static {
    /// Evaluates them into their places.
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>);

    /// The same, and what pulls their cotangents back, the last one's first.
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, S>;
}

impl<Fr: Frame> Lets<Fr> for () {
    #[inline(always)]
    fn define<S: Scalar>(self, _: &mut Values<'_, Fr, S>) {}
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        _: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S> {
        |_: &mut Cotangents<'_, Fr, S>| {}
    }
}

impl<const N: usize, const K: usize, const I: usize, To, E> Lets<Reals<N, K>> for Let<I, To, R, E>
where
    To: 'static,
    E: Expr<Reals<N, K>>,
{
    #[inline(always)]
    fn define<S: Scalar>(self, values: &mut Values<'_, Reals<N, K>, S>) {
        let value = self.expression.value(values, 0);
        values.0.locals[I] = match self.name {
            "" => value,
            name => value.known_as(name),
        };
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Reals<N, K>, S>,
    ) -> impl Fn(&mut Cotangents<'_, Reals<N, K>, S>) + Copy + use<N, K, I, To, E, S> {
        let (value, pull) = self.expression.vjp(values, 0);
        values.0.locals[I] = value;
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Reals<N, K>, S>| {
            let reached = cotangents.sums.locals[I];
            reached.pull(cotangents, pull);
        }
    }
}

impl<I, D, L, const N: usize, To, Sh, E> Lets<Scope<I, D, L>> for Let<N, To, Sh, E>
where
    I: Inputs,
    D: Inputs,
    L: Tree,
    To: Copy + 'static,
    Sh: Shape,
    E: Bind<Scope<I, D, L>, Sh>,
    Local<N, To, Sh>: Definable<Scope<I, D, L>, Shape = Sh>,
{
    #[inline(always)]
    fn define<S: Scalar>(self, values: &mut Values<'_, Scope<I, D, L>, S>) {
        let place = Local::<N, To, Sh>::new().0;
        self.expression.define(place, values);
        if !self.name.is_empty() {
            super::shape::known_as::<Sh, S>(place.block_mut(values), self.name);
        }
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Scope<I, D, L>, S>,
    ) -> impl Fn(&mut Cotangents<'_, Scope<I, D, L>, S>) + Copy + use<I, D, L, N, To, Sh, E, S>
    {
        let place = Local::<N, To, Sh>::new().0;
        let pull = self.expression.vjp(place, values);
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Scope<I, D, L>, S>| {
            if let Some(received) = place.slot(cotangents).take() {
                pull(received, cotangents);
            }
        }
    }
}

macro_rules! lets {
    ($($Let:ident)+; $($reversed:ident)+) => {
        impl<$($Let: LetTree),+> LetTree for ($($Let,)+) {
            type Places = ($($Let::Places,)+);
            type Kind = lets!(@kind $($Let)+);
        }

        // In debug builds a node of the tree is a function of its own, so that the stack does not hold the
        // temporaries of all `let`s at once.
        impl<Fr: Frame, $($Let: Lets<Fr>),+> Lets<Fr> for ($($Let,)+) {
            #[cfg_attr(not(debug_assertions), inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
                let ($($Let,)+) = self;
                $($Let.define(values);)+
            }
            #[cfg_attr(not(debug_assertions), inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn vjp<S: Scalar>(
                self,
                values: &mut Values<'_, Fr, S>,
            ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, $($Let),+> {
                let ($($Let,)+) = self;
                $(let $Let = $Let.vjp(values);)+
                #[cfg_attr(not(debug_assertions), inline(always))]
                move |cotangents: &mut Cotangents<'_, Fr, S>| { $($reversed(cotangents);)+ }
            }
        }
    };
    (@kind $Let:ident) => { $Let::Kind };
    (@kind $Let:ident $($rest:ident)+) => {
        <$Let::Kind as Kind>::And<lets!(@kind $($rest)+)>
    };
}

lets!(A; A);
lets!(A B; B A);
lets!(A B C; C B A);
lets!(A B C D; D C B A);
lets!(A B C D E; E D C B A);
lets!(A B C D E F; F E D C B A);
lets!(A B C D E F G; G F E D C B A);
lets!(A B C D E F G H; H G F E D C B A);

/// The body of a function of `T` reals, its data among them.
pub trait RealBody<const T: usize>: Copy + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// The value.
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback to the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<Self, S, T>,
    );
}

/// The body of a function of inputs and data with shapes.
pub trait ShapedBody<I: Inputs, D: Inputs>: Copy + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// The value.
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback, which is given the same inputs and data again.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl Fn(
            <Self::Codomain as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<Self, I, D, S>,
    );

    /// The value, pulled back at once.
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <Self::Codomain as Shape>::Of<Cotangent<S>>,
        slots: Slots<'_, I, S>,
        data_slots: Slots<'_, D, S>,
    ) -> <Self::Codomain as Shape>::Of<S>;
}

/// A body over a frame with shapes.
#[derive(Debug, Clone, Copy)]
pub struct Scoped<L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<I: Inputs, D: Inputs, L: LetTree, Rs> ShapedBody<I, D> for Scoped<L, Rs>
where
    L: Lets<Scope<I, D, L::Places>>,
    Rs: Results<Scope<I, D, L::Places>>,
{
    type Codomain = Rs::Shape;

    #[inline(always)]
    fn evaluate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> <Rs::Shape as Shape>::Of<S> {
        let mut values = ScopeValues::start(inputs, data);
        self.0.define(&mut values);
        self.1.value(&values)
    }

    #[inline(always)]
    fn pullback<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl Fn(
            <Rs::Shape as Shape>::Of<Cotangent<S>>,
            Blocks<'_, I, S>,
            Blocks<'_, D, S>,
            Slots<'_, I, S>,
            Slots<'_, D, S>,
        ) + Copy
        + use<I, D, L, Rs, S>,
    ) {
        let mut values = ScopeValues::start(inputs, data);
        let pull_lets = self.0.vjp(&mut values);
        let (value, pull_results) = self.1.vjp(&values);
        let locals = values.0.locals;
        (
            value,
            #[inline(always)]
            move |seeds,
                  inputs: Blocks<'_, I, S>,
                  data: Blocks<'_, D, S>,
                  mut slots: Slots<'_, I, S>,
                  mut data_slots: Slots<'_, D, S>| {
                let values = ScopeValues::with(inputs, data, locals);
                let mut sums = L::Places::zeros::<S>();
                let mut cotangents =
                    cotangents(&values, &mut slots.0, &mut data_slots.0, &mut sums);
                pull_results(seeds, &mut cotangents);
                pull_lets(&mut cotangents);
                settle(&mut cotangents);
                // What was lent is settled for whom it was lent by.
                drop(cotangents);
                I::settle(&mut slots.0);
                D::settle(&mut data_slots.0);
            },
        )
    }

    #[inline(always)]
    fn accumulate<S: Scalar>(
        self,
        inputs: Blocks<'_, I, S>,
        data: Blocks<'_, D, S>,
        seeds: <Rs::Shape as Shape>::Of<Cotangent<S>>,
        mut slots: Slots<'_, I, S>,
        mut data_slots: Slots<'_, D, S>,
    ) -> <Rs::Shape as Shape>::Of<S> {
        let mut values = ScopeValues::start(inputs, data);
        let pull_lets = self.0.vjp(&mut values);
        let mut sums = L::Places::zeros::<S>();
        let mut cotangents = cotangents(&values, &mut slots.0, &mut data_slots.0, &mut sums);
        let value = self.1.accumulate(&values, seeds, &mut cotangents);
        pull_lets(&mut cotangents);
        settle(&mut cotangents);
        drop(cotangents);
        I::settle(&mut slots.0);
        D::settle(&mut data_slots.0);
        value
    }
}

/// The cotangents of a frame of which nothing has been reached.
#[inline(always)]
fn cotangents<'c, 'i: 'c, 'd: 'c, I: Inputs, D: Inputs, L: Tree, S: Scalar>(
    values: &'c Values<'c, Scope<I, D, L>, S>,
    inputs: &'c mut I::Slots<'i, S>,
    data: &'c mut D::Slots<'d, S>,
    sums: &'c mut L::Values<S>,
) -> Cotangents<'c, Scope<I, D, L>, S> {
    Cotangents::new(ScopeCotangents {
        values,
        inputs: I::lend(inputs),
        data: D::lend(data),
        locals: L::slots(sums),
    })
}

#[inline(always)]
fn settle<I: Inputs, D: Inputs, L: Tree, S: Scalar>(
    cotangents: &mut Cotangents<'_, Scope<I, D, L>, S>,
) {
    I::settle(&mut cotangents.sums.inputs);
    D::settle(&mut cotangents.sums.data);
}

/// The body of a function of reals that works with arrays.
#[derive(Debug, Clone, Copy)]
pub struct RealsScoped<L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<L: LetTree, Rs, const T: usize> RealBody<T> for RealsScoped<L, Rs>
where
    L: Lets<Scope<[R; T], (), L::Places>>,
    Rs: Results<Scope<[R; T], (), L::Places>>,
{
    type Codomain = Rs::Shape;

    #[inline(always)]
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Rs::Shape as Shape>::Of<S> {
        Scoped(self.0, self.1).evaluate(Blocks::<[R; T], S>(inputs), Blocks::<(), S>(()))
    }

    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl FnOnce(<Rs::Shape as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T>,
    ) {
        let inputs = *inputs;
        let body = Scoped(self.0, self.1);
        let (value, pull) = ShapedBody::<[R; T], ()>::pullback(body, Blocks(&inputs), Blocks(()));
        (
            value,
            #[inline(always)]
            move |seeds| {
                let mut sums = [S::zero(); T];
                let mut slots = Slots::<[R; T], S>(sums.each_mut().map(super::Slot::local));
                let lent = Slots(<[R; T] as Inputs>::lend(&mut slots.0));
                pull(seeds, Blocks(&inputs), Blocks(()), lent, Slots(()));
                slots.0.map(
                    #[inline(always)]
                    |mut slot| {
                        slot.take()
                            .map_or(Cotangent::NONE, |received| received.seed(0))
                    },
                )
            },
        )
    }
}

/// The body of a function of reals, with `K` `let`s. Where these are reals, too, its frame is one of reals,
/// which the compiler is done with in half the time.
#[derive(Debug, Clone, Copy)]
pub struct RealsOnly<const K: usize, L, Rs>(
    /// The `let`s.
    pub L,
    /// The results.
    pub Rs,
);

impl<const K: usize, L: LetTree, Rs, const T: usize> RealBody<T> for RealsOnly<K, L, Rs>
where
    L::Kind: RunReals<T, K, L, Rs>,
    Rs: Copy + 'static,
{
    type Codomain = <L::Kind as RunReals<T, K, L, Rs>>::Codomain;

    #[inline(always)]
    fn value<S: Scalar>(self, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S> {
        L::Kind::value(self.0, self.1, inputs)
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<K, L, Rs, S, T>,
    ) {
        L::Kind::vjp(self.0, self.1, inputs)
    }
}

/// How a function of reals is evaluated, by the kind of its `let`s.
pub trait RunReals<const T: usize, const K: usize, L, Rs>: Kind + 'static {
    /// The shape of its result.
    type Codomain: Shape;

    /// The value.
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S>;

    /// The value, and the pullback to the inputs.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<Self, L, Rs, S, T, K>,
    );
}

impl<const T: usize, const K: usize, L, Rs> RunReals<T, K, L, Rs> for AllReal
where
    L: Lets<Reals<T, K>>,
    Rs: Results<Reals<T, K>>,
{
    type Codomain = Rs::Shape;

    #[inline(always)]
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Rs::Shape as Shape>::Of<S> {
        let mut values = Values::<Reals<T, K>, S>(RealValues {
            inputs,
            locals: [S::zero(); K],
        });
        lets.define(&mut values);
        results.value(&values)
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Rs::Shape as Shape>::Of<S>,
        impl FnOnce(<Rs::Shape as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T, K>,
    ) {
        let mut values = Values::<Reals<T, K>, S>(RealValues {
            inputs,
            locals: [S::zero(); K],
        });
        let pull_lets = lets.vjp(&mut values);
        let (value, pull_results) = results.vjp(&values);
        (
            value,
            #[inline(always)]
            move |seeds| {
                let mut cotangents = Cotangents::<Reals<T, K>, S>::new(RealCotangents {
                    inputs: [Cotangent::NONE; T],
                    locals: [Cotangent::NONE; K],
                });
                pull_results(seeds, &mut cotangents);
                pull_lets(&mut cotangents);
                cotangents.sums.inputs
            },
        )
    }
}

impl<const T: usize, const K: usize, L, Rs> RunReals<T, K, L, Rs> for WithArrays
where
    L: Copy + 'static,
    Rs: Copy + 'static,
    RealsScoped<L, Rs>: RealBody<T>,
{
    type Codomain = <RealsScoped<L, Rs> as RealBody<T>>::Codomain;

    #[inline(always)]
    fn value<S: Scalar>(lets: L, results: Rs, inputs: &[S; T]) -> <Self::Codomain as Shape>::Of<S> {
        RealsScoped(lets, results).value(inputs)
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        lets: L,
        results: Rs,
        inputs: &[S; T],
    ) -> (
        <Self::Codomain as Shape>::Of<S>,
        impl FnOnce(<Self::Codomain as Shape>::Of<Cotangent<S>>) -> [Cotangent<S>; T]
        + Copy
        + use<L, Rs, S, T, K>,
    ) {
        RealsScoped(lets, results).vjp(inputs)
    }
}
