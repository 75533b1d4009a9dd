//! Reductions: reals made of the elements of an array.

use crate::__reductions;
use crate::expr::elementwise::in_lanes::{
    accumulate_sum_in_lanes, pull_sum_in_lanes, sum_in_lanes,
};
use crate::expr::elementwise::side_by_side::{FEW, is_plain};
use crate::expr::kernels::{self, fold};
use crate::expr::reductions::log_sum_exp::Displacement;
use crate::expr::views::lines::{Along, Axis};
use crate::expr::{
    Cotangents, Coverage, Definable, Elementwise, Ex, Expr, InTree, Leaf, OfWholeArrays, R,
    Received, Shape, Shaped, ShapedFrame, Square, Tensor, Values,
};
use crate::rules::{BinaryOperations, StopGradient, UnaryOperations};
use crate::scalar::Scalar;

/// The types, the methods with their documentation, and what all reductions share: they are reals, and are no loop's
/// element.
macro_rules! define_reductions {
    ($(
        $(#[$doc:meta])* $Reduction:ident
        $(#[$method_doc:meta])* $reduction:ident: derivatives $derivatives:literal,
            edges [$($edge:expr => $value:expr, $partials:expr);* $(;)?];
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Reduction<E>(pub(in crate::expr) E);

            impl<E> Ex<E> {
                $(#[$method_doc])*
                ///
                #[doc = concat!("∂y/∂xᵢ = ", $derivatives, ".")]
                ///
                /// | x | y | ∂y/∂x |
                /// |---|---|---|
                $(#[doc = concat!(
                    "| ", stringify!($edge), " | ", stringify!($value), " | ", stringify!($partials), " |"
                )])*
                #[cfg_attr(optimized, inline(always))]
                pub fn $reduction(self) -> Ex<$Reduction<E>> {
                    Ex($Reduction(self.0))
                }
            }

            impl<E> OfWholeArrays for $Reduction<E> {}

            impl<E: Shaped> Shaped for $Reduction<E> {
                type Shape = R;
                type Kept = define_reductions!(@kept $Reduction E);
            }

            impl<A: Axis<E::Shape>, E: Shaped> Shaped for $Reduction<Along<A, E>> {
                type Shape = A::Lines;
                type Kept = ();
            }

            impl<Fr: ShapedFrame, A: Axis<E::Shape>, E: Elementwise<Fr>> Tensor<Fr>
                for $Reduction<Along<A, E>>
            {
                #[cfg_attr(optimized, inline(always))]
                fn define_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    values: &mut Values<'_, Fr, S>,
                ) {
                    self.0.define_each($Reduction, place, values);
                }
                #[cfg_attr(optimized, inline(always))]
                fn pull_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    received: Received<'_, S>,
                    cotangents: &mut Cotangents<'_, Fr, S>,
                ) {
                    self.0.pull_each($Reduction, place, received, cotangents);
                }
            }
        )*
    };
    (@kept LogSumExp $E:ident) => { InTree<Leaf<$E::Shape>> };
    (@kept $Reduction:ident $E:ident) => { () };
}

__reductions!(define_reductions);

impl<E> Ex<E> {
    /// The sum of the squares of the elements, Σ xᵢ².
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|x: [R; 2]| x.norm_squared());
    /// assert_eq!(f.value_and_gradient(&[3.0, 4.0]), (25.0, [6.0, 8.0]));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn norm_squared(self) -> Ex<Sum<Square<E>>> {
        self.square().sum()
    }
}

impl<Fr: ShapedFrame, E: Elementwise<Fr>> Expr<Fr> for Sum<E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let sum: fn(E, &Values<'_, Fr, S>) -> S = const {
            // Of the same elements, added in the same order, as where it is pulled back at once.
            if E::LANES.pulls_once::<S>(E::Shape::LEN, false) {
                sum_in_lanes
            } else {
                sum_of_elements
            }
        };
        sum(self.0, values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        (
            Expr::<Fr>::value(self, values, at),
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                let pull: Accumulate<Fr, E, S, ()> = const {
                    if E::LANES.pulls_once::<S>(E::Shape::LEN, false) {
                        pull_sum_in_lanes
                    } else {
                        pull_elements
                    }
                };
                pull(self.0, values, cotangent, cotangents);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let accumulate: Accumulate<Fr, E, S, S> = const {
            if E::LANES.pulls_once::<S>(E::Shape::LEN, false) {
                accumulate_sum_in_lanes
            } else {
                accumulate_elements
            }
        };
        accumulate(self.0, values, cotangent, cotangents)
    }
}

/// How the elements of a sum are pulled back, for one cotangent.
type Accumulate<Fr, E, S, T> = fn(E, &Values<'_, Fr, S>, S, &mut Cotangents<'_, Fr, S>) -> T;

/// How many elements are pulled back at once, operation by operation: of more, what each has received is not stored.
const SHORT: usize = 64;

/// Whether the elements are few, and cost little enough to be computed twice.
#[cfg_attr(optimized, inline(always))]
const fn is_cheap<Fr: ShapedFrame, E: Elementwise<Fr>>() -> bool {
    E::OPERATIONS <= 2 * FEW && E::Shape::LEN <= SHORT
}

/// The sum of the elements, each computed by itself.
#[cfg_attr(optimized, inline(always))]
fn sum_of_elements<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
) -> S {
    if const { !S::IS_PACK && is_cheap::<Fr, E>() } {
        return kernels::sum_of(
            E::Shape::LEN,
            #[cfg_attr(optimized, inline(always))]
            |at| expression.value(values, at),
        );
    }
    let mut sum = S::zero();
    for at in 0..E::Shape::LEN {
        sum = sum + expression.value(values, at);
    }
    sum
}

/// Pulls back the elements of a sum.
#[cfg_attr(optimized, inline(always))]
fn pull_elements<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if const { is_plain::<S>() && E::Shape::LEN <= SHORT } {
        return pull_at_once(expression, values, cotangent, cotangents);
    }
    expression.reach(cotangents, Coverage::Every.of(E::Shape::LEN));
    for at in 0..E::Shape::LEN {
        expression.pull(values, at, cotangent, cotangents);
    }
}

/// The same sum, pulled back at once.
#[cfg_attr(optimized, inline(always))]
fn accumulate_elements<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) -> S {
    if const { is_plain::<S>() && is_cheap::<Fr, E>() } {
        pull_at_once(expression, values, cotangent, cotangents);
        return sum_of_elements(expression, values);
    }
    expression.reach(cotangents, Coverage::Every.of(E::Shape::LEN));
    if const { !S::IS_PACK && is_cheap::<Fr, E>() } {
        // In the same order as the value alone.
        let mut elements = E::Shape::fill(S::zero());
        let elements = E::Shape::flat_mut(&mut elements);
        for (at, element) in elements.iter_mut().enumerate() {
            let (value, pull) = expression.vjp(values, at);
            *element = value;
            pull(cotangent, cotangents);
        }
        return kernels::sum(elements);
    }
    let mut sum = S::zero();
    for at in 0..E::Shape::LEN {
        let (value, pull) = expression.vjp(values, at);
        sum = sum + value;
        pull(cotangent, cotangents);
    }
    sum
}

/// Pulls all elements back, operation by operation.
#[cfg_attr(optimized, inline(always))]
fn pull_at_once<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    cotangent: S,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    let received = E::Shape::fill(cotangent);
    let received = Received::of(E::Shape::flat(&received), Coverage::Every);
    expression.pull_whole::<E::Shape, S>(values, None, received, cotangents);
}

impl<Fr: ShapedFrame, E: Elementwise<Fr>> Expr<Fr> for Mean<E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, at: usize) -> S {
        Expr::<Fr>::value(Sum(self.0), values, at) / length::<E::Shape, S>()
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        let (sum, pull) = Expr::<Fr>::vjp(Sum(self.0), values, at);
        let length = length::<E::Shape, S>();
        (
            sum / length,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                pull(cotangent / length, cotangents);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let length = length::<E::Shape, S>();
        let sum = Sum(self.0);
        Expr::<Fr>::accumulate(sum, values, at, cotangent / length, cotangents) / length
    }
}

#[cfg_attr(optimized, inline(always))]
fn length<Sh: Shape, S: Scalar>() -> S {
    S::constant(Sh::LEN as f64)
}

/// A reduction whose derivatives in the elements come from their values and its own.
macro_rules! from_value {
    ($($Reduction:ident $value:ident $pull:ident $coverage:expr;)*) => {
        $(impl<Fr: ShapedFrame, E: Elementwise<Fr>> Expr<Fr> for $Reduction<E> {
            #[cfg_attr(optimized, inline(always))]
            fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
                $value::<E::Shape, S>(
                    #[cfg_attr(optimized, inline(always))]
                    |at| self.0.value(values, at),
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn vjp<S: Scalar>(
                self,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> (
                S,
                impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
            ) {
                let value = Expr::<Fr>::value(self, values, at);
                (
                    value,
                    #[cfg_attr(optimized, inline(always))]
                    move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                        let values = Fr::values(cotangents);
                        let elements = |at| self.0.value(values, at);
                        let derivative = $pull::<E::Shape, S>(elements, value, cotangent);
                        self.0.pull_each(values, E::Shape::LEN, $coverage, derivative, cotangents);
                    },
                )
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
        })*
    };
}

from_value! {
    Norm norm norm_derivatives Coverage::Every;
    Minimum minimum extremum_derivatives Coverage::Some;
    Maximum maximum extremum_derivatives Coverage::Some;
}

/// The root of the sum of the squares; where that overflows or has less than its full precision, the elements
/// are first divided by the greatest.
#[cfg_attr(optimized, inline(always))]
fn norm<Sh: Shape, S: Scalar>(element: impl Fn(usize) -> S + Copy) -> S {
    let sum = (0..Sh::LEN).fold(S::zero(), |sum, at| sum + element(at).square());
    // What the squares have lost to underflow is nothing to a sum of this size.
    let least = S::min_positive() * S::constant(9_007_199_254_740_992.0);
    let is_exact = least.at_most(sum) & sum.less_than(S::constant(f64::INFINITY));
    S::choose(
        is_exact,
        || sum.sqrt(),
        || {
            let greatest = (0..Sh::LEN).fold(S::zero(), |greatest, at| {
                greatest.max(element(at).abs().unary(StopGradient))
            });
            let is_scale = S::zero().less_than(greatest)
                & greatest.less_than(S::constant(f64::INFINITY))
                & (sum.equals(sum));
            let scale = S::select(is_scale, greatest, S::one());
            let scaled =
                (0..Sh::LEN).fold(S::zero(), |sum, at| sum + (element(at) / scale).square());
            scale * scaled.sqrt()
        },
    )
}

#[cfg_attr(optimized, inline(always))]
#[allow(
    clippy::extra_unused_type_parameters,
    reason = "called as the others are"
)]
fn norm_derivatives<Sh: Shape, S: Scalar>(
    element: impl Fn(usize) -> S + Copy,
    norm: S,
    cotangent: S,
) -> impl Fn(usize) -> S + Copy {
    let is_zero = norm.equals(S::zero());
    move |at| {
        let direction = element(at) / norm;
        // To select each part of a number with derivatives takes more than a branch.
        let direction = if const { S::IS_REAL || S::IS_PACK } {
            S::select(is_zero, S::zero(), direction)
        } else {
            S::choose(is_zero, S::zero, || direction)
        };
        cotangent * direction
    }
}

#[cfg_attr(optimized, inline(always))]
fn minimum<Sh: Shape, S: Scalar>(element: impl Fn(usize) -> S + Copy) -> S {
    extremum::<Sh, S>(element, |least, x| least.min(x))
}

#[cfg_attr(optimized, inline(always))]
fn maximum<Sh: Shape, S: Scalar>(element: impl Fn(usize) -> S + Copy) -> S {
    extremum::<Sh, S>(element, |greatest, x| greatest.max(x))
}

/// The extremum, with an equal share of the derivative for each element that has it.
#[cfg_attr(optimized, inline(always))]
fn extremum<Sh: Shape, S: Scalar>(
    element: impl Fn(usize) -> S + Copy,
    further: impl Fn(S, S) -> S + Copy,
) -> S {
    if const { S::IS_REAL } {
        return fold(Sh::LEN, element, further).unwrap_or_else(|| element(0));
    }
    let extremum = (1..Sh::LEN).fold(element(0).unary(StopGradient), |extremum, at| {
        further(extremum, element(at).unary(StopGradient))
    });
    let moved = (0..Sh::LEN).fold(S::zero(), |moved, at| {
        let x = element(at);
        moved + S::select(x.equals(extremum), x.unary(Displacement), S::zero())
    });
    extremum + moved / count::<Sh, S>(element, extremum)
}

/// How many elements are `value`, 1 at least.
#[cfg_attr(optimized, inline(always))]
fn count<Sh: Shape, S: Scalar>(element: impl Fn(usize) -> S + Copy, value: S) -> S {
    let count = (0..Sh::LEN).fold(S::zero(), |count, at| {
        count + S::select(element(at).equals(value), S::one(), S::zero())
    });
    count.max(S::one())
}

/// An equal share for each element that is the extremum; nothing reaches the others.
#[cfg_attr(optimized, inline(always))]
fn extremum_derivatives<Sh: Shape, S: Scalar>(
    element: impl Fn(usize) -> S + Copy,
    extremum: S,
    cotangent: S,
) -> impl Fn(usize) -> S + Copy {
    let share = (cotangent / count::<Sh, S>(&element, extremum)).present();
    move |at| {
        let is_nan = !extremum.equals(extremum);
        let is_extremal = element(at).equals(extremum);
        S::select(is_nan, extremum, S::select(is_extremal, share, S::absent()))
    }
}
