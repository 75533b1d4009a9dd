//! The indices of loops: as numbers, and of the elements of arrays.

use crate::expr::frames::nested::Indices;
use crate::expr::{
    Cotangents, Coverage, Elementwise, Ex, Expr, R, Shape, Shaped, ShapedFrame, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The index of a loop as a number, that number `DEPTH` of the loops around.
#[derive(Debug, Clone, Copy)]
pub struct Counter<const DEPTH: usize>(PhantomData<()>);

impl<const DEPTH: usize> Counter<DEPTH> {
    /// The index as an expression.
    #[inline(always)]
    pub const fn new() -> Ex<Self> {
        Ex(Counter(PhantomData))
    }
}

impl<const DEPTH: usize> Shaped for Counter<DEPTH> {
    type Shape = R;
}

impl<Fr: ShapedFrame, const DEPTH: usize> Elementwise<Fr> for Counter<DEPTH> {}

impl<Fr: ShapedFrame, const DEPTH: usize> Expr<Fr> for Counter<DEPTH> {
    const LEAF: bool = true;

    #[inline(always)]
    #[allow(clippy::cast_precision_loss, reason = "of indices beyond 2⁵³")]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        S::constant(Fr::indices(values)[DEPTH] as f64)
    }
    #[inline(always)]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, DEPTH>,
    ) {
        (
            self.value(values, at),
            #[inline(always)]
            |_, _: &mut Cotangents<'_, Fr, S>| {},
        )
    }
}

/// An index that is worked out of those of the loops around.
pub trait Index: Copy + 'static {
    /// That index.
    fn index(self, indices: &Indices) -> usize;
}

impl<F: Fn(&Indices) -> usize + Copy + 'static> Index for F {
    #[inline(always)]
    fn index(self, indices: &Indices) -> usize {
        self(indices)
    }
}

/// The element of an array that an index says.
#[derive(Debug, Clone, Copy)]
pub struct Indexed<F, E> {
    index: F,
    of: E,
}

/// The element of an array that an index says.
#[inline(always)]
pub fn indexed<F: Fn(&Indices) -> usize + Copy + 'static, E>(
    of: Ex<E>,
    index: F,
) -> Ex<Indexed<F, E>>
where
    E: Shaped<Shape: Rows>,
{
    Ex(Indexed { index, of: of.0 })
}

/// The shape of an array.
#[diagnostic::on_unimplemented(
    message = "a number has no elements",
    label = "an array is indexed",
    note = "an input that is an array declares its shape: `fn f(x: [R; 3])`"
)]
pub trait Rows: Shape {
    /// The shape of its elements.
    type Row: Shape;
    /// How many there are.
    const ROWS: usize;
}

impl<A: Shape, const N: usize> Rows for [A; N] {
    type Row = A;
    const ROWS: usize = N;
}

impl<F: Index, E: Shaped<Shape: Rows>> Shaped for Indexed<F, E> {
    type Shape = <E::Shape as Rows>::Row;
}

impl<F: Index, E: Shaped<Shape: Rows>> Indexed<F, E> {
    /// Where its element `at` is in the array.
    ///
    /// # Panics
    ///
    /// If the array has no element of the index.
    #[inline(always)]
    fn position<Fr: ShapedFrame, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> usize {
        let index = self.index.index(&Fr::indices(values));
        let (rows, len) = (<E::Shape as Rows>::ROWS, <E::Shape as Rows>::Row::LEN);
        assert!(
            index < rows,
            "index out of bounds: the len is {rows} but the index is {index}"
        );
        index * len + if len == 1 { 0 } else { at }
    }
}

impl<Fr: ShapedFrame, F: Index, E: Elementwise<Fr> + Shaped<Shape: Rows>> Elementwise<Fr>
    for Indexed<F, E>
{
}

impl<Fr: ShapedFrame, F: Index, E: Elementwise<Fr> + Shaped<Shape: Rows>> Expr<Fr>
    for Indexed<F, E>
{
    #[inline(always)]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.of.value(values, self.position(values, at))
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, F, E, S>,
    ) {
        self.of.vjp(values, self.position(values, at))
    }
    #[inline(always)]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        value: Option<S>,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let at = self.position(values, at);
        self.of.pull(values, at, value, cotangent, cotangents);
    }
    #[inline(always)]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let is_whole = const { <E::Shape as Rows>::ROWS == 1 };
        let coverage = if is_whole { coverage } else { Coverage::Some };
        self.of.reach(cotangents, coverage);
    }
}
