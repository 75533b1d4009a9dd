//! What the elements of an operand receive, written down or added to it at once.

use crate::expr::kernels::inlined;
use crate::expr::{
    Cotangents, Coverage, Elementwise, Expr, Frame, Received, Shape, Values, kernels,
};
use crate::scalar::Scalar;

/// Up to how many terms of a variable are written down before they are added to its cotangent: what adds them is compiled once
/// for all variables of a shape then, and not for each expression.
const SHORT: usize = 32;

/// Pulls back what has been received to an operand, as it is.
#[cfg_attr(optimized, inline(always))]
pub(super) fn hand_on<Fr: Frame, E: Elementwise<Fr>, Sh: Shape, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if const { E::Shape::LEN == 1 && Sh::LEN > 1 } {
        sum_up::<Fr, E, S>(
            operand,
            values,
            received,
            |_, cotangent| cotangent,
            cotangents,
        );
    } else {
        operand.pull_whole::<Sh, S>(values, None, received, cotangents);
    }
}

/// Pulls back to an operand a function of what each element has received. If that is absent for some that have received
/// something, `is_partial` says so.
#[cfg_attr(optimized, inline(always))]
pub(super) fn pull_terms<Fr: Frame, E: Elementwise<Fr>, Sh: Shape, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    received: Received<'_, S>,
    is_partial: bool,
    term: impl Fn(usize, S) -> S + Copy,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if !operand.is_wanted(cotangents) {
        return;
    }
    if const { E::Shape::LEN == 1 && Sh::LEN > 1 } {
        return sum_up::<Fr, E, S>(operand, values, received, term, cotangents);
    }
    let elements = received.elements();
    let is_covered = received.coverage().told::<S>() == Coverage::Every;
    let coverage = if is_partial {
        Coverage::Some
    } else {
        received.coverage()
    };
    let present_term = inlined(
        #[cfg_attr(optimized, inline(always))]
        |at: usize| {
            let term = term(at, elements[at]);
            if is_covered {
                term
            } else {
                S::select(elements[at].is_absent(), S::absent(), term.present())
            }
        },
    );
    if const { E::LEAF && Sh::LEN > SHORT } {
        return operand.pull_each(values, Sh::LEN, coverage, present_term, cotangents);
    }
    let mut terms = Sh::fill(S::zero());
    for (at, element) in Sh::flat_mut(&mut terms).iter_mut().enumerate() {
        *element = present_term(at);
    }
    let terms = Received::of(Sh::flat(&terms), coverage);
    if is_partial && !const { E::LEAF } {
        terms.pull_any(
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |terms, cotangents| operand.pull_whole::<Sh, S>(values, None, terms, cotangents),
        );
    } else {
        operand.pull_whole::<Sh, S>(values, None, terms, cotangents);
    }
}

/// The sum of the terms of elements that are not absent.
#[cold]
#[inline(never)]
fn sum_of_present<S: Scalar>(elements: &[S], term: impl Fn(usize, S) -> S + Copy) -> S {
    let mut sum = S::zero();
    for (at, &element) in elements.iter().enumerate() {
        sum = sum + S::select(element.is_absent(), S::zero(), term(at, element));
    }
    sum
}

/// Pulls back to a real, which is an operand of all elements.
#[cfg_attr(optimized, inline(always))]
fn sum_up<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    operand: E,
    values: &Values<'_, Fr, S>,
    received: Received<'_, S>,
    term: impl Fn(usize, S) -> S + Copy,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    let elements = received.elements();
    if elements.is_empty() {
        return;
    }
    let mut sum = kernels::sum_of(
        elements.len(),
        #[cfg_attr(optimized, inline(always))]
        |at| term(at, elements[at]),
    );
    if received.coverage().told::<S>() == Coverage::Some {
        // What is absent is 0 in the sum, unless an infinite factor makes NaN of it.
        if !S::are_finite(&[sum]) {
            sum = sum_of_present(elements, term);
        }
        sum = sum.present();
    }
    operand.pull(values, 0, sum, cotangents);
}
