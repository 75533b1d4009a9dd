//! `for i in 0..N`: a loop of the library's, of what its body assigns to.

use crate::body::{Body, hygienic, tree};
use crate::expression::mentions;
use crate::linear::{Linear, Most};
use crate::sums::is_cheap;
use crate::{elements, guarded, refusal};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Block, Expr, Ident, Pat, RangeLimits, Stmt};

/// How many loops can stand in one another.
const LOOPS: usize = 4;

impl Body<'_> {
    /// `for i in 0..N { s = …; }`: the variables that it assigns to are taken on from step to step.
    pub(crate) fn for_statement(&mut self, found: syn::ExprForLoop) {
        if is_cheap(&found)
            && let Some(sums) = self.sums_of(&found)
        {
            return self.define_sums(found, &sums);
        }
        let Some(header) = self.loop_header(&found) else {
            return;
        };
        let Header {
            index,
            range,
            is_checkpointed,
        } = header;
        let mut body = found.body;
        self.take_out_unchanging(index.as_ref(), &mut body);
        let body = self.with_rows(body);
        let assigned = self.assigned_outside(&[&body]);
        if assigned.is_empty() {
            return self
                .refusals
                .at(found.for_token, refusal::LOOP_WITHOUT_STATES);
        }
        let library = self.library;
        self.has_arrays = true;
        self.has_recurrences = true;
        let mut around = self.mentioned(&body.to_token_stream());
        around.retain(|name| !assigned.contains(name) && Some(name) != index.as_ref());

        let mut inner = self.inner();
        if let Some(index) = index {
            inner.declare_index(index, range.end);
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

        let (numbers, checkpoints) = (range.numbers, range.checkpoints);
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
        let step = self.private("StateOfStep", at);
        let last = tree(before.iter().zip(&last).map(|(before, last)| {
            let [before, last] = [before, last].map(|name| located(name, at));
            quote_spanned!(at=> #step(#before, #last).next())
        }));
        let [from, changed, seen] = ["__from", "__changed", "__seen"]
            .map(|name| hygienic(&format!("{name}{}", self.depth)));
        let (repeat, arguments) = if is_checkpointed {
            let repeat = self.private("checkpointed", at);
            (
                quote!(#repeat::<#depth, { #checkpoints }, #place, #targets, _, _, _, _>),
                quote!(#numbers, #from, #seen,),
            )
        } else {
            let repeat = self.private("repeat", at);
            (
                quote!(#repeat::<#depth, #place, #targets, #array_targets, _, _, _, _, _>),
                quote!(#numbers, #from, #changed, #seen,),
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

    /// What stands before the body of a loop.
    pub(crate) fn loop_header(&mut self, found: &syn::ExprForLoop) -> Option<Header> {
        let index = match &*found.pat {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                Some(name.ident.clone())
            }
            Pat::Wild(_) => None,
            other => {
                self.refusals.at(other, refusal::LOOP_PATTERN);
                return None;
            }
        };
        let mut is_checkpointed = false;
        for attribute in &found.attrs {
            if !attribute.path().is_ident("checkpointed") {
                self.refusals.at(attribute, refusal::ATTRIBUTE);
                return None;
            }
            is_checkpointed = true;
        }
        if let Some(label) = &found.label {
            self.refusals.at(label, refusal::JUMP);
            return None;
        }
        let range = self.range((*found.expr).clone())?;
        if self.loops == LOOPS {
            self.refusals.at(found.for_token, refusal::LOOPS);
            return None;
        }
        Some(Header {
            index,
            range,
            is_checkpointed,
        })
    }

    /// A block in which of an array whose elements an inner loop assigns to, all in one row, the row is taken out
    /// before it and put back after it; and so are elements that an `if` assigns to.
    fn with_rows(&self, mut block: Block) -> Block {
        for statement in &mut block.stmts {
            let found = match statement {
                Stmt::Expr(Expr::ForLoop(inner), _) => self.with_row(inner),
                Stmt::Expr(Expr::If(branch), _) => self.with_elements(branch),
                _ => None,
            };
            if let Some(taken) = found {
                *statement = taken;
                return self.with_rows(block);
            }
        }
        block
    }

    fn with_row(&self, inner: &mut syn::ExprForLoop) -> Option<Stmt> {
        self.assigned_outside(&[&inner.body])
            .iter()
            .find_map(|name| {
                let row = Ident::new(&format!("row_of_{name}"), name.span());
                let index = elements::take_row(inner, name, &row)?;
                Some(syn::parse_quote!({
                    let mut #row = #name[#index];
                    #inner
                    #name[#index] = #row;
                }))
            })
    }

    /// All arrays at once: each statement becomes a block, whose statements are not looked at again.
    fn with_elements(&self, branch: &mut syn::ExprIf) -> Option<Stmt> {
        let whole: Block = syn::parse_quote!({ #branch });
        let mut taken = vec![];
        for name in self.assigned_outside(&[&whole]) {
            if elements::is_element_assigned(&whole, &name)
                && let Some(elements) = guarded::take_elements(branch, &name)
            {
                taken.extend(elements);
            }
        }
        match taken.is_empty() {
            true => None,
            false => Some(guarded::around(branch, &taken)),
        }
    }

    /// The range that a loop goes over.
    fn range(&mut self, range: Expr) -> Option<Range> {
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
            if self.index_function(bound).is_none() {
                self.refusals.at(bound, refusal::BOUND);
                return None;
            }
        }
        let is_closed = matches!(range.limits, RangeLimits::Closed(_));
        let last = Linear::from_number(is_closed.into());
        let ends = Linear::of(&end).plus(&last, 1);
        let less_than = ends.at_most(&|term| self.most(term));
        let end_tokens = if is_closed {
            quote!(#end + 1)
        } else {
            end.to_token_stream()
        };
        let is_of_size = self.is_of_size(&start) || self.is_of_size(&end);
        let is_constant = self.is_constant(&start)
            && self.is_constant(&end)
            && !(is_closed && self.is_of_size(&end));
        let (numbers, most) = if is_constant {
            let numbers = if is_zero(&start) {
                quote!(#library::__private::From::<0, { #end_tokens }>)
            } else if is_of_size {
                quote!(#library::__private::Between::<{ #start }, { #end_tokens }>)
            } else {
                quote!(#library::__private::From::<{ #start }, {
                    let (start, end): (usize, usize) = (#start, #end_tokens);
                    end.saturating_sub(start)
                }>)
            };
            (numbers, end_tokens)
        } else {
            let most = ends
                .minus(&Linear::of(&start))
                .at_most(&|term| self.most(term));
            let most = most.and_then(|most| most.length(&|term| self.is_of_size(term)));
            let (Some(most), Some(function)) = (
                most,
                self.of_indices(&quote!((#start, #end_tokens)), &quote!((usize, usize))),
            ) else {
                self.refusals
                    .at(quote!(#start #end), refusal::BOUND_OF_SIZE);
                return None;
            };
            let numbers = quote!(#library::__private::varying::<#most, _>(#function));
            (numbers, most)
        };
        // Of a size that is not known here, for up to 2²⁰ steps.
        let checkpoints =
            match is_of_size || mentions(most.clone(), &|name| self.sizes.contains(name)) {
                true => quote!(1025),
                false => quote!({
                    let most: usize = #most;
                    most.isqrt() + 2
                }),
            };
        Some(Range {
            numbers,
            checkpoints,
            end: less_than,
        })
    }

    /// How large a term of a bound can be.
    pub(crate) fn most(&self, term: &Expr) -> Most {
        let term = match term {
            Expr::Paren(paren) => &*paren.expr,
            other => other,
        };
        match term {
            // As large as what is divided.
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::Div(_)) => {
                match Linear::of(&binary.left).at_most(&|term| self.most(term)) {
                    Some(most) => Most::Of(most),
                    None => Most::Unknown,
                }
            }
            Expr::MethodCall(call) if call.method == "min" => {
                match Linear::of(&call.receiver).at_most(&|term| self.most(term)) {
                    Some(most) => Most::Of(most),
                    None => Most::Unknown,
                }
            }
            term if !self.mentions_variable(term) => match term {
                Expr::Path(_) => Most::Constant,
                term if self.is_of_size(term) => Most::Unknown,
                _ => Most::Constant,
            },
            term => {
                let index = self.variable(term).and_then(|found| found.index.as_ref());
                match index.and_then(|index| index.end.clone()) {
                    Some(end) => Most::Of(end.minus(&Linear::from_number(1))),
                    None => Most::Unknown,
                }
            }
        }
    }
}

/// What stands before the body of a loop.
pub(crate) struct Header {
    /// The index, if it has a name.
    pub(crate) index: Option<Ident>,
    pub(crate) range: Range,
    is_checkpointed: bool,
}

/// The range of a loop.
pub(crate) struct Range {
    /// As a value of the library's.
    pub(crate) numbers: TokenStream,
    /// How many checkpoints are enough for it.
    checkpoints: TokenStream,
    /// What the index is less than.
    pub(crate) end: Option<Linear>,
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
