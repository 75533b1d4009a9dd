//! Arrays of which each element depends on many: they are computed as a whole, in a `let` of their own.

use crate::expr::bodies::binding::evaluate_each;
use crate::expr::reductions::log_sum_exp::exponentials;
use crate::expr::views::lines::{Along, Axis};
use crate::expr::{
    Cotangents, Coverage, Definable, Elementwise, Ex, OfWholeArrays, Received, Shape, Shaped,
    ShapedFrame, Tensor, Values, kernels,
};
use crate::rules::UnaryOperations;
use crate::scalar::Scalar;

/// What the arrays have in common: the shape of their operand, and that they are evaluated in place.
macro_rules! whole {
    ($(
        $(#[$doc:meta])* $Whole:ident $(#[$method_doc:meta])* $whole:ident,
            $define:ident, $pull:ident
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $Whole<E>(E);

            impl<E> Ex<E> {
                $(#[$method_doc])*
                #[cfg_attr(optimized, inline(always))]
                pub fn $whole(self) -> Ex<$Whole<E>> {
                    Ex($Whole(self.0))
                }
            }

            impl<E> OfWholeArrays for $Whole<E> {}

            impl<E: Shaped> Shaped for $Whole<E> {
                type Shape = E::Shape;
                type Kept = ();
            }

            impl<Fr: ShapedFrame, E: Elementwise<Fr>> Tensor<Fr> for $Whole<E> {
                #[cfg_attr(optimized, inline(always))]
                fn define_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    values: &mut Values<'_, Fr, S>,
                ) {
                    let mut array = P::Shape::fill(S::zero());
                    let elements = P::Shape::flat_mut(&mut array);
                    evaluate_each(self.0, values, elements);
                    $define::<P::Shape, S>(elements);
                    *place.block_mut(values) = array;
                }
                #[cfg_attr(optimized, inline(always))]
                fn pull_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    received: Received<'_, S>,
                    cotangents: &mut Cotangents<'_, Fr, S>,
                ) {
                    let values = Fr::values(cotangents);
                    let elements = P::Shape::flat(place.block(values));
                    received.pull_any(cotangents, |received, cotangents| {
                        $pull(self.0, values, elements, received, cotangents);
                    });
                }
            }

            impl<A: Axis<E::Shape>, E: Shaped> Shaped for $Whole<Along<A, E>> {
                type Shape = E::Shape;
                type Kept = ();
            }

            impl<Fr: ShapedFrame, A: Axis<E::Shape>, E: Elementwise<Fr>> Tensor<Fr>
                for $Whole<Along<A, E>>
            {
                #[cfg_attr(optimized, inline(always))]
                fn define_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    values: &mut Values<'_, Fr, S>,
                ) {
                    let mut array = P::Shape::fill(S::zero());
                    for number in 0..A::Lines::LEN {
                        let mut line = A::Line::fill(S::zero());
                        let line = A::Line::flat_mut(&mut line);
                        evaluate_each(self.0.line(number), values, line);
                        $define::<A::Line, S>(line);
                        for (at, &element) in line.iter().enumerate() {
                            P::Shape::flat_mut(&mut array)[A::index(number, at)] = element;
                        }
                    }
                    *place.block_mut(values) = array;
                }
                #[cfg_attr(optimized, inline(always))]
                fn pull_at<S: Scalar, P: Definable<Fr>>(
                    self,
                    place: P,
                    received: Received<'_, S>,
                    cotangents: &mut Cotangents<'_, Fr, S>,
                ) {
                    let values = Fr::values(cotangents);
                    let elements = P::Shape::flat(place.block(values));
                    for number in 0..A::Lines::LEN {
                        let of_line = |all: &[S]| {
                            A::Line::from_fn(&mut |at| all[A::index(number, at)])
                        };
                        let (line, seeds) = (of_line(elements), of_line(received.elements()));
                        let seeds = Received::of(A::Line::flat(&seeds), received.coverage());
                        seeds.pull_any(cotangents, |seeds, cotangents| {
                            let operand = self.0.line(number);
                            $pull(operand, values, A::Line::flat(&line), seeds, cotangents);
                        });
                    }
                }
            }
        )*
    };
}

whole! {
    /// The softmax of an array.
    Softmax
    /// exp xᵢ/Σ exp xⱼ, without overflow: positive numbers whose sum is 1.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     fn first(x: [R; 2]) {
    ///         let p: [R; 2] = x.softmax();
    ///         p.at::<0>()
    ///     }
    /// }
    /// assert_eq!(first.value_and_gradient(&[0.0, 0.0]), (0.5, [0.25, -0.25]));
    /// ```
    softmax,
    define_softmax, pull_softmax

    /// The logarithm of the softmax of an array.
    LogSoftmax
    /// xᵢ − ln Σ exp xⱼ, without overflow: the logarithm of the softmax, exact where that is small.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     /// The loss of the class 0.
    ///     fn loss(x: [R; 2]) {
    ///         let log_p: [R; 2] = x.log_softmax();
    ///         -log_p.at::<0>()
    ///     }
    /// }
    /// let (value, gradient) = loss.value_and_gradient(&[0.0, 1000.0]);
    /// assert_eq!((value, gradient), (1000.0, [-1.0, 1.0]));
    /// ```
    log_softmax,
    define_log_softmax, pull_log_softmax

    /// The sums of the elements of an array up to each.
    CumulativeSum
    /// The sum of the elements up to each, that one included.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! { fn path(steps: [R; 3]) -> [R; 3] { steps.cumulative_sum() } }
    /// assert_eq!(path.value(&[1.0, 2.0, 3.0]), [1.0, 3.0, 6.0]);
    /// ```
    cumulative_sum,
    define_cumulative_sum, pull_cumulative_sum
}

#[cfg_attr(optimized, inline(always))]
#[allow(
    clippy::extra_unused_type_parameters,
    reason = "called as the others are"
)]
fn define_softmax<Sh: Shape, S: Scalar>(elements: &mut [S]) {
    let (_, sum) = exponentials(elements);
    for element in elements.iter_mut() {
        *element = *element / sum;
    }
}

#[cfg_attr(optimized, inline(always))]
fn define_log_softmax<Sh: Shape, S: Scalar>(elements: &mut [S]) {
    let mut copy = Sh::fill(S::zero());
    let copy = Sh::flat_mut(&mut copy);
    copy.copy_from_slice(elements);
    let (greatest, sum) = exponentials(copy);
    let log_sum = sum.ln();
    for element in elements.iter_mut() {
        *element = (*element - greatest) - log_sum;
    }
}

#[cfg_attr(optimized, inline(always))]
#[allow(
    clippy::extra_unused_type_parameters,
    reason = "called as the others are"
)]
fn define_cumulative_sum<Sh: Shape, S: Scalar>(elements: &mut [S]) {
    for at in 1..elements.len() {
        elements[at] = elements[at - 1] + elements[at];
    }
}

#[cfg_attr(optimized, inline(always))]
fn pull_softmax<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    elements: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    let cotangent = received.elements();
    let mean = kernels::dot(elements, cotangent);
    operand.pull_each(
        values,
        elements.len(),
        Coverage::Every,
        #[cfg_attr(optimized, inline(always))]
        |at| elements[at] * (cotangent[at] - mean),
        cotangents,
    );
}

#[cfg_attr(optimized, inline(always))]
fn pull_log_softmax<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    elements: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    let cotangent = received.elements();
    let sum = kernels::sum(cotangent);
    operand.pull_each(
        values,
        elements.len(),
        Coverage::Every,
        #[cfg_attr(optimized, inline(always))]
        |at| cotangent[at] - elements[at].exp() * sum,
        cotangents,
    );
}

/// What reaches an element is what reaches it and all after it.
#[cfg_attr(optimized, inline(always))]
fn pull_cumulative_sum<Fr: ShapedFrame, E: Elementwise<Fr>, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    _: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    operand.reach(cotangents, received.coverage());
    let mut sum = S::absent();
    for (at, &cotangent) in received.elements().iter().enumerate().rev() {
        sum = sum + cotangent;
        let (_, pull) = operand.vjp(values, at);
        cotangents.pull_present(sum, received.coverage(), pull);
    }
}
