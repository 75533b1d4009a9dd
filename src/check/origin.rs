//! The node of a tape by which a value, or a derivative, first is not finite.

use super::non_finite::{Cause, Operand};
use crate::tape::{Traced, TracedOperand};
use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

/// What a value was made of.
pub(super) struct Record {
    /// Operands before what is made of them.
    nodes: Vec<Traced>,
    /// Where each stands, by its place on the tape.
    positions: BTreeMap<u32, usize>,
}

/// Where it began.
pub(super) struct Origin {
    pub(super) node: usize,
    pub(super) cause: Cause,
}

impl Record {
    pub(super) fn new(nodes: Vec<Traced>) -> Self {
        let positions = nodes.iter().enumerate();
        Record {
            positions: positions.map(|(at, node)| (node.place, at)).collect(),
            nodes,
        }
    }

    pub(super) fn node(&self, at: usize) -> &Traced {
        &self.nodes[at]
    }

    /// The node at a place on the tape, if it is one of those.
    pub(super) fn position(&self, place: u32) -> Option<usize> {
        self.positions.get(&place).copied()
    }

    /// The operands of a node, their numbers as operands, and the derivatives in them.
    fn edges(&self, node: usize) -> impl Iterator<Item = (Option<usize>, f64)> {
        let node = &self.nodes[node];
        let operands = node.operands.iter().map(|operand| match operand {
            TracedOperand::Place(place) => Some(self.positions[place]),
            TracedOperand::Number(_) => None,
        });
        operands.zip(node.partials.iter().copied())
    }

    /// Back from a value that is not finite, by operands that are not either.
    pub(super) fn of_value(&self, mut node: usize) -> Origin {
        loop {
            let operands = self.edges(node).filter_map(|(operand, _)| operand);
            let not_finite = operands.filter(|&operand| !self.nodes[operand].data.is_finite());
            match not_finite.min() {
                Some(operand) => node = operand,
                None => break,
            }
        }
        let cause = match self.nodes[node].operation {
            None => Cause::Given,
            Some(_) => Cause::Value,
        };
        Origin { node, cause }
    }

    /// The derivatives of the last node in all others, of those that have any part in it.
    pub(super) fn sweep(&self, root: usize) -> Vec<Option<f64>> {
        let mut sums = std::vec![None; self.nodes.len()];
        sums[root] = Some(1.0);
        for node in (0..=root).rev() {
            let Some(cotangent) = sums[node] else {
                continue;
            };
            for (operand, partial) in self.edges(node) {
                if let (Some(operand), Some(contribution)) = (operand, chain(cotangent, partial)) {
                    sums[operand] =
                        Some(sums[operand].map_or(contribution, |sum| sum + contribution));
                }
            }
        }
        sums
    }

    /// Forward from a node whose derivative is not finite, by contributions that are not either.
    pub(super) fn of_derivative(&self, cotangents: &[Option<f64>], leaf: usize) -> Origin {
        let mut node = leaf;
        loop {
            let mut next = None;
            for user in node + 1..self.nodes.len() {
                let Some(cotangent) = cotangents[user] else {
                    continue;
                };
                for (slot, (operand, partial)) in self.edges(user).enumerate() {
                    let not_finite = chain(cotangent, partial).is_some_and(|c| !c.is_finite());
                    if operand == Some(node) && not_finite {
                        // What is pulled back first comes last on the tape.
                        next = Some((user, slot, cotangent, partial));
                    }
                }
            }
            let Some((user, operand, cotangent, derivative)) = next else {
                let cause = Cause::Contributions;
                return Origin { node, cause };
            };
            if !cotangent.is_finite() {
                node = user;
                continue;
            }
            let cause = if !derivative.is_finite() && cotangent == 0.0 {
                Cause::ZeroTimesInfinity {
                    operand,
                    derivative,
                }
            } else if !derivative.is_finite() {
                Cause::Rule {
                    operand,
                    derivative,
                }
            } else {
                Cause::Product {
                    operand,
                    derivative,
                    cotangent,
                }
            };
            return Origin { node: user, cause };
        }
    }

    /// The `let` that a node is part of: the first named one that was made of it.
    pub(super) fn binding(&self, node: usize) -> Option<String> {
        let mut made_of_it = std::vec![false; self.nodes.len()];
        made_of_it[node] = true;
        for user in node..self.nodes.len() {
            made_of_it[user] |= self
                .edges(user)
                .any(|(operand, _)| operand.is_some_and(|operand| made_of_it[operand]));
            let node = &self.nodes[user];
            if made_of_it[user] && node.operation.is_some() && node.name.is_some() {
                return node.name.clone();
            }
        }
        None
    }

    /// The operands of a node.
    pub(super) fn operands(&self, node: usize) -> Vec<Operand> {
        let operands = self.nodes[node].operands.iter();
        operands
            .map(|operand| match operand {
                TracedOperand::Place(place) => {
                    let node = &self.nodes[self.positions[place]];
                    Operand {
                        name: node.name.clone(),
                        number: node.data,
                    }
                }
                TracedOperand::Number(number) => Operand {
                    name: None,
                    number: *number,
                },
            })
            .collect()
    }
}

/// What is pulled back through a derivative; nothing where that is zero by structure, which is −0.
fn chain(cotangent: f64, partial: f64) -> Option<f64> {
    let is_absent = partial == 0.0 && partial.is_sign_negative();
    (!is_absent).then_some(cotangent * partial)
}
