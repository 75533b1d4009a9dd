//! Statements: `let`s and assignments, of variables and of elements.

use crate::body::{Body, Stored, hygienic};
use crate::parse::is_real;
use crate::{elements, refusal};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Pat, Stmt, Type};

impl Body<'_> {
    /// The statements of a block; gives the expression at its end, if there is one.
    pub(crate) fn statements(&mut self, block: Block) -> Option<Expr> {
        let mut rest = block.stmts.into_iter().peekable();
        while let Some(statement) = rest.next() {
            let is_last = rest.peek().is_none();
            match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Expr(expression, None)
                    if is_last && !matches!(expression, Expr::ForLoop(_)) =>
                {
                    return Some(expression);
                }
                Stmt::Expr(expression, _) => self.statement(expression),
                Stmt::Item(item) => item.to_tokens(&mut self.statements),
                Stmt::Macro(found) if found.mac.path.is_ident(elements::CHECKED) => {
                    if let Ok(element) = syn::parse2(found.mac.tokens) {
                        self.check_element(&element);
                    }
                }
                Stmt::Macro(found) => self.refusals.at(found.mac.path, refusal::STATEMENT),
            }
        }
        None
    }

    fn local(&mut self, local: syn::Local) {
        let Some(init) = local.init else {
            return self.refusals.at(local.pat, refusal::NO_VALUE);
        };
        if let Some((branch, _)) = init.diverge {
            return self.refusals.at(branch, refusal::PATTERN);
        }
        let (pattern, shape) = match local.pat {
            Pat::Type(typed) => (*typed.pat, Some(*typed.ty)),
            pattern => (pattern, None),
        };
        match pattern {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                let is_real = self.store(&name.ident, *init.expr, shape);
                self.declare(name.ident, is_real, name.mutability.is_some());
            }
            Pat::Wild(underscore) => {
                let name = Ident::new("_unused", underscore.span());
                self.store(&name, *init.expr, shape);
            }
            Pat::Slice(patterns) => self.destructure(patterns.elems, *init.expr, shape),
            Pat::Tuple(patterns) => self.destructure_tuple(patterns.elems, *init.expr),
            other => self.refusals.at(other, refusal::PATTERN),
        }
    }

    /// `let [a, b] = …`: an array, and a name for each element.
    fn destructure(
        &mut self,
        patterns: syn::punctuated::Punctuated<Pat, syn::Token![,]>,
        value: Expr,
        shape: Option<Type>,
    ) {
        let at = value.span();
        self.has_arrays = true;
        let value = self.expression(value, true);
        let stored = shape.map_or(Stored::Inferred, |shape| Stored::As(Box::new(shape)));
        let array = self.define_unnamed(&value, at, stored);
        for (index, pattern) in patterns.into_iter().enumerate() {
            match pattern {
                Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                    let element = quote!(#array.at::<#index>());
                    self.define(&element, name.ident.span(), Stored::Inferred, &name.ident);
                    self.declare(name.ident, false, name.mutability.is_some());
                }
                Pat::Wild(_) => {}
                other => self.refusals.at(other, refusal::PATTERN),
            }
        }
    }

    /// `let (a, b) = …`: of a tuple of expressions, each is a `let`.
    fn destructure_tuple(
        &mut self,
        patterns: syn::punctuated::Punctuated<Pat, syn::Token![,]>,
        value: Expr,
    ) {
        let value = self.expression(value, true);
        let count = self.len();
        let parts: Vec<Ident> = (0..patterns.len())
            .map(|part| hygienic(&format!("__part{}_{count}_{part}", self.depth)))
            .collect();
        self.push(quote!(let (#(#parts,)*) = #value;));
        for (part, pattern) in parts.into_iter().zip(patterns) {
            match pattern {
                Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                    let at = name.ident.span();
                    self.define(&quote!(#part), at, Stored::Inferred, &name.ident);
                    self.declare(name.ident, false, name.mutability.is_some());
                }
                Pat::Wild(_) => {}
                other => self.refusals.at(other, refusal::PATTERN),
            }
        }
    }

    /// The statements of a block that has no value.
    pub(crate) fn statements_only(&mut self, block: Block) {
        if let Some(end) = self.statements(block) {
            self.statement(end);
        }
    }

    /// A block in which names are declared that end with it; gives its value.
    pub(crate) fn block(&mut self, block: Block, is_statement: bool) -> TokenStream {
        let assigned = self.assigned_outside(&[&block]);
        let close = block.brace_token.span.close();
        let scope = self.scope.clone();
        let outside = std::mem::take(&mut self.statements);
        let first = self.definitions.len();
        let first_term = self.sums.as_ref().map_or(0, |sums| sums.terms.len());
        let reached = self.reached();
        let last = self.watch(&assigned);
        let value = match is_statement {
            true => {
                self.statements_only(block);
                quote!(())
            }
            false => match self.statements(block) {
                Some(end) => self.expression(end, false),
                None => {
                    self.refusals.no_end(close);
                    quote!(0.0)
                }
            },
        };
        let inside = std::mem::replace(&mut self.statements, outside);
        let reals: Vec<_> = assigned
            .iter()
            .map(|name| self.find(name).is_some_and(|variable| variable.is_real))
            .collect();
        self.scope = scope;
        let terms = self.sums.iter().flat_map(|sums| &sums.terms[first_term..]);
        let definitions = self.definitions[first..].iter().map(|d| &d.name);
        let definitions: Vec<_> = definitions.chain(terms).collect();
        let name = hygienic(&format!("__block{}_{}", self.depth, self.blocks));
        let statement = quote! {
            let (#(#definitions,)* #(#last,)* #name) = {
                #inside
                (#(#definitions,)* #(#last,)* #value)
            };
        };
        self.also_reached(reached);
        self.push(statement);
        for ((assigned, last), is_real) in assigned.iter().zip(&last).zip(reals) {
            self.push(quote! {
                #[allow(unused_variables, reason = "assigned to")]
                let #assigned = #last;
            });
            self.reassign(assigned, is_real);
        }
        quote!(#name)
    }

    /// `let name = value`, or `name = value`; gives whether it is known to be a real.
    fn store(&mut self, name: &Ident, value: Expr, shape: Option<Type>) -> bool {
        let at = value.span();
        let is_real = match &shape {
            Some(shape) => is_real(shape),
            None => self.is_real(&value),
        };
        self.has_arrays |= shape.is_some() && !is_real;
        let value = self.value(value);
        self.define(
            &value,
            at,
            shape.map_or(Stored::Inferred, |shape| Stored::As(Box::new(shape))),
            name,
        );
        is_real
    }

    /// A `let` that is lowered already, without a value.
    fn define_change(&mut self, value: &TokenStream) {
        let index = self.definitions.len();
        let name = hygienic(&format!("__let{}_{index}", self.depth));
        self.push(quote!(let #name = #value;));
        self.defined(name, Some(vec![]));
    }

    /// `a[i] = value`, or `m[i][j] = value`.
    fn assign_indexed(&mut self, target: syn::ExprIndex, value: Expr) {
        self.has_arrays = true;
        let target = Expr::Index(target);
        let Some(name) = self.assigned(array_of(&target)) else {
            return;
        };
        let variable = self.find(&name).cloned();
        let in_place = variable.and_then(|found| found.in_place);
        let Some(path) = self.path_of(&target) else {
            return;
        };
        let at = value.span();
        let value = self.expression(value, false);
        let library = self.library;
        let span = at.resolved_at(Span::mixed_site());
        if in_place == Some(self.depth) {
            let change = quote_spanned!(span=> #library::__private::change);
            self.define_change(&quote!(#change(#name, #path, #value)));
        } else {
            let put = quote_spanned!(span=> #library::__private::put);
            let put = quote!(#put(#name, #path, #value));
            self.define(&put, at, Stored::Inferred, &name);
            self.reassign(&name, false);
        }
    }

    /// An element that a branch uses, which is a variable there: that the array has it.
    fn check_element(&mut self, element: &Expr) {
        let Some(path) = self.path_of(element) else {
            return;
        };
        let (library, array) = (self.library, array_of(element));
        self.define_change(&quote!(#library::__private::checked(#array, #path)));
    }

    /// The variable that is assigned to, if it can be.
    fn assigned(&mut self, target: &Expr) -> Option<Ident> {
        let Some(variable) = self.variable(target) else {
            self.refusals.at(target, refusal::ASSIGNED);
            return None;
        };
        let (name, is_mutable) = (variable.name.clone(), variable.is_mutable);
        if !is_mutable {
            let words = format!("`{name}` {}", refusal::NOT_MUTABLE);
            self.refusals.at(target, &words);
            return None;
        }
        // With the span of this use.
        let span = target.span();
        Some(Ident::new(&name.to_string(), name.span().located_at(span)))
    }

    fn statement(&mut self, statement: Expr) {
        let Some(statement) = self.add(statement) else {
            return;
        };
        match statement {
            Expr::Assign(assign) => {
                if let Expr::Index(target) = *assign.left {
                    return self.assign_indexed(target, *assign.right);
                }
                if let Some(name) = self.assigned(&assign.left) {
                    let is_real = self.store(&name, *assign.right, None);
                    self.reassign(&name, is_real);
                }
            }
            Expr::Binary(binary) => {
                let Some(op) = plain_operator(&binary.op) else {
                    return self.refusals.at(binary, refusal::STATEMENT);
                };
                let target = match &*binary.left {
                    Expr::Index(target) => Some(target.clone()),
                    _ => None,
                };
                if target.is_some() || self.assigned(&binary.left).is_some() {
                    let name = binary.left.clone();
                    let value = Expr::Binary(syn::ExprBinary {
                        attrs: vec![],
                        left: binary.left,
                        op,
                        right: Box::new(Expr::Paren(syn::ExprParen {
                            attrs: vec![],
                            paren_token: syn::token::Paren(binary.right.span()),
                            expr: binary.right,
                        })),
                    });
                    match target {
                        Some(target) => self.assign_indexed(target, value),
                        None => {
                            if let Some(name) = self.assigned(&name) {
                                let is_real = self.store(&name, value, None);
                                self.reassign(&name, is_real);
                            }
                        }
                    }
                }
            }
            Expr::If(branch) => self.if_statement(branch),
            Expr::ForLoop(found) => self.for_statement(found),
            Expr::Block(found) if found.label.is_none() => {
                self.block(found.block, true);
            }
            Expr::While(found) => self.refusals.at(found.while_token, refusal::LOOP),
            Expr::Loop(found) => self.refusals.at(found.loop_token, refusal::LOOP),
            Expr::Match(found) => self.refusals.at(found.match_token, refusal::MATCH),
            Expr::Break(found) => self.refusals.at(found, refusal::JUMP),
            Expr::Continue(found) => self.refusals.at(found, refusal::JUMP),
            Expr::Return(found) => self.refusals.at(found, refusal::JUMP),
            other => self.refusals.at(other, refusal::STATEMENT),
        }
    }
}

/// The array that a part is of.
fn array_of(part: &Expr) -> &Expr {
    match part {
        Expr::Index(index) => array_of(&index.expr),
        other => other,
    }
}

/// The operator of an assignment such as `+=`; `None` of another.
pub(crate) fn plain_operator(op: &syn::BinOp) -> Option<syn::BinOp> {
    use syn::BinOp;
    let span = op.span();
    let op: BinOp = match op {
        BinOp::AddAssign(_) => BinOp::Add(syn::Token![+](span)),
        BinOp::SubAssign(_) => BinOp::Sub(syn::Token![-](span)),
        BinOp::MulAssign(_) => BinOp::Mul(syn::Token![*](span)),
        BinOp::DivAssign(_) => BinOp::Div(syn::Token![/](span)),
        BinOp::RemAssign(_) => BinOp::Rem(syn::Token![%](span)),
        _ => return None,
    };
    Some(op)
}
