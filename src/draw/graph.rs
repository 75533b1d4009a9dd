//! What is drawn of a graph.

use crate::expr::{AnyFunction, Closed, Inputs, Shape, name_of, name_of_input};
use crate::tape::{Data, OperationName, Tape, Traced, TracedOperand, Value};
use std::collections::BTreeMap;

/// The graph of a value: what it was made of, down to the leaves; or that of a static function.
///
/// ```
/// use monograd::draw::Graph;
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let (a, b) = (tape.value(2.0).named("a"), tape.value(-3.0).named("b"));
/// let l = (a * b).named("L");
/// l.backward();
///
/// let dot = Graph::of(l).to_dot();
/// assert!(dot.contains(r#"[label="{ a | data 2.0000 | grad -3.0000 }", shape=record]"#));
///
/// func! { fn gaussian(x, y) { let r = x * x + y * y; (-r).exp() } }
/// assert!(Graph::of_function(gaussian).to_dot().contains(r#"label="{ r }""#));
/// ```
#[derive(Debug, Clone)]
pub struct Graph {
    /// Operands before what is made of them.
    pub(super) nodes: Vec<Node>,
    /// Whether the numbers are shown.
    pub(super) with_numbers: bool,
}

/// A value of a graph, and the operation that made it.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) data: f64,
    pub(super) grad: f64,
    pub(super) operation: Option<OperationName>,
    /// The numbers of the operands among the nodes.
    pub(super) operands: Vec<usize>,
    /// The number among the nodes of the first output of the same layer, and how many there are.
    #[cfg(feature = "draw")]
    group: Option<(u32, u32)>,
}

impl Graph {
    /// The graph of a value. A constant is one node.
    ///
    /// # Panics
    ///
    /// If the [scope](Tape::scope) in which it was recorded has ended.
    #[track_caller]
    pub fn of<F: Data>(value: Value<'_, F>) -> Self {
        let mut nodes = untangled(&Value::trace(&[value])).nodes;
        if nodes.is_empty() {
            nodes.push(Node::leaf(value.data().as_f64()));
        }
        Graph {
            nodes,
            with_numbers: true,
        }
    }

    /// The graph of a static function: its inputs, its `let`s by their names, its operations. Of a `select` it shows
    /// the side that is taken where all inputs are 1.
    ///
    /// `A` is the number of the function's arguments, which the compiler finds.
    pub fn of_function<const A: usize, G: AnyFunction<A>>(function: G) -> Self {
        let tape = Tape::<f64>::with_names();
        let results = symbols(function.definition(), &tape);
        let Untangled { mut nodes, places } = untangled(&Value::trace(&results));
        let function = name_of::<G::Definition>();
        for (i, result) in results.iter().enumerate() {
            let place = result.traced_place().and_then(|place| places.get(&place));
            if let Some(node) = place.map(|&place| &mut nodes[place])
                && node.name.is_empty()
            {
                node.name = match results.len() {
                    1 => function.into(),
                    _ => format!("{function}[{i}]"),
                };
            }
        }
        Graph {
            nodes,
            with_numbers: false,
        }
    }

    /// Whether a node is nothing but its operation: there is neither a name nor a number to be shown.
    pub(super) fn is_bare(&self, node: usize) -> bool {
        let node = &self.nodes[node];
        !self.with_numbers && node.name.is_empty() && node.operation.is_some()
    }

    /// How many values there are, those counted that were made of numbers alone.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The graph with the outputs of each layer as one node, and with the leaves that have no name and are used once as
    /// part of what uses them.
    #[cfg(feature = "draw")]
    pub(super) fn folded(&self) -> Self {
        let mut uses = vec![0; self.nodes.len()];
        let mut uses_beside_layers = uses.clone();
        for node in &self.nodes {
            for &operand in &node.operands {
                uses[operand] += 1;
                uses_beside_layers[operand] += usize::from(node.group.is_none());
            }
        }
        let mut nodes: Vec<Node> = Vec::new();
        // Where each node went; nowhere, where it became part of another.
        let mut at: Vec<Option<usize>> = Vec::new();
        let mut layers = BTreeMap::new();
        for (i, node) in self.nodes.iter().enumerate() {
            let is_last = i + 1 == self.nodes.len();
            let is_leaf = node.operation.is_none() && node.name.is_empty();
            // A parameter of a layer is used once for each input.
            if is_leaf && !is_last && (uses[i] <= 1 || uses_beside_layers[i] == 0) {
                at.push(None);
                continue;
            }
            let operands = node.operands.iter().filter_map(|&operand| at[operand]);
            let mut operands: Vec<usize> = operands.collect();
            operands.dedup();
            let Some(layer) = node.group else {
                at.push(Some(nodes.len()));
                let node = node.clone();
                nodes.push(Node { operands, ..node });
                continue;
            };
            let place = *layers.entry(layer).or_insert_with(|| {
                let (_, outputs) = layer;
                let kind = node
                    .operation
                    .as_ref()
                    .map_or("", |operation| operation.name);
                nodes.push(Node {
                    name: format!("{outputs} × {kind}"),
                    operands: Vec::new(),
                    ..node.clone()
                });
                nodes.len() - 1
            });
            let all = &mut nodes[place].operands;
            all.extend(operands.into_iter().filter(|&operand| operand != place));
            all.sort_unstable();
            all.dedup();
            at.push(Some(place));
        }
        Graph {
            nodes,
            with_numbers: false,
        }
    }
}

impl Node {
    /// A number.
    pub(super) fn leaf(data: f64) -> Self {
        Node {
            name: String::new(),
            data,
            grad: 0.0,
            operation: None,
            operands: Vec::new(),
            #[cfg(feature = "draw")]
            group: None,
        }
    }
}

/// The nodes of a trace, and where each place went.
pub(super) struct Untangled {
    pub(super) nodes: Vec<Node>,
    pub(super) places: BTreeMap<u32, usize>,
}

/// The nodes of a trace, numbers among the operands as nodes of their own.
pub(super) fn untangled(trace: &[Traced]) -> Untangled {
    let mut nodes = Vec::new();
    let mut places = BTreeMap::new();
    for traced in trace {
        let mut operands = Vec::new();
        for operand in &traced.operands {
            operands.push(match operand {
                TracedOperand::Place(place) => places[place],
                TracedOperand::Number(number) => {
                    nodes.push(Node::leaf(*number));
                    nodes.len() - 1
                }
            });
        }
        places.insert(traced.place, nodes.len());
        nodes.push(Node {
            name: traced.name.clone().unwrap_or_default(),
            data: traced.data,
            grad: traced.grad,
            operation: traced.operation.clone(),
            operands,
            #[cfg(feature = "draw")]
            group: traced.group,
        });
    }
    Untangled { nodes, places }
}

/// The results of a function whose inputs are values that have their names.
pub(super) fn symbols<G: Closed>(function: G, tape: &Tape<f64>) -> Vec<Value<'_, f64>> {
    let one = || tape.value(1.0);
    let inputs: Vec<_> = (0..G::Inputs::LEN).map(|_| one()).collect();
    let data: Vec<_> = (0..G::Data::LEN).map(|_| one()).collect();
    for (at, value) in inputs.iter().enumerate() {
        let _ = value.named(name_of_input::<G::Inputs>(G::NAMES, at));
    }
    for (at, value) in data.iter().enumerate() {
        let names = &G::NAMES[G::Inputs::COUNT..];
        let _ = value.named(name_of_input::<G::Data>(names, at));
    }
    let (inputs, data) = (G::Inputs::group(&inputs), G::Data::group(&data));
    let results = function.evaluate(inputs, data);
    G::Codomain::flat(&results).to_vec()
}
