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
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    pub(super) node: usize,
    pub(super) cause: Cause,
}

/// What the sweep knows of a node.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Swept {
    cotangent: Option<f64>,
    origin: Option<Origin>,
}

impl Swept {
    /// The derivative and where it began, if it is not finite.
    pub(super) fn not_finite(self) -> Option<(f64, Origin)> {
        self.cotangent
            .filter(|cotangent| !cotangent.is_finite())
            .zip(self.origin)
    }
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

    /// The derivatives of a node in all before it, of those that have any part in it, and where each that is not finite
    /// began: forward by contributions that are not finite, from the node in which it is the derivative.
    pub(super) fn sweep(&self, root: usize) -> Vec<Swept> {
        let mut swept = std::vec![Swept::default(); self.nodes.len()];
        swept[root].cotangent = Some(1.0);
        for node in (0..=root).rev() {
            let Some(cotangent) = swept[node].cotangent.filter(|_| !self.nodes[node].stops) else {
                continue;
            };
            if !cotangent.is_finite() {
                let cause = Cause::Contributions;
                swept[node].origin.get_or_insert(Origin { node, cause });
            }
            let above = swept[node].origin;
            for (slot, (operand, partial)) in self.edges(node).enumerate() {
                // −0 is zero by structure, through which nothing is pulled back.
                let is_nothing = partial == 0.0 && partial.is_sign_negative();
                if let Some(operand) = operand.filter(|_| !is_nothing) {
                    let contribution = cotangent * partial;
                    let below = &mut swept[operand];
                    let sum = below
                        .cotangent
                        .map_or(contribution, |sum| sum + contribution);
                    below.cotangent = Some(sum);
                    if !contribution.is_finite() {
                        let cause = Cause::of_product(slot, partial, cotangent);
                        let here = above.unwrap_or(Origin { node, cause });
                        below.origin.get_or_insert(here);
                    }
                }
            }
        }
        swept
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

impl Cause {
    /// Of a derivative and what is pulled back to it, which is finite, where their product is not.
    fn of_product(operand: usize, derivative: f64, cotangent: f64) -> Self {
        if derivative.is_finite() {
            Cause::Product {
                operand,
                derivative,
                cotangent,
            }
        } else if cotangent == 0.0 && !derivative.is_nan() {
            Cause::ZeroTimesInfinity {
                operand,
                derivative,
            }
        } else {
            Cause::Rule {
                operand,
                derivative,
            }
        }
    }
}
