//! Minibatches.

use super::checked::{Refused, accept, ensure, next, possible};
use super::init::generator;
use super::scratch::Scratch;
use core::fmt;
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
#[cfg_attr(
    feature = "checkpoints",
    derive(serde::Deserialize),
    serde(try_from = "Plan")
)]
pub struct Batches {
    pub(super) plan: Plan,
    order: Scratch<Vec<usize>>,
}

/// What batches are, without memory for their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
pub(super) struct Plan {
    rows: usize,
    size: usize,
    seed: u64,
    epochs: u64,
}

impl Plan {
    /// All that can be known without memory for the order.
    pub(super) fn check(&self) -> Result<(), Refused> {
        let &Plan {
            rows, size, epochs, ..
        } = self;
        possible("epochs", epochs)?;
        ensure(size > 0, || "a batch has at least one row".into())?;
        let most = isize::MAX as usize / size_of::<usize>();
        ensure(rows <= most, || {
            format!("the order of {rows} rows is larger than memory can be")
        })
    }

    /// Whether these are the same rows in batches of the same size.
    #[cfg(feature = "checkpoints")]
    pub(super) fn fits(&self, other: &Self) -> bool {
        (self.rows, self.size) == (other.rows, other.size)
    }
}

/// What is compared when batches are restored.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "batches of {} of {} rows", self.size, self.rows)
    }
}

impl TryFrom<Plan> for Batches {
    type Error = Refused;

    /// Reserves the memory that an epoch needs.
    fn try_from(plan: Plan) -> Result<Self, Refused> {
        plan.check()?;
        let mut order = Vec::new();
        let reserved = order.try_reserve_exact(plan.rows);
        ensure(reserved.is_ok(), || {
            format!("there is no memory for the order of {} rows", plan.rows)
        })?;
        Ok(Batches {
            plan,
            order: Scratch(order),
        })
    }
}

#[cfg(feature = "checkpoints")]
impl serde::Serialize for Batches {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.plan.serialize(serializer)
    }
}

impl Batches {
    /// Batches of `size` of so many rows; the last of an epoch has what is left.
    ///
    /// # Panics
    ///
    /// If `size` is 0, or if there is no memory for the order of the rows.
    #[track_caller]
    pub fn new(rows: usize, size: usize, seed: u64) -> Self {
        let epochs = 0;
        let plan = Plan {
            rows,
            size,
            seed,
            epochs,
        };
        accept(plan.try_into())
    }

    /// The batches of the next epoch: the numbers of their rows.
    pub fn epoch(&mut self) -> Chunks<'_, usize> {
        let Plan {
            rows,
            size,
            seed,
            epochs,
        } = self.plan;
        let order = &mut self.order.0;
        order.clear();
        order.extend(0..rows);
        // Seeds of epochs must not be those of other orders shifted: the golden ratio spreads them.
        let spread = epochs.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        order.shuffle(&mut generator(seed ^ spread));
        self.plan.epochs = next(epochs);
        order.chunks(size)
    }

    /// How many epochs have begun.
    pub fn epochs(&self) -> u64 {
        self.plan.epochs
    }
}
