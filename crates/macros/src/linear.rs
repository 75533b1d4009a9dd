//! Sums of indices, sizes and whole numbers: how long a range is, how large an index can be, whether two indices differ.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, Lit};

/// A sum of terms, each with a whole factor, and a whole number.
#[derive(Clone, Default)]
pub(crate) struct Linear {
    terms: Vec<(Expr, i64)>,
    number: i64,
}

fn text(expression: &Expr) -> String {
    expression.to_token_stream().to_string()
}

impl Linear {
    /// What an expression is as a sum. What is no sum is a term of its own.
    pub(crate) fn of(expression: &Expr) -> Self {
        let term = || Linear {
            terms: vec![(expression.clone(), 1)],
            number: 0,
        };
        match expression {
            Expr::Paren(paren) => Linear::of(&paren.expr),
            Expr::Group(group) => Linear::of(&group.expr),
            Expr::Lit(syn::ExprLit {
                lit: Lit::Int(integer),
                ..
            }) => integer
                .base10_parse()
                .map_or_else(|_| term(), Linear::from_number),
            Expr::Binary(binary) => {
                let [left, right] = [&binary.left, &binary.right].map(|side| Linear::of(side));
                match binary.op {
                    BinOp::Add(_) => left.plus(&right, 1),
                    BinOp::Sub(_) => left.plus(&right, -1),
                    BinOp::Mul(_) if left.terms.is_empty() => right.times(left.number),
                    BinOp::Mul(_) if right.terms.is_empty() => left.times(right.number),
                    _ => term(),
                }
            }
            _ => term(),
        }
    }

    pub(crate) fn from_number(number: i64) -> Self {
        Linear {
            terms: vec![],
            number,
        }
    }

    fn times(mut self, factor: i64) -> Self {
        for (_, own) in &mut self.terms {
            *own *= factor;
        }
        self.number *= factor;
        self.terms.retain(|(_, factor)| *factor != 0);
        self
    }

    /// The sum with `factor` times another.
    pub(crate) fn plus(mut self, other: &Linear, factor: i64) -> Self {
        for (term, times) in &other.terms {
            let own = text(term);
            match self.terms.iter_mut().find(|(known, _)| text(known) == own) {
                Some((_, known)) => *known += times * factor,
                None => self.terms.push((term.clone(), times * factor)),
            }
        }
        self.number += other.number * factor;
        self.terms.retain(|(_, factor)| *factor != 0);
        self
    }

    pub(crate) fn minus(self, other: &Linear) -> Self {
        self.plus(other, -1)
    }

    /// The number that it is, if it has no terms.
    pub(crate) fn number(&self) -> Option<i64> {
        self.terms.is_empty().then_some(self.number)
    }

    /// Whether one of the terms is such.
    pub(crate) fn any(&self, is_such: impl Fn(&Expr) -> bool) -> bool {
        self.terms.iter().any(|(term, _)| is_such(term))
    }

    /// A number that is not less, with no indices in it: `of_term` says so of a term that is no constant, which is a
    /// number from 0 on, and `None` of one that is.
    pub(crate) fn at_most(&self, of_term: &dyn Fn(&Expr) -> Most) -> Option<Linear> {
        let mut most = Linear::from_number(self.number);
        for (term, factor) in &self.terms {
            match of_term(term) {
                Most::Constant => {
                    let constant = Linear {
                        terms: vec![(term.clone(), 1)],
                        number: 0,
                    };
                    most = most.plus(&constant, *factor);
                }
                // It is at least 0.
                _ if *factor < 0 => {}
                Most::Of(bound) => most = most.plus(&bound, *factor),
                Most::Unknown => return None,
            }
        }
        Some(most)
    }

    /// As a constant of at least this length, if stable Rust has it: sizes of the function stand alone there.
    pub(crate) fn length(&self, is_size: &dyn Fn(&Expr) -> bool) -> Option<TokenStream> {
        let has_sizes = self.any(is_size);
        match &self.terms[..] {
            [(term, 1)] if self.number == 0 || has_sizes && self.number < 0 => {
                Some(quote!({ #term }))
            }
            _ if has_sizes => {
                // What is taken away is left in.
                let mut added = self.terms.iter().filter(|(_, factor)| *factor > 0);
                match (added.next(), added.next()) {
                    (Some((term, 1)), None) if self.number <= 0 && is_size(term) => {
                        Some(quote!({ #term }))
                    }
                    _ => None,
                }
            }
            [] => {
                let number = usize::try_from(self.number).unwrap_or(0);
                Some(quote!({ #number }))
            }
            _ => {
                let (added, taken) = self.sums();
                Some(quote!({ usize::saturating_sub(#added, #taken) }))
            }
        }
    }

    /// Exactly, as a constant without sizes, or as one size.
    pub(crate) fn exactly(&self, is_size: &dyn Fn(&Expr) -> bool) -> Option<TokenStream> {
        match &self.terms[..] {
            [(term, 1)] if self.number == 0 => Some(quote!({ #term })),
            _ if self.any(is_size) => None,
            [] => {
                let number = usize::try_from(self.number).ok()?;
                Some(quote!({ #number }))
            }
            _ => {
                let (added, taken) = self.sums();
                Some(quote!({ #added - #taken }))
            }
        }
    }

    /// What is added and what is taken away, as numbers of type `usize`.
    fn sums(&self) -> (TokenStream, TokenStream) {
        let sum = |sign: i64| {
            let number = usize::try_from(sign * self.number).unwrap_or(0);
            let terms = self.terms.iter().filter(|(_, factor)| factor * sign > 0);
            let terms = terms.map(|(term, factor)| {
                let factor = usize::try_from(sign * factor).unwrap_or(0);
                quote!(+ #factor * (#term))
            });
            quote!((#number #(#terms)*))
        };
        (sum(1), sum(-1))
    }

    /// As a number that need not be within an array: none is as large as what is less than 0. `None`, if a term could
    /// panic.
    pub(crate) fn leniently(&self) -> Option<TokenStream> {
        let is_simple = |term: &Expr| matches!(term, Expr::Path(_));
        if self.any(|term| !is_simple(term)) {
            return None;
        }
        let (added, taken) = self.sums();
        Some(quote!(usize::wrapping_sub(#added, #taken)))
    }
}

/// How large a term can be.
pub(crate) enum Most {
    /// It is a constant.
    Constant,
    /// As large as this.
    Of(Linear),
    Unknown,
}
