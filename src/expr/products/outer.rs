//! Outer products.

use crate::expr::{Cotangents, Coverage, Elementwise, Ex, Expr, Frame, R, Shape, Shaped, Values};
use crate::scalar::Scalar;

/// The products of all elements of one vector with all of another.
#[derive(Debug, Clone, Copy)]
pub struct Outer<L, Rt> {
    left: L,
    right: Rt,
}

impl<L> Ex<L> {
    /// The outer product of two vectors: the matrix of the products of their elements.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|x: [R; 2], y: [R; 3]; m: [[R; 3]; 2]| (x.outer(y) * m).sum());
    /// let m = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    /// let gradient = f.with(&m).gradient(&([1.0, 10.0], [1.0, 1.0, 1.0]));
    /// assert_eq!(gradient, ([6.0, 15.0], [41.0, 52.0, 63.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn outer<Rt>(self, other: Ex<Rt>) -> Ex<Outer<L, Rt>> {
        Ex(Outer {
            left: self.0,
            right: other.0,
        })
    }
}

/// That a shape is that of a vector.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the shape of a vector",
    label = "of shape `{Self}`"
)]
pub trait Vector: Shape {
    /// The shape of a matrix with this as each of its columns and `Row` as each of its rows.
    type Times<Row: Shape>: Shape;
}

impl<const N: usize> Vector for [R; N] {
    type Times<Row: Shape> = [Row; N];
}

impl<L: Shaped, Rt: Shaped> Shaped for Outer<L, Rt>
where
    L::Shape: Vector,
    Rt::Shape: Vector,
{
    type Shape = <L::Shape as Vector>::Times<Rt::Shape>;
    type Kept = ();
}

impl<Fr: Frame, L: Elementwise<Fr>, Rt: Elementwise<Fr>> Elementwise<Fr> for Outer<L, Rt>
where
    L::Shape: Vector,
    Rt::Shape: Vector,
{
}

impl<Fr: Frame, L: Elementwise<Fr>, Rt: Elementwise<Fr>> Expr<Fr> for Outer<L, Rt> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.left.value(values, at / Rt::Shape::LEN) * self.right.value(values, at % Rt::Shape::LEN)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, L, Rt, S>,
    ) {
        let (x, pull_left) = self.left.vjp(values, at / Rt::Shape::LEN);
        let (y, pull_right) = self.right.vjp(values, at % Rt::Shape::LEN);
        (
            x * y,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                pull_left(cotangent * y, cotangents);
                pull_right(cotangent * x, cotangents);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        self.left.reach(cotangents, coverage.of(Rt::Shape::LEN));
        self.right.reach(cotangents, coverage.of(L::Shape::LEN));
    }
}
