//! Why a replay is refused.

use core::fmt;

/// Why a recording cannot be replayed at some inputs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ReplayError {
    /// There are not as many inputs as were recorded, or the gradient is not as long.
    Length {
        /// How many were recorded.
        recorded: usize,
        /// How many were given.
        given: usize,
    },
    /// A comparison would have another outcome.
    Compared {
        /// Which of all comparisons and questions, counted from 0.
        number: usize,
        /// What is compared now.
        left: f64,
        /// What it is compared with.
        right: f64,
    },
    /// A question about one number would have another answer.
    Asked {
        /// Which of all comparisons and questions, counted from 0.
        number: usize,
        /// What is asked about.
        data: f64,
    },
    /// The program read the data of a value, or printed it, which would be another.
    Read {
        /// The data that was read.
        recorded: f64,
        /// The data now.
        now: f64,
    },
    /// The program read a gradient, or printed it, which might be another.
    Gradient {
        /// The gradient that was read.
        recorded: f64,
    },
    /// The program set the data of an input, which a replay does not.
    Set {
        /// What it was set to.
        data: f64,
    },
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplayError::Length { recorded, given } => {
                write!(f, "a recording of {recorded} inputs was given {given}")
            }
            ReplayError::Compared {
                number,
                left,
                right,
            } => write!(
                f,
                "comparison {number} of the recording, now of {left} with {right}, would be decided otherwise, and \
                 the program might take another path: record again at these inputs"
            ),
            ReplayError::Asked { number, data } => write!(
                f,
                "question {number} of the recording, now about {data}, would be decided otherwise, and the program \
                 might take another path: record again at these inputs"
            ),
            ReplayError::Read { recorded, now } => write!(
                f,
                "the program read the data of a Value, {recorded}, which now is {now}, and what it did with it is not \
                 recorded: compute with Values, or record again at these inputs"
            ),
            ReplayError::Gradient { recorded } => write!(
                f,
                "the program read a gradient, {recorded}, which might be another now, and what it did with it is not \
                 recorded: record again at these inputs"
            ),
            ReplayError::Set { data } => write!(
                f,
                "the program set the data of an input to {data}, which a replay cannot do at the right moment: compute \
                 with another Value instead"
            ),
        }
    }
}

impl core::error::Error for ReplayError {}
