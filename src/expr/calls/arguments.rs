//! Calls of functions that declare shapes, and of vector-valued ones.
//!
//! The callee reads its arguments where they lie in the caller's frame, and adds to their cotangents
//! there.

use crate::expr::calls::passed::Passed;
use crate::expr::frames::ids::Id;
use crate::expr::{
    Block, Blocks, Call, CallReal, Closed, Cotangent, Cotangents, Inputs, Member, OfShapes, One, R,
    Several, Shape, ShapedFrame, Slot, Slots, Structure, Values,
};
use crate::scalar::Scalar;

/// A tuple of variables that can be given for the inputs `I`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for inputs of shapes `{I}`",
    note = "a function that declares shapes is called with inputs and `let`s, one of the same shape for each of its inputs and data",
    note = "give other expressions a name by a `let`"
)]
pub trait Arguments<Fr: ShapedFrame, I: Inputs>: Copy + 'static {
    /// What tells them apart.
    const IDS: &'static [Id];

    /// Hands their values to a function.
    fn with_blocks<S: Scalar, Out>(
        self,
        values: &Values<'_, Fr, S>,
        function: impl FnOnce(Blocks<'_, I, S>) -> Out,
    ) -> Out;

    /// Hands their slots to a pullback.
    fn with_slots<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(Slots<'_, I, S>, &mut Cotangents<'_, Fr, S>),
    );
}

impl<Fr: ShapedFrame> Arguments<Fr, ()> for () {
    const IDS: &'static [Id] = &[];

    #[cfg_attr(optimized, inline(always))]
    fn with_blocks<S: Scalar, Out>(
        self,
        _: &Values<'_, Fr, S>,
        function: impl FnOnce(Blocks<'_, (), S>) -> Out,
    ) -> Out {
        function(Blocks(()))
    }
    #[cfg_attr(optimized, inline(always))]
    fn with_slots<S: Scalar>(
        self,
        cotangents: &mut Cotangents<'_, Fr, S>,
        pull: impl FnOnce(Slots<'_, (), S>, &mut Cotangents<'_, Fr, S>),
    ) {
        pull(Slots(()), cotangents);
    }
}

macro_rules! one_argument {
    ($([$($generics:tt)*] $List:ty;)*) => {
        $(impl<Fr: ShapedFrame, V: Passed<Fr, $List>, $($generics)*> Arguments<Fr, $List> for (V,) {
            const IDS: &'static [Id] = &[V::ID];

            #[cfg_attr(optimized, inline(always))]
            fn with_blocks<S: Scalar, Out>(
                self,
                values: &Values<'_, Fr, S>,
                function: impl FnOnce(Blocks<'_, $List, S>) -> Out,
            ) -> Out {
                function(Blocks(self.0.refs(values)))
            }
            #[cfg_attr(optimized, inline(always))]
            fn with_slots<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Fr, S>,
                pull: impl FnOnce(Slots<'_, $List, S>, &mut Cotangents<'_, Fr, S>),
            ) {
                let mut slots = self.0.take(cotangents);
                pull(Slots(<$List>::lend(&mut slots)), cotangents);
                self.0.put_back(slots, cotangents);
            }
        })*
    };
}

one_argument! {
    [Sh: Shape] One<Sh>;
    [P: Structure] P;
    [M: Member, const N: usize] Several<M, N>;
}

/// Whether a variable is in one list only, and there once.
pub(crate) const fn are_distinct(inputs: &[Id], data: &[Id]) -> bool {
    let mut i = 0;
    while i < inputs.len() + data.len() {
        let mut j = 0;
        while j < i {
            if id(inputs, data, i).meets(id(inputs, data, j)) {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}

const fn id(inputs: &[Id], data: &[Id], i: usize) -> Id {
    if i < inputs.len() {
        inputs[i]
    } else {
        data[i - inputs.len()]
    }
}

/// Hands a callee the values of the variables that it is called with.
#[cfg_attr(optimized, inline(always))]
pub(super) fn with_all_blocks<Fr: ShapedFrame, I: Inputs, J: Inputs, S: Scalar, Out>(
    (inputs, data): (impl Arguments<Fr, I>, impl Arguments<Fr, J>),
    values: &Values<'_, Fr, S>,
    function: impl FnOnce(Blocks<'_, I, S>, Blocks<'_, J, S>) -> Out,
) -> Out {
    inputs.with_blocks(
        values,
        #[cfg_attr(optimized, inline(always))]
        |inputs| {
            data.with_blocks(
                values,
                #[cfg_attr(optimized, inline(always))]
                |data| function(inputs, data),
            )
        },
    )
}

/// Lends a callee the slots of the variables it is called with: its data's too, since the caller may be
/// differentiated in them.
#[cfg_attr(optimized, inline(always))]
pub(super) fn with_all_slots<Fr, G: Closed, X, D, S: Scalar>(
    (inputs, data): (X, D),
    cotangents: &mut Cotangents<'_, Fr, S>,
    pull: impl FnOnce(Slots<'_, G::Inputs, S>, Slots<'_, G::Data, S>),
) where
    Fr: ShapedFrame,
    X: Arguments<Fr, G::Inputs>,
    D: Arguments<Fr, G::Data>,
{
    const {
        assert!(
            are_distinct(X::IDS, D::IDS),
            "a variable is given twice: by a `let`, give it a second name"
        )
    }
    inputs.with_slots(
        cotangents,
        #[cfg_attr(optimized, inline(always))]
        |slots, cotangents| {
            data.with_slots(
                cotangents,
                #[cfg_attr(optimized, inline(always))]
                |data_slots, _| pull(slots, data_slots),
            );
        },
    );
}

macro_rules! arguments {
    ($($index:tt $Variable:ident $Member:ident),+) => {
        impl<Fr: ShapedFrame, $($Member: Member, $Variable: Passed<Fr, $Member::List>),+>
            Arguments<Fr, ($($Member,)+)> for ($($Variable,)+)
        {
            const IDS: &'static [Id] = &[$($Variable::ID),+];

            #[cfg_attr(optimized, inline(always))]
            fn with_blocks<S: Scalar, Out>(
                self,
                values: &Values<'_, Fr, S>,
                function: impl FnOnce(Blocks<'_, ($($Member,)+), S>) -> Out,
            ) -> Out {
                function(Blocks(($(self.$index.refs(values),)+)))
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn with_slots<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Fr, S>,
                pull: impl FnOnce(Slots<'_, ($($Member,)+), S>, &mut Cotangents<'_, Fr, S>),
            ) {
                $(let mut $Variable = self.$index.take(cotangents);)+
                pull(Slots(($(<$Member::List as Inputs>::lend(&mut $Variable),)+)), cotangents);
                $(self.$index.put_back($Variable, cotangents);)+
            }
        }

        /// Reals alone are read as an array, into which their values are copied.
        impl<Fr: ShapedFrame, $($Variable: Block<Fr, Shape = R>),+>
            Arguments<Fr, [R; { [$($index),+].len() }]> for ($($Variable,)+)
        {
            const IDS: &'static [Id] = &[$($Variable::ID),+];

            #[cfg_attr(optimized, inline(always))]
            fn with_blocks<S: Scalar, Out>(
                self,
                values: &Values<'_, Fr, S>,
                function: impl FnOnce(Blocks<'_, [R; { [$($index),+].len() }], S>) -> Out,
            ) -> Out {
                function(Blocks(&[$(*self.$index.block(values)),+]))
            }
            #[cfg_attr(optimized, inline(always))]
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn with_slots<S: Scalar>(
                self,
                cotangents: &mut Cotangents<'_, Fr, S>,
                pull: impl FnOnce(
                    Slots<'_, [R; { [$($index),+].len() }], S>,
                    &mut Cotangents<'_, Fr, S>,
                ),
            ) {
                $(let mut $Variable = Slot::of(self.$index, cotangents);)+
                let slots = ($($Variable.lend(),)+);
                pull(Slots(slots.into()), cotangents);
                $($Variable.put_back(self.$index, cotangents);)+
            }
        }
    };
}

macro_rules! arguments_of_each_arity {
    ([$($done:tt)*] ($($next:tt)*) $(($($rest:tt)*))*) => {
        arguments!($($done)* $($next)*);
        arguments_of_each_arity!([$($done)* $($next)*,] $(($($rest)*))*);
    };
    ([$($done:tt)*]) => {};
}

arguments_of_each_arity! {
    []
    (0 V0 A0) (1 V1 A1) (2 V2 A2) (3 V3 A3) (4 V4 A4) (5 V5 A5)
    (6 V6 A6) (7 V7 A7) (8 V8 A8) (9 V9 A9) (10 V10 A10) (11 V11 A11)
}

impl<Fr: ShapedFrame, G: Closed<Codomain = R, Kind = OfShapes>, X, D> CallReal<Fr, G, (X, D)>
    for OfShapes
where
    X: Arguments<Fr, G::Inputs>,
    D: Arguments<Fr, G::Data>,
{
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(call: Call<G, (X, D)>, values: &Values<'_, Fr, S>, _: usize) -> S {
        with_all_blocks(
            call.arguments,
            values,
            #[cfg_attr(optimized, inline(always))]
            |inputs, data| call.function.evaluate(inputs, data),
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        call: Call<G, (X, D)>,
        values: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, G, X, D, S>,
    ) {
        let (value, pull) = with_all_blocks(
            call.arguments,
            values,
            #[cfg_attr(optimized, inline(always))]
            |inputs, data| call.function.pullback(inputs, data),
        );
        (
            value,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                let seed = Cotangent::of(cotangent);
                with_all_slots::<Fr, G, X, D, S>(
                    call.arguments,
                    cotangents,
                    #[cfg_attr(optimized, inline(always))]
                    |slots, data_slots| {
                        with_all_blocks(
                            call.arguments,
                            values,
                            #[cfg_attr(optimized, inline(always))]
                            |inputs, data| pull(seed, inputs, data, slots, data_slots),
                        );
                    },
                );
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn accumulate<S: Scalar>(
        call: Call<G, (X, D)>,
        values: &Values<'_, Fr, S>,
        _: usize,
        cotangent: S,
        cotangents: &mut Cotangents<'_, Fr, S>,
    ) -> S {
        let mut value = None;
        let seed = Cotangent::of(cotangent);
        with_all_slots::<Fr, G, X, D, S>(
            call.arguments,
            cotangents,
            #[cfg_attr(optimized, inline(always))]
            |slots, data_slots| {
                let function = call.function;
                value = Some(with_all_blocks(
                    call.arguments,
                    values,
                    #[cfg_attr(optimized, inline(always))]
                    |inputs, data| function.accumulate(inputs, data, seed, slots, data_slots),
                ));
            },
        );
        value.expect("the call is made once")
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(_: Call<G, (X, D)>, _: &mut Cotangents<'_, Fr, S>) {}
}
