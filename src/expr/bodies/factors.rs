//! The factors of a product: stored where they would be computed again and again.

use super::written::{NoLet, Unchecked, stored};
use crate::expr::products::dot::kind;
use crate::expr::{Contract, Dot, Ex, Local, Operand, R, Shape, Shaped};
use core::marker::PhantomData;
/// How a product's factor is stored, by its shape and the other's: of two vectors neither need be.
#[diagnostic::on_unimplemented(
    message = "a product of shapes that do not fit: `{Self}` and `{Other}`",
    label = "of shape `{Self}`",
    note = "`dot` multiplies vectors and matrices"
)]
pub trait StoreFactor<Other: Shape>: Shape {
    /// Whether.
    type Mode;
}

/// It stays where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Stays;

/// It is stored.
#[derive(Debug, Clone, Copy)]
pub struct IsStored;

impl<const N: usize, const M: usize> StoreFactor<[R; M]> for [R; N] {
    type Mode = Stays;
}

impl<const N: usize, const K: usize, const M: usize> StoreFactor<[[R; K]; M]> for [R; N] {
    type Mode = IsStored;
}

impl<A: Shape, const K: usize, const N: usize, const M: usize> StoreFactor<[A; M]> for [[R; K]; N] {
    type Mode = IsStored;
}

/// A factor of a product that is no variable.
#[derive(Debug, Clone, Copy)]
pub struct Factor<E, Mode>(E, PhantomData<Mode>);

/// A factor of a product that is no variable, and the other one.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::type_complexity, reason = "a mode worked out of two shapes")]
pub fn factor<T: Operand, Other: Operand>(
    factor: T,
    _: &Other,
) -> Factor<
    T::Expr,
    <<T::Expr as Shaped>::Shape as StoreFactor<<Other::Expr as Shaped>::Shape>>::Mode,
>
where
    T::Expr: Shaped,
    Other::Expr: Shaped,
    <T::Expr as Shaped>::Shape: StoreFactor<<Other::Expr as Shaped>::Shape>,
{
    Factor(factor.into_expr().0, PhantomData)
}

/// What is stored if the product demands it.
pub trait BindProduct<const I: usize, To> {
    /// The `let`, if there is one.
    type Let;
    /// What stands for it.
    type Variable;

    /// Both.
    fn bind_product(self) -> (Self::Let, Self::Variable);
}

impl<const I: usize, To, E> BindProduct<I, To> for Factor<E, Stays> {
    type Let = NoLet;
    type Variable = Ex<E>;

    #[cfg_attr(optimized, inline(always))]
    fn bind_product(self) -> (NoLet, Ex<E>) {
        (NoLet, Ex(self.0))
    }
}

impl<const I: usize, To: Copy + 'static, E: Shaped> BindProduct<I, To> for Factor<E, IsStored> {
    type Let = Unchecked<I, To, E::Shape, E>;
    type Variable = Ex<Local<I, To, E::Shape>>;

    #[cfg_attr(optimized, inline(always))]
    fn bind_product(self) -> (Self::Let, Self::Variable) {
        stored(self.0, "")
    }
}

/// Whether a product of this kind is stored inside of an expression.
pub trait StoreProduct {
    /// Whether.
    type Mode;
}

impl StoreProduct for kind::MatrixVector {
    type Mode = Stays;
}

impl StoreProduct for kind::VectorVector {
    type Mode = IsStored;
}

impl StoreProduct for kind::VectorMatrix {
    type Mode = IsStored;
}

impl StoreProduct for kind::MatrixMatrix {
    type Mode = IsStored;
}

impl<const I: usize, To, L, Rt> BindProduct<I, To> for Ex<Dot<L, Rt>>
where
    L: Shaped,
    Rt: Shaped,
    L::Shape: Contract<Rt::Shape>,
    <L::Shape as Contract<Rt::Shape>>::Kind: StoreProduct,
    Factor<Dot<L, Rt>, <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode>:
        BindProduct<I, To>,
{
    type Let = <Factor<
        Dot<L, Rt>,
        <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode,
    > as BindProduct<I, To>>::Let;
    type Variable = <Factor<
        Dot<L, Rt>,
        <<L::Shape as Contract<Rt::Shape>>::Kind as StoreProduct>::Mode,
    > as BindProduct<I, To>>::Variable;

    #[cfg_attr(optimized, inline(always))]
    fn bind_product(self) -> (Self::Let, Self::Variable) {
        Factor(self.0, PhantomData).bind_product()
    }
}
