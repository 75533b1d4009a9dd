//! What a loop does not change: its costly parts become `let`s before the loop.

use crate::body::{Body, Stored, hygienic};
use crate::elements;
use crate::expression::{is_costly, mentions};
use crate::statements::plain_operator;
use proc_macro2::Ident;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr};

impl Body<'_> {
    /// Takes the costly real parts of a loop's body that are the same in each step out of it: each becomes a `let`
    /// before the loop.
    pub(crate) fn take_out_unchanging(&mut self, index: Option<&Ident>, block: &mut Block) {
        let mut changed = self.assigned_outside(&[block]);
        changed.extend(elements::declared(block));
        changed.extend(index.cloned());
        let mut parts = Parts {
            body: self,
            changed,
            found: vec![],
        };
        parts.visit_block_mut(block);
        for (part, name) in parts.found {
            let at = part.span();
            let value = self.value(part);
            self.define(&value, at, Stored::Inferred, &name);
            self.declare(name, true, false);
        }
    }
}

/// The parts, as they are found and named.
struct Parts<'b, 'l> {
    body: &'b Body<'l>,
    /// What the loop assigns to, and what it declares.
    changed: Vec<Ident>,
    found: Vec<(Expr, Ident)>,
}

impl Parts<'_, '_> {
    fn is_one(&self, part: &Expr) -> bool {
        let text = part.to_token_stream();
        is_costly(text.clone())
            && !mentions(text, &|name| self.changed.contains(name))
            && self.body.is_real(part)
    }
}

impl VisitMut for Parts<'_, '_> {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        match part {
            // What only some steps evaluate stays where it is.
            Expr::If(branch) => self.visit_expr_mut(&mut branch.cond),
            Expr::Closure(_) | Expr::Macro(_) => {}
            Expr::Assign(assign) => self.visit_expr_mut(&mut assign.right),
            Expr::Binary(binary) if plain_operator(&binary.op).is_some() => {
                self.visit_expr_mut(&mut binary.right);
            }
            // Not the bounds.
            Expr::ForLoop(inner) => self.visit_block_mut(&mut inner.body),
            _ if self.is_one(part) => {
                let text = part.to_token_stream().to_string();
                let known = self
                    .found
                    .iter()
                    .find(|(other, _)| other.to_token_stream().to_string() == text);
                let name = known.map(|(_, name)| name.clone()).unwrap_or_else(|| {
                    let number = self.body.len() + self.found.len();
                    let name = hygienic(&format!("__same{}_{number}", self.body.depth));
                    self.found.push((part.clone(), name.clone()));
                    name
                });
                *part = syn::parse_quote!(#name);
            }
            _ => visit_mut::visit_expr_mut(self, part),
        }
    }
}
