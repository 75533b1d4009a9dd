//! Choices between blocks of reals, in a function of reals: their `let`s are evaluated and pulled back as those of the
//! function are, and nothing is stored for the way back.

use crate::expr::{
    Choose, Condition, Cotangent, Cotangents, Frame, Inside, KeptBy, LetTree, Lets, Local, Place,
    R, Reals, Room, Single, Values,
};
use crate::scalar::{Branch, Scalar};

/// Variables of a frame that are reals, in a tree.
pub trait RealVariables<Fr: Frame>: Copy + 'static {
    /// How many there are.
    const COUNT: usize;

    /// Writes their values from the element `first` on.
    fn read<S: Scalar, const N: usize>(
        self,
        values: &Values<'_, Fr, S>,
        first: usize,
        to: &mut [S; N],
    );

    /// Adds to their cotangents, from the element `first` on.
    fn add<S: Scalar, const N: usize>(
        self,
        first: usize,
        received: &[Cotangent<S>; N],
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

/// Several `let`s of reals, in a tree.
pub trait RealTargets<const N: usize, const K: usize>: Copy + 'static {
    /// How many there are.
    const COUNT: usize;

    /// Writes their values.
    fn write<S: Scalar, const G: usize>(
        self,
        given: &[S; G],
        first: usize,
        values: &mut Values<'_, Reals<N, K>, S>,
    );

    /// What has reached them.
    fn received<S: Scalar, const G: usize>(
        self,
        cotangents: &Cotangents<'_, Reals<N, K>, S>,
        first: usize,
        received: &mut [Cotangent<S>; G],
    );
}

impl<Fr: Frame, V: Place<Fr, Shape = R>> RealVariables<Fr> for Single<V> {
    const COUNT: usize = 1;

    #[cfg_attr(optimized, inline(always))]
    fn read<S: Scalar, const N: usize>(
        self,
        values: &Values<'_, Fr, S>,
        first: usize,
        to: &mut [S; N],
    ) {
        to[first] = self.0.get(values, 0);
    }
    #[cfg_attr(optimized, inline(always))]
    fn add<S: Scalar, const N: usize>(
        self,
        first: usize,
        received: &[Cotangent<S>; N],
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        received[first].pull(
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |cotangent, cotangents| self.0.add(cotangents, 0, cotangent),
        );
    }
}

impl<const N: usize, const K: usize, const I: usize, At: Copy + 'static> RealTargets<N, K>
    for Single<Local<I, At, R>>
{
    const COUNT: usize = 1;

    #[cfg_attr(optimized, inline(always))]
    fn write<S: Scalar, const G: usize>(
        self,
        given: &[S; G],
        first: usize,
        values: &mut Values<'_, Reals<N, K>, S>,
    ) {
        values.0.locals[I] = given[first];
    }
    #[cfg_attr(optimized, inline(always))]
    fn received<S: Scalar, const G: usize>(
        self,
        cotangents: &Cotangents<'_, Reals<N, K>, S>,
        first: usize,
        received: &mut [Cotangent<S>; G],
    ) {
        received[first] = cotangents.sums.locals[I];
    }
}

macro_rules! trees {
    ($(($($index:tt $A:ident)*))*) => {
        $(
            #[allow(unused_variables, unused_mut, unused_assignments, reason = "of none")]
            impl<Fr: Frame, $($A: RealVariables<Fr>),*> RealVariables<Fr> for ($($A,)*) {
                const COUNT: usize = 0 $(+ $A::COUNT)*;

                #[cfg_attr(optimized, inline(always))]
                fn read<S: Scalar, const N: usize>(
                    self,
                    values: &Values<'_, Fr, S>,
                    mut first: usize,
                    to: &mut [S; N],
                ) {
                    $(
                        self.$index.read(values, first, to);
                        first += $A::COUNT;
                    )*
                }
                #[cfg_attr(optimized, inline(always))]
                fn add<S: Scalar, const N: usize>(
                    self,
                    mut first: usize,
                    received: &[Cotangent<S>; N],
                    cotangents: &mut Cotangents<'_, Fr, S>,
                ) {
                    $(
                        self.$index.add(first, received, cotangents);
                        first += $A::COUNT;
                    )*
                }
            }

            #[allow(unused_variables, unused_mut, unused_assignments, reason = "of none")]
            impl<const N: usize, const K: usize, $($A: RealTargets<N, K>),*> RealTargets<N, K>
                for ($($A,)*)
            {
                const COUNT: usize = 0 $(+ $A::COUNT)*;

                #[cfg_attr(optimized, inline(always))]
                fn write<S: Scalar, const G: usize>(
                    self,
                    given: &[S; G],
                    mut first: usize,
                    values: &mut Values<'_, Reals<N, K>, S>,
                ) {
                    $(
                        self.$index.write(given, first, values);
                        first += $A::COUNT;
                    )*
                }
                #[cfg_attr(optimized, inline(always))]
                fn received<S: Scalar, const G: usize>(
                    self,
                    cotangents: &Cotangents<'_, Reals<N, K>, S>,
                    mut first: usize,
                    received: &mut [Cotangent<S>; G],
                ) {
                    $(
                        self.$index.received(cotangents, first, received);
                        first += $A::COUNT;
                    )*
                }
            }
        )*
    };
}

trees! {
    ()
    (0 A)
    (0 A 1 B)
    (0 A 1 B 2 C)
    (0 A 1 B 2 C 3 D)
    (0 A 1 B 2 C 3 D 4 E)
    (0 A 1 B 2 C 3 D 4 E 5 F)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G1)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G1 7 H)
}

/// A block that sees `N` reals, has at most `K` `let`s of reals, and gives `G` of them.
pub trait InteriorOfReals<const N: usize, const K: usize, const G: usize>: Copy + 'static {
    /// What it gives.
    fn value<S: Scalar>(self, seen: &[S; N]) -> [S; G];

    /// What it gives, and the pullback to what it sees.
    #[allow(clippy::type_complexity, reason = "a pullback has no name")]
    fn vjp<S: Scalar>(
        self,
        seen: &[S; N],
    ) -> (
        [S; G],
        impl FnOnce([Cotangent<S>; G]) -> [Cotangent<S>; N] + Copy + use<Self, S, N, K, G>,
    );
}

impl<L, Rs, const N: usize, const K: usize, const G: usize> InteriorOfReals<N, K, G>
    for Inside<L, Rs>
where
    L: Lets<Reals<N, K>>,
    Rs: RealVariables<Reals<N, K>>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, seen: &[S; N]) -> [S; G] {
        let mut values = Reals::<N, K>::values(seen);
        self.0.define(&mut values);
        let mut given = [S::zero(); G];
        self.1.read(&values, 0, &mut given);
        given
    }

    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        seen: &[S; N],
    ) -> (
        [S; G],
        impl FnOnce([Cotangent<S>; G]) -> [Cotangent<S>; N] + Copy + use<L, Rs, S, N, K, G>,
    ) {
        let mut values = Reals::<N, K>::values(seen);
        let mut kept = L::Kept::zeros::<S>();
        let pull = self.0.vjp(&mut values, &mut kept);
        let mut given = [S::zero(); G];
        self.1.read(&values, 0, &mut given);
        (
            given,
            #[cfg_attr(optimized, inline(always))]
            move |received| {
                let mut cotangents = Reals::<N, K>::untouched::<S>();
                self.1.add(0, &received, &mut cotangents);
                pull(&kept, &mut cotangents);
                cotangents.sums.inputs
            },
        )
    }
}

impl<
    At,
    C,
    X,
    A,
    B,
    P,
    const T: usize,
    const M: usize,
    const N: usize,
    const K: usize,
    const G: usize,
> Lets<Reals<T, M>> for Choose<At, C, X, A, B, P, N, K, G>
where
    Self: LetTree,
    C: Condition<Reals<T, M>>,
    X: RealVariables<Reals<T, M>>,
    A: InteriorOfReals<N, K, G>,
    B: InteriorOfReals<N, K, G>,
    P: RealTargets<T, M>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Reals<T, M>, S>) {
        let mut seen = [S::zero(); N];
        self.around.read(values, 0, &mut seen);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[cfg_attr(optimized, inline(always))]
            || self.yes.value(&seen),
            #[cfg_attr(optimized, inline(always))]
            || self.no.value(&seen),
        );
        let given = match branch {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => select(mask, &yes, &no),
        };
        self.given.write(&given, 0, values);
    }

    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Reals<T, M>, S>,
        _: &mut KeptBy<Self, S>,
    ) -> impl Fn(&KeptBy<Self, S>, &mut Cotangents<'_, Reals<T, M>, S>)
    + Copy
    + use<At, C, X, A, B, P, T, M, N, K, G, S> {
        let mut seen = [S::zero(); N];
        self.around.read(values, 0, &mut seen);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[cfg_attr(optimized, inline(always))]
            || self.yes.vjp(&seen),
            #[cfg_attr(optimized, inline(always))]
            || self.no.vjp(&seen),
        );
        let (given, pull_yes, pull_no) = match branch {
            Branch::Yes((given, pull)) => (given, Some((None, pull)), None),
            Branch::No((given, pull)) => (given, None, Some((None, pull))),
            Branch::Both(mask, (yes, pull_yes), (no, pull_no)) => (
                select(mask, &yes, &no),
                Some((Some(mask), pull_yes)),
                Some((Some(!mask), pull_no)),
            ),
        };
        self.given.write(&given, 0, values);
        #[cfg_attr(optimized, inline(always))]
        move |_: &KeptBy<Self, S>, cotangents: &mut Cotangents<'_, Reals<T, M>, S>| {
            let mut received = [Cotangent::NONE; G];
            self.given.received(cotangents, 0, &mut received);
            // Each block is pulled back in one place only: a second would double what is compiled with every level.
            if let Some((mask, pull)) = pull_yes {
                let received = pull(within(received, mask));
                self.around.add(0, &received, cotangents);
            }
            if let Some((mask, pull)) = pull_no {
                let received = pull(within(received, mask));
                self.around.add(0, &received, cotangents);
            }
        }
    }

    fn pull<S: Scalar>(self, _: &KeptBy<Self, S>, _: &mut Cotangents<'_, Reals<T, M>, S>) {
        unreachable!("a frame of reals is inside of nothing that keeps what it needs")
    }
}

#[cfg_attr(optimized, inline(always))]
fn select<S: Scalar, const G: usize>(mask: S::Mask, yes: &[S; G], no: &[S; G]) -> [S; G] {
    let mut selected = *yes;
    for (yes, &no) in selected.iter_mut().zip(no) {
        *yes = S::select(mask, *yes, no);
    }
    selected
}

/// What has been received in some of the lanes, if there are several.
#[cfg_attr(optimized, inline(always))]
fn within<S: Scalar, const G: usize>(
    mut received: [Cotangent<S>; G],
    mask: Option<S::Mask>,
) -> [Cotangent<S>; G] {
    if let Some(mask) = mask {
        for cotangent in &mut received {
            *cotangent = cotangent.within(mask);
        }
    }
    received
}
