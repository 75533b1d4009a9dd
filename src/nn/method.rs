//! The form that a method of optimisation takes.

use crate::tape::Data;

/// What an optimiser does with a gradient, for methods of your own: [`Optimizer::of`](super::Optimizer::of) makes an
/// optimiser of one.
///
/// A method states which numbers it stores for each parameter from step to step, and how a step updates them and the
/// parameters. The optimiser does the rest: it applies schedule and clipping before, it makes a step that would write an
/// infinite number or NaN an error that changes nothing, and a checkpoint saves and restores the stored numbers bit for bit.
///
/// ```
/// use monograd::nn::{Kept, Method, Optimizer, Schedule, Step};
/// use monograd::prelude::*;
/// use monograd::rules::UnaryOperations;
/// use monograd::tape::Data;
///
/// /// Lion: steps along the sign of a mean of gradients. Chen et al., 2023.
/// #[derive(Debug, Clone)]
/// struct Lion {
///     along: f64,
///     decay: f64,
/// }
///
/// impl<F: Data> Method<F> for Lion {
///     fn name(&self) -> String {
///         format!("Lion({}, {})", self.along, self.decay)
///     }
///     fn keeps(&self) -> &[Kept] {
///         &[Kept::Number]
///     }
///     fn step(&self, step: Step<'_, F>) {
///         let Step { rate, parameters, gradient, kept, .. } = step;
///         let [mean] = kept.each();
///         let mix = |weight: f64, m: F, g: F| F::constant(weight) * m + F::constant(1.0 - weight) * g;
///         for ((p, &g), m) in parameters.iter_mut().zip(gradient).zip(mean) {
///             *p = *p - rate * mix(self.along, *m, g).signum();
///             *m = mix(self.decay, *m, g);
///         }
///     }
/// }
///
/// let bowl = func!(|x, y| x * x + 3 * y * y);
/// let lion = Lion { along: 0.9, decay: 0.99 };
/// let mut optimizer = Optimizer::of(lion, 0.02).schedule(Schedule::linear(0.0, 400));
/// let mut x = [1.0, -1.0];
/// for _ in 0..400 {
///     let gradient = bowl.gradient(&x);
///     optimizer.update(&mut x, &gradient)?;
/// }
/// assert!(bowl.value(&x) < 1e-3);
/// # Ok::<(), monograd::nn::TrainingError>(())
/// ```
///
/// Everything that an [`Optimizer`](super::Optimizer) can do, it can do with a method of your own: train a network by
/// [`minimize`](super::Optimizer::minimize), follow a schedule, clip.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a method of optimisation",
    note = "implement `monograd::nn::Method<F>` for it: its name, what it keeps of each parameter, and a step"
)]
pub trait Method<F: Data>: Clone + 'static {
    /// The name, with the numbers of the method: a saved optimiser is restored only to one of the same name.
    fn name(&self) -> String;

    /// What is kept of each parameter from step to step, each beginning at 0; nothing, if nothing else is said.
    fn keeps(&self) -> &[Kept] {
        &[]
    }

    /// Whether the numbers of the method make sense, and if not, why: what [`of`](super::Optimizer::of) panics with.
    ///
    /// # Errors
    ///
    /// If one does not.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    /// Moves the parameters, and writes what is kept of them.
    ///
    /// The parameters and what is kept are copies: if a number that is written is not finite, the step is not taken.
    fn step(&self, step: Step<'_, F>);
}

/// A number that a [`Method`] keeps of each parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// Any finite number: a velocity, a mean of gradients.
    Number,
    /// A number that is not negative: a mean of squares. A checkpoint with a negative one is damaged.
    NotNegative,
}

/// A step of a [`Method`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Step<'s, F> {
    /// The rate, as the schedule has it.
    pub rate: F,
    /// The number of the step, counted from 1.
    pub number: u64,
    /// The parameters, to be moved.
    pub parameters: &'s mut [F],
    /// The derivative of the loss in each parameter, clipped if the optimiser clips; all are finite.
    pub gradient: &'s [F],
    /// What is kept of each parameter.
    pub kept: KeptNumbers<'s, F>,
}

/// What a [`Method`] keeps of all parameters: as many slices as [it says](Method::keeps), each as long as there are
/// parameters.
#[derive(Debug)]
pub struct KeptNumbers<'s, F>(pub(super) &'s mut [Vec<F>]);

impl<'s, F> KeptNumbers<'s, F> {
    /// The slices, in the order of [`Method::keeps`].
    ///
    /// # Panics
    ///
    /// If the method does not keep `N` numbers of each parameter.
    #[track_caller]
    pub fn each<const N: usize>(self) -> [&'s mut [F]; N] {
        let said = self.0.len();
        let Ok(each) = <&'s mut [Vec<F>; N]>::try_from(self.0) else {
            panic!(
                "a method that says it keeps {said} numbers of each parameter was asked for {N}"
            );
        };
        each.each_mut().map(Vec::as_mut_slice)
    }
}
