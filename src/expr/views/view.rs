//! Views: the elements of an array in another arrangement, none of them moved.

use crate::expr::{Cotangents, Coverage, Elementwise, Ex, Expr, Frame, R, Shape, Shaped, Values};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The elements of `E`, arranged by `V`.
#[derive(Debug, Clone, Copy)]
pub struct View<V, E> {
    operand: E,
    arrangement: PhantomData<V>,
}

/// An arrangement of the elements of a shape.
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Of}` cannot be viewed so",
    label = "of shape `{Of}`",
    note = "`at` and `window` are of arrays, `column` and `transpose` of matrices of reals, `diagonal` of square ones"
)]
pub trait Arrangement<Of: Shape>: Copy + 'static {
    /// The shape of the view.
    type To: Shape;

    /// Where the element `at` of the view is in the array.
    fn index(at: usize) -> usize;

    /// Where it is, in a loop in which a view that is a real is broadcast: at every index.
    #[cfg_attr(optimized, inline(always))]
    fn broadcast_index(at: usize) -> usize {
        Self::index(if const { Self::To::LEN == 1 } { 0 } else { at })
    }
}

/// The element number `I`.
#[derive(Debug, Clone, Copy)]
pub struct Element<const I: usize>;

impl<A: Shape, const N: usize, const I: usize> Arrangement<[A; N]> for Element<I> {
    type To = A;

    #[cfg_attr(optimized, inline(always))]
    fn index(at: usize) -> usize {
        const { assert!(I < N, "the array has no element of this number") };
        I * A::LEN + at
    }
}

/// The `K` elements from number `START` on.
#[derive(Debug, Clone, Copy)]
pub struct Window<const START: usize, const K: usize>;

impl<A: Shape, const N: usize, const START: usize, const K: usize> Arrangement<[A; N]>
    for Window<START, K>
{
    type To = [A; K];

    #[cfg_attr(optimized, inline(always))]
    fn index(at: usize) -> usize {
        const {
            assert!(
                START + K <= N,
                "the window reaches beyond the end of the array"
            )
        };
        START * A::LEN + at
    }
}

/// The element number `J` of each row.
#[derive(Debug, Clone, Copy)]
pub struct Column<const J: usize>;

impl<const N: usize, const M: usize, const J: usize> Arrangement<[[R; N]; M]> for Column<J> {
    type To = [R; M];

    #[cfg_attr(optimized, inline(always))]
    fn index(at: usize) -> usize {
        const { assert!(J < N, "the matrix has no column of this number") };
        at * N + J
    }
}

/// Rows as columns.
#[derive(Debug, Clone, Copy)]
pub struct Transposed;

impl<const N: usize, const M: usize> Arrangement<[[R; N]; M]> for Transposed {
    type To = [[R; M]; N];

    #[cfg_attr(optimized, inline(always))]
    fn index(at: usize) -> usize {
        (at % M) * N + at / M
    }
}

/// The elements whose row and column have the same number.
#[derive(Debug, Clone, Copy)]
pub struct Diagonal;

impl<const N: usize> Arrangement<[[R; N]; N]> for Diagonal {
    type To = [R; N];

    #[cfg_attr(optimized, inline(always))]
    fn index(at: usize) -> usize {
        at * (N + 1)
    }
}

impl<E> Ex<E> {
    /// The element number `I`, counted from 0: of a vector a real, of a matrix a row.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|m: [[R; 2]; 3]| m.at::<2>().sum() * m.at::<0>().at::<1>());
    /// assert_eq!(f.value(&[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), 22.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn at<const I: usize>(self) -> Ex<View<Element<I>, E>> {
        view(Element, self)
    }

    /// The `K` elements from number `START` on.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// Rosenbrock's function of a hundred variables.
    ///     fn rosenbrock(x: [R; 100]) {
    ///         let next: [R; 99] = x.window::<1, 99>();
    ///         let x: [R; 99] = x.window::<0, 99>();
    ///         (100 * (next - x.square()).square() + (1 - x).square()).sum()
    ///     }
    /// }
    /// assert_eq!(rosenbrock.gradient(&[1.0; 100]), [0.0; 100]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn window<const START: usize, const K: usize>(self) -> Ex<View<Window<START, K>, E>> {
        view(Window, self)
    }

    /// The column number `J` of a matrix, counted from 0.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|m: [[R; 2]; 3]| m.column::<1>().sum());
    /// assert_eq!(f.gradient(&[[0.0; 2]; 3]), [[0.0, 1.0]; 3]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn column<const J: usize>(self) -> Ex<View<Column<J>, E>> {
        view(Column, self)
    }

    /// The transposed matrix.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn transposed(m: [[R; 3]; 2]) -> [[R; 2]; 3] { m.transpose() } }
    /// let m = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    /// assert_eq!(transposed.value(&m), [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn transpose(self) -> Ex<View<Transposed, E>> {
        view(Transposed, self)
    }

    /// The diagonal of a square matrix, a vector.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|m: [[R; 2]; 2]| m.diagonal().product());
    /// assert_eq!(f.gradient(&[[2.0, 9.0], [9.0, 3.0]]), [[3.0, 0.0], [0.0, 2.0]]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn diagonal(self) -> Ex<View<Diagonal, E>> {
        view(Diagonal, self)
    }
}

#[cfg_attr(optimized, inline(always))]
fn view<V, E>(_: V, operand: Ex<E>) -> Ex<View<V, E>> {
    Ex(View {
        operand: operand.0,
        arrangement: PhantomData,
    })
}

impl<V: Arrangement<E::Shape>, E: Shaped> Shaped for View<V, E> {
    type Shape = V::To;
}

impl<Fr: Frame, V: Arrangement<E::Shape>, E: Elementwise<Fr>> Elementwise<Fr> for View<V, E> {}

impl<Fr: Frame, V: Arrangement<E::Shape>, E: Elementwise<Fr>> Expr<Fr> for View<V, E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.operand.value(values, V::broadcast_index(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, V, E, S>,
    ) {
        self.operand.vjp(values, V::broadcast_index(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let at = V::broadcast_index(at);
        self.operand.pull(values, at, cotangent, cotangents);
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
        let at = V::broadcast_index(at);
        self.operand
            .pull_with(values, at, value, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let is_whole = const { V::To::LEN == E::Shape::LEN };
        let coverage = if is_whole { coverage } else { Coverage::Some };
        self.operand.reach(cotangents, coverage);
    }
}
