//! What a loop does not change: its costly parts become `let`s before the loop.

use crate::body::{Body, Stored, hygienic};
use crate::elements;
use crate::expression::{is_costly, mentions};
use crate::linear::Linear;
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
        let mut parts = Parts(Found::of(self, index, block));
        parts.visit_block_mut(block);
        let found = parts.0.parts;
        self.define_found(found);
    }

    /// Takes the elements of inputs that are the same in each step out of a loop's body: each becomes a `let` before the
    /// loop, so that what reaches it is summed near at hand, and added to the input's cotangent once.
    pub(crate) fn take_out_elements(&mut self, index: Option<&Ident>, block: &mut Block) {
        let mut elements = Elements(Found::of(self, index, block));
        elements.visit_block_mut(block);
        let found = elements.0.parts;
        self.define_found(found);
    }

    /// The parts as `let`s before the loop.
    fn define_found(&mut self, found: Vec<(Expr, Ident, usize)>) {
        for (part, name, rank) in found {
            let at = part.span();
            let value = self.value(part);
            self.define(&value, at, Stored::Inferred, &name);
            self.declare(name, rank == 0, false);
            if let Some(declared) = self.scope.last_mut() {
                declared.rank = Some(rank);
            }
        }
    }

    /// Whether an expression is an element of an input that the input certainly has, a real or a short array; gives
    /// how many indices its elements have.
    fn rank_of_short(&self, part: &Expr) -> Option<usize> {
        let mut indices = vec![];
        let mut array = part;
        while let Expr::Index(index) = array {
            indices.push(&*index.index);
            array = &*index.expr;
        }
        let Expr::Path(_) = array else {
            return None;
        };
        let lengths = &self.variable(array)?.lengths;
        if indices.is_empty() || indices.len() > lengths.len() {
            return None;
        }
        let (outer, inner) = lengths.split_at(indices.len());
        let are_within = indices.iter().rev().zip(outer).all(|(index, length)| {
            let is_index = matches!(index, Expr::Lit(_) | Expr::Path(_));
            let after = Linear::of(index).plus(&Linear::from_number(1), 1);
            let end = after.at_most(&|term| self.most(term));
            let room = end.map(|end| Linear::of(length).minus(&end).number());
            is_index && room.flatten().is_some_and(|room| room >= 0)
        });
        let len = inner.iter().try_fold(1, |len: i64, length| {
            len.checked_mul(Linear::of(length).number()?)
        })?;
        (are_within && len <= SHORT).then_some(inner.len())
    }
}

/// How many numbers a row has at most that is copied for a loop.
const SHORT: i64 = 16;

/// What is taken out of a loop, as it is found and named.
struct Found<'b, 'l> {
    body: &'b Body<'l>,
    /// What the loop assigns to, and what it declares.
    changed: Vec<Ident>,
    /// With its name, and how many indices its elements have.
    parts: Vec<(Expr, Ident, usize)>,
}

impl<'b, 'l> Found<'b, 'l> {
    fn of(body: &'b Body<'l>, index: Option<&Ident>, block: &Block) -> Self {
        let mut changed = body.assigned_outside(&[block]);
        changed.extend(elements::declared(block));
        changed.extend(index.cloned());
        Found {
            body,
            changed,
            parts: vec![],
        }
    }

    /// Whether the loop changes nothing in an expression.
    fn is_same(&self, part: &Expr) -> bool {
        !mentions(part.to_token_stream(), &|name| self.changed.contains(name))
    }

    /// Puts a name in the place of a part.
    fn take(&mut self, part: &mut Expr, prefix: &str, rank: usize) {
        let text = part.to_token_stream().to_string();
        let known = self
            .parts
            .iter()
            .find(|(other, ..)| other.to_token_stream().to_string() == text);
        let name = known.map(|(_, name, _)| name.clone()).unwrap_or_else(|| {
            let number = self.body.len() + self.parts.len();
            let name = hygienic(&format!("{prefix}{}_{number}", self.body.depth));
            self.parts.push((part.clone(), name.clone(), rank));
            name
        });
        *part = syn::parse_quote!(#name);
    }
}

/// Elements of inputs.
struct Elements<'b, 'l>(Found<'b, 'l>);

impl VisitMut for Elements<'_, '_> {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        match part {
            Expr::Closure(_) | Expr::Macro(_) => {}
            // Not the bounds.
            Expr::ForLoop(inner) => self.visit_block_mut(&mut inner.body),
            Expr::Index(_) => {
                let is_same = self.0.is_same(part);
                match is_same.then(|| self.0.body.rank_of_short(part)).flatten() {
                    Some(rank) => self.0.take(part, "__element", rank),
                    None => visit_mut::visit_expr_mut(self, part),
                }
            }
            _ => visit_mut::visit_expr_mut(self, part),
        }
    }
}

/// Costly parts.
struct Parts<'b, 'l>(Found<'b, 'l>);

impl Parts<'_, '_> {
    fn is_one(&self, part: &Expr) -> bool {
        is_costly(part.to_token_stream()) && self.0.is_same(part) && self.0.body.is_real(part)
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
            _ if self.is_one(part) => self.0.take(part, "__same", 0),
            _ => visit_mut::visit_expr_mut(self, part),
        }
    }
}
