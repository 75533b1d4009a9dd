//! Arrays evaluated and pulled back element by element.

use crate::expr::frames::cotangent::is_present;
use crate::expr::{Cotangents, Definable, Expr, Frame, Received, Shape, ShapedFrame, Values};
use crate::scalar::Scalar;

/// The next element. In a large frame the compiler is not told which that is, where each takes a call of an elementary function
/// anyway: so it makes a loop of them, and not a copy of the loop's body for each, which take long to compile.
#[cfg_attr(optimized, inline(always))]
fn after<Fr: ShapedFrame, E: Expr<Fr>>(at: usize) -> usize {
    if const { Fr::IS_LARGE && E::OPERATIONS == usize::MAX } {
        core::hint::black_box(at + 1)
    } else {
        at + 1
    }
}

/// Evaluates the elements of a `let` into their places, one after the other.
#[cfg_attr(optimized, inline(always))]
#[allow(clippy::needless_range_loop, reason = "the bound of the index")]
pub(in crate::expr) fn define_one_by_one<Fr, E, P, S>(
    expression: E,
    place: P,
    values: &mut Values<'_, Fr, S>,
) where
    Fr: ShapedFrame,
    E: Expr<Fr>,
    P: Definable<Fr>,
    S: Scalar,
{
    if S::IS_PACK {
        for at in 0..P::Shape::LEN {
            let element = expression.value(values, at);
            P::Shape::flat_mut(place.block_mut(values))[at] = element;
        }
        return;
    }
    let mut array = P::Shape::fill(S::zero());
    let elements = P::Shape::flat_mut(&mut array);
    let mut at = 0;
    while at < P::Shape::LEN {
        elements[at] = expression.value(values, at);
        at = after::<Fr, E>(at);
    }
    *place.block_mut(values) = array;
}

/// Evaluates the elements of a `let` that is evaluated often.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn define_each<Fr, E, P, S>(
    expression: E,
    place: P,
    values: &mut Values<'_, Fr, S>,
) where
    Fr: ShapedFrame,
    E: Expr<Fr>,
    P: Definable<Fr>,
    S: Scalar,
{
    write_each(
        place,
        values,
        #[cfg_attr(optimized, inline(always))]
        |values, at| expression.value(values, at),
    );
}

/// Writes all elements of a `let`. Packs are written one by one, where they lie; numbers all at once, so that the compiler
/// knows that what is written is not what is read.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn write_each<Fr: ShapedFrame, P: Definable<Fr>, S: Scalar>(
    place: P,
    values: &mut Values<'_, Fr, S>,
    element: impl Fn(&Values<'_, Fr, S>, usize) -> S + Copy,
) {
    if const { S::IS_PACK } {
        write_in_place(place, values, element);
    } else {
        let array = P::Shape::from_fn(&mut |at| element(values, at));
        *place.block_mut(values) = array;
    }
}

/// Writes all elements of a `let` one by one, where they lie.
#[cfg_attr(optimized, inline(always))]
fn write_in_place<Fr: ShapedFrame, P: Definable<Fr>, S: Scalar>(
    place: P,
    values: &mut Values<'_, Fr, S>,
    element: impl Fn(&Values<'_, Fr, S>, usize) -> S + Copy,
) {
    for at in 0..P::Shape::LEN {
        let element = element(values, at);
        P::Shape::flat_mut(place.block_mut(values))[at] = element;
    }
}

/// Pulls back an expression element by element, by the values if these are known.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn one_by_one<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    known: Option<&[S]>,
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if !expression.is_wanted(cotangents) {
        return;
    }
    expression.reach(cotangents, received.coverage());
    one_by_one_from(0, expression, values, known, received, cotangents);
}

/// Pulls back the elements from number `first` on, of an expression whose variables have been told so.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn one_by_one_from<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    first: usize,
    expression: E,
    values: &Values<'_, Fr, S>,
    known: Option<&[S]>,
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    if let Some(known) = known {
        return known_from(first, expression, values, known, received, cotangents);
    }
    for at in first..received.elements().len() {
        if let Some(cotangent) = received.seed(at).get() {
            expression.pull(values, at, cotangent, cotangents);
        }
    }
}

/// Pulls back an expression element by element, by the values.
#[cfg_attr(optimized, inline(always))]
pub(in crate::expr) fn one_by_one_with<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    expression: E,
    values: &Values<'_, Fr, S>,
    known: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    expression.reach(cotangents, received.coverage());
    known_from(0, expression, values, known, received, cotangents);
}

#[cfg_attr(optimized, inline(always))]
fn known_from<Fr: Frame, E: Expr<Fr>, S: Scalar>(
    first: usize,
    expression: E,
    values: &Values<'_, Fr, S>,
    known: &[S],
    received: Received<'_, S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) {
    let (elements, coverage) = (received.elements(), received.coverage());
    let mut at = first;
    while at < known.len() {
        let cotangent = elements[at];
        if is_present(cotangent, coverage) {
            expression.pull_with(values, at, known[at], cotangent, cotangents);
        }
        at += 1;
    }
}
