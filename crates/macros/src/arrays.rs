//! Arrays: their elements, and literals.

use crate::body::{Body, Stored, hygienic};
use crate::expression::mentions;
use crate::refusal;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

impl Body<'_> {
    /// `x[2]`, `x[1..4]`: views; `x[i + 1]` in a loop.
    pub(crate) fn index(&mut self, index: syn::ExprIndex, root: bool) -> TokenStream {
        if !self.mentions_variable(&index.expr) {
            // An array of the user's.
            if self.mentions_variable(&index.index) {
                return self.refuse(index.index, refusal::INDEX_OF_NUMBERS);
            }
            let library = self.library;
            let span = index.span().resolved_at(Span::mixed_site());
            let constant = quote_spanned!(span=> #library::__private::Mentioned);
            return quote!(#constant(#index).operand());
        }
        self.has_arrays = true;
        let span = index
            .bracket_token
            .span
            .join()
            .resolved_at(Span::mixed_site());
        let is_inner = std::mem::replace(&mut self.is_indexed, true);
        let is_in_place = self.is_in_place(&index.expr);
        let of = self.expression(*index.expr, root);
        self.is_indexed = is_inner;
        let element = self.element(&of, *index.index, span);
        // What is read of an array that changes is kept.
        if is_in_place && !is_inner {
            return self.define_unnamed(&element, span, Stored::Inferred);
        }
        element
    }

    /// Whether it is an array that a loop changes where it lies, or a part of one.
    fn is_in_place(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Index(index) => self.is_in_place(&index.expr),
            Expr::Paren(paren) => self.is_in_place(&paren.expr),
            other => self
                .variable(other)
                .is_some_and(|variable| variable.in_place.is_some()),
        }
    }

    fn element(&mut self, of: &TokenStream, index: Expr, span: Span) -> TokenStream {
        match index {
            Expr::Range(range) => {
                let start = range
                    .start
                    .map_or_else(|| quote!(0), ToTokens::into_token_stream);
                let (Some(end), syn::RangeLimits::HalfOpen(_)) = (range.end, range.limits) else {
                    return self.refuse(range.limits, refusal::RANGE);
                };
                quote_spanned!(span=> #of.window::<{ #start }, { #end - #start }>())
            }
            constant if self.is_constant(&constant) => {
                quote_spanned!(span=> #of.at::<{ #constant }>())
            }
            varying => {
                let Some(index) = self.index_function(&varying) else {
                    return self.refuse(varying, refusal::INDEX);
                };
                let library = self.library;
                quote_spanned!(span=> #library::__private::indexed(#of, #index))
            }
        }
    }

    /// Whether it can stand in a type: it mentions no variable, and no size but alone.
    pub(crate) fn is_constant(&self, expression: &Expr) -> bool {
        !self.mentions_variable(expression)
            && (matches!(expression, Expr::Path(_))
                || !mentions(expression.to_token_stream(), &|name| {
                    self.sizes.contains(name)
                }))
    }

    /// The function of Rust that works an index out of those of the loops around.
    pub(crate) fn index_function(&self, index: &Expr) -> Option<TokenStream> {
        let tokens = index.to_token_stream();
        let mentioned = self
            .scope
            .iter()
            .filter(|variable| mentions(tokens.clone(), &|name| *name == variable.name));
        let mut lets = TokenStream::new();
        let at = hygienic("__at");
        for variable in mentioned {
            let (name, depth) = (&variable.name, variable.index?);
            lets.extend(quote!(let #name: usize = #at[#depth];));
        }
        let library = self.library;
        Some(quote! {
            #[inline(always)]
            |#at: &#library::__private::Indices| -> usize { let _ = #at; #lets #index }
        })
    }

    /// An array literal of reals.
    pub(crate) fn array(&mut self, array: syn::ExprArray) -> TokenStream {
        self.has_arrays = true;
        let library = self.library;
        let span = array
            .bracket_token
            .span
            .join()
            .resolved_at(Span::mixed_site());
        let elements = array
            .elems
            .into_iter()
            .map(|element| self.expression(element, false));
        let elements: Vec<_> = elements.collect();
        let stack = quote_spanned!(span=> #library::stack);
        quote!(#stack((#(#elements,)*)))
    }

    /// `[0; N]`.
    pub(crate) fn filled(&mut self, array: syn::ExprRepeat) -> TokenStream {
        self.has_arrays = true;
        if !self.is_constant(&array.len) {
            return self.refuse(array.len, refusal::LENGTH);
        }
        let library = self.library;
        let span = array
            .bracket_token
            .span
            .join()
            .resolved_at(Span::mixed_site());
        let element = self.expression(*array.expr, false);
        let len = array.len;
        let filled = quote_spanned!(span=> #library::__private::filled);
        quote!(#filled::<{ #len }, _>(#element))
    }
}
