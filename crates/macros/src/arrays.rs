//! Arrays: their elements, and literals.

use crate::body::{Body, Stored, hygienic};
use crate::calls::is_call;
use crate::elements::LENIENTLY;
use crate::expression::mentions;
use crate::linear::Linear;
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
        let is_call = is_call(&index.expr);
        let of = self.expression(*index.expr, root && !is_call);
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
            Expr::Range(range) => self.elements(of, range, span),
            Expr::Macro(lenient) if lenient.mac.path.is_ident(LENIENTLY) => {
                let index = self.lenient_index(lenient.mac.tokens);
                let library = self.library;
                quote!(#library::__private::indexed(#of, #index))
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

    /// `x[1..4]`, and `x[i..i + 3]`, of which how many they are is known.
    fn elements(&mut self, of: &TokenStream, range: syn::ExprRange, span: Span) -> TokenStream {
        let library = self.library;
        let Some(end) = range.end else {
            return self.refuse(range.limits, refusal::RANGE);
        };
        let start = range
            .start
            .unwrap_or_else(|| Box::new(syn::parse_quote!(0)));
        let closed = matches!(range.limits, syn::RangeLimits::Closed(_));
        let len = Linear::of(&end)
            .plus(&Linear::from_number(closed.into()), 1)
            .minus(&Linear::of(&start));
        if len.any(|term| self.mentions_variable(term)) {
            let words = match self.index_function(&start).and(self.index_function(&end)) {
                Some(_) => refusal::RANGE_OF_UNKNOWN_LENGTH,
                None => refusal::INDEX,
            };
            return self.refuse(quote!(#start #end), words);
        }
        let Some(len) = len.exactly(&|term| self.is_of_size(term)) else {
            let words = match len.number() {
                Some(_) => refusal::RANGE,
                None => refusal::RANGE_OF_SIZE,
            };
            return self.refuse(quote!(#start #end), words);
        };
        if self.is_constant(&start) {
            return quote_spanned!(span=> #of.window::<{ #start }, #len>());
        }
        let Some(start) = self.index_function(&start) else {
            return self.refuse(start, refusal::INDEX);
        };
        quote_spanned!(span=> #library::__private::slice::<#len, _, _>(#of, #start))
    }

    /// Whether a size of the function occurs in it.
    pub(crate) fn is_of_size(&self, expression: &Expr) -> bool {
        mentions(expression.to_token_stream(), &|name| {
            self.sizes.contains(name)
        })
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
        self.of_indices(&index.to_token_stream(), &quote!(usize))
    }

    /// A function of Rust of the indices of the loops around.
    pub(crate) fn of_indices(
        &self,
        value: &TokenStream,
        kind: &TokenStream,
    ) -> Option<TokenStream> {
        let mentioned = self
            .scope
            .iter()
            .filter(|variable| mentions(value.clone(), &|name| *name == variable.name));
        let mut lets = TokenStream::new();
        let at = hygienic("__at");
        for variable in mentioned {
            let (name, depth) = (&variable.name, variable.index.as_ref()?.depth);
            lets.extend(quote!(let #name: usize = #at[#depth];));
        }
        let library = self.library;
        Some(quote! {
            #[inline(always)]
            |#at: &#library::__private::Indices| -> #kind { let _ = #at; #lets #value }
        })
    }

    /// An index that need not be within the array, where a branch that uses it is not taken.
    fn lenient_index(&mut self, index: TokenStream) -> TokenStream {
        let library = self.library;
        let value = syn::parse2(index.clone())
            .ok()
            .and_then(|index: Expr| Linear::of(&index).leniently())
            .and_then(|index| self.of_indices(&index, &quote!(usize)));
        match value {
            Some(value) => quote!(#library::__private::within(#value)),
            None => self.refuse(index, refusal::INDEX),
        }
    }

    /// The indices of a part of an array, the outermost first, as the library has them; `None` if one is refused.
    pub(crate) fn path_of(&mut self, part: &Expr) -> Option<TokenStream> {
        let mut path = quote!(());
        let mut part = part;
        while let Expr::Index(index) = part {
            let step = match &*index.index {
                Expr::Range(range) => {
                    self.refusals.at(range, refusal::RANGE_ASSIGNED);
                    return None;
                }
                Expr::Macro(lenient) if lenient.mac.path.is_ident(LENIENTLY) => {
                    self.lenient_index(lenient.mac.tokens.clone())
                }
                index => match self.index_function(index) {
                    Some(function) => function,
                    None => {
                        self.refusals.at(index, refusal::INDEX);
                        return None;
                    }
                },
            };
            path = quote!((#step, #path));
            part = &index.expr;
        }
        Some(path)
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
