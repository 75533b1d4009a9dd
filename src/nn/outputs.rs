//! What a network gives.

use crate::tape::{Data, Run, Value};
use core::ops::Deref;
use smallvec::SmallVec;

/// The outputs of a layer or a network: a slice of values.
///
/// Up to eight are held in place, so that training allocates nothing.
///
/// ```
/// use monograd::nn::Mlp;
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let model = Mlp::new(&tape, 2, &[4, 3], 1337);
/// let scores = model.forward(&[0.5, -0.5]);
/// assert_eq!(scores.len(), 3);
/// let best = scores.iter().map(|score| score.data()).fold(f64::MIN, f64::max);
/// assert!(scores[0].data() <= best);
/// ```
#[derive(Debug, Clone)]
#[must_use = "the outputs are the only result"]
pub struct Outputs<'t, F: Data>(SmallVec<[Value<'t, F>; 8]>);

impl<'t, F: Data> Outputs<'t, F> {
    pub(super) fn of(run: Run<'t, F>) -> Self {
        Outputs(run.values().collect())
    }
}

impl<'t, F: Data> Deref for Outputs<'t, F> {
    type Target = [Value<'t, F>];

    fn deref(&self) -> &[Value<'t, F>] {
        &self.0
    }
}

impl<'t, F: Data> IntoIterator for Outputs<'t, F> {
    type Item = Value<'t, F>;
    type IntoIter = IntoIter<'t, F>;

    fn into_iter(self) -> IntoIter<'t, F> {
        IntoIter(self.0.into_iter())
    }
}

/// The iterator over [`Outputs`].
#[derive(Debug)]
pub struct IntoIter<'t, F: Data>(smallvec::IntoIter<[Value<'t, F>; 8]>);

impl<'t, F: Data> Iterator for IntoIter<'t, F> {
    type Item = Value<'t, F>;

    fn next(&mut self) -> Option<Value<'t, F>> {
        self.0.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<F: Data> ExactSizeIterator for IntoIter<'_, F> {}
