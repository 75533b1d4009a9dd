//! Arrays of which an element is assigned to.

use crate::expr::loops::index::{Index, Rows};
use crate::expr::{
    AllReal, Cotangents, Coverage, Definable, Elementwise, Ex, Expr, LetTree, Lets, Meet, Operand,
    Received, Shape, Shaped, ShapedFrame, Tensor, Values,
};
use crate::scalar::Scalar;

/// An array with another element in the place of one.
#[derive(Debug, Clone, Copy)]
pub struct Put<F, V, E> {
    array: V,
    index: F,
    element: E,
}

/// An array with another element in the place of one: `a[i] = x`.
#[inline(always)]
pub fn put<F, V, T>(array: Ex<V>, index: F, element: T) -> Ex<Put<F, V, T::Expr>>
where
    F: Index,
    V: Shaped<Shape: Rows>,
    T: Operand<Expr: Shaped>,
    <T::Expr as Shaped>::Shape: Meet<<V::Shape as Rows>::Row, To = <V::Shape as Rows>::Row>,
{
    Ex(Put {
        array: array.0,
        index,
        element: element.into_expr().0,
    })
}

impl<F: Index, V: Shaped<Shape: Rows>, E: Copy + 'static> Shaped for Put<F, V, E> {
    type Shape = V::Shape;
}

/// Where the element begins in the array, and how long it is.
#[inline(always)]
fn position<F: Index, Sh: Rows, Fr: ShapedFrame, S: Scalar>(
    index: F,
    values: &Values<'_, Fr, S>,
) -> (usize, usize) {
    let index = index.index(&Fr::indices(values));
    let (rows, len) = (Sh::ROWS, Sh::Row::LEN);
    assert!(
        index < rows,
        "index out of bounds: the len is {rows} but the index is {index}"
    );
    (index * len, len)
}

impl<Fr, F, V, E> Tensor<Fr> for Put<F, V, E>
where
    Fr: ShapedFrame,
    F: Index,
    V: Elementwise<Fr> + Shaped<Shape: Rows>,
    E: Expr<Fr>,
{
    #[inline(always)]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let (start, len) = position::<F, V::Shape, Fr, S>(self.index, values);
        let mut array = P::Shape::from_fn(&mut |at| self.array.value(values, at));
        let elements = &mut P::Shape::flat_mut(&mut array)[start..][..len];
        for (at, element) in elements.iter_mut().enumerate() {
            *element = self.element.value(values, at);
        }
        *place.block_mut(values) = array;
    }
    #[inline(always)]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        _: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let (start, len) = position::<F, V::Shape, Fr, S>(self.index, values);
        self.array.reach(cotangents, Coverage::Some);
        self.element.reach(cotangents, Coverage::Some);
        for at in (0..start).chain(start + len..P::Shape::LEN) {
            received.pull(
                at,
                cotangents,
                #[inline(always)]
                |cotangent, cotangents| self.array.pull(values, at, None, cotangent, cotangents),
            );
        }
        for at in 0..len {
            received.pull(
                start + at,
                cotangents,
                #[inline(always)]
                |cotangent, cotangents| self.element.pull(values, at, None, cotangent, cotangents),
            );
        }
    }
}

/// An element of an array that is changed where it lies.
///
/// On the way back what it has received is taken out of the cotangent of the array, which is that of the array
/// before then.
#[derive(Debug, Clone, Copy)]
pub struct Change<F, V, E> {
    array: V,
    index: F,
    element: E,
}

/// An element of an array that is changed where it lies.
#[inline(always)]
pub fn change<F, V, T>(array: Ex<V>, index: F, element: T) -> Change<F, V, T::Expr>
where
    F: Index,
    V: Shaped<Shape: Rows>,
    T: Operand<Expr: Shaped>,
    <T::Expr as Shaped>::Shape: Meet<<V::Shape as Rows>::Row, To = <V::Shape as Rows>::Row>,
{
    Change {
        array: array.0,
        index,
        element: element.into_expr().0,
    }
}

impl<F: Index, V: Copy + 'static, E: Copy + 'static> LetTree for Change<F, V, E> {
    type Places = ();
    type Kind = AllReal;
}

impl<Fr, F, V, E> Lets<Fr> for Change<F, V, E>
where
    Fr: ShapedFrame,
    F: Index,
    V: Definable<Fr> + Shaped<Shape: Rows>,
    E: Expr<Fr>,
{
    #[inline(always)]
    fn define<S: Scalar>(self, values: &mut Values<'_, Fr, S>) {
        let (start, len) = position::<F, <V as Shaped>::Shape, Fr, S>(self.index, values);
        for at in 0..len {
            let element = self.element.value(values, at);
            <V as crate::expr::Block<Fr>>::Shape::flat_mut(self.array.block_mut(values))
                [start + at] = element;
        }
    }
    #[inline(always)]
    fn vjp<S: Scalar>(
        self,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(&mut Cotangents<'_, Fr, S>) + Copy + use<Fr, F, V, E, S> {
        self.define(values);
        #[inline(always)]
        move |cotangents: &mut Cotangents<'_, Fr, S>| self.pull(cotangents)
    }
    #[inline(always)]
    fn pull<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) {
        let values = Fr::values(cotangents);
        let (start, len) = position::<F, <V as Shaped>::Shape, Fr, S>(self.index, values);
        if len > 1 {
            self.element.reach(cotangents, Coverage::Some);
        }
        for at in 0..len {
            let received = self.array.slot(cotangents).take_out(start + at);
            received.pull(
                cotangents,
                #[inline(always)]
                |cotangent, cotangents| self.element.pull(values, at, None, cotangent, cotangents),
            );
        }
    }
}
