//! Sets of inputs: as many as a function has, made by unions.
//!
//! A set of up to [`SMALL`] inputs is stored as their sorted numbers, a greater one as the union of two others, so
//! that a union takes constant time and memory, and a sum over a million terms does not copy a growing set a
//! million times. The elements of a set are listed once, at the end.

use std::cell::RefCell;
use std::vec;
use std::vec::Vec;

/// Up to how many elements are stored as such.
const SMALL: usize = 32;

/// How many unions are remembered, as a power of 2.
const REMEMBERED: usize = 1 << 12;

std::thread_local! {
    static ARENA: RefCell<Arena> = RefCell::new(Arena::of(0));
}

#[derive(Debug, Clone, Copy)]
enum Node {
    /// The elements from one place of the list on, and how many.
    Small(u32, u32),
    /// The union of two sets.
    Union(Set, Set),
}

/// A set of inputs in the arena of this thread, which is never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set(u32);

impl Set {
    /// The set of one input.
    pub(super) fn of(input: usize) -> Self {
        Set(number(input))
    }

    /// The union of two sets.
    #[inline]
    pub(super) fn union(self, other: Self) -> Self {
        if self == other {
            return self;
        }
        ARENA.with_borrow_mut(|arena| arena.union(self.min(other), self.max(other)))
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a pattern is traced over less than 2³² inputs and operations")
}

struct Arena {
    nodes: Vec<Node>,
    elements: Vec<u32>,
    /// Two sets and their union, at a place that the two have by their numbers.
    remembered: Vec<(Set, Set, Set)>,
}

impl Arena {
    fn of(inputs: usize) -> Self {
        let inputs = number(inputs);
        let none = Set(0);
        Arena {
            nodes: (0..inputs).map(|input| Node::Small(input, 1)).collect(),
            elements: (0..inputs).collect(),
            remembered: vec![(none, none, none); if inputs == 0 { 0 } else { REMEMBERED }],
        }
    }

    fn union(&mut self, a: Set, b: Set) -> Set {
        let mixed = a.0.wrapping_mul(0x9E37_79B1) ^ b.0.wrapping_mul(0x85EB_CA77);
        let place = (mixed >> 16) as usize % REMEMBERED;
        let (left, right, union) = self.remembered[place];
        if (left, right) == (a, b) {
            return union;
        }
        let union = match (self.nodes[a.0 as usize], self.nodes[b.0 as usize]) {
            (Node::Small(at, len), Node::Small(start, count)) => {
                self.merge((at, len), (start, count), a, b)
            }
            _ => self.push(Node::Union(a, b)),
        };
        self.remembered[place] = (a, b, union);
        union
    }

    /// The union of two small sets.
    fn merge(&mut self, left: (u32, u32), right: (u32, u32), a: Set, b: Set) -> Set {
        let range = |(start, len): (u32, u32)| start as usize..(start + len) as usize;
        let (left, right) = (range(left), range(right));
        let mut merged = [0; 2 * SMALL];
        let mut len = 0;
        let (mut i, mut j) = (left.start, right.start);
        while i < left.end || j < right.end {
            let from_left = self.elements[..left.end].get(i);
            let from_right = self.elements[..right.end].get(j);
            let least = match (from_left, from_right) {
                (Some(&x), Some(&y)) => x.min(y),
                (Some(&x), None) | (None, Some(&x)) => x,
                (None, None) => break,
            };
            i += usize::from(from_left == Some(&least));
            j += usize::from(from_right == Some(&least));
            merged[len] = least;
            len += 1;
        }
        if len == left.len() {
            return a;
        }
        if len == right.len() {
            return b;
        }
        if len > SMALL {
            return self.push(Node::Union(a, b));
        }
        let start = number(self.elements.len());
        self.elements.extend_from_slice(&merged[..len]);
        self.push(Node::Small(start, number(len)))
    }

    fn push(&mut self, node: Node) -> Set {
        self.nodes.push(node);
        Set(number(self.nodes.len() - 1))
    }
}

/// While it lives, sets of this thread are sets of so many inputs; before and after, those of another.
pub(super) struct Universe {
    outer: Option<Arena>,
    /// By which list a node and an input were visited last.
    nodes: Vec<u32>,
    inputs: Vec<u32>,
    lists: u32,
    stack: Vec<Set>,
}

impl Universe {
    pub(super) fn of(inputs: usize) -> Self {
        Universe {
            outer: Some(ARENA.replace(Arena::of(inputs))),
            nodes: Vec::new(),
            inputs: vec![0; inputs],
            lists: 0,
            stack: Vec::new(),
        }
    }

    /// Hands each element of a set to `visit`, in no order.
    pub(super) fn each(&mut self, set: Set, mut visit: impl FnMut(usize)) {
        ARENA.with_borrow(|arena| {
            self.lists += 1;
            self.nodes.resize(arena.nodes.len(), 0);
            self.stack.push(set);
            while let Some(set) = self.stack.pop() {
                let at = set.0 as usize;
                if core::mem::replace(&mut self.nodes[at], self.lists) == self.lists {
                    continue;
                }
                match arena.nodes[at] {
                    Node::Union(left, right) => self.stack.extend([left, right]),
                    Node::Small(start, len) => {
                        for &input in &arena.elements[start as usize..][..len as usize] {
                            let input = input as usize;
                            if core::mem::replace(&mut self.inputs[input], self.lists) != self.lists
                            {
                                visit(input);
                            }
                        }
                    }
                }
            }
        });
    }
}

impl Drop for Universe {
    fn drop(&mut self) {
        if let Some(outer) = self.outer.take() {
            ARENA.set(outer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(universe: &mut Universe, set: Set) -> Vec<usize> {
        let mut elements = vec![];
        universe.each(set, |input| elements.push(input));
        elements.sort_unstable();
        elements
    }

    #[test]
    fn unions_hold_the_elements_of_both() {
        let mut universe = Universe::of(500);
        let mut all = Set::of(7);
        for input in (0..500).rev() {
            all = all.union(Set::of(input));
            let below = elements(&mut universe, all);
            let expected: Vec<_> = (0..500).filter(|&i| i == 7 || i >= input).collect();
            assert_eq!(below, expected);
        }
        let pair = Set::of(3).union(Set::of(4));
        assert_eq!(Set::of(4).union(Set::of(3)), pair);
        assert_eq!(pair.union(Set::of(3)), pair);
        assert_eq!(Set::of(4).union(pair), pair);
    }

    #[test]
    fn an_inner_universe_leaves_the_outer_as_it_was() {
        let mut outer = Universe::of(3);
        let pair = Set::of(0).union(Set::of(2));
        {
            let mut inner = Universe::of(2);
            let both = Set::of(0).union(Set::of(1));
            assert_eq!(elements(&mut inner, both), [0, 1]);
        }
        assert_eq!(elements(&mut outer, pair), [0, 2]);
    }
}
