//! Nodes of more than two operands.

use super::Data;
use super::edges::Edges;
use super::matrices::Image;
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
    /// The results of an affine map.
    Image(Image),
}

impl Entry {
    /// The first of its nodes.
    pub(super) fn first(&self) -> u32 {
        match self {
            Entry::Node { node, .. } => *node,
            Entry::Image(image) => image.first,
        }
    }

    /// The first of its edges.
    fn first_edge(&self) -> u32 {
        match self {
            Entry::Node { edges, .. } => edges.start,
            Entry::Image(image) => image.edges.start,
        }
    }
}

/// All nodes that have an entry, in their order on the tape.
#[derive(Debug)]
pub(super) struct Gathered<F> {
    entries: Vec<Entry>,
    pub(super) edges: Edges<F>,
}

impl<F> Gathered<F> {
    pub(super) const fn new() -> Self {
        Gathered {
            entries: Vec::new(),
            edges: Edges::new(),
        }
    }
}

impl<F: Data> Gathered<F> {
    /// An entry for a node, whose operands and partials `push` pushes.
    pub(super) fn push(&mut self, node: u32, made: Made, push: impl FnOnce(&mut Edges<F>)) {
        let start = self.edges.end();
        push(&mut self.edges);
        let edges = start..self.edges.end();
        self.entries.push(Entry::Node { node, edges, made });
    }

    pub(super) fn push_image(&mut self, image: Image) {
        self.entries.push(Entry::Image(image));
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while let Some(entry) = self.entries.pop_if(|entry| entry.first() >= nodes) {
            self.edges.truncate(entry.first_edge());
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
        match self.entries.last() {
            Some(Entry::Node { edges, .. }) => self.edges.get_mut(edges),
            _ => (&[], &mut []),
        }
    }
}
