//! A body: its statements become `let`s of the library, in order, and its end the result.

use crate::refusal::{self, Refusals};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Pat, Stmt, Type};

/// A variable that is in scope.
#[derive(Clone)]
pub(crate) struct InScope {
    pub(crate) name: Ident,
    /// Whether it is known to be a real.
    pub(crate) is_real: bool,
    is_mutable: bool,
    /// Of the index of a loop, how many loops are around that.
    pub(crate) index: Option<usize>,
    /// What holds its last value at the end of a block that it is declared outside of.
    last: Option<Ident>,
    /// Of an array that a loop changes where it lies, how many blocks the loop's is inside of.
    pub(crate) in_place: Option<usize>,
    /// How many loops it is declared inside of.
    loops: usize,
}

/// What a body is lowered to.
pub(crate) struct Body<'l> {
    /// The path to the library.
    pub(crate) library: &'l TokenStream,
    /// The function's own name, which it must not call.
    own: Option<&'l Ident>,
    /// The sizes it is generic over.
    pub(crate) sizes: &'l [Ident],
    pub(crate) scope: Vec<InScope>,
    pub(crate) refusals: Refusals,
    /// Whether arrays occur, as far as can be seen.
    pub(crate) has_arrays: bool,
    /// How many blocks this one is inside of: what it defines has names of its own.
    pub(crate) depth: usize,
    /// How many loops this one is inside of.
    pub(crate) loops: usize,
    /// Whether it is that of a branch.
    pub(crate) is_branch: bool,
    /// Whether what is lowered is indexed.
    pub(crate) is_indexed: bool,
    statements: TokenStream,
    definitions: Vec<Definition>,
    /// How many blocks there have been that assign to variables outside of them.
    blocks: usize,
}

/// A `let`, or several that are defined together.
struct Definition {
    name: Ident,
    /// How many they are, in lists, if they are defined together.
    together: Option<Vec<usize>>,
}

/// How a value is to be stored.
pub(crate) enum Stored {
    /// With the shape it has.
    Inferred,
    /// With a shape that is written.
    As(Box<Type>),
    /// If it is computed from whole arrays, and would be computed again for each element.
    Product,
}

impl<'l> Body<'l> {
    pub(crate) fn new(
        library: &'l TokenStream,
        own: Option<&'l Ident>,
        sizes: &'l [Ident],
    ) -> Self {
        Body {
            library,
            own,
            sizes,
            scope: vec![],
            refusals: Refusals::default(),
            has_arrays: false,
            depth: 0,
            loops: 0,
            is_branch: false,
            is_indexed: false,
            statements: TokenStream::new(),
            definitions: vec![],
            blocks: 0,
        }
    }

    /// A block inside of this one, which sees its variables.
    pub(crate) fn inner(&self) -> Self {
        Body {
            scope: self.scope.clone(),
            depth: self.depth + 1,
            loops: self.loops,
            ..Body::new(self.library, self.own, self.sizes)
        }
    }

    pub(crate) fn declare(&mut self, name: Ident, is_real: bool, is_mutable: bool) {
        self.scope.retain(|other| other.name != name);
        self.scope.push(InScope {
            name,
            is_real,
            is_mutable,
            index: None,
            last: None,
            in_place: None,
            loops: self.loops,
        });
    }

    /// The index of a loop, with as many around as this one is inside of.
    pub(crate) fn declare_index(&mut self, name: Ident) {
        self.declare(name, true, false);
        if let Some(declared) = self.scope.last_mut() {
            declared.index = Some(self.loops);
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
            self.statements.extend(quote!(let #last = #name;));
            if let Some(variable) = self.scope.iter_mut().find(|other| other.name == *name) {
                variable.last = Some(last.clone());
            }
            names.push(last);
        }
        names
    }

    /// Tokens between the `let`s.
    pub(crate) fn push(&mut self, tokens: TokenStream) {
        self.statements.extend(tokens);
    }

    /// What an assigned variable is now.
    pub(crate) fn reassign(&mut self, name: &Ident, is_real: bool) {
        let before = self.find(name).cloned();
        let last = before.as_ref().and_then(|variable| variable.last.clone());
        if let Some(last) = &last {
            self.statements.extend(quote!(let #last = #name;));
        }
        let loops = before.map_or(self.loops, |variable| variable.loops);
        self.declare(name.clone(), is_real, true);
        if let Some(declared) = self.scope.last_mut() {
            declared.last = last;
            declared.loops = loops;
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

    pub(crate) fn is_own(&self, name: &Ident) -> bool {
        self.own.is_some_and(|own| own == name)
    }

    /// How many `let`s there are.
    pub(crate) fn len(&self) -> usize {
        self.definitions.len()
    }

    /// Whether nothing has been stated yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    fn place(&self, index: usize) -> Ident {
        hygienic(&format!("__At{}_{index}", self.depth))
    }

    /// A `let` of a value that is lowered already; gives its number.
    pub(crate) fn define(&mut self, value: &TokenStream, at: Span, stored: Stored, name: &Ident) {
        let library = self.library;
        let index = self.definitions.len();
        let place = self.place(index);
        let definition = hygienic(&format!("__let{}_{index}", self.depth));
        let text = if name.to_string().starts_with("__") {
            String::new()
        } else {
            name.to_string()
        };
        let at = at.resolved_at(Span::mixed_site());
        let written = quote_spanned!(at=> #library::__private::written);
        let bind = match stored {
            Stored::Inferred => quote_spanned!(at=> .bind::<#index, #place>(#text)),
            Stored::As(shape) => {
                quote_spanned!(at=> .operand().bind_as::<#index, #place, #shape>(#text))
            }
            Stored::Product => quote_spanned!(at=> .bind_product::<#index, #place>()),
        };
        let check = quote_spanned!(at=> .definition());
        self.statements.extend(quote! {
            let (#definition, #name) = #written(#value)#bind;
            let #definition = #definition #check;
        });
        self.definitions.push(Definition {
            name: definition,
            together: None,
        });
    }

    /// The types that say where the next `let`s are that are defined together, in lists: of all, and of the `count`
    /// in one list.
    pub(crate) fn targets(&self, list: usize, count: usize) -> (TokenStream, TokenStream) {
        let library = self.library;
        let index = self.definitions.len();
        let place = self.place(index);
        let targets = tree((0..count).map(|part| {
            let place = self.part(index, list, part);
            // Apart from all numbers of single ones.
            let number = index + 4096 * (1 + 2 * part + list);
            quote!(#library::__private::Target<#number, #place>)
        }));
        (quote!(#place), targets)
    }

    /// `let`s that are defined together, in lists.
    pub(crate) fn define_together(&mut self, value: &TokenStream, lists: &[&[Ident]]) {
        let index = self.definitions.len();
        let name = hygienic(&format!("__let{}_{index}", self.depth));
        let lists_of_names = lists
            .iter()
            .map(|names| tree(names.iter().map(ToTokens::to_token_stream)));
        let names = match lists.len() {
            1 => quote!(#(#lists_of_names)*),
            _ => quote!((#(#lists_of_names),*)),
        };
        self.statements
            .extend(quote!(let (#name, #names) = #value;));
        self.definitions.push(Definition {
            name,
            together: Some(lists.iter().map(|names| names.len()).collect()),
        });
    }

    fn part(&self, index: usize, list: usize, part: usize) -> Ident {
        hygienic(&format!("__At{}_{index}_{list}_{part}", self.depth))
    }

    /// A `let` without a name of the user's; gives the name it has.
    pub(crate) fn define_unnamed(
        &mut self,
        value: &TokenStream,
        at: Span,
        stored: Stored,
    ) -> TokenStream {
        let name = hygienic(&format!("__value{}_{}", self.depth, self.len()));
        self.define(value, at, stored, &name);
        quote!(#name)
    }

    /// The statements of a block; gives the expression at its end, if there is one.
    pub(crate) fn statements(&mut self, block: Block) -> Option<Expr> {
        let mut rest = block.stmts.into_iter().peekable();
        while let Some(statement) = rest.next() {
            let is_last = rest.peek().is_none();
            match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Expr(expression, None)
                    if is_last && !matches!(expression, Expr::ForLoop(_)) =>
                {
                    return Some(expression);
                }
                Stmt::Expr(expression, _) => self.statement(expression),
                Stmt::Item(item) => item.to_tokens(&mut self.statements),
                Stmt::Macro(found) => self.refusals.at(found.mac.path, refusal::STATEMENT),
            }
        }
        None
    }

    fn local(&mut self, local: syn::Local) {
        let Some(init) = local.init else {
            return self.refusals.at(local.pat, refusal::NO_VALUE);
        };
        if let Some((branch, _)) = init.diverge {
            return self.refusals.at(branch, refusal::PATTERN);
        }
        let (pattern, shape) = match local.pat {
            Pat::Type(typed) => (*typed.pat, Some(*typed.ty)),
            pattern => (pattern, None),
        };
        match pattern {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                let is_real = self.store(&name.ident, *init.expr, shape);
                self.declare(name.ident, is_real, name.mutability.is_some());
            }
            Pat::Wild(underscore) => {
                let name = Ident::new("_unused", underscore.span());
                self.store(&name, *init.expr, shape);
            }
            Pat::Slice(patterns) => self.destructure(patterns.elems, *init.expr, shape),
            Pat::Tuple(patterns) => self.destructure_tuple(patterns.elems, *init.expr),
            other => self.refusals.at(other, refusal::PATTERN),
        }
    }

    /// `let [a, b] = …`: an array, and a name for each element.
    fn destructure(
        &mut self,
        patterns: syn::punctuated::Punctuated<Pat, syn::Token![,]>,
        value: Expr,
        shape: Option<Type>,
    ) {
        let at = value.span();
        self.has_arrays = true;
        let value = self.expression(value, true);
        let stored = shape.map_or(Stored::Inferred, |shape| Stored::As(Box::new(shape)));
        let array = self.define_unnamed(&value, at, stored);
        for (index, pattern) in patterns.into_iter().enumerate() {
            match pattern {
                Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                    let element = quote!(#array.at::<#index>());
                    self.define(&element, name.ident.span(), Stored::Inferred, &name.ident);
                    self.declare(name.ident, false, name.mutability.is_some());
                }
                Pat::Wild(_) => {}
                other => self.refusals.at(other, refusal::PATTERN),
            }
        }
    }

    /// `let (a, b) = …`: of a tuple of expressions, each is a `let`.
    fn destructure_tuple(
        &mut self,
        patterns: syn::punctuated::Punctuated<Pat, syn::Token![,]>,
        value: Expr,
    ) {
        let value = self.expression(value, true);
        let count = self.len();
        let parts: Vec<Ident> = (0..patterns.len())
            .map(|part| hygienic(&format!("__part{}_{count}_{part}", self.depth)))
            .collect();
        self.statements.extend(quote!(let (#(#parts,)*) = #value;));
        for (part, pattern) in parts.into_iter().zip(patterns) {
            match pattern {
                Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                    let at = name.ident.span();
                    self.define(&quote!(#part), at, Stored::Inferred, &name.ident);
                    self.declare(name.ident, false, name.mutability.is_some());
                }
                Pat::Wild(_) => {}
                other => self.refusals.at(other, refusal::PATTERN),
            }
        }
    }

    /// The statements of a block that has no value.
    pub(crate) fn statements_only(&mut self, block: Block) {
        if let Some(end) = self.statements(block) {
            self.statement(end);
        }
    }

    /// A block in which names are declared that end with it; gives its value.
    pub(crate) fn block(&mut self, block: Block, is_statement: bool) -> TokenStream {
        let assigned = self.assigned_outside(&[&block]);
        let close = block.brace_token.span.close();
        let scope = self.scope.clone();
        let outside = std::mem::take(&mut self.statements);
        let first = self.definitions.len();
        let last = self.watch(&assigned);
        let value = match is_statement {
            true => {
                self.statements_only(block);
                quote!(())
            }
            false => match self.statements(block) {
                Some(end) => self.expression(end, false),
                None => {
                    self.refusals.no_end(close);
                    quote!(0.0)
                }
            },
        };
        let inside = std::mem::replace(&mut self.statements, outside);
        let reals: Vec<_> = assigned
            .iter()
            .map(|name| self.find(name).is_some_and(|variable| variable.is_real))
            .collect();
        self.scope = scope;
        let definitions: Vec<_> = self.definitions[first..].iter().map(|d| &d.name).collect();
        let name = hygienic(&format!("__block{}_{}", self.depth, self.blocks));
        self.statements.extend(quote! {
            let (#(#definitions,)* #(#last,)* #name) = {
                #inside
                (#(#definitions,)* #(#last,)* #value)
            };
        });
        for ((assigned, last), is_real) in assigned.iter().zip(&last).zip(reals) {
            self.statements.extend(quote! {
                #[allow(unused_variables, reason = "assigned to")]
                let #assigned = #last;
            });
            self.reassign(assigned, is_real);
        }
        quote!(#name)
    }

    /// `let name = value`, or `name = value`; gives whether it is known to be a real.
    fn store(&mut self, name: &Ident, value: Expr, shape: Option<Type>) -> bool {
        let at = value.span();
        let is_real = match &shape {
            Some(shape) => matches!(shape, Type::Path(path) if path.path.is_ident("R")),
            None => self.is_real(&value),
        };
        self.has_arrays |= shape.is_some() && !is_real;
        let value = self.expression(value, true);
        self.define(
            &value,
            at,
            shape.map_or(Stored::Inferred, |shape| Stored::As(Box::new(shape))),
            name,
        );
        is_real
    }

    /// A `let` that is lowered already, without a value.
    fn define_change(&mut self, value: &TokenStream) {
        let index = self.definitions.len();
        let name = hygienic(&format!("__let{}_{index}", self.depth));
        self.statements.extend(quote!(let #name = #value;));
        self.definitions.push(Definition {
            name,
            together: Some(vec![]),
        });
    }

    /// `a[i] = value`, or `m[i][j] = value`: the row with another element, in the place of the row.
    fn assign_indexed(&mut self, target: syn::ExprIndex, value: Expr) {
        let Expr::Index(row) = *target.expr else {
            return self.assign_element(target, value);
        };
        let name = Ident::new(
            &format!("row{}_{}", self.depth, self.len()),
            Span::mixed_site(),
        );
        let of_row = Expr::Index(row.clone());
        let index = target.index;
        let block: Block = syn::parse_quote!({
            let mut #name = #of_row;
            #name[#index] = #value;
            #of_row = #name;
        });
        self.block(block, true);
    }

    /// `a[i] = value`.
    fn assign_element(&mut self, target: syn::ExprIndex, value: Expr) {
        self.has_arrays = true;
        let Some(name) = self.assigned(&target.expr) else {
            return;
        };
        let variable = self.find(&name).cloned();
        let (in_place, loops) = variable.map_or((None, 0), |found| (found.in_place, found.loops));
        if self.is_branch && self.loops > loops {
            return self.refusals.at(target, refusal::ELEMENT_IN_BRANCH);
        }
        let Some(index) = self.index_function(&target.index) else {
            return self.refusals.at(target.index, refusal::INDEX);
        };
        let at = value.span();
        let value = self.expression(value, false);
        let library = self.library;
        let span = at.resolved_at(Span::mixed_site());
        if in_place == Some(self.depth) {
            let change = quote_spanned!(span=> #library::__private::change);
            self.define_change(&quote!(#change(#name, #index, #value)));
        } else {
            let put = quote_spanned!(span=> #library::__private::put);
            let put = quote!(#put(#name, #index, #value));
            self.define(&put, at, Stored::Inferred, &name);
            self.reassign(&name, false);
        }
    }

    /// The variable that is assigned to, if it can be.
    fn assigned(&mut self, target: &Expr) -> Option<Ident> {
        let Some(variable) = self.variable(target) else {
            self.refusals.at(target, refusal::ASSIGNED);
            return None;
        };
        let (name, is_mutable) = (variable.name.clone(), variable.is_mutable);
        if !is_mutable {
            let words = format!("`{name}` {}", refusal::NOT_MUTABLE);
            self.refusals.at(target, &words);
            return None;
        }
        // With the span of this use.
        let span = target.span();
        Some(Ident::new(&name.to_string(), name.span().located_at(span)))
    }

    fn statement(&mut self, statement: Expr) {
        match statement {
            Expr::Assign(assign) => {
                if let Expr::Index(target) = *assign.left {
                    return self.assign_indexed(target, *assign.right);
                }
                if let Some(name) = self.assigned(&assign.left) {
                    let is_real = self.store(&name, *assign.right, None);
                    self.reassign(&name, is_real);
                }
            }
            Expr::Binary(binary) => {
                let Some(op) = plain_operator(&binary.op) else {
                    return self.refusals.at(binary, refusal::STATEMENT);
                };
                let target = match &*binary.left {
                    Expr::Index(target) => Some(target.clone()),
                    _ => None,
                };
                if target.is_some() || self.assigned(&binary.left).is_some() {
                    let name = binary.left.clone();
                    let value = Expr::Binary(syn::ExprBinary {
                        attrs: vec![],
                        left: binary.left,
                        op,
                        right: Box::new(Expr::Paren(syn::ExprParen {
                            attrs: vec![],
                            paren_token: syn::token::Paren(binary.right.span()),
                            expr: binary.right,
                        })),
                    });
                    match target {
                        Some(target) => self.assign_indexed(target, value),
                        None => {
                            if let Some(name) = self.assigned(&name) {
                                let is_real = self.store(&name, value, None);
                                self.reassign(&name, is_real);
                            }
                        }
                    }
                }
            }
            Expr::If(branch) => self.if_statement(branch),
            Expr::ForLoop(found) => self.for_statement(found),
            Expr::Block(found) if found.label.is_none() => {
                self.block(found.block, true);
            }
            Expr::While(found) => self.refusals.at(found.while_token, refusal::LOOP),
            Expr::Loop(found) => self.refusals.at(found.loop_token, refusal::LOOP),
            Expr::Match(found) => self.refusals.at(found.match_token, refusal::MATCH),
            Expr::Break(found) => self.refusals.at(found, refusal::JUMP),
            Expr::Continue(found) => self.refusals.at(found, refusal::JUMP),
            Expr::Return(found) => self.refusals.at(found, refusal::JUMP),
            other => self.refusals.at(other, refusal::STATEMENT),
        }
    }

    /// The end of a body, stored if it is an array; `shape` if it is written.
    pub(crate) fn end(&mut self, end: Expr, shape: Option<&Type>) -> TokenStream {
        let library = self.library;
        let at = end.span().resolved_at(Span::mixed_site());
        let end = self.expression(end, true);
        let index = self.definitions.len();
        let place = self.place(index);
        let definition = hygienic(&format!("__let{}_{index}", self.depth));
        let results = hygienic(&format!("__results{}", self.depth));
        let written = quote_spanned!(at=> #library::__private::written);
        let ends = match shape {
            Some(shape) => quote_spanned!(at=> .operand().end_as::<#index, #place, #shape>()),
            None => quote_spanned!(at=> .operand().end::<#index, #place>()),
        };
        let check = quote_spanned!(at=> .parts());
        self.statements.extend(quote! {
            let #results = #written(#end)#ends;
            let (#definition, #results) = #results #check;
        });
        self.definitions.push(Definition {
            name: definition,
            together: None,
        });
        quote!(#results)
    }

    /// One of several results, a real.
    pub(crate) fn result(&mut self, result: Expr) -> TokenStream {
        let library = self.library;
        let at = result.span().resolved_at(Span::mixed_site());
        let result = self.expression(result, true);
        let written = quote_spanned!(at=> #library::__private::written);
        let check = quote_spanned!(at=> .operand().real());
        quote!(#written(#result)#check)
    }

    /// The statements and, as a tree of eight branches a node, the `let`s.
    pub(crate) fn finish(&self) -> (TokenStream, TokenStream) {
        let library = self.library;
        let count = self.definitions.len();
        let mut places = TokenStream::new();
        let mut place = |name: Ident, path: TokenStream| {
            places.extend(quote! {
                #[allow(non_camel_case_types, reason = "made by the macro")]
                type #name = #path;
            });
        };
        for (index, definition) in self.definitions.iter().enumerate() {
            let here = quote!(#library::__private::Here);
            match &definition.together {
                None => place(self.place(index), path(library, index, count, here)),
                Some(lists) if lists.is_empty() => {}
                Some(lists) => {
                    place(self.place(index), path(library, index, count, here.clone()));
                    for (list, &parts) in lists.iter().enumerate() {
                        for part in 0..parts {
                            let within = path(library, part, parts, here.clone());
                            let within = quote!(#library::__private::To<#list, #within>);
                            place(
                                self.part(index, list, part),
                                path(library, index, count, within),
                            );
                        }
                    }
                }
            }
        }
        let definitions = self.definitions.iter();
        let tree = tree(definitions.map(|definition| definition.name.to_token_stream()));
        let statements = &self.statements;
        (quote!(#places #statements), tree)
    }
}

/// As a tree of eight branches a node.
pub(crate) fn tree(leaves: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut tree: Vec<TokenStream> = leaves.collect();
    while tree.len() > 1 {
        tree = tree
            .chunks(8)
            .map(|branches| quote!((#(#branches,)*)))
            .collect();
    }
    tree.pop().unwrap_or_else(|| quote!(()))
}

/// The path to a leaf of such a tree, and on from there.
pub(crate) fn path(
    library: &TokenStream,
    index: usize,
    count: usize,
    mut path: TokenStream,
) -> TokenStream {
    let mut size = 1;
    while size < count {
        let branch = index / size % 8;
        path = quote!(#library::__private::To<#branch, #path>);
        size *= 8;
    }
    path
}

/// A name that the user's do not meet.
pub(crate) fn hygienic(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The operator of an assignment such as `+=`.
fn plain_operator(op: &syn::BinOp) -> Option<syn::BinOp> {
    use syn::BinOp;
    let span = op.span();
    let op: BinOp = match op {
        BinOp::AddAssign(_) => BinOp::Add(syn::Token![+](span)),
        BinOp::SubAssign(_) => BinOp::Sub(syn::Token![-](span)),
        BinOp::MulAssign(_) => BinOp::Mul(syn::Token![*](span)),
        BinOp::DivAssign(_) => BinOp::Div(syn::Token![/](span)),
        BinOp::RemAssign(_) => BinOp::Rem(syn::Token![%](span)),
        _ => return None,
    };
    Some(op)
}
