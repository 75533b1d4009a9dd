//! Nodes of more than two operands, and the sweep through all.

use super::Data;
use super::dense::{Dense, Layers};
use super::node::{NOWHERE, Node};
use crate::scalar::Row;
use core::ops::Range;

/// Evaluates a function again: from its numbers one of its results, and the partials of that.
pub(super) type Again<F> = fn(numbers: &[F], result: usize, partials: &mut [F]) -> F;

/// What made a node that has an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Made<F> {
    /// An operation of the tables.
    Row(Row),
    /// One of the user's own.
    Own(&'static str),
    /// A function of [`func!`](crate::func): its name, how to evaluate it, and which of its results it is.
    Function(&'static str, Again<F>, u32),
}

/// Nodes whose operands are elsewhere.
#[derive(Debug)]
pub(super) enum Entry<F> {
    /// One node, and where its operands and its partials in them stand among all edges.
    Node {
        node: u32,
        edges: Range<u32>,
        made: Made<F>,
    },
    /// The outputs of a layer of a network.
    Dense(Dense),
}

impl<F> Entry<F> {
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
    entries: Vec<Entry<F>>,
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
    pub(super) fn push(&mut self, node: u32, made: Made<F>, edges: impl FnOnce(&mut Self)) {
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

    /// The entry of a node that has one.
    pub(super) fn entry(&self, node: u32) -> &Entry<F> {
        let after = self.entries.partition_point(|entry| entry.first() <= node);
        &self.entries[after - 1]
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

    /// The sweep over all nodes that `grads` has, from the last to the first.
    #[track_caller]
    pub(super) fn sweep(&self, nodes: &[Node<F>], layers: &Layers<F>, grads: &mut [F]) {
        let mut end = grads.len();
        let before = self
            .entries
            .partition_point(|entry| (entry.first() as usize) < end);
        for entry in self.entries[..before].iter().rev() {
            let first = entry.first() as usize;
            match entry {
                Entry::Node { edges, .. } => {
                    sweep(nodes, grads, first + 1..end);
                    let (below, grad) = grads.split_at_mut(first);
                    let (operands, partials) = self.edges(edges);
                    for (&operand, &partial) in operands.iter().zip(partials) {
                        if operand != NOWHERE {
                            add(&mut below[operand as usize], grad[0], partial);
                        }
                    }
                }
                Entry::Dense(dense) => {
                    let last = (first + dense.outputs as usize).min(end);
                    sweep(nodes, grads, last..end);
                    dense.sweep(&nodes[first..last], layers, self, &mut grads[..last]);
                }
            }
            end = first;
        }
        sweep(nodes, grads, 0..end);
    }
}

/// The sweep over nodes of at most two operands.
#[inline]
fn sweep<F: Data>(nodes: &[Node<F>], grads: &mut [F], range: Range<usize>) {
    let start = range.start;
    for (i, node) in nodes[range].iter().enumerate().rev() {
        let grad = grads[start + i];
        let [x, y] = node.operands().map(|place| place as usize);
        let [dx, dy] = node.partials();
        let (to_x, to_y) = (grad * dx, grad * dy);
        if (to_x + to_y).has_nan() {
            // One of them is, or both are infinite.
            for (operand, partial) in [(x, dx), (y, dy)] {
                if let Some(sum) = grads.get_mut(operand) {
                    add(sum, grad, partial);
                }
            }
            continue;
        }
        if let Some(sum) = grads.get_mut(x) {
            *sum = *sum + to_x;
        }
        if let Some(sum) = grads.get_mut(y) {
            *sum = *sum + to_y;
        }
    }
}

/// Adds what a node contributes to the gradient of an operand.
///
/// Where one factor is zero nothing is contributed, though the other be infinite.
#[inline(always)]
pub(super) fn add<F: Data>(sum: &mut F, grad: F, partial: F) {
    let contribution = grad * partial;
    if contribution.has_nan() && (grad.is_constant_zero() || partial.is_constant_zero()) {
        return;
    }
    *sum = *sum + contribution;
}
