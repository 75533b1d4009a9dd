//! What a node is made of.

use super::Data;
use super::gathered::Entry;
use super::node::NOWHERE;
use super::record::Record;
use crate::rules::rows;
use crate::rules::structure::{self, is_nothing};
use crate::scalar::Row;

impl<F: Data> Record<F> {
    /// Calls `visit` with the index and the number of each operand, which is nowhere if it is not on the tape.
    pub(super) fn each_operand(&self, index: u32, mut visit: impl FnMut(u32, F)) {
        self.each_edge(index, |operand, number, _| visit(operand, number));
    }

    /// As [`each_operand`](Self::each_operand), and with the derivative in the operand, if that is on the tape.
    pub(super) fn each_edge(&self, index: u32, mut visit: impl FnMut(u32, F, F)) {
        let node = &self.nodes()[index as usize];
        let number = |operand: u32, number: F| {
            let on_tape = self.nodes().get(operand as usize);
            on_tape.map_or(number, |node| node.data)
        };
        // Where a number is not on the tape it stands instead of the partial.
        let mut edge = |operand: u32, partial: F| visit(operand, number(operand, partial), partial);
        if node.is_leaf() {
        } else if node.is_gathered() {
            match self.gathered.entry(index) {
                Entry::Node { edges, .. } => {
                    let (operands, partials) = self.gathered.edges.get(edges);
                    for (&operand, &partial) in operands.iter().zip(partials) {
                        edge(operand, partial);
                    }
                }
                Entry::Image(image) => {
                    let [rule, _] = node.partials();
                    let through = |x: F| {
                        if is_nothing(rule) {
                            rule
                        } else {
                            structure::number(rule * x)
                        }
                    };
                    let mut coefficients = self.matrices.coefficients(image, index);
                    let (operands, numbers) = self.gathered.edges.get(&image.edges);
                    for ((&operand, &x), weight) in
                        operands.iter().zip(numbers).zip(&mut coefficients)
                    {
                        let (w, x) = (number(weight, F::zero()), number(operand, x));
                        visit(weight, w, through(x));
                        visit(operand, x, through(w));
                    }
                    for offset in coefficients {
                        visit(offset, number(offset, F::zero()), rule);
                    }
                }
            }
        } else {
            let [x, y] = node.operands();
            let [dx, dy] = node.partials();
            let row = node.row();
            let is_binary = y != NOWHERE
                || x == NOWHERE
                || rows::takes_two(row)
                || row == Row::NONE && self.owned.get(index).is_some_and(|own| own.operands == 2);
            edge(x, dx);
            if is_binary {
                edge(y, dy);
            }
        }
    }
}
