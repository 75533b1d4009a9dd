//! What a body mentions besides its variables and literals: constants and captured numbers, of any type, arrays of
//! them, and expressions.

use crate::expr::{
    Cond, Constant, Cotangents, Coverage, Elementwise, Ex, Expr, Frame, R, Shape, Shaped, Tensor,
    Values,
};
use crate::expr::{Definable, Received, ShapedFrame};
use crate::scalar::Scalar;

/// What a path of a body stands for.
///
/// An expression is itself, which inherent methods say. What is left is a number: a literal that a user's variable
/// holds may have no type of its own yet, so nothing that follows may depend on it.
#[derive(Debug, Clone, Copy)]
pub struct Mentioned<T>(
    /// What is mentioned.
    pub T,
);

impl<E> Mentioned<Ex<E>> {
    /// The expression.
    #[cfg_attr(optimized, inline(always))]
    pub fn operand(self) -> Ex<E> {
        self.0
    }
}

impl<C> Mentioned<Cond<C>> {
    /// The condition.
    #[cfg_attr(optimized, inline(always))]
    pub fn operand(self) -> Cond<C> {
        self.0
    }
}

impl<A, const N: usize> Mentioned<[A; N]> {
    /// The array, which the function holds.
    #[cfg_attr(optimized, inline(always))]
    pub fn operand(self) -> Ex<Constants<[A; N]>>
    where
        [A; N]: Numbers,
    {
        Ex(Constants(self.0))
    }
}

/// What is mentioned is a number.
pub trait MentionedNumber<T>: Sized {
    /// The number, which the function holds.
    fn operand(self) -> Ex<Constant>
    where
        T: Number;
}

impl<T> MentionedNumber<T> for Mentioned<T> {
    #[cfg_attr(optimized, inline(always))]
    fn operand(self) -> Ex<Constant>
    where
        T: Number,
    {
        Ex(Constant(self.0.to_f64()))
    }
}

/// A number of any type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    label = "neither a variable of this function nor a number",
    note = "numbers are taken as they are, of any type, and so are arrays of them"
)]
pub trait Number: Copy + 'static {
    /// The nearest `f64`.
    fn to_f64(self) -> f64;
}

macro_rules! numbers {
    ($($Number:ty)*) => {
        $(impl Number for $Number {
            #[cfg_attr(optimized, inline(always))]
            #[allow(
                clippy::cast_lossless,
                reason = "some of the types have more digits than an `f64`, most have not"
            )]
            fn to_f64(self) -> f64 {
                self as f64
            }
        }

        impl Numbers for $Number {
            type Shape = R;

            #[cfg_attr(optimized, inline(always))]
            fn get(&self, _: usize) -> f64 {
                Number::to_f64(*self)
            }
        })*
    };
}

numbers!(f64 f32 i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

/// A number, or an array of what is so.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    label = "neither a variable of this function nor an array of numbers"
)]
pub trait Numbers: Copy + 'static {
    /// The shape.
    type Shape: Shape;

    /// The number `at`, in the order of memory.
    fn get(&self, at: usize) -> f64;
}

impl<A: Numbers, const N: usize> Numbers for [A; N] {
    type Shape = [A::Shape; N];

    #[cfg_attr(optimized, inline(always))]
    fn get(&self, at: usize) -> f64 {
        self[at / A::Shape::LEN].get(at % A::Shape::LEN)
    }
}

/// An array of numbers in an expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constants<A>(A);

impl<A: Numbers> Shaped for Constants<A> {
    type Shape = A::Shape;
    type Kept = ();
}

impl<Fr: Frame, A: Numbers> Elementwise<Fr> for Constants<A> {}

impl<Fr: Frame, A: Numbers> Expr<Fr> for Constants<A> {
    const LEAF: bool = true;

    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, _: &Values<'_, Fr, S>, at: usize) -> S {
        S::constant(self.0.get(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        _: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, A>,
    ) {
        (
            S::constant(self.0.get(at)),
            #[cfg_attr(optimized, inline(always))]
            |_, _: &mut Cotangents<'_, Fr, S>| {},
        )
    }
}

impl<Fr: ShapedFrame, A: Numbers> Tensor<Fr> for Constants<A> {
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let elements = P::Shape::flat_mut(place.block_mut(values));
        for (at, element) in elements.iter_mut().enumerate() {
            *element = S::constant(self.0.get(at));
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        _: P,
        _: Received<'_, S>,
        _: &mut Cotangents<'_, Fr, S>,
    ) {
    }
}
