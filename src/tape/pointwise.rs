//! Rules applied to many numbers at once.

use super::Data;
use super::node::Node;
pub(crate) use super::own::name_of_type;
use crate::rules::{rows, structure};
use crate::scalar::UnaryRule;

/// A [rule](UnaryRule) on numbers of the type `F`, whichever rule it is.
pub(crate) trait Pointwise<F> {
    /// Makes each number z a node that holds the rule's value at z and its derivative.
    fn write(&self, numbers: &[F], nodes: &mut [Node<F>]);
}

impl<F: Data, Op: UnaryRule> Pointwise<F> for Op {
    fn write(&self, numbers: &[F], nodes: &mut [Node<F>]) {
        for (node, &z) in nodes.iter_mut().zip(numbers) {
            let y = z.unary(*self);
            *node = Node::gathered(y, structure::partial(*self, z, y));
        }
    }
}

/// The name of a rule: of one in the tables its method's, else that of its type.
pub(crate) fn name_of_rule<Op: UnaryRule>() -> &'static str {
    rows::name(Op::ROW).unwrap_or_else(name_of_type::<Op>)
}
