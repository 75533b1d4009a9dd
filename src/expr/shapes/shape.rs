//! Shapes: what a variable, an expression or a result is made of.

use crate::scalar::Scalar;
use core::fmt;
use core::marker::PhantomData;

/// The shape of a real number.
///
/// A shape is a type made of `R`: `R` is a real, `[R; 3]` a vector, `[[R; 2]; 16]` a matrix of 16 rows.
/// Its storage has a number in the place of each `R`.
#[derive(Debug, Clone, Copy)]
pub struct R {}

/// A shape: [`R`], or an array of a shape.
///
/// ```
/// use monograd::expr::{R, Shape};
///
/// let vector: <[R; 3] as Shape>::Of<f64> = [1.0, 2.0, 3.0];
/// let number: <R as Shape>::Of<f32> = 1.0;
/// assert_eq!(<[[R; 2]; 16]>::LEN, 32);
/// assert_eq!(<[[R; 2]; 2]>::flat(&[[1.0, 2.0], [3.0, 4.0]]), [1.0, 2.0, 3.0, 4.0]);
/// # let _ = (vector, number);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    note = "a shape is `R`, a real number, or an array of a shape: `[R; 3]`",
    note = "a struct is an input if it has `#[derive(Parameters)]`, with `R` for its numbers: `Net<R>`"
)]
pub trait Shape: Copy + 'static {
    /// The storage: `T` in the place of each real.
    type Of<T: Copy>: Copy;

    /// How many reals there are.
    const LEN: usize;

    /// How many indices an element has: 0 of a real, 2 of a matrix.
    #[doc(hidden)]
    const RANK: usize;

    /// The storage with `element` of 0, 1, … in the order of memory.
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T>;

    /// The storage with `element` everywhere. Without optimisation it takes less of the stack than
    /// [`from_fn`](Shape::from_fn).
    fn fill<T: Copy>(element: T) -> Self::Of<T>;

    /// The storages, one after the other, as their elements in the order of memory.
    fn flatten<T: Copy>(storages: &[Self::Of<T>]) -> &[T];

    /// As [`flatten`](Shape::flatten).
    fn flatten_mut<T: Copy>(storages: &mut [Self::Of<T>]) -> &mut [T];

    /// Elements as the storages they make up; those of an incomplete one at the end are left out.
    fn group<T: Copy>(elements: &[T]) -> &[Self::Of<T>];

    /// As [`group`](Shape::group).
    fn group_mut<T: Copy>(elements: &mut [T]) -> &mut [Self::Of<T>];

    /// Hands the indices of the element `at` to `visit`, from the outermost.
    #[doc(hidden)]
    fn indices(at: usize, visit: &mut impl FnMut(usize));

    /// The elements in the order of memory.
    #[cfg_attr(optimized, inline(always))]
    fn flat<T: Copy>(storage: &Self::Of<T>) -> &[T] {
        Self::flatten(core::slice::from_ref(storage))
    }

    /// As [`flat`](Shape::flat).
    #[cfg_attr(optimized, inline(always))]
    fn flat_mut<T: Copy>(storage: &mut Self::Of<T>) -> &mut [T] {
        Self::flatten_mut(core::slice::from_mut(storage))
    }

    /// The storage with `f` of each element.
    #[cfg_attr(optimized, inline(always))]
    fn map<T: Copy, U: Copy>(storage: &Self::Of<T>, f: impl Fn(T) -> U) -> Self::Of<U> {
        let elements = Self::flat(storage);
        Self::from_fn(&mut |at| f(elements[at]))
    }
}

impl Shape for R {
    type Of<T: Copy> = T;

    const LEN: usize = 1;
    const RANK: usize = 0;

    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> T {
        element(0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn fill<T: Copy>(element: T) -> T {
        element
    }
    #[cfg_attr(optimized, inline(always))]
    fn flatten<T: Copy>(storages: &[T]) -> &[T] {
        storages
    }
    #[cfg_attr(optimized, inline(always))]
    fn flatten_mut<T: Copy>(storages: &mut [T]) -> &mut [T] {
        storages
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<T: Copy>(elements: &[T]) -> &[T] {
        elements
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_mut<T: Copy>(elements: &mut [T]) -> &mut [T] {
        elements
    }
    fn indices(_: usize, _: &mut impl FnMut(usize)) {}
}

/// An array of storages, with `element` of 0, 1, … in the order of memory.
#[cfg_attr(optimized, inline(always))]
fn array_of<A: Shape, const N: usize, T: Copy, F: FnMut(usize) -> T + ?Sized>(
    element: &mut F,
) -> [A::Of<T>; N] {
    core::array::from_fn(
        #[cfg_attr(optimized, inline(always))]
        |i| A::from_fn(&mut |at| element(i * A::LEN + at)),
    )
}

impl<A: Shape, const N: usize> Shape for [A; N] {
    type Of<T: Copy> = [A::Of<T>; N];

    const LEN: usize = N * A::LEN;
    const RANK: usize = 1 + A::RANK;

    #[cfg_attr(optimized, inline(always))]
    fn from_fn<T: Copy>(element: &mut impl FnMut(usize) -> T) -> Self::Of<T> {
        // Without optimisation the functions below are compiled once, and not once for each closure.
        #[cfg(not(optimized))]
        let element: &mut dyn FnMut(usize) -> T = element;
        array_of::<A, N, T, _>(element)
    }
    #[cfg_attr(optimized, inline(always))]
    fn fill<T: Copy>(element: T) -> Self::Of<T> {
        [A::fill(element); N]
    }
    #[cfg_attr(optimized, inline(always))]
    fn flatten<T: Copy>(storages: &[Self::Of<T>]) -> &[T] {
        A::flatten(storages.as_flattened())
    }
    #[cfg_attr(optimized, inline(always))]
    fn flatten_mut<T: Copy>(storages: &mut [Self::Of<T>]) -> &mut [T] {
        A::flatten_mut(storages.as_flattened_mut())
    }
    #[cfg_attr(optimized, inline(always))]
    fn group<T: Copy>(elements: &[T]) -> &[Self::Of<T>] {
        A::group(elements).as_chunks().0
    }
    #[cfg_attr(optimized, inline(always))]
    fn group_mut<T: Copy>(elements: &mut [T]) -> &mut [Self::Of<T>] {
        A::group_mut(elements).as_chunks_mut().0
    }
    fn indices(at: usize, visit: &mut impl FnMut(usize)) {
        visit(at / A::LEN);
        A::indices(at % A::LEN, visit);
    }
}

/// An element of an array by its name, as it is written: `w[1][0]`.
struct Named<Sh> {
    name: &'static str,
    at: usize,
    shape: PhantomData<Sh>,
}

impl<Sh: Shape> fmt::Display for Named<Sh> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        let mut result = Ok(());
        Sh::indices(self.at, &mut |index| {
            result = result.and_then(|()| write!(f, "[{index}]"));
        });
        result
    }
}

/// Makes the elements of a `let` known by its name, where names are kept.
#[doc(hidden)]
#[cfg_attr(optimized, inline(always))]
pub fn known_as<Sh: Shape, S: Scalar>(storage: &mut Sh::Of<S>, name: &'static str) {
    for (at, element) in Sh::flat_mut(storage).iter_mut().enumerate() {
        *element = element.known_as(Named::<Sh> {
            name,
            at,
            shape: PhantomData,
        });
    }
}

/// How two shapes broadcast in an elementwise operation: they are the same, or one is a real, which is
/// paired with every element of the other.
#[diagnostic::on_unimplemented(
    message = "an elementwise operation of shapes that do not fit: `{Self}` and `{Other}`",
    label = "`{Self}` does not broadcast with `{Other}`",
    note = "the shapes must be the same, or one of them `R`"
)]
pub trait Broadcast<Other: Shape>: Shape {
    /// The shape of the result.
    type To: Shape;
}

impl Broadcast<R> for R {
    type To = R;
}

impl<A: Shape, const N: usize> Broadcast<R> for [A; N] {
    type To = [A; N];
}

impl<A: Shape, const N: usize> Broadcast<[A; N]> for R {
    type To = [A; N];
}

impl<A: Shape, const N: usize> Broadcast<[A; N]> for [A; N] {
    type To = [A; N];
}
