//! The operands of nodes that have many, and the derivatives in them, side by side.

use super::Data;
use super::node::NOWHERE;
use core::ops::Range;

/// All edges to operands that do not stand in a node itself, in the order of the nodes.
#[derive(Debug)]
pub(super) struct Edges<F> {
    /// The indices of operands; of one that is not on the tape, nowhere.
    pub(super) operands: Vec<u32>,
    /// The derivatives in them; for one that is not on the tape, the number.
    pub(super) partials: Vec<F>,
}

impl<F> Edges<F> {
    pub(super) const fn new() -> Self {
        Edges {
            operands: Vec::new(),
            partials: Vec::new(),
        }
    }
}

impl<F: Data> Edges<F> {
    /// The number of the next edge.
    ///
    /// # Panics
    ///
    /// If there are more than can be counted.
    pub(super) fn end(&self) -> u32 {
        u32::try_from(self.operands.len())
            .expect("a tape holds at most 2³² operands of functions and affine maps")
    }

    /// Forgets the edges from `end` on.
    pub(super) fn truncate(&mut self, end: u32) {
        self.operands.truncate(end as usize);
        self.partials.truncate(end as usize);
    }

    /// The operands and the partials of a range of edges.
    pub(super) fn get(&self, edges: &Range<u32>) -> (&[u32], &[F]) {
        let edges = edges.start as usize..edges.end as usize;
        (&self.operands[edges.clone()], &self.partials[edges])
    }

    /// The same, with partials that can be replaced.
    pub(super) fn get_mut(&mut self, edges: &Range<u32>) -> (&[u32], &mut [F]) {
        let edges = edges.start as usize..edges.end as usize;
        (&self.operands[edges.clone()], &mut self.partials[edges])
    }

    /// Replaces partials, but for the numbers in their places.
    pub(super) fn set_partials(&mut self, edges: &Range<u32>, new: &[F]) {
        let (operands, partials) = self.get_mut(edges);
        for ((&operand, partial), &new) in operands.iter().zip(partials).zip(new) {
            if operand != NOWHERE {
                *partial = new;
            }
        }
    }
}
