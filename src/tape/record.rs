//! What a tape holds: nodes, and which scopes are open.

use super::Data;
use super::decision::Decision;
use super::edges::Edges;
use super::gathered::{Gathered, Made};
use super::handle::{Address, MOST_SCOPES};
use super::matrices::Matrices;
use super::node::{MOST_VALUES, NOWHERE, Node};
use super::own::Owned;
use super::pointwise::Pointwise;
use super::room::Room;
use super::scope::{Scope, WHOLE, address_in};
use std::collections::BTreeMap;

#[derive(Debug)]
pub(super) struct Record<F> {
    /// The nodes, and behind them room for more.
    nodes: Vec<Node<F>>,
    /// How many nodes there are.
    len: u32,
    /// The gradients of the nodes that a sweep has been through; those of the others are zero.
    pub(super) grads: Vec<F>,
    /// The nodes of more than two operands.
    pub(super) gathered: Gathered<F>,
    /// The coefficients of affine maps.
    pub(super) matrices: Matrices<F>,
    /// The operations that are no row of the tables.
    pub(super) owned: Owned<F>,
    pub(super) room: Room<F>,
    /// The names that values have been given.
    pub(super) names: BTreeMap<u32, String>,
    /// Whether the `let`s of functions give them: names take memory.
    pub(super) names_lets: bool,
    /// In a recording, what was decided by data.
    pub(super) decisions: Option<Vec<Decision<F>>>,
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
            matrices: Matrices::new(),
            owned: Owned::new(),
            room: Room::new(),
            names: BTreeMap::new(),
            names_lets: false,
            decisions: None,
            scope: WHOLE,
            around: Vec::new(),
            next_serial: 1,
        }
    }

    pub(super) fn nodes(&self) -> &[Node<F>] {
        &self.nodes[..self.len as usize]
    }

    pub(super) fn begin_scope(&mut self) {
        assert!(
            self.next_serial < MOST_SCOPES,
            "a tape tells 2³⁶ scopes apart, and this was one more: make a new tape"
        );
        self.around.push(self.scope);
        self.scope = Scope {
            serial: self.next_serial,
            start: self.len,
        };
        self.next_serial += 1;
    }

    pub(super) fn end_scope(&mut self) {
        let Scope { serial, start } = self.scope;
        if self.len == start && self.next_serial == serial + 1 {
            // No value has its number.
            self.next_serial = serial;
        }
        self.len = start;
        self.grads.truncate(start as usize);
        self.gathered.truncate(start);
        self.matrices.truncate(start);
        self.owned.truncate(start);
        if !self.names.is_empty() {
            self.names.split_off(&start);
        }
        self.scope = self.around.pop().expect("a scope ends once");
    }

    pub(super) fn push(&mut self, node: Node<F>) -> Address {
        self.make_room(1);
        self.push_at_once([], |[]| node).expect("there is room")
    }

    /// Pushes a node; `None` if there is no room, or if an operand is of a scope that is neither the innermost
    /// nor the whole tape. What [`prepare`](Self::prepare) gives can be pushed.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn push_at_once<const N: usize>(
        &mut self,
        operands: [Address; N],
        node: impl FnOnce([(u32, F); N]) -> Node<F>,
    ) -> Option<Address> {
        let mut found = [(NOWHERE, F::zero()); N];
        for (address, found) in operands.into_iter().zip(&mut found) {
            let serial = address.serial();
            if serial != self.scope.serial && serial != WHOLE.serial {
                return None;
            }
            *found = (
                address.index(),
                self.nodes.get(address.index() as usize)?.data,
            );
        }
        *self.nodes.get_mut(self.len as usize)? = node(found);
        let address = Address::new(self.len, self.scope.serial);
        self.len += 1;
        Some(address)
    }

    /// Makes room for a node, and puts its operands into the innermost scope.
    ///
    /// # Panics
    ///
    /// If the scope of an operand has ended.
    #[inline(never)]
    #[track_caller]
    pub(super) fn prepare<const N: usize>(&mut self, operands: [Address; N]) -> [Address; N] {
        self.make_room(1);
        operands.map(|address| Address::new(self.index(address), self.scope.serial))
    }

    fn make_room(&mut self, nodes: usize) {
        let (room, end) = (self.nodes.len(), self.len as usize + nodes);
        if end > room {
            assert!(end <= MOST_VALUES, "a tape holds at most 2²⁸ − 1 values");
            let more = end.max(2 * room).clamp(64, MOST_VALUES);
            self.nodes.resize(more, Node::leaf(F::zero()));
        }
    }

    /// A node of more than two operands.
    pub(super) fn gather(
        &mut self,
        made: Made,
        data: F,
        edges: impl FnOnce(&mut Edges<F>),
    ) -> Address {
        let address = self.push(Node::gathered(data, F::zero()));
        self.gathered.push(address.index(), made, edges);
        address
    }

    /// The coefficients of an affine map, all zero: the address of the first leaf; the others follow.
    pub(super) fn matrix(&mut self, inputs: usize, outputs: usize) -> (u32, Address) {
        let matrix = self.matrices.push(self.len, inputs, outputs);
        let first = Address::new(self.len, self.scope.serial);
        for _ in 0..(inputs + 1) * outputs {
            self.push(Node::leaf(F::zero()));
        }
        (matrix, first)
    }

    /// The results of an affine map, whose x is the edges from `start` on, and if its elements stand one after the
    /// other on the tape, begins at `run`: the address of the first; the others follow.
    pub(super) fn image(
        &mut self,
        matrix: u32,
        (start, run): (u32, Option<u32>),
        rule: &dyn Pointwise<F>,
        name: &'static str,
    ) -> Address {
        let edges = start..self.gathered.edges.end();
        let (_, x) = self.gathered.edges.get(&edges);
        let outputs = self.matrices.sums(matrix, x).len();
        self.make_room(outputs);
        let first = self.len;
        let room = &mut self.nodes[first as usize..][..outputs];
        rule.write(self.matrices.last_sums(), room);
        self.len += outputs as u32;
        let image = self.matrices.image(matrix, first, (edges, run), name);
        self.gathered.push_image(image);
        Address::new(first, self.scope.serial)
    }

    /// Makes nodes that stand one after the other the next edges.
    pub(super) fn push_run(&mut self, start: u32, len: usize) {
        let nodes = &self.nodes[start as usize..][..len];
        self.gathered.edges.operands.extend((start..).take(len));
        let numbers = nodes.iter().map(|node| node.data);
        self.gathered.edges.partials.extend(numbers);
    }

    /// The address of a node that may be of a scope around: of an operand of a node.
    pub(super) fn address_of(&self, index: u32) -> Address {
        address_in(self.scopes(), index)
    }

    /// The open scopes, from the outermost.
    pub(super) fn scopes(&self) -> impl DoubleEndedIterator<Item = Scope> {
        self.around.iter().copied().chain([self.scope])
    }

    /// Where the node stands.
    ///
    /// # Panics
    ///
    /// If its scope has ended.
    #[cfg_attr(optimized, inline(always))]
    #[track_caller]
    pub(super) fn index(&self, address: Address) -> u32 {
        let serial = address.serial();
        if serial != self.scope.serial && serial != WHOLE.serial {
            self.find_around(serial);
        }
        address.index()
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

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn data(&self, index: u32) -> F {
        self.nodes[index as usize].data
    }

    pub(super) fn grad(&self, index: u32) -> F {
        self.grads.get(index as usize).copied().unwrap_or(F::zero())
    }

    /// Keeps, in a recording, that the data of a node is read, to be used outside of the graph.
    pub(super) fn note_read(&mut self, index: u32) {
        let data = self.data(index);
        if let Some(decisions) = &mut self.decisions {
            decisions.push(Decision::Read(index, data));
        }
    }

    /// Keeps, in a recording, that a gradient is read.
    pub(super) fn note_gradient(&mut self, grad: F) {
        if let Some(decisions) = &mut self.decisions {
            decisions.push(Decision::Gradient(grad));
        }
    }

    /// Keeps, in a recording, that a leaf is read, data and gradient.
    #[cold]
    #[inline(never)]
    pub(super) fn note_leaf(&mut self, index: u32) {
        self.note_read(index);
        self.read_grad(index);
    }

    /// The gradient of a node, to be used outside of the graph.
    pub(super) fn read_grad(&mut self, index: u32) -> F {
        let grad = self.grad(index);
        // Before anything has been differentiated it is 0, whatever the inputs.
        if !self.grads.is_empty() {
            self.note_gradient(grad);
        }
        grad
    }

    pub(super) fn set_node(&mut self, index: u32, node: Node<F>) {
        self.nodes[index as usize] = node;
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
        self.matrices.set(index, data);
        if let Some(decisions) = &mut self.decisions {
            decisions.push(Decision::Set(data));
        }
    }

    pub(super) fn set_grad(&mut self, index: u32, grad: F) {
        if let Some(old) = self.grads.get_mut(index as usize) {
            *old = grad;
        } else if !grad.is_constant_zero() {
            self.grads.resize(index as usize, F::zero());
            self.grads.push(grad);
        }
    }

    /// Sets the gradients of nodes that stand one after the other to zero.
    pub(super) fn clear_grads(&mut self, first: u32, len: usize) {
        let from = self.grads.iter_mut().skip(first as usize);
        from.take(len).for_each(|grad| *grad = F::zero());
    }

    pub(super) fn zero_grad(&mut self) {
        self.grads.clear();
    }
}
