//! The kinds of systems of equations: of a general matrix, and of triangular ones.

use super::equations::{Solution, System};
use super::factor::Factored;
use super::small::Matrix;
use super::square::{RightHandSide, SquareMatrix};
use super::triangular::{as_it_is, solve_backward, solve_forward, transposed};
use crate::expr::{Coverage, Ex, Operand, Shaped};
use crate::scalar::Scalar;

/// A x = b.
#[derive(Debug, Clone, Copy)]
pub struct General;

/// L x = b, where L is the lower triangle.
#[derive(Debug, Clone, Copy)]
pub struct Lower;

/// Lᵀ x = b, where L is the lower triangle.
#[derive(Debug, Clone, Copy)]
pub struct LowerTransposed;

/// U x = b, where U is the upper triangle.
#[derive(Debug, Clone, Copy)]
pub struct Upper;

// The bounds are written out for each, so that a message points to the method and not into a macro.
impl<E> Ex<E> {
    /// The solution x of A x = b, where A is a square matrix and b a vector, or a matrix of right-hand sides as its
    /// columns.
    ///
    /// Up to 4 × 4 it is in closed form where that is accurate; elsewhere, and for larger matrices, by an elimination with
    /// partial pivoting. Where A is singular, which is known exactly if a pivot is 0, every element of x is NaN.
    ///
    /// It is pulled back by one more solution, b̄ = A⁻ᵀ x̄ and Ā = −b̄ xᵀ.
    ///
    /// Each call factorises A, in each step of a loop, too. Where A is the same in all steps, take `let y = a.inverse();` before
    /// the loop and `y.dot(b)` in it, or of a symmetric positive definite matrix its [`cholesky`](Ex::cholesky) factor. Several
    /// right-hand sides that are known together are the columns of one matrix.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// The current through the first of two meshes, for resistances and sources.
    ///     fn current(r1, r2, r3; sources: [R; 2]) {
    ///         let matrix = [[r1 + r2, -r2], [-r2, r2 + r3]];
    ///         matrix.solve(sources)[0]
    ///     }
    /// }
    /// let (value, in_r) = current.with(&[5.0, 0.0]).value_and_gradient(&[1.0, 2.0, 2.0]);
    /// assert_eq!(value, 2.5);
    /// assert!(in_r[0] < 0.0 && in_r[1] < 0.0 && in_r[2] < 0.0);
    /// ```
    ///
    /// The right-hand side has as many elements as the matrix has rows:
    ///
    /// ```compile_fail,E0277
    /// # use monograd::prelude::*;
    /// func! { fn f(a: [[R; 3]; 3], b: [R; 2]) { a.solve(b).sum() } }
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn solve<B: Operand>(self, right: B) -> Ex<Solution<General, E, B::Expr>>
    where
        E: Shaped<Shape: SquareMatrix>,
        B::Expr: Shaped<Shape: RightHandSide<E::Shape>>,
    {
        Ex(Solution::new(self.0, right.into_expr().0))
    }

    /// The solution x of L x = b by forward substitution, where L is the lower triangle of a matrix, whose
    /// other elements are not read; b is a vector, or a matrix of columns. Where an element of the diagonal is 0, every
    /// element of x is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn f(l: [[R; 2]; 2], b: [R; 2]) -> [R; 2] { l.solve_lower(b) } }
    /// assert_eq!(f.value(&([[2.0, 99.0], [1.0, 4.0]], [2.0, 9.0])), [1.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn solve_lower<B: Operand>(self, right: B) -> Ex<Solution<Lower, E, B::Expr>>
    where
        E: Shaped<Shape: SquareMatrix>,
        B::Expr: Shaped<Shape: RightHandSide<E::Shape>>,
    {
        Ex(Solution::new(self.0, right.into_expr().0))
    }

    /// The solution x of Lᵀ x = b by back substitution, where L is the lower triangle of a matrix, whose other elements
    /// are not read; b is a vector, or a matrix of columns. With a [`cholesky`](Ex::cholesky) factor L of A, A⁻¹ b is
    /// `l.solve_lower_transposed(l.solve_lower(b))`. Where an element of the diagonal is 0, every element of x is NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn f(l: [[R; 2]; 2], b: [R; 2]) -> [R; 2] { l.solve_lower_transposed(b) } }
    /// assert_eq!(f.value(&([[2.0, 99.0], [1.0, 4.0]], [4.0, 8.0])), [1.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn solve_lower_transposed<B: Operand>(
        self,
        right: B,
    ) -> Ex<Solution<LowerTransposed, E, B::Expr>>
    where
        E: Shaped<Shape: SquareMatrix>,
        B::Expr: Shaped<Shape: RightHandSide<E::Shape>>,
    {
        Ex(Solution::new(self.0, right.into_expr().0))
    }

    /// The solution x of U x = b by back substitution, where U is the upper triangle of a matrix, whose other elements
    /// are not read; b is a vector, or a matrix of columns. Where an element of the diagonal is 0, every element of x is
    /// NaN.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn f(u: [[R; 2]; 2], b: [R; 2]) -> [R; 2] { u.solve_upper(b) } }
    /// assert_eq!(f.value(&([[2.0, 1.0], [99.0, 4.0]], [4.0, 8.0])), [1.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn solve_upper<B: Operand>(self, right: B) -> Ex<Solution<Upper, E, B::Expr>>
    where
        E: Shaped<Shape: SquareMatrix>,
        B::Expr: Shaped<Shape: RightHandSide<E::Shape>>,
    {
        Ex(Solution::new(self.0, right.into_expr().0))
    }
}

impl System for General {
    type Factor<S: Scalar, const N: usize> = Factored<S, N>;

    const COVERAGE: Coverage = Coverage::Every;

    #[cfg_attr(optimized, inline(always))]
    fn factor<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Factored<S, N> {
        Factored::of(a)
    }
    #[cfg_attr(optimized, inline(always))]
    fn solve<S: Scalar, const N: usize>(by: &Factored<S, N>, b: &[S; N]) -> [S; N] {
        by.solve(b)
    }
    #[cfg_attr(optimized, inline(always))]
    fn solve_adjoint<S: Scalar, const N: usize>(by: &Factored<S, N>, b: &[S; N]) -> [S; N] {
        by.solve_transposed(b)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        i: usize,
        j: usize,
        x: impl Fn(usize) -> S + Copy,
        lambda: impl Fn(usize) -> S + Copy,
    ) -> S {
        -(lambda(i) * x(j))
    }
}

/// A triangle: how it is solved, and the product that is its element's cotangent.
macro_rules! triangles {
    ($($System:ident $solve:ident $element:ident, adjoint $adjoint:ident $adjoint_element:ident,
        reads |$i:ident, $j:ident| $reads:expr, |$x:ident, $lambda:ident| $cotangent:expr;)*) => {
        $(impl System for $System {
            type Factor<S: Scalar, const N: usize> = Matrix<S, N>;

            const COVERAGE: Coverage = Coverage::Some;

            #[cfg_attr(optimized, inline(always))]
            fn factor<S: Scalar, const N: usize>(a: &Matrix<S, N>) -> Matrix<S, N> {
                *a
            }
            #[cfg_attr(optimized, inline(always))]
            fn solve<S: Scalar, const N: usize>(by: &Matrix<S, N>, b: &[S; N]) -> [S; N] {
                $solve(by, $element, b)
            }
            #[cfg_attr(optimized, inline(always))]
            fn solve_adjoint<S: Scalar, const N: usize>(by: &Matrix<S, N>, b: &[S; N]) -> [S; N] {
                $adjoint(by, $adjoint_element, b)
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull<S: Scalar>(
                $i: usize,
                $j: usize,
                $x: impl Fn(usize) -> S,
                $lambda: impl Fn(usize) -> S,
            ) -> S {
                if $reads { (-($cotangent)).present() } else { S::absent() }
            }
        })*
    };
}

triangles! {
    Lower solve_forward as_it_is, adjoint solve_backward transposed,
        reads |i, j| j <= i, |x, lambda| lambda(i) * x(j);
    LowerTransposed solve_backward transposed, adjoint solve_forward as_it_is,
        reads |i, j| j <= i, |x, lambda| x(i) * lambda(j);
    Upper solve_backward as_it_is, adjoint solve_forward transposed,
        reads |i, j| j >= i, |x, lambda| lambda(i) * x(j);
}
