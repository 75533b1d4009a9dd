//! Numbers as they are exchanged.

use crate::forward::Dual;
use crate::scalar::Scalar;

/// A number that is so many `f64`s. They are added each by itself.
pub(super) trait Wire: Scalar {
    /// How many.
    const NUMBERS: usize;

    /// Writes numbers one after the other.
    fn write(numbers: &[Self], to: &mut [f64]);

    /// Reads a number, each part added to `zero`; −0 leaves it as it is.
    fn read(from: &[f64], zero: f64) -> Self;
}

impl Wire for f64 {
    const NUMBERS: usize = 1;

    fn write(numbers: &[f64], to: &mut [f64]) {
        to.copy_from_slice(numbers);
    }
    fn read(from: &[f64], zero: f64) -> f64 {
        zero + from[0]
    }
}

impl Wire for Dual<f64> {
    const NUMBERS: usize = 2;

    fn write(numbers: &[Dual<f64>], to: &mut [f64]) {
        for (to, number) in to.as_chunks_mut().0.iter_mut().zip(numbers) {
            *to = [number.primal, number.tangent];
        }
    }
    fn read(from: &[f64], zero: f64) -> Dual<f64> {
        Dual::new(zero + from[0], zero + from[1])
    }
}
