//! Operations that are no row of the tables.

use super::Data;
use core::fmt;

/// Evaluates an operation again: from its operands the value and the partials.
pub(super) type Operation<F> = Box<dyn Fn(&[F], &mut [F]) -> F + Send>;

/// An operation of a user's own, or one with a parameter.
pub(super) struct Own<F> {
    node: u32,
    pub(super) name: &'static str,
    pub(super) operands: usize,
    /// Whether nothing is pulled back through it.
    stops: bool,
    /// In a recording, how to evaluate it again.
    pub(super) again: Option<Operation<F>>,
}

impl<F> fmt::Debug for Own<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// All of them, in their order on the tape.
#[derive(Debug)]
pub(super) struct Owned<F> {
    operations: Vec<Own<F>>,
}

impl<F> Owned<F> {
    pub(super) const fn new() -> Self {
        Owned {
            operations: Vec::new(),
        }
    }
}

impl<F: Data> Owned<F> {
    pub(super) fn push(
        &mut self,
        node: u32,
        name: &'static str,
        operands: usize,
        stops: bool,
        again: Option<Operation<F>>,
    ) {
        self.operations.push(Own {
            node,
            name,
            operands,
            stops,
            again,
        });
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while self.operations.pop_if(|own| own.node >= nodes).is_some() {}
    }

    pub(super) fn get(&self, node: u32) -> Option<&Own<F>> {
        let at = self.operations.binary_search_by_key(&node, |own| own.node);
        at.ok().map(|at| &self.operations[at])
    }

    /// Whether nothing is pulled back through the node.
    pub(super) fn stops(&self, node: u32) -> bool {
        self.get(node).is_some_and(|own| own.stops)
    }
}

/// The name of an operation that has no other: its type's.
pub(crate) fn name_of_type<Op>() -> &'static str {
    let name = core::any::type_name::<Op>();
    let name = name.split_once('<').map_or(name, |(name, _)| name);
    name.rsplit("::").next().unwrap_or(name)
}
