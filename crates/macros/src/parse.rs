//! What is written: `fn` items, a closure, or a `fn` with an attribute.

use crate::parameter::{self, Parameter};
use crate::refusal::{self, Refusals};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Block, Error, Expr, Ident, Result, Token, Type, Visibility};

/// An input or a datum: its name, and its shape if it is written.
#[derive(Clone)]
pub(crate) struct Variable {
    pub(crate) name: Ident,
    pub(crate) shape: Option<Type>,
}

impl Variable {
    /// Whether it is a real, as far as can be seen.
    pub(crate) fn is_real(&self) -> bool {
        self.shape.as_ref().is_none_or(is_real)
    }
}

/// A differentiable function as it is written.
pub(crate) struct Function {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    /// The sizes that it is generic over.
    pub(crate) generics: Vec<Ident>,
    /// The functions that it takes as parameters.
    pub(crate) functions: Vec<Parameter>,
    pub(crate) inputs: Vec<Variable>,
    pub(crate) data: Vec<Variable>,
    pub(crate) codomain: Option<Type>,
    pub(crate) body: Block,
}

pub(crate) enum Functions {
    Items(Vec<Function>),
    InPlace(Box<Function>),
}

/// The input of `func!`: the path to the library in brackets, and the functions.
pub(crate) struct Macro {
    pub(crate) library: TokenStream,
    pub(crate) functions: Functions,
}

impl Parse for Macro {
    fn parse(input: ParseStream) -> Result<Self> {
        let library;
        syn::bracketed!(library in input);
        let library = library.parse()?;
        let functions =
            if input.peek(Token![|]) || input.peek(Token![||]) || input.peek(Token![move]) {
                Functions::InPlace(Box::new(closure(input)?))
            } else {
                let mut functions = vec![];
                while !input.is_empty() {
                    functions.push(function(input)?);
                }
                Functions::Items(functions)
            };
        Ok(Macro { library, functions })
    }
}

fn closure(input: ParseStream) -> Result<Function> {
    input.parse::<Option<Token![move]>>()?;
    input.parse::<Token![|]>()?;
    let (inputs, data) = variables(input, |input| input.peek(Token![|]))?;
    let bar = input.parse::<Token![|]>()?;
    let body = match input.parse::<Expr>()? {
        Expr::Block(block) => block.block,
        expression => Block {
            brace_token: syn::token::Brace(bar.span),
            stmts: vec![syn::Stmt::Expr(expression, None)],
        },
    };
    Ok(Function {
        attributes: vec![],
        visibility: Visibility::Inherited,
        name: Ident::new("__closure", bar.span.resolved_at(Span::mixed_site())),
        generics: vec![],
        functions: vec![],
        inputs,
        data,
        codomain: None,
        body,
    })
}

fn function(input: ParseStream) -> Result<Function> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    input.parse::<Token![fn]>()?;
    let name = input.parse()?;
    let (generics, mut functions) = parameter::generics(&input.parse()?)?;
    let parameters;
    syn::parenthesized!(parameters in input);
    let (mut inputs, data) = variables(&parameters, |input| input.is_empty())?;
    parameter::take(&mut functions, &mut inputs)?;
    let codomain = match input.parse::<Option<Token![->]>>()? {
        Some(_) => Some(shape(input.parse()?)?),
        None => None,
    };
    Ok(Function {
        attributes,
        visibility,
        name,
        generics,
        functions,
        inputs,
        data,
        codomain,
        body: input.parse()?,
    })
}

/// The inputs, and after `;` the data.
fn variables(
    input: ParseStream,
    ends: impl Fn(ParseStream) -> bool,
) -> Result<(Vec<Variable>, Vec<Variable>)> {
    let mut lists = [vec![], vec![]];
    let mut list = 0;
    while !ends(input) {
        let name = input.parse()?;
        let shape = match input.parse::<Option<Token![:]>>()? {
            Some(_) => Some(shape(input.parse()?)?),
            None => None,
        };
        lists[list].push(Variable { name, shape });
        if ends(input) {
            break;
        }
        if list == 0 && input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            list = 1;
        } else if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else {
            return Err(input.error(
                "inputs are separated by `,`; what stands after one `;` is data, which is not differentiated",
            ));
        }
    }
    let [inputs, data] = lists;
    if inputs.is_empty() {
        return Err(input.error("a differentiable function has at least one input"));
    }
    Ok((inputs, data))
}

/// A shape: `R`, or an array of a shape. Any other path may be a user's name for one.
fn shape(shape: Type) -> Result<Type> {
    const NUMBERS: [&str; 6] = ["f64", "f32", "i32", "usize", "u32", "i64"];
    let mut element = &shape;
    loop {
        match element {
            Type::Array(array) => element = &array.elem,
            Type::Path(path) if !NUMBERS.iter().any(|number| path.path.is_ident(number)) => {
                // A struct of numbers, where one of reals is meant.
                match path.path.segments.last().map(|last| &last.arguments) {
                    Some(syn::PathArguments::AngleBracketed(arguments)) => {
                        let number = arguments.args.iter().find_map(|argument| match argument {
                            syn::GenericArgument::Type(of @ Type::Path(path))
                                if NUMBERS.iter().any(|number| path.path.is_ident(number)) =>
                            {
                                Some(of)
                            }
                            _ => None,
                        });
                        match number {
                            Some(number) => element = number,
                            None => return Ok(shape),
                        }
                    }
                    _ => return Ok(shape),
                }
            }
            Type::Group(group) => element = &group.elem,
            _ => {
                let words = format!("`{}` {}", quote!(#element), refusal::SHAPE);
                return Err(Error::new_spanned(element, words));
            }
        }
    }
}

/// Whether it is the shape of a real.
pub(crate) fn is_real(shape: &Type) -> bool {
    matches!(shape, Type::Path(path) if path.path.is_ident("R"))
}

/// `#[differentiable] fn f(x: R, w: [R; 3], #[data] y: R) -> R { … }`.
pub(crate) fn attribute(arguments: &TokenStream, item: syn::ItemFn) -> Result<Function> {
    let mut refusals = Refusals::default();
    if !arguments.is_empty() {
        refusals.at(arguments, "`#[differentiable]` takes no arguments");
    }
    let (mut inputs, mut data) = (vec![], vec![]);
    for argument in item.sig.inputs {
        let syn::FnArg::Typed(argument) = argument else {
            refusals.at(argument, "a differentiable function has no `self`");
            continue;
        };
        let syn::Pat::Ident(name) = *argument.pat else {
            refusals.at(argument.pat, "an input is a name");
            continue;
        };
        let variable = Variable {
            name: name.ident,
            shape: Some(shape(*argument.ty)?),
        };
        let is_data = argument
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("data"));
        if is_data { &mut data } else { &mut inputs }.push(variable);
    }
    refusals.check()?;
    let (generics, mut functions) = parameter::generics(&item.sig.generics)?;
    parameter::take(&mut functions, &mut inputs)?;
    let codomain = match item.sig.output {
        syn::ReturnType::Type(_, codomain) => Some(shape(*codomain)?),
        syn::ReturnType::Default => None,
    };
    Ok(Function {
        attributes: item.attrs,
        visibility: item.vis,
        name: item.sig.ident,
        generics,
        functions,
        inputs,
        data,
        codomain: codomain.filter(|codomain| !is_real(codomain)),
        body: *item.block,
    })
}
