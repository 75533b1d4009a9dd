//! What loops that only add to sums make of these: `let`s, or the result of a function.

use crate::expr::bodies::inside::{self, Sinks, Start};
use crate::expr::frames::locals::Locals;
use crate::expr::loops::totals::Adds;
use crate::expr::node::pulled_back_anew;
use crate::expr::{
    Changing, Cotangents, Coverage, Expr, Given, Group, Lent, LetTree, Lets, Nested, R, Shaped,
    ShapedFrame, Targets, Together, Tree, Values, WithArrays,
};
use crate::scalar::Scalar;

/// The sums from the variables `H` on, of the terms `A`, as the `let`s `P`.
///
/// Nothing is kept of the terms: they are evaluated again on the way back.
#[derive(Debug, Clone, Copy)]
pub struct Sums<H, A, P> {
    start: H,
    terms: A,
    given: P,
}

/// Sums, and their names.
#[cfg_attr(optimized, inline(always))]
pub fn sums<T, H, A>(start: H, terms: A) -> (Sums<H, A, T::Variables>, T::Names)
where
    H: Group,
    T: Targets<H::Shapes>,
{
    let sums = Sums {
        start,
        terms,
        given: T::variables(),
    };
    (sums, T::names())
}

impl<H: Group, A: Copy + 'static, P: Copy + 'static> LetTree for Sums<H, A, P> {
    type Places = (H::Shapes,);
    type Kept = ();
    type Kind = WithArrays;
}

impl<Fr, H, A, P> Lets<Fr> for Sums<H, A, P>
where
    Fr: ShapedFrame,
    H: Group + Given<Fr, H::Shapes>,
    A: Adds<Fr, H::Shapes>,
    P: Together<Fr, H::Shapes>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let mut sums = self.start.values(values);
        self.terms.add(values, &mut sums);
        self.given.define(&sums, values);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, (): &(), cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let received = self.given.take(cotangents);
        let seeds = H::Shapes::seeds::<S>(&received);
        let mut sums = self.start.values(values);
        self.terms.accumulate(values, &mut sums, &seeds, cotangents);
        self.start
            .pull(H::Shapes::received::<S>(&received), cotangents);
    }
}

/// The sums from the variables `H` on, of the terms `A`, and the expression `E` of them and of the variables `X`, which is
/// linear in them.
#[derive(Debug, Clone, Copy)]
pub struct OfSums<H, A, X, E> {
    start: H,
    terms: A,
    around: X,
    end: E,
}

/// An expression that is linear in sums.
#[cfg_attr(optimized, inline(always))]
pub fn of_sums<H, A, X, E>(start: H, terms: A, around: X, end: E) -> OfSums<H, A, X, E> {
    OfSums {
        start,
        terms,
        around,
        end,
    }
}

impl<H: Copy + 'static, A: Copy + 'static, X: Copy + 'static, E: Copy + 'static> Shaped
    for OfSums<H, A, X, E>
{
    type Shape = R;
    type Kept = ();
}

impl<H: Group, A, X, E> OfSums<H, A, X, E> {
    /// The values that its end sees.
    #[cfg_attr(optimized, inline(always))]
    fn values<'v, Fr, S: Scalar>(
        &self,
        sums: <H::Shapes as Tree>::Values<S>,
        values: &'v Values<'_, Fr, S>,
        locals: &'v (),
    ) -> Values<'v, Nested<H::Shapes, (), X::Shapes, ()>, S>
    where
        Fr: ShapedFrame,
        X: Lent<Fr>,
    {
        let start = Start {
            states: sums,
            arrays: Changing::Back(()),
            captured: self.around.refs(values),
            indices: Fr::indices(values),
        };
        inside::values(start, Locals::Back(locals))
    }
}

impl<Fr, H, A, X, E> Expr<Fr> for OfSums<H, A, X, E>
where
    Fr: ShapedFrame,
    H: Group + Given<Fr, H::Shapes>,
    A: Adds<Fr, H::Shapes>,
    X: Lent<Fr>,
    E: Expr<Nested<H::Shapes, (), X::Shapes, ()>>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let mut sums = self.start.values(values);
        self.terms.add(values, &mut sums);
        self.end.value(&self.values(sums, values, &()), 0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, H, A, X, E, S>,
    ) {
        pulled_back_anew(self, values, at)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let mut sums = self.start.values(values);
        let mut received = H::Shapes::no_sums::<S>();
        {
            // The sums themselves are not read: the end is linear in them.
            let inner = self.values(sums, values, &());
            let mut slots = self.around.take(cotangents);
            let sinks = Sinks {
                states: &mut received,
                arrays: &mut (),
                captured: &mut slots,
            };
            let mut inner_cotangents = inside::cotangents(&inner, sinks, ());
            self.end.pull(&inner, 0, cotangent, &mut inner_cotangents);
            H::Shapes::settle::<S>(&mut inner_cotangents.sums.states);
            X::Shapes::settle::<S>(&mut inner_cotangents.sums.captured);
            drop(inner_cotangents);
            self.around.put_back(slots, cotangents);
        }
        let seeds = H::Shapes::seeds::<S>(&received);
        self.terms.accumulate(values, &mut sums, &seeds, cotangents);
        self.start
            .pull(H::Shapes::received::<S>(&received), cotangents);
        self.end.value(&self.values(sums, values, &()), 0)
    }
}
