//! `if`, and the blocks of its branches.

use crate::body::{Body, Stored};
use crate::expression::mentions;
use crate::refusal;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Stmt};

impl Body<'_> {
    /// `if c { a } else { b }`: only the branch taken is evaluated and differentiated.
    pub(crate) fn branch(&mut self, branch: syn::ExprIf) -> TokenStream {
        let Some((_, otherwise)) = branch.else_branch else {
            self.refusals.at(branch.if_token, refusal::NO_ELSE);
            return quote!(0.0);
        };
        let library = self.library;
        let at = branch.if_token.span.resolved_at(Span::mixed_site());
        let condition = self.expression(*branch.cond, false);
        let yes = self.nested(branch.then_branch);
        let no = match *otherwise {
            Expr::Block(block) => self.nested(block.block),
            other => self.nested(as_block(other)),
        };
        let select = quote_spanned!(at=> #library::select);
        quote!(#select(#condition, #yes, #no))
    }

    /// A block: its end, or if there are `let`s in it, a function of the variables that it mentions, so that
    /// nothing in it is evaluated but where its value is.
    pub(crate) fn nested(&mut self, block: Block) -> TokenStream {
        if let [Stmt::Expr(end, None)] = &block.stmts[..] {
            let mut inner = self.inner();
            let end = inner.expression(end.clone(), false);
            if inner.len() == 0 {
                self.has_arrays |= inner.has_arrays;
                self.refusals.extend(inner.refusals);
                return end;
            }
        }
        let library = self.library;
        let span = block
            .brace_token
            .span
            .join()
            .resolved_at(Span::mixed_site());
        let close = block.brace_token.span.close();
        let tokens = block.to_token_stream();
        let mut inner = self.inner();
        let Some(end) = inner.statements(block) else {
            inner.refusals.no_end(close);
            self.refusals.extend(inner.refusals);
            return quote!(0.0);
        };
        let results = inner.end(end, None);
        let (statements, tree) = inner.finish();
        self.refusals.extend(inner.refusals);
        self.has_arrays = true;
        let captured = self.mentioned(&tokens);
        let block = quote_spanned!(span=> #library::__private::block);
        quote! {
            #block((#(#captured,)*), #[inline(always)] #[allow(unused_variables, reason = "mentioned")] |(#(#captured,)*)| {
                #statements
                #library::__private::Scoped(#tree, #results)
            })
        }
    }

    /// The variables that occur in the tokens.
    fn mentioned(&self, tokens: &TokenStream) -> Vec<Ident> {
        let names = self.scope.iter().map(|variable| &variable.name);
        names
            .filter(|name| mentions(tokens.clone(), &|other| other == *name))
            .cloned()
            .collect()
    }

    /// `if c { s = …; } else { … }`: for each variable that is assigned to, a choice.
    pub(crate) fn if_statement(&mut self, branch: syn::ExprIf) {
        let mut assigned = vec![];
        let mut blocks = vec![&branch.then_branch];
        let mut otherwise = branch
            .else_branch
            .as_ref()
            .map(|(_, expression)| &**expression);
        while let Some(expression) = otherwise {
            match expression {
                Expr::Block(block) => {
                    blocks.push(&block.block);
                    otherwise = None;
                }
                Expr::If(branch) => {
                    blocks.push(&branch.then_branch);
                    otherwise = branch
                        .else_branch
                        .as_ref()
                        .map(|(_, expression)| &**expression);
                }
                _ => otherwise = None,
            }
        }
        for block in blocks {
            for name in assigned_in(block) {
                if self.find(&name).is_some() && !assigned.contains(&name) {
                    assigned.push(name);
                }
            }
        }
        if assigned.is_empty() {
            return self.refusals.at(branch.if_token, refusal::STATEMENT);
        }
        // The condition is looked at once, before anything is assigned to.
        let at = branch.cond.span();
        let condition = self.expression(*branch.cond.clone(), false);
        let condition = self.define_unnamed(&condition, at, Stored::Inferred);
        let before: Vec<_> = assigned.clone();
        let mut values = vec![];
        let was_repeated = std::mem::replace(&mut self.is_repeated, true);
        for name in &before {
            let is_real = self.find(name).is_some_and(|variable| variable.is_real);
            let yes = with_end(branch.then_branch.clone(), name);
            let no = match &branch.else_branch {
                None => as_block(syn::parse_quote!(#name)),
                Some((_, otherwise)) => match &**otherwise {
                    Expr::Block(block) => with_end(block.block.clone(), name),
                    Expr::If(inner) => as_block(Expr::If(ends_with(inner.clone(), name))),
                    other => as_block(other.clone()),
                },
            };
            let library = self.library;
            let span = branch.if_token.span.resolved_at(Span::mixed_site());
            let yes = self.nested(yes);
            let no = self.nested(no);
            let select = quote_spanned!(span=> #library::select);
            let value = quote!(#select(#condition, #yes, #no));
            values.push((
                name.clone(),
                self.define_unnamed(&value, span, Stored::Inferred),
                is_real,
            ));
        }
        self.is_repeated = was_repeated;
        for (name, value, is_real) in values {
            self.define(&value, name.span(), Stored::Inferred, &name);
            self.declare(name, is_real, true);
        }
    }
}

fn as_block(expression: Expr) -> Block {
    Block {
        brace_token: syn::token::Brace(expression.span()),
        stmts: vec![Stmt::Expr(expression, None)],
    }
}

/// The statements of a block that gives a variable in the end.
fn with_end(mut block: Block, name: &Ident) -> Block {
    if let Some(Stmt::Expr(expression, semicolon @ None)) = block.stmts.last_mut()
        && matches!(expression, Expr::If(_) | Expr::Assign(_) | Expr::Binary(_))
    {
        *semicolon = Some(syn::Token![;](expression.span()));
    }
    block.stmts.push(Stmt::Expr(syn::parse_quote!(#name), None));
    block
}

/// The same for all branches of an `if`.
fn ends_with(mut branch: syn::ExprIf, name: &Ident) -> syn::ExprIf {
    branch.then_branch = with_end(branch.then_branch, name);
    branch.else_branch = Some(match branch.else_branch {
        Some((token, otherwise)) => {
            let otherwise = match *otherwise {
                Expr::If(inner) => Expr::If(ends_with(inner, name)),
                Expr::Block(mut block) => {
                    block.block = with_end(block.block, name);
                    Expr::Block(block)
                }
                other => other,
            };
            (token, Box::new(otherwise))
        }
        None => (
            syn::Token![else](branch.if_token.span),
            Box::new(Expr::Block(syn::ExprBlock {
                attrs: vec![],
                label: None,
                block: as_block(syn::parse_quote!(#name)),
            })),
        ),
    });
    branch
}

/// The names that the statements of a block assign to, those of inner blocks too.
fn assigned_in(block: &Block) -> Vec<Ident> {
    struct Assigned(Vec<Ident>);
    impl<'a> syn::visit::Visit<'a> for Assigned {
        fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
            self.target(&assign.left);
            syn::visit::visit_expr_assign(self, assign);
        }
        fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
            use syn::BinOp;
            if let BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_) = binary.op
            {
                self.target(&binary.left);
            }
            syn::visit::visit_expr_binary(self, binary);
        }
    }
    impl Assigned {
        fn target(&mut self, target: &Expr) {
            if let Expr::Path(path) = target
                && let Some(name) = path.path.get_ident()
                && !self.0.contains(name)
            {
                self.0.push(name.clone());
            }
        }
    }
    let mut assigned = Assigned(vec![]);
    syn::visit::Visit::visit_block(&mut assigned, block);
    assigned.0
}
