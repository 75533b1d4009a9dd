//! What a tape holds: nodes, and which scopes are open.

use super::Data;
use super::gathered::Gathered;
use super::handle::{MOST_SCOPES, Place};
use super::node::{NOWHERE, Node};

/// An open scope: a number that no other scope of the tape has had, and its first node.
#[derive(Debug, Clone, Copy)]
struct Scope {
    serial: u64,
    start: u32,
}

/// The scope that is the whole tape.
const WHOLE: Scope = Scope {
    serial: 0,
    start: 0,
};

#[derive(Debug)]
pub(super) struct Record<F> {
    /// The nodes, and behind them room for more.
    nodes: Vec<Node<F>>,
    /// How many nodes there are.
    len: u32,
    /// The gradients of the nodes that a sweep has been through; those of the others are zero.
    grads: Vec<F>,
    gathered: Gathered<F>,
    /// The innermost scope.
    scope: Scope,
    /// The scopes around it, from the outermost.
    around: Vec<Scope>,
    next_serial: u64,
}

impl<F: Data> Record<F> {
    pub(super) const fn new() -> Self {
        Record {
            nodes: Vec::new(),
            len: 0,
            grads: Vec::new(),
            gathered: Gathered::new(),
            scope: WHOLE,
            around: Vec::new(),
            next_serial: 1,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len as usize
    }

    pub(super) fn begin_scope(&mut self) {
        self.around.push(self.scope);
        assert!(
            self.next_serial < MOST_SCOPES,
            "a tape tells 2³⁶ scopes apart, and this was one more: make a new tape"
        );
        self.scope = Scope {
            serial: self.next_serial,
            start: self.len,
        };
        self.next_serial += 1;
    }

    pub(super) fn end_scope(&mut self) {
        let Scope { serial, start } = self.scope;
        if self.len == start {
            // No value has its serial number.
            self.next_serial = serial;
        }
        self.len = start;
        self.grads.truncate(start as usize);
        self.gathered.truncate(start);
        self.scope = self.around.pop().expect("a scope ends once");
    }

    pub(super) fn push(&mut self, node: Node<F>) -> Place {
        self.make_room();
        self.push_at_once([], |[]| node).expect("there is room")
    }

    /// Pushes a node; `None` if there is no room, or if an operand is of a scope that is neither the innermost
    /// nor the whole tape. What [`prepare`](Self::prepare) gives can be pushed.
    #[inline(always)]
    pub(super) fn push_at_once<const N: usize>(
        &mut self,
        operands: [Place; N],
        node: impl FnOnce([(u32, F); N]) -> Node<F>,
    ) -> Option<Place> {
        let mut found = [(NOWHERE, F::zero()); N];
        for (place, found) in operands.into_iter().zip(&mut found) {
            let serial = place.serial();
            if serial != self.scope.serial && serial != WHOLE.serial {
                return None;
            }
            *found = (place.index(), self.nodes.get(place.index() as usize)?.data);
        }
        *self.nodes.get_mut(self.len as usize)? = node(found);
        let place = Place::new(self.len, self.scope.serial);
        self.len += 1;
        Some(place)
    }

    /// Makes room for a node, and puts its operands into the innermost scope.
    ///
    /// # Panics
    ///
    /// If the scope of an operand has ended.
    #[inline(never)]
    #[track_caller]
    pub(super) fn prepare<const N: usize>(&mut self, operands: [Place; N]) -> [Place; N] {
        self.make_room();
        operands.map(|place| Place::new(self.index(place), self.scope.serial))
    }

    fn make_room(&mut self) {
        let room = self.nodes.len();
        if self.len as usize == room {
            assert!(
                room < NOWHERE as usize,
                "a tape holds at most 2²⁸ − 1 values"
            );
            let more = (2 * room).clamp(64, NOWHERE as usize);
            self.nodes.resize(more, Node::leaf(F::zero()));
        }
    }

    /// A node of more than two operands.
    #[track_caller]
    pub(super) fn gather(
        &mut self,
        name: &'static str,
        data: F,
        edges: impl Iterator<Item = (u32, F)>,
    ) -> Place {
        let place = self.push(Node::gathered(data, F::zero()));
        self.gathered.push(place.index(), name, edges);
        place
    }

    /// Where the node stands.
    ///
    /// # Panics
    ///
    /// If its scope has ended.
    #[inline(always)]
    #[track_caller]
    pub(super) fn index(&self, place: Place) -> u32 {
        let serial = place.serial();
        if serial != self.scope.serial && serial != WHOLE.serial {
            self.find_around(serial);
        }
        place.index()
    }

    /// # Panics
    ///
    /// If the scope is not one of those around the innermost.
    #[inline(never)]
    #[track_caller]
    fn find_around(&self, serial: u64) {
        let found = self.around.binary_search_by_key(&serial, |s| s.serial);
        assert!(
            found.is_ok(),
            "the scope in which this Value was recorded has ended"
        );
    }

    #[inline(always)]
    pub(super) fn data(&self, index: u32) -> F {
        self.nodes[index as usize].data
    }

    pub(super) fn grad(&self, index: u32) -> F {
        self.grads.get(index as usize).copied().unwrap_or(F::zero())
    }

    #[track_caller]
    pub(super) fn set_data(&mut self, index: u32, data: F) {
        let node = &mut self.nodes[index as usize];
        assert!(
            node.is_leaf(),
            "the data of a Value that is the result of an operation cannot be set: it follows from \
             its operands"
        );
        node.data = data;
    }

    pub(super) fn clear_grad(&mut self, index: u32) {
        if let Some(grad) = self.grads.get_mut(index as usize) {
            *grad = F::zero();
        }
    }

    pub(super) fn zero_grad(&mut self) {
        self.grads.clear();
    }

    /// Adds to every leaf's gradient the derivative of the sum of the seeded nodes, each times its
    /// seed; sets that of the others to it.
    #[track_caller]
    pub(super) fn backward(&mut self, seeds: impl Iterator<Item = (u32, F)> + Clone) {
        let Some(last) = seeds.clone().map(|(index, _)| index).max() else {
            return;
        };
        for (node, grad) in self.nodes.iter().zip(&mut self.grads) {
            if !node.is_leaf() {
                *grad = F::zero();
            }
        }
        let end = last as usize + 1;
        if self.grads.len() < end {
            self.grads.resize(end, F::zero());
        }
        for (index, seed) in seeds {
            let grad = &mut self.grads[index as usize];
            *grad = *grad + seed;
        }
        self.gathered
            .sweep(&self.nodes[..end], &mut self.grads[..end]);
    }
}
