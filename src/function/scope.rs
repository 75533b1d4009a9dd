//! The part of `func!` for functions that declare shapes.

/// Takes a body apart: its `let`s, and its result or results.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_body {
    (
        $head:tt $generics:tt $inputs:tt $data:tt $codomain:tt
        { $(let $local:ident $(: $shape:ty)? = $definition:expr;)* if $($rest:tt)* }
    ) => {
        $crate::__func_no_branch!();
    };
    (
        $head:tt $generics:tt $inputs:tt $data:tt $codomain:tt
        { $(let $local:ident $(: $shape:ty)? = $definition:expr;)* match $($rest:tt)* }
    ) => {
        $crate::__func_no_branch!();
    };
    (
        $head:tt $generics:tt $inputs:tt $data:tt []
        {
            $(let $local:ident $(: $shape:ty)? = $definition:expr;)*
            [$($result:expr),+ $(,)?]
        }
    ) => {
        $crate::__func_scope_inputs! {
            $head $generics [vector $($result),+] $inputs $data
            [$(($local [$($shape)?] $definition))*]
        }
    };
    (
        $head:tt $generics:tt $inputs:tt $data:tt []
        {
            $(let $local:ident $(: $shape:ty)? = $definition:expr;)*
            ($first:expr, $($result:expr),* $(,)?)
        }
    ) => {
        $crate::__func_scope_inputs! {
            $head $generics [vector $first $(, $result)*] $inputs $data
            [$(($local [$($shape)?] $definition))*]
        }
    };
    (
        $head:tt $generics:tt $inputs:tt $data:tt []
        { $(let $local:ident $(: $shape:ty)? = $definition:expr;)* $result:expr }
    ) => {
        $crate::__func_scope_inputs! {
            $head $generics [real $result] $inputs $data
            [$(($local [$($shape)?] $definition))*]
        }
    };
    (
        $head:tt $generics:tt $inputs:tt $data:tt [$codomain:ty]
        { $(let $local:ident $(: $shape:ty)? = $definition:expr;)* $result:expr }
    ) => {
        $crate::__func_scope_inputs! {
            $head $generics [array __result [$codomain]] $inputs $data
            [$(($local [$($shape)?] $definition))* (__result [$codomain] $result)]
        }
    };
    ($head:tt $generics:tt $inputs:tt $data:tt $codomain:tt $body:tt) => {
        ::core::compile_error!(
            "the body of a `func!` is a block: `let name = expression;` as often as needed, of an array \
             `let name: [R; 3] = expression;`, then one expression, or several in `[` and `]` for a \
             vector-valued function"
        );
    };
}

/// Gives each input and each piece of data a number and, as an argument of a call, a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_inputs {
    ($head:tt $generics:tt $results:tt $inputs:tt $data:tt $locals:tt) => {
        $crate::__func_scope_inputs! {
            @inputs $head $generics $results $locals $inputs [] $data []
            (0 __A0) (1 __A1) (2 __A2) (3 __A3) (4 __A4) (5 __A5) (6 __A6) (7 __A7)
            (8 __A8) (9 __A9) (10 __A10) (11 __A11) (12 __A12) (13 __A13) (14 __A14) (15 __A15)
            (16 __A16) (17 __A17) (18 __A18) (19 __A19) (20 __A20) (21 __A21) (22 __A22) (23 __A23)
            (24 __A24) (25 __A25) (26 __A26) (27 __A27) (28 __A28) (29 __A29) (30 __A30) (31 __A31)
            (32 __End)
        }
    };
    (@$stage:ident $head:tt $generics:tt $results:tt $locals:tt $inputs:tt $done:tt $data:tt $data_done:tt (32 __End)) => {
        ::core::compile_error!("a `func!` has at most 32 inputs, its data among them");
    };
    (
        @inputs $head:tt $generics:tt $results:tt $locals:tt
        [($input:ident $([$shape:ty])?) $($inputs:tt)*] [$($done:tt)*] $data:tt $data_done:tt
        ($index:tt $Argument:ident) $($supply:tt)*
    ) => {
        $crate::__func_scope_inputs! {
            @inputs $head $generics $results $locals
            [$($inputs)*] [$($done)* ($index $Argument $input [$($shape)?])] $data $data_done
            $($supply)*
        }
    };
    (
        @inputs $head:tt $generics:tt $results:tt $locals:tt
        [] $done:tt $data:tt $data_done:tt $($supply:tt)*
    ) => {
        $crate::__func_scope_inputs! {
            @data $head $generics $results $locals $done $data $data_done
            [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31]
            $($supply)*
        }
    };
    (
        @data $head:tt $generics:tt $results:tt $locals:tt $done:tt
        [($datum:ident $([$shape:ty])?) $($data:tt)*] [$($data_done:tt)*]
        [$index:tt $($indices:tt)*] ($unused:tt $Argument:ident) $($supply:tt)*
    ) => {
        $crate::__func_scope_inputs! {
            @data $head $generics $results $locals $done
            [$($data)*] [$($data_done)* ($index $Argument $datum [$($shape)?])] [$($indices)*]
            $($supply)*
        }
    };
    (
        @data $head:tt $generics:tt $results:tt $locals:tt $done:tt
        [] $data_done:tt $indices:tt $($supply:tt)*
    ) => {
        $crate::__func_scope_locals! {
            $head $generics $results $done $data_done $locals [] []
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
            20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39
            40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59
            60 61 62 63 64
        }
    };
}

/// Gives each `let` a number and a name for its pullback, and lists them in order and in reverse.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_locals {
    (
        $head:tt $generics:tt $results:tt $inputs:tt $data:tt
        [$($locals:tt)+] $done:tt $reverse:tt 64
    ) => {
        ::core::compile_error!(
            "a `func!` with shapes has at most 64 `let`s: split it in two by a call"
        );
    };
    (
        $head:tt $generics:tt $results:tt $inputs:tt $data:tt
        [($local:ident $shape:tt $definition:expr) $($locals:tt)*]
        [$($done:tt)*] [$($reverse:tt)*] $index:tt $($supply:tt)*
    ) => {
        $crate::__func_scope_locals! {
            $head $generics $results $inputs $data [$($locals)*]
            [$($done)* ($index $local $shape $definition, __pull)]
            [($index __pull) $($reverse)*]
            $($supply)*
        }
    };
    (
        $head:tt $generics:tt $results:tt $inputs:tt $data:tt [] $locals:tt $reverse:tt
        $($supply:tt)*
    ) => {
        $crate::__func_scope_items! {
            $head $generics $generics $results $inputs $data $locals $reverse
        }
    };
}

/// A shape: a real if none is declared.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_shape {
    ([]) => {
        $crate::expr::R
    };
    ([$shape:ty]) => {
        $shape
    };
}

/// The list of inputs: `[R; N]` where all are reals.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_shapes {
    () => { () };
    ($([$(@ $never:ident)?])+) => { [$crate::expr::R; [$(($(::core::stringify!($never))?)),+].len()] };
    ($($shape:tt)+) => { ($($crate::__func_shape!($shape),)+) };
}

/// The shape of the result.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_codomain {
    (real $result:expr) => { $crate::expr::R };
    (vector $($result:expr),+) => {
        [$crate::expr::R; [$(::core::stringify!($result)),+].len()]
    };
    (array $result:ident [$shape:ty]) => { $shape };
}

/// The result.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_result {
    (real $result:expr) => {
        $crate::expr::Real($crate::expr::real_result::<Self, _>(
            $crate::expr::Operand::into_expr($result).0,
        ))
    };
    (vector $($result:expr),+) => {
        ($($crate::expr::real_result::<Self, _>($crate::expr::Operand::into_expr($result).0),)+)
    };
    (array $result:ident $shape:tt) => { $crate::expr::Whole($result.0) };
}

/// The items of a function: its type, which is its frame too, its definition, and the `fn` that calls it.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_items {
    (
        [$(#[$attribute:meta])* $visibility:vis $name:ident]
        $generics:tt [$($generic:ident)*] [$($result:tt)*]
        [$(($input_index:tt $Input:ident $input:ident $input_shape:tt))+]
        [$(($data_index:tt $Data:ident $data:ident $data_shape:tt))*]
        [$(($index:tt $local:ident $shape:tt $definition:expr, $pull:ident))*]
        [$(($reverse_index:tt $reverse_pull:ident))*]
    ) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code, reason = "named like the function it is the type of")]
        #[derive(Debug, Clone, Copy, Default)]
        $visibility struct $name<$(const $generic: usize),*> {}

        const _: () = {
            #[allow(unused_imports, reason = "a function's shapes may be named otherwise")]
            use $crate::expr::R;

            impl<$(const $generic: usize),*> $crate::expr::Frame for $name<$($generic),*> {
                type Storage<'__v, __S: $crate::Scalar + '__v> = $crate::expr::ScopeValues<
                    <$crate::__func_shapes!($($input_shape)+) as $crate::expr::Inputs>::Refs<'__v, __S>,
                    <$crate::__func_shapes!($($data_shape)*) as $crate::expr::Inputs>::Refs<'__v, __S>,
                    ($(<$crate::__func_shape!($shape) as $crate::expr::Shape>::Of<__S>,)*),
                >;
                type Sums<'__c, __S: $crate::Scalar + '__c> = $crate::expr::ScopeCotangents<
                    &'__c $crate::expr::Values<'__c, Self, __S>,
                    <$crate::__func_shapes!($($input_shape)+) as $crate::expr::Inputs>::Slots<'__c, __S>,
                    <$crate::__func_shapes!($($data_shape)*) as $crate::expr::Inputs>::Slots<'__c, __S>,
                    ($($crate::expr::Slot<'__c, $crate::__func_shape!($shape), __S>,)*),
                >;
            }

            impl<$(const $generic: usize),*> $crate::expr::ShapedFrame for $name<$($generic),*> {
                #[inline(always)]
                fn values<'__c, __S: $crate::Scalar>(
                    __cotangents: &$crate::expr::Cotangents<'__c, Self, __S>,
                ) -> &'__c $crate::expr::Values<'__c, Self, __S> {
                    __cotangents.sums.values
                }
                #[inline(always)]
                fn inputs<'__v, __S: $crate::Scalar>(
                    __values: &$crate::expr::Values<'__v, Self, __S>,
                ) -> $crate::expr::Blocks<'__v, Self::Inputs, __S> {
                    $crate::expr::Blocks(__values.0.inputs)
                }
                #[inline(always)]
                fn data<'__v, __S: $crate::Scalar>(
                    __values: &$crate::expr::Values<'__v, Self, __S>,
                ) -> $crate::expr::Blocks<'__v, Self::Data, __S> {
                    $crate::expr::Blocks(__values.0.data)
                }
                #[inline(always)]
                fn slots<'__a, '__c, __S: $crate::Scalar>(
                    __cotangents: &'__a mut $crate::expr::Cotangents<'__c, Self, __S>,
                ) -> &'__a mut <Self::Inputs as $crate::expr::Inputs>::Slots<'__c, __S> {
                    &mut __cotangents.sums.inputs
                }
                #[inline(always)]
                fn data_slots<'__a, '__c, __S: $crate::Scalar>(
                    __cotangents: &'__a mut $crate::expr::Cotangents<'__c, Self, __S>,
                ) -> &'__a mut <Self::Data as $crate::expr::Inputs>::Slots<'__c, __S> {
                    &mut __cotangents.sums.data
                }
            }

            $($crate::__func_scope_local! { $name $generics $index $shape })*

            impl<$(const $generic: usize),*> $crate::expr::Closed for $name<$($generic),*> {
                type Inputs = $crate::__func_shapes!($($input_shape)+);
                type Data = $crate::__func_shapes!($($data_shape)*);
                type Codomain = $crate::__func_scope_codomain!($($result)*);
                type Kind = $crate::expr::OfShapes;

                const NAME: &'static str = ::core::stringify!($name);
                const NAMES: &'static [&'static str] =
                    &[$(::core::stringify!($input),)+ $(::core::stringify!($data)),*];

                #[inline(always)]
                fn evaluate<__S: $crate::Scalar>(
                    self,
                    __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                    __data: $crate::expr::Blocks<'_, Self::Data, __S>,
                ) -> <Self::Codomain as $crate::expr::Shape>::Of<__S> {
                    #[allow(unused_mut, reason = "written to where there are `let`s")]
                    let mut __values =
                        $crate::expr::Values::<Self, __S>($crate::expr::ScopeValues {
                            inputs: __inputs.0,
                            data: __data.0,
                            locals: ($($crate::__func_scope_zero!($shape __S),)*),
                        });
                    $(let $input = $crate::Ex($crate::expr::Input::<$input_index>);)+
                    $(let $data = $crate::Ex($crate::expr::Datum::<$data_index>);)*
                    $(
                        let __expr = $crate::expr::Operand::into_expr($definition).0;
                        $crate::expr::Bind::<Self, $crate::__func_shape!($shape)>::define(
                            __expr,
                            $crate::expr::Local::<$index>,
                            &mut __values,
                        );
                        $crate::__func_scope_name!($local $shape __S __values.0.locals.$index);
                        let $local = $crate::Ex($crate::expr::Local::<$index>);
                    )*
                    let __results = $crate::__func_scope_result!($($result)*);
                    $crate::expr::Results::<Self>::value(__results, &__values)
                }

                #[inline(always)]
                fn pullback<__S: $crate::Scalar>(
                    self,
                    __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                    __data: $crate::expr::Blocks<'_, Self::Data, __S>,
                ) -> (
                    <Self::Codomain as $crate::expr::Shape>::Of<__S>,
                    impl Fn(
                        <Self::Codomain as $crate::expr::Shape>::Of<$crate::expr::Cotangent<__S>>,
                        $crate::expr::Blocks<'_, Self::Inputs, __S>,
                        $crate::expr::Blocks<'_, Self::Data, __S>,
                        $crate::expr::Slots<'_, Self::Inputs, __S>,
                        $crate::expr::Slots<'_, Self::Data, __S>,
                    ) + Copy + use<__S, $($generic),*>,
                ) {
                    #[allow(unused_mut, reason = "written to where there are `let`s")]
                    let mut __values =
                        $crate::expr::Values::<Self, __S>($crate::expr::ScopeValues {
                            inputs: __inputs.0,
                            data: __data.0,
                            locals: ($($crate::__func_scope_zero!($shape __S),)*),
                        });
                    $(let $input = $crate::Ex($crate::expr::Input::<$input_index>);)+
                    $(let $data = $crate::Ex($crate::expr::Datum::<$data_index>);)*
                    $(
                        let __expr = $crate::expr::Operand::into_expr($definition).0;
                        let $pull = $crate::expr::Bind::<Self, $crate::__func_shape!($shape)>::vjp(
                            __expr,
                            $crate::expr::Local::<$index>,
                            &mut __values,
                        );
                        let $local = $crate::Ex($crate::expr::Local::<$index>);
                    )*
                    let __results = $crate::__func_scope_result!($($result)*);
                    let (__value, __pull_result) =
                        $crate::expr::Results::<Self>::vjp(__results, &__values);
                    let __locals = __values.0.locals;
                    (
                        __value,
                        #[inline(always)]
                        move |__seeds: <Self::Codomain as $crate::expr::Shape>::Of<
                            $crate::expr::Cotangent<__S>,
                        >,
                              __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                              __data: $crate::expr::Blocks<'_, Self::Data, __S>,
                              __slots: $crate::expr::Slots<'_, Self::Inputs, __S>,
                              __data_slots: $crate::expr::Slots<'_, Self::Data, __S>| {
                            let __values =
                                $crate::expr::Values::<Self, __S>($crate::expr::ScopeValues {
                                    inputs: __inputs.0,
                                    data: __data.0,
                                    locals: __locals,
                                });
                            #[allow(unused_mut, reason = "written to where there are `let`s")]
                            let mut __sums = ($($crate::__func_scope_zero!($shape __S),)*);
                            let mut __cotangents = $crate::expr::Cotangents::<Self, __S>::new(
                                $crate::expr::ScopeCotangents {
                                    values: &__values,
                                    inputs: __slots.0,
                                    data: __data_slots.0,
                                    locals: ($($crate::expr::Slot::local(&mut __sums.$index),)*),
                                },
                            );
                            __pull_result(__seeds, &mut __cotangents);
                            $(
                                if let ::core::option::Option::Some(__cotangent) =
                                    __cotangents.sums.locals.$reverse_index.take()
                                {
                                    $reverse_pull(__cotangent, &mut __cotangents);
                                }
                            )*
                            $crate::expr::settle::<Self, __S>(&mut __cotangents);
                        },
                    )
                }

                #[inline(always)]
                fn accumulate<__S: $crate::Scalar>(
                    self,
                    __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                    __data: $crate::expr::Blocks<'_, Self::Data, __S>,
                    __seeds: <Self::Codomain as $crate::expr::Shape>::Of<
                        $crate::expr::Cotangent<__S>,
                    >,
                    __slots: $crate::expr::Slots<'_, Self::Inputs, __S>,
                    __data_slots: $crate::expr::Slots<'_, Self::Data, __S>,
                ) -> <Self::Codomain as $crate::expr::Shape>::Of<__S> {
                    #[allow(unused_mut, reason = "written to where there are `let`s")]
                    let mut __values =
                        $crate::expr::Values::<Self, __S>($crate::expr::ScopeValues {
                            inputs: __inputs.0,
                            data: __data.0,
                            locals: ($($crate::__func_scope_zero!($shape __S),)*),
                        });
                    $(let $input = $crate::Ex($crate::expr::Input::<$input_index>);)+
                    $(let $data = $crate::Ex($crate::expr::Datum::<$data_index>);)*
                    $(
                        let __expr = $crate::expr::Operand::into_expr($definition).0;
                        let $pull = $crate::expr::Bind::<Self, $crate::__func_shape!($shape)>::vjp(
                            __expr,
                            $crate::expr::Local::<$index>,
                            &mut __values,
                        );
                        let $local = $crate::Ex($crate::expr::Local::<$index>);
                    )*
                    let __results = $crate::__func_scope_result!($($result)*);
                    #[allow(unused_mut, reason = "written to where there are `let`s")]
                    let mut __sums = ($($crate::__func_scope_zero!($shape __S),)*);
                    let mut __cotangents = $crate::expr::Cotangents::<Self, __S>::new(
                        $crate::expr::ScopeCotangents {
                            values: &__values,
                            inputs: __slots.0,
                                    data: __data_slots.0,
                            locals: ($($crate::expr::Slot::local(&mut __sums.$index),)*),
                        },
                    );
                    let __value = $crate::expr::Results::<Self>::accumulate(
                        __results,
                        &__values,
                        __seeds,
                        &mut __cotangents,
                    );
                    $(
                        if let ::core::option::Option::Some(__cotangent) =
                            __cotangents.sums.locals.$reverse_index.take()
                        {
                            $reverse_pull(__cotangent, &mut __cotangents);
                        }
                    )*
                    $crate::expr::settle::<Self, __S>(&mut __cotangents);
                    __value
                }
            }
        };

        $(#[$attribute])*
        #[allow(non_camel_case_types, reason = "the name of its result's type")]
        #[allow(clippy::too_many_arguments, reason = "as many as the function has inputs")]
        #[inline(always)]
        $visibility fn $name<
            $(const $generic: usize,)*
            $($Input: $crate::expr::Operand,)+
            $($Data: $crate::expr::Operand,)*
        >(
            $($input: $Input,)+
            $($data: $Data,)*
        ) -> $crate::Ex<$crate::expr::Call<
            $name<$($generic),*>,
            (($($Input::Expr,)+), ($($Data::Expr,)*)),
        >> {
            $crate::Ex($crate::expr::Call::new(
                $name {},
                (
                    ($($crate::expr::Operand::into_expr($input).0,)+),
                    ($($crate::expr::Operand::into_expr($data).0,)*),
                ),
            ))
        }
    };
}

/// Zeros of a shape.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_zero {
    ($shape:tt $S:ident) => {
        <$crate::__func_shape!($shape) as $crate::expr::Shape>::fill(
            <$S as $crate::scalar::Field>::zero(),
        )
    };
}

/// Makes the value of a `let` known by its name; that of a result is for the caller to name.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_name {
    (__result $($rest:tt)*) => {};
    ($local:ident $shape:tt $S:ident $($storage:tt)+) => {
        $crate::expr::known_as::<$crate::__func_shape!($shape), $S>(
            &mut $($storage)+,
            ::core::stringify!($local),
        );
    };
}

/// The place of a `let` in its function's frame.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_scope_local {
    ($name:ident [$($generic:ident)*] $index:tt $shape:tt) => {
        impl<$(const $generic: usize),*> $crate::expr::Block<$name<$($generic),*>>
            for $crate::expr::Local<$index>
        {
            type Shape = $crate::__func_shape!($shape);

            const ID: usize = 3 * $index + 2;

            #[inline(always)]
            fn block<'__a, __S: $crate::Scalar>(
                self,
                __values: &'__a $crate::expr::Values<'_, $name<$($generic),*>, __S>,
            ) -> &'__a <Self::Shape as $crate::expr::Shape>::Of<__S> {
                &__values.0.locals.$index
            }
            #[inline(always)]
            fn slot<'__a, '__c, __S: $crate::Scalar>(
                self,
                __cotangents: &'__a mut $crate::expr::Cotangents<'__c, $name<$($generic),*>, __S>,
            ) -> ::core::option::Option<&'__a mut $crate::expr::Slot<'__c, Self::Shape, __S>> {
                ::core::option::Option::Some(&mut __cotangents.sums.locals.$index)
            }
        }

        impl<$(const $generic: usize),*> $crate::expr::Definable<$name<$($generic),*>>
            for $crate::expr::Local<$index>
        {
            #[inline(always)]
            fn block_mut<'__a, __S: $crate::Scalar>(
                self,
                __values: &'__a mut $crate::expr::Values<'_, $name<$($generic),*>, __S>,
            ) -> &'__a mut <Self::Shape as $crate::expr::Shape>::Of<__S> {
                &mut __values.0.locals.$index
            }
        }
    };
}
