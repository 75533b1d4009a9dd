//! Loops that only add to sums: `for … { s += … }`, where nothing in the loop reads `s`. Of their steps nothing is kept.

use crate::body::{Body, hygienic, path, tree};
use crate::control::{Assigned, as_block};
use crate::expression::mentions;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{BinOp, Block, Expr, ExprForLoop, ExprIf, Ident, Stmt};

/// The sums that a block adds to, and what it adds to them.
#[derive(Clone)]
pub(crate) struct Sums {
    names: Vec<Ident>,
    pub(crate) terms: Vec<Ident>,
}

impl Sums {
    fn of(names: &[Ident]) -> Self {
        Sums {
            names: names.to_vec(),
            terms: vec![],
        }
    }
}

impl Body<'_> {
    /// The sums that a loop adds to, if it does nothing else.
    pub(crate) fn sums_of(&self, found: &ExprForLoop) -> Option<Vec<Ident>> {
        let names = self.assigned_outside(&[&found.body]);
        let are_sums = names.iter().all(|name| {
            self.find(name)
                .is_some_and(|variable| variable.is_real && variable.is_mutable)
        });
        (!names.is_empty() && are_sums && only_adds_in_loop(found, &names)).then_some(names)
    }

    /// The loop as sums that are `let`s: for one whose steps cost little, since they are evaluated twice.
    pub(crate) fn define_sums(&mut self, found: ExprForLoop, names: &[Ident]) {
        let Some(each) = self.add_each(found, names) else {
            return;
        };
        let library = self.library;
        let (_, targets) = self.targets(0, names.len());
        let (_, start) = self.stand_ins("state", names);
        let value = quote!(#library::__private::sums::<#targets, _, _>(#start, #each));
        self.define_assigned(&value, names, &vec![true; names.len()]);
    }

    /// The statements of a body; gives its result, if that is linear in the sums of a loop at the end, and else the
    /// expression at the end.
    pub(crate) fn statements_to_sums(
        &mut self,
        mut block: Block,
        is_of_reals: bool,
    ) -> (Option<TokenStream>, Option<Expr>) {
        let ends = match &block.stmts[..] {
            [
                ..,
                Stmt::Expr(Expr::ForLoop(found), _),
                Stmt::Expr(end, None),
            ] => {
                // Of a function of reals the result is not pulled back as it is evaluated.
                (!is_of_reals || is_cheap(found)).then(|| (found.clone(), end.clone()))
            }
            _ => None,
        };
        let Some((found, end)) = ends else {
            return (None, self.statements(block));
        };
        let last = block.stmts.split_off(block.stmts.len() - 2);
        self.statements_only(block);
        match self.end_of_sums(&found, &end) {
            Some(result) => (Some(result), None),
            None => (
                None,
                self.statements(Block {
                    brace_token: syn::token::Brace::default(),
                    stmts: last,
                }),
            ),
        }
    }

    /// The end of a body that is linear in the sums of a loop before it: the loop is pulled back as it is evaluated.
    pub(crate) fn end_of_sums(&mut self, found: &ExprForLoop, end: &Expr) -> Option<TokenStream> {
        let names = self.sums_of(found)?;
        if !self.is_linear(end, &names) {
            return None;
        }
        let mut inner = self.inner();
        let lowered = inner.expression(end.clone(), true);
        if !inner.is_empty() || !inner.refusals.are_none() {
            return None;
        }
        let library = self.library;
        // What is refused is refused once: the loop is not looked at again.
        let Some(each) = self.add_each(found.clone(), &names) else {
            return Some(TokenStream::new());
        };
        self.has_arrays = true;
        let around = self.around(&end.to_token_stream(), &names);
        let (states, start) = self.stand_ins("state", &names);
        let (captured, around) = self.stand_ins("captured", &around);
        let [from, terms, seen] = ["__from", "__terms", "__seen"].map(hygienic);
        Some(quote!({
            let (#from, #terms, #seen) = (#start, #each, #around);
            #states
            #captured
            #library::__private::Real(#library::__private::of_sums(
                #from,
                #terms,
                #seen,
                #library::__private::written(#lowered).operand().real(),
            ))
        }))
    }

    /// Whether an expression is a real, and linear in the sums.
    fn is_linear(&self, expression: &Expr, names: &[Ident]) -> bool {
        let is_free = |expression: &Expr| !is_any_in(expression, names);
        match expression {
            Expr::Paren(paren) => self.is_linear(&paren.expr, names),
            Expr::Path(_) if names.iter().any(|name| is_path(expression, name)) => true,
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => {
                self.is_linear(&unary.expr, names)
            }
            Expr::Binary(binary) if !is_free(expression) => {
                let (left, right) = (&binary.left, &binary.right);
                match binary.op {
                    BinOp::Add(_) | BinOp::Sub(_) => {
                        self.is_linear(left, names) && self.is_linear(right, names)
                    }
                    BinOp::Mul(_) => {
                        self.is_linear(left, names) && self.is_number(right)
                            || self.is_number(left) && self.is_linear(right, names)
                    }
                    BinOp::Div(_) => self.is_linear(left, names) && self.is_number(right),
                    _ => false,
                }
            }
            other => is_free(other) && (self.is_real(other) || self.is_number(other)),
        }
    }

    /// Whether it is a number, and no variable.
    fn is_number(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Lit(_) | Expr::Path(_) | Expr::Cast(_) => !self.mentions_variable(expression),
            Expr::Paren(paren) => self.is_number(&paren.expr),
            Expr::Unary(unary) => self.is_number(&unary.expr),
            Expr::Binary(binary) => self.is_number(&binary.left) && self.is_number(&binary.right),
            _ => false,
        }
    }

    /// The variables that are mentioned, without the sums.
    fn around(&self, tokens: &TokenStream, names: &[Ident]) -> Vec<Ident> {
        let mut around = self.mentioned(tokens);
        around.retain(|name| !names.contains(name));
        around
    }

    /// A loop that adds to sums, as a value of the library's.
    fn add_each(&mut self, found: ExprForLoop, names: &[Ident]) -> Option<TokenStream> {
        let at = found.for_token.span.resolved_at(Span::mixed_site());
        let header = self.loop_header(&found)?;
        let mut body = found.body;
        self.take_out_unchanging(header.index.as_ref(), &mut body);
        self.take_out_elements(header.index.as_ref(), &mut body);
        let mut around = self.around(&body.to_token_stream(), names);
        around.retain(|name| Some(name) != header.index.as_ref());
        let depth = self.loops;
        let mut inner = self.inner();
        if let Some(index) = header.index {
            inner.declare_index(index, header.range.end);
        }
        inner.loops += 1;
        inner.sums = Some(Sums::of(names));
        inner.statements_only(body);
        let (captured, around) = self.stand_ins("captured", &around);
        let block = self.adding(inner, &captured);
        let add_each = self.private("add_each", at);
        let numbers = header.range.numbers;
        Some(quote!(#add_each::<#depth, _, _, _>(#numbers, #around, #block)))
    }

    /// A block that adds to sums, as a value of the library's.
    fn adding(&mut self, inner: Body, captured: &TokenStream) -> TokenStream {
        let library = self.library;
        let (statements, lets) = inner.finish();
        let terms = inner.sums.iter().flat_map(|sums| &sums.terms);
        let terms = tree(terms.map(ToTokens::to_token_stream));
        self.take_over(inner);
        quote!({
            #captured
            #statements
            #library::__private::Adding(#lets, #terms)
        })
    }

    /// Whether a statement adds to the sums of this block.
    fn adds(&self, statement: &impl ToTokens) -> bool {
        self.sums.as_ref().is_some_and(|sums| {
            mentions(statement.to_token_stream(), &|name| {
                sums.names.contains(name)
            })
        })
    }

    /// A statement that adds to the sums of this block; gives back one that does not.
    pub(crate) fn add(&mut self, statement: Expr) -> Option<Expr> {
        if !self.adds(&statement) {
            return Some(statement);
        }
        let names = self.sums.as_ref().map(|sums| sums.names.clone())?;
        let library = self.library;
        let term = match statement {
            Expr::Binary(binary) => {
                let at = names.iter().position(|name| is_path(&binary.left, name))?;
                let place = path(library, at, names.len(), quote!(#library::__private::Here));
                let is_subtracted = matches!(binary.op, BinOp::SubAssign(_));
                let span = binary.op.span().resolved_at(Span::mixed_site());
                let value = self.expression(*binary.right, true);
                let written = quote_spanned!(span=> #library::__private::written);
                let real = quote_spanned!(span=> .operand().real());
                quote!(#library::__private::term::<#place, #is_subtracted, _>(#written(#value)#real))
            }
            Expr::If(branch) => self.add_where(branch, &names),
            Expr::ForLoop(found) => self.add_each(found, &names)?,
            other => return Some(other),
        };
        let count = self.sums.as_ref().map_or(0, |sums| sums.terms.len());
        let name = hygienic(&format!("__term{}_{count}", self.depth));
        self.push(quote!(let #name = #term;));
        if let Some(sums) = &mut self.sums {
            sums.terms.push(name);
        }
        None
    }

    /// A choice between blocks that add to sums.
    fn add_where(&mut self, branch: ExprIf, names: &[Ident]) -> TokenStream {
        let at = branch.if_token.span.resolved_at(Span::mixed_site());
        let otherwise = branch
            .else_branch
            .map(|(_, otherwise)| as_block(*otherwise));
        let mut tokens = branch.then_branch.to_token_stream();
        tokens.extend(otherwise.iter().map(ToTokens::to_token_stream));
        let condition = self.expression(*branch.cond, false);
        let around = self.around(&tokens, names);
        let (captured, around) = self.stand_ins("captured", &around);
        let [yes, no] = [Some(branch.then_branch), otherwise].map(|block| {
            let mut inner = self.inner();
            inner.is_branch = true;
            inner.sums = Some(Sums::of(names));
            if let Some(block) = block {
                inner.statements_only(block);
            }
            self.adding(inner, &captured)
        });
        let add_where = self.private("add_where", at);
        quote!(#add_where(#condition, #around, #yes, #no))
    }
}

/// Whether a loop costs no more than some arithmetic a step, as far as can be seen.
pub(crate) fn is_cheap(found: &ExprForLoop) -> bool {
    struct Calls(bool);
    impl<'a> Visit<'a> for Calls {
        fn visit_expr_call(&mut self, _: &'a syn::ExprCall) {
            self.0 = true;
        }
        fn visit_expr_method_call(&mut self, _: &'a syn::ExprMethodCall) {
            self.0 = true;
        }
        fn visit_macro(&mut self, _: &'a syn::Macro) {
            self.0 = true;
        }
    }
    let mut calls = Calls(false);
    calls.visit_block(&found.body);
    !calls.0
}

fn is_any_in(tokens: &impl ToTokens, names: &[Ident]) -> bool {
    mentions(tokens.to_token_stream(), &|name| names.contains(name))
}

fn is_path(expression: &Expr, name: &Ident) -> bool {
    matches!(expression, Expr::Path(path) if path.path.is_ident(name))
}

/// Whether the block does nothing with the sums but add to them, and where it adds in a loop or a branch, this does
/// nothing else.
fn only_adds(block: &Block, names: &[Ident]) -> bool {
    block.stmts.iter().all(|statement| match statement {
        Stmt::Expr(expression, _) => only_adds_in(expression, names),
        other => !is_any_in(other, names),
    })
}

fn only_adds_in(statement: &Expr, names: &[Ident]) -> bool {
    if !is_any_in(statement, names) {
        return true;
    }
    match statement {
        Expr::Binary(binary) => {
            let is_sum = names.iter().any(|name| is_path(&binary.left, name));
            let adds = matches!(binary.op, BinOp::AddAssign(_) | BinOp::SubAssign(_));
            adds && is_sum && !is_any_in(&binary.right, names)
        }
        Expr::Block(block) => block.label.is_none() && only_adds(&block.block, names),
        Expr::ForLoop(found) => only_adds_in_loop(found, names),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.clone();
            otherwise.is_none_or(|(_, otherwise)| only_assigns(&as_block(*otherwise), names))
                && !is_any_in(&branch.cond, names)
                && only_assigns(&branch.then_branch, names)
        }
        _ => false,
    }
}

fn only_adds_in_loop(found: &ExprForLoop, names: &[Ident]) -> bool {
    found.attrs.is_empty()
        && found.label.is_none()
        && !is_any_in(&found.expr, names)
        && !is_any_in(&found.pat, names)
        && only_assigns(&found.body, names)
}

/// Whether the block adds to the sums and assigns to nothing else outside of it.
fn only_assigns(block: &Block, names: &[Ident]) -> bool {
    let mut assigned = Assigned::default();
    assigned.block(block);
    assigned.found.iter().all(|name| names.contains(name)) && only_adds(block, names)
}
