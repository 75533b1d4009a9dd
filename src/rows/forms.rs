//! Numbers that move along linear forms in the inputs.
//!
//! Many functions read their inputs w through a few linear forms whose coefficients are data: w·x, in a generalised linear
//! model. A function f(w) = g(A w) of k forms has the gradient Aᵀ∇g and the Hessian Aᵀ ∇²g A. So the reverse sweep need
//! not move along each of the inputs, but only along the forms: of a cotangent A∇g it gives the derivatives A∇²g, and their
//! product with A is all that is left of the order n².
//!
//! A form is found where it is computed, [`Scalar::dot`]. An input that is read otherwise is a form of its own, of
//! one coefficient.

use crate::expr::kernels;
use crate::forward::contribution;
use crate::rules::zeros::{both_parts, each_part, part};
use crate::scalar::{
    BinaryRule, Branch, Field, Linearity, Rule, Scalar, UnaryRule, each, one_lane,
};
use core::cell::Cell;
use core::ops::Range;

/// Up to how many inputs they have coefficients.
pub(super) const MOST_INPUTS: usize = 64;

/// The forms through which a row reads the inputs, as they have been found so far: `MOST` at most. Numbers move along all of them,
/// so that the compiler knows how many.
pub(super) struct Forms<S, const MOST: usize> {
    count: Cell<usize>,
    /// Whether there are more than there is room for.
    is_exceeded: Cell<bool>,
    /// From which input to which each has coefficients.
    inputs: [Cell<(usize, usize)>; MOST],
    coefficients: [[Cell<S>; MOST_INPUTS]; MOST],
}

impl<S: Scalar, const MOST: usize> Forms<S, MOST> {
    pub(super) fn new() -> Self {
        Forms {
            count: Cell::new(0),
            is_exceeded: Cell::new(false),
            inputs: [const { Cell::new((0, 0)) }; MOST],
            coefficients: core::array::from_fn(|_| core::array::from_fn(|_| Cell::new(S::zero()))),
        }
    }

    /// Forgets them.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn clear(&self) {
        self.count.set(0);
    }

    /// Whether there have been more than there is room for, so that derivatives along them are not known.
    pub(super) fn is_exceeded(&self) -> bool {
        self.is_exceeded.get()
    }

    /// From which input to which a form has coefficients.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn inputs(&self, form: usize) -> Range<usize> {
        let (first, last) = self.inputs[form].get();
        first..last
    }

    /// How many have been found.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    /// The coefficient of an input in a form.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn coefficient(&self, form: usize, input: usize) -> S {
        self.coefficients[form][input].get()
    }

    /// The number of the form with these coefficients from the input `first` on.
    #[cfg_attr(optimized, inline(always))]
    fn find(&self, first: usize, len: usize, coefficient: impl Fn(usize) -> S) -> usize {
        let inputs = (first, first + len);
        let count = self.count.get();
        for (form, found) in self.inputs[..count].iter().enumerate() {
            // A form is found again where it is computed again.
            let is_same = |at| {
                let same = coefficient(at).equals(self.coefficient(form, first + at));
                matches!(S::branch(same, || (), || ()), Branch::Yes(()))
            };
            if found.get() == inputs && (0..len).all(is_same) {
                return form;
            }
        }
        if count == MOST || inputs.1 > MOST_INPUTS {
            self.is_exceeded.set(true);
            return 0;
        }
        self.inputs[count].set(inputs);
        for (at, slot) in self.coefficients[count][first..][..len].iter().enumerate() {
            slot.set(coefficient(at));
        }
        self.count.set(count + 1);
        count
    }
}

/// A number, and how it changes along the forms.
#[derive(Clone, Copy)]
pub(super) struct OnForms<'f, S, const MOST: usize> {
    pub(super) primal: S,
    motion: Motion<'f, S, MOST>,
}

#[derive(Clone, Copy)]
enum Motion<'f, S, const MOST: usize> {
    /// It does not.
    None,
    /// It is the input of this number.
    Input(usize, &'f Forms<S, MOST>),
    /// By these tangents along the forms.
    Along(Tangents<S, MOST>),
}

/// What changes along each form.
type Tangents<S, const MOST: usize> = [S; MOST];

impl<'f, S: Scalar, const MOST: usize> OnForms<'f, S, MOST> {
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn constant(primal: S) -> Self {
        OnForms {
            primal,
            motion: Motion::None,
        }
    }

    /// The input of number `at`.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn input(primal: S, at: usize, forms: &'f Forms<S, MOST>) -> Self {
        OnForms {
            primal,
            motion: Motion::Input(at, forms),
        }
    }

    /// The tangents, if it moves; those of an input are along a form of its own.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn tangents(&self) -> Option<Tangents<S, MOST>> {
        match self.motion {
            Motion::None => None,
            Motion::Input(at, forms) => Some(unit(forms.find(
                at,
                1,
                #[cfg_attr(optimized, inline(always))]
                |_| S::one(),
            ))),
            Motion::Along(tangents) => Some(tangents),
        }
    }

    #[cfg_attr(optimized, inline(always))]
    fn moving(primal: S, tangents: Option<Tangents<S, MOST>>) -> Self {
        let motion = match tangents {
            None => Motion::None,
            Some(tangents) => Motion::Along(tangents),
        };
        OnForms { primal, motion }
    }
}

/// The tangents of a form itself.
#[cfg_attr(optimized, inline(always))]
fn unit<S: Scalar, const MOST: usize>(form: usize) -> Tangents<S, MOST> {
    each(
        S::zero(),
        #[cfg_attr(optimized, inline(always))]
        |at| if at == form { S::one() } else { S::zero() },
    )
}

/// The tangents times a partial, where the operand takes part.
#[cfg_attr(optimized, inline(always))]
fn scaled<S: Scalar, const MOST: usize>(
    tangents: Option<Tangents<S, MOST>>,
    varies: bool,
    takes_part: Option<S::Mask>,
    partial: S,
) -> Option<Tangents<S, MOST>> {
    let tangents = tangents?;
    Some(each(
        S::zero(),
        #[cfg_attr(optimized, inline(always))]
        |form| {
            let moved = match takes_part {
                None => tangents[form],
                Some(mask) => S::select(mask, tangents[form], S::zero()),
            };
            contribution(
                varies,
                moved,
                #[cfg_attr(optimized, inline(always))]
                || moved * partial,
            )
        },
    ))
}

/// The sum of tangents.
#[cfg_attr(optimized, inline(always))]
fn sum<S: Scalar, const MOST: usize>(
    left: Option<Tangents<S, MOST>>,
    right: Option<Tangents<S, MOST>>,
) -> Option<Tangents<S, MOST>> {
    match (left, right) {
        (Some(left), Some(right)) => Some(each(
            S::zero(),
            #[cfg_attr(optimized, inline(always))]
            |form| left[form] + right[form],
        )),
        (left, right) => left.or(right),
    }
}

impl<S: Scalar, const MOST: usize> Field for OnForms<'_, S, MOST> {
    crate::forward::field_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn is_constant_zero(self) -> S::Mask {
        let zero = self.primal.is_constant_zero();
        match self.motion {
            Motion::None => zero,
            Motion::Input(..) => self.primal.less_than(self.primal),
            Motion::Along(tangents) => tangents
                .iter()
                .fold(zero, |zero, tangent| zero & tangent.is_constant_zero()),
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let primal = S::select(mask, yes.primal, no.primal);
        let (of_yes, of_no) = (yes.tangents(), no.tangents());
        if of_yes.is_none() && of_no.is_none() {
            return Self::constant(primal);
        }
        let (of_yes, of_no) = (
            of_yes.unwrap_or([S::zero(); MOST]),
            of_no.unwrap_or([S::zero(); MOST]),
        );
        let tangents = each(S::zero(), |form| S::select(mask, of_yes[form], of_no[form]));
        Self::moving(primal, Some(tangents))
    }
}

impl<S: Scalar, const MOST: usize> Scalar for OnForms<'_, S, MOST> {
    const ORDERS: usize = 1 + S::ORDERS;

    crate::forward::scalar_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let x = self.primal;
        let y = x.unary(op);
        if Op::STOPS {
            return Self::constant(y);
        }
        let Some(tangents) = self.tangents() else {
            return Self::constant(y);
        };
        let varies = Op::READS_INPUT || Op::READS_VALUE;
        let mask = part(op, x, y);
        Self::moving(y, scaled(Some(tangents), varies, mask, op.partial(x, y)))
    }
    #[cfg_attr(optimized, inline(always))]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        let (x, y) = (self.primal, other.primal);
        let z = x.binary(y, op);
        let (of_left, of_right) = (self.tangents(), other.tangents());
        if of_left.is_none() && of_right.is_none() {
            return Self::constant(z);
        }
        let (left, right) = op.partials(x, y, z);
        let masks = both_parts(op, x, y, z);
        let varies = !matches!(Op::LINEARITY, Linearity::Both);
        let of_left = scaled(of_left, varies, masks.map(|[left, _]| left), left);
        let of_right = scaled(of_right, varies, masks.map(|[_, right]| right), right);
        Self::moving(z, sum(of_left, of_right))
    }
    #[cfg_attr(optimized, inline(always))]
    fn nary<Op: Rule<N>, const N: usize>(inputs: [Self; N], op: Op) -> Self {
        let x = inputs.map(|input| input.primal);
        let y = S::nary(x, op);
        let partials = op.partials(x, y);
        let masks = each_part(op, x, y);
        let mut tangents = None;
        for (at, input) in inputs.iter().enumerate() {
            let mask = masks.map(|masks| masks[at]);
            tangents = sum(tangents, scaled(input.tangents(), true, mask, partials[at]));
        }
        Self::moving(y, tangents)
    }

    #[cfg_attr(optimized, inline(always))]
    fn dot(
        len: usize,
        left: impl Fn(usize) -> Self,
        right: impl Fn(usize) -> Self,
    ) -> Option<Self> {
        if len == 0 {
            return None;
        }
        match (left(0).motion, right(0).motion) {
            (Motion::Input(first, forms), Motion::None) => form(forms, first, len, left, right),
            (Motion::None, Motion::Input(first, forms)) => form(forms, first, len, right, left),
            _ => None,
        }
    }
}

/// The form of inputs, the first of which is of number `first`, and constants, if they are.
#[cfg_attr(optimized, inline(always))]
fn form<'f, S: Scalar, const MOST: usize>(
    forms: &'f Forms<S, MOST>,
    first: usize,
    len: usize,
    inputs: impl Fn(usize) -> OnForms<'f, S, MOST>,
    constants: impl Fn(usize) -> OnForms<'f, S, MOST>,
) -> Option<OnForms<'f, S, MOST>> {
    for at in 0..len {
        let (Motion::Input(input, _), Motion::None) = (inputs(at).motion, constants(at).motion)
        else {
            return None;
        };
        if input != first + at {
            return None;
        }
    }
    let primal = kernels::fold(
        len,
        |at| inputs(at).primal * constants(at).primal,
        |sum, term| sum + term,
    )?;
    let form = forms.find(first, len, |at| constants(at).primal);
    Some(OnForms::moving(primal, Some(unit(form))))
}

crate::forward::operators_by_rule!(impl ['f, S: Scalar, const MOST: usize] OnForms<'f, S, MOST>);

one_lane! {
    ['f, S: Scalar, const MOST: usize] OnForms<'f, S, MOST>;
}
