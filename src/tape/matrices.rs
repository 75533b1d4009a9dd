//! Affine maps: their coefficients side by side, and all their results at once.
//!
//! z = W x + b and y = r(z), with a rule r: one loop over W forward and one in reverse, where the numbers lie.
//! Each result is a node, whose partial is r′(z); what it is made of is known to the map.

use super::Data;
use super::edges::Edges;
use super::node::{NOWHERE, Node};
use core::ops::Range;

/// The coefficients of an affine map, which are leaves one after the other: for each result its row of W, then its
/// element of b.
#[derive(Debug)]
struct Matrix<F> {
    /// The first leaf.
    start: u32,
    inputs: usize,
    outputs: usize,
    /// W, row by row.
    rows: Vec<F>,
    /// W, column by column.
    columns: Vec<F>,
    offsets: Vec<F>,
    /// How often a coefficient has been set.
    version: u64,
}

/// All affine maps of a tape, in the order of their leaves.
#[derive(Debug)]
pub(super) struct Matrices<F> {
    matrices: Vec<Matrix<F>>,
    /// Memory for what a map computes.
    sums: Vec<F>,
}

/// The results of an affine map for one x.
#[derive(Debug)]
pub(super) struct Image {
    /// The first result.
    pub(super) first: u32,
    pub(super) outputs: u32,
    /// Where x stands among all edges: indices, and in the place of the partials the numbers.
    pub(super) edges: Range<u32>,
    pub(super) name: &'static str,
    matrix: u32,
    version: u64,
    /// The index of the first element of x, if the others follow it.
    run: Option<u32>,
    /// Whether all numbers are finite, so that their products with 0 are 0.
    finite: bool,
}

impl<F> Matrices<F> {
    pub(super) const fn new() -> Self {
        Matrices {
            matrices: Vec::new(),
            sums: Vec::new(),
        }
    }
}

impl<F: Data> Matrices<F> {
    pub(super) fn is_empty(&self) -> bool {
        self.matrices.is_empty()
    }

    /// A map whose coefficients are the leaves from `start` on.
    pub(super) fn push(&mut self, start: u32, inputs: usize, outputs: usize) -> u32 {
        self.matrices.push(Matrix {
            start,
            inputs,
            outputs,
            rows: vec![F::zero(); inputs * outputs],
            columns: vec![F::zero(); inputs * outputs],
            offsets: vec![F::zero(); outputs],
            version: 0,
        });
        self.matrices.len() as u32 - 1
    }

    pub(super) fn truncate(&mut self, nodes: u32) {
        while self
            .matrices
            .pop_if(|matrix| matrix.start >= nodes)
            .is_some()
        {}
    }

    /// To be told of every leaf that is set.
    pub(super) fn set(&mut self, leaf: u32, data: F) {
        let after = self.matrices.partition_point(|matrix| matrix.start <= leaf);
        let Some(matrix) = after.checked_sub(1).map(|at| &mut self.matrices[at]) else {
            return;
        };
        let at = (leaf - matrix.start) as usize;
        let (row, column) = (at / (matrix.inputs + 1), at % (matrix.inputs + 1));
        if row >= matrix.outputs {
            return;
        }
        matrix.version += 1;
        if column == matrix.inputs {
            matrix.offsets[row] = data;
        } else {
            matrix.rows[row * matrix.inputs + column] = data;
            matrix.columns[column * matrix.outputs + row] = data;
        }
    }

    /// z = W x + b, each sum in the order b + w₁x₁ + w₂x₂ + …, as result by result.
    pub(super) fn sums(&mut self, matrix: u32, x: &[F]) -> &[F] {
        let matrix = &self.matrices[matrix as usize];
        self.sums.clear();
        self.sums.extend_from_slice(&matrix.offsets);
        if let [sum] = &mut self.sums[..] {
            *sum = matrix
                .rows
                .iter()
                .zip(x)
                .fold(*sum, |sum, (&weight, &x)| sum + weight * x);
            return &self.sums;
        }
        for (column, &x) in matrix.columns.chunks_exact(matrix.outputs).zip(x) {
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

    /// What is to be recorded of the results that begin at `first`, of the sums computed last; x is the `edges`, and
    /// if its elements stand one after the other on the tape, the first of them is at `run`.
    pub(super) fn image(
        &self,
        matrix: u32,
        first: u32,
        (edges, run): (Range<u32>, Option<u32>),
        name: &'static str,
    ) -> Image {
        let Matrix {
            outputs, version, ..
        } = self.matrices[matrix as usize];
        Image {
            first,
            outputs: outputs as u32,
            edges,
            name,
            matrix,
            version,
            run,
            finite: self.sums.iter().all(|sum| sum.all_finite()),
        }
    }

    /// The leaves that are the coefficients of a result: its row of W, and behind it its element of b.
    pub(super) fn coefficients(&self, image: &Image, node: u32) -> Range<u32> {
        let matrix = &self.matrices[image.matrix as usize];
        let width = matrix.inputs as u32 + 1;
        let start = matrix.start + (node - image.first) * width;
        start..start + width
    }

    /// Whether a coefficient of the map has been set since.
    pub(super) fn is_stale(&self, image: &Image) -> bool {
        image.version != self.matrices[image.matrix as usize].version
    }

    /// Pulls the adjoints of the results, which are the last of `grads`, back to coefficients and x.
    ///
    /// `inner` gives the adjoint of a sum from its index, the adjoint of the result and r′(z), where their product is
    /// 0 or NaN; `None` if it contributes nothing.
    pub(super) fn sweep(
        &self,
        image: &Image,
        edges: &Edges<F>,
        nodes: &[Node<F>],
        grads: &mut [F],
        inner: impl Fn(usize, F, F) -> Option<F>,
    ) {
        let matrix = &self.matrices[image.matrix as usize];
        let n = matrix.inputs;
        let (operands, x) = edges.get(&image.edges);
        let first = image.first as usize;
        let (below, outputs) = grads.split_at_mut(first);
        for (output, (node, &grad)) in nodes.iter().zip(&*outputs).enumerate() {
            let [partial, _] = node.partials();
            let mut sum = grad * partial;
            if sum.is_constant_zero() && image.finite {
                // All products with it are 0.
                continue;
            }
            if sum.is_constant_zero() || sum.has_nan() {
                match inner(first + output, grad, partial) {
                    Some(inner) => sum = inner,
                    None => continue,
                }
            }
            let leaf = matrix.start as usize + output * (n + 1);
            let weights = &matrix.rows[output * n..][..n];
            below[leaf + n] = below[leaf + n] + sum;
            for (grad, &x) in below[leaf..][..n].iter_mut().zip(x) {
                *grad = *grad + sum * x;
            }
            if let Some(start) = image.run {
                let grads = &mut below[start as usize..][..n];
                for (grad, &weight) in grads.iter_mut().zip(weights) {
                    *grad = *grad + sum * weight;
                }
                continue;
            }
            for (&operand, &weight) in operands.iter().zip(weights) {
                if operand != NOWHERE {
                    let grad = &mut below[operand as usize];
                    *grad = *grad + sum * weight;
                }
            }
        }
    }
}
