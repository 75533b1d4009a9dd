//! Expressions: what the library has is left as it is written, the rest is turned into it.

use crate::body::{Body, Stored};
use crate::calls::{StoredCalls, is_call};
use crate::methods::{self, Method};
use crate::refusal;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, Expr, Ident, Lit, UnOp};

impl Body<'_> {
    /// An expression. At the `root` nothing is around it in which it would be computed for each element.
    pub(crate) fn expression(&mut self, expression: Expr, root: bool) -> TokenStream {
        if let Some(stored) = self.invariant(&expression) {
            return stored;
        }
        match expression {
            Expr::Lit(literal) => number(&literal.lit),
            Expr::Path(path) => self.path(path),
            Expr::Paren(paren) => {
                // The compiler is not to call them unnecessary, where they come to stand in a call.
                let span = paren
                    .paren_token
                    .span
                    .join()
                    .resolved_at(Span::mixed_site());
                let inner = self.expression(*paren.expr, root);
                let mut group = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, inner);
                group.set_span(span);
                group.to_token_stream()
            }
            Expr::Group(group) => self.expression(*group.expr, root),
            Expr::Unary(unary) => self.unary(unary, root),
            Expr::Binary(binary) => self.binary(binary, root),
            Expr::MethodCall(call) => self.method(call, root),
            Expr::Call(call) => self.call(call, root),
            Expr::Index(index) => self.index(index, root),
            // A part of a tuple of expressions.
            Expr::Field(field) => {
                let (dot, member) = (field.dot_token, field.member);
                let base = self.expression(*field.base, root);
                quote!(#base #dot #member)
            }
            Expr::Tuple(tuple) => {
                let elements = tuple
                    .elems
                    .into_iter()
                    .map(|element| self.expression(element, false));
                let elements: Vec<_> = elements.collect();
                quote_spanned!(tuple.paren_token.span.join()=> (#(#elements,)*))
            }
            Expr::Array(array) => self.array(array),
            Expr::Repeat(array) => self.filled(array),
            Expr::If(branch) => self.branch(branch),
            Expr::Block(block) if block.label.is_none() => self.block(block.block, false),
            Expr::Closure(_) | Expr::Macro(_) | Expr::Const(_) => expression.into_token_stream(),
            Expr::Match(found) => self.refuse(found.match_token, refusal::MATCH),
            Expr::While(found) => self.refuse(found.while_token, refusal::LOOP),
            Expr::Loop(found) => self.refuse(found.loop_token, refusal::LOOP),
            Expr::ForLoop(found) => self.refuse(found.for_token, refusal::LOOP),
            Expr::Break(found) => self.refuse(found, refusal::JUMP),
            Expr::Continue(found) => self.refuse(found, refusal::JUMP),
            Expr::Return(found) => self.refuse(found, refusal::JUMP),
            Expr::Cast(cast) => self.cast(cast),
            Expr::Reference(found) => self.refuse(found, refusal::REFERENCE),
            other => {
                let words = format!("this {}", refusal::EXPRESSION);
                self.refuse(other, &words)
            }
        }
    }

    /// Refuses, and stands for a number, so that nothing else is an error.
    pub(crate) fn refuse(&mut self, at: impl ToTokens, words: &str) -> TokenStream {
        self.refusals.at(at, words);
        quote!(0.0)
    }

    fn path(&mut self, path: syn::ExprPath) -> TokenStream {
        if let Some(variable) = path.path.get_ident().and_then(|name| self.find(name)) {
            let Some(depth) = variable.index.as_ref().map(|index| index.depth) else {
                return path.into_token_stream();
            };
            let library = self.library;
            let span = path.span().resolved_at(Span::mixed_site());
            return quote_spanned!(span=> #library::__private::Counter::<#depth>::new());
        }
        // A marker of a rule, by its name.
        if path
            .path
            .segments
            .last()
            .is_some_and(|last| is_camel_case(&last.ident.to_string()))
        {
            return path.into_token_stream();
        }
        // A constant of the user's, of any type of number, or an expression.
        let library = self.library;
        let span = path.span().resolved_at(Span::mixed_site());
        let constant = quote_spanned!(span=> #library::__private::Mentioned);
        quote!(#constant(#path).operand())
    }

    fn unary(&mut self, unary: syn::ExprUnary, root: bool) -> TokenStream {
        let op = unary.op;
        match op {
            UnOp::Neg(_) | UnOp::Not(_) => {
                let root = root && self.loops == 0 && self.is_real(&unary.expr);
                let operand = self.expression(*unary.expr, root);
                quote!(#op #operand)
            }
            _ => self.refuse(op, refusal::REFERENCE),
        }
    }

    fn binary(&mut self, binary: syn::ExprBinary, root: bool) -> TokenStream {
        let op = binary.op;
        // A sum of reductions at the end is pulled back in their loops.
        let root =
            root && self.loops == 0 && self.is_real(&binary.left) && self.is_real(&binary.right);
        let at = op.span().resolved_at(Span::mixed_site());
        let left = self.expression(*binary.left, root);
        let right = self.expression(*binary.right, root);
        let compare = |name: &str| {
            let compare = self.private(name, at);
            let operands = quote_spanned!(at=> (#left, #right));
            quote!(#compare #operands)
        };
        match op {
            BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_) => {
                quote!(#left #op #right)
            }
            BinOp::Lt(_) => compare("lt"),
            BinOp::Le(_) => compare("le"),
            BinOp::Gt(_) => compare("gt"),
            BinOp::Ge(_) => compare("ge"),
            BinOp::Eq(_) => compare("eq"),
            BinOp::Ne(_) => compare("ne"),
            BinOp::And(_) | BinOp::BitAnd(_) => compare("and"),
            BinOp::Or(_) | BinOp::BitOr(_) => compare("or"),
            _ => {
                let words = format!("`{}` {}", quote!(#op), refusal::EXPRESSION);
                self.refuse(op, &words)
            }
        }
    }

    pub(crate) fn method(&mut self, mut call: syn::ExprMethodCall, root: bool) -> TokenStream {
        let name = call.method.to_string();
        if let Some((_, instead)) = methods::WITH_NUMBER
            .iter()
            .find(|(method, _)| *method == name)
            && let Some(argument) = call.args.first()
        {
            if !self.mentions_variable(argument) {
                let receiver = self.expression(*call.receiver, false);
                let (dot, method, arguments) = (call.dot_token, call.method, call.args);
                return quote!(#receiver #dot #method(#arguments));
            }
            if let Some(instead) = instead {
                call.method = Ident::new(instead, call.method.span());
            }
        }
        if name == "dot" {
            return self.product(call, root);
        }
        if methods::is_of_lines(&call.method) && self.mentions_variable(&call.receiver) {
            return self.refuse(&call.method, refusal::LINES);
        }
        let kind = methods::kind_of(&call);
        let is_whole = kind == Some(Method::Whole);
        let is_reduction = kind == Some(Method::Reduction);
        self.has_arrays |= is_reduction || is_whole || kind == Some(Method::OfArrays);
        let at = call.method.span();
        // These are methods of a call, and not of its result.
        let is_of_call = (name == "component" || name == "checkpointed") && is_call(&call.receiver);
        let is_recurrence = is_of_call && name == "checkpointed";
        // Whether what is not known here is computed from whole arrays is in its type.
        let is_unknown = kind.is_none() && !root && !self.is_of_reals(&call);
        let receiver = match methods::lines(&call.receiver) {
            Some(lines) if methods::is_for_lines(&call.method) => {
                let matrix = self.expression((*lines.receiver).clone(), false);
                let (dot, method, turbofish) = (lines.dot_token, &lines.method, &lines.turbofish);
                // None, or the compiler says so.
                let arguments = &lines.args;
                let arguments = quote_spanned!(lines.paren_token.span.join()=> (#arguments));
                quote!(#matrix #dot #method #turbofish #arguments)
            }
            _ => self.expression(*call.receiver, is_of_call),
        };
        let arguments = call
            .args
            .into_iter()
            .map(|argument| self.expression(argument, false));
        let mut arguments: Vec<_> = arguments.collect();
        if let Some(checked) = methods::takes_rule(&name, arguments.len())
            && let Some(rule) = arguments.pop()
        {
            arguments.push(self.rule(rule, checked));
        }
        let arguments = quote_spanned!(call.paren_token.span.join()=> (#(#arguments),*));
        let (dot, method, turbofish) = (call.dot_token, call.method, call.turbofish);
        let value = quote!(#receiver #dot #method #turbofish #arguments);
        let is_costly = self.loops > 0 && kind == Some(Method::Costly);
        // Of what is computed as a whole an element is read where it is stored.
        if (is_reduction || is_whole || is_costly || is_recurrence)
            && (!root || is_whole && self.is_indexed)
        {
            return self.define_unnamed(&value, at, Stored::Inferred);
        }
        if is_unknown && self.stored_calls != StoredCalls::None {
            return self.result_of(&value, at);
        }
        value
    }

    /// A rule of the user's own, checked where it is named. A failed check has no result: so nothing after it is an error.
    fn rule(&self, rule: TokenStream, checked: &str) -> TokenStream {
        let library = self.library;
        let span = rule.span().resolved_at(Span::mixed_site());
        let checked = Ident::new(checked, span);
        quote_spanned!(span=> #library::__private::written(#rule).#checked())
    }

    /// A product of vectors or matrices. What a matrix is multiplied with is stored, and so is what would be
    /// computed again for each element.
    fn product(&mut self, call: syn::ExprMethodCall, root: bool) -> TokenStream {
        self.has_arrays = true;
        let at = call.method.span();
        let (dot, method, paren) = (call.dot_token, call.method, call.paren_token);
        let mut arguments = call.args.into_iter();
        let (receiver, argument) = (*call.receiver, arguments.next());
        let Some(argument) = argument else {
            let receiver = self.expression(receiver, false);
            return quote!(#receiver #dot #method());
        };
        let is_stored = [&receiver, &argument].map(|side| self.variable(side).is_some());
        let spans = [receiver.span(), argument.span()];
        let left = self.expression(receiver, false);
        let right = self.expression(argument, false);
        let left = self.factor(left, &right, spans[0], is_stored[0]);
        let right = self.factor(right, &left, spans[1], is_stored[1]);
        let more = arguments.map(|argument| self.expression(argument, false));
        let more: Vec<_> = more.collect();
        let arguments = quote_spanned!(paren.span.join()=> (#right #(, #more)*));
        let value = quote!(#left #dot #method #arguments);
        match root {
            true => value,
            false => self.define_unnamed(&value, at, Stored::Product),
        }
    }

    /// A factor: stored, if it is not already and the product demands it.
    fn factor(
        &mut self,
        factor: TokenStream,
        other: &TokenStream,
        at: Span,
        is_stored: bool,
    ) -> TokenStream {
        if is_stored {
            return factor;
        }
        let library = self.library;
        let span = at.resolved_at(Span::mixed_site());
        let ask = quote_spanned!(span=> #library::__private::factor);
        self.define_unnamed(&quote!(#ask(#factor, &(#other))), at, Stored::Product)
    }

    fn cast(&mut self, cast: syn::ExprCast) -> TokenStream {
        if self.mentions_variable(&cast.expr) {
            return self.refuse(cast.as_token, refusal::CAST);
        }
        let library = self.library;
        let span = cast.span().resolved_at(Span::mixed_site());
        let constant = quote_spanned!(span=> #library::__private::Mentioned);
        quote!(#constant(#cast).operand())
    }

    /// Whether a variable occurs in it.
    pub(crate) fn mentions_variable(&self, expression: &Expr) -> bool {
        mentions(expression.to_token_stream(), &|name| {
            self.find(name).is_some()
        })
    }

    /// How many indices a variable, or a part of one, has.
    fn rank(&self, expression: &Expr) -> Option<usize> {
        match expression {
            Expr::Paren(paren) => self.rank(&paren.expr),
            Expr::Index(index) => {
                let rank = self.rank(&index.expr)?;
                match &*index.index {
                    Expr::Range(_) => Some(rank),
                    _ => rank.checked_sub(1),
                }
            }
            variable => self.variable(variable)?.rank,
        }
    }

    /// Whether it is a real, as far as can be told without its type.
    pub(crate) fn is_real(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Lit(_) => true,
            Expr::Path(_) => self
                .variable(expression)
                .is_some_and(|variable| variable.is_real),
            Expr::Paren(paren) => self.is_real(&paren.expr),
            Expr::Index(_) => self.rank(expression) == Some(0),
            Expr::Unary(unary) => self.is_real(&unary.expr),
            Expr::Binary(binary) => self.is_real(&binary.left) && self.is_real(&binary.right),
            Expr::MethodCall(call) => match methods::kind_of(call) {
                Some(Method::Reduction) => true,
                Some(Method::Whole | Method::OfArrays) => false,
                _ => self.is_of_reals(call),
            },
            _ => false,
        }
    }

    /// Whether it is a method of a real, and so are its arguments, as far as can be told.
    fn is_of_reals(&self, call: &syn::ExprMethodCall) -> bool {
        self.is_real(&call.receiver) && call.args.iter().all(|argument| self.is_real(argument))
    }
}

/// Whether it is the name of a type.
fn is_camel_case(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

/// Whether something occurs that costs more than arithmetic, as far as can be seen.
pub(crate) fn is_costly(expression: TokenStream) -> bool {
    mentions(expression, &|name| {
        let kind = methods::kind(&name.to_string());
        matches!(kind, Some(Method::Costly | Method::Reduction)) || name == "dot"
    })
}

/// Whether one of the names occurs.
pub(crate) fn mentions(tokens: TokenStream, is_one: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(name) => is_one(&name),
        proc_macro2::TokenTree::Group(group) => mentions(group.stream(), is_one),
        _ => false,
    })
}

/// A literal: an integer is a real number, so that `1 / 2` is a half.
fn number(literal: &Lit) -> TokenStream {
    let (digits, span) = match literal {
        Lit::Int(integer) => (integer.base10_digits(), integer.span()),
        Lit::Float(float) if float.suffix().is_empty() => (float.base10_digits(), float.span()),
        Lit::Float(float) => (float.base10_digits(), float.span()),
        other => return other.to_token_stream(),
    };
    let text = if digits.contains(['.', 'e', 'E']) {
        format!("{digits}_f64")
    } else {
        format!("{digits}.0_f64")
    };
    match text.parse::<proc_macro2::Literal>() {
        Ok(mut number) => {
            number.set_span(span);
            number.to_token_stream()
        }
        Err(_) => literal.to_token_stream(),
    }
}
