//! Calls: of the library's functions, of differentiable functions and of Rust's.

use crate::body::{Body, Stored, hygienic};
use crate::parameter::Parameter;
use crate::refusal;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Ident};

/// Functions of the library that are no calls.
const EXPRESSIONS: [&str; 3] = ["select", "constant", "custom"];

/// Functions of the library that make arrays, or go through them.
const ARRAY_FUNCTIONS: [&str; 3] = ["stack", "fold", "scan"];

/// Those that take a function, a solver and a tuple of parameters; and those of them whose result is an array.
const WITH_SOLVERS: [&str; 4] = ["root", "minimum", "root_of_system", "minimum_of_several"];
const ARRAYS_WITH_SOLVERS: [&str; 2] = ["root_of_system", "minimum_of_several"];

/// Recurrences, which go through whole arrays.
const RECURRENCES: [&str; 2] = ["fold", "scan"];

/// Which results of calls are stored where they stand inside of an expression, if their types demand it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StoredCalls {
    All,
    /// Those of calls with arrays: a branch that stores nothing is an expression, which costs less.
    OfArrays,
    /// None: the condition around may be one for each element, by which no statements are chosen.
    None,
}

impl Body<'_> {
    pub(crate) fn call(&mut self, call: syn::ExprCall, root: bool) -> TokenStream {
        let Expr::Path(path) = &*call.func else {
            let words = format!("this {}", refusal::EXPRESSION);
            return self.refuse(call.func, &words);
        };
        let last = path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.clone());
        // `f64::max(a, b)` is the method.
        if let [number, method] = path.path.segments.iter().collect::<Vec<_>>()[..]
            && (number.ident == "f64" || number.ident == "f32")
            && call
                .args
                .iter()
                .any(|argument| self.mentions_variable(argument))
        {
            let method = method.ident.clone();
            let mut arguments = call.args.into_iter();
            if let Some(receiver) = arguments.next() {
                return self.method(
                    syn::ExprMethodCall {
                        attrs: vec![],
                        receiver: Box::new(receiver),
                        dot_token: syn::Token![.](method.span()),
                        method,
                        turbofish: None,
                        paren_token: call.paren_token,
                        args: arguments.collect(),
                    },
                    root,
                );
            }
            return quote!(0.0);
        }
        if path
            .path
            .get_ident()
            .is_some_and(|name| self.is_own(name) && self.find(name).is_none())
        {
            return self.refuse(path, refusal::RECURSION);
        }
        let is_named = |names: &[&str]| {
            last.as_ref()
                .is_some_and(|own| names.iter().any(|n| own == n))
        };
        let is_array_function = is_named(&ARRAY_FUNCTIONS);
        let has_solver = call.args.len() == 3 && matches!(call.args[2], Expr::Tuple(_));
        let is_whole = has_solver && is_named(&ARRAYS_WITH_SOLVERS);
        self.has_arrays |= is_array_function || is_whole;
        let takes_a_function =
            is_named(&["fold", "scan", "custom"]) || has_solver && is_named(&WITH_SOLVERS);
        let has_variables = call
            .args
            .iter()
            .any(|argument| self.mentions_variable(argument));
        if !has_variables && !takes_a_function && !is_array_function {
            // A call of Rust's: a number, or an expression without variables.
            let library = self.library;
            let span = path.span().resolved_at(Span::mixed_site());
            let constant = quote_spanned!(span=> #library::__private::Mentioned);
            return quote!(#constant(#call).operand());
        }
        let at = call.span();
        if let Some(parameter) = path.path.get_ident().and_then(|name| self.parameter(name)) {
            let is_array = parameter.has_array_result();
            let called = self.call_of_parameter(&parameter, &call.func, call.args);
            return match is_array && !root {
                true => self.define_unnamed(&called, at, Stored::Inferred),
                false => called,
            };
        }
        let is_recurrence = is_named(&RECURRENCES);
        if takes_a_function || is_array_function || is_named(&EXPRESSIONS) {
            let called = self.call_of_library(call);
            let is_read_at_an_index = is_whole && self.is_indexed;
            return match (is_recurrence || is_whole) && !root || is_read_at_an_index {
                true => self.define_unnamed(&called, at, Stored::Inferred),
                false => called,
            };
        }
        let is_stored = !root
            && match self.stored_calls {
                StoredCalls::All => true,
                StoredCalls::OfArrays => !call.args.iter().all(|argument| self.is_real(argument)),
                StoredCalls::None => false,
            };
        let called = self.call_of_function(call);
        match is_stored {
            true => self.result_of(&called, at),
            false => called,
        }
    }

    /// A call of a function of the library.
    fn call_of_library(&mut self, call: syn::ExprCall) -> TokenStream {
        let mut arguments = vec![];
        for argument in call.args {
            arguments.push(match &argument {
                // Functions are handed on as they are.
                Expr::Path(path) if self.is_function(path) => argument.into_token_stream(),
                _ => self.expression(argument, false),
            });
        }
        let (paren, function) = (call.paren_token.span.join(), call.func);
        quote_spanned!(paren=> #function (#(#arguments),*))
    }

    /// A call of a differentiable function, or of a helper in Rust.
    fn call_of_function(&mut self, call: syn::ExprCall) -> TokenStream {
        let is_function =
            |argument: &Expr| matches!(argument, Expr::Path(path) if self.is_function(path));
        let are_handed_on: Vec<bool> = call.args.iter().map(is_function).collect();
        let are_calls: Vec<bool> = call.args.iter().map(is_call).collect();
        let are_stored: Vec<bool> = (0..call.args.len())
            .map(|index| {
                let name = |index: usize| self.variable(&call.args[index]).map(|v| &v.name);
                are_handed_on[index]
                    || name(index).is_some_and(|own| (0..index).all(|i| name(i) != Some(own)))
            })
            .collect();
        let function = call.func;
        let spans: Vec<Span> = call.args.iter().map(Spanned::span).collect();
        let mut arguments = vec![];
        for (index, argument) in call.args.into_iter().enumerate() {
            arguments.push(match are_handed_on[index] {
                true => argument.into_token_stream(),
                // The result of a call is stored once, for the call it is given to.
                false => self.expression(argument, are_calls[index]),
            });
        }
        let paren = call.paren_token.span.join();
        if are_stored.iter().all(|&is_stored| is_stored) {
            return quote_spanned!(paren=> #function (#(#arguments),*));
        }
        self.call_with_stored(&function, arguments, &are_stored, &are_calls, &spans, paren)
    }

    /// The result of a call inside of an expression, which is stored if it is an array that the function computes as
    /// a whole.
    pub(crate) fn result_of(&mut self, called: &TokenStream, at: Span) -> TokenStream {
        let library = self.library;
        let name = format!("__called{}_{}", self.depth, self.len());
        let span = at.resolved_at(Span::mixed_site());
        let name = Ident::new(&name, span);
        self.push(quote!(let #name = #called;));
        let ask = quote_spanned!(span=> #library::__private::argument);
        let value = quote!(#ask(#name, #library::__private::Called(&#name).result()));
        self.define_unnamed(&value, at, Stored::Product)
    }

    /// The parameter of a name that is a function.
    fn parameter(&self, name: &Ident) -> Option<Parameter> {
        let is_it = |parameter: &&Parameter| {
            let own = parameter.name.as_ref();
            own.is_some_and(|(own, _)| own == name) && self.find(name).is_none()
        };
        self.functions.iter().find(is_it).cloned()
    }

    fn call_of_parameter(
        &mut self,
        parameter: &Parameter,
        function: &Expr,
        arguments: impl IntoIterator<Item = Expr>,
    ) -> TokenStream {
        let library = self.library;
        let mut lowered = vec![];
        for argument in arguments {
            let span = argument.span();
            let is_variable = self.variable(&argument).is_some();
            let is_call = is_call(&argument) && parameter.is_of_shapes();
            let value = self.expression(argument, is_call);
            lowered.push(if parameter.is_of_shapes() && !is_variable {
                let stored = quote!(#library::__private::IsStored);
                let stored = quote!(::core::marker::PhantomData::<#stored>);
                let value = quote!(#library::__private::argument(#value, #stored));
                self.define_unnamed(&value, span, Stored::Product)
            } else {
                value
            });
        }
        parameter.call(function, &lowered, library)
    }

    /// A call of which some of the arguments are no variables: a function with shapes reads variables alone, so
    /// they are stored for it.
    fn call_with_stored(
        &mut self,
        function: &Expr,
        mut arguments: Vec<TokenStream>,
        are_stored: &[bool],
        are_calls: &[bool],
        spans: &[Span],
        paren: Span,
    ) -> TokenStream {
        let library = self.library;
        let number = self.len();
        let passing = hygienic(&format!("__passing{}_{number}", self.depth));
        for (index, argument) in arguments.iter_mut().enumerate() {
            if !are_stored[index] {
                let name = format!("__argument{}_{number}_{index}", self.depth);
                let name = Ident::new(&name, spans[index].resolved_at(Span::mixed_site()));
                self.push(quote!(let #name = #argument;));
                *argument = quote!(#name);
            }
        }
        let called = quote_spanned!(paren=> #function (#(#arguments),*));
        self.push(quote! {
            let #passing = #library::__private::Called(&#called).passing();
        });
        for (index, argument) in arguments.iter_mut().enumerate() {
            if !are_stored[index] {
                let span = spans[index].resolved_at(Span::mixed_site());
                let ask = quote_spanned!(span=> #library::__private::argument);
                let mode = match are_calls[index] {
                    true => quote!(#library::__private::either(
                        #passing.mode(),
                        #library::__private::Called(&#argument).result(),
                    )),
                    false => quote!(#passing.mode()),
                };
                let value = quote!(#ask(#argument, #mode));
                *argument = self.define_unnamed(&value, spans[index], Stored::Product);
            }
        }
        let call = quote_spanned!(paren=> #function (#(#arguments),*));
        quote!(#passing.call(#call))
    }

    /// Whether a path can be that of a function: it is no variable, and no constant by its name.
    fn is_function(&self, path: &syn::ExprPath) -> bool {
        let is_constant = |name: &Ident| !name.to_string().contains(char::is_lowercase);
        path.path
            .get_ident()
            .is_none_or(|name| self.find(name).is_none())
            && !path
                .path
                .segments
                .last()
                .is_some_and(|last| is_constant(&last.ident))
    }
}

/// Whether it is a call.
pub(crate) fn is_call(expression: &Expr) -> bool {
    match expression {
        Expr::Call(_) => true,
        Expr::Paren(paren) => is_call(&paren.expr),
        Expr::Group(group) => is_call(&group.expr),
        _ => false,
    }
}
