//! The variables of a body that are in scope, and what is known of them.

use crate::body::{Body, hygienic};
use crate::linear::Linear;
use crate::parse::{Variable, is_real};
use quote::quote;
use syn::{Expr, Ident, Type};

/// A variable that is in scope.
#[derive(Clone)]
pub(crate) struct InScope {
    pub(crate) name: Ident,
    /// Whether it is known to be a real.
    pub(crate) is_real: bool,
    pub(crate) is_mutable: bool,
    /// How many indices its elements have, if that is known.
    pub(crate) rank: Option<usize>,
    /// Of an input whose shape is written, how many elements it has, and how many each of these, and so on.
    pub(crate) lengths: Vec<Expr>,
    /// Of the index of a loop.
    pub(crate) index: Option<Index>,
    /// What holds its last value at the end of a block that it is declared outside of.
    last: Option<Ident>,
    /// Of an array that a loop changes where it lies, how many blocks the loop's is inside of.
    pub(crate) in_place: Option<usize>,
    /// How many loops it is declared inside of.
    pub(crate) loops: usize,
    /// What it is as it is written, if it may be a struct of parameters, or a part of one.
    pub(crate) part: Option<Expr>,
}

/// The index of a loop.
#[derive(Clone)]
pub(crate) struct Index {
    /// How many loops are around that loop.
    pub(crate) depth: usize,
    /// What it is less than, if that is known.
    pub(crate) end: Option<Linear>,
}

impl Body<'_> {
    pub(crate) fn declare(&mut self, name: Ident, is_real: bool, is_mutable: bool) {
        self.scope.retain(|other| other.name != name);
        self.scope.push(InScope {
            name,
            is_real,
            is_mutable,
            rank: is_real.then_some(0),
            lengths: vec![],
            index: None,
            last: None,
            in_place: None,
            loops: self.loops,
            part: None,
        });
    }

    /// Declares a struct of parameters, or a part of one.
    pub(crate) fn declare_part(&mut self, name: &Ident, part: Expr) {
        if self.find(name).is_none() {
            self.declare(name.clone(), false, false);
        }
        for variable in &mut self.scope {
            if variable.name == *name {
                variable.part = Some(part.clone());
            }
        }
    }

    /// The index of a loop, with as many around as this one is inside of.
    pub(crate) fn declare_index(&mut self, name: Ident, end: Option<Linear>) {
        let depth = self.loops;
        self.declare(name, true, false);
        if let Some(declared) = self.scope.last_mut() {
            declared.index = Some(Index { depth, end });
        }
    }

    /// An input or a datum, whose shape is written.
    pub(crate) fn declare_input(&mut self, input: &Variable, is_datum: bool) {
        self.declare(input.name.clone(), input.is_real(), false);
        let mut shape = input.shape.as_ref();
        let mut lengths = vec![];
        while let Some(Type::Array(array)) = shape {
            lengths.push(array.len.clone());
            shape = Some(&*array.elem);
        }
        let is_known = shape.is_none_or(is_real);
        if let Some(declared) = self.scope.last_mut() {
            declared.rank = is_known.then_some(lengths.len());
            // What is read of data need not be near at hand: no cotangent of theirs is wanted.
            if is_known && !is_datum {
                declared.lengths = lengths;
            }
        }
    }

    /// From here on the array is changed where it lies.
    pub(crate) fn change_in_place(&mut self, name: &Ident) {
        let depth = self.depth;
        if let Some(variable) = self.scope.iter_mut().find(|other| other.name == *name) {
            variable.in_place = Some(depth);
        }
    }

    /// From here on what is assigned to the variables is known at the end, by the names given, though others be
    /// declared under theirs.
    pub(crate) fn watch(&mut self, assigned: &[Ident]) -> Vec<Ident> {
        self.blocks += 1;
        let mut names = vec![];
        for (index, name) in assigned.iter().enumerate() {
            let last = hygienic(&format!("__last{}_{}_{index}", self.depth, self.blocks));
            self.push(quote!(let #last = #name;));
            if let Some(variable) = self.scope.iter_mut().find(|other| other.name == *name) {
                variable.last = Some(last.clone());
            }
            names.push(last);
        }
        names
    }

    /// What an assigned variable is now.
    pub(crate) fn reassign(&mut self, name: &Ident, is_real: bool) {
        let before = self.find(name).cloned();
        let last = before.as_ref().and_then(|variable| variable.last.clone());
        if let Some(last) = &last {
            self.push(quote!(let #last = #name;));
        }
        // Of what its elements are assigned to, and of a state, the shape stays the same.
        let rank = match is_real {
            true => Some(0),
            false => before.as_ref().and_then(|variable| variable.rank),
        };
        let rank = rank.filter(|&rank| is_real || rank > 0);
        let loops = before.map_or(self.loops, |variable| variable.loops);
        self.declare(name.clone(), is_real, true);
        if let Some(declared) = self.scope.last_mut() {
            declared.last = last;
            declared.loops = loops;
            declared.rank = rank;
        }
    }

    pub(crate) fn find(&self, name: &Ident) -> Option<&InScope> {
        self.scope.iter().find(|variable| variable.name == *name)
    }

    /// Whether it is the name of a variable.
    pub(crate) fn variable(&self, expression: &Expr) -> Option<&InScope> {
        match expression {
            Expr::Path(path) => self.find(path.path.get_ident()?),
            Expr::Paren(paren) => self.variable(&paren.expr),
            _ => None,
        }
    }
}
