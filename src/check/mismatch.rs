//! What a check says.

use crate::expr::Step;
use core::{error, fmt};

/// What was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use = "an inconclusive check has shown nothing"]
pub struct Report {
    /// How many pairs of numbers were compared.
    pub comparisons: usize,
    /// How many could not be: a number is infinite or NaN, or the differences with different steps do
    /// not agree among themselves.
    pub inconclusive: usize,
}

/// What two ways to compute it do not agree on; `P` is the point's type, such as `[f64; 2]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mismatch<P> {
    /// What it is.
    pub quantity: Quantity,
    /// How many results the function has.
    pub results: usize,
    /// The point.
    pub point: P,
    /// `f32` or `f64`.
    pub precision: &'static str,
    /// One way to compute it.
    pub mode: &'static str,
    /// What that gives.
    pub actual: f64,
    /// The other way.
    pub other_mode: &'static str,
    /// What that gives.
    pub expected: f64,
    /// The step, where the other way are finite differences.
    pub step: Option<f64>,
}

/// An input of a function, or an element of one that has a shape. It is shown as it is written: `w[1][0]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// The number of the input, counted from 0.
    pub number: usize,
    /// Its name.
    pub name: &'static str,
    /// The number of the element in the order of memory; 0 of a real.
    pub element: usize,
    /// How many steps lead to the element, by fields and indices, and the first of them.
    pub(super) depth: usize,
    pub(super) steps: [Step; DEPTH],
}

/// How many steps are kept.
const DEPTH: usize = 12;

impl Input {
    /// The number `at` of a list of inputs.
    pub(super) fn of<I: crate::expr::Inputs>(names: &[&'static str], at: usize) -> Self {
        let (mut depth, mut steps) = (0, [Step::Index(0); DEPTH]);
        let number = I::input(at, &mut |step| {
            if let Some(place) = steps.get_mut(depth) {
                *place = step;
            }
            depth += 1;
        });
        let first = (0..at).find(|&other| I::input(other, &mut |_| ()) == number);
        Input {
            number,
            name: names[number],
            element: at - first.unwrap_or(at),
            depth,
            steps,
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        if self.depth > DEPTH {
            return write!(f, "[…{}]", self.element);
        }
        self.steps[..self.depth]
            .iter()
            .try_for_each(|step| step.fmt(f))
    }
}

/// What is compared. The first and higher derivatives of a function with several results, where no result is named,
/// are those of the sum of the results, each times a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Quantity {
    /// The value.
    Value,
    /// The derivative in an input.
    Derivative {
        /// The input.
        input: Input,
    },
    /// The derivative of this order along the direction of the check.
    Directional {
        /// The order.
        order: usize,
    },
    /// The second derivative in two inputs.
    Second {
        /// The inputs.
        inputs: [Input; 2],
    },
    /// The product of the Hessian with a direction, in an input; checked of a function of many inputs.
    HessianProduct {
        /// The input.
        input: Input,
    },
    /// One of several results.
    Result {
        /// The number of the result, counted from 0, of an array in the order of memory.
        result: usize,
    },
    /// The derivative of one of several results in an input.
    ResultDerivative {
        /// The number of the result, counted from 0, of an array in the order of memory.
        result: usize,
        /// The input.
        input: Input,
    },
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::Value => write!(f, "the value"),
            Quantity::Derivative { input } => write!(f, "the derivative in {input}"),
            Quantity::Directional { order } => {
                write!(f, "the derivative of order {order} along a direction")
            }
            Quantity::Second { inputs: [i, j] } => {
                write!(f, "the second derivative in {i} and {j}")
            }
            Quantity::HessianProduct { input } => {
                write!(f, "the Hessian times a direction, in {input},")
            }
            Quantity::Result { result } => write!(f, "result {result}"),
            Quantity::ResultDerivative { result, input } => {
                write!(f, "the derivative of result {result} in {input}")
            }
        }
    }
}

impl<P: fmt::Debug> fmt::Display for Mismatch<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_several = match self.quantity {
            Quantity::Value | Quantity::Result { .. } | Quantity::ResultDerivative { .. } => "",
            _ if self.results == 1 => "",
            _ => " of a sum of the results",
        };
        write!(
            f,
            "{}{of_several} at {:?} in {} is {:?} by {} but {:?} by {}",
            self.quantity,
            self.point,
            self.precision,
            self.actual,
            self.mode,
            self.expected,
            self.other_mode,
        )?;
        match self.step {
            None => Ok(()),
            Some(step) => write!(f, " with step {step:e}"),
        }
    }
}

impl<P: fmt::Debug> error::Error for Mismatch<P> {}
