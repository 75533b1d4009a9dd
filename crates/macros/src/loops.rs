//! `for i in 0..N`: a loop of the library's, of what its body assigns to.

use crate::body::{Body, hygienic, tree};
use crate::expression::mentions;
use crate::refusal;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Ident, Pat, RangeLimits};

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
        if let Some(label) = found.label {
            return self.refusals.at(label, refusal::JUMP);
        }
        let Some(range) = self.range(*found.expr) else {
            return;
        };
        if self.loops == LOOPS {
            return self.refusals.at(found.for_token, refusal::LOOPS);
        }
        let assigned = self.assigned_outside(&[&found.body]);
        if assigned.is_empty() {
            return self
                .refusals
                .at(found.for_token, refusal::LOOP_WITHOUT_STATES);
        }
        let library = self.library;
        self.has_arrays = true;
        let mut around = self.mentioned(&found.body.to_token_stream());
        around.retain(|name| !assigned.contains(name) && Some(name) != index.as_ref());

        let mut inner = self.inner();
        if let Some(index) = index {
            inner.declare_index(index);
        }
        inner.loops += 1;
        let last = inner.watch(&assigned);
        inner.statements_only(found.body);
        let reals: Vec<_> = assigned
            .iter()
            .map(|name| self.find(name).is_some_and(|variable| variable.is_real))
            .collect();
        let (statements, lets) = inner.finish();
        self.take_over(inner);

        let at = found.for_token.span.resolved_at(Span::mixed_site());
        let depth = self.loops;
        let targets = self.targets(assigned.len());
        let (states, start) = self.stand_ins("state", &assigned);
        let (captured, around) = self.stand_ins("captured", &around);
        let last = tree(
            last.iter()
                .map(|name| quote!(#library::__private::one(#name))),
        );
        let [start_name, around_name] =
            ["__start", "__around"].map(|name| hygienic(&format!("{name}{}", self.depth)));
        let repeat = quote_spanned!(at=> #library::__private::repeat);
        let value = quote!({
            let (#start_name, #around_name) = (#start, #around);
            #states
            #captured
            #statements
            #repeat::<#depth, #range, #targets, _, _, _>(
                #start_name,
                #around_name,
                #library::__private::Inside(#lets, #last),
            )
        });
        self.define_assigned(&value, &assigned, &reals);
    }

    /// The range that a loop goes over, as a type.
    fn range(&mut self, range: Expr) -> Option<TokenStream> {
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
        Some(if is_zero(&start) {
            quote!(#library::__private::From<0, { #end_tokens }>)
        } else if of_size(&start) || of_size(&end) {
            quote!(#library::__private::Between<{ #start }, { #end_tokens }>)
        } else {
            quote!(#library::__private::From<{ #start }, {
                let (start, end): (usize, usize) = (#start, #end_tokens);
                end.saturating_sub(start)
            }>)
        })
    }
}

fn is_zero(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(integer), .. }) if integer.base10_digits() == "0"
    )
}
