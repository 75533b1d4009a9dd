//! The rows, or the columns, of a matrix: each is reduced, or computed as a whole, by itself.

use crate::expr::views::view::{Arrangement, View};
use crate::expr::{
    Cotangents, Definable, Elementwise, Ex, Expr, R, Received, Shape, ShapedFrame, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The rows or the columns of a matrix, which a reduction makes a vector of.
#[derive(Debug, Clone, Copy)]
pub struct Along<A, E> {
    operand: E,
    axis: PhantomData<A>,
}

/// The rows of an array.
#[derive(Debug, Clone, Copy)]
pub struct ByRows;

/// The columns of a matrix.
#[derive(Debug, Clone, Copy)]
pub struct ByColumns;

/// The lines into which an array of a shape falls.
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Of}` has no rows and columns",
    label = "of shape `{Of}`",
    note = "`rows` and `columns` are of matrices"
)]
pub trait Axis<Of: Shape>: Copy + 'static {
    /// The shape of a line.
    type Line: Shape;
    /// The shape of an array that has a real for each line.
    type Lines: Shape;

    /// Where an element of a line is in the array.
    fn index(line: usize, at: usize) -> usize;
}

impl<A: Shape, const M: usize, const N: usize> Axis<[[A; M]; N]> for ByRows {
    type Line = [A; M];
    type Lines = [R; N];

    #[cfg_attr(optimized, inline(always))]
    fn index(line: usize, at: usize) -> usize {
        line * Self::Line::LEN + at
    }
}

impl<const M: usize, const N: usize> Axis<[[R; M]; N]> for ByColumns {
    type Line = [R; N];
    type Lines = [R; M];

    #[cfg_attr(optimized, inline(always))]
    fn index(line: usize, at: usize) -> usize {
        at * M + line
    }
}

/// One line.
#[derive(Debug, Clone, Copy)]
pub struct Line<A> {
    number: usize,
    axis: PhantomData<A>,
}

impl<Of: Shape, A: Axis<Of>> Arrangement<Of> for Line<A> {
    type To = A::Line;

    #[cfg_attr(optimized, inline(always))]
    fn index(self, at: usize) -> usize {
        A::index(self.number, at)
    }
}

impl<E> Ex<E> {
    /// The rows of a matrix, each of which is reduced by itself, or computed as a whole.
    ///
    /// All [reductions](Ex::sum) can follow, which make a vector of it, and [`softmax`](Ex::softmax),
    /// [`log_softmax`](Ex::log_softmax) and [`cumulative_sum`](Ex::cumulative_sum), which give a matrix again. Of an array of
    /// matrices the rows are these.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     fn sums(m: [[R; 3]; 2]) -> [R; 2] { m.rows().sum() }
    ///     /// Of a query's scores, one row for each: what is looked at, weighted.
    ///     fn attention(scores: [[R; 2]; 3], values: [R; 2]) -> [R; 3] {
    ///         scores.rows().softmax().dot(values)
    ///     }
    /// }
    /// assert_eq!(sums.value(&[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), [6.0, 15.0]);
    /// assert_eq!(attention.value(&([[0.0; 2], [9.0; 2], [0.0, 1000.0]], [1.0, 3.0])), [2.0, 2.0, 3.0]);
    /// ```
    ///
    /// For any other function of a row write a loop: `for i in 0..2 { y[i] = f(m[i]); }`.
    #[cfg_attr(optimized, inline(always))]
    pub fn rows(self) -> Ex<Along<ByRows, E>> {
        Ex(Along {
            operand: self.0,
            axis: PhantomData,
        })
    }

    /// The columns of a matrix, as [`rows`](Ex::rows) are its rows.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     fn means(m: [[R; 3]; 2]) -> [R; 3] { m.columns().mean() }
    ///     /// Without its mean each column, divided by its root mean square.
    ///     fn spread(m: [[R; 3]; 2]) -> [R; 3] {
    ///         let centred = m - m.columns().mean().tile::<2>();
    ///         centred.columns().norm() / f64::sqrt(2.0)
    ///     }
    /// }
    /// let m = [[1.0, 2.0, 3.0], [3.0, 6.0, 9.0]];
    /// assert_eq!(means.value(&m), [2.0, 4.0, 6.0]);
    /// assert_eq!(spread.value(&m).map(f64::round), [1.0, 2.0, 3.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn columns(self) -> Ex<Along<ByColumns, E>> {
        Ex(Along {
            operand: self.0,
            axis: PhantomData,
        })
    }
}

impl<A: Copy + 'static, E: Copy + 'static> Along<A, E> {
    /// One of the lines.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn line(self, number: usize) -> View<Line<A>, E> {
        View {
            operand: self.operand,
            arrangement: Line {
                number,
                axis: PhantomData,
            },
        }
    }

    /// Evaluates a reduction of each line.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn define_each<Fr, P, Red, S>(
        self,
        reduction: impl Fn(View<Line<A>, E>) -> Red + Copy,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) where
        Fr: ShapedFrame,
        P: Definable<Fr>,
        Red: Expr<Fr>,
        S: Scalar,
    {
        for number in 0..P::Shape::LEN {
            let value = reduction(self.line(number)).value(values, 0);
            P::Shape::flat_mut(place.block_mut(values))[number] = value;
        }
    }

    /// Pulls back what a reduction of each line has received.
    #[cfg_attr(optimized, inline(always))]
    pub(in crate::expr) fn pull_each<Fr, P, Red, S>(
        self,
        reduction: impl Fn(View<Line<A>, E>) -> Red + Copy,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) where
        Fr: ShapedFrame,
        E: Elementwise<Fr>,
        P: Definable<Fr>,
        Red: Expr<Fr>,
        S: Scalar,
    {
        let values = Fr::values(cotangents);
        let elements = P::Shape::flat(place.block(values));
        self.operand.reach(cotangents, received.coverage());
        for (number, &value) in elements.iter().enumerate() {
            received.pull(
                number,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| {
                    let line = reduction(self.line(number));
                    line.pull_with(values, 0, value, cotangent, cotangents);
                },
            );
        }
    }
}
