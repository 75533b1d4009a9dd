//! Elements that an `if` in a loop assigns to: they become variables, read before it and written after it, so that the
//! array is changed where it lies.

use crate::elements::{CHECKED, LENIENTLY};
use crate::linear::Linear;
use proc_macro2::Span;
use quote::{ToTokens, quote};
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprIf, Ident, Stmt};

/// Puts variables in the place of the elements of the array that the branches use, if these are the same ones whenever
/// it is run and certainly different from one another; gives the elements, whose indices need not be within the array,
/// and their variables.
pub(crate) fn take_elements(branch: &mut ExprIf, name: &Ident) -> Option<Vec<(Expr, Ident)>> {
    let mut uses = Uses {
        name,
        elements: vec![],
        declared: vec![],
        is_whole: false,
    };
    uses.branches(branch);
    let elements = uses.elements;
    let are_apart = elements
        .iter()
        .enumerate()
        .all(|(at, one)| elements[..at].iter().all(|other| one.is_apart_from(other)));
    let is_same = elements.iter().all(|element| {
        element.indices.iter().all(|index| {
            let varies = |term: &Expr| uses.declared.iter().any(|name| is_in(term, name));
            !Linear::of(index).any(varies) && Linear::of(index).leniently().is_some()
        })
    });
    if uses.is_whole || !are_apart || !is_same {
        return None;
    }
    let elements: Vec<_> = elements
        .into_iter()
        .enumerate()
        .map(|(at, element)| {
            let variable = Ident::new(&format!("__{name}_{at}"), Span::mixed_site());
            (element, variable)
        })
        .collect();
    let mut taken = Taken {
        name,
        elements: &elements,
        used: vec![],
    };
    taken.branches(branch);
    Some(
        elements
            .into_iter()
            .map(|(element, variable)| (element.leniently(name), variable))
            .collect(),
    )
}

fn is_in(term: &Expr, name: &Ident) -> bool {
    crate::expression::mentions(term.to_token_stream(), &|other| other == name)
}

/// An element, by its indices, the outermost first.
struct Element {
    indices: Vec<Expr>,
}

impl Element {
    /// What an expression is an element of the array of this name by.
    fn of(expression: &Expr, name: &Ident) -> Option<Self> {
        let mut indices = vec![];
        let mut part = expression;
        while let Expr::Index(index) = part {
            indices.insert(0, (*index.index).clone());
            part = &index.expr;
        }
        match part {
            Expr::Path(path) if path.path.is_ident(name) && !indices.is_empty() => {
                Some(Element { indices })
            }
            _ => None,
        }
    }

    fn is(&self, other: &Element) -> bool {
        self.indices.len() == other.indices.len()
            && self
                .indices
                .iter()
                .zip(&other.indices)
                .all(|(own, other)| Linear::of(own).minus(&Linear::of(other)).number() == Some(0))
    }

    /// Whether it is another one, whatever the indices of the loops are.
    fn is_apart_from(&self, other: &Element) -> bool {
        self.indices.len() == other.indices.len()
            && self.indices.iter().zip(&other.indices).any(|(own, other)| {
                let difference = Linear::of(own).minus(&Linear::of(other));
                difference.number().is_some_and(|number| number != 0)
            })
    }

    fn leniently(self, name: &Ident) -> Expr {
        let lenient = Ident::new(LENIENTLY, Span::call_site());
        let indices = self.indices;
        syn::parse_quote!(#name #([#lenient!(#indices)])*)
    }
}

/// The uses of an array in branches.
struct Uses<'n> {
    name: &'n Ident,
    elements: Vec<Element>,
    declared: Vec<Ident>,
    /// Whether something else than an element is used.
    is_whole: bool,
}

impl Uses<'_> {
    /// What the branches use; the condition reads before they are run.
    fn branches(&mut self, branch: &ExprIf) {
        self.visit_block(&branch.then_branch);
        if let Some((_, otherwise)) = &branch.else_branch {
            self.visit_expr(otherwise);
        }
    }
}

impl<'a> Visit<'a> for Uses<'_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match Element::of(expression, self.name) {
            Some(element) => {
                let is_range = |index: &Expr| matches!(index, Expr::Range(_));
                self.is_whole |= element.indices.iter().any(is_range);
                for index in &element.indices {
                    self.visit_expr(index);
                }
                if !self.elements.iter().any(|other| other.is(&element)) {
                    self.elements.push(element);
                }
            }
            None => syn::visit::visit_expr(self, expression),
        }
    }
    fn visit_expr_path(&mut self, path: &'a syn::ExprPath) {
        self.is_whole |= path.path.is_ident(self.name);
    }
    fn visit_pat_ident(&mut self, pattern: &'a syn::PatIdent) {
        self.is_whole |= pattern.ident == *self.name;
        self.declared.push(pattern.ident.clone());
    }
    fn visit_expr_closure(&mut self, closure: &'a syn::ExprClosure) {
        self.is_whole |= is_in(&Expr::Closure(closure.clone()), self.name);
    }
    fn visit_macro(&mut self, found: &'a syn::Macro) {
        self.is_whole |=
            crate::expression::mentions(found.tokens.clone(), &|name| name == self.name);
    }
}

/// Puts the variables in the place of the elements, and checks that the array has them where they are used.
struct Taken<'t> {
    name: &'t Ident,
    elements: &'t [(Element, Ident)],
    /// Those that the statement uses.
    used: Vec<Expr>,
}

impl Taken<'_> {
    fn branches(&mut self, branch: &mut ExprIf) {
        self.visit_block_mut(&mut branch.then_branch);
        if let Some((_, otherwise)) = &mut branch.else_branch {
            // What the next condition uses is checked before it.
            if let Expr::If(_) = **otherwise {
                **otherwise = syn::parse_quote!({ #otherwise });
            }
            self.visit_expr_mut(otherwise);
        }
    }
}

impl VisitMut for Taken<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Some(element) = Element::of(expression, self.name) {
            let known = self.elements.iter().find(|(known, _)| known.is(&element));
            if let Some((_, variable)) = known {
                self.used.push(expression.clone());
                let at = syn::spanned::Spanned::span(&*expression);
                let variable = Ident::new(&variable.to_string(), variable.span().located_at(at));
                *expression = syn::parse_quote!(#variable);
            }
            return;
        }
        if let Expr::If(branch) = expression {
            self.visit_expr_mut(&mut branch.cond);
            return self.branches(branch);
        }
        visit_mut::visit_expr_mut(self, expression);
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        let outside = std::mem::take(&mut self.used);
        let mut statements = vec![];
        for mut statement in std::mem::take(&mut block.stmts) {
            self.visit_stmt_mut(&mut statement);
            for element in self.used.drain(..) {
                let check = Ident::new(CHECKED, Span::call_site());
                let check: syn::Macro = syn::parse_quote!(#check!(#element));
                statements.push(Stmt::Macro(syn::StmtMacro {
                    attrs: vec![],
                    mac: check,
                    semi_token: Some(syn::token::Semi::default()),
                }));
            }
            statements.push(statement);
        }
        block.stmts = statements;
        self.used = outside;
    }
}

/// The `if` with its elements read before it and written after it.
pub(crate) fn around(branch: &ExprIf, elements: &[(Expr, Ident)]) -> Stmt {
    let reads = elements
        .iter()
        .map(|(element, variable)| quote!(let mut #variable = #element;));
    let writes = elements
        .iter()
        .map(|(element, variable)| quote!(#element = #variable;));
    syn::parse_quote!({
        #(#reads)*
        #branch
        #(#writes)*
    })
}
