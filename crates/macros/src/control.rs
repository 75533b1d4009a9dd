//! `if`, and the blocks of its branches.

use crate::body::{Body, Stored, hygienic, path, tree};
use crate::calls::StoredCalls;
use crate::expression::mentions;
use crate::statements::plain_operator;
use crate::{fields, refusal};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Stmt};

/// A block that has been lowered: its statements, its `let`s as a tree, and what it gives.
struct Lowered {
    statements: TokenStream,
    lets: TokenStream,
    given: TokenStream,
    /// How many `let`s there are, if all are reals.
    reals: usize,
}

impl<'l> Body<'l> {
    /// `if c { a } else { b }`: only the branch taken is evaluated and differentiated.
    pub(crate) fn branch(&mut self, branch: syn::ExprIf) -> TokenStream {
        let Some((_, otherwise)) = branch.else_branch else {
            self.refusals.at(branch.if_token, refusal::NO_ELSE);
            return quote!(0.0);
        };
        let library = self.library;
        let at = branch.if_token.span.resolved_at(Span::mixed_site());
        let is_block = |block: &Block| block.stmts.len() > 1;
        let stored_calls = if is_block(&branch.then_branch)
            || matches!(&*otherwise, Expr::Block(block) if is_block(&block.block))
        {
            StoredCalls::All
        } else if self.is_real(&branch.cond) {
            StoredCalls::OfArrays
        } else {
            StoredCalls::None
        };
        let condition = self.expression(*branch.cond, false);
        let tokens = [
            branch.then_branch.to_token_stream(),
            otherwise.to_token_stream(),
        ];
        let (yes, end_of_yes) = self.value_of(branch.then_branch, stored_calls);
        let (no, end_of_no) = self.value_of(as_block(*otherwise), stored_calls);
        let both = [(yes, end_of_yes), (no, end_of_no)];
        if both.iter().all(|(inner, _)| inner.is_empty()) {
            let [yes, no] = both.map(|(inner, end)| {
                self.take_over(inner);
                end
            });
            let select = quote_spanned!(at=> #library::select);
            return quote!(#select(#condition, #yes, #no));
        }
        let [yes, no] = both.map(|(mut inner, end)| {
            let end = inner.define_unnamed(&end, at, Stored::Inferred);
            let (statements, lets) = inner.finish();
            let reals = inner.numbers;
            self.take_over(inner);
            let given = quote!(#library::__private::one(#end));
            Lowered {
                statements,
                lets,
                given,
                reals,
            }
        });
        let around = self.mentioned(&tokens.into_iter().collect());
        let name = hygienic(&format!("__value{}_{}", self.depth, self.len()));
        let value = self.choose(at, &condition, &around, [yes, no], 1);
        self.define_together(&value, &[std::slice::from_ref(&name)]);
        name.to_token_stream()
    }

    /// The value of a block, in a body of its own.
    fn value_of(&mut self, block: Block, stored_calls: StoredCalls) -> (Body<'l>, TokenStream) {
        let mut inner = self.inner();
        inner.stored_calls = stored_calls;
        inner.is_branch = true;
        let close = block.brace_token.span.close();
        for name in self.assigned_outside(&[&block]) {
            self.refusals
                .at_span(name.span(), refusal::ASSIGNED_IN_VALUE);
        }
        let end = match inner.statements(block) {
            Some(end) => inner.expression(end, false),
            None => {
                inner.refusals.no_end(close);
                quote!(0.0)
            }
        };
        (inner, end)
    }

    /// Takes over what has been found out in a block.
    pub(crate) fn take_over(&mut self, inner: Body) {
        self.has_arrays |= inner.has_arrays;
        self.has_recurrences |= inner.has_recurrences;
        self.refusals.extend(inner.refusals);
    }

    /// What stands in a block for the variables around it, and the variables.
    pub(crate) fn stand_ins(
        &self,
        function: &str,
        variables: &[Ident],
    ) -> (TokenStream, TokenStream) {
        let library = self.library;
        let is_seen = function == "captured";
        let function = Ident::new(function, Span::mixed_site());
        // Of a struct and a part of it only the struct is seen, so that what is added to the one is added to the other.
        let (variables, parts): (Vec<_>, Vec<_>) = variables
            .iter()
            .map(|name| (name, self.part_of(name, variables)))
            .partition(|(_, part)| !is_seen || part.is_none());
        let count = variables.len();
        let mut stand_ins = TokenStream::new();
        for (index, (name, _)) in variables.iter().enumerate() {
            let place = path(library, index, count, quote!(#library::__private::Here));
            stand_ins.extend(quote! {
                #[allow(unused_variables, reason = "mentioned")]
                let #name = #library::__private::#function::<#index, #place, _>(#name);
            });
        }
        for (name, part) in parts {
            stand_ins.extend(quote! {
                #[allow(unused_variables, reason = "mentioned")]
                let #name = #part;
            });
        }
        let leaf = Ident::new(if is_seen { "seen" } else { "one" }, Span::mixed_site());
        let variables = tree(
            variables
                .iter()
                .map(|(name, _)| quote!(#library::__private::#leaf(#name))),
        );
        (stand_ins, variables)
    }

    /// A variable as a part of another, the largest that it is a part of.
    fn part_of(&self, name: &Ident, others: &[Ident]) -> Option<TokenStream> {
        let part = self.find(name)?.part.as_ref()?;
        let wholes = others.iter().filter(|other| *other != name);
        wholes
            .filter_map(|other| {
                let whole = self.find(other)?.part.as_ref()?;
                fields::within(part, whole, other)
            })
            .max_by_key(|tokens| tokens.to_string().len())
    }

    /// The choice between two blocks that give `count` values.
    fn choose(
        &mut self,
        at: Span,
        condition: &TokenStream,
        around: &[Ident],
        blocks: [Lowered; 2],
        count: usize,
    ) -> TokenStream {
        let library = self.library;
        let (place, targets) = self.targets_of_choice(count);
        let seen = around.len();
        let (stand_ins, around) = self.stand_ins("captured", around);
        let reals = blocks.iter().map(|block| block.reals).max();
        let [yes, no] = blocks.map(
            |Lowered {
                 statements,
                 lets,
                 given,
                 ..
             }| {
                let block = quote! {
                    #stand_ins
                    #statements
                    #library::__private::Inside(#lets, #given)
                };
                quote_spanned!(at=> { #block })
            },
        );
        let branches = self.private("Branches", at);
        quote_spanned! {at=>
            #branches(#yes, #no)
                .choose::<#place, #targets, _, _, #seen, #reals, #count>(#condition, #around)
        }
    }

    /// The variables that occur in the tokens.
    pub(crate) fn mentioned(&self, tokens: &TokenStream) -> Vec<Ident> {
        self.scope
            .iter()
            .filter(|variable| variable.index.is_none())
            .map(|variable| &variable.name)
            .filter(|name| mentions(tokens.clone(), &|other| other == *name))
            .cloned()
            .collect()
    }

    /// `if c { s = …; } else { … }`: the blocks give what they assign to.
    pub(crate) fn if_statement(&mut self, branch: syn::ExprIf) {
        let otherwise = branch
            .else_branch
            .map(|(_, otherwise)| as_block(*otherwise));
        let blocks: Vec<&Block> = [Some(&branch.then_branch), otherwise.as_ref()]
            .into_iter()
            .flatten()
            .collect();
        let assigned = self.assigned_outside(&blocks);
        if assigned.is_empty() {
            return self.refusals.at(branch.if_token, refusal::STATEMENT);
        }
        let mut tokens: TokenStream = blocks.iter().map(|block| block.to_token_stream()).collect();
        tokens.extend(assigned.iter().map(ToTokens::to_token_stream));
        let condition = self.expression(*branch.cond, false);
        let mut reals = vec![true; assigned.len()];
        let library = self.library;
        let lowered = [Some(branch.then_branch), otherwise].map(|block| {
            let mut inner = self.inner();
            inner.is_branch = true;
            let last = inner.watch(&assigned);
            if let Some(block) = block {
                inner.statements_only(block);
            }
            for (is_real, name) in reals.iter_mut().zip(&assigned) {
                *is_real &= inner.find(name).is_some_and(|variable| variable.is_real);
            }
            let (statements, lets) = inner.finish();
            let reals = inner.numbers;
            self.take_over(inner);
            let given = tree(
                last.iter()
                    .map(|name| quote!(#library::__private::one(#name))),
            );
            Lowered {
                statements,
                lets,
                given,
                reals,
            }
        });
        let around = self.mentioned(&tokens);
        let at = branch.if_token.span.resolved_at(Span::mixed_site());
        let value = self.choose(at, &condition, &around, lowered, assigned.len());
        self.define_assigned(&value, &assigned, &reals);
    }

    /// The variables that a loop or a choice has assigned to.
    pub(crate) fn define_assigned(
        &mut self,
        value: &TokenStream,
        assigned: &[Ident],
        reals: &[bool],
    ) {
        let count = self.len();
        let names: Vec<_> = (0..assigned.len())
            .map(|index| hygienic(&format!("__given{}_{count}_{index}", self.depth)))
            .collect();
        self.define_together(value, &[&names]);
        self.rename(assigned, names, reals);
    }

    /// The variables that have been assigned to, by what they are now.
    pub(crate) fn rename(&mut self, assigned: &[Ident], names: Vec<Ident>, reals: &[bool]) {
        let library = self.library;
        for ((name, given), is_real) in assigned.iter().zip(names).zip(reals) {
            self.push(quote! {
                #[allow(unused_variables, reason = "assigned to")]
                let #name = #library::__private::like(#name, #given);
            });
            self.reassign(name, *is_real);
        }
    }

    /// The variables around the blocks that they assign to.
    pub(crate) fn assigned_outside(&self, blocks: &[&Block]) -> Vec<Ident> {
        let mut assigned = Assigned::default();
        for block in blocks {
            assigned.block(block);
        }
        assigned.found.retain(|name| self.find(name).is_some());
        assigned.found
    }
}

/// What follows an `else`, as a block.
pub(crate) fn as_block(otherwise: Expr) -> Block {
    match otherwise {
        Expr::Block(block) => block.block,
        other => Block {
            brace_token: syn::token::Brace(other.span()),
            stmts: vec![Stmt::Expr(other, None)],
        },
    }
}

/// The names that blocks assign to, those that they declare themselves left out.
#[derive(Default)]
pub(crate) struct Assigned {
    declared: Vec<Ident>,
    pub(crate) found: Vec<Ident>,
}

impl Assigned {
    pub(crate) fn block(&mut self, block: &Block) {
        let declared = self.declared.len();
        syn::visit::visit_block(self, block);
        self.declared.truncate(declared);
    }

    fn target(&mut self, target: &Expr) {
        match target {
            Expr::Path(path) => {
                if let Some(name) = path.path.get_ident()
                    && !self.declared.contains(name)
                    && !self.found.contains(name)
                {
                    self.found.push(name.clone());
                }
            }
            Expr::Index(index) => self.target(&index.expr),
            Expr::Paren(paren) => self.target(&paren.expr),
            _ => {}
        }
    }
}

impl<'a> syn::visit::Visit<'a> for Assigned {
    fn visit_block(&mut self, block: &'a Block) {
        self.block(block);
    }
    fn visit_local(&mut self, local: &'a syn::Local) {
        if let Some(init) = &local.init {
            self.visit_expr(&init.expr);
        }
        self.visit_pat(&local.pat);
    }
    fn visit_pat_ident(&mut self, name: &'a syn::PatIdent) {
        self.declared.push(name.ident.clone());
    }
    fn visit_expr_closure(&mut self, _: &'a syn::ExprClosure) {}
    fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
        self.target(&assign.left);
        syn::visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
        if plain_operator(&binary.op).is_some() {
            self.target(&binary.left);
        }
        syn::visit::visit_expr_binary(self, binary);
    }
    fn visit_expr_for_loop(&mut self, found: &'a syn::ExprForLoop) {
        let declared = self.declared.len();
        self.visit_expr(&found.expr);
        self.visit_pat(&found.pat);
        self.visit_block(&found.body);
        self.declared.truncate(declared);
    }
}
