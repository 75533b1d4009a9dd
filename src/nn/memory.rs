//! What an optimiser remembers of the gradients of the steps before.

use super::method::Kept;
use crate::tape::Data;

/// What an optimiser remembers of each parameter: nothing before the first step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Memory<F> {
    /// How many parameters there are.
    pub(super) parameters: usize,
    /// What the method keeps, each as long.
    pub(super) kept: Vec<Vec<F>>,
}

// Written out: `F` need not have a default.
impl<F> Default for Memory<F> {
    fn default() -> Self {
        Memory {
            parameters: 0,
            kept: Vec::new(),
        }
    }
}

impl<F: Data> Memory<F> {
    /// For so many parameters, all zero.
    pub(super) fn begin(&mut self, keeps: &[Kept], parameters: usize) {
        let zeros = || vec![F::zero(); parameters];
        self.parameters = parameters;
        self.kept = keeps.iter().map(|_| zeros()).collect();
    }

    /// Becomes a copy of another, in the memory that it has.
    pub(super) fn copy(&mut self, other: &Self) {
        self.parameters = other.parameters;
        self.kept.resize_with(other.kept.len(), Vec::new);
        for (mine, others) in self.kept.iter_mut().zip(&other.kept) {
            mine.clone_from(others);
        }
    }
}
