//! `for i in 0..N`: a loop of the library's, of what its body assigns to.

use crate::body::{Body, hygienic, tree};
use crate::expression::mentions;
use crate::{elements, refusal};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Block, Expr, Ident, Pat, RangeLimits, Stmt};

/// How many loops can stand in one another.
const LOOPS: usize = 4;

impl Body<'_> {
    /// `for i in 0..N { s = …; }`: the variables that it assigns to are taken on from step to step.
    pub(crate) fn for_statement(&mut self, found: syn::ExprForLoop) {
        let index = match *found.pat {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => Some(name.ident),
            Pat::Wild(_) => None,
            other => return self.refusals.at(other, refusal::LOOP_PATTERN),
        };
        let mut is_checkpointed = false;
        for attribute in found.attrs {
            if !attribute.path().is_ident("checkpointed") {
                return self.refusals.at(attribute, refusal::ATTRIBUTE);
            }
            is_checkpointed = true;
        }
        if let Some(label) = found.label {
            return self.refusals.at(label, refusal::JUMP);
        }
        let Some((range, checkpoints)) = self.range(*found.expr) else {
            return;
        };
        if self.loops == LOOPS {
            return self.refusals.at(found.for_token, refusal::LOOPS);
        }
        let body = self.with_rows(found.body);
        let assigned = self.assigned_outside(&[&body]);
        if assigned.is_empty() {
            return self
                .refusals
                .at(found.for_token, refusal::LOOP_WITHOUT_STATES);
        }
        let library = self.library;
        self.has_arrays = true;
        let mut around = self.mentioned(&body.to_token_stream());
        around.retain(|name| !assigned.contains(name) && Some(name) != index.as_ref());

        let mut inner = self.inner();
        if let Some(index) = index {
            inner.declare_index(index);
        }
        inner.loops += 1;
        let (arrays, states): (Vec<_>, Vec<_>) = assigned
            .into_iter()
            .partition(|name| !is_checkpointed && elements::is_changed_in_place(&body, name));
        let last = inner.watch(&states);
        for array in &arrays {
            inner.change_in_place(array);
        }
        inner.statements_only(body);
        let reals: Vec<_> = states
            .iter()
            .map(|name| self.find(name).is_some_and(|variable| variable.is_real))
            .collect();
        let (statements, lets) = inner.finish();
        self.take_over(inner);

        let at = found.for_token.span.resolved_at(Span::mixed_site());
        let depth = self.loops;
        let (place, targets) = self.targets(0, states.len());
        let (_, array_targets) = self.targets(1, arrays.len());
        let (state_names, start) = self.stand_ins("state", &states);
        let before: Vec<_> = (0..states.len())
            .map(|index| hygienic(&format!("__before{}_{index}", self.depth)))
            .collect();
        let (array_names, start_arrays) = self.stand_ins("in_place", &arrays);
        let (captured, around) = self.stand_ins("captured", &around);
        let next = self.private("next", at);
        let last = tree(
            before
                .iter()
                .zip(&last)
                .map(|names| [names.0, names.1].map(|name| located(name, at)))
                .map(|[before, last]| quote!(#next(#before, #last))),
        );
        let [from, changed, seen] = ["__from", "__changed", "__seen"]
            .map(|name| hygienic(&format!("{name}{}", self.depth)));
        let (repeat, arguments) = if is_checkpointed {
            let repeat = self.private("checkpointed", at);
            (
                quote!(#repeat::<#depth, { #checkpoints }, #range, #place, #targets, _, _, _>),
                quote!(#from, #seen,),
            )
        } else {
            let repeat = self.private("repeat", at);
            (
                quote!(#repeat::<#depth, #range, #place, #targets, #array_targets, _, _, _, _>),
                quote!(#from, #changed, #seen,),
            )
        };
        let value = quote!({
            #[allow(unused_variables, reason = "there may be no arrays")]
            let (#from, #changed, #seen) = (#start, #start_arrays, #around);
            #state_names
            #(let #before = #states;)*
            #array_names
            #captured
            #statements
            #repeat(#arguments #library::__private::Inside(#lets, #last))
        });
        let count = self.len();
        let [names, array_names] =
            [("__given", &states), ("__array", &arrays)].map(|(name, of)| {
                (0..of.len())
                    .map(|index| hygienic(&format!("{name}{}_{count}_{index}", self.depth)))
                    .collect::<Vec<_>>()
            });
        match is_checkpointed {
            true => self.define_together(&value, &[&names]),
            false => self.define_together(&value, &[&names, &array_names]),
        }
        self.rename(&states, names, &reals);
        let reals = vec![false; arrays.len()];
        self.rename(&arrays, array_names, &reals);
    }

    /// A block in which of an array whose elements an inner loop assigns to, all in one row, the row is taken out
    /// before it and put back after it.
    fn with_rows(&self, mut block: Block) -> Block {
        for statement in &mut block.stmts {
            if let Stmt::Expr(Expr::ForLoop(inner), _) = statement {
                for name in self.assigned_outside(&[&inner.body]) {
                    let row = Ident::new(&format!("row_of_{name}"), name.span());
                    let Some(index) = elements::take_row(inner, &name, &row) else {
                        continue;
                    };
                    let inner = inner.clone();
                    *statement = syn::parse_quote!({
                        let mut #row = #name[#index];
                        #inner
                        #name[#index] = #row;
                    });
                    return self.with_rows(block);
                }
            }
        }
        block
    }

    /// The range that a loop goes over, as a type, and how many checkpoints are enough for it.
    fn range(&mut self, range: Expr) -> Option<(TokenStream, TokenStream)> {
        let library = self.library;
        let range = match range {
            Expr::Paren(paren) => return self.range(*paren.expr),
            Expr::Range(range) => range,
            Expr::MethodCall(call) if call.method == "rev" => {
                self.refusals.at(call.method, refusal::REVERSED);
                return None;
            }
            other => {
                self.refusals.at(other, refusal::LOOP_OVER);
                return None;
            }
        };
        let (Some(start), Some(end)) = (range.start, range.end) else {
            self.refusals.at(range.limits, refusal::LOOP_OVER);
            return None;
        };
        for bound in [&start, &end] {
            if self.mentions_variable(bound) {
                self.refusals.at(bound, refusal::BOUND);
                return None;
            }
            if !self.is_constant(bound) {
                self.refusals.at(bound, refusal::BOUND_OF_SIZE);
                return None;
            }
        }
        let is_closed = matches!(range.limits, RangeLimits::Closed(_));
        let of_size = |bound: &Expr| {
            mentions(bound.to_token_stream(), &|name: &Ident| {
                self.sizes.contains(name)
            })
        };
        if is_closed && of_size(&end) {
            self.refusals
                .at(range.limits, refusal::CLOSED_RANGE_OF_SIZE);
            return None;
        }
        let end_tokens = if is_closed {
            quote!(#end + 1)
        } else {
            end.to_token_stream()
        };
        let is_of_size = of_size(&start) || of_size(&end);
        // Of a size that is not known here, for up to 2²⁰ steps.
        let checkpoints = match is_of_size {
            true => quote!(1025),
            false => quote!({
                let end: usize = #end_tokens;
                end.isqrt() + 2
            }),
        };
        let range = if is_zero(&start) {
            quote!(#library::__private::From<0, { #end_tokens }>)
        } else if is_of_size {
            quote!(#library::__private::Between<{ #start }, { #end_tokens }>)
        } else {
            quote!(#library::__private::From<{ #start }, {
                let (start, end): (usize, usize) = (#start, #end_tokens);
                end.saturating_sub(start)
            }>)
        };
        Some((range, checkpoints))
    }
}

/// The same name, where the compiler is to find fault with it.
fn located(name: &Ident, at: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(name.span().located_at(at));
    name
}

fn is_zero(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(integer), .. }) if integer.base10_digits() == "0"
    )
}
