//! Choices between blocks with `let`s of their own, each of which gives one value or several.

use crate::expr::bodies::inside::Interior;
use crate::expr::{
    Cond, Condition, Cotangents, Fits, Group, Inside, Lent, LetTree, Lets, MeetEach, R, Shaped,
    ShapedFrame, Targets, Together, Tree, Values, WithArrays,
};
use crate::scalar::{Branch, Scalar};

/// The choice between two blocks, and where what they give is stored.
///
/// By the condition `C`, of the frame around, one of the blocks `A` and `B` is run, which see the variables `X`;
/// what it gives are the `let`s `P`.
#[derive(Debug, Clone, Copy)]
pub struct Choose<C, X, A, B, P> {
    condition: C,
    around: X,
    yes: A,
    no: B,
    given: P,
}

/// The choice between two blocks, and the names of what they give.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "a choice and its names")]
pub fn choose<T, C, X, A, B>(
    condition: Cond<C>,
    around: X,
    yes: A,
    no: B,
) -> (Choose<C, X, A, B, T::Variables>, T::Names)
where
    C: Shaped,
    C::Shape: Fits<R>,
    A: Group,
    B: Group,
    A::Shapes: MeetEach<B::Shapes>,
    T: Targets<<A::Shapes as MeetEach<B::Shapes>>::To>,
{
    let choose = Choose {
        condition: condition.0,
        around,
        yes,
        no,
        given: T::variables(),
    };
    (choose, T::names())
}

impl<L: Copy + 'static, Rs: Group> Group for Inside<L, Rs> {
    type Shapes = Rs::Shapes;
}

impl<C, X, A, B, P> LetTree for Choose<C, X, A, B, P>
where
    C: Copy + 'static,
    X: Copy + 'static,
    A: Group,
    B: Group,
    A::Shapes: MeetEach<B::Shapes>,
    P: Copy + 'static,
{
    type Places = <A::Shapes as MeetEach<B::Shapes>>::To;
    type Kind = WithArrays;
}

impl<Fr, T, C, X, A, B, P> Lets<Fr> for Choose<C, X, A, B, P>
where
    Fr: ShapedFrame,
    T: Tree,
    C: Condition<Fr>,
    X: Lent<Fr>,
    A: Group + Interior<(), (), X::Shapes, T>,
    B: Group + Interior<(), (), X::Shapes, T>,
    A::Shapes: MeetEach<B::Shapes, To = T>,
    P: Together<Fr, T>,
{
    #[inline(always)]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[inline(always)]
            || self.yes.value((), &mut (), captured, indices),
            #[inline(always)]
            || self.no.value((), &mut (), captured, indices),
        );
        let given = match branch {
            Branch::Yes(yes) => yes,
            Branch::No(no) => no,
            Branch::Both(mask, yes, no) => T::select::<S>(mask, &yes, &no),
        };
        self.given.define(&given, values);
    }

    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, T, C, X, A, B, P, S> {
        let indices = Fr::indices(values);
        let captured = self.around.refs(values);
        let branch = S::branch(
            self.condition.holds::<S>(values, 0),
            #[inline(always)]
            || self.yes.vjp((), &mut (), captured, indices),
            #[inline(always)]
            || self.no.vjp((), &mut (), captured, indices),
        );
        let given = match &branch {
            Branch::Yes((yes, _)) => *yes,
            Branch::No((no, _)) => *no,
            Branch::Both(mask, (yes, _), (no, _)) => T::select::<S>(*mask, yes, no),
        };
        self.given.define(&given, values);
        // Each pullback is called in one place only: a second would double what is compiled with every level.
        let (yes, no) = match branch {
            Branch::Yes((_, pull)) => (Some((None, pull)), None),
            Branch::No((_, pull)) => (None, Some((None, pull))),
            Branch::Both(mask, (_, yes), (_, no)) => {
                (Some((Some(mask), yes)), Some((Some(!mask), no)))
            }
        };
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Fr, S>| {
            let captured = self.around.refs(Fr::values(cotangents));
            let sums = self.given.take(cotangents);
            let mut slots = self.around.take(cotangents);
            if let Some((lanes, pull)) = yes {
                cotangents.within(
                    lanes,
                    #[inline(always)]
                    |cotangents| {
                        let (received, lanes) = (T::received(&sums), cotangents.lanes());
                        pull(captured, received, &mut (), &mut (), &mut slots, lanes);
                    },
                );
            }
            if let Some((lanes, pull)) = no {
                cotangents.within(
                    lanes,
                    #[inline(always)]
                    |cotangents| {
                        let (received, lanes) = (T::received(&sums), cotangents.lanes());
                        pull(captured, received, &mut (), &mut (), &mut slots, lanes);
                    },
                );
            }
            self.around.put_back(slots, cotangents);
        }
    }
}
