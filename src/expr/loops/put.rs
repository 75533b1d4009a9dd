//! Arrays of which an element, or a row, is assigned to.

use crate::expr::loops::index::{Path, Rows};
use crate::expr::{
    AllReal, Broadcast, Cotangents, Coverage, Definable, Elementwise, Ex, Expr, LetTree, Lets,
    Operand, Received, Shape, Shaped, ShapedFrame, Tensor, Values,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// An array with another part in the place of one.
#[derive(Debug, Clone, Copy)]
pub struct Put<F, V, E> {
    array: V,
    path: F,
    element: E,
}

/// An array with another part in the place of one: `a[i] = x`.
#[cfg_attr(optimized, inline(always))]
pub fn put<F, V, T>(array: Ex<V>, path: F, element: T) -> Ex<Put<F, V, T::Expr>>
where
    F: Path<V::Shape>,
    V: Shaped<Shape: Rows>,
    T: Operand<Expr: Shaped>,
    <T::Expr as Shaped>::Shape: Broadcast<F::Part, To = F::Part>,
{
    Ex(Put {
        array: array.0,
        path,
        element: element.into_expr().0,
    })
}

impl<F: Copy + 'static, V: Shaped<Shape: Rows>, E: Copy + 'static> Shaped for Put<F, V, E> {
    type Shape = V::Shape;
    type Kept = ();
}

/// Where the part is in the array, if it is written.
#[cfg_attr(optimized, inline(always))]
fn part<F: Path<Sh>, Sh: Shape, Fr: ShapedFrame, S: Scalar>(
    path: F,
    values: &Values<'_, Fr, S>,
) -> core::ops::Range<usize> {
    let start = path.start(&Fr::indices(values));
    start.map_or(0..0, |start| start..start + F::Part::LEN)
}

impl<Fr, F, V, E> Tensor<Fr> for Put<F, V, E>
where
    Fr: ShapedFrame,
    F: Path<V::Shape>,
    V: Elementwise<Fr> + Shaped<Shape: Rows>,
    E: Expr<Fr>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let part = part::<F, V::Shape, Fr, S>(self.path, values);
        let mut array = P::Shape::from_fn(&mut |at| self.array.value(values, at));
        let elements = &mut P::Shape::flat_mut(&mut array)[part];
        for (at, element) in elements.iter_mut().enumerate() {
            *element = self.element.value(values, at);
        }
        *place.block_mut(values) = array;
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        _: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let part = part::<F, V::Shape, Fr, S>(self.path, values);
        self.array.reach(cotangents, Coverage::Some);
        self.element.reach(cotangents, Coverage::Some);
        for at in (0..part.start).chain(part.end..P::Shape::LEN) {
            received.pull(
                at,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.array.pull(values, at, cotangent, cotangents),
            );
        }
        for at in 0..part.len() {
            received.pull(
                part.start + at,
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.element.pull(values, at, cotangent, cotangents),
            );
        }
    }
}

/// A part of an array that is changed where it lies.
///
/// On the way back what it has received is taken out of the cotangent of the array, which is that of the array
/// before then.
#[derive(Debug, Clone, Copy)]
pub struct Change<F, V, E> {
    array: V,
    path: F,
    element: E,
}

/// A part of an array that is changed where it lies.
#[cfg_attr(optimized, inline(always))]
pub fn change<F, V, T>(array: Ex<V>, path: F, element: T) -> Change<F, V, T::Expr>
where
    F: Path<V::Shape>,
    V: Shaped<Shape: Rows>,
    T: Operand<Expr: Shaped>,
    <T::Expr as Shaped>::Shape: Broadcast<F::Part, To = F::Part>,
{
    Change {
        array: array.0,
        path,
        element: element.into_expr().0,
    }
}

impl<F: Copy + 'static, V: Copy + 'static, E: Copy + 'static> LetTree for Change<F, V, E> {
    type Places = ();
    type Kept = ();
    type Kind = AllReal;
}

impl<Fr, F, V, E> Lets<Fr> for Change<F, V, E>
where
    Fr: ShapedFrame,
    F: Path<<V as Shaped>::Shape>,
    V: Definable<Fr> + Shaped<Shape: Rows>,
    E: Expr<Fr>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let part = part::<F, <V as Shaped>::Shape, Fr, S>(self.path, values);
        for at in 0..part.len() {
            let element = self.element.value(values, at);
            <V as crate::expr::Block<Fr>>::Shape::flat_mut(self.array.block_mut(values))
                [part.start + at] = element;
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, (): &(), cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let part = part::<F, <V as Shaped>::Shape, Fr, S>(self.path, values);
        if part.len() > 1 {
            self.element.reach(cotangents, Coverage::Some);
        }
        for at in 0..part.len() {
            let received = self.array.slot(cotangents).take_out(part.start + at);
            received.pull(
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |cotangent, cotangents| self.element.pull(values, at, cotangent, cotangents),
            );
        }
    }
}

/// That an array has a part: a branch that is taken uses it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<F, V> {
    path: F,
    array: PhantomData<V>,
}

/// That an array has a part.
#[cfg_attr(optimized, inline(always))]
pub fn checked<F, V>(_: Ex<V>, path: F) -> Checked<F, V>
where
    F: Path<V::Shape>,
    V: Shaped<Shape: Rows>,
{
    Checked {
        path,
        array: PhantomData,
    }
}

impl<F: Copy + 'static, V: Copy + 'static> LetTree for Checked<F, V> {
    type Places = ();
    type Kept = ();
    type Kind = AllReal;
}

impl<Fr, F, V> Lets<Fr> for Checked<F, V>
where
    Fr: ShapedFrame,
    F: Path<V::Shape>,
    V: Shaped<Shape: Rows>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        // It panics if there is none.
        let _ = self.path.start(&Fr::indices(values));
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
        (): &mut (),
    ) -> impl Fn(&(), &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, F, V, S> {
        self.define(values);
        |(): &(), _: &mut Cotangents<'_, Fr, S>| {}
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(self, (): &(), _: &mut Cotangents<'_, Fr, S>) {}
}
