//! The rule that stops.

use crate::scalar::{Real, Scalar, UnaryRule};

/// x itself, as a constant: its derivative is 0 in every mode and order.
///
/// It takes no part in the sweep. An infinite derivative on its way to x is not multiplied by 0, it
/// does not get there.
///
/// ```
/// use monograd::prelude::*;
///
/// let f = func!(|x| x * x.stop_gradient());
/// assert_eq!(f.value_and_gradient(&[3.0]), (9.0, [3.0]));
/// assert_eq!(f.hessian(&[3.0]), [[0.0]]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StopGradient;

impl UnaryRule for StopGradient {
    const STOPS: bool = true;
    const READS_VALUE: bool = false;

    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, x: F) -> F {
        x
    }
    #[cfg_attr(optimized, inline(always))]
    fn partial<S: Scalar>(self, _x: S, _y: S) -> S {
        S::zero()
    }
}
