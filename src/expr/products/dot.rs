//! Products of vectors and matrices.

use crate::expr::elementwise::one_by_one::write_each;
use crate::expr::kernels::{self, add_scaled, dot, dot_of};
use crate::expr::{
    Block, Cotangents, Coverage, Definable, Elementwise, Ex, Expr, Place, R, Received, Shape,
    Shaped, ShapedFrame, Tensor, Values,
};
use crate::scalar::Scalar;

/// The product of vectors or matrices: the sum over the last index of the left one and the first of the
/// right one.
#[derive(Debug, Clone, Copy)]
pub struct Dot<L, Rt> {
    left: L,
    right: Rt,
}

impl<L> Ex<L> {
    /// The product with a vector or a matrix.
    ///
    /// | left | right | product | |
    /// |---|---|---|---|
    /// | `[R; N]` | `[R; N]` | `R` | Σ xᵢ yᵢ |
    /// | `[[R; N]; M]` | `[R; N]` | `[R; M]` | the product with each row; can stand in a larger expression |
    /// | `[R; M]` | `[[R; N]; M]` | `[R; N]` | stands alone in a `let` |
    /// | `[[R; K]; M]` | `[[R; N]; K]` | `[[R; N]; M]` | stands alone in a `let` |
    ///
    /// Where a matrix takes part, both sides are inputs or `let`s: they are read, and their cotangents are
    /// added to, where they lie.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn layer(w: [[R; 2]; 3], b: [R; 3], x: [R; 2]) -> [R; 3] { (w.dot(x) + b).tanh() } }
    /// let w = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
    /// assert_eq!(layer.value(&(w, [0.0; 3], [0.5_f64, -0.5]))[2], 0.0);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn dot<Rt>(self, other: Ex<Rt>) -> Ex<Dot<L, Rt>> {
        Ex(Dot {
            left: self.0,
            right: other.0,
        })
    }
}

/// How the shapes of two factors meet in a product.
#[diagnostic::on_unimplemented(
    message = "a product of shapes that do not fit: `{Self}` dot `{Other}`",
    label = "`{Self}` dot `{Other}`",
    note = "the last size of the left one must be the first of the right one: as many columns as there are rows"
)]
pub trait Contract<Other: Shape>: Shape {
    /// The shape of the product.
    type To: Shape;
    /// Which kind of product it is.
    type Kind;
}

/// The kinds of products.
pub(in crate::expr) mod kind {
    #[derive(Debug, Clone, Copy)]
    pub struct VectorVector;
    #[derive(Debug, Clone, Copy)]
    pub struct MatrixVector;
    #[derive(Debug, Clone, Copy)]
    pub struct VectorMatrix;
    #[derive(Debug, Clone, Copy)]
    pub struct MatrixMatrix;
}
use kind::{MatrixMatrix, MatrixVector, VectorMatrix, VectorVector};

impl<const N: usize> Contract<[R; N]> for [R; N] {
    type To = R;
    type Kind = VectorVector;
}

impl<const N: usize, const M: usize> Contract<[R; N]> for [[R; N]; M] {
    type To = [R; M];
    type Kind = MatrixVector;
}

impl<const N: usize, const M: usize> Contract<[[R; N]; M]> for [R; M] {
    type To = [R; N];
    type Kind = VectorMatrix;
}

impl<const K: usize, const N: usize, const M: usize> Contract<[[R; N]; K]> for [[R; K]; M] {
    type To = [[R; N]; M];
    type Kind = MatrixMatrix;
}

impl<L: Shaped, Rt: Shaped> Shaped for Dot<L, Rt>
where
    L::Shape: Contract<Rt::Shape>,
{
    type Shape = <L::Shape as Contract<Rt::Shape>>::To;
    type Kept = ();
}

/// A product that is computed element by element.
#[diagnostic::on_unimplemented(
    message = "this product is computed as a whole",
    note = "it stands alone in a `let`: `let c: [[R; 3]; 3] = a.dot(b);`"
)]
pub trait DotElement<Fr: ShapedFrame, L, Rt>: 'static {
    /// The element `at`.
    fn value<S: Scalar>(dot: Dot<L, Rt>, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// Pulls it back.
    fn pull<S: Scalar>(
        dot: Dot<L, Rt>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );

    /// Makes ready for a loop over the elements.
    fn reach<S: Scalar>(
        dot: Dot<L, Rt>,
        cotangents: &mut Cotangents<'_, Fr, S>,
        coverage: Coverage,
    );

    /// Pulls all elements back.
    fn pull_whole<S: Scalar>(
        dot: Dot<L, Rt>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

impl<Fr: ShapedFrame, L: Elementwise<Fr>, Rt: Elementwise<Fr>> DotElement<Fr, L, Rt>
    for VectorVector
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(product: Dot<L, Rt>, values: &Values<'_, Fr, S>, _: usize) -> S {
        dot_of(
            L::Shape::LEN,
            #[cfg_attr(optimized, inline(always))]
            |at| product.left.value(values, at),
            #[cfg_attr(optimized, inline(always))]
            |at| product.right.value(values, at),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        product: Dot<L, Rt>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        product.left.pull_each(
            values,
            L::Shape::LEN,
            Coverage::Every,
            #[cfg_attr(optimized, inline(always))]
            |at| cotangent * product.right.value(values, at),
            cotangents,
        );
        product.right.pull_each(
            values,
            L::Shape::LEN,
            Coverage::Every,
            #[cfg_attr(optimized, inline(always))]
            |at| cotangent * product.left.value(values, at),
            cotangents,
        );
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(_: Dot<L, Rt>, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<S: Scalar>(
        product: Dot<L, Rt>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        received.pull(
            0,
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |cotangent, cotangents| Self::pull(product, 0, cotangent, cotangents),
        );
    }
}

impl<Fr: ShapedFrame, L: Block<Fr>, Rt: Block<Fr>> DotElement<Fr, L, Rt> for MatrixVector {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(product: Dot<L, Rt>, values: &Values<'_, Fr, S>, at: usize) -> S {
        let x = Rt::Shape::flat(product.right.block(values));
        dot(row::<L, Rt, Fr, S>(product.left, values, at), x)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        product: Dot<L, Rt>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let x = Rt::Shape::flat(product.right.block(values));
        let columns = Rt::Shape::LEN;
        let left = product.left.slot(cotangents);
        left.add_scaled(at * columns, cotangent, x);
        let row = row::<L, Rt, Fr, S>(product.left, values, at);
        let right = product.right.slot(cotangents);
        right.add_scaled(0, cotangent, row);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(
        product: Dot<L, Rt>,
        cotangents: &mut Cotangents<'_, Fr, S>,
        coverage: Coverage,
    ) {
        if Fr::IS_LARGE {
            Place::reach(product.left, cotangents, coverage);
        } else {
            product.left.slot(cotangents).reach_rows(coverage);
        }
        Place::reach(product.right, cotangents, coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<S: Scalar>(
        product: Dot<L, Rt>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        if const { Rt::Shape::LEN == 0 } {
            return;
        }
        let values = Fr::values(cotangents);
        let x = *product.right.block(values);
        let x = Rt::Shape::flat(&x);
        product.left.slot(cotangents).add_outer(received, x);
        if !product.right.slot(cotangents).is_wanted() {
            return;
        }
        // Apart from the rows, so that it stays in registers.
        let mut sums = Rt::Shape::fill(S::zero());
        let sums = Rt::Shape::flat_mut(&mut sums);
        let rows = L::Shape::flat(product.left.block(values));
        let columns = x.len();
        // Zeros are added to where that costs nothing.
        let mut is_empty = const { !S::IS_REAL };
        received.each_present(
            #[cfg_attr(optimized, inline(always))]
            |at, cotangent| {
                let row = &rows[at * columns..][..columns];
                if is_empty {
                    kernels::write_each(sums, |at, _| cotangent * row[at]);
                    is_empty = false;
                } else {
                    add_scaled(sums, cotangent, row);
                }
            },
        );
        product.right.slot(cotangents).add_each(
            #[cfg_attr(optimized, inline(always))]
            |at| sums[at].present(),
        );
    }
}

/// A row of the matrix `L`, as long as the vector `Rt`.
#[cfg_attr(optimized, inline(always))]
fn row<'a, L: Block<Fr>, Rt: Block<Fr>, Fr: ShapedFrame, S: Scalar>(
    matrix: L,
    values: &'a Values<'_, Fr, S>,
    at: usize,
) -> &'a [S] {
    &L::Shape::flat(matrix.block(values))[at * Rt::Shape::LEN..][..Rt::Shape::LEN]
}

impl<Fr: ShapedFrame, L: Shaped, Rt: Shaped> Expr<Fr> for Dot<L, Rt>
where
    L::Shape: Contract<Rt::Shape>,
    <L::Shape as Contract<Rt::Shape>>::Kind: DotElement<Fr, L, Rt>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        <L::Shape as Contract<Rt::Shape>>::Kind::value(self, values, at)
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
        (
            Expr::value(self, values, at),
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                <L::Shape as Contract<Rt::Shape>>::Kind::pull(self, at, cotangent, cotangents);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        _: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        <L::Shape as Contract<Rt::Shape>>::Kind::pull(self, at, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        <L::Shape as Contract<Rt::Shape>>::Kind::reach(self, cotangents, coverage);
    }
}

impl<Fr: ShapedFrame, L: Shaped, Rt: Shaped> Elementwise<Fr> for Dot<L, Rt>
where
    Self: Expr<Fr>,
    L::Shape: Contract<Rt::Shape, Kind = MatrixVector>,
    MatrixVector: DotElement<Fr, L, Rt>,
{
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<Whole: Shape, S: Scalar>(
        self,
        _: &Values<'_, Fr, S>,
        _: Option<&[S]>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        <MatrixVector as DotElement<Fr, L, Rt>>::pull_whole(self, received, cotangents);
    }
}

/// A product that a `let` can hold.
pub trait DotTensor<Fr: ShapedFrame, L, Rt>: 'static {
    /// Evaluates it.
    fn define<S: Scalar>(dot: Dot<L, Rt>, values: &Values<'_, Fr, S>, at: usize, row: &mut [S]);

    /// Makes ready for the rows to be pulled back.
    fn reach<S: Scalar>(
        dot: Dot<L, Rt>,
        cotangents: &mut Cotangents<'_, Fr, S>,
        coverage: Coverage,
    );

    /// Pulls it back.
    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<S: Scalar>(
        dot: Dot<L, Rt>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        L: Copy,
        Rt: Copy,
    {
        Self::reach(dot, cotangents, received.coverage());
        for (at, row) in received.rows(Self::ROW).enumerate() {
            Self::pull(dot, at, row, cotangents);
        }
    }

    /// Pulls a row of it back.
    fn pull<S: Scalar>(
        dot: Dot<L, Rt>,
        at: usize,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );

    /// How long a row of it is.
    const ROW: usize;
}

impl<Fr: ShapedFrame, L: Block<Fr>, Rt: Block<Fr>> DotTensor<Fr, L, Rt> for MatrixVector {
    const ROW: usize = 1;

    #[cfg_attr(optimized, inline(always))]
    fn pull_whole<S: Scalar>(
        product: Dot<L, Rt>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        <Self as DotElement<Fr, L, Rt>>::pull_whole(product, received, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(
        product: Dot<L, Rt>,
        values: &Values<'_, Fr, S>,
        at: usize,
        row: &mut [S],
    ) {
        row[0] = <Self as DotElement<Fr, L, Rt>>::value(product, values, at);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(
        product: Dot<L, Rt>,
        cotangents: &mut Cotangents<'_, Fr, S>,
        coverage: Coverage,
    ) {
        <Self as DotElement<Fr, L, Rt>>::reach(product, cotangents, coverage);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        product: Dot<L, Rt>,
        at: usize,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        received.pull(
            0,
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |cotangent, cotangents| {
                <Self as DotElement<Fr, L, Rt>>::pull(product, at, cotangent, cotangents);
            },
        );
    }
}

macro_rules! by_rows {
    ($Kind:ident) => {
        /// A row of the product is the sum of the rows of the right one, each by an element of the left
        /// one's row.
        impl<Fr: ShapedFrame, L: Block<Fr>, Rt: Block<Fr>> DotTensor<Fr, L, Rt> for $Kind
        where
            Rt::Shape: Matrix,
        {
            const ROW: usize = <Rt::Shape as Matrix>::COLUMNS;

            #[cfg_attr(optimized, inline(always))]
            fn define<S: Scalar>(
                product: Dot<L, Rt>,
                values: &Values<'_, Fr, S>,
                at: usize,
                row: &mut [S],
            ) {
                let terms = <Rt::Shape as Matrix>::ROWS;
                let factors = &L::Shape::flat(product.left.block(values))[at * terms..][..terms];
                let rows = Rt::Shape::flat(product.right.block(values));
                row.fill(S::zero());
                for (&factor, term) in factors
                    .iter()
                    .zip(rows.chunks_exact(<Rt::Shape as Matrix>::COLUMNS))
                {
                    add_scaled(row, factor, term);
                }
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(
                product: Dot<L, Rt>,
                cotangents: &mut Cotangents<'_, Fr, S>,
                coverage: Coverage,
            ) {
                Place::reach(product.left, cotangents, coverage);
                Place::reach(product.right, cotangents, coverage);
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                product: Dot<L, Rt>,
                at: usize,
                received: Received<'_, S>,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                let values = Fr::values(cotangents);
                let terms = <Rt::Shape as Matrix>::ROWS;
                let factors = &L::Shape::flat(product.left.block(values))[at * terms..][..terms];
                let rows = Rt::Shape::flat(product.right.block(values));
                let columns = <Rt::Shape as Matrix>::COLUMNS;
                if received.coverage() == Coverage::Some {
                    for column in 0..columns {
                        received.pull(column, cotangents, |cotangent, cotangents| {
                            for (term, &factor) in factors.iter().enumerate() {
                                let other = rows[term * columns + column];
                                product
                                    .left
                                    .add(cotangents, at * terms + term, cotangent * other);
                                let place = term * columns + column;
                                product.right.add(cotangents, place, factor * cotangent);
                            }
                        });
                    }
                    return;
                }
                let cotangent = received.elements();
                let left = product.left.slot(cotangents);
                for (term, row) in rows.chunks_exact(columns).enumerate() {
                    left.add(at * terms + term, dot(cotangent, row));
                }
                let right = product.right.slot(cotangents);
                for (term, &factor) in factors.iter().enumerate() {
                    right.add_scaled(term * columns, factor, cotangent);
                }
            }
        }
    };
}

by_rows!(VectorMatrix);
by_rows!(MatrixMatrix);

/// A matrix of reals.
pub trait Matrix: Shape {
    /// How many rows it has.
    const ROWS: usize;
    /// How many columns it has.
    const COLUMNS: usize;
}

impl<const N: usize, const M: usize> Matrix for [[R; N]; M] {
    const ROWS: usize = M;
    const COLUMNS: usize = N;
}

impl<Fr: ShapedFrame, L: Shaped, Rt: Shaped> Tensor<Fr> for Dot<L, Rt>
where
    L::Shape: Contract<Rt::Shape>,
    <L::Shape as Contract<Rt::Shape>>::Kind: DotTensor<Fr, L, Rt>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let row = <<L::Shape as Contract<Rt::Shape>>::Kind as DotTensor<Fr, L, Rt>>::ROW;
        if row == 1 {
            return write_each(
                place,
                values,
                #[cfg_attr(optimized, inline(always))]
                |values, at| {
                    let mut element = [S::zero()];
                    <<L::Shape as Contract<Rt::Shape>>::Kind as DotTensor<Fr, L, Rt>>::define(
                        self,
                        values,
                        at,
                        &mut element,
                    );
                    element[0]
                },
            );
        }
        let mut product = P::Shape::fill(S::zero());
        let rows = P::Shape::flat_mut(&mut product).chunks_exact_mut(row);
        for (at, row) in rows.enumerate() {
            <L::Shape as Contract<Rt::Shape>>::Kind::define(self, values, at, row);
        }
        *place.block_mut(values) = product;
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        _: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        <<L::Shape as Contract<Rt::Shape>>::Kind as DotTensor<Fr, L, Rt>>::pull_whole(
            self, received, cotangents,
        );
    }
}
