//! Which row is it that is not finite?

use super::{Over, Penalty};
use crate::drivers::{Function, HasInputs, Of};
use crate::expr::{Blocks, Closed, Cotangent, Inputs, R};
use crate::scalar::{Field, Plain, Scalar};
use core::{error, fmt};

/// A part of a sum over rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The row of this number in the data set, counted from 0.
    Row(usize),
    /// The function that [`plus`](Over::plus) added.
    Penalty,
    /// The sum of all rows and the penalty, or the mean.
    Sum,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Row(row) => write!(f, "at row {row}"),
            Part::Penalty => f.write_str("of the penalty"),
            Part::Sum => f.write_str("of the sum"),
        }
    }
}

/// A sum over rows, or its gradient, is not finite: in which part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartError {
    /// The first part that is not finite.
    pub part: Part,
    /// Whether its value is finite, so that it is the gradient that is not.
    pub value_is_finite: bool,
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.value_is_finite {
            "gradient"
        } else {
            "value"
        };
        write!(f, "the {what} {} is not finite", self.part)?;
        f.write_str(match self.part {
            Part::Sum => ", though each row is and the penalty, too",
            _ => ": `check::first_non_finite` says by which operation",
        })
    }
}

impl error::Error for PartError {}

impl<G: Closed, T: Plain, P> Over<'_, G, T, P> {
    /// Hands the data of the row that is summed as number `position` to a function.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn with_data<Out>(
        &self,
        position: usize,
        function: impl FnOnce(Blocks<'_, G::Data, T>) -> Out,
    ) -> Out {
        self.source.with_plain_row(self.index(position), function)
    }

    /// The same with the data as numbers of the type in which the function is evaluated.
    #[cfg(feature = "std")]
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn with_row<S: Scalar, Out>(
        &self,
        position: usize,
        function: impl FnOnce(Blocks<'_, G::Data, S>) -> Out,
    ) -> Out {
        self.source.with_row(self.index(position), function)
    }

    /// How many rows the data set has, whichever are summed.
    #[cfg(feature = "std")]
    pub(crate) fn row_count(&self) -> usize {
        self.source.len()
    }

    /// A sum as it is, or the mean.
    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn scaled<S: Scalar>(&self, sum: S) -> S {
        if self.is_mean {
            sum / S::constant(self.len() as f64)
        } else {
            sum
        }
    }

    /// The number in the data set of the row that is summed as number `position`.
    pub(crate) fn number(&self, position: usize) -> usize {
        self.index(position)
    }

    /// Whether it is the mean.
    pub(crate) fn is_mean(&self) -> bool {
        self.is_mean
    }

    /// The function that is summed.
    pub(crate) fn function(&self) -> G {
        self.function
    }

    /// What is added to the sum.
    pub(crate) fn penalty(&self) -> &P {
        &self.penalty
    }
}

impl<G: Closed<Codomain = R>, T: Plain + Scalar, P: Penalty<G::Inputs>> Over<'_, G, T, P> {
    /// Checks that the function and its gradient at `x` are finite: at each row, those of the penalty, and those of
    /// the sum.
    ///
    /// Which operation it is that is not, [`check::first_non_finite`](crate::check) says.
    ///
    /// # Errors
    ///
    /// The first part that is not finite.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let f = func!(|a; x| a * x.ln());
    /// let rows = [[1.0], [2.0], [0.0]];
    /// assert_eq!(f.over(&rows).value(&[2.0]), f64::NEG_INFINITY);
    /// let error = f.over(&rows).check(&[2.0]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the value at row 2 is not finite: `check::first_non_finite` says by which operation"
    /// );
    /// ```
    pub fn check<const N: usize>(&self, x: &Of<G::Inputs, T>) -> Result<(), PartError>
    where
        G::Inputs: HasInputs<N>,
        T: Field<Mask = bool>,
    {
        let inputs = G::Inputs::refs(x);
        let zeros = || G::Inputs::fill(T::zero());
        for position in 0..self.len() {
            let mut gradient = zeros();
            let value = self.with_data(position, |data| {
                let slots = G::Inputs::slots(&mut gradient);
                let seed = Cotangent::of(T::one());
                self.function
                    .accumulate(inputs, data, seed, slots, G::Data::unwanted())
            });
            let part = Part::Row(self.number(position));
            check_part::<G::Inputs, T>(part, value, &gradient)?;
        }
        let mut gradient = zeros();
        let slots = G::Inputs::sums(&mut gradient);
        let value = self
            .penalty
            .accumulate(inputs, Cotangent::of(T::one()), slots);
        check_part::<G::Inputs, T>(Part::Penalty, value, &gradient)?;
        let (value, gradient) = Function::<N, R, G::Inputs>::value_and_gradient(*self, x);
        check_part::<G::Inputs, T>(Part::Sum, value, &gradient)
    }
}

fn check_part<I: Inputs, S: Scalar + Field<Mask = bool>>(
    part: Part,
    value: S,
    gradient: &Of<I, S>,
) -> Result<(), PartError> {
    // 0 times an infinity or NaN is NaN.
    let is_finite = |number: S| (number * S::zero()).equals(S::zero());
    let mut gradient_is_finite = true;
    I::visit(I::refs(gradient), &mut |slopes: &[S]| {
        gradient_is_finite &= slopes.iter().copied().all(is_finite);
    });
    let value_is_finite = is_finite(value);
    if value_is_finite && gradient_is_finite {
        return Ok(());
    }
    Err(PartError {
        part,
        value_is_finite,
    })
}
