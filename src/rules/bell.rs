//! The rule of the bell curve.

use super::partials::vanishing_product;
use super::primals::bell;
use crate::scalar::{Real, Scalar, UnaryRule};

/// e^(−x²): what the derivatives of the error functions are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bell;

impl UnaryRule for Bell {
    #[cfg_attr(optimized, inline(always))]
    fn primal<F: Real>(self, x: F) -> F {
        bell(x, 1.0)
    }
    #[cfg_attr(optimized, inline(always))]
    fn partial<S: Scalar>(self, x: S, y: S) -> S {
        let product = vanishing_product(y, x);
        -(product + product)
    }
}
