//! Graphs in the language of Graphviz.

use super::Graph;
use core::fmt::Write;

impl Graph {
    /// The graph as the lecture's `draw_dot` writes it: from left to right a record for each value, with its name, its
    /// data and its gradient, and beside it a node for the operation that made it.
    ///
    /// ```
    /// # use monograd::{draw::Graph, prelude::*};
    /// let tape = Tape::new();
    /// let y = tape.value(3.0).named("x").tanh();
    /// println!("{}", Graph::of(y).to_dot()); // | dot -Tsvg > graph.svg
    /// ```
    pub fn to_dot(&self) -> String {
        let mut dot = String::from("digraph {\n\tgraph [rankdir=LR]\n");
        for (i, node) in self.nodes.iter().enumerate() {
            let is_bare = self.is_bare(i);
            if !is_bare {
                let cells: Vec<String> = self.cells(i).iter().map(|cell| escaped(cell)).collect();
                let label = cells.join(" | ");
                let node = format_args!("v{i} [label=\"{{ {label} }}\", shape=record]");
                line(&mut dot, node);
            }
            if let Some(operation) = &node.operation {
                let label = escaped(&operation.label());
                line(&mut dot, format_args!("v{i}op [label=\"{label}\"]"));
                if !is_bare {
                    line(&mut dot, format_args!("v{i}op -> v{i}"));
                }
            }
        }
        for (i, node) in self.nodes.iter().enumerate() {
            for &operand in &node.operands {
                let from = if self.is_bare(operand) { "op" } else { "" };
                line(&mut dot, format_args!("v{operand}{from} -> v{i}op"));
            }
        }
        dot.push_str("}\n");
        dot
    }

    /// What stands in the cells of a node.
    pub(super) fn cells(&self, node: usize) -> Vec<String> {
        let node = &self.nodes[node];
        let name = node.name.clone();
        if self.with_numbers {
            let [data, grad] = [node.data, node.grad];
            vec![name, format!("data {data:.4}"), format!("grad {grad:.4}")]
        } else if node.operation.is_none() && node.name.is_empty() {
            vec![node.data.to_string()]
        } else {
            vec![name]
        }
    }
}

fn line(dot: &mut String, line: core::fmt::Arguments<'_>) {
    writeln!(dot, "\t{line}").expect("a string takes what is written");
}

/// A label without what has a meaning in records.
fn escaped(label: &str) -> String {
    let mut escaped = String::new();
    for c in label.chars() {
        if matches!(c, '"' | '\\' | '{' | '}' | '|' | '<' | '>') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
