//! The derive of structs of parameters.

use crate::refusal::Refusals;
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Error, Fields, GenericArgument, GenericParam, Ident, Item, ItemStruct};
use syn::{PathArguments, Type};

pub(crate) const STRUCT: &str =
    "`Parameters` are a struct with fields that have names: `struct Net<S> { w: [S; 3], b: S }`";
pub(crate) const GENERICS: &str = "`Parameters` have one type parameter, the number, and perhaps sizes: \
    `struct Net<S, const N: usize>`";
pub(crate) const BOUNDS: &str =
    "the number has no bounds here: any type that is `Copy` can stand for it";
pub(crate) const MANY: &str =
    "`Parameters` have up to twelve fields: put some of them in a struct of their own";

/// How many fields a struct can have.
const FIELDS: usize = 12;

/// `#[derive(Parameters)]`.
pub(crate) fn derive(input: &Item, library: &TokenStream) -> TokenStream {
    match Derived::new(input) {
        // With fields that are no parameters it is implemented all the same, so that its uses are not errors too.
        Ok(derived) => {
            let error = derived.wrong.as_ref().map(Error::to_compile_error);
            let items = derived.items(library);
            quote!(#error #items)
        }
        Err(error) => error.into_compile_error(),
    }
}

/// A struct as it is written.
struct Derived<'i> {
    input: &'i ItemStruct,
    /// The type parameter.
    number: &'i Ident,
    fields: &'i syn::punctuated::Punctuated<syn::Field, syn::Token![,]>,
    /// What is wrong with the fields.
    wrong: Option<Error>,
}

impl<'i> Derived<'i> {
    fn new(input: &'i Item) -> Result<Self, Error> {
        let input = match input {
            Item::Struct(input) => input,
            Item::Enum(found) => return Err(Error::new(found.enum_token.span, STRUCT)),
            other => return Err(Error::new_spanned(other, STRUCT)),
        };
        let fields = match &input.fields {
            Fields::Named(fields) if !fields.named.is_empty() => &fields.named,
            _ => return Err(Error::new(input.ident.span(), STRUCT)),
        };
        let mut number = None;
        for parameter in &input.generics.params {
            match parameter {
                GenericParam::Type(parameter) if number.is_none() => {
                    if !parameter.bounds.is_empty() || parameter.default.is_some() {
                        return Err(Error::new_spanned(parameter, BOUNDS));
                    }
                    number = Some(&parameter.ident);
                }
                GenericParam::Const(_) => {}
                other => return Err(Error::new_spanned(other, GENERICS)),
            }
        }
        if let Some(clause) = &input.generics.where_clause {
            return Err(Error::new_spanned(clause, BOUNDS));
        }
        let Some(number) = number else {
            return Err(Error::new_spanned(&input.ident, GENERICS));
        };
        if let Some(field) = fields.iter().nth(FIELDS) {
            return Err(Error::new_spanned(&field.ident, MANY));
        }
        let mut refusals = Refusals::default();
        for field in fields {
            if let Some(found) = no_parameter(&field.ty, number) {
                let words = format!(
                    "`{}` is not made of `{number}`: a parameter is `{number}`, an array `[{number}; 3]`, or a \
                     struct of parameters, `Layer<{number}>`",
                    found.to_token_stream()
                );
                refusals.at(found, &words);
            }
        }
        Ok(Derived {
            input,
            number,
            fields,
            wrong: refusals.check().err(),
        })
    }

    /// The struct with `number` for the number.
    fn of(&self, number: &TokenStream) -> TokenStream {
        let name = &self.input.ident;
        let arguments = self
            .input
            .generics
            .params
            .iter()
            .map(|parameter| match parameter {
                GenericParam::Const(size) => size.ident.to_token_stream(),
                _ => number.clone(),
            });
        quote!(#name<#(#arguments),*>)
    }

    /// The sizes, as they are declared.
    fn sizes(&self) -> TokenStream {
        let sizes = self.input.generics.const_params().map(|size| {
            let (name, kind) = (&size.ident, &size.ty);
            quote!(const #name: #kind,)
        });
        sizes.collect()
    }

    fn items(&self, library: &TokenStream) -> TokenStream {
        let Derived {
            input,
            number,
            fields,
            wrong,
        } = self;
        let private = quote!(#library::__private);
        let sizes = self.sizes();
        let (of_number, of_reals, of_any) = (
            self.of(&number.to_token_stream()),
            self.of(&quote!(#library::R)),
            self.of(&quote!(__T)),
        );
        let (visibility, own_name) = (&input.vis, &input.ident);
        let variables = format_ident!("{}Variables", input.ident);
        let name: Vec<_> = fields
            .iter()
            .filter_map(|field| field.ident.as_ref())
            .collect();
        let text = name.iter().map(|name| plain(name));
        let field_visibility = fields.iter().map(|field| &field.vis);
        let member: Vec<_> = fields
            .iter()
            .map(|field| match no_parameter(&field.ty, number) {
                None => member(&field.ty, number, library),
                Some(_) => quote!(#library::R),
            })
            .collect();
        let index: Vec<_> = (0..fields.len()).collect();
        let place: Vec<_> = index.iter().map(|&index| syn::Index::from(index)).collect();
        let kind: Vec<_> = index
            .iter()
            .map(|index| format_ident!("__V{index}"))
            .collect();
        let list: Vec<_> = member
            .iter()
            .map(|member| quote!(<<#member as #private::Member>::List as #private::Inputs>))
            .collect();
        let fields_of = quote!(<<Self as #private::Structure>::Fields as #private::Inputs>);
        let [made, refs, slots, sums, number_mut] = match wrong {
            Some(_) => [(); 5].map(|()| quote!(unreachable!("it does not compile"))),
            None => [
                quote!(#own_name { #(#name: fields.#place,)* }),
                quote!((#(#list::refs(&numbers.#name).0,)*)),
                quote!((#(#list::slots(&mut cotangents.#name).0,)*)),
                quote!((#(#list::sums(&mut cotangents.#name).0,)*)),
                quote! {
                    let mut at = at;
                    #(
                        if at < #list::LEN {
                            return #list::number_mut(&mut numbers.#name, at);
                        }
                        at -= #list::LEN;
                    )*
                    panic!("there is no number {at} after the last")
                },
            ],
        };
        let own = quote!(<Self as #private::Structure>::Of<__T>);
        quote! {
            #[automatically_derived]
            impl<#sizes #number: ::core::marker::Copy> ::core::clone::Clone for #of_number {
                #[inline]
                fn clone(&self) -> Self { *self }
            }
            #[automatically_derived]
            impl<#sizes #number: ::core::marker::Copy> ::core::marker::Copy for #of_number {}

            const _: () = {
                #[doc(hidden)]
                #[allow(dead_code, missing_docs, unnameable_types, unreachable_pub, reason = "what the fields are in a body")]
                #[derive(Debug, Clone, Copy)]
                #visibility struct #variables<#(#kind,)* __W> {
                    #(#field_visibility #name: #kind,)*
                    __whole: __W,
                }

                #[automatically_derived]
                impl<#(#kind,)* __W> #private::Operand for #variables<#(#kind,)* __W> {
                    type Expr = __W;
                    #[inline(always)]
                    fn into_expr(self) -> #library::Ex<__W> { #library::Ex(self.__whole) }
                }

                #[automatically_derived]
                impl<#(#kind: ::core::marker::Copy,)* __W: ::core::marker::Copy> #private::Seen
                    for #variables<#(#kind,)* __W>
                where
                    #library::Ex<__W>: #private::Seen,
                {
                    type Leaf = <#library::Ex<__W> as #private::Seen>::Leaf;
                    type Inside<const __I: usize, __P: ::core::marker::Copy + 'static> =
                        <#library::Ex<__W> as #private::Seen>::Inside<__I, __P>;
                    #[inline(always)]
                    fn leaf(self) -> Self::Leaf {
                        #private::seen(#library::Ex(self.__whole))
                    }
                    #[inline(always)]
                    fn inside<const __I: usize, __P: ::core::marker::Copy + 'static>() -> Self::Inside<__I, __P> {
                        <#library::Ex<__W> as #private::Seen>::inside::<__I, __P>()
                    }
                }

                #[automatically_derived]
                impl<#sizes> #private::Member for #of_reals {
                    type List = Self;
                    type Variable<__Rt: #private::Root> = #variables<
                        #(<#member as #private::Member>::Variable<#private::Below<__Rt, #index>>,)*
                        __Rt::Whole<Self, #private::Here>,
                    >;
                    #[inline(always)]
                    fn variable<__Rt: #private::Root>() -> Self::Variable<__Rt> {
                        #variables {
                            #(#name: <#member as #private::Member>::variable::<#private::Below<__Rt, #index>>(),)*
                            __whole: __Rt::whole::<Self, #private::Here>(),
                        }
                    }
                }

                #[automatically_derived]
                impl<#sizes> #private::Structure for #of_reals {
                    type Of<__T: ::core::marker::Copy> = #of_any;
                    type Fields = (#(#member,)*);

                    const FIELDS: &'static [&'static str] = &[#(#text),*];

                    #[inline(always)]
                    fn of_fields<__T: ::core::marker::Copy>(fields: #fields_of::Of<__T>) -> #own {
                        #made
                    }
                    #[inline(always)]
                    fn field_refs<'__v, __T: ::core::marker::Copy + '__v>(
                        numbers: &'__v #own,
                    ) -> #fields_of::Refs<'__v, __T> {
                        #refs
                    }
                    #[inline(always)]
                    fn field_slots<'__c, __T: #library::Scalar + '__c>(
                        cotangents: &'__c mut #own,
                    ) -> #fields_of::Slots<'__c, __T> {
                        #slots
                    }
                    #[inline(always)]
                    fn field_sums<'__c, __T: #library::Scalar + '__c>(
                        cotangents: &'__c mut #own,
                    ) -> #fields_of::Slots<'__c, __T> {
                        #sums
                    }
                    #[inline(always)]
                    fn field_number_mut<__T: ::core::marker::Copy>(numbers: &mut #own, at: usize) -> &mut __T {
                        #number_mut
                    }
                }

                #[automatically_derived]
                impl<#sizes __T: ::core::marker::Copy> #library::Parameters for #of_any {
                    type Number = __T;
                    type Structure = #of_reals;
                }
            };
        }
    }
}

/// The name as it is shown.
fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

/// What of a field's type is not made of the number.
fn no_parameter<'t>(field: &'t Type, number: &Ident) -> Option<&'t Type> {
    match field {
        Type::Array(array) => no_parameter(&array.elem, number),
        Type::Group(group) => no_parameter(&group.elem, number),
        Type::Paren(paren) => no_parameter(&paren.elem, number),
        Type::Path(path) if path.path.is_ident(number) => None,
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return Some(field);
            };
            let is_number = |argument: &GenericArgument| matches!(argument, GenericArgument::Type(Type::Path(path)) if path.path.is_ident(number));
            (!arguments.args.iter().any(is_number)).then_some(field)
        }
        _ => Some(field),
    }
}

/// A field's type as an input: with `R` for the number, and arrays of structs as the library has them.
fn member(field: &Type, number: &Ident, library: &TokenStream) -> TokenStream {
    match field {
        Type::Array(array) if is_array_of_structs(array, number) => {
            let (element, len) = (member(&array.elem, number, library), &array.len);
            quote!(#library::__private::Several<#element, { #len }>)
        }
        Type::Group(group) => member(&group.elem, number, library),
        Type::Paren(paren) => member(&paren.elem, number, library),
        other => {
            let mut shape = other.clone();
            Reals { number, library }.visit_type_mut(&mut shape);
            shape.to_token_stream()
        }
    }
}

/// Whether the elements, those of inner arrays too, are something else than numbers.
fn is_array_of_structs(array: &syn::TypeArray, number: &Ident) -> bool {
    match &*array.elem {
        Type::Array(inner) => is_array_of_structs(inner, number),
        Type::Path(path) => !path.path.is_ident(number),
        _ => false,
    }
}

/// Puts `R` in the place of the number.
struct Reals<'r> {
    number: &'r Ident,
    library: &'r TokenStream,
}

impl VisitMut for Reals<'_> {
    fn visit_type_mut(&mut self, found: &mut Type) {
        match found {
            Type::Path(path) if path.path.is_ident(self.number) => {
                let library = self.library;
                *found = syn::parse_quote!(#library::R);
            }
            _ => visit_mut::visit_type_mut(self, found),
        }
    }
}
