//! Layers of a network: their parameters side by side, and all their outputs at once.
//!
//! z = W x + b and y = a(z): one loop over W on the way forward and one back, where the numbers lie.
//! Each output is a node, whose partial is a′(z); what it is made of is known to the layer.

use super::Data;
use super::node::{NOWHERE, Node};
use super::record::Record;
use super::sweep::Reached;

/// The parameters of a layer, which are leaves one after the other: for each output its weights, then its
/// bias.
#[derive(Debug)]
struct Layer<F> {
    /// The first leaf.
    start: u32,
    inputs: usize,
    outputs: usize,
    /// The weights, for each output one row.
    rows: Vec<F>,
    /// The same, for each input one row.
    columns: Vec<F>,
    biases: Vec<F>,
    /// How often a parameter has been set.
    version: u64,
}

/// All layers of a tape, in the order of their leaves.
#[derive(Debug)]
pub(super) struct Layers<F> {
    layers: Vec<Layer<F>>,
    /// Room for what a layer computes.
    sums: Vec<F>,
}

/// The outputs of a layer for one input.
#[derive(Debug)]
pub(super) struct Dense {
    /// The first output.
    pub(super) first: u32,
    pub(super) outputs: u32,
    /// Where the inputs stand among all edges: their places, and in the place of the partials their numbers.
    pub(super) edges: u32,
    layer: u32,
    version: u64,
    /// The place of the first input, if the others follow it.
    row: Option<u32>,
    /// Whether all numbers are finite, so that their products with 0 are 0.
    finite: bool,
    pub(super) name: &'static str,
}

impl<F: Data> Layers<F> {
    pub(super) const fn new() -> Self {
        Layers {
            layers: Vec::new(),
            sums: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// A layer whose parameters are the leaves from `start` on.
    pub(super) fn push(&mut self, start: u32, inputs: usize, outputs: usize) -> u32 {
        self.layers.push(Layer {
            start,
            inputs,
            outputs,
            rows: vec![F::zero(); inputs * outputs],
            columns: vec![F::zero(); inputs * outputs],
            biases: vec![F::zero(); outputs],
            version: 0,
        });
        self.layers.len() as u32 - 1
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while self.layers.pop_if(|layer| layer.start >= nodes).is_some() {}
    }

    /// To be told of every leaf that is set.
    pub(super) fn set(&mut self, leaf: u32, data: F) {
        let after = self.layers.partition_point(|layer| layer.start <= leaf);
        let Some(layer) = after.checked_sub(1).map(|at| &mut self.layers[at]) else {
            return;
        };
        let place = (leaf - layer.start) as usize;
        let (output, input) = (place / (layer.inputs + 1), place % (layer.inputs + 1));
        if output >= layer.outputs {
            return;
        }
        layer.version += 1;
        if input == layer.inputs {
            layer.biases[output] = data;
        } else {
            layer.rows[output * layer.inputs + input] = data;
            layer.columns[input * layer.outputs + output] = data;
        }
    }

    /// z = W x + b, each sum in the order b + w₁x₁ + w₂x₂ + …, as neuron by neuron.
    pub(super) fn sums(&mut self, layer: u32, x: &[F]) -> &[F] {
        let layer = &self.layers[layer as usize];
        self.sums.clear();
        self.sums.extend_from_slice(&layer.biases);
        if let [sum] = &mut self.sums[..] {
            *sum = layer
                .rows
                .iter()
                .zip(x)
                .fold(*sum, |sum, (&weight, &x)| sum + weight * x);
            return &self.sums;
        }
        for (column, &x) in layer.columns.chunks_exact(layer.outputs).zip(x) {
            for (sum, &weight) in self.sums.iter_mut().zip(column) {
                *sum = *sum + weight * x;
            }
        }
        &self.sums
    }

    /// The sums computed last.
    pub(super) fn last_sums(&self) -> &[F] {
        &self.sums
    }

    /// What is to be recorded of a layer's outputs; its inputs are the edges from `edges` on, and if they stand one
    /// after the other on the tape, the first of them at `row`.
    pub(super) fn dense(
        &self,
        layer: u32,
        first: u32,
        (edges, row): (u32, Option<u32>),
        name: &'static str,
    ) -> Dense {
        let Layer {
            outputs, version, ..
        } = self.layers[layer as usize];
        Dense {
            first,
            outputs: outputs as u32,
            edges,
            layer,
            version,
            row,
            finite: self.sums.iter().all(|sum| sum.all_finite()),
            name,
        }
    }
}

impl Dense {
    /// How many inputs there are.
    pub(super) fn inputs<F>(&self, layers: &Layers<F>) -> usize {
        layers.layers[self.layer as usize].inputs
    }

    /// The places of the weights of the node, and of its bias behind them.
    pub(super) fn parameters<F>(&self, layers: &Layers<F>, node: u32) -> core::ops::Range<u32> {
        let layer = &layers.layers[self.layer as usize];
        let width = layer.inputs as u32 + 1;
        let start = layer.start + (node - self.first) * width;
        start..start + width
    }

    /// Whether a parameter of the layer has been set since.
    pub(super) fn is_stale<F>(&self, layers: &Layers<F>) -> bool {
        self.version != layers.layers[self.layer as usize].version
    }

    /// Pulls the gradients of the outputs, which are the last of `grads`, back to parameters and inputs.
    pub(super) fn sweep<F: Data>(
        &self,
        nodes: &[Node<F>],
        record: &Record<F>,
        reached: &Reached<'_, F>,
        grads: &mut [F],
    ) {
        let layer = &record.layers.layers[self.layer as usize];
        let n = layer.inputs;
        let (places, x) = record.gathered.edges(&(self.edges..self.edges + n as u32));
        let first = self.first as usize;
        let (below, outputs) = grads.split_at_mut(first);
        for (output, (node, &grad)) in nodes.iter().zip(&*outputs).enumerate() {
            let [partial, _] = node.partials();
            let mut sum = grad * partial;
            if sum.is_constant_zero() && self.finite {
                // All products with it are 0.
                continue;
            }
            if sum.is_constant_zero() || sum.has_nan() {
                match reached.inner(first + output, grad, partial) {
                    Some(inner) => sum = inner,
                    None => continue,
                }
            }
            let leaf = layer.start as usize + output * (n + 1);
            let weights = &layer.rows[output * n..][..n];
            below[leaf + n] = below[leaf + n] + sum;
            for (grad, &x) in below[leaf..][..n].iter_mut().zip(x) {
                *grad = *grad + sum * x;
            }
            if let Some(start) = self.row {
                let grads = &mut below[start as usize..][..n];
                for (grad, &weight) in grads.iter_mut().zip(weights) {
                    *grad = *grad + sum * weight;
                }
                continue;
            }
            for (&place, &weight) in places.iter().zip(weights) {
                if place != NOWHERE {
                    let grad = &mut below[place as usize];
                    *grad = *grad + sum * weight;
                }
            }
        }
    }
}
