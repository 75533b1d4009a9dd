//! Systems of linear equations.

use super::of_matrix::{copied, evaluated};
use super::small::{Matrix, matrix, vector};
use crate::expr::{
    Cotangents, Coverage, Definable, Elementwise, OfWholeArrays, R, Received, Shape, Shaped,
    ShapedFrame, Tensor, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The solution X of the equations that `Sys` makes of the matrix `A` and the right-hand side `B`.
#[derive(Debug, Clone, Copy)]
pub struct Solution<Sys, A, B> {
    matrix: A,
    right: B,
    system: PhantomData<Sys>,
}

impl<Sys, A, B> OfWholeArrays for Solution<Sys, A, B> {}

impl<Sys, A, B> Solution<Sys, A, B> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn new(matrix: A, right: B) -> Self {
        Solution {
            matrix,
            right,
            system: PhantomData,
        }
    }
}

/// How equations are made of a matrix: op(A) x = b.
pub trait System: Copy + 'static {
    /// What they are solved by.
    type Factor<S: Scalar, const N: usize>: Copy;

    /// Of which elements of the matrix the derivatives are wanted.
    const COVERAGE: Coverage;

    /// What they are solved by.
    fn factor<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Self::Factor<S, N>;

    /// The solution.
    fn solve<S: Scalar, const N: usize>(by: &Self::Factor<S, N>, b: &[S; N]) -> [S; N];

    /// The solution of the adjoint equations, op(A)ᵀ λ = b.
    fn solve_adjoint<S: Scalar, const N: usize>(by: &Self::Factor<S, N>, b: &[S; N]) -> [S; N];

    /// What is added to the cotangent of the element (i, j) of A, by the solution x and λ, the cotangent of the
    /// right-hand side; [`absent`](crate::scalar::Field::absent) if the element is not read.
    fn pull<S: Scalar>(
        i: usize,
        j: usize,
        x: impl Fn(usize) -> S + Copy,
        lambda: impl Fn(usize) -> S + Copy,
    ) -> S;
}

impl<Sys, A, B> Shaped for Solution<Sys, A, B>
where
    Sys: Copy + 'static,
    A: Shaped,
    B: Shaped,
{
    type Shape = B::Shape;
    type Kept = ();
}

/// A column of an array of columns, in the order of memory.
#[cfg_attr(optimized, inline(always))]
fn column<S: Scalar, const N: usize>(elements: &[S], columns: usize, column: usize) -> [S; N] {
    vector(
        #[cfg_attr(optimized, inline(always))]
        |i| elements[i * columns + column],
    )
}

/// Replaces the column.
#[cfg_attr(optimized, inline(always))]
fn set_column<S: Copy, const N: usize>(
    elements: &mut [S],
    columns: usize,
    column: usize,
    x: [S; N],
) {
    for (i, x) in x.into_iter().enumerate() {
        elements[i * columns + column] = x;
    }
}

/// What a column adds to the cotangent of the element (i, j) of the matrix.
#[cfg_attr(optimized, inline(always))]
fn pulled<Sys: System, S: Scalar>(
    (i, j): (usize, usize),
    x: &[S],
    lambda: &[S],
    column: usize,
    columns: usize,
) -> S {
    Sys::pull(
        i,
        j,
        #[cfg_attr(optimized, inline(always))]
        |k| x[k * columns + column],
        #[cfg_attr(optimized, inline(always))]
        |k| lambda[k * columns + column],
    )
}

/// How many columns a right-hand side of `rows` rows has.
const fn columns(len: usize, rows: usize) -> usize {
    match len.checked_div(rows) {
        Some(columns) => columns,
        None => 0,
    }
}

impl<Sys: System, A, B> Solution<Sys, A, B> {
    /// Solves the equations into `place`.
    #[cfg_attr(optimized, inline(always))]
    fn solve<Fr, S, P, const N: usize, const C: usize>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> Sys::Factor<S, N>
    where
        Fr: ShapedFrame,
        S: Scalar,
        P: Definable<Fr>,
        A: Elementwise<Fr> + Shaped<Shape = [[R; C]; N]>,
        B: Elementwise<Fr> + Shaped,
    {
        let columns = const { columns(B::Shape::LEN, N) };
        let by = Sys::factor::<S, N>(&evaluated(self.matrix, values));
        let mut x = P::Shape::fill(S::zero());
        let elements = P::Shape::flat_mut(&mut x);
        for (at, element) in elements.iter_mut().enumerate() {
            *element = self.right.value(values, at);
        }
        for at in 0..columns {
            let b = column(elements, columns, at);
            set_column(elements, columns, at, Sys::solve::<S, N>(&by, &b));
        }
        *place.block_mut(values) = x;
        by
    }

    /// Pulls back the solution in `place`, by the factor of the matrix: B̄ = op(A)⁻ᵀ X̄, and Ā = −B̄ Xᵀ, transposed where op
    /// transposes.
    #[cfg_attr(optimized, inline(always))]
    fn pull_by<Fr, S, P, const N: usize, const C: usize>(
        self,
        by: impl FnOnce() -> Sys::Factor<S, N> + Copy,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        Fr: ShapedFrame,
        S: Scalar,
        P: Definable<Fr>,
        A: Elementwise<Fr> + Shaped<Shape = [[R; C]; N]>,
        B: Elementwise<Fr> + Shaped,
    {
        let columns = const { columns(B::Shape::LEN, N) };
        let values = Fr::values(cotangents);
        let x = *place.block(values);
        let x = P::Shape::flat(&x);
        if !received.is_any_present() {
            return;
        }
        let by = by();
        let mut lambda = copied::<P::Shape, S>(received.elements());
        let lambda = P::Shape::flat_mut(&mut lambda);
        for at in 0..columns {
            let cotangent = column(lambda, columns, at);
            let solved = Sys::solve_adjoint::<S, N>(&by, &cotangent);
            set_column(lambda, columns, at, solved);
        }
        let lambda = &*lambda;
        let pulled: Matrix<S, N> = matrix(
            #[cfg_attr(optimized, inline(always))]
            |i, j| match columns {
                1 => pulled::<Sys, S>((i, j), x, lambda, 0, 1),
                _ => (0..columns).fold(
                    S::absent(),
                    #[cfg_attr(optimized, inline(always))]
                    |sum, column| sum + pulled::<Sys, S>((i, j), x, lambda, column, columns),
                ),
            },
        );
        let elements = pulled.as_flattened();
        self.matrix.pull_each(
            values,
            N * N,
            Sys::COVERAGE,
            #[cfg_attr(optimized, inline(always))]
            |at| elements[at],
            cotangents,
        );
        self.right.pull_each(
            values,
            B::Shape::LEN,
            Coverage::Every,
            #[cfg_attr(optimized, inline(always))]
            |at| lambda[at],
            cotangents,
        );
    }
}

impl<Fr, Sys, A, B, const N: usize, const C: usize> Tensor<Fr> for Solution<Sys, A, B>
where
    Fr: ShapedFrame,
    Sys: System,
    A: Elementwise<Fr> + Shaped<Shape = [[R; C]; N]>,
    B: Elementwise<Fr> + Shaped,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        self.solve::<Fr, S, P, N, C>(place, values);
    }

    /// The pullback holds the factor of the matrix.
    #[cfg_attr(optimized, inline(always))]
    fn vjp_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, Sys, A, B, N, C, S, P>
    {
        let by = self.solve::<Fr, S, P, N, C>(place, values);
        #[cfg_attr(optimized, inline(always))]
        move |received: Received<'_, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
            self.pull_by(
                #[cfg_attr(optimized, inline(always))]
                || by,
                place,
                received,
                cotangents,
            );
        }
    }

    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        self.pull_by(
            #[cfg_attr(optimized, inline(always))]
            || Sys::factor::<S, N>(&evaluated(self.matrix, values)),
            place,
            received,
            cotangents,
        );
    }
}
