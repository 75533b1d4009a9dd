//! The macros of `monograd`: differentiable functions written as Rust is written.
//!
//! They desugar, and do nothing else: names, shapes, rules, evaluation and pullbacks are the library's, as types.
//! What a body is made of is turned into the methods and functions that the library has for it, each of the
//! user's expressions once, with its own spans; what cannot be is refused where it stands, with what to write
//! instead. They are reached through `monograd` alone.

mod arrays;
mod body;
mod calls;
mod control;
mod definition;
mod elements;
mod expression;
mod fields;
mod guarded;
mod invariants;
mod items;
mod linear;
mod loops;
mod methods;
mod parameter;
mod parse;
mod refusal;
mod scope;
mod statements;
mod structs;
mod sums;
#[cfg(test)]
mod tests;
mod unchanging;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// `monograd::func!`, which passes the path to the library first, in brackets.
#[proc_macro]
pub fn func(input: TokenStream) -> TokenStream {
    let parse::Macro { library, functions } = parse_macro_input!(input as parse::Macro);
    match functions {
        parse::Functions::Items(functions) => functions
            .iter()
            .map(|function| items::item(function, &library))
            .collect::<proc_macro2::TokenStream>()
            .into(),
        parse::Functions::InPlace(function) => items::in_place(&function, &library).into(),
    }
}

/// Makes a differentiable function of a `fn`, as `func!` does.
///
/// The inputs are reals, `R`, or arrays, `[R; 3]`, `[[R; 3]; 2]`; those with `#[data]` are data, which is not
/// differentiated. So is the result.
///
/// ```
/// use monograd::prelude::*;
///
/// /// The hinge loss of an observation.
/// #[differentiable]
/// fn hinge(w: [R; 2], #[data] x: [R; 2], #[data] y: R) -> R {
///     let margin = y * w.dot(x);
///     if margin < 1 { 1 - margin } else { 0 }
/// }
/// assert_eq!(hinge.with(&([1.0, 2.0], -1.0)).gradient(&[0.5, 0.5]), [1.0, 2.0]);
/// ```
#[proc_macro_attribute]
pub fn differentiable(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let arguments = proc_macro2::TokenStream::from(arguments);
    let item = parse_macro_input!(item as syn::ItemFn);
    let library = quote::quote!(::monograd);
    match parse::attribute(&arguments, item) {
        Ok(function) => items::item(&function, &library).into(),
        Err(error) => error.into_compile_error().into(),
    }
}

/// Implements [`Parameters`](trait.Parameters.html) for a struct whose numbers are inputs of functions, and `Clone` and
/// `Copy`.
#[proc_macro_derive(Parameters)]
pub fn parameters(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as syn::Item);
    structs::derive(&input, &quote::quote!(::monograd)).into()
}
