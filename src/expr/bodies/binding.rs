//! `let`s: how the value of an expression gets its place.

use crate::expr::loops::index::{Index, Rows};
use crate::expr::{
    Apply, Binary, Captured, Component, Concat, Cost, Cotangents, Datum, Definable, Elementwise,
    Expr, Filled, Frame, Indexed, Input, KeptOf, Local, Outer, R, Received, Select, Shape, Shaped,
    ShapedFrame, Slice, Stack, State, Unary, Values, View,
};
use crate::scalar::Scalar;

/// That an expression has the shape it must have.
#[diagnostic::on_unimplemented(
    message = "a `let` or a result of shape `{Expected}` cannot hold an expression of shape `{Self}`",
    label = "of shape `{Self}`, expected `{Expected}`",
    note = "a `let` without a shape is a real; write the shape: `let h: {Self} = …`; of a result, `fn f(…) -> {Self}`"
)]
pub trait Fits<Expected: Shape>: Shape {}

impl<Sh: Shape> Fits<Sh> for Sh {}

/// What a `let` of the shape `Sh` can hold.
///
/// An array is defined element by element by an [`Elementwise`] expression, or as a whole by a
/// [`Tensor`].
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be held by a `let` of shape `{Sh}`")]
pub trait Bind<Fr: ShapedFrame, Sh: Shape>: Shaped {
    /// What its gradient costs.
    const COST: Cost = Cost::UNKNOWN;

    /// Evaluates it into its place.
    fn define<S: Scalar, P: Definable<Fr, Shape = Sh>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    );

    /// Evaluates it into its place, and gives the pullback.
    fn vjp<S: Scalar, P: Definable<Fr, Shape = Sh>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, Sh, S, P>;

    /// Evaluates it into its place, and keeps what else [`pull`](Bind::pull) needs.
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar, P: Definable<Fr, Shape = Sh>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
        _kept: &mut KeptOf<Self, S>,
    ) {
        self.define(place, values);
    }

    /// Pulls back what the value that is in its place has received.
    fn pull<S: Scalar, P: Definable<Fr, Shape = Sh>>(
        self,
        place: P,
        kept: &KeptOf<Self, S>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

impl<Fr: ShapedFrame, E: Expr<Fr> + Shaped> Bind<Fr, R> for E
where
    E::Shape: Fits<R>,
{
    const COST: Cost = E::COST;

    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar, P: Definable<Fr, Shape = R>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) {
        let value = self.value(values, 0);
        *place.block_mut(values) = value;
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar, P: Definable<Fr, Shape = R>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S, P> {
        let (value, pull) = Expr::vjp(self, values, 0);
        *place.block_mut(values) = value;
        #[cfg_attr(optimized, inline(always))]
        move |received: Received<'_, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
            received.pull(0, cotangents, pull);
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn keep<S: Scalar, P: Definable<Fr, Shape = R>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
        kept: &mut KeptOf<Self, S>,
    ) {
        let value = Expr::keep(self, values, kept);
        *place.block_mut(values) = value;
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, P: Definable<Fr, Shape = R>>(
        self,
        place: P,
        kept: &KeptOf<Self, S>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let value = *place.block(values);
        received.pull(
            0,
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |cotangent, cotangents| {
                Expr::pull_kept(self, values, value, kept, cotangent, cotangents);
            },
        );
    }
}

impl<Fr: ShapedFrame, E: Tensor<Fr>, A: Shape, const N: usize> Bind<Fr, [A; N]> for E
where
    E::Shape: Fits<[A; N]>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define<S: Scalar, P: Definable<Fr, Shape = [A; N]>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) {
        self.define_at(place, values);
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar, P: Definable<Fr, Shape = [A; N]>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, A, N, S, P> {
        self.vjp_at(place, values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar, P: Definable<Fr, Shape = [A; N]>>(
        self,
        place: P,
        _: &KeptOf<Self, S>,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        self.pull_at(place, received, cotangents);
    }
}

/// An expression of an array's shape, as a `let` holds it: it is defined as a whole, and pulled back as
/// a whole with its value at hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an array that a `let` can hold",
    note = "of a real, a `let` has no shape: `let a = …`",
    note = "give what is computed from a whole array a name by a `let` of its own"
)]
pub trait Tensor<Fr: ShapedFrame>: Shaped {
    /// Evaluates it into `place`.
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>);

    /// Evaluates it into `place`, and gives the pullback, which can hold what is used again.
    #[cfg_attr(optimized, inline(always))]
    fn vjp_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        values: &mut Values<'_, Fr, S>,
    ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Self, Fr, S, P> {
        self.define_at(place, values);
        #[cfg_attr(optimized, inline(always))]
        move |received: Received<'_, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
            self.pull_at(place, received, cotangents);
        }
    }

    /// Pulls back what the value that is in `place` has received.
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    );
}

/// Element by element, with nothing kept but the value: what else a derivative needs is computed again.
macro_rules! elementwise_tensor {
    ($([$($generics:tt)*] $Node:ident<$($parameter:ident),*>;)*) => {
        $(impl<Fr: ShapedFrame, $($generics)*> Tensor<Fr> for $Node<$($parameter),*>
        where
            Self: Elementwise<Fr>,
        {
            #[cfg_attr(optimized, inline(always))]
            fn define_at<S: Scalar, P: Definable<Fr>>(
                self,
                place: P,
                values: &mut Values<'_, Fr, S>,
            ) {
                Fr::define_elements(self, place, values);
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp_at<S: Scalar, P: Definable<Fr>>(
                self,
                place: P,
                values: &mut Values<'_, Fr, S>,
            ) -> impl Fn(Received<'_, S>, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, S, P, $($parameter),*>
            {
                Fr::define_elements(self, place, values);
                #[cfg_attr(optimized, inline(always))]
                move |received: Received<'_, S>, cotangents: &mut Cotangents<'_, Fr, S>| {
                    Fr::pull_elements(self, place, received, cotangents);
                }
            }
            #[cfg_attr(optimized, inline(always))]
            fn pull_at<S: Scalar, P: Definable<Fr>>(
                self,
                place: P,
                received: Received<'_, S>,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) {
                Fr::pull_elements(self, place, received, cotangents);
            }
        })*
    };
}

elementwise_tensor! {
    [const I: usize, Sh: Shape, To: Copy + 'static] Input<I, Sh, To>;
    [const I: usize, Sh: Shape, To: Copy + 'static] Datum<I, Sh, To>;
    [const I: usize, To: Copy + 'static, Sh: Shape] Local<I, To, Sh>;
    [const I: usize, To: Copy + 'static, Sh: Shape] State<I, To, Sh>;
    [const I: usize, To: Copy + 'static, Sh: Shape] Captured<I, To, Sh>;
    [const N: usize, E: Copy + 'static] Filled<N, E>;
    [F: Index, E: Shaped<Shape: Rows>] Indexed<F, E>;
    [const N: usize, F: Copy + 'static, E: Shaped<Shape: Rows>] Slice<N, F, E>;
    [Op: Copy + 'static, E: Copy + 'static] Unary<Op, E>;
    [Op: Copy + 'static, L: Copy + 'static, Rt: Copy + 'static] Binary<Op, L, Rt>;
    [Op: Copy + 'static, A: Copy + 'static] Apply<Op, A>;
    [C: Copy + 'static, A: Copy + 'static, B: Copy + 'static] Select<C, A, B>;
    [const I: usize, C: Copy + 'static] Component<I, C>;
    [V: Copy + 'static, E: Copy + 'static] View<V, E>;
    [L: Copy + 'static, Rt: Copy + 'static] Outer<L, Rt>;
    [A: Copy + 'static] Stack<A>;
    [const N: usize, L: Copy + 'static, Rt: Copy + 'static] Concat<N, L, Rt>;
}

/// Evaluates all elements of an expression.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::needless_range_loop, reason = "the bound of the index")]
pub(in crate::expr) fn evaluate_each<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    elements: &mut [S],
) {
    // Not by an iterator: the compiler is to know that `at` is less than the length, where arrays are read by it.
    for at in 0..elements.len() {
        elements[at] = expression.value(values, at);
    }
}
