//! What a tape holds: nodes, and which scopes are open.

use super::Data;

/// The operand of a node that has none.
const NONE: u32 = u32::MAX;

/// A value on the tape, with the indices of its operands and its partial derivatives in them.
#[derive(Debug, Clone, Copy)]
struct Node<F> {
    data: F,
    grad: F,
    partials: [F; 2],
    operands: [u32; 2],
}

impl<F> Node<F> {
    fn is_leaf(&self) -> bool {
        self.operands[0] == NONE
    }
}

/// Where a value stands on its tape, and in which scope it was recorded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Handle {
    index: u32,
    depth: u32,
    serial: u64,
}

/// An open scope: a number that no other scope of the tape has had, and its first node.
#[derive(Debug, Clone, Copy)]
struct Scope {
    serial: u64,
    start: usize,
}

#[derive(Debug)]
pub(super) struct Record<F> {
    nodes: Vec<Node<F>>,
    /// The open scopes from the outermost, the whole tape, to the innermost.
    scopes: Vec<Scope>,
    next_serial: u64,
    /// The nodes before this one may have a gradient; those from it on have none.
    swept: usize,
}

impl<F: Data> Record<F> {
    pub(super) fn new() -> Self {
        let whole_tape = Scope {
            serial: 0,
            start: 0,
        };
        Record {
            nodes: Vec::new(),
            scopes: vec![whole_tape],
            next_serial: 1,
            swept: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn begin_scope(&mut self) {
        self.scopes.push(Scope {
            serial: self.next_serial,
            start: self.nodes.len(),
        });
        self.next_serial += 1;
    }

    pub(super) fn end_scope(&mut self) {
        let scope = self.scopes.pop().expect("a scope ends once");
        self.nodes.truncate(scope.start);
        self.swept = self.swept.min(scope.start);
    }

    #[inline]
    pub(super) fn leaf(&mut self, data: F) -> Handle {
        self.push(data, [F::zero(); 2], [NONE; 2])
    }

    #[inline]
    pub(super) fn unary(&mut self, data: F, partial: F, operand: Handle) -> Handle {
        self.push(data, [partial, F::zero()], [operand.index, NONE])
    }

    #[inline]
    pub(super) fn binary(&mut self, data: F, partials: [F; 2], operands: [Handle; 2]) -> Handle {
        self.push(data, partials, operands.map(|operand| operand.index))
    }

    #[inline]
    fn push(&mut self, data: F, partials: [F; 2], operands: [u32; 2]) -> Handle {
        let index = self.nodes.len();
        assert!(index < NONE as usize, "a tape holds at most 2³² − 1 values");
        self.nodes.push(Node {
            data,
            grad: F::zero(),
            partials,
            operands,
        });
        let depth = self.scopes.len() - 1;
        Handle {
            index: index as u32,
            depth: depth as u32,
            serial: self.scopes[depth].serial,
        }
    }

    /// Where the node stands.
    ///
    /// # Panics
    ///
    /// If its scope has ended.
    #[inline]
    #[track_caller]
    fn index(&self, handle: Handle) -> usize {
        let open = self.scopes.get(handle.depth as usize);
        if open.is_none_or(|scope| scope.serial != handle.serial) {
            stale();
        }
        handle.index as usize
    }

    #[inline]
    #[track_caller]
    pub(super) fn data(&self, handle: Handle) -> F {
        self.nodes[self.index(handle)].data
    }

    #[inline]
    #[track_caller]
    pub(super) fn grad(&self, handle: Handle) -> F {
        self.nodes[self.index(handle)].grad
    }

    #[track_caller]
    pub(super) fn set_data(&mut self, handle: Handle, data: F) {
        let index = self.index(handle);
        let node = &mut self.nodes[index];
        assert!(
            node.is_leaf(),
            "the data of a Value that is the result of an operation cannot be set: it follows from \
             its operands"
        );
        node.data = data;
    }

    #[track_caller]
    pub(super) fn clear_grad(&mut self, handle: Handle) {
        let index = self.index(handle);
        self.nodes[index].grad = F::zero();
    }

    pub(super) fn zero_grad(&mut self) {
        for node in &mut self.nodes[..self.swept] {
            node.grad = F::zero();
        }
        self.swept = 0;
    }

    /// Adds to every leaf's gradient the derivative of the node at `handle`; sets that of the others
    /// to it.
    ///
    /// A node that no gradient reaches is passed over, and so is an operand whose partial is zero: the
    /// other factor may be infinite, and zero times infinity is not what is contributed.
    #[track_caller]
    pub(super) fn backward(&mut self, handle: Handle) {
        let root = self.index(handle);
        for node in self.nodes[..self.swept].iter_mut() {
            if !node.is_leaf() {
                node.grad = F::zero();
            }
        }
        self.swept = self.swept.max(root + 1);
        self.nodes[root].grad = self.nodes[root].grad + F::one();
        for index in (0..=root).rev() {
            let (operands, node) = self.nodes.split_at_mut(index);
            let node = &node[0];
            if node.grad.equals(F::zero()) {
                continue;
            }
            for (operand, partial) in node.operands.into_iter().zip(node.partials) {
                if partial.equals(F::zero()) {
                    continue;
                }
                if let Some(operand) = operands.get_mut(operand as usize) {
                    operand.grad = operand.grad + node.grad * partial;
                }
            }
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn stale() -> ! {
    panic!("the scope in which this Value was recorded has ended");
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn a_node_takes_40_bytes_in_f64_and_24_in_f32() {
        assert_eq!([size_of::<Node<f64>>(), size_of::<Node<f32>>()], [40, 24]);
    }
}
