//! Arrays put together: of reals, and of arrays.

use crate::expr::{
    Cotangents, Coverage, Elementwise, Ex, Expr, Fits, Operands, Shape, Shaped, ShapedFrame,
    Values, count, for_each_small_arity,
};
use crate::scalar::Scalar;

/// An array of elements of one shape, each an expression of its own.
#[derive(Debug, Clone, Copy)]
pub struct Stack<A>(A);

/// The array of a tuple of elements of one shape, up to twelve: of reals a vector, of vectors a matrix with these rows.
///
/// In a body `[x, y]` is the same.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn rotated(angle; v: [R; 2]) -> [R; 2] {
///         let rotation = [[angle.cos(), -angle.sin()], [angle.sin(), angle.cos()]];
///         rotation.dot(v)
///     }
/// }
/// let turned = rotated.with(&[1.0, 0.0]);
/// assert_eq!(turned.jacobian(&[0.0]), [[0.0], [1.0]]);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn stack<A: Operands<N>, const N: usize>(elements: A) -> Ex<Stack<A::Exprs>> {
    Ex(Stack(elements.into_exprs()))
}

macro_rules! stacks {
    ((0 $First:ident) $(($index:tt $Rest:ident))*) => {
        impl<$First: Shaped, $($Rest: Shaped),*> Shaped for Stack<($First, $($Rest,)*)>
        where
            $($Rest::Shape: Fits<$First::Shape>),*
        {
            type Shape = [$First::Shape; count!($First $($Rest)*)];
            type Kept = ();
        }

        impl<Fr, $First, $($Rest),*> Elementwise<Fr> for Stack<($First, $($Rest,)*)>
        where
            Fr: ShapedFrame,
            $First: Expr<Fr> + Shaped,
            $($Rest: Expr<Fr> + Shaped<Shape: Fits<$First::Shape>>,)*
        {
        }

        impl<Fr, $First, $($Rest),*> Expr<Fr> for Stack<($First, $($Rest,)*)>
        where
            Fr: ShapedFrame,
            $First: Expr<Fr> + Shaped,
            $($Rest: Expr<Fr>,)*
        {
            #[cfg_attr(optimized, inline(always))]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
                let (element, at) = (at / $First::Shape::LEN, at % $First::Shape::LEN);
                match element {
                    0 => self.0.0.value(values, at),
                    $($index => self.0.$index.value(values, at),)*
                    _ => unreachable!("an array has no element beyond its length"),
                }
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, $First, $($Rest),*>,
            ) {
                (
                    Expr::value(self, values, at),
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                        let values = Fr::values(cotangents);
                        let (element, at) = (at / $First::Shape::LEN, at % $First::Shape::LEN);
                        match element {
                            0 => self.0.0.pull(values, at, cotangent, cotangents),
                            $($index => {
                                self.0.$index.pull(values, at, cotangent, cotangents);
                            })*
                            _ => unreachable!("an array has no element beyond its length"),
                        }
                    },
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
                self.0.0.reach(cotangents, coverage);
                $(self.0.$index.reach(cotangents, coverage);)*
            }
        }
    };
}

for_each_small_arity!(stacks);

/// One array after another, `N` elements in all.
#[derive(Debug, Clone, Copy)]
pub struct Concat<const N: usize, L, Rt> {
    left: L,
    right: Rt,
}

impl<L> Ex<L> {
    /// The elements of this array, then those of another: `N` in all.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn joined(x: [R; 2], y: [R; 3]) -> [R; 5] { x.concat(y) } }
    /// assert_eq!(joined.value(&([1.0, 2.0], [3.0, 4.0, 5.0])), [1.0, 2.0, 3.0, 4.0, 5.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn concat<const N: usize, Rt>(self, other: Ex<Rt>) -> Ex<Concat<N, L, Rt>> {
        Ex(Concat {
            left: self.0,
            right: other.0,
        })
    }
}

/// How the shapes of two arrays are put one after the other.
#[diagnostic::on_unimplemented(
    message = "arrays that cannot be put one after the other: `{Self}` and `{Other}`",
    label = "`{Self}`, then `{Other}`",
    note = "both must be arrays of the same"
)]
pub trait Join<Other: Shape, const N: usize>: Shape {
    /// The shape of both.
    type To: Shape;

    /// Checks that `N` is the number of both.
    fn check();
}

impl<A: Shape, const I: usize, const J: usize, const N: usize> Join<[A; J], N> for [A; I] {
    type To = [A; N];

    #[cfg_attr(optimized, inline(always))]
    fn check() {
        const {
            assert!(
                I + J == N,
                "the declared size is not the sum of both arrays' sizes"
            )
        }
    }
}

impl<L: Shaped, Rt: Shaped, const N: usize> Shaped for Concat<N, L, Rt>
where
    L::Shape: Join<Rt::Shape, N>,
{
    type Shape = <L::Shape as Join<Rt::Shape, N>>::To;
    type Kept = ();
}

impl<Fr: ShapedFrame, L: Elementwise<Fr>, Rt: Elementwise<Fr>, const N: usize> Elementwise<Fr>
    for Concat<N, L, Rt>
where
    L::Shape: Join<Rt::Shape, N>,
{
}

impl<Fr: ShapedFrame, L: Elementwise<Fr>, Rt: Elementwise<Fr>, const N: usize> Expr<Fr>
    for Concat<N, L, Rt>
where
    L::Shape: Join<Rt::Shape, N>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        L::Shape::check();
        if at < L::Shape::LEN {
            self.left.value(values, at)
        } else {
            self.right.value(values, at - L::Shape::LEN)
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, L, Rt, S, N>,
    ) {
        (
            Expr::value(self, values, at),
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                if at < L::Shape::LEN {
                    let (_, pull) = self.left.vjp(values, at);
                    pull(cotangent, cotangents);
                } else {
                    let (_, pull) = self.right.vjp(values, at - L::Shape::LEN);
                    pull(cotangent, cotangents);
                }
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        self.left.reach(cotangents, coverage);
        self.right.reach(cotangents, coverage);
    }
}
