//! Reverse mode on a tape: from the adjoint of each node to those of its operands, from the last node to the first.
//!
//! Each edge adds adjoint · partial. Three kinds of edges must add nothing, though the product be NaN: those with a
//! partial that is zero [by structure](crate::rules::structure); those behind a stopped gradient; and those of a node
//! on which no seed depends but through such edges. Any other 0 · ∞ is NaN, as in the reverse mode of static functions. So the loop
//! multiplies, and only where a product is NaN finds out why.

use super::Data;
use super::gathered::Entry;
use super::node::{NOWHERE, Node};
use super::record::Record;
use crate::rules::structure::is_nothing;
use core::cell::OnceCell;
use core::ops::Range;

/// The seeds of a sweep, and which nodes they depend on.
pub(super) struct Reached<'a, F> {
    record: &'a Record<F>,
    seeds: &'a [(u32, F)],
    /// Found out when it is needed first, which is hardly ever.
    nodes: OnceCell<Vec<bool>>,
}

impl<'a, F: Data> Reached<'a, F> {
    pub(super) fn new(record: &'a Record<F>, seeds: &'a [(u32, F)]) -> Self {
        Reached {
            record,
            seeds,
            nodes: OnceCell::new(),
        }
    }

    /// How many nodes there are up to the last seed.
    pub(super) fn end(&self) -> usize {
        let last = self.seeds.iter().map(|&(index, _)| index).max();
        last.map_or(0, |last| last as usize + 1)
    }

    /// Whether a seed depends on the node: not through a partial that is zero by structure.
    pub(super) fn contains(&self, node: usize) -> bool {
        self.nodes.get_or_init(|| self.find())[node]
    }

    #[cold]
    fn find(&self) -> Vec<bool> {
        let mut reached = vec![false; self.end()];
        for &(index, _) in self.seeds {
            reached[index as usize] = true;
        }
        for node in (0..reached.len()).rev() {
            let index = node as u32;
            if reached[node] && !self.record.owned.stops(index) {
                self.record.each_edge(index, |place, _, partial| {
                    if place != NOWHERE && !is_nothing(partial) {
                        reached[place as usize] = true;
                    }
                });
            }
        }
        reached
    }

    /// Adds the contribution of a node to an operand, where it might be NaN.
    #[cold]
    fn add(&self, sum: &mut F, node: usize, grad: F, partial: F) {
        let contribution = grad * partial;
        if contribution.has_nan()
            && (is_nothing(partial) || grad.is_constant_zero() && !self.contains(node))
        {
            return;
        }
        *sum = *sum + contribution;
    }

    /// Adds the contributions of a node to its operands, where one might be NaN.
    #[cold]
    fn add_each(&self, grads: &mut [F], node: usize, operands: &[u32], partials: &[F]) {
        let grad = grads[node];
        for (&operand, &partial) in operands.iter().zip(partials) {
            if operand != NOWHERE {
                self.add(&mut grads[operand as usize], node, grad, partial);
            }
        }
    }

    /// The adjoint inside of a node, as of the sum in an output of a layer, where it is 0 or might be NaN; `None` if no
    /// seed depends on what is inside.
    #[cold]
    pub(super) fn inner(&self, node: usize, grad: F, partial: F) -> Option<F> {
        let mut inner = F::zero();
        self.add(&mut inner, node, grad, partial);
        (!is_nothing(partial) && self.contains(node)).then_some(inner)
    }

    /// Goes back through all nodes up to the last seed.
    pub(super) fn sweep(&self, grads: &mut [F]) {
        let record = self.record;
        let nodes = record.nodes();
        let mut end = grads.len();
        for entry in record.gathered.before(end).iter().rev() {
            let first = entry.first() as usize;
            match entry {
                Entry::Node { edges, .. } => {
                    self.sweep_nodes(nodes, grads, first + 1..end);
                    let grad = grads[first];
                    let (operands, partials) = record.gathered.edges(edges);
                    let is_nan = |(&operand, &partial): (&u32, &F)| {
                        if operand == NOWHERE {
                            return false;
                        }
                        let contribution = grad * partial;
                        let is_nan = contribution.has_nan();
                        if !is_nan {
                            let sum = &mut grads[operand as usize];
                            *sum = *sum + contribution;
                        }
                        is_nan
                    };
                    let nan = operands.iter().zip(partials).position(is_nan);
                    if let Some(nan) = nan {
                        self.add_each(grads, first, &operands[nan..], &partials[nan..]);
                    }
                }
                Entry::Dense(dense) => {
                    let last = (first + dense.outputs as usize).min(end);
                    self.sweep_nodes(nodes, grads, last..end);
                    let outputs = &nodes[first..last];
                    dense.sweep(outputs, record, self, &mut grads[..last]);
                }
            }
            end = first;
        }
        self.sweep_nodes(nodes, grads, 0..end);
    }

    /// Goes back through nodes of at most two operands; between entries there are often so few that a call would
    /// cost as much.
    #[inline(always)]
    fn sweep_nodes(&self, nodes: &[Node<F>], grads: &mut [F], range: Range<usize>) {
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
                        self.add(sum, start + i, grad, partial);
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
}
