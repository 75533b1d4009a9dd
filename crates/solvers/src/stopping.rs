//! When a fit has gone far enough: by the norm of the gradient, by how little the loss still falls, by time.
//!
//! [`Stop`] holds the rules. In a loop of one's own it is told each step, and says when to end and why:
//!
//! ```
//! use monograd::prelude::*;
//! use monograd_solvers::stopping::{Reason, Stop};
//!
//! let bowl = func!(|x, y| x * x + 3 * y * y);
//! let (mut stop, mut x) = (Stop::new().gradient_norm(1e-6), [2.0_f64, 1.0]);
//! let reason = loop {
//!     let (loss, slopes) = bowl.value_and_gradient(&x);
//!     if let Some(reason) = stop.step(loss, Some(slopes[0].hypot(slopes[1]))) {
//!         break reason;
//!     }
//!     x = [x[0] - 0.1 * slopes[0], x[1] - 0.1 * slopes[1]];
//! };
//! assert_eq!(reason, Reason::GradientNorm);
//! assert!(x[0].abs() < 1e-6 && x[1].abs() < 1e-6);
//! ```
//!
//! # In a solver
//!
//! | solver | norm of the gradient | decrease of the loss | time |
//! |---|---|---|---|
//! | argmin | [`stop.argmin(solver)`](Stop::argmin) | the same | the same, or `Executor::timeout` |
//! | levenberg-marquardt | `with_gtol`, the cosine between residuals and Jacobian | `with_ftol` | none; `with_patience` bounds the evaluations |
//! | slsqp | none | `StopTols::ftol_rel` | none; the last argument but one bounds the iterations |
//! | nlopt | none | `set_ftol_rel` | `set_maxtime` |
//! | optimization_engine | `with_tolerance`, the norm of its fixed-point residual | none | `with_max_duration` |
//!
//! nuts-rs and diffsol end by what they are told to compute.

use std::fmt;
use std::time::{Duration, Instant};

/// Rules by which a fit ends. The first that holds ends it. Without rules only a loss that is NaN does.
#[derive(Debug, Clone, Default)]
pub struct Stop {
    gradient_norm: Option<f64>,
    decrease: Option<(f64, usize)>,
    time: Option<Duration>,
    start: Option<Instant>,
    best: Option<f64>,
    idle: usize,
}

/// Why a fit has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The norm of the gradient is at most the tolerance.
    GradientNorm,
    /// The loss has fallen by less than the tolerance for as many steps as are allowed.
    Decrease,
    /// The time is over.
    Time,
    /// The loss is NaN.
    NotANumber,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::GradientNorm => "the norm of the gradient is below the tolerance",
            Reason::Decrease => "the loss no longer decreases",
            Reason::Time => "the time is over",
            Reason::NotANumber => "the loss is NaN",
        })
    }
}

impl Stop {
    /// No rules.
    pub fn new() -> Self {
        Stop::default()
    }

    /// Ends the fit where ‖∇f‖ ≤ `tolerance`, by the Euclidean norm.
    #[must_use = "the rules with this one are the result"]
    pub fn gradient_norm(self, tolerance: f64) -> Self {
        Stop {
            gradient_norm: Some(tolerance),
            ..self
        }
    }

    /// Ends the fit where after a loss b `steps` steps have brought none below b − `tolerance` · |b|. A loss that is not
    /// finite is no such step.
    ///
    /// ```
    /// use monograd_solvers::stopping::{Reason, Stop};
    ///
    /// let mut stop = Stop::new().relative_decrease(1e-3, 2);
    /// let losses = [5.0, 4.0, 3.9999, 3.0, 3.0, 2.9999];
    /// let reasons = losses.map(|loss| stop.step(loss, None));
    /// assert_eq!(reasons, [None, None, None, None, None, Some(Reason::Decrease)]);
    /// ```
    #[must_use = "the rules with this one are the result"]
    pub fn relative_decrease(self, tolerance: f64, steps: usize) -> Self {
        Stop {
            decrease: Some((tolerance, steps)),
            ..self
        }
    }

    /// Ends the fit at the first step after this time, which runs from the first step, or in argmin from the start of the run.
    #[must_use = "the rules with this one are the result"]
    pub fn wall_time(self, time: Duration) -> Self {
        Stop {
            time: Some(time),
            ..self
        }
    }

    /// Starts anew, with the same rules: the time, and the lowest loss.
    pub fn restart(&mut self) {
        self.start = Some(Instant::now());
        self.best = None;
        self.idle = 0;
    }

    /// Takes a step: the loss and, if it is known, the norm of the gradient. Says whether to end here, and why.
    pub fn step(&mut self, loss: f64, gradient_norm: Option<f64>) -> Option<Reason> {
        let elapsed = self.start.get_or_insert_with(Instant::now).elapsed();
        let (tolerance, steps) = self.decrease.unwrap_or((0.0, usize::MAX));
        if loss.is_finite() {
            match self.best {
                Some(best) if loss >= best - tolerance * best.abs() => self.idle += 1,
                _ => (self.best, self.idle) = (Some(loss), 0),
            }
        }
        let small = |norm| {
            self.gradient_norm
                .is_some_and(|tolerance| norm <= tolerance)
        };
        if loss.is_nan() {
            Some(Reason::NotANumber)
        } else if gradient_norm.is_some_and(small) {
            Some(Reason::GradientNorm)
        } else if self.idle >= steps {
            Some(Reason::Decrease)
        } else if self.time.is_some_and(|time| elapsed >= time) {
            Some(Reason::Time)
        } else {
            None
        }
    }
}
