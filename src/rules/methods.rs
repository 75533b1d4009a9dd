//! The rows of the tables as methods of a type of numbers.
//!
//! The type says how it is declared and how it applies a rule; what stands in quotes is the program
//! around the example of each method, which holds it against the static function.

macro_rules! unary_methods_of {
    (
        {
            impl [$($generics:tt)*] $Type:ty, $apply:ident,
            example $before:literal, $make:literal, $after:literal
        }
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident($($parameter:ident: $Parameter:ty)?): $primal:expr, $chain:expr,
                derivative $derivative:literal, domain $domain:literal,
                tests [($($argument:literal)?) at [$point:literal $(, $more:literal)*] $($tests:tt)*];
        )*
    ) => {
        impl<$($generics)*> $Type {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("dy/dx = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "# use monograd::prelude::*;"]
                #[doc = concat!(
                    "let f = func!(|x| x.", stringify!($rule), "(", $(stringify!($argument),)? "));"
                )]
                #[doc = $before]
                #[doc = concat!("let x = ", $make, "(", stringify!($point), "_f64);")]
                #[doc = concat!("let y = x.", stringify!($rule), "(", $(stringify!($argument),)? ");")]
                #[doc = $after]
                #[doc = concat!(
                    "assert_eq!((value, [slope]), f.value_and_gradient(&[", stringify!($point), "]));"
                )]
                #[doc = "```"]
                #[allow(clippy::should_implement_trait, reason = "`neg` does, by this method")]
                #[inline(always)]
                #[track_caller]
                pub fn $rule(self $(, $parameter: $Parameter)?) -> Self {
                    self.$apply(rules::$Rule $(($parameter))?)
                }
            )*
        }
    };
}

macro_rules! binary_methods_of {
    (
        {
            impl [$($generics:tt)*] $Type:ty, $apply:ident($Other:ty),
            example $before:literal, $make:literal, $convert:literal, $after:literal
        }
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident: |$x:ident, $y:ident| $primal:expr, $left:expr, $right:expr,
                derivative $derivative:literal, domain $domain:literal,
                at [($px:literal, $py:literal) $(, $more:expr)*] edge $edges:tt;
        )*
    ) => {
        impl<$($generics)*> $Type {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂z/∂x, ∂z/∂y) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "# use monograd::prelude::*;"]
                #[doc = concat!("let f = func!(|x| x.", stringify!($rule), "(", stringify!($py), "));")]
                #[doc = $before]
                #[doc = concat!("let x = ", $make, "(", stringify!($px), "_f64);")]
                #[doc = concat!("let y = x.", stringify!($rule), "(", stringify!($py), $convert, ");")]
                #[doc = $after]
                #[doc = concat!(
                    "assert_eq!((value, [slope]), f.value_and_gradient(&[", stringify!($px), "]));"
                )]
                #[doc = "```"]
                #[inline(always)]
                #[track_caller]
                pub fn $rule(self, $y: $Other) -> Self {
                    self.$apply($y, rules::$Rule)
                }
            )*
        }
    };
}

pub(crate) use {binary_methods_of, unary_methods_of};
