//! Views: the elements of an array in another arrangement, none of them moved.

use crate::__views;
use crate::expr::{
    Cost, Cotangents, Coverage, Elementwise, Ex, Expr, Frame, R, Shape, Shaped, Values,
};
use crate::scalar::Scalar;

/// The elements of `E`, arranged by `V`.
#[derive(Debug, Clone, Copy)]
pub struct View<V, E> {
    pub(in crate::expr) operand: E,
    pub(in crate::expr) arrangement: V,
}

/// An arrangement of the elements of a shape.
#[diagnostic::on_unimplemented(
    message = "an array of shape `{Of}` cannot be viewed so",
    label = "of shape `{Of}`",
    note = "`at` and `window` are of arrays, `column` and `transpose` of matrices of reals, `diagonal` of square ones"
)]
pub trait Arrangement<Of: Shape>: Copy + 'static {
    /// The shape of the view.
    type To: Shape;

    /// Where the element `at` of the view is in the array.
    fn index(self, at: usize) -> usize;

    /// Where it is, in a loop in which a view that is a real is broadcast: at every index.
    #[cfg_attr(optimized, inline(always))]
    fn broadcast_index(self, at: usize) -> usize {
        self.index(if const { Self::To::LEN == 1 } { 0 } else { at })
    }
}

/// The types, the arrangements, and the methods with their documentation.
macro_rules! define_views {
    ($(
        $(#[$doc:meta])* $View:ident<$($parameter:ident),*>
        $(#[$method_doc:meta])* $view:ident:
            of {$($generics:tt)*} $Of:ty, is $Is:ty, element |$at:ident| $element:expr,
            if $condition:expr, else $words:literal,
            tests [$($tests:tt)*];
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $View<$(const $parameter: usize),*>;

            impl<$($generics)*, $(const $parameter: usize),*> Arrangement<$Of> for $View<$($parameter),*> {
                type To = $Is;

                #[cfg_attr(optimized, inline(always))]
                fn index(self, $at: usize) -> usize {
                    const { assert!($condition, $words) };
                    $element
                }
            }

            impl<E> Ex<E> {
                $(#[$method_doc])*
                ///
                #[doc = concat!(
                    "Of `", stringify!($Of), "` it is `", stringify!($Is), "`. Its real number `", stringify!($at),
                    "` is the array's number `", stringify!($element),
                    "`, both counted from 0 in the order of memory, and has its derivative; all others have none, whatever they are."
                )]
                #[cfg_attr(optimized, inline(always))]
                pub fn $view<$(const $parameter: usize),*>(self) -> Ex<View<$View<$($parameter),*>, E>> {
                    Ex(View {
                        operand: self.0,
                        arrangement: $View,
                    })
                }
            }
        )*
    };
}

__views!(define_views);

impl<V: Arrangement<E::Shape>, E: Shaped> Shaped for View<V, E> {
    type Shape = V::To;
    type Kept = ();
}

impl<Fr: Frame, V: Arrangement<E::Shape>, E: Elementwise<Fr>> Elementwise<Fr> for View<V, E> {}

impl<Fr: Frame, V: Arrangement<E::Shape>, E: Elementwise<Fr>> Expr<Fr> for View<V, E> {
    const OPERATIONS: usize = E::OPERATIONS;
    const COST: Cost = E::COST;

    #[cfg_attr(optimized, inline(always))]
    fn is_wanted<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) -> bool {
        self.operand.is_wanted(cotangents)
    }
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        self.operand
            .value(values, self.arrangement.broadcast_index(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, V, E, S>,
    ) {
        self.operand
            .vjp(values, self.arrangement.broadcast_index(at))
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let at = self.arrangement.broadcast_index(at);
        self.operand.pull(values, at, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_with<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        value: S,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let at = self.arrangement.broadcast_index(at);
        self.operand
            .pull_with(values, at, value, cotangent, cotangents);
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>, coverage: Coverage) {
        let is_whole = const { V::To::LEN == E::Shape::LEN };
        let coverage = if is_whole { coverage } else { Coverage::Some };
        self.operand.reach(cotangents, coverage);
    }
}
