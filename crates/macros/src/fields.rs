//! Inputs that are structs of parameters, and the fields of theirs that a body reads.

use crate::body::hygienic;
use crate::parse::Variable;
use crate::refusal::Refusals;
use crate::statements::plain_operator;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, GenericArgument, Ident, PathArguments, Type};

pub(crate) const INDEX: &str = "the index of a struct in an array is a constant: `net.layers[2].w`";

/// An input of a function whose type is a path, of which only the compiler knows whether it is a shape or a struct; or
/// an array of structs, `[Layer<R>; 3]`. Its type as the library has it.
pub(crate) fn named(variable: &Variable, library: &TokenStream) -> Option<TokenStream> {
    fn of(shape: &Type, library: &TokenStream) -> Option<TokenStream> {
        match shape {
            Type::Array(array) => {
                let (element, len) = (of(&array.elem, library)?, &array.len);
                Some(quote!(#library::__private::Several<#element, { #len }>))
            }
            Type::Group(group) => of(&group.elem, library),
            // A struct, as far as can be seen: it is of reals.
            Type::Path(path) if is_of_reals(path) => Some(quote!(#path)),
            _ => None,
        }
    }
    match variable.shape.as_ref()? {
        Type::Path(path) if !path.path.is_ident("R") => Some(quote!(#path)),
        other => of(other, library),
    }
}

/// Whether `R` is among the arguments of the last segment: `Layer<R, 3>`.
fn is_of_reals(path: &syn::TypePath) -> bool {
    let last = path.path.segments.last();
    last.is_some_and(|last| {
        match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().any(|argument| {
            matches!(argument, GenericArgument::Type(Type::Path(path)) if path.path.is_ident("R"))
        }),
        _ => false,
    }
    })
}

/// The fields that a body reads, `net.hidden.w`: each gets a name, and stands for a variable wherever it occurs.
pub(crate) struct Read<'v> {
    /// The names of the inputs that may be structs.
    pub(crate) structs: Vec<&'v Ident>,
    /// The fields as they are written, and the names that they have.
    pub(crate) fields: Vec<(Expr, Ident)>,
    /// What cannot be read.
    pub(crate) refusals: Refusals,
}

impl<'v> Read<'v> {
    /// Those of a body, in which the names are put in their places.
    pub(crate) fn of(
        variables: impl Iterator<Item = &'v Variable>,
        library: &TokenStream,
        body: &mut Block,
    ) -> Self {
        let structs = variables
            .filter(|variable| named(variable, library).is_some())
            .map(|variable| &variable.name)
            .collect();
        let mut read = Read {
            structs,
            fields: vec![],
            refusals: Refusals::default(),
        };
        if !read.structs.is_empty() {
            read.visit_block_mut(body);
        }
        read
    }

    /// A variable of Rust's for each.
    pub(crate) fn declarations(&self) -> TokenStream {
        let declarations = self.fields.iter().map(|(field, name)| {
            let field = at_constants(field);
            quote!(let #name = #field;)
        });
        declarations.collect()
    }

    /// Whether it is a struct, or a part of one: fields and constant indices of an input.
    fn is_part(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Path(path) => path
                .path
                .get_ident()
                .is_some_and(|name| self.structs.contains(&name)),
            Expr::Field(field) => {
                matches!(field.member, syn::Member::Named(_)) && self.is_part(&field.base)
            }
            Expr::Index(index) => is_constant(&index.index) && self.is_part(&index.expr),
            Expr::Paren(paren) => self.is_part(&paren.expr),
            _ => false,
        }
    }
}

impl VisitMut for Read<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        let field = match expression {
            Expr::Field(field) => field.clone(),
            // What is assigned to is refused as it is written.
            Expr::Assign(assign) => return self.visit_expr_mut(&mut assign.right),
            Expr::Binary(binary) if plain_operator(&binary.op).is_some() => {
                return self.visit_expr_mut(&mut binary.right);
            }
            _ => return visit_mut::visit_expr_mut(self, expression),
        };
        if !self.is_part(expression) {
            if let Expr::Index(index) = &*field.base
                && self.is_part(&index.expr)
                && matches!(field.member, syn::Member::Named(_))
            {
                self.refusals.at(&index.index, INDEX);
                *expression = syn::parse_quote!(0.0);
                return;
            }
            return visit_mut::visit_expr_mut(self, expression);
        }
        let text = expression.to_token_stream().to_string();
        let known = self
            .fields
            .iter()
            .find(|(other, _)| other.to_token_stream().to_string() == text);
        let mut name = match known {
            Some((_, name)) => name.clone(),
            None => hygienic(&format!("__field{}", self.fields.len())),
        };
        name.set_span(Span::mixed_site().located_at(field.member.span()));
        if known.is_none() {
            self.fields.push((expression.clone(), name.clone()));
        }
        *expression = syn::parse_quote!(#name);
    }
}

/// Whether an index is known when the program is compiled.
fn is_constant(index: &Expr) -> bool {
    match index {
        Expr::Lit(_) => true,
        Expr::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| !last.ident.to_string().contains(char::is_lowercase)),
        Expr::Paren(paren) => is_constant(&paren.expr),
        Expr::Binary(binary) => is_constant(&binary.left) && is_constant(&binary.right),
        _ => false,
    }
}

/// A part of a struct as a part of another, which has a name; `None` if it is not one.
pub(crate) fn within(part: &Expr, whole: &Expr, name: &Ident) -> Option<TokenStream> {
    if part.to_token_stream().to_string() == whole.to_token_stream().to_string() {
        return Some(name.to_token_stream());
    }
    match part {
        Expr::Field(field) => {
            let base = within(&field.base, whole, name)?;
            let (dot, member) = (&field.dot_token, &field.member);
            Some(quote!(#base #dot #member))
        }
        Expr::Index(index) => {
            let (base, index) = (within(&index.expr, whole, name)?, &index.index);
            Some(quote!(#base.at::<{ #index }>()))
        }
        Expr::Paren(paren) => within(&paren.expr, whole, name),
        _ => None,
    }
}

/// A part of a struct, its indices as the library has them.
fn at_constants(part: &Expr) -> TokenStream {
    match part {
        Expr::Field(field) => {
            let (base, dot, member) = (at_constants(&field.base), &field.dot_token, &field.member);
            quote!(#base #dot #member)
        }
        Expr::Index(index) => {
            let (base, index) = (at_constants(&index.expr), &index.index);
            quote!(#base.at::<{ #index }>())
        }
        Expr::Paren(paren) => at_constants(&paren.expr),
        other => other.to_token_stream(),
    }
}
