//! Progress of long fits: the loss, the norm of the gradient and the time, as the solver works and afterwards as curves.
//!
//! [`Progress`] is an observer of argmin's, and has a method for loops of one's own. It draws one line, by
//! [indicatif](https://docs.rs/indicatif), on the error output; nothing where that is no terminal: in a log or under a batch
//! system. [`History`] keeps every step.
//!
//! ```
//! # #[cfg(feature = "argmin")] {
//! use argmin::core::{Executor, observers::ObserverMode};
//! use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
//! use monograd::prelude::*;
//! use monograd_solvers::prelude::*;
//! use monograd_solvers::progress::Progress;
//!
//! let rosenbrock = func!(|x, y| (1 - x).square() + 100 * (y - x * x).square());
//! let progress = Progress::new();
//! let history = progress.history();
//! let solver = LBFGS::new(MoreThuenteLineSearch::new(), 7);
//! Executor::new(rosenbrock.objective().argmin(), solver)
//!     .configure(|state| state.param(vec![-1.2, 1.0]).max_iters(100))
//!     .add_observer(progress, ObserverMode::Always)
//!     .run()?;
//!
//! let losses = history.losses();
//! assert!(losses.len() > 10 && losses[losses.len() - 1] < 1e-10);
//! println!("{}", history.curves("the valley").logarithmic().to_text(60, 12));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The curves are [`monograd::draw::Curves`]; with monograd's features `draw` and `png` they are pictures.
//!
//! levenberg-marquardt, slsqp, nlopt and optimization_engine have no such hook; nuts-rs has a callback for its own progress. What ends a fit
//! is on the page [`stopping`](crate::stopping).

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use monograd::draw::Curves;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A step of a fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The loss after it.
    pub loss: f64,
    /// The Euclidean norm of the gradient there, if it is known.
    pub gradient_norm: Option<f64>,
    /// Since the start of the fit.
    pub time: Duration,
}

/// The steps of a fit, which it shares with the [`Progress`] that writes them.
#[derive(Debug, Clone, Default)]
pub struct History(Arc<Mutex<Vec<Step>>>);

impl History {
    fn lock(&self) -> MutexGuard<'_, Vec<Step>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All steps so far.
    pub fn steps(&self) -> Vec<Step> {
        self.lock().clone()
    }

    /// The losses of all steps so far.
    pub fn losses(&self) -> Vec<f64> {
        self.lock().iter().map(|step| step.loss).collect()
    }

    /// The curves of the loss and, where known, of the norm of the gradient over the steps.
    pub fn curves(&self, title: &str) -> Curves {
        let curves = Curves::new(title).line("loss", &self.losses());
        let steps = self.lock();
        if steps.iter().all(|step| step.gradient_norm.is_none()) {
            return curves;
        }
        let norms = steps
            .iter()
            .map(|step| step.gradient_norm.unwrap_or(f64::NAN));
        curves.line("norm of the gradient", &norms.collect::<Vec<_>>())
    }
}

/// Draws the progress of a fit, and keeps its history.
///
/// In a loop of one's own:
///
/// ```
/// use monograd::prelude::*;
/// use monograd_solvers::progress::Progress;
///
/// let bowl = func!(|x, y| x * x + 3 * y * y);
/// let (mut progress, mut x) = (Progress::new().of_steps(50), [2.0, 1.0]);
/// for _ in 0..50 {
///     let (loss, slopes) = bowl.value_and_gradient(&x);
///     progress.step(loss, Some(slopes[0].hypot(slopes[1])));
///     x = [x[0] - 0.1 * slopes[0], x[1] - 0.1 * slopes[1]];
/// }
/// progress.finish();
/// let steps = progress.history().steps();
/// assert_eq!((steps.len(), steps[0].loss, steps[0].gradient_norm), (50, 7.0, Some(52_f64.sqrt())));
/// ```
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    history: History,
    start: Instant,
}

impl Progress {
    /// Progress that is drawn on the error output, if that is a terminal.
    pub fn new() -> Self {
        Progress::drawn_on(ProgressDrawTarget::stderr())
    }

    /// Progress that is drawn there: on the standard output, among other bars, nowhere.
    pub fn drawn_on(target: ProgressDrawTarget) -> Self {
        let style = ProgressStyle::with_template("{spinner} step {pos} {msg}");
        let bar = ProgressBar::with_draw_target(None, target);
        Progress {
            bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner())),
            history: History::default(),
            start: Instant::now(),
        }
    }

    /// The same with a bar for the share of a number of steps. argmin's are known from `max_iters`.
    #[must_use = "the progress with the bar is the result"]
    pub fn of_steps(self, steps: u64) -> Self {
        self.show_share(steps);
        self
    }

    fn show_share(&self, steps: u64) {
        self.bar.set_length(steps);
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} step {pos}/{len} {msg}") {
            self.bar.set_style(style);
        }
    }

    /// The history, which goes on when the solver owns the progress.
    pub fn history(&self) -> History {
        self.history.clone()
    }

    /// Takes a step.
    pub fn step(&mut self, loss: f64, gradient_norm: Option<f64>) {
        let time = self.start.elapsed();
        let steps = &mut self.history.lock();
        steps.push(Step {
            loss,
            gradient_norm,
            time,
        });
        if self.bar.is_hidden() {
            return;
        }
        let norm = gradient_norm.map(|norm| format!(", gradient {norm:.2e}"));
        let norm = norm.unwrap_or_default();
        let seconds = time.as_secs_f64();
        self.bar
            .set_message(format!("loss {loss:.6e}{norm}, {seconds:.1} s"));
        self.bar.set_position(steps.len() as u64);
    }

    /// Leaves the last line as it is.
    pub fn finish(&self) {
        self.bar.abandon();
    }
}

impl Default for Progress {
    fn default() -> Self {
        Progress::new()
    }
}

#[cfg(feature = "argmin")]
mod of_argmin {
    use super::Progress;
    use crate::argmin::Gradient;
    use argmin::core::observers::Observe;
    use argmin::core::{ArgminFloat, Error, IterState, KV, State};
    use std::time::Instant;

    impl<P, G, J, H, R, F> Observe<IterState<P, G, J, H, R, F>> for Progress
    where
        P: Clone,
        G: Gradient<F>,
        F: ArgminFloat,
        IterState<P, G, J, H, R, F>: State<Float = F>,
    {
        fn observe_init(
            &mut self,
            _solver: &str,
            state: &IterState<P, G, J, H, R, F>,
            _: &KV,
        ) -> Result<(), Error> {
            self.start = Instant::now();
            if state.get_max_iters() < u64::MAX {
                self.show_share(state.get_max_iters());
            }
            Ok(())
        }

        fn observe_iter(
            &mut self,
            state: &IterState<P, G, J, H, R, F>,
            _: &KV,
        ) -> Result<(), Error> {
            let loss = state.get_cost().to_f64().unwrap_or(f64::NAN);
            self.step(loss, state.get_gradient().and_then(Gradient::norm));
            Ok(())
        }

        fn observe_final(&mut self, _: &IterState<P, G, J, H, R, F>) -> Result<(), Error> {
            self.finish();
            Ok(())
        }
    }
}
