//! The indices of loops: as numbers, and of the elements and ranges of arrays.

use crate::expr::frames::nested::Indices;
use crate::expr::{
    Cost, Cotangents, Coverage, Elementwise, Ex, Expr, InLanes, R, Shape, Shaped, ShapedFrame,
    Values,
};
use crate::scalar::{Packing, Scalar};
use core::marker::PhantomData;

/// The index of a loop as a number, that number `DEPTH` of the loops around.
#[derive(Debug, Clone, Copy)]
pub struct Counter<const DEPTH: usize>(PhantomData<()>);

impl<const DEPTH: usize> Counter<DEPTH> {
    /// The index as an expression.
    #[cfg_attr(optimized, inline(always))]
    pub const fn new() -> Ex<Self> {
        Ex(Counter(PhantomData))
    }
}

impl<const DEPTH: usize> Shaped for Counter<DEPTH> {
    type Shape = R;
    type Kept = ();
}

impl<Fr: ShapedFrame, const DEPTH: usize> Elementwise<Fr> for Counter<DEPTH> {
    const LANES: InLanes = InLanes::LEAF;
}

impl<Fr: ShapedFrame, const DEPTH: usize> Expr<Fr> for Counter<DEPTH> {
    const LEAF: bool = true;
    const COST: Cost = Cost::NONE;

    #[cfg_attr(optimized, inline(always))]
    #[allow(clippy::cast_precision_loss, reason = "of indices beyond 2⁵³")]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        S::constant(Fr::indices(values)[DEPTH] as f64)
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
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
            #[cfg_attr(optimized, inline(always))]
            |_, _: &mut Cotangents<'_, Fr, S>| {},
        )
    }
}

/// An index that is worked out of those of the loops around.
pub trait Index: Copy + 'static {
    /// That index, of an array of this length: where an element is read.
    ///
    /// # Panics
    ///
    /// If there is no such element.
    fn read(self, indices: &Indices, len: usize) -> usize;

    /// The same where an element is written, if it is.
    fn write(self, indices: &Indices, len: usize) -> Option<usize>;
}

impl<F: Fn(&Indices) -> usize + Copy + 'static> Index for F {
    #[cfg_attr(optimized, inline(always))]
    fn read(self, indices: &Indices, len: usize) -> usize {
        let index = self(indices);
        if index >= len {
            out_of_bounds(index, len);
        }
        index
    }
    #[cfg_attr(optimized, inline(always))]
    fn write(self, indices: &Indices, len: usize) -> Option<usize> {
        Some(self.read(indices, len))
    }
}

// Functions of numbers: a message of references has the numbers written to memory before each test.

#[cold]
#[inline(never)]
#[track_caller]
fn out_of_bounds(index: usize, len: usize) -> ! {
    panic!("index out of bounds: the len is {len} but the index is {index}");
}

#[cold]
#[inline(never)]
#[track_caller]
fn range_out_of_bounds(start: usize, len: usize, rows: usize) -> ! {
    panic!("range out of bounds: the len is {rows} but the range is {len} from {start}");
}

/// An index by which nothing is read or written if the array has no such element: what is read then is some other one,
/// which a branch that is not taken hands on, and is not written.
#[derive(Debug, Clone, Copy)]
pub struct Within<F>(F);

/// An index that need not be within the array.
#[cfg_attr(optimized, inline(always))]
pub fn within<F: Fn(&Indices) -> usize + Copy + 'static>(index: F) -> Within<F> {
    Within(index)
}

impl<F: Fn(&Indices) -> usize + Copy + 'static> Index for Within<F> {
    #[cfg_attr(optimized, inline(always))]
    fn read(self, indices: &Indices, len: usize) -> usize {
        (self.0)(indices).min(len - 1)
    }
    #[cfg_attr(optimized, inline(always))]
    fn write(self, indices: &Indices, len: usize) -> Option<usize> {
        let index = (self.0)(indices);
        (index < len).then_some(index)
    }
}

/// The indices of a part of an array of shape `Sh`, the outermost first.
pub trait Path<Sh: Shape>: Copy + 'static {
    /// The shape of the part.
    type Part: Shape;

    /// Where the part begins, if it is written.
    fn start(self, indices: &Indices) -> Option<usize>;
}

impl<Sh: Shape> Path<Sh> for () {
    type Part = Sh;

    #[cfg_attr(optimized, inline(always))]
    fn start(self, _: &Indices) -> Option<usize> {
        Some(0)
    }
}

impl<Sh: Rows, F: Index, Below: Path<Sh::Row>> Path<Sh> for (F, Below) {
    type Part = Below::Part;

    #[cfg_attr(optimized, inline(always))]
    fn start(self, indices: &Indices) -> Option<usize> {
        let index = self.0.write(indices, Sh::ROWS)?;
        Some(index * Sh::Row::LEN + self.1.start(indices)?)
    }
}

/// The element of an array that an index says.
#[derive(Debug, Clone, Copy)]
pub struct Indexed<F, E> {
    index: F,
    of: E,
}

/// The element of an array that an index says.
#[cfg_attr(optimized, inline(always))]
pub fn indexed<F: Index, E>(of: Ex<E>, index: F) -> Ex<Indexed<F, E>>
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
    type Kept = ();
}

impl<F: Index, E: Shaped<Shape: Rows>> Indexed<F, E> {
    /// Where its element `at` is in the array.
    ///
    /// # Panics
    ///
    /// If the array has no element of the index.
    #[cfg_attr(optimized, inline(always))]
    fn position<Fr: ShapedFrame, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> usize {
        let (rows, len) = (<E::Shape as Rows>::ROWS, <E::Shape as Rows>::Row::LEN);
        let index = self.index.read(&Fr::indices(values), rows);
        index * len + if len == 1 { 0 } else { at }
    }
}

/// As many elements of an array, one after the other, from the one that an index says.
#[derive(Debug, Clone, Copy)]
pub struct Slice<const N: usize, F, E> {
    start: F,
    of: E,
}

/// `N` elements of an array, from the one that an index says.
#[cfg_attr(optimized, inline(always))]
pub fn slice<const N: usize, F: Fn(&Indices) -> usize + Copy + 'static, E>(
    of: Ex<E>,
    start: F,
) -> Ex<Slice<N, F, E>>
where
    E: Shaped<Shape: Rows>,
{
    Ex(Slice { start, of: of.0 })
}

impl<const N: usize, F: Copy + 'static, E: Shaped<Shape: Rows>> Shaped for Slice<N, F, E> {
    type Shape = [<E::Shape as Rows>::Row; N];
    type Kept = ();
}

impl<const N: usize, F: Fn(&Indices) -> usize + Copy + 'static, E: Shaped<Shape: Rows>>
    Slice<N, F, E>
{
    /// Where its element `at` is in the array.
    ///
    /// # Panics
    ///
    /// If the range ends after the array.
    #[cfg_attr(optimized, inline(always))]
    fn position<Fr: ShapedFrame, S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> usize {
        let start = (self.start)(&Fr::indices(values));
        let rows = <E::Shape as Rows>::ROWS;
        if start > rows || N > rows - start {
            range_out_of_bounds(start, N, rows);
        }
        start * <E::Shape as Rows>::Row::LEN + at
    }
}

/// What is common to an element and a range: they are computed as those elements of the array.
macro_rules! part_of_an_array {
    ([$($generics:tt)*] $Part:ty, use $($captured:ident),+; rows $rows:expr) => {
        impl<Fr: ShapedFrame, E: Elementwise<Fr> + Shaped<Shape: Rows>, $($generics)*> Elementwise<Fr>
            for $Part
        {
            const LANES: InLanes = E::LANES;

            #[cfg_attr(optimized, inline(always))]
            fn lanes<Q: Packing<S>, S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> Q::Pack {
                self.of.lanes::<Q, S>(values, self.position(values, at))
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp_lanes<Q: Packing<S>, S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                Q::Pack,
                impl FnOnce(Q::Pack, &mut Cotangents<'_, Fr, S>) + Copy,
            ) {
                self.of.vjp_lanes::<Q, S>(values, self.position(values, at))
            }
        }

        impl<Fr: ShapedFrame, E: Elementwise<Fr> + Shaped<Shape: Rows>, $($generics)*> Expr<Fr>
            for $Part
        {
            const OPERATIONS: usize = E::OPERATIONS;
            const COST: Cost = E::COST;

            #[cfg_attr(optimized, inline(always))]
            fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
                self.of.is_wanted(cotangents)
            }
            #[cfg_attr(optimized, inline(always))]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                self.of.value(values, self.position(values, at))
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S, $($captured),+>,
            ) {
                self.of.vjp(values, self.position(values, at))
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                self.of.pull(values, self.position(values, at), cotangent, cotangents);
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull_with<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
                value: S,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                let at = self.position(values, at);
                self.of.pull_with(values, at, value, cotangent, cotangents);
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
                let is_whole = const { <E::Shape as Rows>::ROWS == $rows };
                let coverage = if is_whole { coverage } else { Coverage::Some };
                self.of.reach(cotangents, coverage);
            }
        }
    };
}

part_of_an_array!([F: Index] Indexed<F, E>, use F; rows 1);
part_of_an_array! {
    [F: Fn(&Indices) -> usize + Copy + 'static, const N: usize] Slice<N, F, E>, use N, F; rows N
}
