//! Operations on one square matrix.

use super::small::{Matrix, matrix};
use crate::expr::{
    Cotangents, Coverage, Definable, Elementwise, Expr, OfWholeArrays, R, Received, Shape, Shaped,
    ShapedFrame, Tensor, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The operation `Op` on a square matrix.
#[derive(Debug, Clone, Copy)]
pub struct OfMatrix<Op, E> {
    operand: E,
    operation: PhantomData<Op>,
}

impl<Op, E> OfWholeArrays for OfMatrix<Op, E> {}

impl<Op, E> OfMatrix<Op, E> {
    /// On a matrix.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn new(operand: E) -> Self {
        OfMatrix {
            operand,
            operation: PhantomData,
        }
    }
}

/// An operation on a square matrix.
pub trait MatrixOperation: Copy + 'static {
    /// The shape of the result, of a matrix of `N` rows.
    type Shape<const N: usize>: Shape;

    /// Of which elements of the matrix the derivatives are wanted; those of the others are
    /// [`absent`](crate::scalar::Field::absent).
    const COVERAGE: Coverage = Coverage::Every;

    /// The result.
    fn value<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> <Self::Shape<N> as Shape>::Of<S>;

    /// The cotangents of the elements of the matrix, from the result and its cotangents.
    fn pull<S: Scalar, const N: usize>(
        a: &Matrix<S, N>,
        value: &<Self::Shape<N> as Shape>::Of<S>,
        cotangent: &<Self::Shape<N> as Shape>::Of<S>,
    ) -> Matrix<S, N>;
}

// The methods that make it take square matrices alone. It is shaped for others, too, so that a matrix that is not square
// gives one message.
impl<Op, E, const N: usize, const C: usize> Shaped for OfMatrix<Op, E>
where
    Op: MatrixOperation,
    E: Shaped<Shape = [[R; C]; N]>,
{
    type Shape = Op::Shape<N>;
    type Kept = ();
}

/// The elements of an expression, evaluated.
#[cfg_attr(optimized, inline(always))]
pub(super) fn evaluated<Fr, E, S, const N: usize>(
    expression: E,
    values: &Values<'_, Fr, S>,
) -> Matrix<S, N>
where
    Fr: ShapedFrame,
    E: Expr<Fr>,
    S: Scalar,
{
    matrix(
        #[cfg_attr(optimized, inline(always))]
        |i, j| expression.value(values, i * N + j),
    )
}

/// The copy of an array of elements in the order of memory.
#[cfg_attr(optimized, inline(always))]
pub(super) fn copied<Sh: Shape, S: Scalar>(elements: &[S]) -> Sh::Of<S> {
    let mut copy = Sh::fill(S::zero());
    Sh::flat_mut(&mut copy).copy_from_slice(elements);
    copy
}

impl<Fr, Op, E, const N: usize, const C: usize> Expr<Fr> for OfMatrix<Op, E>
where
    Fr: ShapedFrame,
    Op: MatrixOperation<Shape<N> = R>,
    E: Elementwise<Fr> + Shaped<Shape = [[R; C]; N]>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        Op::value::<S, N>(&evaluated(self.operand, values))
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Op, E, S, N, C>,
    ) {
        let a = evaluated(self.operand, values);
        let value = Op::value::<S, N>(&a);
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                let pulled = Op::pull::<S, N>(&a, &value, &cotangent);
                let elements = pulled.as_flattened();
                self.operand.pull_each(
                    values,
                    N * N,
                    Op::COVERAGE,
                    #[cfg_attr(optimized, inline(always))]
                    |at| elements[at],
                    cotangents,
                );
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
}

impl<Fr, Op, E, A, const M: usize, const N: usize, const C: usize> Tensor<Fr> for OfMatrix<Op, E>
where
    Fr: ShapedFrame,
    A: Shape,
    Op: MatrixOperation<Shape<N> = [A; M]>,
    E: Elementwise<Fr> + Shaped<Shape = [[R; C]; N]>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let a = evaluated(self.operand, values);
        let value = Op::value::<S, N>(&a);
        let elements = P::Shape::flat_mut(place.block_mut(values));
        elements.copy_from_slice(<[A; M] as Shape>::flat(&value));
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let value = copied::<[A; M], S>(P::Shape::flat(place.block(values)));
        if !received.is_any_present() {
            return;
        }
        let a = evaluated(self.operand, values);
        let cotangent = copied::<[A; M], S>(received.elements());
        let pulled = Op::pull::<S, N>(&a, &value, &cotangent);
        let elements = pulled.as_flattened();
        self.operand.pull_each(
            values,
            N * N,
            Op::COVERAGE,
            #[cfg_attr(optimized, inline(always))]
            |at| elements[at],
            cotangents,
        );
    }
}
