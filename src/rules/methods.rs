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
                derivative $derivative:literal, domain $domain:literal, within $within:tt,
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
                #[cfg_attr(optimized, inline(always))]
                #[track_caller]
                pub fn $rule(self $(, $parameter: $Parameter)?) -> Self {
                    self.$apply(rules::$Rule $(($parameter))?)
                }
            )*

            /// The sine and the cosine.
            ///
            /// ```
            /// # use monograd::prelude::*;
            #[doc = $before]
            #[doc = concat!("let x = ", $make, "(0.5_f64);")]
            /// let (sin, cos) = x.sin_cos();
            /// assert_eq!((sin == x.sin(), cos == x.cos()), (true, true));
            /// ```
            #[cfg_attr(optimized, inline(always))]
            #[track_caller]
            pub fn sin_cos(self) -> (Self, Self) {
                (self.sin(), self.cos())
            }

            /// The same number as a constant, whose derivative is 0. More in
            /// [`rules::StopGradient`].
            ///
            /// ```
            /// # use monograd::prelude::*;
            #[doc = $before]
            #[doc = concat!("let x = ", $make, "(3.0_f64);")]
            /// let y = x * x.stop_gradient();
            #[doc = $after]
            /// assert_eq!((value, slope), (9.0, 3.0));
            /// ```
            #[cfg_attr(optimized, inline(always))]
            #[track_caller]
            pub fn stop_gradient(self) -> Self {
                self.$apply(rules::StopGradient)
            }
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
                derivative $derivative:literal, domain $domain:literal, within $within:tt,
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
                #[allow(clippy::should_implement_trait, reason = "`rem` does, by this method")]
                #[cfg_attr(optimized, inline(always))]
                #[track_caller]
                pub fn $rule(self, $y: $Other) -> Self {
                    self.$apply($y, rules::$Rule)
                }
            )*
        }
    };
}

macro_rules! ternary_methods_of {
    (
        {
            impl [$($generics:tt)*] $Type:ty, $apply:ident($Other:ty),
            example $before:literal, $make:literal, $convert:literal, $after:literal
        }
        $(
            $(#[$doc:meta])*
            $Rule:ident $rule:ident: |$x:ident, $y:ident, $z:ident| $primal:expr,
                |$($input:pat_param),*| $partials:expr,
                derivative $derivative:literal, domain $domain:literal, within $within:tt,
                at [($px:literal, $py:literal, $pz:literal) $(, $more:expr)*] edge $edges:tt;
        )*
    ) => {
        impl<$($generics)*> $Type {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("(∂w/∂x, ∂w/∂y, ∂w/∂z) = ", $derivative, ". Domain: ", $domain, ".")]
                #[doc = concat!("More in [`rules::", stringify!($Rule), "`].")]
                #[doc = ""]
                #[doc = "```"]
                #[doc = "# use monograd::prelude::*;"]
                #[doc = concat!(
                    "let f = func!(|x| x.", stringify!($rule), "(", stringify!($py), ", ",
                    stringify!($pz), "));"
                )]
                #[doc = $before]
                #[doc = concat!("let x = ", $make, "(", stringify!($px), "_f64);")]
                #[doc = concat!(
                    "let y = x.", stringify!($rule), "((", stringify!($py), ")", $convert, ", (",
                    stringify!($pz), ")", $convert, ");"
                )]
                #[doc = $after]
                #[doc = concat!(
                    "assert_eq!((value, [slope]), f.value_and_gradient(&[", stringify!($px), "]));"
                )]
                #[doc = "```"]
                #[cfg_attr(optimized, inline(always))]
                #[track_caller]
                pub fn $rule(self, $y: $Other, $z: $Other) -> Self {
                    Self::$apply([self, $y.into(), $z.into()], rules::$Rule)
                }
            )*
        }
    };
}

pub(crate) use {binary_methods_of, ternary_methods_of, unary_methods_of};
