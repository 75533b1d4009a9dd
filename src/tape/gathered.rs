//! Nodes of more than two operands.

use super::Data;
use super::dense::Dense;
use super::node::NOWHERE;
use crate::scalar::Row;
use core::ops::Range;

/// What made a node that has an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Made {
    /// An operation of the tables.
    Row(Row),
    /// One of the user's own, or a function of [`func!`](crate::func).
    Own(&'static str),
}

/// Nodes whose operands are elsewhere.
#[derive(Debug)]
pub(super) enum Entry {
    /// One node, and where its operands and its partials in them stand among all edges.
    Node {
        node: u32,
        edges: Range<u32>,
        made: Made,
    },
    /// The outputs of a layer of a network.
    Dense(Dense),
}

impl Entry {
    /// The first of its nodes.
    pub(super) fn first(&self) -> u32 {
        match self {
            Entry::Node { node, .. } => *node,
            Entry::Dense(dense) => dense.first,
        }
    }
}

/// All nodes that have an entry, in their order on the tape.
#[derive(Debug)]
pub(super) struct Gathered<F> {
    entries: Vec<Entry>,
    /// The places of operands; of one that is not on the tape, nowhere.
    pub(super) operands: Vec<u32>,
    /// The derivatives in them; for one that is not on the tape, the number.
    pub(super) partials: Vec<F>,
}

impl<F: Data> Gathered<F> {
    pub(super) const fn new() -> Self {
        Gathered {
            entries: Vec::new(),
            operands: Vec::new(),
            partials: Vec::new(),
        }
    }

    /// An entry for a node, whose operands and partials `edges` pushes.
    pub(super) fn push(&mut self, node: u32, made: Made, edges: impl FnOnce(&mut Self)) {
        let start = self.end();
        edges(self);
        let edges = start..self.end();
        self.entries.push(Entry::Node { node, edges, made });
    }

    pub(super) fn push_dense(&mut self, dense: Dense) {
        self.entries.push(Entry::Dense(dense));
    }

    /// Where the next edge will stand.
    ///
    /// # Panics
    ///
    /// If there are more than can be counted.
    pub(super) fn end(&self) -> u32 {
        u32::try_from(self.operands.len())
            .expect("a tape holds at most 2³² operands of functions and layers")
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while let Some(entry) = self.entries.pop_if(|entry| entry.first() >= nodes) {
            let start = match &entry {
                Entry::Node { edges, .. } => edges.start,
                Entry::Dense(dense) => dense.edges,
            };
            self.operands.truncate(start as usize);
            self.partials.truncate(start as usize);
        }
    }

    /// The entries that begin before a node.
    pub(super) fn before(&self, node: usize) -> &[Entry] {
        let end = self
            .entries
            .partition_point(|entry| (entry.first() as usize) < node);
        &self.entries[..end]
    }

    /// The entry of a node that has one.
    pub(super) fn entry(&self, node: u32) -> &Entry {
        let after = self.entries.partition_point(|entry| entry.first() <= node);
        &self.entries[after - 1]
    }

    /// The operands and the partials of the entry that was pushed last.
    pub(super) fn last(&mut self) -> (&[u32], &mut [F]) {
        let Some(Entry::Node { edges, .. }) = self.entries.last() else {
            return (&[], &mut []);
        };
        let edges = edges.start as usize..edges.end as usize;
        (&self.operands[edges.clone()], &mut self.partials[edges])
    }

    /// The operands and the partials of an entry.
    pub(super) fn edges(&self, edges: &Range<u32>) -> (&[u32], &[F]) {
        let edges = edges.start as usize..edges.end as usize;
        (&self.operands[edges.clone()], &self.partials[edges])
    }

    /// Replaces the partials of an entry, but for the numbers in their places.
    pub(super) fn set_partials(&mut self, edges: &Range<u32>, new: &[F]) {
        let edges = edges.start as usize..edges.end as usize;
        let old = self.operands[edges.clone()]
            .iter()
            .zip(&mut self.partials[edges]);
        for ((&operand, partial), &new) in old.zip(new) {
            if operand != NOWHERE {
                *partial = new;
            }
        }
    }
}
