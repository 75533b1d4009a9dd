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

impl<F: Data> Record<F> {
    /// Adds to every leaf's gradient the derivative of the sum of the seeded nodes, each times its
    /// seed; sets that of the others to it.
    #[track_caller]
    pub(super) fn backward(&mut self, seeds: &[(u32, F)]) {
        // Before anything has changed.
        self.check_images(&Sweep::new(self, seeds));
        let mut grads = core::mem::take(&mut self.grads);
        for (node, grad) in self.nodes().iter().zip(&mut grads) {
            if !node.is_leaf() {
                *grad = F::zero();
            }
        }
        self.add_to(seeds, &mut grads);
        self.grads = grads;
    }

    /// Adds to `grads` the derivatives of the sum of the seeded nodes, each times its seed.
    #[track_caller]
    pub(super) fn sweep(&self, seeds: &[(u32, F)], grads: &mut Vec<F>) {
        self.check_images(&Sweep::new(self, seeds));
        self.add_to(seeds, grads);
    }

    fn add_to(&self, seeds: &[(u32, F)], grads: &mut Vec<F>) {
        let sweep = Sweep::new(self, seeds);
        let end = sweep.end();
        if grads.len() < end {
            grads.resize(end, F::zero());
        }
        for &(index, seed) in seeds {
            let grad = &mut grads[index as usize];
            *grad = *grad + seed;
        }
        sweep.run(&mut grads[..end]);
    }

    /// # Panics
    ///
    /// If a seed depends on a result of an affine map that was recorded with other coefficients.
    #[track_caller]
    fn check_images(&self, sweep: &Sweep<'_, F>) {
        if self.matrices.is_empty() {
            return;
        }
        for entry in self.gathered.before(sweep.end()) {
            if let Entry::Image(image) = entry
                && self.matrices.is_stale(image)
            {
                let outputs = image.first as usize..sweep.end();
                assert!(
                    !outputs
                        .take(image.outputs as usize)
                        .any(|output| sweep.depends_on(output)),
                    "a parameter of an affine map was set after this output of it was recorded: the gradient is \
                     that of other numbers. Record it again"
                );
            }
        }
    }
}

/// The seeds of a sweep, and which nodes they depend on.
struct Sweep<'a, F> {
    record: &'a Record<F>,
    seeds: &'a [(u32, F)],
    /// Found out when it is needed first, which is hardly ever.
    dependencies: OnceCell<Vec<bool>>,
}

impl<'a, F: Data> Sweep<'a, F> {
    fn new(record: &'a Record<F>, seeds: &'a [(u32, F)]) -> Self {
        Sweep {
            record,
            seeds,
            dependencies: OnceCell::new(),
        }
    }

    /// How many nodes there are up to the last seed.
    fn end(&self) -> usize {
        let last = self.seeds.iter().map(|&(index, _)| index).max();
        last.map_or(0, |last| last as usize + 1)
    }

    /// Whether a seed depends on the node, and not only through a partial that is zero by structure.
    fn depends_on(&self, node: usize) -> bool {
        self.dependencies.get_or_init(|| self.find())[node]
    }

    #[cold]
    fn find(&self) -> Vec<bool> {
        let mut found = vec![false; self.end()];
        for &(index, _) in self.seeds {
            found[index as usize] = true;
        }
        for node in (0..found.len()).rev() {
            let index = node as u32;
            if found[node] && !self.record.owned.stops(index) {
                self.record.each_edge(index, |operand, _, partial| {
                    if operand != NOWHERE && !is_nothing(partial) {
                        found[operand as usize] = true;
                    }
                });
            }
        }
        found
    }

    /// Adds the contribution of a node to an operand, where it might be NaN.
    #[cold]
    fn add(&self, sum: &mut F, node: usize, grad: F, partial: F) {
        let contribution = grad * partial;
        if contribution.has_nan()
            && (is_nothing(partial) || grad.is_constant_zero() && !self.depends_on(node))
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

    /// The adjoint inside of a node, as of the sum in a result of an affine map, where it is 0 or might be NaN; `None` if
    /// no seed depends on what is inside.
    #[cold]
    fn inner(&self, node: usize, grad: F, partial: F) -> Option<F> {
        let mut inner = F::zero();
        self.add(&mut inner, node, grad, partial);
        (!is_nothing(partial) && self.depends_on(node)).then_some(inner)
    }

    /// Goes back through all nodes up to the last seed.
    fn run(&self, grads: &mut [F]) {
        let record = self.record;
        let nodes = record.nodes();
        let mut end = grads.len();
        for entry in record.gathered.before(end).iter().rev() {
            let first = entry.first() as usize;
            match entry {
                Entry::Node { edges, .. } => {
                    self.sweep_nodes(nodes, grads, first + 1..end);
                    let grad = grads[first];
                    let (operands, partials) = record.gathered.edges.get(edges);
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
                Entry::Image(image) => {
                    let last = (first + image.outputs as usize).min(end);
                    self.sweep_nodes(nodes, grads, last..end);
                    let inner = |node, grad, partial| self.inner(node, grad, partial);
                    let (results, grads) = (&nodes[first..last], &mut grads[..last]);
                    let edges = &record.gathered.edges;
                    record.matrices.sweep(image, edges, results, grads, inner);
                }
            }
            end = first;
        }
        self.sweep_nodes(nodes, grads, 0..end);
    }

    /// Goes back through nodes of at most two operands; between entries there are often so few that a call would
    /// cost as much.
    #[cfg_attr(optimized, inline(always))]
    fn sweep_nodes(&self, nodes: &[Node<F>], grads: &mut [F], range: Range<usize>) {
        let start = range.start;
        for (i, node) in nodes[range].iter().enumerate().rev() {
            let grad = grads[start + i];
            let [x, y] = node.operands().map(|index| index as usize);
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
