//! Learning-rate schedules.

use super::checked::{Refused, accept, at_least_zero, ensure};
use core::f64::consts::PI;

/// How the learning rate changes from step to step: a factor of the optimiser's rate.
///
/// ```
/// use monograd::nn::Schedule;
///
/// let micrograd = Schedule::linear(0.1, 100); // from 1 to a tenth in 100 steps
/// assert_eq!((micrograd.at(0), micrograd.at(50), micrograd.at(200)), (1.0, 0.55, 0.1));
///
/// let halved = Schedule::step(0.5, 10); // halved every ten steps
/// assert_eq!((halved.at(9), halved.at(10), halved.at(25)), (1.0, 0.5, 0.25));
///
/// let cosine = Schedule::cosine(0.0, 100).warm_up(10);
/// assert_eq!((cosine.at(0), cosine.at(4), cosine.at(10)), (0.1, 0.5, 1.0));
/// assert!((cosine.at(60) - 0.5).abs() < 1e-12 && cosine.at(500) == 0.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(
    feature = "checkpoints",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "Course", into = "Course")
)]
pub struct Schedule(Course);

/// A schedule that is not checked yet.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
struct Course {
    warm_up: u64,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "checkpoints", derive(serde::Serialize, serde::Deserialize))]
enum Shape {
    Constant,
    Linear { to: f64, steps: u64 },
    Step { factor: f64, every: u64 },
    Cosine { to: f64, steps: u64 },
}

impl TryFrom<Course> for Schedule {
    type Error = Refused;

    fn try_from(course: Course) -> Result<Self, Refused> {
        match course.shape {
            Shape::Constant => Ok(()),
            Shape::Linear { to: factor, .. } | Shape::Cosine { to: factor, .. } => {
                at_least_zero("the last factor of a rate", factor)
            }
            Shape::Step { factor, every } => {
                ensure(every > 0, || {
                    "a rate changes every so many steps, at least 1".into()
                })?;
                at_least_zero("the factor of a rate", factor)
            }
        }?;
        Ok(Schedule(course))
    }
}

impl From<Schedule> for Course {
    fn from(Schedule(course): Schedule) -> Self {
        course
    }
}

impl Schedule {
    /// The rate stays as it is.
    pub fn constant() -> Self {
        Self::of(Shape::Constant)
    }

    /// The factor changes linearly from 1 to `to` in so many steps, and stays at `to`.
    ///
    /// # Panics
    ///
    /// If `to` is negative, infinite or NaN.
    #[track_caller]
    pub fn linear(to: f64, steps: u64) -> Self {
        Self::of(Shape::Linear { to, steps })
    }

    /// The rate is multiplied by `factor` every so many steps.
    ///
    /// # Panics
    ///
    /// If `every` is 0, or `factor` negative, infinite or NaN.
    #[track_caller]
    pub fn step(factor: f64, every: u64) -> Self {
        Self::of(Shape::Step { factor, every })
    }

    /// The factor goes from 1 to `to` along half a period of the cosine in so many steps, and stays there.
    ///
    /// # Panics
    ///
    /// If `to` is negative, infinite or NaN.
    #[track_caller]
    pub fn cosine(to: f64, steps: u64) -> Self {
        Self::of(Shape::Cosine { to, steps })
    }

    /// The first so many steps raise the rate in equal parts from 0; the rest of the schedule follows.
    #[must_use = "the schedule with its warm-up is the result"]
    pub fn warm_up(mut self, steps: u64) -> Self {
        self.0.warm_up = steps;
        self
    }

    #[track_caller]
    fn of(shape: Shape) -> Self {
        accept(Course { warm_up: 0, shape }.try_into())
    }

    /// The factor at a step, counted from 0.
    pub fn at(&self, step: u64) -> f64 {
        let Course { warm_up, shape } = self.0;
        if step < warm_up {
            return (step + 1) as f64 / warm_up as f64;
        }
        let step = step - warm_up;
        match shape {
            Shape::Constant => 1.0,
            Shape::Linear { to, steps } | Shape::Cosine { to, steps } if step >= steps => to,
            Shape::Linear { to, steps } => 1.0 - (1.0 - to) * step as f64 / steps as f64,
            Shape::Cosine { to, steps } => {
                let half = 0.5 * (1.0 + (PI * step as f64 / steps as f64).cos());
                to + (1.0 - to) * half
            }
            Shape::Step { factor, every } => factor.powf((step / every) as f64),
        }
    }
}

impl Default for Schedule {
    fn default() -> Self {
        Self::constant()
    }
}
