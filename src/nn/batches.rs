//! Minibatches.

use super::init::generator;
use rand::seq::SliceRandom;
use std::slice::Chunks;

/// The rows of a data set, shuffled for each epoch and cut into minibatches.
///
/// The order is that of the seed and of the number of the epoch, so that training that is resumed goes on as if it
/// had not been interrupted.
///
/// ```
/// use monograd::nn::Batches;
///
/// let mut batches = Batches::new(10, 4, 1337);
/// let mut rows = Vec::new();
/// for batch in batches.epoch() {
///     assert!(batch.len() <= 4);
///     rows.extend_from_slice(batch);
/// }
/// rows.sort();
/// assert!(rows.into_iter().eq(0..10)); // each once
/// assert_eq!(batches.epochs(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Batches {
    rows: usize,
    size: usize,
    seed: u64,
    epochs: u64,
    #[cfg_attr(feature = "serde", serde(skip))]
    order: Vec<usize>,
}

impl Batches {
    /// Batches of `size` of so many rows; the last of an epoch has what is left.
    ///
    /// # Panics
    ///
    /// If `size` is 0.
    #[track_caller]
    pub fn new(rows: usize, size: usize, seed: u64) -> Self {
        assert!(size > 0, "a batch has at least one row");
        Batches {
            rows,
            size,
            seed,
            epochs: 0,
            order: Vec::new(),
        }
    }

    /// The batches of the next epoch: the numbers of their rows.
    pub fn epoch(&mut self) -> Chunks<'_, usize> {
        self.order.clear();
        self.order.extend(0..self.rows);
        // Seeds of epochs must not be those of other orders shifted: the golden ratio spreads them.
        let spread = self.epochs.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.order.shuffle(&mut generator(self.seed ^ spread));
        self.epochs += 1;
        self.order.chunks(self.size)
    }

    /// How many epochs have begun.
    pub fn epochs(&self) -> u64 {
        self.epochs
    }
}
