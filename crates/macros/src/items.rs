//! The items of a function: its type, what the library asks of it, and the `fn` that calls it.

use crate::body::{Body, hygienic};
use crate::fields;
use crate::invariants::Invariants;
use crate::parameter;
use crate::parse::{Function, Variable, is_real};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

/// A `fn` item.
pub(crate) fn item(function: &Function, library: &TokenStream) -> TokenStream {
    match Lowered::new(function, library) {
        Ok(lowered) => lowered.item(),
        // A function of the name all the same, so that its uses are not errors too.
        Err(error) => {
            let error = error.into_compile_error();
            let stub = Function {
                attributes: vec![],
                visibility: function.visibility.clone(),
                name: function.name.clone(),
                generics: function.generics.clone(),
                functions: function.functions.clone(),
                inputs: function.inputs.iter().map(silenced).collect(),
                data: function.data.iter().map(silenced).collect(),
                codomain: function.codomain.clone(),
                body: match function.codomain {
                    None if matches!(
                        function.body.stmts.last(),
                        Some(syn::Stmt::Expr(Expr::Array(_), None))
                    ) =>
                    {
                        syn::parse_quote!({ [0.0] })
                    }
                    None => syn::parse_quote!({ 0.0 }),
                    Some(_) => return error,
                },
            };
            let stub = Lowered::new(&stub, library)
                .map(|lowered| lowered.item())
                .unwrap_or_default();
            quote!(#error #stub)
        }
    }
}

/// A function in place, a value.
pub(crate) fn in_place(function: &Function, library: &TokenStream) -> TokenStream {
    match Lowered::new(function, library) {
        Ok(lowered) => lowered.value(),
        Err(error) => error.into_compile_error(),
    }
}

/// The same input, not used.
fn silenced(variable: &Variable) -> Variable {
    Variable {
        name: format_ident!("_{}", variable.name),
        shape: variable.shape.clone(),
    }
}

/// What the items are made of.
pub(crate) struct Lowered<'f> {
    pub(crate) function: &'f Function,
    pub(crate) library: &'f TokenStream,
    /// Whether the inputs, the data and the results are reals.
    pub(crate) is_of_reals: bool,
    /// The statements of the body, its variables declared first, and the body as a value.
    body: TokenStream,
    /// The shape of the result, where it is known: of a function in place it need not be.
    pub(crate) codomain: Option<TokenStream>,
    /// How many results there are, if there are several.
    pub(crate) results: Option<usize>,
    pub(crate) lets: usize,
    /// Whether the `let`s that no datum reaches stand apart.
    pub(crate) is_for_rows: bool,
    /// Whether a loop takes variables on, and the inputs are reals.
    pub(crate) is_recurrence: bool,
}

impl<'f> Lowered<'f> {
    fn new(function: &'f Function, library: &'f TokenStream) -> Result<Self, syn::Error> {
        let is_of_reals = function
            .inputs
            .iter()
            .chain(&function.data)
            .all(Variable::is_real)
            && function.codomain.is_none();
        let mut body = Body::new(library, Some(&function.name), &function.generics);
        body.functions.clone_from(&function.functions);
        for (variables, are_data) in [(&function.inputs, false), (&function.data, true)] {
            for variable in variables {
                body.declare_input(variable, are_data);
            }
        }
        let close = function.body.brace_token.span.close();
        let mut block = function.body.clone();
        let mut read = fields::Read::of(
            function.inputs.iter().chain(&function.data),
            library,
            &mut block,
        );
        body.refusals.extend(std::mem::take(&mut read.refusals));
        for name in &read.structs {
            body.declare_part(name, syn::parse_quote!(#name));
        }
        for (part, name) in &read.fields {
            body.declare_part(name, part.clone());
        }
        body.invariants = Invariants::of(function.data.iter().map(|datum| &datum.name));
        if let Some(invariants) = &mut body.invariants {
            invariants.note(read.declarations());
        }
        let (of_sums, end) = if function.codomain.as_ref().is_none_or(is_real) {
            body.statements_to_sums(block, is_of_reals)
        } else {
            (None, body.statements(block))
        };
        let is_in_place = function.name == "__closure";
        let (mut results, mut codomain) = (None, None);
        let end = match end {
            None if of_sums.is_some() => {
                codomain = (!is_in_place).then(|| quote!(#library::__private::R));
                quote!(#of_sums)
            }
            None => {
                body.refusals.no_end(close);
                quote!(())
            }
            Some(Expr::Array(array)) if function.codomain.is_none() => {
                let count = array.elems.len();
                results = Some(count);
                codomain = Some(quote!([#library::__private::R; #count]));
                tuple(array.elems.into_iter().map(|result| body.result(result)))
            }
            Some(Expr::Tuple(tuples)) if function.codomain.is_none() => {
                let count = tuples.elems.len();
                results = Some(count);
                codomain = Some(quote!([#library::__private::R; #count]));
                tuple(tuples.elems.into_iter().map(|result| body.result(result)))
            }
            Some(end) => {
                codomain = match &function.codomain {
                    Some(codomain) => Some(quote!(#codomain)),
                    None if is_in_place => None,
                    None => Some(quote!(#library::__private::R)),
                };
                let shape = codomain
                    .as_ref()
                    .map(|codomain| syn::parse_quote!(#codomain));
                body.end(end, shape.as_ref())
            }
        };
        let lets = body.numbers;
        let has_arrays = body.has_arrays;
        let is_recurrence = body.has_recurrences && function.inputs.iter().all(Variable::is_real);
        // A function in place has a parameter for the type of its body, in whose bound the compiler does not see what a
        // struct consists of, if that is the whole list.
        let is_whole =
            |list: &[Variable]| matches!(list, [only] if fields::named(only, library).is_some());
        let is_seen = !is_in_place || !is_whole(&function.inputs) && !is_whole(&function.data);
        // Of reals rows share what no datum reaches; of shapes the memory of `let`s, too.
        let is_for_rows =
            is_seen && !function.data.is_empty() && (!is_of_reals || body.has_invariants());
        let (statements, lets_of_body) = if is_for_rows {
            let (statements, [invariant, varying]) = body.finish_apart();
            (statements, quote!((#invariant, #varying)))
        } else {
            body.finish()
        };
        let made = match (is_of_reals, has_arrays && !is_for_rows) {
            (false, _) => quote!(Scoped),
            (true, true) => quote!(RealsScoped),
            (true, false) => quote!(RealsOnly::<#lets, _, _>),
        };
        let made = quote!(#library::__private::#made(#lets_of_body, #end));
        body.refusals.check()?;

        let mut variables = declarations(function, library, is_of_reals);
        variables.extend(read.declarations());
        let held = parameter::held();
        let functions = function
            .functions
            .iter()
            .enumerate()
            .map(|(index, parameter)| {
                let name = parameter.name.as_ref().map(|(name, _)| name);
                let index = syn::Index::from(index);
                quote!(let #name = #held.#index;)
            });
        Ok(Lowered {
            function,
            library,
            is_of_reals,
            body: quote! {
                #[allow(unused_imports, reason = "which of them a body needs is known by its types")]
                use #library::__private::{CalledHelper as _, MentionedNumber as _};
                #(#functions)* #variables #statements #made
            },
            codomain,
            results,
            lets,
            is_for_rows,
            is_recurrence,
        })
    }

    /// The trait that the body implements, its name and its arguments, and the trait of its result's shape.
    fn body_traits(&self) -> [TokenStream; 3] {
        let library = self.library;
        let (names, arguments) = if self.is_of_reals {
            let count = self.count();
            (["RealBody", "RealRows"], quote!(#count))
        } else {
            let (inputs, data) = (self.inputs(), self.data());
            (["ShapedBody", "ShapedRows"], quote!(#inputs, #data))
        };
        let [body, rows] = names.map(|name| {
            let name = format_ident!("{name}");
            quote!(#library::__private::#name)
        });
        let body_trait = if self.is_for_rows { rows } else { body.clone() };
        [body_trait, arguments.clone(), quote!(#body<#arguments>)]
    }

    /// That the structs among the inputs are such, which is then said once, and not wherever it matters.
    pub(crate) fn members(&self) -> TokenStream {
        let Lowered {
            function, library, ..
        } = self;
        let named = function
            .inputs
            .iter()
            .chain(&function.data)
            .filter_map(|variable| fields::named(variable, library));
        let members = named.map(|named| {
            let span = named.span();
            let member = quote_spanned!(span=> #library::__private::Member);
            quote_spanned!(span=> #named: #member,)
        });
        match function.generics.is_empty() {
            true => {
                let members: TokenStream = members.collect();
                quote!(where #members)
            }
            false => quote!(),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.function.inputs.len() + self.function.data.len()
    }

    pub(crate) fn inputs(&self) -> TokenStream {
        shapes(&self.function.inputs, self.library)
    }

    pub(crate) fn data(&self) -> TokenStream {
        shapes(&self.function.data, self.library)
    }

    fn item(&self) -> TokenStream {
        let Lowered {
            function,
            library,
            body,
            ..
        } = self;
        let Function {
            attributes,
            visibility,
            name,
            generics,
            functions,
            inputs,
            data,
            ..
        } = function;
        let codomain = self
            .codomain
            .clone()
            .unwrap_or_else(|| quote!(#library::__private::R));
        let [body_trait, arguments, _] = self.body_traits();
        let body_trait = quote!(#body_trait<#arguments, Codomain = #codomain>);
        let members = self.members();
        let build = hygienic("__body");
        let held = parameter::held();
        let kinds: Vec<_> = functions.iter().map(|function| &function.kind).collect();
        let bounds: Vec<_> = functions
            .iter()
            .map(|function| function.bound(library))
            .collect();
        let parameters = quote!(#(#kinds: #bounds,)* #(const #generics: usize),*);
        let arguments_of_type = quote!(#(#kinds,)* #(#generics),*);
        let [given, handed, fields, made] = if functions.is_empty() {
            [const { TokenStream::new }; 4].map(|empty| empty())
        } else {
            let names = functions
                .iter()
                .filter_map(|function| function.name.as_ref());
            let names = names.map(|(name, _)| name);
            [
                quote!(#held: (#(#kinds,)*)),
                quote!(self.functions),
                quote!(functions: (#(#kinds,)*)),
                quote!(functions: (#(#names,)*)),
            ]
        };
        let definition = self.definition(
            &quote!(<#parameters>),
            &quote!(#name<#arguments_of_type>),
            &codomain,
            &quote!(#build::<#arguments_of_type>(#handed)),
            &arguments_of_type,
        );

        let input = inputs
            .iter()
            .chain(data)
            .map(|variable| &variable.name)
            .collect::<Vec<_>>();
        let argument = (0..input.len())
            .map(|i| format_ident!("__A{i}"))
            .collect::<Vec<_>>();
        let (own, of_data) = argument.split_at(inputs.len());
        let (own_input, datum) = input.split_at(inputs.len());
        let (arguments, values) = if self.is_of_reals {
            (
                quote!((#(#argument::Expr,)*)),
                quote!((#(#library::__private::Operand::into_expr(#input).0,)*)),
            )
        } else {
            (
                quote!(((#(#own::Expr,)*), (#(#of_data::Expr,)*))),
                quote!((
                    (#(#library::__private::Operand::into_expr(#own_input).0,)*),
                    (#(#library::__private::Operand::into_expr(#datum).0,)*),
                )),
            )
        };
        let mut inputs_in_order: Vec<_> = input
            .iter()
            .zip(&argument)
            .map(|(name, argument)| quote!(#name: #argument))
            .collect();
        for function in functions.iter().rev() {
            if let Some((name, position)) = &function.name {
                let kind = &function.kind;
                inputs_in_order.insert(*position, quote!(#name: #kind));
            }
        }
        quote! {
            #[doc(hidden)]
            #[allow(non_camel_case_types, dead_code, reason = "named like the function it is the type of")]
            #[derive(Debug, Clone, Copy)]
            #visibility struct #name<#(#kinds,)* #(const #generics: usize),*> { #fields }

            const _: () = {
                #[allow(unused_imports, reason = "a function's shapes may be named otherwise")]
                use #library::__private::R;

                #[inline(always)]
                fn #build<#parameters>(#given) -> impl #body_trait #members {
                    #body
                }

                #definition
            };

            #(#attributes)*
            #[allow(non_camel_case_types, reason = "the name of its result's type")]
            #[allow(clippy::too_many_arguments, reason = "as many as the function has inputs")]
            #[inline(always)]
            #visibility fn #name<
                #(#kinds: #bounds,)* #(const #generics: usize,)* #(#argument: #library::__private::Operand),*
            >(
                #(#inputs_in_order),*
            ) -> #library::Ex<#library::__private::Call<#name<#arguments_of_type>, #arguments>> {
                #library::Ex(#library::__private::Call::new(#name { #made }, #values))
            }
        }
    }

    fn value(&self) -> TokenStream {
        let Lowered { library, body, .. } = self;
        let name = hygienic("__Closure");
        let function = hygienic("__Body");
        let arguments = self.count();
        let [body_trait, of_body, of_codomain] = self.body_traits();
        let trait_ = quote!(#body_trait<#of_body>);
        let codomain = quote!(<#function as #of_codomain>::Codomain);
        let definition = self.definition(
            &quote!(<#function: #trait_>),
            &quote!(#name<#function>),
            &codomain,
            &quote!(self.0),
            &quote!(#function),
        );
        quote! {{
            #[allow(unused_imports, reason = "a function's shapes may be named otherwise")]
            use #library::__private::R;

            #[derive(Debug, Clone, Copy)]
            struct #name<#function>(#function);

            #definition

            impl<#function: #trait_> #library::__private::AnyFunction<#arguments> for #name<#function> {
                type Definition = Self;
                #[inline(always)]
                fn definition(self) -> Self { self }
            }

            #name({ #body })
        }}
    }
}

/// A variable of Rust's for each input and datum.
fn declarations(function: &Function, library: &TokenStream, is_of_reals: bool) -> TokenStream {
    let inputs = function
        .inputs
        .iter()
        .enumerate()
        .map(|(index, variable)| ("Input", index, variable));
    let data = function.data.iter().enumerate().map(|(index, variable)| {
        // The data of a function of reals are inputs whose derivatives nobody wants.
        match is_of_reals {
            true => ("Input", function.inputs.len() + index, variable),
            false => ("Datum", index, variable),
        }
    });
    inputs
        .chain(data)
        .map(|(kind, index, variable)| {
            let name = &variable.name;
            if let Some(named) = fields::named(variable, library) {
                let root = format_ident!("Of{kind}");
                return quote! {
                    let #name = <#named as #library::__private::Member>::variable::<#library::__private::#root<#index>>();
                };
            }
            let shape = shape(variable, library);
            let kind = format_ident!("{kind}");
            quote!(let #name = #library::__private::#kind::<#index, #shape>::new();)
        })
        .collect()
}

fn shape(variable: &Variable, library: &TokenStream) -> TokenStream {
    match &variable.shape {
        Some(shape) => quote!(#shape),
        None => quote!(#library::__private::R),
    }
}

/// The list of inputs, or of data: `[R; N]` where all are reals.
fn shapes(variables: &[Variable], library: &TokenStream) -> TokenStream {
    let count = variables.len();
    if count == 0 {
        quote!(())
    } else if variables.iter().all(Variable::is_real) {
        quote!([#library::__private::R; #count])
    } else if let [variable] = variables {
        if let Some(named) = fields::named(variable, library) {
            return quote!(<#named as #library::__private::Member>::List);
        }
        let shape = shape(variable, library);
        quote!(#library::__private::One<#shape>)
    } else {
        let shapes = variables.iter().map(|variable| {
            fields::named(variable, library).unwrap_or_else(|| shape(variable, library))
        });
        quote!((#(#shapes,)*))
    }
}

fn tuple(elements: impl Iterator<Item = TokenStream>) -> TokenStream {
    let elements: Vec<_> = elements.collect();
    quote!((#(#elements,)*))
}
