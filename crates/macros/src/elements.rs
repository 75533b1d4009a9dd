//! Elements of arrays that loops assign to: whether the array can be changed where it lies.

use crate::expression::mentions;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit::Visit;
use syn::{Block, Expr, Ident};

/// The macro that stands for an index which need not be within the array.
pub(crate) const LENIENTLY: &str = "__monograd_leniently";

/// The macro that stands for a check that an array has an element.
pub(crate) const CHECKED: &str = "__monograd_checked";

/// Whether of the array nothing is read and nothing assigned to in a loop's body but elements, and assigned to
/// only in the body itself.
pub(crate) fn is_changed_in_place(body: &Block, name: &Ident) -> bool {
    let mut uses = Uses {
        name,
        depth: 0,
        is_changed: false,
        is_whole: false,
    };
    uses.visit_block(body);
    uses.is_changed && !uses.is_whole
}

/// Whether an element of the array is assigned to.
pub(crate) fn is_element_assigned(body: &Block, name: &Ident) -> bool {
    let mut uses = Uses {
        name,
        depth: 0,
        is_changed: false,
        is_whole: false,
    };
    uses.visit_block(body);
    uses.is_changed
}

struct Uses<'n> {
    name: &'n Ident,
    /// How many blocks there are around.
    depth: usize,
    is_changed: bool,
    is_whole: bool,
}

impl Uses<'_> {
    /// An element of the array is assigned to.
    fn assigned(&mut self, target: &Expr) {
        if let Expr::Index(index) = target
            && is_element_of(index, self.name)
        {
            self.is_changed = true;
            self.is_whole |= self.depth > 0;
        }
    }
}

/// Whether it is an element of the array of this name, or one of a row of it.
fn is_element_of(index: &syn::ExprIndex, name: &Ident) -> bool {
    match &*index.expr {
        Expr::Path(path) => path.path.is_ident(name),
        Expr::Index(row) => is_element_of(row, name),
        _ => false,
    }
}

impl<'a> Visit<'a> for Uses<'_> {
    fn visit_expr_index(&mut self, index: &'a syn::ExprIndex) {
        if !matches!(&*index.expr, Expr::Path(path) if path.path.is_ident(self.name)) {
            self.visit_expr(&index.expr);
        }
        self.visit_expr(&index.index);
    }
    fn visit_expr_path(&mut self, path: &'a syn::ExprPath) {
        self.is_whole |= path.path.is_ident(self.name);
    }
    fn visit_pat_ident(&mut self, pattern: &'a syn::PatIdent) {
        self.is_whole |= pattern.ident == *self.name;
    }
    fn visit_expr_closure(&mut self, closure: &'a syn::ExprClosure) {
        self.visit_tokens(&closure.to_token_stream());
    }
    fn visit_macro(&mut self, found: &'a syn::Macro) {
        if !found.path.is_ident(CHECKED) {
            self.visit_tokens(&found.tokens);
        }
    }
    fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
        self.assigned(&assign.left);
        syn::visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
        if binary.op.to_token_stream().to_string().ends_with('=')
            && !matches!(
                binary.op,
                syn::BinOp::Le(_) | syn::BinOp::Ge(_) | syn::BinOp::Eq(_) | syn::BinOp::Ne(_)
            )
        {
            self.assigned(&binary.left);
        }
        syn::visit::visit_expr_binary(self, binary);
    }
    fn visit_expr_if(&mut self, branch: &'a syn::ExprIf) {
        self.visit_expr(&branch.cond);
        self.depth += 1;
        self.visit_block(&branch.then_branch);
        if let Some((_, otherwise)) = &branch.else_branch {
            self.visit_expr(otherwise);
        }
        self.depth -= 1;
    }
    fn visit_expr_for_loop(&mut self, found: &'a syn::ExprForLoop) {
        self.depth += 1;
        syn::visit::visit_expr_for_loop(self, found);
        self.depth -= 1;
    }
}

impl Uses<'_> {
    fn visit_tokens(&mut self, tokens: &TokenStream) {
        self.is_whole |= mentions(tokens.clone(), &|name| name == self.name);
    }
}

/// If an inner loop uses the array only by one and the same element, or row, of an index that has to do with nothing
/// that the loop declares: puts the name of the row in its place, and gives the index.
pub(crate) fn take_row(inner: &mut syn::ExprForLoop, name: &Ident, row: &Ident) -> Option<Expr> {
    let mut index = None;
    let taken = with_row(inner.to_token_stream(), name, row, &mut index)?;
    let index: Expr = syn::parse2(index?).ok()?;
    let mut declared = Declared(vec![]);
    declared.visit_expr_for_loop(inner);
    let varies = mentions(index.to_token_stream(), &|used| declared.0.contains(used));
    if varies || matches!(index, Expr::Range(_)) {
        return None;
    }
    *inner = syn::parse2(taken).ok()?;
    Some(index)
}

/// The tokens with the name of the row instead of `name[index]`, if the name occurs only so.
fn with_row(
    tokens: TokenStream,
    name: &Ident,
    row: &Ident,
    index: &mut Option<TokenStream>,
) -> Option<TokenStream> {
    let mut taken = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(found) if found == *name => {
                let Some(TokenTree::Group(group)) = tokens.next() else {
                    return None;
                };
                let known = index.get_or_insert_with(|| group.stream());
                if group.delimiter() != Delimiter::Bracket
                    || known.to_string() != group.stream().to_string()
                {
                    return None;
                }
                let row = Ident::new(&row.to_string(), row.span().located_at(found.span()));
                taken.extend(quote!(#row));
            }
            TokenTree::Group(group) => {
                let stream = with_row(group.stream(), name, row, index)?;
                let mut changed = Group::new(group.delimiter(), stream);
                changed.set_span(group.span());
                taken.extend(quote!(#changed));
            }
            other => taken.extend([other]),
        }
    }
    Some(taken)
}

/// The names that a block declares, at any depth.
pub(crate) fn declared(block: &syn::Block) -> Vec<Ident> {
    let mut declared = Declared(vec![]);
    declared.visit_block(block);
    declared.0
}

/// The names that are declared.
struct Declared(Vec<Ident>);

impl<'a> Visit<'a> for Declared {
    fn visit_pat_ident(&mut self, name: &'a syn::PatIdent) {
        self.0.push(name.ident.clone());
    }
}
