//! A node: how a value was made.

use crate::scalar::{Field, Row};

/// The index of an operand that is not on the tape; no value has it.
pub(super) const NOWHERE: u32 = (1 << INDEX_BITS) - 1;

pub(super) const INDEX_BITS: u32 = 28;

/// The most values that a tape holds.
pub(super) const MOST_VALUES: usize = NOWHERE as usize;

/// How a value was made: by which operation, of which operands, and its derivatives in them.
///
/// | node | operands | partials |
/// |---|---|---|
/// | a leaf | nowhere, nowhere | |
/// | of one operand | x, nowhere | ∂/∂x, the parameter of the operation |
/// | of two | x, y | ∂/∂x, ∂/∂y |
/// | of a number and an operand | nowhere, y | the number, ∂/∂y |
/// | of more | nowhere, nowhere | in an [`Entry`](super::gathered::Entry) |
///
/// The four bits that each index leaves free hold the operation's row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<F> {
    /// The number.
    pub(super) data: F,
    partials: [F; 2],
    operands: [u32; 2],
}

/// The row of a node whose operands are in an entry of their own.
pub(super) const GATHERED: Row = Row(255);

impl<F: Field> Node<F> {
    #[inline]
    pub(super) fn leaf(data: F) -> Self {
        Node::new(Row::NONE, data, [NOWHERE; 2], [F::zero(); 2])
    }

    /// A node with an entry; `partial` is for the entry to use.
    #[inline]
    pub(super) fn gathered(data: F, partial: F) -> Self {
        Node::new(GATHERED, data, [NOWHERE; 2], [partial, F::zero()])
    }

    #[cfg_attr(optimized, inline(always))]
    pub(super) fn new(row: Row, data: F, [x, y]: [u32; 2], partials: [F; 2]) -> Self {
        let Row(row) = row;
        let [low, high] = [row & 15, row >> 4].map(|half| u32::from(half) << INDEX_BITS);
        Node {
            data,
            partials,
            operands: [x | low, y | high],
        }
    }

    /// The indices of the operands.
    #[inline]
    pub(super) fn operands(&self) -> [u32; 2] {
        self.operands.map(|operand| operand & NOWHERE)
    }

    /// The derivatives in the operands; for one that is not on the tape, the number.
    #[inline]
    pub(super) fn partials(&self) -> [F; 2] {
        self.partials
    }

    #[inline]
    pub(super) fn row(&self) -> Row {
        let [low, high] = self.operands.map(|operand| operand >> INDEX_BITS);
        Row((high << 4 | low) as u8)
    }

    #[inline]
    pub(super) fn is_leaf(&self) -> bool {
        self.operands == [NOWHERE; 2]
    }

    #[inline]
    pub(super) fn is_gathered(&self) -> bool {
        self.row() == GATHERED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_takes_32_bytes_in_f64_and_20_in_f32() {
        assert_eq!([size_of::<Node<f64>>(), size_of::<Node<f32>>()], [32, 20]);
    }

    #[test]
    fn a_node_keeps_its_row_beside_the_indices() {
        for row in (0..=255).map(Row) {
            for operands in [[0, 1], [NOWHERE - 1, NOWHERE], [NOWHERE, 12_345]] {
                let node = Node::new(row, 3.0, operands, [1.0, 2.0]);
                assert_eq!((node.row(), node.operands()), (row, operands));
                assert_eq!(node.is_leaf(), row == Row::NONE && operands == [NOWHERE; 2]);
            }
        }
    }
}
