//! A body: its statements become `let`s of the library, in order, and its end the result.

use crate::calls::StoredCalls;
use crate::invariants::Invariants;
use crate::parameter::Parameter;
use crate::refusal::Refusals;
use crate::scope::InScope;
use crate::sums::Sums;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Ident, Type};

/// What a body is lowered to.
pub(crate) struct Body<'l> {
    /// The path to the library.
    pub(crate) library: &'l TokenStream,
    /// The function's own name, which it must not call.
    own: Option<&'l Ident>,
    /// The sizes it is generic over.
    pub(crate) sizes: &'l [Ident],
    pub(crate) scope: Vec<InScope>,
    /// The functions that are parameters.
    pub(crate) functions: Vec<Parameter>,
    pub(crate) refusals: Refusals,
    /// Whether arrays occur, as far as can be seen.
    pub(crate) has_arrays: bool,
    /// Whether there is a loop that takes variables on from step to step.
    pub(crate) has_recurrences: bool,
    /// How many blocks this one is inside of: what it defines has names of its own.
    pub(crate) depth: usize,
    /// How many loops this one is inside of.
    pub(crate) loops: usize,
    /// Whether it is that of a branch.
    pub(crate) is_branch: bool,
    /// Which results of calls inside of expressions are stored.
    pub(crate) stored_calls: StoredCalls,
    /// Whether what is lowered is indexed.
    pub(crate) is_indexed: bool,
    pub(crate) statements: TokenStream,
    pub(crate) definitions: Vec<Definition>,
    /// How many variables they define, but for those of loops.
    pub(crate) numbers: usize,
    /// How many blocks there have been that assign to variables outside of them.
    pub(crate) blocks: usize,
    /// What no datum reaches, of the body of a function of data.
    pub(crate) invariants: Option<Invariants>,
    /// What it adds to, of a block that adds to sums.
    pub(crate) sums: Option<Sums>,
}

/// A `let`, or several that are defined together.
pub(crate) struct Definition {
    pub(crate) name: Ident,
    /// How many they are, in lists, if they are defined together.
    pub(crate) together: Option<Vec<usize>>,
    /// Whether no datum reaches it, of a function that has any.
    pub(crate) is_invariant: bool,
}

/// How a value is to be stored.
pub(crate) enum Stored {
    /// With the shape it has.
    Inferred,
    /// With a shape that is written.
    As(Box<Type>),
    /// If it is computed from whole arrays, and would be computed again for each element.
    Product,
}

impl<'l> Body<'l> {
    pub(crate) fn new(
        library: &'l TokenStream,
        own: Option<&'l Ident>,
        sizes: &'l [Ident],
    ) -> Self {
        Body {
            library,
            own,
            sizes,
            scope: vec![],
            functions: vec![],
            refusals: Refusals::default(),
            has_arrays: false,
            has_recurrences: false,
            depth: 0,
            loops: 0,
            is_branch: false,
            stored_calls: StoredCalls::All,
            is_indexed: false,
            statements: TokenStream::new(),
            definitions: vec![],
            numbers: 0,
            blocks: 0,
            invariants: None,
            sums: None,
        }
    }

    /// A block inside of this one, which sees its variables.
    pub(crate) fn inner(&self) -> Self {
        Body {
            scope: self.scope.clone(),
            functions: self.functions.clone(),
            depth: self.depth + 1,
            loops: self.loops,
            ..Body::new(self.library, self.own, self.sizes)
        }
    }

    /// Something of the library's, where the compiler is to find fault with it.
    pub(crate) fn private(&self, name: &str, at: Span) -> TokenStream {
        let name = Ident::new(name, Span::mixed_site());
        let library = self.library;
        quote!(#library::__private::#name)
            .into_iter()
            .map(|mut token| {
                token.set_span(token.span().located_at(at));
                token
            })
            .collect()
    }

    pub(crate) fn is_own(&self, name: &Ident) -> bool {
        self.own.is_some_and(|own| own == name)
    }

    /// How many `let`s there are.
    pub(crate) fn len(&self) -> usize {
        self.definitions.len()
    }

    /// Whether nothing has been stated yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    fn place(&self, index: usize) -> Ident {
        hygienic(&format!("__At{}_{index}", self.depth))
    }

    /// A `let` of a value that is lowered already; gives its number.
    pub(crate) fn define(&mut self, value: &TokenStream, at: Span, stored: Stored, name: &Ident) {
        let library = self.library;
        let index = self.definitions.len();
        let place = self.place(index);
        let definition = hygienic(&format!("__let{}_{index}", self.depth));
        let text = if name.to_string().starts_with("__") {
            String::new()
        } else {
            name.to_string()
        };
        let at = at.resolved_at(Span::mixed_site());
        let number = self.next_number();
        let written = quote_spanned!(at=> #library::__private::written);
        let bind = match stored {
            Stored::Inferred => quote_spanned!(at=> .bind::<#number, #place>(#text)),
            Stored::As(shape) => {
                quote_spanned!(at=> .operand().bind_as::<#number, #place, #shape>(#text))
            }
            Stored::Product => quote_spanned!(at=> .bind_product::<#number, #place>()),
        };
        let check = quote_spanned!(at=> .definition());
        self.push(quote! {
            let (#definition, #name) = #written(#value)#bind;
            let #definition = #definition #check;
        });
        self.defined(definition, None);
    }

    /// The number of the next variable.
    fn next_number(&mut self) -> usize {
        self.numbers += 1;
        self.numbers - 1
    }

    /// What defines a `let`, or several together, has this name.
    pub(crate) fn defined(&mut self, name: Ident, together: Option<Vec<usize>>) {
        self.definitions.push(Definition {
            is_invariant: !self.is_reached(&name),
            name,
            together,
        });
    }

    /// The types that say where the next `let`s are that are defined together, in lists: of all, and of the `count`
    /// in one list.
    pub(crate) fn targets(&self, list: usize, count: usize) -> (TokenStream, TokenStream) {
        let library = self.library;
        let index = self.definitions.len();
        let place = self.place(index);
        let targets = tree((0..count).map(|part| {
            let place = self.part(index, list, part);
            // Apart from all numbers of single ones.
            let number = index + 4096 * (1 + 2 * part + list);
            quote!(#library::__private::Target<#number, #place>)
        }));
        (quote!(#place), targets)
    }

    /// The same of a choice, all of whose `count` variables may be reals.
    pub(crate) fn targets_of_choice(&mut self, count: usize) -> (TokenStream, TokenStream) {
        let library = self.library;
        let index = self.definitions.len();
        let place = self.place(index);
        let targets = tree((0..count).map(|part| {
            let place = self.part(index, 0, part);
            let number = self.next_number();
            quote!(#library::__private::Target<#number, #place>)
        }));
        (quote!(#place), targets)
    }

    /// `let`s that are defined together, in lists.
    pub(crate) fn define_together(&mut self, value: &TokenStream, lists: &[&[Ident]]) {
        let index = self.definitions.len();
        let name = hygienic(&format!("__let{}_{index}", self.depth));
        let lists_of_names = lists
            .iter()
            .map(|names| tree(names.iter().map(ToTokens::to_token_stream)));
        let names = match lists.len() {
            1 => quote!(#(#lists_of_names)*),
            _ => quote!((#(#lists_of_names),*)),
        };
        self.push(quote!(let (#name, #names) = #value;));
        self.defined(name, Some(lists.iter().map(|names| names.len()).collect()));
    }

    fn part(&self, index: usize, list: usize, part: usize) -> Ident {
        hygienic(&format!("__At{}_{index}_{list}_{part}", self.depth))
    }

    /// A `let` without a name of the user's; gives the name it has.
    pub(crate) fn define_unnamed(
        &mut self,
        value: &TokenStream,
        at: Span,
        stored: Stored,
    ) -> TokenStream {
        let name = hygienic(&format!("__value{}_{}", self.depth, self.len()));
        self.define(value, at, stored, &name);
        quote!(#name)
    }

    /// The end of a body, stored if it is an array; `shape` if it is written.
    pub(crate) fn end(&mut self, end: Expr, shape: Option<&Type>) -> TokenStream {
        let library = self.library;
        let at = end.span().resolved_at(Span::mixed_site());
        let end = self.expression(end, true);
        let index = self.definitions.len();
        let place = self.place(index);
        let definition = hygienic(&format!("__let{}_{index}", self.depth));
        let results = hygienic(&format!("__results{}", self.depth));
        let number = self.next_number();
        let written = quote_spanned!(at=> #library::__private::written);
        let ends = match shape {
            Some(shape) => quote_spanned!(at=> .operand().end_as::<#number, #place, #shape>()),
            None => quote_spanned!(at=> .operand().end::<#number, #place>()),
        };
        let check = quote_spanned!(at=> .parts());
        self.push(quote! {
            let #results = #written(#end)#ends;
            let (#definition, #results) = #results #check;
        });
        self.defined(definition, None);
        quote!(#results)
    }

    /// One of several results, a real.
    pub(crate) fn result(&mut self, result: Expr) -> TokenStream {
        let library = self.library;
        let at = result.span().resolved_at(Span::mixed_site());
        let result = self.expression(result, true);
        let written = quote_spanned!(at=> #library::__private::written);
        let check = quote_spanned!(at=> .operand().real());
        quote!(#written(#result)#check)
    }

    /// The statements and, as a tree of eight branches a node, the `let`s.
    pub(crate) fn finish(&self) -> (TokenStream, TokenStream) {
        let library = self.library;
        let count = self.definitions.len();
        let places = self.places(|index, within| path(library, index, count, within));
        let statements = &self.statements;
        (quote!(#places #statements), self.tree_of(|_| true))
    }

    /// Whether some of the `let`s are reached by no datum.
    pub(crate) fn has_invariants(&self) -> bool {
        self.definitions.iter().any(|found| found.is_invariant)
    }

    /// The statements and, as two trees, the `let`s that no datum reaches and the others.
    pub(crate) fn finish_apart(&self) -> (TokenStream, [TokenStream; 2]) {
        let library = self.library;
        let places = self.places(|index, within| {
            let is_invariant = self.definitions[index].is_invariant;
            let alike = |found: &&Definition| found.is_invariant == is_invariant;
            let count = self.definitions.iter().filter(alike).count();
            let index = self.definitions[..index].iter().filter(alike).count();
            let within = path(library, index, count, within);
            let branch = usize::from(!is_invariant);
            quote!(#library::__private::To<#branch, #within>)
        });
        let statements = &self.statements;
        let trees = [true, false].map(|kind| self.tree_of(|found| found.is_invariant == kind));
        (quote!(#places #statements), trees)
    }

    fn tree_of(&self, is_one: impl Fn(&Definition) -> bool) -> TokenStream {
        let definitions = self.definitions.iter().filter(|found| is_one(found));
        tree(definitions.map(|definition| definition.name.to_token_stream()))
    }

    /// The types that say where the `let`s are, by the path to that of each number, and on from there.
    fn places(&self, path_of: impl Fn(usize, TokenStream) -> TokenStream) -> TokenStream {
        let library = self.library;
        let mut places = TokenStream::new();
        let mut place = |name: Ident, path: TokenStream| {
            places.extend(quote! {
                #[allow(non_camel_case_types, reason = "made by the macro")]
                type #name = #path;
            });
        };
        for (index, definition) in self.definitions.iter().enumerate() {
            let here = quote!(#library::__private::Here);
            match &definition.together {
                None => place(self.place(index), path_of(index, here)),
                Some(lists) if lists.is_empty() => {}
                Some(lists) => {
                    place(self.place(index), path_of(index, here.clone()));
                    for (list, &parts) in lists.iter().enumerate() {
                        for part in 0..parts {
                            let within = path(library, part, parts, here.clone());
                            let within = quote!(#library::__private::To<#list, #within>);
                            place(self.part(index, list, part), path_of(index, within));
                        }
                    }
                }
            }
        }
        places
    }
}

/// As a tree of eight branches a node.
pub(crate) fn tree(leaves: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut tree: Vec<TokenStream> = leaves.collect();
    while tree.len() > 1 {
        tree = tree
            .chunks(8)
            .map(|branches| quote!((#(#branches,)*)))
            .collect();
    }
    tree.pop().unwrap_or_else(|| quote!(()))
}

/// The path to a leaf of such a tree, and on from there.
pub(crate) fn path(
    library: &TokenStream,
    index: usize,
    count: usize,
    mut path: TokenStream,
) -> TokenStream {
    let mut size = 1;
    while size < count {
        let branch = index / size % 8;
        path = quote!(#library::__private::To<#branch, #path>);
        size *= 8;
    }
    path
}

/// A name that the user's do not meet.
pub(crate) fn hygienic(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
