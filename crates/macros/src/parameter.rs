//! Functions as parameters: `fn rk4<F: Function<2>>(f: F, y, t, h) { … f(y, t) … }`.

use crate::body::hygienic;
use crate::parse::Variable;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Error, GenericParam, Ident, Result, Type, TypeParam, TypeParamBound};

/// A parameter that is a function.
#[derive(Clone)]
pub(crate) struct Parameter {
    /// The type parameter.
    pub(crate) kind: Ident,
    /// What stands between the angle brackets of its bound.
    arguments: Vec<syn::GenericArgument>,
    /// The parameter's name, and before how many inputs it stands.
    pub(crate) name: Option<(Ident, usize)>,
}

const BOUND: &str = "a type parameter is that of a function, `F: Function<2>`, and a size is `const N: usize`; \
    a differentiable function is generic over the number as it is";

/// The sizes and the functions of a function's generic parameters.
pub(crate) fn generics(generics: &syn::Generics) -> Result<(Vec<Ident>, Vec<Parameter>)> {
    let (mut sizes, mut functions) = (vec![], vec![]);
    for parameter in &generics.params {
        match parameter {
            GenericParam::Const(size) => sizes.push(size.ident.clone()),
            GenericParam::Type(kind) => functions.push(function(kind)?),
            other => return Err(Error::new_spanned(other, BOUND)),
        }
    }
    Ok((sizes, functions))
}

fn function(kind: &TypeParam) -> Result<Parameter> {
    let bound = match kind.bounds.iter().collect::<Vec<_>>()[..] {
        [TypeParamBound::Trait(bound)] => bound.path.segments.last(),
        _ => None,
    };
    let arguments = match bound {
        Some(bound) if bound.ident == "Function" => match &bound.arguments {
            syn::PathArguments::AngleBracketed(list) => list.args.iter().cloned().collect(),
            _ => vec![],
        },
        _ => vec![],
    };
    if arguments.is_empty() || arguments.len() > 3 {
        return Err(Error::new_spanned(kind, BOUND));
    }
    Ok(Parameter {
        kind: kind.ident.clone(),
        arguments,
        name: None,
    })
}

/// Takes the parameters that are functions out of the inputs.
pub(crate) fn take(functions: &mut [Parameter], inputs: &mut Vec<Variable>) -> Result<()> {
    let mut kept: Vec<Variable> = vec![];
    for input in inputs.drain(..) {
        let is_kind = |function: &&mut Parameter| match &input.shape {
            Some(Type::Path(path)) => path.path.is_ident(&function.kind),
            _ => false,
        };
        match functions.iter_mut().find(is_kind) {
            Some(function) => function.name = Some((input.name, kept.len())),
            None => kept.push(input),
        }
    }
    *inputs = kept;
    match functions.iter().find(|function| function.name.is_none()) {
        Some(unused) => Err(Error::new_spanned(
            &unused.kind,
            "no input is of this type: `f: F`",
        )),
        None => Ok(()),
    }
}

impl Parameter {
    /// What its type must implement.
    pub(crate) fn bound(&self, library: &TokenStream) -> TokenStream {
        let arguments = self.arguments.iter().enumerate().map(|(at, argument)| {
            match argument {
                // One input, an array, is written as it is; that of one real is a list.
                syn::GenericArgument::Type(shape @ Type::Array(_))
                    if at == 2 && self.is_of_one_array() =>
                {
                    quote!(#library::__private::One<#shape>)
                }
                other => quote!(#other),
            }
        });
        let kind = if self.is_of_shapes() {
            format_ident!("ShapedParameter")
        } else {
            format_ident!("RealParameter")
        };
        quote!(#library::__private::#kind<#(#arguments),*>)
    }

    /// Whether it has one input, which is not a real.
    fn is_of_one_array(&self) -> bool {
        let is = |argument: Option<&syn::GenericArgument>, text: &str| {
            argument.is_some_and(|argument| quote!(#argument).to_string() == text)
        };
        is(self.arguments.first(), "1") && !is(self.arguments.get(2), "[R ; 1]")
    }

    /// Whether its inputs are written: they may have shapes, and are stored for it.
    pub(crate) fn is_of_shapes(&self) -> bool {
        self.arguments.len() == 3
    }

    /// Whether its result is written, and is an array.
    pub(crate) fn has_array_result(&self) -> bool {
        self.arguments.get(1).is_some_and(
            |result| !matches!(result, syn::GenericArgument::Type(Type::Path(path)) if path.path.is_ident("R")),
        )
    }

    /// A call of it.
    pub(crate) fn call(
        &self,
        function: &syn::Expr,
        arguments: &[TokenStream],
        library: &TokenStream,
    ) -> TokenStream {
        let at = function.span().resolved_at(proc_macro2::Span::mixed_site());
        let call = quote_spanned!(at=> #library::__private::call_parameter);
        let arguments = quote!((#(#library::__private::Operand::into_expr(#arguments).0,)*));
        match self.is_of_shapes() {
            true => {
                let definition =
                    quote_spanned!(at=> #library::__private::ShapedParameter::definition);
                quote!(#call(#definition(#function), (#arguments, ())))
            }
            false => {
                let definition =
                    quote_spanned!(at=> #library::__private::RealParameter::definition);
                quote!(#call(#definition(#function), #arguments))
            }
        }
    }
}

/// The name of the tuple of a function's functions.
pub(crate) fn held() -> Ident {
    hygienic("__functions")
}
