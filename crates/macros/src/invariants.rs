//! What no datum reaches. A function of data is summed over rows, and what depends on its inputs alone is the same for
//! all of them: such `let`s stand apart from the others, and what is costly in an expression becomes a `let`.

use crate::body::{Body, Stored};
use crate::expression::{is_costly, mentions};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::Expr;
use syn::spanned::Spanned;

/// Which variables of a function a datum reaches.
pub(crate) struct Invariants {
    reached: HashSet<String>,
    /// The costly expressions that have become `let`s, as they are written, and their names.
    stored: HashMap<String, TokenStream>,
    /// Whether what is lowered is part of a `let` that no datum reaches, and so is not one itself.
    is_inside: bool,
}

impl Invariants {
    /// Those of a function of these data; none of one without any.
    pub(crate) fn of<'v>(data: impl Iterator<Item = &'v Ident>) -> Option<Self> {
        let reached: HashSet<_> = data.map(ToString::to_string).collect();
        (!reached.is_empty()).then(|| Invariants {
            reached,
            stored: HashMap::new(),
            is_inside: false,
        })
    }

    /// Whether a datum reaches what is written.
    pub(crate) fn is_reached(&self, tokens: TokenStream) -> bool {
        mentions(tokens, &|name| self.reached.contains(&name.to_string()))
    }

    /// What statements of Rust, `let pattern = value;`, make of their variables.
    pub(crate) fn note(&mut self, statements: TokenStream) {
        let mut tokens = statements.into_iter();
        while let Some(token) = tokens.next() {
            if !matches!(&token, TokenTree::Ident(name) if name == "let") {
                continue;
            }
            let is = |mark| move |token: &TokenTree| matches!(token, TokenTree::Punct(found) if found.as_char() == mark);
            let pattern = tokens.by_ref().take_while(|token| !is('=')(token));
            let pattern: TokenStream = pattern.collect();
            let value = tokens.by_ref().take_while(|token| !is(';')(token));
            let is_reached = self.is_reached(value.collect());
            for name in names(pattern) {
                if self.reached.contains(&name) != is_reached {
                    // What is written alike may now be something else.
                    self.stored.clear();
                }
                match is_reached {
                    true => self.reached.insert(name),
                    false => self.reached.remove(&name),
                };
            }
        }
    }
}

/// The names in a pattern.
fn names(pattern: TokenStream) -> Vec<String> {
    let mut found = vec![];
    for token in pattern {
        match token {
            TokenTree::Ident(name) => found.push(name.to_string()),
            TokenTree::Group(group) => found.extend(names(group.stream())),
            _ => {}
        }
    }
    found
}

impl Body<'_> {
    /// A costly part of an expression that no datum reaches, as a `let`; `None` if it is no such part.
    pub(crate) fn invariant(&mut self, part: &Expr) -> Option<TokenStream> {
        let invariants = self.invariants.as_ref()?;
        let text = part.to_token_stream();
        let is_part = !invariants.is_inside
            && is_costly(text.clone())
            && !invariants.is_reached(text.clone())
            && self.is_real(part);
        if !is_part {
            return None;
        }
        let text = text.to_string();
        if let Some(name) = invariants.stored.get(&text) {
            return Some(name.clone());
        }
        let value = self.value(part.clone());
        let name = self.define_unnamed(&value, part.span(), Stored::Inferred);
        if let Some(invariants) = &mut self.invariants {
            invariants.stored.insert(text, name.clone());
        }
        Some(name)
    }

    /// The value of a `let`.
    pub(crate) fn value(&mut self, value: Expr) -> TokenStream {
        if let Some(invariants) = &mut self.invariants {
            invariants.is_inside = !invariants.is_reached(value.to_token_stream());
        }
        let value = self.expression(value, true);
        if let Some(invariants) = &mut self.invariants {
            invariants.is_inside = false;
        }
        value
    }

    /// Tokens between the `let`s.
    pub(crate) fn push(&mut self, statements: TokenStream) {
        if let Some(invariants) = &mut self.invariants {
            invariants.note(statements.clone());
        }
        self.statements.extend(statements);
    }

    /// The variables that a datum reaches before a block.
    pub(crate) fn reached(&self) -> HashSet<String> {
        let of = self.invariants.as_ref();
        of.map_or_else(HashSet::new, |invariants| invariants.reached.clone())
    }

    /// After the block these are reached, whatever was declared by their names inside of it.
    pub(crate) fn also_reached(&mut self, before: HashSet<String>) {
        if let Some(invariants) = &mut self.invariants {
            invariants.reached.extend(before);
            invariants.stored.clear();
        }
    }

    /// Whether a datum reaches what a name of Rust stands for.
    pub(crate) fn is_reached(&self, name: &Ident) -> bool {
        let of = self.invariants.as_ref();
        of.is_none_or(|invariants| invariants.is_reached(name.to_token_stream()))
    }
}
