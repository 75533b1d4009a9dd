//! Recurrences: a state that a function takes from element to element, h ← f(h, x).

use crate::expr::{
    AnyFunction, BroadcastAll, Cotangent, Cotangents, Coverage, Definable, Definition, Elementwise,
    Ex, Expr, Fits, Operand, Operands, R, Received, Shape, Shaped, ShapedFrame, Tensor, Values,
    count, for_each_small_arity,
};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// The last state of a recurrence; see [`fold`].
#[derive(Debug, Clone, Copy)]
pub struct Fold<G, H, A, Keep = EveryState> {
    function: G,
    start: H,
    arguments: A,
    keep: PhantomData<Keep>,
}

/// All states of a recurrence; see [`scan`].
#[derive(Debug, Clone, Copy)]
pub struct Scan<G, H, A> {
    function: G,
    start: H,
    arguments: A,
}

/// That the states of a recurrence are kept for the way back, as many numbers as there are steps.
#[derive(Debug, Clone, Copy)]
pub struct EveryState;

/// That of the N states of a recurrence about √N are kept, and the others computed again.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoints;

/// The last state h of the recurrence h ← f(h, x, …) from `start`, where x, … are the elements of arrays,
/// given as a tuple; a real there has the same value in each step.
///
/// The function takes reals, up to twelve besides the state. Reverse mode needs the states. They are stored, in memory of the
/// size of the array, or computed again from [checkpoints](Ex::checkpointed).
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn step(balance, deposit, rate) { balance * (1 + rate) + deposit }
///     fn savings(deposits: [R; 3], rate) { fold(step, 100, (deposits, rate)) }
/// }
/// let (value, (in_deposits, in_rate)) = savings.value_and_gradient(&([10.0, 10.0, 10.0], 1.0));
/// assert_eq!((value, in_deposits), (870.0, [4.0, 2.0, 1.0]));
/// assert_eq!(in_rate, 3.0 * 400.0 + 4.0 * 10.0 + 10.0);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn fold<F, H, A, const N: usize, const T: usize>(
    function: F,
    start: H,
    arguments: A,
) -> Ex<Fold<F::Definition, H::Expr, A::Exprs>>
where
    F: AnyFunction<T>,
    H: Operand,
    A: Operands<N>,
{
    Ex(Fold {
        function: function.definition(),
        start: start.into_expr().0,
        arguments: arguments.into_exprs(),
        keep: PhantomData,
    })
}

/// All states of the recurrence that [`fold`] gives the last state of: after each element. It stands alone
/// in a `let`.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     fn step(mean, x) { 0.5 * mean + 0.5 * x }
///     fn smoothed(x: [R; 3]) -> [R; 3] { scan(step, 0, (x,)) }
/// }
/// assert_eq!(smoothed.value(&[8.0, 8.0, 8.0]), [4.0, 6.0, 7.0]);
/// ```
#[cfg_attr(optimized, inline(always))]
pub fn scan<F, H, A, const N: usize, const T: usize>(
    function: F,
    start: H,
    arguments: A,
) -> Ex<Scan<F::Definition, H::Expr, A::Exprs>>
where
    F: AnyFunction<T>,
    H: Operand,
    A: Operands<N>,
{
    Ex(Scan {
        function: function.definition(),
        start: start.into_expr().0,
        arguments: arguments.into_exprs(),
    })
}

impl<G, H, A> Ex<Fold<G, H, A>> {
    /// Stores about √N of the N states for reverse mode, 1024 at most, and computes the others again. It takes twice the
    /// time, and little memory however long the recurrence is.
    ///
    /// # Panics
    ///
    /// A recurrence of more than 2²⁰ steps does not compile.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// func! {
    ///     fn step(h, x) { (h + x).sin() }
    ///     fn last(x: [R; 1000]) { fold(step, 0, (x,)) }
    ///     fn last_checkpointed(x: [R; 1000]) { fold(step, 0, (x,)).checkpointed() }
    /// }
    /// let x = [0.001_f64; 1000];
    /// assert_eq!(last.gradient(&x), last_checkpointed.gradient(&x));
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn checkpointed(self) -> Ex<Fold<G, H, A, Checkpoints>> {
        Ex(Fold {
            function: self.0.function,
            start: self.0.start,
            arguments: self.0.arguments,
            keep: PhantomData,
        })
    }
}

/// The arguments of a recurrence, which are gone through side by side.
pub trait Zipped: Copy + 'static {
    /// The shape to which they broadcast.
    type Shape: Shape;
}

/// The steps of a recurrence, whatever the number of its arguments.
pub trait Steps<Fr: ShapedFrame, G>: Zipped {
    /// The state after the element `at`.
    fn step<S: Scalar>(self, function: G, state: S, values: &Values<'_, Fr, S>, at: usize) -> S;

    /// Pulls it back to the arguments, and gives what reaches the state before it.
    fn pull<S: Scalar>(
        self,
        function: G,
        state: S,
        at: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> Cotangent<S>;

    /// Makes ready for a loop over the elements, not all of which an argument need be reached in.
    fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>);
}

macro_rules! steps {
    ($(($index:tt $Argument:ident))*) => {
        impl<$($Argument: Shaped),*> Zipped for ($($Argument,)*)
        where
            ($($Argument::Shape,)*): BroadcastAll,
        {
            type Shape = <($($Argument::Shape,)*) as BroadcastAll>::To;
        }

        impl<Fr: ShapedFrame, G, $($Argument: Elementwise<Fr>),*> Steps<Fr, G> for ($($Argument,)*)
        where
            G: Definition<{ 1 + count!($($Argument)*) }, Codomain = R>,
            ($($Argument::Shape,)*): BroadcastAll,
        {
            #[cfg_attr(optimized, inline(always))]
            fn step<S: Scalar>(
                self,
                function: G,
                state: S,
                values: &Values<'_, Fr, S>,
                at: usize,
            ) -> S {
                function.value(&[state, $(self.$index.value(values, at)),*])
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn pull<S: Scalar>(
                self,
                function: G,
                state: S,
                at: usize,
                cotangent: S,
                cotangents: &mut Cotangents<'_, Fr, S>,
            ) -> Cotangent<S> {
                let values = Fr::values(cotangents);
                $(let $Argument = self.$index.vjp(values, at);)*
                let (_, pull) = function.vjp(&[state, $($Argument.0),*]);
                let inputs = pull(Cotangent::of(cotangent));
                $(inputs[1 + $index].pull(cotangents, $Argument.1);)*
                inputs[0]
            }
            #[cfg_attr(optimized, inline(always))]
            fn reach<S: Scalar>(self, cotangents: &mut Cotangents<'_, Fr, S>) {
                $(self.$index.reach(cotangents, Coverage::Some);)*
            }
        }
    };
}

for_each_small_arity!(steps);

/// Pulls a step back where something has reached the state after it, and gives what reaches the state
/// before it.
#[cfg_attr(optimized, inline(always))]
fn pull_step<Fr: ShapedFrame, G, A: Steps<Fr, G>, S: Scalar>(
    arguments: A,
    function: G,
    before: S,
    at: usize,
    reached: Cotangent<S>,
    cotangents: &mut Cotangents<'_, Fr, S>,
) -> Cotangent<S> {
    match reached.get() {
        Some(cotangent) => arguments.pull(function, before, at, cotangent, cotangents),
        None => Cotangent::NONE,
    }
}

/// The state after all elements.
#[cfg_attr(optimized, inline(always))]
fn last_state<Fr: ShapedFrame, G: Copy, A: Steps<Fr, G>, S: Scalar>(
    function: G,
    arguments: A,
    start: S,
    values: &Values<'_, Fr, S>,
) -> S {
    (0..A::Shape::LEN).fold(start, |state, at| {
        arguments.step(function, state, values, at)
    })
}

impl<G, H, A, Keep> Shaped for Fold<G, H, A, Keep>
where
    G: Copy + 'static,
    H: Shaped,
    H::Shape: Fits<R>,
    A: Zipped,
    Keep: Copy + 'static,
{
    type Shape = R;
    type Kept = ();
}

impl<Fr, G, H, A> Expr<Fr> for Fold<G, H, A>
where
    Fr: ShapedFrame,
    G: Copy + 'static,
    H: Expr<Fr>,
    A: Steps<Fr, G>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let start = self.start.value(values, 0);
        last_state(self.function, self.arguments, start, values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, H, A, S>,
    ) {
        let (mut state, pull_start) = self.start.vjp(values, 0);
        let mut states = A::Shape::fill(state);
        for (at, before) in A::Shape::flat_mut(&mut states).iter_mut().enumerate() {
            *before = state;
            state = self.arguments.step(self.function, state, values, at);
        }
        (
            state,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let mut carried = Cotangent::of(cotangent);
                self.arguments.reach(cotangents);
                for (at, &before) in A::Shape::flat(&states).iter().enumerate().rev() {
                    let (arguments, function) = (self.arguments, self.function);
                    carried = pull_step(arguments, function, before, at, carried, cotangents);
                }
                carried.pull(cotangents, pull_start);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
}

/// How many checkpoints there are at most, and how many steps between them.
const SEGMENT: usize = 1024;

impl<Fr, G, H, A> Expr<Fr> for Fold<G, H, A, Checkpoints>
where
    Fr: ShapedFrame,
    G: Copy + 'static,
    H: Expr<Fr>,
    A: Steps<Fr, G>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        let start = self.start.value(values, 0);
        last_state(self.function, self.arguments, start, values)
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        at: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, H, A, S>,
    ) {
        (
            Expr::<Fr>::value(self, values, at),
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let mut carried = Cotangent::of(cotangent);
                let (arguments, function) = (self.arguments, self.function);
                let values = Fr::values(cotangents);
                let steps = A::Shape::LEN;
                const {
                    assert!(
                        A::Shape::LEN <= SEGMENT * SEGMENT,
                        "a recurrence has at most 2²⁰ steps"
                    )
                }
                let segment = steps.isqrt() + 1;

                let (start, pull_start) = self.start.vjp(values, 0);
                let mut checkpoints = [start; SEGMENT + 1];
                let mut state = start;
                for at in 0..steps {
                    if at % segment == 0 {
                        checkpoints[at / segment] = state;
                    }
                    state = arguments.step(function, state, values, at);
                }

                arguments.reach(cotangents);
                let mut states = [start; SEGMENT + 1];
                for first in (0..steps).step_by(segment).rev() {
                    let last = steps.min(first + segment);
                    let mut state = checkpoints[first / segment];
                    for at in first..last {
                        states[at - first] = state;
                        state = arguments.step(function, state, values, at);
                    }
                    for at in (first..last).rev() {
                        let before = states[at - first];
                        carried = pull_step(arguments, function, before, at, carried, cotangents);
                    }
                }
                carried.pull(cotangents, pull_start);
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
}

impl<G, H, A> Shaped for Scan<G, H, A>
where
    G: Copy + 'static,
    H: Shaped,
    H::Shape: Fits<R>,
    A: Zipped,
{
    type Shape = A::Shape;
    type Kept = ();
}

impl<Fr, G, H, A> Tensor<Fr> for Scan<G, H, A>
where
    Fr: ShapedFrame,
    G: Copy + 'static,
    H: Expr<Fr> + Shaped,
    H::Shape: Fits<R>,
    A: Steps<Fr, G>,
{
    #[cfg_attr(optimized, inline(always))]
    fn define_at<S: Scalar, P: Definable<Fr>>(self, place: P, values: &mut Values<'_, Fr, S>) {
        let mut state = self.start.value(values, 0);
        for at in 0..P::Shape::LEN {
            state = self.arguments.step(self.function, state, values, at);
            P::Shape::flat_mut(place.block_mut(values))[at] = state;
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pull_at<S: Scalar, P: Definable<Fr>>(
        self,
        place: P,
        received: Received<'_, S>,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) {
        let values = Fr::values(cotangents);
        let states = P::Shape::flat(place.block(values));
        let (start, pull_start) = self.start.vjp(values, 0);
        self.arguments.reach(cotangents);
        let coverage = received.coverage();
        // Where every state is reached, that there is something to add is known from the first step on.
        let mut carried = match coverage {
            Coverage::Every => Cotangent::of(S::absent()),
            Coverage::Some => Cotangent::NONE,
        };
        for (at, &element) in received.elements().iter().enumerate().rev() {
            let before = if at == 0 { start } else { states[at - 1] };
            let reached = Cotangent::of_present(element + carried.addend(coverage), coverage);
            let (arguments, function) = (self.arguments, self.function);
            carried = pull_step(arguments, function, before, at, reached, cotangents);
        }
        if const { A::Shape::LEN > 0 } {
            carried.pull(cotangents, pull_start);
        }
    }
}
