//! Nodes of more than two operands.

use super::Data;
use super::node::Node;
use core::ops::Range;

/// A node whose operands are elsewhere.
#[derive(Debug)]
pub(super) struct Entry {
    /// The place of the node.
    pub(super) node: u32,
    /// Where its operands and its partials in them stand among all edges.
    pub(super) edges: Range<u32>,
    /// What made it.
    pub(super) name: &'static str,
}

/// All nodes of more than two operands, in their order on the tape.
#[derive(Debug)]
pub(super) struct Gathered<F> {
    entries: Vec<Entry>,
    operands: Vec<u32>,
    partials: Vec<F>,
}

impl<F: Data> Gathered<F> {
    pub(super) const fn new() -> Self {
        Gathered {
            entries: Vec::new(),
            operands: Vec::new(),
            partials: Vec::new(),
        }
    }

    pub(super) fn push(
        &mut self,
        node: u32,
        name: &'static str,
        edges: impl Iterator<Item = (u32, F)>,
    ) {
        let start = self.operands.len() as u32;
        for (operand, partial) in edges {
            self.operands.push(operand);
            self.partials.push(partial);
        }
        self.entries.push(Entry {
            node,
            edges: start..self.operands.len() as u32,
            name,
        });
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while let Some(entry) = self.entries.pop_if(|entry| entry.node >= nodes) {
            self.operands.truncate(entry.edges.start as usize);
            self.partials.truncate(entry.edges.start as usize);
        }
    }

    /// The sweep over all nodes before `end`, from the last to the first.
    pub(super) fn sweep(&self, nodes: &[Node<F>], grads: &mut [F]) {
        let mut end = grads.len();
        let before = self
            .entries
            .partition_point(|entry| (entry.node as usize) < end);
        for entry in self.entries[..before].iter().rev() {
            let node = entry.node as usize;
            sweep(nodes, grads, node + 1..end);
            let (operands, grad) = grads.split_at_mut(node);
            let edges = entry.edges.start as usize..entry.edges.end as usize;
            let partials = &self.partials[edges.clone()];
            for (&operand, &partial) in self.operands[edges].iter().zip(partials) {
                add(&mut operands[operand as usize], grad[0], partial);
            }
            end = node;
        }
        sweep(nodes, grads, 0..end);
    }
}

/// The sweep over nodes of at most two operands.
#[inline]
fn sweep<F: Data>(nodes: &[Node<F>], grads: &mut [F], range: Range<usize>) {
    let start = range.start;
    for (i, node) in nodes[range].iter().enumerate().rev() {
        let (below, at) = grads.split_at_mut(start + i);
        let grad = at[0];
        let [x, y] = node.operands();
        let [dx, dy] = node.partials();
        if let Some(sum) = below.get_mut(x as usize) {
            add(sum, grad, dx);
        }
        if let Some(sum) = below.get_mut(y as usize) {
            add(sum, grad, dy);
        }
    }
}

/// Adds what a node contributes to the gradient of an operand.
///
/// Where one factor is zero nothing is contributed, though the other be infinite.
#[inline(always)]
fn add<F: Data>(sum: &mut F, grad: F, partial: F) {
    let contribution = grad * partial;
    if contribution.has_nan() && (grad.is_constant_zero() || partial.is_constant_zero()) {
        return;
    }
    *sum = *sum + contribution;
}
